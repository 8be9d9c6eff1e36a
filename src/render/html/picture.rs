//! A picture of the threads over the years, drawn as SVG, and the same as a list.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::ops::RangeInclusive;

use maud::{Markup, PreEscaped, html};

use super::NEWLINE;
use crate::dataset::{Entry, Event, Threads};
use crate::phrase::{count, list};
use crate::render::safe_line;
use crate::timeline::{self, Moment};

/// The width of the picture, and of the margins at its left and right, in pixels.
const WIDTH: usize = 720;
const MARGIN: usize = 20;
/// The height of the years and of the key at the bottom.
const TOP: usize = 24;
const KEY: usize = 30;
/// The height of a thread: its name, and the line below.
const ROW: usize = 50;
/// The distance between two sessions: targets are at least 24 pixels wide (WCAG 2.2, 2.5.8).
const BESIDE_SESSION: usize = 24;
/// The distance between other marks.
const BESIDE: usize = 15;
/// The days of a year, in which all months have 31.
const YEAR: usize = 12 * 31;
/// The maximum number of years that are named.
const MAX_YEARS: usize = 12;
/// The maximum number of IDs that name a thread.
const MAX_IDS: usize = 4;

/// A thread in the picture.
struct Row<'d> {
    entries: Vec<Entry<'d>>,
    /// Its sessions, merges and releases, with their day in [`YEAR`]s.
    moments: Vec<(usize, Moment<'d>)>,
}

/// Writes the threads that have several of the talks with the given IDs; nothing if there are none.
pub fn write(threads: &Threads, ids: &BTreeSet<&str>, out: &mut dyn Write) -> io::Result<()> {
    let rows = threads.iter().map(|thread| {
        let entries = thread.iter().filter(|entry| ids.contains(&*entry.talk.id));
        let entries: Vec<Entry> = entries.copied().collect();
        let is_shown = |moment: &Moment| {
            moment.is_session || matches!(moment.event, Some(Event::Merged | Event::Released))
        };
        let moments = timeline::of(entries.iter().copied()).into_iter().filter(is_shown);
        let moments = moments.filter_map(|moment| Some((day(&moment)?, moment))).collect();
        Row { entries, moments }
    });
    let rows: Vec<Row> = rows.filter(|row| row.entries.len() > 1).collect();
    let days = || rows.iter().flat_map(|row| row.moments.iter().map(|(day, _)| *day));
    let (Some(first), Some(last)) = (days().min(), days().max()) else { return Ok(()) };
    let years = first / YEAR..=last / YEAR;
    let mut write = |part: Markup| out.write_all(part.0.as_bytes());
    write(html! {
        (PreEscaped("\n<section id=\"page.threads\">"))
        (NEWLINE) h2 id="page.threads-title" { "Threads over the years" }
        (NEWLINE) p { "Sessions on the same work, and what became of it. A dot leads to its session." }
        (PreEscaped("\n<section class=\"scroll\" tabindex=\"0\" aria-labelledby=\"page.threads-title\">"))
        (start(&rows, &years))
    })?;
    let (start, number) = (years.start() * YEAR, years.end() - years.start() + 1);
    let x = |day: usize| MARGIN + (day - start) * (WIDTH - 2 * MARGIN) / (number * YEAR);
    for (n, row) in rows.iter().enumerate() {
        write(line(row, TOP + n * ROW, x))?;
    }
    write(html! {
        (NEWLINE) (key(TOP + rows.len() * ROW + KEY - 12))
        (PreEscaped("</svg></section>\n<details><summary>The same as a list</summary>"))
    })?;
    for row in &rows {
        write(html! {
            h3 { (name(row)) }
            ul { @for (_, moment) in &row.moments { li { (told(moment)) } } }
        })?;
    }
    write(html! { (PreEscaped("</details></section>")) })
}

/// Returns the start of the picture: what it shows in words, and the years.
fn start(rows: &[Row], years: &RangeInclusive<usize>) -> Markup {
    let (first, last) = (*years.start(), *years.end());
    let sessions = count(rows.iter().map(|row| row.entries.len()).sum(), "session");
    let threads = count(rows.len(), "thread");
    let height = TOP + rows.len() * ROW + KEY;
    let number = last - first + 1;
    let x = |year: usize| MARGIN + (year - first) * (WIDTH - 2 * MARGIN) / number;
    html! {
        (PreEscaped(format!(
            "<svg width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" role=\"group\" \
             aria-labelledby=\"picture.title\" aria-describedby=\"picture.about\">"
        )))
        title id="picture.title" { "Threads over the years" }
        desc id="picture.about" {
            (threads) " with " (sessions) ", " (first) " to " (last)
            ": a line for each, with its sessions, merges and releases."
        }
        @for year in years.clone().step_by(number.div_ceil(MAX_YEARS)) {
            (NEWLINE) line.year x1=(x(year)) y1="0" x2=(x(year)) y2=(height - KEY) {}
            text.faint x=(x(year) + 5) y="13" { (year) }
        }
    }
}

/// Returns a thread, below `y`.
fn line(row: &Row, y: usize, x: impl Fn(usize) -> usize) -> Markup {
    let places = places(&row.moments, x);
    html! {
        (NEWLINE) text x=(places[0].min(WIDTH / 2)) y=(y + 14) { (name(row)) }
        line.thread x1=(places[0]) y1=(y + 31) x2=(places[places.len() - 1]) y2=(y + 31) {}
        @for ((_, moment), x) in row.moments.iter().zip(&places) { (mark(moment, *x, y + 31)) }
    }
}

