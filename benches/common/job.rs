//! Whole processes, timed and weighed from start to end, as a person waits for them. That is why no
//! harness for functions fits here.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::{Random, Result, find};

/// What is empty, and takes everything.
const NULL: &str = if cfg!(windows) { "NUL" } else { "/dev/null" };

/// A run of a program in an environment that nobody's settings reach.
#[derive(Clone)]
pub struct Job {
    program: PathBuf,
    arguments: Vec<OsString>,
    folder: PathBuf,
    environment: Vec<(String, PathBuf)>,
}

impl Job {
    pub fn new(folder: &Path, program: &Path, arguments: Vec<OsString>) -> Self {
        Self {
            program: program.to_owned(),
            arguments,
            folder: folder.to_owned(),
            environment: Vec::new(),
        }
    }

    /// The same with `variable` set to a path.
    pub fn with(mut self, variable: &str, path: PathBuf) -> Self {
        self.environment.push((variable.to_owned(), path));
        self
    }

    fn command(&self) -> Command {
        self.completed(Command::new(&self.program))
    }

    /// The job started by another program.
    fn under(&self, starter: &Path, options: &[&str]) -> Command {
        let mut command = Command::new(starter);
        command.args(options).arg(&self.program);
        self.completed(command)
    }

    fn completed(&self, mut command: Command) -> Command {
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

    /// Whether the job gives the right answer, which holds `expected`.
    pub fn prints_with(&self, expected: &str) -> Result<()> {
        if self.prints()?.contains(expected) {
            return Ok(());
        }
        Err(format!("{}: not the right answer", self.program.display()).into())
    }

    /// How long the job takes, from before its start until it is over. `output` is a file for what
    /// it prints; else that is thrown away.
    fn time(&self, output: Option<&Path>) -> Result<Duration> {
        // Opened before the time runs, as a shell has them when it starts a program.
        let null = || File::options().read(true).write(true).open(NULL);
        let mut command = self.command();
        command.stdin(null()?).stderr(null()?);
        command.stdout(output.map_or_else(null, File::create)?);
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
