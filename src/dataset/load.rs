//! External datasets: files and standard input are read, parsed and checked, and combined with the
//! built-in data on request.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::PathBuf;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::{Dataset, Edition, Text, check, embedded, parse};
use crate::error::{Error, Message, describe};
use crate::escape::escaped_path;

/// The maximum size of a file in bytes: enough for more than 100,000 talks with summaries.
const MAX_BYTES: u64 = 256 << 20;

/// A source of editions.
struct Source {
    /// The name in messages, safe to print.
    name: String,
    /// The text, which stays in memory until the process ends; `None` for the built-in data.
    text: Option<&'static str>,
}

/// Loads the dataset from the sources named by `paths`: files, `builtin` for the built-in data, and
/// `-` for `stdin`; without any, the built-in data. A syntax or type error is reported alone;
/// violations of the rules in [`check::errors`] are reported together.
pub fn load(paths: &[PathBuf], stdin: &mut dyn Read) -> Result<Dataset, Error> {
    let sources = read(paths, stdin)?;
    if sources.iter().all(|source| source.text.is_none()) {
        return Ok(Dataset::embedded());
    }
    let mut named = Vec::new();
    for Source { name, text } in &sources {
        let mut editions = match text {
            None => embedded::EDITIONS.to_vec(),
            Some(text) => parse::parse(text).map_err(|message| within(name, message))?,
        };
        if text.is_some() {
            editions.iter_mut().for_each(compose_names);
        }
        named.push((&**name, editions));
    }
    let errors = check::errors(&named);
    if !errors.is_empty() {
        return Err(Error::Failure(errors));
    }
    let mut editions: Vec<Edition> = named.into_iter().flat_map(|source| source.1).collect();
    editions.iter_mut().for_each(Edition::sort_by_time);
    let mut dataset = Dataset::of(editions);
    // Standard input may be a file, too.
    let file =
        |path: &PathBuf| if path.as_os_str() == "-" { "/dev/stdin".into() } else { path.clone() };
    dataset.files = paths.iter().map(file).collect();
    Ok(dataset)
}

/// Reads the sources named by `paths`. Each may be given only once, and must be UTF-8 of at most
/// [`MAX_BYTES`].
fn read(paths: &[PathBuf], stdin: &mut dyn Read) -> Result<Vec<Source>, Error> {
    let mut sources = Vec::new();
    for (n, path) in paths.iter().enumerate() {
        let is_stdin = path.as_os_str() == "-";
        let shown = escaped_path(path);
        let name = if is_stdin { "standard input".to_owned() } else { shown };
        if paths[..n].contains(path) {
            return Err(Message::new(format!("dataset {name} is specified twice")).into());
        }
        if path.as_os_str() == "builtin" {
            // The built-in data comes first, so that a duplicate ID is reported for the other
            // source.
            sources.insert(0, Source { name: "built-in data".to_owned(), text: None });
            continue;
        }
        let bytes = if is_stdin {
            read_to_limit(&mut *stdin, MAX_BYTES)
        } else {
            File::open(path).and_then(|file| read_to_limit(file, MAX_BYTES))
        };
        let bytes = bytes.map_err(|error| {
            let name = if is_stdin { name.clone() } else { format!("\"{name}\"") };
            Message::new(format!("cannot read {name}: {}", describe(&error)))
        })?;
        let text = utf8(bytes).map_err(|message| within(&name, message))?;
        sources.push(Source { name, text: Some(text.leak()) });
    }
    Ok(sources)
}

/// Composes the letters of names with their accents (NFC): the same name is the same text, however it
/// was typed.
fn compose_names(edition: &mut Edition) {
    let compose = |name: &mut Text| {
        if !is_nfc(name) {
            *name = name.nfc().collect::<String>().into();
        }
    };
    for names in [&mut edition.also_known_as, &mut edition.family_names] {
        names.to_mut().iter_mut().flat_map(|(a, b)| [a, b]).for_each(compose);
    }
    for talk in edition.talks.to_mut() {
        talk.speakers.to_mut().iter_mut().for_each(compose);
        for note in talk.notes.to_mut() {
            note.by.to_mut().iter_mut().for_each(compose);
        }
    }
}

/// Adds the name of the source to `message`.
fn within(name: &str, message: Message) -> Message {
    Message { text: format!("{name}: {}", message.text), ..message }
}

/// Reads all of `reader`; more than `max` bytes are an error.
fn read_to_limit(mut reader: impl Read, max: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.by_ref().take(max + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > max {
        return Err(io::Error::new(ErrorKind::FileTooLarge, "larger than 256 MiB"));
    }
    Ok(bytes)
}

fn utf8(bytes: Vec<u8>) -> Result<String, Message> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let before = String::from_utf8_lossy(&bytes[..at]);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        let byte = bytes[at];
        Message::new(format!("line {line}, column {column}: invalid UTF-8 byte 0x{byte:02x}"))
            .with_tip("save the file as UTF-8")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_have_a_size_limit() {
        let read = |max| read_to_limit(&b"12345"[..], max).map_err(|error| error.to_string());
        assert_eq!(read(5), Ok(b"12345".to_vec()));
        assert_eq!(read(4), Err("larger than 256 MiB".to_owned()));
    }

    #[test]
    fn invalid_utf8_is_reported_with_its_position() {
        let read = |bytes: &[u8]| utf8(bytes.to_vec()).map_err(|message| message.text);
        assert_eq!(read("{}\n…".as_bytes()), Ok("{}\n…".to_owned()));
        for (bytes, expected) in [
            (&b"\xff\xfe{"[..], "line 1, column 1: invalid UTF-8 byte 0xff"),
            (b"{\n\xe2\x80\xa6\xc3(", "line 2, column 2: invalid UTF-8 byte 0xc3"),
            (b"ab\xed\xa0\x80", "line 1, column 3: invalid UTF-8 byte 0xed"),
        ] {
            assert_eq!(read(bytes), Err(expected.to_owned()));
        }
    }
}
