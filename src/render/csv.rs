//! Comma-separated values (RFC 4180), safe to open in a spreadsheet.

use std::io::{self, Write};

use ::csv::{self, QuoteStyle, Terminator, WriterBuilder};
use serde_json::Value;

use super::{json, safe};
use crate::dataset::{Entry, Threads};

/// The keys of a talk's JSON object, in order.
const COLUMNS: &str = "id edition number title topic kind speakers et_al abstract slides slides_url \
    coverage links start end location url sources display_title summary outcome related";

/// Writes a header row, then a row for each talk with the values of its JSON object.
pub fn table<'d>(
    entries: &[Entry<'d>],
    threads: &Threads<'d>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut csv = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Always)
        .from_writer(out);
    csv.write_record(COLUMNS.split(' ')).map_err(cause)?;
    for entry in entries {
        let talk = serde_json::to_value(json::talk(entry, threads))?;
        let fields = COLUMNS.split(' ').map(|column| neutral(&field(&talk[column])));
        csv.write_record(fields).map_err(cause)?;
    }
    csv.flush()
}

/// Returns the error of the writer; the crate's own conversion loses its kind.
fn cause(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// Returns `value` as text: an empty string for null, the elements of an array separated by `; `,
/// and for an object its title or text, its date if there is one, and its URL.
fn field(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(field).collect::<Vec<_>>().join("; "),
        Value::Object(object) => {
            let part = |key| object.get(key).map(field).unwrap_or_default();
            let title = part("title") + &part("text");
            match part("published") {
                day if day.is_empty() => format!("{title} <{}>", part("url")),
                day => format!("{title} ({day}) <{}>", part("url")),
            }
        }
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

/// Returns `field` with an apostrophe before anything that a spreadsheet could mistake for the
/// start of a formula, as OWASP recommends ("CSV Injection").
///
/// A spreadsheet set to split at semicolons ignores quotes that begin in the middle of its cells,
/// so it finds cells after semicolons, quotes and line ends too. Nothing else needs an apostrophe:
/// other cells end at commas outside quotes. Some spreadsheets treat the full-width characters like
/// the ASCII ones.
fn neutral(field: &str) -> String {
    const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let mut neutral = String::with_capacity(field.len());
    let mut starts_cell = true;
    for c in safe(field).chars() {
        if starts_cell && FORMULA.contains(&c) {
            neutral.push('\'');
        }
        starts_cell = matches!(c, ';' | '\n') || (starts_cell && c == '"');
        neutral.push(c);
    }
    neutral
}

#[cfg(test)]
mod tests {
    use pretty_assertions::assert_eq;
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::dataset::Edition;
    use crate::escape::is_unsafe;

    fn written(edition: &Edition) -> String {
        let mut out = Vec::new();
        let entries: Vec<_> = edition.talks.iter().map(|talk| Entry { edition, talk }).collect();
        table(&entries, &Threads::of(entries.iter().copied()), &mut out)
            .expect("a vector accepts everything");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn a_record_has_the_values_of_the_json_object() {
        let json = json!({
            "year": 2026, "name": "Kangrejos 2026", "start": "2026-09-15", "end": "2026-09-16",
            "location": "Oviedo, Spain", "url": "https://kangrejos.com/2026", "revised": "2026-01-02",
            "talks": [
                {"id": "x", "number": 1, "title": "The \"X\"; a, b", "kind": "talk",
                 "speakers": ["Ann", "Bob"], "et_al": true, "abstract": ["One.", "Two."],
                 "slides": true, "slides_url": "https://kangrejos.com/x.pdf",
                 "coverage": [{"title": "On X", "url": "https://lwn.net/1/", "published": "2026-09-20"},
                              {"title": "More", "url": "https://lwn.net/2/"}],
                 "links": [{"title": "X", "url": "https://example.org/x"}],
                 "start": "2026-09-15T10:00:00+02:00", "end": "2026-09-15T10:30:00+02:00",
                 "sources": ["https://a.org", "https://b.org"], "summary": ["Three.", "Four."],
                 "outcome": [{"text": "Merged.", "url": "https://c.org"}, {"text": "Used.", "url": "https://d.org"}]},
                {"id": "y", "topic": "Y", "kind": "session", "follows": ["x"]}
            ]
        })
        .to_string();
        let edition: Edition = serde_json::from_str(json.leak()).expect("syntax");
        assert_eq!(
            written(&edition),
            "\"id\",\"edition\",\"number\",\"title\",\"topic\",\"kind\",\"speakers\",\"et_al\",\
            \"abstract\",\"slides\",\"slides_url\",\"coverage\",\"links\",\"start\",\"end\",\
            \"location\",\"url\",\"sources\",\"display_title\",\"summary\",\"outcome\",\"related\"\r\n\
            \"x\",\"2026\",\"1\",\"The \"\"X\"\"; a, b\",\"\",\"talk\",\"Ann; Bob\",\"true\",\
            \"One.\n\nTwo.\",\"true\",\"https://kangrejos.com/x.pdf\",\
            \"On X (2026-09-20) <https://lwn.net/1/>; More <https://lwn.net/2/>\",\
            \"X <https://example.org/x>\",\"2026-09-15T10:00:00+02:00\",\
            \"2026-09-15T10:30:00+02:00\",\"Oviedo, Spain\",\"https://kangrejos.com/2026\",\
            \"https://a.org; https://b.org\",\"The \"\"X\"\"; a, b\",\"Three.\n\nFour.\",\
            \"Merged. <https://c.org>; Used. <https://d.org>\",\"y\"\r\n\
            \"y\",\"2026\",\"\",\"\",\"Y\",\"session\",\"\",\"false\",\"\",\"\",\"\",\"\",\"\",\
            \"2026-09-15\",\"2026-09-16\",\"Oviedo, Spain\",\"https://kangrejos.com/2026\",\"\",\
            \"[Y]\",\"\",\"\",\"x\"\r\n"
        );
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
            // Ordinary text is not changed.
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
                "talks": [{"id": "x", "kind": "talk", "title": texts[0], "topic": texts[1], "abstract": [texts[2]]}]
            })
            .to_string();
            let edition: Edition = serde_json::from_str(json.leak()).expect("syntax");
            let text = written(&edition);
            prop_assert!(text.chars().all(|c| c == '\r' || c == '\n' || !is_unsafe(c)));
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let records: Vec<_> = reader.records().collect::<Result<_, _>>().expect("records");
            prop_assert_eq!(records.len(), 1);
            for (column, text) in [(3, &texts[0]), (4, &texts[1]), (8, &texts[2])] {
                let read = &records[0][column];
                prop_assert_eq!(read.replace('\'', ""), safe(text).replace('\'', ""));
                for cell in read.split([';', '\n']) {
                    let cell = cell.trim_start_matches('"');
                    prop_assert!(!cell.starts_with(['=', '+', '-', '@']), "{:?}", read);
                }
            }
        }
    }
}
