//! `export`: writes talks as a calendar, a reading plan or a document.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum, ValueHint};

use super::messages::{no_match, select, split_names};
use crate::console::Console;
use crate::dataset::{Dataset, Entry};
use crate::error::{Error, Message};
use crate::escape::{Quoted, escaped_path};
use crate::files;
use crate::options::{Datasets, name};
use crate::phrase::{count, join};
use crate::plan::Plan;
use crate::render::{self, Appointment, ExportFormat};
use crate::selection::Selection;

/// The number of bytes in a megabyte.
const MB: u64 = 1_000_000;

/// The size in bytes from which the page is said to be large.
const LARGE_PAGE: u64 = 5 * MB;

// The arguments of `export`.
#[derive(Args)]
pub struct Export {
    /// Talks or editions to export, specified as for `show` [default: all]
    ///
    /// Without them, all talks that match the filters are exported.
    #[arg(value_name = "TALK|YEAR|latest")]
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
    /// Overrides the file extension. Default: iCalendar.
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
        && let Some(mut message) = leave_out(&mut entries, args.plan.as_ref())
    {
        if entries.is_empty() {
            if args.plan.is_none() {
                message = message.with_tip("--plan START does not need dates");
            }
            return Err(Error::NotFound(vec![message]));
        }
        console.note(&message);
    }
    let threads = dataset.threads();
    let appointments = schedule(&entries, args.plan.as_ref())?;
    let export = |appointments: &[Appointment], out: &mut dyn Write| {
        render::export(format, appointments, dataset, &threads, out)
    };
    if let Some(directory) = &args.split {
        let suffix = if args.plan.is_some() { "-plan" } else { "" };
        let stem = |entry: &Entry| files::portable(format!("{}{suffix}", entry.talk.id));
        let name = |entry: &Entry| stem(entry) + ".ics";
        let paths: Vec<_> = entries.iter().map(|entry| directory.join(name(entry))).collect();
        files::create_directory(directory)?;
        let export = |n: usize, out: &mut dyn Write| export(&appointments[n..=n], out);
        return Ok(files::write(&paths, &dataset.files, &export)?);
    }
    let path = args.output.as_deref().unwrap_or(Path::new("-"));
    if files::is_stdout(path) {
        return console.print(|_, out| export(&appointments, out));
    }
    let export = |_, out: &mut dyn Write| export(&appointments, out);
    files::write(&[path.to_owned()], &dataset.files, &export)?;
    if matches!(format, ExportFormat::Html) {
        let size = fs::metadata(path).map_or(0, |file| file.len());
        if size >= LARGE_PAGE {
            let text =
                format!("{} has {} MB, and may be slow to open", escaped_path(path), size / MB);
            console
                .note(&Message::new(text).with_tip("export fewer talks, by year, topic or name"));
        }
    }
    Ok(())
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
    let (talks, years) = split_names(&args.talks, &args.selection, dataset)?;
    let mut entries = select(&args.selection, &years, dataset)?;
    if !talks.is_empty() {
        let ids: BTreeSet<&str> = talks.iter().map(|entry| &*entry.talk.id).collect();
        entries.retain(|entry| ids.contains(&*entry.talk.id));
    }
    if entries.is_empty() { Err(no_match(&args.selection, dataset)) } else { Ok(entries) }
}

/// Removes talks that cannot be events or, in a plan, have nothing to read. Returns a message about
/// them.
fn leave_out(entries: &mut Vec<Entry>, plan: Option<&Plan>) -> Option<Message> {
    let is_left_out = |entry: &mut Entry| match plan {
        None => entry.start().is_none(),
        Some(_) => !entry.is_readable(),
    };
    let left_out: Vec<Entry> = entries.extract_if(.., is_left_out).collect();
    let years: BTreeSet<u16> = left_out.iter().map(|entry| entry.edition.year).collect();
    let sessions = format!("{} of {}", count(left_out.len(), "session"), join(years, "and"));
    let text = match (left_out.len(), plan) {
        (0, _) => return None,
        (1, None) => format!("{sessions} has no date"),
        (_, None) => format!("{sessions} have no dates"),
        (1, Some(_)) => format!("{sessions} has nothing to read"),
        (_, Some(_)) => format!("{sessions} have nothing to read"),
    };
    // Of an export without events, that is the reason.
    let end = match (entries.is_empty(), left_out.len()) {
        (true, _) => "",
        (false, 1) => " and is left out",
        (false, _) => " and are left out",
    };
    Some(Message::new(text + end))
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
