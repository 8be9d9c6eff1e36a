//! One short function per subcommand: a question to the data set, and its answer rendered.

use std::collections::BTreeMap;
use std::io::Write;

use crate::cli::{self, Command, Sort};
use crate::completions;
use crate::dataset::{Dataset, Edition, Speaker};
use crate::error::Error;
use crate::export;
use crate::fold;
use crate::lookup::{self, Found};
use crate::man;
use crate::outcome::{Outcome, counted, elsewhere, not_one, nothing_selected};
use crate::render::{self, ListFormat, Screen, Shown, records};
use crate::search::{self, Hit, Query};
use crate::selection;

/// Runs `command` over `dataset`, writing to `out`, which goes to `screen`.
pub fn run(
    command: &Command,
    dataset: &Dataset,
    screen: Screen,
    out: &mut dyn Write,
) -> Result<Outcome, Error> {
    match command {
        Command::List(args) => list(args, dataset, screen, out),
        Command::Show(args) => show(args, dataset, screen, out),
        Command::Search(args) => search(args, dataset, screen, out),
        Command::Export(args) => export::export(args, dataset, out),
        Command::Speakers(args) => speakers(args, dataset, screen, out),
        Command::Editions(args) => editions(args, dataset, screen, out),
        Command::Open(args) => open(args, dataset, screen, out),
        Command::Completions(args) => {
            write!(out, "{}", completions::script(args.shell, dataset))?;
            Ok(Outcome::default())
        }
        Command::Man => {
            write!(out, "{}", man::page())?;
            Ok(Outcome::default())
        }
    }
}

fn list(
    args: &cli::List,
    dataset: &Dataset,
    screen: Screen,
    out: &mut dyn Write,
) -> Result<Outcome, Error> {
    let mut selected = args
        .selection
        .select(dataset, selection::Default::LatestComplete)?;
    match args.sort {
        Sort::Programme => {}
        Sort::Title => selected
            .entries
            .sort_by_cached_key(|e| fold::words(&e.shown_title())),
        Sort::Speaker => selected.entries.sort_by_cached_key(|entry| {
            let first = entry.talk.speakers.first();
            (first.is_none(), first.map(|name| fold::words(name)))
        }),
    }
    let format = args.output.format();
    let (entries, years) = (&selected.entries, &selected.years);
    if screen.is_terminal && matches!(format, ListFormat::Table) && !entries.is_empty() {
        let editions: Vec<_> = years
            .iter()
            .filter_map(|year| dataset.edition(*year))
            .collect();
        render::heading(&editions, screen, out)?;
    }
    let table = || records::talks(entries.iter().copied(), years.len());
    render::list(format, entries, table, screen, out)?;
    if entries.is_empty() {
        let elsewhere = elsewhere(&args.selection, dataset, &selected)?;
        return Err(nothing_selected(years, elsewhere.as_deref()));
    }
    let mut outcome = Outcome::default();
    if screen.is_terminal {
        outcome.hint = elsewhere(&args.selection, dataset, &selected)?;
        if matches!(format, ListFormat::Table) && outcome.hint.is_some() {
            writeln!(out)?;
        }
    }
    Ok(outcome)
}

fn show(
    args: &cli::Show,
    dataset: &Dataset,
    screen: Screen,
    out: &mut dyn Write,
) -> Result<Outcome, Error> {
    let mut shown = Vec::new();
    let mut outcome = Outcome::default();
    for text in &args.talks {
        match lookup::find(dataset, || dataset.entries(|_| true), text) {
            Found::Talk(entry) => shown.push(Shown::Talk(entry)),
            Found::Edition(edition) => shown.push(Shown::Edition(edition)),
            found => outcome.messages.extend(not_one(dataset, text, &found)),
        }
    }
    render::show(args.format(), &shown, screen, out)?;
    outcome.missing = !outcome.messages.is_empty();
    Ok(outcome)
}

