//! Plain text: a talk or an edition as `show` prints it, and the phrases that renderers share.

use std::borrow::Cow;
use std::io::{self, Write};
use std::mem;

use anstyle::Style;

use super::dates::{edition_days, edition_line, incomplete, talk_line};
use super::{other_sources, records, title_effects};
use crate::dataset::{Edition, Entry, Kind, Text, Threads};
use crate::screen::{FAINT, KEY, STRONG, Screen, wrap};

/// The maximum width of text, in columns.
const MAX_WIDTH: usize = 80;

/// The column where labelled values begin, from 0.
const INDENT: usize = 10;

/// The minimum width of a screen for labels and values on the same line.
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
    page.links("Outcome", talk.outcome.iter().map(|it| (it.text.to_string(), &*it.url)))?;
    for (n, paragraph) in talk.paragraphs.iter().enumerate() {
        page.gap = true;
        if n == 0 {
            page.paragraph(STRONG, "As announced:")?;
            page.indent = SMALL_INDENT;
        }
        page.paragraph(PLAIN, paragraph)?;
    }
    page.indent = 0;
    page.gap = true;
    let slides = match (&talk.slides_url, talk.slides) {
        (Some(url), _) => page.link(PLAIN, url),
        (None, Some(true)) => "published (URL unknown)".to_owned(),
        (None, Some(false)) => "not published".to_owned(),
        (None, None) => String::new(),
    };
    page.field("Slides", &slides)?;
    page.links("Articles", talk.coverage.iter().map(|it| (it.dated_title(), &*it.url)))?;
    page.links("Links", talk.links.iter().map(|it| (it.title.to_string(), &*it.url)))?;
    page.talks("See also", &threads.related(entry))?;
    page.field("ID", &screen.paint(KEY, &talk.id))?;
    if talk.kind != Kind::Session {
        page.field("Kind", talk.kind.name())?;
    }
    page.sources(&other_sources(entry))
}

/// Writes an edition: name, dates, location, website, number of talks, description, programme,
/// sources.
pub fn edition(edition: &Edition, screen: Screen, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page::new(screen, out);
    page.paragraph(STRONG, &edition.name)?;
    page.gap = true;
    let days = edition_days(edition);
    let location = edition.location.as_deref();
    page.field("Dates", days.as_deref().unwrap_or("unknown"))?;
    page.field("Location", location.unwrap_or("unknown"))?;
    page.field("Website", &page.link(PLAIN, &edition.url))?;
    let extent = if edition.complete { "complete" } else { "incomplete" };
    page.field("Talks", &format!("{} ({extent} programme)", edition.talks.len()))?;
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
    /// Whether to write an empty line before the next line.
    gap: bool,
    out: &'o mut dyn Write,
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

    /// Writes a label and titles, each with its URL below.
    fn links<'v>(
        &mut self,
        label: &str,
        links: impl Iterator<Item = (String, &'v str)>,
    ) -> io::Result<()> {
        let values = links.flat_map(|(title, url)| [title, self.link(FAINT, url)]);
        self.fields(label, 0, &values.collect::<Vec<_>>())
    }

    /// Writes a label and the IDs, years and titles of talks.
    fn talks(&mut self, label: &str, talks: &[Entry]) -> io::Result<()> {
        let width = talks.iter().map(|entry| entry.talk.id.len()).max().unwrap_or(0);
        let values = talks.iter().map(|entry| {
            let spaces = width - entry.talk.id.len();
            let id = self.screen.paint(KEY, &entry.talk.id);
            format!("{id}{:spaces$}  {}  {}", "", entry.edition.year, entry.shown_title())
        });
        self.fields(label, SMALL_INDENT, &values.collect::<Vec<_>>())
    }

    /// Writes a label and a value; nothing if the value is empty.
    fn field(&mut self, label: &str, value: &str) -> io::Result<()> {
        if value.is_empty() { Ok(()) } else { self.fields(label, 0, &[value.to_owned()]) }
    }

    /// Writes a label and values, one below the other; nothing if there are no values. Continuation
    /// lines of a value are indented by `hang`. On a narrow screen, the label is on a line of its
    /// own.
    fn fields(&mut self, label: &str, hang: usize, values: &[String]) -> io::Result<()> {
        let is_narrow = self.screen.width.is_some_and(|width| width < MIN_LABEL_WIDTH);
        let indent = if is_narrow { SMALL_INDENT } else { INDENT };
        let painted = self.screen.paint(STRONG, label);
        let mut prefix = format!("{painted}{}", " ".repeat(indent.saturating_sub(label.len())));
        if is_narrow && !values.is_empty() {
            self.line(&painted)?;
            prefix = " ".repeat(indent);
        }
        for value in values {
            for (n, line) in self.wrap(value, indent + hang).iter().enumerate() {
                let hang = if n == 0 { 0 } else { hang };
                self.line(&format!("{prefix}{:hang$}{line}", ""))?;
                prefix = " ".repeat(indent);
            }
        }
        Ok(())
    }

    /// Returns `url` in `style`, as a hyperlink.
    fn link(&self, style: Style, url: &str) -> String {
        self.screen.paint(style, &self.screen.link(url, url))
    }

    fn sources(&mut self, sources: &[&str]) -> io::Result<()> {
        if !sources.is_empty() {
            self.gap = true;
            self.paragraph(FAINT, "Sources:")?;
        }
        for source in sources {
            self.line(&self.link(FAINT, source))?;
        }
        Ok(())
    }
}
