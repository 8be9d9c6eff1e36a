//! BibTeX: an entry per talk, in UTF-8.

use std::collections::BTreeMap;
use std::io::{self, Write};

use chrono::Datelike;

use super::{safe, safe_line};
use crate::dataset::{Edition, Entry, Talk};
use crate::fold;

/// The names that every style of bibliography knows the months by.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// Writes an entry per talk, parted by blank lines.
pub fn bibliography(entries: &[Entry], out: &mut dyn Write) -> io::Result<()> {
    let editions = entries.chunk_by(|a, b| a.edition.year == b.edition.year);
    let mut is_first = true;
    for talks in editions {
        let keys = keys(talks[0].edition);
        for entry in talks {
            if !is_first {
                writeln!(out)?;
            }
            is_first = false;
            write_entry(entry, &keys[&*entry.talk.id], out)?;
        }
    }
    Ok(())
}

fn write_entry(entry: &Entry, key: &str, out: &mut dyn Write) -> io::Result<()> {
    let Entry { edition, talk } = *entry;
    // What `@inproceedings` demands is an author and a title.
    let is_paper = talk.title.is_some() && !talk.speakers.is_empty();
    let (kind, place) = if is_paper {
        ("inproceedings", "booktitle")
    } else {
        ("misc", "howpublished")
    };
    writeln!(out, "@{kind}{{{key},")?;
    let mut field = |name: &str, value: &str| writeln!(out, "  {name} = {value},");
    if !talk.speakers.is_empty() {
        field("author", &format!("{{{}}}", authors(talk)))?;
    }
    // The inner braces keep a style from writing "rcu" for "RCU".
    field(
        "title",
        &format!("{{{{{}}}}}", latex(&safe_line(&entry.shown_title()))),
    )?;
    field(place, &format!("{{{}}}", latex(&safe_line(&edition.name))))?;
    if let Some(location) = entry.location() {
        field("address", &format!("{{{}}}", latex(&safe_line(location))))?;
    }
    field("year", &format!("{{{}}}", edition.year))?;
    if let Some(start) = entry.start() {
        field("month", MONTHS[start.day().month0() as usize])?;
    }
    let url = talk.slides_url.as_deref().unwrap_or(entry.url());
    field("url", &format!("{{{}}}", safe_line(url)))?;
    field("keywords", &format!("{{Kangrejos, {}}}", talk.kind.name()))?;
    if !talk.paragraphs.is_empty() {
        let text = talk.paragraphs.join("\n\n");
        field("abstract", &format!("{{{}}}", latex(&safe(&text))))?;
    }
    writeln!(out, "}}")
}

/// The key of every talk of `edition` by its id: `lossin2023pininit`.
///
/// A key depends on nothing but the edition, so that it is the same in every selection. It is
/// letters, four digits, and an id without hyphens, so two editions cannot share one; in an edition
/// the later talk has its number added.
fn keys<'d>(edition: &'d Edition) -> BTreeMap<&'d str, String> {
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    let key = |talk: &'d Talk| {
        let name = talk.speakers.first().and_then(|name| family_name(name));
        let name = name.unwrap_or_else(|| "kangrejos".to_owned());
        let key = format!("{name}{:04}{}", edition.year, talk.id.replace('-', ""));
        let uses = uses.entry(key.clone()).or_default();
        *uses += 1;
        let key = if *uses > 1 {
            format!("{key}-{uses}")
        } else {
            key
        };
        (&*talk.id, key)
    };
    edition.talks.iter().map(key).collect()
}

/// The last word of a name that is not in brackets, in plain letters; `None` where it has none.
fn family_name(name: &str) -> Option<String> {
    let outside = name
        .split('(')
        .next()
        .filter(|part| !part.trim().is_empty());
    let words = fold::words(outside.unwrap_or(name));
    let plain = |word: &String| word.chars().filter(char::is_ascii_alphabetic).collect();
    words
        .iter()
        .rev()
        .map(plain)
        .find(|word: &String| !word.is_empty())
}

/// The speakers as BibTeX lists names.
fn authors(talk: &Talk) -> String {
    let names = talk.speakers.iter().map(|name| author(&safe_line(name)));
    let others = talk.et_al.then(|| "others".to_owned());
    names.chain(others).collect::<Vec<_>>().join(" and ")
}

/// A name; in braces, so that it is taken as it stands, where BibTeX would read more into it.
fn author(name: &str) -> String {
    let is_plain = |word: &str| {
        let of_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '\'' | '’');
        word.chars().all(of_name) && !matches!(fold::fold(word).as_str(), "and" | "others")
    };
    if name.split(' ').all(is_plain) {
        latex(name)
    } else {
        format!("{{{}}}", latex(name))
    }
}

/// `text` with what LaTeX would obey written so that it is printed. BibTeX counts braces even
/// behind a backslash, so these are written by name.
fn latex(text: &str) -> String {
    let mut latex = String::with_capacity(text.len());
    let mut last = ' ';
    for c in text.chars() {
        match c {
            '\\' => latex.push_str("\\textbackslash{}"),
            '{' => latex.push_str("\\textbraceleft{}"),
            '}' => latex.push_str("\\textbraceright{}"),
            '~' => latex.push_str("\\textasciitilde{}"),
            '^' => latex.push_str("\\textasciicircum{}"),
            '<' => latex.push_str("\\textless{}"),
            '>' => latex.push_str("\\textgreater{}"),
            '|' => latex.push_str("\\textbar{}"),
            '#' | '$' | '%' | '&' | '_' => latex.extend(['\\', c]),
            // Two of them would be one dash or quotation mark.
            '-' | '\'' | '`' | ',' if c == last => latex.extend(['{', '}', c]),
            c => latex.push(c),
        }
        last = c;
    }
    latex
}

