//! Runs `measure.py`, which measures whole processes: `cargo bench`, or `cargo bench -- --check` to
//! leave out times.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it is a report")]

use std::env;
use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    // Cargo adds `--bench`, except in `cargo test --benches`.
    let (bench, options): (Vec<_>, Vec<_>) =
        env::args().skip(1).partition(|option| option == "--bench");
    if bench.is_empty() {
        println!("nothing is measured: use `cargo bench`");
        return ExitCode::SUCCESS;
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/measure.py");
    match Command::new("python3").arg(script).args(options).status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: python3: {error}");
            ExitCode::FAILURE
        }
    }
}
