//! The records of the data, an edition and its talks, as in the files in `data/`. The build script
//! uses them too.

use serde::{Deserialize, Deserializer, Serialize};

use super::serde::{List, Parsed, Text, objects, unique_keys};
use super::when::{Date, When};

/// One edition of the workshop, as in its file in `data/`.
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
    /// Whether the programme is complete.
    #[serde(default)]
    pub complete: bool,
    /// Date of the last change to this edition (UTC), used as DTSTAMP in calendars.
    pub revised: Date,
    /// The organisers' description, one string per paragraph.
    #[serde(default)]
    pub description: List<Text>,
    /// Alternative spellings of names, with the main spelling of each.
    #[serde(default, deserialize_with = "unique_keys")]
    pub also_known_as: List<(Text, Text)>,
    /// Names of people, with the family name if it is more than the last word.
    #[serde(default, deserialize_with = "unique_keys")]
    pub family_names: List<(Text, Text)>,
    /// URLs of the sources.
    #[serde(default)]
    pub sources: List<Text>,
    /// The sessions, in programme order if it is known.
    #[serde(deserialize_with = "objects")]
    pub talks: List<Talk>,
}

/// One session, as in its edition's file; `Entry` adds the values inherited from the edition.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a talk object", bound(deserialize = "'de: 'static"))]
pub struct Talk {
    /// Short permanent name, unique across all editions.
    pub id: Text,
    /// Position in the published programme, starting at 1.
    pub number: Option<u32>,
    /// The published title.
    pub title: Option<Text>,
    /// Our own description, if the title is unknown.
    pub topic: Option<Text>,
    /// The type of session.
    pub kind: Kind,
    /// Names as this edition published them.
    #[serde(default)]
    pub speakers: List<Text>,
    /// Whether the programme lists "et al." after the speakers.
    #[serde(default)]
    pub et_al: bool,
    /// The published abstract, one string per paragraph.
    #[serde(default, rename = "abstract")]
    pub paragraphs: List<Text>,
    /// What was presented and discussed, in our own words, one string per paragraph.
    #[serde(default)]
    pub summary: List<Text>,
    /// What became of the work afterwards, newest last.
    #[serde(default, deserialize_with = "objects")]
    pub outcome: List<Outcome>,
    /// IDs of earlier sessions on the same work; [`super::Threads`] resolves them.
    #[serde(default)]
    pub follows: List<Text>,
    /// Whether slides were published; `None` if that is not known.
    pub slides: Option<bool>,
    /// URL of the slides, if known.
    pub slides_url: Option<Text>,
    /// Articles about this session.
    #[serde(default, deserialize_with = "objects")]
    pub coverage: List<Report>,
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

/// An article.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, expecting = "a coverage object", bound(deserialize = "'de: 'static"))]
pub struct Report {
    /// The title.
    pub title: Text,
    /// The URL.
    pub url: Text,
    /// Publication date, if known.
    pub published: Option<Date>,
}

/// A later development of the work.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, expecting = "an outcome object", bound(deserialize = "'de: 'static"))]
pub struct Outcome {
    /// One short sentence.
    pub text: Text,
    /// The URL of a source.
    pub url: Text,
}

/// A labelled URL.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, expecting = "a link object", bound(deserialize = "'de: 'static"))]
pub struct Link {
    /// The label.
    pub title: Text,
    /// The URL.
    pub url: Text,
}

/// The kinds of session; `Session` if the kind is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Talk,
    Training,
    Discussion,
    Session,
}

impl Kind {
    /// All kinds, in the order of the help.
    pub const ALL: [Self; 4] = [Self::Talk, Self::Training, Self::Discussion, Self::Session];

    /// Returns the name used in data, on the command line and in output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Talk => "talk",
            Self::Training => "training",
            Self::Discussion => "discussion",
            Self::Session => "session",
        }
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Parsed {
            parse: |name| Self::ALL.into_iter().find(|kind| kind.name() == name),
            expected: "talk, training, discussion or session",
        })
    }
}