/// Returns where to draw moments, so that they do not hide each other as long as there is room.
fn places(moments: &[(usize, Moment)], x: impl Fn(usize) -> usize) -> Vec<usize> {
    let between = |n: usize| match (moments[n].1.is_session, moments[n + 1].1.is_session) {
        (true, true) => BESIDE_SESSION,
        _ => BESIDE,
    };
    let mut places: Vec<usize> = moments.iter().map(|(day, _)| x(*day)).collect();
    for n in 1..places.len() {
        places[n] = places[n].max(places[n - 1] + between(n - 1));
    }
    let mut end = WIDTH - MARGIN;
    for n in (0..places.len()).rev() {
        places[n] = places[n].min(end).max(MARGIN);
        end = places[n].saturating_sub(n.checked_sub(1).map_or(0, between));
    }
    places
}

/// Returns a session, which is a link, a merge or a release.
fn mark(moment: &Moment, x: usize, y: usize) -> Markup {
    let told = format!("{} {}", label(moment), safe_line(&moment.text));
    html! {
        @if moment.is_session {
            a href={ "#" (moment.talks[0]) } aria-label=(told) {
                title { (told) }
                circle.target cx=(x) cy=(y) r="12" {}
                circle.session cx=(x) cy=(y) r="6" {}
            }
        } @else {
            g { title { (told) } (shape(moment.event, x, y)) }
        }
    }
}

fn shape(event: Option<Event>, x: usize, y: usize) -> Markup {
    html! {
        @if event == Some(Event::Merged) {
            path.merged d={ "M" (x) " " (y - 7) "l7 7-7 7-7-7z" } {}
        } @else {
            rect.released x=(x - 5) y=(y - 5) width="10" height="10" {}
        }
    }
}

/// Returns what the shapes mean.
fn key(y: usize) -> Markup {
    html! {
        circle.session cx="26" cy=(y - 4) r="6" {}
        text.faint x="38" y=(y) { "session" }
        (shape(Some(Event::Merged), 126, y - 4))
        text.faint x="138" y=(y) { "merged" }
        (shape(Some(Event::Released), 226, y - 4))
        text.faint x="238" y=(y) { "released" }
    }
}

/// Returns a moment in words, as a link to its session.
fn told(moment: &Moment) -> Markup {
    html! {
        (label(moment)) " "
        a href={ "#" (moment.talks[0]) } { (safe_line(&moment.text)) }
    }
}

/// Returns the date and the kind of a moment.
fn label(moment: &Moment) -> String {
    let event = moment.event.map_or(moment.kind(), Event::name);
    format!("{} {event}:", moment.date.as_deref().unwrap_or_default())
}

/// Returns the IDs of the sessions of a thread.
fn name(row: &Row) -> String {
    let ids = || row.entries.iter().map(|entry| &*entry.talk.id);
    match ids().count().saturating_sub(MAX_IDS) {
        0 => list(ids()),
        more => format!("{} and {more} more", list(ids().take(MAX_IDS))),
    }
}

/// Returns the day of a moment, counted in [`YEAR`]s; `None` if its date is not known. What is known by its
/// month or year is in the middle of it, except that an edition known by its year is in September, the month
/// of every dated one.
fn day(moment: &Moment) -> Option<usize> {
    let mut parts = moment.date.as_deref()?.split('-').map(str::parse);
    let mut part = |otherwise| parts.next().unwrap_or(Ok(otherwise)).ok();
    let year: usize = part(0)?;
    let month: usize = part(if moment.is_session { 9 } else { 7 })?;
    let day: usize = part(16)?;
    Some(year * YEAR + (month - 1) * 31 + day - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(date: Option<&'static str>, is_session: bool) -> Moment<'static> {
        Moment {
            date: date.map(Into::into),
            is_session,
            event: None,
            talks: vec!["x"],
            edition: 2026,
            text: "".into(),
            url: "",
        }
    }

    #[test]
    fn what_is_known_by_its_year_or_month_is_in_the_middle() {
        for (date, is_session, expected) in [
            (Some("2026-09-17"), true, Some((8, 16))),
            (Some("2026-09"), false, Some((8, 15))),
            (Some("2026"), false, Some((6, 15))),
            (Some("2026"), true, Some((8, 15))),
            (Some("2026-01-01"), false, Some((0, 0))),
            (None, false, None),
        ] {
            let expected = expected.map(|(month, day)| 2026 * YEAR + month * 31 + day);
            assert_eq!(day(&moment(date, is_session)), expected, "{date:?}");
        }
    }

    /// Marks keep their distance, within the margins as long as there is room, and otherwise pile up at one.
    #[test]
    fn marks_do_not_hide_each_other() {
        let (session, other) = (true, false);
        for (marks, expected) in [
            (vec![(100, session), (400, session)], vec![100, 400]),
            (
                vec![(100, session), (101, session), (102, other), (103, other)],
                vec![100, 124, 139, 154],
            ),
            (
                vec![(500, other), (690, session), (695, session), (698, other)],
                vec![500, 661, 685, 700],
            ),
            (
                vec![(699, session); 40],
                [vec![20; 11], (1..=29).map(|n| 4 + 24 * n).collect()].concat(),
            ),
        ] {
            let moments: Vec<_> =
                marks.iter().map(|(x, is_session)| (*x, moment(None, *is_session))).collect();
            assert_eq!(places(&moments, |x| x), expected);
        }
    }
}
