//! Plain text: a talk or an edition as `show` prints it, and the phrases that renderers share.

use std::borrow::Cow;
use std::io::{self, Write};
use std::mem;

use anstyle::Style;
use chrono::NaiveDate;
use textwrap::{Options, WordSplitter};

use super::dates::{edition_days, edition_line, talk_line};
use super::{FAINT, KEY, STRONG, Screen, other_sources, records, title_effects};
use crate::dataset::{Edition, Entry, Kind, Text, Threads};

/// The widest text, in columns.
const MAX_WIDTH: usize = 80;

/// The column where labelled values begin, from 0.
const INDENT: usize = 10;

/// The narrowest screen that has labels and values on the same line.
const MIN_LABEL_WIDTH: usize = 40;

/// The indent of abstracts, and of labelled values on a narrow screen.
const SMALL_INDENT: usize = 2;

const PLAIN: Style = Style::new();

/// Writes a talk: title, speakers, edition; summary, outcome, abstract; links, related talks, ID;
/// and the sources that are not among the links.
pub fn talk<'d>(
    entry: &Entry<'d>,
    threads: &Threads<'d>,
    screen: Screen,
    out: &mut dyn Write,
) -> io::Result<()> {
    let talk = entry.talk;
    let mut page = Page::new(screen, out);
    page.paragraph(STRONG | title_effects(entry), &entry.shown_title())?;
    let speakers = entry.speakers();
    if !speakers.is_empty() {
        page.paragraph(PLAIN, &speakers)?;
    }
    page.paragraph(PLAIN, &talk_line(entry))?;
    page.paragraphs(&talk.summary)?;
    page.gap = true;
    let outcome = talk.outcome.iter();
    let outcome = outcome.map(|outcome| (outcome.text.to_string(), &*outcome.url));
    page.links("Outcome", outcome)?;
    page.announcement(&talk.paragraphs)?;
    page.gap = true;
    match (&talk.slides_url, talk.slides) {
        (Some(slides), _) => page.field("Slides", &[url(PLAIN, slides)])?,
        (None, Some(true)) => page.field("Slides", &[text("published (URL unknown)")])?,
        (None, Some(false)) => page.field("Slides", &[text("not published")])?,
        (None, None) => {}
    }
    let articles = talk.coverage.iter();
    let articles =
        articles.map(|report| (published(&report.title, report.published), &*report.url));
    page.links("Articles", articles)?;
    let links = talk.links.iter();
    page.links("Links", links.map(|link| (link.title.to_string(), &*link.url)))?;
    page.talks("See also", &threads.related(entry))?;
    page.field("ID", &[(KEY, &talk.id, "".into())])?;
    if talk.kind != Kind::Session {
        page.field("Kind", &[text(talk.kind.name())])?;
    }
    page.sources(&other_sources(entry))
}

/// Writes an edition: name, dates, location, website, number of talks, description, programme,
/// sources.
pub fn edition<'d>(
    edition: &'d Edition<'d>,
    screen: Screen,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut page = Page::new(screen, out);
    page.paragraph(STRONG, &edition.name)?;
    page.gap = true;
    let days = edition_days(edition);
    let location = edition.location.as_deref();
    page.field("Dates", &[text(days.as_deref().unwrap_or("unknown"))])?;
    page.field("Location", &[text(location.unwrap_or("unknown"))])?;
    page.field("Website", &[url(PLAIN, &edition.url)])?;
    let extent = if edition.complete { "complete" } else { "incomplete" };
    let talks = format!("{} ({extent} programme)", edition.talks.len());
    page.field("Talks", &[text(&talks)])?;
    page.paragraphs(&edition.description)?;
    if !edition.talks.is_empty() {
        writeln!(page.out)?;
        records::programme(edition, screen).write(screen, page.out)?;
    }
    let sources = edition.sources.iter().map(|source| &**source);
    let sources: Vec<&str> = sources.filter(|source| *source != &*edition.url).collect();
    page.sources(&sources)
}

/// Writes a line that names the editions of a list, with date and location if there is only one,
/// and an empty line.
pub fn heading(editions: &[&Edition], screen: Screen, out: &mut dyn Write) -> io::Result<()> {
    let line = if let [edition] = editions {
        edition_line(edition)
    } else {
        let year = |edition: &&Edition| format!("{}{}", edition.year, incomplete(edition));
        let years: Vec<String> = editions.iter().map(year).collect();
        format!("Kangrejos {}", years.join(", "))
    };
    Page::new(screen, out).paragraph(STRONG, &line)?;
    writeln!(out)
}

/// Lines of text, wrapped to the width of the screen if it has one.
struct Page<'o> {
    screen: Screen,
    /// The indent of paragraphs.
    indent: usize,
    /// Whether an empty line comes before the next one.
    gap: bool,
    out: &'o mut dyn Write,
}

/// A value after a label: an ID or a URL in its style, and the plain text after it.
type Value<'v> = (Style, &'v str, Cow<'v, str>);

