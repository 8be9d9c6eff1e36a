//! Characters that are unsafe to print, and how messages show values that may contain them.
//!
//! Only this module decides what is unsafe. The loader refuses data with unsafe characters; all
//! other external text (arguments, environment, paths, invalid values in a file) passes through
//! [`Quoted`], [`escaped`] or [`escaped_path`] before it appears in a message.

use std::fmt;
use std::path::Path;

/// Whether `c` could make a terminal or a calendar misrepresent the text: control characters (C0,
/// C1), characters that change the text direction or end a line, and invisible markup.
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c,
            // Directional marks and isolates, and deprecated format characters.
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{206f}'
            // Line and paragraph separators, directional embeddings.
            | '\u{2028}'..='\u{202e}'
            // Annotations and tags.
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether `c` is invisible: white space, and characters that have no effect unless they modify a
/// neighbor.
pub fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2065}'
            | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0080}'..='\u{e0fff}')
}

/// Returns the first unsafe character of `text`.
pub fn find_unsafe(text: &str) -> Option<char> {
    // Most texts are plain ASCII, and checking bytes is many times faster than checking characters.
    let is_plain = text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if is_plain { None } else { text.chars().find(|c| is_unsafe(*c)) }
}

/// Whether messages escape `c`: unsafe characters and the byte order mark.
pub fn is_escaped(c: char) -> bool {
    is_unsafe(c) || c == '\u{feff}'
}

/// Displays a value in double quotes, with unsafe characters as `\u{…}`, truncated to 200
/// characters.
pub struct Quoted<'a>(pub &'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\"", escaped_up_to(200, self.0))
    }
}

/// Returns `text` with unsafe characters as `\u{…}`, truncated to 600 characters.
pub fn escaped(text: &str) -> String {
    escaped_up_to(600, text)
}

/// Returns a complete path, with unsafe characters as `\u{…}` and invalid UTF-8 as `\xff`.
pub fn escaped_path(path: &Path) -> String {
    let mut escaped = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        escaped += &escaped_up_to(usize::MAX, chunk.valid());
        escaped.extend(chunk.invalid().iter().map(|byte| format!("\\x{byte:02x}")));
    }
    escaped
}

/// Returns the first `max` characters of `text`, with unsafe ones escaped as in Rust.
fn escaped_up_to(max: usize, text: &str) -> String {
    let mut escaped = String::new();
    for (n, c) in text.chars().enumerate() {
        if n == max {
            escaped.push('…');
            break;
        }
        if is_escaped(c) {
            escaped.extend(c.escape_default());
        } else {
            escaped.push(c);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_values_contain_no_control_characters() {
        let quoted = |text: &str| Quoted(text).to_string();
        assert_eq!(quoted("Gijón"), "\"Gijón\"");
        assert_eq!(
            quoted("a\tb\r\n\u{1b}[31m\u{9b}\u{202e}x\u{2028}"),
            "\"a\\tb\\r\\n\\u{1b}[31m\\u{9b}\\u{202e}x\\u{2028}\""
        );
        assert_eq!(quoted(&"x".repeat(300)), format!("\"{}…\"", "x".repeat(200)));
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            assert_eq!(find_unsafe(&text), Some(c).filter(|c| is_unsafe(*c)));
            for shown in [quoted(&text), escaped(&text)] {
                assert!(!shown.chars().any(is_unsafe), "{:x}", u32::from(c));
            }
        }
    }

    #[cfg(unix)]
    #[test]
    fn paths_show_invalid_bytes_escaped() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        let shown = |bytes| escaped_path(Path::new(OsStr::from_bytes(bytes)));
        assert_eq!(shown("Gijón/2026.json".as_bytes()), "Gijón/2026.json");
        assert_eq!(shown(b"a\xff\xc3\x1b[2J\n"), "a\\xff\\xc3\\u{1b}[2J\\n");
        assert_eq!(shown(&[b'x'; 300]), "x".repeat(300));
    }
}
