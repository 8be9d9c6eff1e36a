//! Tables without borders, and the list layout that replaces them on narrow terminals.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{self, Write};

use comfy_table::{ColumnConstraint, ContentArrangement, presets};
use textwrap::core::display_width;
use unicode_width::UnicodeWidthChar;

use super::found::mark;
use super::{KEY, STRONG, Screen, text};

/// The narrowest terminal that gets a table.
const MIN_WIDTH: usize = 60;

/// The least width that must remain for the columns that are wrapped, so that no word is broken.
const MIN_ROOM: usize = 40;

/// The widest table that the table crate can lay out.
const MAX_WIDTH: usize = u16::MAX as usize;

/// The spaces between two columns.
const GAP: u16 = 2;

/// A header and rows of text. The first column holds the key of each row.
pub struct Table<'d> {
    header: &'static [&'static str],
    /// The columns that are never wrapped; those without any text are omitted.
    rigid: &'static [usize],
    rows: Vec<Row<'d>>,
}

/// A row of a table.
#[derive(Default)]
pub struct Row<'d> {
    /// The text of each column.
    pub cells: Vec<Cow<'d, str>>,
    /// The URL that the first cell links to.
    pub link: Option<&'d str>,
    /// The words to mark in the columns that are wrapped.
    pub marks: BTreeSet<&'d str>,
    /// A line to print below the row.
    pub below: Option<String>,
}

impl<'d> Row<'d> {
    /// Creates a row of `cells` alone.
    pub fn new(cells: Vec<Cow<'d, str>>) -> Self {
        Self {
            cells,
            ..Self::default()
        }
    }
}

