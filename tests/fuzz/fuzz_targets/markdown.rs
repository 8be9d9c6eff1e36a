//! Markdown: pulldown-cmark must find the titles and texts without any markup in them, with and
//! without extensions.

#![no_main]

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((talks, text)) = kangrejos_fuzz::export("md", data) else {
        return;
    };
    let titles: Vec<Option<&str>> = talks.iter().map(|talk| talk["title"].as_str()).collect();
    for options in [Options::empty(), Options::all() - Options::ENABLE_SMART_PUNCTUATION] {
        let mut headings = Vec::new();
        let mut heading = None;
        for event in Parser::new_ext(&text, options) {
            match event {
                Event::Start(Tag::Heading { level: HeadingLevel::H2, id: None, .. }) => {
                    heading = Some(String::new());
                }
                Event::End(TagEnd::Heading(HeadingLevel::H2)) => headings.extend(heading.take()),
                Event::Text(text) => {
                    if let Some(heading) = &mut heading {
                        heading.push_str(&text);
                    }
                }
                Event::Start(
                    Tag::Heading { level: HeadingLevel::H1, id: None, .. } | Tag::Paragraph | Tag::List(None)
                    | Tag::Item | Tag::Link { .. } | Tag::BlockQuote(None),
                )
                | Event::End(_) => {}
                other => panic!("{other:?} in {text}"),
            }
        }
        assert_eq!(headings.len(), titles.len(), "{text}");
        for (heading, title) in headings.iter().zip(&titles) {
            assert!(title.is_none_or(|title| title == heading), "{title:?} {text}");
        }
    }
});
