//! `kangrejos export` from outside: what it writes, where to, and what it does when it cannot.

#[path = "common/export.rs"]
mod common;

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use common::{Folder, Ran, failed, files, ran, silent};
use pretty_assertions::assert_eq;

const FORMATS: [&str; 5] = ["ics", "json", "csv", "md", "bib"];
const LEFT_OUT: &str = "kangrejos: 13 talks of 2024 have no dates and are left out\n";
const USAGE: &str =
    "\n\nUsage: kangrejos export [OPTIONS] [TALK]...\n\nFor more information, try '--help'.\n";
const HELP: &str = "\n\nFor more information, try '--help'.\n";

/// The lines of `text` that begin with `key`.
fn lines<'t>(text: &'t str, key: &str) -> Vec<&'t str> {
    text.lines().filter(|line| line.starts_with(key)).collect()
}

#[test]
fn a_file_holds_what_standard_output_does_in_every_format() {
    let folder = Folder::new();
    for format in FORMATS {
        let printed = folder.export(&["-e", "all", "-f", format]);
        let stderr = if format == "ics" { LEFT_OUT } else { "" };
        assert_eq!((printed.status, &*printed.stderr), (Some(0), stderr));
        assert!(!printed.stdout.is_empty());
        let name = format!("x.{}", format.to_uppercase());
        let args = ["-e", "all", "-o", &name];
        assert_eq!(folder.export(&args), failed(0, stderr));
        assert_eq!(folder.read(&name), printed.stdout);
        // `-f` wins over the extension.
        assert_eq!(
            folder.export(&["-e", "all", "-f", format, "-o", "x.html"]),
            failed(0, stderr)
        );
        assert_eq!(folder.read("x.html"), printed.stdout);
    }
    let calendar = folder.export(&[]);
    assert_eq!(folder.export(&["-o", "-"]), calendar);
    for name in ["no-extension", ".ics", "dot."] {
        assert_eq!(folder.export(&["-o", name]), silent());
        assert_eq!(folder.read(name), calendar.stdout);
    }
    assert_eq!(lines(&calendar.stdout, "UID:").len(), 16);
}

#[test]
fn the_same_selection_gives_the_same_bytes_everywhere() {
    let (here, there) = (Folder::new(), Folder::new());
    let plan = ["-e", "all", "--plan", "2026-12-07T18:00"];
    let formats = FORMATS.map(|format| vec!["-e", "all", "-f", format]);
    for args in formats.into_iter().chain([plan.to_vec()]) {
        let mut elsewhere = there.command(&args);
        let elsewhere = elsewhere
            .env("TZ", "Asia/Tokyo")
            .env("LC_ALL", "es_ES.UTF-8")
            .env("LANG", "tr_TR.UTF-8")
            .env("HOME", "/nowhere")
            .env("COLUMNS", "20")
            .env("TERM", "xterm-256color")
            .env("CLICOLOR_FORCE", "1");
        assert_eq!(ran(elsewhere), here.export(&args), "{args:?}");
    }
}

#[test]
fn calendars_have_lines_of_75_octets_and_crlf() {
    let folder = Folder::new();
    for args in [
        &["-e", "all"][..],
        &["-e", "all", "--plan", "2026-12-07T18:00"],
        &["klint"],
    ] {
        let text = folder.export(args).stdout;
        assert!(text.ends_with("\r\nEND:VCALENDAR\r\n"));
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        assert!(text.split("\r\n").all(|line| line.len() <= 75));
        assert_eq!(
            lines(&text, "PRODID:"),
            ["PRODID:-//kangrejos//kangrejos//EN"]
        );
    }
}

