//! The words of a talk, and how well a word of a query matches one.

use std::cell::OnceCell;
use std::ops::Deref;
use std::sync::LazyLock;

use frostem::{Algorithm, Stemmer};

use crate::dataset::{Entry, People};
use crate::fold;

/// A part of a talk that is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The id.
    Id,
    /// The published title.
    Title,
    /// The speakers, in every spelling of their names.
    Speakers,
    /// Our description.
    Topic,
    /// Headlines of the press reports.
    Coverage,
    /// Labels of the links.
    Links,
    /// The published abstract.
    Abstract,
    /// The place.
    Location,
    /// The name and year of the edition.
    Edition,
    /// The kind of session.
    Kind,
}

impl Field {
    /// Every field, in the order of the type.
    pub const ALL: [Field; 10] = [
        Field::Id,
        Field::Title,
        Field::Speakers,
        Field::Topic,
        Field::Coverage,
        Field::Links,
        Field::Abstract,
        Field::Location,
        Field::Edition,
        Field::Kind,
    ];

    /// The key in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Field::Id => "id",
            Field::Title => "title",
            Field::Speakers => "speakers",
            Field::Topic => "topic",
            Field::Coverage => "coverage",
            Field::Links => "links",
            Field::Abstract => "abstract",
            Field::Location => "location",
            Field::Edition => "edition",
            Field::Kind => "kind",
        }
    }
}

/// A word of a talk.
#[derive(Clone, Copy)]
pub struct Word<'d> {
    /// As it stands in the data.
    pub original: &'d str,
    /// Where it stands.
    pub field: Field,
    /// Its place: neighbours differ by one, words of different texts by more.
    pub place: u32,
    folded: (u32, u32),
}

/// All words of one talk, in the order of its fields. Made to be filled again for the next talk.
#[derive(Default)]
pub struct Words<'d> {
    folded: String,
    list: Vec<Word<'d>>,
    place: u32,
}

impl<'d> Words<'d> {
    /// Takes the words of `entry` in place of those it holds.
    pub fn fill(&mut self, entry: &Entry<'d>, people: &People<'d>) {
        self.folded.clear();
        self.list.clear();
        self.place = 0;
        let talk = entry.talk;
        self.add(Field::Id, &talk.id);
        if let Some(title) = &talk.title {
            self.add(Field::Title, title);
        }
        for speaker in &talk.speakers {
            self.add(Field::Speakers, speaker);
            for spelling in people.other_spellings(speaker) {
                self.add(Field::Speakers, spelling);
            }
        }
        if let Some(topic) = &talk.topic {
            self.add(Field::Topic, topic);
        }
        for report in &talk.coverage {
            self.add(Field::Coverage, &report.title);
        }
        for link in &talk.links {
            self.add(Field::Links, &link.title);
        }
        for paragraph in &talk.paragraphs {
            self.add(Field::Abstract, paragraph);
        }
        if let Some(location) = entry.location() {
            self.add(Field::Location, location);
        }
        self.add(Field::Edition, &entry.edition.name);
        self.add(Field::Kind, talk.kind.name());
    }

    /// Whether the word after the `n`th stands right behind it, in the same text.
    pub fn follow(&self, n: usize) -> bool {
        let next = self.list.get(n + 1);
        next.is_some_and(|next| next.place == self.list[n].place + 1)
    }

    /// The folded text of a word.
    pub fn folded(&self, word: &Word) -> &str {
        &self.folded[word.folded.0 as usize..word.folded.1 as usize]
    }

    /// The first byte of the `n`th word, folded.
    pub fn first_byte(&self, n: usize) -> u8 {
        self.folded.as_bytes()[self.list[n].folded.0 as usize]
    }

    fn add(&mut self, field: Field, text: &'d str) {
        // Words of one text are neighbours, those of two texts are never close.
        self.place += 100;
        // Nearly all texts are ASCII, which folds in one go and keeps every offset.
        let folded_at = text.is_ascii().then_some(self.folded.len());
        if folded_at.is_some() {
            fold::push_folded(text, &mut self.folded);
        }
        for at in fold::split(text) {
            let original = &text[at.clone()];
            let folded = folded_at.map(|base| base + at.start..base + at.end);
            let folded = folded.unwrap_or_else(|| {
                let start = self.folded.len();
                fold::push_folded(original, &mut self.folded);
                start..self.folded.len()
            });
            if folded.is_empty() {
                continue;
            }
            self.place += 1;
            let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            self.list.push(Word {
                original,
                field,
                place: self.place,
                folded: (offset(folded.start), offset(folded.end)),
            });
        }
    }

