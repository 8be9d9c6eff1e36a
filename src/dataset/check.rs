//! The rules that a dataset must follow beyond its syntax. Each violation is a message with its
//! location.

mod dates;
mod work;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::ops::RangeInclusive;

use super::url::{is_https_url, is_label};
use super::{Edition, PEOPLE, Talk, Text, embedded};
use crate::error::Message;
use crate::escape::{Quoted, find_unsafe, is_invisible};
use crate::phrase::count;
use crate::typos;

/// The years an edition can have: more than enough, and all of them valid in calendars.
const YEARS: RangeInclusive<u16> = 2000..=2999;

/// The maximum length of an ID, in characters.
const MAX_ID_LEN: usize = 64;

/// The maximum number of spellings of a name, over all editions: a search for a speaker compares
/// all of them for every talk.
const MAX_SPELLINGS: usize = 100;

/// The maximum number of speakers of a session: a title that is made of their names is printed for
/// each of them.
const MAX_SPEAKERS: usize = 100;

/// The maximum length in characters of a text that is no abstract, summary or description: every
/// talk of an edition may repeat it.
const MAX_TEXT: usize = 1000;

/// The maximum length of a URL in characters: what every browser accepts.
const MAX_URL: usize = 2083;

/// The maximum number of errors that are reported in full.
const MAX_ERRORS: usize = 20;

/// Returns the errors in `sources`, each of which has a name that is safe to print. After the first
/// [`MAX_ERRORS`], a final message gives the number of the others.
pub fn errors(sources: &[(&str, Vec<Edition>)]) -> Vec<Message> {
    let mut check = Check::default();
    check.duplicates(sources);
    check.names(sources);
    for (source, editions) in sources {
        check.source = source;
        for edition in editions {
            (check.year, check.id) = (edition.year, None);
            check.edition(edition);
            check.spellings(edition);
            for talk in &edition.talks {
                check.id = Some(&talk.id);
                check.id("id", &talk.id);
                check.talk(edition, talk);
                check.work(talk);
                check.follows(talk);
            }
        }
    }
    check.threads(sources);
    if check.more > 0 {
        check.errors.push(Message::new(format!("and {}", count(check.more, "more error"))));
    }
    check.errors
}

/// The state of the check: the current position, and what was found so far.
#[derive(Default)]
struct Check<'d> {
    source: &'d str,
    year: u16,
    /// The ID of the talk being checked; `None` for keys of the edition itself.
    id: Option<&'d str>,
    /// The first talk with each ID in all sources: its position in its edition, the year and the
    /// source.
    talks: BTreeMap<&'d str, (usize, u16, &'d str)>,
    /// The number of spellings of each person.
    spellings: BTreeMap<&'d str, usize>,
    /// The names of all people: those of the built-in data, and the speakers of all sources.
    people: BTreeSet<&'d str>,
    /// The person of each alternative spelling in the built-in data and in all sources.
    canonical: BTreeMap<&'d str, &'d str>,
    /// The first [`MAX_ERRORS`] errors.
    errors: Vec<Message>,
    /// The number of further errors.
    more: usize,
}

impl<'d> Check<'d> {
    fn error(&mut self, key: &str, what: impl Display) {
        self.push(key, what, None);
    }

    /// Reports that a `value` is unknown, and suggests the one that is meant, or else a remedy.
    fn unknown(
        &mut self,
        key: &str,
        what: &str,
        value: &str,
        meant: Option<&str>,
        remedy: Option<&str>,
    ) {
        let meant = meant.map(|meant| format!("did you mean {}?", Quoted(meant)));
        let tip = meant.or_else(|| remedy.map(str::to_owned));
        self.push(key, format!("unknown {what} {}", Quoted(value)), tip);
    }

