//! The URLs in the data: checks them, and finds them in texts.

/// Whether `text` is `https://host[:port][/…]` with only the characters that RFC 3986 allows.
pub fn is_https_url(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://") else {
        return false;
    };
    let (authority, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    host.contains('.')
        && host.split('.').all(is_label)
        && port.bytes().all(|b| b.is_ascii_digit())
        && port.parse::<u16>().is_ok()
        && is_path(path)
}

/// Whether `text` is valid between the dots of a host name: letters, digits and hyphens, with no
/// hyphen at either end.
pub fn is_label(text: &str) -> bool {
    let is_allowed = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
    let has_hyphen_at_end = text.starts_with('-') || text.ends_with('-');
    !text.is_empty() && !has_hyphen_at_end && text.bytes().all(is_allowed)
}

/// Returns the length of the URL at the start of `text`; 0 if there is none. Like most readers, it
/// ends before an apostrophe, a closing bracket without an opening one, a character that no URL in
/// the data can have, and punctuation at the end.
pub fn url_len(text: &str) -> usize {
    let has_scheme = |scheme: &&str| {
        let start = text.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    let scheme = ["https://", "http://"].into_iter().find(has_scheme).unwrap_or_default();
    let rest = &text[scheme.len()..];
    if scheme.is_empty() || !rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return 0;
    }
    let (mut round, mut square) = (0, 0);
    let is_end = |b: u8| {
        match b {
            b'(' => round += 1,
            b')' => round -= 1,
            b'[' => square += 1,
            b']' => square -= 1,
            _ => {}
        }
        !is_allowed(b) || b == b'\'' || round < 0 || square < 0
    };
    let end = rest.bytes().position(is_end).unwrap_or(rest.len());
    let is_last = |c: char| c.is_ascii_punctuation() && !"/#=&-+()[]".contains(c);
    scheme.len() + rest[..end].trim_end_matches(is_last).len()
}

fn is_allowed(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&b)
}

/// Whether `text` consists of allowed characters and complete percent escapes.
fn is_path(text: &str) -> bool {
    let is_escape = |part: &str| {
        let hex = part.as_bytes().get(..2);
        hex.is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit))
    };
    text.bytes().all(is_allowed) && text.split('%').skip(1).all(is_escape)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bar is where the URL ends.
    #[test]
    fn urls_in_texts_end_where_readers_end_them() {
        for text in [
            "https://a.b/x_y|, z",
            "https://a.b|",
            "https://a.b/x/| y",
            "HTTP://A.B/_x|_",
            "https://a.b/x?y=[1]&z=(2)#|_.",
            "https://a.b/x_(y)|)",
            "https://a.b/x_[y]|](z)",
            "https://a.b/x(|. y",
            "https://a.b/x|'s",
            "https://a.b/x|\"",
            "https://a.b/x|”",
            "https://a.b/x|»",
            "https://a.b/x|—y",
            "https://a.b/x|\u{a0}y",
            "https://a.b/x||y",
            "https://a.b/|漢字",
            "https://a.b/x|<y>",
            "https://a.b/%20|!?",
            "|https://",
            "|https://)))",
            "|http:/a.b",
            "|ftp://a.b",
            "|a https://a.b",
            "|ñttps://a.b",
        ] {
            let (url, rest) = text.split_once('|').expect("a bar");
            assert_eq!(url_len(&format!("{url}{rest}")), url.len(), "{text}");
        }
    }

    #[test]
    fn only_valid_https_urls_are_accepted() {
        for good in [
            "https://kangrejos.com",
            "https://kangrejos.com/",
            "https://a.b:8080/x?y=z#f",
            "https://kangrejos.com/2024/Lifetime-End%20Pointer%20Zap%20&%20How.pdf",
            "https://lore.kernel.org/all/CANiq72=O@mail.gmail.com/",
        ] {
            assert!(is_https_url(good), "{good}");
        }
        for bad in [
            "",
            "https://",
            "http://kangrejos.com",
            "HTTPS://kangrejos.com",
            "https://localhost/",
            "https://kangrejos.com:x/",
            "https://kangrejos.com:+80/",
            "https://kangrejos.com:/",
            "https://kangrejos.com:65536/",
            "https://user@kangrejos.com/",
            "https://kangrejos.com/a b",
            "https://kangrejos.com/%2",
            "https://kangrejos.com/%zz",
            "https://kangrejos.com/ñ",
            "https://-a.com",
            "https://a..com",
            "https://kangrejos.com/\n",
            " https://kangrejos.com",
            "https://kangrejos.com/<x>",
            "https://kangrejos.com/\"",
        ] {
            assert!(!is_https_url(bad), "{bad}");
        }
    }

    /// The unreserved and reserved characters of RFC 3986, sections 2.2 and 2.3.
    #[test]
    fn paths_contain_only_the_characters_of_the_standard() {
        for c in '\0'..='\u{ff}' {
            let is_allowed = c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=".contains(c);
            assert_eq!(is_https_url(&format!("https://a.b/{c}")), is_allowed, "{c:?}");
        }
    }
}
