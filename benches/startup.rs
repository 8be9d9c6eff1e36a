//! What it costs to start: instructions, memory, time and size, beside a program that does nothing.
//!
//! `cargo bench --bench startup` prints them; with `-- --check` it ends with status 1 where a limit
//! is not kept. Wall time is printed and never judged: on a shared machine it is not repeatable.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it is a report")]

mod common;

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use common::job::{GnuTime, Job, medians};
use common::{Folder, MUSL, Result, find, ms, or_dash, thousands};

/// The most bytes the stripped program may have.
const SIZE: u64 = 1_800_000;
/// The most bytes of memory that `list` may use more than the empty program.
const MEMORY: f64 = 2e6;
/// How often each command is timed, and weighed.
const ROUNDS: usize = 1000;
const WEIGHINGS: usize = 11;

/// A command, and the instructions it may take more than the empty program, where that is limited.
struct Measured {
    line: &'static str,
    limit: Option<u64>,
}

const fn measured(line: &'static str, limit: Option<u64>) -> Measured {
    Measured { line, limit }
}

const COMMANDS: [Measured; 8] = [
    measured("list", Some(650_000)),
    measured("show pin-init", Some(1_100_000)),
    measured("search rcu", Some(1_600_000)),
    measured("export", Some(1_400_000)),
    measured("list --json", None),
    measured("speakers", None),
    measured("editions", None),
    measured("--version", None),
];

/// What was measured of a job, as far as there are tools for it.
struct Cost {
    instructions: Option<u64>,
    memory: Option<f64>,
    wall: Option<Duration>,
}

fn main() -> ExitCode {
    common::start(&["--check"], run)
}

fn run(options: &[String]) -> Result<ExitCode> {
    let check = !options.is_empty();
    let (valgrind, time) = (find("valgrind"), GnuTime::find());
    let missing = [
        (valgrind.is_none(), "valgrind", "instructions"),
        (time.is_none(), "GNU time", "memory"),
    ];
    for (is_missing, tool, what) in missing {
        if is_missing && check {
            return Err(format!("{tool} is not installed: nothing was checked").into());
        }
        if is_missing {
            println!("{tool} is not installed: no {what} measured");
        }
    }

    let folder = Folder::new()?;
    let (program, empty) = (folder.kangrejos()?, folder.empty()?);
    let mut jobs = vec![folder.job(&empty, [""; 0])];
    jobs.extend(
        COMMANDS
            .iter()
            .map(|command| folder.job(&program, command.line.split(' '))),
    );
    for job in &jobs {
        job.prints()?;
    }
    let walls = if check {
        Vec::new()
    } else {
        medians(&jobs, ROUNDS, None)?
    };
    let mut costs = Vec::new();
    for (n, job) in jobs.iter().enumerate() {
        costs.push(cost(
            job,
            valgrind.as_deref(),
            time.as_ref(),
            walls.get(n).copied(),
        )?);
    }
    let size = fs::metadata(&program)?.len();
    print(&costs, size, fs::metadata(&empty)?.len());
    match folder.musl()? {
        Some(program) => {
            // A rotation of their own: it is these two that are compared.
            let pair = [jobs[0].clone(), folder.job(&program, ["list"])];
            let walls = if check {
                None
            } else {
                Some(medians(&pair, ROUNDS, None)?)
            };
            let list = cost(&pair[1], valgrind.as_deref(), time.as_ref(), None)?;
            print_musl(&list, walls.as_deref(), fs::metadata(&program)?.len());
        }
        None => println!("no static build: the target {MUSL} is not installed"),
    }
    if check {
        return Ok(judge(&costs, size));
    }
    Ok(ExitCode::SUCCESS)
}

fn cost(
    job: &Job,
    valgrind: Option<&Path>,
    time: Option<&GnuTime>,
    wall: Option<Duration>,
) -> Result<Cost> {
    Ok(Cost {
        instructions: valgrind.map(|path| job.instructions(path)).transpose()?,
        memory: time.map(|time| job.peak(time, WEIGHINGS)).transpose()?,
        wall,
    })
}

impl Cost {
    /// Instructions and bytes of memory more than those of the empty program.
    fn over(&self, empty: &Cost) -> (Option<u64>, Option<f64>) {
        let instructions = self.instructions.zip(empty.instructions);
        let memory = self.memory.zip(empty.memory);
        (
            instructions.map(|(all, floor)| all.saturating_sub(floor)),
            memory.map(|(all, floor)| all - floor),
        )
    }
}

