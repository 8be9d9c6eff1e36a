//! Messages printed instead of results or with them: command lines and everything they print.

use std::fmt::Write;

use crate::common::{COMMANDS, Run, built_in, expect_file, kangrejos};

/// What new users might type first.
const GUESSES: &[&str] = &[
    "pin-init",
    "pin-init --notes",
    "pin-init -f json",
    "2023",
    "linus",
    "initialization",
    "klint 2023",
    "browse",
    "list rcu",
    "list klint -n 3",
    "list \"kent overstreet\"",
    "list \"rcu; it's\"",
    "list initialization",
    "list gpu",
    "list nova -e 2024 -f ids",
    "list zzzzzz",
    // Tips are about the data given; with an option that names it, there are none.
    "list klint-2025",
    "list rcu --dataset builtin",
    "--dataset=builtin rcu",
    "topics initialization",
    "topics SAFETY",
    "topics locking",
    "topics klint",
    "topics zzzzzz",
    "topics 2023",
    "topics -e 2023",
    "editions 2023",
    "editions latest",
    "editions rcu",
    "people 2023",
    "people 2019",
    "show alice",
    "timeline alice",
    "export corbet",
    "show gary",
    "timeline gpu",
    "show 2023 --notes",
    "show",
    "view",
    "search",
    "search \"\"",
    "open",
    "slides",
    "open pin init",
    "open pin zzzzzz",
    "list -f csv",
    "talks -f md",
    "show rcu -f ics",
    "search rcu -f bib",
    "timeline -f csv",
    "speakers -f csv",
    // Options of other commands.
    "timeline --sort title",
    "search rcu --sort title",
    "list --notes",
    "list --plan 2026-12-07T18:00",
    "editions -e 2023",
    "-e 2023 list",
    "show -s \"alice ryhl\"",
    "show -k training -e 2024",
    "show -s",
    "show -s ''",
    "show pin-init -e 2024",
    // Misspelled commands.
    "lst",
    "lists",
    "serach rcu",
    "peple gary",
    "timline klint",
];

/// Words to exclude that clap reads as options.
const EXCLUSIONS: &[&str] = &[
    "search rcu -safety",
    "search rcu -kernel",
    "search rcu -design",
    "search rcu -files",
    "search -kernel",
    "search -f ids rcu -sguo",
    "search -f ids rcu -ktalk",
    "search rcu -fids",
    "find rcu -fids",
    "list -fids -sguo",
    "--color never search rcu -nothing",
    "search -f ids -- rcu -design",
    "search -f ids 'rcu -design'",
    // Only the word itself is excluded.
    "search -f ids 'rcu -designs'",
    "search -f ids 'rcu -speaker:guo'",
    "search -f ids 'rcu -\"read lock\"'",
];

/// Arguments that are invalid or cannot be combined.
const NOT_VALID: &[&str] = &[
    "list 2019",
    "list -e 2019",
    "list -e +2023",
    "list -e 2023,2019",
    "list -s ,",
    "list -t lock",
    "list -t concurency",
    "list -t zzzzzz",
    "search rcu -t gpus",
    "list -k keynote",
    "list --state mergd",
    "timeline --state zzzzzz",
    "search rcu state:mergd",
    "search rcu topic:concurency",
    "list --has video",
    "list --has coverage",
    "list --sort length",
    "list --reverse",
    "list --color blue",
    "list -f xml",
    "list --frobnicate",
    "list -n 0",
    "people -n x",
    "list --width 0",
    "list --width 5",
    "list --width 1001",
    "list --width abc",
    "list --width 80 --json",
    "show klint --width 80 -f md",
    "people gary --width 80 -f ids",
    "export --width 80",
    "man --width 80",
    "search rcu --json=true",
    "show klint -f table",
    "show search -nothing",
    "people almeida",
    "people dan guo",
    "timeline klint -e 2023",
    "timeline klint -t safety",
    "timeline klint 2023",
    "export pin-init -e 2023",
    "export pin-init --has slides",
    "export pin-init latest",
    "open rcu --slides --page",
    "completions tcsh",
    "--dataset tests/fixture.json completions bash",
    "completions bash --dataset tests/fixture.json",
    "--dataset tests/fixture.json man",
    "export -o talks.xyz",
    "export -o x --split y",
    "export --split x -f html",
    "export --every 2w",
    "export --plan tomorrow",
    "export --plan 2026-12-07T18:00Z",
    "export --plan 2026-12-07T18:00 --every 1m",
    "export --plan 2026-12-07T18:00 --duration 25h",
    "export --plan 2026-12-07T18:00 -f html",
    "export --plan 2026-12-07T18:00 -o x.csv",
    "export rcu klint nova --plan 9999-12-20T18:00",
];

