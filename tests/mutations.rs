//! The data files, changed at random 10,000 times: the program must always answer.

mod common;

use std::time::{Duration, Instant};

use common::inside::{Random, run, run_on};

const FILES: [&str; 5] = [
    include_str!("../data/2021.json"),
    include_str!("../data/2022.json"),
    include_str!("../data/2023.json"),
    include_str!("../data/2024.json"),
    include_str!("../data/2025.json"),
];

/// Longer than any run takes, even on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// Texts that are inserted into a file or replace a part of it.
const PIECES: [&str; 44] = [
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "true",
    "-1",
    "1e999",
    "0",
    "18446744073709551616",
    "\"\"",
    "\" \"",
    "\"a  b\"",
    "\"\\u0000\"",
    "\"\\u001b[31m\"",
    "\"\\ud800\"",
    "\"\\u202e\"",
    "\"\\u2028\"",
    "\\n",
    "\u{1b}]0;x\u{7}",
    "\u{9b}2J",
    "\u{202e}",
    "\u{feff}",
    "\u{0}",
    "\r\n",
    "\"year\"",
    "\"id\": \"klint\",",
    "\"start\": \"2023-09-16\",",
    "\"start\": \"2023-09-16T10:00:00+02:00\",",
    "\"end\": \"2023-09-17T10:00:00Z\",",
    "\"9999-12-31\"",
    "\"0000-01-01\"",
    "2023",
    "9999",
    "\"https://\"",
    "\"https://a.b/?%41\"",
    "\"title\": \"*_`|<b>&\\\\;,:\",",
    "\"kind\": \"talk\",",
    "\"complete\": true,",
    "// ",
];

/// The command lines that read the broken files.
const COMMANDS: [&[&str]; 12] = [
    &["list", "-e", "all"],
    &["list", "-e", "all", "--json"],
    &["list", "-e", "all", "-f", "tsv", "--sort", "title"],
    &["list", "--sort", "speaker", "-s", "gary"],
    &["show", "klint", "2023", "rust"],
    &["show", "-f", "markdown", "pin-init", "2022", "overview"],
    &["search", "rust kernle"],
    &["search", "--json", "speaker:ojeda -rcu"],
    &["speakers", "-f", "jsonl"],
    &["editions"],
    &["export", "-e", "all"],
    &["export", "-f", "json", "-k", "talk"],
];

/// Returns a data file with one to four changes; in half of the files only values change.
fn broken(random: &mut Random) -> Vec<u8> {
    let file = random.of(&FILES);
    let mut bytes = file.as_bytes().to_vec();
    let gently = random.below(2) == 0;
    for _ in 0..=random.below(4) {
        if gently {
            values(&mut bytes, random);
        } else {
            change(&mut bytes, random);
        }
    }
    bytes
}

/// Inserts a character into a string value, or removes one.
fn values(bytes: &mut Vec<u8>, random: &mut Random) {
    const CHARACTERS: [&str; 24] = [
        "a", "Z", "0", "-", "*", "_", "#", "|", ";", ",", ":", "<", "`", "%", "@", "'", "\\\\",
        "\\\"", "\\u00f1", "ñ", "老", "\u{301}", "🦀", "\u{200d}",
    ];
    let is_letter =
        |at: &usize| bytes[*at].is_ascii_alphabetic() && bytes[at + 1].is_ascii_alphabetic();
    let in_value = |at: &usize| {
        let line = bytes[..*at].rsplit(|b| *b == b'\n').next().unwrap_or_default();
        line.windows(2).any(|part| part == b": ") || line.trim_ascii_start().starts_with(b"\"")
    };
    let at = loop {
        let at = random.below(bytes.len() - 1);
        if is_letter(&at) && in_value(&at) {
            break at;
        }
    };
    if random.below(4) == 0 {
        bytes.remove(at);
    } else {
        let character = random.of(&CHARACTERS).as_bytes().iter().copied();
        let next = at + 1;
        bytes.splice(next..next, character);
    }
}

