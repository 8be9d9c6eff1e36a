//! Guesses what an invalid command line was meant to do, to improve the tips of clap's errors.

use std::ffi::OsString;

use clap::error::{ContextKind, ErrorKind};

use crate::cli::{self, Cli, Command};
use crate::dataset::Dataset;
use crate::error::{Error, Message};
use crate::escape::{Quoted, is_escaped};
use crate::lookup::{self, Found};
use crate::selection;

/// Returns the error for a search word that was meant to be excluded, but that clap reads as an
/// option: `search rcu -safety` has the option `-s afety`. `cli` is the result of parsing
/// `arguments`.
pub fn exclusion(arguments: &[OsString], cli: Option<&Cli>) -> Option<Message> {
    if cli.is_some_and(|cli| !matches!(cli.command, Command::Search(_))) {
        return None;
    }
    let words = arguments.iter().filter_map(plain).take_while(|word| *word != "--");
    let words: Vec<&str> = words.collect();
    let excluded = words.iter().position(|word| {
        let letters = word.strip_prefix('-').unwrap_or_default();
        letters.chars().count() >= 3 && letters.chars().all(char::is_alphabetic)
    })?;
    // `show search -x` is not a search.
    let command = cli::command();
    let is_command = |word: &&str| command.find_subcommand(word).is_some();
    let search = words[..excluded].iter().position(is_command)?;
    if !["search", "find"].contains(&words[search]) {
        return None;
    }
    let mut query = words[search + 1..].to_vec();
    query.retain(|word| !word.starts_with('-'));
    query.push(words[excluded]);
    let (excluded, query) = (Quoted(words[excluded]), quote(&query.join(" ")));
    Some(Message::new(format!("{excluded} is not an option of search")).with_tip(format!(
        "to exclude a word, quote the query (kangrejos search {query}) or put it after --"
    )))
}

/// Returns an argument if it is safe to repeat in a tip.
fn plain(argument: &OsString) -> Option<&str> {
    argument.to_str().filter(|text| !text.contains(is_escaped))
}

/// Returns clap's `error`, with a better tip if the arguments show what was meant.
pub fn improve(mut error: clap::Error, arguments: &[OsString]) -> Error {
    let dataset = Dataset::embedded();
    let words: Option<Vec<&str>> = arguments.iter().map(plain).collect();
    if let Some(tip) = words.and_then(|words| tip(&error, &words, &dataset)) {
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
    let year = selection::year(&words);
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
