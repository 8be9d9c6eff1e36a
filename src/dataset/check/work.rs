//! The rules for what was said in a session, and what became of the work.

use std::ops::RangeInclusive;

use super::{Check, embedded};
use crate::dataset::{Edition, Event, Note, Outcome, State, TOPICS, Talk, Text, Threads, When};
use crate::escape::Quoted;
use crate::fold;
use crate::screen::width_of;

/// The numbers of words that a summary can have.
pub(super) const SUMMARY_WORDS: RangeInclusive<usize> = 40..=180;

/// The maximum number of characters in a summary.
pub(super) const MAX_SUMMARY: usize = 2000;

/// The maximum width of a gist in columns: indented, it fits a terminal of 80.
pub(super) const MAX_GIST: usize = 76;

/// The maximum number of words in a note.
pub(super) const MAX_NOTE_WORDS: usize = 50;

/// The maximum number of talks in a thread: the JSON of each lists all others.
pub(super) const MAX_THREAD: usize = 100;

/// The maximum number of topics of a session.
const MAX_TOPICS: usize = 4;

impl<'d> Check<'d> {
    /// Checks what a session came to: its gist, state, topics, summary, notes and outcomes.
    pub(super) fn work(&mut self, talk: &Talk) {
        self.gist(talk);
        self.state(talk);
        self.topics(talk);
        self.summary(&talk.summary);
        for (n, note) in (1..).zip(&talk.notes) {
            self.note(&format!("note {n}"), note);
        }
        self.outcomes(&talk.outcome);
    }

    fn gist(&mut self, talk: &Talk) {
        self.long_texts("gist", &talk.gist);
        if let Some(gist) = &talk.gist {
            self.length("gist", width_of(gist), MAX_GIST, "columns");
            let titles = talk.title.iter().chain(&talk.working_title);
            if titles.map(|title| fold::words(title)).any(|title| title == fold::words(gist)) {
                self.error("gist", "must not repeat the title");
            }
        }
    }

    fn state(&mut self, talk: &Talk) {
        self.texts("since", &talk.since);
        let event = match talk.state {
            Some(State::Merged) => Event::Merged,
            Some(State::Released) => Event::Released,
            _ if talk.since.is_some() => {
                return self.error("since", "must be null unless state is merged or released");
            }
            _ => return,
        };
        let name = event.name();
        let outcomes = talk.outcome.iter();
        let events: Vec<&Outcome> = outcomes.filter(|it| it.event == Some(event)).collect();
        if events.is_empty() {
            self.error("state", format!("{name}, but no outcome has the event {name}"));
        } else if let Some(since) = &talk.since {
            let names = |outcome: &&Outcome| {
                let date = outcome.date.as_deref().unwrap_or_default();
                names(&outcome.text, since) || (date.starts_with(&**since) && names(date, since))
            };
            if !events.iter().any(names) {
                let what = format!(
                    "no outcome with the event {name} has {} in its text or date",
                    Quoted(since)
                );
                self.error("since", what);
            }
        }
    }

    fn topics(&mut self, talk: &Talk) {
        for topic in &talk.topics {
            let known = TOPICS.iter().map(|topic| &*topic.name);
            if !known.clone().any(|known| known == &**topic) {
                let remedy = Some("list all topics with `kangrejos topics`");
                self.unknown("topics", "topic", topic, self.near(topic, known), remedy);
            }
        }
        self.length("topics", talk.topics.len(), MAX_TOPICS, "topics");
        self.unique("topics", &talk.topics);
        self.texts("keywords", &talk.keywords);
        self.unique("keywords", &talk.keywords);
    }

    fn summary(&mut self, summary: &[Text]) {
        self.long_texts("summary", summary);
        let words: usize = summary.iter().map(|text| words(text)).sum();
        if !summary.is_empty() && !SUMMARY_WORDS.contains(&words) {
            let (min, max) = (SUMMARY_WORDS.start(), SUMMARY_WORDS.end());
            self.error("summary", format!("must have {min} to {max} words, not {words}"));
        }
        let characters = summary.iter().map(|text| text.chars().count()).sum();
        self.length("summary", characters, MAX_SUMMARY, "characters");
    }

