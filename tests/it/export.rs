//! What `kangrejos export` writes.

use std::collections::BTreeSet;

use pretty_assertions::assert_eq;

use crate::common::data::{number_of_all_talks, number_of_talks, unreadable};
use crate::common::directory::Directory;
use crate::common::{kangrejos, output_of};

const FORMATS: [&str; 5] = ["ics", "json", "csv", "md", "bib"];
const HELP: &str = "\n\nFor more information, try '--help'.\n";

/// The file that `--split` writes for the talk `pin-init`.
const PIN_INIT: &str = "pin-init.ics";

/// Returns the warning about 2024, whose dates are unknown.
fn left_out() -> String {
    let count = number_of_talks(2024);
    format!("warning: skipped {count} talks from 2024 that have no dates\n")
}

/// Returns the warning about the talks that a plan of all editions leaves out.
fn nothing_to_read() -> String {
    let ids = unreadable();
    let (last, others) = ids.split_last().expect("some talks");
    let (count, others) = (ids.len(), others.join(", "));
    format!("warning: skipped {count} talks with nothing to read: {others} and {last}\n")
}

/// Returns the lines of `text` that begin with `key`.
fn lines<'t>(text: &'t str, key: &str) -> Vec<&'t str> {
    text.lines().filter(|line| line.starts_with(key)).collect()
}

#[test]
fn files_and_standard_output_are_the_same_in_every_format() {
    let directory = Directory::new();
    let export = "export -e 2023 -e 2024";
    for format in FORMATS {
        let printed = kangrejos(&format!("{export} -f {format}"));
        let stderr = if format == "ics" { left_out() } else { String::new() };
        printed.gives(0, &printed.stdout, &stderr);
        assert_ne!(printed.stdout, "");
        let name = format!("x.{}", format.to_uppercase());
        let run = directory.run(&format!("{export} -o {name}"));
        run.gives(0, "", &stderr);
        assert_eq!(directory.read(&name), printed.stdout);
        // `-f` overrides the extension.
        let run = directory.run(&format!("{export} -f {format} -o x.html"));
        run.gives(0, "", &stderr);
        assert_eq!(directory.read("x.html"), printed.stdout);
    }
    let calendar = kangrejos("export -e 2023");
    directory.run("export -e 2023 -o -").prints(calendar.succeeds());
    for name in ["no-extension", ".ics", "dot."] {
        directory.run(&format!("export -e 2023 -o {name}")).prints("");
        assert_eq!(directory.read(name), calendar.stdout);
    }
}

#[test]
fn the_same_selection_gives_the_same_bytes_everywhere() {
    let formats = FORMATS.map(|format| format!("export -e all -f {format}"));
    let plan = "export -e all --plan 2026-12-07T18:00".to_owned();
    for export in formats.into_iter().chain([plan]) {
        let elsewhere = output_of(
            Directory::new()
                .command(&export)
                .env("TZ", "Asia/Tokyo")
                .env("LC_ALL", "es_ES.UTF-8")
                .env("LANG", "tr_TR.UTF-8")
                .env("HOME", "/nowhere")
                .env("COLUMNS", "20")
                .env("TERM", "xterm-256color")
                .env("CLICOLOR_FORCE", "1"),
        );
        // Only messages are coloured.
        let here = kangrejos(&export);
        assert_eq!((elsewhere.status, elsewhere.stdout), (here.status, here.stdout));
    }
}

#[test]
fn calendars_have_lines_of_75_octets_and_crlf() {
    for export in ["export -e all", "export -e all --plan 2026-12-07T18:00", "export klint"] {
        let text = kangrejos(export).stdout;
        assert!(text.ends_with("\r\nEND:VCALENDAR\r\n"));
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        assert!(text.split("\r\n").all(|line| line.len() <= 75));
        assert_eq!(lines(&text, "PRODID:"), ["PRODID:-//kangrejos//kangrejos//EN"]);
    }
}

/// Reads calendars with the crate `ical`, which trims the lines that it joins.
#[test]
fn a_lenient_reader_loses_no_space() {
    for export in ["export -e all", "export -e all --plan 2026-12-07T18:00"] {
        let text = kangrejos(export).stdout;
        let joined = text.replace("\r\n ", "");
        let values: BTreeSet<&str> = joined
            .lines()
            .filter_map(|line| line.split_once(':').map(|(_, value)| value))
            .collect();
        let mut parser = ical::IcalParser::new(text.as_bytes());
        let calendar = parser.next().expect("a calendar").expect("a valid one");
        assert_eq!(calendar.events.len(), lines(&text, "UID:").len());
        for event in calendar.events {
            for property in event.properties {
                let value = property.value.expect("a value");
                assert!(values.contains(&*value), "{}:{value}", property.name);
            }
        }
    }
}

#[test]
fn sessions_without_dates_are_counted_once() {
    let tip = "\n  tip: --plan START does not need dates\n";
    let none = left_out().replace('\n', tip).replace("warning:", "error:");
    kangrejos("export -e 2024").gives(1, "", &none);
    kangrejos("export safety-standard").gives(
        1,
        "",
        &format!("error: skipped 1 talk from 2024 that has no date{tip}"),
    );
    let directory = Directory::new();
    directory.write("old.ics", "old");
    let run = directory.run("export -e 2024 -o old.ics");
    run.gives(1, "", &none);
    assert_eq!(directory.files(), [("old.ics".to_owned(), "old".to_owned())]);
    let of_2023 = kangrejos("export -e 2023");
    let both = kangrejos("export -e 2024 -e 2023");
    both.gives(0, of_2023.succeeds(), &left_out());
    for format in &FORMATS[1..] {
        kangrejos(&format!("export -e 2024 -f {format}")).succeeds();
    }
}

