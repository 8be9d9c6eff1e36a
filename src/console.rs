//! The two output streams, and the one printer of messages.

use std::borrow::Cow;
use std::io::{self, BufWriter, ErrorKind, Write};

use anstyle::{AnsiColor, Style};
use clap::ColorChoice;

use crate::Output;
use crate::error::{Error, Message};
use crate::render::{Screen, wrapping};

/// Exit status: success.
const SUCCESS: u8 = 0;
/// Exit status: no match.
const NO_MATCH: u8 = 1;
/// Exit status: usage, dataset or I/O error.
const FAILURE: u8 = 2;

/// Where a command writes: results to standard output, messages to standard error.
pub struct Console<'o> {
    /// What standard output goes to.
    pub screen: Screen,
    out: BufWriter<&'o mut dyn Write>,
    err: &'o mut dyn Write,
    err_screen: Screen,
}

impl<'o> Console<'o> {
    /// Wraps the streams; standard output is buffered, since most results are then one write.
    pub fn new(output: Output<'o>) -> Self {
        let Output { stdout, stderr: err, screen, error_screen: err_screen } = output;
        Self { screen, out: BufWriter::with_capacity(1 << 16, stdout), err, err_screen }
    }

    /// Colours both streams or neither of them, unless `choice` is auto.
    pub fn set_color(&mut self, choice: ColorChoice) {
        if choice != ColorChoice::Auto {
            let color = choice == ColorChoice::Always;
            self.screen.color = color;
            self.err_screen.color = color;
        }
    }

    /// Calls `write` with standard output.
    pub fn print(
        &mut self,
        write: impl FnOnce(Screen, &mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Error> {
        write(self.screen, &mut self.out).map_err(Error::Stdout)
    }

    /// Writes everything printed so far, for what comes from elsewhere or takes its time.
    pub fn flush(&mut self) -> Result<(), Error> {
        self.out.flush().map_err(Error::Stdout)
    }

    /// Prints that something was skipped.
    pub fn warn(&mut self, message: &Message) {
        self.print_message("warning:", AnsiColor::Yellow, message);
    }

    /// Prints that something was done otherwise than asked, or that there is more.
    pub fn note(&mut self, message: &Message) {
        self.print_message("note:", AnsiColor::Cyan, message);
    }

    /// Prints how a command ended, and returns the exit status.
    pub fn report(mut self, result: Result<(), Error>) -> u8 {
        // A reader that went away wants no more results, nor to know what else was wrong.
        let result = self.flush().and(result);
        let status = match &result {
            Ok(()) => SUCCESS,
            Err(Error::Stdout(error)) if error.kind() == ErrorKind::BrokenPipe => return SUCCESS,
            Err(Error::Clap(error)) => return self.print_clap(&error.render(), error.use_stderr()),
            Err(Error::NotFound(_)) => NO_MATCH,
            Err(_) => FAILURE,
        };
        let messages = result.err().map(Error::messages).unwrap_or_default();
        for message in &messages {
            self.print_message("error:", AnsiColor::Red, message);
        }
        // If standard error is closed, nobody is left to report it to.
        let _ = self.err.flush();
        status
    }

    /// Prints a usage error, a help text or the version.
    fn print_clap(mut self, text: &clap::builder::StyledStr, is_error: bool) -> u8 {
        let screen = if is_error { self.err_screen } else { self.screen };
        let text = if screen.color { text.ansi().to_string() } else { text.to_string() };
        if is_error {
            let _ = self.err.write_all(text.as_bytes());
            return FAILURE;
        }
        let printed = self.print(|_, out| out.write_all(text.as_bytes()));
        self.report(printed)
    }

    fn print_message(&mut self, label: &str, color: AnsiColor, message: &Message) {
        // What was printed before comes before; an error shows up again at the end.
        let _ = self.out.flush();
        self.print_lines(label, color.on_default().bold(), 0, &message.text);
        if let Some(tip) = &message.tip {
            self.print_lines("tip:", AnsiColor::Green.on_default(), 2, tip);
        }
    }

    /// Prints a label and its text, wrapped if standard error is a terminal.
    fn print_lines(&mut self, label: &str, style: Style, indent: usize, text: &str) {
        let room = label.len() + indent + 1;
        let (first, details) = text.split_once('\n').unwrap_or((text, ""));
        let lines = match self.err_screen.width {
            Some(width) => textwrap::wrap(first, wrapping(width.saturating_sub(room))),
            None => vec![Cow::Borrowed(first)],
        };
        let label = self.err_screen.paint(style, label);
        for (n, line) in lines.iter().enumerate() {
            let _ = if n == 0 {
                writeln!(self.err, "{:indent$}{label} {line}", "")
            } else {
                writeln!(self.err, "{:room$}{line}", "")
            };
        }
        if !details.is_empty() {
            let _ = writeln!(self.err, "{details}");
        }
    }
}
