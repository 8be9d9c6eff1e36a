//! What a stream is printed on: its width, color and hyperlinks, the styles that are used there,
//! and the wrapping of text.

use std::borrow::Cow;

use anstyle::{AnsiColor, Style};
use textwrap::{Options, WordSplitter};
use unicode_width::UnicodeWidthStr;

/// The destination of the output. The default is a pipe or a file: no terminal, no color.
#[derive(Clone, Copy)]
pub struct Screen {
    /// Whether the output goes to a terminal.
    pub is_terminal: bool,
    /// The terminal's width in columns; `None` if it is unknown or there is no terminal.
    pub width: Option<usize>,
    /// The maximum width of text in columns: longer lines are hard to read.
    pub max_text: usize,
    /// Whether to color the output.
    pub color: bool,
    /// Whether the terminal supports hyperlinks; they are printed only together with color.
    pub hyperlinks: bool,
}

impl Default for Screen {
    fn default() -> Self {
        Self { is_terminal: false, width: None, max_text: 80, color: false, hyperlinks: false }
    }
}

impl Screen {
    /// Returns the width of text after an indent; `None` if text is not wrapped.
    #[must_use]
    pub fn text_width(self, indent: usize) -> Option<usize> {
        self.width.map(|width| width.min(self.max_text).saturating_sub(indent))
    }

    /// Returns `text` in `style` if the screen has color, unchanged otherwise.
    #[must_use]
    pub fn paint(self, style: Style, text: &str) -> String {
        if !self.color || text.is_empty() {
            return text.to_owned();
        }
        format!("{style}{text}{style:#}")
    }

    /// Returns `text` as a hyperlink to `url` (OSC 8) if the screen supports them, unchanged
    /// otherwise. The loader has checked that URLs contain no control characters.
    #[must_use]
    pub fn link(self, url: &str, text: &str) -> String {
        if self.color && self.hyperlinks {
            format!("\u{1b}]8;;{url}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\")
        } else {
            text.to_owned()
        }
    }
}

/// Titles and headers.
pub const STRONG: Style = Style::new().bold();
/// The key of a talk, a speaker or an edition.
pub const KEY: Style = AnsiColor::Magenta.on_default();
/// Words found by a search.
pub const FOUND: Style = AnsiColor::Red.on_default().bold();
/// Less important text, such as sources.
pub const FAINT: Style = Style::new().dimmed();

/// Returns the width of `text` in columns.
pub fn width_of(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

/// Breaks `text` into lines of at most `width` columns. Longer words, such as URLs, are not broken.
pub fn wrap(text: &str, width: Option<usize>) -> Vec<Cow<'_, str>> {
    match width {
        None => vec![Cow::Borrowed(text)],
        Some(width) => textwrap::wrap(text, wrapping(width)),
    }
}

/// Returns the options that wrap text to `width` columns, at spaces only.
pub fn wrapping<'a>(width: usize) -> Options<'a> {
    Options::new(width)
        .break_words(false)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapping_does_not_break_urls() {
        let text =
            "see https://example.org/a-very-long/address-that-does-not-fit for compile-time checks";
        assert_eq!(
            wrap(text, Some(20)),
            [
                "see",
                "https://example.org/a-very-long/address-that-does-not-fit",
                "for compile-time",
                "checks"
            ]
        );
        assert_eq!(wrap(text, None), [text]);
    }
}
