//! The editions and their talks: what a record holds, the embedded files, and their parsing.
//!
//! An embedded edition is parsed when it is first asked for: a command that needs one year reads
//! one file. Data from outside is parsed and checked whole before anything is printed.

mod check;
mod load;
mod when;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Visitor};

pub use load::{Source, load, read};
pub use when::When;

/// What `--version` says of the embedded data; a test compares it with the files.
pub const SUMMARY: &str = "data of 2026-11-22: 5 editions, 49 talks";

/// The embedded files, oldest first. Completeness and number of talks stand here too, so that the
/// default edition is known without parsing the others; a test compares them with the files.
const EMBEDDED: [Outline; 5] = [
    Outline::new(2021, false, 4, include_str!("../../data/2021.json")),
    Outline::new(2022, false, 6, include_str!("../../data/2022.json")),
    Outline::new(2023, true, 16, include_str!("../../data/2023.json")),
    Outline::new(2024, false, 13, include_str!("../../data/2024.json")),
    Outline::new(2025, false, 10, include_str!("../../data/2025.json")),
];

/// What is known of an edition before its file is parsed.
#[derive(Clone, Copy)]
pub struct Outline<'a> {
    /// The year, which names the edition.
    pub year: u16,
    /// Whether every session of the programme is in the data.
    pub complete: bool,
    /// The number of talks.
    pub talks: usize,
    json: &'a str,
}

impl<'a> Outline<'a> {
    const fn new(year: u16, complete: bool, talks: usize, json: &'a str) -> Self {
        Self {
            year,
            complete,
            talks,
            json,
        }
    }
}

/// All editions, oldest first.
pub struct Dataset<'a> {
    editions: Vec<(Outline<'a>, OnceCell<Edition<'a>>)>,
}

impl<'a> Dataset<'a> {
    /// The data that is part of the program.
    pub fn embedded() -> Self {
        Self {
            editions: EMBEDDED
                .iter()
                .map(|outline| (*outline, OnceCell::new()))
                .collect(),
        }
    }

    /// The data set of `editions`, oldest first.
    fn of(editions: Vec<Edition<'a>>) -> Self {
        let outlined = |edition: Edition<'a>| {
            let outline = Outline::new(edition.year, edition.complete, edition.talks.len(), "");
            (outline, OnceCell::from(edition))
        };
        Self {
            editions: editions.into_iter().map(outlined).collect(),
        }
    }

    /// The outlines of all editions, oldest first. Parses nothing.
    pub fn outlines(&self) -> impl DoubleEndedIterator<Item = &Outline<'a>> {
        self.editions.iter().map(|(outline, _)| outline)
    }

    /// The edition of `year`, if there is one.
    pub fn edition(&self, year: u16) -> Option<&Edition<'a>> {
        self.editions
            .iter()
            .find(|(outline, _)| outline.year == year)
            .map(parsed)
    }

    /// All editions, oldest first.
    pub fn editions(&self) -> impl Iterator<Item = &Edition<'a>> {
        self.editions.iter().map(parsed)
    }

    /// The talks of the editions that `wanted` accepts, in the one order of talks: editions oldest
    /// first, within one the order of its file.
    pub fn entries(&self, wanted: impl Fn(u16) -> bool) -> impl Iterator<Item = Entry<'_>> {
        self.editions
            .iter()
            .filter(move |(outline, _)| wanted(outline.year))
            .map(parsed)
            .flat_map(|edition| {
                edition
                    .talks
                    .iter()
                    .map(move |talk| Entry { edition, talk })
            })
    }

    /// The people of the data set, for telling that two spellings are one person.
    pub fn people(&self) -> People<'_> {
        let mut people = People::default();
        for edition in self.editions() {
            for (spelling, person) in &edition.also_known_as {
                people.canonical.insert(spelling, person);
            }
        }
        for (spelling, person) in &people.canonical {
            people.spellings.entry(person).or_default().push(spelling);
        }
        people
    }
}

