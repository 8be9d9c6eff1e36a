//! The query language: words, `"phrases"`, qualifiers such as `title:`, and a leading `-`.

use std::ops::Range;

use clap::ValueEnum;

use crate::dataset::{self, Has, Kind, State};
use crate::error::Message;
use crate::escape::Quoted;
use crate::fold;
use crate::options;
use crate::phrase::list;
use crate::typos;

use super::words::{Field, Match, Needle};

/// The maximum number of words in a query.
const MAX_WORDS: usize = 200;

const QUALIFIERS: [&str; 9] =
    ["title", "speaker", "by", "topic", "state", "year", "edition", "kind", "has"];

/// The maximum length of a query in bytes.
const MAX_BYTES: usize = 10_000;

/// Operators of other query languages, and what to do instead.
const OPERATORS: [(&str, &str); 2] = [
    ("OR", "search for each of the words on its own"),
    ("NOT", "exclude a word with a - before it, as in 'rcu -design'"),
];

/// Words, and the parts of contractions such as `don't`, that have only a grammatical function and
/// say nothing about the subject.
const FUNCTION_WORDS: &str = "\
    a about actually after again all already also always am an and any anybody anyone anything are \
    aren arent as at be became because become been before being both but by came can cant come \
    coming could couldn couldnt d did didn didnt do does doesn doesnt doing don done dont each \
    else even ever every everything few find finds for from get gets give given go goes going gone \
    got had hadn hadnt has hasn hasnt have haven havent having he her here him his how i if in \
    instead into is isn isnt it its just know like ll m made make makes many may maybe me might \
    most much must my never new no not now of on one only or other our over own perhaps please re \
    really s said same say saying says session sessions she should shouldn shouldnt show since so \
    some somebody someone something still stuff such t take taken takes taking talk talked talks \
    tell than that thats the their them then there these they thing things this those to too took \
    tried tries try trying until up us use used uses using ve very want wants was wasn wasnt way \
    we well went were weren werent what whats when where whether which while who whom whose why \
    will with won wont would wouldn wouldnt yet you your";

/// Words that ask or frame: they say little about the subject if another word does.
const FRAMING_WORDS: &str = "\
    answer answered answers ask asked asks concern concerns concerning debate debated discuss \
    discussed discusses discussing discussion happen happened happens mean means mention mentioned \
    mentions opinion opinions present presentation presented presents shown suggest suggested think \
    thinks thought told topic topics wanted work worked works";

/// A parsed query. Talks must satisfy every part of it.
#[derive(Clone, Default)]
pub struct Query {
    /// The terms that must be found, in the order typed.
    pub terms: Vec<Term>,
    /// Other words for some of the terms, and the terms that each stands for.
    pub synonyms: Vec<(Range<usize>, Term)>,
    /// The terms that must not be found.
    pub excluded: Vec<Term>,
    /// The years of which one must match, if there are any.
    pub years: Vec<u16>,
    /// The kinds of which one must match, if there are any.
    pub kinds: Vec<Kind>,
    /// The states of which one must match, if there are any.
    pub states: Vec<State>,
    /// The topics of which one must match, if there are any.
    pub topics: Vec<&'static str>,
    /// What a talk must have.
    pub has: Vec<Has>,
    /// The whole query as typed.
    pub text: String,
    /// A note about a word that was meant as an operator but is not one.
    pub note: Option<Message>,
}

/// Words to find, in all fields or only in some.
#[derive(Clone, Default)]
pub struct Term {
    /// One word, or several consecutive words.
    pub needles: Vec<Needle>,
    /// The fields to search; all of them if this is empty.
    pub fields: &'static [Field],
    /// Whether this is a plain word, which may be corrected or dropped if nothing is found.
    pub is_free: bool,
    /// The weakest match that counts.
    pub least: Match,
    /// Whether a talk may lack this term.
    pub is_optional: bool,
    /// Whether this is another word for what was typed.
    pub is_synonym: bool,
    /// The word as typed, if this is a correction.
    pub typed: Option<String>,
}

impl Term {
    /// Creates a term for a free word, which must be folded.
    pub fn free(word: &str) -> Self {
        Self { needles: vec![Needle::new(word)], is_free: true, ..Self::default() }
    }

    /// Returns the words, separated by spaces.
    pub fn text(&self) -> String {
        let words: Vec<&str> = self.needles.iter().map(|needle| &*needle.word).collect();
        words.join(" ")
    }
}

