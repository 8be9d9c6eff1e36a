//! Other words for the words of a query, from `data/glossary.json`.

use std::ops::Range;

use super::query::Term;
use super::words::Needle;
use crate::dataset::GLOSSARY;

/// Returns other words for the free terms among `terms`, and the terms that each stands for.
pub fn synonyms(terms: &[Term]) -> Vec<(Range<usize>, Term)> {
    let mut found = Vec::new();
    for group in GLOSSARY.lines() {
        for typed in group.split('|') {
            for range in places(terms, typed) {
                for other in group.split('|').filter(|other| *other != typed) {
                    let needles = other.split(' ').map(Needle::new).collect();
                    let term = Term { needles, is_synonym: true, ..Term::default() };
                    found.push((range.clone(), term));
                }
            }
        }
    }
    found
}

/// Returns the terms that are the words of `name`, or other forms of them.
fn places(terms: &[Term], name: &str) -> impl Iterator<Item = Range<usize>> {
    let is_word = |(term, word): (&Term, &str)| term.is_free && term.needles[0].is_form_of(word);
    let length = name.split(' ').count();
    let places = terms.windows(length).enumerate();
    let places = places.filter(move |(_, terms)| terms.iter().zip(name.split(' ')).all(is_word));
    places.map(move |(start, _)| start..start + length)
}
