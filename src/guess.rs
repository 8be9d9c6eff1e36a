//! What a refused command line was probably meant to be: the tips of clap's errors.

use std::ffi::OsString;

use clap::error::{ContextKind, ErrorKind};

use crate::cli::{self, Cli, Command};
use crate::dataset::Dataset;
use crate::error::{Error, Message};
use crate::escape::{Quoted, is_escaped};
use crate::lookup::{self, Found};
use crate::selection;

/// Returns the error for a word of a search that is meant to be excluded, but is an option for clap:
/// `search rcu -safety` has the option `-s afety`. `cli` is what clap makes of `arguments`.
pub fn exclusion(arguments: &[OsString], cli: Option<&Cli>) -> Option<Message> {
    let is_search = |argument: &&str| ["search", "find"].contains(argument);
    if cli.is_some_and(|cli| !matches!(cli.command, Command::Search(_))) {
        return None;
    }
    let arguments = || arguments.iter().filter_map(plain);
    let mut words = arguments().skip_while(|argument| !is_search(argument));
    words.next()?;
    let words: Vec<&str> = words.take_while(|argument| *argument != "--").collect();
    let is_exclusion = |argument: &&str| {
        let word = argument.strip_prefix('-').unwrap_or_default();
        word.chars().count() >= 3 && word.chars().all(char::is_alphabetic)
    };
    let excluded = *words.iter().find(|word| is_exclusion(word))?;
    // `show search -x` is no search.
    let command = cli::command();
    arguments().find(|argument| command.find_subcommand(argument).is_some()).filter(is_search)?;
    let free: Vec<&str> = words.iter().copied().filter(|w| !w.starts_with('-')).collect();
    let query = format!("{} {excluded}", free.join(" "));
    Some(Message::new(format!("{} is not an option of search", Quoted(excluded))).with_tip(
        format!(
            "to exclude a word, quote the query (kangrejos search {}) or put it after --",
            quote(query.trim())
        ),
    ))
}

/// Returns an argument that a tip can repeat.
fn plain(argument: &OsString) -> Option<&str> {
    argument.to_str().filter(|text| !text.contains(is_escaped))
}

/// Returns clap's `error` with a better tip if the arguments say what was meant.
pub fn improve(mut error: clap::Error, arguments: &[OsString]) -> Error {
    let dataset = Dataset::embedded();
    let words: Option<Vec<&str>> = arguments.iter().map(plain).collect();
    let tip = words.and_then(|words| tip(&error, &words, &dataset));
    if let Some(tip) = tip {
        return Message::new(headline(&error)).with_tip(tip).into();
    }
    // clap's own is to pass the argument as a value, which is seldom meant.
    if error.kind() == ErrorKind::UnknownArgument {
        error.remove(ContextKind::Suggested);
    }
    Error::Clap(error)
}

/// Returns what clap says is wrong, without its tips and its usage.
fn headline(error: &clap::Error) -> String {
    if error.kind() == ErrorKind::MissingRequiredArgument {
        let missing = error.get(ContextKind::InvalidArg);
        let missing = missing.map(ToString::to_string).unwrap_or_default();
        return format!("missing argument {missing}");
    }
    let text = error.render().to_string();
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    let headline = text.split("\n\n").next().unwrap_or_default();
    headline.lines().next().unwrap_or_default().to_owned()
}

/// Returns the command that does what `arguments` seem to ask for.
fn tip(error: &clap::Error, arguments: &[&str], dataset: &Dataset) -> Option<String> {
    let (command, rest) = arguments.split_first()?;
    let words: Vec<&str> = rest.iter().copied().filter(|a| !a.starts_with('-')).collect();
    let words = words.join(" ");
    match (error.kind(), *command) {
        (ErrorKind::InvalidSubcommand, _) => {
            let text = arguments.join(" ");
            let suggested = error.get(ContextKind::SuggestedSubcommand);
            let is_near = suggested.is_some_and(|suggested| {
                let name = suggested.to_string();
                command.starts_with(name.chars().next().unwrap_or(' '))
            });
            (!is_near).then(|| about(text.trim(), dataset))
        }
        (ErrorKind::UnknownArgument, "list" | "ls" | "talks") if is_word(error) => {
            Some(match selection::year(&words) {
                Some(year) => format!("list an edition with `kangrejos list -e {year}`"),
                None => format!("search with `kangrejos search {}`", quote(&words)),
            })
        }
        (ErrorKind::UnknownArgument, "speakers") if is_word(error) => {
            Some(match selection::year(&words) {
                Some(year) => format!("use `kangrejos speakers -e {year}`"),
                None => format!("use `kangrejos speakers -s {}`", quote(&words)),
            })
        }
        (ErrorKind::UnknownArgument, "editions") if is_word(error) => Some(about(&words, dataset)),
        (ErrorKind::UnknownArgument, "show" | "view" | "open") if !words.is_empty() => {
            let filters = ["-s", "--speaker", "-e", "--edition", "-k", "--kind", "--has"];
            let is_filter = rest.iter().any(|argument| filters.contains(argument));
            let rest: Vec<String> = rest.iter().map(|argument| quote(argument)).collect();
            is_filter.then(|| format!("filter with `kangrejos list {}`", rest.join(" ")))
        }
        (ErrorKind::InvalidValue, "list" | "ls" | "show" | "view" | "search" | "find") => {
            let formats = ["csv", "ics", "ical", "bib", "bibtex"];
            let format = rest.iter().find(|value| formats.contains(value))?;
            Some(format!("export talks with `kangrejos export -f {format}`"))
        }
        (ErrorKind::MissingRequiredArgument, "search" | "find") => {
            Some("give it words to search for: `kangrejos search rcu`".to_owned())
        }
        (ErrorKind::MissingRequiredArgument, "show" | "view" | "open") => {
            Some(format!("give it a talk: `kangrejos {command} pin-init`"))
        }
        _ => None,
    }
}

/// Whether the argument that clap refuses is a word, not an option.
fn is_word(error: &clap::Error) -> bool {
    let invalid = error.get(ContextKind::InvalidArg).map(ToString::to_string);
    invalid.is_some_and(|argument| !argument.starts_with('-'))
}

/// Returns the command that shows what `text` is about.
fn about(text: &str, dataset: &Dataset) -> String {
    match lookup::find(dataset, |_| true, text) {
        Found::Talk(entry) => format!("show the talk with `kangrejos show {}`", entry.talk.id),
        Found::Edition(edition) => {
            format!("use `kangrejos show {0}` or `kangrejos list -e {0}`", edition.year)
        }
        Found::Several(_) | Found::Nothing(_) => {
            format!("search with `kangrejos search {}`", quote(text))
        }
    }
}

/// Quotes a text for the shell if it needs to be.
fn quote(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_.".contains(c);
    if text.chars().all(is_plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}
