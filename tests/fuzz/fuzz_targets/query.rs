//! The query parser and the search: every query must get an answer.

#![no_main]

/// A small dataset, so that most of the time is spent on the query.
const DATASET: &[u8] = r#"{"year": 2023, "name": "Kangrejos 2023", "url": "https://kangrejos.com/2023", "revised": "2026-11-22",
    "also_known_as": {"Xuan Guo (Gary)": "Gary Guo"}, "talks": [
    {"id": "klint", "title": "Klint: Compile-time Detection of Atomic Context Violations", "kind": "talk",
     "speakers": ["Xuan Guo (Gary)"], "abstract": ["Sleeping in an atomic context, or an RCU critical section."]},
    {"id": "rcu", "topic": "Read-copy-update", "kind": "session", "speakers": ["Paul McKenney", "Boqun Feng"],
     "links": [{"title": "Gijón, file systems", "url": "https://example.org/"}]}]}"#
    .as_bytes();

libfuzzer_sys::fuzz_target!(|query: &str| {
    if !query.contains('\0') {
        let arguments = ["search", "--dataset", "-", "--", query];
        kangrejos_fuzz::run(&arguments, DATASET, None);
        kangrejos_fuzz::run(&arguments, DATASET, Some(60));
    }
});
