//! What the pages of talks, editions and people hold, in the order in which a reader wants it. The
//! writers decide only how it looks.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::dates;
use crate::dataset::{Edition, Entry, Kind, Note, Profile, State, Text, Threads};
use crate::phrase::{count, list};

/// A part of a page.
pub struct Block<'d> {
    pub part: Part,
    pub content: Content<'d>,
}

/// What a part of a page tells.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Title,
    Speakers,
    Edition,
    Gist,
    State,
    Summary,
    Outcome,
    Notes,
    Elsewhere,
    Abstract,
    Slides,
    Articles,
    Links,
    Page,
    SeeAlso,
    Topics,
    Id,
    Description,
    Schedule,
    Talks,
    Session,
    Sources,
}

impl Part {
    /// Returns the label, for parts that have one.
    pub fn label(self) -> &'static str {
        match self {
            Part::State => "State",
            Part::Outcome => "Outcome",
            Part::Notes => "Notes",
            Part::Elsewhere => "Elsewhere",
            Part::Abstract => "As announced",
            Part::Slides => "Slides",
            Part::Articles => "Articles",
            Part::Links => "Links",
            Part::Page => "Page",
            Part::SeeAlso => "See also",
            Part::Topics => "Topics",
            Part::Id => "ID",
            Part::Schedule => "Schedule",
            Part::Talks => "Talks",
            Part::Sources => "Sources",
            Part::Title
            | Part::Speakers
            | Part::Edition
            | Part::Gist
            | Part::Summary
            | Part::Description
            | Part::Session => "",
        }
    }
}

/// The content of a part.
pub enum Content<'d> {
    /// A short text on lines of its own.
    Line(Cow<'d, str>),
    /// A text of several paragraphs.
    Paragraphs(&'d [Text]),
    /// Labeled values.
    Items(Vec<Item<'d>>),
    /// The talks of an edition.
    Schedule(&'d Edition),
}

/// A labeled value, or one of several.
#[derive(Default)]
pub struct Item<'d> {
    /// What comes first: a date, a person, the ID of a talk.
    pub lead: Cow<'d, str>,
    pub text: Cow<'d, str>,
    pub url: Option<&'d str>,
    /// Whether it tells how to see more with this program, which is of no use elsewhere.
    pub is_hint: bool,
}

impl<'d> Item<'d> {
    fn text(text: impl Into<Cow<'d, str>>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    fn link(text: impl Into<Cow<'d, str>>, url: &'d str) -> Self {
        Self { text: text.into(), url: Some(url), ..Self::default() }
    }

    fn hint(text: String) -> Self {
        Self { text: text.into(), is_hint: true, ..Self::default() }
    }

    fn talk(entry: &Entry<'d>) -> Self {
        let text = format!("{} {}", entry.edition.year, entry.shown_title());
        Self { lead: Cow::Borrowed(&entry.talk.id), ..Self::text(text) }
    }
}

/// Collects blocks, without those that are empty.
#[derive(Default)]
struct Blocks<'d>(Vec<Block<'d>>);

impl<'d> Blocks<'d> {
    fn line(&mut self, part: Part, text: impl Into<Cow<'d, str>>) {
        let text = text.into();
        if !text.is_empty() {
            self.0.push(Block { part, content: Content::Line(text) });
        }
    }

    fn paragraphs(&mut self, part: Part, texts: &'d [Text]) {
        if !texts.is_empty() {
            self.0.push(Block { part, content: Content::Paragraphs(texts) });
        }
    }

    fn items(&mut self, part: Part, items: impl IntoIterator<Item = Item<'d>>) {
        let items: Vec<Item> = items.into_iter().collect();
        if !items.is_empty() {
            self.0.push(Block { part, content: Content::Items(items) });
        }
    }
}

/// Returns the page of a talk; without `notes`, it only says how many there are.
pub fn talk<'d>(entry: &Entry<'d>, threads: &Threads<'d>, notes: bool) -> Vec<Block<'d>> {
    let talk = entry.talk;
    let mut page = Blocks::default();
    page.line(Part::Title, entry.shown_title());
    page.line(Part::Speakers, entry.speakers());
    page.line(Part::Edition, dates::talk_line(entry));
    page.line(Part::Gist, talk.gist.as_deref().unwrap_or_default());
    page.items(Part::State, state(entry));
    page.paragraphs(Part::Summary, &talk.summary);
    page.items(
        Part::Outcome,
        talk.outcome.iter().map(|outcome| Item {
            lead: outcome.date.as_deref().unwrap_or("undated").into(),
            ..Item::link(&*outcome.text, &outcome.url)
        }),
    );
    let at_session = |is: bool| talk.notes.iter().filter(move |note| note.at_session == is);
    if notes {
        page.items(Part::Notes, at_session(true).map(note));
        page.items(Part::Elsewhere, at_session(false).map(note));
    } else if !talk.notes.is_empty() {
        let said = match at_session(true).count() {
            0 => String::new(),
            said => format!("{} on who said what", count(said, "note")),
        };
        let elsewhere = match (at_session(false).count(), &*said) {
            (0, _) => String::new(),
            (notes, "") => format!("{} from elsewhere", count(notes, "note")),
            (notes, _) => format!(", {notes} from elsewhere"),
        };
        page.items(Part::Notes, [Item::hint(format!("{said}{elsewhere}: --notes"))]);
    }
    page.paragraphs(Part::Abstract, &talk.paragraphs);
    page.items(
        Part::Slides,
        match (&talk.slides_url, talk.slides) {
            (Some(url), _) => Some(Item::link("", url)),
            (None, Some(true)) => Some(Item::text("published (URL unknown)")),
            (None, Some(false)) => Some(Item::text("not published")),
            (None, None) => None,
        },
    );
    let articles = talk.coverage.iter();
    page.items(Part::Articles, articles.map(|it| Item::link(it.dated_title(), &it.url)));
    page.items(Part::Links, talk.links.iter().map(|it| Item::link(&*it.title, &it.url)));
    page.items(Part::Page, talk.url.iter().map(|url| Item::link("", url)));
    let mut related: Vec<Item> = threads.related(entry).map(Item::talk).collect();
    if !related.is_empty() {
        let id = &talk.id;
        related.push(Item::hint(format!("the whole story: `kangrejos timeline {id}`")));
    }
    page.items(Part::SeeAlso, related);
    page.items(Part::Topics, some(list(&talk.topics)).map(Item::text));
    let kind = match talk.kind {
        Kind::Session => String::new(),
        kind => format!("({})", kind.name()),
    };
    page.items(Part::Id, [Item { lead: Cow::Borrowed(&talk.id), ..Item::text(kind) }]);
    page.items(Part::Sources, sources(entry).into_iter().map(|url| Item::link("", url)));
    page.0
}

/// Returns the page of an edition.
pub fn edition(edition: &Edition) -> Vec<Block<'_>> {
    let mut page = Blocks::default();
    page.line(Part::Title, &*edition.name);
    page.line(Part::Edition, dates::edition_details(edition));
    page.items(Part::Page, [Item::link("", &edition.url)]);
    page.paragraphs(Part::Description, &edition.description);
    if !edition.talks.is_empty() {
        page.0.push(Block { part: Part::Schedule, content: Content::Schedule(edition) });
    }
    let sources = edition.sources.iter().filter(|source| **source != edition.url);
    page.items(Part::Sources, sources.map(|url| Item::link("", url)));
    page.0
}

