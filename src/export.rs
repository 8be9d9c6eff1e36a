//! `export`: which talks, in what form, and where to.

use std::io::Write;
use std::path::Path;

use clap::ValueEnum;

use crate::cli;
use crate::dataset::{Dataset, Entry};
use crate::error::Error;
use crate::escape::Quoted;
use crate::lookup::{self, Found};
use crate::outcome::{Outcome, elsewhere, not_one, nothing_selected};
use crate::output;
use crate::plan::Plan;
use crate::render::{self, Appointment, ExportFormat};
use crate::selection::{self, join_years};

/// Writes the talks asked for to a file, to a folder, or to `out`.
pub fn export(
    args: &cli::Export,
    dataset: &Dataset,
    out: &mut dyn Write,
) -> Result<Outcome, Error> {
    let format = format(args)?;
    let plan = args.plan.plan();
    let mut entries = to_export(args, dataset)?;
    let mut outcome = Outcome::default();
    if matches!(format, ExportFormat::Ics) && plan.is_none() {
        let undated: Vec<Entry> = entries.extract_if(.., |e| e.start().is_none()).collect();
        outcome.messages.extend(left_out(&undated));
    }
    if entries.is_empty() {
        let hint = "; a reading plan needs none: --plan START";
        let notes = outcome.messages.into_iter().map(|note| note + hint);
        return Err(Error::NothingFound(notes.collect()));
    }
    let appointments = appointments(&entries, plan.as_ref())?;
    match (&args.split, file(args)) {
        (Some(folder), _) => split(&appointments, folder)?,
        (None, Some(path)) => {
            output::write_file(path, |out| render::export(format, &appointments, out))?;
        }
        (None, None) => render::export(format, &appointments, out)?,
    }
    Ok(outcome)
}

/// The file asked for; `None` is standard output, by whichever of its names: opened anew by its
/// path, a file it goes to would be written from its beginning.
fn file(args: &cli::Export) -> Option<&Path> {
    let path = args.output.as_deref();
    path.filter(|path| {
        ["-", "/dev/stdout"]
            .iter()
            .all(|name| *path != Path::new(name))
    })
}

/// The format that is asked for, else the one the file is called by, else iCalendar.
fn format(args: &cli::Export) -> Result<ExportFormat, Error> {
    let format = match (args.format, file(args)) {
        (Some(format), _) => format,
        (None, Some(path)) => format_of(path)?,
        (None, None) => ExportFormat::Ics,
    };
    let calendar_only = match (args.plan.plan(), &args.split) {
        (Some(_), _) => "--plan <START>",
        (None, Some(_)) => "--split <DIR>",
        (None, None) => return Ok(format),
    };
    match format {
        ExportFormat::Ics => Ok(format),
        format => Err(Error::Usage(format!(
            "the argument '{calendar_only}' cannot be used with the format '{}': it makes calendars, of the format 'ics'",
            name(format)
        ))),
    }
}

/// The format that the extension of `path` names; iCalendar where it has none.
fn format_of(path: &Path) -> Result<ExportFormat, Error> {
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    if extension.is_empty() {
        return Ok(ExportFormat::Ics);
    }
    ExportFormat::from_str(&extension, true).map_err(|_| {
        let formats = ExportFormat::value_variants().iter();
        let known: Vec<String> = formats.map(|format| format!(".{}", name(*format))).collect();
        Error::Usage(format!(
            "no format for the extension {} of '--output <FILE>': the known ones are {}; or name a format with -f",
            Quoted(&extension),
            known.join(", "),
        ))
    })
}

/// The name of a format, which is its extension too.
fn name(format: ExportFormat) -> String {
    let value = format.to_possible_value();
    value.map_or_else(String::new, |value| value.get_name().to_owned())
}

/// The talks `export` was asked for, in the one order; each once, and at least one.
fn to_export<'d>(args: &cli::Export, dataset: &'d Dataset) -> Result<Vec<Entry<'d>>, Error> {
    let default = if args.talks.is_empty() {
        selection::Default::LatestComplete
    } else {
        selection::Default::All
    };
    let selected = args.selection.select(dataset, default)?;
    if selected.entries.is_empty() {
        let elsewhere = elsewhere(&args.selection, dataset, &selected)?;
        return Err(nothing_selected(&selected.years, elsewhere.as_deref()));
    }
    if args.talks.is_empty() {
        return Ok(selected.entries);
    }
    let mut ids = Vec::new();
    let mut missing = Vec::new();
    for text in &args.talks {
        match lookup::find(dataset, || selected.entries.iter().copied(), text) {
            Found::Talk(entry) => ids.push(&*entry.talk.id),
            Found::Edition(edition) => missing.push(format!(
                "{} is an edition, not a talk; select it with: -e {}",
                Quoted(text),
                edition.year
            )),
            found => missing.extend(not_one(dataset, text, &found)),
        }
    }
    if !missing.is_empty() {
        return Err(Error::NothingFound(missing));
    }
    let mut entries = selected.entries;
    entries.retain(|entry| ids.contains(&&*entry.talk.id));
    Ok(entries)
}

/// The warning for talks that cannot be events, with the editions they are of.
fn left_out(undated: &[Entry]) -> Option<String> {
    let editions = undated.chunk_by(|a, b| a.edition.year == b.edition.year);
    let years = join_years(editions.map(|talks| talks[0].edition.year));
    match undated.len() {
        0 => None,
        1 => Some(format!("1 talk of {years} has no date and is left out")),
        count => Some(format!(
            "{count} talks of {years} have no dates and are left out"
        )),
    }
}

/// The talks with their times in `plan`, or as they were held where there is none.
fn appointments<'d>(
    entries: &[Entry<'d>],
    plan: Option<&Plan>,
) -> Result<Vec<Appointment<'d>>, Error> {
    let Some(plan) = plan else {
        return Ok(entries.iter().copied().map(Appointment::held).collect());
    };
    let planned = |(n, entry): (usize, &Entry<'d>)| match plan.slot(n) {
        None => Err(Error::Usage(format!(
            "the plan is too long: talk {} of {} comes after the year 9999; choose a shorter '--every <PERIOD>'",
            n + 1,
            entries.len()
        ))),
        slot => Ok(Appointment {
            entry: *entry,
            slot,
        }),
    };
    entries.iter().enumerate().map(planned).collect()
}

/// Writes a calendar for each of `appointments` into `folder`, called by its UID, as a vdir has it.
fn split(appointments: &[Appointment], folder: &Path) -> Result<(), Error> {
    let names = appointments
        .iter()
        .map(|appointment| format!("{}.ics", render::uid(appointment)));
    output::write_files(folder, names, |n, out| {
        render::export(ExportFormat::Ics, &appointments[n..=n], out)
    })
}
