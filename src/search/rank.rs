//! Which talks have what a query asks for, and in what order.
//!
//! The score of a talk is a sum over the terms of the query: how rare the term is (the inverse
//! document frequency of BM25) times what the talk's best field for it weighs. So a title counts
//! more than any number of mentions in an abstract, and a word that nearly every talk has counts
//! next to nothing. A talk that lacks terms has only its share of that.

use std::collections::HashSet;
use std::ops::Range;

use super::query::{Query, Term};
use super::words::{Field, Match, Needle, Word, texts};
use crate::dataset::{Entry, People};
use crate::fold;

/// The share that fields other than the best add.
const OTHER_FIELDS: f64 = 0.15;

impl Field {
    /// Returns what a term found here weighs.
    fn weight(self) -> f64 {
        match self {
            Field::Id | Field::Title => 8.0,
            Field::Speakers => 5.0,
            Field::Topic => 7.0,
            Field::Coverage | Field::Links => 3.0,
            // More than a year mentioned elsewhere.
            Field::Edition => 2.0,
            Field::Summary => 1.5,
            Field::Abstract => 1.0,
            Field::Outcome | Field::Location | Field::Kind => 0.5,
        }
    }
}

impl Match {
    /// Returns the share of a field's weight that the match is worth.
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

/// What talks have of a query: only those that have any of it, and nothing that rules them out.
pub struct Tallies<'d> {
    /// The talks, in the one order.
    talks: Vec<Tally<'d>>,
    /// In how many of the talks looked at each term is found.
    pub found_in: Vec<usize>,
    /// How rare each term is.
    rarity: Vec<f64>,
    /// Whether a talk may lack each term.
    optional: Vec<bool>,
}

/// What a talk has of a query.
pub struct Tally<'d> {
    /// The talk.
    pub entry: Entry<'d>,
    /// What the talk has of each term.
    pub terms: Vec<Evidence>,
    /// How many words its title or topic has.
    heading: usize,
}

/// What a talk has of one term.
#[derive(Clone, Default)]
pub struct Evidence {
    /// The best match in each field.
    best: [Option<Match>; Field::ALL.len()],
    /// How often the term is in the summary and the abstract.
    mentions: u32,
}

impl<'d> Tallies<'d> {
    /// Returns the talks that lack no term, best first.
    pub fn complete(&self) -> Vec<&Tally<'d>> {
        self.rank(|tally| {
            let mut terms = tally.terms.iter().zip(&self.optional);
            terms.all(|(evidence, is_optional)| *is_optional || evidence.is_found())
        })
    }

    /// Returns the talks that `is_wanted` accepts, best first; of equals the newer edition first, then
    /// in the one order.
    pub fn rank(&self, is_wanted: impl Fn(&Tally) -> bool) -> Vec<&Tally<'d>> {
        let wanted = self.talks.iter().filter(|tally| is_wanted(tally));
        let mut scored: Vec<(f64, &Tally)> =
            wanted.map(|tally| (self.score(tally), tally)).collect();
        // The sort is stable: what is still equal stays in the one order.
        scored.sort_by(|(a, first), (b, second)| {
            let newer = || second.entry.edition.year.cmp(&first.entry.edition.year);
            b.total_cmp(a).then_with(newer)
        });
        scored.into_iter().map(|(_, tally)| tally).collect()
    }

    /// Returns how well the talk of `tally` answers the query.
    fn score(&self, tally: &Tally) -> f64 {
        let terms = tally.terms.iter().zip(&self.rarity);
        let worth = terms.map(|(evidence, rarity)| rarity * evidence.worth(tally.heading));
        worth.sum::<f64>() * self.share(tally)
    }

    /// Returns the share of the terms that the talk of `tally` has, the rare ones counting most.
    pub fn share(&self, tally: &Tally) -> f64 {
        let (mut found, mut wanted) = (0.0, 0.0);
        for (n, evidence) in tally.terms.iter().enumerate() {
            if !self.optional[n] {
                wanted += self.rarity[n];
                found += if evidence.is_found() { self.rarity[n] } else { 0.0 };
            }
        }
        if wanted > 0.0 { found / wanted } else { 1.0 }
    }
}

