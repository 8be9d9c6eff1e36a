//! Runs the program and compares all it says: status, standard output and standard error.

#![allow(dead_code, reason = "not every test program uses all of it")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::{env, fs};

use pretty_assertions::assert_eq;

/// The program under test.
pub fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_kangrejos"))
}

/// The subcommands, in the order of the help.
pub const COMMANDS: [&str; 9] = [
    "list",
    "show",
    "search",
    "export",
    "speakers",
    "editions",
    "open",
    "completions",
    "man",
];

/// Whether another program that a test needs is there.
pub fn is_installed(program: &str) -> bool {
    let found = Command::new(program).arg("--version").output();
    found.is_ok_and(|output| output.status.success())
}

/// A run of the program that is still to be compared.
pub struct Run {
    arguments: String,
    output: Output,
}

/// Runs the program with `arguments`, parted by blanks; quotes keep blanks, as in a shell.
#[track_caller]
pub fn kangrejos(arguments: &str) -> Run {
    run(arguments, &mut command(arguments), "")
}

/// The program with `arguments`, in an environment that nobody's settings reach.
pub fn command(arguments: &str) -> Command {
    let mut command = Command::new(program());
    command.args(split(arguments));
    for variable in [
        "CLICOLOR",
        "CLICOLOR_FORCE",
        "COLUMNS",
        "KANGREJOS_DATASET",
        "NO_COLOR",
        // Those that tell of a terminal that shows hyperlinks.
        "COLORTERM",
        "DOMTERM",
        "FORCE_HYPERLINK",
        "KONSOLE_VERSION",
        "TERM_PROGRAM",
        "VTE_VERSION",
        "WT_SESSION",
    ] {
        command.env_remove(variable);
    }
    command
}

/// Runs `command` with `input` on its standard input.
#[track_caller]
pub fn run(arguments: &str, command: &mut Command, input: &str) -> Run {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that does not read its input may be gone by now.
    let _ = child
        .stdin
        .take()
        .expect("piped")
        .write_all(input.as_bytes());
    let output = child.wait_with_output().expect("the program ends");
    Run {
        arguments: arguments.to_owned(),
        output,
    }
}

impl Run {
    /// Compares all there is with what is expected.
    #[track_caller]
    pub fn gives(self, status: i32, stdout: &str, stderr: &str) {
        let found = (self.output.status.code(), self.stdout(), self.stderr());
        assert_eq!(
            found,
            (Some(status), stdout.to_owned(), stderr.to_owned()),
            "{}",
            self.arguments
        );
    }

    /// Status 0, the lines of `stdout`, and nothing on stderr.
    #[track_caller]
    pub fn prints(self, stdout: &str) {
        self.gives(0, stdout, "");
    }

    /// Status 0, the bytes of the file `tests/expected/<name>`, and nothing on stderr. With
    /// `UPDATE_EXPECTED` in the environment the file is written instead.
    #[track_caller]
    pub fn prints_file(self, name: &str) {
        let path = expected(name);
        let found = (self.output.status.code(), self.stderr());
        assert_eq!(found, (Some(0), String::new()), "{}", self.arguments);
        if env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&path, &self.output.stdout).expect("the file can be written");
        }
        let bytes = fs::read(&path).unwrap_or_default();
        assert_eq!(
            self.stdout(),
            String::from_utf8_lossy(&bytes),
            "{}: {name}",
            self.arguments
        );
        assert!(
            self.output.stdout == bytes,
            "{}: bytes of {name}",
            self.arguments
        );
    }

    /// The status.
    pub fn status(&self) -> Option<i32> {
        self.output.status.code()
    }

    /// Standard output; it must be UTF-8.
    #[track_caller]
    pub fn stdout(&self) -> String {
        String::from_utf8(self.output.stdout.clone()).expect("UTF-8 on standard output")
    }

    /// Standard error; it must be UTF-8.
    #[track_caller]
    pub fn stderr(&self) -> String {
        String::from_utf8(self.output.stderr.clone()).expect("UTF-8 on standard error")
    }

    /// Standard output of a run with status 0 and nothing on stderr, as JSON.
    #[track_caller]
    pub fn json(self) -> serde_json::Value {
        assert_eq!(
            (self.status(), self.stderr()),
            (Some(0), String::new()),
            "{}",
            self.arguments
        );
        serde_json::from_str(&self.stdout()).expect("JSON")
    }
}

/// A file of `tests/expected`.
pub fn expected(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/expected")
        .join(name)
}

/// The words of a command line.
fn split(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for c in line.chars() {
        match quote {
            Some(q) if c == q => quote = None,
            None if c == '"' || c == '\'' => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            None if c == ' ' => words.extend(word.take()),
            _ => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}
