//! `export`: talks as a calendar, a reading plan, or a document.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum, ValueHint};

use super::{elsewhere, no_match, not_one};
use crate::cli::Datasets;
use crate::console::Console;
use crate::dataset::{Dataset, Entry};
use crate::error::{Error, Message};
use crate::escape::Quoted;
use crate::files::{self, Target};
use crate::lookup::{self, Found};
use crate::phrase::{count, join};
use crate::plan::Plan;
use crate::render::{self, Appointment, ExportFormat};
use crate::selection::{DefaultEditions, Selection};

// The arguments of `export`.
#[derive(Args)]
pub struct Export {
    /// Talks to export, specified as for `show` [default: all]
    ///
    /// They may be from any edition; without them, all talks that match the filters are exported.
    #[arg(value_name = "TALK")]
    talks: Vec<String>,

    #[command(flatten)]
    pub selection: Selection,

    /// Write to FILE (`-` for standard output)
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Output")]
    output: Option<PathBuf>,

    /// Write one .ics file per talk to DIR
    ///
    /// DIR is created if needed; other files in it are kept.
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, conflicts_with = "output", help_heading = "Output")]
    split: Option<PathBuf>,

    /// Output format
    ///
    /// It overrides the file extension; without either it is iCalendar.
    #[arg(short, long, value_enum, help_heading = "Output")]
    format: Option<ExportFormat>,

    #[command(flatten)]
    plan: Option<Plan>,

    #[command(flatten)]
    pub datasets: Datasets,
}

/// Writes the talks asked for to a file, to a directory, or to standard output.
pub fn run(args: &Export, dataset: &Dataset, console: &mut Console) -> Result<(), Error> {
    let format = choose_format(args)?;
    let mut entries = find_talks(args, dataset)?;
    if matches!(format, ExportFormat::Ics)
        && let Some(mut message) = skip(&mut entries, args.plan.as_ref())
    {
        if entries.is_empty() {
            let tip = "--plan START does not need dates".to_owned();
            message.tip = args.plan.is_none().then_some(tip);
            return Err(Error::NotFound(vec![message]));
        }
        console.warn(&message);
    }
    let appointments = schedule(&entries, args.plan.as_ref())?;
    if let Some(directory) = &args.split {
        let suffix = args.plan.as_ref().map_or("", |_| "-plan");
        let name = |a: &Appointment| format!("{}{suffix}.ics", a.entry.talk.id);
        let names: Vec<String> = appointments.iter().map(name).collect();
        return files::write_files(directory, &names, |n, out| {
            render::export(ExportFormat::Ics, &appointments[n..=n], dataset, out)
        });
    }
    let path = args.output.as_deref().unwrap_or(Path::new("-"));
    match Target::find(path)? {
        Target::Stdout => {
            console.print(|_, out| render::export(format, &appointments, dataset, out))
        }
        target => files::write_file(path, target, |out| {
            render::export(format, &appointments, dataset, out)
        }),
    }
}

/// Returns the format asked for, or else that of the file's extension, or else iCalendar.
fn choose_format(args: &Export) -> Result<ExportFormat, Error> {
    let format = match (args.format, &args.output) {
        (Some(format), _) => format,
        (None, Some(path)) => format_of(path)?,
        (None, None) => ExportFormat::Ics,
    };
    let calendar_only = match (&args.plan, &args.split) {
        (Some(_), _) => "--plan",
        (None, Some(_)) => "--split",
        (None, None) => return Ok(format),
    };
    match format {
        ExportFormat::Ics => Ok(format),
        format => Err(Error::usage(format!(
            "{calendar_only} only works with the ics format, not {}",
            name(format)
        ))),
    }
}

/// Returns the format that the extension of `path` names; iCalendar if it has none.
fn format_of(path: &Path) -> Result<ExportFormat, Error> {
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    if extension.is_empty() || path.starts_with("/dev") {
        return Ok(ExportFormat::Ics);
    }
    ExportFormat::from_str(&extension, true).map_err(|_| {
        let formats = ExportFormat::value_variants().iter();
        let known = formats.map(|format| format!(".{}", name(*format)));
        let text = format!("unknown file extension {}", Quoted(&format!(".{extension}")));
        Error::Usage(
            Message::new(text)
                .with_tip(format!("use {}, or specify a format with -f", join(known, "or"))),
        )
    })
}

