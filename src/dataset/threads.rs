//! Sessions on the same work: what each follows, and what followed it.

use std::collections::{BTreeMap, BTreeSet};

use super::Entry;

/// Which talks continue which, over all editions.
pub struct Threads<'d> {
    /// The talks that follow others or are followed, by ID, with their place in the one order.
    linked: BTreeMap<&'d str, (usize, Entry<'d>)>,
    /// The IDs of the talks that follow a talk, by its ID.
    followers: BTreeMap<&'d str, Vec<&'d str>>,
}

impl<'d> Threads<'d> {
    /// Links the talks of `entries`, which come in the one order.
    pub fn of<E: Iterator<Item = Entry<'d>>>(entries: impl Fn() -> E) -> Self {
        let mut followers: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for Entry { talk, .. } in entries() {
            for id in &talk.follows {
                followers.entry(id).or_default().push(&talk.id);
            }
        }
        let mut linked = BTreeMap::new();
        for (place, entry) in entries().enumerate() {
            let id = &*entry.talk.id;
            if !entry.talk.follows.is_empty() || followers.contains_key(id) {
                linked.insert(id, (place, entry));
            }
        }
        Self { linked, followers }
    }

    /// Returns the talks that `entry` follows and those that follow it, oldest first.
    pub fn related(&self, entry: &Entry<'d>) -> Vec<Entry<'d>> {
        let id = &*entry.talk.id;
        let earlier = self.followed_by(id);
        self.in_order(earlier.into_iter().chain(self.followers_of(id)))
    }

    /// Returns `entry` with all that it follows and all that followed it, through every link, oldest
    /// first.
    pub fn thread(&self, entry: &Entry<'d>) -> Vec<Entry<'d>> {
        let id = &*entry.talk.id;
        if !self.linked.contains_key(id) {
            return vec![*entry];
        }
        let mut thread = BTreeSet::new();
        for step in [Self::followed_by, Self::followers_of] {
            let mut seen = BTreeSet::from([id]);
            let mut open = vec![id];
            while let Some(id) = open.pop() {
                let found = step(self, id).into_iter();
                open.extend(found.filter(|id| seen.insert(id)));
            }
            thread.append(&mut seen);
        }
        self.in_order(thread)
    }

    /// Returns the IDs that the talk `id` follows.
    fn followed_by(&self, id: &str) -> Vec<&'d str> {
        let follows = self.linked.get(id).map(|(_, entry)| &entry.talk.follows);
        follows.into_iter().flatten().map(|id| &**id).collect()
    }

    /// Returns the IDs of the talks that follow the talk `id`.
    fn followers_of(&self, id: &str) -> Vec<&'d str> {
        self.followers.get(id).cloned().unwrap_or_default()
    }

    /// Returns the talks of `ids` in the one order, without those that no loaded edition has.
    fn in_order(&self, ids: impl IntoIterator<Item = &'d str>) -> Vec<Entry<'d>> {
        let linked = ids.into_iter().filter_map(|id| self.linked.get(id));
        let sorted: BTreeMap<usize, Entry> = linked.copied().collect();
        sorted.into_values().collect()
    }
}

#[cfg(test)]
mod tests {
    use pretty_assertions::assert_eq;

    use crate::dataset::{Dataset, Edition, Entry};

    /// Returns a dataset of `talks`: the year, the ID and what the talk follows.
    fn dataset(talks: &[(u16, &'static str, &[&str])]) -> Dataset<'static> {
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
    fn links_lead_both_ways_and_through_others() {
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
            .entries(|_| true)
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

    /// Talks of one edition that follow each other do not send the search in circles.
    #[test]
    fn every_talk_is_visited_once() {
        let dataset = dataset(&[(2021, "a", &["b"]), (2021, "b", &["a"])]);
        let threads = dataset.threads();
        for entry in dataset.entries(|_| true) {
            assert_eq!(ids(&threads.thread(&entry)), ["a", "b"]);
        }
    }
}
