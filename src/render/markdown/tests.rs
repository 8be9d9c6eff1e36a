use proptest::prelude::*;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

use super::*;
use crate::dataset::Edition;
use crate::render::sample;

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
        ("１２) one", "１２\\) one"),
        ("１２ 3. one", "１２ 3. one"),
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
        ("a https:// b_c http:", "a https:// b\\_c http:"),
        ("“HTTPS://a.org/x_y”_", "“<HTTPS://a.org/x_y>”\\_"),
    ] {
        assert_eq!(linked(text), expected);
    }
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

/// Contents, then the headings and all that is known, with anchors that contents link to.
#[test]
fn schedules_have_contents_and_anchors() {
    let edition = sample::edition();
    let entries: Vec<Entry> = edition.entries().collect();
    let mut out = Vec::new();
    let threads = Threads::of(edition.entries());
    schedules(&entries, &threads, &mut out).expect("a vector takes everything");
    let expected = "\
- Kangrejos 2026
  - [On \\*one\\*](#one)
  - [\\[What two is\\]](#two)

# Kangrejos 2026

15-16 September, Oviedo, Spain, 2 talks (incomplete schedule)

Page: <https://kangrejos.com/2026>

<a id=\"one\"></a>

## On \\*one\\*

Ann Bee, Bob

Is one enough? Yes.

State: merged (Linux 6.1)

First.

Second.

Outcome:

- 2026-10: [Merged in Linux 6.1.](<https://a.b/1>)
- undated: [Used.](<https://a.b/2>)

Notes:

- Ann Bee's point. ([source](<https://lwn.net/1/>))

Elsewhere:

- Bob, Al: A mail said no. ([source](<https://a.b/mail>))

As announced:

> About one.

Slides: <https://kangrejos.com/1.pdf>

Articles:

- [One & all (2026-10-02)](<https://lwn.net/1/>)

Links:

- [Code](<https://a.b/code>)

See also:

- [two](#two): 2026 \\[What two is\\]

Topics: gpu, build

ID: one (talk)

<a id=\"two\"></a>

## \\[What two is\\]

Page: <https://kangrejos.com/two>

See also:

- [one](#one): 2026 On \\*one\\*

ID: two
";
    assert_eq!(String::from_utf8(out).expect("UTF-8"), expected);
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
        let threads = Threads::of(edition.entries());
        let page = page::talk(&edition.entries().next().expect("a talk"), &threads, true);
        super::page(&page, 1, &BTreeSet::new(), &mut out).expect("a vector takes everything");
        let markdown = String::from_utf8(out).expect("UTF-8");
        let [title, speaker, paragraph] = &texts[..] else { panic!("three texts") };
        let expected = [title, speaker, "K", "As announced:", paragraph, "ID: x (talk)"];
        prop_assert_eq!(rendered(&markdown), expected, "{}", markdown);
    }
}