#[test]
fn sessions_without_dates_are_counted_once() {
    let folder = Folder::new();
    assert_eq!(
        folder.export(&["-e", "2024"]),
        failed(
            1,
            &LEFT_OUT.replace("out\n", "out; a reading plan needs none: --plan START\n")
        )
    );
    assert_eq!(
        folder.export(&["safety-standard"]),
        failed(
            1,
            "kangrejos: 1 talk of 2024 has no date and is left out; a reading plan needs none: --plan START\n"
        )
    );
    folder.write("old.ics", "old");
    assert_eq!(
        folder.export(&["-e", "2024", "-o", "old.ics"]).status,
        Some(1)
    );
    assert_eq!(folder.files(), [("old.ics".to_owned(), "old".to_owned())]);
    let both = folder.export(&["-e", "2024", "-e", "2023"]);
    assert_eq!((both.status, &*both.stderr), (Some(0), LEFT_OUT));
    assert_eq!(both.stdout, folder.export(&["-e", "2023"]).stdout);
    for format in &FORMATS[1..] {
        let ran = folder.export(&["-e", "2024", "-f", format]);
        assert_eq!((ran.status, &*ran.stderr), (Some(0), ""), "{format}");
    }
}

#[test]
fn a_plan_takes_every_talk_one_a_period() {
    let folder = Folder::new();
    let plan = |args: &[&str]| {
        let ran = folder.export(args);
        assert_eq!((ran.status, &*ran.stderr), (Some(0), ""), "{args:?}");
        ran.stdout
    };
    let all = plan(&["-e", "all", "--plan", "2026-12-07T18:00"]);
    assert_eq!(lines(&all, "UID:").len(), 49);
    assert_eq!(
        lines(&all, "DTSTART")[..2],
        ["DTSTART:20261207T180000", "DTSTART:20261214T180000"]
    );
    assert_eq!(
        lines(&all, "DTEND")[..2],
        ["DTEND:20261207T184500", "DTEND:20261214T184500"]
    );
    let monthly = [
        "--plan",
        "2027-01-31T09:00",
        "--every",
        "1M",
        "--duration",
        "1h30m",
    ];
    let monthly = plan(&monthly);
    assert_eq!(
        lines(&monthly, "DTSTART")[..3],
        [
            "DTSTART:20270131T090000",
            "DTSTART:20270228T090000",
            "DTSTART:20270331T090000"
        ]
    );
    assert_eq!(lines(&monthly, "DTEND")[0], "DTEND:20270131T103000");
    // The same talk has the same UID in every plan, and another than its session.
    assert!(lines(&monthly, "UID:").iter().all(|uid| all.contains(uid)));
    let sessions = folder.export(&[]).stdout;
    assert!(
        lines(&monthly, "UID:")
            .iter()
            .all(|uid| !sessions.contains(uid))
    );
}

