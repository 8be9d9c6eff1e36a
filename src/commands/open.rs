//! `open`: opens the slides, an article or the page of a talk in a browser.

use std::ffi::OsStr;
use std::process::Command;

use clap::Args;

use super::messages::not_one;
use crate::console::Console;
use crate::dataset::{Dataset, Entry};
use crate::error::{Error, Message};
use crate::escape::Quoted;
use crate::lookup::{self, Found};
use crate::options::Datasets;

/// What separates the commands in `$BROWSER`.
const BROWSER_SEPARATOR: char = if cfg!(windows) { ';' } else { ':' };

// The arguments of `open`.
#[expect(clippy::struct_excessive_bools, reason = "they are flags")]
#[derive(Args)]
pub struct Open {
    /// Talk (specified as for `show`), year or latest
    #[arg(value_name = "TALK|YEAR|latest")]
    talk: String,

    /// Open the slides; fail if their URL is unknown
    #[arg(long, group = "what")]
    slides: bool,

    /// Open the first article; fail if there is none
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
pub fn run(
    args: &Open,
    dataset: &Dataset,
    browser: Option<&OsStr>,
    console: &mut Console,
) -> Result<(), Error> {
    let found = lookup::find(dataset, |_| true, &args.talk);
    let url = match found {
        Found::Talk(entry) => {
            let (url, what) = choose(args, &entry)?;
            if what != "the slides" {
                console.note(&Message::new(format!("this is the URL of {what}")));
            }
            url
        }
        Found::Editions([edition]) if !args.slides && !args.article => &*edition.url,
        found => return Err(Error::NotFound(vec![not_one(dataset, &args.talk, &found)])),
    };
    console.print(|screen, out| writeln!(out, "{}", screen.link(url, url)))?;
    // Print the URL first: a browser may be slow to start, or take over the terminal.
    console.flush()?;
    // The loader has checked that every URL begins with https://, so nothing else can be opened or
    // mistaken for an option.
    if !args.print && !start(browser, url) {
        console.note(&Message::new("cannot start a browser; open the URL above manually"));
    }
    Ok(())
}

/// Starts the first browser that can be started: of those named by `browser`, the value of `$BROWSER`,
/// or else the system's.
fn start(browser: Option<&OsStr>, url: &str) -> bool {
    let browser = browser.map(OsStr::to_string_lossy).unwrap_or_default();
    let mut commands =
        browser.split(BROWSER_SEPARATOR).filter(|it| !it.trim().is_empty()).peekable();
    if commands.peek().is_none() {
        return ::open::that_detached(url).is_ok();
    }
    commands.any(|command| {
        let mut words: Vec<String> =
            command.split_whitespace().map(|word| word.replace("%s", url)).collect();
        if !command.contains("%s") {
            words.push(url.to_owned());
        }
        // No shell: a URL may contain what a shell would run. A browser in the terminal has it until it
        // ends.
        Command::new(&words[0]).args(&words[1..]).status().is_ok_and(|status| status.success())
    })
}

/// Returns the requested URL, or by default the first that is known, and what it is of.
fn choose<'d>(args: &Open, entry: &Entry<'d>) -> Result<(&'d str, &'static str), Error> {
    let talk = entry.talk;
    let article = talk.coverage.first().map(|article| &*article.url);
    let link = talk.links.first().map(|link| &*link.url);
    let is_any = !(args.slides || args.article || args.page);
    let page = if talk.url.is_some() { "the talk's page" } else { "the edition's page" };
    for (is_asked, url, what) in [
        (args.slides, talk.slides_url.as_deref(), "the slides"),
        (args.article, article, "an article"),
        (false, link, "a link"),
        (args.page, Some(entry.url()), page),
    ] {
        if let Some(url) = url.filter(|_| is_asked || is_any) {
            return Ok((url, what));
        }
    }
    let what = if args.slides { "slides URL" } else { "article" };
    let message = Message::new(format!("no {what} is known for {}", Quoted(&talk.id)));
    Err(Error::NotFound(vec![
        message.with_tip(format!("open what is known with `kangrejos open {}`", talk.id)),
    ]))
}
