//! `search`: the talks that match a query.

use clap::Args;

use crate::cli::{Datasets, ListOutput, positive};
use crate::console::Console;
use crate::dataset::Dataset;
use crate::error::{Error, Message};
use crate::phrase::count;
use crate::render;
use crate::search::{self, Hit, Query};
use crate::selection::{DefaultEditions, Selection};

// The arguments of `search`.
#[derive(Args)]
pub struct Search {
    /// Words to search for; all must match
    #[arg(value_name = "QUERY", required = true)]
    pub query: Vec<String>,

    #[command(flatten)]
    pub selection: Selection,

    #[command(flatten)]
    pub output: ListOutput,

    /// Show at most N results
    #[arg(short = 'n', long, value_name = "N", value_parser = positive, help_heading = "Output")]
    max_count: Option<usize>,

    /// Do not correct or drop any words
    #[arg(long)]
    exact: bool,

    #[command(flatten)]
    pub datasets: Datasets,
}

/// Prints the results, and before them what was changed in the query to get any.
pub fn run(args: &Search, dataset: &Dataset, console: &mut Console) -> Result<(), Error> {
    let selected = args.selection.select(dataset, DefaultEditions::All)?;
    let query = args.query.join(" ");
    if query.trim().is_empty() {
        let message = Message::new("the query is empty");
        return Err(Error::Usage(
            message.with_tip("give it words to search for: `kangrejos search rcu`"),
        ));
    }
    let query = Query::parse(&query).map_err(Error::Usage)?;
    let format = args.output.format();
    let answer = search::search(dataset, &selected.entries, query, args.exact);
    let all: Vec<Hit> = match &answer {
        Ok(answer) => answer.hits().collect(),
        Err(_) => Vec::new(),
    };
    if let Ok(answer) = &answer {
        for note in &answer.notes {
            console.note(note);
        }
    }
    let results = &all[..all.len().min(args.max_count.unwrap_or(usize::MAX))];
    console.print(|screen, out| render::list(format, results, dataset, screen, out))?;
    if let Err(message) = answer {
        return Err(Error::NotFound(vec![message]));
    }
    if results.len() < all.len() {
        let more = count(all.len() - results.len(), "more result");
        console.note(&Message::new(format!("{more}; use -n {} to see all", all.len())));
    }
    Ok(())
}
