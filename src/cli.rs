//! The command line: the subcommands and the options they share. Arguments used by only one
//! subcommand are in its file under `commands/`.

use std::env;
use std::ffi::{OsStr, OsString};
use std::iter;
use std::path::PathBuf;

use anstyle::{AnsiColor, Style};
use clap::builder::{StyledStr, Styles};
use clap::{ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand, ValueHint};
use clap_complete::Shell;

use crate::commands::{
    export::Export, list::List, open::Open, people::People, search::Search, show::Show,
    timeline::Timeline,
};
use crate::dataset::Dataset;
use crate::error::Message;
use crate::options::{Datasets, Output};
use crate::render::{ListFormat, PeopleFormat, ShowFormat};

/// The memory of Kangrejos, the Rust for Linux workshop
///
/// What was presented and said there, by whom, and what became of it. All data is built in; no
/// network access or configuration is needed.
#[derive(Parser)]
#[command(
    name = NAME,
    version,
    styles = STYLES,
    args_override_self = true,
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "To begin with, try `kangrejos search rcu`. Exit status: 0 success, 1 no match, 2 error.",
    after_long_help = "\
Exit status: 0 success, 1 no match, 2 error.

Examples:
  kangrejos list                         what every session came to, newest first
  kangrejos show pin-init --notes        one talk, with who said what
  kangrejos search rcu                   search for talks, best match first
  kangrejos timeline pin-init            the story of a work, from talk to merge
  kangrejos people greg                  what a person said
  kangrejos export -o kangrejos.ics      write a calendar file"
)]
pub struct Cli {
    /// What to do
    #[command(subcommand)]
    pub command: Command,

    // Given before the subcommand's name; hidden, because the help of every subcommand lists it.
    /// Read editions from FILE instead of the built-in data (may be repeated)
    #[arg(long = "dataset", id = "datasets_before", value_name = "FILE", value_hint = ValueHint::FilePath, hide = true)]
    datasets: Vec<PathBuf>,

    /// When to use color: auto, always or never
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_possible_values = true,
        hide_short_help = true
    )]
    pub color: ColorChoice,

    /// Wrap text and tables to this many columns, even in a pipe
    #[arg(
        long,
        global = true,
        value_name = "COLUMNS",
        value_parser = width,
        hide_short_help = true
    )]
    pub width: Option<usize>,

    /// Do not use a pager
    ///
    /// On a terminal, output longer than the screen is shown with `$KANGREJOS_PAGER`, else `$PAGER`, else
    /// `less`.
    #[arg(long, global = true, hide_short_help = true)]
    pub no_pager: bool,
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
        let mut command = command().term_width(width);
        // Only `--version` describes the data.
        if arguments.iter().any(|argument| argument == "--version") {
            let data = Dataset::embedded().describe();
            command = command.long_version(format!("{}\n{data}", env!("CARGO_PKG_VERSION")));
        }
        let words = iter::once(NAME.into()).chain(arguments.iter().cloned());
        let mut matches = command.try_get_matches_from_mut(words)?;
        Self::from_arg_matches_mut(&mut matches).map_err(|error| error.format(&mut command))
    }

    /// Returns the datasets named by the arguments, or else those in `environment`, separated as in
    /// PATH. Commands that describe the program read no dataset, so they work even if one is invalid;
    /// to name one for them is an error.
    pub fn sources(&self, environment: Option<&OsStr>) -> Result<Vec<PathBuf>, Message> {
        let Some(datasets) = self.command.datasets() else {
            if self.datasets.is_empty() {
                return Ok(Vec::new());
            }
            let message = Message::new("this command reads no dataset");
            return Err(message.with_tip(
                "leave out --dataset; completions use the dataset in KANGREJOS_DATASET",
            ));
        };
        let mut sources: Vec<PathBuf> =
            self.datasets.iter().chain(&datasets.files).cloned().collect();
        if sources.is_empty() {
            sources = paths(environment);
        }
        Ok(sources)
    }

    /// Returns an error if `--width` is given and the output is never wrapped.
    pub fn check_width(&self) -> Result<(), Message> {
        if self.width.is_none() || self.command.is_wrapped() {
            return Ok(());
        }
        let message = Message::new("--width has no effect here: this output is never wrapped");
        Err(message.with_tip("leave out --width, or print a table or text"))
    }
}

/// Returns the datasets in `environment`, separated as in PATH.
pub fn paths(environment: Option<&OsStr>) -> Vec<PathBuf> {
    let paths = environment.into_iter().flat_map(env::split_paths);
    paths.filter(|path| !path.as_os_str().is_empty()).collect()
}

/// Parses a number of columns.
fn width(text: &str) -> Result<usize, &'static str> {
    let width = text.parse().ok().filter(|width| (20..=1000).contains(width));
    width.ok_or("expected a number of columns from 20 to 1000")
}

