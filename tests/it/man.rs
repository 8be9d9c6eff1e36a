//! The man page: complete, consistent with the help, and valid roff.

use std::collections::BTreeSet;
use std::process::Command;

use crate::common::{COMMANDS, is_installed, kangrejos, output_of, run};

/// Returns the words of `text` that are long options.
fn options(text: &str) -> BTreeSet<String> {
    text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '[' | ']' | '\'' | '.' | ';'))
        .filter(|word| word.starts_with("--") && word.len() > 2)
        .map(str::to_owned)
        .collect()
}

/// Returns the page without its date and version, which change with the data and with a release.
fn undated() -> String {
    let page = kangrejos("man");
    let (title, rest) = page.succeeds().split_once('\n').expect("a first line");
    let fields: Vec<&str> = title.split('"').collect();
    assert_eq!(fields[1], format!("kangrejos {}", env!("CARGO_PKG_VERSION")), "{title}");
    format!(".TH KANGREJOS 1 2026-01-01 \"kangrejos VERSION\" \"{}\"\n{rest}", fields[3])
}

/// The texts are those of the help, so only the frame of the page is compared.
#[test]
fn the_page_has_its_sections_and_every_command() {
    let page = kangrejos("man").stdout;
    let revised = crate::common::data::revised();
    let start = format!(".TH KANGREJOS 1 {revised} ");
    let name = "\n.SH NAME\nkangrejos \\- the memory of the Kangrejos workshop\n.SH SYNOPSIS\n";
    assert!(page.starts_with(&start) && page.contains(name), "{page}");
    let sections = page.lines().filter_map(|line| line.strip_prefix(".SH "));
    assert_eq!(
        sections.collect::<Vec<_>>().join(", "),
        "NAME, SYNOPSIS, DESCRIPTION, COMMANDS, FILTERS, OPTIONS, EXIT STATUS, ENVIRONMENT, FILES, EXAMPLES, SEE ALSO"
    );
    let commands = page.lines().filter_map(|line| line.strip_prefix(".SS \"kangrejos "));
    assert_eq!(commands.filter_map(|line| line.split(' ').next()).collect::<Vec<_>>(), COMMANDS);
    // Every paragraph of the help, in one line.
    let plain = page.replace("\\fB", "").replace("\\fR", "").replace("\\-", "-");
    let plain = plain.replace("\\(aq", "'").replace('\n', " ");
    for command in COMMANDS {
        let help = kangrejos(&format!("{command} --help")).stdout;
        let (about, _) = help.split_once("\nUsage:").expect("a usage");
        for paragraph in about.trim().split("\n\n") {
            let paragraph = paragraph.replace('\n', " ");
            assert!(plain.contains(&paragraph), "{command}: {paragraph}");
        }
    }
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
fn mandoc_reports_no_errors() {
    if is_installed("mandoc", "mandoc's check of the manual page") {
        let mut mandoc = Command::new("mandoc");
        run(mandoc.args(["-T", "lint", "-W", "warning"]), undated()).prints("");
    }
}
