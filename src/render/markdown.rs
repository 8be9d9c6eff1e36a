//! Markdown: pages, and the schedules of editions.

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::page::{self, Block, Content, Item, Part};
use super::safe_line;
use crate::dataset::{Entry, Text, Threads, url_len};

/// Writes a page, with its title as a heading of the given level. The IDs in `anchors` become links.
pub fn page(
    blocks: &[Block],
    level: usize,
    anchors: &BTreeSet<&str>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let hashes = "#".repeat(level);
    for block in blocks {
        match &block.content {
            Content::Line(text) => match block.part {
                Part::Title => writeln!(out, "{hashes} {}", linked(text))?,
                Part::Session => writeln!(out, "\n{hashes}# {}", linked(text))?,
                _ => writeln!(out, "\n{}", linked(text))?,
            },
            Content::Paragraphs(texts) => write_paragraphs(block.part, texts, out)?,
            Content::Items(items) => write_items(block.part, items, anchors, out)?,
            Content::Schedule(edition) => {
                let talks = edition.entries().map(|entry| {
                    let title = linked(&entry.shown_title());
                    match entry.speakers() {
                        speakers if speakers.is_empty() => format!("{}: {title}", entry.talk.id),
                        speakers => format!("{}: {title} ({})", entry.talk.id, linked(&speakers)),
                    }
                });
                write_list(block.part.label(), talks, out)?;
            }
        }
    }
    Ok(())
}

/// Writes the schedules of editions: a table of contents, then a heading for each edition and each
/// talk, with anchors.
pub fn schedules<'d>(
    entries: &[Entry<'d>],
    threads: &Threads<'d>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let editions = || entries.chunk_by(|a, b| a.edition.year == b.edition.year);
    let anchored =
        |entry: &Entry| format!("[{}](#{})", escape(&entry.shown_title(), |_| 0), entry.talk.id);
    let anchors = entries.iter().map(|entry| &*entry.talk.id).collect();
    for talks in editions() {
        writeln!(out, "- {}", linked(&talks[0].edition.name))?;
        for entry in talks {
            writeln!(out, "  - {}", anchored(entry))?;
        }
    }
    for talks in editions() {
        writeln!(out)?;
        let edition = page::edition(talks[0].edition);
        let is_heading =
            |block: &&Block| matches!(block.part, Part::Title | Part::Edition | Part::Page);
        let heading: Vec<Block> = edition.into_iter().filter(|block| is_heading(&block)).collect();
        page(&heading, 1, &anchors, out)?;
        for entry in talks {
            writeln!(out, "\n<a id=\"{}\"></a>\n", entry.talk.id)?;
            let blocks = page::talk(entry, threads, true);
            let is_wanted = |block: &&Block| match block.part {
                // The heading of the edition has it.
                Part::Edition => entry.talk.start.is_some(),
                Part::Sources => false,
                _ => true,
            };
            let blocks: Vec<Block> = blocks.into_iter().filter(|block| is_wanted(&block)).collect();
            page(&blocks, 2, &anchors, out)?;
        }
    }
    Ok(())
}

fn write_paragraphs(part: Part, texts: &[Text], out: &mut dyn Write) -> io::Result<()> {
    let is_quote = !part.label().is_empty();
    for (n, text) in texts.iter().enumerate() {
        match (is_quote, n) {
            (false, _) => writeln!(out, "\n{}", linked(text))?,
            (true, 0) => writeln!(out, "\n{}:\n\n> {}", part.label(), linked(text))?,
            (true, _) => writeln!(out, ">\n> {}", linked(text))?,
        }
    }
    Ok(())
}

fn write_items(
    part: Part,
    items: &[Item],
    anchors: &BTreeSet<&str>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let shown = items.iter().filter(|item| !item.is_hint).map(|item| {
        let lead = match part {
            Part::Id | Part::Notes | Part::Elsewhere => linked(&item.lead),
            _ if item.lead.is_empty() => String::new(),
            Part::SeeAlso if anchors.contains(&*item.lead) => format!("[{0}](#{0}):", item.lead),
            _ => format!("{}:", linked(&item.lead)),
        };
        let is_source = matches!(part, Part::Notes | Part::Elsewhere);
        let text = match (item.url, &*item.text) {
            (Some(url), "") => format!("<{url}>"),
            (Some(url), text) if is_source => format!("{} ([source](<{url}>))", linked(text)),
            (Some(url), text) => link(text, url),
            (None, text) => linked(text.trim_start()),
        };
        format!("{lead} {text}").trim().to_owned()
    });
    match items {
        [_] if matches!(
            part,
            Part::State | Part::Topics | Part::Id | Part::Slides | Part::Page
        ) =>
        {
            shown.into_iter().try_for_each(|item| writeln!(out, "\n{}: {item}", part.label()))
        }
        _ => write_list(part.label(), shown, out),
    }
}

/// Writes a labeled list; nothing if it is empty.
fn write_list(
    label: &str,
    items: impl Iterator<Item = String>,
    out: &mut dyn Write,
) -> io::Result<()> {
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
    let digits = text.len() - text.trim_start_matches(char::is_numeric).len();
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

#[cfg(test)]
mod tests;
