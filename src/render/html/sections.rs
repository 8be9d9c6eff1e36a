//! The sections of the web page: what is known of editions, talks, topics and people.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, PreEscaped, html};

use super::NEWLINE;
use crate::dataset::{Edition, Entry, People, Profile, Subject, Threads, is_https_url, url_len};
use crate::fold;
use crate::phrase::count;
use crate::render::page::{self, Block, Content, Item, Part};
use crate::render::safe_line;

/// What the parts of the page refer to.
pub struct Page<'p, 'd> {
    /// The IDs of the talks on the page.
    pub ids: BTreeSet<&'d str>,
    /// The numbers of people on the page whose anchor others before have, too.
    pub namesakes: BTreeMap<&'d str, usize>,
    pub people: &'p People<'d>,
    pub threads: &'p Threads<'d>,
}

impl<'d> Page<'_, 'd> {
    /// Returns the start of the section of an edition, which the talks and the end tag follow.
    pub fn edition(&self, edition: &'d Edition) -> Markup {
        let is_heading = |block: &Block| matches!(block.part, Part::Title | Part::Edition);
        let (heading, rest): (Vec<_>, Vec<_>) =
            page::edition(edition).into_iter().partition(is_heading);
        html! {
            (PreEscaped(format!("\n<section id=\"edition.{}\">", edition.year)))
            (self.blocks(&heading, None))
            (NEWLINE) details {
                summary { "About this edition" }
                (self.blocks(&rest, None))
            }
        }
    }

    /// Returns the section of a talk.
    pub fn talk(&self, entry: &Entry<'d>) -> Markup {
        html! {
            (NEWLINE) article id=(entry.talk.id) {
                (self.blocks(&page::talk(entry, self.threads, true), Some(entry)))
            }
        }
    }

    /// Returns the blocks of the page of `entry`, or if that is `None`, of an edition.
    fn blocks(&self, blocks: &[Block<'d>], entry: Option<&Entry<'d>>) -> Markup {
        let is_row = |block: &Block| {
            let is_folded = matches!(block.part, Part::Notes | Part::Elsewhere);
            matches!(block.content, Content::Items(_)) && !is_folded
        };
        html! {
            @for blocks in blocks.chunk_by(|a, b| is_row(a) && is_row(b)) {
                @if is_row(&blocks[0]) {
                    (NEWLINE) dl { @for block in blocks { (self.row(block, entry)) } }
                } @else {
                    (self.block(&blocks[0], entry))
                }
            }
        }
    }

    /// Returns a block that is not a row.
    fn block(&self, block: &Block<'d>, entry: Option<&Entry<'d>>) -> Markup {
        html! {
            @match (&block.content, block.part, entry) {
                (Content::Line(title), Part::Title, Some(entry)) => {
                    (NEWLINE) h3 {
                        (safe_line(title)) " "
                        a.self href={ "#" (entry.talk.id) } aria-label={ "# " (safe_line(title)) } { "#" }
                    }
                }
                (Content::Line(title), Part::Title, None) => { (NEWLINE) h2 { (safe_line(title)) } }
                (Content::Line(_), Part::Speakers, Some(entry)) => {
                    p.speakers {
                        @for (n, name) in entry.talk.speakers.iter().enumerate() {
                            @if n > 0 { ", " }
                            (self.to_spelling(name))
                        }
                        @if entry.talk.et_al { " et al." }
                    }
                }
                (Content::Line(text), Part::Gist, _) => { (NEWLINE) p.gist { (linked(text)) } }
                (Content::Line(text), ..) => { p { (linked(text)) } }
                (Content::Paragraphs(texts), Part::Abstract, _) => {
                    (NEWLINE) details {
                        summary { (Part::Abstract.label()) }
                        blockquote { @for text in *texts { p { (linked(text)) } } }
                    }
                }
                (Content::Paragraphs(texts), Part::Description, _) => {
                    (NEWLINE) blockquote { @for text in *texts { p { (linked(text)) } } }
                }
                (Content::Paragraphs(texts), ..) => {
                    @for text in *texts { (NEWLINE) p.summary { (linked(text)) } }
                }
                (Content::Items(notes), part, _) => {
                    (NEWLINE) details.notes {
                        summary {
                            (count(notes.len(), "note"))
                            @if part == Part::Notes { " on who said what" } @else { " from elsewhere" }
                        }
                        ul { @for note in notes { li { (self.item(part, note)) } } }
                    }
                }
                // The talks follow.
                (Content::Schedule(_), ..) => {}
            }
        }
    }

    /// Returns a label and its values.
    fn row(&self, block: &Block<'d>, entry: Option<&Entry<'d>>) -> Markup {
        let Content::Items(items) = &block.content else { return Markup::default() };
        html! {
            dt { (block.part.label()) }
            @match (block.part, entry) {
                (Part::Topics, Some(entry)) => {
                    dd.topics {
                        @for (n, topic) in entry.talk.topics.iter().enumerate() {
                            @if n > 0 { ", " }
                            (to_topic(topic))
                        }
                    }
                }
                (part, _) => {
                    @for item in items.iter().filter(|item| !item.is_hint) {
                        dd { (self.item(part, item)) }
                    }
                }
            }
        }
    }

    fn item(&self, part: Part, item: &Item<'d>) -> Markup {
        let lead = &*item.lead;
        html! {
            @match part {
                Part::SeeAlso if self.ids.contains(lead) => { a href={ "#" (lead) } { (safe_line(&item.text)) } }
                Part::Id => { code { (lead) } " " (item.text) }
                Part::Articles | Part::Links => { (external(item.url, &item.text)) }
                part => {
                    @if !lead.is_empty() {
                        b { (safe_line(lead)) @if part == Part::Outcome { ":" } } " "
                    }
                    @match item.url {
                        Some(url) if item.text.is_empty() => (external(item.url, url)),
                        Some(_) => { (linked(&item.text)) " " (external(item.url, "source")) }
                        None => (linked(&item.text)),
                    }
                }
            }
        }
    }

    /// Returns the talks that a person gave, and where the person spoke.
    pub fn person(&self, profile: &Profile<'d>) -> Markup {
        html! {
            (NEWLINE) h3 id=(self.anchor(profile.name)) { (profile.name) }
            ul {
                @for entry in &profile.talks { li { (to_talk(entry, true)) } }
                @for notes in profile.notes.chunk_by(|a, b| a.0.talk.id == b.0.talk.id) {
                    li { (count(notes.len(), "note")) " in " (to_talk(&notes[0].0, true)) }
                }
            }
        }
    }

    fn anchor(&self, name: &str) -> String {
        let number = self.namesakes.get(name).map(|number| format!(".{number}"));
        anchor(name) + &number.unwrap_or_default()
    }

    /// Returns a link to a person, who is on the page.
    pub fn to_person(&self, name: &str) -> Markup {
        html! { a href={ "#" (self.anchor(name)) } { (name) } }
    }

    /// Returns a published spelling of a name, as a link to the person.
    fn to_spelling(&self, spelling: &'d str) -> Markup {
        html! { a href={ "#" (self.anchor(self.people.person(spelling))) } { (spelling) } }
    }
}