impl Query {
    /// Parses a query.
    pub fn parse(text: &str) -> Result<Self, Message> {
        if text.len() > MAX_BYTES {
            let text =
                format!("the query has {} bytes, more than the {MAX_BYTES} allowed", text.len());
            return Err(Message::new(text).with_tip("give only the words that matter"));
        }
        let words = fold::split(text).count();
        if words > MAX_WORDS {
            let text = format!("the query has {words} words, more than the {MAX_WORDS} allowed");
            return Err(Message::new(text).with_tip("give only the words that matter"));
        }
        let mut query = Query { text: text.to_owned(), ..Query::default() };
        let mut rest = text.trim_start();
        let mut is_apart = true;
        while !rest.is_empty() {
            // In `"demo"-in-depth`, nothing is excluded either.
            let exclusion = rest.strip_prefix('-').filter(|_| is_apart);
            // In `Inside -demo- in depth`, the hyphens are dashes.
            let is_word = |after: &str| {
                let mut parts = chunk(after).0.split('-');
                parts.all(|part| part.starts_with(char::is_alphanumeric))
            };
            // In `divided by -1`, the hyphen is a sign; a longer number may be a year.
            let is_number = |after: &str| {
                let word = chunk(after).0;
                word.len() < 4 && word.bytes().all(|byte| byte.is_ascii_digit())
            };
            let is_excluded =
                |after: &&str| after.starts_with('"') || (is_word(after) && !is_number(after));
            let excluded = exclusion.filter(is_excluded);
            let after = query.read_part(excluded.unwrap_or(rest), excluded.is_some())?;
            rest = after.trim_start();
            is_apart = rest.len() < after.len();
        }
        let Query { terms, excluded, years, kinds, states, topics, has, .. } = &query;
        let others = years.len() + kinds.len() + states.len() + topics.len() + has.len();
        if terms.len() + excluded.len() + others == 0 {
            let text = format!("the query {} contains no words", Quoted(text));
            return Err(Message::new(text));
        }
        Ok(query)
    }

    /// Makes function words optional, and in a question also words that ask or frame; but not if no
    /// other word is left. If there are only function words, they must be in a title.
    pub fn relax(&mut self) {
        self.make_optional(FUNCTION_WORDS);
        if self.is_common() {
            let title =
                |term: &mut Term| term.fields = &[Field::Id, Field::Title, Field::WorkingTitle];
            self.terms.iter_mut().for_each(title);
        }
        if self.is_question() {
            self.make_optional(FRAMING_WORDS);
        }
    }

    /// Whether the query has only function words, which are matched as typed.
    pub fn is_common(&self) -> bool {
        !self.terms.is_empty() && self.terms.iter().all(|term| is_among(term, FUNCTION_WORDS))
    }

    fn make_optional(&mut self, words: &str) {
        let is_one = |term: &Term| is_among(term, words);
        if self.terms.iter().any(|term| !term.is_optional && !is_one(term)) {
            self.terms.iter_mut().filter(|term| is_one(term)).for_each(|it| it.is_optional = true);
        }
    }

    /// Whether the query is a sentence rather than keywords.
    pub fn is_question(&self) -> bool {
        self.terms.iter().filter(|term| term.is_optional).count() > 1
    }

