//! People: the spellings of their names, the talks they gave, and the points they made.

use std::collections::BTreeMap;

use super::{Edition, Entry, Note, PEOPLE};
use crate::fold;
use crate::typos;

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
    /// Collects the people of the built-in data and of `editions`.
    pub fn of(editions: &'d [Edition]) -> Self {
        let mut people = Self::default();
        for person in PEOPLE {
            people.canonical.extend(person.also.iter().map(|other| (&**other, &*person.name)));
            people.families.extend(person.family_name.iter().map(|name| (&*person.name, &**name)));
        }
        for edition in editions {
            people.canonical.extend(edition.also_known_as.iter().map(|(a, b)| (&**a, &**b)));
            people.families.extend(edition.family_names.iter().map(|(a, b)| (&**a, &**b)));
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
        let known = self.spellings.get(spelling);
        // Most names are in their main spelling.
        let person = if known.is_some() { None } else { self.canonical.get(spelling).copied() };
        let others = known.or_else(|| self.spellings.get(person?)).into_iter().flatten().copied();
        others.chain(person).filter(move |other| *other != spelling)
    }

    /// Returns what a list of people is sorted by: the folded words of the family name, then of the
    /// whole name, in one line each. Spaces sort before all letters.
    pub fn sort_key(&self, spelling: &'d str) -> String {
        let name = self.person(spelling);
        let last = name.split_whitespace().next_back().unwrap_or_default();
        let family = fold::words(self.family_name(name).unwrap_or(last)).join(" ");
        format!("{family}\n{}", fold::words(name).join(" "))
    }

    /// Returns everybody who gave one of the talks or made a point in them, by family name.
    pub fn profiles(&self, entries: impl Iterator<Item = Entry<'d>>) -> Vec<Profile<'d>> {
        let mut profiles: Vec<Profile> = Vec::new();
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        let mut place = |spelling, profiles: &mut Vec<Profile<'d>>| {
            let name = self.person(spelling);
            *places.entry(name).or_insert_with(|| {
                let also_known_as = self.spellings.get(name).cloned().unwrap_or_default();
                profiles.push(Profile {
                    name,
                    also_known_as,
                    talks: Vec::new(),
                    notes: Vec::new(),
                });
                profiles.len() - 1
            })
        };
        for entry in entries {
            for speaker in &entry.talk.speakers {
                let place = place(speaker, &mut profiles);
                profiles[place].talks.push(entry);
            }
            for note in &entry.talk.notes {
                for name in &note.by {
                    let place = place(name, &mut profiles);
                    profiles[place].notes.push((entry, note));
                }
            }
        }
        profiles.sort_by_cached_key(|profile| (self.sort_key(profile.name), profile.name));
        profiles
    }
}

/// A person, with the talks they gave and the points they made, in dataset order.
pub struct Profile<'d> {
    /// The main spelling of the name.
    pub name: &'d str,
    /// Other spellings, and nicknames.
    pub also_known_as: Vec<&'d str>,
    pub talks: Vec<Entry<'d>>,
    pub notes: Vec<(Entry<'d>, &'d Note)>,
}

impl Profile<'_> {
    /// Returns the years of the talks and notes, each once, newest first.
    pub fn editions(&self) -> Vec<u16> {
        let entries = self.talks.iter().chain(self.notes.iter().map(|(entry, _)| entry));
        let mut years: Vec<u16> = entries.map(|entry| entry.edition.year).collect();
        years.sort_unstable_by(|a, b| b.cmp(a));
        years.dedup();
        years
    }

    /// Returns all spellings of the name.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        self.also_known_as.iter().chain([&self.name]).copied()
    }

    /// Whether each of the folded `words` begins a word of one spelling of the name.
    pub fn is_named(&self, words: &[String]) -> bool {
        self.has_words(words, |word, part| part.starts_with(word))
    }

    /// Whether each of `words` is like a word of one spelling of the name.
    fn has_words(&self, words: &[String], is_like: fn(&str, &str) -> bool) -> bool {
        self.spellings().any(|spelling| {
            let name = fold::words(spelling);
            words.iter().all(|word| name.iter().any(|part| is_like(word, part)))
        })
    }
}

