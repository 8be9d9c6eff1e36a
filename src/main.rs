//! The process around the program: standard streams, environment, terminal, exit status.

use std::env;
use std::io::{self, IsTerminal};
use std::process::ExitCode;

use kangrejos::{Input, Output};

fn main() -> ExitCode {
    let (stdout, stderr) = (io::stdout(), io::stderr());
    let terminal = stdout.is_terminal();
    let columns = || {
        env::var("COLUMNS")
            .ok()?
            .parse()
            .ok()
            .filter(|width| *width > 0)
    };
    let asked = || terminal_size::terminal_size_of(&stdout).map(|(width, _)| width.0.into());
    let width = if terminal {
        columns().or_else(asked)
    } else {
        None
    };
    let status = kangrejos::run(
        Input {
            arguments: env::args_os().skip(1).collect(),
            dataset: env::var_os("KANGREJOS_DATASET"),
            stdin: &mut io::stdin(),
        },
        Output {
            terminal,
            width: width.filter(|width| *width > 0),
            color: anstream::AutoStream::choice(&stdout) != anstream::ColorChoice::Never,
            color_errors: anstream::AutoStream::choice(&stderr) != anstream::ColorChoice::Never,
            stdout: &mut stdout.lock(),
            stderr: &mut stderr.lock(),
        },
    );
    ExitCode::from(status)
}
