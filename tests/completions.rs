//! The files in `completions/` are what the program prints for each shell.

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
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("completions");
    for (shell, name) in FILES {
        let path = directory.join(name);
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
    let files = fs::read_dir(directory).expect("a directory");
    let names: BTreeSet<_> = files
        .map(|file| file.expect("a file").file_name())
        .collect();
    assert_eq!(names, FILES.map(|(_, name)| name.into()).into());
}

/// Scripts are for the program as installed, even if a dataset is broken.
#[test]
fn no_dataset_is_read() {
    let mut run = command("completions bash");
    run.env("KANGREJOS_DATASET", "/no/such/file");
    let script = kangrejos("completions bash").stdout();
    common::run("completions bash", &mut run, "").prints(&script);
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
