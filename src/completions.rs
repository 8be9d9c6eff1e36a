//! Shell completions: what `clap_complete` makes of the command line and of the talks, years and names
//! in the data.
//!
//! Titles and names come from data that may be anybody's, and go into scripts: what a shell could
//! take for its own syntax is left out of them.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::iter;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, Command, ValueHint};
use clap_complete::Shell;

use crate::cli;
use crate::dataset::Dataset;

/// The script that teaches `shell` to complete the command line, with the talks, years and names of
/// `dataset`.
pub fn script(shell: Shell, dataset: &Dataset) -> String {
    let talks = talks(dataset);
    let mut command = command(shell, dataset, &talks);
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, cli::NAME, &mut script);
    let script = String::from_utf8(script).expect("clap_complete writes UTF-8");
    match shell {
        Shell::Bash => script + BASH,
        Shell::Elvish => elvish(script, &command),
        Shell::Fish => fish(script, &command),
        Shell::PowerShell => power_shell(script, &command),
        Shell::Zsh => replace(script, &ZSH),
        _ => script,
    }
}

/// The ids and titles of all talks.
fn talks(dataset: &Dataset) -> Vec<(String, String)> {
    let entries = dataset.entries(|_| true);
    entries
        .map(|entry| {
            // In every one of the scripts titles stand in quotes.
            let title = entry.shown_title().replace(['"', '\\'], "");
            (entry.talk.id.to_string(), title)
        })
        .collect()
}

/// The command line with possible values where the program itself takes anything. What is neither
/// one of some values nor a file is nothing a shell could complete.
fn command(shell: Shell, dataset: &Dataset, talks: &[(String, String)]) -> Command {
    let years = dataset.years().map(|year| year.to_string());
    let years: Vec<String> = years.chain(["all".to_owned()]).collect();
    let names = names(shell, dataset);
    let mut command = cli::command();
    command.build();
    command.mut_subcommands(|subcommand| {
        subcommand.mut_args(|argument| match argument.get_id().as_str() {
            "editions" => argument.value_parser(PossibleValuesParser::new(&years)),
            "speakers" => argument.value_parser(PossibleValuesParser::new(&names)),
            "talk" | "talks" => {
                let ids = talks
                    .iter()
                    .map(|(id, title)| PossibleValue::new(id).help(title));
                argument.value_parser(PossibleValuesParser::new(ids))
            }
            _ if is_free(&argument) => argument.value_hint(ValueHint::Other),
            _ => argument,
        })
    })
}

/// Whether `argument` takes a value of which nothing is known.
fn is_free(argument: &Arg) -> bool {
    argument.get_action().takes_values()
        && argument.get_possible_values().is_empty()
        && argument.get_value_hint() == ValueHint::Unknown
}

/// The names of all speakers, sorted; in bash, which parts values at blanks, the last word of each. Fish
/// parts them too, but where blanks are escaped.
fn names(shell: Shell, dataset: &Dataset) -> BTreeSet<String> {
    let people = dataset.people();
    let is_plain = |name: &&str| {
        name.chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.'))
    };
    let spellings = dataset
        .entries(|_| true)
        .flat_map(|entry| &entry.talk.speakers);
    let names = spellings.map(|spelling| people.person(spelling));
    let completed = names.map(|name| match shell {
        Shell::Bash => name.rsplit(' ').next().unwrap_or(name),
        _ => name,
    });
    let blank = if shell == Shell::Fish { "\\ " } else { " " };
    completed
        .filter(is_plain)
        .map(|name| name.replace(' ', blank))
        .collect()
}

/// `clap_complete` offers options and ids together; here an option waits for its hyphen, as in the other
/// shells. It knows no value behind an equals sign, which is a word of its own in bash. And where there is
/// nothing to offer, files are no better.
const BASH: &str = r#"
_kangrejos_words() {
    if [[ "${COMP_WORDS[COMP_CWORD]}" == "=" ]]; then
        set -- "$1" "" "${COMP_WORDS[COMP_CWORD - 1]}"
    elif [[ "${COMP_WORDS[COMP_CWORD - 1]}" == "=" ]]; then
        set -- "$1" "$2" "${COMP_WORDS[COMP_CWORD - 2]}"
    fi
    _kangrejos "$@"
    [[ "${COMP_WORDS[COMP_CWORD]}" == -* ]] && return 0
    local word words=("${COMPREPLY[@]}")
    COMPREPLY=()
    for word in "${words[@]}"; do
        [[ -z "${word}" || "${word}" == -* ]] || COMPREPLY+=("${word}")
    done
}

if [[ "${BASH_VERSINFO[0]}" -eq 4 && "${BASH_VERSINFO[1]}" -ge 4 || "${BASH_VERSINFO[0]}" -gt 4 ]]; then
    complete -F _kangrejos_words -o nosort -o bashdefault kangrejos
else
    complete -F _kangrejos_words -o bashdefault kangrejos
fi
"#;

/// By zsh's own rule a hyphen alone stands for every id that has one.
const ZSH: [(&str, &str); 2] = [
    ("(-s -S -C)", "(-s -S -C -M 'r:|=*')"),
    ("(-s -C)", "(-s -C -M 'r:|=*')"),
];

