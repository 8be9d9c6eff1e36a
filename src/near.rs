//! What may have been meant by a word that is not known.

/// The most talks that may have a word because of which something is suggested.
pub const MAX_TALKS_WITH_WORD: usize = 5;

/// The longest text that is compared, in characters.
const MAX_LEN: usize = 64;

/// Returns how many slips make `typed` of `word`: a letter more, less or other, or two letters
/// swapped. `None` if there are too many for the one to be meant by the other.
pub fn slips(typed: &str, word: &str) -> Option<usize> {
    slips_with(0, typed, word)
}

/// Returns the one of `known` that may have been meant by `typed`, if there is one. They are few, so
/// that a slip is allowed even in a short one.
pub fn nearest<'k>(typed: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let slips = |word| Some((slips_with(1, typed, word)?, word));
    known.into_iter().filter_map(slips).min_by_key(|(slips, _)| *slips).map(|(_, word)| word)
}

/// Returns the same with the number of slips that a short word may have.
fn slips_with(in_short: usize, typed: &str, word: &str) -> Option<usize> {
    let len = word.chars().count();
    let max_slips = match len {
        // In a word this short, a slip makes another word.
        0..=3 => in_short,
        4..=7 => 1,
        8..=10 => 2,
        _ => 3,
    };
    // The lengths alone exclude most words, and any very long text.
    if len > MAX_LEN || typed.chars().count().abs_diff(len) > max_slips {
        return None;
    }
    let slips = strsim::osa_distance(word, typed);
    (slips <= max_slips).then_some(slips)
}