/// Requests for what does not exist.
const NOT_FOUND: &[&str] = &[
    "show klnt",
    "show overstret",
    "show \"garry guo\"",
    // The most similar ID takes precedence over words.
    "show pin-innit",
    // No talk is suggested because of a short word or one that many talks contain.
    "show foo",
    "show usb",
    "show rust-linus",
    "show \"\"",
    "show 2019",
    "show \"benno lossin\"",
    "show \u{1b}[31mred\u{202e}",
    "show klnt kent klynt -f json",
    "timeline klnt",
    "timeline 2019",
    "list -s nobody",
    "list -s nobody -f tsv",
    "list -s nobody --json",
    "list -s lossen",
    "list -s mckenny",
    "list -s \"alice ryhl\"",
    "timeline -s darksonn",
    "export -s corbet",
    "list -s gary -t gpu",
    "list 2024 --has abstract",
    "timeline -s nobody",
    "timeline -k training -e 2024",
    "people nobody",
    "people nobody ryhl",
    "people lossen",
    "people \"garry guo\"",
    "people -s nobody",
    "people -s nobody -f tsv",
    "people -e 2026 -k training",
    "search zzzzzz --exact --json",
    "search rcu -e 2024 --exact",
    "export -s feng -k session",
    "export -s nobody -f csv",
    "export -e 2024",
    "export nova",
    "export klint klnt",
    "export filesystems --plan 2026-12-07T18:00",
    "open klnt",
    "open all",
    "open 2023 --slides",
    "open pin-init --slides --print",
    "open kent-overstreet --article --print",
];

/// Requests that succeed with a note.
const NOTED: &[&str] = &[
    "list -n 2 -f ids",
    "list -n 10 -f ids --sort oldest",
    "search rust -n 2 -f ids",
    "timeline -n 22 -f ids",
    "people -n 13 -f ids",
    "open hall --print",
    "export hall -f bib",
];

/// Searches that are changed, find nothing or have a limit, and others like them that have not.
const SEARCHES: &[&str] = &[
    "rcu",
    // Corrected: a letter, a swap, an ending, a part of a compound.
    "PuzleFS",
    "klnit 2023",
    "initializing",
    "space",
    "continer filesytem",
    "title:puzlefs year:2023",
    // Not corrected: too short, a different word, or ambiguous.
    "hash",
    "overset",
    "stock market",
    "puzlefs --exact",
    // Words are dropped.
    "rcu tutorial video",
    "puzzlefs v4l2 fuse",
    "krumrich krummrich pinned lossin",
    // The remaining words are not telling enough.
    "thread pool",
    "puzlefs zzz",
    // Questions: talks that contain fewer of the words follow.
    "how do I write a driver for nova",
    "what is the safety standard",
    // Only function words.
    "what is it about",
    "and --exact -n 1",
    "'\"one way or the other\"'",
    // Words that are operators elsewhere.
    "rcu OR klint",
    "rcu NOT klint",
    "zzz OR zzzz",
    // Qualifiers, phrases and exclusions are never dropped, and one free word must remain.
    "kernel year:2023 year:2024",
    "edition:2024 kind:session nova",
    "rcu year:2019",
    "puzzlefs year:2024",
    "rcu speaker:reid",
    "'rcu \"no such phrase\"'",
    "'klint -guo'",
    "has:summary year:2023 overstreet",
    // Only the filters prevent a result.
    "puzlefs -e 2024 -e 2026",
    "puzzlefs -k training",
    // A limited number of results.
    "filesystem -n 1",
    "filesystem -n 99",
];