#[test]
fn what_cannot_be_is_a_usage_error() {
    let folder = Folder::new();
    for (args, message) in [
        (
            &["-o", "x.html"][..],
            "no format for the extension \"html\" of '--output <FILE>': the known ones are .ics, .json, .csv, .md, .bib; or name a format with -f",
        ),
        (
            &["--plan", "2026-12-07T18:00", "-f", "md"],
            "the argument '--plan <START>' cannot be used with the format 'md': it makes calendars, of the format 'ics'",
        ),
        (
            &["--plan", "2026-12-07T18:00", "-o", "x.csv"],
            "the argument '--plan <START>' cannot be used with the format 'csv': it makes calendars, of the format 'ics'",
        ),
        (
            &["--split", "d", "-f", "json"],
            "the argument '--split <DIR>' cannot be used with the format 'json': it makes calendars, of the format 'ics'",
        ),
        (
            &["--plan", "9999-12-01T18:00"],
            "the plan is too long: talk 6 of 16 comes after the year 9999; choose a shorter '--every <PERIOD>'",
        ),
    ] {
        let expected = failed(2, &format!("error: {message}{USAGE}"));
        assert_eq!(folder.export(args), expected, "{args:?}");
    }
    for (args, message) in [
        (
            ["--plan", "tomorrow"],
            "invalid value 'tomorrow' for '--plan <START>': expected a local date and time such as 2026-12-07T18:00",
        ),
        (
            ["--plan", "2026-12-07T18:00Z"],
            "invalid value '2026-12-07T18:00Z' for '--plan <START>': expected a local date and time such as 2026-12-07T18:00",
        ),
        (
            ["--every", "1m"],
            "invalid value '1m' for '--every <PERIOD>': expected a number of days, weeks or months such as 3d, 1w or 1M",
        ),
        (
            ["--duration", "45"],
            "invalid value '45' for '--duration <LENGTH>': expected hours and minutes, at most a day, such as 45m, 1h or 1h30m",
        ),
    ] {
        let expected = failed(2, &format!("error: {message}{HELP}"));
        assert_eq!(folder.export(&args), expected, "{args:?}");
    }
    for (args, option) in [
        (["--every", "1w"], "--every <PERIOD>"),
        (["--duration", "1h"], "--duration <LENGTH>"),
    ] {
        let expected = format!(
            "error: the following required arguments were not provided:\n  --plan <START>\n\n\
            Usage: kangrejos export --plan <START> {option} [TALK]...{HELP}"
        );
        assert_eq!(folder.export(&args), failed(2, &expected), "{args:?}");
    }
    assert_eq!(
        folder.export(&["--split", "d", "-o", "x.ics"]),
        failed(
            2,
            &format!(
                "error: the argument '--split <DIR>' cannot be used with '--output <FILE>'\n\n\
                Usage: kangrejos export --split <DIR> [TALK]...{HELP}"
            )
        )
    );
    assert_eq!(folder.files(), []);
}

#[test]
fn a_folder_gets_a_calendar_per_talk_called_by_its_uid() {
    let folder = Folder::new();
    assert_eq!(
        folder.export(&["-e", "all", "--split", "a/b"]),
        failed(0, LEFT_OUT)
    );
    let written = files(&folder.at("a/b"));
    assert_eq!(written.len(), 36);
    for (name, text) in &written {
        assert_eq!(
            lines(text, "UID:"),
            [format!("UID:{}", name.trim_end_matches(".ics"))]
        );
        assert_eq!(lines(text, "X-WR-CALNAME"), [""; 0]);
    }
    let one = folder.export(&["pin-init"]).stdout;
    assert!(written.contains(&("d99cf337-4fe7-5146-a686-d1720e96bbe4.ics".to_owned(), one)));
    // What is of the same talks is replaced, and nothing else.
    folder.write("a/b/other.ics", "other");
    folder.write("a/b/d99cf337-4fe7-5146-a686-d1720e96bbe4.ics", "old");
    assert_eq!(folder.export(&["pin-init", "--split", "a/b"]), silent());
    let mut expected = written;
    expected.push(("other.ics".to_owned(), "other".to_owned()));
    assert_eq!(files(&folder.at("a/b")), expected);
    // A later plan moves the events of an earlier one.
    for start in ["2026-12-07T18:00", "2027-12-07T18:00"] {
        assert_eq!(
            folder.export(&["-e", "all", "--split", "plan", "--plan", start]),
            silent()
        );
        assert_eq!(files(&folder.at("plan")).len(), 49);
    }
    assert!(
        files(&folder.at("plan"))
            .iter()
            .all(|(_, text)| lines(text, "DTSTART")[0] >= "DTSTART:2027")
    );
}