/// Parses an edition the first time it is asked for.
fn parsed<'d, 'a>((outline, cell): &'d (Outline<'a>, OnceCell<Edition<'a>>)) -> &'d Edition<'a> {
    cell.get_or_init(|| parse(outline))
}

/// Parses an embedded file; a test has made sure that it can be.
fn parse<'a>(outline: &Outline<'a>) -> Edition<'a> {
    serde_json::from_str(outline.json)
        .unwrap_or_else(|fault| panic!("data/{}.json: {fault}", outline.year))
}

/// One edition of the workshop, as its file in `data/` has it.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Edition<'a> {
    /// Where the schema of the file is, for editors.
    #[serde(default, borrow, rename = "$schema")]
    pub schema: Option<Text<'a>>,
    /// The year, which names the edition.
    #[serde(deserialize_with = "whole")]
    pub year: u16,
    /// The name as printed, such as `Kangrejos 2023`.
    #[serde(borrow)]
    pub name: Text<'a>,
    /// First day, where known.
    #[serde(default, deserialize_with = "when::day")]
    pub start: Option<NaiveDate>,
    /// Last day, where known.
    #[serde(default, deserialize_with = "when::day")]
    pub end: Option<NaiveDate>,
    /// City and country, or `online`.
    #[serde(default)]
    pub location: Option<Text<'a>>,
    /// The edition's page.
    pub url: Text<'a>,
    /// Whether every session of the programme is here.
    #[serde(default)]
    pub complete: bool,
    /// Day of the last change of this file, UTC: a calendar's DTSTAMP.
    #[serde(deserialize_with = "when::required_day")]
    pub revised: NaiveDate,
    /// What the organisers wrote of the edition, by paragraph.
    #[serde(default)]
    pub description: Vec<Text<'a>>,
    /// Spelling of a name, and the person it belongs to.
    #[serde(default, deserialize_with = "no_key_twice")]
    pub also_known_as: BTreeMap<Text<'a>, Text<'a>>,
    /// Addresses the facts come from.
    #[serde(default)]
    pub sources: Vec<Text<'a>>,
    /// The sessions, in programme order where it is known.
    pub talks: Vec<Talk<'a>>,
}

impl Edition<'_> {
    /// Sorts the talks by their days and times, where they have some; a talk without stays behind
    /// the one before it.
    fn sort_by_time(&mut self) {
        let mut last = None;
        let mut start = |talk: &Talk| {
            last = talk.start.map(When::order).or(last);
            last
        };
        let starts: Vec<_> = self.talks.iter().map(&mut start).collect();
        if !starts.is_sorted() {
            let mut talks: Vec<_> = starts.into_iter().zip(self.talks.drain(..)).collect();
            talks.sort_by_key(|(start, _)| *start);
            self.talks.extend(talks.into_iter().map(|(_, talk)| talk));
        }
    }
}

/// One session, as its edition's file has it; [`Entry`] adds what it takes from the edition.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Talk<'a> {
    /// Short name, unique over all editions, for good.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Place in the published programme, from 1.
    #[serde(default, deserialize_with = "optional_whole")]
    pub number: Option<u32>,
    /// The published title.
    #[serde(default)]
    pub title: Option<Text<'a>>,
    /// Our description, where no title is known.
    #[serde(default)]
    pub topic: Option<Text<'a>>,
    /// What sort of session it was.
    pub kind: Kind,
    /// Names as this edition published them.
    #[serde(default)]
    pub speakers: Vec<Text<'a>>,
    /// Whether the programme says "et al." behind the speakers.
    #[serde(default)]
    pub et_al: bool,
    /// The published abstract, by paragraph.
    #[serde(default, rename = "abstract")]
    pub paragraphs: Vec<Text<'a>>,
    /// Whether slides were published; `None` where that is not known.
    #[serde(default)]
    pub slides: Option<bool>,
    /// Address of the slides, where it is known.
    #[serde(default)]
    pub slides_url: Option<Text<'a>>,
    /// Press reports of this session.
    #[serde(default)]
    pub coverage: Vec<Report<'a>>,
    /// Projects, patches and documentation.
    #[serde(default)]
    pub links: Vec<Link<'a>>,
    /// Day or time of its own, where known.
    #[serde(default)]
    pub start: Option<When>,
    /// Day (inclusive) or time of its end, where known.
    #[serde(default)]
    pub end: Option<When>,
    /// A place of its own, where it differs from the edition's.
    #[serde(default)]
    pub location: Option<Text<'a>>,
    /// A page of its own, where it differs from the edition's.
    #[serde(default)]
    pub url: Option<Text<'a>>,
    /// Addresses the facts come from.
    #[serde(default)]
    pub sources: Vec<Text<'a>>,
}