#[test]
fn a_plan_has_one_readable_talk_per_period() {
    let all = kangrejos("export -e all --plan 2026-12-07T18:00");
    all.gives(0, &all.stdout, &nothing_to_read());
    let all = &all.stdout;
    let count = number_of_all_talks() - unreadable().len();
    assert_eq!(lines(all, "UID:").len(), count);
    kangrejos("export vmbus --plan 2026-12-07T18:00").gives(
        1,
        "",
        "error: skipped 1 talk with nothing to read: vmbus\n",
    );
    assert_eq!(lines(all, "DTSTART")[..2], ["DTSTART:20261207T180000", "DTSTART:20261214T180000"]);
    assert_eq!(lines(all, "DTEND")[..2], ["DTEND:20261207T184500", "DTEND:20261214T184500"]);
    let monthly = "rcu klint lto coccinelle pin-init";
    let monthly = format!("export {monthly} --plan 2027-01-31T09:00 --every 1M --duration 1h30m");
    let monthly = kangrejos(&monthly);
    monthly.prints_file("plan.ics");
    let monthly = &monthly.stdout;
    // A talk has the same UID in every plan, but a different one from its session.
    assert!(lines(monthly, "UID:").iter().all(|uid| all.contains(uid)));
    let sessions = kangrejos("export -e 2023");
    assert!(lines(sessions.succeeds(), "UID:").iter().all(|uid| !monthly.contains(uid)));
}

#[test]
fn options_that_cannot_be_combined_are_usage_errors() {
    let directory = Directory::new();
    let unknown = "unknown file extension \".html\"\n  tip: use .ics, .json, .csv, .md or .bib, or specify a format with -f";
    for (arguments, message) in [
        ("-o x.html", unknown),
        ("-o /dev/shm/x.html", unknown),
        ("--plan 2026-12-07T18:00 -f md", "--plan only works with the ics format, not md"),
        ("--plan 2026-12-07T18:00 -o x.csv", "--plan only works with the ics format, not csv"),
        ("--split d -f json", "--split only works with the ics format, not json"),
        (
            "rcu klint lto --plan 9999-12-20T18:00",
            "the reading plan would extend past the year 9999 (talk 3 of 3)\n  tip: use a shorter --every",
        ),
    ] {
        let run = directory.run(&format!("export {arguments}"));
        run.gives(2, "", &format!("error: {message}\n"));
    }
    for (arguments, message) in [
        (
            "--plan tomorrow",
            "invalid value 'tomorrow' for '--plan <START>': expected a local date and time such as 2026-12-07T18:00",
        ),
        (
            "--plan 2026-12-07T18:00Z",
            "invalid value '2026-12-07T18:00Z' for '--plan <START>': expected a local date and time such as 2026-12-07T18:00",
        ),
        (
            "--every 1m",
            "invalid value '1m' for '--every <TIME>': expected a number of days (d), weeks (w) or months (M), such as 3d, 1w or 1M",
        ),
        (
            "--duration 45",
            "invalid value '45' for '--duration <TIME>': expected a duration of up to 24h, such as 45m, 1h or 1h30m",
        ),
    ] {
        let run = directory.run(&format!("export {arguments}"));
        run.gives(2, "", &format!("error: {message}{HELP}"));
    }
    for (arguments, option) in
        [("--every 1w", "--every <TIME>"), ("--duration 1h", "--duration <TIME>")]
    {
        let run = directory.run(&format!("export {arguments}"));
        let expected = format!(
            "error: the following required arguments were not provided:\n  --plan <START>\n\n\
            Usage: kangrejos export --plan <START> {option} [TALK]...{HELP}"
        );
        run.gives(2, "", &expected);
    }
    directory.run("export --split d -o x.ics").gives(
        2,
        "",
        &format!(
            "error: the argument '--split <DIR>' cannot be used with '--output <FILE>'\n\n\
            Usage: kangrejos export --split <DIR> [TALK]...{HELP}"
        ),
    );
    assert_eq!(directory.files(), []);
}

#[test]
fn split_writes_a_calendar_per_talk_named_by_its_id() {
    let directory = Directory::new();
    let run = directory.run("export -e 2023 -e 2024 --split a/b");
    run.gives(0, "", &left_out());
    let written = directory.files_in("a/b");
    assert_eq!(written.len(), number_of_talks(2023));
    for (name, text) in &written {
        let id = name.trim_end_matches(".ics");
        assert_eq!(text, kangrejos(&format!("export {id}")).succeeds());
    }
    // Only files of the exported talks are replaced.
    directory.write("a/b/other.ics", "other");
    directory.write(&format!("a/b/{PIN_INIT}"), "old");
    directory.run("export pin-init --split a/b").prints("");
    let mut expected = written;
    expected.push(("other.ics".to_owned(), "other".to_owned()));
    expected.sort();
    assert_eq!(directory.files_in("a/b"), expected);
    // A later plan moves the events of an earlier one.
    for start in ["2026-12-07T18:00", "2027-12-07T18:00"] {
        let run = directory.run(&format!("export -e all --split plan --plan {start}"));
        run.gives(0, "", &nothing_to_read());
        let count = number_of_all_talks() - unreadable().len();
        let names = directory.names_in("plan");
        assert_eq!(names.len(), count);
        assert!(names.iter().all(|name| name.ends_with("-plan.ics")));
    }
    assert!(
        directory
            .files_in("plan")
            .iter()
            .all(|(_, text)| lines(text, "DTSTART")[0] >= "DTSTART:2027")
    );
}
