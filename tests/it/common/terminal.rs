//! Opens pseudo-terminals, and runs the program on one.

use std::fs::File;
use std::io::Read;
use std::process::Stdio;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

use super::{Run, command};

/// Opens a new terminal, and returns the user's side and the programs' side of it.
pub fn open(rows: u16, columns: u16) -> (File, File) {
    let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
    grantpt(&master).expect("granted");
    unlockpt(&master).expect("unlocked");
    let size = Winsize { ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
    tcsetwinsize(&master, size).expect("a size");
    let name = ptsname(&master, Vec::new()).expect("a name");
    let terminal = File::options()
        .read(true)
        .write(true)
        .open(name.to_str().expect("UTF-8"))
        .expect("it opens");
    (master.into(), terminal)
}

/// Runs the program with standard output on a terminal of `columns` columns; stderr is a pipe.
pub fn on_terminal(columns: u16, arguments: &str, variables: &[(&str, &str)]) -> Run {
    let (mut screen, terminal) = open(50, columns);
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
