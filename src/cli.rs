//! The command line: the subcommands and the options they share. Arguments used by only one
//! subcommand are in its file under `commands/`.

use std::ffi::OsString;
use std::iter;
use std::path::PathBuf;

use anstyle::{AnsiColor, Style};
use clap::builder::{StyledStr, Styles};
use clap::{ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand};
use clap_complete::Shell;

use crate::commands::{
    export::Export, list::List, open::Open, search::Search, show::Show, speakers::Speakers,
};
use crate::dataset::Dataset;
use crate::options::{Datasets, Output};
use crate::render::ListFormat;

/// Browse, search and export the talks of Kangrejos, the Rust for Linux workshop
///
/// All data is built in; no network access or configuration is needed.
#[derive(Parser)]
#[command(
    name = NAME,
    version,
    styles = STYLES,
    args_override_self = true,
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "Exit status: 0 success, 1 no match, 2 error.",
    after_long_help = "\
Exit status: 0 success, 1 no match, 2 error.

Examples:
  kangrejos list                         list the latest complete edition
  kangrejos show pin-init                show one talk with its abstract and links
  kangrejos search rcu                   search for talks, best match first
  kangrejos export -o kangrejos.ics      write a calendar file
  kangrejos open puzzlefs                open its slides in a browser"
)]
pub struct Cli {
    /// What to do
    #[command(subcommand)]
    pub command: Command,

    /// Datasets given before the subcommand's name
    #[arg(long = "dataset", id = "datasets_before", value_name = "FILE", hide = true)]
    datasets: Vec<PathBuf>,

    /// When to use colour: auto, always or never
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_possible_values = true,
        hide_short_help = true
    )]
    pub color: ColorChoice,
}

/// The name of the program, even if the executable has been renamed.
pub const NAME: &str = "kangrejos";

/// Returns the complete command-line definition.
pub fn command() -> clap::Command {
    Cli::command()
}

/// Returns a help text without styling; empty if there is none.
pub fn text(help: Option<&StyledStr>) -> String {
    help.map(ToString::to_string).unwrap_or_default()
}

/// The maximum width of help texts, in columns.
const MAX_HELP_WIDTH: usize = 100;

const STYLES: Styles = Styles::styled()
    .header(Style::new().bold())
    .usage(Style::new().bold())
    .literal(AnsiColor::Magenta.on_default())
    .placeholder(Style::new());

impl Cli {
    /// Parses the arguments that follow the program's name, and wraps help texts to `width`
    /// columns.
    pub fn parse(arguments: &[OsString], width: Option<usize>) -> Result<Self, clap::Error> {
        let width = width.unwrap_or(MAX_HELP_WIDTH).min(MAX_HELP_WIDTH);
        let version = format!("{}\n{}", env!("CARGO_PKG_VERSION"), Dataset::embedded().describe());
        let mut command = command().term_width(width).long_version(version);
        let words = iter::once(NAME.into()).chain(arguments.iter().cloned());
        let mut matches = command.try_get_matches_from_mut(words)?;
        Self::from_arg_matches_mut(&mut matches).map_err(|error| error.format(&mut command))
    }

    /// Returns the datasets named by the arguments, or else `environment` unless that is empty.
    /// Commands that describe the program read no dataset, so they work even if one is invalid.
    pub fn sources(&self, environment: Option<OsString>) -> Vec<PathBuf> {
        let Some(datasets) = self.command.datasets() else {
            return Vec::new();
        };
        let mut sources: Vec<PathBuf> =
            self.datasets.iter().chain(&datasets.files).cloned().collect();
        if sources.is_empty() {
            sources.extend(environment.filter(|name| !name.is_empty()).map(PathBuf::from));
        }
        sources
    }
}

