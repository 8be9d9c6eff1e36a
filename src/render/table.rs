//! Tables without borders, and the list layout that replaces them on narrow terminals.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::iter;

use anstyle::Style;
use comfy_table::{ColumnConstraint, ContentArrangement, ContentLineStyle, TableStyle, Width};

use super::highlight::mark;
use crate::screen::{KEY, STRONG, Screen, width_of, wrap};

/// The minimum width of a terminal for a table.
const MIN_WIDTH: usize = 60;

/// The number of spaces between two columns.
const GAP: usize = 2;

/// The width of a cell from which it is wrapped to that of the screen first.
const MAX_CELL: usize = 10_000;

/// What the table crate writes between two columns: a character that no text contains, and that
/// takes the place of a space.
const SEPARATOR: char = '\u{1f}';

/// A column: its header, and the kind of its cells.
pub type Column = (Cow<'static, str>, Cell);

/// The kinds of cells that a column can have.
#[derive(Clone, Copy, PartialEq)]
pub enum Cell {
    /// The key of each row: colored, never wrapped, and always the first column.
    Key,
    /// Never wrapped, and omitted if all cells are empty.
    Fixed,
    /// Titles: wrapped, with marks and the style of the row.
    Title,
    /// Wrapped, with marks.
    Text,
    /// Wrapped, with marks, and at most a quarter of the width.
    Short,
    /// Wrapped, and at most a sixth of the width.
    Label,
}

impl Cell {
    fn is_wrapped(self) -> bool {
        !matches!(self, Self::Key | Self::Fixed)
    }

    /// Returns the width that must remain for a column to be readable.
    fn min_room(self) -> usize {
        match self {
            Self::Key | Self::Fixed => usize::MAX,
            Self::Title | Self::Text => 20,
            Self::Short => 18,
            Self::Label => 12,
        }
    }

    /// Returns how the table crate limits the width of a column, of the `width` that all have without the
    /// separators. No word is broken; the longest with a space has the width `longest`.
    fn constraint(self, longest: usize, width: usize) -> ColumnConstraint {
        let fixed = |width: usize| Width::Fixed(u16::try_from(width).unwrap_or(u16::MAX));
        let (lower, most) = match self {
            Self::Key | Self::Fixed => return ColumnConstraint::ContentWidth,
            Self::Title | Self::Text => return ColumnConstraint::LowerBoundary(fixed(longest)),
            Self::Short => (longest, width / 4),
            Self::Label => (longest, width * 16 / 100),
        };
        ColumnConstraint::Boundaries { lower: fixed(lower), upper: fixed(most.max(lower)) }
    }
}

/// Rows of text under a header.
pub struct Table<'d> {
    columns: Vec<Column>,
    rows: Vec<Row<'d>>,
}

/// A row of a table.
#[derive(Default)]
pub struct Row<'d> {
    /// The text of each column.
    pub cells: Vec<Cow<'d, str>>,
    /// The URL that the key links to.
    pub link: Option<&'d str>,
    /// The words to mark in the columns that are wrapped.
    pub marks: BTreeSet<&'d str>,
    /// The style of the title.
    pub style: Style,
    /// Painted lines to print above the row.
    pub above: Vec<String>,
    /// Painted lines to print below the row.
    pub below: Vec<String>,
}

