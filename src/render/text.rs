//! Plain text: pages as `show` prints them, wrapped if the screen has a width.

use std::borrow::Cow;
use std::io::{self, Write};

use anstyle::Style;

use super::page::{Block, Content, Item, Part};
use super::records;
use crate::screen::{FAINT, KEY, STRONG, Screen, width_of, wrap, wrapping};

/// The column where labeled values begin, from 0.
const INDENT: usize = 11;

/// The minimum width of a screen for labels and values on the same line.
const MIN_LABEL_WIDTH: usize = 40;

/// The minimum width of a column of texts beside dates or IDs.
const MIN_COLUMN: usize = 20;

/// The indent of abstracts, of continuation lines, and of labeled values on a narrow screen.
const SMALL_INDENT: usize = 2;

const PLAIN: Style = Style::new();

/// Writes a page.
pub fn page(blocks: &[Block], screen: Screen, out: &mut dyn Write) -> io::Result<()> {
    let mut last = None;
    for block in blocks {
        if last.is_some_and(|last| is_apart(last, block.part)) {
            writeln!(out)?;
        }
        last = Some(block.part);
        match &block.content {
            Content::Line(text) => {
                let style = match block.part {
                    Part::Title if text.starts_with('[') => STRONG.italic(),
                    Part::Title | Part::Session => STRONG,
                    _ => PLAIN,
                };
                paragraph(text, style, 0, screen, out)?;
            }
            Content::Paragraphs(texts) => {
                let is_labeled = !block.part.label().is_empty();
                if is_labeled {
                    writeln!(out, "{}", screen.paint(STRONG, &format!("{}:", block.part.label())))?;
                }
                for (n, text) in texts.iter().enumerate() {
                    if n > 0 {
                        writeln!(out)?;
                    }
                    let indent = if is_labeled { SMALL_INDENT } else { 0 };
                    paragraph(text, PLAIN, indent, screen, out)?;
                }
            }
            Content::Items(items) => write_items(block.part, items, screen, out)?,
            Content::Schedule(edition) => records::schedule(edition, screen).write(screen, out)?,
        }
    }
    Ok(())
}

/// Whether an empty line separates two parts.
fn is_apart(before: Part, after: Part) -> bool {
    let group = |part: Part| match part {
        Part::Title | Part::Speakers | Part::Edition => Some(0),
        Part::Gist | Part::State => Some(1),
        Part::Slides
        | Part::Articles
        | Part::Links
        | Part::Page
        | Part::SeeAlso
        | Part::Topics
        | Part::Id => Some(2),
        Part::Session | Part::Notes | Part::Elsewhere => Some(3),
        _ => None,
    };
    after == Part::Session || group(before).is_none() || group(before) != group(after)
}

fn paragraph(
    text: &str,
    style: Style,
    indent: usize,
    screen: Screen,
    out: &mut dyn Write,
) -> io::Result<()> {
    for line in wrap(text, screen.text_width(indent)) {
        writeln!(out, "{:indent$}{}", "", screen.paint(style, &line))?;
    }
    Ok(())
}

/// Writes a label and the items, one below the other. Items with the same URL share it. On a narrow
/// screen, the label is on a line of its own.
fn write_items(part: Part, items: &[Item], screen: Screen, out: &mut dyn Write) -> io::Result<()> {
    let label = part.label();
    let is_narrow = screen.width.is_some_and(|width| width < MIN_LABEL_WIDTH);
    let indent = if is_narrow { SMALL_INDENT } else { INDENT };
    let gap = " ".repeat(indent.saturating_sub(label.len()));
    let mut prefix = screen.paint(STRONG, label) + &gap;
    if is_narrow {
        writeln!(out, "{}", screen.paint(STRONG, label))?;
        prefix = " ".repeat(indent);
    }
    let style = match part {
        Part::SeeAlso | Part::Talks | Part::Id => KEY,
        Part::Notes | Part::Elsewhere => STRONG,
        _ => PLAIN,
    };
    let column = items.iter().map(|item| width_of(&item.lead)).max().unwrap_or(0);
    let is_column = matches!(part, Part::Outcome | Part::SeeAlso | Part::Talks)
        && screen.text_width(indent).is_none_or(|width| width >= column + 2 + MIN_COLUMN);
    for (n, item) in items.iter().enumerate() {
        let width = width_of(&item.lead);
        let is_column = is_column && width > 0;
        let hang = if is_column { column + 2 } else { SMALL_INDENT };
        let gap = match (width, &*item.text) {
            (0, _) | (_, "") => 0,
            _ if is_column => hang - width,
            _ => 1,
        };
        let line = format!("{}{:gap$}{}", screen.paint(style, &item.lead), "", item.text);
        let url = item.url.filter(|url| items.get(n + 1).is_none_or(|next| next.url != Some(url)));
        let url = url.map(|url| screen.paint(FAINT, &screen.link(url, url)));
        let is_only_url = line.is_empty();
        let mut lines = if is_only_url { Vec::new() } else { hanging(&line, hang, indent, screen) };
        let under = " ".repeat(if is_column { hang } else { 0 });
        lines.extend(url.map(|url| if is_only_url { url } else { under + &url }));
        for line in lines {
            writeln!(out, "{prefix}{line}")?;
            prefix = " ".repeat(indent);
        }
    }
    Ok(())
}

/// Wraps `text` beside an indent, with lines after the first indented by `hang`.
fn hanging(text: &str, hang: usize, indent: usize, screen: Screen) -> Vec<String> {
    let Some(width) = screen.text_width(indent) else { return vec![text.to_owned()] };
    let hang = " ".repeat(hang);
    let lines = textwrap::wrap(text, wrapping(width).subsequent_indent(&hang));
    lines.into_iter().map(Cow::into_owned).collect()
}
