//! Markdown: a talk or an edition as a section of its own.

use std::io::{self, Write};

use super::{dates, links, safe_line, text};
use crate::dataset::{Edition, Entry, Kind, Text};

/// Writes a talk: heading, speakers, edition, links, abstract, sources.
pub fn talk(entry: &Entry, out: &mut dyn Write) -> io::Result<()> {
    let talk = entry.talk;
    writeln!(out, "# {}\n", escaped(&entry.shown_title()))?;
    let speakers = entry.speakers();
    if !speakers.is_empty() {
        writeln!(out, "{}\n", escaped(&speakers))?;
    }
    writeln!(out, "{}", escaped(&dates::talk_line(entry)))?;
    link_list(entry, out)?;
    paragraphs(&talk.paragraphs, out)?;
    sources(&talk.sources, out)
}

/// Writes a page with a heading for each edition and each talk: speakers, abstract, links.
pub fn programme(entries: &[Entry], out: &mut dyn Write) -> io::Result<()> {
    let editions = entries.chunk_by(|a, b| a.edition.year == b.edition.year);
    for (n, talks) in editions.enumerate() {
        if n > 0 {
            writeln!(out)?;
        }
        let edition = talks[0].edition;
        writeln!(out, "# {}\n", escaped(&edition.name))?;
        writeln!(out, "{}\n", escaped(&dates::edition_line(edition)))?;
        writeln!(out, "<{}>", edition.url)?;
        for entry in talks {
            section(entry, out)?;
        }
    }
    Ok(())
}

/// A talk on the page of its edition.
fn section(entry: &Entry, out: &mut dyn Write) -> io::Result<()> {
    let talk = entry.talk;
    writeln!(out, "\n## {}", escaped(&entry.shown_title()))?;
    let speakers = entry.speakers();
    let line = match talk.kind {
        Kind::Training | Kind::Discussion if speakers.is_empty() => talk.kind.name().to_owned(),
        Kind::Training | Kind::Discussion => format!("{speakers} ({})", talk.kind.name()),
        Kind::Talk | Kind::Session => speakers,
    };
    if !line.is_empty() {
        writeln!(out, "\n{}", escaped(&line))?;
    }
    if talk.start.is_some() {
        writeln!(out, "\n{}", escaped(&dates::talk_line(entry)))?;
    }
    paragraphs(&talk.paragraphs, out)?;
    link_list(entry, out)
}

fn link_list(entry: &Entry, out: &mut dyn Write) -> io::Result<()> {
    for (n, (label, url)) in links(entry).into_iter().enumerate() {
        if n == 0 {
            writeln!(out)?;
        }
        writeln!(out, "- [{}](<{url}>)", escaped(&label))?;
    }
    Ok(())
}

/// Writes an edition: heading, days and place, page, description, sources.
pub fn edition(edition: &Edition, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}\n", escaped(&edition.name))?;
    writeln!(out, "{}\n", escaped(&dates::edition_line(edition)))?;
    writeln!(out, "{}: <{}>", text::programme(edition), edition.url)?;
    paragraphs(&edition.description, out)?;
    sources(&edition.sources, out)
}

fn paragraphs(paragraphs: &[Text], out: &mut dyn Write) -> io::Result<()> {
    for paragraph in paragraphs {
        writeln!(out, "\n{}", escaped(paragraph))?;
    }
    Ok(())
}

fn sources(sources: &[Text], out: &mut dyn Write) -> io::Result<()> {
    if !sources.is_empty() {
        writeln!(out, "\nSources:\n")?;
    }
    for source in sources {
        writeln!(out, "- <{source}>")?;
    }
    Ok(())
}

