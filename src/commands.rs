//! One short function per subcommand: a question to the data set, and its answer rendered.

use std::collections::BTreeMap;
use std::io::Write;

use crate::cli::{self, Command, Sort};
use crate::dataset::{Dataset, Edition, Entry};
use crate::error::Error;
use crate::escape::Quoted;
use crate::export;
use crate::fold;
use crate::lookup::{self, Found};
use crate::render::{self, ListFormat, Screen, Shown, Speaker, records};
use crate::search::{self, Hit, Query};
use crate::selection::{self, Selected, Selection, join_years};

/// What a command has to say beside its output.
#[derive(Default)]
pub struct Outcome {
    /// Lines for stderr, after the output.
    pub notes: Vec<String>,
    /// Whether something that was asked for was not found: status 1.
    pub missing: bool,
}

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
    if screen.terminal && matches!(format, ListFormat::Table) && !entries.is_empty() {
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
    if screen.terminal {
        outcome
            .notes
            .extend(elsewhere(&args.selection, dataset, &selected)?);
    }
    Ok(outcome)
}

fn show(
    args: &cli::Show,
    dataset: &Dataset,
    screen: Screen,
    out: &mut dyn Write,
) -> Result<Outcome, Error> {
    let entries: Vec<Entry> = dataset.entries(|_| true).collect();
    let mut shown = Vec::new();
    let mut outcome = Outcome::default();
    for text in &args.talks {
        match lookup::find(dataset, &entries, text) {
            Found::Talk(entry) => shown.push(Shown::Talk(entry)),
            Found::Edition(edition) => shown.push(Shown::Edition(edition)),
            found => outcome.notes.extend(not_one(text, &found)),
        }
    }
    render::show(args.format(), &shown, screen, out)?;
    outcome.missing = !outcome.notes.is_empty();
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
            render::list::<Hit>(
                format,
                &[],
                || records::hits(&[], 0, false, screen),
                screen,
                out,
            )?;
            return Err(Error::NothingFound(vec![line]));
        }
    };
    let hits: Vec<Hit> = answer
        .hits()
        .take(args.max_count.unwrap_or(usize::MAX))
        .collect();
    let table = || records::hits(&hits, selected.years.len(), args.explain, screen);
    render::list(format, &hits, table, screen, out)?;
    let more = answer.hits().len() - hits.len();
    let mut outcome = Outcome {
        notes: answer.notes.clone(),
        missing: false,
    };
    if more > 0 {
        outcome
            .notes
            .push(format!("{} left out by -n", counted(more, "more hit")));
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

/// What the default edition leaves out of a listing, and how to see it; `None` where nothing is.
pub fn elsewhere(
    selection: &Selection,
    dataset: &Dataset,
    selected: &Selected,
) -> Result<Option<String>, Error> {
    if !selection.is_default_edition() {
        return Ok(None);
    }
    let mut talks = BTreeMap::new();
    if selection.narrows() {
        let all = selection
            .everywhere()
            .select(dataset, selection::Default::All)?;
        for entry in all.entries {
            *talks.entry(entry.edition.year).or_insert(0) += 1;
        }
    } else {
        talks.extend(
            dataset
                .outlines()
                .map(|outline| (outline.year, outline.talks)),
        );
    }
    talks.retain(|year, _| !selected.years.contains(year));
    let count: usize = talks.values().sum();
    Ok((count > 0).then(|| {
        let years = join_years(talks.into_keys());
        format!("{} in {years}: -e all", counted(count, "more talk"))
    }))
}

/// `1 talk`, `2 talks`.
pub fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// The end of a command whose selection fits no talk.
pub fn nothing_selected(years: &[u16], elsewhere: Option<&str>) -> Error {
    let years = join_years(years.iter().copied());
    let hint = elsewhere
        .map(|text| format!("; {text}"))
        .unwrap_or_default();
    Error::NothingFound(vec![format!("no talk of {years} is selected{hint}")])
}

/// The lines that say why `text` does not name one talk, with what may have been meant.
pub fn not_one(text: &str, found: &Found) -> Vec<String> {
    let text = Quoted(text);
    match found {
        Found::Several(entries) => {
            let mut lines = vec![format!(
                "{text} fits {} talks; name one by its id:",
                entries.len()
            )];
            let width = entries.iter().map(|e| e.talk.id.len()).max().unwrap_or(0);
            lines.extend(entries.iter().map(|entry| {
                let (id, year) = (&entry.talk.id, entry.edition.year);
                format!("  {id:width$}  {year}  {}", entry.shown_title())
            }));
            lines
        }
        Found::Nothing(near) if near.is_empty() => {
            vec![format!(
                "no talk {text}; see them all with: kangrejos list -e all"
            )]
        }
        Found::Nothing(near) => vec![format!(
            "no talk {text}; did you mean {}?",
            near.join(" or ")
        )],
        Found::Talk(_) | Found::Edition(_) => Vec::new(),
    }
}
