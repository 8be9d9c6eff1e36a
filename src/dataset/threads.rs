//! Sessions on the same work: what each follows, and what followed it.

use std::collections::{BTreeMap, BTreeSet};

use super::Entry;

/// The links between talks on the same work.
#[derive(Default)]
pub struct Threads<'d> {
    /// The talks by ID, with their position in dataset order.
    talks: BTreeMap<&'d str, (usize, Entry<'d>)>,
    /// For each talk, the IDs that it follows and those that follow it.
    links: BTreeMap<&'d str, [Vec<&'d str>; 2]>,
}

impl<'d> Threads<'d> {
    /// Links the talks of `entries`, which must be in dataset order.
    pub fn of(entries: impl Iterator<Item = Entry<'d>>) -> Self {
        let mut threads = Self::default();
        for (place, entry) in entries.enumerate() {
            let id = &*entry.talk.id;
            threads.talks.insert(id, (place, entry));
            for earlier in &entry.talk.follows {
                threads.links.entry(id).or_default()[0].push(earlier);
                threads.links.entry(earlier).or_default()[1].push(id);
            }
        }
        threads
    }

    /// Returns the talks that `entry` follows and those that follow it, oldest first.
    pub fn related(&self, entry: &Entry<'d>) -> Vec<Entry<'d>> {
        let links = self.links.get(&*entry.talk.id);
        self.in_order(links.into_iter().flatten().flatten().copied())
    }

    /// Returns `entry` with all talks that it follows and all that follow it, directly or
    /// indirectly, oldest first.
    pub fn thread(&self, entry: &Entry<'d>) -> Vec<Entry<'d>> {
        let mut thread = BTreeSet::new();
        for direction in 0..2 {
            let mut seen = BTreeSet::from([&*entry.talk.id]);
            let mut open = vec![&*entry.talk.id];
            while let Some(id) = open.pop() {
                let next = self.links.get(id).map(|links| &links[direction]);
                open.extend(next.into_iter().flatten().filter(|id| seen.insert(id)));
            }
            thread.append(&mut seen);
        }
        self.in_order(thread)
    }

    /// Returns the talks with these IDs in dataset order, without those that no loaded edition has.
    fn in_order(&self, ids: impl IntoIterator<Item = &'d str>) -> Vec<Entry<'d>> {
        let talks = ids.into_iter().filter_map(|id| self.talks.get(id));
        let sorted: BTreeMap<usize, Entry> = talks.copied().collect();
        sorted.into_values().collect()
    }
}

#[cfg(test)]
mod tests {
    use pretty_assertions::assert_eq;

    use crate::dataset::{Dataset, Edition, Entry};

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

    fn ids<'d>(entries: &[Entry<'d>]) -> Vec<&'d str> {
        entries.iter().map(|entry| &*entry.talk.id).collect()
    }

    #[test]
    fn threads_include_indirect_links_in_both_directions() {
        let dataset = dataset(&[
            (2021, "z-first", &["elsewhere"]),
            (2021, "alone", &[]),
            (2022, "sibling", &["z-first"]),
            (2022, "second", &["z-first", "other"]),
            (2022, "other", &[]),
            (2023, "third", &["second", "z-first"]),
        ]);
        let threads = dataset.threads();
        let found: Vec<_> = dataset
            .entries()
            .map(|entry| {
                let related = ids(&threads.related(&entry)).join(" ");
                let thread = ids(&threads.thread(&entry)).join(" ");
                format!("{}: {related} | {thread}", entry.talk.id)
            })
            .collect();
        assert_eq!(
            found,
            [
                "z-first: sibling second third | z-first sibling second third",
                "alone:  | alone",
                "sibling: z-first | z-first sibling",
                "second: z-first other third | z-first second other third",
                "other: second | second other third",
                "third: z-first second | z-first second other third",
            ]
        );
    }

    /// Talks of one edition that follow each other do not cause an endless loop.
    #[test]
    fn every_talk_is_visited_once() {
        let dataset = dataset(&[(2021, "a", &["b"]), (2021, "b", &["a"])]);
        let threads = dataset.threads();
        for entry in dataset.entries() {
            assert_eq!(ids(&threads.thread(&entry)), ["a", "b"]);
        }
    }
}
