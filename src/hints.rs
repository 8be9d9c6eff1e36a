//! Guesses what an invalid command line was meant to do, to improve the tips of clap's errors.

use std::ffi::OsString;

use clap::ValueEnum;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::cli::{self, Cli, Command};
use crate::commands::messages::on_topic;
use crate::dataset::{self, Dataset, Entry};
use crate::error::{Error, Message};
use crate::escape::{self, is_escaped};
use crate::fold;
use crate::lookup::{self, Found};
use crate::options;
use crate::phrase::join;
use crate::render::ExportFormat;
use crate::search::{self, Query};

/// Parses the arguments that follow the program's name, and wraps help texts to `width` columns. If
/// that fails, the error says what was probably meant in the data that `given` returns.
pub fn parse(
    arguments: &[OsString],
    width: Option<usize>,
    given: impl FnOnce() -> Option<Dataset>,
) -> Result<Cli, Error> {
    Cli::parse(arguments, width).map_err(|error| improve(escaped(error), arguments, given))
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
pub fn explain(error: Error, arguments: &[OsString], dataset: &Dataset) -> Error {
    let tip = || exclusion(arguments, Some(dataset));
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
fn exclusion(arguments: &[OsString], dataset: Option<&Dataset>) -> Option<String> {
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
        let has_results = !names_dataset(arguments) && dataset.is_some_and(|it| finds(&query, it));
        let query = quote(&query);
        // A command that finds nothing is no remedy, but it was not an option that was meant.
        let query = if has_results { format!("`kangrejos search {query}`") } else { query };
        format!("to exclude a word, quote the query: {query}")
    })
}

/// Returns an argument if it is safe to repeat in a tip.
fn plain(argument: &OsString) -> Option<&str> {
    argument.to_str().filter(|text| !text.contains(is_escaped))
}

/// Returns clap's `error`, with a better tip if the arguments show what was meant.
fn improve(
    mut error: clap::Error,
    arguments: &[OsString],
    given: impl FnOnce() -> Option<Dataset>,
) -> Error {
    if !error.use_stderr() {
        return Error::Clap(error);
    }
    let words: Option<Vec<&str>> = arguments.iter().map(plain).collect();
    let dataset = if names_dataset(arguments) { None } else { given() };
    let meant = || tip(&error, &words?, dataset.as_ref());
    if let Some(tip) = exclusion(arguments, dataset.as_ref()).or_else(meant) {
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
        let missing = error.get(ContextKind::InvalidArg).map(ToString::to_string);
        return match missing.unwrap_or_default() {
            missing if missing.contains("TALK") => "which talk?".to_owned(),
            missing if missing.contains("QUERY") => "search for what?".to_owned(),
            missing => format!("missing argument {missing}"),
        };
    }
    let text = error.render().to_string();
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    text.lines().next().unwrap_or_default().to_owned()
}

/// Returns a tip with the command that does what `arguments` seem to request. It is built from what
/// clap refused, never from the values of options.
fn tip(error: &clap::Error, arguments: &[&str], dataset: Option<&Dataset>) -> Option<String> {
    let command = *arguments.first()?;
    let about = |text: &str| about(text, dataset?);
    let refused = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    match (error.kind(), command) {
        (ErrorKind::InvalidSubcommand, word) => {
            let near = refused(ContextKind::SuggestedSubcommand);
            let mut near = near.split(|c: char| !c.is_alphanumeric());
            let is_likely = near.any(|near| near.chars().next() == word.chars().next());
            let words = arguments.iter().take_while(|argument| !argument.starts_with('-'));
            let words: Vec<&str> = words.copied().collect();
            (!is_likely).then(|| about(&words.join(" ")))?
        }
        (ErrorKind::UnknownArgument, _) => {
            unknown(&refused(ContextKind::InvalidArg), arguments, dataset)
        }
        (ErrorKind::ValueValidation, "list" | "ls" | "talks")
            if refused(ContextKind::InvalidArg).contains("YEAR|latest") =>
        {
            about(&refused(ContextKind::InvalidValue))
        }
        (
            ErrorKind::InvalidValue,
            "list" | "ls" | "talks" | "show" | "view" | "search" | "find" | "timeline" | "people"
            | "speakers",
        ) if refused(ContextKind::InvalidArg).starts_with("--format") => {
            let format = ExportFormat::from_str(&refused(ContextKind::InvalidValue), true).ok()?;
            Some(format!("export talks with `kangrejos export -f {}`", options::name(&format)))
        }
        (ErrorKind::MissingRequiredArgument, "search" | "find") => {
            Some("`kangrejos search rcu`, or `kangrejos list`".to_owned())
        }
        (ErrorKind::MissingRequiredArgument, "show" | "view" | "open" | "slides") => {
            Some(format!("`kangrejos {command} pin-init`, or `kangrejos list`"))
        }
        _ => None,
    }
}

