//! The files of `completions/` in the shells they are for, each on a terminal: what Tab makes of a line,
//! and what it lists.

#![cfg(target_os = "linux")]

mod common;

use std::fs::{self, File, Permissions};
use std::io::{Read, Write};
use std::num::NonZero;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};
use std::{env, thread};

use pretty_assertions::assert_eq;
use tempfile::TempDir;

use common::{is_installed, kangrejos};

/// High enough for a list of all talks.
const ROWS: NonZero<u16> = NonZero::new(70).expect("not 0");
const COLUMNS: NonZero<u16> = NonZero::new(100).expect("not 0");

/// How long a shell on a busy machine may take to answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// Lines that become the same in every shell: behind the program's name, Tab pressed at the end, and
/// the words the shell makes of them. There is a file `week.ics`, which no id or option begins like, and a
/// folder `year`.
const LINES: [(&str, &str); 34] = [
    ("sp", "[speakers]"),
    ("help sh", "[help][show]"),
    ("completions po", "[completions][powershell]"),
    ("--color al", "[--color][always]"),
    ("--dataset week.ics sho", "[--dataset][week.ics][show]"),
    (
        "--dataset week.ics show pin-i",
        "[--dataset][week.ics][show][pin-init]",
    ),
    ("show pin-i", "[show][pin-init]"),
    ("show rcu puz", "[show][rcu][puzzlefs]"),
    (
        "show --format json pin-i",
        "[show][--format][json][pin-init]",
    ),
    ("show -f m", "[show][-f][markdown]"),
    ("show \"pin-i", "[show][pin-init]"),
    ("show 'pin-i", "[show][pin-init]"),
    ("show -- pin-i", "[show][--][pin-init]"),
    ("show --j", "[show][--json]"),
    ("open pin-i", "[open][pin-init]"),
    ("open --pr", "[open][--print]"),
    ("export pin-i", "[export][pin-init]"),
    ("export rcu puz", "[export][rcu][puzzlefs]"),
    ("export -f b", "[export][-f][bib]"),
    ("export -o ../here/w", "[export][-o][../here/week.ics]"),
    ("export -o w", "[export][-o][week.ics]"),
    ("export --output w", "[export][--output][week.ics]"),
    ("list --dataset w", "[list][--dataset][week.ics]"),
    ("list -e al", "[list][-e][all]"),
    ("list --edition al", "[list][--edition][all]"),
    ("list -k tr", "[list][-k][training]"),
    ("list --has sl", "[list][--has][slides]"),
    ("list --format ta", "[list][--format][table]"),
    ("list --sort ti", "[list][--sort][title]"),
    // Files are offered where one is taken only.
    ("list w", "[list][w]"),
    ("show w", "[show][w]"),
    ("search w", "[search][w]"),
    ("search -n w", "[search][-n][w]"),
    ("export --plan w", "[export][--plan][w]"),
];

/// A shell on a terminal, in a folder of its own and with nobody's settings.
struct Session {
    name: &'static str,
    child: Child,
    keyboard: File,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser<Answers>,
    _home: TempDir,
}

