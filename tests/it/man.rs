//! The man page: complete, consistent with the help, and valid roff.

use std::collections::BTreeSet;
use std::process::Command;

use pretty_assertions::assert_eq;

use crate::common::{COMMANDS, expect_file, is_installed, kangrejos, output_of, run};

/// The number of lines on a printed page.
const PAGE: usize = 66;

/// Returns the words of `text` that are long options.
fn options(text: &str) -> BTreeSet<String> {
    text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '[' | ']' | '\'' | '.' | ';'))
        .filter(|word| word.starts_with("--") && word.len() > 2)
        .map(str::to_owned)
        .collect()
}

/// The expected file contains no version, so that a release does not change it.
#[test]
fn the_page_is_as_expected() {
    let page = kangrejos("man");
    let version = format!("kangrejos {}", env!("CARGO_PKG_VERSION"));
    let page = page.succeeds().replace(&version, "kangrejos VERSION");
    expect_file("tests/expected/kangrejos.1", &page);
}

#[test]
fn the_page_has_every_option_and_every_example_once() {
    let page = kangrejos("man").stdout;
    let plain = page.replace("\\fB", "").replace("\\fR", "");
    let plain = plain.replace("\\-", "-").replace("\\(aq", "'");
    for command in COMMANDS {
        let help = kangrejos(&format!("{command} --help")).stdout;
        assert_eq!(options(&help).difference(&options(&plain)).next(), None);
        let (_, examples) = help.split_once("Examples:\n").expect("examples");
        for line in examples.lines().filter(|line| line.starts_with("  kangrejos")) {
            let example = line.trim().split("  ").next().expect("an example");
            let lines = plain.lines().filter(|line| *line == example);
            assert_eq!(lines.count(), 1, "{example}");
        }
    }
}

/// The man page is printed even if a dataset is broken.
#[test]
fn no_dataset_is_read() {
    let page = kangrejos("man");
    page.succeeds();
    let mut command = crate::common::command("man");
    command.env("KANGREJOS_DATASET", "/no/such/file");
    output_of(&mut command).is_like(&page);
}

#[test]
fn mandoc_reports_no_errors_and_at_most_five_pages() {
    if is_installed("mandoc", "mandoc's check of the manual page") {
        // Without the date of the data, which may be later than today.
        let page = kangrejos("man").stdout;
        let (_, rest) = page.split_once('\n').expect("a first line");
        let page = format!(".TH KANGREJOS 1 2026-01-01\n{rest}");
        let mandoc =
            |arguments: &str| run(Command::new("mandoc").args(arguments.split(' ')), &page);
        mandoc("-T lint -W warning").prints("");
        let lines = mandoc("-T utf8 -O width=78").stdout.lines().count();
        assert!(lines <= 5 * PAGE, "{lines} lines");
    }
}
