//! The files in `completions/`, tested in their shells on a terminal: how Tab completes a line, and
//! what it lists.

use std::collections::BTreeSet;
use std::env;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use tempfile::TempDir;

use crate::common::terminal::{Session, controlling};
use crate::common::{fixture, in_repository, is_installed};

/// Enough for all lists.
const ROWS: u16 = 50;
const COLUMNS: u16 = 120;

/// What the scripts ask the program, as patterns of the shell.
const ASKED: &str = "'list -f ids'|'list -f tsv'|'people -f ids'|'topics -f ids'|'editions -f ids'";

/// The dataset that the shells see besides the fixture.
const HOSTILE: &str = r#"{
    "year": 2025, "name": "B", "url": "https://b.example", "revised": "2026-11-22", "sources": ["https://b.example"],
    "talks": [
        {"id": "hostile", "title": "Klint: \"q\" 'a' $(touch x) `touch x` \\ \\n [z]", "kind": "talk",
         "speakers": ["$(touch x) `id` a:b 'c", "B\\C d", "Alejandra González", "Alice Ryhl"],
         "sources": ["https://b.example"]},
        {"id": "hostile-2", "title": "[Klint", "kind": "talk", "sources": ["https://b.example"]}
    ]
}"#;

/// The titles that are shown beside `hostile` and `hostile-2`.
const TITLES: &[&str] = &[r#"Klint: "q" 'a' $(touch x) `touch x` \ \n [z]"#, "[Klint"];

/// Lines that every shell completes in the same way: the text after the program's name, with a tab
/// where Tab is pressed if that is not the end, and the arguments that the program then gets. There
/// are a directory `year` and files `week.ics` and `yes.ics`.
const LINES: &[(&str, &str)] = &[
    ("peo", "[people]"),
    ("tim", "[timeline]"),
    ("help sh", "[help][show]"),
    ("--col", "[--color]"),
    ("--no", "[--no-pager]"),
    ("show --j", "[show][--json]"),
    ("show list --note", "[show][list][--notes]"),
    ("ls -e 2023 --so", "[ls][-e][2023][--sort]"),
    ("open --pr", "[open][--print]"),
    ("open --re", "[open][--re]"),
    // Files are completed only where one is expected.
    ("list w", "[list][w]"),
    ("show y", "[show][y]"),
    ("search -n w", "[search][-n][w]"),
    ("list --width w", "[list][--width][w]"),
    ("export --plan w", "[export][--plan][w]"),
];

/// Lines that shells complete in the same way if they complete values.
const VALUES: &[(&str, &str)] = &[
    ("completions po", "[completions][powershell]"),
    ("show pin-i", "[show][pin-init]"),
    ("show --notes pin-i", "[show][--notes][pin-init]"),
    ("show --format json pin-i", "[show][--format][json][pin-init]"),
    ("show 'pin-i", "[show][pin-init]"),
    ("show -- pin-i", "[show][--][pin-init]"),
    ("timeline klint pin-i", "[timeline][klint][pin-init]"),
    ("export klint pin-i", "[export][klint][pin-init]"),
    // Years have a common beginning, after which the next digit is typed.
    ("list 20\t4", "[list][2024]"),
    ("list 2023 2024", "[list][2023][2024]"),
    ("ls la", "[ls][latest]"),
    ("list -eal", "[list][-eall]"),
    ("list --edition=al", "[list][--edition=all]"),
    ("list -t gp", "[list][-t][gpu]"),
    ("timeline --topic=gp", "[timeline][--topic=gpu]"),
    ("list --state out", "[list][--state][out-of-tree]"),
    ("list --sort sp", "[list][--sort][speaker]"),
    ("ls --has sl", "[ls][--has][slides]"),
    ("search rcu kind:tr", "[search][rcu][kind:training]"),
    ("search state:drop", "[search][state:dropped]"),
    ("search tit\tx", "[search][title:x]"),
    ("search by\tx", "[search][by:x]"),
    ("find \"year:2025", "[find][year:2025]"),
    ("show -f m", "[show][-f][markdown]"),
    ("people -f ma", "[people][-f][markdown]"),
    ("export -f b", "[export][-f][bib]"),
    ("export --format=b", "[export][--format=bib]"),
    ("export -o ../here/w", "[export][-o][../here/week.ics]"),
    ("export --output=w", "[export][--output=week.ics]"),
    ("--color al", "[--color][always]"),
    ("--dataset w", "[--dataset][week.ics]"),
    ("--dataset list sho", "[--dataset][list][show]"),
    ("--dataset=a:b show pin-i", "[--dataset=a:b][show][pin-init]"),
    ("--no-pager --width 80 show pin-i", "[--no-pager][--width][80][show][pin-init]"),
    ("people GARY", "[people][Gary Guo]"),
    ("list -s GARY", "[list][-s][Gary Guo]"),
    ("list -s gary\\ g", "[list][-s][Gary Guo]"),
    ("list -s \"gary g", "[list][-s][Gary Guo]"),
    ("list --speaker=Gary", "[list][--speaker=Gary Guo]"),
    // Nothing in a name is evaluated, before or after the line is complete.
    ("people '$(", "[people][$(touch x) `id` a:b 'c]"),
    ("people \\$", "[people][$(touch x) `id` a:b 'c]"),
    ("list -s '$(", "[list][-s][$(touch x) `id` a:b 'c]"),
    ("list -s \"\\$", "[list][-s][$(touch x) `id` a:b 'c]"),
    ("list -s \\$", "[list][-s][$(touch x) `id` a:b 'c]"),
    ("list --speaker=\\$", "[list][--speaker=$(touch x) `id` a:b 'c]"),
];

/// A shell on a terminal, in its own directory and without user settings.
struct Shell {
    name: &'static str,
    terminal: Session,
    home: TempDir,
}

impl Shell {
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
        // Runs the program for completions; prints its arguments for the lines of the tests.
        let program = home.join("bin/kangrejos");
        let real = crate::common::program().display();
        let text = format!(
            "#!/bin/sh\ncase \"$*\" in {ASKED}) exec '{real}' \"$@\";; esac\n\
             printf '\\033[H\\033[2J'\nprintf '[%s]' \"$@\"\necho\n"
        );
        write(program.clone(), &text);
        fs::set_permissions(program, Permissions::from_mode(0o755)).expect("it may run");
        write(home.join("hostile.json"), HOSTILE);
        write(home.join("here/week.ics"), "");
        write(home.join("here/yes.ics"), "");
        fs::create_dir(home.join("here/year")).expect("a directory");

        let path = [home.join("bin")].into_iter();
        let path = path.chain(env::split_paths(&search));
        let datasets = env::join_paths([fixture(), home.join("hostile.json")]);
        let mut command = controlling();
        command
            .arg(name)
            .args(arguments.iter().map(|argument| filled(argument)))
            .current_dir(home.join("here"))
            .env_clear()
            .env("HOME", home)
            .env("KANGREJOS_DATASET", datasets.expect("no colons"))
            .env("LANG", "C.UTF-8")
            .env("PATH", env::join_paths(path).expect("no colons"))
            .env("TERM", "xterm-256color")
            .env("XDG_RUNTIME_DIR", home)
            .env("ZDOTDIR", home);
        let mut terminal = Session::start(command, ROWS, COLUMNS);
        terminal.wait(&format!("the prompt of {name}"), |rows| rows == ["$"]);
        Some(Self { name, terminal, home: directory })
    }

    /// Waits until the screen is as wanted, and returns it.
    #[track_caller]
    fn wait(&mut self, what: &str, wanted: impl Fn(&[String]) -> bool) -> Vec<String> {
        self.terminal.wait(&format!("{what} in {}", self.name), wanted)
    }

    /// Types a line and waits until it is the only one on the screen.
    #[track_caller]
    fn type_line(&mut self, line: &str) {
        if self.terminal.rows() != ["$"] {
            self.run();
        }
        let line = format!("kangrejos {line}");
        self.terminal.press(&line);
        let row = format!("$ {}", line.trim_end());
        self.wait(&row, |rows| rows == [row.as_str()]);
    }

    /// Runs the line and returns its words.
    #[track_caller]
    fn run(&mut self) -> String {
        self.terminal.press("\r");
        let ran = |rows: &[String]| rows.len() == 2 && rows[0].starts_with('[') && rows[1] == "$";
        let words = self.wait("the words of the line", ran).swap_remove(0);
        // Clears the screen for the next line.
        self.terminal.press("clear\r");
        self.wait("the prompt", |rows| rows == ["$"]);
        words
    }

    /// Compares lines after Tab was pressed, and checks that no completion wrote a file.
    #[track_caller]
    fn completes(&mut self, lines: &[(&str, &str)]) {
        for (line, words) in lines {
            let (typed, rest) = line.split_once('\t').unwrap_or((line, ""));
            self.type_line(typed);
            self.terminal.press(&format!("\t{rest}"));
            assert_eq!(self.run(), *words, "{}: {line}", self.name);
        }
        let files = fs::read_dir(self.home.path().join("here")).expect("a directory");
        assert_eq!(files.count(), 3, "{}", self.name);
    }

    /// Presses `keys` at the end of `line` and waits until every one of `words` is on the screen.
    #[track_caller]
    fn lists(&mut self, line: &str, keys: &str, words: &[&str]) {
        self.type_line(line);
        self.terminal.press(keys);
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
        self.terminal.press(keys);
        let expected = words(rows);
        let seen = self.terminal.try_wait(|seen| words(seen) == expected);
        let seen = seen.unwrap_or_else(|seen| seen);
        assert_eq!(words(&seen), expected, "{}: {line}", self.name);
    }
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

#[test]
fn bash() {
    let settings = "PS1='$ '\ndirectory=../here\n. 'SCRIPTS/kangrejos.bash'\n";
    let arguments = ["--noprofile", "--rcfile", "HOME/.bashrc"];
    let Some(mut bash) = Shell::start("bash", &arguments, ".bashrc", settings) else {
        return;
    };
    bash.completes(LINES);
    bash.completes(VALUES);
    bash.completes(&[
        ("search HAS:SL", "[search][HAS:slides]"),
        ("show -- --j", "[show][--][--j]"),
        ("list -s 'B\\C", "[list][-s][B\\C d]"),
        ("export --split=y", "[export][--split=year/]"),
        ("export -o $directory/w", "[export][-o][../here/week.ics]"),
    ]);
    bash.lists("list -s al", "\t\t\t", &["Alejandra González", "Alice Ryhl"]);
    bash.lists("list -s ", "\t\t", &[r"\$\(touch\ x\)\ \`id\`\ a:b\ \'c", r"Gary\ Guo"]);
    for (typed, words) in [
        ("search has:", "abstract article notes outcome slides summary"),
        ("search year:202", "2023 2024 2025 2026"),
        ("list 202", "2023 2024 2025 2026"),
        ("list --edition=", "2023 2024 2025 2026 all latest"),
        ("show h", "hall hostile hostile-2"),
    ] {
        let line = format!("$ kangrejos {}", typed.trim_end());
        bash.shows(typed, "\t\t", &[&line, words, &line]);
    }
    bash.lists("show -", "\t\t", &["--format", "-f"]);
}

#[test]
fn elvish() {
    let settings = "set edit:prompt = { print '$ ' }\nset edit:rprompt = { }\n\
                    eval (slurp < 'SCRIPTS/kangrejos.elv')\n";
    let path = ".config/elvish/rc.elv";
    let Some(mut elvish) = Shell::start("elvish", &[], path, settings) else {
        return;
    };
    elvish.completes(LINES);
    elvish.lists("list --s", "\t", &["--speaker  Only talks", "--sort  Sort order"]);
}

#[test]
fn fish() {
    let settings = "function fish_prompt\necho '$ '\nend\nset fish_greeting\n\
                    set fish_autosuggestion_enabled 0\n\
                    mkdir HOME/.config/fish/completions\n\
                    ln -s 'SCRIPTS/kangrejos.fish' HOME/.config/fish/completions\n";
    let path = ".config/fish/config.fish";
    let Some(mut fish) = Shell::start("fish", &[], path, settings) else {
        return;
    };
    fish.completes(LINES);
    fish.completes(VALUES);
    // `id` is the heading of the list that the program prints.
    fish.completes(&[("export --split=y", "[export][--split=year/]"), ("show ID", "[show][ID]")]);
    fish.shows("list -e ", "\t", &["$ kangrejos list -e", "2023 2024 2025 2026 all latest"]);
    fish.lists("list -s ", "\t", &["$(touch x) `id` a:b 'c", "Alejandra González"]);
    fish.lists("show ", "\t", TITLES);
}

#[test]
fn zsh() {
    let settings = "PS1='$ '\nfpath=('SCRIPTS' $fpath)\nautoload -U compinit\ncompinit -D -u\n";
    let Some(mut zsh) = Shell::start("zsh", &["-d"], ".zshrc", settings) else {
        return;
    };
    zsh.completes(LINES);
    zsh.completes(VALUES);
    zsh.completes(&[("export --split=y", "[export][--split=year]")]);
    zsh.shows("list -e ", "\t", &["$ kangrejos list -e", "2023 2024 2025 2026 all latest"]);
    zsh.lists("list -s ", "\t", &[r"\$\(touch\ x\)\ \`id\`\ a:b\ \'c", r"Alejandra\ González"]);
    zsh.lists("show ", "\t", TITLES);
    zsh.lists("editions -", "\t", &["-f  -- Output format", "--json "]);
}
