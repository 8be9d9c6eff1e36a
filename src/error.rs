//! Errors, and the messages they become.

use std::io::{self, ErrorKind};

/// A message for standard error: what is wrong or was done, and how to get what was wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// A sentence without prefix and period; further lines are details, printed as they are.
    pub text: String,
    /// The remedy, if there is one.
    pub tip: Option<String>,
}

impl Message {
    /// Returns a message without a tip.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), tip: None }
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
    /// The command line is not valid, or asks for help or the version: clap's own text.
    Clap(clap::Error),
    /// Nothing matches, or not all that was asked for was found. Status 1.
    NotFound(Vec<Message>),
    /// The command line does not fit the data, a dataset is not valid, or a file cannot be written.
    /// Status 2.
    Failure(Vec<Message>),
    /// Standard output cannot be written. Status 2, but 0 and silence if the reader went away.
    Stdout(io::Error),
}

impl From<Message> for Error {
    fn from(message: Message) -> Self {
        Self::Failure(vec![message])
    }
}

/// Returns what is wrong in lower case, without the system's error number.
pub fn describe(error: &io::Error) -> String {
    match error.kind() {
        // Not every system says it like this.
        kind @ (ErrorKind::IsADirectory
        | ErrorKind::NotADirectory
        | ErrorKind::PermissionDenied) => kind.to_string(),
        ErrorKind::FileTooLarge if error.raw_os_error().is_some() => {
            "file too large (see `ulimit -f`)".to_owned()
        }
        _ => {
            let text = error.to_string();
            let text = text.split(" (os error").next().unwrap_or_default();
            let mut chars = text.chars();
            let first = chars.next().into_iter().flat_map(char::to_lowercase);
            first.chain(chars).collect()
        }
    }
}
