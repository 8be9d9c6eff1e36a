//! The speakers, and the spellings of their names.

use std::collections::BTreeMap;

use super::{Edition, Entry};

/// The spellings and family names of all people, over all editions.
#[derive(Default)]
pub struct People<'d> {
    /// The person of each alternative spelling.
    canonical: BTreeMap<&'d str, &'d str>,
    /// The alternative spellings of each person.
    spellings: BTreeMap<&'d str, Vec<&'d str>>,
    /// The family names that are more than the last word of the name, by name.
    families: BTreeMap<&'d str, &'d str>,
}

impl<'d> People<'d> {
    /// Collects the people of `editions`.
    pub fn of(editions: impl Iterator<Item = &'d Edition>) -> Self {
        let mut people = Self::default();
        for edition in editions {
            for (spelling, person) in &edition.also_known_as {
                people.canonical.insert(spelling, person);
            }
            for (person, family) in &edition.family_names {
                people.families.insert(person, family);
            }
        }
        for (spelling, person) in &people.canonical {
            people.spellings.entry(person).or_default().push(spelling);
        }
        people
    }

    /// Returns the family name at the end of `name`, if it is more than the last word.
    pub fn family_name(&self, name: &str) -> Option<&'d str> {
        self.families.get(name).copied()
    }

    /// Returns the main spelling of a person's name for a published spelling.
    pub fn person(&self, spelling: &'d str) -> &'d str {
        self.canonical.get(spelling).copied().unwrap_or(spelling)
    }

    /// Returns all other spellings of the name that `spelling` belongs to, including the main one.
    pub fn other_spellings<'s>(&'s self, spelling: &'s str) -> impl Iterator<Item = &'d str> {
        let person = self.canonical.get(spelling).copied();
        let name = person.unwrap_or(spelling);
        let others = self.spellings.get(name).into_iter().flatten().copied();
        others.chain(person).filter(move |other| *other != spelling)
    }
}

/// A person and their talks.
pub struct Speaker<'d> {
    /// The main spelling of the name.
    pub name: &'d str,
    /// The talks, in the order of [`super::Dataset::entries`].
    pub talks: Vec<Entry<'d>>,
}

impl Speaker<'_> {
    /// Returns the years of the talks, each once, oldest first.
    pub fn editions(&self) -> impl Iterator<Item = u16> {
        let editions = self.talks.chunk_by(|a, b| a.edition.year == b.edition.year);
        editions.map(|talks| talks[0].edition.year)
    }
}
