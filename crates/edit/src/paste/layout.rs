//! Where the names of a pasted table stand, and which way it goes.

use super::names::{Role, criterion_keys, find, in_full, key, option_keys, role};
use crate::entry::{accounting_dash, parse_entry, parse_range};
use weighbridge_model::{Alternative, Appraisal, Criterion, ScaleKind, Written};

/// The names of an appraisal, as they are compared.
pub(super) struct Known<'a> {
    pub(super) options: Vec<&'a Alternative>,
    pub(super) leaves: Vec<&'a Criterion>,
    option_keys: Vec<Vec<String>>,
    leaf_keys: Vec<Vec<String>>,
    branch_keys: Vec<Vec<String>>,
    /// The labels of all scales, and what says that there is no score.
    labels: Vec<String>,
}

impl<'a> Known<'a> {
    pub(super) fn of(on: &'a Appraisal) -> Self {
        let all = on.criteria_in_order().into_iter().map(|(c, _)| c);
        let (leaves, branches): (Vec<_>, Vec<_>) = all.partition(|c| c.is_leaf());
        let options: Vec<&Alternative> = on.options.iter().collect();
        Self {
            option_keys: options.iter().map(|o| option_keys(o)).collect(),
            leaf_keys: leaves.iter().map(|c| criterion_keys(c)).collect(),
            branch_keys: branches.iter().map(|c| criterion_keys(c)).collect(),
            labels: leaves.iter().flat_map(|c| labels(&c.scale.kind)).collect(),
            options,
            leaves,
        }
    }

    /// The option of a name, ruled out or not, by its place among all.
    pub(super) fn option(&self, name: &str) -> Option<usize> {
        find(name, &self.option_keys)
    }

    /// The leaf of a name, by its place among the leaves.
    pub(super) fn leaf(&self, name: &str) -> Option<usize> {
        find(name, &self.leaf_keys)
    }

    /// Whether a name is that of a group.
    pub(super) fn is_branch(&self, name: &str) -> bool {
        find(name, &self.branch_keys).is_some()
    }

    /// Whether a text could be a score: a number, a label of any scale, or an absence.
    pub(super) fn is_value(&self, text: &str) -> bool {
        is_number(text)
            || self.labels.contains(&key(text))
            || parse_entry(text, &ScaleKind::Direct).is_ok()
    }

    /// What a heading says: a leaf, and what the column has of it.
    pub(super) fn heading(&self, text: &str) -> Option<(usize, Role)> {
        if let Some(leaf) = in_full(text, &self.leaf_keys) {
            return Some((leaf, Role::Score));
        }
        // “Cost (low)” is a role before it is “Cost” with something in brackets.
        let of_role = || role(text).and_then(|(role, name)| Some((self.leaf(&name)?, role)));
        of_role().or_else(|| Some((self.leaf(text)?, Role::Score)))
    }
}

/// The labels of a scale, as names are compared.
fn labels(scale: &ScaleKind) -> Vec<String> {
    match scale {
        ScaleKind::Points(levels) => levels.iter().map(|level| key(&level.label)).collect(),
        ScaleKind::Direct | ScaleKind::Measure(_) => Vec::new(),
    }
}

/// Where names stand in a table with options down and criteria across.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Layout {
    /// The row with the names of criteria.
    pub(super) criteria: Option<usize>,
    /// How many of those are known.
    pub(super) criteria_known: usize,
    /// The column with the names of options.
    pub(super) options: Option<usize>,
    /// How many of those are known.
    pub(super) options_known: usize,
}

/// Names stand in one of so many rows or columns at the edge.
const EDGE: usize = 3;

