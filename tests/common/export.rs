//! Runs the program in a folder of its own and gives back all of what it did.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// The program under test.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_kangrejos");

/// What a run printed, and how it ended: `None` where a signal did it.
#[derive(Debug, PartialEq, Eq)]
pub struct Ran {
    pub status: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

/// A run that has nothing to say.
pub fn silent() -> Ran {
    failed(0, "")
}

/// A run that ends with `status` and says nothing but `stderr`.
pub fn failed(status: i32, stderr: &str) -> Ran {
    Ran {
        status: Some(status),
        stdout: String::new(),
        stderr: stderr.to_owned(),
    }
}

/// Runs `command` to its end.
pub fn ran(command: &mut Command) -> Ran {
    let output = command.output().expect("the program starts");
    Ran {
        status: output.status.code(),
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// A folder to run the program in.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    pub fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// `kangrejos export` with `args`, in this folder and an empty environment.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command.arg("export").args(args);
        self.here(command)
    }

    pub fn export(&self, args: &[&str]) -> Ran {
        ran(&mut self.command(args))
    }

    /// Runs a line of shell in which `"$K"` is the program.
    pub fn shell(&self, line: &str) -> Ran {
        let mut command = Command::new("sh");
        command.args(["-c", line]);
        ran(self
            .here(command)
            .env("K", PROGRAM)
            .env("PATH", "/usr/bin:/bin"))
    }

    /// `export` by somebody whom permissions bind, which they do not where the tests run as root.
    pub fn export_without_power(&self, args: &[&str]) -> Ran {
        const NOBODY: u32 = 65534;
        if fs::metadata(self.0.path()).expect("a folder").uid() != 0 {
            return self.export(args);
        }
        // By another process: what this one writes, a thread of it may hold open in a new child.
        assert_eq!(self.shell("cp \"$K\" .program"), silent());
        let program = self.at(".program");
        let mut command = Command::new(&program);
        command.arg("export").args(args).uid(NOBODY).gid(NOBODY);
        let ran = ran(&mut self.here(command));
        fs::remove_file(program).expect("removed");
        ran
    }

    /// Every file here with what it holds, sorted by name; of a folder the name alone.
    pub fn files(&self) -> Vec<(String, String)> {
        files(self.0.path())
    }

    pub fn write(&self, name: &str, contents: &str) {
        fs::write(self.at(name), contents).expect("written");
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.at(name)).expect(name)
    }

    fn here(&self, mut command: Command) -> Command {
        command.env_clear().current_dir(self.0.path());
        command
    }
}

/// Every file in `folder` with what it holds, sorted by name; of a folder the name alone.
pub fn files(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut files: Vec<_> = entries
        .map(|entry| {
            let entry = entry.expect("an entry");
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, fs::read_to_string(entry.path()).unwrap_or_default())
        })
        .collect();
    files.sort();
    files
}
