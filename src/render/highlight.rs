//! Shows why search results match: marks words, and finds a line of context.

use std::collections::BTreeSet;

use anstyle::Style;
use textwrap::core::display_width;

use crate::fold;
use crate::screen::{FOUND, Screen};

/// Returns `text` in `style` with the words in `marks` highlighted, if the screen has color.
pub fn mark(text: &str, marks: &BTreeSet<&str>, style: Style, screen: Screen) -> String {
    let mut painted = String::with_capacity(text.len() * 2);
    let mut written = 0;
    for word in fold::split(text) {
        if marks.contains(&text[word.clone()]) {
            painted.push_str(&screen.paint(style, &text[written..word.start]));
            painted.push_str(&screen.paint(FOUND, &text[word.clone()]));
            written = word.end;
        }
    }
    painted + &screen.paint(style, &text[written..])
}

/// Returns the part of `paragraphs`, at most `width` columns wide, in which the terms of a query have the
/// highest weight together; `None` if there is none with any of them. `words` are those that match each term.
pub fn context<'t>(
    paragraphs: impl DoubleEndedIterator<Item = &'t str>,
    words: &[(&str, usize)],
    weights: &[usize],
    width: usize,
) -> Option<String> {
    let mut words = words.to_vec();
    words.sort_unstable();
    let excerpts = paragraphs.filter_map(|paragraph| excerpt(paragraph, &words, weights, width));
    // Reversed, because `max_by_key` returns the last of equal elements and the first is wanted.
    excerpts.rev().max_by_key(|(weight, _)| *weight).map(|(_, line)| line)
}

/// Returns the best excerpt of a paragraph and the weight of its terms; `words` must be sorted.
fn excerpt(
    paragraph: &str,
    words: &[(&str, usize)],
    weights: &[usize],
    width: usize,
) -> Option<(usize, String)> {
    // The ellipses at both ends take four columns; the space after the last word does not count.
    let room = width.saturating_sub(4).saturating_add(1);
    let chunks: Vec<&str> = paragraph.split_whitespace().collect();
    // The column where each chunk begins, and where one after the last would begin.
    let mut columns = vec![0];
    for chunk in &chunks {
        columns.push(columns[columns.len() - 1] + display_width(chunk) + 1);
    }
    let fits = |start: usize, end: usize| columns[end] - columns[start] <= room;
    let found: Vec<(usize, usize)> = (0..chunks.len())
        .flat_map(|n| fold::split(chunks[n]).map(move |word| (n, word)))
        .filter_map(|(n, word)| {
            let word = &chunks[n][word];
            let place = words.binary_search_by(|(known, _)| (*known).cmp(word)).ok()?;
            Some((n, words[place].1))
        })
        .collect();

    // A window starts at each of the found words in turn, and the terms in it are weighed.
    let mut best: Option<(usize, usize, usize)> = None;
    let (mut counts, mut weight) = (vec![0; weights.len()], 0);
    let mut end = 0;
    let mut last = 0;
    for (start, term) in &found {
        // The first word is part of the excerpt even if it is wider than the line.
        end = end.max(start + 1);
        while end < chunks.len() && fits(*start, end + 1) {
            end += 1;
        }
        while let Some((_, entering)) = found.get(last).filter(|(n, _)| *n < end) {
            weight += if counts[*entering] == 0 { weights[*entering] } else { 0 };
            counts[*entering] += 1;
            last += 1;
        }
        if best.is_none_or(|(most, ..)| weight > most) {
            best = Some((weight, *start, found[last - 1].0 + 1));
        }
        counts[*term] -= 1;
        weight -= if counts[*term] == 0 { weights[*term] } else { 0 };
    }

    // The rest of the line is filled on both sides in turn.
    let (weight, mut start, mut end) = best?;
    for _ in &chunks {
        if start > 0 && fits(start - 1, end) {
            start -= 1;
        }
        if end < chunks.len() && fits(start, end + 1) {
            end += 1;
        }
    }
    let left = if start > 0 { "… " } else { "" };
    let right = if end < chunks.len() { " …" } else { "" };
    Some((weight, format!("{left}{}{right}", chunks[start..end].join(" "))))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Style = Style::new();

    #[test]
    fn only_whole_words_are_marked() {
        let screen = Screen { color: true, ..Screen::default() };
        let red = |word: &str| screen.paint(FOUND, word);
        assert_eq!(
            mark("RCU, (RCU) and SRCU", &["RCU"].into(), PLAIN, screen),
            format!("{}, ({}) and SRCU", red("RCU"), red("RCU"))
        );
        assert_eq!(
            mark("Gijón Gijo\u{301}n", &["Gijón"].into(), PLAIN, screen),
            format!("{} Gijo\u{301}n", red("Gijón"))
        );
        let italic = Style::new().italic();
        assert_eq!(
            mark("[RCU in Rust]", &["RCU"].into(), italic, screen),
            format!(
                "{}{}{}",
                screen.paint(italic, "["),
                red("RCU"),
                screen.paint(italic, " in Rust]")
            )
        );
        assert_eq!(mark("RCU", &["RCU"].into(), italic, Screen::default()), "RCU");
    }

    #[test]
    fn context_contains_the_most_words_and_fits_the_width() {
        let text = "one two three four five six seven eight nine ten";
        let context_of = |texts: &[&'static str], words: &[&str], width| {
            let words: Vec<_> = words.iter().copied().zip(0..).collect();
            super::context(texts.iter().copied(), &words, &vec![1; words.len()], width)
        };
        let context = |words: &[&str], width| context_of(&[text], words, width);
        assert_eq!(context(&["five"], 80).as_deref(), Some(text));
        assert_eq!(context(&["five"], 24).as_deref(), Some("… three four five six …"));
        assert_eq!(context(&["one"], 12).as_deref(), Some("one two …"));
        assert_eq!(context(&["ten"], 12).as_deref(), Some("… nine ten"));
        assert_eq!(context(&["one", "nine", "ten"], 16).as_deref(), Some("… nine ten"));
        assert_eq!(context(&["seven", "eight"], 4).as_deref(), Some("… seven …"));
        assert_eq!(context(&["eleven"], 80), None);
        // Of several paragraphs, the one with the most different words.
        let texts = ["six six six", "seven six", "six seven"];
        assert_eq!(context_of(&texts, &["six", "seven"], 80).as_deref(), Some("seven six"));
        assert_eq!(
            context_of(&["a a b c a a a d e b a"], &["a", "b", "e"], 11).as_deref(),
            Some("… a d e b …")
        );
        // A word that few texts contain weighs more than two others.
        let words = [("one", 0), ("nine", 1), ("ten", 2)];
        let heaviest = super::context([text].into_iter(), &words, &[5, 2, 2], 16);
        assert_eq!(heaviest.as_deref(), Some("one two …"));
        for width in 8..60 {
            let line = context(&["six"], width).expect("six is there");
            assert!(
                line.contains("six") && display_width(&line) <= width.max(9),
                "{width}: {line}"
            );
        }
    }
}
