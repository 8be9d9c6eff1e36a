//! Shell completions: what `clap_complete` makes of the command line and of the talks, years and names
//! in the data.
//!
//! Titles and names come from data that may be anybody's, and go into scripts: what a shell could
//! take for its own syntax is left out of them.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use clap::Command;
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap_complete::Shell;

use crate::cli;
use crate::dataset::Dataset;

/// The subcommands that take talks.
const TAKE_TALKS: [&str; 3] = ["export", "open", "show"];

/// The script that teaches `shell` to complete the command line, with the talks, years and names of
/// `dataset`.
pub fn script(shell: Shell, dataset: &Dataset) -> String {
    let talks = talks(dataset);
    let mut command = command(shell, dataset, &talks);
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, cli::NAME, &mut script);
    let mut script = String::from_utf8(script).expect("clap_complete writes UTF-8");
    match shell {
        Shell::Bash => script.push_str(BASH),
        Shell::Fish => script.push_str(&fish(&talks)),
        Shell::Elvish => insert(
            &mut script,
            &talks,
            |subcommand| format!("&'{}{SEPARATOR}{subcommand}'= {{", cli::NAME),
            |id, title| format!("cand {id} '{title}'"),
        ),
        Shell::PowerShell => insert(
            &mut script,
            &talks,
            |subcommand| format!("'{}{SEPARATOR}{subcommand}' {{", cli::NAME),
            |id, title| {
                format!(
                    "[CompletionResult]::new('{id}', '{id}', [CompletionResultType]::ParameterValue, '{title}')"
                )
            },
        ),
        _ => {}
    }
    script
}

/// What parts the words of a subcommand's path in the scripts of elvish and PowerShell.
const SEPARATOR: &str = ";";

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

/// The command line with possible values where the program itself takes anything.
fn command(shell: Shell, dataset: &Dataset, talks: &[(String, String)]) -> Command {
    let years = dataset.outlines().map(|outline| outline.year.to_string());
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
            _ => argument,
        })
    })
}

/// The names of all speakers, sorted; in bash, which parts values at blanks, the last word of each.
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
    completed.filter(is_plain).map(str::to_owned).collect()
}

/// `clap_complete` offers options and ids together; here an option waits for its hyphen, as in the other
/// shells.
const BASH: &str = r#"
_kangrejos_words() {
    _kangrejos "$@"
    local word words=()
    [[ "${COMP_WORDS[COMP_CWORD]}" == -* ]] && return 0
    for word in "${COMPREPLY[@]}"; do
        [[ "${word}" == -* ]] || words+=("${word}")
    done
    [[ "${#words[@]}" -eq 0 ]] || COMPREPLY=("${words[@]}")
}

if [[ "${BASH_VERSINFO[0]}" -eq 4 && "${BASH_VERSINFO[1]}" -ge 4 || "${BASH_VERSINFO[0]}" -gt 4 ]]; then
    complete -F _kangrejos_words -o nosort -o bashdefault -o default kangrejos
else
    complete -F _kangrejos_words -o bashdefault -o default kangrejos
fi
"#;

/// The talks for fish, for which `clap_complete` leaves out what is no option; and files only where an
/// option takes one.
fn fish(talks: &[(String, String)]) -> String {
    let condition = format!("__fish_kangrejos_using_subcommand {}", TAKE_TALKS.join(" "));
    let mut lines = "complete -c kangrejos -f\n".to_owned();
    for (id, title) in talks {
        let title = title.replace('\'', "\\'");
        let _ = writeln!(
            lines,
            "complete -c kangrejos -n \"{condition}\" -f -a \"{id}\" -d '{title}'"
        );
    }
    lines
}

/// Inserts the talks where a shell's script begins to list what a subcommand takes; `clap_complete` has options
/// only there.
fn insert(
    script: &mut String,
    talks: &[(String, String)],
    start: impl Fn(&str) -> String,
    line: impl Fn(&str, &str) -> String,
) {
    let mut lines = String::new();
    for (id, title) in talks {
        // Both double a quote in quotes; for PowerShell the typographic one is a quote too.
        let title = title.replace('’', "'").replace('\'', "''");
        let _ = write!(lines, "\n            {}", line(id, &title));
    }
    for subcommand in TAKE_TALKS {
        let start = start(subcommand);
        *script = script.replacen(&start, &format!("{start}{lines}"), 1);
    }
}
