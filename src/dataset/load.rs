//! Datasets from outside: files and standard input, read, parsed and checked like the built-in data,
//! and joined with it on request.

use std::ffi::OsStr;
use std::fmt;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::PathBuf;

use super::check::{self, Loaded};
use super::{Dataset, EMBEDDED, Edition, MAX_EMBEDDED_ID_LEN, parse, parse_embedded};
use crate::error::{Error, Message, describe};
use crate::escape::EscapedPath;

/// The most bytes a file may have: more than 100,000 talks with their summaries take.
const MAX_BYTES: u64 = 256 << 20;

/// Where editions come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The data that is part of the program.
    Builtin,
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl From<&OsStr> for Source {
    fn from(name: &OsStr) -> Self {
        match name.as_encoded_bytes() {
            b"builtin" => Source::Builtin,
            b"-" => Source::Stdin,
            _ => Source::File(name.into()),
        }
    }
}

/// Writes the source as messages name it, safe to print.
impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Source::Builtin => f.write_str("builtin"),
            Source::Stdin => f.write_str("standard input"),
            Source::File(path) => EscapedPath(path).fmt(f),
        }
    }
}

/// A source and its text, from which the strings of a dataset are borrowed.
pub struct Document {
    source: Source,
    text: String,
}

/// Reads `sources`, in the order they were given. Each may be given once; files and `stdin` must be
/// UTF-8 of at most [`MAX_BYTES`].
pub fn read(sources: &[Source], stdin: &mut dyn Read) -> Result<Vec<Document>, Error> {
    let mut documents = Vec::new();
    for (n, source) in sources.iter().enumerate() {
        if sources[..n].contains(source) {
            return Err(Message::new(format!("dataset {source} is specified twice")).into());
        }
        let bytes = match source {
            Source::Builtin => Ok(Vec::new()),
            Source::Stdin => read_to_limit(&mut *stdin, MAX_BYTES),
            Source::File(path) => File::open(path).and_then(|file| read_to_limit(file, MAX_BYTES)),
        };
        let bytes = bytes.map_err(|error| {
            let name = match source {
                Source::File(_) => format!("\"{source}\""),
                Source::Builtin | Source::Stdin => source.to_string(),
            };
            Message::new(format!("cannot read {name}: {}", describe(&error)))
        })?;
        let text = utf8(bytes).map_err(|message| within(source, message))?;
        documents.push(Document { source: source.clone(), text });
    }
    Ok(documents)
}

/// Loads the dataset of `documents`. An error of syntax or type is reported alone; errors of meaning
/// are reported together, see [`check::errors`].
pub fn load(documents: &[Document]) -> Result<Dataset<'_>, Error> {
    let is_builtin = |document: &Document| document.source == Source::Builtin;
    if documents.iter().all(is_builtin) {
        return Ok(Dataset::embedded());
    }
    let mut loaded = Vec::new();
    for document in documents {
        let Document { source, text } = document;
        loaded.push(if is_builtin(document) {
            let parse = |(year, json): &(u16, &'static str)| parse_embedded(*year, json);
            Loaded {
                name: "built-in data".to_owned(),
                editions: EMBEDDED.iter().map(parse).collect(),
                max_id_len: MAX_EMBEDDED_ID_LEN,
            }
        } else {
            let editions = parse::parse(text);
            Loaded {
                name: source.to_string(),
                editions: editions.map_err(|message| within(source, message))?,
                max_id_len: check::MAX_ID_LEN,
            }
        });
    }
    // The built-in data comes first: an ID used twice is an error of the other source.
    loaded.sort_by_key(|part| part.max_id_len);
    let errors = check::errors(&loaded);
    if !errors.is_empty() {
        return Err(Error::Failure(errors));
    }
    let mut editions: Vec<Edition> = loaded.into_iter().flat_map(|part| part.editions).collect();
    editions.sort_by_key(|edition| edition.year);
    for edition in &mut editions {
        edition.sort_by_time();
    }
    Ok(Dataset::of(editions))
}

/// Adds to a message where it is from.
fn within(source: &Source, message: Message) -> Message {
    Message { text: format!("{source}: {}", message.text), ..message }
}

/// Reads all of `reader`, which may have at most `max` bytes.
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
    use pretty_assertions::assert_eq;

    use super::*;

    #[test]
    fn sources_have_a_limit() {
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
