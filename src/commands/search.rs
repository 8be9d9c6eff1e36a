//! `search`: finds the talks that match a query.

use clap::Args;

use super::messages::more;
use crate::console::Console;
use crate::dataset::Dataset;
use crate::error::{Error, Message};
use crate::options::{Limit, Output};
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

    #[command(flatten)]
    limit: Limit,

    /// Search for exactly the words typed
    #[arg(long)]
    exact: bool,
}

/// Prints the results, preceded by notes on how the query was changed to get any.
pub fn run(args: &Search, dataset: &Dataset, console: &mut Console) -> Result<(), Error> {
    let entries = args.selection.select(dataset)?;
    let query = args.query.join(" ");
    if query.trim().is_empty() {
        let message = Message::new("the query is empty");
        return Err(message.with_tip("search for words: `kangrejos search rcu`").into());
    }
    let query = Query::parse(&query)?;
    let mut results = Vec::new();
    let answer = search::search(dataset, &entries, query, args.exact);
    let found = answer.map(|answer| {
        for note in &answer.notes {
            console.note(note);
        }
        results = answer.hits;
    });
    let cut = args.limit.cut(&mut results);
    let format = args.output.format();
    console.print(|screen, out| render::list(format, &results, dataset, screen, out))?;
    more(cut, results.len(), "result", console);
    found.map_err(|message| Error::NotFound(vec![message]))
}
