//! The command line: every subcommand and option, for clap.

use std::borrow::Cow;
use std::ffi::OsString;
use std::iter;
use std::path::PathBuf;

use anstyle::{AnsiColor, Style};
use clap::builder::{NonEmptyStringValueParser, Styles};
use clap::error::{ContextValue, ErrorKind};
use clap::{
    Args, ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum, ValueHint,
};
use clap_complete::Shell;

use crate::dataset::Dataset;
use crate::escape::Escaped;
use crate::plan::{Duration, Period, Plan, Start};
use crate::render::{self, ExportFormat, ListFormat, ShowFormat};
use crate::selection::Selection;

/// The programme of Kangrejos, the Rust for Linux workshop
///
/// Lists, shows, searches and exports the talks of every edition, from data that is part of the
/// program: no network, no configuration.
#[derive(Parser)]
#[command(
    name = NAME,
    version,
    long_version = long_version(),
    styles = STYLES,
    args_override_self = true,
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "\
Exit status: 0 done, 1 nothing found, 2 anything wrong.

Examples:
  kangrejos list                         the programme of the latest complete edition
  kangrejos show pin-init                one talk, with its abstract and links
  kangrejos search rcu                   the talks about something, best first
  kangrejos export -o kangrejos.ics      a file to import into a calendar
  kangrejos open puzzlefs                its slides, in the browser"
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,

    /// What every subcommand takes.
    #[command(flatten)]
    pub shared: Shared,
}

/// The options of every subcommand.
#[derive(Args)]
pub struct Shared {
    /// The files to read the editions from, in place of the built-in ones.
    #[arg(
        short,
        long = "dataset",
        value_name = "FILE",
        value_hint = ValueHint::FilePath,
        help = "Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]",
        long_help = "\
Read the editions from this file, in place of the built-in ones; repeat for several

The file holds an edition or an array of editions, in the format of the built-in data. `-` is \
standard input, `builtin` the built-in data, to be joined with what else is named.

[env: KANGREJOS_DATASET]"
    )]
    pub datasets: Vec<PathBuf>,

    /// Colour the output: always, never, or where it goes to a terminal
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_possible_values = true
    )]
    pub color: ColorChoice,
}

impl Cli {
    /// What `arguments` say, which are those behind the program's name. Help is wrapped to `width`
    /// columns, where that is known; but see [`narrow`].
    pub fn from_arguments(
        arguments: &[OsString],
        width: Option<usize>,
    ) -> Result<Self, clap::Error> {
        match Self::of_subcommand(arguments) {
            Some(cli) => Ok(cli),
            None => Self::of_any(arguments, width),
        }
    }

    /// What `arguments` say to the parser of the one subcommand that they begin with: most do, and
    /// the whole command line takes three times as long to make. `None` leaves them to that, be it for
    /// its messages.
    fn of_subcommand(arguments: &[OsString]) -> Option<Self> {
        fn parsed<A: Args>(arguments: &[OsString], command: fn(A) -> Command) -> Option<Cli> {
            let parser = clap::Command::new(NAME)
                .no_binary_name(true)
                .disable_help_flag(true)
                .args_override_self(true);
            let parser = A::augment_args(Shared::augment_args(parser));
            let mut matches = parser.try_get_matches_from(arguments).ok()?;
            Some(Cli {
                command: command(A::from_arg_matches_mut(&mut matches).ok()?),
                shared: Shared::from_arg_matches_mut(&mut matches).ok()?,
            })
        }

        let (name, arguments) = arguments.split_first()?;
        match name.to_str()? {
            "list" => parsed(arguments, Command::List),
            "show" => parsed(arguments, Command::Show),
            "search" => parsed(arguments, Command::Search),
            "export" => parsed(arguments, Command::Export),
            "speakers" => parsed(arguments, Command::Speakers),
            "editions" => parsed(arguments, Command::Editions),
            "open" => parsed(arguments, Command::Open),
            _ => None,
        }
    }