/// A press report.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Report<'a> {
    /// Its headline.
    #[serde(borrow)]
    pub title: Text<'a>,
    /// Its address.
    pub url: Text<'a>,
    /// The day it came out, where known.
    #[serde(default, deserialize_with = "when::day")]
    pub published: Option<NaiveDate>,
}

/// A labelled address.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Link<'a> {
    /// What is found there.
    #[serde(borrow)]
    pub title: Text<'a>,
    /// The address.
    pub url: Text<'a>,
}

/// Reads a type as a JSON object only: what serde derives would take an array of its fields too.
/// `remote = "Self"` gives the derived code as a function of the type, which the trait's calls.
macro_rules! objects {
    ($($type:ident: $expected:literal,)*) => {$(
        impl<'de: 'a, 'a> Deserialize<'de> for $type<'a> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Object;

                impl<'de> Visitor<'de> for Object {
                    type Value = $type<'de>;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($expected)
                    }

                    fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<Self::Value, M::Error> {
                        $type::deserialize(MapAccessDeserializer::new(map))
                    }
                }

                deserializer.deserialize_map(Object)
            }
        }
    )*};
}

objects! {
    Edition: "an edition, which is an object",
    Talk: "a talk, which is an object",
    Report: "a press report, which is an object",
    Link: "a link, which is an object",
}

/// A number, with messages for people where it is something else.
struct Whole<T>(T);

impl<'de, T: TryFrom<u64>> Deserialize<'de> for Whole<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Number<T>(PhantomData<T>);

        impl<T: TryFrom<u64>> Visitor<'_> for Number<T> {
            type Value = Whole<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number from 0")
            }

            fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Self::Value, E> {
                let number = T::try_from(number);
                number
                    .map(Whole)
                    .map_err(|_| E::custom("the number is too large"))
            }
        }

        deserializer.deserialize_u64(Number(PhantomData))
    }
}

/// A [`Whole`] number; for serde's `deserialize_with`.
fn whole<'de, D: Deserializer<'de>, T: TryFrom<u64>>(deserializer: D) -> Result<T, D::Error> {
    Whole::deserialize(deserializer).map(|whole| whole.0)
}

/// A [`Whole`] number or nothing; for serde's `deserialize_with`.
fn optional_whole<'de, D: Deserializer<'de>, T: TryFrom<u64>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    let whole = Option::<Whole<T>>::deserialize(deserializer)?;
    Ok(whole.map(|whole| whole.0))
}

/// A map, where serde's own would take the last of several values of a key; for serde's
/// `deserialize_with`.
fn no_key_twice<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<Text<'de>, Text<'de>>, D::Error> {
    struct Map;

    impl<'de> Visitor<'de> for Map {
        type Value = BTreeMap<Text<'de>, Text<'de>>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object of strings")
        }

        fn visit_map<M: MapAccess<'de>>(self, mut access: M) -> Result<Self::Value, M::Error> {
            let mut map = BTreeMap::new();
            while let Some((key, value)) = access.next_entry::<Text, Text>()? {
                if map.insert(key.clone(), value).is_some() {
                    return Err(M::Error::custom(format_args!("duplicate key `{key}`")));
                }
            }
            Ok(map)
        }
    }

    deserializer.deserialize_map(Map)
}

/// What sort of session a talk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A presentation.
    Talk,
    /// A training.
    Training,
    /// A discussion.
    Discussion,
    /// A session of which no more is known.
    Session,
}