/// The subcommands.
#[derive(Subcommand)]
#[command(defer = true)]
pub enum Command {
    /// List talks
    ///
    /// Lists all editions, newest first, with the state of the work and, on a terminal, one line on what
    /// each session came to. A title in [square brackets] is our own description: no published title is
    /// known.
    #[command(
        visible_alias = "ls",
        alias = "talks",
        after_long_help = "\
Examples:
  kangrejos list 2023                            one edition
  kangrejos list -t memory-model                 one topic
  kangrejos list -s \"gary guo\"                   one speaker's talks over the years
  kangrejos list --state merged --has slides     merged work, with slides to read
  kangrejos list --json | jq -r '.[].title'      just the titles, for scripting"
    )]
    List(List),

    /// Show a talk or an edition
    ///
    /// TALK is an ID (case-insensitive, spaces allowed for hyphens) or the start of one, words from a
    /// title or speaker name that match exactly one talk, or a year to show that edition.
    #[command(
        visible_alias = "view",
        after_long_help = "\
Examples:
  kangrejos show pin-init                        by ID
  kangrejos show rcu --notes                     with who said what
  kangrejos show \"kent overstreet\" klint         two talks, one by speaker name
  kangrejos show 2023                            an edition
  kangrejos search rcu -f ids | xargs kangrejos show"
    )]
    Show(Show),

    /// Search talks by keyword
    ///
    /// A talk is found if every word occurs in its ID, title, speakers, topics, gist, summary, notes,
    /// outcomes, abstract, article titles, links, location, year or kind; common words such as "how" and
    /// "the" are optional. Case, accents, hyphens and word endings are ignored, and prefixes of three
    /// letters or more match. Results are sorted by relevance.
    ///
    /// If nothing matches, words that mean the same are tried, such as "graphics" for "GPU", and misspelled
    /// words are corrected; failing that, the least important words are ignored. A note on standard error
    /// says which. If you type a question, talks that match only some of its words are found too.
    #[command(
        visible_alias = "find",
        after_long_help = "\
Query syntax:
  word            a word; prefixes and other endings match too
  \"a phrase\"      an exact phrase
  title:word      in the title; also title:\"a phrase\"
  speaker:name    in speaker names; also speaker:\"full name\"
  by:name         in the names of those who made a point
  topic:label     on that topic (several: any of them)
  state:merged    where the work stands (several: any of them)
  year:2023       only that edition (several: any of them); also edition:2023
  kind:training   only that kind (several: any of them)
  has:slides      has slides to open (or abstract, summary, article, notes,
                  outcome)
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

    /// Tell the story of a work: sessions and outcomes by date
    ///
    /// Prints sessions and what became of the work, oldest first, one dated line each. For talks, the
    /// sessions on the same work are included.
    #[command(after_long_help = "\
Examples:
  kangrejos timeline pin-init                    from the first session to today
  kangrejos timeline -t gpu                      a topic
  kangrejos timeline 2023                        what became of an edition's work
  kangrejos timeline --json | jq -r '.[] | select(.event == \"merged\") | .date'")]
    Timeline(Timeline),

    /// List topics, with the number of talks per year
    #[command(after_long_help = "\
Examples:
  kangrejos topics                               all topics, and what they mean
  kangrejos topics -f ids                        just the labels")]
    Topics(Output<ListFormat>),

    /// List people, or print what a person presented and said
    ///
    /// Everybody who gave a talk or made a point that is noted. With a name, part of one or a nickname:
    /// the person's talks, then every point, grouped by session, with its source.
    #[command(
        alias = "speakers",
        after_long_help = "\
Examples:
  kangrejos people                               everybody, by family name
  kangrejos people greg                          what one person said
  kangrejos people -e 2023 -f ids                names only, one edition"
    )]
    People(People),

    /// Export talks to iCalendar, JSON, CSV, Markdown, HTML or BibTeX
    ///
    /// Exports the given talks or editions, or all talks that match the filters. The format is set by
    /// --format or the file extension and defaults to iCalendar.
    #[command(after_long_help = "\
Examples:
  kangrejos export -o kangrejos.ics              all editions as a calendar
  kangrejos export -o kangrejos.html             everything as one web page
  kangrejos export pin-init klint -f bib         two talks as BibTeX on standard output
  kangrejos export -o plan.ics --plan 2026-12-07T18:00 --every 2w
      one talk every other Monday")]
    Export(Export),

    /// List editions
    #[command(after_long_help = "\
Examples:
  kangrejos editions                             dates, locations, number of talks
  kangrejos editions --json | jq '.[0]'          the latest edition, for scripting")]
    Editions(Output<ListFormat>),

    /// Open a talk's slides or article in a browser
    ///
    /// Prints a URL and opens it in a browser: the slides if known, else the first article, else the
    /// first link, else the page. If $BROWSER is set, its programs are tried in turn.
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
    /// Generates a script that completes subcommands and options, and in bash (4 or later), zsh and fish
    /// also IDs, speakers and years, for which it runs kangrejos. Save it where your shell looks for
    /// completions; for zsh, a directory that is in $fpath before compinit runs.
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
            Command::Timeline(args) => Some(&args.output.datasets),
            Command::People(args) => Some(&args.output.datasets),
            Command::Export(args) => Some(&args.datasets),
            Command::Topics(output) | Command::Editions(output) => Some(&output.datasets),
            Command::Open(args) => Some(&args.datasets),
            Command::Completions { .. } | Command::Man => None,
        }
    }

    /// Whether the output is for reading: it is wrapped to the width of the screen, and shown with a
    /// pager if it is longer.
    pub fn is_wrapped(&self) -> bool {
        let is_table = |format| matches!(format, ListFormat::Table);
        match self {
            Command::List(args) => is_table(args.output.format()),
            Command::Search(args) => is_table(args.output.format()),
            Command::Timeline(args) => is_table(args.output.format()),
            Command::Topics(output) | Command::Editions(output) => is_table(output.format()),
            Command::Show(args) => matches!(args.output.format(), ShowFormat::Text),
            Command::People(args) => matches!(args.output.format(), PeopleFormat::Table),
            Command::Export(_) | Command::Open(_) | Command::Completions { .. } | Command::Man => {
                false
            }
        }
    }

    /// Whether output longer than the screen is shown with a pager.
    pub fn is_paged(&self) -> bool {
        !matches!(
            self,
            Command::Export(_) | Command::Open(_) | Command::Completions { .. } | Command::Man
        )
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
