//! One web page, for people without a terminal: what `show --notes` prints of each talk, by edition, with
//! indexes by topic and person, a picture of the threads, and a box that narrows the talks. It is complete
//! without its script, needs no other file, and makes no request.

mod picture;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::page::{self, Block, Content, Item, Part};
use super::{editions_name, safe_line};
use crate::dataset::{
    Edition, Entry, People, Profile, Subject, Threads, is_https_url, subjects, url_len,
};
use crate::fold;
use crate::phrase::count;

const STYLE: &str = include_str!("html/style.css");
const SCRIPT: &str = include_str!("html/script.js");
/// What a browser may load for the page: its own style and script, named by their hashes, and an empty icon
/// (Content Security Policy Level 3). `just update` writes the file.
const POLICY: &str = include_str!("html/policy.txt");

const NEWLINE: PreEscaped<&str> = PreEscaped("\n");

/// Writes the page of `entries`, which are in dataset order. `people` and `threads` are those of the
/// dataset.
pub fn page<'d>(
    entries: &[Entry<'d>],
    people: &People<'d>,
    threads: &Threads<'d>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let profiles = people.profiles(entries.iter().copied());
    let subjects = subjects(entries);
    let page = Page {
        ids: entries.iter().map(|entry| &*entry.talk.id).collect(),
        namesakes: namesakes(&profiles),
        people,
        threads,
    };
    let name = name(entries);
    let editions = || entries.chunk_by(|a, b| a.edition.year == b.edition.year);
    out.write_all(start(&name, entries).0.as_bytes())?;
    for talks in editions() {
        let label = format!("{}: {}", talks[0].edition.name, count(talks.len(), "session"));
        write_links(&label, talks.iter().map(|entry| to_talk(entry, false)), out)?;
    }
    let names = subjects.iter().map(|subject| &*subject.topic.name);
    write_links(&count(subjects.len(), "topic"), names.map(to_topic), out)?;
    let names = profiles.iter().map(|profile| profile.name);
    write_links(&count(profiles.len(), "person"), names.map(|name| page.to_person(name)), out)?;
    out.write_all(b"</nav>\n<main id=\"page.main\" tabindex=\"-1\">")?;
    picture::write(threads, &page.ids, out)?;
    let mut write = |part: Markup| out.write_all(part.0.as_bytes());
    // Part by part: what a talk is linked from and to may be much more than its data.
    for talks in editions() {
        write(page.edition(talks[0].edition))?;
        talks.iter().try_for_each(|entry| write(page.talk(entry)))?;
        write(html! { (PreEscaped("</section>")) })?;
    }
    if !subjects.is_empty() {
        write(html! { (PreEscaped("\n<section>\n<h2>Topics</h2>")) })?;
        subjects.iter().try_for_each(|subject| write(topic(subject)))?;
        write(html! { (PreEscaped("</section>")) })?;
    }
    if !profiles.is_empty() {
        write(html! { (PreEscaped("\n<section>\n<h2>People</h2>")) })?;
        profiles.iter().try_for_each(|profile| write(page.person(profile)))?;
        write(html! { (PreEscaped("</section>")) })?;
    }
    write(html! {
        (PreEscaped("</main>"))
        (NEWLINE) footer {
            p {
                "Titles, abstracts and descriptions are quoted from the published schedules; they belong to \
                their authors and to the workshop."
            }
            p { "Written by kangrejos " (env!("CARGO_PKG_VERSION")) "." }
        }
        (NEWLINE) script { (PreEscaped(SCRIPT)) }
        (PreEscaped("</body></html>\n"))
    })
}

/// Returns the start of the page, up to the contents.
fn start(name: &str, entries: &[Entry]) -> Markup {
    html! {
        (DOCTYPE)
        (PreEscaped("<html lang=\"en\">"))
        (NEWLINE) head {
            (NEWLINE) meta http-equiv="Content-Security-Policy" content=(POLICY.trim_end());
            (NEWLINE) meta charset="utf-8";
            (NEWLINE) title { "The memory of " (name) }
            (NEWLINE) meta name="description"
                content={ "What was presented and said at " (name) ", by whom, and what became of it" };
            (NEWLINE) meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="referrer" content="no-referrer";
            meta name="color-scheme" content="light dark";
            link rel="icon" href="data:,";
            (NEWLINE) style { (PreEscaped(STYLE)) }
        }
        (PreEscaped("\n<body>"))
        (NEWLINE) a.skip href="#page.main" { "Skip to the sessions" }
        (NEWLINE) header { (heading(name, entries)) }
        (PreEscaped("\n<nav aria-label=\"Contents\">\n<h2>Contents</h2>"))
    }
}

