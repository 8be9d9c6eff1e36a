//! Which talks have what a query asks for, and in what order.
//!
//! The score of a talk is a sum over the terms of the query: how rare the term is (the inverse
//! document frequency of BM25) times what the talk's best field for it weighs. So a title counts
//! more than any number of mentions in an abstract, and a word that nearly every talk has counts
//! next to nothing.

use std::collections::HashSet;

use super::query::{Query, Term};
use super::words::{Field, Match, Needle, Words};
use crate::dataset::{Entry, People};

/// The share that fields other than the best add.
const OTHER_FIELDS: f64 = 0.15;
impl Field {
    /// What a term found here weighs.
    fn weight(self) -> f64 {
        match self {
            Field::Id | Field::Title => 8.0,
            Field::Speakers => 5.0,
            Field::Topic | Field::Coverage | Field::Links => 3.0,
            Field::Abstract => 1.0,
            Field::Location | Field::Edition | Field::Kind => 0.5,
        }
    }
}

impl Match {
    /// The share of a field's weight that the match is worth.
    fn share(self) -> f64 {
        match self {
            Match::Whole => 1.0,
            Match::Prefix => 0.6,
            Match::Ending => 0.45,
        }
    }
}

/// A query, ready to be put to talks.
pub struct Finder<'d> {
    query: Query,
    /// Free words that follow each other in one, with the index of the first: `file system`.
    joined: Vec<(usize, [Needle; 1])>,
    people: People<'d>,
}

/// A talk that has all of a query.
pub struct Ranked<'d> {
    /// The talk.
    pub entry: Entry<'d>,
    score: f64,
}

/// What a talk has of a query.
pub struct Tally {
    /// What the talk has of each term.
    pub terms: Vec<Evidence>,
    /// How many words its title or topic has.
    heading: u32,
}

impl Tally {
    /// Returns how well the talk answers the query.
    fn score(&self, rarity: &[f64]) -> f64 {
        let terms = self.terms.iter().zip(rarity);
        terms
            .map(|(evidence, rarity)| rarity * evidence.worth(self.heading))
            .sum()
    }
}

/// What a talk has of one term: the best match in each field.
#[derive(Clone, Default)]
pub struct Evidence([Option<Match>; Field::ALL.len()]);

impl Evidence {
    /// Whether the talk has the term at all.
    pub fn is_found(&self) -> bool {
        self.0.iter().any(Option::is_some)
    }

    fn add(&mut self, field: Field, how: Match) {
        let best = &mut self.0[field as usize];
        *best = (*best).max(Some(how));
    }

    /// Returns what the term is worth, if the title or topic has `heading` words.
    fn worth(&self, heading: u32) -> f64 {
        let (mut best, mut all) = (0.0_f64, 0.0);
        for (field, how) in Field::ALL.into_iter().zip(self.0) {
            let Some(how) = how else { continue };
            let mut worth = field.weight() * how.share();
            if matches!(field, Field::Title | Field::Topic) {
                // A word of a short title says more of the talk than one of a long title: the
                // length normalization of BM25, for titles of six words on the average.
                worth /= 0.85 + 0.15 * f64::from(heading) / 6.0;
            }
            best = best.max(worth);
            all += worth;
        }
        best + OTHER_FIELDS * (all - best)
    }
}

/// What is looked for at each word of a talk: a term, or two terms that the talk may write as one.
struct Matcher<'q> {
    needles: &'q [Needle],
    first_byte: u8,
    fields: &'q [Field],
    /// The least that counts as found.
    least: Match,
    first_term: usize,
    terms: usize,
}

impl<'q> Matcher<'q> {
    fn of(term: &'q Term, index: usize) -> Self {
        Self {
            needles: &term.needles,
            first_byte: term.needles[0].word().as_bytes()[0],
            fields: term.fields,
            least: if term.exact {
                Match::Whole
            } else {
                Match::Ending
            },
            first_term: index,
            terms: 1,
        }
    }

    /// How the needles match from the `n`th word on, and how many words they take.
    fn at(&self, words: &Words, n: usize) -> Option<(Match, usize)> {
        // Most words begin otherwise, which saves most of the work.
        if words.first_byte(n) != self.first_byte || !self.fields.contains(&words[n].field) {
            return None;
        }
        let mut how = Match::Whole;
        let mut taken = 0;
        for needle in self.needles {
            if taken > 0 && !words.follow(n + taken - 1) {
                return None;
            }
            let (each, more) = words.matched(n + taken, needle)?;
            how = how.min(each);
            taken += more;
        }
        (how >= self.least).then_some((how, taken))
    }
}

impl<'d> Finder<'d> {
    /// A finder for `query` that knows the spellings of `people`.
    pub fn new(query: Query, people: People<'d>) -> Self {
        let joined = query.joined();
        Self {
            query,
            joined,
            people,
        }
    }