    /// What `arguments` say to the whole command line.
    fn of_any(arguments: &[OsString], width: Option<usize>) -> Result<Self, clap::Error> {
        /// What help is wrapped to at most.
        const WIDEST: usize = 100;
        let width = match width {
            Some(width) if width < NARROW => 0,
            width => width.unwrap_or(WIDEST).min(WIDEST),
        };
        let mut command = command().term_width(width);
        let name = iter::once(NAME.into());
        let matches = command.try_get_matches_from_mut(name.chain(arguments.iter().cloned()))?;
        let mut cli =
            Self::from_arg_matches(&matches).map_err(|error| error.format(&mut command))?;
        let of_subcommand = matches
            .subcommand()
            .and_then(|(_, matches)| matches.get_many("datasets"));
        cli.shared
            .datasets
            .extend(of_subcommand.into_iter().flatten().cloned());
        Ok(cli)
    }
}

/// The whole command line. Every subcommand has a `--dataset` of its own: of a global argument clap
/// keeps what stands on one side of the subcommand's name, and forgets the other.
pub fn command() -> clap::Command {
    let cli = Cli::command();
    let datasets = cli
        .get_arguments()
        .find(|a| a.get_id() == "datasets")
        .cloned();
    cli.mut_subcommands(|subcommand| subcommand.args(&datasets))
}

/// The `--color` of `arguments` that clap refuses, for its own message.
pub fn color(arguments: &[OsString]) -> ColorChoice {
    let options = arguments.iter().take_while(|argument| *argument != "--");
    let texts: Vec<&str> = options.filter_map(|argument| argument.to_str()).collect();
    let values = texts.iter().enumerate().filter_map(|(n, text)| {
        let value = text.strip_prefix("--color")?;
        value.strip_prefix('=').or_else(|| {
            let next = texts.get(n + 1).copied();
            next.filter(|_| value.is_empty())
        })
    });
    values
        .filter_map(|value| ColorChoice::from_str(value, false).ok())
        .next_back()
        .unwrap_or_default()
}

/// Below this many columns clap's indents leave no room for words, and its help is not wrapped by it.
const NARROW: usize = 60;

/// Help that clap has not wrapped, wrapped to `width` columns with little indent; a wider width leaves
/// `text` as it is.
pub fn narrow(text: &str, width: Option<usize>) -> Cow<'_, str> {
    let Some(width) = width.filter(|width| *width < NARROW) else {
        return Cow::Borrowed(text);
    };
    let mut narrowed = String::new();
    for line in text.split_inclusive('\n') {
        let words = line.trim_start_matches(' ');
        let indent = if words.len() < line.len() { " " } else { "" };
        let options = render::wrapping(width)
            .initial_indent(indent)
            .subsequent_indent("  ");
        let words: Vec<&str> = words.split_whitespace().collect();
        narrowed += &textwrap::fill(&words.join(" "), options);
        narrowed.push('\n');
    }
    Cow::Owned(narrowed)
}

/// A usage error in clap's form, for what only the data can tell.
pub fn usage_error(command: &Command, message: String) -> clap::Error {
    let mut cli = self::command();
    cli.build();
    let kind = ErrorKind::ValueValidation;
    match cli.find_subcommand_mut(command.name()) {
        Some(command) => command.error(kind, message),
        None => cli.error(kind, message),
    }
}

/// Makes a usage error of clap's safe to print: it holds arguments as they were given. Tips are left
/// out, since they mix arguments with clap's own colours.
pub fn escape(error: &mut clap::Error) {
    let escaped = |text: &String| Escaped(text).to_string();
    let context: Vec<_> = error
        .context()
        .filter_map(|(kind, value)| {
            let value = match value {
                ContextValue::String(text) => ContextValue::String(escaped(text)),
                ContextValue::Strings(texts) => {
                    ContextValue::Strings(texts.iter().map(escaped).collect())
                }
                ContextValue::StyledStrs(_) => ContextValue::StyledStrs(Vec::new()),
                _ => return None,
            };
            Some((kind, value))
        })
        .collect();
    for (kind, value) in context {
        error.insert(kind, value);
    }
}