/// Writes a part of the contents, unless it is empty.
fn write_links(
    label: &str,
    links: impl Iterator<Item = Markup>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut links = links.peekable();
    if links.peek().is_none() {
        return Ok(());
    }
    let start =
        html! { (NEWLINE) (PreEscaped("<details>")) summary { (label) } (PreEscaped("<ul>")) };
    out.write_all(start.0.as_bytes())?;
    links.try_for_each(|link| out.write_all(html! { li { (link) } }.0.as_bytes()))?;
    out.write_all(b"</ul></details>")
}

/// Returns what the page is called after: an edition, the conference of all editions, or else the first and
/// the last edition.
fn name(entries: &[Entry]) -> String {
    let names: BTreeSet<&str> = entries.iter().map(|entry| &*entry.edition.name).collect();
    let series: BTreeSet<&str> = entries.iter().map(|entry| entry.edition.series()).collect();
    match (names.len(), series.first()) {
        (2.., Some(name)) if series.len() == 1 => safe_line(name),
        _ => safe_line(&editions_name(entries.iter().copied())),
    }
}

/// Returns what the page is, whose it is, and how to use it.
fn heading(name: &str, entries: &[Entry]) -> Markup {
    let years: BTreeSet<u16> = entries.iter().map(|entry| entry.edition.year).collect();
    let revised = entries.iter().map(|entry| entry.edition.revised).max().unwrap_or_default();
    let (editions, sessions) = (count(years.len(), "edition"), count(entries.len(), "session"));
    // Another workshop's data says nothing of that.
    let is_ours = entries.iter().all(|entry| entry.edition.name.starts_with("Kangrejos"));
    html! {
        (NEWLINE) h1 { "The memory of " (name) }
        p {
            "What was presented and said at " (name)
            @if is_ours { ", the Rust for Linux workshop" }
            ", by whom, and what became of it. Data of " (revised) ": " (editions) ", " (sessions) ". A title \
            in square brackets is not a published one, but describes the session."
        }
        @if is_ours {
            p {
                "This page is unofficial. The gists, summaries, notes and outcomes are told in our own words from \
                published reports, each with its source; the notes are no minutes."
            }
            details {
                summary { "Correct a mistake, or get the program" }
                p {
                    "This page was written by " code { "kangrejos" } ", a program that lists, searches and exports \
                    the same in a terminal. In a clone of its repository, with Rust "
                    (env!("CARGO_PKG_RUST_VERSION")) " or newer, " code { "cargo install --path . --locked" }
                    " installs it, and " code { "kangrejos export -o kangrejos.html" } " writes this page."
                }
                p {
                    "To correct a mistake, edit " code { "data/<year>.json" } " in that clone, with a publicly \
                    accessible source for every fact, and run " code { "cargo test" } "; "
                    code { "CONTRIBUTING.md" } " says how to write each value."
                }
            }
        }
        (NEWLINE) search id="page.filter" hidden {
            label for="page.words" { "Filter the sessions" }
            input id="page.words" type="search" autocomplete="off";
            output id="page.left" for="page.words" {}
        }
    }
}

/// What the parts of the page refer to.
struct Page<'p, 'd> {
    /// The IDs of the talks on the page.
    ids: BTreeSet<&'d str>,
    /// The numbers of people on the page whose anchor others before have, too.
    namesakes: BTreeMap<&'d str, usize>,
    people: &'p People<'d>,
    threads: &'p Threads<'d>,
}

impl<'d> Page<'_, 'd> {
    /// Returns the start of the section of an edition, which the talks and the end tag follow.
    fn edition(&self, edition: &'d Edition) -> Markup {
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
    fn talk(&self, entry: &Entry<'d>) -> Markup {
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
    fn person(&self, profile: &Profile<'d>) -> Markup {
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
    fn to_person(&self, name: &str) -> Markup {
        html! { a href={ "#" (self.anchor(name)) } { (name) } }
    }

    /// Returns a published spelling of a name, as a link to the person.
    fn to_spelling(&self, spelling: &'d str) -> Markup {
        html! { a href={ "#" (self.anchor(self.people.person(spelling))) } { (spelling) } }
    }
}

/// Returns a link to a talk, which is on the page.
fn to_talk(entry: &Entry, with_year: bool) -> Markup {
    html! {
        a href={ "#" (entry.talk.id) } {
            @if with_year { (entry.edition.year) " " }
            (safe_line(&entry.shown_title()))
        }
    }
}

/// Returns a topic with its talks.
fn topic(subject: &Subject) -> Markup {
    html! {
        (NEWLINE) h3 id={ "topic." (subject.topic.name) } { (subject.topic.name) }
        p { (subject.topic.about) }
        ul { @for entry in &subject.talks { li { (to_talk(entry, true)) } } }
    }
}

fn to_topic(name: &str) -> Markup {
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
fn namesakes<'d>(profiles: &[Profile<'d>]) -> BTreeMap<&'d str, usize> {
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
