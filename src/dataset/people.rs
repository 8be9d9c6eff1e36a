//! Who spoke: people, and the spellings of their names.

use std::collections::BTreeMap;

use super::{Edition, Entry};

/// Which spellings of a name are one person, over all editions.
#[derive(Default)]
pub struct People<'d> {
    /// The person of each published spelling.
    canonical: BTreeMap<&'d str, &'d str>,
    /// The published spellings of each person.
    spellings: BTreeMap<&'d str, Vec<&'d str>>,
}

impl<'d> People<'d> {
    /// The people that `editions` name.
    pub fn of<'a: 'd>(editions: impl Iterator<Item = &'d Edition<'a>>) -> Self {
        let mut people = Self::default();
        for edition in editions {
            for (spelling, person) in &edition.also_known_as {
                people.canonical.insert(spelling, person);
            }
        }
        for (spelling, person) in &people.canonical {
            people.spellings.entry(person).or_default().push(spelling);
        }
        people
    }

    /// The person's own name for a published spelling.
    pub fn person<'s>(&self, spelling: &'s str) -> &'s str
    where
        'd: 's,
    {
        self.canonical.get(spelling).copied().unwrap_or(spelling)
    }

    /// The other spellings of the person that `spelling` belongs to, the own name included.
    pub fn other_spellings<'s>(
        &'s self,
        spelling: &'s str,
    ) -> impl Iterator<Item = &'d str> + use<'s, 'd> {
        let person = self.canonical.get(spelling).copied();
        let name = person.unwrap_or(spelling);
        let others = self.spellings.get(name).into_iter().flatten().copied();
        others.chain(person).filter(move |other| *other != spelling)
    }
}

/// A person and what they spoke about.
pub struct Speaker<'d> {
    /// The person's own name.
    pub name: &'d str,
    /// Ids of the talks, in the one order.
    pub talks: Vec<&'d str>,
    /// Years of these talks, oldest first.
    pub editions: Vec<u16>,
}

impl<'d> Speaker<'d> {
    /// A person without talks yet.
    pub fn new(name: &'d str) -> Self {
        Self {
            name,
            talks: Vec::new(),
            editions: Vec::new(),
        }
    }

    /// Adds a talk; talks come in the one order.
    pub fn add(&mut self, entry: &Entry<'d>) {
        self.talks.push(&entry.talk.id);
        if self.editions.last() != Some(&entry.edition.year) {
            self.editions.push(entry.edition.year);
        }
    }
}