impl<'d> Table<'d> {
    /// Creates a table of `rows`, without the fixed columns in which all cells are empty.
    pub fn new(
        columns: impl IntoIterator<Item = (impl Into<Cow<'static, str>>, Cell)>,
        rows: impl Iterator<Item = Row<'d>>,
    ) -> Self {
        let mut rows: Vec<Row> = rows.collect();
        let columns = columns.into_iter().map(|(header, cell)| (header.into(), cell));
        let mut columns: Vec<Column> = columns.collect();
        for n in (0..columns.len()).rev() {
            if columns[n].1 == Cell::Fixed && rows.iter().all(|row| row.cells[n].is_empty()) {
                columns.remove(n);
                for row in &mut rows {
                    row.cells.remove(n);
                }
            }
        }
        Self { columns, rows }
    }

    /// Writes the table, fitted to the width of the screen if it has one. Without rows, writes
    /// nothing.
    pub fn write(&self, screen: Screen, out: &mut dyn Write) -> io::Result<()> {
        if self.rows.is_empty() {
            return Ok(());
        }
        match screen.width {
            None => self.write_unwrapped(screen, out),
            Some(width) if width < self.min_width() => self.write_list(width, screen, out),
            Some(width) => self.write_fitted(width, screen, out),
        }
    }

    /// Returns the width of the narrowest terminal that can show the table.
    fn min_width(&self) -> usize {
        let columns = self.columns.iter().zip(self.widths()).zip(self.longest_words());
        let least = |(((_, cell), width), longest): ((&Column, usize), usize)| {
            width.min(cell.min_room().max(longest))
        };
        MIN_WIDTH.max(columns.map(least).sum())
    }

    /// Returns the width of the longest word of each column, including the gap.
    fn longest_words(&self) -> Vec<usize> {
        let longest = |(n, (header, _)): (usize, &Column)| {
            let words = self.rows.iter().flat_map(|row| row.cells[n].split(' '));
            words.map(width_of).fold(header.len(), usize::max) + GAP
        };
        self.columns.iter().enumerate().map(longest).collect()
    }

    /// Returns the unwrapped width of each column, including its gap.
    fn widths(&self) -> Vec<usize> {
        let width = |(n, (header, _)): (usize, &Column)| {
            let cells = self.rows.iter().map(|row| width_of(&row.cells[n]));
            cells.fold(header.len(), usize::max) + GAP
        };
        self.columns.iter().enumerate().map(width).collect()
    }

    /// Writes the rows without wrapping. The table crate would account for a sixth of all instructions
    /// of `list`, and keep the whole table in memory.
    fn write_unwrapped(&self, screen: Screen, out: &mut dyn Write) -> io::Result<()> {
        let widths = self.widths();
        let header: Vec<_> = self.columns.iter().map(|(name, _)| name.clone()).collect();
        let mut line = String::new();
        push_line(&header, &widths, &mut line, |_, name| screen.paint(STRONG, name).into());
        for row in &self.rows {
            push_lines(&row.above, &mut line);
            push_line(&row.cells, &widths, &mut line, |n, cell| {
                row.paint(self.columns[n].1, cell, screen)
            });
            push_lines(&row.below, &mut line);
            out.write_all(line.as_bytes())?;
            line.clear();
        }
        out.write_all(line.as_bytes())
    }

    /// Writes the rows aligned and wrapped to `width` columns by the table crate.
    fn write_fitted(&self, width: usize, screen: Screen, out: &mut dyn Write) -> io::Result<()> {
        let mut table = comfy_table::Table::new();
        let lines = ContentLineStyle::none().junction(SEPARATOR);
        table.load_style(TableStyle::new().header_lines(lines).content_lines(lines));
        table.set_header(self.columns.iter().map(|(header, _)| header));
        // The table crate counts columns in 16 bits.
        let fitting = |cell: &Cow<str>| match width_of(cell) {
            0..MAX_CELL => cell.to_string(),
            _ => wrap(cell, Some(width)).join("\n"),
        };
        table.add_rows(self.rows.iter().map(|row| row.cells.iter().map(fitting)));
        table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
        table.set_content_arrangement(ContentArrangement::Dynamic);
        let columns = self.columns.iter().zip(self.longest_words());
        let separators = self.columns.len() - 1;
        for (column, ((_, cell), longest)) in table.column_iter_mut().zip(columns) {
            column.set_padding((0, 1));
            column.set_constraint(cell.constraint(longest - 1, width.saturating_sub(separators)));
        }
        let mut lines = table.lines().peekable();
        let header = lines.next().unwrap_or_default().replace(SEPARATOR, " ");
        writeln!(out, "{}", screen.paint(STRONG, header.trim_end()))?;
        for row in &self.rows {
            row.above.iter().try_for_each(|line| writeln!(out, "{line}"))?;
            let mut is_first = true;
            // In the lines that continue a wrapped row, the first column is empty.
            while let Some(line) = lines.next_if(|line| is_first || line.starts_with(' ')) {
                is_first = false;
                let mut painted = String::new();
                for ((_, cell), piece) in self.columns.iter().zip(line.split(SEPARATOR)) {
                    let text = piece.trim_end();
                    painted += &row.paint(*cell, text, screen);
                    painted.extend(iter::repeat_n(' ', piece.len() - text.len() + 1));
                }
                writeln!(out, "{}", painted.trim_end())?;
            }
            row.below.iter().try_for_each(|line| writeln!(out, "{line}"))?;
        }
        Ok(())
    }

    /// Writes a list: for each row the key, followed by the fixed cells if they fit on its line,
    /// with the other cells wrapped below. Several fixed cells, which are numbers, are named.
    fn write_list(&self, width: usize, screen: Screen, out: &mut dyn Write) -> io::Result<()> {
        let is_named = self.columns.iter().filter(|(_, cell)| *cell == Cell::Fixed).count() > 1;
        for row in &self.rows {
            row.above.iter().try_for_each(|line| writeln!(out, "{line}"))?;
            let key = wrap(&row.cells[0], Some(width));
            let cells = self.columns.iter().zip(&row.cells).skip(1);
            let cells = cells.map(|((name, cell), text)| match cell {
                Cell::Fixed if is_named => (*cell, Cow::Owned(format!("{name} {text}"))),
                _ => (*cell, Cow::Borrowed(&**text)),
            });
            let cells = cells.filter(|(_, text)| !text.is_empty());
            let fixed = cells.clone().filter(|(cell, _)| !cell.is_wrapped());
            let fixed: String = fixed.flat_map(|(_, text)| ["  ".into(), text]).collect();
            let used = key.last().map_or(0, |line| width_of(line));
            let fits = width_of(&fixed) <= width.saturating_sub(used);
            let key: Vec<_> = key.iter().map(|line| row.paint(Cell::Key, line, screen)).collect();
            writeln!(out, "{}{}", key.join("\n"), if fits { &fixed } else { "" })?;
            for (cell, text) in cells.filter(|(cell, _)| cell.is_wrapped() || !fits) {
                for line in wrap(&text, Some(width.saturating_sub(2))) {
                    writeln!(out, "  {}", row.paint(cell, &line, screen))?;
                }
            }
            row.below.iter().try_for_each(|line| writeln!(out, "{line}"))?;
        }
        Ok(())
    }
}

impl<'d> Row<'d> {
    /// Creates a row that has only `cells`.
    pub fn new(cells: Vec<Cow<'d, str>>) -> Self {
        Self { cells, ..Self::default() }
    }

