//! Errors, and the messages they become.

use std::io::{self, ErrorKind};
use std::path::PathBuf;

use crate::escape::EscapedPath;

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
    /// The command line is valid, but does not fit the data. Status 2.
    Usage(Message),
    /// Nothing matches, or not all that was asked for was found. Status 1.
    NotFound(Vec<Message>),
    /// A dataset cannot be read or is not valid. Status 2.
    Dataset(Vec<Message>),
    /// Standard output cannot be written. Status 2, but 0 and silence if the reader went away.
    Stdout(io::Error),
    /// A file cannot be written. Status 2.
    Write {
        /// The path as given.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
        /// The remedy, or what was done before.
        tip: Option<String>,
    },
}

impl Error {
    /// Returns a usage error without a tip.
    pub fn usage(text: impl Into<String>) -> Self {
        Self::Usage(Message::new(text))
    }

    /// Returns the error of writing `path`, with a tip if the file can only be written in place.
    pub fn write(path: PathBuf, error: io::Error) -> Self {
        let is_fixed = matches!(error.kind(), ErrorKind::ResourceBusy | ErrorKind::CrossesDevices);
        let tip =
            is_fixed.then(|| format!("use > \"{}\" to write it in place", EscapedPath(&path)));
        Self::Write { path, error, tip }
    }

    /// Returns the messages to print; none for clap's own text.
    pub fn messages(self) -> Vec<Message> {
        match self {
            Self::Clap(_) => Vec::new(),
            Self::Usage(message) => vec![message],
            Self::NotFound(messages) | Self::Dataset(messages) => messages,
            Self::Stdout(error) => {
                vec![Message::new(format!("cannot write to standard output: {}", describe(&error)))]
            }
            Self::Write { path, error, tip } => {
                let path = EscapedPath(&path);
                let text = format!("cannot write \"{path}\": {}", describe(&error));
                vec![Message { text, tip }]
            }
        }
    }
}

/// Returns what is wrong in lower case, without the system's error number.
pub fn describe(error: &io::Error) -> String {
    let text = match error.kind() {
        ErrorKind::IsADirectory => "is a directory",
        ErrorKind::NotADirectory => "not a directory",
        ErrorKind::PermissionDenied => "permission denied",
        ErrorKind::ReadOnlyFilesystem => "read-only file system",
        ErrorKind::StorageFull => "no space left on device",
        ErrorKind::FileTooLarge if error.raw_os_error().is_some() => {
            "file too large (see `ulimit -f`)"
        }
        _ => {
            let text = error.to_string();
            let text = text.split(" (os error").next().unwrap_or_default();
            let mut chars = text.chars();
            let first = chars.next().into_iter().flat_map(char::to_lowercase);
            return first.chain(chars).collect();
        }
    };
    text.to_owned()
}