/// The subcommands.
#[derive(Subcommand)]
pub enum Command {
    /// List the talks of an edition
    ///
    /// Lists the latest edition whose programme is complete, in programme order.
    #[command(after_help = "\
Examples:
  kangrejos list -e all -s \"gary guo\"            what one person spoke about, over the years
  kangrejos list -e 2024 --has slides            the talks of 2024 with slides
  kangrejos list --json | jq -r '.[].title'      the titles, for a script")]
    List(List),

    /// Show a talk, or an edition, in full
    ///
    /// Takes an id, in any case and with blanks for hyphens; the beginning of one; words of a title,
    /// a topic or a speaker that fit one talk only; or a year, for the edition itself.
    #[command(after_help = "\
Examples:
  kangrejos show pin-init                        by its id
  kangrejos show \"kent overstreet\" klint         by a speaker, and another
  kangrejos show 2023                            an edition
  kangrejos search rcu -f ids | xargs kangrejos show")]
    Show(Show),

    /// Find talks by what they are about
    ///
    /// Every word must be found: in the id, title, speakers, topic, press reports, links, abstract,
    /// place, year or kind. Case, accents, hyphens and endings do not matter, and the beginning of a
    /// word will do. The best hit comes first.
    ///
    /// Where no talk has all the words, words that the data does not know are corrected; where that
    /// does not help, words are left out, those that tell least first. Standard error says so.
    #[command(
        after_help = "\
Examples:
  kangrejos search rcu                           a word
  kangrejos search container filesystem          two words, both needed
  kangrejos search 'rcu -design'                 a word, without another",
        after_long_help = "\
Query:
  word            a word, its beginning or another ending of it
  \"a phrase\"      words that follow each other as typed
  title:word      in the title or topic; also title:\"a phrase\"
  speaker:name    among the speakers; also speaker:\"a name\"
  year:2023       of an edition
  has:slides      with slides, abstract or coverage published
  -word           without this very word, phrase, title: or speaker:

Quote a query that holds \" or begins with -, since the shell and the
options come first: a leading - excludes inside one quoted argument, or
after --.

Examples:
  kangrejos search rcu                           a word
  kangrejos search container filesystem          two words, both needed
  kangrejos search '\"design dimensions\"'        a phrase
  kangrejos search speaker:lossin year:2024      a speaker, in one edition
  kangrejos search 'rcu -design'                 a word, without another
  kangrejos search -- rcu -design                the same
  kangrejos search rcu -f ids | xargs kangrejos show"
    )]
    Search(Search),

    /// Write talks as a calendar, a reading plan or a document
    ///
    /// Writes iCalendar unless --format or the extension of the file says otherwise: the talks
    /// named, or those selected, of the latest edition whose programme is complete.
    #[command(after_help = "\
Examples:
  kangrejos export -o kangrejos.ics              the latest complete edition, as a calendar
  kangrejos export -e all -o talks.json          every edition, as JSON
  kangrejos export pin-init klint -f bib         two talks, as BibTeX, to standard output
  kangrejos export -o plan.ics --plan 2026-12-07T18:00 --every 2w
      a talk to read every other Monday")]
    Export(Export),

    /// List the speakers, with their talks
    #[command(after_help = "\
Examples:
  kangrejos speakers                             everybody, in every edition
  kangrejos speakers -e 2023 -f ids              the names alone, of one edition")]
    Speakers(Speakers),

    /// List the editions
    #[command(after_help = "\
Examples:
  kangrejos editions                             when, where, how many talks
  kangrejos editions --json | jq '.[-1]'         the latest, for a script")]
    Editions(Editions),

    /// Open a talk's slides in the browser
    ///
    /// Opens the slides; where their address is not known, the first press report; else the page of
    /// the edition. Prints the address, which is all that happens where no browser can be started.
    #[command(after_help = "\
Examples:
  kangrejos open puzzlefs                        the slides
  kangrejos open nova --print                    the address alone, here of a press report
  kangrejos open 2023 --print                    an edition's page")]
    Open(Open),

    /// Print the completions of a shell
    ///
    /// Prints a script that lets the Tab key complete subcommands, options, ids, years and names, to
    /// be put where the shell looks for it. For zsh that is a folder of $fpath, set before compinit is
    /// called.
    #[command(after_help = "\
