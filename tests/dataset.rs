//! `--dataset`: where editions are read from, how they are joined, and what is said where they
//! cannot be; and whatever else comes from outside, such as hostile arguments.

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use pretty_assertions::assert_eq;

use common::{Run, command, kangrejos, run};

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/dataset")
        .join(name)
}

fn text(name: &str) -> String {
    fs::read_to_string(file(name)).expect("the file")
}

/// The program with `arguments`, in the folder of the data sets.
fn there(arguments: &str) -> Command {
    let mut command = command(arguments);
    command.current_dir(file(""));
    command
}

#[track_caller]
fn in_folder(arguments: &str) -> Run {
    run(arguments, &mut there(arguments), "")
}

const NEXT: &str = "\
ID       TIME                TITLE                              SPEAKERS
opening                      Opening
early    15 Sep 09:30-10:15  An early one                       Bob Builder
hall     16 Sep              Hallway, all day
late     16 Sep 16:00-16:45  A late one                         Ann Author
close                        Closing words behind the late one
";

#[test]
fn a_file_takes_the_place_of_the_embedded_data() {
    in_folder("-d next.json list").prints(NEXT);
    in_folder("list --dataset next.json").prints(NEXT);
    in_folder("list -d ./next.json -e 2023").gives(
        2,
        "",
        "error: invalid value '2023' for '--edition <YEAR|all>': the editions are 2026\n\nUsage: kangrejos list [OPTIONS]\n\nFor more information, try '--help'.\n",
    );
    // The latest complete edition, also where it is not the first of its file.
    in_folder("list -d two.json -f ids").prints("last\n");
    in_folder("list -d two.json -e all -f ids").prints("first\nlast\n");
}

#[test]
fn standard_input_is_read_with_a_byte_order_mark_or_without() {
    for mark in ["", "\u{feff}"] {
        let input = format!("{mark}{}", text("next.json"));
        run("list -d -", &mut there("list -d -"), &input).prints(NEXT);
    }
}

#[test]
fn several_are_joined_oldest_edition_first() {
    let ids = "opening\nearly\nhall\nlate\nclose\nfirst\nlast\n";
    for arguments in [
        "list -d two.json -d next.json -e all -f ids",
        "-d two.json list -d next.json -e all -f ids",
        "-d next.json -d two.json list -e all -f ids",
        "-d next.json list -e all -f ids -d two.json",
    ] {
        in_folder(arguments).prints(ids);
    }
    let embedded = kangrejos("list -e all -f ids").stdout();
    in_folder("list -d next.json -d builtin -d two.json -e all -f ids")
        .prints(&format!("{embedded}{ids}"));
    in_folder("list -d builtin -e all -f ids").prints(&embedded);
    in_folder("-d builtin show pin-init").prints(&kangrejos("show pin-init").stdout());
}

#[test]
fn the_environment_names_a_data_set_where_no_option_does() {
    let with = |value: &str, arguments: &str| {
        let mut command = there(arguments);
        command.env("KANGREJOS_DATASET", value);
        run(arguments, &mut command, &text("next.json"))
    };
    with("next.json", "list").prints(NEXT);
    with("-", "list").prints(NEXT);
    with("two.json", "list -d next.json").prints(NEXT);
    with("missing.json", "-d next.json list").prints(NEXT);
    let embedded = kangrejos("list").stdout();
    with("", "list").prints(&embedded);
    with("builtin", "list").prints(&embedded);
    with("missing.json", "list").gives(
        2,
        "",
        "kangrejos: cannot read \"missing.json\": No such file or directory (os error 2)\n",
    );
    with("\u{1b}[31m\n", "list").gives(
        2,
        "",
        "kangrejos: cannot read \"\\u{1b}[31m\\n\": No such file or directory (os error 2)\n",
    );
}

