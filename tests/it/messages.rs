//! Messages printed instead of results or with them: command lines and everything they print.

use std::fmt::Write;

use crate::common::{COMMANDS, Run, expect_file, kangrejos};

/// What new users might type first.
const GUESSES: [&str; 30] = [
    "pin-init",
    "klint 2025",
    "2023",
    "linus",
    "list 2023",
    "list rcu",
    "list rcu driver",
    "list \"rcu; it's\"",
    "speakers alice",
    "speakers 2023",
    "editions 2023",
    "editions rcu",
    "search",
    "search \"\"",
    "show",
    "open",
    "list -f csv",
    "show rcu -f ics",
    "search rcu -f bib",
    "export rcu -e 2024",
    "show -s alice",
    "show -s \"alice ryhl\"",
    "show --has slides",
    "show -k training -e 2024",
    "show -s",
    "show -s ''",
    "show -s -e",
    "show pin-init -e 2024",
    "lst",
    "serach rcu",
];

/// Words to exclude that clap reads as options.
const EXCLUSIONS: [&str; 8] = [
    "search rcu -safety",
    "search rcu -kernel",
    "search rcu -design",
    "search rcu -files",
    "find rcu -fids",
    "--color never search rcu -nothing",
    "search -- rcu -design",
    "search 'rcu -design'",
];

/// Arguments that are invalid or cannot be combined.
const NOT_VALID: [&str; 31] = [
    "list -e 2019",
    "list -e all -e 2019",
    "search rcu -e next",
    "list -e +2023",
    "list -e 02023",
    "list -e 2021,2019",
    "list -s ,",
    "list -k keynote",
    "list --has video",
    "list --sort length",
    "list --color blue",
    "list -f xml",
    "list --frobnicate",
    "list -n 0",
    "list -d x",
    "search rcu -n 0",
    "search rcu --json=true",
    "show klint -f table",
    "show --nothing",
    "show search -nothing",
    "editions -e 2023",
    "open rcu --slides --page",
    "export -f table",
    "export -o talks.xyz",
    "export -o x --split y",
    "export --every 2w",
    "export --plan tomorrow",
    "export --plan 2026-12-07T18:00 --every 2x",
    "export --plan 2026-12-07T18:00 --duration 25h",
    "export --plan 2026-12-07T18:00 -f md",
    "export --split x -f csv",
];

/// Requests for what does not exist, or only in another edition.
const NOT_FOUND: [&str; 30] = [
    "show klnt",
    "show palazo",
    "show \"null block\"",
    "show \"garry guo\"",
    // The most similar ID takes precedence over words.
    "show pin-innit",
    // No talk is suggested because of a short word or one that many talks contain.
    "show foo",
    "show usb",
    "show linus",
    "show rust-linus",
    "show zzzzzzzz",
    "show \"\"",
    "show 2019",
    "show pin",
    "show \"dirk behme\"",
    "show \u{1b}[31mred\u{202e}",
    "show klnt pin-init klynt -f json",
    "list -s nobody",
    "list -s nobody -f tsv",
    "list -s nobody --json",
    "list -s herron",
    "speakers -s nobody",
    "speakers -s nobody -f tsv",
    "search zzzzzz --exact --json",
    "export -s feng -k session",
    "export -s mandry",
    "export -e 2024",
    "export tracepoints",
    "export klint klnt",
    "export 2023 -e 2021",
    "open rust-concepts --slides --print",
];

/// Requests that succeed with a note.
const NOTED: [&str; 8] = [
    "list -s alice -f ids",
    "list -n 2 -f ids",
    "list -n 2 --reverse -f ids",
    "search rust -n 2 -f ids",
    "open puzzlefs --print",
    "open nova --print",
    "open error-handling --article --print",
    "open 2023 --print",
];

/// Appends a command line with everything it printed and its status.
fn record(run: &Run, transcript: &mut String) {
    let status = run.status.expect("no signal");
    let (stdout, stderr) = (&run.stdout, &run.stderr);
    // `Debug` would also escape letters.
    let arguments = run.arguments.replace(|c: char| !c.is_ascii_graphic() && c != ' ', "?");
    writeln!(transcript, "$ kangrejos {arguments}\n{stdout}{stderr}[{status}]\n").expect("memory");
}

#[test]
fn every_message_is_as_expected() {
    for (name, lines) in [
        ("guesses", &GUESSES[..]),
        ("exclusions", &EXCLUSIONS),
        ("not-valid", &NOT_VALID),
        ("not-found", &NOT_FOUND),
        ("noted", &NOTED),
    ] {
        let mut transcript = String::new();
        for line in lines {
            record(&kangrejos(line), &mut transcript);
        }
        expect_file(&format!("tests/expected/messages/{name}.txt"), &transcript);
    }
}

/// The short help of a command fits on one screen, and its long help ends with examples.
#[test]
fn short_help_fits_the_screen_and_long_help_has_examples() {
    for command in [""].into_iter().chain(COMMANDS) {
        let short = crate::common::inside::on_terminal(80, &format!("{command} -h"));
        let lines = short.stdout.lines().count();
        assert!(lines <= 24, "{command}: {lines} lines\n{}", short.stdout);
        let long = kangrejos(&format!("{command} --help"));
        let (_, examples) = long.succeeds().split_once("\nExamples:\n").expect("examples");
        let is_example =
            |line: &str| line.starts_with("  kangrejos ") || line.starts_with("      ");
        assert!(examples.lines().all(is_example), "{examples}");
    }
}
