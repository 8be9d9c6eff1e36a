//! `search`: finds the talks that match a query.

use clap::Args;

use crate::console::Console;
use crate::dataset::Dataset;
use crate::error::{Error, Message};
use crate::options::{Output, positive};
use crate::phrase::count;
use crate::render::{self, ListFormat};
use crate::search::{self, Query};
use crate::selection::Selection;

// The arguments of `search`.
#[derive(Args)]
pub struct Search {
    /// Words to search for; all must match
    #[arg(value_name = "QUERY", required = true)]
    pub query: Vec<String>,

    #[command(flatten)]
    pub selection: Selection,

    #[command(flatten)]
    pub output: Output<ListFormat>,

    /// Show at most N results
    #[arg(short = 'n', long, value_name = "N", value_parser = positive, help_heading = "Output")]
    max_count: Option<usize>,

    /// Do not correct or drop any words
    #[arg(long)]
    exact: bool,
}

/// Prints the results, preceded by notes on how the query was changed to get any.
pub fn run(args: &Search, dataset: &Dataset, console: &mut Console) -> Result<(), Error> {
    let selected = args.selection.select(dataset, dataset.years())?;
    let query = args.query.join(" ");
    if query.trim().is_empty() {
        let message = Message::new("the query is empty");
        return Err(message.with_tip("give it words to search for: `kangrejos search rcu`").into());
    }
    let query = Query::parse(&query)?;
    let mut results = Vec::new();
    let answer = search::search(dataset, &selected.entries, query, args.exact);
    let found = answer.map(|answer| {
        for note in &answer.notes {
            console.note(note);
        }
        results = answer.hits;
    });
    let total = results.len();
    results.truncate(args.max_count.unwrap_or(total));
    let format = args.output.format();
    console.print(|screen, out| render::list(format, &results, dataset, screen, out))?;
    if total > results.len() {
        let more = count(total - results.len(), "more result");
        console.note(&Message::new(format!("{more}; use -n {total} to see all")));
    }
    found.map_err(|message| Error::NotFound(vec![message]))
}
