//! The records of the data, as in the files in `data/`. The build script uses them too.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::serde::{List, Parsed, Text, objects, unique_keys};
use super::when::{Date, When};

/// One edition of the workshop, as in its file.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "an edition (a JSON object)",
    bound(deserialize = "'de: 'static")
)]
pub struct Edition {
    /// Path to the schema of the file, for editors.
    #[serde(rename = "$schema")]
    pub schema: Option<Text>,
    /// The year; identifies the edition.
    pub year: u16,
    /// The display name, such as `Kangrejos 2023`.
    pub name: Text,
    /// First day, if known.
    pub start: Option<Date>,
    /// Last day, if known.
    pub end: Option<Date>,
    /// City and country, or `online`.
    pub location: Option<Text>,
    /// The edition's page.
    pub url: Text,
    /// Whether the schedule is complete.
    #[serde(default)]
    pub complete: bool,
    /// Date of the last change to this edition (UTC), used as DTSTAMP in calendars.
    pub revised: Date,
    /// The organizers' description, one string per paragraph.
    #[serde(default)]
    pub description: List<Text>,
    /// Alternative spellings of names, with the main spelling of each; for people that are not in
    /// `data/people.json`.
    #[serde(default, deserialize_with = "unique_keys")]
    pub also_known_as: List<(Text, Text)>,
    /// Names of people, with the family name if it is more than the last word.
    #[serde(default, deserialize_with = "unique_keys")]
    pub family_names: List<(Text, Text)>,
    /// URLs of the sources.
    #[serde(default)]
    pub sources: List<Text>,
    /// The sessions, in the order of the schedule if it is known.
    #[serde(deserialize_with = "objects")]
    pub talks: List<Talk>,
}

/// One session, as in its edition's file; `Entry` adds the values inherited from the edition.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a talk object", bound(deserialize = "'de: 'static"))]
pub struct Talk {
    /// Short permanent name, unique across all editions.
    pub id: Text,
    /// Position in the published schedule, starting at 1.
    pub number: Option<u32>,
    /// The published title.
    pub title: Option<Text>,
    /// Our own title, if none is published.
    pub working_title: Option<Text>,
    /// The type of session.
    pub kind: Kind,
    /// Names as this edition published them.
    #[serde(default)]
    pub speakers: List<Text>,
    /// Whether the schedule lists "et al." after the speakers.
    #[serde(default)]
    pub et_al: bool,
    /// The point of the session and how it ended, in one line.
    pub gist: Option<Text>,
    /// Where the work stands.
    pub state: Option<State>,
    /// Since when, for work that is merged or released: a version or a date.
    pub since: Option<Text>,
    /// Labels of `data/topics.json`.
    #[serde(default)]
    pub topics: List<Text>,
    /// Words that people would type and that stand nowhere else.
    #[serde(default)]
    pub keywords: List<Text>,
    /// What was presented and discussed, in our own words, one string per paragraph.
    #[serde(default)]
    pub summary: List<Text>,
    /// What was said, shown, asked or decided, point by point.
    #[serde(default, deserialize_with = "objects")]
    pub notes: List<Note>,
    /// What became of the work afterwards, oldest first.
    #[serde(default, deserialize_with = "objects")]
    pub outcome: List<Outcome>,
    /// IDs of earlier sessions on the same work; [`super::Threads`] resolves them.
    #[serde(default)]
    pub follows: List<Text>,
    /// The published abstract, one string per paragraph.
    #[serde(default, rename = "abstract")]
    pub paragraphs: List<Text>,
    /// Whether slides were published; `None` if that is not known.
    pub slides: Option<bool>,
    /// URL of the slides, if known.
    pub slides_url: Option<Text>,
    /// Articles about this session.
    #[serde(default, deserialize_with = "objects")]
    pub coverage: List<Article>,
    /// Projects, patches and documentation.
    #[serde(default, deserialize_with = "objects")]
    pub links: List<Link>,
    /// Date or start time, if known.
    pub start: Option<When>,
    /// End date (inclusive) or end time, if known.
    pub end: Option<When>,
    /// Location, if different from the edition's.
    pub location: Option<Text>,
    /// URL, if different from the edition's.
    pub url: Option<Text>,
    /// URLs of the sources.
    #[serde(default)]
    pub sources: List<Text>,
}