    /// The query.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// The people whose spellings it knows.
    pub fn people(&self) -> &People<'d> {
        &self.people
    }

    /// Asks for something else.
    pub fn set_query(&mut self, query: Query) {
        self.joined = query.joined();
        self.query = query;
    }

    /// The talks of `entries` that have all of the query: best first; of equals the newer edition
    /// first, then in the one order.
    pub fn rank(&self, entries: &[Entry<'d>]) -> Vec<Ranked<'d>> {
        let (tallies, found_in) = self.tallies(entries);
        let rarity: Vec<f64> = found_in.iter().map(|n| rarity(*n, entries.len())).collect();
        let whole = tallies
            .into_iter()
            .filter(|(_, tally)| tally.terms.iter().all(Evidence::is_found));
        let mut ranked: Vec<Ranked> = whole
            .map(|(entry, tally)| Ranked {
                entry,
                score: tally.score(&rarity),
            })
            .collect();
        // The sort is stable: what is still equal stays in the one order.
        ranked.sort_by(|a, b| {
            let newer = || b.entry.edition.year.cmp(&a.entry.edition.year);
            b.score.total_cmp(&a.score).then_with(newer)
        });
        ranked
    }

    /// What each talk of `entries` has of the query, of those that have any of it and nothing that
    /// rules them out; and in how many talks each term is found.
    pub fn tallies(&self, entries: &[Entry<'d>]) -> (Vec<(Entry<'d>, Tally)>, Vec<usize>) {
        let matchers = self.matchers();
        let mut words = Words::default();
        let mut found_in = vec![0; self.query.terms.len()];
        let mut tallies = Vec::new();
        for entry in entries {
            words.fill(entry, &self.people);
            let tally = self.tally(&matchers, &words);
            for (count, evidence) in found_in.iter_mut().zip(&tally.terms) {
                *count += usize::from(evidence.is_found());
            }
            let any = tally.terms.is_empty() || tally.terms.iter().any(Evidence::is_found);
            if any && self.is_allowed(entry, &words) {
                tallies.push((*entry, tally));
            }
        }
        (tallies, found_in)
    }

    /// The words of `entry` that the query found, each once per field, in the order of the fields.
    pub fn matches(&self, entry: &Entry<'d>) -> Vec<(Field, &'d str)> {
        let matchers = self.matchers();
        let mut words = Words::default();
        words.fill(entry, &self.people);
        let mut found = Vec::new();
        let mut seen = HashSet::new();
        let mut end = 0;
        for n in 0..words.len() {
            for matcher in &matchers {
                if let Some((_, taken)) = matcher.at(&words, n) {
                    end = end.max(n + taken);
                }
            }
            let word = (words[n].field, words[n].original);
            if n < end && seen.insert(word) {
                found.push(word);
            }
        }
        found
    }

    fn matchers(&self) -> Vec<Matcher<'_>> {
        let terms = self.query.terms.iter().enumerate();
        let joined = self.joined.iter().map(|(first, needle)| Matcher {
            needles: needle,
            first_byte: needle[0].word().as_bytes()[0],
            fields: &Field::ALL,
            least: Match::Ending,
            first_term: *first,
            terms: 2,
        });
        let terms = terms.map(|(n, term)| Matcher::of(term, n));
        terms.chain(joined).collect()
    }

    fn tally(&self, matchers: &[Matcher], words: &Words) -> Tally {
        let mut tally = Tally {
            terms: vec![Evidence::default(); self.query.terms.len()],
            heading: 0,
        };
        for n in 0..words.len() {
            let field = words[n].field;
            tally.heading += u32::from(matches!(field, Field::Title | Field::Topic));
            for matcher in matchers {
                let Some((how, _)) = matcher.at(words, n) else {
                    continue;
                };
                for term in matcher.first_term..matcher.first_term + matcher.terms {
                    tally.terms[term].add(field, how);
                }
            }
        }
        tally
    }

    /// Whether the year and what is published fit, and nothing that is excluded is there.
    fn is_allowed(&self, entry: &Entry, words: &Words) -> bool {
        let query = &self.query;
        let excluded = |term: &Term| {
            let matcher = Matcher::of(term, 0);
            (0..words.len()).any(|n| matcher.at(words, n).is_some())
        };
        (query.years.is_empty() || query.years.contains(&entry.edition.year))
            && query.has.iter().all(|has| has.is_of(entry.talk))
            && !query.excluded.iter().any(excluded)
    }
}

/// The inverse document frequency of BM25, never negative: about 0 for a term that every one of
/// `talks` has, higher the fewer have it.
pub fn rarity(found_in: usize, talks: usize) -> f64 {
    let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    let (with, without) = (count(found_in), count(talks - found_in));
    // The crate gives the same digits on every machine. That of the C library does not, and has to be
    // loaded at every start.
    libm::log(1.0 + (without + 0.5) / (with + 0.5))
}
