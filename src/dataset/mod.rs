//! The editions and their talks, built in or loaded from files.
//!
//! A built-in edition is parsed when it is first needed, so a command that needs one year parses
//! one file. External data is parsed and checked completely before anything is printed.

mod check;
mod load;
mod parse;
mod people;
mod read;
mod record;
mod threads;
mod url;
mod when;

use std::cell::OnceCell;

pub use load::{load, read};
pub use people::{People, Speaker};
pub use read::Text;
pub use record::{Edition, Entry, Has, Kind, Link, Outcome, Report, Talk};
pub use threads::Threads;
pub use when::{When, year};

/// The years and texts of the built-in files, oldest first.
const EMBEDDED: &[(u16, &str)] = &[
    (2021, include_str!("../../data/2021.json")),
    (2022, include_str!("../../data/2022.json")),
    (2023, include_str!("../../data/2023.json")),
    (2024, include_str!("../../data/2024.json")),
    (2025, include_str!("../../data/2025.json")),
    (2026, include_str!("../../data/2026.json")),
];

/// Parses a built-in file; a test ensures that this succeeds.
fn parse_embedded(year: u16, json: &str) -> Edition<'_> {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("data/{year}.json: {error}"))
}

/// All editions, oldest first.
pub struct Dataset<'a> {
    editions: Vec<Lazy<'a>>,
}

/// An edition, parsed when it is first needed.
pub struct Lazy<'a> {
    pub year: u16,
    json: &'a str,
    edition: OnceCell<Edition<'a>>,
}

impl<'a> Lazy<'a> {
    fn edition(&self) -> &Edition<'a> {
        self.edition.get_or_init(|| parse_embedded(self.year, self.json))
    }

    /// Whether the programme is complete. Does not parse the edition.
    fn is_complete(&self) -> bool {
        if let Some(edition) = self.edition.get() {
            return edition.complete;
        }
        let value = self.json.split_once("\"complete\": ");
        value.is_some_and(|(_, value)| value.starts_with("true"))
    }
}

impl<'a> Dataset<'a> {
    /// Returns the built-in data.
    pub fn embedded() -> Self {
        let lazy = |&(year, json)| Lazy { year, json, edition: OnceCell::new() };
        Self { editions: EMBEDDED.iter().map(lazy).collect() }
    }

    /// Creates a dataset from `editions`, which must be sorted oldest first.
    fn of(editions: Vec<Edition<'a>>) -> Self {
        let parsed =
            |edition: Edition<'a>| Lazy { year: edition.year, json: "", edition: edition.into() };
        Self { editions: editions.into_iter().map(parsed).collect() }
    }

    /// Returns the years of all editions, oldest first. Parses nothing.
    pub fn years(&self) -> impl Iterator<Item = u16> {
        self.editions.iter().map(|lazy| lazy.year)
    }

    /// Returns the year of the latest edition with a complete programme, or else of the latest
    /// edition.
    pub fn default_year(&self) -> Option<u16> {
        let complete = self.editions.iter().rfind(|lazy| lazy.is_complete());
        complete.or(self.editions.last()).map(|lazy| lazy.year)
    }

    /// Returns the edition of `year`, if there is one.
    pub fn edition(&self, year: u16) -> Option<&Edition<'a>> {
        let lazy = self.editions.iter().find(|lazy| lazy.year == year);
        lazy.map(Lazy::edition)
    }

    /// Returns all editions, oldest first.
    pub fn editions(&self) -> impl Iterator<Item = &Edition<'a>> {
        self.editions.iter().map(Lazy::edition)
    }

    /// Returns the talks of the editions that `is_wanted` accepts, in dataset order: editions
    /// oldest first, and the talks of each in the order of its file.
    pub fn entries(&self, is_wanted: impl Fn(&Lazy) -> bool) -> impl Iterator<Item = Entry<'_>> {
        let wanted = self.editions.iter().filter(move |lazy| is_wanted(lazy));
        wanted.map(Lazy::edition).flat_map(|edition| {
            let talks = edition.talks.iter();
            talks.map(move |talk| Entry { edition, talk })
        })
    }

    /// Returns the talks of the editions that are already parsed or mention one of `ids`. They
    /// include the talks with these IDs and all talks that follow them.
    pub fn entries_naming(&self, ids: &[&str]) -> impl Iterator<Item = Entry<'_>> {
        let ids: Vec<String> = ids.iter().map(|id| format!("\"{id}\"")).collect();
        let is_named = move |json: &str| ids.iter().any(|id| json.contains(id));
        self.entries(move |lazy| lazy.edition.get().is_some() || is_named(lazy.json))
    }

    /// Returns the people in the dataset, with all spellings of their names.
    pub fn people(&self) -> People<'_> {
        People::of(self.editions())
    }

    /// Returns the links between talks on the same work.
    pub fn threads(&self) -> Threads<'_> {
        Threads::of(self.entries(|_| true))
    }

    /// Describes the data in one line, for `--version`.
    pub fn describe(&self) -> String {
        let revised = self.editions().map(|edition| edition.revised).max();
        let revised = revised.unwrap_or_default();
        let talks = self.entries(|_| true).count();
        let editions = self.editions.len();
        format!("data of {revised}: {editions} editions, {talks} talks")
    }
}
