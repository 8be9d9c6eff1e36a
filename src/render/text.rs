//! Plain text: a talk or an edition as `show` prints it, and the phrases other renderers share.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};

use chrono::{Datelike, NaiveDate, Timelike};
use textwrap::{Options, WordSplitter};

use super::{FAINT, KEY, STRONG, Screen};
use crate::dataset::{Edition, Entry, Text, When};

/// The widest text, in columns.
const WIDEST: usize = 80;

/// The column where labelled values begin, from 0.
const INDENT: usize = 8;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

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
    page.blank()?;
    page.id(&talk.id)?;
    page.label("Kind", talk.kind.name())?;
    match &talk.slides_url {
        Some(address) => page.address("Slides", address)?,
        None => page.label("Slides", slides(talk.slides))?,
    }
    for report in &talk.coverage {
        page.label("Report", &published(&report.title, report.published))?;
        page.address("", &report.url)?;
    }
    for link in &talk.links {
        page.label("Link", &link.title)?;
        page.address("", &link.url)?;
    }
    page.paragraphs(&talk.paragraphs)?;
    page.sources(&talk.sources)
}

/// Writes a line that names the editions of a list, with days and place where there is one only,
/// and a blank line.
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
    page.blank()
}

/// Writes an edition: name, days and place, page; what there is of it; sources.
pub fn edition(edition: &Edition, screen: Screen, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page { screen, out };
    page.paragraph(STRONG, &edition.name)?;
    page.blank()?;
    page.label(
        "Dates",
        edition_days(edition).as_deref().unwrap_or("unknown"),
    )?;
    page.label("Place", edition.location.as_deref().unwrap_or("unknown"))?;
    page.address("Page", &edition.url)?;
    let talks = edition.talks.len();
    page.label(
        "Talks",
        &format!("{talks}, the programme is {}", extent(edition)),
    )?;
    page.paragraphs(&edition.description)?;
    page.sources(&edition.sources)
}

/// Lines of text on a screen, wrapped where it is a terminal.
struct Page<'o> {
    screen: Screen,
    out: &'o mut dyn Write,
}

impl Page<'_> {
    fn paragraph(&mut self, style: anstyle::Style, text: &str) -> io::Result<()> {
        let width = self.screen.width.map(|width| width.min(WIDEST));
        for line in wrapped(text, width) {
            writeln!(self.out, "{}", self.screen.paint(style, &line))?;
        }
        Ok(())
    }

    fn plain(&mut self, text: &str) -> io::Result<()> {
        self.paragraph(anstyle::Style::new(), text)
    }

    fn blank(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// A labelled value; one that does not fit goes on below itself.
    fn label(&mut self, label: &str, value: &str) -> io::Result<()> {
        let indent = self.start_label(label)?;
        let width = self.screen.width.map(|width| width.min(WIDEST));
        let lines = wrapped(value, width.map(|width| width.saturating_sub(indent)));
        for (n, line) in lines.iter().enumerate() {
            let indent = if n == 0 { 0 } else { indent };
            writeln!(self.out, "{:indent$}{line}", "")?;
        }
        Ok(())
    }

    /// The talk's id, in its colour.
    fn id(&mut self, id: &str) -> io::Result<()> {
        self.start_label("Id")?;
        writeln!(self.out, "{}", self.screen.paint(KEY, id))
    }

    /// A labelled address, which is never wrapped.
    fn address(&mut self, label: &str, address: &str) -> io::Result<()> {
        self.start_label(label)?;
        writeln!(self.out, "{}", self.screen.link(address, address))
    }

    /// Writes a label and the blanks up to its value; or a line of its own where the screen is narrow,
    /// and the value's indent. Gives where the value begins.
    fn start_label(&mut self, label: &str) -> io::Result<usize> {
        /// Below this many columns labels and values do not stand side by side.
        const NARROW: usize = 40;
        if self.screen.width.is_none_or(|width| width >= NARROW) {
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
            self.blank()?;
            self.plain(paragraph)?;
        }
        Ok(())
    }

    fn sources(&mut self, sources: &[Text]) -> io::Result<()> {
        if sources.is_empty() {
            return Ok(());
        }
        self.blank()?;
        self.paragraph(FAINT, "Sources:")?;
        for source in sources {
            let source = self.screen.link(source, source);
            writeln!(self.out, "{}", self.screen.paint(FAINT, &source))?;
        }
        Ok(())
    }
}

/// `text` in lines of at most `width` columns; a word that is longer, such as an address, is left whole.
pub fn wrapped(text: &str, width: Option<usize>) -> Vec<Cow<'_, str>> {
    match width {
        None => vec![Cow::Borrowed(text)],
        Some(width) => textwrap::wrap(text, wrapping(width)),
    }
}

/// How text is wrapped to `width` columns: at blanks alone.
pub fn wrapping<'a>(width: usize) -> Options<'a> {
    Options::new(width)
        .break_words(false)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
}

/// An edition in one line: `Kangrejos 2023, 16-17 September, Gijón, Spain`.
pub fn edition_line(edition: &Edition) -> String {
    line(
        edition,
        edition_days(edition).as_deref(),
        edition.location.as_deref(),
    )
}

