//! The rules that a dataset must follow beyond its syntax. Each violation is a message with its
//! location.

mod dates;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::ops::RangeInclusive;

use super::url::{is_https_url, is_label};
use super::{Edition, Talk, Text};
use crate::error::Message;
use crate::escape::{Quoted, find_unsafe, is_invisible};
use crate::phrase::count;

/// The years an edition can have: more than enough, and all of them valid in calendars.
const YEARS: RangeInclusive<u16> = 2000..=2999;

/// The maximum length of an ID, in characters.
const MAX_ID_LEN: usize = 64;

/// The maximum number of spellings of a name, over all editions: a search for a speaker compares
/// all of them for every talk.
const MAX_SPELLINGS: usize = 100;

/// The maximum number of words in a summary.
const MAX_SUMMARY_WORDS: usize = 180;

/// The maximum number of characters in a summary.
const MAX_SUMMARY_CHARACTERS: usize = 2000;

/// The maximum number of sentences in an outcome.
const MAX_OUTCOMES: usize = 3;

/// The maximum number of errors that are reported in full.
const MAX_ERRORS: usize = 20;

/// Returns the errors in `sources`, each of which has a name that is safe to print. After the first
/// [`MAX_ERRORS`], a final message gives the number of the others.
pub fn errors(sources: &[(&str, Vec<Edition>)]) -> Vec<Message> {
    let mut check = Check::default();
    check.duplicates(sources);
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
    /// The first [`MAX_ERRORS`] errors.
    errors: Vec<Message>,
    /// The number of further errors.
    more: usize,
}

impl<'d> Check<'d> {
    fn error(&mut self, key: &str, what: impl Display) {
        let place = match self.id {
            Some(id) => format!("talk {}", Quoted(id)),
            None => format!("edition {}", self.year),
        };
        self.push(format!("{}: {place}: {key}: {what}", self.source));
    }

    fn push(&mut self, text: String) {
        if self.errors.len() < MAX_ERRORS {
            self.errors.push(Message::new(text));
        } else {
            self.more += 1;
        }
    }

    /// Checks that no year and no ID is used twice.
    fn duplicates(&mut self, sources: &'d [(&str, Vec<Edition>)]) {
        let mut years = BTreeMap::new();
        for (source, editions) in sources {
            for (n, edition) in (1..).zip(editions) {
                let year = edition.year;
                if let Some((first, other)) = years.get(&year) {
                    self.push(format!(
                        "{source}: duplicate year {year}: edition {n} and edition {first} ({other})"
                    ));
                } else {
                    years.insert(year, (n, source));
                }
                for (n, talk) in (1..).zip(&edition.talks) {
                    if let Some((first, first_year, other)) = self.talks.get(&*talk.id) {
                        let id = Quoted(&talk.id);
                        self.push(format!(
                            "{source}: duplicate id {id}: talk {n} of {year} and talk {first} of {first_year} ({other})"
                        ));
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
        self.texts("description", &edition.description);
        self.urls("url", [&edition.url]);
        self.urls("sources", &edition.sources);
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
            if edition.also_known_as.iter().any(|(other, _)| other == person) {
                let person = Quoted(person);
                self.error("also_known_as", format!("{person} is itself an alternative spelling"));
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

    /// Checks that programme numbers ascend; in a complete programme, they must be 1, 2, 3 …
    /// without a gap.
    fn numbers(&mut self, edition: &Edition) {
        let numbers: Vec<u32> = edition.talks.iter().filter_map(|t| t.number).collect();
        if edition.complete {
            if numbers.len() != edition.talks.len() || !(1..).zip(&numbers).all(|(n, m)| n == *m) {
                let what = "talks of a complete programme must be numbered 1, 2, 3, …";
                self.error("talks", what);
            }
        } else if numbers.first() == Some(&0) || !numbers.is_sorted_by(|a, b| a < b) {
            self.error("talks", "talk numbers must be ascending, starting at 1 or later");
        }
    }

    fn talk(&mut self, edition: &Edition, talk: &Talk) {
        self.texts("title", &talk.title);
        self.texts("topic", &talk.topic);
        self.texts("location", &talk.location);
        self.texts("speakers", &talk.speakers);
        self.texts("abstract", &talk.paragraphs);
        self.unique("speakers", &talk.speakers);
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
        self.urls("sources", &talk.sources);
        self.times(edition, talk);
    }

    /// Checks the summary and the outcome.
    fn work(&mut self, talk: &Talk) {
        self.texts("summary", &talk.summary);
        let words = talk.summary.iter().map(|text| 1 + text.bytes().filter(|b| *b == b' ').count());
        let characters = talk.summary.iter().map(|text| text.chars().count());
        let is_long = words.sum::<usize>() > MAX_SUMMARY_WORDS;
        if is_long || characters.sum::<usize>() > MAX_SUMMARY_CHARACTERS {
            let max = format!("{MAX_SUMMARY_WORDS} words and {MAX_SUMMARY_CHARACTERS} characters");
            self.error("summary", format!("must be at most {max}"));
        }
        if talk.outcome.len() > MAX_OUTCOMES {
            self.error("outcome", format!("must be at most {MAX_OUTCOMES} sentences"));
        }
        for outcome in &talk.outcome {
            self.texts("outcome: text", [&outcome.text]);
            if !outcome.text.is_empty() && !outcome.text.ends_with('.') {
                let text = Quoted(&outcome.text);
                self.error("outcome: text", format!("must end with a full stop: {text}"));
            }
            self.urls("outcome: url", [&outcome.url]);
        }
    }

    /// Checks that `follows` names earlier sessions, each once. An unknown session is not an error:
    /// its file may not be loaded.
    fn follows(&mut self, talk: &Talk) {
        self.unique("follows", &talk.follows);
        for id in &talk.follows {
            self.id("follows", id);
            if *id == talk.id {
                self.error("follows", "a talk cannot follow itself");
            }
            let year = self.talks.get(&**id).map(|(_, year, _)| *year);
            if let Some(year) = year.filter(|year| *year > self.year) {
                self.error("follows", format!("{} is a later talk, of {year}", Quoted(id)));
            }
        }
    }

    fn id(&mut self, key: &str, id: &str) {
        if !is_label(id) || id.contains(|c: char| c.is_ascii_uppercase()) {
            let what = "only lowercase letters, digits and hyphens are allowed, and no hyphen at either end";
            self.error(key, what);
        }
        if id.len() > MAX_ID_LEN {
            self.error(key, format!("must be at most {MAX_ID_LEN} characters"));
        }
    }

    fn unique(&mut self, key: &str, texts: &[Text]) {
        let mut seen = BTreeSet::new();
        for text in texts {
            if !seen.insert(text) {
                self.error(key, format!("duplicate {}", Quoted(text)));
            }
        }
    }

    fn texts<'t>(&mut self, key: &str, texts: impl IntoIterator<Item = &'t Text>) {
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

    fn urls<'t>(&mut self, key: &str, urls: impl IntoIterator<Item = &'t Text>) {
        for url in urls {
            if !is_https_url(url) {
                self.error(key, format!("not an https URL: {}", Quoted(url)));
            }
        }
    }
}

/// Whether `c` is white space or the byte order mark, which is just as invisible.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

#[cfg(test)]
mod tests;
