//! Calendars: calcard must read back what was written.

#![no_main]

use calcard::icalendar::{ICalendarProperty, ICalendarValue};
use calcard::{Entry, Parser};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((talks, text)) = kangrejos_fuzz::export("ics", data) else {
        return;
    };
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
    let Entry::ICalendar(calendar) = Parser::new(&text).entry() else {
        panic!("{text}");
    };
    let events = &calendar.components[1..];
    assert_eq!(events.len(), talks.len(), "{text}");
    for (event, talk) in events.iter().zip(talks) {
        let read = |name| {
            let entry = event.entries.iter().find(|entry| entry.name == name);
            match entry.map(|entry| &entry.values[..]) {
                Some([ICalendarValue::Text(text)]) => text.as_str(),
                other => panic!("{other:?}"),
            }
        };
        let title = match (talk["title"].as_str(), talk["topic"].as_str()) {
            (Some(title), _) => title.to_owned(),
            (None, Some(topic)) => format!("[{topic}]"),
            (None, None) => String::new(),
        };
        assert!(read(ICalendarProperty::Summary).starts_with(&title), "{text}");
        let description = format!("\n\n{}\n", read(ICalendarProperty::Description));
        if let Some(text) = talk["abstract"].as_str() {
            assert!(description.contains(&format!("\n\n{text}\n\n")), "{text}");
        }
        for link in talk["links"].as_array().expect("links") {
            let (title, url) = (&link["title"].as_str().expect("a title"), &link["url"].as_str().expect("a URL"));
            assert!(description.contains(&format!("\n{title}: {url}\n")), "{text}");
        }
        assert_eq!(Some(read(ICalendarProperty::Location)), talk["location"].as_str(), "{text}");
    }
});
