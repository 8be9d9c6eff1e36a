//! Shell completions: what `clap_complete` generates, with the talks, years, names and qualifiers of the
//! data added.
//!
//! Titles and names are embedded in scripts, so characters that a shell might interpret are removed.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::iter;

use clap::builder::{PossibleValue, PossibleValuesParser, StyledStr};
use clap::{Arg, Command, ValueHint};
use clap_complete::Shell;

use crate::cli;
use crate::dataset::{Dataset, Kind};
use crate::selection::{self, Has};

/// Words with their help texts.
type Words = Vec<(String, String)>;

/// Returns the script that makes `shell` complete the command line, with what `dataset` contains.
pub fn script(shell: Shell, dataset: &Dataset) -> String {
    let mut command = command(shell, dataset);
    if shell == Shell::Elvish {
        return elvish(&command);
    }
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, cli::NAME, &mut script);
    let script = String::from_utf8(script).expect("clap_complete writes UTF-8");
    match shell {
        Shell::Bash => script + &bash(dataset),
        Shell::Fish => script + &fish(&command),
        Shell::PowerShell => power_shell(script, &command),
        _ => script,
    }
}

/// Returns the command line with possible values where the program itself accepts any text.
fn command(shell: Shell, dataset: &Dataset) -> Command {
    let years = dataset.years().map(|year| year.to_string());
    let years: Vec<String> = years.chain(["latest", "all"].map(str::to_owned)).collect();
    let mut command = cli::command();
    command.build();
    command.mut_subcommands(|subcommand| {
        subcommand.mut_args(|argument| match argument.get_id().as_str() {
            "editions" => argument.value_parser(PossibleValuesParser::new(&years)),
            // Fish splits the values at spaces. The names for bash are in its own part of the script.
            "speakers" if shell != Shell::Bash => {
                let space = if shell == Shell::Fish { "\\ " } else { " " };
                let names = names(dataset).into_iter();
                let names = names.map(|name| name.replace(' ', space));
                argument.value_parser(PossibleValuesParser::new(names))
            }
            "talk" | "talks" => argument.value_parser(PossibleValuesParser::new(talks(dataset))),
            "query" => argument.value_parser(PossibleValuesParser::new(qualifiers(dataset))),
            // Without a hint, shells complete the names of files.
            _ if is_free(&argument) => argument.value_hint(ValueHint::Other),
            _ => argument,
        })
    })
}

/// Whether nothing is known about the value of `argument`.
fn is_free(argument: &Arg) -> bool {
    argument.get_action().takes_values()
        && argument.get_possible_values().is_empty()
        && argument.get_value_hint() == ValueHint::Unknown
}

/// Returns the IDs of all talks, with their titles.
fn talks(dataset: &Dataset) -> impl Iterator<Item = PossibleValue> {
    dataset.entries(|_| true).map(|entry| {
        // Titles are quoted in every script.
        let title = entry.shown_title().replace(['"', '\\'], "");
        PossibleValue::new(entry.talk.id.to_string()).help(title)
    })
}

/// Returns the names of all speakers, sorted.
fn names<'d>(dataset: &'d Dataset) -> BTreeSet<&'d str> {
    let people = dataset.people();
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.');
    let spellings = dataset.entries(|_| true).flat_map(|entry| &entry.talk.speakers);
    let names = spellings.map(|spelling| people.person(spelling));
    names.filter(|name| name.chars().all(is_plain)).collect()
}

/// Returns the qualifiers of a query, with their values if these are few.
fn qualifiers(dataset: &Dataset) -> Vec<String> {
    let mut qualifiers = vec!["title:".to_owned(), "speaker:".to_owned()];
    qualifiers.extend(selection::names::<Has>().iter().map(|has| format!("has:{has}")));
    qualifiers.extend(selection::names::<Kind>().iter().map(|kind| format!("kind:{kind}")));
    qualifiers.extend(dataset.years().map(|year| format!("year:{year}")));
    qualifiers
}

/// Returns completions for values that bash splits.
fn bash(dataset: &Dataset) -> String {
    let names = names(dataset).into_iter().map(|name| format!("'{name}'"));
    include_str!("completions/values.bash")
        .replace("@NAMES@", &names.collect::<Vec<_>>().join(" "))
        .replace("@QUALIFIERS@", &qualifiers(dataset).join(" "))
}

/// Returns completions for the words that subcommands take, which `clap_complete` omits.
fn fish(command: &Command) -> String {
    let quoted = |text: &str| format!("'{}'", text.replace('\\', r"\\").replace('\'', r"\'"));
    let mut script = String::new();
    for (subcommand, words) in words(command) {
        let words = words.iter().map(|(word, help)| format!("{word}\\t{}", quoted(help)));
        let _ = writeln!(
            script,
            "complete -c kangrejos -n \"__fish_kangrejos_using_subcommand {subcommand}\" -a {}",
            quoted(&words.collect::<Vec<_>>().join("\n"))
        );
    }
    // Files are completed only after options that take one.
    script + "complete -c kangrejos -f\n"
}

