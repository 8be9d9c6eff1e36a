//! The files in `completions/`, tested in their shells on a terminal: how Tab completes a line, and
//! what it lists.

use std::collections::BTreeSet;
use std::fs::{self, File, Permissions};
use std::io::{Read, Write};
use std::num::NonZero;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Child, Command};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};
use std::{env, thread};

use pretty_assertions::assert_eq;
use tempfile::TempDir;

use crate::common::{in_repository, is_installed, kangrejos};

/// Enough for a list of all talks.
const ROWS: NonZero<u16> = NonZero::new(70).expect("not 0");
const COLUMNS: NonZero<u16> = NonZero::new(100).expect("not 0");

/// How long a shell on a busy machine may take to answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// Lines that every shell completes in the same way: the text after the program's name, at the end
/// of which Tab is pressed, and the arguments that the program then gets. There is a file
/// `week.ics` and a directory `year`.
const LINES: &[(&str, &str)] = &[
    ("sp", "[speakers]"),
    ("completions po", "[completions][powershell]"),
    ("show pin-i", "[show][pin-init]"),
    ("show rcu puz", "[show][rcu][puzzlefs]"),
    ("show --format json pin-i", "[show][--format][json][pin-init]"),
    ("show \"pin-i", "[show][pin-init]"),
    ("show 'pin-i", "[show][pin-init]"),
    ("show -- pin-i", "[show][--][pin-init]"),
    ("show --j", "[show][--json]"),
    ("open pin-i", "[open][pin-init]"),
    ("open --pr", "[open][--print]"),
    ("export pin-i", "[export][pin-init]"),
    ("export rcu puz", "[export][rcu][puzzlefs]"),
    ("search has:sl", "[search][has:slides]"),
    ("search rcu kind:tr", "[search][rcu][kind:training]"),
    // Files are completed only where one is expected.
    ("list w", "[list][w]"),
    ("show w", "[show][w]"),
    ("search w", "[search][w]"),
    ("search -n w", "[search][-n][w]"),
    ("export --plan w", "[export][--plan][w]"),
];

/// Lines that shells complete in the same way if they complete the values of options.
const OPTIONS: &[(&str, &str)] = &[
    ("show -f m", "[show][-f][markdown]"),
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
    ("list --speaker Gary", "[list][--speaker][Gary Guo]"),
    ("--dataset week.ics sho", "[--dataset][week.ics][show]"),
    ("--dataset week.ics show pin-i", "[--dataset][week.ics][show][pin-init]"),
];

/// The beginnings of titles that are shown beside `klint` and `klint-2025`.
const TITLES: &[&str] = &["Klint: Compile-time Detection of Atomic", "[Klint"];

/// A shell on a terminal, in its own directory and without user settings.
struct Session {
    name: &'static str,
    child: Child,
    keyboard: File,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser<Answers>,
    _home: TempDir,
}

