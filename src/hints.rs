//! Guesses what an invalid command line was meant to do, to improve the tips of clap's errors.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::cli::{Cli, Command};
use crate::dataset::{self, Dataset};
use crate::error::{Error, Message};
use crate::escape::{self, is_escaped};
use crate::lookup::{self, Found};

/// Parses the arguments that follow the program's name, and wraps help texts to `width` columns. If
/// that fails, the error says what was probably meant.
pub fn parse(arguments: &[OsString], width: Option<usize>) -> Result<Cli, Error> {
    Cli::parse(arguments, width).map_err(|error| improve(escaped(error), arguments))
}

/// Escapes the arguments that `error` quotes, so that they are safe to print.
fn escaped(mut error: clap::Error) -> clap::Error {
    for kind in [ContextKind::InvalidArg, ContextKind::InvalidSubcommand, ContextKind::InvalidValue]
    {
        if let Some(ContextValue::String(text)) = error.get(kind) {
            let text = escape::escaped(text);
            error.insert(kind, ContextValue::String(text));
        }
    }
    error
}

/// Returns the messages of a command that found nothing, with a tip if a word was meant to be
/// excluded from a search, but was read as options: `search rcu -safety` has the option `-s afety`.
pub fn explain(error: Error, arguments: &[OsString]) -> Error {
    let tip = || exclusion(arguments);
    match error {
        Error::NotFound(messages) => Error::NotFound(match (&messages[..], tip()) {
            ([message], Some(tip)) => vec![Message { tip: Some(tip), ..message.clone() }],
            _ => messages,
        }),
        error => error,
    }
}

/// Returns a tip that quotes a search, if it is one without the first argument that looks like an
/// excluded word.
fn exclusion(arguments: &[OsString]) -> Option<String> {
    let is_excluded = |argument: &OsString| {
        let letters = plain(argument).and_then(|word| word.strip_prefix('-')).unwrap_or_default();
        letters.len() >= 3 && letters.chars().all(char::is_alphabetic)
    };
    let at = arguments.iter().take_while(|word| *word != "--").position(is_excluded)?;
    let mut others = arguments.to_vec();
    let word = others.remove(at);
    let Command::Search(search) = Cli::parse(&others, None).ok()?.command else { return None };
    let query = format!("{} {}", search.query.join(" "), plain(&word)?);
    let is_safe = !query.contains(is_escaped);
    is_safe.then(|| {
        let query = quote(&query);
        format!("to exclude a word, quote the query: `kangrejos search {query}`")
    })
}

/// Returns an argument if it is safe to repeat in a tip.
fn plain(argument: &OsString) -> Option<&str> {
    argument.to_str().filter(|text| !text.contains(is_escaped))
}

/// Returns clap's `error`, with a better tip if the arguments show what was meant.
fn improve(mut error: clap::Error, arguments: &[OsString]) -> Error {
    let dataset = Dataset::embedded();
    let words: Option<Vec<&str>> = arguments.iter().map(plain).collect();
    let about = || words.and_then(|words| tip(&error, &words, &dataset));
    let is_help = !error.use_stderr();
    if !is_help && let Some(tip) = exclusion(arguments).or_else(about) {
        return Message::new(headline(&error)).with_tip(tip).into();
    }
    // clap's own tip is to pass the argument as a value, which is rarely what was meant.
    if error.kind() == ErrorKind::UnknownArgument {
        error.remove(ContextKind::Suggested);
    }
    Error::Clap(error)
}

/// Returns clap's error message without its tips and usage.
fn headline(error: &clap::Error) -> String {
    if error.kind() == ErrorKind::MissingRequiredArgument {
        let missing = error.get(ContextKind::InvalidArg);
        let missing = missing.map(ToString::to_string).unwrap_or_default();
        return format!("missing argument {missing}");
    }
    let text = error.render().to_string();
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    text.lines().next().unwrap_or_default().to_owned()
}

/// Returns a tip with the command that does what `arguments` seem to request.
fn tip(error: &clap::Error, arguments: &[&str], dataset: &Dataset) -> Option<String> {
    let (command, rest) = arguments.split_first()?;
    let words: Vec<&str> = rest.iter().copied().filter(|a| !a.starts_with('-')).collect();
    let words = words.join(" ");
    let year = dataset::year(&words);
    Some(match (error.kind(), *command) {
        (ErrorKind::InvalidSubcommand, _) => {
            let near = error.get(ContextKind::SuggestedSubcommand).map(ToString::to_string);
            if near.is_some_and(|name| name.chars().next() == command.chars().next()) {
                return None;
            }
            about(arguments.join(" ").trim(), dataset)
        }
        (ErrorKind::UnknownArgument, "list" | "ls" | "talks") if is_word(error) => match year {
            Some(year) => format!("list an edition with `kangrejos list -e {year}`"),
            None => format!("search with `kangrejos search {}`", quote(&words)),
        },
        (ErrorKind::UnknownArgument, "speakers") if is_word(error) => match year {
            Some(year) => format!("use `kangrejos speakers -e {year}`"),
            None => format!("use `kangrejos speakers -s {}`", quote(&words)),
        },
        (ErrorKind::UnknownArgument, "editions") if is_word(error) => about(&words, dataset),
        (ErrorKind::UnknownArgument, "show" | "view" | "open") => {
            let filters = ["-s", "--speaker", "-e", "--edition", "-k", "--kind", "--has"];
            let is_filter = |pair: &[&str]| match pair {
                [option, value] => {
                    filters.contains(option) && !value.is_empty() && !value.starts_with('-')
                }
                _ => false,
            };
            if !rest.chunks(2).all(is_filter) {
                return None;
            }
            let rest: Vec<String> = rest.iter().map(|argument| quote(argument)).collect();
            format!("filter with `kangrejos list {}`", rest.join(" "))
        }
        (ErrorKind::InvalidValue, "list" | "ls" | "show" | "view" | "search" | "find") => {
            let formats = ["csv", "ics", "ical", "bib", "bibtex"];
            let format = rest.iter().find(|value| formats.contains(value))?;
            format!("export talks with `kangrejos export -f {format}`")
        }
        (ErrorKind::MissingRequiredArgument, "search" | "find") => {
            "give it words to search for: `kangrejos search rcu`".to_owned()
        }
        (ErrorKind::MissingRequiredArgument, "show" | "view" | "open") => {
            format!("give it a talk: `kangrejos {command} pin-init`")
        }
        _ => return None,
    })
}

/// Whether the argument that clap refused is a word rather than an option.
fn is_word(error: &clap::Error) -> bool {
    let invalid = error.get(ContextKind::InvalidArg).map(ToString::to_string);
    invalid.is_some_and(|argument| !argument.starts_with('-'))
}

/// Returns a tip with the command that shows what `text` refers to.
fn about(text: &str, dataset: &Dataset) -> String {
    match lookup::find(dataset, |_| true, text) {
        Found::Talk(entry) => format!("show the talk with `kangrejos show {}`", entry.talk.id),
        Found::Edition(edition) => {
            format!("use `kangrejos show {0}` or `kangrejos list -e {0}`", edition.year)
        }
        _ => format!("search with `kangrejos search {}`", quote(text)),
    }
}

/// Quotes `text` for the shell if necessary.
fn quote(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_.".contains(c);
    if text.chars().all(is_plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}