fn change(bytes: &mut Vec<u8>, random: &mut Random) {
    let at = random.below(bytes.len() + 1);
    let rest = bytes.len() - at;
    let piece = random.of(&PIECES).as_bytes().iter().copied();
    match random.below(12) {
        // Changes a byte or a bit; removes, replaces or repeats a part.
        0 if rest > 0 => bytes[at] = u8::try_from(random.below(256)).expect("a byte"),
        1 if rest > 0 => bytes[at] ^= 1 << random.below(8),
        2 => drop(bytes.drain(at..at + random.below(rest.min(200) + 1))),
        3 => drop(bytes.splice(at..at + random.below(rest.min(40) + 1), piece)),
        4 => {
            let part = bytes[at..at + random.below(rest.min(400) + 1)].to_vec();
            bytes.splice(at..at, part);
        }
        5 => bytes.truncate(at),
        6 => drop(bytes.splice(at..at, piece)),
        7 => drop(bytes.splice(at..at, b"[".repeat(random.below(2000)))),
        // Changes that keep the syntax: a value replaced; a line repeated, removed or added.
        8 | 9 => strings(bytes, random),
        _ => lines(bytes, random),
    }
}

/// Replaces one string of the file with another one or with a piece.
fn strings(bytes: &mut Vec<u8>, random: &mut Random) {
    let quotes: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at] == b'"').collect();
    if quotes.len() < 4 {
        return;
    }
    let pairs = quotes.len() / 2;
    let range = |pair: usize| quotes[2 * pair]..=quotes[2 * pair + 1];
    let (from, to) = (random.below(pairs), random.below(pairs));
    let new = if random.below(2) == 0 {
        bytes[range(from)].to_vec()
    } else {
        random.of(&PIECES).as_bytes().to_vec()
    };
    bytes.splice(range(to), new);
}

/// Repeats, removes, moves or adds a line.
fn lines(bytes: &mut Vec<u8>, random: &mut Random) {
    let mut lines: Vec<Vec<u8>> = bytes.split(|b| *b == b'\n').map(<[u8]>::to_vec).collect();
    let (from, to) = (random.below(lines.len()), random.below(lines.len()));
    match random.below(4) {
        0 => lines.insert(to, lines[from].clone()),
        1 => drop(lines.remove(from)),
        2 => lines.swap(from, to),
        _ => lines.insert(to, random.of(&PIECES).as_bytes().to_vec()),
    }
    *bytes = lines.join(&b'\n');
}

#[test]
fn thousands_of_broken_files_get_an_answer() {
    std::thread::scope(|scope| {
        for seed in [6, 7] {
            scope.spawn(move || broken_files_get_an_answer(seed));
        }
    });
}

fn broken_files_get_an_answer(seed: u64) {
    let mut random = Random(seed);
    let mut statuses = [0; 3];
    for n in 0..5_000 {
        let bytes = broken(&mut random);
        let mut arguments = random.of(&COMMANDS).to_vec();
        arguments.extend(["--dataset", "-"]);
        let start = Instant::now();
        let said = if random.below(4) == 0 {
            run_on(&arguments, &bytes, Some(random.below(120)))
        } else {
            run(&arguments, &bytes)
        };
        let time = start.elapsed();
        let what = || format!("{seed}, {n}: {arguments:?}\n{}", String::from_utf8_lossy(&bytes));
        assert!(time < PATIENCE, "{time:?} {}", what());
        said.is_sound();
        let status = said.status.expect("a status");
        statuses[usize::try_from(status).expect("0 to 2")] += 1;
    }
    // Many files still load, so that the code after the loader is tested too.
    assert!(statuses.iter().all(|count| *count > 100), "{statuses:?}");
}

/// Checks that the program gives the same results when run as a process.
#[test]
fn broken_files_get_the_same_answer_from_the_process() {
    let mut random = Random(600);
    for n in 0..150 {
        let bytes = broken(&mut random);
        let mut arguments = random.of(&COMMANDS).to_vec();
        arguments.extend(["--dataset", "-"]);
        let mut command = common::command("");
        let start = Instant::now();
        let said = common::run(command.args(&arguments), &bytes);
        let time = start.elapsed();
        said.is_sound();
        said.is_like(&run(&arguments, &bytes));
        assert!(time < PATIENCE, "{n}: {time:?}");
    }
}
