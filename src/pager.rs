//! The pager: which program it is, and how it is started.

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::Path;
use std::process::Command;

use crate::screen::width_of;

/// Returns the command line of the pager: that in `$KANGREJOS_PAGER`, else in `$PAGER`, else `less`.
/// `None` if a variable turns it off: by being empty, or naming `cat`.
#[must_use]
pub fn command(variables: [Option<&OsStr>; 2]) -> Option<Vec<String>> {
    let text = match variables.into_iter().flatten().next() {
        Some(text) => text.to_string_lossy(),
        None => "less".into(),
    };
    let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    let is_on = words.first().is_some_and(|program| program != "cat");
    is_on.then_some(words)
}

/// Whether `text` has more lines than a terminal of this size has rows.
#[must_use]
pub fn is_needed(text: &str, columns: usize, rows: usize) -> bool {
    let rows_of = |line: &str| width_of(&plain(line)).div_ceil(columns.max(1)).max(1);
    let mut used = 0;
    text.lines().any(|line| {
        used += rows_of(line);
        used > rows
    })
}

/// Returns `text` without hyperlinks, which pagers may show as garbage.
#[must_use]
pub fn without_links(text: &str) -> String {
    without(text, "\u{1b}]8;;", "\u{1b}\\")
}

/// Returns `text` without colors and hyperlinks.
fn plain(text: &str) -> String {
    without(&without_links(text), "\u{1b}[", "m")
}

/// Returns `text` without the parts from `start` to `end`.
fn without(text: &str, start: &str, end: &str) -> String {
    let mut parts = text.split(start);
    let mut plain = parts.next().unwrap_or_default().to_owned();
    plain.extend(parts.map(|part| part.split_once(end).map_or(part, |(_, rest)| rest)));
    plain
}

/// Shows `text` with the pager `words`. On Unix, the pager takes the place of this process, so this
/// returns only if it cannot be started. `has_less` is whether `$LESS` is set.
///
/// # Errors
///
/// If the pager cannot be started.
pub fn show(text: &str, words: &[String], has_less: bool) -> io::Result<()> {
    let mut file = tempfile::tempfile()?;
    file.write_all(text.as_bytes())?;
    io::Seek::rewind(&mut file)?;
    let mut pager = Command::new(&words[0]);
    if Path::new(&words[0]).file_stem() == Some(OsStr::new("less")) {
        pager.arg("-R");
        if !has_less {
            pager.env("LESS", "FRX");
        }
    }
    pager.args(&words[1..]).stdin(file);
    #[cfg(unix)]
    return Err(std::os::unix::process::CommandExt::exec(&mut pager));
    #[cfg(not(unix))]
    pager.status().map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_choose_the_pager() {
        let command = |own, general| {
            let words =
                command([own, general].map(|text: Option<&'static str>| text.map(OsStr::new)));
            words.map(|words| words.join("|"))
        };
        for (own, general, expected) in [
            (None, None, Some("less")),
            (None, Some("more"), Some("more")),
            (Some("most -s"), Some("more"), Some("most|-s")),
            (Some(""), Some("more"), None),
            (Some(" "), None, None),
            (None, Some(""), None),
            (Some("cat"), None, None),
        ] {
            assert_eq!(command(own, general).as_deref(), expected, "{own:?} {general:?}");
        }
    }

    #[test]
    fn only_text_longer_than_the_screen_is_paged() {
        for (text, expected) in [
            ("", false),
            ("a\nb\n", false),
            ("a\nb\nc\n", false),
            ("a\nb\nc\nd\n", true),
            // A line wider than the screen has more rows, not counting what is invisible.
            ("a\nb\n\u{1b}[1m1234567890\u{1b}[0m\n", false),
            ("a\nb\n12345678901\n", true),
            ("a\nb\n\u{1b}]8;;https://e.org\u{1b}\\12345\u{1b}]8;;\u{1b}\\\n", false),
        ] {
            assert_eq!(is_needed(text, 10, 3), expected, "{text:?}");
        }
    }

    #[test]
    fn links_are_removed_and_colors_kept() {
        assert_eq!(
            without_links("a \u{1b}]8;;u\u{1b}\\\u{1b}[1mb\u{1b}[0m\u{1b}]8;;\u{1b}\\ c"),
            "a \u{1b}[1mb\u{1b}[0m c"
        );
    }
}