    /// Returns `text`, which is a cell or a line of one, with its link, color and marks.
    fn paint<'t>(&self, cell: Cell, text: &'t str, screen: Screen) -> Cow<'t, str> {
        if !screen.color {
            return Cow::Borrowed(text);
        }
        Cow::Owned(match (cell, self.link) {
            (Cell::Key, Some(url)) if !text.is_empty() => {
                screen.link(url, &screen.paint(KEY, text))
            }
            (Cell::Key, _) => screen.paint(KEY, text),
            (Cell::Fixed, _) => text.to_owned(),
            (Cell::Title, _) => mark(text, &self.marks, self.style, screen),
            (Cell::Text | Cell::Short | Cell::Label, _) => {
                mark(text, &self.marks, Style::new(), screen)
            }
        })
    }
}

/// Appends a line of cells, each padded to its width and painted by `paint`, without spaces at the end.
fn push_line<'c>(
    cells: &'c [Cow<str>],
    widths: &[usize],
    line: &mut String,
    paint: impl Fn(usize, &'c str) -> Cow<'c, str>,
) {
    let mut gap = 0;
    for (n, (cell, width)) in cells.iter().zip(widths).enumerate() {
        if !cell.is_empty() {
            line.extend(iter::repeat_n(' ', gap));
            line.push_str(&paint(n, cell));
            gap = 0;
        }
        gap += width - width_of(cell);
    }
    line.push('\n');
}

fn push_lines(lines: &[String], text: &mut String) {
    for line in lines {
        text.push_str(line);
        text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns a table of two rows, printed on a screen of that width.
    fn printed(width: Option<usize>) -> String {
        let columns =
            [("ID", Cell::Key), ("N", Cell::Fixed), ("TITLE", Cell::Title), ("BY", Cell::Short)];
        let row = |cells: [&'static str; 4]| Row::new(cells.map(Cow::Borrowed).into());
        let mut last = row(["twenty-two", "", "Two", ""]);
        last.below = vec!["  below".to_owned()];
        let title = "A title of several words, all of them short, so that it wraps";
        let rows = [row(["one", "", title, "Ann Bee, Bob Builder"]), last];
        let screen = Screen { width, ..Screen::default() };
        let mut out = Vec::new();
        let table = Table::new(columns, rows.into_iter());
        table.write(screen, &mut out).expect("a vector takes everything");
        String::from_utf8(out).expect("UTF-8")
    }

    /// The column without text is left out.
    #[test]
    fn a_table_is_wrapped_to_the_width_and_a_list_below_sixty_columns() {
        let unwrapped = "\
ID          TITLE                                                          BY
one         A title of several words, all of them short, so that it wraps  Ann Bee, Bob Builder
twenty-two  Two
  below
";
        let fitted = "\
ID          TITLE                             BY
one         A title of several words, all of  Ann Bee, Bob
            them short, so that it wraps      Builder
twenty-two  Two
  below
";
        let list = "\
one
  A title of several words, all of them
  short, so that it wraps
  Ann Bee, Bob Builder
twenty-two
  Two
  below
";
        for (width, expected) in [(None, unwrapped), (Some(64), fitted), (Some(40), list)] {
            assert_eq!(printed(width), expected, "{width:?}");
        }
    }
}
