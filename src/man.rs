//! The man page: a template filled in with the commands, options and examples from the help.

use std::fmt::Write as _;

use clap::{Arg, Args, Command};

use crate::cli::{self, text};
use crate::dataset::Dataset;
use crate::selection::Selection;

const TEMPLATE: &str = include_str!("man.roff");

/// Returns the page as roff. Its date is that of the last change to the built-in data.
pub fn page() -> String {
    let mut command = cli::command();
    command.build();
    let selection = Selection::augment_args(Command::new(""));
    let has = |command: &Command, a: &Arg| command.get_arguments().any(|b| b == a);
    let subcommands = command.get_subcommands();
    let subcommands: Vec<_> = subcommands.filter(|c| c.get_name() != "help").collect();
    let [mut commands, mut filters, mut options, mut examples] = [const { String::new() }; 4];
    push_examples(&command, &mut examples);
    for subcommand in &subcommands {
        push_heading(subcommand, &mut commands);
        for argument in subcommand.get_arguments().filter(|a| !has(&command, a)) {
            let is_same = |other: &Arg| {
                text(other.get_help()) == text(argument.get_help())
                    && other.get_possible_values() == argument.get_possible_values()
            };
            let has_it = |c: &&&Command| c.get_arguments().any(is_same);
            let users = subcommands.iter().filter(has_it).map(|c| c.get_name());
            match &users.collect::<Vec<_>>()[..] {
                [_] => push_argument(argument, "", &mut commands),
                // An option shared by several commands is listed only once.
                [first, ..] if *first != subcommand.get_name() => {}
                _ if has(&selection, argument) => push_argument(argument, "", &mut filters),
                users => push_argument(argument, &users.join(", "), &mut options),
            }
        }
        let (more, _) = after_help(subcommand);
        if !more.is_empty() {
            let _ = writeln!(commands, ".PP\n.nf\n{}\n.fi", roff(more.trim_end()));
        }
        push_examples(subcommand, &mut examples);
    }
    for argument in command.get_arguments().filter(|a| !a.is_hide_set()) {
        push_argument(argument, "", &mut options);
    }
    let revised =
        Dataset::embedded().editions().iter().map(|e| e.revised).max().unwrap_or_default();
    TEMPLATE
        .replace("@DATE@", &revised.to_string())
        .replace("@VERSION@", env!("CARGO_PKG_VERSION"))
        .replace("@COMMANDS@\n", &commands)
        .replace("@FILTERS@\n", &filters)
        .replace("@OPTIONS@\n", &options)
        .replace("@EXAMPLES@\n", &examples)
}

/// Appends the usage and the description of a subcommand.
fn push_heading(subcommand: &Command, page: &mut String) {
    let usage = subcommand.clone().render_usage().to_string();
    let usage = roff(usage.trim_start_matches("Usage: "));
    let about = subcommand.get_long_about().or(subcommand.get_about());
    let mut about = roff(&text(about)).replace("\n\n", "\n.PP\n");
    for alias in subcommand.get_visible_aliases() {
        let _ = write!(about, "\nAlias: {alias}.");
    }
    let _ = writeln!(page, ".SS \"{usage}\"\n{about}");
}

/// Appends an option or argument, its help, the `commands` that have it, and its values.
fn push_argument(argument: &Arg, commands: &str, page: &mut String) {
    let short = argument.get_short().map(|short| format!("-{short}, "));
    let name = short.unwrap_or_default() + &argument.to_string();
    let mut help = text(argument.get_long_help().or(argument.get_help()));
    if argument.get_action().takes_values()
        && let [default] = argument.get_default_values()
    {
        let _ = write!(help, " [default: {}]", default.display());
    }
    if !commands.is_empty() {
        let _ = write!(help, " ({commands})");
    }
    let help = roff(&help.replace("\n\n", ". "));
    let _ = writeln!(page, ".TP\n.B {}\n{help}", roff(&name));
    let mut values = String::new();
    for value in argument.get_possible_values() {
        if let Some(help) = value.get_help() {
            let _ =
                writeln!(values, ".TP 11\n.B {}\n{}", value.get_name(), roff(&help.to_string()));
        }
    }
    if !(values.is_empty() || argument.is_hide_possible_values_set()) {
        let _ = writeln!(page, ".RS\n.PD 0\n{values}.PD\n.RE");
    }
}

/// Appends the examples of a command that are not on the page yet, with their descriptions.
fn push_examples(command: &Command, page: &mut String) {
    for line in after_help(command).1.lines() {
        let line = line.strip_prefix("  ").unwrap_or(line);
        let (example, meaning) = line.split_once("  ").unwrap_or((line, ""));
        let example = format!(".PP\n\\fB{}\\fR\n", roff(example));
        if page.contains(&example) {
            continue;
        }
        if !line.starts_with(' ') {
            *page += &example;
        }
        if !meaning.is_empty() {
            let _ = writeln!(page, ".RS 4\n{}\n.RE", roff(meaning.trim_start()));
        }
    }
}

/// Returns the text after the options in the help of a command, split into notes and examples.
fn after_help(command: &Command) -> (String, String) {
    let text = text(command.get_after_long_help().or(command.get_after_help()));
    match text.split_once("Examples:\n") {
        Some((before, examples)) => (before.to_owned(), examples.to_owned()),
        None => (text, String::new()),
    }
}

/// Escapes the characters in `text` that roff would interpret.
fn roff(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-");
    // At the beginning of a line these would start a request.
    text.replace("\n.", "\n\\&.").replace('\'', "\\(aq")
}
