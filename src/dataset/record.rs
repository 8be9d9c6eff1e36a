//! What the data holds of an edition and of a talk, and what follows from it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::str::FromStr;

use chrono::NaiveDate;

use super::read::{self, Text};
use super::when::{self, When};

/// One edition of the workshop, as its file in `data/` has it.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Edition<'a> {
    /// Where the schema of the file is, for editors.
    #[serde(default, borrow, rename = "$schema")]
    pub schema: Option<Text<'a>>,
    /// The year, which names the edition.
    #[serde(deserialize_with = "read::whole")]
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
    #[serde(default, deserialize_with = "read::no_key_twice")]
    pub also_known_as: BTreeMap<Text<'a>, Text<'a>>,
    /// Addresses the facts come from.
    #[serde(default)]
    pub sources: Vec<Text<'a>>,
    /// The sessions, in programme order where it is known.
    #[serde(deserialize_with = "read::dozens")]
    pub talks: Vec<Talk<'a>>,
}

impl Edition<'_> {
    /// Sorts the talks by their days and times, where they have some; a talk without stays behind
    /// the one before it.
    pub fn sort_by_time(&mut self) {
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
    #[serde(default, deserialize_with = "read::optional_whole")]
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
    /// What was presented and discussed, in our own words, one string per paragraph.
    #[serde(default)]
    pub summary: Vec<Text<'a>>,
    /// What became of the work afterwards, newest last.
    #[serde(default)]
    pub outcome: Vec<Outcome<'a>>,
    /// IDs of earlier sessions on the same work; [`super::Threads`] resolves them.
    #[serde(default)]
    pub follows: Vec<Text<'a>>,
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

/// Something that became of the work.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Outcome<'a> {
    /// One short sentence.
    #[serde(borrow)]
    pub text: Text<'a>,
    /// Where it can be read.
    pub url: Text<'a>,
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

read::objects! {
    Edition: "an edition, which is an object",
    Talk: "a talk, which is an object",
    Report: "a press report, which is an object",
    Outcome: "an outcome, which is an object",
    Link: "a link, which is an object",
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

    /// Where more of the talk is to be seen: its slides, else the first press report.
    pub fn material(&self) -> Option<&'d str> {
        let report = self.talk.coverage.first().map(|report| &report.url);
        self.talk.slides_url.as_ref().or(report).map(Deref::deref)
    }

    /// The talk's page.
    pub fn url(&self) -> &'d str {
        self.talk.url.as_ref().unwrap_or(&self.edition.url)
    }
}
