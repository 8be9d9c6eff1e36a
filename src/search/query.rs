//! The query language: words, `"phrases"`, `title:`, `speaker:`, `year:`, `has:`, and a leading `-`.

use std::collections::HashSet;

use crate::escape::Quoted;
use crate::fold;
use crate::near;
use crate::selection::{self, Has};

use super::words::{Field, Needle};

/// The most words in a query.
const MAX_WORDS: usize = 200;

/// What a query asks for. Every part must hold.
#[derive(Clone, Default)]
pub struct Query {
    /// What must be found, in the order typed.
    pub terms: Vec<Term>,
    /// What must not be found.
    pub excluded: Vec<Term>,
    /// The years, one of which it must be of.
    pub years: Vec<u16>,
    /// What it must have published.
    pub has: Vec<Has>,
    /// The whole query as typed.
    pub text: String,
    seen: HashSet<String>,
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

impl Query {
    /// Reads a query; an error is a line for the user.
    pub fn parse(text: &str) -> Result<Self, String> {
        let words = fold::split(text).count();
        if words > MAX_WORDS {
            return Err(format!(
                "the query has {words} words; at most {MAX_WORDS} are allowed"
            ));
        }
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
        if excluded {
            // All of it: `-read-only` does not rule out what says "only".
            self.add(word, &Field::ALL, excluded, true);
            return Ok(after);
        }
        for word in fold::words(word) {
            // A word that is repeated is asked for once.
            if self.seen.insert(word.clone()) {
                self.terms.push(Term::word(&word));
            }
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
                return Err(format!("{name}: cannot be excluded with a leading -"));
            }
            "year" => self.years.push(selection::year(value).ok_or_else(|| {
                format!(
                    "invalid year {} in the query: write it as in year:2023",
                    Quoted(value)
                )
            })?),
            "has" => {
                let has = Has::ALL
                    .into_iter()
                    .find(|has| has.name() == value.to_ascii_lowercase());
                self.has.push(has.ok_or_else(|| {
                    let near = near::nearest(&value.to_ascii_lowercase(), Has::ALL.map(Has::name));
                    let near = near.map_or(".".to_owned(), |near| format!(", did you mean {near}?"));
                    let value = Quoted(value);
                    format!("unknown value {value} of has:{near} Known are slides, abstract and coverage")
                })?);
            }
            other => {
                let near = near::nearest(other, ["title", "speaker", "year", "has"]);
                let near = near.map_or(".".to_owned(), |near| format!(", did you mean {near}:?"));
                let other = Quoted(&format!("{other}:")).to_string();
                return Err(format!(
                    "unknown qualifier {other}{near} Known are title:, speaker:, year: and has:; \
                     a blank behind the colon makes it a word"
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
                exact: exact || excluded,
            });
        }
    }
}

/// A quoted phrase at the start of `text`, and what follows it; a lone quote is punctuation.
fn quoted(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix('"')?.split_once('"')
}

/// A run without blanks at the start of `text`, and what follows it.
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

#[cfg(test)]
mod tests {
    use pretty_assertions::assert_eq;

    use super::*;

    /// A query in short: `+` before a term, `=` before a phrase, `-` before what is excluded, with
    /// the field where it is not any.
    fn read(text: &str) -> Result<String, String> {
        let query = Query::parse(text)?;
        let short = |sign: &str, term: &Term| {
            let field = match term.fields {
                [field, ..] if term.fields.len() < Field::ALL.len() => format!("{}:", field.name()),
                _ => String::new(),
            };
            let sign = if term.exact && sign == "+" { "=" } else { sign };
            format!("{sign}{field}{}", term.text())
        };
        let terms = query.terms.iter().map(|term| short("+", term));
        let excluded = query.excluded.iter().map(|term| short("-", term));
        let years = query.years.iter().map(|year| format!("year {year}"));
        let has = query.has.iter().map(|has| format!("has {}", has.name()));
        let parts: Vec<String> = terms.chain(excluded).chain(years).chain(has).collect();
        Ok(parts.join(" "))
    }

    #[test]
    fn queries_are_read_as_people_mean_them() {
        for (text, expected) in [
            ("rcu", "+rcu"),
            ("  RCU   Gijón ", "+rcu +gijon"),
            ("in-place fs_verity", "+in +place +fs +verity"),
            ("\"design dimensions\" rcu", "=design dimensions +rcu"),
            ("rcu -design", "+rcu -design"),
            ("-design", "-design"),
            ("rcu -\"design dimensions\"", "+rcu -design dimensions"),
            ("fs -read-only", "+fs -read only"),
            ("title:pin", "+title:pin"),
            ("Title:Pin-Init", "+title:pin init"),
            ("title:\"pin init\" api", "=title:pin init +api"),
            ("speaker:guo -title:klint", "+speakers:guo -title:klint"),
            (
                "year:2023 has:slides has:abstract",
                "year 2023 has slides has abstract",
            ),
            ("rcu year:2023", "+rcu year 2023"),
            // Punctuation, not qualifiers.
            ("Klint: Compile-time", "+klint +compile +time"),
            ("Pin::new", "+pin +new"),
            ("std::pin::Pin", "+std +pin"),
            ("https://lwn.net", "+https +lwn +net"),
            ("title: pin", "+title +pin"),
            ("title:", "+title"),
            ("title:- pin", "+title +pin"),
            ("10:30", "+10 +30"),
            ("rcu - design", "+rcu +design"),
            ("--design", "+design"),
            ("5\" disk", "+5 +disk"),
            ("\"lone quote", "+lone +quote"),
            ("title:\"lone quote", "+title +lone +quote"),
            ("a\u{0}b\u{1b}[31m", "+a +b +31m"),
            ("rust?.*[a-z](+)", "+rust +a +z"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_query_is_refused_with_the_way_to_mend_it() {
        for (text, expected) in [
            ("", "nothing to search for in \"\": give a word"),
            ("-", "nothing to search for in \"-\": give a word"),
            (
                "\"\" ::: …",
                "nothing to search for in \"\"\" ::: …\": give a word",
            ),
            (
                "titel:rcu",
                "unknown qualifier \"titel:\", did you mean title:? Known are title:, speaker:, year: and has:; \
                 a blank behind the colon makes it a word",
            ),
            (
                "foo:bar",
                "unknown qualifier \"foo:\". Known are title:, speaker:, year: and has:; \
                 a blank behind the colon makes it a word",
            ),
            (
                "year:next",
                "invalid year \"next\" in the query: write it as in year:2023",
            ),
            (
                "year:02023",
                "invalid year \"02023\" in the query: write it as in year:2023",
            ),
            (
                "has:slide",
                "unknown value \"slide\" of has:, did you mean slides? Known are slides, abstract and coverage",
            ),
            (
                "has:video",
                "unknown value \"video\" of has:. Known are slides, abstract and coverage",
            ),
            (
                &"a ".repeat(201),
                "the query has 201 words; at most 200 are allowed",
            ),
            (
                "rcu -year:2023",
                "year: cannot be excluded with a leading -",
            ),
            ("-has:slides", "has: cannot be excluded with a leading -"),
        ] {
            assert_eq!(read(text), Err(expected.to_owned()), "{text}");
        }
    }
}
