//! Comma-separated values (RFC 4180), safe to open in a spreadsheet.

use std::borrow::Cow;
use std::io::{self, Write};

use ::csv::{self, QuoteStyle, Terminator, WriterBuilder};

use super::safe;
use crate::dataset::{Entry, State, Text};

/// The columns.
const COLUMNS: [&str; 15] = [
    "id",
    "edition",
    "date",
    "kind",
    "title",
    "speakers",
    "state",
    "since",
    "topics",
    "gist",
    "summary",
    "outcome",
    "slides_url",
    "article_url",
    "url",
];

/// Writes a header row, then a row for each talk. Elements of a list are separated by `; `.
pub fn table(entries: &[Entry], out: &mut dyn Write) -> io::Result<()> {
    let mut csv = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Always)
        .from_writer(out);
    csv.write_record(COLUMNS).map_err(cause)?;
    for entry in entries {
        csv.write_record(fields(entry).map(|field| neutral(&field))).map_err(cause)?;
    }
    csv.flush()
}

/// Returns the values of the columns.
fn fields<'d>(entry: &Entry<'d>) -> [Cow<'d, str>; 15] {
    let talk = entry.talk;
    let text = |text: &'d Option<Text>| Cow::Borrowed(text.as_deref().unwrap_or_default());
    let speakers = talk.speakers.iter().map(|name| &**name);
    let speakers = speakers.chain(talk.et_al.then_some("et al."));
    let outcomes = talk.outcome.iter().map(|outcome| {
        let date = outcome.date.as_deref().map(|date| format!("{date}: ")).unwrap_or_default();
        format!("{date}{} <{}>", outcome.text, outcome.url)
    });
    [
        Cow::Borrowed(&*talk.id),
        entry.edition.year.to_string().into(),
        entry.start().map(|start| start.to_string()).unwrap_or_default().into(),
        talk.kind.name().into(),
        entry.shown_title(),
        speakers.collect::<Vec<_>>().join("; ").into(),
        talk.state.map_or("", State::name).into(),
        text(&talk.since),
        talk.topics.join("; ").into(),
        text(&talk.gist),
        talk.summary.join("\n\n").into(),
        outcomes.collect::<Vec<_>>().join("; ").into(),
        text(&talk.slides_url),
        talk.coverage.first().map_or("", |article| &*article.url).into(),
        entry.url().into(),
    ]
}

