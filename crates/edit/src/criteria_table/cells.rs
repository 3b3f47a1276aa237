//! Rows of cells as they came, and what sort of texts stand in them.

use crate::{WeightEntry, parse_weight};

/// Rows of cells, all of one width, none of them blank as a whole. Space before a text stays: it may be indentation.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Cells {
    rows: Vec<Vec<String>>,
}

impl Cells {
    /// Takes rows as they came; blank rows, and blank columns at the right, go.
    pub(super) fn new(rows: &[Vec<String>]) -> Self {
        let full = |row: &&Vec<String>| row.iter().any(|text| !text.trim().is_empty());
        let rows: Vec<&Vec<String>> = rows.iter().filter(full).collect();
        let last = |row: &&Vec<String>| row.iter().rposition(|text| !text.trim().is_empty());
        let width = rows.iter().filter_map(last).max().map_or(0, |at| at + 1);
        let padded = |row: &&Vec<String>| {
            let mut row: Vec<String> = row
                .iter()
                .take(width)
                .map(|t| t.trim_end().to_owned())
                .collect();
            row.resize(width, String::new());
            row
        };
        Self {
            rows: rows.iter().map(padded).collect(),
        }
    }

    /// How many rows and columns there are.
    pub(super) fn size(&self) -> (usize, usize) {
        (self.rows.len(), self.rows.first().map_or(0, Vec::len))
    }

    /// A text with the space before it; nothing beyond the edges.
    pub(super) fn raw(&self, row: usize, column: usize) -> &str {
        let text = self.rows.get(row).and_then(|row| row.get(column));
        text.map_or("", String::as_str)
    }

    /// A text.
    pub(super) fn text(&self, row: usize, column: usize) -> &str {
        self.raw(row, column).trim()
    }

    /// Puts a text in a cell, in a new column at the right where it is beyond the last.
    pub(super) fn put(&mut self, row: usize, column: usize, text: &str) {
        for cells in &mut self.rows {
            while cells.len() <= column {
                cells.push(String::new());
            }
        }
        if let Some(cell) = self.rows.get_mut(row).and_then(|row| row.get_mut(column)) {
            text.clone_into(cell);
        }
    }

    /// The texts of a column below a row that are not blank.
    pub(super) fn column(&self, column: usize, below: usize) -> impl Iterator<Item = &str> {
        let rows = self.rows.iter().skip(below);
        let texts = rows.filter_map(move |row| row.get(column).map(|text| text.trim()));
        texts.filter(|text| !text.is_empty())
    }

    /// The table turned, so that its rows are its columns.
    pub(super) fn turned(&self) -> Self {
        let (rows, columns) = self.size();
        let column = |at: usize| (0..rows).map(|row| self.raw(row, at).to_owned()).collect();
        Self {
            rows: (0..columns).map(column).collect(),
        }
    }

    /// Rows whose texts begin further right because tabs were typed before them, with that as indentation of the first
    /// text. In a table whose columns are what they seem nothing changes.
    pub(super) fn unshifted(self) -> Self {
        let leading =
            |row: &Vec<String>| row.iter().take_while(|text| text.trim().is_empty()).count();
        let number = |row: &Vec<String>, at: usize| row.get(at).is_some_and(|text| is_number(text));
        // A row that begins with a name where another has a number is one that was moved.
        let moved = self.rows.iter().any(|row| {
            let at = leading(row);
            let other = |other: &Vec<String>| leading(other) < at && number(other, at);
            at > 0 && !number(row, at) && self.rows.iter().any(other)
        });
        if !moved {
            return self;
        }
        let mut rows = self.rows;
        for row in &mut rows {
            let by = leading(row);
            row.rotate_left(by);
            if let Some(first) = row.first_mut() {
                *first = format!("{}{first}", "\t".repeat(by));
            }
        }
        Self { rows }
    }
}

/// Whether a text reads as a weight: a number or a share.
pub(super) fn is_number(text: &str) -> bool {
    let read = parse_weight(text, false);
    matches!(read, Ok(WeightEntry::Points(_) | WeightEntry::Share(_)))
}
