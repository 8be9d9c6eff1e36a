//! A talk with its edition, the unit that all commands work with, and the values derived from the
//! records.

use std::borrow::Cow;

use clap::ValueEnum;
use clap::builder::PossibleValue;

use super::record::{Article, Edition, Kind, Outcome, State, Talk};
use super::when::When;

/// Makes the names of an enum values on the command line.
macro_rules! value_enum {
    ($names:ty) => {
        impl ValueEnum for $names {
            fn value_variants<'a>() -> &'a [Self] {
                Self::ALL
            }

            fn to_possible_value(&self) -> Option<PossibleValue> {
                Some(PossibleValue::new(self.name()))
            }
        }
    };
}

value_enum!(Kind);
value_enum!(State);

impl Edition {
    /// Returns the talks with their edition.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> + Clone {
        self.talks.iter().map(|talk| Entry { edition: self, talk })
    }

    /// Returns the name of the conference: that of the edition without the year at its end.
    pub fn series(&self) -> &str {
        let series = self.name.strip_suffix(&*self.year.to_string()).map(str::trim_end);
        series.filter(|series| !series.is_empty()).unwrap_or(&self.name)
    }

    /// Sorts the talks by date and time. A talk without either stays after the one that precedes
    /// it.
    pub fn sort_by_time(&mut self) {
        let mut last = None;
        self.talks.to_mut().sort_by_cached_key(|talk| {
            last = talk.start.map(|start| (start.day(), start)).or(last);
            last
        });
    }
}

impl Outcome {
    /// Returns the date, or a text that sorts after every date.
    pub fn sort_key(&self) -> &str {
        self.date.as_deref().unwrap_or("unknown")
    }
}

impl Article {
    /// Returns the title, with the date if it is known.
    pub fn dated_title(&self) -> String {
        let day = self.published.map(|day| format!(" ({day})"));
        format!("{}{}", self.title, day.unwrap_or_default())
    }
}

/// What a talk can be required to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Has {
    /// Slides whose URL is known
    Slides,
    /// A published abstract
    Abstract,
    /// A summary of what was said
    Summary,
    /// An article about the talk
    #[value(alias = "coverage")]
    Article,
    /// Notes of who said what
    Notes,
    /// What became of the work
    Outcome,
}

impl Has {
    /// Whether `talk` has this.
    pub fn is_of(self, talk: &Talk) -> bool {
        match self {
            Has::Slides => talk.slides_url.is_some(),
            Has::Abstract => !talk.paragraphs.is_empty(),
            Has::Summary => !talk.summary.is_empty(),
            Has::Article => !talk.coverage.is_empty(),
            Has::Notes => !talk.notes.is_empty(),
            Has::Outcome => !talk.outcome.is_empty(),
        }
    }
}

/// A talk and its edition, the unit that all commands work with.
#[derive(Clone, Copy)]
pub struct Entry<'d> {
    pub edition: &'d Edition,
    pub talk: &'d Talk,
}

impl<'d> Entry<'d> {
    /// Returns the title to display: the published one, or in square brackets our own or the
    /// speakers.
    pub fn shown_title(&self) -> Cow<'d, str> {
        let talk = self.talk;
        match (&talk.title, &talk.working_title) {
            (Some(title), _) => Cow::Borrowed(title),
            (None, Some(title)) => Cow::Owned(format!("[{title}]")),
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

    /// Whether there is anything to read.
    pub fn is_readable(&self) -> bool {
        Has::value_variants().iter().any(|has| has.is_of(self.talk))
    }

    /// Returns the state with what it applies to, such as `merged 6.18` or `out of tree`.
    pub fn state(&self) -> Option<String> {
        let state = self.talk.state?.name().replace('-', " ");
        let since = self.talk.since.as_deref().unwrap_or_default();
        let since = since.strip_prefix("Linux ").unwrap_or(since);
        Some(format!("{state} {since}").trim_end().to_owned())
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
    use serde::Deserialize;

    use super::super::record::{Link, Note};
    use super::*;

    /// Returns the keys that a record can have, in their order, taken from serde's error for an
    /// unknown key.
    fn keys<T: Deserialize<'static>>() -> Vec<String> {
        let error = serde_json::from_str::<T>("{\"no such key\": 1}").err();
        let error = error.expect("an unknown key").to_string();
        let (_, known) = error.split_once(", expected ").expect("the keys");
        known.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    }

    #[test]
    fn a_title_is_published_or_in_brackets() {
        for (keys, title) in [
            (r#""title": "T", "speakers": ["Ann"]"#, "T"),
            (r#""working_title": "t", "speakers": ["Ann"]"#, "[t]"),
            (r#""speakers": ["Ann", "Bob"], "et_al": true"#, "[session by Ann, Bob et al.]"),
            (r#""speakers": []"#, "[session]"),
        ] {
            let json = format!(
                r#"{{"year": 2026, "name": "E", "url": "https://example.org", "revised": "2026-01-01",
                "talks": [{{"id": "x", "kind": "session", {keys}}}]}}"#
            );
            let edition: Edition = serde_json::from_str(json.leak()).expect("syntax");
            let entry = Entry { edition: &edition, talk: &edition.talks[0] };
            assert_eq!(entry.shown_title(), title);
        }
    }

    #[test]
    fn a_conference_is_named_without_the_year() {
        for (name, series) in [
            ("Kangrejos 2026", "Kangrejos"),
            ("Kangrejos2026", "Kangrejos"),
            ("Kangrejos 2025", "Kangrejos 2025"),
            ("2026 Kangrejos", "2026 Kangrejos"),
            ("2026", "2026"),
        ] {
            let json = format!(
                r#"{{"year": 2026, "name": "{name}", "url": "https://a.b", "revised": "2026-01-01", "talks": []}}"#
            );
            let edition: Edition = serde_json::from_str(json.leak()).expect("syntax");
            assert_eq!(edition.series(), series);
        }
    }

    #[test]
    fn the_schema_has_the_keys_of_the_records_in_their_order() {
        let text = include_str!("../../data/schema.json");
        let schema: serde_json::Value = serde_json::from_str(text).expect("JSON");
        for (name, keys) in [
            ("edition", keys::<Edition>()),
            ("talk", keys::<Talk>()),
            ("article", keys::<Article>()),
            ("note", keys::<Note>()),
            ("outcome", keys::<Outcome>()),
            ("link", keys::<Link>()),
        ] {
            let properties = schema["$defs"][name]["properties"].as_object().expect(name);
            let mut sorted = keys.clone();
            sorted.sort_unstable();
            assert!(sorted.iter().eq(properties.keys()), "{name}: {sorted:?}");
            let start = format!("\n    \"{name}\": {{\n");
            let (_, definition) = text.split_once(&start).expect("the definition");
            let place = |key: &String| definition.find(&format!("\n        \"{key}\": {{"));
            assert!(keys.iter().map(place).is_sorted(), "{name}: {keys:?}");
        }
    }
}
