//! Finds the talks that match a query, and ranks them.
//!
//! The score of a talk is a sum over the terms of the query: the rarity of the term (the inverse
//! document frequency of BM25) times the weight of the best field that contains it. So a title
//! counts more than any number of mentions in an abstract, and a word that nearly every talk
//! contains counts for almost nothing. If a talk lacks terms, the sum is multiplied by its share of
//! the terms.

use std::collections::HashSet;
use std::ops::Range;

use super::query::{Query, Term};
use super::starts::Starts;
use super::words::{Document, Field, Match};
use crate::dataset;
use crate::fold;

/// The share that fields other than the best one add.
const OTHER_FIELDS: f64 = 0.15;
/// The value of a term in the best passage: words that stand together say more than the same words spread
/// over a page.
const PASSAGE: f64 = 1.0;
/// What remains of the score of a talk that is not of the person or the year in the query.
const BESIDE: f64 = 0.7;

impl Field {
    /// Returns the weight of a term found in this field.
    fn weight(self) -> f64 {
        match self {
            Field::Id | Field::Title => 8.0,
            Field::WorkingTitle => 7.0,
            Field::Speakers => 5.0,
            Field::Gist | Field::Keywords => 3.5,
            Field::Coverage | Field::Links | Field::Edition | Field::Topics => 3.0,
            Field::Summary | Field::Notes | Field::By => 1.5,
            Field::Abstract => 1.0,
            Field::Outcome | Field::Location | Field::Kind => 0.5,
        }
    }
}

impl Match {
    /// Returns the share of a field's weight that this kind of match is worth.
    fn share(self) -> f64 {
        match self {
            Match::Synonym => 0.4,
            Match::Ending => 0.45,
            Match::Prefix => 0.6,
            Match::Whole => 1.0,
        }
    }
}

/// The talks that match at least one term of a query and are not excluded by it.
pub struct Tallies<'d> {
    /// The talks, best first.
    pub talks: Vec<Tally<'d>>,
    /// For each term, the number of searched talks that contain it.
    pub found_in: Vec<usize>,
}

/// How a talk matches a query.
pub struct Tally<'d> {
    pub document: Document<'d>,
    /// How the talk matches each term.
    pub terms: Vec<Evidence>,
    /// The share of the terms that the talk contains, weighted by rarity.
    pub share: f64,
    /// Whether the talk contains all of them.
    is_complete: bool,
    /// The largest number of telling terms in one passage.
    pub together: usize,
    /// The terms that each passage of the talk contains, as bits.
    passages: Vec<u64>,
    /// Whether the talk is of the person and the year in the query, as far as it has them.
    is_meant: bool,
    /// The relevance of the talk.
    pub score: f64,
}

/// How a talk matches one term.
pub struct Evidence {
    /// The value of the term for the talk, 0 if the talk does not contain it.
    worth: f64,
    /// Whether the talk is about the term, which is in its ID, title or speakers.
    pub is_in_heading: bool,
    /// Whether the term is a part of the name of somebody who gave the talk or spoke there.
    is_name: bool,
    /// The synonym of the query that the talk contains, if it does not contain the term itself.
    pub synonym: Option<usize>,
}

/// How rare a term is among the searched talks.
struct Rarity {
    /// The rarity of the term itself, if any talk contains it.
    typed: f64,
    /// The rarity of the term and other words for it.
    any: f64,
}

/// The matches of one term in a talk.
#[derive(Clone, Default)]
struct Matches {
    /// The value of the best match in each field that contains the term.
    worth: Vec<(Field, f64)>,
    /// The number of times that the term occurs in the summary and the abstract.
    mentions: f64,
    is_in_heading: bool,
    is_name: bool,
    is_typed: bool,
    synonym: Option<usize>,
}

impl<'d> Tallies<'d> {
    /// Returns the talks that contain every term, best first.
    pub fn complete(&self) -> impl Iterator<Item = &Tally<'d>> {
        self.talks.iter().filter(|tally| tally.is_complete)
    }
}