/// Returns a link to a talk, which is on the page.
pub fn to_talk(entry: &Entry, with_year: bool) -> Markup {
    html! {
        a href={ "#" (entry.talk.id) } {
            @if with_year { (entry.edition.year) " " }
            (safe_line(&entry.shown_title()))
        }
    }
}

/// Returns a topic with its talks.
pub fn topic(subject: &Subject) -> Markup {
    html! {
        (NEWLINE) h3 id={ "topic." (subject.topic.name) } { (subject.topic.name) }
        p { (subject.topic.about) }
        ul { @for entry in &subject.talks { li { (to_talk(entry, true)) } } }
    }
}

pub fn to_topic(name: &str) -> Markup {
    html! { a href={ "#topic." (name) } { (name) } }
}

/// Returns a link to another page.
fn external(url: Option<&str>, label: &str) -> Markup {
    html! { a href=[url] rel="noopener" { (safe_line(label)) } }
}

/// Returns `text` in one line, with URLs as links.
fn linked(text: &str) -> Markup {
    const SCHEME: &str = "https://";
    let text = safe_line(text);
    let (mut parts, mut rest) = (Vec::new(), &*text);
    while let Some(at) = rest.find(SCHEME) {
        let (before, from) = rest.split_at(at);
        let (url, after) = from.split_at(url_len(from).max(SCHEME.len()));
        parts.push((before, url));
        rest = after;
    }
    html! {
        @for (before, url) in parts {
            (before)
            @if is_https_url(url) { (external(Some(url), url)) } @else { (url) }
        }
        (rest)
    }
}

/// Returns the anchor of a person who is alone in having it: a full stop sets it apart from the IDs of talks.
fn anchor(name: &str) -> String {
    format!("person.{}", fold::words(name).join("-"))
}

/// Returns the number of each person whose anchor others before have, too.
pub fn namesakes<'d>(profiles: &[Profile<'d>]) -> BTreeMap<&'d str, usize> {
    let mut anchors: Vec<_> = profiles.iter().map(|it| (anchor(it.name), it.name)).collect();
    anchors.sort_unstable();
    let same = anchors.chunk_by(|a, b| a.0 == b.0);
    same.flat_map(|same| same.iter().map(|(_, name)| *name).zip(1..).skip(1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_valid_urls_are_links() {
        let link = "<a href=\"https://a.b/x?y&amp;z\" rel=\"noopener\">https://a.b/x?y&amp;z</a>";
        for (text, expected) in [
            ("<See> https://a.b/x?y&z.", format!("&lt;See&gt; {link}.")),
            ("https://a.b/x?y&z https://a.b/x?y&z", format!("{link} {link}")),
            (
                "https:// https://% https://a.b/%zz.",
                "https:// https://% https://a.b/%zz.".to_owned(),
            ),
            ("http://a.b", "http://a.b".to_owned()),
        ] {
            assert_eq!(linked(text).into_string(), expected);
        }
    }
}
