//! The editions and their talks, built in or loaded from files.
//!
//! The built-in data is compiled in as constants. External data is parsed and checked completely
//! before anything is printed.

mod check;
mod entry;
mod load;
mod parse;
mod people;
mod record;
mod serde;
mod threads;
mod url;
mod when;

use std::borrow::Cow;

pub use entry::{Entry, Has};
pub use load::load;
pub use people::{People, Speaker};
pub use record::{Edition, Kind, Link, Outcome, Report, Talk};
pub use serde::Text;
pub use threads::Threads;
pub use when::{Date, When, year};

/// The built-in data, which the build script writes.
mod embedded {
    #![allow(unused_imports, reason = "the data may lack some types")]
    #![allow(clippy::wildcard_imports, reason = "variants are written without their type")]
    #![allow(clippy::enum_glob_use, reason = "as above")]

    use super::record::{Kind::*, Talk, *};
    use super::serde::{List, Text};
    use super::when::{Date, When};

    include!(concat!(env!("OUT_DIR"), "/editions.rs"));
}

/// All editions, oldest first.
pub struct Dataset {
    editions: Cow<'static, [Edition]>,
}

impl Dataset {
    /// Returns the built-in data.
    pub const fn embedded() -> Self {
        Self { editions: Cow::Borrowed(embedded::EDITIONS) }
    }

    /// Creates a dataset from `editions`, which must be sorted oldest first.
    fn of(editions: Vec<Edition>) -> Self {
        Self { editions: Cow::Owned(editions) }
    }

    /// Returns the years of all editions, oldest first.
    pub fn years(&self) -> impl Iterator<Item = u16> {
        self.editions.iter().map(|edition| edition.year)
    }

    /// Returns the year of the latest edition with a complete programme, or else of the latest
    /// edition.
    pub fn default_year(&self) -> Option<u16> {
        let complete = self.editions.iter().rfind(|edition| edition.complete);
        complete.or(self.editions.last()).map(|edition| edition.year)
    }

    /// Returns the edition of `year`, if there is one.
    pub fn edition(&self, year: u16) -> Option<&Edition> {
        self.editions.iter().find(|edition| edition.year == year)
    }

    /// Returns all editions, oldest first.
    pub fn editions(&self) -> impl Iterator<Item = &Edition> {
        self.editions.iter()
    }

    /// Returns all talks in dataset order: editions oldest first, and the talks of each in the order
    /// of its file.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.editions.iter().flat_map(|edition| {
            let talks = edition.talks.iter();
            talks.map(move |talk| Entry { edition, talk })
        })
    }

    /// Returns the people in the dataset, with all spellings of their names.
    pub fn people(&self) -> People<'_> {
        People::of(self.editions())
    }

    /// Returns the links between talks on the same work.
    pub fn threads(&self) -> Threads<'_> {
        Threads::of(self.entries())
    }

    /// Describes the data in one line, for `--version`.
    pub fn describe(&self) -> String {
        let revised = self.editions().map(|edition| edition.revised).max();
        let revised = revised.unwrap_or_default();
        let talks = self.entries().count();
        let editions = self.editions.len();
        format!("data of {revised}: {editions} editions, {talks} talks")
    }
}
