//! Tables without borders, and the list layout that replaces them on narrow terminals.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{self, Write};

use anstyle::{Effects, Style};
use comfy_table::{ColumnConstraint, ContentArrangement, presets};
use textwrap::core::display_width;
use unicode_width::UnicodeWidthChar;

use super::found::mark;
use super::{FAINT, KEY, STRONG, Screen, text};

/// The narrowest terminal that gets a table.
const MIN_WIDTH: usize = 60;

/// The least width that must remain for the columns that are wrapped, so that no word is broken.
const MIN_ROOM: usize = 40;

/// The spaces between two columns.
const GAP: u16 = 2;

/// A column, with its header.
#[derive(Clone, Copy)]
pub enum Column {
    /// The key of each row: in colour, never wrapped. It comes first.
    Key(&'static str),
    /// Never wrapped, and omitted if it has no text.
    Fixed(&'static str),
    /// Titles: wrapped, with marks and the effects of the row.
    Title(&'static str),
    /// Wrapped, with marks.
    Text(&'static str),
}

impl Column {
    fn header(self) -> &'static str {
        match self {
            Self::Key(header) | Self::Fixed(header) | Self::Title(header) | Self::Text(header) => {
                header
            }
        }
    }

    fn is_wrapped(self) -> bool {
        matches!(self, Self::Title(_) | Self::Text(_))
    }
}

/// Rows of text under a header.
pub struct Table<'d> {
    columns: Vec<Column>,
    rows: Vec<Row<'d>>,
    /// A line to print below the table.
    pub legend: &'static str,
}

/// A row of a table.
#[derive(Default)]
pub struct Row<'d> {
    /// The text of each column; one with several lines is never wrapped.
    pub cells: Vec<Cow<'d, str>>,
    /// The URL that the key links to.
    pub link: Option<&'d str>,
    /// The words to mark in the columns that are wrapped.
    pub marks: BTreeSet<&'d str>,
    /// The effects of each line of the title; the last is also that of all lines after it.
    pub effects: Vec<Effects>,
    /// A line to print below the row.
    pub below: Option<String>,
}

impl<'d> Table<'d> {
    /// Creates a table of `rows`, without the fixed columns in which no row has text.
    pub fn new(columns: &[Column], rows: impl Iterator<Item = Row<'d>>) -> Self {
        let mut rows: Vec<Row> = rows.collect();
        let mut columns = columns.to_vec();
        for n in (0..columns.len()).rev() {
            let is_fixed = matches!(columns[n], Column::Fixed(_));
            if is_fixed && rows.iter().all(|row| row.cells[n].is_empty()) {
                columns.remove(n);
                for row in &mut rows {
                    row.cells.remove(n);
                }
            }
        }
        Self { columns, rows, legend: "" }
    }

    /// Writes the table, fitted to the width of the screen if it has one. Without rows, writes
    /// nothing.
    pub fn write(&self, screen: Screen, out: &mut dyn Write) -> io::Result<()> {
        if self.rows.is_empty() {
            return Ok(());
        }
        match screen.width {
            None => self.write_unwrapped(screen, out)?,
            Some(width) if width < self.min_width() => self.write_list(width, screen, out)?,
            Some(width) => self.write_fitted(width, screen, out)?,
        }
        if !self.legend.is_empty() {
            writeln!(out)?;
            for line in text::wrap(self.legend, screen.width) {
                writeln!(out, "{}", screen.paint(FAINT, &line))?;
            }
        }
        Ok(())
    }

    /// Whether a terminal of this width has the table, with every cell unwrapped.
    pub fn fits_unwrapped(&self, width: usize) -> bool {
        width >= self.min_width() && width >= self.widths().iter().sum()
    }

    /// Returns the width of the narrowest terminal that has the table.
    fn min_width(&self) -> usize {
        let columns = self.columns.iter().zip(self.widths());
        let fixed = columns.filter(|(column, _)| !column.is_wrapped());
        let fixed: usize = fixed.map(|(_, width)| width).sum();
        MIN_WIDTH.max(fixed + MIN_ROOM)
    }

    /// Returns the width of each column that is not wrapped, with its gap.
    fn widths(&self) -> Vec<usize> {
        let width = |(n, column): (usize, &Column)| {
            let lines = self.rows.iter().flat_map(|row| row.cells[n].lines());
            let header = column.header().len();
            lines.map(display_width).fold(header, usize::max) + usize::from(GAP)
        };
        self.columns.iter().enumerate().map(width).collect()
    }

    /// Writes the table as wide as its text. The table crate would cost a sixth of all instructions
    /// of `list`, and keep the whole table in memory.
    fn write_unwrapped(&self, screen: Screen, out: &mut dyn Write) -> io::Result<()> {
        let widths = self.widths();
        let columns = || self.columns.iter().zip(&widths);
        // A width in a format string is limited to 65,535.
        let pad = |n| " ".repeat(n);
        let header = columns().map(|(column, width)| (column.header(), width));
        let header: String =
            header.map(|(text, width)| text.to_owned() + &pad(width - text.len())).collect();
        writeln!(out, "{}", screen.paint(STRONG, header.trim_end()))?;
        for row in &self.rows {
            let mut spaces = 0;
            for ((column, width), cell) in columns().zip(&row.cells) {
                if !cell.is_empty() {
                    write!(out, "{}{}", pad(spaces), row.paint(*column, 0, cell, screen))?;
                    spaces = 0;
                }
                spaces += width - display_width(cell);
            }
            writeln!(out)?;
            write_below(Some(row), out)?;
        }
        Ok(())
    }

