//! How a search shows what it found: words marked, and a line of the abstract around them.

use std::borrow::Cow;

use textwrap::core::display_width;

use super::{FOUND, Screen};

/// `text` with the words of `marks` in colour, where they stand by themselves.
pub fn marked<'t>(text: &'t str, marks: &[impl AsRef<str>], screen: Screen) -> Cow<'t, str> {
    if !screen.color || marks.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut painted = String::with_capacity(text.len() * 2);
    for (is_word, piece) in pieces(text) {
        if is_word && marks.iter().any(|mark| mark.as_ref() == piece) {
            painted.push_str(&screen.paint(FOUND, piece));
        } else {
            painted.push_str(piece);
        }
    }
    Cow::Owned(painted)
}

/// The words of `text` and what stands between them, in order.
fn pieces(text: &str) -> impl Iterator<Item = (bool, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_word = is_word_part(rest.chars().next()?);
        let end = rest
            .find(|c: char| is_word_part(c) != is_word)
            .unwrap_or(rest.len());
        let piece;
        (piece, rest) = rest.split_at(end);
        Some((is_word, piece))
    })
}

/// Whether `c` belongs to a word; a combining mark does, as in search.
fn is_word_part(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}

/// The part of `paragraphs` that holds most of `words`, in whole words, of at most `width` columns;
/// `None` where there is none of them.
pub fn context(paragraphs: &[impl AsRef<str>], words: &[&str], width: usize) -> Option<String> {
    let places = paragraphs
        .iter()
        .filter_map(|paragraph| place(paragraph.as_ref(), words, width));
    let best = places.reduce(|best, other| if other.0 > best.0 { other } else { best });
    best.map(|(_, line)| line)
}

/// The best place of one paragraph, and how many of `words` it has.
fn place(paragraph: &str, words: &[&str], width: usize) -> Option<(usize, String)> {
    // The marks of two cuts.
    let room = width.saturating_sub(4);
    let chunks: Vec<&str> = paragraph.split_whitespace().collect();
    let widths: Vec<usize> = chunks
        .iter()
        .map(|chunk| display_width(chunk) + 1)
        .collect();
    let has = |chunk: &str, word: &str| pieces(chunk).any(|(_, piece)| piece == word);
    let found: Vec<usize> = (0..chunks.len())
        .filter(|n| words.iter().any(|word| has(chunks[*n], word)))
        .collect();
    let mut best: Option<(usize, usize, usize)> = None;
    for first in &found {
        let mut end = *first;
        let mut used = 0;
        while end < chunks.len() && used + widths[end] <= room + 1 {
            used += widths[end];
            end += 1;
        }
        // A word wider than the line still is the place.
        let end = end.max(first + 1);
        let count = words
            .iter()
            .filter(|word| chunks[*first..end].iter().any(|c| has(c, word)))
            .count();
        if best.is_none_or(|(most, ..)| count > most) {
            let last = found.iter().rfind(|n| **n < end).map_or(end, |n| n + 1);
            best = Some((count, *first, last));
        }
    }
    let (count, mut start, mut end) = best?;
    // What is left of the line goes to both sides in turn.
    let mut used: usize = widths[start..end].iter().sum();
    loop {
        let before = used;
        if start > 0 && used + widths[start - 1] <= room + 1 {
            start -= 1;
            used += widths[start];
        }
        if end < chunks.len() && used + widths[end] <= room + 1 {
            used += widths[end];
            end += 1;
        }
        if used == before {
            break;
        }
    }
    let left = if start > 0 { "… " } else { "" };
    let right = if end < chunks.len() { " …" } else { "" };
    Some((
        count,
        format!("{left}{}{right}", chunks[start..end].join(" ")),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_marked_where_they_stand_alone() {
        let screen = Screen {
            color: true,
            ..Screen::default()
        };
        let red = |word: &str| screen.paint(FOUND, word);
        assert_eq!(
            marked("RCU, (RCU) and SRCU", &["RCU"], screen),
            format!("{}, ({}) and SRCU", red("RCU"), red("RCU"))
        );
        assert_eq!(
            marked("Gijón Gijo\u{301}n", &["Gijón"], screen),
            format!("{} Gijo\u{301}n", red("Gijón"))
        );
        assert_eq!(marked("RCU", &["RCU"], Screen::default()), "RCU");
    }

    #[test]
    fn context_is_the_place_with_most_words_fitted_to_the_width() {
        let text = ["one two three four five six seven eight nine ten"];
        assert_eq!(context(&text, &["five"], 80).as_deref(), Some(text[0]));
        assert_eq!(
            context(&text, &["five"], 24).as_deref(),
            Some("… three four five six …")
        );
        assert_eq!(context(&text, &["one"], 12).as_deref(), Some("one two …"));
        assert_eq!(context(&text, &["ten"], 12).as_deref(), Some("… nine ten"));
        assert_eq!(
            context(&text, &["one", "nine", "ten"], 16).as_deref(),
            Some("… nine ten")
        );
        assert_eq!(context(&text, &["seven"], 4).as_deref(), Some("… seven …"));
        assert_eq!(context(&text, &["eleven"], 80), None);
        for width in 8..60 {
            let line = context(&text, &["six"], width).expect("six is there");
            assert!(
                line.contains("six") && display_width(&line) <= width.max(9),
                "{width}: {line}"
            );
        }
    }
}