/// The terminal's answers to a shell that asks for its type, as fish 4 does.
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
    /// Starts the shell `name` with `arguments`, which reads `settings` from a file at `path` of its
    /// home; `HOME` and `SCRIPTS` are replaced by the home directory and `completions/`. Returns `None`
    /// if the shell is not installed.
    fn start(name: &'static str, arguments: &[&str], path: &str, settings: &str) -> Option<Self> {
        if !is_installed(name, &format!("completions in {name}")) {
            return None;
        }
        let search = env::var_os("PATH").unwrap_or_default();
        let directory = tempfile::tempdir().expect("a directory");
        let home = directory.path();
        let scripts = in_repository("completions");
        let filled = |text: &str| {
            text.replace("HOME", &home.to_string_lossy())
                .replace("SCRIPTS", &scripts.to_string_lossy())
        };
        write(home.join(path), &filled(settings));
        // Replaces the program, which no completion runs, with one that prints its arguments.
        let program = home.join("bin/kangrejos");
        write(program.clone(), "#!/bin/sh\nprintf '\\033[H\\033[2J'\nprintf '[%s]' \"$@\"\necho\n");
        fs::set_permissions(program, Permissions::from_mode(0o755)).expect("it may run");
        write(home.join("here/week.ics"), "");
        fs::create_dir(home.join("here/year")).expect("a directory");

        let (keyboard, terminal) = crate::common::terminal::open(ROWS.get(), COLUMNS.get());
        let twin = || terminal.try_clone().expect("the same terminal");
        let path = [home.join("bin")].into_iter();
        let path = path.chain(env::split_paths(&search));
        // Shells need a controlling terminal.
        let child = Command::new("setsid")
            .args(["-c", name])
            .args(arguments.iter().map(|argument| filled(argument)))
            .current_dir(home.join("here"))
            .env_clear()
            .env("HOME", home)
            .env("LANG", "C.UTF-8")
            .env("PATH", env::join_paths(path).expect("no colons"))
            .env("TERM", "xterm-256color")
            .env("XDG_RUNTIME_DIR", home)
            .env("ZDOTDIR", home)
            .stdin(twin())
            .stdout(twin())
            .stderr(twin())
            .spawn()
            .expect("setsid starts");
        let output = output_of(keyboard.try_clone().expect("the same terminal"));
        let mut session = Session {
            name,
            child,
            keyboard,
            output,
            screen: vt100::Parser::new_with_callbacks(ROWS, COLUMNS, 0, Answers::default()),
            _home: directory,
        };
        session.wait("the prompt", |rows| rows == ["$"]);
        Some(session)
    }

    fn press(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).expect("the shell reads");
    }

    /// Returns the rows of the screen, without the empty ones at the end.
    fn rows(&self) -> Vec<String> {
        let rows = self.screen.screen().rows(0, COLUMNS.get());
        let mut rows: Vec<_> = rows.map(|row| row.trim_end().to_owned()).collect();
        while rows.pop_if(|row| row.is_empty()).is_some() {}
        rows
    }

    /// Waits until the screen is as wanted. After [`PATIENCE`], returns it as an error.
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

    /// Waits until the screen is as wanted, and returns it.
    #[track_caller]
    fn wait(&mut self, what: &str, wanted: impl Fn(&[String]) -> bool) -> Vec<String> {
        match self.try_wait(wanted) {
            Ok(rows) => rows,
            Err(rows) => panic!("{}: waited for {what}, saw:\n{}", self.name, rows.join("\n")),
        }
    }

    /// Types a line and waits until it is the only one on the screen.
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

    /// Runs the line and returns its words.
    #[track_caller]
    fn run(&mut self) -> String {
        self.press("\r");
        let ran = |rows: &[String]| rows.len() == 2 && rows[0].starts_with('[') && rows[1] == "$";
        let words = self.wait("the words of the line", ran).swap_remove(0);
        // Clears the screen for the next line.
        self.press("clear\r");
        self.wait("the prompt", |rows| rows == ["$"]);
        words
    }

    /// Compares lines after Tab was pressed.
    #[track_caller]
    fn completes(&mut self, lines: &[(&str, &str)]) {
        for (line, words) in lines {
            self.type_line(line);
            self.press("\t");
            assert_eq!(self.run(), *words, "{}: {line}", self.name);
        }
    }

    /// Presses `keys` at the end of `line` and waits until every one of `words` is on the screen.
    #[track_caller]
    fn lists(&mut self, line: &str, keys: &str, words: &[&str]) {
        self.type_line(line);
        self.press(keys);
        let is_listed =
            |word: &&str, rows: &[String]| rows[1..].iter().any(|row| row.contains(*word));
        self.wait(&words.join("; "), |rows| {
            rows.len() > 1 && words.iter().all(|word| is_listed(word, rows))
        });
    }

    /// Compares the words on the screen after `keys` are pressed at the end of `line`. The number
    /// of columns may vary, so rows are not compared.
    #[track_caller]
    fn shows(&mut self, line: &str, keys: &str, rows: &[&str]) {
        self.type_line(line);
        self.press(keys);
        let expected = words(rows);
        let seen = self.try_wait(|seen| words(seen) == expected).unwrap_or_else(|seen| seen);
        assert_eq!(words(&seen), expected, "{}: {line}", self.name);
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
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

/// Writes a file, creating its directory if needed.
fn write(path: PathBuf, text: &str) {
    fs::create_dir_all(path.parent().expect("a directory")).expect("directories can be created");
    fs::write(path, text).expect("the file can be written");
}

/// Returns the words of `rows`.
fn words(rows: &[impl AsRef<str>]) -> BTreeSet<String> {
    rows.iter().flat_map(|row| row.as_ref().split_whitespace()).map(str::to_owned).collect()
}

/// Returns the years of all editions, one per line.
fn years() -> String {
    kangrejos("editions -f ids").stdout
}

#[test]
fn bash() {
    let settings = "PS1='$ '\ndirectory=../here\n. 'SCRIPTS/kangrejos.bash'\n";
    let arguments = ["--noprofile", "--rcfile", "HOME/.bashrc"];
    let Some(mut bash) = Session::start("bash", &arguments, ".bashrc", settings) else {
        return;
    };
    bash.completes(LINES);
    bash.completes(OPTIONS);
    bash.completes(&[
        ("--color al", "[--color][always]"),
        ("help sh", "[help][show]"),
        ("list -s GARY", "[list][-s][Gary Guo]"),
        ("list -s gary\\ g", "[list][-s][Gary Guo]"),
        ("list -s \"gary g", "[list][-s][Gary Guo]"),
        ("list -s 'gary ", "[list][-s][Gary Guo]"),
        ("search tit", "[search][title:]"),
        ("search HAS:SL", "[search][HAS:slides]"),
        ("export --split y", "[export][--split][year/]"),
        ("export -o $directory/w", "[export][-o][../here/week.ics]"),
    ]);
    bash.lists("list -s al", "\t\t\t", &["Alejandra González", "Alice Ryhl"]);
    let line = "$ kangrejos search has:";
    bash.shows("search has:", "\t\t", &[line, "abstract  coverage  slides    summary", line]);
    let line = "$ kangrejos list --edition 202";
    bash.shows("list --edition 202", "\t\t", &[line, &years(), line]);
    bash.lists("show rcu kli", "\t\t\t", &["klint ", "klint-2025"]);
    bash.lists("show -", "\t\t", &["--format", "-f"]);

    // The options are listed before the IDs.
    bash.type_line("show ");
    bash.press("\t\t");
    let rows = bash.wait("a list", |rows| rows.len() > 1 && rows.first() == rows.last());
    let mut words: Vec<&str> = rows[1..rows.len() - 1]
        .iter()
        .flat_map(|row| row.split_whitespace())
        .filter(|word| !word.starts_with('-'))
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
    elvish.completes(LINES);
    elvish.completes(&[("help sh", "[help][show]")]);
    elvish.lists("show rcu kli", "\t\t", TITLES);
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
    fish.completes(LINES);
    fish.completes(OPTIONS);
    fish.completes(&[
        ("list --edition=al", "[list][--edition=all]"),
        ("export --output=w", "[export][--output=week.ics]"),
        ("export --split y", "[export][--split][year/]"),
        ("editions ", "[editions]"),
    ]);
    fish.shows("list --edition 202", "\t", &["$ kangrejos list --edition 202", &years()]);
    fish.lists("show rcu kli", "\t", TITLES);
}

#[test]
fn zsh() {
    let settings = "PS1='$ '\nfpath=('SCRIPTS' $fpath)\nautoload -U compinit\ncompinit -D -u\n";
    let Some(mut zsh) = Session::start("zsh", &["-d"], ".zshrc", settings) else {
        return;
    };
    zsh.completes(LINES);
    zsh.completes(OPTIONS);
    zsh.completes(&[
        ("--color al", "[--color][always]"),
        ("help sh", "[help][show]"),
        ("list --edition=al", "[list][--edition=all]"),
        ("export --output=w", "[export][--output=week.ics]"),
        ("export --split y", "[export][--split][year]"),
    ]);
    zsh.shows("list --edition 202", "\t", &["$ kangrejos list --edition 202", &years()]);
    zsh.lists("show rcu kli", "\t\t", TITLES);
    zsh.lists("editions -", "\t", &["--format   -f  -- ", "--json "]);
}