/// Returns the name of a format, which is its extension too.
fn name(format: ExportFormat) -> String {
    let value = format.to_possible_value();
    value.map_or_else(String::new, |value| value.get_name().to_owned())
}

/// Returns the talks asked for, in the one order; each once, and at least one.
fn find_talks<'d>(args: &Export, dataset: &'d Dataset) -> Result<Vec<Entry<'d>>, Error> {
    let default =
        if args.talks.is_empty() { DefaultEditions::LatestComplete } else { DefaultEditions::All };
    let selected = args.selection.select(dataset, default)?;
    if selected.entries.is_empty() {
        let elsewhere = elsewhere(&args.selection, dataset, &selected)?;
        return Err(no_match(&selected.years, &elsewhere));
    }
    if args.talks.is_empty() {
        return Ok(selected.entries);
    }
    let mut ids = Vec::new();
    let mut missing = Vec::new();
    for text in &args.talks {
        match lookup::find(dataset, || selected.entries.iter().copied(), text) {
            Found::Talk(entry) => ids.push(&*entry.talk.id),
            Found::Edition(edition) => missing.push(
                Message::new(format!("{} is an edition, not a talk", Quoted(text)))
                    .with_tip(format!("use -e {}", edition.year)),
            ),
            found => missing.push(match filtered_out(dataset, text) {
                Some(message) => message,
                None => not_one(dataset, text, &found),
            }),
        }
    }
    if !missing.is_empty() {
        return Err(Error::NotFound(missing));
    }
    let mut entries = selected.entries;
    entries.retain(|entry| ids.contains(&&*entry.talk.id));
    Ok(entries)
}

/// Returns the message for a talk that is there, but does not match the filters.
fn filtered_out(dataset: &Dataset, text: &str) -> Option<Message> {
    let Found::Talk(entry) = lookup::find(dataset, || dataset.entries(|_| true), text) else {
        return None;
    };
    let (id, year) = (&entry.talk.id, entry.edition.year);
    let message = Message::new(format!("{id} is from {year} and does not match the filters"));
    Some(message.with_tip("leave out the filters to export the given talks"))
}

/// Removes the talks that cannot be events, or that leave nothing to read in a plan. Returns a message
/// about them.
fn skip(entries: &mut Vec<Entry>, plan: Option<&Plan>) -> Option<Message> {
    let is_skipped = |entry: &mut Entry| match plan {
        None => entry.start().is_none(),
        Some(_) => !entry.is_readable(),
    };
    let skipped: Vec<Entry> = entries.extract_if(.., is_skipped).collect();
    let talks = match &skipped[..] {
        [] => return None,
        talks => count(talks.len(), "talk"),
    };
    if plan.is_some() {
        let ids = join(skipped.iter().map(|entry| &*entry.talk.id), "and");
        return Some(Message::new(format!("skipped {talks} with nothing to read: {ids}")));
    }
    let editions = skipped.chunk_by(|a, b| a.edition.year == b.edition.year);
    let years = join(editions.map(|talks| talks[0].edition.year), "and");
    let verb = if skipped.len() == 1 { "has no date" } else { "have no dates" };
    Some(Message::new(format!("skipped {talks} from {years} that {verb}")))
}

/// Gives the talks their times in `plan`, or those they were held at if there is none.
fn schedule<'d>(entries: &[Entry<'d>], plan: Option<&Plan>) -> Result<Vec<Appointment<'d>>, Error> {
    let Some(plan) = plan else {
        return Ok(entries.iter().copied().map(Appointment::held).collect());
    };
    let planned = |(n, entry): (usize, &Entry<'d>)| match plan.slot(n) {
        None => Err(Error::Usage(
            Message::new(format!(
                "the reading plan would extend past the year 9999 (talk {} of {})",
                n + 1,
                entries.len()
            ))
            .with_tip("use a shorter --every"),
        )),
        slot => Ok(Appointment { entry: *entry, slot }),
    };
    entries.iter().enumerate().map(planned).collect()
}
