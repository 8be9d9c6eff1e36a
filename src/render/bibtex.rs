//! BibTeX: an entry per talk, in UTF-8.

use std::collections::BTreeMap;
use std::io::{self, Write};

use chrono::Datelike;
use unicode_normalization::char::is_combining_mark;

use super::{dates, safe, safe_line};
use crate::dataset::{Edition, Entry, People, Talk, Text};
use crate::fold;

/// Writes an entry per talk, separated by empty lines.
pub fn bibliography(entries: &[Entry], people: &People, out: &mut dyn Write) -> io::Result<()> {
    let editions = entries.chunk_by(|a, b| a.edition.year == b.edition.year);
    let mut separator = "";
    for talks in editions {
        let keys = keys(talks[0].edition, people);
        for entry in talks {
            out.write_all(separator.as_bytes())?;
            separator = "\n";
            write_entry(entry, &keys[&*entry.talk.id], people, out)?;
        }
    }
    Ok(())
}

fn write_entry(entry: &Entry, key: &str, people: &People, out: &mut dyn Write) -> io::Result<()> {
    let Entry { edition, talk } = *entry;
    let title = latex(&safe_line(talk.title.as_deref().unwrap_or_default()));
    let ours = match (&talk.title, &talk.working_title) {
        (None, Some(title)) => format!("{title} (our description: no published title is known)"),
        (None, None) => "no published title is known".to_owned(),
        (Some(_), _) => String::new(),
    };
    // Every style defines these names, which must not be in braces.
    let month = entry.start().map(|start| dates::short_month(start.day()).to_lowercase());
    let location = entry.location().unwrap_or_default();
    let url = talk.slides_url.as_deref().unwrap_or(entry.url());
    write_fields(
        key,
        &[
            ("author", braced(&authors(talk, people))),
            // Styles sort by the key if there is no author.
            (
                "key",
                if talk.speakers.is_empty() { braced(&latex(&talk.id)) } else { String::new() },
            ),
            // The inner braces keep styles from writing "rcu" for "RCU".
            ("title", braced(&braced(&title))),
            ("howpublished", braced(&latex(&safe_line(&edition.name)))),
            ("address", braced(&latex(&safe_line(location)))),
            ("year", braced(&edition.year.to_string())),
            ("month", month.unwrap_or_default()),
            ("url", braced(&safe_line(url))),
            ("note", braced(&latex(&safe_line(&ours)))),
            ("keywords", braced(&format!("{}, {}", latex(edition.series()), talk.kind.name()))),
            ("abstract", braced(&latex(&safe(&talk.paragraphs.join("\n\n"))))),
            ("annote", braced(&latex(&safe(&talk.summary.join("\n\n"))))),
        ],
        out,
    )?;
    for (n, article) in (1..).zip(&talk.coverage) {
        let published = article.published;
        let month = published.map(|day| dates::short_month(*day).to_lowercase());
        let about = format!("About {}", entry.shown_title());
        writeln!(out)?;
        write_fields(
            &format!("{key}-article{n}"),
            &[
                ("key", braced(&latex(&talk.id))),
                ("title", braced(&braced(&latex(&safe_line(&article.title))))),
                ("year", published.map(|day| braced(&day.year().to_string())).unwrap_or_default()),
                ("month", month.unwrap_or_default()),
                ("url", braced(&safe_line(&article.url))),
                ("note", braced(&latex(&safe_line(&about)))),
            ],
            out,
        )?;
    }
    Ok(())
}

/// Writes an entry of the only type that does not require an author.
fn write_fields(key: &str, fields: &[(&str, String)], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "@misc{{{key},")?;
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        writeln!(out, "  {name} = {value},")?;
    }
    writeln!(out, "}}")
}

/// Returns `value` in braces, or nothing if it is empty.
fn braced(value: &str) -> String {
    if value.is_empty() { String::new() } else { format!("{{{value}}}") }
}

