//! Where the output goes: closed pipes, full disks, files.

#![cfg(unix)]

mod common;

use std::fs::{self, File};
use std::io;
use std::path::PathBuf;
use std::process::{Output, Stdio};

use pretty_assertions::assert_eq;

use common::{command, kangrejos};

/// A command line for every way to print.
const PRINTING: [&str; 14] = [
    "list",
    "list -e all --json",
    "list -f tsv",
    "list -f jsonl",
    "list -f ids",
    "show klint",
    "show klint --json",
    "search rust",
    "speakers",
    "editions",
    "export",
    "export -f json",
    "--help",
    "--version",
];

/// A writer nobody reads from any more.
fn closed_pipe() -> Stdio {
    let (reader, writer) = io::pipe().expect("a pipe");
    drop(reader);
    writer.into()
}

fn said(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    (
        output.status.code(),
        text(&output.stdout),
        text(&output.stderr),
    )
}

#[test]
fn a_reader_that_went_away_is_silent_success() {
    for arguments in PRINTING {
        let output = command(arguments)
            .stdout(closed_pipe())
            .output()
            .expect("it runs");
        assert_eq!(
            said(&output),
            (Some(0), String::new(), String::new()),
            "{arguments}"
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_status_2_with_a_message() {
    for arguments in PRINTING {
        let full = File::options()
            .write(true)
            .open("/dev/full")
            .expect("/dev/full");
        let output = command(arguments).stdout(full).output().expect("it runs");
        let message =
            "kangrejos: cannot write to standard output: No space left on device (os error 28)\n";
        assert_eq!(
            said(&output),
            (Some(2), String::new(), message.to_owned()),
            "{arguments}"
        );
    }
    kangrejos("export -o /dev/full").gives(
        2,
        "",
        "kangrejos: cannot write \"/dev/full\": no space is left; make room, or name a file elsewhere\n",
    );
}

#[test]
fn a_closed_stderr_changes_no_status() {
    for (arguments, status) in [
        ("list", 0),
        ("show klnt", 1),
        ("list -s nobody", 1),
        ("list -e 2019", 2),
        ("", 2),
    ] {
        let output = command(arguments)
            .stderr(closed_pipe())
            .output()
            .expect("it runs");
        assert_eq!(output.status.code(), Some(status), "{arguments}");
    }
}

/// A folder of its own for a test, empty at its start.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir(&folder).expect("a folder");
    folder
}

fn names(folder: &PathBuf) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder");
    let mut names: Vec<String> = entries
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("UTF-8")
        })
        .collect();
    names.sort();
    names
}

#[test]
fn a_file_is_written_whole_and_replaced_whole() {
    let folder = folder("whole");
    let path = folder.join("kangrejos.ics");
    for before in [None, Some("old contents, longer than nothing")] {
        if let Some(before) = before {
            fs::write(&path, before).expect("written");
        }
        let output = command("export -o").arg(&path).output().expect("it runs");
        assert_eq!(said(&output), (Some(0), String::new(), String::new()));
        assert_eq!(
            fs::read_to_string(&path).expect("read"),
            kangrejos("export").stdout()
        );
        assert_eq!(names(&folder), ["kangrejos.ics"]);
    }
    let json = folder.join("talks.JSON");
    let output = command("export -o").arg(&json).output().expect("it runs");
    assert_eq!(said(&output), (Some(0), String::new(), String::new()));
    assert_eq!(
        fs::read_to_string(&json).expect("read"),
        kangrejos("list --json").stdout()
    );
}

#[test]
fn a_file_that_cannot_be_written_is_status_2_and_leaves_nothing() {
    let folder = folder("failure");
    let missing = folder.join("missing").join("kangrejos.ics");
    for (path, reason) in [
        (missing, "there is no such folder; make it first"),
        (folder.clone(), "it is a folder; name a file in it"),
    ] {
        let output = command("export -f ics -o")
            .arg(&path)
            .output()
            .expect("it runs");
        let message = format!("kangrejos: cannot write \"{}\": {reason}\n", path.display());
        assert_eq!(said(&output), (Some(2), String::new(), message));
    }
    assert_eq!(names(&folder), [""; 0]);
}

#[test]
fn dev_null_is_written_directly() {
    kangrejos("export -o /dev/null").prints("");
    assert!(
        !fs::metadata("/dev/null")
            .expect("it is still there")
            .is_file()
    );
}