/// Returns a separate script: the one of `clap_complete` fails after the ID of a talk.
fn elvish(command: &Command) -> String {
    let quoted = |text: &str| format!("'{}'", text.replace('\'', "''"));
    let mut candidates = String::new();
    for (name, command) in iter::once((cli::NAME, command)).chain(subcommands(command)) {
        let _ = write!(candidates, "\n        &{name}= [");
        let subcommands =
            subcommands(command).map(|(name, c)| (name.to_owned(), text(c.get_about())));
        for (word, help) in subcommands.chain(values(command)).chain(options(command)) {
            let (word, help) = (quoted(&word), quoted(&help));
            let _ = write!(candidates, "\n            [{word} {help}]");
        }
        candidates.push_str("\n        ]");
    }
    include_str!("completions/kangrejos.elv").replace("@CANDIDATES@", &candidates)
}

/// Adds the words that subcommands take, which `clap_complete` omits.
fn power_shell(mut script: String, command: &Command) -> String {
    for (subcommand, words) in words(command) {
        let start = format!("'{};{subcommand}' {{", cli::NAME);
        let mut block = start.clone();
        for (word, help) in words {
            // An empty tooltip is an error, and typographic quotes count as quotes.
            let help = if help.is_empty() { &word } else { &help };
            let help = help.replace(['‘', '’', '‚', '‛'], "'").replace('\'', "''");
            let _ = write!(
                block,
                "\n            [CompletionResult]::new('{word}', '{word}', [CompletionResultType]::ParameterValue, '{help}')"
            );
        }
        debug_assert!(script.contains(&start), "clap_complete no longer writes {start:?}");
        script = script.replacen(&start, &block, 1);
    }
    script
}

/// Returns the subcommands that take certain words, with these words.
fn words(command: &Command) -> impl Iterator<Item = (&str, Words)> {
    let words = subcommands(command).map(|(name, c)| (name, values(c).collect()));
    words.filter(|(_, words): &(_, Words)| !words.is_empty())
}

/// Returns the subcommands under each of their names.
fn subcommands(command: &Command) -> impl Iterator<Item = (&str, &Command)> {
    command.get_subcommands().flat_map(|subcommand| {
        let names = subcommand.get_name_and_visible_aliases().into_iter();
        names.map(move |name| (name, subcommand))
    })
}

/// Returns the words that `command` takes, as far as they are known.
fn values(command: &Command) -> impl Iterator<Item = (String, String)> {
    let values = command.get_positionals().flat_map(Arg::get_possible_values);
    values.map(|value| (value.get_name().to_owned(), text(value.get_help())))
}

/// Returns the options of `command` in all spellings.
fn options(command: &Command) -> impl Iterator<Item = (String, String)> {
    let arguments = command.get_arguments().filter(|a| !a.is_hide_set());
    arguments.flat_map(|argument| {
        let short = argument.get_short().map(|short| format!("-{short}"));
        let long = argument.get_long().map(|long| format!("--{long}"));
        let names = short.into_iter().chain(long);
        names.map(|name| (name, text(argument.get_help())))
    })
}

fn text(help: Option<&StyledStr>) -> String {
    help.map(ToString::to_string).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;

    use super::*;
    use crate::dataset;

    /// Quotes and substitutions in titles and names must not reach the shell as syntax.
    #[test]
    fn hostile_data_is_quoted_or_omitted() {
        let json = r#"{"year": 2026, "name": "K", "url": "https://kangrejos.com", "revised": "2026-11-22", "talks": [
            {"id": "t1", "title": "a \"; touch x; \" 'b' $(touch x) `touch x` \\ ‘’‚‛; c", "kind": "talk",
             "speakers": ["$(touch x)", "`touch x`", "Eve; touch x", "Ann O\"Neil", "Ann Author"]}]}"#;
        let documents =
            dataset::read(&[OsStr::new("-").into()], &mut json.as_bytes()).expect("a dataset");
        let dataset = dataset::load(&documents).expect("a dataset");
        for (shell, expected) in [
            (Shell::Bash, "values=('Ann Author')"),
            (Shell::Elvish, "['t1' 'a ; touch x;  ''b'' $(touch x) `touch x`  ‘’‚‛; c']"),
            (Shell::Fish, r"t1\\t\'a ; touch x;  \\\'b\\\' $(touch x) `touch x`  ‘’‚‛; c\'"),
            (Shell::PowerShell, "'a ; touch x;  ''b'' $(touch x) `touch x`  ''''''''; c'"),
            (Shell::Zsh, r#"t1\:"a ; touch x;  '\''b'\'' \$(touch x) \`touch x\`  ‘’‚‛; c""#),
        ] {
            let script = script(shell, &dataset);
            assert!(script.contains(expected), "{shell}: {script}");
            assert!(!script.contains("Eve;"), "{shell}");
        }
    }
}
