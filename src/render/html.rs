//! One web page, for people without a terminal: what `show --notes` prints of each talk, by edition, with
//! indexes by topic and person, a picture of the threads, and a box that narrows the talks. It is complete
//! without its script, needs no other file, and makes no request.

mod picture;
mod sections;

use std::collections::BTreeSet;
use std::io::{self, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{editions_name, safe_line};
use crate::dataset::{Entry, People, Threads, subjects};
use crate::phrase::count;
use sections::{Page, namesakes, to_talk, to_topic, topic};

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