Examples:
  kangrejos completions bash > ~/.local/share/bash-completion/completions/kangrejos
  kangrejos completions zsh > ~/.zfunc/_kangrejos
  kangrejos completions fish > ~/.config/fish/completions/kangrejos.fish")]
    Completions(Completions),

    /// Print the manual page, as roff
    #[command(after_help = "\
Examples:
  kangrejos man | man -l -                       read it
  kangrejos man > ~/.local/share/man/man1/kangrejos.1
      keep it, for man kangrejos")]
    Man,
}

impl Command {
    /// The name on the command line.
    pub fn name(&self) -> &'static str {
        match self {
            Command::List(_) => "list",
            Command::Show(_) => "show",
            Command::Search(_) => "search",
            Command::Export(_) => "export",
            Command::Speakers(_) => "speakers",
            Command::Editions(_) => "editions",
            Command::Open(_) => "open",
            Command::Completions(_) => "completions",
            Command::Man => "man",
        }
    }
}

/// Arguments of `list`.
#[derive(Args)]
pub struct List {
    /// Which talks.
    #[command(flatten)]
    pub selection: Selection,

    /// How to print them.
    #[command(flatten)]
    pub output: ListOutput,

    /// Sort by this; the programme's order is editions oldest first, then as published
    #[arg(
        long,
        value_name = "ORDER",
        value_enum,
        default_value_t,
        help_heading = "Output"
    )]
    pub sort: Sort,
}

/// The orders of `list`.
#[derive(Clone, Copy, Default, ValueEnum)]
pub enum Sort {
    /// Editions oldest first, then the programme's order
    #[default]
    Programme,
    /// Titles as shown, without case and punctuation
    Title,
    /// The first speaker's name; talks without one come last
    Speaker,
}

/// Arguments of `show`.
#[derive(Args)]
pub struct Show {
    /// Id, title, speaker, a part of one, or a year
    #[arg(value_name = "TALK", required = true)]
    pub talks: Vec<String>,

    /// Print as plain text, JSON or Markdown
    #[arg(
        short,
        long,
        value_enum,
        default_value_t,
        overrides_with = "json",
        help_heading = "Output"
    )]
    format: ShowFormat,

    /// Print as JSON: short for --format json
    #[arg(long, overrides_with = "format", help_heading = "Output")]
    json: bool,
}

impl Show {
    /// The format asked for.
    pub fn format(&self) -> ShowFormat {
        if self.json {
            ShowFormat::Json
        } else {
            self.format
        }
    }
}

/// Arguments of `search`.
#[derive(Args)]
pub struct Search {
    /// Words to find; all of them must be there
    #[arg(value_name = "QUERY", required = true, value_parser = NonEmptyStringValueParser::new())]
    pub query: Vec<String>,

    /// Which talks to look through.
    #[command(flatten)]
    pub selection: Selection,

    /// How to print them.
    #[command(flatten)]
    pub output: ListOutput,

    /// Print at most this many hits
    #[arg(short = 'n', long, value_name = "N", value_parser = at_least_one, help_heading = "Output")]
    pub max_count: Option<usize>,

    /// Take the query as it is: correct no word and leave none out
    #[arg(long)]
    pub exact: bool,
}

/// Arguments of `export`.
#[derive(Args)]
pub struct Export {
    /// Talks to write, named as for `show`, looked for in every edition; without them, the selection
    #[arg(value_name = "TALK")]
    pub talks: Vec<String>,

    /// Which talks.
    #[command(flatten)]
    pub selection: Selection,

    /// Write to this file, whole or not at all; `-` is standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Output")]
    pub output: Option<PathBuf>,

    /// Write an .ics file per talk into this folder, made if missing; files of the same talk are
    /// replaced, others left alone
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, conflicts_with = "output", help_heading = "Output")]
    pub split: Option<PathBuf>,

    /// Write in this format, whatever the file is called
    #[arg(short, long, value_enum, help_heading = "Output")]
    pub format: Option<ExportFormat>,

    /// Make it a reading plan.
    #[command(flatten)]
    pub plan: PlanOptions,
}