    /// Parses the part at the start of `rest`, and returns what follows it.
    fn read_part<'t>(&mut self, rest: &'t str, excluded: bool) -> Result<&'t str, Message> {
        if let Some((phrase, after)) = quoted(rest) {
            self.add(phrase, &[], excluded, true);
            return Ok(after);
        }
        let is_known = |(name, _): &(&str, &str)| {
            let name = name.to_ascii_lowercase();
            QUALIFIERS.contains(&&*name) || typos::nearest(&name, QUALIFIERS).is_some()
        };
        // An unknown qualifier is text: `X:Kit`.
        if let Some((name, value)) = qualifier(rest).filter(is_known) {
            let phrase = quoted(value);
            let (value, after) = phrase.unwrap_or_else(|| chunk(value));
            match name.to_ascii_lowercase().as_str() {
                // If there is no title, our own is shown instead.
                "title" => {
                    self.add(
                        value,
                        &[Field::Title, Field::WorkingTitle],
                        excluded,
                        phrase.is_some(),
                    );
                }
                "speaker" => self.add(value, &[Field::Speakers], excluded, phrase.is_some()),
                "by" => self.add(value, &[Field::By], excluded, phrase.is_some()),
                name if excluded && QUALIFIERS.contains(&name) => {
                    return Err(Message::new(format!("{name}: cannot be excluded with -")));
                }
                name => self.qualify(name, &value.to_ascii_lowercase())?,
            }
            return Ok(after);
        }
        let (word, after) = chunk(rest);
        let name = word.strip_suffix(':').unwrap_or_default().to_ascii_lowercase();
        if after.trim().is_empty() && QUALIFIERS.contains(&&*name) {
            let message = Message::new(format!("{name}: has no value"));
            return Err(
                message.with_tip(format!("put it after the colon, as in {}", example(&name)))
            );
        }
        if excluded {
            // Excluded as a phrase: `-read-only` does not exclude talks that contain "only".
            self.add(word, &[], excluded, true);
            return Ok(after);
        }
        let operator = OPERATORS.iter().find(|(name, _)| *name == word);
        if let (None, Some((name, tip))) = (&self.note, operator) {
            self.note = Some(Message::new(format!("{name} is not an operator")).with_tip(*tip));
        }
        for word in fold::words(word) {
            // Repeated words count only once.
            if !self.terms.iter().any(|term| term.is_free && term.text() == word) {
                self.terms.push(Term::free(&word));
            }
        }
        Ok(after)
    }

    /// Adds a qualifier whose value is not a text to search for.
    fn qualify(&mut self, name: &str, value: &str) -> Result<(), Message> {
        match name {
            "year" | "edition" => self.years.push(dataset::year(value).ok_or_else(|| {
                Message::new(format!("invalid value {} for {name}:", Quoted(value)))
                    .with_tip(format!("use four digits, as in {name}:2023"))
            })?),
            "kind" => self.kinds.push(one_of_few(name, value)?),
            "state" => self.states.push(one_of_few(name, value)?),
            "topic" => self.topics.push(dataset::topic(value)?),
            "has" => self.has.push(one_of_few(name, value)?),
            _ => {
                let text = format!("unknown qualifier {}", Quoted(&format!("{name}:")));
                let near = typos::nearest(name, QUALIFIERS).unwrap_or_default();
                return Err(Message::new(text).with_tip(format!("did you mean {near}:?")));
            }
        }
        Ok(())
    }

    fn add(&mut self, text: &str, fields: &'static [Field], excluded: bool, is_exact: bool) {
        let needles: Vec<Needle> = fold::words(text).iter().map(|word| Needle::new(word)).collect();
        if !needles.is_empty() {
            let least = if is_exact || excluded { Match::Whole } else { Match::Ending };
            let terms = if excluded { &mut self.excluded } else { &mut self.terms };
            terms.push(Term { needles, fields, least, ..Term::default() });
        }
    }
}

/// Returns an example of a qualifier.
fn example(name: &str) -> &'static str {
    match name {
        "title" => "title:rcu",
        "speaker" => "speaker:lossin",
        "by" => "by:greg",
        "topic" => "topic:gpu",
        "state" => "state:merged",
        "kind" => "kind:training",
        "has" => "has:slides",
        "edition" => "edition:2023",
        _ => "year:2023",
    }
}

/// Whether `term` is a free word and one of `words`.
fn is_among(term: &Term, words: &str) -> bool {
    term.is_free && words.split_ascii_whitespace().any(|word| word == term.needles[0].word)
}

/// Parses the value of the qualifier `name`, which accepts only a few values.
fn one_of_few<T: ValueEnum>(name: &str, value: &str) -> Result<T, Message> {
    T::from_str(value, false).map_err(|_| {
        let names = options::names::<T>();
        let (quoted, known) = (Quoted(value), list(&names));
        let near = typos::nearest(value, names.iter().map(String::as_str));
        Message {
            text: format!("invalid value {quoted} for {name}: (available: {known})"),
            tip: near.map(|near| format!("did you mean {name}:{near}?")),
        }
    })
}

/// Returns the quoted phrase at the start of `text`, and what follows it; a lone quote is punctuation.
fn quoted(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix('"')?.split_once('"')
}

/// Returns the text before the first white space in `text`, and the rest.
fn chunk(text: &str) -> (&str, &str) {
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    text.split_at(end)
}

/// Returns `name` and the text after the colon if `text` begins with `name:value`. In `name: `,
/// `::` and `://`, the colon is punctuation.
fn qualifier(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.split_at(text.find(|c: char| !c.is_ascii_alphabetic())?);
    let value = rest.strip_prefix(':')?;
    let has_value = value.starts_with(char::is_alphanumeric) || quoted(value).is_some();
    (!name.is_empty() && has_value).then_some((name, value))
}

#[cfg(test)]
mod tests;
