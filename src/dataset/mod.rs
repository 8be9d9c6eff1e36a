//! The editions and their talks: the embedded files, and which of them are parsed.
//!
//! An embedded edition is parsed when it is first asked for: a command that needs one year reads
//! one file. Data from outside is parsed and checked whole before anything is printed.

mod check;
mod load;
mod people;
mod read;
mod record;
mod threads;
mod when;

use std::cell::OnceCell;

pub use load::{Source, load, read};
pub use people::{People, Speaker};
pub use read::Text;
pub use record::{Edition, Entry, Kind, Talk};
pub use threads::Threads;
pub use when::When;

/// What `--version` says of the embedded data; a test compares it with the files.
pub const SUMMARY: &str = "data of 2026-11-22: 5 editions, 49 talks";

/// The embedded files, oldest first. Completeness and number of talks stand here too, so that the
/// default edition is known without parsing the others; a test compares them with the files.
const EMBEDDED: [Outline; 5] = [
    Outline::new(2021, false, 4, include_str!("../../data/2021.json")),
    Outline::new(2022, false, 6, include_str!("../../data/2022.json")),
    Outline::new(2023, true, 16, include_str!("../../data/2023.json")),
    Outline::new(2024, false, 13, include_str!("../../data/2024.json")),
    Outline::new(2025, false, 10, include_str!("../../data/2025.json")),
];

/// What is known of an edition before its file is parsed.
#[derive(Clone, Copy)]
pub struct Outline<'a> {
    /// The year, which names the edition.
    pub year: u16,
    /// Whether every session of the programme is in the data.
    pub complete: bool,
    /// The number of talks.
    pub talks: usize,
    json: &'a str,
}

impl<'a> Outline<'a> {
    const fn new(year: u16, complete: bool, talks: usize, json: &'a str) -> Self {
        Self {
            year,
            complete,
            talks,
            json,
        }
    }
}

/// All editions, oldest first.
pub struct Dataset<'a> {
    editions: Vec<(Outline<'a>, OnceCell<Edition<'a>>)>,
}

impl<'a> Dataset<'a> {
    /// The data that is part of the program.
    pub fn embedded() -> Self {
        Self {
            editions: EMBEDDED
                .iter()
                .map(|outline| (*outline, OnceCell::new()))
                .collect(),
        }
    }

    /// The data set of `editions`, oldest first.
    fn of(editions: Vec<Edition<'a>>) -> Self {
        let outlined = |edition: Edition<'a>| {
            let outline = Outline::new(edition.year, edition.complete, edition.talks.len(), "");
            (outline, OnceCell::from(edition))
        };
        Self {
            editions: editions.into_iter().map(outlined).collect(),
        }
    }

    /// The outlines of all editions, oldest first. Parses nothing.
    pub fn outlines(&self) -> impl DoubleEndedIterator<Item = &Outline<'a>> {
        self.editions.iter().map(|(outline, _)| outline)
    }

    /// The edition of `year`, if there is one.
    pub fn edition(&self, year: u16) -> Option<&Edition<'a>> {
        self.editions
            .iter()
            .find(|(outline, _)| outline.year == year)
            .map(parsed)
    }

    /// All editions, oldest first.
    pub fn editions(&self) -> impl Iterator<Item = &Edition<'a>> {
        self.editions.iter().map(parsed)
    }

    /// The talks of the editions that `wanted` accepts, in the one order of talks: editions oldest
    /// first, within one the order of its file.
    pub fn entries(&self, wanted: impl Fn(u16) -> bool) -> impl Iterator<Item = Entry<'_>> {
        self.editions
            .iter()
            .filter(move |(outline, _)| wanted(outline.year))
            .map(parsed)
            .flat_map(|edition| {
                edition
                    .talks
                    .iter()
                    .map(move |talk| Entry { edition, talk })
            })
    }

    /// The people of the data set, for telling that two spellings are one person.
    pub fn people(&self) -> People<'_> {
        People::of(self.editions())
    }

    #[allow(dead_code, reason = "shown in a later commit")]
    /// Returns which talks continue which. Parses every edition.
    pub fn threads(&self) -> Threads<'_> {
        Threads::of(|| self.entries(|_| true))
    }
}

/// Parses an edition the first time it is asked for.
fn parsed<'d, 'a>((outline, cell): &'d (Outline<'a>, OnceCell<Edition<'a>>)) -> &'d Edition<'a> {
    cell.get_or_init(|| parse(outline))
}

/// Parses an embedded file; a test has made sure that it can be.
fn parse<'a>(outline: &Outline<'a>) -> Edition<'a> {
    serde_json::from_str(outline.json)
        .unwrap_or_else(|fault| panic!("data/{}.json: {fault}", outline.year))
}
