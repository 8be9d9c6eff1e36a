//! Tables without borders, and the list layout that replaces them on narrow terminals.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::iter;

use anstyle::{Effects, Style};
use comfy_table::{ColumnConstraint, ContentArrangement, presets};
use unicode_width::UnicodeWidthChar;

use super::highlight::mark;
use crate::screen::{FAINT, KEY, STRONG, Screen, width_of, wrap};

/// The minimum width of a terminal for a table.
const MIN_WIDTH: usize = 60;

/// The minimum width that must remain for wrapped columns, so that no word is broken.
const MIN_ROOM: usize = 40;

/// The number of spaces between two columns.
const GAP: u16 = 2;

/// A column: its header, and the kind of its cells.
pub type Column = (&'static str, Cell);

/// The kinds of cells that a column can have.
#[derive(Clone, Copy, PartialEq)]
pub enum Cell {
    /// The key of each row: coloured, never wrapped, and always the first column.
    Key,
    /// Never wrapped, and omitted if all cells are empty.
    Fixed,
    /// Titles: wrapped, with marks and the effects of the row.
    Title,
    /// Wrapped, with marks.
    Text,
}

impl Cell {
    fn is_wrapped(self) -> bool {
        matches!(self, Self::Title | Self::Text)
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
    /// The text of each column; text with several lines is never wrapped.
    pub cells: Vec<Cow<'d, str>>,
    /// The URL that the key links to.
    pub link: Option<&'d str>,
    /// The words to mark in the columns that are wrapped.
    pub marks: BTreeSet<&'d str>,
    /// The effects of each line of the title; the last one also applies to any further lines.
    pub effects: Vec<Effects>,
    /// The text to print below the row: empty, or a line including its line ending.
    pub below: String,
}

impl<'d> Table<'d> {
    /// Creates a table of `rows`, without the fixed columns in which all cells are empty.
    pub fn new(columns: &[Column], rows: impl Iterator<Item = Row<'d>>) -> Self {
        let mut rows: Vec<Row> = rows.collect();
        let mut columns = columns.to_vec();
        for n in (0..columns.len()).rev() {
            if columns[n].1 == Cell::Fixed && rows.iter().all(|row| row.cells[n].is_empty()) {
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
            Some(width) => self.write_lines(&mut self.fitted(width).lines(), screen, out)?,
        }
        if !self.legend.is_empty() {
            writeln!(out)?;
            for line in wrap(self.legend, screen.width) {
                writeln!(out, "{}", screen.paint(FAINT, &line))?;
            }
        }
        Ok(())
    }

    /// Whether the table fits on a terminal of this width with every cell unwrapped.
    pub fn fits_unwrapped(&self, width: usize) -> bool {
        width >= self.min_width() && width >= self.widths().iter().sum()
    }

    /// Returns the width of the narrowest terminal that can show the table.
    fn min_width(&self) -> usize {
        let columns = self.columns.iter().zip(self.widths());
        let fixed = columns.filter(|((_, kind), _)| !kind.is_wrapped());
        let fixed: usize = fixed.map(|(_, width)| width).sum();
        MIN_WIDTH.max(fixed + MIN_ROOM)
    }

    /// Returns the unwrapped width of each column, including its gap.
    fn widths(&self) -> Vec<usize> {
        let width = |(n, (header, _)): (usize, &Column)| {
            let lines = self.rows.iter().flat_map(|row| row.cells[n].lines());
            lines.map(width_of).fold(header.len(), usize::max) + usize::from(GAP)
        };
        self.columns.iter().enumerate().map(width).collect()
    }

    /// Writes the lines of the table: the header, and one or more for each row.
    fn write_lines(
        &self,
        lines: &mut dyn Iterator<Item = String>,
        screen: Screen,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let header = lines.next().unwrap_or_default();
        writeln!(out, "{}", screen.paint(STRONG, header.trim_end()))?;
        let mut starts: Vec<usize> =
            self.columns.iter().filter_map(|(text, _)| header.find(text)).collect();
        // The last column extends to the end of the line.
        starts.push(usize::MAX);
        let mut lines = lines.peekable();
        for row in &self.rows {
            let mut n = 0;
            // In the lines that continue a wrapped row, the first column is empty.
            while let Some(line) = lines.next_if(|line| n == 0 || line.starts_with(' ')) {
                let mut rest = line.trim_end();
                if screen.color {
                    for ((_, kind), ends) in self.columns.iter().zip(starts.windows(2)) {
                        let (cell, others) = split_at_width(rest, ends[1] - ends[0]);
                        let text = cell.trim_end();
                        let spaces = &cell[text.len()..];
                        write!(out, "{}{spaces}", row.paint(*kind, n, text, screen))?;
                        rest = others;
                    }
                }
                writeln!(out, "{rest}")?;
                n += 1;
            }
            out.write_all(row.below.as_bytes())?;
        }
        Ok(())
    }

    /// Writes the rows without wrapping. The table crate would account for a sixth of all instructions
    /// of `list`, and keep the whole table in memory.
    fn write_unwrapped(&self, screen: Screen, out: &mut dyn Write) -> io::Result<()> {
        let widths = self.widths();
        let mut header = String::new();
        for ((name, _), width) in self.columns.iter().zip(&widths) {
            header.extend([name, &*" ".repeat(width - name.len())]);
        }
        writeln!(out, "{}", screen.paint(STRONG, header.trim_end()))?;
        let mut line = String::new();
        for row in &self.rows {
            let mut gap = 0;
            for ((cell, (_, kind)), width) in row.cells.iter().zip(&self.columns).zip(&widths) {
                if !cell.is_empty() {
                    line.extend(iter::repeat_n(' ', gap));
                    line.push_str(&row.paint(*kind, 0, cell, screen));
                    gap = 0;
                }
                gap += width - width_of(cell);
            }
            line.push('\n');
            out.write_all(line.as_bytes())?;
            out.write_all(row.below.as_bytes())?;
            line.clear();
        }
        Ok(())
    }

    /// Returns the same rows aligned and wrapped to `width` columns by the table crate.
    fn fitted(&self, width: usize) -> comfy_table::Table {
        let mut table = comfy_table::Table::new();
        table.load_style(presets::NOTHING);
        table.set_header(self.columns.iter().map(|(header, _)| *header));
        table.add_rows(self.rows.iter().map(|row| &row.cells));
        table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
        table.set_content_arrangement(ContentArrangement::Dynamic);
        for (n, column) in table.column_iter_mut().enumerate() {
            let is_last = n + 1 == self.columns.len();
            column.set_padding((0, if is_last { 0 } else { GAP }));
            if !self.columns[n].1.is_wrapped() {
                column.set_constraint(ColumnConstraint::ContentWidth);
            }
        }
        table
    }

    /// Writes a list: for each row the key, followed by the fixed cells if they fit on its line,
    /// with the other cells wrapped below.
    fn write_list(&self, width: usize, screen: Screen, out: &mut dyn Write) -> io::Result<()> {
        for row in &self.rows {
            let key = wrap(&row.cells[0], Some(width));
            let kinds = self.columns.iter().map(|(_, kind)| *kind);
            let cells = kinds.zip(&row.cells).skip(1).filter(|(_, cell)| !cell.is_empty());
            let fixed = cells.clone().filter(|(kind, _)| !kind.is_wrapped());
            let fixed: String = fixed.flat_map(|(_, cell)| ["  ", cell]).collect();
            let used = key.last().map_or(0, |line| width_of(line));
            let fits = width_of(&fixed) <= width.saturating_sub(used);
            let key: Vec<_> =
                key.iter().map(|line| row.paint(Cell::Key, 0, line, screen)).collect();
            writeln!(out, "{}{}", key.join("\n"), if fits { &fixed } else { "" })?;
            for (kind, cell) in cells.filter(|(kind, _)| kind.is_wrapped() || !fits) {
                for line in wrap(cell, Some(width.saturating_sub(2))) {
                    writeln!(out, "  {}", row.paint(kind, 0, &line, screen))?;
                }
            }
            out.write_all(row.below.as_bytes())?;
        }
        Ok(())
    }
}

impl<'d> Row<'d> {
    /// Creates a row that has only `cells`.
    pub fn new(cells: Vec<Cow<'d, str>>) -> Self {
        Self { cells, ..Self::default() }
    }

    /// Returns `text`, which is line `n` of a cell, with its link, colour and marks.
    fn paint<'t>(&self, kind: Cell, n: usize, text: &'t str, screen: Screen) -> Cow<'t, str> {
        if !screen.color {
            return Cow::Borrowed(text);
        }
        Cow::Owned(match (kind, self.link) {
            (Cell::Key, Some(url)) if !text.is_empty() => {
                screen.link(url, &screen.paint(KEY, text))
            }
            (Cell::Key, _) => screen.paint(KEY, text),
            (Cell::Fixed, _) => text.to_owned(),
            (Cell::Title, _) => {
                let effects = self.effects.get(n).or(self.effects.last()).copied();
                mark(text, &self.marks, Style::new() | effects.unwrap_or_default(), screen)
            }
            (Cell::Text, _) => mark(text, &self.marks, Style::new(), screen),
        })
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
