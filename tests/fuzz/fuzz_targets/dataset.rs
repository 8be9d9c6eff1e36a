//! Loads any bytes as a dataset: they must be refused, or every command must print what they hold.
//!
//! The first byte selects the command line; the others are the dataset.

#![no_main]

use kangrejos::{Console, Input, Screen};

const COMMANDS: [&[&str]; 15] = [
    &["editions"],
    &["list"],
    &["list", "-f", "tsv", "--sort", "title"],
    &["list", "--json"],
    &["timeline"],
    &["topics"],
    &["people"],
    &["people", "-f", "markdown", "a"],
    &["show", "--notes", "a", "2023", "2026", "talk"],
    &["show", "-f", "markdown", "a", "2023", "2026", "talk"],
    &["search", "a b rust"],
    &["export"],
    &["export", "-f", "md"],
    &["export", "-f", "csv"],
    &["export", "-f", "bib"],
];

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((choice, mut dataset)) = data.split_first() else {
        return;
    };
    let choice = usize::from(*choice);
    let arguments = COMMANDS[choice % COMMANDS.len()].iter().chain(&["--dataset", "-"]);
    // Values in the upper half select a terminal, and its width.
    let width = choice.checked_sub(127).filter(|width| *width > 0);
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let status = kangrejos::run(
        Input {
            arguments: arguments.map(Into::into).collect(),
            dataset: None,
            browser: None,
            stdin: &mut dataset,
        },
        Console {
            stdout: &mut stdout,
            stderr: &mut stderr,
            screen: Screen { is_terminal: width.is_some(), width, ..Screen::default() },
            error_screen: Screen::default(),
            pager: None,
            page: None,
        },
    );
    let stdout = String::from_utf8(stdout).expect("UTF-8 on standard output");
    let stderr = String::from_utf8(stderr).expect("UTF-8 on standard error");
    let is_hostile =
        |c: char| c.is_control() && !"\n\r\t".contains(c) || "\u{202e}\u{2066}".contains(c);
    assert!(status <= 2, "{stderr}");
    assert!(!stdout.contains(is_hostile), "{stdout:?}");
    assert!(!stderr.contains(is_hostile), "{stderr:?}");
    // An error leaves a message, and no output.
    assert!(status < 2 || (stdout.is_empty() && !stderr.is_empty()), "{stdout}");
});
