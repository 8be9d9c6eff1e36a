//! Data sets from outside: files and standard input, read, parsed and checked as the embedded
//! data is, and joined with that where it is asked for.

use std::ffi::OsStr;
use std::fmt;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::check::{self, Named};
use super::{Dataset, EMBEDDED, Edition};
use crate::error::Error;
use crate::escape::{Escaped, EscapedPath};

/// The most bytes a source may have.
const MOST: u64 = 1 << 30;

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

/// The source as messages name it, safe to print.
impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Source::Builtin => f.write_str("builtin"),
            Source::Stdin => f.write_str("standard input"),
            Source::File(path) => EscapedPath(path).fmt(f),
        }
    }
}

/// A source and its text, from which the strings of a data set are borrowed.
pub struct Document {
    source: Source,
    text: String,
}

/// Reads `sources`, which are in the order they were named. No source may be named twice; those
/// that are files or `stdin` must be UTF-8 of at most 1 GiB.
pub fn read(sources: &[Source], stdin: &mut dyn Read) -> Result<Vec<Document>, Error> {
    let mut documents = Vec::new();
    for (n, source) in sources.iter().enumerate() {
        if sources[..n].contains(source) {
            return Err(Error::Usage(format!(
                "the argument '--dataset <FILE>' names {source} twice"
            )));
        }
        let bytes = match source {
            Source::Builtin => Ok(Vec::new()),
            Source::Stdin => read_to_limit(stdin, 0, MOST),
            Source::File(path) => read_file(path),
        };
        let text = bytes
            .map_err(|error| match source {
                Source::File(_) => format!("cannot read \"{source}\": {error}"),
                Source::Builtin | Source::Stdin => format!("cannot read {source}: {error}"),
            })
            .and_then(|bytes| utf8(bytes).map_err(|fault| format!("{source}: {fault}")))
            .map_err(|line| Error::Dataset(vec![line]))?;
        documents.push(Document {
            source: source.clone(),
            text,
        });
    }
    Ok(documents)
}

/// The data set of `documents`. A fault of syntax or type ends the reading and is the only line;
/// faults of meaning are listed together, see [`check::faults`].
pub fn load(documents: &[Document]) -> Result<Dataset<'_>, Error> {
    if let []
    | [
        Document {
            source: Source::Builtin,
            ..
        },
    ] = documents
    {
        return Ok(Dataset::embedded());
    }
    let mut sources = Vec::new();
    for Document { source, text } in documents {
        let name = source.to_string();
        let editions = match source {
            Source::Builtin => Ok(EMBEDDED.iter().map(super::parse).collect()),
            _ => parse(text),
        };
        let editions =
            editions.map_err(|fault| Error::Dataset(vec![format!("{name}: {fault}")]))?;
        sources.push(Named { name, editions });
    }
    let faults = check::faults(&sources);
    if !faults.is_empty() {
        return Err(Error::Dataset(faults));
    }
    let mut editions: Vec<Edition> = sources.into_iter().flat_map(|s| s.editions).collect();
    editions.sort_by_key(|edition| edition.year);
    for edition in &mut editions {
        edition.sort_by_time();
    }
    Ok(Dataset::of(editions))
}

fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let mut file = File::open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    read_to_limit(&mut file, metadata.len(), MOST)
}

/// All of `reader`, which says that it has `length` bytes (0 where it does not know), of which
/// there may be at most `most`.
fn read_to_limit(reader: &mut dyn Read, length: u64, most: u64) -> io::Result<Vec<u8>> {
    let too_large = || io::Error::new(ErrorKind::FileTooLarge, "larger than 1 GiB");
    if length > most {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    // One byte more, so that the end is seen without growing.
    bytes.try_reserve_exact(usize::try_from(length).map_err(|_| too_large())? + 1)?;
    reader.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(too_large());
    }
    Ok(bytes)
}

fn utf8(bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let before = String::from_utf8_lossy(&bytes[..at]);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        let byte = bytes[at];
        format!("line {line}, column {column}: not UTF-8: the byte 0x{byte:02x}; save it as UTF-8")
    })
}

