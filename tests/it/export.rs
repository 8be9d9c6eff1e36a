//! What `kangrejos export` writes.

use std::collections::BTreeSet;

use serde_json::json;

use crate::common::directory::Directory;
use crate::common::{expect_file, kangrejos, output_of};

const FORMATS: [&str; 6] = ["ics", "json", "csv", "md", "html", "bib"];

/// The note about the talks without dates.
const LEFT_OUT: &str = "note: 2 sessions of 2024 have no dates and are left out\n";

/// The note about the talks that a plan of all editions leaves out.
const NOTHING_TO_READ: &str =
    "note: 3 sessions of 2023 and 2026 have nothing to read and are left out\n";

/// Returns the lines of `text` that begin with `key`.
fn lines<'t>(text: &'t str, key: &str) -> Vec<&'t str> {
    text.lines().filter(|line| line.starts_with(key)).collect()
}

/// Returns `text` without the content of an HTML element, if there is one.
fn without(element: &str, text: &str) -> String {
    let (start, end) = (format!("<{element}>"), format!("</{element}>"));
    let Some((before, rest)) = text.split_once(&start) else { return text.to_owned() };
    let after = rest.split_once(&end).expect("its end").1;
    format!("{before}{start}{end}{after}")
}

/// Compares all talks in every format, on standard output and in files.
#[test]
fn every_format_is_as_expected() {
    let directory = Directory::new();
    for format in FORMATS {
        let stderr = if format == "ics" { LEFT_OUT } else { "" };
        let printed = kangrejos(&format!("export -f {format}"));
        printed.gives(0, &printed.stdout, stderr);
        if format != "json" {
            // The style and the script are files of their own.
            let text = without("style", &without("script", &printed.stdout));
            expect_file(&format!("tests/expected/export.{format}"), &text);
        }
        // `-f` overrides the extension.
        let name = format!("x.{}", format.to_uppercase());
        for options in [format!("-o {name}"), format!("-f {format} -o x.txt")] {
            directory.run(&format!("export {options}")).gives(0, "", stderr);
            let name = options.split(' ').next_back().expect("a name");
            assert_eq!(directory.read(name), printed.stdout);
        }
    }
    kangrejos("export -f json").is_like(&kangrejos("list --json"));
    for (alias, format) in [("ical", "ics"), ("markdown", "md"), ("bibtex", "bib")] {
        kangrejos(&format!("export -f {alias}"))
            .is_like(&kangrejos(&format!("export -f {format}")));
    }
    // By default, all editions are written as a calendar.
    let calendar = kangrejos("export");
    for command in ["export -f ics -o -", "export all", "export -e 2023,2024,2026"] {
        kangrejos(command).is_like(&calendar);
    }
    for name in ["no-extension", ".ics", "dot."] {
        directory.run(&format!("export -o {name}")).gives(0, "", LEFT_OUT);
        assert_eq!(directory.read(name), calendar.stdout);
    }
}

#[test]
fn the_same_selection_gives_the_same_bytes_everywhere() {
    let formats = FORMATS.map(|format| format!("export -f {format}"));
    let plan = "export --plan 2026-12-07T18:00".to_owned();
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
        // Only messages are colored.
        let here = kangrejos(&export);
        assert_eq!((elsewhere.status, elsewhere.stdout), (here.status, here.stdout));
    }
}

