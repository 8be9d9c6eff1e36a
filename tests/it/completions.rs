//! The files in `completions/` are what the program prints for each shell.

use std::collections::BTreeSet;
use std::fs;

use crate::common::{command, expect_file, in_repository, kangrejos, output_of};

const FILES: [(&str, &str); 5] = [
    ("bash", "kangrejos.bash"),
    ("elvish", "kangrejos.elv"),
    ("fish", "kangrejos.fish"),
    ("powershell", "_kangrejos.ps1"),
    ("zsh", "_kangrejos"),
];

#[test]
fn the_files_match_what_the_program_prints() {
    for (shell, name) in FILES {
        let run = kangrejos(&format!("completions {shell}"));
        expect_file(&format!("completions/{name}"), run.succeeds());
    }
    let files = fs::read_dir(in_repository("completions")).expect("a directory");
    let names: BTreeSet<_> = files.map(|file| file.expect("a file").file_name()).collect();
    assert_eq!(names, FILES.map(|(_, name)| name.into()).into());
}

/// Scripts are for the program as installed, and are printed even if a dataset is broken.
#[test]
fn no_dataset_is_read() {
    let mut command = command("completions bash");
    command.env("KANGREJOS_DATASET", "/no/such/file");
    output_of(&mut command).prints(&kangrejos("completions bash").stdout);
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