/// Returns the key of every talk of `edition` by its ID: `lossin2023pininit`.
///
/// A key depends only on the edition, so that it is the same in every selection. It consists of
/// letters, four digits and an ID without hyphens, so that keys of different editions never
/// collide. If two talks of an edition have the same key, the later one gets a number.
fn keys<'d>(edition: &'d Edition, people: &People) -> BTreeMap<&'d str, String> {
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    let key = |talk: &'d Talk| {
        let name = talk.speakers.first().map_or_else(String::new, |name| key_name(name, people));
        let name = if name.is_empty() { "kangrejos" } else { &name };
        let key = format!("{name}{:04}{}", edition.year, talk.id.replace('-', ""));
        let uses = uses.entry(key.clone()).or_default();
        *uses += 1;
        let key = if *uses > 1 { format!("{key}-{uses}") } else { key };
        (&*talk.id, key)
    };
    edition.talks.iter().map(key).collect()
}

/// Returns the family name in ASCII letters; if it is unknown, the last word that is not in
/// brackets.
fn key_name(name: &str, people: &People) -> String {
    let plain = |word: &str| word.chars().filter(char::is_ascii_alphabetic).collect::<String>();
    if let Some(family) = people.family_name(people.person(name)) {
        return plain(&fold::fold(family));
    }
    let outside = name.split('(').next().filter(|part| !part.trim().is_empty());
    let words = fold::words(outside.unwrap_or(name)).into_iter().rev();
    let mut words = words.map(|word| plain(&word)).filter(|word| !word.is_empty());
    words.next().unwrap_or_default()
}

/// Returns the speakers in BibTeX's format for names.
fn authors(talk: &Talk, people: &People) -> String {
    let name = |name: &Text| {
        // TeX prints a grave accent as this quotation mark; biber treats it as an accent.
        author(&safe_line(name).replace('`', "‘"), people)
    };
    let names = talk.speakers.iter().map(name);
    let others = talk.et_al.then(|| "others".to_owned());
    names.chain(others).collect::<Vec<_>>().join(" and ")
}

/// Returns a name, with the family name first if it is more than the last word. The name of a group,
/// and one that BibTeX could misread, is in braces, which keep it unchanged.
fn author(name: &str, people: &People) -> String {
    let is_plain = |word: &str| {
        word.chars().all(|c| c.is_alphanumeric() || is_combining_mark(c) || ".-'’".contains(c))
            && word.contains(char::is_alphanumeric)
            && !matches!(&*fold::fold(word), "and" | "others")
    };
    if !name.split(' ').all(is_plain) {
        return braced(&latex(name));
    }
    let family = people.family_name(people.person(name)).unwrap_or_default();
    match name.strip_suffix(family).map(str::trim_end) {
        // A group has no given name.
        Some("") => braced(&latex(name)),
        Some(given) if !family.is_empty() => format!("{}, {}", latex(family), latex(given)),
        _ => latex(name),
    }
}

