//! Runs each command of the console blocks in the README, and compares its output.

use std::fs;

use crate::common::{expect_file, fixture, in_repository, is_installed, output_of, shell};

fn readme() -> String {
    fs::read_to_string(in_repository("README.md")).expect("the README")
}

/// Runs a line in a shell, and returns what it prints to both streams.
fn run(line: &str) -> String {
    output_of(&mut shell(line)).stdout
}

#[test]
fn console_blocks_print_what_they_show() {
    let has_jq = is_installed("jq", "examples of the README");
    let mut text = String::new();
    let mut commands = Vec::new();
    // Whether the line is in a `console` block, and whether its output is kept because it needs jq.
    let (mut in_block, mut is_kept) = (false, false);
    let readme = readme();
    for line in readme.lines() {
        if let Some(language) = line.strip_prefix("```") {
            in_block = language == "console";
            is_kept = false;
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| in_block) {
            text += line;
            text += "\n";
            is_kept = command.contains("| jq") && !has_jq;
            if !is_kept {
                text += &run(command);
                commands.push(command);
            }
            continue;
        } else if in_block && !is_kept {
            continue;
        }
        text += line;
        text += "\n";
    }
    assert_eq!(commands.first(), Some(&"kangrejos --version"));
    expect_file("README.md", &text);
}

/// Runs the command line for fzf unchanged; the environment gives fzf a filter, so that nobody has
/// to type one.
#[test]
fn the_command_line_for_fzf_works_as_pasted() {
    if !is_installed("fzf", "the README's line for fzf") {
        return;
    }
    let readme = readme();
    let line = readme.lines().find(|line| line.contains("| fzf ")).expect("a line with fzf");
    let run = |line: &str| {
        let mut shell = shell(line);
        output_of(shell.env("KANGREJOS_DATASET", fixture())).stdout
    };
    let filtered = |filter: &str| {
        let line = format!("export FZF_DEFAULT_OPTS='--filter {filter}'; {line}");
        run(&line)
    };
    assert_eq!(filtered("puzzlefs"), run("kangrejos show puzzlefs"));
    assert_eq!(filtered("lossin"), run("kangrejos show pin-init safety-standard"));
    assert_eq!(filtered("zzzzzz"), "");
}