/// Appends a command line with everything it printed and its status.
fn record(run: &Run, transcript: &mut String) {
    let status = run.status.expect("no signal");
    let (stdout, stderr) = (&run.stdout, &run.stderr);
    // `Debug` would also escape letters.
    let arguments = run.arguments.replace(|c: char| !c.is_ascii_graphic() && c != ' ', "?");
    writeln!(transcript, "$ kangrejos {arguments}\n{stdout}{stderr}[{status}]\n").expect("memory");
}

/// The files of `tests/expected/messages`, and the command lines that they show, after their
/// beginning.
const TRANSCRIPTS: [(&str, &str, &[&str]); 6] = [
    ("guesses", "", GUESSES),
    ("exclusions", "", EXCLUSIONS),
    ("not-valid", "", NOT_VALID),
    ("not-found", "", NOT_FOUND),
    ("noted", "", NOTED),
    ("searches", "search -f ids ", SEARCHES),
];

#[test]
fn every_message_is_as_expected() {
    for (name, start, lines) in TRANSCRIPTS {
        let mut transcript = String::new();
        for line in lines {
            record(&kangrejos(&format!("{start}{line}")), &mut transcript);
        }
        expect_file(&format!("tests/expected/messages/{name}.txt"), &transcript);
    }
}

/// Every command in a tip does something when it is typed, on the data that the tip is about.
#[test]
fn tips_work() {
    let run_on: [fn(&str) -> Run; 2] = [kangrejos, built_in];
    for (_, start, lines) in TRANSCRIPTS {
        for (line, run) in lines.iter().flat_map(|line| run_on.map(|run| (line, run))) {
            let messages = run(&format!("{start}{line}")).stderr;
            for tip in messages.split('`').skip(1).step_by(2) {
                let Some(arguments) = tip.strip_prefix("kangrejos ") else { continue };
                // As the shell reads it.
                let arguments = arguments.replace(r"'\''", "");
                let done = match arguments.strip_prefix("open ") {
                    Some(_) => run(&format!("{arguments} --print")),
                    None => run(&arguments),
                };
                assert_eq!(done.status, Some(0), "{line}: {tip}: {done:?}");
                assert_ne!(done.stdout, "", "{line}: {tip}");
            }
        }
    }
}

/// No tip is made of the values of options.
#[test]
fn tips_do_not_contain_values() {
    for (line, value) in [
        ("list klint -n 3", "3"),
        ("list pin-init -f ids", "ids"),
        ("pin-init -f json", "json"),
        ("klint --dataset builtin", "builtin"),
        ("show -s alice", "alice"),
        ("topics locking --color never", "never"),
        ("search rcu -e 2024 --state mergd", "2024"),
    ] {
        let messages = kangrejos(line).stderr;
        let (_, tip) = messages.split_once("tip: ").unwrap_or_default();
        assert!(!tip.contains(value), "{line}: {messages}");
    }
}

/// The long help of a command ends with examples.
#[test]
fn long_help_has_examples() {
    for command in [""].into_iter().chain(COMMANDS) {
        let long = kangrejos(&format!("{command} --help"));
        let (_, examples) = long.succeeds().split_once("\nExamples:\n").expect("examples");
        let is_example =
            |line: &str| line.starts_with("  kangrejos ") || line.starts_with("      ");
        assert!(examples.lines().all(is_example), "{examples}");
    }
}
