//! The records of the data, an edition and its talks, and the values derived from them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use clap::ValueEnum;
use serde::{Deserialize, Deserializer, Serialize};

use super::read::{self, Parsed, Text};
use super::when::{self, When};

/// One edition of the workshop, as in its file in `data/`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an edition (a JSON object)")]
pub struct Edition<'a> {
    /// Path to the schema of the file, for editors.
    #[serde(borrow, rename = "$schema")]
    pub schema: Option<Text<'a>>,
    /// The year; identifies the edition.
    pub year: u16,
    /// The display name, such as `Kangrejos 2023`.
    pub name: Text<'a>,
    /// First day, if known.
    #[serde(default, deserialize_with = "when::day")]
    pub start: Option<NaiveDate>,
    /// Last day, if known.
    #[serde(default, deserialize_with = "when::day")]
    pub end: Option<NaiveDate>,
    /// City and country, or `online`.
    pub location: Option<Text<'a>>,
    /// The edition's page.
    pub url: Text<'a>,
    /// Whether the programme is complete.
    #[serde(default)]
    pub complete: bool,
    /// Date of the last change to this edition (UTC), used as DTSTAMP in calendars.
    #[serde(deserialize_with = "when::required_day")]
    pub revised: NaiveDate,
    /// The organisers' description, one string per paragraph.
    #[serde(default)]
    pub description: Vec<Text<'a>>,
    /// Alternative spellings of names, with the main spelling of each.
    #[serde(default, deserialize_with = "read::unique_keys")]
    pub also_known_as: BTreeMap<Text<'a>, Text<'a>>,
    /// Names of people, with the family name if it is more than the last word.
    #[serde(default, deserialize_with = "read::unique_keys")]
    pub family_names: BTreeMap<Text<'a>, Text<'a>>,
    /// URLs of the sources.
    #[serde(default)]
    pub sources: Vec<Text<'a>>,
    /// The sessions, in programme order if it is known.
    #[serde(deserialize_with = "read::objects")]
    pub talks: Vec<Talk<'a>>,
}

impl Edition<'_> {
    /// Sorts the talks by date and time. A talk without either stays after the one that precedes
    /// it.
    pub fn sort_by_time(&mut self) {
        let mut last = None;
        self.talks.sort_by_cached_key(|talk| {
            last = talk.start.map(|start| (start.day(), start)).or(last);
            last
        });
    }
}

/// One session, as in its edition's file; [`Entry`] adds the values inherited from the edition.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a talk object")]
pub struct Talk<'a> {
    /// Short permanent name, unique across all editions.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Position in the published programme, starting at 1.
    pub number: Option<u32>,
    /// The published title.
    pub title: Option<Text<'a>>,
    /// Our own description, if the title is unknown.
    pub topic: Option<Text<'a>>,
    /// The type of session.
    pub kind: Kind,
    /// Names as this edition published them.
    #[serde(default)]
    pub speakers: Vec<Text<'a>>,
    /// Whether the programme lists "et al." after the speakers.
    #[serde(default)]
    pub et_al: bool,
    /// The published abstract, one string per paragraph.
    #[serde(default, rename = "abstract")]
    pub paragraphs: Vec<Text<'a>>,
    /// What was presented and discussed, in our own words, one string per paragraph.
    #[serde(default)]
    pub summary: Vec<Text<'a>>,
    /// What became of the work afterwards, newest last.
    #[serde(default, deserialize_with = "read::objects")]
    pub outcome: Vec<Outcome<'a>>,
    /// IDs of earlier sessions on the same work; [`super::Threads`] resolves them.
    #[serde(default)]
    pub follows: Vec<Text<'a>>,
    /// Whether slides were published; `None` if that is not known.
    pub slides: Option<bool>,
    /// URL of the slides, if known.
    pub slides_url: Option<Text<'a>>,
    /// Articles about this session.
    #[serde(default, deserialize_with = "read::objects")]
    pub coverage: Vec<Report<'a>>,
    /// Projects, patches and documentation.
    #[serde(default, deserialize_with = "read::objects")]
    pub links: Vec<Link<'a>>,
    /// Date or start time, if known.
    pub start: Option<When>,
    /// End date (inclusive) or end time, if known.
    pub end: Option<When>,
    /// Location, if different from the edition's.
    pub location: Option<Text<'a>>,
    /// URL, if different from the edition's.
    pub url: Option<Text<'a>>,
    /// URLs of the sources.
    #[serde(default)]
    pub sources: Vec<Text<'a>>,
}

/// An article.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, expecting = "a coverage object")]
pub struct Report<'a> {
    /// The title.
    #[serde(borrow)]
    pub title: Text<'a>,
    /// The URL.
    pub url: Text<'a>,
    /// Publication date, if known.
    #[serde(default, deserialize_with = "when::day")]
    pub published: Option<NaiveDate>,
}

impl Report<'_> {
    /// Returns the title, with the date if it is known.
    pub fn dated_title(&self) -> String {
        let day = self.published.map(|day| format!(" ({day})"));
        format!("{}{}", self.title, day.unwrap_or_default())
    }
}

/// A later development of the work.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, expecting = "an outcome object")]
pub struct Outcome<'a> {
    /// One short sentence.
    #[serde(borrow)]
    pub text: Text<'a>,
    /// The URL of a source.
    pub url: Text<'a>,
}

/// A labelled URL.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, expecting = "a link object")]
pub struct Link<'a> {
    /// The label.
    #[serde(borrow)]
    pub title: Text<'a>,
    /// The URL.
    pub url: Text<'a>,
}

