//! Generates datasets that follow all rules, for the tests of properties.

use std::collections::BTreeSet;

use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Map, Value, json};
use unicode_normalization::UnicodeNormalization;

/// Generates text that the loader accepts, with all kinds of characters.
pub fn text() -> impl Strategy<Value = String> {
    let special = select(
        "\"\\'`,;:=#*_[]<>{}|&%@-~\u{a0}\u{ad}\u{301}\u{200b}\u{200d}ñłßİﬁ老🦀\u{fffd}\u{ffff}"
            .chars()
            .collect::<Vec<_>>(),
    );
    let c = prop_oneof![
        4 => prop::char::range(' ', '~'),
        2 => special,
        1 => any::<char>(),
    ];
    vec(c, 1..40).prop_map(|chars| {
        let is_unsafe = |c: &char| {
            c.is_control()
                || "\u{61c}\u{200e}\u{200f}\u{feff}".contains(*c)
                || ('\u{2028}'..='\u{202e}').contains(c)
                || ('\u{2066}'..='\u{206f}').contains(c)
                || ('\u{fff9}'..='\u{fffb}').contains(c)
                || ('\u{e0000}'..='\u{e007f}').contains(c)
        };
        let text: String = chars.into_iter().filter(|c| !is_unsafe(c)).collect();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        // At least one character must be visible.
        if text.chars().any(|c| c.is_ascii_graphic()) { text } else { format!("x{text}") }
    })
}

fn url() -> impl Strategy<Value = String> {
    "https://[a-z0-9]{1,8}(\\.[a-z0-9]{1,8}){1,2}(:[1-9][0-9]{0,3})?(/[A-Za-z0-9._~:@!$&'()*+,;=-]{0,40}(%[0-9A-F]{2})?(\\.pdf)?)?"
}

/// Generates a day of the edition, possibly with a time.
fn when() -> impl Strategy<Value = (u32, Option<(u32, u32, i32)>)> {
    (15_u32..=16, option::of((0_u32..24, 0_u32..60, -14_i32..=14)))
}

/// Generates outcomes, oldest first and without date last.
fn outcomes() -> impl Strategy<Value = Vec<Value>> {
    let date = "20[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?)?";
    let event = select(vec!["merged", "released", "dropped"]);
    let outcome = (option::of(date), option::of(event), text(), url());
    vec(outcome, 0..5).prop_map(|mut outcomes| {
        outcomes.sort_by_key(|(date, ..)| (date.is_none(), date.clone()));
        let object = |(date, event, text, url)| json!({"date": date, "event": event, "text": format!("{text}."), "url": url});
        outcomes.into_iter().map(object).collect()
    })
}

/// Generates the keys that say what a session came to, for a talk of these speakers.
fn work(speakers: &BTreeSet<String>) -> impl Strategy<Value = Value> + use<> {
    let names: Vec<String> = speakers.iter().cloned().collect();
    let most = names.len();
    let by = subsequence(names, 0..=most);
    // Some notes begin with the name of a person.
    let note = (by, text(), any::<bool>(), any::<bool>(), url());
    let note = note.prop_map(|(by, text, has_name, at_session, url)| {
        let text = match by.first().filter(|_| has_name) {
            Some(name) => format!("{name} {text}"),
            None => text,
        };
        json!({"text": text, "by": by, "at_session": at_session, "url": url})
    });
    let state = select(vec!["merged", "released", "ongoing", "out-of-tree", "dropped"]);
    let topics = subsequence(vec!["async", "build", "gpu", "language", "safety"], 0..=4);
    let texts = (option::of(text()), topics, btree_set(text(), 0..4), vec(text(), 0..3));
    (option::of(state), any::<bool>(), outcomes(), vec(note, 0..5), texts).prop_map(
        |(state, has_since, mut outcome, notes, (gist, topics, keywords, mut summary))| {
            let mut since = None;
            if let Some(event @ ("merged" | "released")) = state {
                outcome.push(json!({"date": null, "event": event, "text": "Done in <v1>.", "url": "https://a.b"}));
                since = has_since.then_some("<v1>");
            }
            // The rules for the lengths of texts.
            let gist = gist.map(|text| "The gist: ".chars().chain(text.chars()).take(38).collect::<String>());
            let gist = gist.map(|text| text.trim_end().to_owned());
            if let Some(last) = summary.last_mut() {
                last.push_str(&" word".repeat(40));
            }
            json!({
                "gist": gist, "state": state, "since": since, "topics": topics, "keywords": keywords,
                "summary": summary, "notes": notes, "outcome": outcome,
            })
        },
    )
}