    /// Writes the table fitted to `width` columns.
    fn write_fitted(&self, width: usize, screen: Screen, out: &mut dyn Write) -> io::Result<()> {
        let table = self.lay_out(width);
        let mut lines = table.lines();
        let header = lines.next().unwrap_or_default();
        writeln!(out, "{}", screen.paint(STRONG, header.trim_end()))?;
        let start = |column: &Column| header.find(column.header());
        let starts: Vec<usize> = self.columns.iter().filter_map(start).collect();
        let mut rows = self.rows.iter();
        let mut row: Option<&Row> = None;
        let mut n = 0;
        for line in lines {
            // The lines that continue a wrapped row have nothing in the first column.
            if line.starts_with(' ') {
                n += 1;
            } else {
                write_below(row, out)?;
                (row, n) = (rows.next(), 0);
            }
            let mut rest = line.trim_end();
            if let Some(row) = row.filter(|_| screen.color) {
                for (column, ends) in self.columns.iter().zip(starts.windows(2)) {
                    let cell;
                    (cell, rest) = split_at_width(rest, ends[1] - ends[0]);
                    let text = cell.trim_end();
                    let spaces = &cell[text.len()..];
                    write!(out, "{}{spaces}", row.paint(*column, n, text, screen))?;
                }
                // The last column ends with the line.
                let last = self.columns[self.columns.len() - 1];
                writeln!(out, "{}", row.paint(last, n, rest, screen))?;
            } else {
                writeln!(out, "{rest}")?;
            }
        }
        write_below(row, out)
    }

    /// Returns the same rows aligned and wrapped by the table crate.
    fn lay_out(&self, width: usize) -> comfy_table::Table {
        let mut table = comfy_table::Table::new();
        table.load_style(presets::NOTHING);
        table.set_header(self.columns.iter().map(|column| column.header()));
        table.add_rows(self.rows.iter().map(|row| &row.cells));
        table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
        table.set_content_arrangement(ContentArrangement::Dynamic);
        for (n, column) in table.column_iter_mut().enumerate() {
            let is_last = n + 1 == self.columns.len();
            column.set_padding((0, if is_last { 0 } else { GAP }));
            if !self.columns[n].is_wrapped() {
                column.set_constraint(ColumnConstraint::ContentWidth);
            }
        }
        table
    }

    /// Writes the key on a line of its own, followed by the fixed cells if they fit; the other cells
    /// are wrapped below.
    fn write_list(&self, width: usize, screen: Screen, out: &mut dyn Write) -> io::Result<()> {
        for row in &self.rows {
            let key = text::wrap(&row.cells[0], Some(width));
            let cells =
                || self.columns.iter().zip(&row.cells).skip(1).filter(|(_, cell)| !cell.is_empty());
            let fixed = cells().filter(|(column, _)| !column.is_wrapped());
            let fixed: String = fixed.flat_map(|(_, cell)| ["  ", cell]).collect();
            let used = key.last().map_or(0, |line| display_width(line));
            let fits = display_width(&fixed) <= width.saturating_sub(used);
            for (n, line) in key.iter().enumerate() {
                let is_last = n + 1 == key.len();
                let fixed = if fits && is_last { &*fixed } else { "" };
                let key = row.paint(self.columns[0], 0, line, screen);
                writeln!(out, "{key}{fixed}")?;
            }
            for (column, cell) in cells().filter(|(column, _)| column.is_wrapped() || !fits) {
                for line in text::wrap(cell, Some(width.saturating_sub(2))) {
                    writeln!(out, "  {}", row.paint(*column, 0, &line, screen))?;
                }
            }
            write_below(Some(row), out)?;
        }
        Ok(())
    }
}

impl<'d> Row<'d> {
    /// Creates a row of `cells` alone.
    pub fn new(cells: Vec<Cow<'d, str>>) -> Self {
        Self { cells, ..Self::default() }
    }

    /// Returns `text`, which is line `n` of a cell, with its link, colour and marks.
    fn paint<'t>(&self, column: Column, n: usize, text: &'t str, screen: Screen) -> Cow<'t, str> {
        match column {
            _ if text.is_empty() => Cow::Borrowed(text),
            Column::Key(_) => {
                let key = screen.paint(KEY, text);
                Cow::Owned(match self.link {
                    Some(url) => screen.link(url, &key),
                    None => key,
                })
            }
            Column::Fixed(_) => Cow::Borrowed(text),
            Column::Title(_) => {
                let effects = self.effects.get(n).or(self.effects.last()).copied();
                mark(text, &self.marks, Style::new() | effects.unwrap_or_default(), screen)
            }
            Column::Text(_) => mark(text, &self.marks, Style::new(), screen),
        }
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
