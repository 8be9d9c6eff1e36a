//! BibTeX: biblatex must read back what was written.

#![no_main]

use biblatex::{Bibliography, ChunksExt};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((talks, text)) = kangrejos_fuzz::export("bib", data) else {
        return;
    };
    let bibliography = Bibliography::parse(&text).expect(&text);
    assert_eq!(bibliography.len(), talks.len(), "{text}");
    for (entry, talk) in bibliography.iter().zip(talks) {
        let read = |field| entry.get(field).map(|chunks| chunks.format_verbatim());
        if let Some(title) = talk["title"].as_str() {
            assert_eq!(read("title").as_deref(), Some(title), "{text}");
        }
        let speakers = talk["speakers"].as_array().expect("speakers");
        let authors = entry.author().map_or(0, |authors| authors.len());
        assert_eq!(authors, speakers.len(), "{text}");
    }
});