fn talk() -> impl Strategy<Value = Map<String, Value>> {
    let names = (
        option::of(text()),
        option::of(text()),
        select(vec!["talk", "training", "discussion", "session"]),
        any::<bool>(),
        vec(text(), 0..4),
    );
    let links = (
        option::of(any::<bool>()),
        option::of(url()),
        vec((text(), url()), 0..3),
        option::of(when()),
        option::of(text()),
        vec(url(), 1..3),
    );
    // The program composes names.
    let name = text().prop_map(|text| text.nfc().collect::<String>());
    let speakers = btree_set(name, 0..4);
    let whole = speakers.prop_flat_map(|speakers| (work(&speakers), Just(speakers)));
    (names, links, whole).prop_map(|(names, links, (mut talk, speakers))| {
        let (title, working_title, kind, et_al, paragraphs) = names;
        let (slides, slides_url, linked, when, location, sources) = links;
        let et_al = et_al && !speakers.is_empty();
        let working_title = working_title.filter(|_| title.is_none());
        let slides = if slides_url.is_some() { Some(true) } else { slides };
        let links: Vec<Value> = linked
            .into_iter()
            .map(|(title, url)| json!({"title": title, "url": url}))
            .collect();
        let (start, end) = match when {
            None => (None, None),
            Some((day, None)) => (Some(format!("2026-09-{day}")), Some("2026-09-16".to_owned())),
            Some((day, Some((hour, minute, offset)))) => {
                let sign = if offset < 0 { '-' } else { '+' };
                let time = |minute| {
                    format!("2026-09-{day}T{hour:02}:{minute:02}:00{sign}{:02}:30", offset.abs())
                };
                (Some(time(minute)), (minute < 59).then(|| time(minute + 1)))
            }
        };
        let object = json!({
            "title": title, "working_title": working_title, "kind": kind, "speakers": speakers, "et_al": et_al,
            "abstract": paragraphs, "slides": slides, "slides_url": slides_url, "coverage": links, "links": links,
            "start": start, "end": end, "location": location, "sources": sources,
        });
        let talk = talk.as_object_mut().expect("an object");
        talk.extend(object.as_object().expect("an object").clone());
        talk.clone()
    })
}

/// Generates editions 2026, 2027, … with unique talk IDs; the first edition has dates.
pub fn dataset() -> impl Strategy<Value = Value> {
    let id = "[a-z0-9]([a-z0-9-]{0,12}[a-z0-9])?";
    let edition = (text(), option::of(text()), url(), vec(text(), 0..3), vec((id, talk()), 0..6));
    vec(edition, 1..4).prop_map(|editions| {
        let mut ids = BTreeSet::new();
        let mut before = None;
        let edition = |(year, edition): (i32, (_, _, _, _, Vec<(String, Map<_, _>)>))| {
            let (name, location, url, description, talks) = edition;
            let talks: Vec<Value> = talks
                .into_iter()
                .filter(|(id, _)| ids.insert(id.clone()))
                .map(|(id, mut talk)| {
                    talk.insert("id".to_owned(), json!(id));
                    // One long thread through all editions.
                    talk.insert("follows".to_owned(), json!(before.replace(id).as_slice()));
                    if year != 2026 {
                        talk.remove("start");
                        talk.remove("end");
                    }
                    Value::Object(talk)
                })
                .collect();
            let days = (year == 2026).then_some(["2026-09-15", "2026-09-16"]);
            json!({
                "year": year, "name": name, "location": location, "url": url, "description": description, "talks": talks,
                "sources": [url], "revised": "2026-11-22", "complete": false, "start": days.map(|days| days[0]), "end": days.map(|days| days[1]),
            })
        };
        Value::Array((2026..).zip(editions).map(edition).collect())
    })
}
