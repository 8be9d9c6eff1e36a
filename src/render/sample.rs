//! The edition that the tests of the formats print.

use crate::dataset::Edition;

/// Returns an edition with a talk of which everything is known, and a session of which little is.
pub fn edition() -> Edition {
    let json = r#"{
        "year": 2026, "name": "Kangrejos 2026", "start": "2026-09-15", "end": "2026-09-16",
        "location": "Oviedo, Spain", "url": "https://kangrejos.com/2026", "revised": "2026-11-22",
        "sources": ["https://kangrejos.com"],
        "talks": [
            {"id": "one", "kind": "talk", "title": "On *one*", "speakers": ["Ann Bee", "Bob"],
             "gist": "Is one enough? Yes.", "state": "merged", "since": "Linux 6.1",
             "topics": ["gpu", "build"], "summary": ["First.", "Second."],
             "notes": [{"text": "Ann Bee's point.", "by": ["Ann Bee"], "url": "https://lwn.net/1/"},
                       {"text": "A mail said no.", "by": ["Bob", "Al"], "at_session": false, "url": "https://a.b/mail"}],
             "outcome": [{"date": "2026-10", "event": "merged", "text": "Merged in Linux 6.1.", "url": "https://a.b/1"},
                         {"text": "Used.", "url": "https://a.b/2"}],
             "abstract": ["About one."], "slides": true, "slides_url": "https://kangrejos.com/1.pdf",
             "coverage": [{"title": "One & all", "url": "https://lwn.net/1/", "published": "2026-10-02"}],
             "links": [{"title": "Code", "url": "https://a.b/code"}],
             "sources": ["https://kangrejos.com/2026", "https://lwn.net/1/"]},
            {"id": "two", "kind": "session", "working_title": "What two is", "follows": ["one"],
             "url": "https://kangrejos.com/two", "sources": ["https://kangrejos.com/2026"]}
        ]}"#;
    serde_json::from_str(json).expect("syntax")
}