/// Escapes the characters in `text` that LaTeX would interpret. BibTeX counts braces even after a
/// backslash, so these are written as commands.
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
            // Two of these in a row would become one dash or quotation mark.
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
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::dataset::Dataset;
    use crate::render::sample;

    fn written(edition: &Edition) -> String {
        let entries: Vec<_> = edition.entries().collect();
        let mut out = Vec::new();
        let people = People::of(std::slice::from_ref(edition));
        bibliography(&entries, &people, &mut out).expect("a vector accepts everything");
        String::from_utf8(out).expect("UTF-8")
    }

    /// The URL is that of the slides or the page, and a title that is ours is only in a note.
    #[test]
    fn articles_have_entries_of_their_own() {
        let expected = "\
@misc{bee2026one,
  author = {Ann Bee and Bob},
  title = {{On *one*}},
  howpublished = {Kangrejos 2026},
  address = {Oviedo, Spain},
  year = {2026},
  month = sep,
  url = {https://kangrejos.com/1.pdf},
  keywords = {Kangrejos, talk},
  abstract = {About one.},
  annote = {First.

Second.},
}

@misc{bee2026one-article1,
  key = {one},
  title = {{One \\& all}},
  year = {2026},
  month = oct,
  url = {https://lwn.net/1/},
  note = {About On *one*},
}

@misc{kangrejos2026two,
  key = {two},
  howpublished = {Kangrejos 2026},
  address = {Oviedo, Spain},
  year = {2026},
  month = sep,
  url = {https://kangrejos.com/two},
  note = {What two is (our description: no published title is known)},
  keywords = {Kangrejos, session},
}
";
        assert_eq!(written(&sample::edition()), expected);
    }

    #[test]
    fn keys_consist_of_family_name_year_and_id() {
        let dataset = Dataset::embedded();
        let people = dataset.people();
        for (name, expected) in [
            ("Benno Lossin", "lossin"),
            ("Paul E. McKenney", "mckenney"),
            ("Wedson Almeida Filho", "almeidafilho"),
            ("Xuan Guo (Gary)", "guo"),
            ("(Gary)", "gary"),
            ("Alejandra González", "gonzalez"),
            ("Björn Roy Baron", "baron"),
            ("Sid 6581", "sid"),
            ("李明", ""),
        ] {
            assert_eq!(key_name(name, &people), expected, "{name}");
        }
        let keys =
            dataset.editions().iter().flat_map(|edition| keys(edition, &people).into_values());
        let all: Vec<String> = keys.collect();
        let unique: std::collections::BTreeSet<&String> = all.iter().collect();
        assert_eq!(unique.len(), all.len());
        assert!(all.contains(&"lossin2023pininit".to_owned()));
    }

    #[test]
    fn names_that_could_be_misread_are_in_braces() {
        for (name, expected) in [
            ("Paul E. McKenney", "Paul E. McKenney"),
            ("Xuan Guo (Gary)", "{Xuan Guo (Gary)}"),
            // Its letters cannot be composed.
            ("कृष्ण Z\u{301}a", "कृष्ण Z\u{301}a"),
            ("Alice and Bob", "{Alice and Bob}"),
            ("A - B", "{A - B}"),
            ("---", "{-{}-{}-}"),
        ] {
            assert_eq!(author(name, &People::default()), expected);
        }
    }

    /// A group is a name without a given name.
    #[test]
    fn family_names_come_first() {
        let json = r#"{"year": 2026, "name": "K", "url": "https://a.b", "revised": "2026-01-02", "talks": [],
            "also_known_as": {"Alonzo de B C": "Alonzo B C"},
            "family_names": {"Ann B C": "B C", "Alonzo B C": "B C", "The Rust Team": "The Rust Team"}}"#;
        let edition: Edition = serde_json::from_str(json).expect("syntax");
        let people = People::of(std::slice::from_ref(&edition));
        for (name, expected) in [
            ("Ann B C", "B C, Ann"),
            ("Alonzo de B C", "B C, Alonzo de"),
            ("The Rust Team", "{The Rust Team}"),
            ("Wedson Almeida Filho", "Almeida Filho, Wedson"),
        ] {
            assert_eq!(author(name, &people), expected);
        }
    }

    #[test]
    fn duplicate_keys_are_numbered() {
        let talk = |id: &str| json!({"id": id, "kind": "talk", "speakers": ["Ann Bee"]});
        let json = json!({
            "year": 26, "name": "K", "url": "https://kangrejos.com/2026", "revised": "2026-01-02",
            "talks": [talk("a-b"), talk("ab"), talk("ab-2"), talk("a-b2")]
        })
        .to_string();
        let edition: Edition = serde_json::from_str(json.leak()).expect("syntax");
        let keys = keys(&edition, &People::default());
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
        fn entries_are_read_back_unchanged(
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
            let edition: Edition = serde_json::from_str(json.leak()).expect("syntax");
            let bibtex = written(&edition);
            let bibliography = Bibliography::parse(&bibtex).expect(&bibtex);
            prop_assert_eq!(bibliography.len(), 2);
            let entry = bibliography.iter().next().expect("an entry");
            // BibTeX treats any number of spaces as one.
            let spaces = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let read = |field: &str| spaces(&entry.get(field).expect(field).format_verbatim());
            prop_assert_eq!(read("title"), spaces(&safe_line(&title)));
            prop_assert_eq!(read("abstract"), spaces(&format!("a {}", safe_line(&text))));
            prop_assert_eq!(entry.author().expect("an author").len(), 1, "{}", bibtex);
        }
    }
}
