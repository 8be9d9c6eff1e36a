//! The examples at the end of every help text: all are run unchanged in one directory, and the beginning
//! and length of their output is compared; other tests compare it as a whole.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use crate::common::directory::Directory;
use crate::common::{
    COMMANDS, expect_file, fixture, in_repository, is_installed, kangrejos, output_of, shell,
};

/// On the built-in data, which they are written for, every example finds something.
#[test]
fn examples_find_something() {
    let home = home();
    for command in [""].into_iter().chain(COMMANDS) {
        let help = kangrejos(&format!("{command} --help"));
        for line in examples(help.succeeds()) {
            let (program, _) = line.split_once(" | ").unwrap_or((&line, ""));
            let mut shell = shell_at(&home, program);
            let done = output_of(shell.env_remove("KANGREJOS_DATASET"));
            assert_eq!(done.status, Some(0), "{line}: {done:?}");
            assert!(!done.stdout.starts_with("error"), "{line}: {done:?}");
        }
    }
}

/// Returns the command lines of a help text's examples; two spaces separate them from a comment.
fn examples(help: &str) -> Vec<String> {
    let (_, examples) = help.split_once("\nExamples:\n").expect("examples");
    let lines = examples.lines().filter_map(|line| {
        let line = line.strip_prefix("  ").filter(|l| !l.starts_with(' '))?;
        Some(line.split("  ").next()?.to_owned())
    });
    lines.collect()
}

/// Returns the first lines of an output, and how many there are more.
fn beginning(output: &str) -> String {
    const LINES: usize = 3;
    let lines: Vec<&str> = output.split_inclusive('\n').collect();
    if lines.len() <= LINES + 1 {
        return output.to_owned();
    }
    format!("{}({} more lines)\n", lines[..LINES].concat(), lines.len() - LINES)
}

/// Creates a home directory, with a browser that does nothing.
fn home() -> Directory {
    let home = Directory::new();
    for directory in [
        ".local/share/bash-completion/completions",
        ".local/share/man/man1",
        ".config/fish/completions",
        ".zfunc",
        "bin",
    ] {
        fs::create_dir_all(home.at(directory)).expect("a directory");
    }
    home.write("bin/xdg-open", "#!/bin/sh\n");
    fs::set_permissions(home.at("bin/xdg-open"), Permissions::from_mode(0o755)).expect("set");
    home
}

/// Returns a shell that runs `line` in `home`.
fn shell_at(home: &Directory, line: &str) -> Command {
    let mut command = shell(&format!("PATH=$HOME/bin:$PATH; {line}"));
    command.current_dir(home.path()).env("HOME", home.path());
    command.env("KANGREJOS_DATASET", fixture());
    command
}

#[test]
fn examples_do_what_they_say() {
    let has_jq = is_installed("jq", "examples of the help");
    let has_man = is_installed("man", "an example of the help");
    let home = home();
    let path = "tests/expected/examples.txt";
    let recorded = fs::read_to_string(in_repository(path)).unwrap_or_default();
    let mut transcripts = String::new();
    for command in [""].into_iter().chain(COMMANDS) {
        let help = kangrejos(&format!("{command} --help"));
        for line in examples(help.succeeds()) {
            let first = format!("$ {line}\n");
            if transcripts.contains(&first) {
                continue;
            }
            if line.contains("| man ") {
                // What it prints depends on the program that reads the page.
                if has_man {
                    let page = output_of(&mut shell_at(&home, &line));
                    assert!(page.succeeds().contains("KANGREJOS(1)"), "{page:?}");
                }
            } else if line.contains("| jq ") && !has_jq {
                let mut recorded = recorded.split_inclusive("]\n\n");
                transcripts += recorded.find(|part| part.starts_with(&first)).unwrap_or("");
            } else {
                let run = output_of(&mut shell_at(&home, &line));
                let status = run.status.expect("no signal");
                transcripts += &[first, beginning(&run.stdout), format!("[{status}]\n\n")].concat();
            }
        }
    }
    expect_file(path, &transcripts);

    for (file, content) in [
        (".local/share/bash-completion/completions/kangrejos", "completions bash"),
        (".zfunc/_kangrejos", "completions zsh"),
        (".config/fish/completions/kangrejos.fish", "completions fish"),
        (".local/share/man/man1/kangrejos.1", "man"),
        ("kangrejos.ics", "export"),
        ("plan.ics", "export --plan 2026-12-07T18:00 --every 2w"),
    ] {
        // Some sessions are left out of calendars, with a note.
        assert_eq!(kangrejos(content).stdout, home.read(file), "{file}");
    }
}
