//! What several subcommands share: the selection of talks, and messages.

use std::fmt::Write as _;

use crate::console::Console;
use crate::dataset::{self, Dataset, Entry, Profile, similar};
use crate::error::{Error, Message};
use crate::escape::{Quoted, is_escaped};
use crate::fold;
use crate::lookup::{self, Found};
use crate::phrase::{count, join};
use crate::selection::{Selection, no_edition};

/// Returns the talks that `selection` selects, of the given editions if there are any.
pub fn select<'d>(
    selection: &Selection,
    years: &[String],
    dataset: &'d Dataset,
) -> Result<Vec<Entry<'d>>, Error> {
    let mut selection = selection.clone();
    selection.editions.extend_from_slice(years);
    selection.select(dataset)
}

/// Finds what each of `names` refers to. The words of one name or title need no quotes: they are taken
/// together if that gives a talk's ID, or if they fit a talk only together.
pub fn find_names<'d>(names: &[String], dataset: &'d Dataset) -> Vec<(String, Found<'d>)> {
    let find = |text: String| {
        let found = lookup::find(dataset, |_| true, &text);
        (text, found)
    };
    let found: Vec<(String, Found)> = names.iter().cloned().map(find).collect();
    let is_id = |(text, found): &(String, Found)| matches!(found, Found::Talk(entry) if entry.talk.id.eq_ignore_ascii_case(text));
    let is_found =
        |(_, found): &(String, Found)| matches!(found, Found::Talk(_) | Found::Editions(_));
    if found.len() > 1 && !found.iter().all(is_id) {
        let together = find(names.join("-"));
        if is_id(&together) {
            return vec![together];
        }
        let together = find(names.join(" "));
        if !found.iter().all(is_found) && matches!(together.1, Found::Talk(_)) {
            return vec![together];
        }
    }
    found
}

/// Splits `names` into talks and editions. Talks beside filters are a usage error.
pub fn split_names<'d>(
    names: &[String],
    selection: &Selection,
    dataset: &'d Dataset,
) -> Result<(Vec<Entry<'d>>, Vec<String>), Error> {
    let (mut talks, mut years, mut missing) = (Vec::new(), Vec::new(), Vec::new());
    for (name, found) in find_names(names, dataset) {
        match found {
            Found::Talk(entry) => talks.push(entry),
            Found::Editions(_) => years.push(name.trim().to_owned()),
            found => missing.push(not_one(dataset, &name, &found)),
        }
    }
    if !missing.is_empty() {
        return Err(Error::NotFound(missing));
    }
    if let Some(entry) = talks.first()
        && (selection.is_narrowed() || !years.is_empty())
    {
        let text =
            format!("the talk {} cannot be combined with editions or filters", entry.talk.id);
        return Err(Message::new(text).with_tip("give either talks or filters").into());
    }
    Ok((talks, years))
}

/// Notes that there are more elements than were printed, if `total` says so.
pub fn more(total: Option<usize>, printed: usize, noun: &str, console: &mut Console) {
    if let Some(total) = total {
        let left = total - printed;
        let more = count(left, noun).replacen(' ', " more ", 1);
        console.note(&Message::new(format!("{more}; use -n {total} to see all")));
    }
}

/// Returns the error for a selection that no talk matches.
pub fn no_match(selection: &Selection, dataset: &Dataset) -> Error {
    let people = dataset.people();
    let is_wanted = |name: &str| selection.matches_speaker(name, &people);
    let talks = || dataset.entries().flat_map(|entry| &entry.talk.speakers);
    let mut message = Message::new("no talk matches these filters");
    if !selection.speakers.is_empty() && !talks().any(|speaker| is_wanted(speaker)) {
        let profiles = people.profiles(dataset.entries());
        if let Some(person) = profiles.iter().find(|person| is_wanted(person.name)) {
            message.text = format!("{} gave no talk", person.name);
            message.tip = Some(said_by(person));
        } else {
            let typed = join(selection.speakers.iter().map(|name| Quoted(&name.text)), "or");
            message.text = format!("no speaker matches {typed}");
            let near = selection.speakers.iter().flat_map(|it| similar(&it.text, &profiles));
            let near: Vec<&str> = near.collect();
            message.tip = (!near.is_empty()).then(|| format!("did you mean {}?", join(near, "or")));
        }
        if message.tip.as_ref().is_some_and(|tip| tip.contains(is_escaped)) {
            message.tip = None;
        }
    }
    Error::NotFound(vec![message])
}

/// Returns the tip for somebody who gave no talk.
fn said_by(person: &Profile) -> String {
    format!("see what was said with `kangrejos people \"{}\"`", person.name)
}

/// Returns the tip for a word that is a topic.
pub fn on_topic(topic: &str) -> String {
    format!("list the topic with `kangrejos list -t {topic}`")
}

/// Returns the message for a text that does not identify a single talk, with suggestions.
pub fn not_one(dataset: &Dataset, typed: &str, found: &Found) -> Message {
    /// The maximum number of candidates listed: nobody would choose from more.
    const MAX_CANDIDATES: usize = 30;
    let quoted = Quoted(typed);
    match found {
        Found::Several(entries) => {
            let mut text = format!("{quoted} matches {} talks; specify one by ID:", entries.len());
            let (listed, others) = entries.split_at(entries.len().min(MAX_CANDIDATES));
            let width = listed.iter().map(|e| e.talk.id.len()).max().unwrap_or(0);
            for entry in listed {
                let (id, year) = (&entry.talk.id, entry.edition.year);
                let _ = write!(text, "\n  {id:width$}  {year}  {}", entry.shown_title());
            }
            if !others.is_empty() {
                let _ = write!(text, "\n  and {} more", others.len());
            }
            let topic = dataset::topic_with_talks(typed, dataset);
            Message { text, tip: topic.map(on_topic) }
        }
        Found::Nothing(_) if lookup::is_year(typed) => no_edition(typed.trim(), dataset),
        Found::Nothing(near) => {
            let profiles = dataset.people().profiles(dataset.entries());
            let words = fold::words(typed);
            let is_named = |it: &&Profile| !words.is_empty() && it.is_named(&words);
            let people: Vec<&Profile> = profiles.iter().filter(is_named).collect();
            let tip = match (&people[..], &near[..]) {
                ([person], _) if !person.name.contains(is_escaped) => said_by(person),
                (_, []) => "list all talks with `kangrejos list`".to_owned(),
                (_, near) => format!("did you mean {}?", join(near, "or")),
            };
            Message::new(format!("no talk matches {quoted}")).with_tip(tip)
        }
        Found::Talk(_) | Found::Editions(_) => Message::new(format!("{quoted} is not a talk")),
    }
}
