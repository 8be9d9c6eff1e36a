//! Aligned columns without lines, and the list that takes their place where a terminal is narrow.

use std::borrow::Cow;
use std::io::{self, Write};
use std::iter;

use comfy_table::{ColumnConstraint, ContentArrangement, presets};
use textwrap::core::display_width;

use super::found::marked;
use super::{KEY, STRONG, Screen, text};

/// Below this many columns of a terminal a table becomes a list.
const NARROWEST: usize = 60;

/// So it does where the columns that may be wrapped have less than this: long words would be cut.
const LEAST_ROOM: usize = 40;

/// Blanks between two columns.
const GAP: u16 = 2;

/// A header and rows of text. The first column is the key of the row.
pub struct Table {
    header: &'static [&'static str],
    /// The columns that are never wrapped.
    rigid: &'static [usize],
    rows: Vec<Row>,
}

/// A row of a table.
#[derive(Default)]
pub struct Row {
    /// A cell per column.
    pub cells: Vec<String>,
    /// Where the first cell links to.
    pub link: Option<String>,
    /// Words to mark in the cells that may be wrapped.
    pub marks: Vec<String>,
    /// Lines to print below the row, as they are.
    pub below: Vec<String>,
}

impl Row {
    /// The first cell, or a part of it, as the screen shows it.
    fn key(&self, text: &str, screen: Screen) -> String {
        let painted = screen.paint(KEY, text);
        match &self.link {
            Some(address) => screen.link(address, &painted),
            None => painted,
        }
    }
}

