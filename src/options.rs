//! The options that several subcommands share, and the parsers of their values.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

// The option of every command that reads a dataset. It is not global, because clap keeps the values
// of a global option only from one side of the subcommand's name (clap-rs/clap#1570).
#[derive(Args)]
pub struct Datasets {
    /// Read editions from FILE instead of the built-in data (may be repeated)
    ///
    /// FILE contains an edition or an array of editions, as described by data/schema.json. Use `-` for
    /// standard input and `builtin` to include the built-in data. The environment variable
    /// `KANGREJOS_DATASET` names the datasets to read by default, separated as in PATH.
    #[arg(long = "dataset", value_name = "FILE", value_hint = ValueHint::FilePath, hide_short_help = true, help_heading = None::<&'static str>)]
    pub files: Vec<PathBuf>,
}

// The options shared by all commands that print data: format and datasets.
#[derive(Args)]
#[command(next_help_heading = "Output")]
pub struct Output<F: ValueEnum + Default + Send + Sync + 'static> {
    /// Output format
    // Not `default_value_t`, which would use the same value for every F.
    #[arg(short, long, value_enum, default_value = name(&F::default()), overrides_with = "json")]
    format: F,

    /// Shorthand for --format json
    #[arg(long, overrides_with = "format")]
    json: bool,

    #[command(flatten)]
    pub datasets: Datasets,
}

impl<F: ValueEnum + Default + Send + Sync + 'static> Output<F> {
    /// Returns the requested format.
    pub fn format(&self) -> F {
        match self.json.then(|| F::from_str("json", false)) {
            Some(Ok(json)) => json,
            _ => self.format.clone(),
        }
    }
}

// The option of commands that print lists which may be long.
#[derive(Args)]
pub struct Limit {
    /// Show at most N
    #[arg(short = 'n', long, value_name = "N", value_parser = positive, help_heading = "Output")]
    max_count: Option<usize>,
}

impl Limit {
    /// Drops the elements over the limit, and returns how many there were if any were dropped.
    pub fn cut<T>(&self, elements: &mut Vec<T>) -> Option<usize> {
        let total = elements.len();
        elements.truncate(self.max_count.unwrap_or(total));
        (elements.len() < total).then_some(total)
    }
}

/// Returns the name of a value on the command line.
pub fn name(value: &impl ValueEnum) -> String {
    value.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
}

/// Returns the names of all values of `T`.
pub fn names<T: ValueEnum>() -> Vec<String> {
    T::value_variants().iter().map(name).collect()
}

/// Parses a positive number of results.
fn positive(text: &str) -> Result<usize, &'static str> {
    text.parse().ok().filter(|number| *number > 0).ok_or("expected a positive number")
}