impl Evidence {
    /// Whether the talk is about the term: its ID, title, topic or speakers have it.
    pub fn is_in_heading(&self) -> bool {
        let headings = [Field::Id, Field::Title, Field::Topic, Field::Speakers];
        headings.iter().any(|field| self.best[*field as usize] > Some(Match::Ending))
    }

    /// Whether the talk has the term at all.
    pub fn is_found(&self) -> bool {
        self.best.iter().any(Option::is_some)
    }

    fn add(&mut self, field: Field, how: Match) {
        let best = &mut self.best[field as usize];
        *best = (*best).max(Some(how));
        self.mentions += u32::from(matches!(field, Field::Summary | Field::Abstract));
    }

    /// Returns what the term is worth, if the title or topic has `heading` words.
    fn worth(&self, heading: usize) -> f64 {
        let (mut best, mut all) = (0.0_f64, 0.0);
        for (field, how) in Field::ALL.into_iter().zip(self.best) {
            let Some(how) = how else { continue };
            let mut worth = field.weight() * how.share();
            match field {
                // A word of a short title says more of the talk than one of a long title: the
                // length normalization of BM25, for titles of six words on the average.
                Field::Title | Field::Topic => worth /= 0.85 + 0.15 * count(heading) / 6.0,
                // More mentions say more, each less than the one before.
                Field::Summary | Field::Abstract => {
                    let mentions = f64::from(self.mentions);
                    worth *= 2.0 * mentions / (mentions + 1.0);
                }
                _ => {}
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
            fields: term.fields,
            least: if term.is_exact { Match::Whole } else { Match::Ending },
            first_term: index,
            terms: 1,
        }
    }

    /// Whether the needles may match from the word of `text` that is `at` an offset.
    fn may_begin(&self, text: &str, at: &Range<usize>) -> bool {
        let (ours, theirs) =
            (self.needles[0].word().as_bytes(), &text.as_bytes()[at.start..at.end]);
        let is_like = |n: usize| match (ours.get(n), theirs.get(n)) {
            (Some(ours), Some(theirs)) => !theirs.is_ascii() || theirs.eq_ignore_ascii_case(ours),
            _ => true,
        };
        is_like(0) && is_like(1)
    }

    /// Returns how the needles match from the word of `text` that is `at` an offset, and the offset
    /// after what they take.
    fn at(&self, field: Field, text: &str, at: &Range<usize>) -> Option<(Match, usize)> {
        if !self.fields.contains(&field) {
            return None;
        }
        let word = Word::new(text, at.clone());
        let (mut how, mut last) = self.needles[0].matched_at(word)?;
        for needle in &self.needles[1..] {
            let (each, word) = needle.matched_at(last.next()?)?;
            (how, last) = (how.min(each), word);
        }
        (how >= self.least).then_some((how, last.end))
    }
}

impl<'d> Finder<'d> {
    /// Returns a finder for `query` that knows the spellings of `people`.
    pub fn new(query: Query, people: People<'d>) -> Self {
        let joined = query.joined();
        Self { query, joined, people }
    }

    /// Returns the query.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// Returns the people whose spellings it knows.
    pub fn people(&self) -> &People<'d> {
        &self.people
    }

    /// Asks for something else.
    pub fn set_query(&mut self, query: Query) {
        self.joined = query.joined();
        self.query = query;
    }

