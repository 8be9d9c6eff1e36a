//! The manual page: complete, in step with the help, and valid roff.

mod common;

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};

use pretty_assertions::assert_eq;

use common::{COMMANDS, kangrejos};

/// How many lines a page of a manual has on paper.
const PAGE: usize = 66;

/// The words of `text` that are long options.
fn options(text: &str) -> BTreeSet<String> {
    text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '[' | ']' | '\'' | '.' | ';'))
        .filter(|word| word.starts_with("--") && word.len() > 2)
        .map(str::to_owned)
        .collect()
}

/// Runs mandoc on the page. Returns `None` if it is not installed, which `.ci/run` makes sure of.
fn mandoc(arguments: &[&str]) -> Option<String> {
    let mut mandoc = Command::new("mandoc")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let page = kangrejos("man").stdout();
    let mut stdin = mandoc.stdin.take().expect("piped");
    stdin.write_all(page.as_bytes()).expect("mandoc reads");
    drop(stdin);
    let output = mandoc.wait_with_output().expect("mandoc ends");
    Some(String::from_utf8(output.stdout).expect("UTF-8"))
}

#[test]
fn the_page_is_as_expected() {
    kangrejos("man").prints_file("kangrejos.1");
}

#[test]
fn every_option_and_example_of_the_help_is_in_it_and_examples_once() {
    let page = kangrejos("man").stdout();
    let plain = page.replace("\\fB", "").replace("\\fR", "");
    let plain = plain.replace("\\-", "-").replace("\\(aq", "'");
    for command in COMMANDS {
        let help = kangrejos(&format!("{command} --help")).stdout();
        assert_eq!(options(&help).difference(&options(&plain)).next(), None);
        let (_, examples) = help.split_once("Examples:\n").expect("examples");
        for line in examples
            .lines()
            .filter(|line| line.starts_with("  kangrejos"))
        {
            let example = line.trim().split("  ").next().expect("an example");
            let lines = plain.lines().filter(|line| *line == example);
            assert_eq!(lines.count(), 1, "{example}");
        }
    }
}

/// The manual is needed most when a dataset is broken.
#[test]
fn no_dataset_is_read() {
    let page = kangrejos("man").stdout();
    let mut command = common::command("man");
    command.env("KANGREJOS_DATASET", "/no/such/file");
    common::run("man", &mut command, "").prints(&page);
}

#[test]
fn mandoc_finds_nothing_wrong_and_fills_five_pages_at_most() {
    let Some(faults) = mandoc(&["-T", "lint", "-W", "warning"]) else {
        return;
    };
    assert_eq!(faults, "");
    let page = mandoc(&["-T", "utf8", "-O", "width=78"]).expect("mandoc is installed");
    let lines = page.lines().count();
    assert!(lines <= 5 * PAGE, "{lines} lines");
}
