//! Finds known words that are similar to an unknown one.

/// The maximum number of talks that contain a word for it to be used in suggestions.
pub const MAX_TALKS_WITH_WORD: usize = 5;

/// The maximum length of a text that is compared, in characters.
const MAX_LEN: usize = 64;

/// Returns the number of slips between `word` and `typed`: extra, missing, wrong or swapped
/// letters. `None` if there are too many for `word` to have been meant.
pub fn slips(typed: &str, word: &str) -> Option<usize> {
    slips_with(0, typed, word)
}

/// Returns the word in `known` that was probably meant by `typed`, if there is one. Since there are
/// few known words, a slip is allowed even in a short one.
pub fn nearest<'k>(typed: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let slips = |word| Some((slips_with(1, typed, word)?, word));
    known.into_iter().filter_map(slips).min_by_key(|(slips, _)| *slips).map(|(_, word)| word)
}

/// Does the same as [`slips`], but allows `in_short` slips in a short word.
fn slips_with(in_short: usize, typed: &str, word: &str) -> Option<usize> {
    let (len, typed_len) = (word.chars().count(), typed.chars().count());
    let max_slips = match len.min(typed_len) {
        // A slip in a word this short usually produces a different word.
        0..=3 => in_short,
        4..=7 => 1,
        8..=10 => 2,
        _ => 3,
    };
    // The lengths alone exclude most words and any very long text.
    if len > MAX_LEN || typed_len.abs_diff(len) > max_slips {
        return None;
    }
    let slips = strsim::osa_distance(word, typed);
    (slips <= max_slips).then_some(slips)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_words_may_have_more_slips() {
        for (len, max) in [(3, 0), (4, 1), (7, 1), (8, 2), (10, 2), (11, 3), (MAX_LEN, 3)] {
            let typed = |wrong: usize| "-".repeat(wrong) + &"x".repeat(len - wrong);
            let word = "x".repeat(len);
            assert_eq!(slips(&typed(max), &word), Some(max), "{len}");
            assert_eq!(slips(&typed(max + 1), &word), None, "{len}");
        }
    }

    /// The distance takes time that is quadratic in the length.
    #[test]
    fn long_words_are_not_compared() {
        let word = "x".repeat(MAX_LEN + 1);
        assert_eq!(slips(&word, &word), None);
    }
}
