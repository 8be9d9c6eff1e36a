//! The console blocks of the README: each command is run, and must print what stands below it.

#![cfg(unix)]

mod common;

use std::env;
use std::process::{Command, Stdio};

use pretty_assertions::assert_eq;

const README: &str = include_str!("../README.md");

/// A command of the README and the lines below it.
struct Example {
    command: String,
    output: String,
}

/// The examples of all blocks marked `console`.
fn examples() -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    let mut in_block = false;
    for line in README.lines() {
        if let Some(language) = line.strip_prefix("```") {
            in_block = language == "console";
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| in_block) {
            examples.push(Example {
                command: command.to_owned(),
                output: String::new(),
            });
        } else if in_block {
            let example = examples.last_mut().expect("a block begins with a command");
            example.output.push_str(line);
            example.output.push('\n');
        }
    }
    examples
}

/// Runs a line in a shell that finds the program; both streams come in one, as on a terminal.
fn run(line: &str) -> String {
    let program = common::program().parent().expect("a folder");
    let path = env::var("PATH").expect("a PATH");
    let output = Command::new("sh")
        .args(["-c", &format!("exec 2>&1; {line}")])
        .env("PATH", format!("{}:{path}", program.display()))
        .stdin(Stdio::null())
        .output()
        .expect("there is a shell");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The line for fzf, as it stands: fzf takes its filter from the environment in place of a person.
#[test]
fn the_line_for_fzf_works_as_pasted() {
    if !common::is_installed("fzf") {
        // Left to `.ci/run`.
        return;
    }
    let line = README
        .lines()
        .find(|line| line.contains("| fzf "))
        .expect("a line with fzf");
    let filtered = |filter: &str| {
        run(&format!(
            "export FZF_DEFAULT_OPTS='--filter {filter}'; {line}"
        ))
    };
    assert_eq!(filtered("puzzlefs"), run("kangrejos show puzzlefs"));
    assert_eq!(
        filtered("Coccinelle\\ for"),
        run("kangrejos show coccinelle coccinelle-2024")
    );
    assert_eq!(filtered("zzzzzz"), "");
}

#[test]
fn console_blocks_print_what_they_show() {
    let examples = examples();
    assert!(examples.len() >= 14, "the blocks are found");
    // jq is not part of Rust: where it is missing, the examples that need it are left to `.ci/run`.
    let has_jq = common::is_installed("jq");
    for Example { command, output } in examples {
        if has_jq || !command.contains("| jq") {
            assert_eq!(run(&command), output, "{command}");
        }
    }
}