/// Returns the page of a person: the talks, then the notes by session, newest first, those made
/// elsewhere apart.
pub fn person<'d>(profile: &Profile<'d>) -> Vec<Block<'d>> {
    let mut page = Blocks::default();
    page.line(Part::Title, profile.name);
    if !profile.also_known_as.is_empty() {
        page.line(Part::Speakers, format!("also known as {}", list(&profile.also_known_as)));
    }
    page.items(Part::Talks, profile.talks.iter().map(Item::talk));
    let sessions = profile.notes.chunk_by(|a, b| a.0.talk.id == b.0.talk.id);
    for notes in sessions {
        let entry = &notes[0].0;
        let (title, year) = (entry.shown_title(), entry.edition.year);
        page.line(Part::Session, format!("{title}, {year} [{}]", entry.talk.id));
        let at_session = |is: bool| {
            notes.iter().map(|(_, note)| *note).filter(move |note| note.at_session == is)
        };
        page.items(Part::Notes, at_session(true).map(note));
        page.items(Part::Elsewhere, at_session(false).map(note));
    }
    page.0
}

/// Returns where the work of a talk stands, with what it was merged into or released as.
fn state<'d>(entry: &Entry<'d>) -> Option<Item<'d>> {
    let state = entry.talk.state?;
    let name = state.name().replace('-', " ");
    Some(Item::text(match (&entry.talk.since, state) {
        (Some(since), State::Merged | State::Released) => format!("{name} ({since})"),
        _ => name,
    }))
}

/// Returns a note, with the people first: the text begins with one of them or at least names one, or
/// they are put before it.
fn note(note: &Note) -> Item<'_> {
    let text = &*note.text;
    // As whole words: "Annual" does not name Ann.
    let place = |name: &Text| {
        let mut places = text.match_indices(&**name).map(|(at, _)| at);
        places.find(|at| {
            let (before, after) = (&text[..*at], &text[at + name.len()..]);
            !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
        })
    };
    let (lead, text) = if let Some(name) = note.by.iter().find(|name| place(name) == Some(0)) {
        // With an apostrophe and what else follows the name.
        let end = text[name.len()..].find(' ').map_or(text.len(), |end| name.len() + end);
        (text[..end].into(), text[end..].trim_start())
    } else if note.by.is_empty() || note.by.iter().any(|name| place(name).is_some()) {
        ("".into(), text)
    } else {
        (format!("{}:", list(&note.by)).into(), text)
    };
    Item { lead, text: text.into(), url: note.url.as_deref(), is_hint: false }
}

/// Returns the sources of a talk that are not on its page already.
fn sources<'d>(entry: &Entry<'d>) -> Vec<&'d str> {
    let talk = entry.talk;
    let slides = talk.slides_url.iter().chain(talk.outcome.iter().map(|it| &it.url));
    let links = talk.coverage.iter().map(|it| &it.url).chain(talk.links.iter().map(|it| &it.url));
    let shown: BTreeSet<&str> = slides.chain(links).map(|url| &**url).collect();
    talk.sources.iter().map(|url| &**url).filter(|url| !shown.contains(url)).collect()
}

fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_begins_with_its_people() {
        for (text, by, lead, rest) in [
            ("Ann Bee's point.", vec!["Al", "Ann Bee"], "Ann Bee's", "point."),
            ("Ann, at last.", vec!["Ann"], "Ann,", "at last."),
            ("Annual reports.", vec!["Ann"], "Ann:", "Annual reports."),
            ("A mail of Ann.", vec!["Ann"], "", "A mail of Ann."),
            ("A point.", vec!["Ann", "Al"], "Ann, Al:", "A point."),
            ("A point.", vec![], "", "A point."),
        ] {
            let by: Vec<Text> = by.into_iter().map(Text::new).collect();
            let made = Note { text: Text::new(text), by: by.into(), at_session: true, url: None };
            let item = note(&made);
            assert_eq!((&*item.lead, &*item.text), (lead, rest), "{text}");
        }
    }
}
