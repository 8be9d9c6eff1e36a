//! Runs the program as a process, within the test process or on a terminal, and compares everything
//! it does: status, standard output and standard error.
//!
//! Unless a test asks for the built-in data, the program runs on `tests/fixture.json`, which does not
//! change when the data is corrected. It has every case of a session:
//!
//! - 2023, a shortened copy of the complete schedule: `pin-init` (training, merged, abstract, slides
//!   without URL), `rcu` (two speakers, two paragraphs, slides with URL, notes of several people), `klint`
//!   (a name with another spelling, a summary of two paragraphs, an outcome that `layout-of-data` has too),
//!   `puzzlefs` (out of tree, an article with date), `kent-overstreet` (neither title nor working title, no
//!   slides, nothing to read) and `filesystems` (discussion, et al., a family name of two words).
//! - 2024, a shortened copy, incomplete and without dates: `safety-standard` and `nova` (only a working
//!   title, an article without date).
//! - 2026, invented, incomplete and with dates: `opening` (no speakers, wide characters, own time, location
//!   and URL, no gist), `layout-of-data` (follows talks of both other editions; notes of everybody, nobody
//!   and from elsewhere; outcomes with a year, a month, a day and no date) and `hall` (special characters,
//!   released, no time of its own, no slides or article but a link).
//!
//! People are those of the built-in data too, with their nicknames.

pub mod data;
pub mod directory;
mod expect;
pub mod generate;
pub mod inside;
#[cfg(target_os = "linux")]
pub mod terminal;

use std::env;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub use expect::{expect_file, in_repository, same_text};

/// The subcommands, in the order of the help.
pub const COMMANDS: [&str; 11] = [
    "list",
    "show",
    "search",
    "timeline",
    "topics",
    "people",
    "export",
    "editions",
    "open",
    "completions",
    "man",
];

/// What a run printed and how it ended.
#[derive(Debug)]
pub struct Run {
    /// The arguments, shown by failed comparisons.
    pub arguments: String,
    /// `None` if a signal ended the program.
    pub status: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    fn new(command: &Command, output: Output) -> Self {
        let arguments: Vec<String> =
            command.get_args().map(|argument| quote(&argument.to_string_lossy())).collect();
        Self {
            arguments: arguments.join(" "),
            status: output.status.code(),
            stdout: String::from_utf8(output.stdout).expect("UTF-8 on standard output"),
            stderr: String::from_utf8(output.stderr).expect("UTF-8 on standard error"),
        }
    }

    /// Compares the complete run with what is expected.
    #[track_caller]
    pub fn gives(&self, status: i32, stdout: &str, stderr: &str) {
        let expected = transcript(Some(status), stdout, stderr);
        same_text(&self.transcript(), &expected, &self.arguments);
    }

    /// Expects status 0, `stdout`, and nothing on stderr.
    #[track_caller]
    pub fn prints(&self, stdout: &str) {
        self.gives(0, stdout, "");
    }

    /// Expects status 0, the bytes of the file `tests/expected/<name>`, and nothing on stderr.
    #[track_caller]
    pub fn prints_file(&self, name: &str) {
        self.succeeds();
        expect_file(&format!("tests/expected/{name}"), &self.stdout);
    }

    /// Expects the same result as that of another run.
    #[track_caller]
    pub fn is_like(&self, other: &Self) {
        let what = format!("{} / {}", self.arguments, other.arguments);
        same_text(&self.transcript(), &other.transcript(), &what);
    }

    /// Returns all that the program did as a text.
    fn transcript(&self) -> String {
        transcript(self.status, &self.stdout, &self.stderr)
    }

    /// Returns the standard output of a run with status 0 and nothing on stderr.
    #[track_caller]
    pub fn succeeds(&self) -> &str {
        self.gives(0, &self.stdout, "");
        &self.stdout
    }

    /// Returns the output of a run with status 0 and nothing on stderr, parsed as JSON.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(self.succeeds()).expect("JSON")
    }

    /// Checks what must be true for any input: a documented status, no terminal control characters
    /// on either stream, and with status 2 a message and no output.
    #[track_caller]
    pub fn is_sound(&self) {
        assert!(matches!(self.status, Some(0..=2)), "{self:?}");
        assert!(!self.stdout.contains(is_hostile), "{self:?}");
        assert!(!self.stderr.contains(is_hostile), "{self:?}");
        if self.status == Some(2) {
            assert_eq!(self.stdout, "", "{self:?}");
            assert_ne!(self.stderr, "", "{self:?}");
        }
    }
}

