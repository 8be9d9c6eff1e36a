//! Parses the text of a file into editions, and rewords syntax and type errors for people.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::Edition;
use super::serde::Object;
use crate::error::Message;
use crate::escape::{Quoted, escaped};
use crate::typos;

/// Parses the contents of a file: an edition or an array of editions.
pub fn parse(text: &'static str) -> Result<Vec<Edition>, Message> {
    const EXPECTED: &str = "expected an edition or an array of editions";
    // Some editors write a byte order mark; RFC 8259 section 8.1 allows readers to ignore it.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let objects = match text.trim_start_matches([' ', '\t', '\n', '\r']).as_bytes() {
        [] => return Err(Message::new(format!("file is empty; {EXPECTED}"))),
        [b'[', ..] => serde_json::from_str(text),
        _ => serde_json::from_str(text).map(|edition| vec![edition]),
    };
    let objects: Vec<Object<Edition>> =
        objects.map_err(|error| foreign(text).unwrap_or_else(|| message(&error, text)))?;
    if objects.is_empty() {
        return Err(Message::new(format!("contains no editions; {EXPECTED}")));
    }
    Ok(objects.into_iter().map(|object| object.0).collect())
}

/// The keys by which files in other formats are recognized.
#[derive(Deserialize)]
struct Foreign {
    /// Of a talk that the program printed.
    display_title: Option<IgnoredAny>,
    /// The number of talks, of an edition that the program printed.
    talks: Option<u64>,
    /// Of a schedule.json.
    schedule: Option<IgnoredAny>,
    /// Of the object in a schedule.json.
    conference: Option<IgnoredAny>,
}

/// Returns the message for output of the program or a schedule of another one. Only the first object
/// is read.
fn foreign(text: &str) -> Option<Message> {
    let text = text.trim_start();
    let text = text.strip_prefix('[').unwrap_or(text);
    let object = serde_json::Deserializer::from_str(text).into_iter::<Object<Foreign>>().next();
    let what = match object?.ok()?.0 {
        Foreign { display_title: Some(_), .. } | Foreign { talks: Some(_), .. } => {
            "the output of kangrejos"
        }
        Foreign { schedule: Some(_), .. } | Foreign { conference: Some(_), .. } => {
            "a schedule of pretalx or frab"
        }
        _ => return None,
    };
    let tip = "a dataset has the format of data/2023.json, described by data/schema.json";
    Some(Message::new(format!("this is {what}, not a dataset")).with_tip(tip))
}

/// Returns the message for a syntax or type error: its line and column, counted from 1 and in
/// characters, and what is wrong.
fn message(error: &serde_json::Error, text: &str) -> Message {
    // The column is the number of bytes of the line that were read.
    let line = text.split('\n').nth(error.line().saturating_sub(1));
    let bytes = line.unwrap_or_default().as_bytes();
    let read = &bytes[..error.column().min(bytes.len())];
    let column = String::from_utf8_lossy(read).chars().count().max(1);
    let position = format!("line {}, column {column}", error.line());

    let text = error.to_string();
    let end = format!(" at line {} column {}", error.line(), error.column());
    let text = text.strip_suffix(&end).unwrap_or(&text);
    if text == "trailing characters" {
        let text = "unexpected text after the end of the JSON value";
        return Message::new(format!("{position}: {text}"))
            .with_tip("to give several editions, use an array");
    }
    let (text, tip) = if let Some(inside) = text.strip_prefix("EOF while parsing ") {
        (format!("unexpected end of file in {inside}"), None)
    } else if error.is_syntax() {
        let text = text.replace("expected value", "expected a value");
        (format!("invalid JSON: {text}"), None)
    } else {
        describe(text)
    };
    Message { text: format!("{position}: {}", escaped(&text)), tip }
}