/// The kinds of session; `Session` if the kind is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    Talk,
    Training,
    Discussion,
    Session,
}

impl Kind {
    /// Returns the name used in data and output.
    pub fn name(self) -> &'static str {
        ["talk", "training", "discussion", "session"][self as usize]
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Parsed {
            parse: |name| Self::from_str(name, false).ok(),
            expected: "talk, training, discussion or session",
        })
    }
}

/// What a talk can be required to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Has {
    /// A summary of what was said
    Summary,
    /// Slides whose URL is known
    Slides,
    /// A published abstract
    Abstract,
    /// An article about the talk
    Coverage,
}

impl Has {
    /// Whether `talk` has this.
    pub fn is_of(self, talk: &Talk) -> bool {
        match self {
            Has::Summary => !talk.summary.is_empty(),
            Has::Slides => talk.slides_url.is_some(),
            Has::Abstract => !talk.paragraphs.is_empty(),
            Has::Coverage => !talk.coverage.is_empty(),
        }
    }
}

/// A talk and its edition, the unit that all commands work with.
#[derive(Clone, Copy)]
pub struct Entry<'d> {
    pub edition: &'d Edition<'d>,
    pub talk: &'d Talk<'d>,
}

impl<'d> Entry<'d> {
    /// Returns the title to display: the published one, or in square brackets our topic or the
    /// speakers.
    pub fn shown_title(&self) -> Cow<'d, str> {
        let talk = self.talk;
        match (&talk.title, &talk.topic) {
            (Some(title), _) => Cow::Borrowed(title),
            (None, Some(topic)) => Cow::Owned(format!("[{topic}]")),
            (None, None) if talk.speakers.is_empty() => Cow::Borrowed("[session]"),
            (None, None) => Cow::Owned(format!("[session by {}]", self.speakers())),
        }
    }

    /// Returns the speakers in one line; empty if none are known.
    pub fn speakers(&self) -> String {
        let mut line = self.talk.speakers.join(", ");
        if self.talk.et_al {
            line.push_str(" et al.");
        }
        line
    }

    /// Returns when the talk begins: its own date or time, or else the edition's first day.
    pub fn start(&self) -> Option<When> {
        self.talk.start.or(self.edition.start.map(When::Day))
    }

    /// Returns when the talk ends: its own date (inclusive) or time, or else the edition's last
    /// day. A talk with its own start does not inherit the edition's end.
    pub fn end(&self) -> Option<When> {
        match self.talk.start {
            Some(_) => self.talk.end,
            None => self.edition.end.map(When::Day),
        }
    }

    /// Returns where the talk takes place.
    pub fn location(&self) -> Option<&'d str> {
        self.talk.location.as_deref().or(self.edition.location.as_deref())
    }

    /// Whether there is anything to read: a summary, an abstract, slides or an article.
    pub fn is_readable(&self) -> bool {
        self.material().is_some()
            || !self.talk.summary.is_empty()
            || !self.talk.paragraphs.is_empty()
    }

    /// Returns the URL of the slides, or else of the first article.
    pub fn material(&self) -> Option<&'d str> {
        let report = self.talk.coverage.first().map(|report| &*report.url);
        self.talk.slides_url.as_deref().or(report)
    }

    /// Returns the talk's page, or else the edition's.
    pub fn url(&self) -> &'d str {
        self.talk.url.as_ref().unwrap_or(&self.edition.url)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use pretty_assertions::assert_eq;

    use super::*;

    /// Returns the keys that a record can have, taken from serde's error for an unknown key.
    fn keys<'de, T: Deserialize<'de>>() -> BTreeSet<String> {
        let error = serde_json::from_str::<T>("{\"no such key\": 1}").err();
        let error = error.expect("an unknown key").to_string();
        let (_, known) = error.split_once(", expected ").expect("the keys");
        known.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    }

    #[test]
    fn a_title_is_published_or_in_brackets() {
        for (keys, title) in [
            (r#""title": "T", "topic": "t", "speakers": ["Ann"]"#, "T"),
            (r#""topic": "t", "speakers": ["Ann"]"#, "[t]"),
            (r#""speakers": ["Ann", "Bob"], "et_al": true"#, "[session by Ann, Bob et al.]"),
            (r#""speakers": []"#, "[session]"),
        ] {
            let json = format!(
                r#"{{"year": 2026, "name": "E", "url": "https://example.org", "revised": "2026-01-01",
                "talks": [{{"id": "x", "kind": "session", {keys}}}]}}"#
            );
            let edition: Edition = serde_json::from_str(&json).expect("syntax");
            let entry = Entry { edition: &edition, talk: &edition.talks[0] };
            assert_eq!(entry.shown_title(), title);
        }
    }

    #[test]
    fn the_schema_has_the_keys_of_the_records() {
        let schema = include_str!("../../data/schema.json");
        let schema: serde_json::Value = serde_json::from_str(schema).expect("JSON");
        for (name, keys) in [
            ("edition", keys::<Edition>()),
            ("talk", keys::<Talk>()),
            ("article", keys::<Report>()),
            ("outcome", keys::<Outcome>()),
            ("link", keys::<Link>()),
        ] {
            let properties = schema["$defs"][name]["properties"].as_object();
            let properties = properties.expect(name).keys().cloned().collect();
            assert_eq!(keys, properties, "{name}");
        }
    }
}