#[test]
fn times_are_shown_and_exported() {
    in_folder("show -d next.json late").prints(
        "\
A late one
Ann Author
Kangrejos 2026, 16 September 16:00-16:45, Oviedo, Spain (partial programme)

Id      late
Kind    talk
Slides  unknown
",
    );
    in_folder("list -d next.json -d two.json -e 2027 -e 2026 -s bob -s ann").prints(
        "\
ID     EDITION  TIME                TITLE         SPEAKERS
early  2026     15 Sep 09:30-10:15  An early one  Bob Builder
late   2026     16 Sep 16:00-16:45  A late one    Ann Author
",
    );
    in_folder("list -d next.json -f tsv -s ann")
        .prints("id\tedition\tkind\ttitle\tspeakers\nlate\t2026\ttalk\tA late one\tAnn Author\n");
    let talk = in_folder("show -d next.json early --json").json();
    assert_eq!(talk["start"], "2026-09-15T09:30:00+02:00");
    assert_eq!(talk["end"], "2026-09-15T10:15:00+02:00");
    let calendar = in_folder("export -d next.json early").stdout();
    assert!(
        calendar.contains("\r\nDTSTART:20260915T073000Z\r\n"),
        "{calendar}"
    );
}

#[test]
fn faults_of_meaning_of_all_files_are_told_together() {
    let bad = text("two.json")
        .replace("kangrejos.com/2028", "kangrejos/2028")
        .replace("first", "early");
    let message = "\
kangrejos: standard input: duplicate id \"early\": talk 1 of 2027 and talk 4 of 2026 (next.json)
kangrejos: standard input: edition 2028: url: not an https URL: \"https://kangrejos/2028\"
";
    let arguments = "list -d next.json -d -";
    run(arguments, &mut there(arguments), &bad).gives(2, "", message);
}

#[test]
fn a_fault_of_syntax_is_told_alone() {
    let arguments = "-d next.json -d - list -d two.json";
    let bad = text("two.json")
        .replace("\"first\"", "1")
        .replace("https://", "http://");
    run(arguments, &mut there(arguments), &bad).gives(
        2,
        "",
        "kangrejos: standard input: line 24, column 15: expected a string, found 1\n",
    );
}

#[test]
fn a_source_named_twice_is_a_usage_error() {
    for (arguments, name) in [
        ("list -d - -d -", "standard input"),
        ("-d builtin list -d builtin", "builtin"),
        ("list -d next.json -d two.json -d next.json", "next.json"),
    ] {
        in_folder(arguments).gives(
            2,
            "",
            &format!("error: dataset {name} is specified twice\n\nUsage: kangrejos list [OPTIONS]\n\nFor more information, try '--help'.\n"),
        );
    }
}

#[test]
fn an_edition_without_talks_is_one() {
    let empty = r#"{"year": 2026, "name": "K", "url": "https://a.b", "revised": "2026-01-01", "talks": []}"#;
    run("list", &mut there("list -d -"), empty).gives(
        1,
        "",
        "kangrejos: no talk of 2026 is selected\n",
    );
    run("list", &mut there("list -d - -f json"), empty).gives(
        1,
        "[]\n",
        "kangrejos: no talk of 2026 is selected\n",
    );
    run("export", &mut there("export -d -"), empty).gives(
        1,
        "",
        "kangrejos: no talk of 2026 is selected\n",
    );
    run("editions", &mut there("editions -d - -f ids"), empty).prints("2026\n");
}

#[cfg(unix)]
mod unix {
    use super::*;

    use std::ffi::OsStr;
    use std::fs::{File, Permissions};
    use std::io::{self, Read, Write};
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::{CommandExt, ExitStatusExt};
    use std::process::{Child, Output, Stdio};
    use std::time::Duration;
    use std::{env, process, thread};

    use pretty_assertions::assert_eq;

    use crate::common::program;

    fn said(output: &Output) -> (Option<i32>, String, String) {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
        (
            output.status.code(),
            text(&output.stdout),
            text(&output.stderr),
        )
    }

    fn refused(message: &str) -> (Option<i32>, String, String) {
        (Some(2), String::new(), format!("{message}\n"))
    }

    #[test]
    fn what_is_no_file_is_refused() {
        for (path, reason) in [
            (".", "is a directory"),
            ("/", "is a directory"),
            (
                "missing/next.json",
                "No such file or directory (os error 2)",
            ),
            ("next.json/x", "Not a directory (os error 20)"),
        ] {
            in_folder(&format!("list -d {path}")).gives(
                2,
                "",
                &format!("kangrejos: cannot read \"{path}\": {reason}\n"),
            );
        }
        let long = "x".repeat(300);
        in_folder(&format!("list -d {long}")).gives(
            2,
            "",
            &format!("kangrejos: cannot read \"{long}\": File name too long (os error 36)\n"),
        );
        in_folder("list -d /dev/null").gives(
            2,
            "",
            "kangrejos: /dev/null: file is empty; expected an edition or an array of editions\n",
        );
    }

