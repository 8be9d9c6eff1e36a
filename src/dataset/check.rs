//! What must hold of a dataset beyond its syntax. Each broken rule is a message that says where.

mod dates;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::ops::RangeInclusive;

use super::url::is_https_url;
use super::{Edition, Talk, Text};
use crate::error::Message;
use crate::escape::{Quoted, find_unsafe, is_invisible};

/// The years an edition can have: all that may come, and none that a calendar cannot hold.
const YEARS: RangeInclusive<u16> = 2000..=2999;

/// The longest ID; that of the embedded data is shorter, see [`Loaded::max_id_len`].
pub const MAX_ID_LEN: usize = 64;

/// The most spellings of a name, over all editions: whoever looks for a speaker looks at all of them
/// for every talk.
const MAX_SPELLINGS: usize = 100;

/// The most words of a summary.
const MAX_SUMMARY_WORDS: usize = 180;

/// The most characters of a summary.
const MAX_SUMMARY_CHARACTERS: usize = 2000;

/// The most sentences of an outcome.
const MAX_OUTCOMES: usize = 3;

/// The most errors that are reported in full.
const MAX_ERRORS: usize = 20;

/// The editions of a source.
pub struct Loaded<'a> {
    /// The source as messages name it, safe to print.
    pub name: String,
    /// The editions, in the order of the source.
    pub editions: Vec<Edition<'a>>,
    /// The longest ID that a talk may have.
    pub max_id_len: usize,
}

/// Returns the errors of `sources`. After the first [`MAX_ERRORS`] comes one message with the number of
/// the others.
pub fn errors(sources: &[Loaded]) -> Vec<Message> {
    let mut errors = Errors::default();
    let years = years_by_id(sources, &mut errors);
    let mut spellings = BTreeMap::new();
    for source in sources {
        for edition in &source.editions {
            let mut check = Check { source: &source.name, edition, id: None, errors: &mut errors };
            check.edition(edition);
            check.spellings(edition, &mut spellings);
            for talk in &edition.talks {
                check.id = Some(&talk.id);
                check.id("id", &talk.id, source.max_id_len);
                check.talk(edition, talk);
                check.work(talk);
                check.follows(edition, talk, &years);
            }
        }
    }
    errors.into_messages()
}

/// Returns the year of every talk, by its ID, and reports years and IDs that are used twice.
fn years_by_id<'d>(sources: &'d [Loaded], errors: &mut Errors) -> BTreeMap<&'d str, u16> {
    let mut years = BTreeMap::new();
    let mut talks = BTreeMap::new();
    for Loaded { name, editions, .. } in sources {
        for (n, edition) in (1..).zip(editions) {
            let year = edition.year;
            if let Some((first, other)) = years.get(&year) {
                errors.push(format!(
                    "{name}: duplicate year {year}: edition {n} and edition {first} ({other})"
                ));
            } else {
                years.insert(year, (n, name));
            }
            for (n, talk) in (1..).zip(&edition.talks) {
                let id: &str = &talk.id;
                if let Some((first, first_year, other)) = talks.get(id) {
                    let id = Quoted(id);
                    errors.push(format!(
                        "{name}: duplicate id {id}: talk {n} of {year} and talk {first} of {first_year} ({other})"
                    ));
                } else {
                    talks.insert(id, (n, year, name));
                }
            }
        }
    }
    let years = talks.into_iter().map(|(id, (_, year, _))| (id, year));
    years.collect()
}

/// The errors found: the first in full, the others counted.
#[derive(Default)]
struct Errors {
    reported: Vec<Message>,
    more: usize,
}

impl Errors {
    fn push(&mut self, text: String) {
        if self.reported.len() < MAX_ERRORS {
            self.reported.push(Message::new(text));
        } else {
            self.more += 1;
        }
    }

    fn into_messages(mut self) -> Vec<Message> {
        if self.more > 0 {
            let s = if self.more == 1 { "" } else { "s" };
            let text = format!("and {} more error{s}", self.more);
            self.reported.push(Message::new(text));
        }
        self.reported
    }
}

/// Checks one edition and its talks.
struct Check<'c> {
    source: &'c str,
    edition: &'c Edition<'c>,
    /// The ID of the talk that is checked; none for what the edition itself says.
    id: Option<&'c str>,
    errors: &'c mut Errors,
}