/// Rewords serde's message about a wrong value or key for people, and returns it with a tip for an
/// unknown key.
fn describe(text: &str) -> (String, Option<String>) {
    if let Some((what @ ("unknown" | "missing" | "duplicate"), key)) = text.split_once(" field `") {
        // A key may hold any text; only after an unknown one does serde list the known keys.
        let (key, known) = if what == "unknown" {
            key.rsplit_once("`, expected ").unwrap_or_default()
        } else {
            (key.strip_suffix('`').unwrap_or(key), "")
        };
        let near = typos::nearest(key, known.split('`').skip(1).step_by(2));
        let tip = near.map(|near| format!("did you mean {}?", Quoted(near)));
        return (format!("{what} key {}", Quoted(key)), tip);
    }
    let (what, expected) = text.rsplit_once(", expected ").unwrap_or((text, ""));
    let expected = match expected {
        "u16" => "an integer from 0 to 65535",
        "u32" => "an integer from 0 to 4294967295",
        "a sequence" => "an array",
        expected => expected,
    };
    let found = what.split_once(": ").map_or(what, |(_, found)| found);
    let found = match found {
        "sequence" => "an array".to_owned(),
        "map" => "an object".to_owned(),
        text if text.starts_with("string ") => format!("the {text}"),
        number => number.split('`').nth(1).unwrap_or(number).to_owned(),
    };
    (format!("expected {expected}, found {found}"), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Positions count characters, not bytes, and ignore a byte order mark.
    #[test]
    fn columns_count_characters() {
        for (text, expected) in [
            ("{\"ñ\": 1}", "line 1, column 4: unknown key \"ñ\""),
            ("\u{feff}{\n \"ñ\": 1}", "line 2, column 4: unknown key \"ñ\""),
            ("{", "line 1, column 1: unexpected end of file in an object"),
        ] {
            assert_eq!(parse(text).err(), Some(Message::new(expected)), "{text}");
        }
    }

    /// The output may be an array, lines or a stream; a schedule may be inside an object.
    #[test]
    fn other_formats_are_recognized() {
        let output = "this is the output of kangrejos, not a dataset";
        let schedule = "this is a schedule of pretalx or frab, not a dataset";
        for (text, expected) in [
            ("[{\"id\": \"x\", \"display_title\": \"X\"}]", output),
            ("{\"id\": \"x\", \"display_title\": \"X\"}\n{\"id\": \"y\"}", output),
            ("\u{feff}\n[\n{\"year\": 2023, \"talks\": 13, \"description\": null}]", output),
            ("{\"$schema\": \"https://c3voc.de\", \"schedule\": {\"version\": \"1\"}}", schedule),
            ("{\"version\": \"1\", \"conference\": {\"days\": []}}", schedule),
            // Datasets with errors.
            ("{\"display_titel\": 1}", "line 1, column 16: unknown key \"display_titel\""),
            (
                "{\"talks\": \"13\"}",
                "line 1, column 14: expected an array, found the string \"13\"",
            ),
            (
                "{\"talks\": [{\"display_title\": 1}]}",
                "line 1, column 27: unknown key \"display_title\"",
            ),
            (
                "[[{\"display_title\": 1}]]",
                "line 1, column 1: expected an edition (a JSON object), found an array",
            ),
        ] {
            let message = parse(text).expect_err(text);
            assert_eq!(message.text, expected, "{text}");
            let tip = "a dataset has the format of data/2023.json, described by data/schema.json";
            let is_foreign = expected.starts_with("this is");
            assert_eq!(message.tip.as_deref() == Some(tip), is_foreign, "{text}");
        }
    }

    #[test]
    fn similar_keys_are_suggested() {
        for (key, near) in [
            ("speaker", Some("speakers")),
            ("slide_url", Some("slides_url")),
            ("Title", Some("title")),
            ("x", None),
            ("keynote", None),
            (&"x".repeat(1 << 20), None),
        ] {
            let text = format!(
                "unknown field `{key}`, expected one of `id`, `title`, `speakers`, `slides`, `slides_url`"
            );
            let tip = near.map(|near| format!("did you mean \"{near}\"?"));
            assert_eq!(describe(&text).1, tip, "{key}");
        }
    }

    /// Text from the data is never mistaken for a part of serde's message.
    #[test]
    fn texts_are_quoted_unchanged() {
        for (text, expected) in [
            ("a, expected b", "expected a boolean, found the string \"a, expected b\""),
            ("sequence", "expected a boolean, found the string \"sequence\""),
            ("`x`", "expected a boolean, found the string \"`x`\""),
        ] {
            let text = format!("{{\"complete\": \"{text}\"}}");
            let message = parse(text.leak()).expect_err("an error").text;
            assert_eq!(message.split_once(": ").map(|(_, text)| text), Some(expected));
        }
        for key in ["a`", "a`, expected b"] {
            let text = format!("{{\"also_known_as\": {{\"{key}\": \"\", \"{key}\": \"\"}}}}");
            let message = parse(text.leak()).expect_err("an error").text;
            let expected = format!("duplicate key \"{key}\"");
            assert_eq!(message.split_once(": ").map(|(_, text)| text), Some(&*expected));
        }
    }
}
