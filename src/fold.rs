//! What makes two spellings the same: case and accents never count, punctuation only parts words.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Appends `c` in lower case and without accents; a combining mark appends nothing.
pub fn push_folded(c: char, folded: &mut String) {
    if c.is_ascii() {
        folded.push(c.to_ascii_lowercase());
        return;
    }
    decompose_compatible(c, |part| {
        for lower in part.to_lowercase().filter(|c| !is_combining_mark(*c)) {
            match plain_letters(lower) {
                Some(letters) => folded.push_str(letters),
                None => folded.push(lower),
            }
        }
    });
}

/// Letters that Unicode does not take apart, as people without them on the keyboard type them.
fn plain_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'æ' => "ae",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ł' => "l",
        'ø' => "o",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        'ς' => "σ",
        _ => return None,
    })
}

/// `text` in lower case and without accents.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        push_folded(c, &mut folded);
    }
    folded
}

/// The folded words of `text`: its runs of letters and digits.
pub fn words(text: &str) -> Vec<String> {
    words_of(&fold(text)).map(str::to_owned).collect()
}

/// The words of a folded text.
pub fn words_of(folded: &str) -> impl Iterator<Item = &str> {
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_fold_away() {
        for (text, folded) in [
            ("Gijón", "gijon"),
            ("Gijo\u{301}n", "gijon"),
            ("Alejandra González", "alejandra gonzalez"),
            ("STRASSE Straße", "strasse strasse"),
            ("Łukasz Ørsted Æ", "lukasz orsted ae"),
            ("İstanbul ı", "istanbul i"),
            ("ＲＣＵ ﬁne", "rcu fine"),
            ("ΟΔΟΣ οδος", "οδοσ οδοσ"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn punctuation_parts_words() {
        assert_eq!(words("Klint: Compile-time"), ["klint", "compile", "time"]);
        assert_eq!(words("Xuan Guo (Gary)"), ["xuan", "guo", "gary"]);
        assert_eq!(words("kproc_macros & V4L2"), ["kproc", "macros", "v4l2"]);
        assert_eq!(words(" … "), [""; 0]);
    }
}
