//! `export`: writes talks as a calendar, a reading plan or a document.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum, ValueHint};

use super::messages::{elsewhere, no_match, not_one};
use crate::console::Console;
use crate::dataset::{Dataset, Entry};
use crate::error::{Error, Message};
use crate::escape::Quoted;
use crate::files::{self, Target, cannot_write};
use crate::lookup::{self, Found};
use crate::options::{Datasets, name};
use crate::phrase::{count, join};
use crate::plan::Plan;
use crate::render::{self, Appointment, ExportFormat};
use crate::selection::Selection;

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

/// Writes the requested talks to a file, a directory or standard output.
pub fn run(args: &Export, dataset: &Dataset, console: &mut Console) -> Result<(), Error> {
    let format = choose_format(args)?;
    let mut entries = find_talks(args, dataset)?;
    if matches!(format, ExportFormat::Ics)
        && let Some(mut message) = skip(&mut entries, args.plan.as_ref())
    {
        if entries.is_empty() {
            if args.plan.is_none() {
                message = message.with_tip("--plan START does not need dates");
            }
            return Err(Error::NotFound(vec![message]));
        }
        console.warn(&message);
    }
    let appointments = schedule(&entries, args.plan.as_ref())?;
    let export = |appointments: &[Appointment], out: &mut dyn Write| {
        render::export(format, appointments, dataset, out)
    };
    if let Some(directory) = &args.split {
        let suffix = if args.plan.is_some() { "-plan" } else { "" };
        let names: Vec<String> =
            entries.iter().map(|entry| format!("{}{suffix}.ics", entry.talk.id)).collect();
        let export = |n: usize, out: &mut dyn Write| export(&appointments[n..=n], out);
        return Ok(files::write_files(directory, &names, export)?);
    }
    let path = args.output.as_deref().unwrap_or(Path::new("-"));
    match Target::find(path).map_err(cannot_write(path))? {
        Target::Stdout => console.print(|_, out| export(&appointments, out)),
        target => Ok(files::write_file(path, target, |out| export(&appointments, out))?),
    }
}

/// Returns the requested format, or else that of the file extension, or else iCalendar.
fn choose_format(args: &Export) -> Result<ExportFormat, Message> {
    let extension = args.output.as_deref().and_then(Path::extension);
    let extension = extension.unwrap_or_default().to_string_lossy();
    let format = match args.format {
        Some(format) => format,
        None if extension.is_empty() => ExportFormat::Ics,
        None => ExportFormat::from_str(&extension, true).map_err(|_| {
            let formats = ExportFormat::value_variants().iter();
            let known = formats.map(|format| format!(".{}", name(format)));
            let extension = format!(".{extension}");
            Message::new(format!("unknown file extension {}", Quoted(&extension)))
                .with_tip(format!("use {}, or specify a format with -f", join(known, "or")))
        })?,
    };
    let calendar_only = [("--plan", args.plan.is_some()), ("--split", args.split.is_some())];
    match calendar_only.iter().find(|(_, is_given)| *is_given) {
        Some((option, _)) if !matches!(format, ExportFormat::Ics) => Err(Message::new(format!(
            "{option} only works with the ics format, not {}",
            name(&format)
        ))),
        _ => Ok(format),
    }
}

/// Returns the requested talks in dataset order, each once; there is at least one.
fn find_talks<'d>(args: &Export, dataset: &'d Dataset) -> Result<Vec<Entry<'d>>, Error> {
    let selected = match &args.talks[..] {
        [] => args.selection.select(dataset, dataset.default_year())?,
        _ => args.selection.select(dataset, dataset.years())?,
    };
    if selected.entries.is_empty() {
        let elsewhere = elsewhere(&args.selection, dataset, &selected)?;
        return Err(no_match(&selected.years, &elsewhere));
    }
    let mut entries = selected.entries;
    if args.talks.is_empty() {
        return Ok(entries);
    }
    let selected: BTreeSet<&str> = entries.iter().map(|entry| &*entry.talk.id).collect();
    let mut ids = Vec::new();
    let mut missing = Vec::new();
    for text in &args.talks {
        let found = lookup::find(dataset, |entry| selected.contains(&*entry.talk.id), text);
        if let Found::Talk(entry) = found {
            ids.push(&*entry.talk.id);
            continue;
        }
        let anywhere = lookup::find(dataset, |_| true, text);
        missing.push(match (&found, anywhere) {
            (Found::Edition(edition), _) => {
                Message::new(format!("{} is an edition, not a talk", Quoted(text)))
                    .with_tip(format!("use -e {}", edition.year))
            }
            (_, Found::Talk(entry)) => {
                let (id, year) = (&entry.talk.id, entry.edition.year);
                Message::new(format!("{id} is from {year} and does not match the filters"))
                    .with_tip("leave out the filters to export the given talks")
            }
            _ => not_one(dataset, text, &found),
        });
    }
    if !missing.is_empty() {
        return Err(Error::NotFound(missing));
    }
    entries.retain(|entry| ids.contains(&&*entry.talk.id));
    Ok(entries)
}

/// Removes talks that cannot be events or, in a plan, have nothing to read. Returns a message about
/// them.
fn skip(entries: &mut Vec<Entry>, plan: Option<&Plan>) -> Option<Message> {
    let is_skipped = |entry: &mut Entry| match plan {
        None => entry.start().is_none(),
        Some(_) => !entry.is_readable(),
    };
    let skipped: Vec<Entry> = entries.extract_if(.., is_skipped).collect();
    if skipped.is_empty() {
        return None;
    }
    let talks = count(skipped.len(), "talk");
    if plan.is_some() {
        let ids = join(skipped.iter().map(|entry| &*entry.talk.id), "and");
        return Some(Message::new(format!("skipped {talks} with nothing to read: {ids}")));
    }
    let editions = skipped.chunk_by(|a, b| a.edition.year == b.edition.year);
    let years = join(editions.map(|talks| talks[0].edition.year), "and");
    let verb = if skipped.len() == 1 { "has no date" } else { "have no dates" };
    Some(Message::new(format!("skipped {talks} from {years} that {verb}")))
}

/// Assigns talks their times in `plan`, or if there is no plan, the times of the sessions.
fn schedule<'d>(
    entries: &[Entry<'d>],
    plan: Option<&Plan>,
) -> Result<Vec<Appointment<'d>>, Message> {
    let mut appointments = Vec::new();
    for (n, entry) in entries.iter().enumerate() {
        let slot = plan.and_then(|plan| plan.slot(n));
        if plan.is_some() && slot.is_none() {
            let talk = format!("talk {} of {}", n + 1, entries.len());
            let text = format!("the reading plan would extend past the year 9999 ({talk})");
            return Err(Message::new(text).with_tip("use a shorter --every"));
        }
        appointments.push(Appointment { entry: *entry, slot });
    }
    Ok(appointments)
}