impl Tally<'_> {
    /// Whether the talk contains terms themselves, never only other words for them.
    pub fn is_as_typed(&self) -> bool {
        self.terms.iter().all(|evidence| evidence.synonym.is_none())
    }

    /// Sets the share and the score from the rarity of each of `terms`.
    fn rate(&mut self, terms: &[Term], rarity: &[Rarity], unknown: f64) {
        let (mut worth, mut found, mut wanted) = (0.0, 0.0, 0.0);
        for ((evidence, term), rarity) in self.terms.iter().zip(terms).zip(rarity) {
            let of_match = if evidence.synonym.is_some() { rarity.any } else { rarity.typed };
            worth += of_match * evidence.worth;
            if !term.is_optional {
                let is_wrong = term.typed.is_some() && !evidence.is_found();
                wanted += if is_wrong { unknown } else { rarity.typed };
                found += if evidence.is_found() { rarity.typed } else { 0.0 };
                self.is_complete &= evidence.is_found();
            }
        }
        self.share = if wanted > 0.0 { found / wanted } else { 1.0 };
        let has = |bits: u64, n: usize| n < 64 && bits >> n & 1 == 1;
        let is_telling = |n: usize| !terms[n].is_optional && terms.len() > 1;
        let value = |bits: u64| {
            let together = (0..terms.len()).filter(|n| has(bits, *n) && is_telling(*n));
            (together.clone().count(), together.map(|n| rarity[n].any).sum::<f64>())
        };
        let passages: Vec<(usize, f64)> = self.passages.iter().map(|bits| value(*bits)).collect();
        self.together = passages.iter().map(|(count, _)| *count).max().unwrap_or(0);
        let best = passages.iter().map(|(_, value)| *value).fold(0.0, f64::max);
        self.score = (worth + PASSAGE * best) * self.share;
        if !self.is_meant {
            self.score *= BESIDE;
        }
    }
}

impl Evidence {
    /// Whether the talk contains the term at all.
    pub fn is_found(&self) -> bool {
        self.worth > 0.0
    }
}

impl Matches {
    /// Adds a match in a text of `length` words, counted only in an ID or a title.
    fn add(&mut self, field: Field, how: Match, length: usize) {
        let mut worth = field.weight() * how.share();
        match field {
            // A word in a short title says more about the talk than one in a long title: this is
            // the length normalization of BM25, for titles of six words on average.
            Field::Title | Field::WorkingTitle => worth /= 0.85 + 0.15 * count(length) / 6.0,
            // The first of several talks on the same work has the shortest ID.
            Field::Id => worth /= 0.8 + 0.2 * count(length),
            Field::Summary | Field::Notes | Field::Abstract => self.mentions += 1.0,
            _ => {}
        }
        match self.worth.iter_mut().find(|(known, _)| *known == field) {
            Some((_, best)) => *best = best.max(worth),
            None => self.worth.push((field, worth)),
        }
        self.is_name |= how == Match::Whole && matches!(field, Field::Speakers | Field::By);
        self.is_typed |= how > Match::Synonym;
        self.is_in_heading |= how > Match::Ending
            && matches!(field, Field::Id | Field::Title | Field::WorkingTitle | Field::Speakers);
    }

    /// Returns what all matches together say about the talk.
    fn evidence(&self) -> Evidence {
        // Each mention adds less than the one before.
        let mentions = 2.0 * self.mentions / (self.mentions + 1.0);
        let worth = self.worth.iter().map(|(field, worth)| match field {
            Field::Summary | Field::Notes | Field::Abstract => worth * mentions,
            _ => *worth,
        });
        let all: f64 = worth.clone().sum();
        let best = worth.fold(0.0, f64::max);
        let worth = best + OTHER_FIELDS * (all - best);
        let synonym = self.synonym.filter(|_| !self.is_typed);
        Evidence { worth, is_in_heading: self.is_in_heading, is_name: self.is_name, synonym }
    }
}

impl Term {
    /// Whether the term can match at `word` of a text. Most words begin differently, so this check
    /// saves most of the work.
    fn may_begin(&self, word: &[u8]) -> bool {
        let ours = self.needles[0].word.as_bytes();
        let is_like = |n: usize| match (ours.get(n), word.get(n)) {
            (Some(ours), Some(theirs)) => {
                theirs.to_ascii_lowercase() == *ours || !theirs.is_ascii()
            }
            _ => true,
        };
        is_like(0) && is_like(1)
    }

    /// Whether the last word is the last one of `text`, or another form of it.
    fn is_form_of(&self, text: &str) -> bool {
        let words = fold::words(text);
        words.last().zip(self.needles.last()).is_some_and(|(word, needle)| needle.is_form_of(word))
    }