fn text(text: &str) -> Value<'_> {
    (PLAIN, "", Cow::Borrowed(text))
}

fn url(style: Style, url: &str) -> Value<'_> {
    (style, url, Cow::Borrowed(""))
}

impl<'o> Page<'o> {
    fn new(screen: Screen, out: &'o mut dyn Write) -> Self {
        Self { screen, indent: 0, gap: false, out }
    }

    fn line(&mut self, line: &str) -> io::Result<()> {
        if mem::take(&mut self.gap) {
            writeln!(self.out)?;
        }
        writeln!(self.out, "{line}")
    }

    fn wrap<'t>(&self, text: &'t str, indent: usize) -> Vec<Cow<'t, str>> {
        let width = self.screen.width.map(|width| width.min(MAX_WIDTH));
        wrap(text, width.map(|width| width.saturating_sub(indent)))
    }

    fn paragraph(&mut self, style: Style, text: &str) -> io::Result<()> {
        let indent = " ".repeat(self.indent);
        for line in self.wrap(text, self.indent) {
            self.line(&format!("{indent}{}", self.screen.paint(style, &line)))?;
        }
        Ok(())
    }

    /// Writes paragraphs, each after an empty line.
    fn paragraphs(&mut self, paragraphs: &[Text]) -> io::Result<()> {
        for paragraph in paragraphs {
            self.gap = true;
            self.paragraph(PLAIN, paragraph)?;
        }
        Ok(())
    }

    /// Writes an abstract.
    fn announcement(&mut self, paragraphs: &[Text]) -> io::Result<()> {
        let [first, others @ ..] = paragraphs else {
            return Ok(());
        };
        self.gap = true;
        self.paragraph(STRONG, "As announced:")?;
        self.indent = SMALL_INDENT;
        self.paragraph(PLAIN, first)?;
        self.paragraphs(others)?;
        self.indent = 0;
        Ok(())
    }

    /// Writes a label and titles, each with its URL below.
    fn links<'v>(
        &mut self,
        label: &str,
        links: impl Iterator<Item = (String, &'v str)>,
    ) -> io::Result<()> {
        let values = links.flat_map(|(title, link)| [(PLAIN, "", title.into()), url(FAINT, link)]);
        self.field(label, &values.collect::<Vec<_>>())
    }

    /// Writes a label and the IDs, years and titles of talks.
    fn talks(&mut self, label: &str, talks: &[Entry]) -> io::Result<()> {
        let width = talks.iter().map(|entry| entry.talk.id.len()).max();
        let values = talks.iter().map(|entry| {
            let spaces = width.unwrap_or(0) - entry.talk.id.len();
            let (year, title) = (entry.edition.year, entry.shown_title());
            let rest = format!("{:spaces$}  {year}  {title}", "");
            (KEY, &*entry.talk.id, Cow::Owned(rest))
        });
        self.field(label, &values.collect::<Vec<_>>())
    }

    /// Writes a label and values, one below the other; nothing if there are none. On a narrow screen
    /// the label has a line of its own.
    fn field(&mut self, label: &str, values: &[Value]) -> io::Result<()> {
        let is_narrow = self.screen.width.is_some_and(|width| width < MIN_LABEL_WIDTH);
        let indent = if is_narrow { SMALL_INDENT } else { INDENT };
        let spaces = " ".repeat(indent.saturating_sub(label.len()));
        let label = self.screen.paint(STRONG, label);
        let mut prefix = format!("{label}{spaces}");
        if is_narrow && !values.is_empty() {
            self.line(&label)?;
            prefix = " ".repeat(indent);
        }
        for (style, head, rest) in values {
            let is_pair = !rest.is_empty() && !head.is_empty();
            let hang = if is_pair { SMALL_INDENT } else { 0 };
            let text = format!("{head}{rest}");
            for (n, line) in self.wrap(&text, indent + hang).iter().enumerate() {
                let line = match line.strip_prefix(head) {
                    Some(rest) if n == 0 => self.screen.paint(*style, &self.link(head)) + rest,
                    _ => format!("{:hang$}{line}", ""),
                };
                self.line(&format!("{prefix}{line}"))?;
                prefix = " ".repeat(indent);
            }
        }
        Ok(())
    }

    /// Returns `text` as a hyperlink if it is a URL.
    fn link(&self, text: &str) -> String {
        if text.starts_with("https://") { self.screen.link(text, text) } else { text.to_owned() }
    }

    fn sources(&mut self, sources: &[&str]) -> io::Result<()> {
        if !sources.is_empty() {
            self.gap = true;
            self.paragraph(FAINT, "Sources:")?;
        }
        for source in sources {
            self.line(&self.screen.paint(FAINT, &self.link(source)))?;
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

/// Returns ` (incomplete)` if the programme is not complete.
pub fn incomplete(edition: &Edition) -> &'static str {
    if edition.complete { "" } else { " (incomplete)" }
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
