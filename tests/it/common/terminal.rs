//! Opens pseudo-terminals, and runs programs on them.

use std::fs::File;
use std::io::{Read, Write};
use std::num::NonZero;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Termios, Winsize, tcgetattr, tcsetwinsize};

use super::{Run, command};

/// How long a program on a busy machine may take to answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// Opens a new terminal, and returns the user's side and the programs' side of it.
fn open(rows: u16, columns: u16) -> (File, File) {
    let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
    grantpt(&master).expect("granted");
    unlockpt(&master).expect("unlocked");
    tcsetwinsize(&master, size(rows, columns)).expect("a size");
    let name = ptsname(&master, Vec::new()).expect("a name");
    let terminal = File::options()
        .read(true)
        .write(true)
        .open(name.to_str().expect("UTF-8"))
        .expect("it opens");
    (master.into(), terminal)
}

fn size(rows: u16, columns: u16) -> Winsize {
    Winsize { ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 }
}

/// Runs the program with standard output on a terminal of `columns` columns, without a pager; stderr is
/// a pipe.
pub fn on_terminal(columns: u16, arguments: &str, variables: &[(&str, &str)]) -> Run {
    let no_pager = [("KANGREJOS_PAGER", "")];
    on_terminal_of(50, columns, arguments, &[&no_pager, variables].concat())
}

/// Runs the program with standard output on a terminal of this size; stderr is a pipe.
pub fn on_terminal_of(rows: u16, columns: u16, arguments: &str, variables: &[(&str, &str)]) -> Run {
    let (mut screen, terminal) = open(rows, columns);
    let mut command = command(arguments);
    command.env("TERM", "xterm-256color").envs(variables.iter().copied());
    command.stdin(Stdio::null()).stdout(terminal).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    // Closes this process's copy of the terminal, since the loop below reads until all are closed.
    drop(command);
    let mut bytes = Vec::new();
    // Reading fails at the end, when the other side of the terminal is closed.
    let _ = screen.read_to_end(&mut bytes);
    let mut stderr = String::new();
    child.stderr.take().expect("piped").read_to_string(&mut stderr).expect("UTF-8");
    Run {
        arguments: arguments.to_owned(),
        status: child.wait().expect("it ends").code(),
        stdout: String::from_utf8(bytes).expect("UTF-8").replace("\r\n", "\n"),
        stderr,
    }
}

/// A program on a terminal of its own, which it controls, with somebody who looks and types.
pub struct Session {
    child: Child,
    keyboard: File,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser<Answers>,
    /// Everything that was written to the terminal.
    written: Vec<u8>,
    /// The settings of the terminal before the program started.
    settings: Termios,
}

/// The terminal's answers to a program that asks for its type, as fish 4 does.
#[derive(Default)]
struct Answers(Vec<u8>);

impl vt100::Callbacks for Answers {
    fn unhandled_csi(
        &mut self,
        _: &mut vt100::Screen,
        first: Option<u8>,
        _: Option<u8>,
        _: &[&[u16]],
        last: char,
    ) {
        if (first, last) == (None, 'c') {
            self.0.extend(b"\x1b[?62;22c");
        }
    }
}

impl Session {
    /// Starts `command`, which must begin with [`controlling`], on a terminal of this size.
    pub fn start(mut command: Command, rows: u16, columns: u16) -> Self {
        let (keyboard, terminal) = open(rows, columns);
        let settings = tcgetattr(&terminal).expect("settings");
        let twin = || terminal.try_clone().expect("the same terminal");
        let child = command.stdin(twin()).stdout(twin()).stderr(twin()).spawn();
        let child = child.expect("setsid starts");
        // Closes this process's copies of the terminal, so that the output ends with the program.
        drop((command, terminal));
        let [rows, columns] = [rows, columns].map(|n| NonZero::new(n).expect("not 0"));
        Self {
            child,
            output: output_of(keyboard.try_clone().expect("the same terminal")),
            keyboard,
            screen: vt100::Parser::new_with_callbacks(rows, columns, 0, Answers::default()),
            written: Vec::new(),
            settings,
        }
    }

