//! Shell completions: the scripts that `clap_complete` generates, extended with the talks, years,
//! names and qualifiers in the data.
//!
//! Titles and names are embedded in scripts, so characters that a shell might interpret are removed.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, Command, ValueHint};
use clap_complete::Shell;

use crate::cli::{self, text};
use crate::dataset::{Dataset, Has, Kind};
use crate::options;

/// Returns the completion script for `shell`, including the contents of `dataset`.
pub fn script(shell: Shell, dataset: &Dataset) -> String {
    let mut command = command(shell, dataset);
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, cli::NAME, &mut script);
    let script = String::from_utf8(script).expect("clap_complete writes UTF-8");
    match shell {
        Shell::Bash => script + &bash(dataset),
        Shell::Fish => script + &fish(&command),
        // The generated code treats every word as a subcommand, but only the first one can be.
        Shell::Elvish => script
            .replace(
                "set command = $command';'$word",
                "if (eq $command kangrejos) { set command = kangrejos';'$word }",
            )
            .replace(
                "$completions[$command]",
                "if (has-key $completions $command) { $completions[$command] }",
            ),
        _ => script,
    }
}

/// Returns the command-line definition, with possible values for arguments that accept any text.
fn command(shell: Shell, dataset: &Dataset) -> Command {
    let years = dataset.years().map(|year| year.to_string());
    let years: Vec<String> = years.chain(["latest", "all"].map(str::to_owned)).collect();
    let mut command = cli::command();
    command.build();
    command.mut_subcommands(|subcommand| {
        let subcommand = subcommand.mut_args(|argument| match argument.get_id().as_str() {
            "editions" => argument.value_parser(PossibleValuesParser::new(&years)),
            // Fish splits values at spaces. Bash gets the names in a separate part of its script.
            "speakers" if shell != Shell::Bash => {
                let space = if shell == Shell::Fish { "\\ " } else { " " };
                let names = names(dataset).into_iter();
                let names = names.map(|name| name.replace(' ', space));
                argument.value_parser(PossibleValuesParser::new(names))
            }
            "talk" | "talks" => argument.value_parser(PossibleValuesParser::new(talks(dataset))),
            "query" => argument.value_parser(PossibleValuesParser::new(qualifiers(dataset))),
            // Without values or a hint, shells complete file names.
            _ if argument.get_action().takes_values()
                && argument.get_possible_values().is_empty()
                && argument.get_value_hint() == ValueHint::Unknown =>
            {
                argument.value_hint(ValueHint::Other)
            }
            _ => argument,
        });
        if !matches!(shell, Shell::Elvish | Shell::PowerShell) {
            return subcommand;
        }
        // For these shells, `clap_complete` omits the arguments of a subcommand unless they are
        // nested subcommands.
        let words = words(&subcommand).into_iter();
        let words: Vec<Command> = words
            .map(|(word, help)| Command::new(word).about(help).disable_help_flag(true))
            .collect();
        subcommand.subcommands(words)
    })
}

/// Returns the IDs of all talks, with their titles.
fn talks(dataset: &Dataset) -> impl Iterator<Item = PossibleValue> {
    dataset.entries().map(|entry| {
        // Titles are quoted in every script, and PowerShell treats typographic quotes as quotes.
        let title = entry.shown_title().replace(['"', '\\'], "");
        let title = title.replace(['‘', '’', '‚', '‛'], "'");
        PossibleValue::new(entry.talk.id.to_string()).help(title)
    })
}

/// Returns the names of all speakers, sorted.
fn names(dataset: &Dataset) -> BTreeSet<&str> {
    let people = dataset.people();
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.');
    let spellings = dataset.entries().flat_map(|entry| &entry.talk.speakers);
    let names = spellings.map(|spelling| people.person(spelling));
    names.filter(|name| name.chars().all(is_plain)).collect()
}

/// Returns the query qualifiers, with their values if there are only a few.
fn qualifiers(dataset: &Dataset) -> Vec<String> {
    let mut qualifiers = vec!["title:".to_owned(), "speaker:".to_owned()];
    qualifiers.extend(options::names::<Has>().iter().map(|has| format!("has:{has}")));
    qualifiers.extend(options::names::<Kind>().iter().map(|kind| format!("kind:{kind}")));
    qualifiers.extend(dataset.years().map(|year| format!("year:{year}")));
    qualifiers
}

/// Returns the completions for values that bash would split.
fn bash(dataset: &Dataset) -> String {
    let names = names(dataset).into_iter().map(|name| format!("'{name}'"));
    include_str!("completions/values.bash")
        .replace("@NAMES@", &names.collect::<Vec<_>>().join(" "))
        .replace("@QUALIFIERS@", &qualifiers(dataset).join(" "))
}

/// Returns the completions for subcommand arguments, which `clap_complete` omits.
fn fish(command: &Command) -> String {
    let quoted = |text: &str| format!("'{}'", text.replace('\\', r"\\").replace('\'', r"\'"));
    let mut script = String::new();
    for subcommand in command.get_subcommands() {
        let words = words(subcommand).into_iter();
        let words: Vec<String> =
            words.map(|(word, help)| format!("{word}\\t{}", quoted(&help))).collect();
        if words.is_empty() {
            continue;
        }
        for name in subcommand.get_name_and_visible_aliases() {
            let _ = writeln!(
                script,
                "complete -c kangrejos -n \"__fish_kangrejos_using_subcommand {name}\" -a {}",
                quoted(&words.join("\n"))
            );
        }
    }
    // Files are completed only after options that take a file.
    script + "complete -c kangrejos -f\n"
}

/// Returns the known values of the arguments of `command`, with their help texts.
fn words(command: &Command) -> Vec<(String, String)> {
    let values = command.get_positionals().flat_map(Arg::get_possible_values);
    values.map(|value| (value.get_name().to_owned(), text(value.get_help()))).collect()
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
        let dataset = dataset::load(&[OsStr::new("-").into()], &mut json.as_bytes());
        let dataset = dataset.expect("a dataset");
        for (shell, expected) in [
            (Shell::Bash, "values=('Ann Author')"),
            (Shell::Elvish, "cand t1 'a ; touch x;  ''b'' $(touch x) `touch x`  ''''''''; c'"),
            (
                Shell::Fish,
                r"t1\\t\'a ; touch x;  \\\'b\\\' $(touch x) `touch x`  \\\'\\\'\\\'\\\'; c\'",
            ),
            (Shell::PowerShell, "'a ; touch x;  ''b'' $(touch x) `touch x`  ''''''''; c'"),
            (
                Shell::Zsh,
                r#"t1\:"a ; touch x;  '\''b'\'' \$(touch x) \`touch x\`  '\'''\'''\'''\''; c""#,
            ),
        ] {
            let script = script(shell, &dataset);
            assert!(script.contains(expected), "{shell}: {script}");
            assert!(!script.contains("Eve;"), "{shell}");
        }
    }
}
