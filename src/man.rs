//! The manual page, made from the command line: one page for all subcommands.

use std::io;

use clap::builder::Resettable;
use clap::{Arg, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::cli::{self, NAME};
use crate::dataset::Dataset;

/// The heading of the options that several commands share, and the page has once.
const SELECTION: &str = "Selection";

/// A section of terms and what they mean.
type Terms = [(&'static str, &'static str)];

const EXIT_STATUS: &Terms = &[
    (
        "0",
        "Done. A reader that goes away, as head does, is no error.",
    ),
    ("1", "Nothing was found, or not all that was asked for."),
    (
        "2",
        "Anything is wrong: the command line, a data set, input or output. Standard error says what.",
    ),
];

const ENVIRONMENT: &Terms = &[
    (
        "KANGREJOS_DATASET",
        "The file to read the editions from where no --dataset names one.",
    ),
    (
        "COLUMNS",
        "The width of the terminal, in place of the one that it has.",
    ),
    (
        "NO_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM",
        "Where --color is auto: a NO_COLOR that is not empty takes colour away; else a CLICOLOR_FORCE that is not empty \
         gives it; else CLICOLOR=0 or TERM=dumb takes it away.",
    ),
    (
        "FORCE_HYPERLINK",
        "Whether ids and addresses are hyperlinks on a coloured terminal: 0 is no, anything else yes. Without it, \
         they are where the terminal is known to support them.",
    ),
];

const FILES: &str = "\
The data is part of the program, which has no configuration, no cache, and no network. It reads the files that \
--dataset or KANGREJOS_DATASET names: an edition as a JSON object, or an array of editions, as data/schema.json of the \
source describes them. It writes the files that export names, each whole or not at all.";

/// The page as roff. Its date is that of the last change of the program's own data.
pub fn page() -> String {
    let command = {
        let mut command = cli::command();
        command.build();
        command
    };
    let subcommands = || command.get_subcommands().filter(|s| s.get_name() != "help");
    let revised = Dataset::embedded().editions().map(|e| e.revised).max();
    let man = Man::new(command.clone())
        .title(NAME.to_uppercase())
        .date(revised.map(|day| day.to_string()).unwrap_or_default())
        .manual("User Commands");

    let mut page = Roff::new().render();
    page += &part(|out| man.render_title(out));
    page += &part(|out| man.render_name_section(out));
    page += &lines(|roff| synopsis(subcommands(), roff));
    page += &part(|out| man.render_description_section(out));
    page += ".SH COMMANDS\n";
    for subcommand in subcommands() {
        page += &lines(|roff| about(subcommand, roff));
        let is_own = |argument: &&Arg| {
            let is_global = command
                .get_arguments()
                .any(|a| a.get_id() == argument.get_id());
            !is_global && !is_selection(argument)
        };
        page += &options(subcommand.get_arguments().filter(is_own));
        let more = after_help(subcommand).0;
        if !more.is_empty() {
            page += ".PP\n";
            page += &lines(|roff| preformatted(&more, roff));
        }
    }
    page += ".SH SELECTION\n";
    let list = subcommands().find(|subcommand| subcommand.get_name() == "list");
    let selection = list.into_iter().flat_map(Command::get_arguments);
    page += "The talks that list, search, export and speakers are about.\n";
    page += &options(selection.filter(|argument| is_selection(argument)));
    page += ".SH OPTIONS\n";
    page += "Of every command, before its name or behind it; --version stands alone.\n";
    page += &options(command.get_arguments());
    page += &lines(|roff| terms("EXIT STATUS", EXIT_STATUS, roff));
    page += &lines(|roff| terms("ENVIRONMENT", ENVIRONMENT, roff));
    page += ".SH FILES\n";
    page += &lines(|roff| paragraphs(FILES, roff));
    page += ".SH EXAMPLES\n";
    let commands = [&command].into_iter().chain(subcommands());
    let examples: Vec<String> = commands.map(|command| after_help(command).1).collect();
    page += &lines(|roff| examples.iter().for_each(|text| push_examples(text, roff)));
    page
}

/// What `render` writes, without what every document begins with.
fn part(render: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> String {
    let mut bytes = Vec::new();
    render(&mut bytes).expect("memory takes everything");
    let text = String::from_utf8(bytes).expect("roff of text is text");
    let start = Roff::new().render();
    text.strip_prefix(&start).unwrap_or(&text).to_owned()
}

/// The lines that `write` makes.
fn lines(write: impl FnOnce(&mut Roff)) -> String {
    let mut roff = Roff::new();
    write(&mut roff);
    part(|out| roff.to_writer(out))
}

/// How each of `subcommands` is called.
fn synopsis<'c>(subcommands: impl Iterator<Item = &'c Command>, roff: &mut Roff) {
    roff.control("SH", ["SYNOPSIS"]);
    for (n, subcommand) in subcommands.enumerate() {
        if n > 0 {
            roff.control("br", []);
        }
        let usage = usage(subcommand);
        let options = usage.strip_prefix(NAME).unwrap_or(&usage);
        roff.text([bold(NAME), roman(options)]);
    }
}

/// `kangrejos show [OPTIONS] <TALK>...`
fn usage(subcommand: &Command) -> String {
    let usage = subcommand.clone().render_usage().to_string();
    usage.trim_start_matches("Usage: ").to_owned()
}

/// A subcommand's heading, and what it does.
fn about(subcommand: &Command, roff: &mut Roff) {
    roff.control("SS", [usage(subcommand).as_str()]);
    let text = subcommand.get_long_about().or(subcommand.get_about());
    paragraphs(&text.map(ToString::to_string).unwrap_or_default(), roff);
}

fn paragraphs(text: &str, roff: &mut Roff) {
    for (n, paragraph) in text.split("\n\n").enumerate() {
        if n > 0 {
            roff.control("PP", []);
        }
        roff.text([roman(paragraph)]);
    }
}

/// Options and arguments with what they mean, in one list.
fn options<'c>(arguments: impl Iterator<Item = &'c Arg>) -> String {
    let arguments = arguments.map(|argument| argument.clone().help_heading(Resettable::Reset));
    let command = Command::new(NAME)
        // Where there is the option, clap wants a version too.
        .version("")
        .disable_help_flag(true)
        .disable_version_flag(true)
        .args(arguments);
    let section = part(|out| Man::new(command).render_options_section(out));
    section.trim_start_matches(".SH OPTIONS\n").to_owned()
}

