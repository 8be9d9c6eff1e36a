//! What must hold of the data beyond its syntax: each broken rule is one line that says where.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display};

use chrono::{Datelike, Days, NaiveDate};

use super::{Edition, Talk, Text, When};
use crate::escape::{Quoted, find_unsafe};

/// The longest id.
const ID_LENGTH: usize = 64;

/// The most words of a summary.
const MAX_SUMMARY_WORDS: usize = 180;

/// The most characters of a summary.
const MAX_SUMMARY_CHARACTERS: usize = 2000;

/// The most sentences of an outcome.
const MAX_OUTCOMES: usize = 3;

/// The years an edition can have: any that comes, and none that a calendar cannot hold.
const YEARS: std::ops::RangeInclusive<u16> = 2000..=2999;

/// The most spellings of a name, over all editions: whatever looks for a speaker looks at all of them
/// for every talk.
const SPELLINGS: usize = 100;

/// The most faults that are told.
const MOST: usize = 20;

/// A source, by the name messages have for it, and its editions.
pub struct Named<'a> {
    /// The name, safe to print.
    pub name: String,
    /// The editions, in the order of the source.
    pub editions: Vec<Edition<'a>>,
}

/// The faults of `sources`, in the order of the data, a line each; empty where all is well. After
/// the twentieth comes one line with the number of those left out.
pub fn faults(sources: &[Named]) -> Vec<String> {
    let mut faults = Faults::default();
    let mut years = BTreeMap::new();
    let mut ids = BTreeMap::new();
    let year_of = years_by_id(sources);
    let mut spellings = BTreeMap::new();
    for Named { name, editions } in sources {
        for (n, edition) in (1..).zip(editions) {
            let year = edition.year;
            let mut report = Report {
                place: Place::Edition(name, year),
                faults: &mut faults,
            };
            if let Some((first, m)) = years.insert(year, (name, n)) {
                report.fault(
                    "year",
                    format_args!("used twice: by edition {m} of {first} and edition {n} of {name}"),
                );
            }
            report.edition(edition);
            for person in edition.also_known_as.values() {
                let count = spellings.entry(&**person).or_insert(0);
                *count += 1;
                if *count == SPELLINGS + 1 {
                    report.fault(
                        "also_known_as",
                        format_args!("{} has more than {SPELLINGS} spellings", Quoted(person)),
                    );
                }
            }
            for (n, talk) in (1..).zip(&edition.talks) {
                let mut report = Report {
                    place: Place::Talk(name, &talk.id),
                    faults: &mut faults,
                };
                let place = (name, year, n);
                if let Some((first, first_year, m)) = ids.insert(&*talk.id, place) {
                    report.fault(
                        "id",
                        format_args!(
                            "used twice: by talk {m} of {first_year} in {first} and talk {n} of {year} in {name}"
                        ),
                    );
                }
                report.talk(edition, talk);
                report.follows(edition, talk, &year_of);
            }
        }
    }
    faults.lines()
}

/// Returns the year of every talk, by its ID.
fn years_by_id<'d>(sources: &'d [Named]) -> BTreeMap<&'d str, u16> {
    let editions = sources.iter().flat_map(|source| &source.editions);
    let of_edition = |edition: &'d Edition| {
        let ids = edition.talks.iter().map(|talk| &*talk.id);
        ids.map(|id| (id, edition.year))
    };
    editions.flat_map(of_edition).collect()
}

/// The faults found: the first in full, the others counted.
#[derive(Default)]
struct Faults {
    told: Vec<String>,
    more: usize,
}

impl Faults {
    fn lines(mut self) -> Vec<String> {
        match self.more {
            0 => {}
            1 => self.told.push("1 more fault".to_owned()),
            more => self.told.push(format!("{more} more faults")),
        }
        self.told
    }
}

/// What a fault is about.
enum Place<'d> {
    /// An edition of a source.
    Edition(&'d str, u16),
    /// A talk of a source.
    Talk(&'d str, &'d str),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Edition(source, year) => write!(f, "{source}: edition {year}"),
            Place::Talk(source, id) => write!(f, "{source}: talk {}", Quoted(id)),
        }
    }
}

/// Collects the faults of one edition or talk.
struct Report<'f> {
    place: Place<'f>,
    faults: &'f mut Faults,
}