    /// Returns the value in `known` that is similar to `value`. Errors that are only counted need no
    /// suggestion: finding many would take time that is quadratic in the size of the file.
    fn near<'k>(&self, value: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
        if self.errors.len() < MAX_ERRORS { typos::nearest(value, known) } else { None }
    }

    fn push(&mut self, key: &str, what: impl Display, tip: Option<String>) {
        let place = match self.id {
            Some(id) => format!("talk {}", Quoted(id)),
            None => format!("edition {}", self.year),
        };
        self.report(format!("{}: {place}: {key}: {what}", self.source), tip);
    }

    fn report(&mut self, text: String, tip: Option<String>) {
        if self.errors.len() < MAX_ERRORS {
            self.errors.push(Message { text, tip });
        } else {
            self.more += 1;
        }
    }

    /// Collects the names of people.
    fn names(&mut self, sources: &'d [(&str, Vec<Edition>)]) {
        for person in PEOPLE {
            self.people.insert(&person.name);
            self.canonical.extend(person.also.iter().map(|other| (&**other, &*person.name)));
        }
        for edition in sources.iter().flat_map(|(_, editions)| editions) {
            self.canonical.extend(edition.also_known_as.iter().map(|(a, b)| (&**a, &**b)));
            self.people.extend(edition.also_known_as.iter().map(|(_, person)| &**person));
            self.people.extend(edition.family_names.iter().map(|(person, _)| &**person));
            let speakers = edition.talks.iter().flat_map(|talk| &talk.speakers);
            self.people.extend(speakers.map(|speaker| &**speaker));
        }
    }

    /// Checks that no year and no ID is used twice.
    fn duplicates(&mut self, sources: &'d [(&str, Vec<Edition>)]) {
        let mut years = BTreeMap::new();
        for (source, editions) in sources {
            for (n, edition) in (1..).zip(editions) {
                let year = edition.year;
                if let Some((first, other)) = years.get(&year) {
                    let places = format!("edition {n} and edition {first} ({other})");
                    self.report(format!("{source}: duplicate year {year}: {places}"), None);
                } else {
                    years.insert(year, (n, source));
                }
                for (n, talk) in (1..).zip(&edition.talks) {
                    if let Some((first, first_year, other)) = self.talks.get(&*talk.id) {
                        let id = Quoted(&talk.id);
                        let first = format!("talk {first} of {first_year} ({other})");
                        let text =
                            format!("{source}: duplicate id {id}: talk {n} of {year} and {first}");
                        self.report(text, None);
                    } else {
                        self.talks.insert(&talk.id, (n, year, source));
                    }
                }
            }
        }
    }

    fn edition(&mut self, edition: &Edition) {
        if !YEARS.contains(&edition.year) {
            let (first, last) = (YEARS.start(), YEARS.end());
            self.error("year", format!("must be between {first} and {last}"));
        }
        self.texts("$schema", &edition.schema);
        self.texts("name", [&edition.name]);
        self.texts("location", &edition.location);
        self.long_texts("description", &edition.description);
        self.urls("url", [&edition.url]);
        self.sources(&edition.sources);
        self.span(edition);
        for (person, family) in &edition.family_names {
            self.texts("family_names", [person, family]);
            if !person.ends_with(&**family) {
                let (person, family) = (Quoted(person), Quoted(family));
                self.error("family_names", format!("{person} does not end with {family}"));
            }
        }
        self.numbers(edition);
    }

    fn spellings(&mut self, edition: &'d Edition) {
        for (spelling, person) in &edition.also_known_as {
            self.texts("also_known_as", [spelling, person]);
            if let Some(meant) = self.canonical.get(&**person) {
                let what = format!("{} is itself an alternative spelling", Quoted(person));
                let tip = format!("use the main spelling, {}", Quoted(meant));
                self.push("also_known_as", what, Some(tip));
            }
            let count = self.spellings.entry(person).or_default();
            *count += 1;
            if *count == MAX_SPELLINGS + 1 {
                let person = Quoted(person);
                let what = format!("{person} has more than {MAX_SPELLINGS} spellings");
                self.error("also_known_as", what);
            }
        }
    }

    /// Checks that the numbers of talks ascend; in a complete schedule, they must be 1, 2, 3 …
    /// without a gap.
    fn numbers(&mut self, edition: &Edition) {
        let numbers: Vec<u32> = edition.talks.iter().filter_map(|t| t.number).collect();
        if edition.complete {
            if numbers.len() != edition.talks.len() || !(1..).zip(&numbers).all(|(n, m)| n == *m) {
                let what = "talks of a complete schedule must be numbered 1, 2, 3, …";
                self.error("talks", what);
            }
        } else if numbers.first() == Some(&0) || !numbers.is_sorted_by(|a, b| a < b) {
            self.error("talks", "talk numbers must be ascending, starting at 1 or later");
        }
    }

    fn talk(&mut self, edition: &Edition, talk: &Talk) {
        self.texts("title", &talk.title);
        self.texts("working_title", &talk.working_title);
        if talk.title.is_some() && talk.working_title.is_some() {
            self.error("working_title", "must be null because title is set");
        }
        self.texts("location", &talk.location);
        self.texts("speakers", &talk.speakers);
        self.long_texts("abstract", &talk.paragraphs);
        self.unique("speakers", &talk.speakers);
        self.length("speakers", talk.speakers.len(), MAX_SPEAKERS, "speakers");
        if talk.et_al && talk.speakers.is_empty() {
            self.error("et_al", "true, but speakers is empty");
        }
        self.urls("slides_url", &talk.slides_url);
        if talk.slides_url.is_some() && talk.slides != Some(true) {
            self.error("slides", "must be true because slides_url is set");
        }
        for report in &talk.coverage {
            self.texts("coverage: title", [&report.title]);
            self.urls("coverage: url", [&report.url]);
        }
        for link in &talk.links {
            self.texts("links: title", [&link.title]);
            self.urls("links: url", [&link.url]);
        }
        self.urls("url", &talk.url);
        self.sources(&talk.sources);
        self.times(edition, talk);
    }

    fn id(&mut self, key: &str, id: &str) {
        if !is_label(id) || id.contains(|c: char| c.is_ascii_uppercase()) {
            let what = "only lowercase letters, digits and hyphens are allowed, and no hyphen at either end";
            self.error(key, what);
        }
        self.length(key, id.chars().count(), MAX_ID_LEN, "characters");
    }

    fn unique(&mut self, key: &str, texts: &[Text]) {
        let mut seen = BTreeSet::new();
        for text in texts {
            if !seen.insert(text) {
                self.error(key, format!("duplicate {}", Quoted(text)));
            }
        }
    }

    fn sources(&mut self, sources: &[Text]) {
        if sources.is_empty() {
            self.error("sources", "must name at least one URL");
        }
        self.urls("sources", sources);
    }

    /// Checks texts of at most [`MAX_TEXT`] characters.
    fn texts<'t>(&mut self, key: &str, texts: impl IntoIterator<Item = &'t Text>) {
        for text in texts {
            self.long_texts(key, [text]);
            self.length(key, text.chars().count(), MAX_TEXT, "characters");
        }
    }

    fn long_texts<'t>(&mut self, key: &str, texts: impl IntoIterator<Item = &'t Text>) {
        for text in texts {
            if text.is_empty() {
                self.error(key, "must not be empty");
            } else if let Some(c) = find_unsafe(text) {
                let code = u32::from(c);
                self.error(key, format!("contains control character U+{code:04X}"));
            } else if text.trim_matches(is_space) != &**text || text.contains("  ") {
                let text = Quoted(text);
                self.error(key, format!("leading, trailing or repeated space in {text}"));
            } else if text.chars().all(is_invisible) {
                self.error(key, "contains only invisible characters");
            }
        }
    }

    /// Checks a length, which has a unit.
    fn length(&mut self, key: &str, length: usize, max: usize, unit: &str) {
        if length > max {
            self.error(key, format!("must be at most {max} {unit}, not {length}"));
        }
    }

    fn urls<'t>(&mut self, key: &str, urls: impl IntoIterator<Item = &'t Text>) {
        for url in urls {
            if !is_https_url(url) {
                self.error(key, format!("not an https URL: {}", Quoted(url)));
            }
            self.length(key, url.chars().count(), MAX_URL, "characters");
        }
    }
}

/// Whether `c` is white space or the byte order mark, which is just as invisible.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

#[cfg(test)]
mod built_in;
#[cfg(test)]
mod tests;