impl Kind {
    /// Every kind's name, in the order of the type.
    pub const NAMES: [&'static str; 4] = ["talk", "training", "discussion", "session"];

    /// The name in data and output.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }
}

impl FromStr for Kind {
    type Err = &'static str;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        [Self::Talk, Self::Training, Self::Discussion, Self::Session]
            .into_iter()
            .find(|kind| kind.name() == name)
            .ok_or("expected talk, training, discussion or session")
    }
}

/// A talk in its edition: what every command handles.
#[derive(Clone, Copy)]
pub struct Entry<'d> {
    /// The edition the talk belongs to.
    pub edition: &'d Edition<'d>,
    /// The talk.
    pub talk: &'d Talk<'d>,
}

impl<'d> Entry<'d> {
    /// The title as shown: the published one, else our topic in square brackets, else who spoke.
    pub fn shown_title(&self) -> Cow<'d, str> {
        let talk = self.talk;
        match (&talk.title, &talk.topic) {
            (Some(title), _) => Cow::Borrowed(title),
            (None, Some(topic)) => Cow::Owned(format!("[{topic}]")),
            (None, None) if talk.speakers.is_empty() => Cow::Borrowed("[session]"),
            (None, None) => Cow::Owned(format!("[session by {}]", self.speakers())),
        }
    }

    /// The speakers in one line, empty where none is known.
    pub fn speakers(&self) -> String {
        let mut line = self.talk.speakers.join(", ");
        if self.talk.et_al {
            line.push_str(" et al.");
        }
        line
    }

    /// When the talk begins: its own time or day, else the edition's first day.
    pub fn start(&self) -> Option<When> {
        self.own_or(self.talk.start, self.edition.start)
    }

    /// When the talk ends: its own time or day (inclusive), else the edition's last day. A talk
    /// with a start of its own does not borrow the edition's end.
    pub fn end(&self) -> Option<When> {
        self.own_or(self.talk.end, self.edition.end)
    }

    fn own_or(&self, own: Option<When>, of_edition: Option<NaiveDate>) -> Option<When> {
        match self.talk.start {
            Some(_) => own,
            None => of_edition.map(When::Day),
        }
    }

    /// Where the talk takes place.
    pub fn location(&self) -> Option<&'d str> {
        let own = self.talk.location.as_ref();
        own.or(self.edition.location.as_ref()).map(Deref::deref)
    }

    /// The talk's page.
    pub fn url(&self) -> &'d str {
        self.talk.url.as_ref().unwrap_or(&self.edition.url)
    }
}

/// Which spellings of a name are one person, over all editions.
#[derive(Default)]
pub struct People<'d> {
    /// The person of each published spelling.
    canonical: BTreeMap<&'d str, &'d str>,
    /// The published spellings of each person.
    spellings: BTreeMap<&'d str, Vec<&'d str>>,
}

impl<'d> People<'d> {
    /// The person's own name for a published spelling.
    pub fn person<'s>(&self, spelling: &'s str) -> &'s str
    where
        'd: 's,
    {
        self.canonical.get(spelling).copied().unwrap_or(spelling)
    }

    /// The other spellings of the person that `spelling` belongs to, the own name included.
    pub fn other_spellings<'s>(
        &'s self,
        spelling: &'s str,
    ) -> impl Iterator<Item = &'d str> + use<'s, 'd> {
        let person = self.canonical.get(spelling).copied();
        let name = person.unwrap_or(spelling);
        let others = self.spellings.get(name).into_iter().flatten().copied();
        others.chain(person).filter(move |other| *other != spelling)
    }
}

/// A string of the data, borrowed from the file's text unless it holds JSON escapes.
///
/// `Option<Cow<str>>` would always be owned: serde borrows only a bare `Cow`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text<'a>(Cow<'a, str>);

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Text<'_> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for Text<'_> {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Borrowing;

        impl<'de> Visitor<'de> for Borrowing {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }

        deserializer.deserialize_str(Borrowing)
    }
}