/// Calendars have lines of at most 75 octets that end with CRLF; and a lenient reader, the crate `ical`,
/// which trims the lines that it joins, loses no space.
#[test]
fn calendars_can_be_read() {
    for export in ["export", "export --plan 2026-12-07T18:00", "export klint"] {
        let text = kangrejos(export).stdout;
        assert!(text.ends_with("\r\nEND:VCALENDAR\r\n"));
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        assert!(text.split("\r\n").all(|line| line.len() <= 75));
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

/// If no talk has a date, nothing is written; otherwise those without are counted.
#[test]
fn sessions_without_dates_are_counted_once() {
    let tip = "\n  tip: --plan START does not need dates\n";
    let none = format!("error: 2 sessions of 2024 have no dates{tip}");
    let directory = Directory::new();
    directory.write("old.ics", "old");
    directory.run("export -e 2024 -o old.ics").gives(1, "", &none);
    assert_eq!(directory.files(), [("old.ics".to_owned(), "old".to_owned())]);
    let of_2023 = kangrejos("export -e 2023");
    kangrejos("export -e 2024 -e 2023").gives(0, of_2023.succeeds(), LEFT_OUT);
    // A year is given as such or as a filter.
    kangrejos("export 2023").is_like(&of_2023);
    directory.run("export 2023 -o x.ics").prints("");
    assert_eq!(directory.read("x.ics"), of_2023.stdout);
    directory.run("export nova klint -o x.ics").gives(
        0,
        "",
        "note: 1 session of 2024 has no date and is left out\n",
    );
    assert_eq!(directory.read("x.ics"), kangrejos("export klint").stdout);
}

#[test]
fn a_plan_has_one_readable_talk_per_period() {
    let all = kangrejos("export --plan 2026-12-07T18:00");
    all.gives(0, &all.stdout, NOTHING_TO_READ);
    let all = &all.stdout;
    assert_eq!(lines(all, "DTSTART")[..2], ["DTSTART:20261207T180000", "DTSTART:20261214T180000"]);
    assert_eq!(lines(all, "DTEND")[..2], ["DTEND:20261207T184500", "DTEND:20261214T184500"]);
    let monthly = "export rcu klint layout --plan 2027-01-31T09:00 --every 1M --duration 1h30m";
    let monthly = kangrejos(monthly);
    monthly.prints_file("plan.ics");
    let monthly = &monthly.stdout;
    // A talk has the same UID in every plan, but a different one from its session.
    assert!(lines(monthly, "UID:").iter().all(|uid| all.contains(uid)));
    let sessions = kangrejos("export").stdout;
    assert!(lines(&sessions, "UID:").iter().all(|uid| !monthly.contains(uid)));
}

/// Windows would open a device.
#[test]
fn split_writes_no_file_with_the_name_of_a_device() {
    let (devices, others) = ("aux con nul prn com1 lpt0", "auxx com com10 lpt xcon nul-1");
    let talk = |id| {
        let source = "https://a.b";
        json!({"id": id, "kind": "talk", "start": "2026-01-02", "slides": false, "abstract": ["x"], "sources": [source]})
    };
    let talks: Vec<_> = devices.split(' ').chain(others.split(' ')).map(talk).collect();
    let directory = Directory::new();
    let edition = json!({
        "year": 2026, "name": "K", "url": "https://a.b", "revised": "2026-01-01",
        "sources": ["https://a.b"], "talks": talks,
    });
    directory.write("a.json", &edition.to_string());
    directory.run("export --dataset a.json --split d").prints("");
    directory.run("export --dataset a.json --split p --plan 2026-12-07T18:00").prints("");
    let names = |ids: &str, end: &str| ids.split(' ').map(|id| format!("{id}{end}")).collect();
    let plan: BTreeSet<String> = names(&format!("{devices} {others}"), "-plan.ics");
    let all: BTreeSet<String> = &names(devices, "_.ics") | &names(others, ".ics");
    let written = |name| directory.names_in(name).into_iter().collect::<BTreeSet<_>>();
    assert_eq!((written("d"), written("p")), (all, plan));
}

#[test]
fn split_writes_a_calendar_per_talk_named_by_its_id() {
    let directory = Directory::new();
    directory.run("export -e 2023 -e 2024 --split a/b").gives(0, "", LEFT_OUT);
    let written = directory.files_in("a/b");
    assert_eq!(written.len(), 6);
    for (name, text) in &written {
        let id = name.trim_end_matches(".ics");
        assert_eq!(text, kangrejos(&format!("export {id}")).succeeds());
    }
    // Only files of the exported talks are replaced.
    directory.write("a/b/other.ics", "other");
    directory.write("a/b/pin-init.ics", "old");
    directory.run("export pin-init --split a/b").prints("");
    let mut expected = written;
    expected.push(("other.ics".to_owned(), "other".to_owned()));
    expected.sort();
    assert_eq!(directory.files_in("a/b"), expected);
    // A later plan moves the events of an earlier one.
    for start in ["2026-12-07T18:00", "2027-12-07T18:00"] {
        let run = directory.run(&format!("export --split plan --plan {start}"));
        run.gives(0, "", NOTHING_TO_READ);
    }
    // Only talks with nothing at all to read are left out: `hall` has just an outcome.
    let what = ["slides", "abstract", "summary", "article", "notes", "outcome"];
    let readable = what.map(|what| kangrejos(&format!("list -f ids --has {what}")).stdout);
    let readable: BTreeSet<&str> = readable.iter().flat_map(|ids| ids.lines()).collect();
    assert!(readable.contains("hall"));
    let plan = directory.files_in("plan");
    let planned = plan.iter().map(|(name, _)| name.trim_end_matches("-plan.ics"));
    assert_eq!(planned.collect::<BTreeSet<_>>(), readable);
    for (name, text) in plan {
        assert!(name.ends_with("-plan.ics"), "{name}");
        assert!(lines(&text, "DTSTART")[0] >= "DTSTART:2027", "{text}");
    }
}
