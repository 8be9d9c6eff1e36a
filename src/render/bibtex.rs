//! BibTeX: an entry per talk, in UTF-8.

use std::collections::BTreeMap;
use std::io::{self, Write};

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
    let title = latex(&safe_line(&entry.shown_title()));
    // Every style defines these names, which must not be in braces.
    let month = entry.start().map(|start| dates::short_month(start.day()).to_lowercase());
    let location = entry.location().unwrap_or_default();
    let url = entry.material().unwrap_or(entry.url());
    // The only type that does not require an author. Styles sort by the key if there is none.
    writeln!(out, "@misc{{{key},")?;
    for (name, value) in [
        ("author", braced(&authors(talk, people))),
        ("key", if talk.speakers.is_empty() { braced(&title) } else { String::new() }),
        // The inner braces keep styles from writing "rcu" for "RCU".
        ("title", braced(&braced(&title))),
        ("howpublished", braced(&latex(&safe_line(&edition.name)))),
        ("address", braced(&latex(&safe_line(location)))),
        ("year", braced(&edition.year.to_string())),
        ("month", month.unwrap_or_default()),
        ("url", braced(&safe_line(url))),
        ("keywords", braced(&format!("Kangrejos, {}", talk.kind.name()))),
        ("abstract", braced(&latex(&safe(&talk.paragraphs.join("\n\n"))))),
        ("annote", braced(&latex(&safe(&talk.summary.join("\n\n"))))),
    ] {
        if !value.is_empty() {
            writeln!(out, "  {name} = {value},")?;
        }
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

/// Returns a name, with the family name first if it is more than the last word. If BibTeX could
/// misread the name, it is in braces, which keep it unchanged.
fn author(name: &str, people: &People) -> String {
    let is_plain = |word: &str| {
        word.chars().all(|c| c.is_alphanumeric() || ".-'’".contains(c))
            && word.contains(char::is_alphanumeric)
            && !matches!(&*fold::fold(word), "and" | "others")
    };
    if !name.split(' ').all(is_plain) {
        return braced(&latex(name));
    }
    let family = people.family_name(people.person(name)).unwrap_or_default();
    match name.strip_suffix(family).map(str::trim_end) {
        Some(given) if !family.is_empty() && !given.is_empty() => {
            format!("{}, {}", latex(family), latex(given))
        }
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
    use pretty_assertions::assert_eq;
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::dataset::Dataset;

    fn written(edition: &Edition) -> String {
        let entries = edition.talks.iter().map(|talk| Entry { edition, talk });
        let mut out = Vec::new();
        let people = People::of([edition].into_iter());
        bibliography(&entries.collect::<Vec<_>>(), &people, &mut out)
            .expect("a vector accepts everything");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn an_entry_is_complete() {
        let json = json!({
            "year": 2026, "name": "Kangrejos 2026", "start": "2026-09-15", "end": "2026-09-16",
            "location": "Gijón, Spain", "url": "https://kangrejos.com/2026", "revised": "2026-01-02",
            "family_names": {"Wedson Almeida Filho": "Almeida Filho"},
            "talks": [
                {"id": "pin-init", "title": "50% of {pin_init} & #1 -- C:\\ <a~b^c|d> \"$\"", "kind": "training",
                 "speakers": ["Wedson Almeida Filho", "Benno Lossin", "Xuan Guo (Gary)", "Alice and Bob", "A - B"],
                 "et_al": true, "abstract": ["One.", "Two."], "summary": ["RCU & more.", "Agreed."],
                 "slides": true, "slides_url": "https://kangrejos.com/a_b%20c.pdf"},
                {"id": "y", "topic": "Y", "kind": "session", "location": "online"},
                {"id": "z", "title": "Z", "kind": "talk", "speakers": ["---"],
                 "coverage": [{"title": "On Z", "url": "https://lwn.net/1/"}]}
            ]
        })
        .to_string();
        let edition: Edition = serde_json::from_str(json.leak()).expect("syntax");
        assert_eq!(
            written(&edition),
            r#"@misc{almeidafilho2026pininit,
  author = {Almeida Filho, Wedson and Benno Lossin and {Xuan Guo (Gary)} and {Alice and Bob} and {A - B} and others},
  title = {{50\% of \textbraceleft{}pin\_init\textbraceright{} \& \#1 -{}- C:\textbackslash{} \textless{}a\textasciitilde{}b\textasciicircum{}c\textbar{}d\textgreater{} "\$"}},
  howpublished = {Kangrejos 2026},
  address = {Gijón, Spain},
  year = {2026},
  month = sep,
  url = {https://kangrejos.com/a_b%20c.pdf},
  keywords = {Kangrejos, training},
  abstract = {One.

Two.},
  annote = {RCU \& more.

Agreed.},
}

@misc{kangrejos2026y,
  key = {[Y]},
  title = {{[Y]}},
  howpublished = {Kangrejos 2026},
  address = {online},
  year = {2026},
  month = sep,
  url = {https://kangrejos.com/2026},
  keywords = {Kangrejos, session},
}

@misc{kangrejos2026z,
  author = {{-{}-{}-}},
  title = {{Z}},
  howpublished = {Kangrejos 2026},
  address = {Gijón, Spain},
  year = {2026},
  month = sep,
  url = {https://lwn.net/1/},
  keywords = {Kangrejos, talk},
}
"#
        );
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
        let keys = dataset.editions().flat_map(|edition| keys(edition, &people).into_values());
        let all: Vec<String> = keys.collect();
        let unique: std::collections::BTreeSet<&String> = all.iter().collect();
        assert_eq!(unique.len(), all.len());
        assert!(all.contains(&"lossin2023pininit".to_owned()));
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