impl Table {
    /// An empty table; the columns of `rigid` are never wrapped.
    pub fn new(header: &'static [&'static str], rigid: &'static [usize]) -> Self {
        Self {
            header,
            rigid,
            rows: Vec::new(),
        }
    }

    /// Adds a row.
    pub fn add(&mut self, row: Row) {
        debug_assert_eq!(row.cells.len(), self.header.len());
        self.rows.push(row);
    }

    /// Writes the table, fitted to the screen where that has a width. An empty one writes nothing.
    pub fn write(self, screen: Screen, out: &mut dyn Write) -> io::Result<()> {
        match screen.width {
            _ if self.rows.is_empty() => Ok(()),
            Some(width) if width < NARROWEST || width < self.rigid_width() + LEAST_ROOM => {
                self.write_list(screen, width, out)
            }
            Some(width) => self.write_columns(screen, width, out),
            None => self.write_whole(screen, out),
        }
    }

    /// The table where nothing is to be wrapped: of all that the crate for tables does, this needs but
    /// the blanks between the columns, at a tenth of the cost.
    fn write_whole(&self, screen: Screen, out: &mut dyn Write) -> io::Result<()> {
        let columns = 0..self.header.len();
        let widths: Vec<usize> = columns.map(|column| self.width_of(column)).collect();
        let mut line = String::new();
        push_cells(&mut line, &widths, self.header, |_, cell| {
            Cow::Borrowed(cell)
        });
        writeln!(out, "{}", screen.paint(STRONG, &line))?;
        for row in &self.rows {
            line.clear();
            push_cells(
                &mut line,
                &widths,
                &row.cells,
                |column, cell| match column {
                    0 => Cow::Owned(row.key(cell, screen)),
                    column if self.rigid.contains(&column) => Cow::Borrowed(cell),
                    _ => marked(cell, &row.marks, screen),
                },
            );
            line.push('\n');
            out.write_all(line.as_bytes())?;
            below(Some(row), out)?;
        }
        Ok(())
    }

    /// The table fitted to `width` columns.
    fn write_columns(&self, screen: Screen, width: usize, out: &mut dyn Write) -> io::Result<()> {
        let table = self.columns(width);
        let mut lines = table.lines();
        if let Some(header) = lines.next() {
            writeln!(out, "{}", screen.paint(STRONG, header.trim_end()))?;
        }
        // No word is marked in the columns that are never wrapped; where words are, these are ASCII.
        let is_marked = self.rows.iter().any(|row| !row.marks.is_empty());
        let unmarked = if is_marked { self.rigid_width() } else { 0 };
        let mut rows = self.rows.iter();
        let mut row: Option<&Row> = None;
        for line in lines {
            let line = line.trim_end();
            // A wrapped row goes on in lines that have nothing in the first column.
            if !line.starts_with(' ') {
                below(row, out)?;
                row = rows.next();
            }
            let Some(row) = row else { continue };
            let (name, rest) = match line.strip_prefix(&*row.cells[0]) {
                Some(rest) => (row.key(&row.cells[0], screen), rest),
                None => (String::new(), line),
            };
            let unmarked = unmarked.saturating_sub(line.len() - rest.len());
            let (unmarked, rest) = rest.split_at_checked(unmarked).unwrap_or((rest, ""));
            writeln!(out, "{name}{unmarked}{}", marked(rest, &row.marks, screen))?;
        }
        below(row, out)
    }

    /// What the columns take that are never wrapped, with their gaps. They come first.
    fn rigid_width(&self) -> usize {
        self.rigid.iter().map(|column| self.width_of(*column)).sum()
    }

    /// What a column takes where it is not wrapped, with its gap.
    fn width_of(&self, column: usize) -> usize {
        let cells = self.rows.iter().map(|row| width(&row.cells[column]));
        cells.fold(width(self.header[column]), usize::max) + usize::from(GAP)
    }

    /// The same rows for the crate that aligns and wraps them, in `width` columns.
    fn columns(&self, width: usize) -> comfy_table::Table {
        let mut table = comfy_table::Table::new();
        table.load_style(presets::NOTHING);
        table.set_header(self.header);
        table.add_rows(self.rows.iter().map(|row| &row.cells));
        table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
        table.set_content_arrangement(ContentArrangement::Dynamic);
        for column in table.column_iter_mut() {
            let last = column.index + 1 == self.header.len();
            column.set_padding((0, if last { 0 } else { GAP }));
            if self.rigid.contains(&column.index) {
                column.set_constraint(ColumnConstraint::ContentWidth);
            }
        }
        table
    }

    /// The key on a line of its own, with the other cells that are never wrapped where they fit; what
    /// is left wrapped below it.
    fn write_list(&self, screen: Screen, width: usize, out: &mut dyn Write) -> io::Result<()> {
        for row in &self.rows {
            let key = text::wrapped(&row.cells[0], Some(width));
            let beside = self.rigid[1..].iter().map(|column| &row.cells[*column]);
            let beside = beside
                .filter(|cell| !cell.is_empty())
                .map(|cell| format!("  {cell}"));
            let beside: String = beside.collect();
            let room = width.saturating_sub(key.last().map_or(0, |line| display_width(line)));
            let fits = display_width(&beside) <= room;
            for (n, line) in key.iter().enumerate() {
                let beside = if fits && n + 1 == key.len() {
                    &beside
                } else {
                    ""
                };
                writeln!(out, "{}{beside}", row.key(line, screen))?;
            }
            let cells = row.cells.iter().enumerate().skip(1);
            let below_key = cells.filter(|(n, _)| !(fits && self.rigid.contains(n)));
            for (_, cell) in below_key.filter(|(_, cell)| !cell.is_empty()) {
                for line in text::wrapped(cell, Some(width.saturating_sub(2))) {
                    writeln!(out, "  {}", marked(&line, &row.marks, screen))?;
                }
            }
            below(Some(row), out)?;
        }
        Ok(())
    }
}

/// Appends `cells`, each shown as `show` has it and filled up to its width, without blanks at the end.
fn push_cells<'c>(
    line: &mut String,
    widths: &[usize],
    cells: &'c [impl AsRef<str>],
    show: impl Fn(usize, &'c str) -> Cow<'c, str>,
) {
    let mut blanks = 0;
    for (column, (cell, wanted)) in cells.iter().zip(widths).enumerate() {
        let cell = cell.as_ref();
        if !cell.is_empty() {
            line.extend(iter::repeat_n(' ', blanks));
            line.push_str(&show(column, cell));
            blanks = 0;
        }
        blanks += wanted - width(cell);
    }
}

/// The columns that `text` takes.
fn width(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        display_width(text)
    }
}

fn below(row: Option<&Row>, out: &mut dyn Write) -> io::Result<()> {
    row.iter()
        .flat_map(|row| &row.below)
        .try_for_each(|line| writeln!(out, "{line}"))
}
