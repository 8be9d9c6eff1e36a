use super::*;

/// Returns a query in a short notation: `+` before a term, `=` before a phrase, `-` before an
/// exclusion, with the fields if they are restricted.
fn read(text: &str) -> Result<String, Message> {
    let query = Query::parse(text)?;
    let short = |sign: &str, term: &Term| {
        let field = match term.fields {
            [field, ..] => format!("{field:?}:").to_lowercase(),
            [] => String::new(),
        };
        let sign = if term.least == Match::Whole && sign == "+" { "=" } else { sign };
        format!("{sign}{field}{}", term.text())
    };
    let terms = query.terms.iter().map(|term| short("+", term));
    let excluded = query.excluded.iter().map(|term| short("-", term));
    let years = query.years.iter().map(|year| format!("year {year}"));
    let kinds = query.kinds.iter().map(|kind| format!("kind {}", kind.name()));
    let topics = query.topics.iter().map(|topic| format!("topic {topic}"));
    let states = query.states.iter().map(|state| format!("state {}", state.name()));
    let has = query.has.iter().map(|has| format!("has {has:?}").to_lowercase());
    let parts =
        terms.chain(excluded).chain(years).chain(kinds).chain(topics).chain(states).chain(has);
    Ok(parts.collect::<Vec<_>>().join(" "))
}

#[test]
fn queries_are_parsed_as_people_mean_them() {
    for (text, expected) in [
        ("rcu", "+rcu"),
        ("  RCU   Gijón ", "+rcu +gijon"),
        ("rcu RCU", "+rcu"),
        ("in-place fs_verity", "+in +place +fs +verity"),
        ("\"design dimensions\" rcu", "=design dimensions +rcu"),
        ("rcu -design", "+rcu -design"),
        ("-design", "-design"),
        ("rcu -\"design dimensions\"", "+rcu -design dimensions"),
        ("fs -read-only", "+fs -read only"),
        ("title:pin", "+title:pin"),
        ("Title:Pin-Init", "+title:pin init"),
        ("title:\"pin init\" api", "=title:pin init +api"),
        ("speaker:guo -title:klint", "+speakers:guo -title:klint"),
        ("year:2023 has:slides has:Abstract", "year 2023 has slides has abstract"),
        ("edition:2023 year:2024 kind:talk", "year 2023 year 2024 kind talk"),
        ("rcu year:2023", "+rcu year 2023"),
        // Punctuation, not qualifiers.
        ("Klint: Compile-time", "+klint +compile +time"),
        ("Pin::new", "+pin +new"),
        ("std::pin::Pin", "+std +pin"),
        ("https://lwn.net", "+https +lwn +net"),
        ("title: pin", "+title +pin"),
        ("X:Kit", "+x +kit"),
        ("author:rcu", "+author +rcu"),
        ("Inside -demo- in depth", "+inside +demo +in +depth"),
        ("\"demo\"-in-depth", "=demo +in +depth"),
        ("divided by -1 -2023", "+divided +by +1 -2023"),
        ("by:greg topic:GPU state:merged", "+by:greg topic gpu state merged"),
        ("title:- pin", "+title +pin"),
        ("10:30", "+10 +30"),
        ("rcu - design", "+rcu +design"),
        ("--design", "+design"),
        ("5\" disk", "+5 +disk"),
        ("\"lone quote", "+lone +quote"),
        ("title:\"lone quote", "+title +lone +quote"),
        ("a\u{0}b\u{1b}[31m", "+a +b +31m"),
        ("rust?.*[a-z](+)", "+rust +a +z"),
    ] {
        assert_eq!(read(text).as_deref(), Ok(expected), "{text}");
    }
    assert!(Query::parse(&"a ".repeat(MAX_WORDS)).is_ok());
}

#[test]
fn invalid_queries_are_refused_with_a_tip() {
    for (text, expected, tip) in [
        ("-", "the query \"-\" contains no words", ""),
        ("\"\" ::: …", "the query \"\"\" ::: …\" contains no words", ""),
        ("titel:rcu", "unknown qualifier \"titel:\"", "did you mean title:?"),
        ("rcu title:", "title: has no value", "put it after the colon, as in title:rcu"),
        ("topic:lockin", "unknown topic \"lockin\"", "did you mean concurrency?"),
        ("year:next", "invalid value \"next\" for year:", "use four digits, as in year:2023"),
        (
            "edition:02023",
            "invalid value \"02023\" for edition:",
            "use four digits, as in edition:2023",
        ),
        (
            "kind:talks",
            "invalid value \"talks\" for kind: (available: talk, training, discussion, session)",
            "did you mean kind:talk?",
        ),
        (
            "kind:trainig",
            "invalid value \"trainig\" for kind: (available: talk, training, discussion, session)",
            "did you mean kind:training?",
        ),
        (
            "has:slide",
            "invalid value \"slide\" for has: (available: slides, abstract, summary, article, notes, outcome)",
            "did you mean has:slides?",
        ),
        ("rcu -year:2023", "year: cannot be excluded with -", ""),
        ("-has:slides", "has: cannot be excluded with -", ""),
        (
            &"a,".repeat(5001),
            "the query has 10002 bytes, more than the 10000 allowed",
            "give only the words that matter",
        ),
        (
            &"a ".repeat(201),
            "the query has 201 words, more than the 200 allowed",
            "give only the words that matter",
        ),
    ] {
        let tip = (!tip.is_empty()).then(|| tip.to_owned());
        let text_and_tip = Message { text: expected.to_owned(), tip };
        assert_eq!(read(text), Err(text_and_tip), "{text}");
    }
}

#[test]
fn every_qualifier_has_an_example_that_works() {
    for name in QUALIFIERS {
        let tip = read(&format!("{name}:")).expect_err("no value").tip.expect("a tip");
        let example = tip.strip_prefix("put it after the colon, as in ").expect("an example");
        assert!(example.starts_with(&format!("{name}:")), "{example}");
        assert!(read(example).is_ok(), "{example}");
    }
}
