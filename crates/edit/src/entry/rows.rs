//! Rows of cells out of what is pasted: from a spreadsheet, a document, a mail or a text.

use super::amount::parse_range;
use super::delimited::{by, decimal_comma, read_csv, separated, tab_between_cells};
use super::score::accounting_dash;
use super::table::table_rows;
use weighbridge_model::Written;

/// What the clipboard holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// The text.
    pub text: String,
    /// The same as HTML; empty where there is none. A spreadsheet's has its true cells.
    pub html: String,
}

/// Rows of cells, and whether they could be others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    /// The rows, from the top; a short one is not filled up.
    pub rows: Vec<Vec<String>>,
    /// Whether commas or semicolons were taken to part cells, which only a person can know.
    pub split: bool,
    /// The rows if commas did not part cells, or if they did; `None` where the text leaves no doubt.
    pub other: Option<Vec<Vec<String>>>,
}

impl Pasted {
    /// A text without HTML.
    pub fn text(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            html: String::new(),
        }
    }

    /// The rows of cells: those of the table in the HTML, else those that tabs part, else one column of lines. Commas or
    /// semicolons part cells only where there are as many in every line and some line is no single number, and then
    /// [`Cells::split`] says so.
    ///
    /// ```
    /// use weighbridge_edit::Pasted;
    /// let column = Pasted::text("£462,000\r\n£455,500\r\n").cells();
    /// assert_eq!(column.rows, [["£462,000"], ["£455,500"]]);
    /// let commas = Pasted::text("Keep,40\nTrust,60").cells();
    /// assert!(commas.split);
    /// assert_eq!(commas.rows, [["Keep", "40"], ["Trust", "60"]]);
    /// assert_eq!(commas.other.unwrap(), [["Keep,40"], ["Trust,60"]]);
    /// ```
    pub fn cells(&self) -> Cells {
        let certain = |rows| Cells {
            rows,
            split: false,
            other: None,
        };
        if let Some(rows) = table_rows(&self.html).filter(|rows| has_several(rows)) {
            return certain(rows);
        }
        if tab_between_cells(&self.text) {
            return certain(by(&self.text, '\t'));
        }
        let lines = by(&self.text, '\t');
        let Some(parted) = separated(&self.text) else {
            return certain(lines);
        };
        let (rows, other) = match are_parted(&lines, &parted) {
            true => (parted, lines),
            false => (lines, parted),
        };
        Cells {
            split: rows.iter().any(|row| row.len() > 1),
            rows,
            other: Some(other),
        }
    }

    /// Whether this is more than one cell.
    ///
    /// ```
    /// use weighbridge_edit::Pasted;
    /// assert!(Pasted::text("1\t2\n").is_block() && Pasted::text("1\n2").is_block());
    /// assert!(!Pasted::text("12\r\n").is_block(), "one cell ends with its row");
    /// assert!(!Pasted::text("£462,000").is_block(), "a comma in a single text separates nothing");
    /// ```
    pub fn is_block(&self) -> bool {
        if table_rows(&self.html).is_some_and(|rows| has_several(&rows)) {
            return true;
        }
        let cells = self.text.trim_end_matches(['\r', '\n']);
        cells.contains(['\t', '\r', '\n'])
    }
}

impl Cells {
    /// The rows of a CSV file.
    pub fn of_csv(text: &str) -> Self {
        Self {
            rows: read_csv(text),
            split: false,
            other: None,
        }
    }

    /// The same cells as they are if commas part them, or if they do not.
    #[must_use]
    pub fn otherwise(&self) -> Self {
        let Some(other) = &self.other else {
            return self.clone();
        };
        Self {
            rows: other.clone(),
            split: !self.split,
            other: Some(self.rows.clone()),
        }
    }

    /// The rows as columns.
    #[must_use]
    pub fn turned(&self) -> Vec<Vec<String>> {
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let cell = |row: &Vec<String>, at: usize| row.get(at).cloned().unwrap_or_default();
        (0..width)
            .map(|at| self.rows.iter().map(|row| cell(row, at)).collect())
            .collect()
    }
}

fn has_several(rows: &[Vec<String>]) -> bool {
    rows.len() > 1 || rows.iter().any(|row| row.len() > 1)
}

/// Whether lines with separators are more likely several cells each than one.
fn are_parted(lines: &[Vec<String>], parted: &[Vec<String>]) -> bool {
    let texts = || {
        lines
            .iter()
            .flatten()
            .filter(|line| !line.trim().is_empty())
    };
    // The first line may be headings over a column of single numbers.
    let single = texts().all(|line| is_one(line)) || texts().skip(1).all(|line| is_one(line));
    if (single && texts().count() > 1) || texts().all(|line| decimal_comma(line)) {
        return false;
    }
    let cells = parted.iter().flatten();
    let full: Vec<&String> = cells.filter(|cell| !cell.trim().is_empty()).collect();
    let read = full.iter().filter(|cell| is_one(cell)).count();
    read * 3 >= full.len()
}

/// Whether a text is one number, one range or a dash.
fn is_one(text: &str) -> bool {
    let range = || parse_range(text, "").is_ok_and(|range| range.is_some());
    Written::read(text).is_ok() || range() || accounting_dash(text).is_some()
}
