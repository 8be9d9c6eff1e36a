//! `people`: lists people, or prints the pages of some: their talks, and every point they made.

use clap::Args;

use super::messages::{more, no_match, select};
use crate::console::Console;
use crate::dataset::{Dataset, Profile, similar};
use crate::error::{Error, Message};
use crate::escape::Quoted;
use crate::fold;
use crate::options::{Limit, Output};
use crate::phrase::{join, list};
use crate::render::{self, ListFormat, PageFormat, PeopleFormat, page};
use crate::selection::Selection;

// The arguments of `people`.
#[derive(Args)]
pub struct People {
    /// Name, part of one or nickname: print the page of this person
    #[arg(value_name = "NAME")]
    names: Vec<String>,

    #[command(flatten)]
    pub selection: Selection,

    #[command(flatten)]
    pub output: Output<PeopleFormat>,

    #[command(flatten)]
    limit: Limit,
}

/// Prints everybody who gave one of the selected talks or made a point in them, by family name, or
/// the pages of the given people.
pub fn run(args: &People, dataset: &Dataset, console: &mut Console) -> Result<(), Error> {
    // The speakers are people to print, not talks to select.
    let mut talks = args.selection.clone();
    talks.speakers.clear();
    let entries = select(&talks, &[], dataset)?;
    let people = dataset.people();
    let mut profiles = people.profiles(entries.into_iter());
    profiles.retain(|profile| args.selection.matches_speaker(profile.name, &people));
    let no_match = profiles.is_empty().then(|| {
        let everybody = people.profiles(dataset.entries());
        let is_known = |it: &Profile| args.selection.matches_speaker(it.name, &people);
        if everybody.iter().any(is_known) {
            Error::NotFound(vec![Message::new("nobody matches these filters")])
        } else {
            no_match(&args.selection, dataset)
        }
    });
    if !args.names.is_empty() && no_match.is_none() {
        let is_one = |name: &String| fitting(name, &profiles).len() == 1;
        let together = args.names.join(" ");
        // The words of one name need no quotes.
        let is_name = !args.names.iter().all(is_one) && is_one(&together);
        let names = if is_name { vec![together] } else { args.names.clone() };
        profiles = named(&names, profiles, dataset)?;
    }
    let cut = args.limit.cut(&mut profiles);
    let mut print = |format: Result<ListFormat, PageFormat>| match format {
        Ok(format) => {
            console.print(|screen, out| render::list(format, &profiles, dataset, screen, out))
        }
        Err(format) => {
            let pages = profiles.iter().map(page::person);
            console.print(|screen, out| render::pages(format, pages, screen, out))
        }
    };
    print(match args.output.format() {
        PeopleFormat::Table if args.names.is_empty() || profiles.is_empty() => {
            Ok(ListFormat::Table)
        }
        PeopleFormat::Table => Err(PageFormat::Text),
        PeopleFormat::Markdown if profiles.is_empty() => Ok(ListFormat::Table),
        PeopleFormat::Markdown => Err(PageFormat::Markdown),
        PeopleFormat::Tsv => Ok(ListFormat::Tsv),
        PeopleFormat::Json => Ok(ListFormat::Json),
        PeopleFormat::Jsonl => Ok(ListFormat::Jsonl),
        PeopleFormat::Ids => Ok(ListFormat::Ids),
    })?;
    more(cut, profiles.len(), "person", console);
    no_match.map_or(Ok(()), Err)
}

/// Returns the people with the given names, in the order given. A name that fits several people is a
/// usage error.
fn named<'d>(
    names: &[String],
    profiles: Vec<Profile<'d>>,
    dataset: &Dataset,
) -> Result<Vec<Profile<'d>>, Error> {
    let mut found = Vec::new();
    let mut missing = Vec::new();
    for text in names {
        match fitting(text, &profiles)[..] {
            [name] => {
                found.extend(profiles.iter().position(|it| it.name == name));
            }
            [] => missing.push(nobody(text, &profiles, dataset)),
            ref several => {
                let message = format!("{} fits several people: {}", Quoted(text), list(several));
                return Err(Message::new(message).with_tip("give more of the name").into());
            }
        }
    }
    if !missing.is_empty() {
        return Err(Error::NotFound(missing));
    }
    let mut wanted: Vec<Option<Profile>> = profiles.into_iter().map(Some).collect();
    Ok(found.into_iter().filter_map(|place| wanted[place].take()).collect())
}

/// Returns the people that `text` names, or else those whose names it begins.
fn fitting<'d>(text: &str, profiles: &[Profile<'d>]) -> Vec<&'d str> {
    let words = fold::words(text);
    let is_exact =
        |profile: &&Profile| profile.spellings().any(|spelling| fold::words(spelling) == words);
    let fits = |profile: &&Profile| !words.is_empty() && profile.is_named(&words);
    let exact: Vec<&str> = profiles.iter().filter(is_exact).map(|it| it.name).collect();
    if exact.is_empty() { profiles.iter().filter(fits).map(|it| it.name).collect() } else { exact }
}

/// Returns the message for a name that is nobody's.
fn nobody(text: &str, profiles: &[Profile], dataset: &Dataset) -> Message {
    let near = similar(text, profiles);
    let tip = match &near[..] {
        [] if dataset.named(text).is_some_and(|editions| !editions.is_empty()) => {
            format!("list the people of an edition with `kangrejos people -e {text}`")
        }
        [] => "list everybody with `kangrejos people`".to_owned(),
        near => format!("did you mean {}?", join(near, "or")),
    };
    Message::new(format!("no person matches {}", Quoted(text))).with_tip(tip)
}
