//! Splits text into words, and folds case and accents so that words can be compared.

use std::ops::Range;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Returns the ranges of the words in `text`: runs of letters, digits and combining marks.
pub fn split(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = end_of_run(text, at, false);
        at = end_of_run(text, start, true);
        (start < at).then_some(start..at)
    })
}

/// Returns the folded words of `text`.
pub fn words(text: &str) -> Vec<String> {
    let folded = split(text).map(|word| fold(&text[word]));
    // A combining mark without a letter folds to an empty string.
    folded.filter(|word| !word.is_empty()).collect()
}

/// Returns `text` in lower case and without accents. Marks are kept in scripts in which they are more
/// than accents: all but Latin, Greek and Cyrillic.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    let mut has_accents = true;
    for c in text.chars() {
        decompose_compatible(c, |part| {
            for lower in part.to_lowercase() {
                if is_combining_mark(lower) && has_accents {
                    continue;
                }
                has_accents |= !is_combining_mark(lower);
                has_accents &= matches!(lower, '\0'..='\u{52f}' | '\u{1e00}'..='\u{1fff}');
                match plain_letters(lower) {
                    Some(letters) => folded.push_str(letters),
                    None => folded.push(lower),
                }
            }
        });
    }
    folded
}

/// Returns `text` with letters that keyboards may lack spelled out in two, as in `doenszelmann` for
/// `Dönszelmann`; `None` if there are none.
pub fn spelled_out(text: &str) -> Option<String> {
    let letters = |c: char| match c.to_lowercase().next() {
        Some('ä') => "ae",
        Some('ö' | 'ø') => "oe",
        Some('ü') => "ue",
        Some('å') => "aa",
        _ => "",
    };
    if text.is_ascii() || text.chars().all(|c| letters(c).is_empty()) {
        return None;
    }
    let mut spelled = String::with_capacity(text.len());
    for c in text.chars() {
        match letters(c) {
            "" => spelled.push(c),
            letters => spelled.push_str(letters),
        }
    }
    Some(spelled)
}

/// Returns the end of the run that begins at `at`, of characters that are part of a word if
/// `is_word`, and of other characters otherwise.
fn end_of_run(text: &str, at: usize, is_word: bool) -> usize {
    let bytes = &text.as_bytes()[at..];
    let class = u8::from(is_word);
    match bytes.iter().position(|byte| CLASSES[usize::from(*byte)] != class) {
        Some(end) if !bytes[end].is_ascii() => end_of_any_run(text, at + end, is_word),
        Some(end) => at + end,
        None => text.len(),
    }
}

/// Does the same for text that is not ASCII, character by character.
#[cold]
fn end_of_any_run(text: &str, at: usize, is_word: bool) -> usize {
    let is_over = |c: char| (c.is_alphanumeric() || is_combining_mark(c)) != is_word;
    text[at..].find(is_over).map_or(text.len(), |end| at + end)
}

/// The class of bytes that belong to a multi-byte character.
const NOT_ASCII: u8 = 2;

/// Whether each byte is part of a word: 0 for no, 1 for yes, 2 if it is not ASCII. The table is
/// faster than comparisons, and a search spends most of its time splitting words.
const CLASSES: [u8; 256] = {
    let mut classes = [NOT_ASCII; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        classes[byte as usize] = byte.is_ascii_alphanumeric() as u8;
        byte += 1;
    }
    classes
};

/// Returns what people type if `c` is not on their keyboard, for letters that Unicode does not
/// decompose.
fn plain_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'æ' => "ae",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ł' => "l",
        'ø' => "o",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        'ς' => "σ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_are_folded() {
        for (text, folded) in [
            ("Gijón", "gijon"),
            ("Gijo\u{301}n", "gijon"),
            ("Alejandra González", "alejandra gonzalez"),
            ("STRASSE Straße", "strasse strasse"),
            ("Łukasz Ørsted Æ", "lukasz orsted ae"),
            ("İstanbul ı", "istanbul i"),
            ("ＲＣＵ ﬁne", "rcu fine"),
            ("ΟΔΟΣ οδος", "οδοσ οδοσ"),
            ("æđðħıłøœßþς", "aeddhilooessthσ"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn punctuation_separates_words() {
        assert_eq!(words("Klint: Compile-time"), ["klint", "compile", "time"]);
        assert_eq!(words("Xuan Guo (Gary)"), ["xuan", "guo", "gary"]);
        assert_eq!(words("kproc_macros & V4L2"), ["kproc", "macros", "v4l2"]);
        assert_eq!(words("Gijo\u{301}n \u{301} e\u{301}"), ["gijon", "e"]);
        assert_eq!(words(" … "), [""; 0]);
    }
}
