//! The manual page: whole, in step with the help, and sound roff.

mod common;

use std::collections::BTreeSet;
use std::process::Command;

use pretty_assertions::assert_eq;

use common::{COMMANDS, is_installed, kangrejos, output_of, run};

/// The words of `text` that are long options.
fn options(text: &str) -> BTreeSet<String> {
    text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '[' | ']' | '\'' | '.' | ';'))
        .filter(|word| word.starts_with("--") && word.len() > 2)
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_whole_page() {
    kangrejos("man").prints_file("kangrejos.1");
}

#[test]
fn sections_stand_in_the_order_of_manual_pages() {
    let page = kangrejos("man").stdout;
    let headings: Vec<_> = page
        .lines()
        .filter_map(|line| line.strip_prefix(".SH "))
        .collect();
    assert_eq!(
        headings,
        [
            "NAME",
            "SYNOPSIS",
            "DESCRIPTION",
            "COMMANDS",
            "SELECTION",
            "OPTIONS",
            "\"EXIT STATUS\"",
            "ENVIRONMENT",
            "FILES",
            "EXAMPLES",
        ]
    );
    let commands: Vec<_> = page
        .lines()
        .filter_map(|line| line.strip_prefix(".SS \"kangrejos ")?.split(' ').next())
        .collect();
    assert_eq!(commands, COMMANDS);
}

#[test]
fn every_option_and_every_example_of_the_help_is_there() {
    let page = kangrejos("man").stdout.replace('\\', "");
    let plain = page
        .replace("fB", "")
        .replace("fR", "")
        .replace("*(Aq", "'");
    for command in COMMANDS {
        let help = kangrejos(&format!("{command} --help")).stdout;
        assert_eq!(options(&help).difference(&options(&plain)).next(), None);
        let (_, examples) = help.split_once("Examples:\n").expect("examples");
        for part in examples.lines().flat_map(|line| line.split("  ")) {
            let part = part.trim();
            assert!(plain.lines().any(|line| line.contains(part)), "{part}");
        }
    }
}

/// The manual is for those whose data set is not right, too.
#[test]
fn no_data_set_is_read() {
    kangrejos("--dataset /no/such/file man").prints_file("kangrejos.1");
    let mut command = common::command("man");
    command.env("KANGREJOS_DATASET", "/no/such/file");
    output_of(&mut command).prints_file("kangrejos.1");
}

#[test]
fn mandoc_finds_no_error() {
    if is_installed("mandoc", "mandoc's check of the manual page") {
        let mut lint = Command::new("mandoc");
        lint.args(["-T", "lint", "-W", "error"]);
        run(&mut lint, kangrejos("man").succeeds()).prints("");
    }
}
