//! Markdown: a talk, an edition or a whole programme.

use std::io::{self, Write};

use super::{dates, links, other_sources, safe_line};
use crate::dataset::{Edition, Entry, Kind, Threads};

/// Writes a talk: heading, speakers, edition; the output of [`body`]; ID, kind, sources.
pub fn talk<'d>(entry: &Entry<'d>, threads: &Threads<'d>, out: &mut dyn Write) -> io::Result<()> {
    let talk = entry.talk;
    writeln!(out, "# {}", linked(&entry.shown_title()))?;
    paragraph(&entry.speakers(), out)?;
    paragraph(&dates::talk_line(entry), out)?;
    body(entry, threads, out)?;
    writeln!(out, "\nID: {} ({})", talk.id, talk.kind.name())?;
    list("Sources", other_sources(entry).iter().map(|url| format!("<{url}>")), out)
}

/// Writes a page with a heading for each edition and each talk.
pub fn programme<'d>(
    entries: &[Entry<'d>],
    threads: &Threads<'d>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let editions = entries.chunk_by(|a, b| a.edition.year == b.edition.year);
    for (n, talks) in editions.enumerate() {
        if n > 0 {
            writeln!(out)?;
        }
        heading(talks[0].edition, out)?;
        for entry in talks {
            section(entry, threads, out)?;
        }
    }
    Ok(())
}

/// Writes a talk on the page of its edition.
fn section<'d>(entry: &Entry<'d>, threads: &Threads<'d>, out: &mut dyn Write) -> io::Result<()> {
    let talk = entry.talk;
    writeln!(out, "\n## {}", linked(&entry.shown_title()))?;
    let speakers = entry.speakers();
    let line = match talk.kind {
        Kind::Training | Kind::Discussion if speakers.is_empty() => talk.kind.name().to_owned(),
        Kind::Training | Kind::Discussion => format!("{speakers} ({})", talk.kind.name()),
        Kind::Talk | Kind::Session => speakers,
    };
    paragraph(&line, out)?;
    if talk.start.is_some() {
        paragraph(&dates::talk_line(entry), out)?;
    }
    body(entry, threads, out)
}

/// Writes the summary, outcome, abstract, links and related talks of a talk.
fn body<'d>(entry: &Entry<'d>, threads: &Threads<'d>, out: &mut dyn Write) -> io::Result<()> {
    let talk = entry.talk;
    talk.summary.iter().try_for_each(|text| paragraph(text, out))?;
    let outcome = talk.outcome.iter();
    list("Outcome", outcome.map(|outcome| link(&outcome.text, &outcome.url)), out)?;
    for (n, paragraph) in talk.paragraphs.iter().enumerate() {
        let before = if n == 0 { "\nAs announced:\n" } else { ">" };
        writeln!(out, "{before}\n> {}", linked(paragraph))?;
    }
    let links = links(entry).into_iter();
    list("Links", links.map(|(label, url)| link(&label, url)), out)?;
    let related = threads.related(entry).into_iter();
    let related = related.map(|entry| {
        let (id, year) = (&entry.talk.id, entry.edition.year);
        format!("{id}, {year}: {}", linked(&entry.shown_title()))
    });
    list("See also", related, out)
}

/// Writes an edition: heading, dates and location, website, description, programme, sources.
pub fn edition(edition: &Edition, out: &mut dyn Write) -> io::Result<()> {
    heading(edition, out)?;
    edition.description.iter().try_for_each(|text| paragraph(text, out))?;
    let talks = edition.talks.iter().map(|talk| {
        let entry = Entry { edition, talk };
        let title = linked(&entry.shown_title());
        match entry.speakers() {
            speakers if speakers.is_empty() => format!("{}: {title}", talk.id),
            speakers => format!("{}: {title} ({})", talk.id, linked(&speakers)),
        }
    });
    list("Programme", talks, out)?;
    let sources = edition.sources.iter().filter(|source| **source != edition.url);
    list("Sources", sources.map(|url| format!("<{url}>")), out)
}

/// Writes the name, dates, location and website of an edition.
fn heading(edition: &Edition, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}", linked(&edition.name))?;
    let line = dates::edition_line(edition);
    let line = line.strip_prefix(&*edition.name).unwrap_or(&line);
    paragraph(line.trim_start_matches([',', ' ']), out)?;
    writeln!(out, "\n<{}>", edition.url)
}

/// Writes an empty line and a paragraph; nothing if it is empty.
fn paragraph(text: &str, out: &mut dyn Write) -> io::Result<()> {
    if text.is_empty() { Ok(()) } else { writeln!(out, "\n{}", linked(text)) }
}

/// Writes a labelled list; nothing if it is empty.
fn list(label: &str, items: impl Iterator<Item = String>, out: &mut dyn Write) -> io::Result<()> {
    for (n, item) in items.enumerate() {
        if n == 0 {
            writeln!(out, "\n{label}:\n")?;
        }
        writeln!(out, "- {item}")?;
    }
    Ok(())
}

fn link(label: &str, url: &str) -> String {
    format!("[{}](<{url}>)", escape(label, |_| 0))
}

/// Returns `text` escaped, but with URLs as links: GitHub turns bare URLs into links that would
/// include the escapes.
fn linked(text: &str) -> String {
    escape(text, url_len)
}

/// Returns `text` in one line, with everything escaped that Markdown would interpret: with a
/// backslash if all dialects support that (the escapes of Markdown.pl), otherwise with a character
/// reference. URLs that `url_len` finds become links.
fn escape(text: &str, url_len: fn(&str) -> usize) -> String {
    let text = &*safe_line(text);
    // A number can start a list, and hashes can end a heading. Strikethrough, subscripts,
    // mathematics and superscripts are enclosed in two special characters.
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
            '#' if at >= hashes => escaped += &reference(c),
            '+' | '-' | '#' if at == 0 => escaped.extend(['\\', c]),
            '.' | ')' if at > 0 && at == digits => escaped.extend(['\\', c]),
            // GitHub turns www.example.org into a link.
            '.' if text[..at].ends_with("www") => escaped.extend(['\\', c]),
            '<' => escaped.push_str("&lt;"),
            '>' if at == 0 => escaped.push_str("&gt;"),
            '&' if before_letter => escaped.push_str("&amp;"),
            // Pandoc treats @name as a citation.
            '@' if before_letter && !text[..at].ends_with(char::is_alphanumeric) => {
                escaped += &reference(c);
            }
            // Some dialects treat `\](` as the end of a label.
            '(' if text[..at].ends_with(']') => escaped += &reference(c),
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

/// Returns the length of the URL at the start of `text`, without punctuation at its end; 0 if there
/// is none.
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
mod tests;