/// Returns the names of at most three people that `text` may have meant.
pub fn similar<'d>(text: &str, profiles: &[Profile<'d>]) -> Vec<&'d str> {
    let wanted = fold::words(text);
    let is_like = |word: &str, part: &str| word == part || typos::slips(word, part).is_some();
    let near = profiles.iter().filter(|it| !wanted.is_empty() && it.has_words(&wanted, is_like));
    near.map(|profile| profile.name).take(3).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const EDITIONS: &str = r#"[
        {"year": 2025, "name": "K", "url": "https://a.b", "revised": "2026-01-01", "talks": [
            {"id": "old", "kind": "talk", "speakers": ["Ann B C"],
             "notes": [{"text": "X.", "by": ["Zoe Adams"]}, {"text": "Ann B C."}]}]},
        {"year": 2026, "name": "K", "url": "https://a.b", "revised": "2026-01-01",
         "also_known_as": {"annie": "Ann B C", "A. B C": "Ann B C"}, "family_names": {"Ann B C": "B C"},
         "talks": [
            {"id": "new", "kind": "talk", "speakers": ["A. B C", "Bob Cee"],
             "notes": [{"text": "Y.", "by": ["Ann B C", "Zoe Adams"]}, {"text": "Z.", "by": ["annie"]}]}]}
        ]"#;

    /// Everybody who spoke, by family name; a mention does not count.
    #[test]
    fn profiles_join_the_spellings() {
        let editions: Vec<Edition> = serde_json::from_str(EDITIONS).expect("syntax");
        let people = People::of(&editions);
        let entries = editions.iter().rev().flat_map(Edition::entries);
        let profiles = people.profiles(entries).into_iter().map(|profile| {
            let talks: Vec<&str> = profile.talks.iter().map(|entry| &*entry.talk.id).collect();
            let notes: Vec<&str> = profile.notes.iter().map(|(_, note)| &*note.text).collect();
            (profile.name, profile.also_known_as.join(", "), talks, notes, profile.editions())
        });
        assert_eq!(
            profiles.collect::<Vec<_>>(),
            [
                ("Zoe Adams", String::new(), vec![], vec!["Y.", "X."], vec![2026, 2025]),
                (
                    "Ann B C",
                    "A. B C, annie".to_owned(),
                    vec!["new", "old"],
                    vec!["Y.", "Z."],
                    vec![2026, 2025]
                ),
                ("Bob Cee", String::new(), vec!["new"], vec![], vec![2026]),
            ]
        );
    }

    #[test]
    fn a_person_is_found_by_the_beginnings_of_any_spelling() {
        let editions: Vec<Edition> = serde_json::from_str(EDITIONS).expect("syntax");
        let people = People::of(&editions);
        let profiles = people.profiles(editions.iter().flat_map(Edition::entries));
        for (query, names) in [
            ("annie", vec!["Ann B C"]),
            ("an", vec!["Ann B C"]),
            ("c an", vec!["Ann B C"]),
            ("a", vec!["Zoe Adams", "Ann B C"]),
            ("c", vec!["Ann B C", "Bob Cee"]),
            // The words are of different spellings, or the middle of one.
            ("annie c", vec![]),
            ("nn", vec![]),
        ] {
            let named = profiles.iter().filter(|profile| profile.is_named(&fold::words(query)));
            assert_eq!(named.map(|profile| profile.name).collect::<Vec<_>>(), names, "{query}");
        }
    }

    #[test]
    fn the_built_in_people_have_nicknames_and_family_names() {
        let people = People::of(&[]);
        assert_eq!(people.person("gregkh"), "Greg Kroah-Hartman");
        assert_eq!(people.person("Xuan Guo (Gary)"), "Gary Guo");
        assert_eq!(people.person("Nobody"), "Nobody");
        assert_eq!(people.family_name("Wedson Almeida Filho"), Some("Almeida Filho"));
        assert_eq!(people.sort_key("wedsonaf"), "almeida filho\nwedson almeida filho");
        assert_eq!(people.sort_key("Gary Guo"), "guo\ngary guo");
    }
}
