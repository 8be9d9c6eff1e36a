//! The files of `completions/`: what the program prints for each shell, with nothing else beside them.

mod common;

use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs};

use pretty_assertions::assert_eq;

use common::{command, kangrejos};

const FILES: [(&str, &str); 5] = [
    ("bash", "kangrejos.bash"),
    ("elvish", "kangrejos.elv"),
    ("fish", "kangrejos.fish"),
    ("powershell", "_kangrejos.ps1"),
    ("zsh", "_kangrejos"),
];

#[test]
fn the_files_are_what_the_program_prints() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("completions");
    for (shell, name) in FILES {
        let path = folder.join(name);
        let script = kangrejos(&format!("completions {shell}")).stdout();
        if env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&path, &script).expect("the file can be written");
        }
        let file = fs::read_to_string(&path).unwrap_or_default();
        kangrejos(&format!("completions {shell}")).prints(&file);
        for id in kangrejos("list -e all -f ids").stdout().lines() {
            let whole = |word: &str| word == id;
            let mut words = script.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
            assert!(words.any(whole), "{shell}: {id}");
        }
    }
    let files = fs::read_dir(folder).expect("a folder");
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
        let arguments = format!("completions {shell} -d -");
        let run = common::run(&arguments, &mut command(&arguments), edition);
        let script = run.stdout();
        run.gives(0, &script, "");
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