    /// Returns what each talk of `entries` has of the query.
    pub fn tallies(&self, entries: &[Entry<'d>]) -> Tallies<'d> {
        let matchers = self.matchers();
        let mut found_in = vec![0; self.query.terms.len()];
        let mut talks = Vec::new();
        for entry in entries {
            let texts = texts(entry, &self.people);
            let tally = self.tally(*entry, &matchers, &texts);
            for (count, evidence) in found_in.iter_mut().zip(&tally.terms) {
                *count += usize::from(evidence.is_found());
            }
            let any = tally.terms.is_empty() || tally.terms.iter().any(Evidence::is_found);
            if any && self.is_allowed(entry, &texts) {
                talks.push(tally);
            }
        }
        let rarity = found_in.iter().map(|n| rarity(*n, entries.len()));
        Tallies {
            talks,
            rarity: rarity.collect(),
            optional: self.query.terms.iter().map(|t| t.is_optional).collect(),
            found_in,
        }
    }

    /// Returns the words of `entry` that the query found, each once per field, in the order of the
    /// fields.
    pub fn matches(&self, entry: &Entry<'d>) -> Vec<(Field, &'d str)> {
        let matchers = self.matchers();
        let mut found = Vec::new();
        let mut seen = HashSet::new();
        for (field, text) in texts(entry, &self.people) {
            let mut end = 0;
            for at in fold::split(text) {
                for matcher in &matchers {
                    if let Some((_, after)) = matcher.at(field, text, &at) {
                        end = end.max(after);
                    }
                }
                let word = (field, &text[at.clone()]);
                if at.start < end && seen.insert(word) {
                    found.push(word);
                }
            }
        }
        found
    }

    fn matchers(&self) -> Vec<Matcher<'_>> {
        let terms = self.query.terms.iter().enumerate();
        let joined = self.joined.iter().map(|(first, needle)| Matcher {
            needles: needle,
            fields: &Field::ALL,
            least: Match::Ending,
            first_term: *first,
            terms: 2,
        });
        let terms = terms.map(|(n, term)| Matcher::of(term, n));
        terms.chain(joined).collect()
    }

    fn tally(&self, entry: Entry<'d>, matchers: &[Matcher], texts: &[(Field, &str)]) -> Tally<'d> {
        let mut terms = vec![Evidence::default(); self.query.terms.len()];
        let mut heading = 0;
        for (field, text) in texts {
            if matches!(field, Field::Title | Field::Topic) {
                heading += fold::split(text).count();
            }
            for at in fold::split(text) {
                for matcher in matchers {
                    // Most words begin otherwise, which saves most of the work.
                    if !matcher.may_begin(text, &at) {
                        continue;
                    }
                    if let Some((how, _)) = matcher.at(*field, text, &at) {
                        let first = matcher.first_term;
                        for evidence in &mut terms[first..first + matcher.terms] {
                            evidence.add(*field, how);
                        }
                    }
                }
            }
        }
        Tally { entry, terms, heading }
    }

    /// Whether the qualifiers accept the talk, and nothing that is excluded is in it.
    fn is_allowed(&self, entry: &Entry, texts: &[(Field, &str)]) -> bool {
        let query = &self.query;
        let excluded = |term: &Term| {
            let matcher = Matcher::of(term, 0);
            let mut texts = texts.iter();
            texts.any(|(field, text)| {
                fold::split(text).any(|at| matcher.at(*field, text, &at).is_some())
            })
        };
        let is_one_of = |years: &[u16]| years.is_empty() || years.contains(&entry.edition.year);
        is_one_of(&query.years)
            && (query.kinds.is_empty() || query.kinds.contains(&entry.talk.kind))
            && query.has.iter().all(|has| has.is_of(entry.talk))
            && !query.excluded.iter().any(excluded)
    }
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// Returns the inverse document frequency of BM25, never negative: about 0 for a term that every one
/// of `talks` has, higher the fewer have it.
fn rarity(found_in: usize, talks: usize) -> f64 {
    let (with, without) = (count(found_in), count(talks - found_in));
    // The crate gives the same digits on every machine. That of the C library does not, and has to be
    // loaded at every start.
    libm::log(1.0 + (without + 0.5) / (with + 0.5))
}