fn transcript(status: Option<i32>, stdout: &str, stderr: &str) -> String {
    format!("{stdout}--- standard error:\n{stderr}--- status: {status:?}\n")
}

/// Quotes an argument if it is empty or contains spaces or double quotes.
fn quote(argument: &str) -> String {
    if argument.is_empty() || argument.contains([' ', '"']) {
        format!("'{argument}'")
    } else {
        argument.to_owned()
    }
}

/// Whether `c` could control a terminal: control characters except those that end or fill lines,
/// line separators, and characters that change the text direction. Written independently of the
/// program.
fn is_hostile(c: char) -> bool {
    match u32::from(c) {
        0x09 | 0x0a | 0x0d => false,
        c => {
            matches!(c, 0..=0x1f | 0x7f..=0x9f | 0x61c | 0x200e..=0x200f | 0x2028..=0x202e | 0x2066..=0x206f | 0xfff9..=0xfffb | 0xe0000..=0xe007f)
        }
    }
}

/// Returns the path of the program under test.
pub fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_kangrejos"))
}

/// Whether a program that a test needs is installed. If not, reports that `what` is skipped; in CI
/// on Linux, that is an error.
#[track_caller]
pub fn is_installed(program: &str, what: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    if env::split_paths(&path).any(|directory| directory.join(program).is_file()) {
        return true;
    }
    let in_ci = env::var_os("CI").is_some_and(|value| value == "true");
    assert!(
        !(in_ci && cfg!(target_os = "linux")),
        "{program} is not installed, and the CI must run {what}"
    );
    skip(&format!("{what}: {program} is not installed"));
    false
}

/// Reports what is skipped. The test harness would capture `eprintln!`.
pub fn skip(what: &str) {
    let _ = writeln!(io::stderr(), "skipped: {what}");
}

/// Returns the path of the dataset that most tests use.
pub fn fixture() -> PathBuf {
    in_repository("tests/fixture.json")
}

/// Runs the program with `arguments`, separated by spaces, on the fixture; quotes keep spaces, as in a
/// shell.
#[track_caller]
pub fn kangrejos(arguments: &str) -> Run {
    run(&mut command(arguments), "")
}

/// Runs the program with `arguments` on the built-in data.
#[track_caller]
pub fn built_in(arguments: &str) -> Run {
    run(command(arguments).env_remove("KANGREJOS_DATASET"), "")
}

/// Returns the program with `arguments`, in an environment without user settings, on the fixture.
pub fn command(arguments: &str) -> Command {
    let mut command = Command::new(program());
    command.args(split(arguments));
    remove_settings(&mut command);
    command.env("KANGREJOS_DATASET", fixture());
    command
}

/// Returns a shell that runs `line`, in which `kangrejos` is the program, on the built-in data. Both
/// streams are combined, as on a terminal.
#[cfg(unix)]
pub fn shell(line: &str) -> Command {
    let search = env::var_os("PATH").unwrap_or_default();
    let programs = program().parent().expect("a directory").to_owned();
    let directories = [programs].into_iter().chain(env::split_paths(&search));
    let mut command = Command::new("sh");
    command
        .args(["-c", &format!("exec 2>&1; {line}")])
        .env("PATH", env::join_paths(directories).expect("no colons"))
        .stdin(Stdio::null());
    remove_settings(&mut command);
    command
}

fn remove_settings(command: &mut Command) {
    for variable in [
        "BROWSER",
        "CLICOLOR",
        "CLICOLOR_FORCE",
        "COLUMNS",
        "KANGREJOS_DATASET",
        "KANGREJOS_PAGER",
        "LESS",
        "NO_COLOR",
        "PAGER",
        // Set by terminals that support hyperlinks.
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
}

/// Runs `command` with `input` on its standard input.
#[track_caller]
pub fn run(command: &mut Command, input: impl AsRef<[u8]>) -> Run {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that does not read its input may already have ended.
    let _ = child.stdin.take().expect("piped").write_all(input.as_ref());
    Run::new(command, child.wait_with_output().expect("it ends"))
}

/// Runs `command` with the streams configured for it; by default, standard input is empty and the
/// output is captured.
#[track_caller]
pub fn output_of(command: &mut Command) -> Run {
    let output = command.output().expect("the program starts");
    Run::new(command, output)
}

/// Returns `text` without color sequences.
pub fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, sequence)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        rest = sequence.split_once('m').expect("only color").1;
    }
    plain + rest
}

/// Splits a command line into words.
pub fn split(line: &str) -> Vec<String> {
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