impl Report<'_> {
    fn fault(&mut self, key: &str, what: impl Display) {
        if self.faults.told.len() < MOST {
            self.faults
                .told
                .push(format!("{}: {key}: {what}", self.place));
        } else {
            self.faults.more += 1;
        }
    }

    fn edition(&mut self, edition: &Edition) {
        if !YEARS.contains(&edition.year) {
            self.fault(
                "year",
                format_args!("not from {} to {}", YEARS.start(), YEARS.end()),
            );
        }
        self.optional_text("$schema", edition.schema.as_ref());
        self.text("name", &edition.name);
        self.optional_text("location", edition.location.as_ref());
        self.texts("description", &edition.description);
        self.address("url", &edition.url);
        self.addresses("sources", &edition.sources);
        match (edition.start, edition.end) {
            (None, None) => {}
            (Some(start), Some(end)) => {
                if end < start {
                    self.fault("end", format_args!("{end} is before the start, {start}"));
                }
                self.in_year("start", start, edition);
                self.in_year("end", end, edition);
            }
            (Some(_), None) => self.fault("end", "missing, though there is a start"),
            (None, Some(_)) => self.fault("start", "missing, though there is an end"),
        }
        for (spelling, person) in &edition.also_known_as {
            self.text("also_known_as", spelling);
            self.text("also_known_as", person);
            if edition.also_known_as.contains_key(person) {
                self.fault(
                    "also_known_as",
                    format_args!("{} is a spelling, not a person", Quoted(person)),
                );
            }
        }
        self.numbers(edition);
    }

    /// Programme numbers rise; in a complete programme they are 1, 2, 3 … without a gap.
    fn numbers(&mut self, edition: &Edition) {
        let numbers: Vec<u32> = edition.talks.iter().filter_map(|t| t.number).collect();
        if edition.complete {
            if numbers.len() != edition.talks.len()
                || !numbers.iter().copied().eq(1..=max(&numbers))
            {
                self.fault(
                    "talks",
                    "the numbers of a complete programme are not 1, 2, 3 …",
                );
            }
        } else if numbers.first() == Some(&0) || !numbers.is_sorted_by(|a, b| a < b) {
            self.fault("talks", "the numbers do not rise from 1");
        }
    }

    fn talk(&mut self, edition: &Edition, talk: &Talk) {
        self.id("id", &talk.id);
        self.optional_text("title", talk.title.as_ref());
        self.optional_text("topic", talk.topic.as_ref());
        self.optional_text("location", talk.location.as_ref());
        self.texts("speakers", &talk.speakers);
        self.texts("abstract", &talk.paragraphs);
        self.aftermath(talk);
        let mut named = BTreeSet::new();
        for speaker in &talk.speakers {
            if !named.insert(speaker) {
                self.fault(
                    "speakers",
                    format_args!("{} is named twice", Quoted(speaker)),
                );
            }
        }
        if talk.et_al && talk.speakers.is_empty() {
            self.fault("et_al", "true, though no speaker is named");
        }
        if let Some(url) = &talk.slides_url {
            self.address("slides_url", url);
            if talk.slides != Some(true) {
                self.fault("slides", "not true, though slides_url is there");
            }
        }
        for report in &talk.coverage {
            self.text("coverage: title", &report.title);
            self.address("coverage: url", &report.url);
        }
        for link in &talk.links {
            self.text("links: title", &link.title);
            self.address("links: url", &link.url);
        }
        if let Some(url) = &talk.url {
            self.address("url", url);
        }
        self.addresses("sources", &talk.sources);
        self.times(edition, talk);
    }

    /// Checks what is ours: the summary and the outcome.
    fn aftermath(&mut self, talk: &Talk) {
        self.texts("summary", &talk.summary);
        let words = talk.summary.iter().map(|text| text.split(' ').count());
        let characters = talk.summary.iter().map(|text| text.chars().count());
        let is_long = words.sum::<usize>() > MAX_SUMMARY_WORDS;
        if is_long || characters.sum::<usize>() > MAX_SUMMARY_CHARACTERS {
            self.fault(
                "summary",
                format_args!(
                    "must be at most {MAX_SUMMARY_WORDS} words and {MAX_SUMMARY_CHARACTERS} characters"
                ),
            );
        }
        if talk.outcome.len() > MAX_OUTCOMES {
            self.fault(
                "outcome",
                format_args!("must be at most {MAX_OUTCOMES} sentences"),
            );
        }
        for outcome in &talk.outcome {
            self.text("outcome: text", &outcome.text);
            if !outcome.text.is_empty() && !outcome.text.ends_with('.') {
                self.fault(
                    "outcome: text",
                    format_args!("must end with a full stop: {}", Quoted(&outcome.text)),
                );
            }
            self.address("outcome: url", &outcome.url);
        }
    }

    /// Checks that `follows` names earlier sessions, each once. A session that no source has is no
    /// error: its file may not be loaded.
    fn follows(&mut self, edition: &Edition, talk: &Talk, years: &BTreeMap<&str, u16>) {
        let mut named = BTreeSet::new();
        for id in &talk.follows {
            self.id("follows", id);
            if *id == talk.id {
                self.fault("follows", "a talk cannot follow itself");
            } else if let Some(year) = years.get(&**id).filter(|year| **year > edition.year) {
                self.fault(
                    "follows",
                    format_args!("{} is a later talk, of {year}", Quoted(id)),
                );
            }
            if !named.insert(id) {
                self.fault("follows", format_args!("duplicate {}", Quoted(id)));
            }
        }
    }

    fn id(&mut self, key: &str, id: &str) {
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if id.is_empty() || !id.bytes().all(allowed) || id.starts_with('-') || id.ends_with('-') {
            self.fault(key, "not of lower-case letters, digits and inner hyphens");
        }
        if id.len() > ID_LENGTH {
            self.fault(key, format_args!("longer than {ID_LENGTH} characters"));
        }
    }

    fn times(&mut self, edition: &Edition, talk: &Talk) {
        match (talk.start, talk.end) {
            (None, Some(_)) => self.fault("start", "missing, though there is an end"),
            (Some(When::Day(start)), Some(When::Day(end))) if end < start => {
                self.fault("end", format_args!("{end} is before the start, {start}"));
            }
            (Some(start @ When::Time(from)), Some(end @ When::Time(to))) if to < from => {
                self.fault("end", format_args!("{end} is before the start, {start}"));
            }
            (Some(When::Day(_)), Some(When::Time(_)))
            | (Some(When::Time(_)), Some(When::Day(_))) => {
                self.fault("end", "one of start and end is a day, the other a time");
            }
            _ => {}
        }
        if let Some(start) = talk.start {
            self.inside("start", start.day(), edition, 0);
        }
        match talk.end {
            None => {}
            Some(When::Day(day)) => self.inside("end", day, edition, 0),
            // The last evening may go on after midnight.
            Some(When::Time(time)) => self.inside("end", time.date_naive(), edition, 1),
        }
    }

    /// A day is one of the edition, or at most `later` days after it; where the edition has no days,
    /// it is in its year.
    fn inside(&mut self, key: &str, day: NaiveDate, edition: &Edition, later: u64) {
        match (edition.start, edition.end) {
            // Days in the wrong order are a fault of the edition alone.
            (Some(first), Some(last)) if first > last => {}
            (Some(first), Some(last)) if day < first || day > last + Days::new(later) => self
                .fault(
                    key,
                    format_args!("{day} is outside the edition, {first} to {last}"),
                ),
            (Some(_), Some(_)) => {}
            _ => self.in_year(key, day, edition),
        }
    }

    fn in_year(&mut self, key: &str, day: NaiveDate, edition: &Edition) {
        if day.year() != i32::from(edition.year) {
            self.fault(key, format_args!("{day} is not in {}", edition.year));
        }
    }

    fn text(&mut self, key: &str, text: &str) {
        if text.is_empty() {
            self.fault(key, "empty");
        } else if let Some(c) = find_unsafe(text) {
            self.fault(
                key,
                format_args!("holds the control character U+{:04X}", u32::from(c)),
            );
        } else if text.trim_matches(is_blank) != text || text.contains("  ") {
            self.fault(key, format_args!("a stray blank in {}", Quoted(text)));
        }
    }

    fn optional_text(&mut self, key: &str, text: Option<&Text>) {
        if let Some(text) = text {
            self.text(key, text);
        }
    }

    fn texts(&mut self, key: &str, texts: &[Text]) {
        for text in texts {
            self.text(key, text);
        }
    }

    fn addresses(&mut self, key: &str, addresses: &[Text]) {
        for address in addresses {
            self.address(key, address);
        }
    }

    fn address(&mut self, key: &str, address: &str) {
        if !is_address(address) {
            self.fault(
                key,
                format_args!("not an https address: {}", Quoted(address)),
            );
        }
    }
}

/// Whether `c` is white space, or the byte order mark, which no more is seen than that.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

fn max(numbers: &[u32]) -> u32 {
    numbers.iter().copied().max().unwrap_or(0)
}

/// Whether `text` is `https://host[:port][/…]` of the characters RFC 3986 allows.
fn is_address(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://") else {
        return false;
    };
    let (authority, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    let label = |label: &str| {
        let edge = |b: Option<&u8>| b.is_some_and(u8::is_ascii_alphanumeric);
        let bytes = label.as_bytes();
        edge(bytes.first())
            && edge(bytes.last())
            && bytes
                .iter()
                .all(|b| b.is_ascii_alphanumeric() || *b == b'-')
    };
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&b);
    let escapes_whole = path.split('%').skip(1).all(|part| {
        part.as_bytes()
            .get(..2)
            .is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit))
    });
    host.contains('.')
        && host.split('.').all(label)
        && port.is_none_or(|port| {
            port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok()
        })
        && path.bytes().all(allowed)
        && escapes_whole
}

#[cfg(test)]
mod tests;