fn is_selection(argument: &Arg) -> bool {
    argument.get_help_heading() == Some(SELECTION)
}

/// What stands below the options in a command's help: before its examples, and these.
fn after_help(command: &Command) -> (String, String) {
    let text = command.get_after_long_help().or(command.get_after_help());
    let text = text.map(ToString::to_string).unwrap_or_default();
    match text.split_once("Examples:\n") {
        Some((before, examples)) => (before.to_owned(), examples.to_owned()),
        None => (text, String::new()),
    }
}

/// Lines as they are.
fn preformatted(text: &str, roff: &mut Roff) {
    roff.control("nf", []);
    for line in text.trim_end().lines() {
        roff.text([roman(line)]);
    }
    roff.control("fi", []);
}

/// Each command in bold, and below it what it does: lines made for a wider page than that of a manual.
fn push_examples(text: &str, roff: &mut Roff) {
    for line in text
        .lines()
        .map(|line| line.strip_prefix("  ").unwrap_or(line))
    {
        let (command, meaning) = line.split_once("  ").unwrap_or((line, ""));
        if !command.is_empty() {
            roff.control("PP", []).text([bold(command)]);
        }
        if !meaning.is_empty() {
            roff.control("RS", ["4"])
                .text([roman(meaning.trim_start())]);
            roff.control("RE", []);
        }
    }
}

fn terms(heading: &str, terms: &Terms, roff: &mut Roff) {
    roff.control("SH", [heading]);
    for (term, meaning) in terms {
        roff.control("TP", [])
            .text([bold(*term)])
            .text([roman(*meaning)]);
    }
}
