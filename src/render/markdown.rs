//! Markdown: a talk or an edition as a section of its own.

use std::io::{self, Write};

use super::text;
use crate::dataset::{Edition, Entry, Text};

/// Writes a talk: heading, speakers, edition, links, abstract, sources.
pub fn talk(entry: &Entry, out: &mut dyn Write) -> io::Result<()> {
    let talk = entry.talk;
    writeln!(out, "# {}\n", escaped(&entry.shown_title()))?;
    let speakers = entry.speakers();
    if !speakers.is_empty() {
        writeln!(out, "{}\n", escaped(&speakers))?;
    }
    writeln!(out, "{}", escaped(&text::talk_line(entry)))?;
    let slides = talk
        .slides_url
        .as_ref()
        .map(|url| ("Slides".to_owned(), url));
    let reports = talk
        .coverage
        .iter()
        .map(|r| (text::published(&r.title, r.published), &r.url));
    let links = talk
        .links
        .iter()
        .map(|link| (link.title.to_string(), &link.url));
    let all = slides.into_iter().chain(reports).chain(links);
    for (n, (label, url)) in all.enumerate() {
        if n == 0 {
            writeln!(out)?;
        }
        writeln!(out, "- [{}](<{url}>)", escaped(&label))?;
    }
    paragraphs(&talk.paragraphs, out)?;
    sources(&talk.sources, out)
}

/// Writes an edition: heading, days and place, page, description, sources.
pub fn edition(edition: &Edition, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}\n", escaped(&edition.name))?;
    writeln!(out, "{}\n", escaped(&text::edition_line(edition)))?;
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
    let mut escaped = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let markup = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' => true,
            // Only the first character of a line can open a heading, a list or a rule.
            '#' | '+' | '-' | '=' => at == 0,
            // `1.` and `1)` open a list.
            '.' | ')' => at > 0 && text[..at].bytes().all(|b| b.is_ascii_digit()),
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
            ("# one # two", "\\# one # two"),
            ("1. one", "1\\. one"),
            ("v6.4. in-place", "v6.4. in-place"),
            ("back\\slash", "back\\\\slash"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }
}
