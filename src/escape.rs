//! Which characters are not safe to print, and how messages show a value that may hold them.

use std::fmt::{self, Write};

/// Whether `c` is a control character (C0, C1) or changes the direction of text: such a character
/// can make a terminal or a calendar show something else than the text says.
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A value in double quotes for a message, with unsafe characters as `\u{…}`, cut at 200 characters.
pub struct Quoted<'a>(pub &'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 200;
        f.write_char('"')?;
        for (n, c) in self.0.chars().enumerate() {
            match c {
                _ if n == MOST => {
                    f.write_char('…')?;
                    break;
                }
                '\n' => f.write_str("\\n")?,
                '\r' => f.write_str("\\r")?,
                '\t' => f.write_str("\\t")?,
                '\u{2028}' | '\u{2029}' => write!(f, "{}", c.escape_unicode())?,
                c if is_unsafe(c) => write!(f, "{}", c.escape_unicode())?,
                c => f.write_char(c)?,
            }
        }
        f.write_char('"')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_values_hold_nothing_a_terminal_obeys() {
        let quoted = |text: &str| Quoted(text).to_string();
        assert_eq!(quoted("Gijón"), "\"Gijón\"");
        assert_eq!(
            quoted("a\tb\r\n\u{1b}[31m\u{9b}\u{202e}x\u{2028}"),
            "\"a\\tb\\r\\n\\u{1b}[31m\\u{9b}\\u{202e}x\\u{2028}\""
        );
        assert_eq!(
            quoted(&"x".repeat(300)),
            format!("\"{}…\"", "x".repeat(200))
        );
        for c in '\0'..=char::MAX {
            let text = quoted(&c.to_string());
            assert!(!text.chars().any(is_unsafe), "{:x}", u32::from(c));
        }
    }
}
