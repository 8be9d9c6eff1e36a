use pretty_assertions::assert_eq;
use proptest::prelude::*;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

use super::*;

#[test]
fn markup_is_escaped_only_if_it_would_be_interpreted() {
    for (text, expected) in [
        ("kproc_macros & tarfs", "kproc\\_macros & tarfs"),
        ("AT&T &copy; &#33; & more", "AT&amp;T &amp;copy; &amp;#33; & more"),
        ("[a](b) *c* `d` ![e](f)!", "\\[a\\]&#40;b) \\*c\\* \\`d\\` !\\[e\\]&#40;f)!"),
        ("<img src=x> a -> b", "&lt;img src=x> a -> b"),
        ("> one", "&gt; one"),
        ("- one - two", "\\- one - two"),
        ("# one # two ##", "\\# one # two &#35;&#35;"),
        ("$x^2^$ {#id}", "&#36;x&#94;2&#94;&#36; \\{#id\\}"),
        ("~25 for $5", "~25 for $5"),
        ("#{}", "\\#\\{\\}"),
        ("1. one", "1\\. one"),
        ("v6.4. in-place: | = a", "v6.4. in-place: | = a"),
        (": = |", "&#58; = |"),
        ("back\\slash", "back\\\\slash"),
        ("www.a_b.org", "www\\.a\\_b.org"),
        ("@cite, ann@example.org", "&#64;cite, ann@example.org"),
    ] {
        assert_eq!(escape(text, |_| 0), expected);
        assert_eq!(linked(text), expected);
    }
}

#[test]
fn urls_are_links() {
    for (text, expected) in [
        ("See https://a.org/x_y*z, http://b.org.", "See <https://a.org/x_y*z>, <http://b.org>."),
        ("https://a.org/x_(y), *", "<https://a.org/x_(y)>, \\*"),
        ("(https://a.org/x)", "(<https://a.org/x>)"),
        ("<https://a.org/x_>_", "&lt;<https://a.org/x>\\_>\\_"),
        ("a https:// b_c http:", "a <https://> b\\_c http:"),
    ] {
        assert_eq!(linked(text), expected);
    }
}

const EDITIONS: &str = r#"[{"year": 2025, "name": "Kangrejos 2025", "url": "https://kangrejos.com/2025",
    "revised": "2026-01-02", "talks": [{"id": "w", "topic": "W_1", "kind": "session",
     "summary": ["Said.", "- More."], "outcome": [{"text": "Merged [1].", "url": "https://example.org/w"}]}]},
    {"year": 2026, "name": "Kangrejos 2026", "start": "2026-09-15", "end": "2026-09-16",
    "location": "Oviedo, Spain", "url": "https://kangrejos.com/2026", "complete": true,
    "revised": "2026-01-02", "talks": [
    {"id": "x", "title": "X #", "kind": "training", "speakers": ["Ann", "Bob"], "et_al": true,
     "abstract": ["One.", "- Two."], "slides": true, "slides_url": "https://kangrejos.com/x.pdf",
     "coverage": [{"title": "On [X]", "url": "https://lwn.net/1/", "published": "2026-09-20"}],
     "links": [{"title": "X", "url": "https://example.org/x"}],
     "start": "2026-09-15T10:00:00+02:00", "end": "2026-09-15T10:30:00+02:00"},
    {"id": "y", "title": "Y", "kind": "discussion", "follows": ["w"]}]}]"#;

/// The expected page for these editions.
const PROGRAMME: &str = "\
# Kangrejos 2025

(incomplete programme)

<https://kangrejos.com/2025>

## \\[W\\_1\\]

Said.

\\- More.

Outcome:

- [Merged \\[1\\].](<https://example.org/w>)

See also:

- y, 2026: Y

# Kangrejos 2026

15-16 September, Oviedo, Spain

<https://kangrejos.com/2026>

## X &#35;

Ann, Bob et al. (training)

Kangrejos 2026, 15 September 10:00-10:30, Oviedo, Spain

As announced:

> One.
>
> \\- Two.

Links:

- [Slides](<https://kangrejos.com/x.pdf>)
- [On \\[X\\] (2026-09-20)](<https://lwn.net/1/>)
- [X](<https://example.org/x>)

## Y

discussion

See also:

- w, 2025: \\[W\\_1\\]
";

#[test]
fn a_programme_has_a_heading_for_each_edition_and_talk() {
    let editions: Vec<Edition> = serde_json::from_str(EDITIONS).expect("syntax");
    let entries: Vec<Entry> = editions
        .iter()
        .flat_map(|edition| edition.talks.iter().map(move |talk| Entry { edition, talk }))
        .collect();
    let mut out = Vec::new();
    let threads = Threads::of(entries.iter().copied());
    programme(&entries, &threads, &mut out).expect("a vector takes everything");
    assert_eq!(String::from_utf8(out).expect("UTF-8"), PROGRAMME);
}

/// Returns the texts of headings and paragraphs, as an independent parser reads them.
fn rendered(markdown: &str) -> Vec<String> {
    let dialects = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    let mut texts = Vec::new();
    for event in Parser::new_ext(markdown, dialects) {
        match event {
            Event::Start(Tag::Heading { id, .. }) => {
                assert_eq!(id, None);
                texts.push(String::new());
            }
            Event::Start(Tag::Paragraph) => texts.push(String::new()),
            Event::Text(text) => texts.last_mut().expect("a block").push_str(&text),
            Event::End(_)
            | Event::Start(Tag::BlockQuote(_) | Tag::Link { link_type: LinkType::Autolink, .. }) => {
            }
            other => panic!("markup: {other:?}"),
        }
    }
    texts
}

proptest! {
    #[test]
    fn texts_are_rendered_unchanged(
        texts in proptest::collection::vec("[#*+=~`\\-_0-9.)(\\[\\]!<>&|:$^{}\\\\ a]{1,12}\\PC{0,20}[# a]{0,3}", 3)
    ) {
        // The loader refuses text with leading, trailing or repeated spaces or with control
        // characters.
        let texts = texts.iter().map(|text| {
            let words: Vec<&str> = text.split_whitespace().collect();
            let text = words.join(" ");
            text.replace(crate::escape::is_unsafe, "")
        });
        let texts: Vec<String> = texts.collect();
        prop_assume!(texts.iter().all(|text| !text.is_empty() && text.trim() == text));
        let json = serde_json::json!({
            "year": 2026, "name": "K", "url": "https://kangrejos.com/2026", "revised": "2026-01-02",
            "complete": true,
            "talks": [{"id": "x", "kind": "talk", "title": texts[0], "speakers": [texts[1]], "abstract": [texts[2]]}]
        })
        .to_string();
        let edition: Edition = serde_json::from_str(json.leak()).expect("syntax");
        let mut out = Vec::new();
        let entry = Entry { edition: &edition, talk: &edition.talks[0] };
        let threads = Threads::of([entry].into_iter());
        programme(&[entry], &threads, &mut out).expect("a vector takes everything");
        let markdown = String::from_utf8(out).expect("UTF-8");
        let mut expected = vec!["K".to_owned(), "https://kangrejos.com/2026".to_owned()];
        expected.extend(texts);
        expected.insert(4, "As announced:".to_owned());
        prop_assert_eq!(rendered(&markdown), expected, "{}", markdown);
    }
}