    pub fn press(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).expect("the program reads");
    }

    /// Changes the size of the terminal and clears it; the system tells the program in the foreground.
    pub fn resize(&mut self, rows: u16, columns: u16) {
        let [high, wide] = [rows, columns].map(|n| NonZero::new(n).expect("not 0"));
        self.screen.screen_mut().set_size(high, wide);
        self.screen.process(b"\x1b[2J");
        tcsetwinsize(&self.keyboard, size(rows, columns)).expect("a size");
    }

    /// Whether the terminal has the settings that it had before the program started: it echoes what is
    /// typed, line by line.
    pub fn is_whole(&self) -> bool {
        let settings = tcgetattr(&self.keyboard).expect("settings");
        let [now, before] = [&settings, &self.settings].map(|it| {
            (it.input_modes, it.output_modes, it.control_modes, it.local_modes, &it.special_codes)
        });
        format!("{now:?}") == format!("{before:?}")
    }

    /// Returns everything that was written to the terminal so far.
    pub fn written(&self) -> String {
        String::from_utf8_lossy(&self.written).replace("\r\n", "\n")
    }

    /// Returns the rows of the screen, without the empty ones at the end.
    pub fn rows(&self) -> Vec<String> {
        let (_, columns) = self.screen.screen().size();
        let rows = self.screen.screen().rows(0, columns.into());
        let mut rows: Vec<_> = rows.map(|row| row.trim_end().to_owned()).collect();
        while rows.pop_if(|row| row.is_empty()).is_some() {}
        rows
    }

    /// Waits until the screen is as wanted. If it is not in time, or the program ends, returns it as an
    /// error.
    pub fn try_wait(
        &mut self,
        wanted: impl Fn(&[String]) -> bool,
    ) -> Result<Vec<String>, Vec<String>> {
        let end = Instant::now() + PATIENCE;
        loop {
            let rows = self.rows();
            if wanted(&rows) {
                return Ok(rows);
            }
            if !self.read(end) {
                return Err(rows);
            }
        }
    }

    /// Waits until the screen is as wanted, and returns it.
    #[track_caller]
    pub fn wait(&mut self, what: &str, wanted: impl Fn(&[String]) -> bool) -> Vec<String> {
        match self.try_wait(wanted) {
            Ok(rows) => rows,
            Err(rows) => panic!("waited for {what}, saw:\n{}", rows.join("\n")),
        }
    }

    /// Presses keys again and again until the screen is as wanted.
    #[track_caller]
    pub fn press_until(&mut self, keys: &str, what: &str, wanted: impl Fn(&[String]) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !wanted(&self.rows()) {
            assert!(Instant::now() < end, "waited for {what}, saw:\n{}", self.rows().join("\n"));
            self.press(keys);
            let soon = Instant::now() + Duration::from_millis(200);
            while !wanted(&self.rows()) && self.read(soon) {}
        }
    }

    /// Waits until all programs on the terminal have ended, and returns the status of the first.
    #[track_caller]
    pub fn end(&mut self) -> ExitStatus {
        let end = Instant::now() + PATIENCE;
        while self.read(end) {}
        assert!(Instant::now() < end, "it does not end:\n{}", self.rows().join("\n"));
        self.child.wait().expect("it ends")
    }

    /// Shows what the programs write next; `false` at the end of the output or of the time.
    fn read(&mut self, end: Instant) -> bool {
        let left = end.saturating_duration_since(Instant::now());
        let Ok(bytes) = self.output.recv_timeout(left) else { return false };
        self.screen.process(&bytes);
        self.written.extend(bytes);
        let answers = std::mem::take(&mut self.screen.callbacks_mut().0);
        let _ = self.keyboard.write_all(&answers);
        true
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Returns a command that runs the program whose name and arguments are added to it, in control of its
/// terminal: shells and pagers need that.
pub fn controlling() -> Command {
    let mut command = Command::new("setsid");
    command.arg("-c");
    command
}

/// Returns a channel that receives the output on a terminal.
fn output_of(mut terminal: File) -> Receiver<Vec<u8>> {
    let (sender, output) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = [0; 4096];
        // Reading fails when the other side of the terminal is closed.
        while let Ok(length @ 1..) = terminal.read(&mut bytes) {
            if sender.send(bytes[..length].to_vec()).is_err() {
                break;
            }
        }
    });
    output
}