/// A point that was made.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, expecting = "a note object", bound(deserialize = "'de: 'static"))]
pub struct Note {
    /// One or two sentences.
    pub text: Text,
    /// The people whose point it is.
    #[serde(default)]
    pub by: List<Text>,
    /// Whether it was made at the session, not before or afterwards.
    #[serde(default = "yes")]
    pub at_session: bool,
    /// Where it is reported.
    pub url: Option<Text>,
}

fn yes() -> bool {
    true
}

/// A later development of the work.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, expecting = "an outcome object", bound(deserialize = "'de: 'static"))]
pub struct Outcome {
    /// YYYY, YYYY-MM or YYYY-MM-DD, if known. Sorted as text, a month comes before its days.
    pub date: Option<Text>,
    /// What happened to the work; `None` for news.
    pub event: Option<Event>,
    /// One or two short sentences.
    pub text: Text,
    /// Where it can be read.
    pub url: Text,
}

/// An article.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, expecting = "a coverage object", bound(deserialize = "'de: 'static"))]
pub struct Article {
    /// The title.
    pub title: Text,
    /// The URL.
    pub url: Text,
    /// Publication date, if known.
    pub published: Option<Date>,
}

/// A labeled URL.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, expecting = "a link object", bound(deserialize = "'de: 'static"))]
pub struct Link {
    /// The label.
    pub title: Text,
    /// The URL.
    pub url: Text,
}

/// A person, as in `data/people.json`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "a person (a JSON object)",
    bound(deserialize = "'de: 'static")
)]
pub struct Person {
    /// The full name.
    pub name: Text,
    /// Other spellings, and nicknames.
    #[serde(default)]
    pub also: List<Text>,
    /// The family name, if it is more than the last word.
    pub family_name: Option<Text>,
}

/// A label for the subject of a session, as in `data/topics.json`.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// The label.
    pub name: Text,
    /// What it means.
    pub about: Text,
}

/// Defines an enum whose values have names in the data, on the command line and in output.
macro_rules! names {
    ($(#[$meta:meta])* $names:ident, $expected:literal, {
        $($(#[$variant_meta:meta])* $variant:ident = $name:literal,)+
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $names {
            $($(#[$variant_meta])* $variant,)+
        }

        impl $names {
            /// All values, in the order of the help.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// Returns the name.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }
        }

        impl fmt::Debug for $names {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self {
                    $(Self::$variant => concat!(stringify!($names), "::", stringify!($variant)),)+
                })
            }
        }

        impl Serialize for $names {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl<'de> Deserialize<'de> for $names {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Parsed {
                    parse: |name| Self::ALL.iter().copied().find(|value| value.name() == name),
                    expected: $expected,
                })
            }
        }
    };
}

names! {
    /// The kinds of session.
    Kind, "talk, training, discussion or session", {
        Talk = "talk",
        Training = "training",
        Discussion = "discussion",
        /// It is not known which.
        Session = "session",
    }
}

names! {
    /// Where the work of a session stands.
    State, "merged, released, ongoing, out-of-tree or dropped", {
        /// In the mainline kernel.
        Merged = "merged",
        /// In a release of a tool, a language or a standard.
        Released = "released",
        Ongoing = "ongoing",
        OutOfTree = "out-of-tree",
        Dropped = "dropped",
    }
}

names! {
    /// What happened to the work of a session.
    Event, "merged, released or dropped", {
        Merged = "merged",
        Released = "released",
        Dropped = "dropped",
    }
}