impl Check<'_> {
    fn error(&mut self, key: &str, what: impl Display) {
        let place = match self.id {
            Some(id) => format!("talk {}", Quoted(id)),
            None => format!("edition {}", self.edition.year),
        };
        let source = self.source;
        self.errors.push(format!("{source}: {place}: {key}: {what}"));
    }

    fn edition(&mut self, edition: &Edition) {
        if !YEARS.contains(&edition.year) {
            let (first, last) = (YEARS.start(), YEARS.end());
            self.error("year", format!("must be between {first} and {last}"));
        }
        self.texts("$schema", &edition.schema);
        self.text("name", &edition.name);
        self.texts("location", &edition.location);
        self.texts("description", &edition.description);
        self.url("url", &edition.url);
        self.urls("sources", &edition.sources);
        self.span(edition);
        for (person, family) in &edition.family_names {
            self.text("family_names", person);
            self.text("family_names", family);
            if !person.ends_with(&**family) {
                let (person, family) = (Quoted(person), Quoted(family));
                self.error("family_names", format!("{person} does not end with {family}"));
            }
        }
        self.numbers(edition);
    }

    /// Checks the spellings of names; `counts` is the number of spellings of each person so far.
    fn spellings<'d>(&mut self, edition: &'d Edition, counts: &mut BTreeMap<&'d str, usize>) {
        for (spelling, person) in &edition.also_known_as {
            self.text("also_known_as", spelling);
            self.text("also_known_as", person);
            if edition.also_known_as.contains_key(person) {
                let person = Quoted(person);
                self.error("also_known_as", format!("{person} is itself an alternative spelling"));
            }
            let count = counts.entry(person).or_default();
            *count += 1;
            if *count == MAX_SPELLINGS + 1 {
                let person = Quoted(person);
                let what = format!("{person} has more than {MAX_SPELLINGS} spellings");
                self.error("also_known_as", what);
            }
        }
    }

    /// Checks that programme numbers ascend; in a complete programme they are 1, 2, 3 … without a gap.
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
            self.text("coverage: title", &report.title);
            self.url("coverage: url", &report.url);
        }
        for link in &talk.links {
            self.text("links: title", &link.title);
            self.url("links: url", &link.url);
        }
        self.urls("url", &talk.url);
        self.urls("sources", &talk.sources);
        self.times(edition, talk);
    }

    /// Checks what is said of the work: the summary and the outcome.
    fn work(&mut self, talk: &Talk) {
        self.texts("summary", &talk.summary);
        let words = talk.summary.iter().map(|text| text.split(' ').count());
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
            self.text("outcome: text", &outcome.text);
            if !outcome.text.is_empty() && !outcome.text.ends_with('.') {
                let text = Quoted(&outcome.text);
                self.error("outcome: text", format!("must end with a full stop: {text}"));
            }
            self.url("outcome: url", &outcome.url);
        }
    }

    /// Checks that `follows` names earlier sessions, each once. A session that no source has is no
    /// error: its file may not be loaded.
    fn follows(&mut self, edition: &Edition, talk: &Talk, years: &BTreeMap<&str, u16>) {
        self.unique("follows", &talk.follows);
        for id in &talk.follows {
            self.id("follows", id, MAX_ID_LEN);
            if *id == talk.id {
                self.error("follows", "a talk cannot follow itself");
            }
            if let Some(year) = years.get(&**id).filter(|year| **year > edition.year) {
                self.error("follows", format!("{} is a later talk, of {year}", Quoted(id)));
            }
        }
    }

    fn id(&mut self, key: &str, id: &str, max_len: usize) {
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if id.is_empty() || !id.bytes().all(allowed) || id.starts_with('-') || id.ends_with('-') {
            let what = "only lowercase letters, digits and hyphens are allowed, and no hyphen at either end";
            self.error(key, what);
        }
        if id.len() > max_len {
            self.error(key, format!("must be at most {max_len} characters"));
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

    fn texts<'d, 'a: 'd>(&mut self, key: &str, texts: impl IntoIterator<Item = &'d Text<'a>>) {
        texts.into_iter().for_each(|text| self.text(key, text));
    }

    fn text(&mut self, key: &str, text: &str) {
        if text.is_empty() {
            self.error(key, "must not be empty");
        } else if let Some(c) = find_unsafe(text) {
            let code = u32::from(c);
            self.error(key, format!("contains control character U+{code:04X}"));
        } else if text.trim_matches(is_space) != text || text.contains("  ") {
            let text = Quoted(text);
            self.error(key, format!("leading, trailing or repeated space in {text}"));
        } else if text.chars().all(is_invisible) {
            self.error(key, "contains only invisible characters");
        }
    }

    fn urls<'d, 'a: 'd>(&mut self, key: &str, urls: impl IntoIterator<Item = &'d Text<'a>>) {
        urls.into_iter().for_each(|url| self.url(key, url));
    }

    fn url(&mut self, key: &str, url: &str) {
        if !is_https_url(url) {
            self.error(key, format!("not an https URL: {}", Quoted(url)));
        }
    }
}

/// Whether `c` is white space, or the byte order mark, which is as invisible.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

#[cfg(test)]
mod tests;
