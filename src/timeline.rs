//! The story of the work: sessions and outcomes by date.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::dataset::{Entry, Event};

/// The month of every edition whose dates are known, in which those known by their year alone are
/// sorted.
const MONTH: &str = "-09";

/// A session, or an outcome of one or more sessions.
pub struct Moment<'d> {
    /// YYYY, YYYY-MM or YYYY-MM-DD; `None` if it is not known.
    pub date: Option<Cow<'d, str>>,
    pub is_session: bool,
    pub event: Option<Event>,
    /// The IDs of the talks.
    pub talks: Vec<&'d str>,
    /// The year of the edition of the first talk.
    pub edition: u16,
    pub text: Cow<'d, str>,
    pub url: &'d str,
}

impl Moment<'_> {
    /// Returns what it is, as printed.
    pub fn kind(&self) -> &'static str {
        if self.is_session { "session" } else { "outcome" }
    }
}

/// Returns the sessions and outcomes of `entries`, which are oldest first, by date: a month before
/// its days, a year before its months, and what has no date last. The same outcome of several
/// sessions is one.
pub fn of<'d>(entries: impl Iterator<Item = Entry<'d>>) -> Vec<Moment<'d>> {
    let mut moments: Vec<Moment> = Vec::new();
    let mut outcomes: BTreeMap<_, usize> = BTreeMap::new();
    for entry in entries {
        let (id, edition) = (&*entry.talk.id, entry.edition.year);
        moments.push(Moment {
            date: Some(
                match entry.start() {
                    Some(start) => start.day().to_string(),
                    None => edition.to_string(),
                }
                .into(),
            ),
            is_session: true,
            event: None,
            talks: vec![id],
            edition,
            text: entry.talk.gist.as_deref().map_or_else(|| entry.shown_title(), Cow::Borrowed),
            url: entry.material().unwrap_or(entry.url()),
        });
        for outcome in &entry.talk.outcome {
            let key = (&outcome.date, &outcome.text, &outcome.url);
            if let Some(place) = outcomes.get(&key) {
                moments[*place].talks.push(id);
                continue;
            }
            outcomes.insert(key, moments.len());
            moments.push(Moment {
                date: outcome.date.as_deref().map(Cow::Borrowed),
                is_session: false,
                event: outcome.event,
                talks: vec![id],
                edition,
                text: Cow::Borrowed(&outcome.text),
                url: &outcome.url,
            });
        }
    }
    moments.sort_by_cached_key(|moment| match &moment.date {
        Some(date) if moment.is_session && date.len() == 4 => format!("{date}{MONTH}"),
        Some(date) => date.to_string(),
        None => "undated".to_owned(),
    });
    moments
}
