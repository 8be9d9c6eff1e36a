//! The words of a talk, and how well a word of a query matches one.

use std::cell::OnceCell;
use std::iter;
use std::sync::LazyLock;

use frostem::{Algorithm, Stemmer};
use serde::Serialize;

use crate::dataset::{Entry, People};
use crate::fold;

/// A part of a talk that is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The ID.
    Id,
    /// The published title.
    Title,
    /// The speakers, in every spelling of their names.
    Speakers,
    /// Our own title, if none is published.
    WorkingTitle,
    /// The gist.
    Gist,
    /// The topics.
    Topics,
    /// Words that stand nowhere else.
    Keywords,
    /// The titles of articles.
    Coverage,
    /// The labels of links.
    Links,
    /// Our summary.
    Summary,
    /// What was said.
    Notes,
    /// The people who said it.
    By,
    /// What became of the work.
    Outcome,
    /// The published abstract.
    Abstract,
    /// The location of the session.
    Location,
    /// The name and year of the edition.
    Edition,
    /// The kind of session.
    Kind,
}

/// A talk, ready to be searched.
#[derive(Clone)]
pub struct Document<'d> {
    pub entry: Entry<'d>,
    /// The texts of the talk, in the order of their fields.
    pub texts: Vec<(Field, &'d str)>,
}

impl<'d> Document<'d> {
    /// Collects the texts of `entry`, with all spellings of the speakers' names in `people`.
    pub fn new(entry: Entry<'d>, people: &People<'d>) -> Self {
        let talk = entry.talk;
        let mut texts: Vec<(Field, &str)> = Vec::with_capacity(64);
        texts.push((Field::Id, &talk.id));
        texts.extend(talk.title.iter().map(|title| (Field::Title, &**title)));
        for speaker in &talk.speakers {
            let spellings = iter::once(&**speaker).chain(people.other_spellings(speaker));
            texts.extend(spellings.map(|spelling| (Field::Speakers, spelling)));
        }
        texts.extend(talk.working_title.iter().map(|title| (Field::WorkingTitle, &**title)));
        texts.extend(talk.gist.iter().map(|gist| (Field::Gist, &**gist)));
        texts.extend(talk.topics.iter().map(|topic| (Field::Topics, &**topic)));
        texts.extend(talk.keywords.iter().map(|keyword| (Field::Keywords, &**keyword)));
        texts.extend(talk.coverage.iter().map(|report| (Field::Coverage, &*report.title)));
        texts.extend(talk.links.iter().map(|link| (Field::Links, &*link.title)));
        texts.extend(talk.summary.iter().map(|paragraph| (Field::Summary, &**paragraph)));
        texts.extend(talk.notes.iter().map(|note| (Field::Notes, &*note.text)));
        let mut names: Vec<&str> = Vec::new();
        for name in talk.notes.iter().flat_map(|note| &note.by) {
            if !names.contains(&&**name) {
                names.push(name);
                texts.push((Field::By, name));
                texts.extend(people.other_spellings(name).map(|spelling| (Field::By, spelling)));
            }
        }
        texts.extend(talk.outcome.iter().map(|outcome| (Field::Outcome, &*outcome.text)));
        texts.extend(talk.paragraphs.iter().map(|paragraph| (Field::Abstract, &**paragraph)));
        texts.extend(entry.location().map(|location| (Field::Location, location)));
        texts.push((Field::Edition, &entry.edition.name));
        texts.push((Field::Kind, talk.kind.name()));
        // There may be a great many talks.
        texts.shrink_to_fit();
        Self { entry, texts }
    }
}

/// How a word of a query matches a word of a talk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// The words mean the same: `gpu`, `graphics`.
    Synonym,
    /// Both words have the same stem: `verify`, `verification`.
    #[default]
    Ending,
    /// One word begins with the other: `initial`, `initialization`.
    Prefix,
    /// The words are the same.
    Whole,
}

/// The minimum length of a word that matches others by prefix or stem: two letters would match too
/// many words.
const MIN_LEN: usize = 3;

/// A word of a query, folded.
#[derive(Clone)]
pub struct Needle {
    pub word: String,
    stem: OnceCell<String>,
}

impl Needle {
    /// Creates a needle from a folded word.
    pub fn new(word: &str) -> Self {
        Self { word: word.to_owned(), stem: OnceCell::new() }
    }