#[cfg(test)]
mod tests {
    use biblatex::{Bibliography, ChunksExt};
    use pretty_assertions::assert_eq;
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::dataset::Dataset;

    fn written(edition: &Edition) -> String {
        let entries = edition.talks.iter().map(|talk| Entry { edition, talk });
        let mut out = Vec::new();
        bibliography(&entries.collect::<Vec<_>>(), &mut out).expect("a vector takes everything");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn an_entry_is_whole() {
        let json = json!({
            "year": 2026, "name": "Kangrejos 2026", "start": "2026-09-15", "end": "2026-09-16",
            "location": "Gijón, Spain", "url": "https://kangrejos.com/2026", "revised": "2026-01-02",
            "talks": [
                {"id": "pin-init", "title": "50% of {pin_init} & #1 -- C:\\ <a~b^c|d> \"$\"", "kind": "training",
                 "speakers": ["Benno Lossin", "Xuan Guo (Gary)", "Alice and Bob"], "et_al": true,
                 "abstract": ["One.", "Two."],
                 "slides": true, "slides_url": "https://kangrejos.com/a_b%20c.pdf"},
                {"id": "y", "topic": "Y", "kind": "session", "location": "online"}
            ]
        })
        .to_string();
        let edition: Edition = serde_json::from_str(&json).expect("syntax");
        assert_eq!(
            written(&edition),
            r#"@inproceedings{lossin2026pininit,
  author = {Benno Lossin and {Xuan Guo (Gary)} and {Alice and Bob} and others},
  title = {{50\% of \textbraceleft{}pin\_init\textbraceright{} \& \#1 -{}- C:\textbackslash{} \textless{}a\textasciitilde{}b\textasciicircum{}c\textbar{}d\textgreater{} "\$"}},
  booktitle = {Kangrejos 2026},
  address = {Gijón, Spain},
  year = {2026},
  month = sep,
  url = {https://kangrejos.com/a_b%20c.pdf},
  keywords = {Kangrejos, training},
  abstract = {One.

Two.},
}

@misc{kangrejos2026y,
  title = {{[Y]}},
  howpublished = {Kangrejos 2026},
  address = {online},
  year = {2026},
  month = sep,
  url = {https://kangrejos.com/2026},
  keywords = {Kangrejos, session},
}
"#
        );
    }

    #[test]
    fn keys_are_those_of_a_family_name_year_and_id() {
        for (name, expected) in [
            ("Benno Lossin", Some("lossin")),
            ("Paul E. McKenney", Some("mckenney")),
            ("Wedson Almeida Filho", Some("filho")),
            ("Xuan Guo (Gary)", Some("guo")),
            ("(Gary)", Some("gary")),
            ("Alejandra González", Some("gonzalez")),
            ("Björn Roy Baron", Some("baron")),
            ("Sid 6581", Some("sid")),
            ("李明", None),
        ] {
            assert_eq!(family_name(name).as_deref(), expected, "{name}");
        }
        let dataset = Dataset::embedded();
        let all: Vec<String> = dataset
            .editions()
            .flat_map(|edition| keys(edition).into_values())
            .collect();
        let unique: std::collections::BTreeSet<&String> = all.iter().collect();
        assert_eq!(unique.len(), all.len());
        assert!(all.contains(&"lossin2023pininit".to_owned()));
    }

    #[test]
    fn a_key_that_two_talks_would_have_is_numbered() {
        let talk = |id: &str| json!({"id": id, "kind": "talk", "speakers": ["Ann Bee"]});
        let json = json!({
            "year": 26, "name": "K", "url": "https://kangrejos.com/2026", "revised": "2026-01-02",
            "talks": [talk("a-b"), talk("ab"), talk("ab-2"), talk("a-b2")]
        })
        .to_string();
        let edition: Edition = serde_json::from_str(&json).expect("syntax");
        let keys = keys(&edition);
        let keys: Vec<(&str, &str)> = keys.iter().map(|(id, key)| (*id, &**key)).collect();
        assert_eq!(
            keys,
            [
                ("a-b", "bee0026ab"),
                ("a-b2", "bee0026ab2-2"),
                ("ab", "bee0026ab-2"),
                ("ab-2", "bee0026ab2")
            ]
        );
    }

    proptest! {
        #[test]
        fn what_is_read_back_is_what_went_in(
            title in "[\\\\{}$&%#_~^<>|@\"'`,\\- a]{0,20}\\PC{1,30}",
            name in "[\\\\{}$&%#_~^<>|@\"'`,\\- a]{0,8}\\PC{1,10}( and |, )?\\PC{1,10}",
            text in "@?\\PC{1,40}",
        ) {
            let json = json!({
                "year": 2026, "name": "K", "url": "https://kangrejos.com/2026", "revised": "2026-01-02",
                "talks": [
                    {"id": "x", "kind": "talk", "title": title, "speakers": [name], "abstract": ["a", text]},
                    {"id": "y", "kind": "talk", "title": "Y"},
                ]
            })
            .to_string();
            let edition: Edition = serde_json::from_str(&json).expect("syntax");
            let bibtex = written(&edition);
            let bibliography = Bibliography::parse(&bibtex).expect(&bibtex);
            prop_assert_eq!(bibliography.len(), 2);
            let entry = bibliography.iter().next().expect("an entry");
            // BibTeX takes any number of blanks for one.
            let blanks = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let read = |field: &str| blanks(&entry.get(field).expect(field).format_verbatim());
            prop_assert_eq!(read("title"), blanks(&safe_line(&title)));
            prop_assert_eq!(read("abstract"), blanks(&format!("a {}", safe_line(&text))));
            prop_assert_eq!(entry.author().expect("an author").len(), 1, "{}", bibtex);
        }
    }
}