/// Returns the error of the writer; the crate's own conversion loses its kind.
fn cause(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// Returns `field` with an apostrophe before anything that a spreadsheet could run as a formula, as
/// OWASP recommends ("CSV Injection").
///
/// A spreadsheet set to split at semicolons ignores quotes that begin in the middle of its cells,
/// so it finds cells after semicolons, quotes and line ends too. Nothing else needs an apostrophe:
/// other cells end at commas outside quotes. Some spreadsheets treat the full-width characters like
/// the ASCII ones.
fn neutral(field: &str) -> String {
    let mut neutral = String::with_capacity(field.len());
    let mut starts_cell = true;
    let field = safe(field);
    for (at, c) in field.char_indices() {
        if starts_cell && is_formula(&field[at..]) {
            neutral.push('\'');
        }
        starts_cell = matches!(c, ';' | '\n') || (starts_cell && c == '"');
        neutral.push(c);
    }
    neutral
}

/// Whether a spreadsheet could run the cell at the start of `text`. A sign before anything but an
/// operand is punctuation, as in `-->`, and so is one before a space unless a function or another
/// program follows.
fn is_formula(text: &str) -> bool {
    const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let Some(rest) = text.strip_prefix(SIGNS) else { return false };
    let cell = rest.split([';', '\n']).next().unwrap_or_default();
    match cell.trim_start_matches(SIGNS).chars().next() {
        _ if text.starts_with(['=', '＝']) => true,
        Some(' ') => cell.contains(['(', '|', '!']),
        operand => operand.is_some_and(|c| c.is_alphanumeric() || "(\"'.$_[{#\\".contains(c)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::dataset::Edition;
    use crate::escape::is_unsafe;
    use crate::render::sample;

    fn written(edition: &Edition) -> String {
        let mut out = Vec::new();
        let entries: Vec<_> = edition.entries().collect();
        table(&entries, &mut out).expect("a vector accepts everything");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn a_talk_is_a_row() {
        let row = |fields: [&str; 15]| format!("\"{}\"\r\n", fields.join("\",\""));
        let expected = [
            row([
                "id",
                "edition",
                "date",
                "kind",
                "title",
                "speakers",
                "state",
                "since",
                "topics",
                "gist",
                "summary",
                "outcome",
                "slides_url",
                "article_url",
                "url",
            ]),
            row([
                "one",
                "2026",
                "2026-09-15",
                "talk",
                "On *one*",
                "Ann Bee; Bob",
                "merged",
                "Linux 6.1",
                "gpu; build",
                "Is one enough? Yes.",
                "First.\n\nSecond.",
                "2026-10: Merged in Linux 6.1. <https://a.b/1>; Used. <https://a.b/2>",
                "https://kangrejos.com/1.pdf",
                "https://lwn.net/1/",
                "https://kangrejos.com/2026",
            ]),
            row([
                "two",
                "2026",
                "2026-09-15",
                "session",
                "[What two is]",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "https://kangrejos.com/two",
            ]),
        ];
        assert_eq!(written(&sample::edition()), expected.concat());
    }

    #[test]
    fn formulas_become_text() {
        for (field, expected) in [
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'=1"),
            ("\r=1", "\n'=1"),
            ("One\n\n=1", "One\n\n'=1"),
            ("＝1", "'＝1"),
            ("\u{202e}=1", "'=1"),
            ("\u{1b}=1", "'=1"),
            ("a;=1;\"\"+1", "a;'=1;\"\"'+1"),
            ("\"=1", "\"'=1"),
            ("-(1)", "'-(1)"),
            ("--1", "'--1"),
            ("=)", "'=)"),
            ("- cmd|' /C calc'!A0", "'- cmd|' /C calc'!A0"),
            ("- SUM(1)", "'- SUM(1)"),
            // Ordinary text is not changed.
            ("- one; (two)", "- one; (two)"),
            ("--> @ + ;-)", "--> @ + ;-)"),
            ("---", "---"),
            ("1-1=0", "1-1=0"),
            ("a, -b; +c; (=d) \"-e\"", "a, -b; +c; (=d) \"-e\""),
            ("", ""),
        ] {
            assert_eq!(neutral(field), expected, "{field:?}");
        }
    }

    proptest! {
        #[test]
        fn fields_are_read_back_unchanged(
            texts in proptest::collection::vec("([=+@\t\r\n\"',;\\-\u{202e}\u{2028}]|\\PC){0,20}", 3)
        ) {
            let json = json!({
                "year": 2026, "name": "K", "url": "https://kangrejos.com/2026", "revised": "2026-01-02",
                "talks": [{"id": "x", "kind": "talk", "title": texts[0], "gist": texts[1], "summary": [texts[2]]}]
            })
            .to_string();
            let edition: Edition = serde_json::from_str(json.leak()).expect("syntax");
            let text = written(&edition);
            prop_assert!(text.chars().all(|c| c == '\r' || c == '\n' || !is_unsafe(c)));
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let records: Vec<_> = reader.records().collect::<Result<_, _>>().expect("records");
            prop_assert_eq!(records.len(), 1);
            for (column, text) in [(4, &texts[0]), (9, &texts[1]), (10, &texts[2])] {
                let read = &records[0][column];
                prop_assert_eq!(read.replace('\'', ""), safe(text).replace('\'', ""));
                for cell in read.split([';', '\n']) {
                    let cell = cell.trim_start_matches('"');
                    prop_assert!(!cell.starts_with('='), "{:?}", read);
                    let operand = cell.strip_prefix(['+', '-', '@']).unwrap_or_default();
                    prop_assert!(!operand.starts_with(|c: char| c.is_ascii_alphanumeric()), "{:?}", read);
                }
            }
        }
    }
}