impl Layout {
    /// Finds the names in a table.
    pub(super) fn of(rows: &[Vec<String>], known: &Known<'_>) -> Self {
        let is_heading = |cell: &&String| known.heading(cell).is_some();
        let in_row = |row: &Vec<String>| row.iter().filter(is_heading).count();
        let criteria = most(rows.iter().take(EDGE).map(in_row));
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        let in_column = |at: usize| {
            let cells = rows.iter().filter_map(|row| row.get(at));
            cells.filter(|cell| known.option(cell).is_some()).count()
        };
        let options = most((0..width.min(EDGE)).map(in_column));
        let mut found = Self {
            criteria: criteria.map(|(at, _)| at),
            criteria_known: criteria.map_or(0, |(_, n)| n),
            options: options.map(|(at, _)| at),
            options_known: options.map_or(0, |(_, n)| n),
        };
        found.add_unknown(rows, known);
        found
    }

    /// How many names are known.
    pub(super) fn known(self) -> usize {
        self.criteria_known + self.options_known
    }

    /// Finds a row or a column of words at the edge of numbers, although no word in it is a name that is known.
    fn add_unknown(&mut self, rows: &[Vec<String>], known: &Known<'_>) {
        if self.options.is_none() && self.words_go_down(rows, known) {
            self.options = Some(0);
        }
        if self.criteria.is_none() && self.words_go_across(rows, known) {
            self.criteria = Some(0);
        }
    }

    /// Whether the first column has words only, and is none of scores: numbers follow, or its heading is no criterion.
    fn words_go_down(self, rows: &[Vec<String>], known: &Known<'_>) -> bool {
        let from = self.criteria.map_or(1, |row| row + 1);
        let heading = self.criteria.and_then(|row| rows.get(row)?.first());
        let free = match heading {
            Some(text) => known.heading(text).is_none(),
            None => most_are_values(rows.iter().skip(from), 1, known),
        };
        let several = rows.iter().any(|row| row.len() > 1);
        several && free && are_words(rows.iter().skip(from).filter_map(|row| row.first()), known)
    }

    /// Whether the first row has words only, and numbers follow below.
    fn words_go_across(self, rows: &[Vec<String>], known: &Known<'_>) -> bool {
        let names = self.options;
        let beside = |row: &Vec<String>| -> Vec<String> {
            let cells = row.iter().enumerate();
            let cells = cells.filter(|(at, _)| Some(*at) != names);
            cells.map(|(_, text)| text.clone()).collect()
        };
        let Some((first, body)) = rows.split_first() else {
            return false;
        };
        let body: Vec<Vec<String>> = body.iter().map(beside).collect();
        are_words(beside(first).iter(), known) && most_are_values(body.iter(), 0, known)
    }
}

/// Whether there are words, and none of them could be a score.
fn are_words<'a>(cells: impl Iterator<Item = &'a String>, known: &Known<'_>) -> bool {
    let mut full = cells.filter(|cell| !cell.trim().is_empty()).peekable();
    full.peek().is_some() && full.all(|cell| !known.is_value(cell))
}

/// The place of the largest of some numbers, the first of them, where it is above 0.
fn most(numbers: impl Iterator<Item = usize>) -> Option<(usize, usize)> {
    let mut found = None;
    for (at, n) in numbers.enumerate() {
        if n > found.map_or(0, |(_, most)| most) {
            found = Some((at, n));
        }
    }
    found
}

/// Whether most cells from a column on could be scores.
fn most_are_values<'a>(
    rows: impl Iterator<Item = &'a Vec<String>>,
    from: usize,
    known: &Known<'_>,
) -> bool {
    let cells = rows.flat_map(|row| row.iter().skip(from));
    let full = cells.filter(|cell| !cell.trim().is_empty());
    let numbers: Vec<bool> = full.map(|cell| known.is_value(cell)).collect();
    let read = numbers.iter().filter(|number| **number).count();
    read * 2 > numbers.len()
}

/// Whether a text is a number, a range or a dash of accounts.
pub(super) fn is_number(text: &str) -> bool {
    let range = || parse_range(text, "").is_ok_and(|range| range.is_some());
    Written::read(text).is_ok() || accounting_dash(text).is_some() || range()
}