/// Without these, nothing follows `--color` before a subcommand, nor `help`.
const FISH: [(&str, &str); 2] = [
    ("    or return\n    if set", "    or return 0\n    if set"),
    (" help\" -f -a", "\" -f -a"),
];

/// Adds the words that subcommands take, which `clap_complete` leaves out; and files only where an option
/// takes one.
fn fish(script: String, command: &Command) -> String {
    let quoted = |text: &str| format!("'{}'", text.replace('\\', r"\\").replace('\'', r"\'"));
    let mut script = replace(script, &FISH);
    for (subcommand, words) in words(command) {
        let words: Vec<String> = words
            .iter()
            .map(|(word, help)| format!("{word}\\t{}", quoted(help)))
            .collect();
        let _ = writeln!(
            script,
            "complete -c kangrejos -n \"__fish_kangrejos_using_subcommand {subcommand}\" -a {}",
            quoted(&words.join("\n"))
        );
    }
    script + "complete -c kangrejos -f\n"
}

/// Here too an option waits for its hyphen; and the subcommand is found behind options and before talks.
const ELVISH: [(&str, &str); 3] = [
    (
        "        edit:complex-candidate",
        "        if (and (str:has-prefix $text '-') (not (str:has-prefix $words[-1] '-'))) {
            return
        }
        edit:complex-candidate",
    ),
    (
        "    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
",
        "",
    ),
    (
        "    $completions[$command]\n",
        "    for word $words[1..-1] {
        if (has-key $completions $command';'$word) {
            set command = $command';'$word
        }
    }
    if (has-key $completions $command' '$words[-2]) {
        set command = $command' '$words[-2]
    }
    $completions[$command]
",
    ),
];

/// Adds the words that subcommands take, and the values of options, under the subcommand, a blank and the
/// option.
fn elvish(script: String, command: &Command) -> String {
    let candidate = |(value, help): &(String, String)| {
        let help = help.replace('\'', "''");
        format!("\n            cand '{value}' '{help}'")
    };
    let mut script = insert(
        replace(script, &ELVISH),
        command,
        |name| format!("&'{name}'= {{"),
        candidate,
    );
    let mut options = String::new();
    let root = (cli::NAME.to_owned(), command);
    let subcommands = command.get_subcommands();
    for (path, command) in iter::once(root).chain(subcommands.map(|c| (path(c.get_name()), c))) {
        for option in command.get_opts() {
            let body = match option.get_value_hint() {
                ValueHint::FilePath | ValueHint::DirPath => {
                    "\n            edit:complete-filename $words[-1]".to_owned()
                }
                _ => values(option).iter().map(candidate).collect(),
            };
            let short = option.get_short().map(|short| format!("-{short}"));
            let long = option.get_long().map(|long| format!("--{long}"));
            for name in short.into_iter().chain(long) {
                let _ = writeln!(options, "        &'{path} {name}'= {{{body}\n        }}");
            }
        }
    }
    let end = "    ]\n    for word";
    script = script.replacen(end, &format!("{options}{end}"), 1);
    script
}

/// Adds the words that subcommands take.
fn power_shell(script: String, command: &Command) -> String {
    insert(
        script,
        command,
        |name| format!("'{name}' {{"),
        |(word, help)| {
            // The shell refuses an empty tooltip, and takes typographic quotes for quotes too.
            let help = if help.is_empty() { word } else { help };
            let help = help.replace(['‘', '’', '‚', '‛'], "'").replace('\'', "''");
            format!(
                "\n            [CompletionResult]::new('{word}', '{word}', [CompletionResultType]::ParameterValue, '{help}')"
            )
        },
    )
}

/// Inserts what a subcommand takes where a script begins to list it; `clap_complete` has options only there.
fn insert(
    mut script: String,
    command: &Command,
    start: impl Fn(&str) -> String,
    line: impl Fn(&(String, String)) -> String,
) -> String {
    for (subcommand, words) in words(command) {
        let start = start(&path(subcommand));
        let lines: String = words.iter().map(&line).collect();
        script = script.replacen(&start, &format!("{start}{lines}"), 1);
    }
    script
}

/// A subcommand in the scripts of elvish and PowerShell.
fn path(subcommand: &str) -> String {
    format!("{};{subcommand}", cli::NAME)
}

/// The subcommands that take some words only, with these words and their help.
fn words(command: &Command) -> impl Iterator<Item = (&str, Vec<(String, String)>)> {
    let words = command.get_subcommands().map(|subcommand| {
        let words = subcommand.get_positionals().flat_map(values);
        (subcommand.get_name(), words.collect())
    });
    words.filter(|(_, words): &(_, Vec<_>)| !words.is_empty())
}

/// The values of `argument`, where they are known, and their help.
fn values(argument: &Arg) -> Vec<(String, String)> {
    let values = argument.get_possible_values().into_iter();
    let help = |value: &PossibleValue| value.get_help().map(ToString::to_string);
    values
        .map(|value| {
            (
                value.get_name().to_owned(),
                help(&value).unwrap_or_default(),
            )
        })
        .collect()
}

/// The script with texts of `clap_complete` in other words.
fn replace(script: String, texts: &[(&str, &str)]) -> String {
    texts.iter().fold(script, |script, (old, new)| {
        debug_assert!(
            script.contains(old),
            "clap_complete no longer writes {old:?}"
        );
        script.replace(old, new)
    })
}
