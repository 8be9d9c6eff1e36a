//! Errors, and the messages they become.

use std::io::{self, ErrorKind};

/// A message for standard error: what went wrong or was done, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// A sentence without a prefix or a period; further lines are details, printed unchanged.
    pub text: String,
    /// The suggested remedy, if there is one.
    pub tip: Option<String>,
}

impl Message {
    /// Returns a message without a tip.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), tip: None }
    }

    /// Adds a tip.
    pub fn with_tip(mut self, tip: impl Into<String>) -> Self {
        self.tip = Some(tip.into());
        self
    }
}

/// The reason why a command did not do what was requested.
#[derive(Debug)]
pub enum Error {
    /// The command line is invalid, or requests help or the version; clap provides the text.
    Clap(clap::Error),
    /// Nothing matches, or some of the requested items were not found. Status 1.
    NotFound(Vec<Message>),
    /// The command line does not fit the data, a dataset is invalid, or a file cannot be written.
    /// Status 2.
    Failure(Vec<Message>),
    /// Standard output cannot be written to. Status 2; if the reader closed the pipe, status 0
    /// without a message.
    Stdout(io::Error),
}

impl From<Message> for Error {
    fn from(message: Message) -> Self {
        Self::Failure(vec![message])
    }
}

/// Describes `error` in lower case, without the system's error number.
pub fn describe(error: &io::Error) -> String {
    match error.kind() {
        // The system's own wording differs between platforms.
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
