//! Plain text: a talk or an edition as `show` prints it, and the phrases that renderers share.

use std::borrow::Cow;
use std::io::{self, Write};

use chrono::NaiveDate;
use textwrap::{Options, WordSplitter};

use super::dates::{edition_days, edition_line, talk_line};
use super::{FAINT, KEY, STRONG, Screen};
use crate::dataset::{Edition, Entry, Text};

/// The widest text, in columns.
const MAX_WIDTH: usize = 80;

/// The column where labelled values begin, from 0.
const INDENT: usize = 8;

/// Writes a talk: title, speakers, edition; links; abstract; sources.
pub fn talk(entry: &Entry, screen: Screen, out: &mut dyn Write) -> io::Result<()> {
    let talk = entry.talk;
    let mut page = Page { screen, out };
    page.paragraph(STRONG, &entry.shown_title())?;
    let speakers = entry.speakers();
    if !speakers.is_empty() {
        page.plain(&speakers)?;
    }
    page.plain(&talk_line(entry))?;
    page.empty_line()?;
    page.id(&talk.id)?;
    page.label("Kind", talk.kind.name())?;
    match &talk.slides_url {
        Some(url) => page.url("Slides", url)?,
        None => page.label("Slides", slides(talk.slides))?,
    }
    for report in &talk.coverage {
        page.label("Report", &published(&report.title, report.published))?;
        page.url("", &report.url)?;
    }
    for link in &talk.links {
        page.label("Link", &link.title)?;
        page.url("", &link.url)?;
    }
    page.paragraphs(&talk.paragraphs)?;
    page.sources(&talk.sources)
}

/// Writes a line that names the editions of a list, with date and location if there is only one,
/// and an empty line.
pub fn heading(editions: &[&Edition], screen: Screen, out: &mut dyn Write) -> io::Result<()> {
    let line = if let [edition] = editions {
        edition_line(edition)
    } else {
        let year = |edition: &&Edition| {
            let partial = if edition.complete { "" } else { " (partial)" };
            format!("{}{partial}", edition.year)
        };
        let years: Vec<String> = editions.iter().map(year).collect();
        format!("Editions {}", years.join(", "))
    };
    let mut page = Page { screen, out };
    page.paragraph(STRONG, &line)?;
    page.empty_line()
}

/// Writes an edition: name, dates, location, website, number of talks, description, sources.
pub fn edition(edition: &Edition, screen: Screen, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page { screen, out };
    page.paragraph(STRONG, &edition.name)?;
    page.empty_line()?;
    page.label(
        "Dates",
        edition_days(edition).as_deref().unwrap_or("unknown"),
    )?;
    page.label("Place", edition.location.as_deref().unwrap_or("unknown"))?;
    page.url("Page", &edition.url)?;
    let talks = edition.talks.len();
    page.label(
        "Talks",
        &format!("{talks}, the programme is {}", extent(edition)),
    )?;
    page.paragraphs(&edition.description)?;
    page.sources(&edition.sources)
}

/// Lines of text, wrapped to the width of the screen if it has one.
struct Page<'o> {
    screen: Screen,
    out: &'o mut dyn Write,
}

impl Page<'_> {
    fn paragraph(&mut self, style: anstyle::Style, text: &str) -> io::Result<()> {
        let width = self.screen.width.map(|width| width.min(MAX_WIDTH));
        for line in wrap(text, width) {
            writeln!(self.out, "{}", self.screen.paint(style, &line))?;
        }
        Ok(())
    }

    fn plain(&mut self, text: &str) -> io::Result<()> {
        self.paragraph(anstyle::Style::new(), text)
    }

    fn empty_line(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// Writes a label and a value, which is wrapped.
    fn label(&mut self, label: &str, value: &str) -> io::Result<()> {
        let indent = self.start_label(label)?;
        let width = self.screen.width.map(|width| width.min(MAX_WIDTH));
        let lines = wrap(value, width.map(|width| width.saturating_sub(indent)));
        for (n, line) in lines.iter().enumerate() {
            let indent = if n == 0 { 0 } else { indent };
            writeln!(self.out, "{:indent$}{line}", "")?;
        }
        Ok(())
    }

    fn id(&mut self, id: &str) -> io::Result<()> {
        self.start_label("Id")?;
        writeln!(self.out, "{}", self.screen.paint(KEY, id))
    }

    /// Writes a label and a URL, which is never wrapped.
    fn url(&mut self, label: &str, url: &str) -> io::Result<()> {
        self.start_label(label)?;
        writeln!(self.out, "{}", self.screen.link(url, url))
    }

    /// Writes a label and the spaces before its value, or on a narrow screen a separate line and the
    /// indent of the value. Returns the column where the value begins.
    fn start_label(&mut self, label: &str) -> io::Result<usize> {
        /// The narrowest screen with labels and values on the same line.
        const MIN_WIDTH: usize = 40;
        if self.screen.width.is_none_or(|width| width >= MIN_WIDTH) {
            write!(self.out, "{label:<INDENT$}")?;
            return Ok(INDENT);
        }
        if !label.is_empty() {
            writeln!(self.out, "{label}")?;
        }
        write!(self.out, "  ")?;
        Ok(2)
    }

    fn paragraphs(&mut self, paragraphs: &[Text]) -> io::Result<()> {
        for paragraph in paragraphs {
            self.empty_line()?;
            self.plain(paragraph)?;
        }
        Ok(())
    }

    fn sources(&mut self, sources: &[Text]) -> io::Result<()> {
        if sources.is_empty() {
            return Ok(());
        }
        self.empty_line()?;
        self.paragraph(FAINT, "Sources:")?;
        for source in sources {
            let source = self.screen.link(source, source);
            writeln!(self.out, "{}", self.screen.paint(FAINT, &source))?;
        }
        Ok(())
    }
}

/// Breaks `text` into lines of at most `width` columns. Longer words, such as URLs, are not broken.
pub fn wrap(text: &str, width: Option<usize>) -> Vec<Cow<'_, str>> {
    match width {
        None => vec![Cow::Borrowed(text)],
        Some(width) => textwrap::wrap(text, wrapping(width)),
    }
}

/// Returns the options that wrap text to `width` columns, at spaces only.
pub fn wrapping<'a>(width: usize) -> Options<'a> {
    Options::new(width)
        .break_words(false)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
}

/// Returns the number of talks of an edition, and whether that is the complete programme.
pub fn programme(edition: &Edition) -> String {
    let talks = edition.talks.len();
    let plural = if talks == 1 { "" } else { "s" };
    format!("{talks} talk{plural}, {}", extent(edition))
}

fn extent(edition: &Edition) -> &'static str {
    if edition.complete {
        "complete"
    } else {
        "partial"
    }
}

/// Describes slides without a known URL.
fn slides(published: Option<bool>) -> &'static str {
    match published {
        Some(true) => "published, address unknown",
        Some(false) => "none published",
        None => "unknown",
    }
}

/// Returns the title of an article, with its date if known.
pub fn published(title: &str, day: Option<NaiveDate>) -> String {
    match day {
        Some(day) => format!("{title} ({day})"),
        None => title.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapping_does_not_break_urls() {
        let text =
            "see https://example.org/a-very-long/address-that-does-not-fit for compile-time checks";
        assert_eq!(
            wrap(text, Some(20)),
            [
                "see",
                "https://example.org/a-very-long/address-that-does-not-fit",
                "for compile-time",
                "checks"
            ]
        );
        assert_eq!(wrap(text, None), [text]);
    }
}