    /// How well `needle` matches at the `n`th word, and how many words it takes there.
    pub fn matched(&self, n: usize, needle: &Needle) -> Option<(Match, usize)> {
        let word = self.folded(&self.list[n]);
        match needle.matched(word) {
            Some(how) => Some((how, 1)),
            None => self.joined(n, word, needle),
        }
    }

    /// Whether `needle` is this word and the next one or two in one: `fsverity` is `fs-verity`.
    fn joined(&self, n: usize, word: &str, needle: &Needle) -> Option<(Match, usize)> {
        if word.len() < 2 {
            return None;
        }
        let mut rest = needle.word.strip_prefix(word)?;
        for taken in 1..=2 {
            if !self.follow(n + taken - 1) {
                return None;
            }
            let next = self.folded(&self.list[n + taken]);
            if rest == next || (rest.len() > 2 && stem(rest) == stem(next)) {
                return Some((Match::Whole, taken + 1));
            }
            rest = rest.strip_prefix(next)?;
        }
        None
    }
}

impl<'d> Deref for Words<'d> {
    type Target = [Word<'d>];

    fn deref(&self) -> &[Word<'d>] {
        &self.list
    }
}

/// How a word of a query matches a word of a talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// The two share their stem: `verify`, `verification`.
    Ending,
    /// One begins with the other: `initial`, `initialization`.
    Prefix,
    /// The two are the same.
    Whole,
}

/// A word of a query, folded.
#[derive(Clone, Debug)]
pub struct Needle {
    word: String,
    stem: OnceCell<String>,
}

impl Needle {
    /// A folded word.
    pub fn new(word: String) -> Self {
        Self {
            word,
            stem: OnceCell::new(),
        }
    }

    /// The folded word.
    pub fn word(&self) -> &str {
        &self.word
    }

    /// How the word matches `other`, a folded word of a talk.
    pub fn matched(&self, other: &str) -> Option<Match> {
        let (ours, theirs) = (self.word.as_bytes(), other.as_bytes());
        // Words of one stem begin alike.
        if ours.first() != theirs.first() || ours.get(1) != theirs.get(1) {
            return None;
        }
        if self.word == other {
            return Some(Match::Whole);
        }
        if ours.len() > 1 && theirs.starts_with(ours) {
            return Some(Match::Prefix);
        }
        let stems = ours.len() > 2 && theirs.len() > 2;
        let same = stems && *self.stem.get_or_init(|| stem(&self.word)) == stem(other);
        same.then_some(Match::Ending)
    }
}

/// The stem of a folded English word, which its plural and common endings share.
fn stem(word: &str) -> String {
    /// Longer than any word: a stemmer need not see it.
    const LONGEST: usize = 40;
    static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::new(Algorithm::English));
    if word.len() > LONGEST || !word.is_ascii() {
        return word.to_owned();
    }
    let stem = STEMMER.stem(word);
    // Snowball makes `verifi` of verify, but `verif` of verification.
    stem.strip_suffix('i').unwrap_or(&stem).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_endings_share_a_stem() {
        for (a, b) in [
            ("macro", "macros"),
            ("inlined", "inlining"),
            ("tracepoint", "tracepoints"),
            ("verify", "verification"),
            ("linting", "lint"),
            ("initializers", "initialization"),
            ("pinned", "pinning"),
            ("compiler", "compilation"),
            ("abstractions", "abstract"),
            ("duplicated", "duplication"),
            ("memories", "memory"),
            ("violation", "violate"),
        ] {
            assert_eq!(stem(a), stem(b), "{a} {b}");
        }
        for (a, b) in [
            ("rust", "rustc"),
            ("pin", "pine"),
            ("driver", "drive"),
            ("rise", "risen"),
        ] {
            assert_ne!(stem(a), stem(b), "{a} {b}");
        }
    }

    #[test]
    fn whole_words_prefixes_and_endings_are_told_apart() {
        let how = |needle: &str, word: &str| Needle::new(needle.to_owned()).matched(word);
        assert_eq!(how("rcu", "rcu"), Some(Match::Whole));
        assert_eq!(how("initial", "initialization"), Some(Match::Prefix));
        assert_eq!(how("initialization", "initial"), Some(Match::Ending));
        assert_eq!(how("verify", "verification"), Some(Match::Ending));
        assert_eq!(how("r", "rust"), None, "one letter begins everything");
        assert_eq!(how("9", "9p"), None);
        assert_eq!(how("rust", "trust"), None);
    }
}