/// The editions of a file: one, or an array of them.
fn parse(text: &str) -> Result<Vec<Edition<'_>>, String> {
    const WANTED: &str = "expected an edition or an array of editions";
    // Some editors write a byte order mark; RFC 8259 section 8.1 lets a reader ignore it.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let start = text.trim_start_matches([' ', '\t', '\n', '\r']);
    let editions = match start.bytes().next() {
        None => return Err(format!("empty; {WANTED}")),
        Some(b'[') => serde_json::from_str(text),
        Some(_) => serde_json::from_str(text).map(|edition| vec![edition]),
    };
    match editions {
        Ok(editions) if editions.is_empty() => Err(format!("no edition in it; {WANTED}")),
        Ok(editions) => Ok(editions),
        Err(error) => Err(fault(&error, text)),
    }
}

/// A fault of syntax or type: line and column, both from 1 and in characters, and what it is.
fn fault(error: &serde_json::Error, text: &str) -> String {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = match message.strip_suffix(&place).unwrap_or(&message) {
        "expected value" => "not JSON: expected a value",
        "trailing characters" => "text behind the end; several editions go into an array",
        message => message,
    };
    // The column is the number of bytes read of the line.
    let line = text.split('\n').nth(error.line().saturating_sub(1));
    let bytes = line.unwrap_or_default().as_bytes();
    let read = &bytes[..error.column().min(bytes.len())];
    let column = String::from_utf8_lossy(read).chars().count().max(1);
    format!(
        "line {}, column {column}: {}",
        error.line(),
        Escaped(message)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_have_a_limit() {
        let read = |length, most| {
            read_to_limit(&mut &b"12345"[..], length, most).map_err(|error| error.to_string())
        };
        let too_large = Err("larger than 1 GiB".to_owned());
        assert_eq!(read(0, 5), Ok(b"12345".to_vec()));
        assert_eq!(read(5, 5), Ok(b"12345".to_vec()));
        // A file that has shrunk or grown since it was asked.
        assert_eq!(read(3, 5), Ok(b"12345".to_vec()));
        assert_eq!(read(9, 9), Ok(b"12345".to_vec()));
        assert_eq!(read(0, 4), too_large);
        assert_eq!(read(4, 4), too_large);
        assert_eq!(read(5, 4), too_large);
        assert_eq!(read(u64::MAX, 4), too_large);
    }

    #[test]
    fn what_is_not_utf8_is_reported_where_it_stands() {
        let fault = |bytes: &[u8]| utf8(bytes.to_vec());
        assert_eq!(fault("{}\n…".as_bytes()), Ok("{}\n…".to_owned()));
        for (bytes, expected) in [
            (
                &b"\xff\xfe{"[..],
                "line 1, column 1: not UTF-8: the byte 0xff; save it as UTF-8",
            ),
            (
                b"{\n\xe2\x80\xa6\xc3(",
                "line 2, column 2: not UTF-8: the byte 0xc3; save it as UTF-8",
            ),
            (
                b"ab\xed\xa0\x80",
                "line 1, column 3: not UTF-8: the byte 0xed; save it as UTF-8",
            ),
        ] {
            assert_eq!(fault(bytes), Err(expected.to_owned()));
        }
    }

    #[test]
    fn columns_count_characters() {
        for (text, expected) in [
            ("", "empty; expected an edition or an array of editions"),
            (
                "\u{feff}\n",
                "empty; expected an edition or an array of editions",
            ),
            (
                "[]",
                "no edition in it; expected an edition or an array of editions",
            ),
            ("{\"ñ\": 1}", "line 1, column 4: unknown field `ñ`"),
            (
                "\u{feff}{\n \"ñ\": 1}",
                "line 2, column 4: unknown field `ñ`",
            ),
            ("{", "line 1, column 1: EOF while parsing an object"),
        ] {
            let fault = parse(text).err().expect(text);
            assert_eq!(fault.split(", expected one of").next(), Some(expected));
        }
    }
}
