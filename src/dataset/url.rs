//! Checks the URLs in the data.

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

/// Whether `text` consists of allowed characters and complete percent escapes.
fn is_path(text: &str) -> bool {
    let is_allowed = |b: u8| b.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&b);
    let is_escape = |part: &str| {
        let hex = part.as_bytes().get(..2);
        hex.is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit))
    };
    text.bytes().all(is_allowed) && text.split('%').skip(1).all(is_escape)
}

#[cfg(test)]
mod tests {
    use super::*;

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