#[test]
fn a_failure_says_why_and_leaves_everything_as_it_was() {
    let folder = Folder::new();
    folder.write("old.ics", "old");
    fs::create_dir(folder.at("sub")).expect("made");
    fs::create_dir(folder.at("sub/d99cf337-4fe7-5146-a686-d1720e96bbe4.ics")).expect("made");
    let before = folder.files();
    for (args, reason) in [
        (["-o", "sub"], "\"sub\": it is a folder; name a file in it"),
        (
            ["-o", "none/x.ics"],
            "\"none/x.ics\": there is no such folder; make it first",
        ),
        (
            ["-o", "old.ics/x.ics"],
            "\"old.ics/x.ics\": a file is where a folder should be; name another",
        ),
        (
            ["-o", "/dev/full"],
            "\"/dev/full\": no space is left; make room, or name a file elsewhere",
        ),
        (
            ["--split", "old.ics"],
            "\"old.ics\": a file is where a folder should be; name another",
        ),
        (
            ["--split", "old.ics/x"],
            "\"old.ics/x\": a file is where a folder should be; name another",
        ),
        (
            ["--split", "sub"],
            "\"sub/d99cf337-4fe7-5146-a686-d1720e96bbe4.ics\": it is a folder; name a file in it",
        ),
    ] {
        let expected = failed(2, &format!("kangrejos: cannot write {reason}\n"));
        assert_eq!(folder.export(&args), expected, "{args:?}");
        assert_eq!(folder.files(), before);
    }
    assert_eq!(files(&folder.at("sub")).len(), 1);
}

#[test]
fn a_limit_on_the_size_of_files_is_a_failure() {
    let folder = Folder::new();
    folder.write("old.ics", "old");
    let before = folder.files();
    let reason = "it would be larger than files may be here; see ulimit -f";
    assert_eq!(
        folder.shell("ulimit -f 1; exec \"$K\" export -o old.ics"),
        failed(
            2,
            &format!("kangrejos: cannot write \"old.ics\": {reason}\n")
        )
    );
    assert_eq!(folder.files(), before);
    let split = folder.shell("ulimit -f 1; exec \"$K\" export --split new");
    assert_eq!((split.status, &*split.stdout), (Some(2), ""));
    assert!(
        split.stderr.ends_with(&format!(".ics\": {reason}\n")),
        "{split:?}"
    );
    assert_eq!(folder.files(), before);
}

#[test]
fn permissions_are_kept_and_obeyed() {
    let folder = Folder::new();
    let mode = |name: &str, mode: u32| {
        fs::set_permissions(folder.at(name), Permissions::from_mode(mode)).expect("set");
    };
    let mode_of = |name: &str| {
        fs::metadata(folder.at(name))
            .expect(name)
            .permissions()
            .mode()
    };
    mode("", 0o777);
    folder.write("old.ics", "old");
    for bits in [0o600, 0o604, 0o666, 0o755] {
        mode("old.ics", bits);
        assert_eq!(folder.export(&["-o", "old.ics"]), silent());
        assert_eq!(mode_of("old.ics") & 0o7777, bits);
    }
    for (umask, bits) in [("022", 0o644), ("077", 0o600), ("000", 0o666)] {
        let run = format!(
            "umask {umask}; rm -rf new new.ics; \"$K\" export -o new.ics && \"$K\" export pin-init --split new"
        );
        assert_eq!(folder.shell(&run), silent());
        assert_eq!(mode_of("new.ics") & 0o7777, bits);
        let split = mode_of("new/d99cf337-4fe7-5146-a686-d1720e96bbe4.ics");
        assert_eq!(split & 0o7777, bits);
    }
    folder.write("old.ics", "old");
    fs::create_dir(folder.at("closed")).expect("made");
    folder.write("closed/old.ics", "old");
    mode("old.ics", 0o444);
    mode("closed/old.ics", 0o666);
    mode("closed", 0o555);
    let before = folder.files();
    for args in [
        ["-o", "old.ics"],
        ["-o", "closed/old.ics"],
        ["-o", "closed/new.ics"],
        ["--split", "closed/new"],
    ] {
        let expected = format!(
            "kangrejos: cannot write \"{}\": permission denied; it and its folder must be writable\n",
            args[1]
        );
        assert_eq!(
            folder.export_without_power(&args),
            failed(2, &expected),
            "{args:?}"
        );
        assert_eq!(folder.files(), before);
        assert_eq!(
            files(&folder.at("closed")),
            [("old.ics".to_owned(), "old".to_owned())]
        );
    }
    mode("closed", 0o755);
}

