//! What ends a command early, and the exit status it means.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::escape::EscapedPath;

#[allow(dead_code, reason = "used in the next commits")]
/// A message for standard error: what is wrong or was done, and how to get what was wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// One sentence without a prefix or a period.
    pub text: String,
    /// The remedy, if there is one.
    pub tip: Option<String>,
}

#[allow(dead_code, reason = "used in the next commits")]
impl Message {
    /// Returns a message without a tip.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            tip: None,
        }
    }

    /// Adds the remedy.
    pub fn with_tip(mut self, tip: impl Into<String>) -> Self {
        self.tip = Some(tip.into());
        self
    }
}

/// Why a command did not do what was asked.
#[derive(Debug)]
pub enum Error {
    /// Arguments that fit the grammar but not the data or each other; shown in clap's form. Status 2.
    Usage(String),
    /// Nothing answers the question; the lines are for stderr. Status 1.
    NothingFound(Vec<String>),
    /// The data set cannot be read, or breaks a rule; the lines are for stderr. Status 2.
    Dataset(Vec<String>),
    /// Standard output cannot be written. Status 2, but 0 and silence where the reader went away.
    Stdout(io::Error),
    /// A file cannot be written. Status 2.
    File(PathBuf, io::Error),
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Error::Stdout(error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Usage(message) => f.write_str(message),
            Error::NothingFound(lines) | Error::Dataset(lines) => f.write_str(&lines.join("\n")),
            Error::Stdout(error) => write!(f, "cannot write to standard output: {error}"),
            Error::File(path, error) => {
                write!(f, "cannot write \"{}\": {error}", EscapedPath(path))
            }
        }
    }
}