    /// Returns how the needle matches the next word of `text` after an offset, or this word joined
    /// with up to `more` others, as `fsverity` matches `fs-verity`, and the offset after the match.
    pub fn matched_at(&self, text: &str, from: usize, more: usize) -> Option<(Match, usize)> {
        let at = fold::split(&text[from..]).next()?;
        let end = from + at.end;
        let word = fold::fold(&text[from + at.start..end]);
        let spelled_out = || Some(fold::fold(&fold::spelled_out(&text[from + at.start..end])?));
        let how = self.matched(&word).or_else(|| self.matched(&spelled_out()?));
        if let Some(how) = how {
            return Some((how, end));
        }
        // The article is no part of a compound: `away` is not `a way`.
        let rest = self.word.strip_prefix(&*word).filter(|_| more > 0 && word != "a")?;
        Needle::new(rest).matched_at(text, end, more - 1)
    }

    /// Whether `word` is a run of ideographs, in which no spaces separate words, and contains the needle.
    fn is_inside(&self, word: &str) -> bool {
        self.word.chars().all(is_ideograph) && word.contains(&self.word)
    }

    /// Whether `word`, which must be folded, is the needle or another form of it, such as its plural.
    pub fn is_form_of(&self, word: &str) -> bool {
        match self.matched(word) {
            Some(Match::Prefix) => stem(&self.word) == stem(word),
            how => how.is_some(),
        }
    }

    /// Returns how the needle matches `word`, which must be folded.
    pub fn matched(&self, word: &str) -> Option<Match> {
        if self.word == word {
            return Some(Match::Whole);
        }
        // Words with the same stem begin with the same letters.
        let is_alike = self.word.as_bytes().get(..2) == word.as_bytes().get(..2);
        let is_short = |word: &str| word.chars().count() < MIN_LEN;
        if !word.is_ascii() && self.is_inside(word) {
            return Some(Match::Prefix);
        }
        if !is_alike || is_short(&self.word) || is_short(word) {
            return None;
        }
        if word.starts_with(&self.word) {
            return Some(Match::Prefix);
        }
        let ours = self.stem.get_or_init(|| stem(&self.word));
        (*ours == stem(word)).then_some(Match::Ending)
    }
}

/// Whether `c` belongs to a script that is written without spaces between words.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Returns the stem of a folded English word, which it shares with its plural and related words.
pub fn stem(word: &str) -> String {
    /// The length above which a text is not stemmed, longer than any English word.
    const LONGEST: usize = 40;
    /// Words that mean something else than those of the same stem: `objects`, `in order to`, `critical`.
    const OTHERS: [&str; 3] = ["criticism", "objection", "ordering"];
    static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::new(Algorithm::English));
    if word.len() > LONGEST || !word.is_ascii() {
        return word.to_owned();
    }
    if let Some(other) = OTHERS.into_iter().find(|other| word.starts_with(other)) {
        return other.to_owned();
    }
    // In British spelling: `initialise`, `analyse`.
    let word = word.replace("iz", "is").replace("yz", "ys");
    let stem = STEMMER.stem(&word);
    // Snowball reduces `verify` to `verifi`, but `verification` to `verif`.
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
            ("initialise", "initialization"),
            ("optimisation", "optimizing"),
            ("analysis", "analyze"),
            ("objections", "objection"),
        ] {
            assert_eq!(stem(a), stem(b), "{a} {b}");
        }
        for (a, b) in [
            ("rust", "rustc"),
            ("pin", "pine"),
            ("driver", "drive"),
            ("rise", "risen"),
            ("objections", "objects"),
            ("ordering", "order"),
            ("criticism", "critical"),
        ] {
            assert_ne!(stem(a), stem(b), "{a} {b}");
        }
    }

    #[test]
    fn whole_words_prefixes_and_endings_are_distinguished() {
        let how = |needle: &str, word: &str| Needle::new(needle).matched(word);
        assert_eq!(how("rcu", "rcu"), Some(Match::Whole));
        assert_eq!(how("initial", "initialization"), Some(Match::Prefix));
        assert_eq!(how("initialization", "initialise"), Some(Match::Ending));
        assert_eq!(how("verify", "verification"), Some(Match::Ending));
        assert_eq!(how("r", "rust"), None, "one letter begins everything");
        assert_eq!(how("9", "9p"), None);
        assert_eq!(how("rust", "trust"), None);
    }
}