    /// Returns how the term matches the words of `text` at an offset, and the offset after the
    /// match.
    fn found_at(&self, field: Field, text: &str, from: usize) -> Option<(Match, usize)> {
        if !self.fields.is_empty() && !self.fields.contains(&field) {
            return None;
        }
        let (mut how, mut end) = (Match::Whole, from);
        for needle in &self.needles {
            let (each, after) = needle.matched_at(text, end, 2)?;
            (how, end) = (how.min(each), after);
        }
        if self.is_synonym {
            // No word that only begins like it: a `lockdown` is no `lock`.
            let is_other = how == Match::Prefix && !self.is_form_of(&text[from..end]);
            return (!is_other).then_some((Match::Synonym, end));
        }
        (how >= self.least).then_some((how, end))
    }
}

impl Query {
    /// Returns how each talk matches the query. Talks with the same score are sorted by edition,
    /// newest first, then in dataset order.
    pub fn tallies<'d>(&self, documents: &[Document<'d>]) -> Tallies<'d> {
        let parts = self.parts();
        let starts = Starts::of(&parts);
        let (mut found_in, mut typed_in) = (vec![0; self.terms.len()], vec![0; self.terms.len()]);
        let mut talks = Vec::new();
        for document in documents {
            let (terms, passages) = self.evidence(&parts, &starts, document);
            for (n, evidence) in terms.iter().enumerate().filter(|(_, it)| it.is_found()) {
                found_in[n] += 1;
                typed_in[n] += usize::from(evidence.synonym.is_none());
            }
            let any = terms.is_empty() || terms.iter().any(Evidence::is_found);
            if any && self.allows(document) {
                talks.push(Tally {
                    document: document.clone(),
                    terms,
                    share: 0.0,
                    is_complete: true,
                    together: 0,
                    passages,
                    is_meant: true,
                    score: 0.0,
                });
            }
        }
        self.narrow(&mut talks);
        let rarity = found_in.iter().zip(typed_in).map(|(any, typed)| Rarity {
            typed: rarity(if typed > 0 { typed } else { *any }, documents.len()),
            any: rarity(*any, documents.len()),
        });
        let rarity: Vec<Rarity> = rarity.collect();
        let unknown = self::rarity(0, documents.len());
        for tally in &mut talks {
            tally.rate(&self.terms, &rarity, unknown);
        }
        talks.sort_by(|a, b| {
            let year = |tally: &Tally| tally.document.entry.edition.year;
            b.score.total_cmp(&a.score).then_with(|| year(b).cmp(&year(a)))
        });
        Tallies { talks, found_in }
    }

    /// Marks the talks that are not of the year or not of the people that the query names, unless none
    /// is of all of them.
    fn narrow(&self, talks: &mut [Tally]) {
        let years = || talks.iter().map(|tally| tally.document.entry.edition.year);
        let year = |term: &Term| {
            let year = dataset::year(&term.text()).filter(|_| term.is_free)?;
            years().any(|other| other == year).then_some(year)
        };
        let wanted: Vec<Option<u16>> = self.terms.iter().map(year).collect();
        let is_person =
            |n: &usize| self.terms[*n].is_free && talks.iter().any(|tally| tally.terms[*n].is_name);
        let people: Vec<usize> = (0..self.terms.len()).filter(is_person).collect();
        let is_meant = |tally: &Tally| {
            let year = tally.document.entry.edition.year;
            wanted.iter().flatten().all(|wanted| *wanted == year)
                && people.iter().all(|n| tally.terms[*n].is_name)
        };
        let meant: Vec<bool> = talks.iter().map(is_meant).collect();
        if meant.contains(&true) {
            talks.iter_mut().zip(meant).for_each(|(tally, is_meant)| tally.is_meant = is_meant);
        }
    }

    /// Returns the words of `texts` that the query matches, each once per field, and the first term that
    /// each matches. Function words are left out if there are others.
    pub fn matches<'d>(&self, texts: &[(Field, &'d str)]) -> Vec<(Field, &'d str, usize)> {
        let mut parts = self.parts();
        let is_telling = |n: usize| !self.terms[n].is_optional;
        if (0..self.terms.len()).any(is_telling) {
            parts.retain(|(range, _)| range.clone().all(is_telling));
        }
        let mut found = Vec::new();
        let mut seen = HashSet::new();
        for (field, text) in texts {
            let (mut end, mut first) = (0, 0);
            for at in fold::split(text) {
                for (range, term) in &parts {
                    if let Some((_, after)) = term.found_at(*field, text, at.start)
                        && after > end
                    {
                        (end, first) = (after, range.start);
                    }
                }
                let word = &text[at.clone()];
                if at.start < end && seen.insert((*field, word)) {
                    found.push((*field, word, first));
                }
            }
        }
        found
    }

    /// Returns what to look for at each word of a talk, and the terms it represents: the synonyms, each
    /// term, and each pair of adjacent free words written as one (`filesystem` for `file system`).
    fn parts(&self) -> Vec<(Range<usize>, Term)> {
        let terms = self.terms.iter().cloned().enumerate();
        let mut parts = self.synonyms.clone();
        parts.extend(terms.map(|(n, term)| (n..n + 1, term)));
        for (n, pair) in self.terms.windows(2).enumerate() {
            if pair.iter().all(|term| term.is_free) {
                let word = format!("{}{}", pair[0].text(), pair[1].text());
                parts.push((n..n + 2, Term::free(&word)));
            }
        }
        parts
    }

    /// Returns how the talk matches each term, and which terms stand together in each passage, as bits.
    fn evidence(
        &self,
        parts: &[(Range<usize>, Term)],
        starts: &Starts,
        document: &Document,
    ) -> (Vec<Evidence>, Vec<u64>) {
        let mut terms = vec![Matches::default(); self.terms.len()];
        let mut passages = Vec::new();
        for (field, text) in document.texts.iter().filter(|(_, text)| starts.may_be_in(text)) {
            let is_heading = matches!(field, Field::Id | Field::Title | Field::WorkingTitle);
            let length = if is_heading { fold::split(text).count() } else { 0 };
            let mut bits = 0_u64;
            for at in fold::split(text) {
                if !starts.may_begin(&text.as_bytes()[at.clone()]) {
                    continue;
                }
                for (n, (range, term)) in parts.iter().enumerate() {
                    if term.may_begin(&text.as_bytes()[at.clone()])
                        && let Some((how, _)) = term.found_at(*field, text, at.start)
                    {
                        for matches in &mut terms[range.clone()] {
                            matches.add(*field, how, length);
                            if term.is_synonym {
                                matches.synonym.get_or_insert(n);
                            }
                        }
                        bits |= range.clone().filter(|n| *n < 64).map(|n| 1 << n).sum::<u64>();
                    }
                }
            }
            let is_passage = matches!(
                field,
                Field::Gist | Field::Summary | Field::Notes | Field::Outcome | Field::Abstract
            );
            if is_passage && bits.count_ones() > 1 && !passages.contains(&bits) {
                passages.push(bits);
            }
        }
        (terms.iter().map(Matches::evidence).collect(), passages)
    }

    /// Whether the talk satisfies the qualifiers and contains nothing that is excluded.
    fn allows(&self, document: &Document) -> bool {
        let (edition, talk) = (document.entry.edition, document.entry.talk);
        let is_in = |term: &Term, field: Field, text: &str| {
            fold::split(text).any(|at| term.found_at(field, text, at.start).is_some())
        };
        (self.years.is_empty() || self.years.contains(&edition.year))
            && (self.kinds.is_empty() || self.kinds.contains(&talk.kind))
            && (self.states.is_empty() || talk.state.is_some_and(|it| self.states.contains(&it)))
            && (self.topics.is_empty() || talk.topics.iter().any(|it| self.topics.contains(&&**it)))
            && self.has.iter().all(|has| has.is_of(talk))
            && !self
                .excluded
                .iter()
                .any(|term| document.texts.iter().any(|(field, text)| is_in(term, *field, text)))
    }
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// Returns the inverse document frequency of BM25, never negative: about 0 for a term that all
/// `talks` contain, and higher the fewer contain it.
fn rarity(found_in: usize, talks: usize) -> f64 {
    let (with, without) = (count(found_in), count(talks - found_in));
    // The logarithm of std is in another library, which the system would load at every start.
    libm::log(1.0 + (without + 0.5) / (with + 0.5))
}
