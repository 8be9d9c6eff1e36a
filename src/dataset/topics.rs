//! The subjects of the talks.

use super::{Dataset, Entry, TOPICS, Topic};
use crate::error::Message;
use crate::escape::Quoted;
use crate::fold;
use crate::typos;

/// A topic with its talks.
pub struct Subject<'d> {
    pub topic: &'static Topic,
    /// The talks, in dataset order.
    pub talks: Vec<Entry<'d>>,
}

/// Returns the topics of `entries`, by name.
pub fn subjects<'d>(entries: &[Entry<'d>]) -> Vec<Subject<'d>> {
    let subjects = TOPICS.iter().map(|topic| {
        let is_about = |entry: &Entry| entry.talk.topics.contains(&topic.name);
        Subject { topic, talks: entries.iter().copied().filter(is_about).collect() }
    });
    subjects.filter(|subject| !subject.talks.is_empty()).collect()
}

/// Returns the topic named `text`, if there are talks on it.
pub fn topic_with_talks(text: &str, dataset: &Dataset) -> Option<&'static str> {
    let topic = TOPICS.iter().find(|topic| topic.name.eq_ignore_ascii_case(text))?;
    let has_talks = dataset.entries().any(|entry| entry.talk.topics.contains(&topic.name));
    has_talks.then_some(&*topic.name)
}

/// Returns the topic named `text`. If there is none, the error suggests one with a similar name, or one
/// that is about it.
pub fn topic(text: &str) -> Result<&'static str, Message> {
    let word = fold::fold(text);
    let names = || TOPICS.iter().map(|topic| &*topic.name);
    if let Some(name) = names().find(|name| *name == word) {
        return Ok(name);
    }
    let is_about = |about: &str| fold::words(about).iter().any(|part| part.starts_with(&word));
    let about = TOPICS.iter().find(|topic| word.len() > 2 && is_about(&topic.about));
    let near = typos::nearest(&word, names()).or(about.map(|topic| &*topic.name));
    let tip = match near {
        Some(near) => format!("did you mean {near}?"),
        None => "list all topics with `kangrejos topics`".to_owned(),
    };
    Err(Message::new(format!("unknown topic {}", Quoted(text))).with_tip(tip))
}
