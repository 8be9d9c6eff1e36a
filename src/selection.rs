//! Which talks the user wants: the options that several commands share, and the only filter.

use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

use crate::dataset::{Dataset, Entry, Kind, People, Talk};
use crate::error::{Error, Message};
use crate::escape::Quoted;
use crate::fold;
use crate::phrase::list;

// The options that select talks.
#[derive(Args, Clone, Default)]
#[command(next_help_heading = "Filters")]
pub struct Selection {
    /// Only this edition, `latest` or `all` (may be repeated)
    #[arg(
        short = 'e',
        long = "edition",
        alias = "year",
        value_name = "YEAR",
        value_delimiter = ','
    )]
    editions: Vec<EditionArg>,

    /// Only talks by this speaker (may be repeated)
    ///
    /// NAME is a name or part of one; case and accents are ignored. If repeated, any may match.
    #[arg(short = 's', long = "speaker", value_name = "NAME")]
    speakers: Vec<Name>,

    /// Only talk, training, discussion or session
    ///
    /// The kind of session; `session` if it is unknown which. May be repeated: any may match.
    #[arg(short = 'k', long = "kind", value_name = "KIND", value_parser = kind_parser(), hide_possible_values = true)]
    kinds: Vec<Kind>,

    /// Only with summary, slides, abstract or coverage
    ///
    /// What there must be to read: a summary, the URL of slides, a published abstract, an article. May be
    /// repeated: all must be there.
    #[arg(long, value_name = "WHAT", value_enum, hide_possible_values = true)]
    has: Vec<Has>,
}

/// The editions a command looks at if no `--edition` is given.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum DefaultEditions {
    /// The latest edition whose programme is complete; the latest of all if none is.
    LatestComplete,
    /// Every edition.
    All,
}

/// What an edition option names.
#[derive(Clone, Copy)]
enum EditionArg {
    Year(u16),
    Latest,
    All,
}

/// A speaker's name as typed: folded words, at least one.
#[derive(Clone)]
struct Name(Vec<String>);

/// What a talk can have.
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
    /// All values.
    pub const ALL: [Has; 4] = [Has::Summary, Has::Slides, Has::Abstract, Has::Coverage];

    /// Returns the name on the command line and in queries.
    pub fn name(self) -> &'static str {
        match self {
            Has::Summary => "summary",
            Has::Slides => "slides",
            Has::Abstract => "abstract",
            Has::Coverage => "coverage",
        }
    }

    /// Whether `talk` has it.
    pub fn is_of(self, talk: &Talk) -> bool {
        match self {
            Has::Summary => !talk.summary.is_empty(),
            Has::Slides => talk.slides_url.is_some(),
            Has::Abstract => !talk.paragraphs.is_empty(),
            Has::Coverage => !talk.coverage.is_empty(),
        }
    }
}

/// The talks selected, and the editions they were looked for in.
pub struct Selected<'d> {
    /// The years looked at, oldest first.
    pub years: Vec<u16>,
    /// The talks, in the one order.
    pub entries: Vec<Entry<'d>>,
}

impl Selection {
    /// Returns the talks of `dataset` that the options select; an unknown year is a usage error.
    pub fn select<'d>(
        &self,
        dataset: &'d Dataset,
        default: DefaultEditions,
    ) -> Result<Selected<'d>, Error> {
        let years = self.years(dataset, default)?;
        let people = (!self.speakers.is_empty()).then(|| dataset.people());
        let entries = dataset
            .entries(|year| years.contains(&year))
            .filter(|entry| self.matches(entry, people.as_ref()))
            .collect();
        Ok(Selected { years, entries })
    }

    /// Returns the same options for every edition.
    pub fn everywhere(&self) -> Self {
        Self { editions: vec![EditionArg::All], ..self.clone() }
    }

    /// Whether the editions were left to the default.
    pub fn is_default_edition(&self) -> bool {
        self.editions.is_empty()
    }

    /// Whether options beside the edition narrow the talks.
    pub fn is_narrowed(&self) -> bool {
        !(self.speakers.is_empty() && self.kinds.is_empty() && self.has.is_empty())
    }

    fn years(&self, dataset: &Dataset, default: DefaultEditions) -> Result<Vec<u16>, Error> {
        let all = || dataset.years();
        if self.editions.is_empty() && default == DefaultEditions::LatestComplete {
            return Ok(dataset.default_year().into_iter().collect());
        }
        let mut wanted = Vec::new();
        for edition in &self.editions {
            match edition {
                EditionArg::All => wanted.extend(all()),
                EditionArg::Latest => wanted.extend(all().last()),
                EditionArg::Year(year) if all().any(|y| y == *year) => wanted.push(*year),
                EditionArg::Year(year) => {
                    return Err(no_edition(&year.to_string(), dataset).into());
                }
            }
        }
        Ok(all().filter(|year| self.editions.is_empty() || wanted.contains(year)).collect())
    }

    fn matches(&self, entry: &Entry, people: Option<&People>) -> bool {
        let talk = entry.talk;
        (self.kinds.is_empty() || self.kinds.contains(&talk.kind))
            && self.has.iter().all(|has| has.is_of(talk))
            && people.is_none_or(|people| {
                let mut speakers = talk.speakers.iter();
                speakers.any(|speaker| self.matches_speaker(speaker, people))
            })
    }

    /// Whether `speaker`, in any spelling of the name, is one of those asked for; everybody is if none
    /// is asked for.
    pub fn matches_speaker(&self, speaker: &str, people: &People) -> bool {
        self.speakers.is_empty()
            || people.other_spellings(speaker).chain([speaker]).any(|spelling| {
                let spelling = fold::words(spelling);
                let fits = |name: &Name| name.0.iter().all(|word| spelling.contains(word));
                self.speakers.iter().any(fits)
            })
    }
}

/// Parses a year as people write it: four digits.
pub fn year(text: &str) -> Option<u16> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

/// Returns the message for a year that no edition has.
pub fn no_edition(year: &str, dataset: &Dataset) -> Message {
    let years = list(dataset.years());
    Message::new(format!("no edition {} (available: {years})", Quoted(year)))
}

fn kind_parser() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::NAMES).try_map(|name| Kind::from_str(&name))
}

impl FromStr for EditionArg {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "all" => Ok(Self::All),
            "latest" => Ok(Self::Latest),
            text => {
                year(text).map(Self::Year).ok_or("expected a year such as 2023, 'latest' or 'all'")
            }
        }
    }
}

impl FromStr for Name {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match fold::words(text) {
            words if words.is_empty() => Err("expected a name or part of a name"),
            words => Ok(Self(words)),
        }
    }
}
