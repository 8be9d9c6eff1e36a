//! Threads: sessions on the same work.

use std::collections::BTreeMap;

use super::Entry;

/// The talks of a dataset by thread: two talks are in the same thread if one follows the other, directly or
/// through others.
#[derive(Default)]
pub struct Threads<'d> {
    /// The talks of each thread, oldest first.
    threads: Vec<Vec<Entry<'d>>>,
    /// The thread of each talk by ID, if there are others in it.
    places: BTreeMap<&'d str, usize>,
}

impl<'d> Threads<'d> {
    /// Collects the threads of `entries`, which must be oldest first.
    pub fn of(entries: impl Iterator<Item = Entry<'d>> + Clone) -> Self {
        let mut links: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for entry in entries.clone() {
            for earlier in &entry.talk.follows {
                links.entry(&entry.talk.id).or_default().push(earlier);
                links.entry(earlier).or_default().push(&entry.talk.id);
            }
        }
        let mut threads = Self::default();
        for entry in entries.filter(|entry| links.contains_key(&*entry.talk.id)) {
            let id = &*entry.talk.id;
            if !threads.places.contains_key(id) {
                let place = threads.threads.len();
                threads.threads.push(Vec::new());
                let mut open = vec![id];
                while let Some(id) = open.pop() {
                    if threads.places.insert(id, place).is_none() {
                        open.extend(links.get(id).into_iter().flatten());
                    }
                }
            }
            threads.threads[threads.places[id]].push(entry);
        }
        threads
    }

    /// Returns all threads, in the order of their first talks.
    pub fn iter(&self) -> impl Iterator<Item = &[Entry<'d>]> {
        self.threads.iter().map(Vec::as_slice)
    }

    /// Returns the thread of a talk, oldest first; empty if no other talk is in it.
    pub fn thread(&self, entry: &Entry<'d>) -> &[Entry<'d>] {
        let place = self.places.get(&*entry.talk.id);
        let thread = place.map(|place| &*self.threads[*place]);
        thread.filter(|thread| thread.len() > 1).unwrap_or_default()
    }

    /// Returns the other talks in the thread of a talk, oldest first.
    pub fn related(&self, entry: &Entry<'d>) -> impl Iterator<Item = &Entry<'d>> {
        let id = &*entry.talk.id;
        self.thread(entry).iter().filter(move |other| *other.talk.id != *id)
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::{Dataset, Edition};

    /// Returns a dataset of `talks`, each given as its year, its ID and the IDs that it follows.
    fn dataset(talks: &[(u16, &'static str, &[&str])]) -> Dataset {
        let edition = |year: u16| {
            let of_year = talks.iter().filter(|talk| talk.0 == year);
            let talks: Vec<_> = of_year
                .map(|(_, id, follows)| {
                    serde_json::json!({"id": id, "kind": "talk", "follows": follows})
                })
                .collect();
            let edition = serde_json::json!({
                "year": year, "name": "K", "url": "https://a.b", "revised": "2026-01-01", "talks": talks
            });
            let text: &'static str = edition.to_string().leak();
            serde_json::from_str::<Edition>(text).expect("an edition")
        };
        Dataset::of([2021, 2022, 2023].map(edition).into())
    }

    #[test]
    fn threads_are_whole() {
        let dataset = dataset(&[
            (2021, "z-first", &["elsewhere"]),
            (2021, "alone", &[]),
            (2022, "sibling", &["z-first"]),
            (2022, "second", &["z-first", "other"]),
            (2022, "other", &[]),
            (2023, "third", &["second", "z-first"]),
            // A circle.
            (2023, "a", &["b"]),
            (2023, "b", &["a"]),
        ]);
        let threads = dataset.threads();
        let found: Vec<_> = dataset
            .entries()
            .map(|entry| {
                let related: Vec<&str> = threads.related(&entry).map(|e| &*e.talk.id).collect();
                format!("{}: {}", entry.talk.id, related.join(" "))
            })
            .collect();
        assert_eq!(
            found,
            [
                "third: z-first sibling second other",
                "a: b",
                "b: a",
                "sibling: z-first second other third",
                "second: z-first sibling other third",
                "other: z-first sibling second third",
                "z-first: sibling second other third",
                "alone: ",
            ]
        );
    }
}
