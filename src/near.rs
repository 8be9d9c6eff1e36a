//! What may have been meant by a word that is not known.

/// The longest text that is compared, in characters.
const MAX_LEN: usize = 64;

/// Returns how many slips make `typed` of `word`: a letter more, less or other, or two letters
/// swapped. `None` if there are too many for the one to be meant by the other.
pub fn slips(typed: &str, word: &str) -> Option<usize> {
    let len = typed.chars().count();
    let max_slips = match len {
        // In a word this short, a slip makes another word.
        0..=3 => 0,
        4..=5 => 1,
        6..=10 => 2,
        _ => 3,
    };
    if len > MAX_LEN || word.chars().count().abs_diff(len) > max_slips {
        return None;
    }
    let slips = strsim::osa_distance(word, typed);
    (slips <= max_slips).then_some(slips)
}

/// Returns the one of `known` that may have been meant by `typed`, if there is one.
pub fn nearest<'k>(typed: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let slips = known
        .into_iter()
        .filter_map(|word| Some((slips(typed, word)?, word)));
    slips.min_by_key(|(slips, _)| *slips).map(|(_, word)| word)
}
