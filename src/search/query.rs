//! The query language: words, `"phrases"`, `title:`, `speaker:`, `year:`, `has:`, and a leading `-`.

use crate::escape::Quoted;
use crate::fold;
use crate::selection::Has;

use super::words::{Field, Needle};

/// What a query asks for. Every part must hold.
#[derive(Clone, Default)]
pub struct Query {
    /// What must be found, in the order typed.
    pub terms: Vec<Term>,
    /// What must not be found.
    pub excluded: Vec<Term>,
    /// The year it must be of.
    pub years: Vec<u16>,
    /// What it must have published.
    pub has: Vec<Has>,
    /// The whole query as typed.
    pub text: String,
}

/// Words to find in some fields.
#[derive(Clone)]
pub struct Term {
    /// One word, or several that follow each other.
    pub needles: Vec<Needle>,
    /// Where to look.
    pub fields: &'static [Field],
    /// Whether it is a word by itself: corrected, and left out, where nothing is found.
    pub free: bool,
    /// Whether the words must stand as typed, not only with the same beginning or ending.
    pub exact: bool,
}

impl Term {
    fn word(word: &str) -> Self {
        Self {
            needles: vec![Needle::new(word.to_owned())],
            fields: &Field::ALL,
            free: true,
            exact: false,
        }
    }

    /// The words, with blanks between them.
    pub fn text(&self) -> String {
        let words: Vec<&str> = self.needles.iter().map(Needle::word).collect();
        words.join(" ")
    }
}

/// The fields of a `title:` qualifier: what is shown as the title.
const TITLE: [Field; 2] = [Field::Title, Field::Topic];
const SPEAKER: [Field; 1] = [Field::Speakers];

const NAMES: [&str; 4] = ["title", "speaker", "year", "has"];

impl Query {
    /// Reads a query; an error is a line for the user.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut query = Query {
            text: text.to_owned(),
            ..Query::default()
        };
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            let excluded = match rest.strip_prefix('-') {
                Some(after) if after.starts_with(|c: char| c.is_alphanumeric() || c == '"') => {
                    rest = after;
                    true
                }
                _ => false,
            };
            rest = query.part(rest, excluded)?.trim_start();
        }
        let is_empty = query.terms.is_empty()
            && query.excluded.is_empty()
            && query.years.is_empty()
            && query.has.is_empty();
        if is_empty {
            return Err(format!(
                "nothing to search for in {}: give a word",
                Quoted(text)
            ));
        }
        Ok(query)
    }

    /// The words, where there is nothing but free ones.
    pub fn all_free(&self) -> Option<impl Iterator<Item = &str>> {
        let words = || self.terms.iter().map(|term| term.needles[0].word());
        (!self.terms.is_empty() && self.terms.iter().all(|term| term.free)).then(words)
    }

    /// Each pair of free words that follow each other, written as one, with the index of the first:
    /// `file system` is `filesystem`.
    pub fn joined(&self) -> Vec<(usize, [Needle; 1])> {
        let pairs = self.terms.windows(2).enumerate();
        let free = pairs.filter(|(_, pair)| pair.iter().all(|term| term.free));
        free.map(|(n, pair)| {
            let word = format!("{}{}", pair[0].needles[0].word(), pair[1].needles[0].word());
            (n, [Needle::new(word)])
        })
        .collect()
    }

    /// Reads one part at the start of `rest`; gives what follows it.
    fn part<'t>(&mut self, rest: &'t str, excluded: bool) -> Result<&'t str, String> {
        if let Some((phrase, after)) = quoted(rest) {
            self.add(phrase, &Field::ALL, excluded, true);
            return Ok(after);
        }
        if let Some((name, value)) = qualifier(rest) {
            let phrase = quoted(value);
            let (value, after) = phrase.unwrap_or_else(|| chunk(value));
            self.qualify(name, value, excluded, phrase.is_some())?;
            return Ok(after);
        }
        let (word, after) = chunk(rest);
        for word in fold::words(word) {
            let term = Term::word(&word);
            let terms = if excluded {
                &mut self.excluded
            } else {
                &mut self.terms
            };
            terms.push(term);
        }
        Ok(after)
    }

    fn qualify(
        &mut self,
        name: &str,
        value: &str,
        excluded: bool,
        phrase: bool,
    ) -> Result<(), String> {
        match name.to_ascii_lowercase().as_str() {
            "title" => self.add(value, &TITLE, excluded, phrase),
            "speaker" => self.add(value, &SPEAKER, excluded, phrase),
            name @ ("year" | "has") if excluded => {
                return Err(format!("the qualifier {name}: cannot be excluded with -"));
            }
            "year" => match value.parse() {
                Ok(year) => self.years.push(year),
                Err(_) => return Err(format!("{} is no year; write year:2023", Quoted(value))),
            },
            "has" => {
                let Some(has) = Has::ALL.into_iter().find(|has| has.name() == value) else {
                    let names = Has::ALL.map(Has::name);
                    return Err(format!(
                        "unknown value of has: {}{}; known are {}",
                        Quoted(value),
                        nearest(value, &names),
                        names.join(", "),
                    ));
                };
                self.has.push(has);
            }
            other => {
                let known = NAMES.map(|name| format!("{name}:")).join(", ");
                return Err(format!(
                    "unknown qualifier {}{}; known are {known}; with a blank after the colon it is a word",
                    Quoted(other),
                    nearest(other, &NAMES),
                ));
            }
        }
        Ok(())
    }

    fn add(&mut self, text: &str, fields: &'static [Field], excluded: bool, exact: bool) {
        let needles: Vec<Needle> = fold::words(text).into_iter().map(Needle::new).collect();
        if !needles.is_empty() {
            let terms = if excluded {
                &mut self.excluded
            } else {
                &mut self.terms
            };
            terms.push(Term {
                needles,
                fields,
                free: false,
                exact,
            });
        }
    }
}

/// A quoted phrase at the start of `text`, and what follows it; a lone quote is punctuation.
fn quoted(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix('"')?.split_once('"')
}

/// A run without blanks at the start of `text`, and what follows it. A phrase in quotes begins a
/// part of its own.
fn chunk(text: &str) -> (&str, &str) {
    let blank = text.find(char::is_whitespace).unwrap_or(text.len());
    text.split_at(blank)
}

/// `name` and the text after the colon, where `text` begins with `name:value`. `name: `, `::` and
/// `://` are punctuation.
fn qualifier(text: &str) -> Option<(&str, &str)> {
    let (name, value) = text.split_once(':')?;
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphabetic());
    let has_value = value.starts_with(|c: char| c.is_alphanumeric() || c == '"')
        && !(value.starts_with('"') && quoted(value).is_none());
    (is_name && has_value).then_some((name, value))
}

fn nearest(typed: &str, known: &[&str]) -> String {
    let typed: String = typed.to_ascii_lowercase().chars().take(20).collect();
    let near = known
        .iter()
        .min_by_key(|name| strsim::osa_distance(name, &typed));
    match near {
        Some(name) if strsim::osa_distance(name, &typed) <= 2 => format!("; did you mean {name}?"),
        _ => String::new(),
    }
}