impl<'d> Table<'d> {
    /// Creates a table of `rows`; the columns in `rigid` are never wrapped.
    pub fn new(
        header: &'static [&'static str],
        rigid: &'static [usize],
        rows: impl Iterator<Item = Row<'d>>,
    ) -> Self {
        Self {
            header,
            rigid,
            rows: rows.collect(),
        }
    }

    /// Writes the table, fitted to the width of the screen if it has one. Without rows, writes
    /// nothing.
    pub fn write(&self, screen: Screen, out: &mut dyn Write) -> io::Result<()> {
        let widths: Vec<usize> = (0..self.header.len()).map(|n| self.width_of(n)).collect();
        let rigid: usize = self.rigid.iter().map(|n| widths[*n]).sum();
        let is_table = match screen.width {
            Some(width) => width >= MIN_WIDTH.max(rigid + MIN_ROOM),
            None => widths.iter().sum::<usize>() <= MAX_WIDTH,
        };
        if self.rows.is_empty() {
            Ok(())
        } else if is_table {
            self.write_columns(&widths, screen, out)
        } else {
            self.write_list(screen, out)
        }
    }

    /// Returns the width of a column that is not wrapped, with its gap; 0 for one to omit.
    fn width_of(&self, column: usize) -> usize {
        let cells = self
            .rows
            .iter()
            .map(|row| display_width(&row.cells[column]));
        match cells.max() {
            None | Some(0) if self.rigid.contains(&column) => 0,
            widest => widest.max(Some(self.header[column].len())).unwrap_or(0) + usize::from(GAP),
        }
    }

    fn write_columns(
        &self,
        widths: &[usize],
        screen: Screen,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let table = self.lay_out(widths, screen.width);
        let mut lines = table.lines();
        let header = lines.next().unwrap_or_default();
        writeln!(out, "{}", screen.paint(STRONG, header.trim_end()))?;
        let columns: Vec<usize> = (0..widths.len()).filter(|n| widths[*n] > 0).collect();
        let starts = columns.iter().map(|n| header.find(self.header[*n]));
        let starts: Vec<usize> = starts.flatten().collect();
        let mut rows = self.rows.iter();
        let mut row: Option<&Row> = None;
        for line in lines {
            // The lines that continue a wrapped row have nothing in the first column.
            if !line.starts_with(' ') {
                write_below(row, out)?;
                row = rows.next();
            }
            let Some(row) = row else { continue };
            let mut rest = line.trim_end();
            if !screen.color {
                writeln!(out, "{rest}")?;
                continue;
            }
            for (n, column) in columns.iter().enumerate() {
                let next = starts.get(n + 1).map(|next| next - starts[n]);
                let cell;
                (cell, rest) = split_at_width(rest, next.unwrap_or(usize::MAX));
                let text = cell.trim_end();
                let spaces = &cell[text.len()..];
                write!(out, "{}{spaces}", self.paint(row, *column, text, screen))?;
            }
            writeln!(out)?;
        }
        write_below(row, out)
    }

    /// Returns the same rows aligned by the table crate, and wrapped if there is a width.
    fn lay_out(&self, widths: &[usize], width: Option<usize>) -> comfy_table::Table {
        let mut table = comfy_table::Table::new();
        table.load_style(presets::NOTHING);
        table.set_header(self.header);
        table.add_rows(self.rows.iter().map(|row| &row.cells));
        if let Some(width) = width {
            table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
            table.set_content_arrangement(ContentArrangement::Dynamic);
        }
        for column in table.column_iter_mut() {
            let is_last = column.index + 1 == self.header.len();
            column.set_padding((0, if is_last { 0 } else { GAP }));
            if widths[column.index] == 0 {
                column.set_constraint(ColumnConstraint::Hidden);
            } else if self.rigid.contains(&column.index) {
                column.set_constraint(ColumnConstraint::ContentWidth);
            }
        }
        table
    }

    /// Writes the key on a line of its own, followed by the other rigid cells if they fit; the
    /// other cells are wrapped below.
    fn write_list(&self, screen: Screen, out: &mut dyn Write) -> io::Result<()> {
        let width = screen.width.unwrap_or(usize::MAX);
        for row in &self.rows {
            let key = text::wrap(&row.cells[0], Some(width));
            let rigid = self.rigid[1..].iter().map(|column| &row.cells[*column]);
            let beside: String = rigid
                .filter(|cell| !cell.is_empty())
                .flat_map(|cell| ["  ", cell])
                .collect();
            let used = key.last().map_or(0, |line| display_width(line));
            let fits = display_width(&beside) <= width.saturating_sub(used);
            for (n, line) in key.iter().enumerate() {
                let is_last = n + 1 == key.len();
                let beside = if fits && is_last { &*beside } else { "" };
                writeln!(out, "{}{beside}", self.paint(row, 0, line, screen))?;
            }
            for (column, cell) in row.cells.iter().enumerate().skip(1) {
                if cell.is_empty() || fits && self.rigid.contains(&column) {
                    continue;
                }
                for line in text::wrap(cell, Some(width.saturating_sub(2))) {
                    writeln!(out, "  {}", self.paint(row, column, &line, screen))?;
                }
            }
            write_below(Some(row), out)?;
        }
        Ok(())
    }

    /// Returns `text`, a cell or a line of one, with its link, colour and marks.
    fn paint<'t>(&self, row: &Row, column: usize, text: &'t str, screen: Screen) -> Cow<'t, str> {
        if column == 0 && !text.is_empty() {
            let key = screen.paint(KEY, text);
            return Cow::Owned(match row.link {
                Some(url) => screen.link(url, &key),
                None => key,
            });
        }
        if self.rigid.contains(&column) {
            return Cow::Borrowed(text);
        }
        mark(text, &row.marks, screen)
    }
}

/// Splits `text` after at most `width` columns.
fn split_at_width(text: &str, width: usize) -> (&str, &str) {
    let mut used = 0;
    let mut is_beyond = |c: char| {
        used += c.width().unwrap_or(0);
        used > width
    };
    text.split_at(text.find(&mut is_beyond).unwrap_or(text.len()))
}

fn write_below(row: Option<&Row>, out: &mut dyn Write) -> io::Result<()> {
    match row.and_then(|row| row.below.as_ref()) {
        Some(line) => writeln!(out, "{line}"),
        None => Ok(()),
    }
}