/// The edition, days and place of a talk in one line.
pub fn talk_line(entry: &Entry) -> String {
    let days = entry
        .start()
        .map(|start| days(start, entry.end(), entry.edition.year, Months::Whole));
    line(entry.edition, days.as_deref(), entry.location())
}

fn line(edition: &Edition, days: Option<&str>, location: Option<&str>) -> String {
    let mut line = edition.name.to_string();
    for part in [days, location].into_iter().flatten() {
        line.push_str(", ");
        line.push_str(part);
    }
    if !edition.complete {
        line.push_str(" (partial programme)");
    }
    line
}

/// The days of an edition, where they are known.
pub fn edition_days(edition: &Edition) -> Option<String> {
    let start = When::Day(edition.start?);
    let end = edition.end.map(When::Day);
    Some(days(start, end, edition.year, Months::Whole))
}

/// The day and time of a talk's own, such as `16 Sep 10:00-10:30`; empty where it has none.
pub fn own_time(entry: &Entry) -> String {
    let day = |start| days(start, entry.end(), entry.edition.year, Months::Short);
    entry.talk.start.map(day).unwrap_or_default()
}

/// How many talks there are of an edition, and whether that is the whole programme.
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

/// What is known of slides without an address.
fn slides(published: Option<bool>) -> &'static str {
    match published {
        Some(true) => "published, address unknown",
        Some(false) => "none published",
        None => "unknown",
    }
}

/// A report's headline, with its day where that is known.
pub fn published(title: &str, day: Option<NaiveDate>) -> String {
    match day {
        Some(day) => format!("{title} ({day})"),
        None => title.to_owned(),
    }
}

/// How the name of a month is written.
#[derive(Clone, Copy)]
enum Months {
    Whole,
    /// Its first three letters.
    Short,
}

/// `16-17 September`, `16 September 10:00-10:30`; with the year where it is not `year`.
fn days(start: When, end: Option<When>, year: u16, months: Months) -> String {
    let (first, last) = (start.day(), end.unwrap_or(start).day());
    let with_year = [first, last]
        .iter()
        .any(|day| day.year() != i32::from(year));
    let mut text = String::new();
    if (first.year(), first.month()) == (last.year(), last.month()) && !is_time(start) {
        if first != last {
            let _ = write!(text, "{}-", first.day());
        }
        push_day(&mut text, last, with_year, months);
        return text;
    }
    push_day(&mut text, first, with_year, months);
    push_time(&mut text, " ", start);
    if let Some(end) = end {
        if first == last {
            push_time(&mut text, "-", end);
        } else {
            text.push('-');
            push_day(&mut text, last, with_year, months);
            push_time(&mut text, " ", end);
        }
    }
    text
}

fn is_time(when: When) -> bool {
    matches!(when, When::Time(_))
}

fn push_day(text: &mut String, day: NaiveDate, with_year: bool, months: Months) {
    let month = MONTHS[day.month0() as usize];
    let month = match months {
        Months::Whole => month,
        Months::Short => &month[..3],
    };
    let _ = write!(text, "{} {month}", day.day());
    if with_year {
        let _ = write!(text, " {}", day.year());
    }
}

fn push_time(text: &mut String, before: &str, when: When) {
    if let When::Time(time) = when {
        let _ = write!(text, "{before}{:02}:{:02}", time.hour(), time.minute());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_read_as_people_write_them() {
        for (start, end, expected) in [
            ("2023-09-16", Some("2023-09-17"), "16-17 September"),
            ("2023-09-07", Some("2023-09-07"), "7 September"),
            ("2023-09-16", None, "16 September"),
            ("2023-09-30", Some("2023-10-01"), "30 September-1 October"),
            (
                "2023-12-31",
                Some("2024-01-01"),
                "31 December 2023-1 January 2024",
            ),
            ("2024-01-02", Some("2024-01-03"), "2-3 January 2024"),
            (
                "2023-09-16T09:05:00+02:00",
                Some("2023-09-16T10:00:00+02:00"),
                "16 September 09:05-10:00",
            ),
            (
                "2023-09-16T23:30:00+02:00",
                Some("2023-09-17T00:15:00+02:00"),
                "16 September 23:30-17 September 00:15",
            ),
            ("2023-09-16T09:05:00+02:00", None, "16 September 09:05"),
        ] {
            let when = |text: &str| text.parse::<When>().expect("a time");
            let (start, end) = (when(start), end.map(when));
            assert_eq!(days(start, end, 2023, Months::Whole), expected);
            let short = expected
                .replace("September", "Sep")
                .replace("October", "Oct")
                .replace("December", "Dec")
                .replace("January", "Jan");
            assert_eq!(days(start, end, 2023, Months::Short), short);
        }
    }

    #[test]
    fn wrapping_leaves_addresses_whole() {
        let text =
            "see https://example.org/a-very-long/address-that-does-not-fit for compile-time checks";
        assert_eq!(
            wrapped(text, Some(20)),
            [
                "see",
                "https://example.org/a-very-long/address-that-does-not-fit",
                "for compile-time",
                "checks"
            ]
        );
        assert_eq!(wrapped(text, None), [text]);
    }
}
