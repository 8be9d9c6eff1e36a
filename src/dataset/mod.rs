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
mod topics;
mod url;
mod when;

use std::borrow::Cow;
use std::cmp::Reverse;
use std::path::PathBuf;

pub use entry::{Entry, Has};
pub use load::load;
pub use people::{People, Profile, similar};
pub use record::{Article, Edition, Event, Kind, Link, Note, Outcome, State, Talk, Topic};
pub use serde::Text;
pub use threads::Threads;
pub use topics::{Subject, subjects, topic, topic_with_talks};
pub use url::{is_https_url, url_len};
pub use when::{Date, When, year};

/// The built-in data, which the build script writes.
mod embedded {
    #![allow(unused_imports, reason = "the data may lack some types")]
    #![allow(clippy::wildcard_imports, reason = "the records")]

    use super::record::*;
    use super::serde::{List, Text};
    use super::when::{Date, When};

    include!(concat!(env!("OUT_DIR"), "/data.rs"));
}

pub use embedded::{GLOSSARY, PEOPLE, TOPICS};

/// All editions, newest first.
pub struct Dataset {
    /// The files it was read from, which must not be overwritten.
    pub files: Vec<PathBuf>,
    editions: Cow<'static, [Edition]>,
}

impl Dataset {
    /// Returns the built-in data.
    pub const fn embedded() -> Self {
        Self { files: Vec::new(), editions: Cow::Borrowed(embedded::EDITIONS) }
    }

    /// Creates a dataset from `editions` in any order.
    fn of(mut editions: Vec<Edition>) -> Self {
        editions.sort_by_key(|edition| Reverse(edition.year));
        Self { files: Vec::new(), editions: Cow::Owned(editions) }
    }

    /// Returns all editions, newest first.
    pub fn editions(&self) -> &[Edition] {
        &self.editions
    }

    /// Returns all talks in dataset order: editions newest first, and the talks of each in the order
    /// of its file.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> + Clone {
        self.editions.iter().flat_map(Edition::entries)
    }

    /// Returns the editions that `text` names: a year, `latest` or `all`; `None` if it is neither.
    /// They are empty if there is no edition of that year.
    pub fn named(&self, text: &str) -> Option<&[Edition]> {
        match text.to_ascii_lowercase().as_str() {
            "all" => Some(&self.editions),
            "latest" => Some(&self.editions[..self.editions.len().min(1)]),
            text => {
                let year = year(text)?;
                let place = self.editions.iter().position(|edition| edition.year == year);
                Some(place.map_or(&[], |place| &self.editions[place..=place]))
            }
        }
    }

    /// Returns the people of the built-in data and the dataset, with all spellings of their names.
    pub fn people(&self) -> People<'_> {
        People::of(self.editions())
    }

    /// Returns the talks by thread.
    pub fn threads(&self) -> Threads<'_> {
        Threads::of(self.editions.iter().rev().flat_map(Edition::entries))
    }

    /// Describes the data in one line, for `--version`.
    pub fn describe(&self) -> String {
        let revised = self.editions.iter().map(|edition| edition.revised).max();
        let revised = revised.unwrap_or_default();
        let (editions, talks) = (self.editions.len(), self.entries().count());
        format!("data of {revised}: {editions} editions, {talks} talks")
    }
}
