//! What the benchmarks share: options, programs built and copied into one folder, numbers as text.

#![allow(dead_code, reason = "not every benchmark uses all of it")]

pub mod job;

use std::error::Error;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;
use std::{env, fs, io};

use serde_json::Value;
use tempfile::TempDir;

use job::Job;

/// Any failure, told in one line.
pub type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Runs a benchmark with the options it was given, all of them among `known`. Cargo adds `--bench`,
/// but not in `cargo test --benches`: there nothing is measured.
pub fn start(known: &[&str], run: fn(&[String]) -> Result<ExitCode>) -> ExitCode {
    let mut options: Vec<String> = env::args().skip(1).collect();
    let asked = options.iter().any(|option| option == "--bench");
    options.retain(|option| option != "--bench");
    let unknown = options.iter().find(|option| !known.contains(&&***option));
    let result = match unknown {
        Some(option) if known.is_empty() => Err(format!("unknown option {option}; there are none")),
        Some(option) => Err(format!(
            "unknown option {option}; there is {}",
            known.join(", ")
        )),
        None if !asked => {
            println!("nothing measured: that is left to `cargo bench`");
            return ExitCode::SUCCESS;
        }
        None => run(&options).map_err(|error| error.to_string()),
    };
    result.unwrap_or_else(|error| {
        eprintln!("error: {error}");
        ExitCode::from(2)
    })
}

/// A temporary folder for all that is compared. Files keep their place in the page cache, which
/// alone can move a wall time by a third: programs copied at the same time are equal in that.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> io::Result<Self> {
        TempDir::with_prefix("bench-").map(Self)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Copies `program` here, under its own name.
    pub fn copy(&self, program: &Path) -> Result<PathBuf> {
        let copy = self.0.path().join(program.file_name().ok_or("no name")?);
        fs::copy(program, &copy)
            .map_err(|error| format!("cannot copy {}: {error}", program.display()))?;
        Ok(copy)
    }

    /// Builds this program as it is released, and copies it here. Cargo's profile for benchmarks is
    /// not that of releases: it unwinds.
    pub fn kangrejos(&self) -> Result<PathBuf> {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        self.copy(&build(&manifest, &["--locked", "--bin", "kangrejos"])?)
    }

    /// Builds this program without any library of the system, as it is released for Linux, and copies
    /// it here; `None` where Rust has no such target installed.
    pub fn musl(&self) -> Result<Option<PathBuf>> {
        let output = Command::new("rustc")
            .args(["--print", "target-libdir", "--target", MUSL])
            .output()?;
        if !Path::new(String::from_utf8(output.stdout)?.trim()).is_dir() {
            return Ok(None);
        }
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        let program = build(
            &manifest,
            &["--locked", "--bin", "kangrejos", "--target", MUSL],
        )?;
        let copy = self.path("kangrejos-musl");
        fs::copy(program, &copy)?;
        Ok(Some(copy))
    }

    /// Builds `fn main() {}` by the same release profile, and copies it here.
    pub fn empty(&self) -> Result<PathBuf> {
        let profile = include_str!("../../Cargo.toml")
            .split_once("[profile.release]")
            .and_then(|(_, rest)| rest.split("\n[").next())
            .ok_or("the manifest has no release profile")?;
        let manifest = self.path("source/Cargo.toml");
        let package = "[package]\nname = \"empty\"\nedition = \"2024\"\n[workspace]";
        fs::create_dir_all(self.path("source/src"))?;
        fs::write(
            &manifest,
            format!("{package}\n[profile.release]{profile}\n"),
        )?;
        fs::write(self.path("source/src/main.rs"), "fn main() {}\n")?;
        let target = self.path("source/target");
        let target = target.to_str().ok_or("the temporary folder's name")?;
        self.copy(&build(&manifest, &["--offline", "--target-dir", target])?)
    }

    /// Finds a program to compare with, copies it here and prints its version, or why it is left out.
    pub fn peer(&self, name: &str) -> Result<Option<PathBuf>> {
        let Some(found) = find(name) else {
            println!("{name:10}not installed");
            return Ok(None);
        };
        // What is found may be a script that chooses a Python. And a Python does not run without the
        // library beside it, so that it is not copied.
        let program = if name == "python3" {
            let executable = ["-c", "import sys; print(sys.executable)"];
            let output = Command::new(&found).args(executable).output()?;
            PathBuf::from(String::from_utf8(output.stdout)?.trim())
        } else {
            self.copy(&found)?
        };
        let Ok(version) = self.job(&program, ["--version"]).prints() else {
            println!("{name:10}does not run as a copy");
            return Ok(None);
        };
        let version = version.lines().next().unwrap_or_default();
        if name == "tldr" && !version.starts_with("tealdeer") {
            println!("{name:10}not tealdeer, but {version:.60}");
            return Ok(None);
        }
        println!("{name:10}{version:.60}");
        Ok(Some(program))
    }

    /// A run of `program`, to be measured.
    pub fn job<I>(&self, program: &Path, arguments: I) -> Job
    where
        I: IntoIterator<Item: Into<OsString>>,
    {
        let arguments = arguments.into_iter().map(Into::into).collect();
        Job::new(self.0.path(), program, arguments)
    }
}

/// Builds a package in release and gives the program, which Cargo knows the place of.
fn build(manifest: &Path, arguments: &[&str]) -> Result<PathBuf> {
    let output = Command::new(env!("CARGO"))
        .args(["build", "--release", "--quiet"])
        .arg("--message-format=json-render-diagnostics")
        .arg("--manifest-path")
        .arg(manifest)
        .args(arguments)
        // Where Cargo looks for its configuration, the same for all.
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stderr(Stdio::inherit())
        .output()?;
    if !output.status.success() {
        return Err(format!("{} does not build", manifest.display()).into());
    }
    for line in output.stdout.split(|byte| *byte == b'\n') {
        let message: Value = serde_json::from_slice(line).unwrap_or_default();
        if let Some(program) = message["executable"].as_str() {
            return Ok(program.into());
        }
    }
    Err("Cargo names no program".into())
}

/// The program that a shell would start by this name.
pub fn find(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

/// The target of the static build.
pub const MUSL: &str = "x86_64-unknown-linux-musl";

/// `SplitMix64`: small, and the same numbers everywhere.
pub struct Random(pub u64);

impl Random {
    /// A number less than `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from(bits >> 40).expect("24 bits") % limit
    }

    pub fn pick<'s>(&mut self, words: &[&'s str]) -> &'s str {
        words[self.below(words.len())]
    }
}

/// A number with its thousands parted: `1,234,567`.
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Milliseconds.
pub fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// The value as text, or a dash for none.
pub fn or_dash<T>(value: Option<T>, text: impl FnOnce(T) -> String) -> String {
    value.map_or_else(|| "-".to_owned(), text)
}
