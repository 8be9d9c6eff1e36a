//! A quick check whether a text may match a query at all.

use std::ops::Range;

use super::query::Term;

/// How words begin that can match a query.
pub struct Starts {
    /// Whether each byte can be the first or the second of such a word.
    bytes: [(bool, bool); 256],
    /// The letter that all of them begin with, in lower case, if it is the same.
    first: Option<u8>,
    /// Whether words may also begin in other ways.
    is_open: bool,
}

impl Starts {
    /// Returns how the first words of `parts` begin.
    pub fn of(parts: &[(Range<usize>, Term)]) -> Self {
        let mut starts = Self { bytes: [(false, false); 256], first: None, is_open: false };
        let mut letters = parts.iter().map(|(_, term)| term.needles[0].word.bytes().next());
        if let Some(first) = letters.next()
            && letters.all(|letter| letter == first)
        {
            starts.first = first;
        }
        for word in parts.iter().map(|(_, term)| term.needles[0].word.as_bytes()) {
            let [first, second, ..] = word else {
                starts.is_open = true;
                continue;
            };
            starts.is_open |= !word.is_ascii();
            for byte in [*first, first.to_ascii_uppercase()] {
                starts.bytes[usize::from(byte)].0 = true;
            }
            for byte in [*second, second.to_ascii_uppercase()] {
                starts.bytes[usize::from(byte)].1 = true;
            }
        }
        // A word of one letter may be joined with the next one.
        for byte in (0..128_u8).filter(|byte| !byte.is_ascii_alphanumeric()) {
            starts.bytes[usize::from(byte)].1 = true;
        }
        starts
    }

    /// Whether a match may begin at `word` of a text.
    pub fn may_begin(&self, word: &[u8]) -> bool {
        let is_one = |n: usize, is_one: fn((bool, bool)) -> bool| {
            word.get(n)
                .is_none_or(|byte| !byte.is_ascii() || is_one(self.bytes[usize::from(*byte)]))
        };
        self.is_open || (is_one(0, |byte| byte.0) && is_one(1, |byte| byte.1))
    }

    /// Whether `text` may contain a match. Most texts do not, and are not split into words.
    pub fn may_be_in(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let is_start = |at: usize| at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        let is_second = |byte: u8| self.bytes[usize::from(byte)].1;
        if self.is_open || bytes.len() < 2 || !text.is_ascii() {
            return true;
        }
        // A query of one word is answered fastest by the vector instructions of `memchr`.
        if let Some(first) = self.first {
            return memchr::memchr2_iter(
                first,
                first.to_ascii_uppercase(),
                &bytes[..bytes.len() - 1],
            )
            .any(|at| is_second(bytes[at + 1]) && is_start(at));
        }
        let fits = |pair: &[u8]| self.bytes[usize::from(pair[0])].0 && is_second(pair[1]);
        bytes.windows(2).enumerate().any(|(at, pair)| fits(pair) && is_start(at))
    }
}
