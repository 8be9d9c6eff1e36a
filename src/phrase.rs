//! Phrases shared by several messages.

use std::fmt::Display;

/// Returns a number with its noun, such as `1 talk` or `2 talks`.
pub fn count(number: usize, noun: &str) -> String {
    match (number, noun) {
        (1, noun) => format!("1 {noun}"),
        (_, "entry") => format!("{number} entries"),
        (_, "person") => format!("{number} people"),
        (_, noun) => format!("{number} {noun}s"),
    }
}

/// Joins items as `a, b, c`.
pub fn list(items: impl IntoIterator<Item = impl Display>) -> String {
    let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    items.join(", ")
}

/// Joins items as `a`, `a or b` or `a, b or c`, with the given conjunction.
pub fn join(items: impl IntoIterator<Item = impl Display>, conjunction: &str) -> String {
    let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    match items.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            format!("{} {conjunction} {last}", rest.join(", "))
        }
        _ => items.concat(),
    }
}