    fn note(&mut self, key: &str, note: &Note) {
        self.texts(key, [&note.text]);
        self.length(key, words(&note.text), MAX_NOTE_WORDS, "words");
        for name in &note.by {
            if !self.people.contains(&**name) {
                let meant = self.canonical.get(&**name).copied();
                let meant = meant.or_else(|| self.near(name, self.people.iter().copied()));
                let remedy =
                    Some("add a person who gave no talk to the family_names of the edition");
                self.unknown(&format!("{key}: by"), "person", name, meant, remedy);
            }
        }
        self.unique(&format!("{key}: by"), &note.by);
        match &note.url {
            Some(url) => self.urls(&format!("{key}: url"), [url]),
            None => self.error(&format!("{key}: url"), "must name where it is reported"),
        }
    }

    fn outcomes(&mut self, outcomes: &[Outcome]) {
        for (n, outcome) in (1..).zip(outcomes) {
            let key = format!("outcome {n}");
            self.texts(&key, [&outcome.text]);
            if !outcome.text.is_empty() && !outcome.text.ends_with('.') {
                self.error(&key, format!("must end with a period: {}", Quoted(&outcome.text)));
            }
            if let Some(date) = outcome.date.as_deref().filter(|date| !is_date(date)) {
                let what = format!(
                    "not a year, month or day (YYYY, YYYY-MM or YYYY-MM-DD): {}",
                    Quoted(date)
                );
                self.error(&format!("{key}: date"), what);
            }
            self.urls(&format!("{key}: url"), [&outcome.url]);
        }
        if !outcomes.is_sorted_by_key(Outcome::sort_key) {
            self.error("outcome", "must be sorted by date, oldest first and without date last");
        }
    }

    /// Checks that `follows` names earlier sessions, each once.
    pub(super) fn follows(&mut self, talk: &Talk) {
        self.unique("follows", &talk.follows);
        for id in &talk.follows {
            if *id == talk.id {
                self.error("follows", "a talk cannot follow itself");
                continue;
            }
            let built_in = || embedded::EDITIONS.iter().flat_map(|edition| &edition.talks);
            match self.talks.get(&**id) {
                Some((_, year, _)) if *year > self.year => {
                    self.error("follows", format!("{} is a later talk, of {year}", Quoted(id)));
                }
                Some(_) => {}
                None if built_in().any(|talk| talk.id == *id) => {}
                None => {
                    let known = self.talks.keys().copied().chain(built_in().map(|talk| &*talk.id));
                    self.unknown("follows", "talk", id, self.near(id, known), None);
                }
            }
        }
    }

    /// Checks the size of the threads. The error is at the first talk beyond the limit.
    pub(super) fn threads(&mut self, sources: &'d [(&str, Vec<Edition>)]) {
        let editions = sources.iter().flat_map(|(_, editions)| editions);
        let threads = Threads::of(editions.flat_map(Edition::entries));
        for thread in threads.iter() {
            let Some(entry) = thread.get(MAX_THREAD) else { continue };
            self.id = Some(&entry.talk.id);
            if let Some((_, _, source)) = self.talks.get(&*entry.talk.id) {
                self.source = source;
            }
            let talks = thread.len();
            self.error(
                "follows",
                format!("a thread must have at most {MAX_THREAD} talks, not {talks}"),
            );
        }
    }
}

/// Returns the number of words in `text`.
fn words(text: &str) -> usize {
    text.split(' ').filter(|word| !word.is_empty()).count()
}

/// Whether `text` contains `part` as whole words: "Linux 6.18" does not name "Linux 6.1", and neither
/// does "Linux 6.1.2".
fn names(text: &str, part: &str) -> bool {
    text.match_indices(part).any(|(at, _)| {
        let rest = &text[at + part.len()..];
        let is_number =
            rest.strip_prefix('.').unwrap_or(rest).starts_with(|c: char| c.is_ascii_digit());
        !text[..at].ends_with(char::is_alphanumeric)
            && !rest.starts_with(char::is_alphanumeric)
            && !is_number
    })
}

/// Whether `text` is a year, a month or a day: `2023`, `2023-04` or `2023-04-05`.
fn is_date(text: &str) -> bool {
    let rest = "2000-01-01".get(text.len()..);
    let whole =
        rest.map(|rest| format!("{text}{rest}")).filter(|_| [4, 7, 10].contains(&text.len()));
    whole.and_then(|text| When::parse(&text)).is_some_and(|when| matches!(when, When::Day(_)))
}
