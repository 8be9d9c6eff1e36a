//! `open`: opens the slides, an article or the page of a talk in a browser.

use clap::Args;

use super::messages::not_one;
use crate::console::Console;
use crate::dataset::{Dataset, Entry};
use crate::error::{Error, Message};
use crate::escape::Quoted;
use crate::lookup::{self, Found};
use crate::options::Datasets;

// The arguments of `open`.
#[expect(clippy::struct_excessive_bools, reason = "they are flags")]
#[derive(Args)]
pub struct Open {
    /// Talk (specified as for `show`) or year
    #[arg(value_name = "TALK")]
    talk: String,

    /// Open the slides, or nothing if their URL is unknown
    #[arg(long, group = "what")]
    slides: bool,

    /// Open the first article, or nothing if there is none
    #[arg(long, group = "what")]
    article: bool,

    /// Open the web page of the talk or its edition
    #[arg(long, group = "what")]
    page: bool,

    /// Print the URL without opening it
    #[arg(long)]
    print: bool,

    #[command(flatten)]
    pub datasets: Datasets,
}

/// Prints a URL and opens it in a browser.
pub fn run(args: &Open, dataset: &Dataset, console: &mut Console) -> Result<(), Error> {
    let found = lookup::find(dataset, |_| true, &args.talk);
    let url = match found {
        Found::Talk(entry) => {
            let (url, note) = choose(args, &entry)?;
            console.note(&Message::new(note));
            url
        }
        Found::Edition(edition) if !args.slides && !args.article => &*edition.url,
        found => return Err(Error::NotFound(vec![not_one(dataset, &args.talk, &found)])),
    };
    console.print(|screen, out| writeln!(out, "{}", screen.link(url, url)))?;
    // Print the URL first: a browser may be slow to start, or take over the terminal.
    console.flush()?;
    // The loader has checked that every URL begins with https://, so nothing else can be opened or
    // mistaken for an option.
    if !args.print && ::open::that_detached(url).is_err() {
        console.note(&Message::new("cannot start a browser; open the URL above manually"));
    }
    Ok(())
}

/// Returns the requested URL, or by default the first that is known, and a description of it.
fn choose<'d>(args: &Open, entry: &Entry<'d>) -> Result<(&'d str, &'static str), Error> {
    let talk = entry.talk;
    let article = talk.coverage.first().map(|article| &*article.url);
    let is_any = !(args.slides || args.article || args.page);
    for (is_asked, url, note) in [
        (args.slides, talk.slides_url.as_deref(), "this is the URL of the slides"),
        (args.article, article, "this is the URL of an article"),
        (args.page, Some(entry.url()), "this is the URL of the edition's page"),
    ] {
        if let Some(url) = url.filter(|_| is_asked || is_any) {
            return Ok((url, note));
        }
    }
    let what = if args.slides { "slides URL" } else { "article" };
    let message = Message::new(format!("no {what} is known for {}", Quoted(&talk.id)));
    Err(Error::NotFound(vec![
        message.with_tip(format!("open what is known with `kangrejos open {}`", talk.id)),
    ]))
}
