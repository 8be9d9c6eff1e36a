//! The files of `completions/`: what the program prints for each shell, with nothing else beside them.

mod common;

use std::collections::BTreeSet;
use std::fs;

use pretty_assertions::assert_eq;

use common::{command, expect_file, in_repository, kangrejos, run};

const FILES: [(&str, &str); 5] = [
    ("bash", "kangrejos.bash"),
    ("elvish", "kangrejos.elv"),
    ("fish", "kangrejos.fish"),
    ("powershell", "_kangrejos.ps1"),
    ("zsh", "_kangrejos"),
];

#[test]
fn the_files_are_what_the_program_prints() {
    for (shell, name) in FILES {
        let run = kangrejos(&format!("completions {shell}"));
        let script = run.succeeds();
        expect_file(&format!("completions/{name}"), script);
        for id in kangrejos("list -e all -f ids").stdout.lines() {
            let whole = |word: &str| word == id;
            let mut words = script.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
            assert!(words.any(whole), "{shell}: {id}");
        }
    }
    let files = fs::read_dir(in_repository("completions")).expect("a folder");
    let names: BTreeSet<_> = files
        .map(|file| file.expect("a file").file_name())
        .collect();
    assert_eq!(names, FILES.map(|(_, name)| name.into()).into());
}

/// A data set's titles and names go into scripts: nothing in them may run, or end a quote.
#[test]
fn hostile_data_stays_data() {
    let edition = r#"{"year": 2026, "name": "K", "url": "https://kangrejos.com", "revised": "2026-11-22", "talks": [
        {"id": "t1", "title": "a \"; touch x; \" 'b' $(touch x) `touch x` \\ ‘’‚‛; c", "kind": "talk",
         "speakers": ["$(touch x)", "`touch x`", "Eve; touch x", "Ann O\"Neil", "Ann Author"]}]}"#;
    for (shell, expected) in [
        ("bash", "Author"),
        (
            "elvish",
            "cand 't1' 'a ; touch x;  ''b'' $(touch x) `touch x`  ‘’‚‛; c'",
        ),
        (
            "fish",
            r"t1\\t\'a ; touch x;  \\\'b\\\' $(touch x) `touch x`  ‘’‚‛; c\'",
        ),
        (
            "powershell",
            "'a ; touch x;  ''b'' $(touch x) `touch x`  ''''''''; c'",
        ),
        (
            "zsh",
            r#"t1\:"a ; touch x;  '\''b'\'' \$(touch x) \`touch x\`  ‘’‚‛; c""#,
        ),
    ] {
        let arguments = format!("--dataset - completions {shell}");
        let run = run(&mut command(&arguments), edition);
        let script = run.succeeds();
        assert!(script.contains(expected), "{shell}: {script}");
        assert!(!script.contains("Eve"), "{shell}");
    }
}

#[test]
fn other_shells_are_refused() {
    kangrejos("completions tcsh").gives(
        2,
        "",
        "error: invalid value 'tcsh' for '<SHELL>'\n  \
         [possible values: bash, elvish, fish, powershell, zsh]\n\n  \
         tip: a similar value exists: 'zsh'\n\nFor more information, try '--help'.\n",
    );
}