/// `text` with a backslash before whatever Markdown would read as markup (`CommonMark` section 2.4).
fn escaped(text: &str) -> String {
    let text = &*safe_line(text);
    let mut escaped = String::with_capacity(text.len());
    let hashes = text.trim_end_matches('#').len();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        let markup = match c {
            // The last three begin mathematics, superscripts and attributes in wide-spread dialects.
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '$' | '^' | '{'
            | '}' => true,
            // A heading may also end in them.
            '#' => at == 0 || at >= hashes,
            // Only the first character of a line can open a list, a rule or a definition.
            '+' | '-' | '=' | ':' => at == 0,
            // `1.` and `1)` open a list.
            '.' | ')' => at > 0 && at == digits,
            _ => false,
        };
        if markup {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use pretty_assertions::assert_eq;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

    use super::*;

    #[test]
    fn markup_is_escaped_only_where_it_would_be_read_as_such() {
        for (text, expected) in [
            ("kproc_macros & tarfs", "kproc\\_macros \\& tarfs"),
            (
                "[a](b) *c* `d` <e> ~f~ |",
                "\\[a\\](b) \\*c\\* \\`d\\` \\<e\\> \\~f\\~ \\|",
            ),
            ("- one", "\\- one"),
            ("# one # two ##", "\\# one # two \\#\\#"),
            ("$x^2$ {#id}", "\\$x\\^2\\$ \\{#id\\}"),
            ("#{}", "\\#\\{\\}"),
            ("1. one", "1\\. one"),
            ("v6.4. in-place", "v6.4. in-place"),
            ("back\\slash", "back\\\\slash"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }

    const EDITIONS: &str = r#"[{"year": 2025, "name": "Kangrejos 2025", "url": "https://kangrejos.com/2025",
        "revised": "2026-01-02", "talks": [{"id": "w", "topic": "W_1", "kind": "session"}]},
        {"year": 2026, "name": "Kangrejos 2026", "start": "2026-09-15", "end": "2026-09-16",
        "location": "Oviedo, Spain", "url": "https://kangrejos.com/2026", "complete": true,
        "revised": "2026-01-02", "talks": [
        {"id": "x", "title": "X #", "kind": "training", "speakers": ["Ann", "Bob"], "et_al": true,
         "abstract": ["One.", "- Two."], "slides": true, "slides_url": "https://kangrejos.com/x.pdf",
         "coverage": [{"title": "On [X]", "url": "https://lwn.net/1/", "published": "2026-09-20"}],
         "links": [{"title": "X", "url": "https://example.org/x"}],
         "start": "2026-09-15T10:00:00+02:00", "end": "2026-09-15T10:30:00+02:00"},
        {"id": "y", "title": "Y", "kind": "discussion"}]}]"#;

    #[test]
    fn a_programme_has_a_heading_for_each_edition_and_talk() {
        let editions: Vec<Edition> = serde_json::from_str(EDITIONS).expect("syntax");
        let entries: Vec<Entry> = editions
            .iter()
            .flat_map(|edition| {
                edition
                    .talks
                    .iter()
                    .map(move |talk| Entry { edition, talk })
            })
            .collect();
        let mut out = Vec::new();
        programme(&entries, &mut out).expect("a vector takes everything");
        assert_eq!(
            String::from_utf8(out).expect("UTF-8"),
            "\
# Kangrejos 2025

Kangrejos 2025 (partial programme)

<https://kangrejos.com/2025>

## \\[W\\_1\\]

# Kangrejos 2026

Kangrejos 2026, 15-16 September, Oviedo, Spain

<https://kangrejos.com/2026>

## X \\#

Ann, Bob et al. (training)

Kangrejos 2026, 15 September 10:00-10:30, Oviedo, Spain

One.

\\- Two.

- [Slides](<https://kangrejos.com/x.pdf>)
- [On \\[X\\] (2026-09-20)](<https://lwn.net/1/>)
- [X](<https://example.org/x>)

## Y

discussion
"
        );
    }

    /// The texts of headings and paragraphs, as an independent parser reads them.
    fn rendered(markdown: &str) -> Vec<String> {
        let dialects = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
        let mut texts = Vec::new();
        for event in Parser::new_ext(markdown, dialects) {
            match event {
                Event::Start(Tag::Heading { id, .. }) => {
                    assert_eq!(id, None);
                    texts.push(String::new());
                }
                Event::Start(Tag::Paragraph) => texts.push(String::new()),
                Event::Text(text) => texts.last_mut().expect("a block").push_str(&text),
                Event::End(_)
                | Event::Start(Tag::Link {
                    link_type: LinkType::Autolink,
                    ..
                }) => {}
                other => panic!("markup: {other:?}"),
            }
        }
        texts
    }

    proptest! {
        #[test]
        fn what_is_rendered_is_what_went_in(
            texts in proptest::collection::vec("[#*+=~`\\-_0-9.)(\\[\\]!<>&|:$^{}\\\\ a]{1,12}\\PC{0,20}[# a]{0,3}", 3)
        ) {
            // The loader takes no text with blanks at an end, two of them, or control characters.
            let texts = texts.iter().map(|text| {
                let words: Vec<&str> = text.split_whitespace().collect();
                let text = words.join(" ");
                text.replace(crate::escape::is_unsafe, "")
            });
            let texts: Vec<String> = texts.collect();
            prop_assume!(texts.iter().all(|text| !text.is_empty() && text.trim() == text));
            let json = serde_json::json!({
                "year": 2026, "name": "K", "url": "https://kangrejos.com/2026", "revised": "2026-01-02",
                "complete": true,
                "talks": [{"id": "x", "kind": "talk", "title": texts[0], "speakers": [texts[1]], "abstract": [texts[2]]}]
            })
            .to_string();
            let edition: Edition = serde_json::from_str(&json).expect("syntax");
            let mut out = Vec::new();
            let entry = Entry { edition: &edition, talk: &edition.talks[0] };
            programme(&[entry], &mut out).expect("a vector takes everything");
            let markdown = String::from_utf8(out).expect("UTF-8");
            let mut expected = vec!["K".to_owned(), "K".to_owned(), "https://kangrejos.com/2026".to_owned()];
            expected.extend(texts);
            prop_assert_eq!(rendered(&markdown), expected, "{}", markdown);
        }
    }
}
