//! Markdown: a talk or an edition as a section of its own.

use std::io::{self, Write};

use super::{dates, links, safe_line, text};
use crate::dataset::{Edition, Entry, Kind, Text};

/// Writes a talk: heading, speakers, edition, links, abstract, sources.
pub fn talk(entry: &Entry, out: &mut dyn Write) -> io::Result<()> {
    let talk = entry.talk;
    writeln!(out, "# {}\n", linked(&entry.shown_title()))?;
    let speakers = entry.speakers();
    if !speakers.is_empty() {
        writeln!(out, "{}\n", linked(&speakers))?;
    }
    writeln!(out, "{}", linked(&dates::talk_line(entry)))?;
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
        writeln!(out, "# {}\n", linked(&edition.name))?;
        writeln!(out, "{}\n", linked(&dates::edition_line(edition)))?;
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
    writeln!(out, "\n## {}", linked(&entry.shown_title()))?;
    let speakers = entry.speakers();
    let line = match talk.kind {
        Kind::Training | Kind::Discussion if speakers.is_empty() => talk.kind.name().to_owned(),
        Kind::Training | Kind::Discussion => format!("{speakers} ({})", talk.kind.name()),
        Kind::Talk | Kind::Session => speakers,
    };
    if !line.is_empty() {
        writeln!(out, "\n{}", linked(&line))?;
    }
    if talk.start.is_some() {
        writeln!(out, "\n{}", linked(&dates::talk_line(entry)))?;
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
    writeln!(out, "# {}\n", linked(&edition.name))?;
    writeln!(out, "{}\n", linked(&dates::edition_line(edition)))?;
    writeln!(out, "{}: <{}>", text::programme(edition), edition.url)?;
    paragraphs(&edition.description, out)?;
    sources(&edition.sources, out)
}

fn paragraphs(paragraphs: &[Text], out: &mut dyn Write) -> io::Result<()> {
    for paragraph in paragraphs {
        writeln!(out, "\n{}", linked(paragraph))?;
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

/// Returns `text` escaped, but with URLs as links: GitHub makes links of bare ones, escapes included.
fn linked(text: &str) -> String {
    escape(text, url_len)
}

/// Returns `text` escaped, for the label of a link.
fn escaped(text: &str) -> String {
    escape(text, |_| 0)
}

/// Returns `text` in one line, with everything escaped that Markdown would interpret: by a backslash if all
/// dialects know it (those of Markdown.pl), by a character reference otherwise. Where `url_len` finds a URL,
/// it is a link.
fn escape(text: &str, url_len: fn(&str) -> usize) -> String {
    let text = &*safe_line(text);
    // A list starts with a number, and a heading ends in hashes. Strikethrough, subscripts,
    // mathematics and superscripts are between two characters.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let hashes = text.trim_end_matches('#').len();
    let is_paired = |c: &char| text.matches(*c).nth(1).is_some();
    let paired: Vec<char> = ['~', '$', '^'].into_iter().filter(is_paired).collect();
    let mut escaped = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let url = &text[at..at + url_len(&text[at..])];
        let rest = &text[at + c.len_utf8()..];
        let before_letter = rest.starts_with(|c: char| c == '#' || c.is_ascii_alphanumeric());
        match c {
            _ if !url.is_empty() => escaped.extend(["<", url, ">"]),
            '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '}' => escaped.extend(['\\', c]),
            '+' | '-' | '#' if at == 0 => escaped.extend(['\\', c]),
            '.' | ')' if at > 0 && at == digits => escaped.extend(['\\', c]),
            '#' if at >= hashes => escaped.extend(['\\', c]),
            '!' if rest.starts_with('[') => escaped.extend(['\\', c]),
            // GitHub makes a link of www.example.org.
            '.' if text[..at].ends_with("www") => escaped.extend(['\\', c]),
            '<' => escaped.push_str("&lt;"),
            '>' if at == 0 => escaped.push_str("&gt;"),
            '&' if before_letter => escaped.push_str("&amp;"),
            ':' | '=' | '|' if at == 0 => escaped += &reference(c),
            '~' | '$' | '^' if paired.contains(&c) => escaped += &reference(c),
            c => escaped.push(c),
        }
        at += url.len().max(c.len_utf8());
    }
    escaped
}

fn reference(c: char) -> String {
    format!("&#{};", u32::from(c))
}

/// Returns the length of the URL that `text` starts with, without punctuation at its end; or 0.
fn url_len(text: &str) -> usize {
    if !text.starts_with("https://") && !text.starts_with("http://") {
        return 0;
    }
    let url = text.split([' ', '<', '>']).next().unwrap_or_default();
    let is_punctuation = |c: char| match c {
        ')' => !url.contains('('),
        c => c.is_ascii_punctuation() && !"/#=&-+(".contains(c),
    };
    url.trim_end_matches(is_punctuation).len()
}

#[cfg(test)]
mod tests {
    use pretty_assertions::assert_eq;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

    use super::*;

    #[test]
    fn markup_is_escaped_only_where_it_would_be_interpreted() {
        for (text, expected) in [
            ("kproc_macros & tarfs", "kproc\\_macros & tarfs"),
            (
                "AT&T &copy; &#33; & more",
                "AT&amp;T &amp;copy; &amp;#33; & more",
            ),
            (
                "[a](b) *c* `d` ![e](f)!",
                "\\[a\\](b) \\*c\\* \\`d\\` \\!\\[e\\](f)!",
            ),
            ("<img src=x> a -> b", "&lt;img src=x> a -> b"),
            ("> one", "&gt; one"),
            ("- one - two", "\\- one - two"),
            ("# one # two ##", "\\# one # two \\#\\#"),
            ("$x^2^$ {#id}", "&#36;x&#94;2&#94;&#36; \\{#id\\}"),
            ("~25 for $5", "~25 for $5"),
            ("#{}", "\\#\\{\\}"),
            ("1. one", "1\\. one"),
            ("v6.4. in-place: | = a", "v6.4. in-place: | = a"),
            (": = |", "&#58; = |"),
            ("back\\slash", "back\\\\slash"),
            ("www.a_b.org", "www\\.a\\_b.org"),
        ] {
            assert_eq!(escaped(text), expected);
            assert_eq!(linked(text), expected);
        }
    }

    #[test]
    fn urls_are_links() {
        for (text, expected) in [
            (
                "See https://a.org/x_y*z, http://b.org.",
                "See <https://a.org/x_y*z>, <http://b.org>.",
            ),
            ("https://a.org/x_(y), *", "<https://a.org/x_(y)>, \\*"),
            ("(https://a.org/x)", "(<https://a.org/x>)"),
            ("<https://a.org/x_>_", "&lt;<https://a.org/x>\\_>\\_"),
            ("a https:// b_c http:", "a <https://> b\\_c http:"),
        ] {
            assert_eq!(linked(text), expected);
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
