//! What the benchmarks share: programs built and copied into one folder, whole processes timed and
//! weighed. What is measured is a process from start to end, as a person waits for it, so that no
//! harness for functions fits.

#![allow(dead_code, reason = "not every benchmark uses all of it")]

use std::error::Error;
use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};
use std::{env, io};

use serde_json::Value;
use tempfile::TempDir;

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
        Some(option) if known.is_empty() => Err(format!("no option is known, not {option:?}")),
        Some(option) => Err(format!("unknown option {option:?}; known: {known:?}")),
        None if !asked => {
            println!("nothing measured; `cargo bench` does");
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

    /// A run of `program`, to be measured.
    pub fn job<I>(&self, program: &Path, arguments: I) -> Job
    where
        I: IntoIterator<Item: Into<OsString>>,
    {
        Job {
            program: program.to_owned(),
            arguments: arguments.into_iter().map(Into::into).collect(),
            folder: self.0.path().to_owned(),
            environment: Vec::new(),
        }
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

/// A run of a program in an environment that nobody's settings reach.
#[derive(Clone)]
pub struct Job {
    program: PathBuf,
    arguments: Vec<OsString>,
    folder: PathBuf,
    environment: Vec<(String, PathBuf)>,
}

impl Job {
    /// The same with `variable` set to a path.
    pub fn with(mut self, variable: &str, path: PathBuf) -> Self {
        self.environment.push((variable.to_owned(), path));
        self
    }

    fn command(&self) -> Command {
        self.under(&self.program, &[])
    }

    /// The job started by `wrapper`, or by itself where that is its own program.
    fn under(&self, wrapper: &Path, options: &[&str]) -> Command {
        let mut command = Command::new(wrapper);
        command.args(options);
        if wrapper != self.program {
            command.arg(&self.program);
        }
        command
            .args(&self.arguments)
            .env_clear()
            .env("HOME", &self.folder)
            .env("LC_ALL", "C.UTF-8")
            .envs(self.environment.iter().map(|(name, path)| (name, path)))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }

    /// What the job prints; it must end with status 0.
    pub fn prints(&self) -> Result<String> {
        let output = self.command().stdout(Stdio::piped()).output()?;
        if !output.status.success() {
            return Err(format!("{}: {}", self.program.display(), output.status).into());
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// How long the job takes, from before its start until it is over. `output` is a file for what
    /// it prints; else that is thrown away.
    fn time(&self, output: Option<&Path>) -> Result<Duration> {
        let mut command = self.command();
        if let Some(path) = output {
            command.stdout(File::create(path)?);
        }
        let start = Instant::now();
        let status = command.spawn()?.wait()?;
        let time = start.elapsed();
        if status.success() {
            Ok(time)
        } else {
            Err(format!("{}: {status}", self.program.display()).into())
        }
    }

    /// The most memory the job had in use, in bytes: the median of `runs`, measured by `time`.
    ///
    /// A child's peak, as the kernel keeps it, never falls below that of the process that started
    /// it. A small program therefore has to start the job, not this large one.
    pub fn peak(&self, time: &GnuTime, runs: usize) -> Result<f64> {
        let report = self.folder.join("peak");
        let mut peaks = Vec::new();
        for _ in 0..runs {
            let options = ["-f", "%M", "-o", report.to_str().ok_or("not UTF-8")?];
            let status = self.under(&time.0, &options).status()?;
            let kib = fs::read_to_string(&report)?.trim().parse::<f64>();
            if !status.success() {
                return Err(format!("{}: {status}", self.program.display()).into());
            }
            peaks.push(kib? * 1024.0);
        }
        peaks.sort_by(f64::total_cmp);
        Ok(peaks[runs / 2])
    }

    /// The instructions of the job outside the kernel, which are the same in every run.
    pub fn instructions(&self, valgrind: &Path) -> Result<u64> {
        let report = self.folder.join("callgrind");
        let file = format!("--callgrind-out-file={}", report.display());
        let status = self
            .under(valgrind, &["--tool=callgrind", &file])
            .current_dir(&self.folder)
            .status()?;
        let text = fs::read_to_string(&report).map_err(|error| format!("callgrind: {error}"))?;
        let total = text.lines().find_map(|line| line.strip_prefix("totals: "));
        match total.map(str::parse) {
            Some(Ok(total)) if status.success() => Ok(total),
            _ => Err(format!("callgrind of {}: {status}", self.program.display()).into()),
        }
    }
}

/// The median wall time of each job. All run once a round, in an order of its own for each round, so
/// that whatever else the machine does falls on all of them; a first round only warms up.
pub fn medians(jobs: &[Job], rounds: usize, output: Option<&Path>) -> Result<Vec<Duration>> {
    let mut random = Random(1);
    let mut order: Vec<usize> = (0..jobs.len()).collect();
    let mut times = vec![Vec::new(); jobs.len()];
    for round in 0..=rounds {
        for n in (1..order.len()).rev() {
            order.swap(n, random.below(n + 1));
        }
        for &job in &order {
            let time = jobs[job].time(output)?;
            if round > 0 {
                times[job].push(time);
            }
        }
    }
    for times in &mut times {
        times.sort();
    }
    Ok(times.iter().map(|times| times[rounds / 2]).collect())
}

/// GNU time, which measures memory; a shell's own `time` does not.
pub struct GnuTime(PathBuf);

impl GnuTime {
    pub fn find() -> Option<Self> {
        let path = find("time")?;
        let version = Command::new(&path).arg("--version").output().ok()?;
        let text = [version.stdout, version.stderr].concat();
        let is_gnu = String::from_utf8_lossy(&text).contains("GNU");
        is_gnu.then_some(Self(path))
    }
}

/// The program that a shell would start by this name.
pub fn find(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

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
