//! The two output streams, and the printing of messages.

use std::io::{self, ErrorKind, Write};

use anstyle::{AnsiColor, Style};
use clap::ColorChoice;

use crate::error::{Error, Message, describe};
use crate::escape::Quoted;
use crate::pager;
use crate::screen::{Screen, wrapping};

/// Exit status: success.
const SUCCESS: u8 = 0;
/// Exit status: no match.
const NO_MATCH: u8 = 1;
/// Exit status: usage, dataset or I/O error.
const FAILURE: u8 = 2;

/// Where the program writes: results to standard output, messages to standard error.
pub struct Console<'o> {
    /// Standard output.
    pub stdout: &'o mut dyn Write,
    /// Standard error.
    pub stderr: &'o mut dyn Write,
    /// The destination of standard output.
    pub screen: Screen,
    /// The destination of standard error.
    pub error_screen: Screen,
    /// The pager for output longer than the screen; `None` if there is none.
    pub pager: Option<Pager<'o>>,
    /// Whether the pager is used, and the output that it may have to show.
    pub page: Option<Vec<u8>>,
}

/// A pager.
pub struct Pager<'o> {
    /// The number of rows of the terminal.
    pub rows: usize,
    /// The number of columns of the terminal, whatever the output is wrapped to; `None` if it is unknown.
    pub columns: Option<usize>,
    /// The program, for messages.
    pub name: String,
    /// Shows a text. If that succeeds, it may not return.
    pub show: &'o mut dyn FnMut(&str) -> io::Result<()>,
}

impl Console<'_> {
    /// Wraps text and tables to `width` columns, if it is given.
    pub(crate) fn set_width(&mut self, width: Option<usize>) {
        if let Some(width) = width {
            self.screen.width = Some(width);
            self.screen.max_text = width;
        }
    }

    /// Keeps all output until the end, when the pager may have to show it.
    pub(crate) fn use_pager(&mut self) {
        self.page = self.pager.is_some().then(Vec::new);
    }

    /// Turns color on or off for both streams, unless `choice` is auto.
    pub(crate) fn set_color(&mut self, choice: ColorChoice) {
        if choice != ColorChoice::Auto {
            let color = choice == ColorChoice::Always;
            self.screen.color = color;
            self.error_screen.color = color;
        }
    }

    /// Calls `write` with standard output.
    pub(crate) fn print(
        &mut self,
        write: impl FnOnce(Screen, &mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Error> {
        match &mut self.page {
            Some(page) => write(self.screen, page),
            None => write(self.screen, self.stdout),
        }
        .map_err(Error::Stdout)
    }

    /// Writes out what was kept for the pager, unless it is longer than the screen.
    fn write_page(&mut self) -> io::Result<()> {
        let (Some(page), Some(pager)) = (&mut self.page, &self.pager) else { return Ok(()) };
        let columns = pager.columns.unwrap_or(usize::MAX);
        if !pager::is_needed(&String::from_utf8_lossy(page), columns, pager.rows) {
            self.stdout.write_all(page)?;
            page.clear();
        }
        Ok(())
    }

    /// Shows what is longer than the screen with the pager.
    fn show_page(&mut self) -> io::Result<()> {
        self.write_page()?;
        self.stdout.flush()?;
        let page = self.page.take().unwrap_or_default();
        if let (false, Some(pager)) = (page.is_empty(), &mut self.pager) {
            let text = pager::without_links(&String::from_utf8_lossy(&page));
            if (pager.show)(&text).is_err() {
                let name = Quoted(&pager.name).to_string();
                self.stdout.write_all(&page)?;
                self.warn(&Message::new(format!("cannot run the pager {name}")));
            }
        }
        self.stdout.flush()
    }

    /// Writes out what was kept for the pager, which shows only the output of commands that succeed.
    fn take_page(&mut self) -> io::Result<()> {
        self.stdout.write_all(&self.page.take().unwrap_or_default())?;
        self.stdout.flush()
    }

    /// Writes out everything printed so far, before something slow or another program runs.
    pub(crate) fn flush(&mut self) -> Result<(), Error> {
        self.stdout.flush().map_err(Error::Stdout)
    }

    /// Prints a warning that something was skipped.
    pub(crate) fn warn(&mut self, message: &Message) {
        self.print_message("warning:", AnsiColor::Yellow, message);
    }

    /// Prints a note that something was done differently than requested, or that there is more.
    pub(crate) fn note(&mut self, message: &Message) {
        self.print_message("note:", AnsiColor::Cyan, message);
    }

    /// Prints the errors of a command, if any, and returns the exit status.
    pub(crate) fn report(mut self, result: Result<(), Error>) -> u8 {
        // If the reader has closed the pipe, it needs neither results nor messages.
        let shown = match &result {
            Ok(()) => self.show_page(),
            Err(_) => self.take_page(),
        };
        let (status, messages) = match shown.map_err(Error::Stdout).and(result) {
            Ok(()) => return SUCCESS,
            Err(Error::Clap(error)) => return self.print_clap(&error),
            Err(Error::NotFound(messages)) => (NO_MATCH, messages),
            Err(Error::Failure(messages)) => (FAILURE, messages),
            Err(Error::Stdout(error)) if error.kind() == ErrorKind::BrokenPipe => return SUCCESS,
            Err(Error::Stdout(error)) => {
                let text = format!("cannot write to standard output: {}", describe(&error));
                (FAILURE, vec![Message::new(text)])
            }
        };
        for message in &messages {
            self.print_message("error:", AnsiColor::Red, message);
        }
        status
    }

    /// Prints a usage error, a help text or the version, and returns the exit status.
    fn print_clap(mut self, error: &clap::Error) -> u8 {
        let text = error.render();
        let text = |screen: Screen| {
            if screen.color { text.ansi().to_string() } else { text.to_string() }
        };
        // Without arguments, the short help is what was asked for.
        let is_help =
            error.kind() == clap::error::ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
        if error.use_stderr() && !is_help {
            // If standard error is closed, there is no way to report the error.
            let _ = write!(self.stderr, "{}", text(self.error_screen));
            return FAILURE;
        }
        let printed = self.print(|screen, out| write!(out, "{}", text(screen)));
        self.report(printed)
    }

    fn print_message(&mut self, label: &str, color: AnsiColor, message: &Message) {
        // Earlier results must appear first. A write error is reported by the final flush.
        let _ = self.write_page().and_then(|()| self.stdout.flush());
        self.print_lines(label, color.on_default().bold(), 0, &message.text);
        if let Some(tip) = &message.tip {
            self.print_lines("tip:", AnsiColor::Green.on_default(), 2, tip);
        }
    }

    /// Prints a label and its text, wrapped if standard error is a terminal.
    fn print_lines(&mut self, label: &str, style: Style, indent: usize, text: &str) {
        let (first, details) = text.split_once('\n').unwrap_or((text, ""));
        let margin = " ".repeat(indent + label.len() + 1);
        let options = wrapping(self.error_screen.width.unwrap_or(usize::MAX));
        let options = options.initial_indent(&margin).subsequent_indent(&margin);
        let first = textwrap::fill(first, options);
        let label = self.error_screen.paint(style, label);
        let _ = writeln!(self.stderr, "{:indent$}{label} {}", "", first.trim_start());
        if !details.is_empty() {
            let _ = writeln!(self.stderr, "{details}");
        }
    }
}
