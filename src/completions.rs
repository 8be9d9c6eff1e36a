//! Shell completions. The scripts are templates for a table of the command line. Those for bash, zsh
//! and fish also complete values, and ask the program for talks, speakers and editions. The script
//! for PowerShell, in which no template could be tested, is what `clap_complete` generates.

use std::iter;

use clap::{Arg, Command, ValueHint};
use clap_complete::Shell;

use crate::cli::{self, text};
use crate::dataset::{Has, Kind, State};
use crate::options;

/// Returns the completion script for `shell`.
pub fn script(shell: Shell) -> String {
    let table = table();
    let (template, table) = match shell {
        Shell::Bash => (include_str!("completions/kangrejos.bash"), table),
        Shell::Zsh => (include_str!("completions/kangrejos.zsh"), table),
        // The others quote the table.
        Shell::Elvish => (include_str!("completions/kangrejos.elv"), table.replace('\'', "''")),
        Shell::Fish => {
            let table = table.replace('\\', r"\\").replace('\'', r"\'");
            (include_str!("completions/kangrejos.fish"), table)
        }
        _ => return generated(shell),
    };
    template.replace("@TABLE@", &table)
}

/// Returns the script that `clap_complete` generates, without what would only make it longer: aliases,
/// short names of options that have a long one, and the subcommands of `help`.
fn generated(shell: Shell) -> String {
    let mut command = cli::command();
    command.build();
    let mut command = command
        .mut_subcommands(|subcommand| {
            subcommand.visible_alias(None::<&str>).mut_args(|argument| {
                if argument.get_long().is_some() { argument.short(None) } else { argument }
            })
        })
        .mut_subcommand("help", |help| {
            let about = help.get_about().cloned().unwrap_or_default();
            Command::new("help").about(about)
        });
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, cli::NAME, &mut script);
    String::from_utf8(script).expect("clap_complete writes UTF-8")
}

/// Returns the command line as a table of four columns separated by `|`: commands, their words
/// (an option, a subcommand, or nothing for an argument), the values of these, and the help.
fn table() -> String {
    let mut command = cli::command();
    command.build();
    let mut rows: Vec<(String, Vec<&str>)> = Vec::new();
    let mut push = |command, row| match rows.iter_mut().find(|(other, _)| *other == row) {
        Some((_, commands)) => commands.push(command),
        None => rows.push((row, vec![command])),
    };
    for command in iter::once(&command).chain(command.get_subcommands()) {
        for name in command.get_name_and_visible_aliases() {
            for subcommand in command.get_subcommands() {
                push(name, format!("{}||{}", subcommand.get_name(), text(subcommand.get_about())));
            }
            for argument in command.get_arguments() {
                let (words, help) = (words(argument), text(argument.get_help()));
                push(name, format!("{words}|{}|{help}", values(argument)));
            }
        }
    }
    let lines = rows.iter().map(|(row, commands)| format!("{}|{row}", commands.join(" ")));
    lines.collect::<Vec<_>>().join("\n")
}

/// Returns the names of an option; nothing for other arguments.
fn words(argument: &Arg) -> String {
    let short = argument.get_short().map(|short| format!("-{short}"));
    let long = argument.get_long().map(|long| format!("--{long}"));
    short.into_iter().chain(long).collect::<Vec<_>>().join(" ")
}

/// Returns the values of an argument: `@` and their kind, or a list separated by `;` in which a space
/// precedes the help of a value; nothing for an argument without a value.
fn values(argument: &Arg) -> String {
    if !argument.get_action().takes_values() {
        return String::new();
    }
    match (argument.get_id().as_str(), argument.get_value_hint()) {
        ("editions" | "years", _) => "@editions".to_owned(),
        ("speakers" | "names", _) => "@speakers".to_owned(),
        ("topics", _) => "@topics".to_owned(),
        ("talk" | "talks", _) => "@talks".to_owned(),
        ("query", _) => format!("@query {}", qualifiers().join(" ")),
        (_, ValueHint::FilePath) => "@files".to_owned(),
        (_, ValueHint::DirPath) => "@directories".to_owned(),
        _ => {
            let values = argument.get_possible_values();
            let values = values.iter().map(|v| format!("{} {}", v.get_name(), text(v.get_help())));
            let values: Vec<_> = values.map(|value| value.trim_end().to_owned()).collect();
            if values.is_empty() { "@none".to_owned() } else { values.join(";") }
        }
    }
}

/// Returns the query qualifiers, with their values if there are only a few. The scripts add the years.
fn qualifiers() -> Vec<String> {
    let mut qualifiers = ["title:", "speaker:", "by:", "topic:"].map(str::to_owned).to_vec();
    qualifiers.extend(options::names::<Has>().iter().map(|has| format!("has:{has}")));
    qualifiers.extend(options::names::<State>().iter().map(|state| format!("state:{state}")));
    qualifiers.extend(options::names::<Kind>().iter().map(|kind| format!("kind:{kind}")));
    qualifiers
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The scripts split rows at `|` and lists of values at `;`.
    #[test]
    fn no_help_contains_a_separator() {
        for row in table().lines() {
            let columns: Vec<&str> = row.split('|').collect();
            assert_eq!(columns.len(), 4, "{row}");
            assert!(!columns[2].split(';').any(|value| value.starts_with(' ')), "{row}");
        }
    }
}
