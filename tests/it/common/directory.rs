//! Temporary directories to run the program in.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::{Run, command, output_of};

/// A directory that is removed after the test.
pub struct Directory(TempDir);

impl Directory {
    pub fn new() -> Self {
        Self(tempfile::tempdir().expect("a directory"))
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn at(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// Returns the program with `arguments`, in this directory.
    pub fn command(&self, arguments: &str) -> Command {
        let mut command = command(arguments);
        command.current_dir(self.path());
        command
    }

    /// Runs the program with `arguments` in this directory.
    #[track_caller]
    pub fn run(&self, arguments: &str) -> Run {
        output_of(&mut self.command(arguments))
    }

    /// Runs a shell command line in this directory, in which `"$K"` is the program.
    #[cfg(unix)]
    #[track_caller]
    pub fn shell(&self, line: &str) -> Run {
        let mut command = Command::new("sh");
        command
            .args(["-c", line])
            .current_dir(self.path())
            .env_clear()
            .env("K", super::program())
            .env("KANGREJOS_DATASET", super::fixture())
            .env("PATH", "/usr/bin:/bin");
        output_of(&mut command)
    }

    /// Runs the program as a user who is subject to permissions: as nobody if the tests run as
    /// root. Nobody may be unable to read the fixture, so the data is the built-in one.
    #[cfg(unix)]
    #[track_caller]
    pub fn run_unprivileged(&self, arguments: &str) -> Run {
        use std::os::unix::fs::MetadataExt;
        use std::os::unix::process::CommandExt;
        const NOBODY: u32 = 65534;
        if fs::metadata(self.path()).expect("a directory").uid() != 0 {
            return self.run(arguments);
        }
        // Copied by another process: a file that this one has written may still be open for
        // writing in a child that another thread has just started.
        self.shell("cp \"$K\" .program").prints("");
        let program = self.at(".program");
        let mut command = Command::new(&program);
        command
            .args(super::split(arguments))
            .current_dir(self.path())
            .env_clear()
            .uid(NOBODY)
            .gid(NOBODY);
        let run = output_of(&mut command);
        fs::remove_file(program).expect("removed");
        run
    }

    /// Returns the names and contents of the files here, sorted by name. For directories, the
    /// contents are empty.
    pub fn files(&self) -> Vec<(String, String)> {
        self.files_in("")
    }

    /// Returns the names and contents of the files in a directory here, sorted by name.
    pub fn files_in(&self, name: &str) -> Vec<(String, String)> {
        let entries = fs::read_dir(self.at(name)).expect("a directory");
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

    /// Returns the names of the entries in a directory here, sorted.
    pub fn names_in(&self, name: &str) -> Vec<String> {
        let files = self.files_in(name).into_iter();
        files.map(|(name, _)| name).collect()
    }

    pub fn write(&self, name: &str, contents: &str) {
        fs::write(self.at(name), contents).expect("written");
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.at(name)).expect(name)
    }
}
