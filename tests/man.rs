//! The manual page: whole, in step with the help, and sound roff.

mod common;

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};

use pretty_assertions::assert_eq;

use common::{COMMANDS, kangrejos};

/// The words of `text` that are long options.
fn options(text: &str) -> BTreeSet<String> {
    text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '[' | ']' | '\'' | '.' | ';'))
        .filter(|word| word.starts_with("--") && word.len() > 2)
        .map(str::to_owned)
        .collect()
}

#[test]
fn sections_stand_in_the_order_of_manual_pages() {
    let page = kangrejos("man").stdout();
    kangrejos("man").prints(&page);
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
    let page = kangrejos("man").stdout().replace('\\', "");
    let plain = page
        .replace("fB", "")
        .replace("fR", "")
        .replace("*(Aq", "'");
    for command in COMMANDS {
        let help = kangrejos(&format!("{command} --help")).stdout();
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
    let page = kangrejos("man").stdout();
    kangrejos("man -d /no/such/file").prints(&page);
    let mut command = common::command("man");
    command.env("KANGREJOS_DATASET", "/no/such/file");
    common::run("man", &mut command, "").prints(&page);
}

/// mandoc is not part of Rust: where it is missing, this is left to `.ci/run`.
#[test]
fn mandoc_finds_no_error() {
    let lint = Command::new("mandoc")
        .args(["-T", "lint", "-W", "error"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut lint) = lint else { return };
    let page = kangrejos("man").stdout();
    let mut stdin = lint.stdin.take().expect("piped");
    stdin.write_all(page.as_bytes()).expect("mandoc reads");
    drop(stdin);
    let output = lint.wait_with_output().expect("mandoc ends");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    assert!(output.status.success());
}