/// The tip for somebody who wants the topics of one edition.
const BY_YEAR: &str = "`kangrejos topics` has a column for each year";

/// Returns a tip for an argument or option that the command does not have.
fn unknown(argument: &str, arguments: &[&str], dataset: Option<&Dataset>) -> Option<String> {
    let is_edition = ["-e", "--edition", "--year"].contains(&argument);
    if is_edition && arguments.first() == Some(&"topics") {
        return Some(BY_YEAR.to_owned());
    }
    if argument.starts_with('-') {
        let commands = commands_with(argument);
        let tip = || format!("{argument} is an option of {}", join(&commands, "and"));
        return (!commands.is_empty()).then(tip);
    }
    let dataset = dataset?;
    match *arguments.first()? {
        "topics" if dataset.named(argument).is_some() => Some(BY_YEAR.to_owned()),
        "topics" => subject(argument, dataset).map(on_topic).or_else(|| about(argument, dataset)),
        "editions" => about(argument, dataset),
        "open" | "slides" => {
            let words = arguments[1..].iter().take_while(|word| !word.starts_with('-'));
            let words: Vec<&str> = words.copied().collect();
            let Found::Talk(entry) = lookup::find(dataset, |_| true, &words.join(" ")) else {
                return None;
            };
            Some(format!("use the ID: `kangrejos open {}`", entry.talk.id))
        }
        _ => None,
    }
}

/// Returns the commands that have an option which clap refused.
fn commands_with(argument: &str) -> Vec<String> {
    let mut cli = cli::command();
    cli.build();
    let has_option = |command: &&clap::Command| {
        command.get_arguments().any(|option| {
            let long = option.get_long().map(|long| format!("--{long}"));
            let short = option.get_short().map(|short| format!("-{short}"));
            long.into_iter().chain(short).any(|name| name == argument)
        })
    };
    cli.get_subcommands().filter(has_option).map(|it| it.get_name().to_owned()).collect()
}

/// Returns the topic named `text`, or else one that is about it, if there are talks on it.
fn subject(text: &str, dataset: &Dataset) -> Option<&'static str> {
    let word = fold::fold(text);
    let is_about = |about: &str| fold::words(about).contains(&word);
    let subjects = dataset::subjects(&dataset.entries().collect::<Vec<_>>());
    let about = || Some(&*subjects.iter().find(|it| is_about(&it.topic.about))?.topic.name);
    dataset::topic_with_talks(text, dataset).or_else(about)
}

/// Returns a tip with the command that shows what `text` refers to in `dataset`; `None` if nothing
/// does.
fn about(text: &str, dataset: &Dataset) -> Option<String> {
    let show = match lookup::find(dataset, |_| true, text) {
        Found::Talk(entry) => format!("show the talk with `kangrejos show {}`", entry.talk.id),
        Found::Editions([edition]) => {
            return Some(format!("list it with `kangrejos list {}`", edition.year));
        }
        _ => String::new(),
    };
    let topic = dataset::topic_with_talks(text, dataset).map(on_topic);
    match (show.is_empty(), topic) {
        (false, Some(topic)) => Some(format!("{show}, or {topic}")),
        (false, None) => Some(show),
        (true, Some(topic)) => Some(topic),
        (true, None) => {
            finds(text, dataset).then(|| format!("search with `kangrejos search {}`", quote(text)))
        }
    }
}

/// Whether a search for `text` finds anything.
fn finds(text: &str, dataset: &Dataset) -> bool {
    let entries: Vec<Entry> = dataset.entries().collect();
    Query::parse(text).is_ok_and(|query| search::search(dataset, &entries, query, false).is_ok())
}

/// Whether the arguments name a dataset, which a tip would have to repeat.
fn names_dataset(arguments: &[OsString]) -> bool {
    arguments.iter().any(|word| word.to_string_lossy().starts_with("--dataset"))
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