/// The options of a reading plan.
#[derive(Args)]
#[command(next_help_heading = "Reading plan")]
pub struct PlanOptions {
    /// Write a reading plan: the talks one by one, the first at this local time, such as
    /// 2026-12-07T18:00
    #[arg(id = "plan", long = "plan", value_name = "START")]
    start: Option<Start>,

    /// Plan one talk each period of days, weeks or months, such as 3d, 2w or 1M
    #[arg(long, value_name = "PERIOD", default_value = "1w", requires = "plan")]
    every: Period,

    /// Plan this long for a talk, such as 45m or 1h30m
    #[arg(long, value_name = "LENGTH", default_value = "45m", requires = "plan")]
    duration: Duration,
}

impl PlanOptions {
    /// The plan asked for, if one is.
    pub fn plan(&self) -> Option<Plan> {
        Some(Plan {
            start: self.start?,
            every: self.every,
            duration: self.duration,
        })
    }
}

/// Arguments of `speakers`.
#[derive(Args)]
pub struct Speakers {
    /// Whose talks.
    #[command(flatten)]
    pub selection: Selection,

    /// How to print them.
    #[command(flatten)]
    pub output: ListOutput,
}

/// Arguments of `editions`.
#[derive(Args)]
pub struct Editions {
    /// How to print them.
    #[command(flatten)]
    pub output: ListOutput,
}

/// Arguments of `open`.
#[derive(Args)]
pub struct Open {
    /// A talk, named as for show, or a year
    #[arg(value_name = "TALK")]
    pub talk: String,

    /// Print the address and open nothing
    #[arg(long)]
    pub print: bool,
}

/// Arguments of `completions`.
#[derive(Args)]
pub struct Completions {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

/// The format options of the commands that print a list.
#[derive(Args)]
#[command(next_help_heading = "Output")]
pub struct ListOutput {
    /// Print in this format
    #[arg(short, long, value_enum, default_value_t, overrides_with = "json")]
    format: ListFormat,

    /// Print as JSON: short for --format json
    #[arg(long, overrides_with = "format")]
    json: bool,
}

impl ListOutput {
    /// The format asked for.
    pub fn format(&self) -> ListFormat {
        if self.json {
            ListFormat::Json
        } else {
            self.format
        }
    }
}

/// The program's name, whatever its file is called.
pub const NAME: &str = "kangrejos";

const STYLES: Styles = Styles::styled()
    .header(Style::new().bold())
    .usage(Style::new().bold())
    .literal(AnsiColor::Magenta.on_default())
    .placeholder(Style::new());

fn long_version() -> String {
    format!(
        "{}\n{}",
        env!("CARGO_PKG_VERSION"),
        Dataset::embedded().describe()
    )
}

fn at_least_one(text: &str) -> Result<usize, &'static str> {
    match text.parse() {
        Ok(0) | Err(_) => Err("expected a number from 1"),
        Ok(number) => Ok(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parser of a subcommand takes what is right, and leaves the rest to the whole one; a test from
    /// outside compares what they make of the same.
    #[test]
    fn a_subcommand_has_a_parser_of_its_own() {
        let is_taken = |line: &str| {
            let arguments: Vec<OsString> = line.split(' ').map(Into::into).collect();
            Cli::of_subcommand(&arguments).is_some()
        };
        for line in [
            "list",
            "list -e2023 -fids -dbuiltin",
            "show pin-init",
            "search rcu -n 3",
            "export --plan 2026-12-07T18:00",
            "speakers --json",
            "editions --color never",
            "open puzzlefs --print",
        ] {
            assert!(is_taken(line), "{line}");
        }
        for line in [
            "",
            "help",
            "list --help",
            "list -V",
            "list x",
            "-d x list",
            "lis",
        ] {
            assert!(!is_taken(line), "{line}");
        }
    }

    #[test]
    fn the_command_line_is_sound() {
        command().debug_assert();
    }
}
