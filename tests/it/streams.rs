//! Streams that are closed or full, readers that end early, and signals.

use std::io::{self, Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, Stdio};

use crate::common::directory::Directory;
use crate::common::{command, in_repository, output_of};

/// Command lines for every way to print.
const PRINTING: [&str; 24] = [
    "",
    "list",
    "list --json",
    "list -f tsv",
    "list -f jsonl",
    "list -f ids",
    "list --width 40",
    "show klint --notes",
    "show klint -f markdown",
    "show klint --json",
    "search rust",
    "timeline",
    "timeline --json",
    "topics",
    "people",
    "people gary",
    "people gary -f markdown",
    "editions",
    "export 2023",
    "export -f json",
    "open puzzlefs --print",
    "completions bash",
    "man",
    "--help",
];

/// Returns the writing end of a pipe whose reading end is closed.
fn closed_pipe() -> Stdio {
    let (reader, writer) = io::pipe().expect("a pipe");
    drop(reader);
    writer.into()
}

/// Returns a dataset whose list does not fit into a pipe.
fn large() -> String {
    let url = "https://a.b";
    let talks: Vec<String> = (0..5000)
        .map(|n| {
            let title = "x".repeat(100);
            format!(
                r#"{{"id": "talk-{n}", "title": "{title}", "kind": "talk", "sources": ["{url}"]}}"#
            )
        })
        .collect();
    format!(
        r#"{{"year": 2026, "name": "K", "url": "{url}", "revised": "2026-01-01", "sources": ["{url}"], "talks": [{}]}}"#,
        talks.join(",")
    )
}

/// Command lines whose output does not fit into a pipe, on the large dataset.
const LARGE: [&str; 6] = [
    "list",
    "list --json",
    "list -f tsv",
    "list --width 60",
    "export -f csv",
    "search xxxx -f tsv",
];

/// Starts the program with more output than fits into a pipe, and reads the beginning of it.
fn writing() -> Child {
    let mut child = command("list --json --dataset -")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(large().as_bytes()).expect("it reads all");
    drop(stdin);
    let mut start = [0; 2];
    let stdout = child.stdout.as_mut().expect("a pipe");
    stdout.read_exact(&mut start).expect("it writes");
    assert_eq!(&start, b"[\n");
    child
}

fn signal(name: &str, child: &Child) {
    let status = Command::new("sh").args(["-c", &format!("kill -{name} {}", child.id())]).status();
    assert!(status.expect("a shell").success());
}

#[test]
fn a_closed_pipe_is_silent_success() {
    for arguments in PRINTING {
        output_of(command(arguments).stdout(closed_pipe())).prints("");
    }
}

/// The output of these is larger than a pipe, so that they would wait for a reader that has gone.
#[test]
fn a_reader_that_ends_early_is_silent_success() {
    let directory = Directory::new();
    directory.write("large.json", &large());
    for arguments in LARGE {
        let line = format!("\"$K\" {arguments} --dataset large.json");
        let whole = directory.run(&format!("{arguments} --dataset large.json")).stdout;
        assert!(whole.len() > 65_536, "{arguments}");
        let first = whole.split_inclusive('\n').next().expect("a line");
        // The shell returns the status of `head`.
        let line = format!("({line}; echo $? >status) | head -n 1; cat status; rm status");
        directory.shell(&line).prints(&format!("{first}0\n"));
    }
}

#[test]
fn a_pipe_closed_in_the_middle_is_silent_success() {
    let mut child = writing();
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), output.stderr), (Some(0), vec![]));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_status_2_with_a_message() {
    let full = || {
        let file = std::fs::File::options().write(true).open("/dev/full");
        file.expect("/dev/full")
    };
    let message = "error: cannot write to standard output: no space left on device\n";
    for arguments in PRINTING {
        output_of(command(arguments).stdout(full())).gives(2, "", message);
    }
    // In the middle of the output.
    let directory = Directory::new();
    directory.write("large.json", &large());
    for arguments in LARGE {
        let mut command = directory.command(&format!("{arguments} --dataset large.json"));
        output_of(command.stdout(full())).gives(2, "", message);
    }
}

#[test]
fn a_closed_stderr_changes_no_status() {
    for (arguments, status) in [
        ("list", 0),
        ("list -n 2", 0),
        ("show klnt", 1),
        ("list -s nobody", 1),
        ("list -e 2019", 2),
    ] {
        let run = output_of(command(arguments).stderr(closed_pipe()));
        run.gives(status, &run.stdout, "");
    }
}

#[test]
fn closed_streams_are_handled() {
    let next = in_repository("tests/dataset/next.json");
    let next = next.to_str().expect("UTF-8");
    let shell = |line: &str| Directory::new().shell(&line.replace("NEXT", next));
    // A stream that is not open for reading is treated as empty.
    shell("\"$K\" list --dataset - <&-").gives(
        2,
        "",
        "error: standard input: file is empty; expected an edition or an array of editions\n",
    );
    shell("\"$K\" list --dataset NEXT <&-").is_like(&shell("\"$K\" list --dataset NEXT"));
    // There is nobody to read the output.
    shell("\"$K\" list >&-").prints("");
    shell("\"$K\" list -n 2 >&-").gives(0, "", "note: 9 more talks; use -n 11 to see all\n");
    shell("\"$K\" list --dataset missing.json 2>&-").gives(2, "", "");
    shell("\"$K\" list <&- >&- 2>&-").prints("");
    // A stream that is open only for reading cannot be written to.
    shell("\"$K\" list 1</dev/null").gives(
        2,
        "",
        "error: cannot write to standard output: bad file descriptor\n",
    );
}

#[test]
fn a_signal_in_the_middle_of_a_write_ends_the_program_silently() {
    // Neither INT nor HUP, which may be ignored by the process that starts the tests, such as
    // nohup.
    let child = writing();
    signal("TERM", &child);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.signal(), output.stderr), (Some(15), vec![]));
}

#[test]
fn a_program_stopped_in_the_middle_of_a_write_continues() {
    let child = writing();
    signal("STOP", &child);
    signal("CONT", &child);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), output.stderr), (Some(0), vec![]));
    let rest = String::from_utf8(output.stdout).expect("UTF-8");
    let directory = Directory::new();
    directory.write("large.json", &large());
    let whole = directory.run("list --json --dataset large.json");
    assert_eq!(format!("[\n{rest}"), whole.succeeds());
}