    #[test]
    fn files_have_a_limit() {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("huge.json");
        let huge = File::create(&path).expect("a file");
        huge.set_len((256 << 20) + 1)
            .expect("a hole, not a file of that size");
        let output = command("list -d").arg(&path).output().expect("it runs");
        fs::remove_file(&path).expect("it was there");
        let path = path.display();
        assert_eq!(
            said(&output),
            refused(&format!(
                "kangrejos: cannot read \"{path}\": larger than 256 MiB"
            ))
        );
    }

    /// A folder that everybody may enter, with a copy of the program.
    fn open_folder(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("kangrejos-{name}-{}", process::id()));
        fs::create_dir(&folder).expect("a new folder");
        fs::set_permissions(&folder, Permissions::from_mode(0o755)).expect("it is ours");
        fs::copy(program(), folder.join("program")).expect("a copy");
        folder
    }

    /// Runs the copy in `folder` as somebody whom permissions bind: root they do not.
    fn bound(folder: &Path, arguments: &str) -> (Option<i32>, String, String) {
        let mut command = Command::new(folder.join("program"));
        command
            .args(arguments.split(' '))
            .current_dir(folder)
            .env_remove("KANGREJOS_DATASET");
        if fs::read(folder.join("secret.json")).is_ok() {
            const NOBODY: u32 = 65534;
            command.uid(NOBODY).gid(NOBODY);
        }
        // While another test starts a program, its child has the copy open for writing for a moment.
        loop {
            match command.output() {
                Err(busy) if busy.kind() == io::ErrorKind::ExecutableFileBusy => {
                    thread::sleep(Duration::from_millis(10));
                }
                result => return said(&result.expect("it runs")),
            }
        }
    }

    #[test]
    fn permissions_are_respected() {
        let folder = open_folder("permissions");
        let secret = folder.join("secret.json");
        fs::write(&secret, text("next.json")).expect("written");
        fs::set_permissions(&secret, Permissions::from_mode(0o000)).expect("ours");
        fs::set_permissions(&folder, Permissions::from_mode(0o555)).expect("ours");
        let read = bound(&folder, "list -d secret.json");
        let write = bound(&folder, "export -o kangrejos.ics");
        fs::set_permissions(&folder, Permissions::from_mode(0o755)).expect("ours");
        let left = fs::read_dir(&folder).expect("the folder").count();
        fs::remove_dir_all(&folder).expect("removed");
        assert_eq!(
            read,
            refused("kangrejos: cannot read \"secret.json\": Permission denied (os error 13)")
        );
        let (status, stdout, stderr) = write;
        assert_eq!((status, stdout), (Some(2), String::new()));
        assert!(
            stderr.starts_with("kangrejos: cannot write \"kangrejos.ics\": permission denied"),
            "{stderr}"
        );
        assert_eq!((stderr.lines().count(), left), (1, 2), "{stderr}");
    }

    #[test]
    fn paths_that_are_no_text_are_named() {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bytes");
        fs::create_dir_all(&folder).expect("a folder");
        let name = OsStr::from_bytes(b"n\xff\x1b[2J.json");
        fs::write(folder.join(name), text("two.json")).expect("written");
        let list = |name| {
            let mut command = command("list -f ids -d");
            said(
                &command
                    .arg(name)
                    .current_dir(&folder)
                    .output()
                    .expect("it runs"),
            )
        };
        assert_eq!(list(name), (Some(0), "last\n".to_owned(), String::new()));
        fs::write(folder.join(name), "{}").expect("written");
        assert_eq!(
            list(name),
            refused("kangrejos: n\\xff\\u{1b}[2J.json: line 1, column 2: missing key \"year\"")
        );
        assert_eq!(
            list(OsStr::from_bytes(b"\xc3\xe2\x80\xae")),
            refused(
                "kangrejos: cannot read \"\\xc3\\u{202e}\": No such file or directory (os error 2)"
            )
        );
        let mut command = command("list");
        command.env("KANGREJOS_DATASET", OsStr::from_bytes(b"\xff"));
        assert_eq!(
            said(&command.output().expect("it runs")),
            refused("kangrejos: cannot read \"\\xff\": No such file or directory (os error 2)")
        );
    }

    /// Whatever the arguments are, nothing that a terminal obeys comes back.
    #[test]
    fn hostile_arguments_are_shown_escaped() {
        let end = "\nFor more information, try '--help'.";
        let usage = "\nUsage: kangrejos list [OPTIONS]\n";
        let hostile = "\u{1b}[31m\u{202e}\n\u{7}";
        let shown = "\\u{1b}[31m\\u{202e}\\n\\u{7}";
        for (arguments, status, message) in [
            (
                vec!["list".to_owned(), format!("--{hostile}")],
                2,
                format!("error: unexpected argument '--{shown}' found\n{usage}{end}"),
            ),
            (
                vec!["list".to_owned(), hostile.to_owned()],
                2,
                format!("error: unexpected argument '{shown}' found\n{usage}{end}"),
            ),
            (
                vec!["list".to_owned(), format!("-e{hostile}")],
                2,
                format!(
                    "error: invalid value '{shown}' for '--edition <YEAR|all>': expected a year such as 2023, or 'all'\n{end}"
                ),
            ),
            (
                vec!["list".to_owned(), "-s\u{1b}\u{9b}".to_owned()],
                2,
                format!(
                    "error: invalid value '\\u{{1b}}\\u{{9b}}' for '--speaker <NAME>': expected a name or a part of one\n{end}"
                ),
            ),
            (
                vec![format!("lis{hostile}")],
                2,
                format!(
                    "error: unrecognized subcommand 'lis{shown}'\n\nUsage: kangrejos [OPTIONS] <COMMAND>\n{end}"
                ),
            ),
            (
                vec!["show".to_owned(), hostile.to_owned()],
                1,
                format!("kangrejos: no talk \"{shown}\"; see them all with: kangrejos list -e all"),
            ),
            (
                vec!["search".to_owned(), "\u{1b}[\u{202e}".to_owned()],
                2,
                "error: nothing to search for in \"\\u{1b}[\\u{202e}\": give a word\n\nUsage: kangrejos search [OPTIONS] <QUERY>...\n\nFor more information, try '--help'.".to_owned(),
            ),
            (
                vec!["export".to_owned(), format!("-o{hostile}/x.ics")],
                2,
                format!(
                    "kangrejos: cannot write \"{shown}/x.ics\": there is no such folder; make it first"
                ),
            ),
        ] {
            let output = command("").args(&arguments).output().expect("it runs");
            assert_eq!(
                said(&output),
                (Some(status), String::new(), format!("{message}\n")),
                "{arguments:?}"
            );
        }
    }

    #[test]
    fn arguments_that_are_no_text_are_refused_or_found_nowhere() {
        let invalid = OsStr::from_bytes(b"\xff\x1b");
        let message = |command| {
            format!(
                "error: invalid UTF-8 was detected in one or more arguments\n\nUsage: kangrejos {command}\n\nFor more information, try '--help'."
            )
        };
        for (arguments, usage) in [
            ("list -s", "list [OPTIONS]"),
            ("show", "show [OPTIONS] <TALK>..."),
            ("search", "search [OPTIONS] <QUERY>..."),
        ] {
            let output = command(arguments).arg(invalid).output().expect("it runs");
            assert_eq!(said(&output), refused(&message(usage)), "{arguments}");
        }
    }

    #[test]
    fn the_name_of_the_programs_file_is_not_shown() {
        let mut command = command("list --no-such-option");
        let output = command.arg0("\u{1b}[31m").output().expect("it runs");
        assert_eq!(
            said(&output),
            refused(
                "error: unexpected argument '--no-such-option' found\n\nUsage: kangrejos list [OPTIONS]\n\nFor more information, try '--help'."
            )
        );
    }

    #[test]
    fn an_empty_environment_changes_nothing() {
        for arguments in [
            "list",
            "show pin-init",
            "search rcu",
            "export",
            "list -d next.json",
            "--help",
        ] {
            let output = there(arguments).env_clear().output().expect("it runs");
            let expected = (Some(0), in_folder(arguments).stdout(), String::new());
            assert_eq!(said(&output), expected, "{arguments}");
        }
    }

    /// Runs a shell's command line, in which `$0` is the program.
    fn shell(line: &str) -> (Option<i32>, String, String) {
        let mut command = Command::new("sh");
        command
            .args(["-c", line])
            .arg(program())
            .current_dir(file(""));
        said(&command.output().expect("a shell"))
    }

    #[test]
    fn closed_streams_are_answered() {
        // What is not open for reading is empty.
        assert_eq!(
            shell("\"$0\" list -d - <&-"),
            refused(
                "kangrejos: standard input: file is empty; expected an edition or an array of editions"
            )
        );
        assert_eq!(
            shell("\"$0\" list -d next.json <&-"),
            (Some(0), NEXT.to_owned(), String::new())
        );
        // There is nobody to tell.
        let nothing = |status| (Some(status), String::new(), String::new());
        assert_eq!(shell("\"$0\" list >&-"), nothing(0));
        assert_eq!(shell("\"$0\" list -d missing.json 2>&-"), nothing(2));
        assert_eq!(shell("\"$0\" list <&- >&- 2>&-"), nothing(0));
    }

    /// A data set whose list does not fit into a pipe.
    fn large() -> String {
        let talks: Vec<String> = (0..5000)
            .map(|n| {
                format!(
                    r#"{{"id": "talk-{n}", "title": "{}", "kind": "talk"}}"#,
                    "x".repeat(100)
                )
            })
            .collect();
        format!(
            r#"{{"year": 2026, "name": "K", "url": "https://a.b", "revised": "2026-01-01", "talks": [{}]}}"#,
            talks.join(",")
        )
    }

    /// The program on its way to write more than a pipe holds, with the beginning of it read.
    fn writing() -> Child {
        let mut command = command("list -f ids -d -");
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.arg("--json").spawn().expect("it starts");
        let mut stdin = child.stdin.take().expect("a pipe");
        stdin.write_all(large().as_bytes()).expect("it reads all");
        drop(stdin);
        let mut start = [0; 2];
        child
            .stdout
            .as_mut()
            .expect("a pipe")
            .read_exact(&mut start)
            .expect("it writes");
        assert_eq!(&start, b"[\n");
        child
    }

    fn signal(name: &str, child: &Child) {
        let status = Command::new("sh")
            .args(["-c", &format!("kill -{name} {}", child.id())])
            .status();
        assert!(status.expect("a shell").success());
    }

    #[test]
    fn a_reader_that_goes_away_in_the_middle_is_silent_success() {
        let mut child = writing();
        drop(child.stdout.take());
        assert_eq!(
            said(&child.wait_with_output().expect("it ends")),
            (Some(0), String::new(), String::new())
        );
    }

    #[test]
    fn a_signal_in_the_middle_of_a_write_ends_the_program_silently() {
        for (name, number) in [("TERM", 15), ("INT", 2), ("HUP", 1)] {
            let child = writing();
            signal(name, &child);
            let output = child.wait_with_output().expect("it ends");
            assert_eq!(
                (output.status.signal(), output.stderr),
                (Some(number), vec![]),
                "{name}"
            );
        }
    }

    #[test]
    fn a_program_stopped_in_the_middle_of_a_write_goes_on() {
        let child = writing();
        signal("STOP", &child);
        signal("CONT", &child);
        let output = child.wait_with_output().expect("it ends");
        let (status, stdout, stderr) = said(&output);
        assert_eq!((status, stderr), (Some(0), String::new()));
        let talks: serde_json::Value = serde_json::from_str(&format!("[\n{stdout}")).expect("JSON");
        assert_eq!(talks.as_array().map(Vec::len), Some(5000));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_disk_that_fills_up_in_the_middle_is_status_2() {
        let full = File::options()
            .write(true)
            .open("/dev/full")
            .expect("/dev/full");
        let mut child = command("list --json -d -")
            .stdin(Stdio::piped())
            .stdout(full)
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut stdin = child.stdin.take().expect("a pipe");
        stdin.write_all(large().as_bytes()).expect("it reads all");
        drop(stdin);
        assert_eq!(
            said(&child.wait_with_output().expect("it ends")),
            refused(
                "kangrejos: cannot write to standard output: No space left on device (os error 28)"
            )
        );
    }
}