/// What the terminal answers to a shell that asks what it is, as fish does from version 4 on.
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
    /// Starts the shell `name` with `arguments`, which reads `settings` from a file at `path` of its home;
    /// `HOME` and `SCRIPTS` stand for the home and `completions/`. Gives nothing where the shell is not installed.
    fn start(name: &'static str, arguments: &[&str], path: &str, settings: &str) -> Option<Self> {
        if !is_installed(name, &format!("completions in {name}")) {
            return None;
        }
        let search = env::var_os("PATH").unwrap_or_default();
        let folder = tempfile::tempdir().expect("a folder");
        let home = folder.path();
        let filled = |text: &str| {
            let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("completions");
            text.replace("HOME", &home.to_string_lossy())
                .replace("SCRIPTS", &scripts.to_string_lossy())
        };
        write(home.join(path), &filled(settings));
        // In the program's place, since no completion asks it: it shows the words it was given.
        let program = home.join("bin/kangrejos");
        write(
            program.clone(),
            "#!/bin/sh\nprintf '\\033[H\\033[2J'\nprintf '[%s]' \"$@\"\necho\n",
        );
        fs::set_permissions(program, Permissions::from_mode(0o755)).expect("it may run");
        write(home.join("here/week.ics"), "");
        fs::create_dir(home.join("here/year")).expect("a folder");

        let (keyboard, terminal) = common::terminal::open(ROWS.get(), COLUMNS.get());
        let twin = || terminal.try_clone().expect("the same terminal");
        let folders = [home.join("bin")].into_iter();
        let folders = folders.chain(env::split_paths(&search));
        // Shells want the terminal for their own.
        let child = Command::new("setsid")
            .args(["-c", name])
            .args(arguments.iter().map(|argument| filled(argument)))
            .current_dir(home.join("here"))
            .env_clear()
            .env("HOME", home)
            .env("LANG", "C.UTF-8")
            .env("PATH", env::join_paths(folders).expect("no colons"))
            .env("TERM", "xterm-256color")
            .env("XDG_RUNTIME_DIR", home)
            .env("ZDOTDIR", home)
            .stdin(twin())
            .stdout(twin())
            .stderr(twin())
            .spawn()
            .expect("setsid starts");
        let mut reader = keyboard.try_clone().expect("the same terminal");
        let (sender, output) = mpsc::channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            // The end of a terminal is an error: nobody has its other side open any more.
            while let Ok(length @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..length].to_vec()).is_err() {
                    break;
                }
            }
        });
        let mut session = Session {
            name,
            child,
            keyboard,
            output,
            screen: vt100::Parser::new_with_callbacks(ROWS, COLUMNS, 0, Answers::default()),
            _home: folder,
        };
        session.wait("the prompt", |rows| rows == ["$"]);
        Some(session)
    }

    /// Presses keys.
    fn press(&mut self, keys: &str) {
        self.keyboard
            .write_all(keys.as_bytes())
            .expect("the shell reads");
    }

    /// The rows of the screen, without the blank ones at its end.
    fn rows(&self) -> Vec<String> {
        let rows = self.screen.screen().rows(0, COLUMNS.get());
        let mut rows: Vec<_> = rows.map(|row| row.trim_end().to_owned()).collect();
        while rows.pop_if(|row| row.is_empty()).is_some() {}
        rows
    }

    /// Waits until the screen is as wanted. Without patience left, gives it as it is.
    fn try_wait(&mut self, wanted: impl Fn(&[String]) -> bool) -> Result<Vec<String>, Vec<String>> {
        let end = Instant::now() + PATIENCE;
        loop {
            let rows = self.rows();
            if wanted(&rows) {
                return Ok(rows);
            }
            let left = end.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.output.recv_timeout(left) else {
                return Err(rows);
            };
            self.screen.process(&bytes);
            let answers = std::mem::take(&mut self.screen.callbacks_mut().0);
            let _ = self.keyboard.write_all(&answers);
        }
    }

    /// Waits until the screen is as wanted, and gives it.
    #[track_caller]
    fn wait(&mut self, what: &str, wanted: impl Fn(&[String]) -> bool) -> Vec<String> {
        match self.try_wait(wanted) {
            Ok(rows) => rows,
            Err(rows) => panic!(
                "{}: waited for {what}, saw:\n{}",
                self.name,
                rows.join("\n")
            ),
        }
    }

    /// Types a line and waits until it stands there, alone on the screen.
    #[track_caller]
    fn type_line(&mut self, line: &str) {
        if self.rows() != ["$"] {
            self.run();
        }
        let line = format!("kangrejos {line}");
        self.press(&line);
        let row = format!("$ {}", line.trim_end());
        self.wait(&row, |rows| rows == [row.as_str()]);
    }

    /// Runs what stands on the line and gives the words of it.
    #[track_caller]
    fn run(&mut self) -> String {
        self.press("\r");
        let ran = |rows: &[String]| rows.len() == 2 && rows[0].starts_with('[') && rows[1] == "$";
        let words = self.wait("the words of the line", ran).swap_remove(0);
        // An empty screen for the next line.
        self.press("clear\r");
        self.wait("the prompt", |rows| rows == ["$"]);
        words
    }

    /// Compares what Tab makes of lines.
    #[track_caller]
    fn completes(&mut self, lines: &[(&str, &str)]) {
        for (line, words) in lines {
            self.type_line(line);
            self.press("\t");
            assert_eq!(self.run(), *words, "{}: {line}", self.name);
        }
    }

    /// Compares the screen after `keys` are pressed at the end of `line`.
    #[track_caller]
    fn shows(&mut self, line: &str, keys: &str, rows: &[&str]) {
        self.type_line(line);
        self.press(keys);
        let seen = self.try_wait(|seen| seen == rows);
        let seen = seen.unwrap_or_else(|seen| seen);
        assert_eq!(seen.join("\n"), rows.join("\n"), "{}: {line}", self.name);
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Writes a file, and makes the folders it is in.
fn write(path: PathBuf, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("folders can be made");
    fs::write(path, text).expect("the file can be written");
}

/// The years of all editions, as a shell lists them.
fn years() -> String {
    let years = kangrejos("editions -f ids").stdout;
    years.lines().collect::<Vec<_>>().join("  ")
}

#[test]
fn bash() {
    let settings = "PS1='$ '\nfolder=../here\n. 'SCRIPTS/kangrejos.bash'\n";
    let arguments = ["--noprofile", "--rcfile", "HOME/.bashrc"];
    let Some(mut bash) = Session::start("bash", &arguments, ".bashrc", settings) else {
        return;
    };
    bash.completes(&LINES);
    bash.completes(&[
        ("list --speaker Gu", "[list][--speaker][Guo]"),
        ("list --edition=al", "[list][--edition=all]"),
        ("export --output=w", "[export][--output=week.ics]"),
        ("export --split y", "[export][--split][year/]"),
        ("export -o $folder/w", "[export][-o][../here/week.ics]"),
        ("search ", "[search]"),
        ("editions ", "[editions]"),
    ]);
    let line = "$ kangrejos list --edition 202";
    bash.shows("list --edition 202", "\t\t", &[line, &years(), line]);
    let line = "$ kangrejos show rcu klint";
    bash.shows(
        "show rcu kli",
        "\t\t\t",
        &[line, "klint       klint-2025", line],
    );
    let line = "$ kangrejos show -";
    let options = "-f         -h         --color    --format   --json     --dataset  --help";
    bash.shows("show -", "\t\t", &[line, options, line]);

    // Ids, all of them and nothing else.
    bash.type_line("show ");
    bash.press("\t\t");
    let rows = bash.wait("a list", |rows| {
        rows.len() > 1 && rows.first() == rows.last()
    });
    let mut words: Vec<&str> = rows[1..rows.len() - 1]
        .iter()
        .flat_map(|row| row.split_whitespace())
        .collect();
    words.sort_unstable();
    let ids = kangrejos("list -e all -f ids").stdout;
    let mut ids: Vec<&str> = ids.lines().collect();
    ids.sort_unstable();
    assert_eq!(words, ids);
}

#[test]
fn elvish() {
    let settings = "set edit:prompt = { print '$ ' }\nset edit:rprompt = { }\n\
                    eval (slurp < 'SCRIPTS/kangrejos.elv')\n";
    let path = ".config/elvish/rc.elv";
    let Some(mut elvish) = Session::start("elvish", &[], path, settings) else {
        return;
    };
    elvish.completes(&LINES);
    // A list, if of one, since a quote must go before what was typed.
    elvish.shows(
        "list --speaker Ga",
        "\t\r",
        &["$ kangrejos list --speaker 'Gary Guo'"],
    );
    assert_eq!(elvish.run(), "[list][--speaker][Gary Guo]");
    elvish.shows(
        "show rcu kli",
        "\t\t",
        &[
            "$ kangrejos show rcu klint",
            " COMPLETING argument",
            "klint          Klint: Compile-time Detection of Atomic Context Violations for Kernel Rust Code",
            "klint-2025     [Klint, a sequel to the talk of 2023]",
        ],
    );
}

#[test]
fn fish() {
    let settings = "function fish_prompt\necho '$ '\nend\nset fish_greeting\n\
                    set fish_autosuggestion_enabled 0\n\
                    mkdir HOME/.config/fish/completions\n\
                    ln -s 'SCRIPTS/kangrejos.fish' HOME/.config/fish/completions\n";
    let path = ".config/fish/config.fish";
    let Some(mut fish) = Session::start("fish", &[], path, settings) else {
        return;
    };
    fish.completes(&LINES);
    fish.completes(&[
        ("list --speaker Ga", "[list][--speaker][Gary Guo]"),
        ("list --edition=al", "[list][--edition=all]"),
        ("export --output=w", "[export][--output=week.ics]"),
        ("export --split y", "[export][--split][year/]"),
        ("search ", "[search]"),
        ("editions ", "[editions]"),
    ]);
    fish.shows(
        "list --edition 202",
        "\t",
        &["$ kangrejos list --edition 202", &years()],
    );
    fish.shows(
        "show rcu kli",
        "\t",
        &[
            "$ kangrejos show rcu klint",
            "klint  (Klint: Compile-time Detection of Atomic Context Violations for Kernel Rust Code)",
            "klint-2025                                       ([Klint, a sequel to the talk of 2023])",
        ],
    );
}

#[test]
fn zsh() {
    let settings = "PS1='$ '\nfpath=('SCRIPTS' $fpath)\nautoload -U compinit\ncompinit -D -u\n";
    let Some(mut zsh) = Session::start("zsh", &["-d"], ".zshrc", settings) else {
        return;
    };
    zsh.completes(&LINES);
    zsh.completes(&[
        ("list --speaker Ga", "[list][--speaker][Gary Guo]"),
        ("list --edition=al", "[list][--edition=all]"),
        ("export --output=w", "[export][--output=week.ics]"),
        ("export --split y", "[export][--split][year]"),
        ("search ", "[search]"),
    ]);
    zsh.shows(
        "list --edition 202",
        "\t",
        &["$ kangrejos list --edition 202", &years()],
    );
    zsh.shows(
        "show rcu kli",
        "\t\t",
        &[
            "$ kangrejos show rcu klint",
            "klint       -- Klint: Compile-time Detection of Atomic Context Violations for Kernel Rust Code",
            "klint-2025  -- [Klint, a sequel to the talk of 2023]",
        ],
    );
    zsh.shows(
        "show -",
        "\t",
        &[
            "$ kangrejos show -",
            "--color        -- When to use colour: auto, always or never",
            "--dataset      -- Read editions from FILE instead of the built-in data (may be repeated)",
            "--format   -f  -- Output format",
            "--help     -h  -- Print help (see more with '--help')",
            "--json         -- Shorthand for --format json",
        ],
    );
}