#[test]
fn links_and_devices_are_written_through() {
    let folder = Folder::new();
    fs::create_dir(folder.at("sub")).expect("made");
    folder.write("sub/old.ics", "old");
    symlink("sub/old.ics", folder.at("link.ics")).expect("linked");
    symlink("sub/new.ics", folder.at("dangling.ics")).expect("linked");
    let calendar = folder.export(&[]).stdout;
    for (link, file) in [("link.ics", "sub/old.ics"), ("dangling.ics", "sub/new.ics")] {
        assert_eq!(folder.export(&["-o", link]), silent());
        assert!(folder.at(link).is_symlink());
        assert_eq!(folder.read(file), calendar);
    }
    assert_eq!(files(&folder.at("sub")).len(), 2);
    assert_eq!(folder.export(&["-o", "/dev/null"]), silent());
    let printed = Ran {
        stdout: calendar.clone(),
        ..silent()
    };
    assert_eq!(folder.shell("\"$K\" export -o /dev/stdout | cat"), printed);
    assert_eq!(
        folder.shell("\"$K\" export -o /dev/stdout >out; cat out"),
        printed
    );
    assert_eq!(
        folder.shell("mkfifo pipe; cat pipe & \"$K\" export -o pipe; wait"),
        printed
    );
    // A reader that goes away has read enough.
    assert_eq!(
        folder.shell("\"$K\" export -e all -f json -o /dev/stdout | true"),
        silent()
    );
    assert_eq!(
        folder.shell("\"$K\" export -e all -f json | true"),
        silent()
    );
}

#[test]
fn a_signal_leaves_no_file_half_written() {
    let mut interrupted = 0;
    // Until some signals have arrived in the middle, which is a matter of luck.
    for round in (0..90_u32).cycle().take(9000) {
        if interrupted == 9 {
            break;
        }
        let folder = Folder::new();
        folder.write("old", "old");
        let args = ["-e", "all", "--plan", "2026-12-07T18:00", "--split", "new"];
        let mut command = folder.command(&args);
        let child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let (signal, number) = [("INT", 2), ("TERM", 15), ("HUP", 1)][(round % 3) as usize];
        thread::sleep(Duration::from_micros(100) * round);
        let mut kill = Command::new("sh");
        kill.args(["-c", &format!("kill -{signal} {} 2>&-", child.id())]);
        kill.status().expect("sh runs");
        let output = child.wait_with_output().expect("it ends");
        let stderr = String::from_utf8(output.stderr).expect("UTF-8");
        match (output.status.code(), output.status.signal()) {
            // After the writing, or before it.
            (Some(0), None) => assert_eq!(files(&folder.at("new")).len(), 49),
            (None, Some(by)) => {
                assert_eq!(by, number);
                let written = folder
                    .at("new")
                    .is_dir()
                    .then(|| files(&folder.at("new")).len());
                assert!(
                    matches!(written, None | Some(49)),
                    "{written:?} files are left"
                );
            }
            (Some(2), None) => {
                assert!(
                    stderr.starts_with("kangrejos: cannot write \"new/")
                        && stderr.ends_with(&format!("\": interrupted by SIG{signal}\n")),
                    "{stderr}"
                );
                assert_eq!(folder.files(), [("old".to_owned(), "old".to_owned())]);
                interrupted += 1;
            }
            other => panic!("{other:?}: {stderr}"),
        }
    }
    assert_eq!(interrupted, 9);
}

#[test]
fn a_signal_that_is_turned_off_stays_off() {
    for round in 0..20_u32 {
        let folder = Folder::new();
        let line = "trap '' TERM; \"$K\" export -e all --split new --plan 2026-12-07T18:00 & \
            (trap - TERM; sleep 0.00$N); kill -TERM $! 2>&-; wait $!";
        let ran = folder.shell(&line.replace("$N", &(round % 10).to_string()));
        assert_eq!(ran, silent());
        assert_eq!(files(&folder.at("new")).len(), 49);
    }
}