/// A table with a line for each command; `-` is what was not measured, or has no limit.
fn print(costs: &[Cost], size: u64, empty_size: u64) {
    let [empty, costs @ ..] = costs else { return };
    println!();
    println!("E is an empty Rust program, built as this one. Each command beside E:");
    println!();
    println!(
        "{:15}{:>13}{:>13}{:>10}{:>8}{:>7}{:>9}{:>8}{:>7}",
        "", "instructions", "limit", "peak MB", "over E", "limit", "wall ms", "times E", "limit"
    );
    println!(
        "{:15}{:>13}{:>13}{:>10}{:>8}{:>7}{:>9}{:>8}{:>7}",
        "E",
        or_dash(empty.instructions, thousands),
        "-",
        or_dash(empty.memory, megabytes),
        "-",
        "-",
        or_dash(empty.wall, |wall| format!("{:.2}", ms(wall))),
        "1.00",
        "-"
    );
    for (command, cost) in COMMANDS.iter().zip(costs) {
        let (instructions, memory) = cost.over(empty);
        let is_list = command.line == "list";
        println!(
            "{:15}{:>13}{:>13}{:>10}{:>8}{:>7}{:>9}{:>8}{:>7}",
            command.line,
            or_dash(instructions, |number| format!("E+{}", thousands(number))),
            or_dash(command.limit, |limit| format!("E+{}", thousands(limit))),
            or_dash(cost.memory, megabytes),
            or_dash(memory, megabytes),
            or_dash(is_list.then_some(MEMORY), megabytes),
            or_dash(cost.wall, |wall| format!("{:.2}", ms(wall))),
            or_dash(cost.wall.zip(empty.wall), |(wall, floor)| {
                format!("{:.2}", wall.div_duration_f64(floor))
            }),
            if is_list { "1.40" } else { "-" }
        );
    }
    println!();
    println!(
        "size on disk, stripped: {} bytes, limit {} (E: {})",
        thousands(size),
        thousands(SIZE),
        thousands(empty_size)
    );
}

/// The line of the static build, with the walls of the empty program and of its `list`.
fn print_musl(list: &Cost, walls: Option<&[Duration]>, size: u64) {
    let walls = walls.and_then(|walls| Some((*walls.first()?, *walls.get(1)?)));
    println!(
        "static build for musl: {} bytes; list: {} instructions, peak {} MB, wall {} ms, times E {}, limit 0.60",
        thousands(size),
        or_dash(list.instructions, thousands),
        or_dash(list.memory, megabytes),
        or_dash(walls, |(_, wall)| format!("{:.2}", ms(wall))),
        or_dash(walls, |(floor, wall)| format!(
            "{:.2}",
            wall.div_duration_f64(floor)
        )),
    );
}

/// Names each limit that is not kept.
fn judge(costs: &[Cost], size: u64) -> ExitCode {
    let mut faults = Vec::new();
    if size > SIZE {
        let (size, limit) = (thousands(size), thousands(SIZE));
        faults.push(format!("size: {size} bytes, limit {limit}"));
    }
    let (empty, costs) = costs.split_first().expect("the empty program is the first");
    for (Measured { line, limit }, cost) in COMMANDS.iter().zip(costs) {
        let (instructions, memory) = cost.over(empty);
        if let Some((found, limit)) = instructions.zip(*limit)
            && found > limit
        {
            let (found, limit) = (thousands(found), thousands(limit));
            faults.push(format!("{line}: E+{found} instructions, limit E+{limit}"));
        }
        if let Some(found) = memory
            && *line == "list"
            && found > MEMORY
        {
            let (found, limit) = (megabytes(found), megabytes(MEMORY));
            faults.push(format!("{line}: peak memory E+{found} MB, limit E+{limit}"));
        }
    }
    println!();
    if faults.is_empty() {
        println!("all limits are kept");
        return ExitCode::SUCCESS;
    }
    for fault in faults {
        eprintln!("over the limit: {fault}");
    }
    ExitCode::FAILURE
}

fn megabytes(bytes: f64) -> String {
    format!("{:.2}", bytes / 1e6)
}