fn search(
    args: &cli::Search,
    dataset: &Dataset,
    screen: Screen,
    out: &mut dyn Write,
) -> Result<Outcome, Error> {
    let selected = args.selection.select(dataset, selection::Default::All)?;
    let query = Query::parse(&args.query.join(" ")).map_err(Error::Usage)?;
    let format = args.output.format();
    let answer = match search::search(dataset, &selected.entries, query, !args.exact) {
        Ok(answer) => answer,
        Err(line) => {
            render::list::<Hit>(format, &[], || records::hits(&[], 0, screen), screen, out)?;
            return Err(Error::NothingFound(vec![line]));
        }
    };
    let hits: Vec<Hit> = answer
        .hits()
        .take(args.max_count.unwrap_or(usize::MAX))
        .collect();
    let table = || records::hits(&hits, selected.years.len(), screen);
    render::list(format, &hits, table, screen, out)?;
    let more = answer.hits().len() - hits.len();
    let mut outcome = Outcome {
        messages: answer.notes.clone(),
        ..Outcome::default()
    };
    if more > 0 {
        let more = counted(more, "more hit");
        outcome
            .messages
            .push(format!("{more}: -n {}", answer.hits().len()));
    }
    Ok(outcome)
}

fn speakers(
    args: &cli::Speakers,
    dataset: &Dataset,
    screen: Screen,
    out: &mut dyn Write,
) -> Result<Outcome, Error> {
    let selected = args.selection.select(dataset, selection::Default::All)?;
    let people = dataset.people();
    let mut speakers: BTreeMap<_, Speaker> = BTreeMap::new();
    for entry in &selected.entries {
        for spelling in &entry.talk.speakers {
            if args.selection.names(spelling, &people) {
                let name = people.person(spelling);
                let speaker = speakers.entry((fold::words(name), name));
                speaker.or_insert_with(|| Speaker::new(name)).add(entry);
            }
        }
    }
    let speakers: Vec<Speaker> = speakers.into_values().collect();
    let table = || records::speakers(&speakers);
    render::list(args.output.format(), &speakers, table, screen, out)?;
    if speakers.is_empty() {
        return Err(nothing_selected(&selected.years, None));
    }
    Ok(Outcome::default())
}

fn editions(
    args: &cli::Editions,
    dataset: &Dataset,
    screen: Screen,
    out: &mut dyn Write,
) -> Result<Outcome, Error> {
    let editions: Vec<&Edition> = dataset.editions().collect();
    let table = || records::editions(&editions);
    render::list(args.output.format(), &editions, table, screen, out)?;
    Ok(Outcome::default())
}

/// Prints an address, and has the browser open it.
fn open(
    args: &cli::Open,
    dataset: &Dataset,
    screen: Screen,
    out: &mut dyn Write,
) -> Result<Outcome, Error> {
    let found = lookup::find(dataset, || dataset.entries(|_| true), &args.talk);
    let (address, hint) = match found {
        Found::Talk(entry) => match (&entry.talk.slides_url, entry.material()) {
            (Some(slides), _) => (&**slides, None),
            (None, Some(report)) => (
                report,
                Some("no address of slides is known; this is a report"),
            ),
            (None, None) => (
                entry.url(),
                Some("no slides and no report are known; this is the page"),
            ),
        },
        Found::Edition(edition) => (&*edition.url, None),
        found => return Err(Error::NothingFound(not_one(dataset, &args.talk, &found))),
    };
    writeln!(out, "{}", screen.link(address, address))?;
    // The address is there before a browser takes its time, or the terminal.
    out.flush()?;
    let mut outcome = Outcome::default();
    if screen.is_terminal {
        outcome.hint = hint.map(str::to_owned);
    }
    // Every address of a data set begins with https://, as the loader has checked: nothing else can
    // be opened, nor taken for an option.
    if !args.print && ::open::that_detached(address).is_err() {
        let message = "no browser can be started here, the address is all there is";
        outcome.messages.push(message.to_owned());
    }
    Ok(outcome)
}
