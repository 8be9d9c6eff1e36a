//! The examples that end every help text: each is run as it stands, in one folder, and all that they
//! print is compared.

#![cfg(target_os = "linux")]

mod common;

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs};

use pretty_assertions::assert_eq;

use common::{COMMANDS, expected, is_installed, kangrejos, program};

/// The command lines of a help text's examples; what is told of them stands behind two blanks.
fn examples(help: &str) -> Vec<String> {
    let (_, examples) = help.split_once("\nExamples:\n").expect("examples");
    let lines = examples.lines().filter_map(|line| {
        let line = line.strip_prefix("  ").filter(|l| !l.starts_with(' '))?;
        Some(line.split("  ").next()?.to_owned())
    });
    lines.collect()
}

/// Runs `line` in a shell, in `home`, with a browser that does nothing; status and both streams.
fn transcript(line: &str, home: &Path) -> String {
    let path = env::var("PATH").expect("a PATH");
    let programs = program().parent().expect("a folder").display();
    let output = Command::new("sh")
        .args(["-c", &format!("exec 2>&1; {line}")])
        .current_dir(home)
        .env("PATH", format!("{}:{programs}:{path}", home.display()))
        .env("HOME", home)
        .stdin(Stdio::null())
        .output()
        .expect("there is a shell");
    let status = output.status.code().expect("no signal");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    format!("$ {line}\n{text}[{status}]\n")
}

#[test]
fn examples_do_what_they_say() {
    let home = tempfile::tempdir().expect("a folder");
    let home = home.path();
    for folder in [
        ".local/share/bash-completion/completions",
        ".local/share/man/man1",
        ".config/fish/completions",
        ".zfunc",
    ] {
        fs::create_dir_all(home.join(folder)).expect("a folder");
    }
    let browser = home.join("xdg-open");
    fs::write(&browser, "#!/bin/sh\n").expect("a script");
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).expect("executable");

    let (has_jq, has_man) = (is_installed("jq"), is_installed("man"));
    let path = expected("examples.txt");
    let update = env::var_os("UPDATE_EXPECTED").is_some();
    let recorded = fs::read_to_string(&path).unwrap_or_default();
    let mut recorded = recorded.split_inclusive("]\n\n");
    let mut all = String::new();
    for command in [""].into_iter().chain(COMMANDS) {
        let help = kangrejos(&format!("{command} --help")).stdout();
        for line in examples(&help) {
            if line.contains("| man ") {
                // What it prints depends on the program that reads the page.
                let page = transcript(&line, home);
                assert!(!has_man || page.contains("KANGREJOS(1)"), "{page}");
                continue;
            }
            let expected = recorded.next().unwrap_or_default();
            // jq is not part of Rust: where it is missing, its examples are left to `.ci/run`.
            if line.contains("| jq ") && !has_jq {
                continue;
            }
            let transcript = transcript(&line, home) + "\n";
            if !update {
                assert_eq!(transcript, expected);
            }
            all += &transcript;
        }
    }
    if update {
        fs::write(&path, all).expect("the file can be written");
    }
    assert_eq!(recorded.next().filter(|_| !update), None);

    for (file, content) in [
        (
            ".local/share/bash-completion/completions/kangrejos",
            "completions bash",
        ),
        (".zfunc/_kangrejos", "completions zsh"),
        (
            ".config/fish/completions/kangrejos.fish",
            "completions fish",
        ),
        (".local/share/man/man1/kangrejos.1", "man"),
        ("kangrejos.ics", "export"),
        ("talks.json", "export -e all -f json"),
        ("plan.ics", "export --plan 2026-12-07T18:00 --every 2w"),
    ] {
        let written = fs::read_to_string(home.join(file)).expect(file);
        assert_eq!(written, kangrejos(content).stdout(), "{file}");
    }
}