/// The subcommands.
#[derive(Subcommand)]
#[command(defer = true)]
pub enum Command {
    /// List talks
    ///
    /// Lists the most recent edition with a complete programme, in programme order; use -e to choose
    /// others. Titles in [square brackets] are descriptions by the maintainers; the published title is
    /// unknown.
    #[command(
        visible_alias = "ls",
        alias = "talks",
        after_long_help = "\
Examples:
  kangrejos list -e all -s \"gary guo\"            one speaker's talks over the years
  kangrejos list -e 2024 --has slides            2024 talks that have slides
  kangrejos list --json | jq -r '.[].title'      just the titles, for scripting"
    )]
    List(List),

    /// Show a talk or an edition
    ///
    /// TALK is an ID (case-insensitive, spaces allowed for hyphens) or the start of one, words from a
    /// title, topic or speaker name that match exactly one talk, or a year to show that edition.
    #[command(
        visible_alias = "view",
        after_long_help = "\
Examples:
  kangrejos show pin-init                        by ID
  kangrejos show \"kent overstreet\" klint         two talks, one by speaker name
  kangrejos show 2023                            an edition
  kangrejos search rcu -f ids | xargs kangrejos show"
    )]
    Show(Show),

    /// Search talks by keyword
    ///
    /// All words must match, in any of: ID, title, topic, speakers, article titles, links, summary,
    /// abstract, outcome, location, year or kind; words such as "how" or "the" may be missing. Case,
    /// accents, hyphens and word endings are ignored, and prefixes of three letters or more match.
    /// Results are sorted by relevance.
    ///
    /// If nothing matches, unknown words are corrected; if there is still no match, the least
    /// significant words are dropped. A note on standard error says which. A question also finds the
    /// talks that match only some of its words.
    #[command(
        visible_alias = "find",
        after_long_help = "\
Query syntax:
  word            a word; prefixes and other endings match too
  \"a phrase\"      an exact phrase
  title:word      in the title or topic; also title:\"a phrase\"
  speaker:name    in speaker names; also speaker:\"full name\"
  year:2023       only that edition (several: any of them); also edition:2023
  kind:training   only that kind (several: any of them)
  has:slides      has slides to open (or summary, abstract, coverage)
  -word           excludes this exact word, phrase, title: or speaker:

Quote queries that contain \" to protect them from the shell. To exclude a
word, quote the whole query ('rcu -design') or put it after --.

Examples:
  kangrejos search rcu                           a word
  kangrejos search container filesystem          both words
  kangrejos search '\"design dimensions\"'        a phrase
  kangrejos search speaker:lossin year:2024      a speaker in one edition
  kangrejos search 'rcu -design'                 one word but not another
  kangrejos search -- rcu -design                the same
  kangrejos search rcu -f ids | xargs kangrejos show"
    )]
    Search(Search),

    /// Export talks to iCalendar, JSON, CSV, Markdown or BibTeX
    ///
    /// Exports the given talks, or all talks that match the filters (by default, the latest complete
    /// edition). The format is set by --format or the file extension and defaults to iCalendar.
    #[command(after_long_help = "\
Examples:
  kangrejos export -o kangrejos.ics              latest complete edition as a calendar
  kangrejos export -e all -o talks.json          all editions as JSON
  kangrejos export pin-init klint -f bib         two talks as BibTeX on standard output
  kangrejos export -o plan.ics --plan 2026-12-07T18:00 --every 2w
      one talk every other Monday")]
    Export(Export),

    /// List speakers and their talks
    #[command(after_long_help = "\
Examples:
  kangrejos speakers                             all speakers
  kangrejos speakers -e 2023 -f ids              names only, one edition")]
    Speakers(Speakers),

    /// List editions
    #[command(after_long_help = "\
Examples:
  kangrejos editions                             dates, locations, number of talks
  kangrejos editions --json | jq '.[-1]'         the latest edition, for scripting")]
    Editions(Output<ListFormat>),

    /// Open a talk's slides or article in a browser
    ///
    /// Opens the slides if their URL is known, otherwise the first article, otherwise the edition's
    /// web page. Also prints the URL, even if no browser can be started.
    #[command(
        alias = "slides",
        after_long_help = "\
Examples:
  kangrejos open puzzlefs                        the slides
  kangrejos open nova --print                    print the URL only (here, an article)
  kangrejos open 2023 --print                    an edition's web page"
    )]
    Open(Open),

    /// Generate a shell completion script
    ///
    /// Generates a script that completes subcommands, options and IDs, in bash, zsh and fish also years
    /// and names. Save it where your shell looks for completions; for zsh, a directory that is in $fpath
    /// before compinit runs.
    #[command(after_long_help = "\
Examples:
  kangrejos completions bash > ~/.local/share/bash-completion/completions/kangrejos
  kangrejos completions zsh > ~/.zfunc/_kangrejos
  kangrejos completions fish > ~/.config/fish/completions/kangrejos.fish")]
    Completions {
        /// Shell to generate completions for
        #[arg(value_name = "SHELL")]
        shell: Shell,
    },

    /// Print the man page (roff)
    #[command(after_long_help = "\
Examples:
  kangrejos man | man -l -                       read it
  kangrejos man > ~/.local/share/man/man1/kangrejos.1
      install it")]
    Man,
}

impl Command {
    /// Returns the datasets given after the subcommand; `None` if the subcommand reads no data.
    fn datasets(&self) -> Option<&Datasets> {
        match self {
            Command::List(args) => Some(&args.output.datasets),
            Command::Show(args) => Some(&args.output.datasets),
            Command::Search(args) => Some(&args.output.datasets),
            Command::Export(args) => Some(&args.datasets),
            Command::Speakers(args) => Some(&args.output.datasets),
            Command::Editions(output) => Some(&output.datasets),
            Command::Open(args) => Some(&args.datasets),
            Command::Completions { .. } | Command::Man => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        command().debug_assert();
    }
}
