//! Tables as CSV, and as spreadsheets exchange them by the clipboard. `weighbridge_edit` reads them back.

use std::borrow::Cow;
pub use weighbridge_edit::BYTE_ORDER_MARK;
use weighbridge_edit::could_run;

/// One cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    /// Words; made harmless where a spreadsheet would take them for a formula.
    Text(String),
    /// A number, written so that it reads back as the same number.
    Number(f64),
    /// A number as it is shown, with its decimals and its unit: for the clipboard.
    Shown(String),
}

impl Field {
    /// A cell with words.
    pub fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }
}

/// A table as CSV (RFC 4180): commas, lines that end in CR LF, quotes where needed.
///
/// A text that a spreadsheet could run as a formula gets a leading apostrophe, which
/// [`read_csv`](weighbridge_edit::read_csv) takes away again. Numbers stay numbers, the negative too.
///
/// ```
/// use weighbridge_report::csv::{Field, csv};
/// let row = vec![Field::text("=1+1"), Field::text("a, b"), Field::Number(-0.5)];
/// assert_eq!(csv(&[row]), "\"'=1+1\",\"a, b\",-0.5\r\n");
/// ```
pub fn csv(rows: &[Vec<Field>]) -> String {
    lines(rows, ',')
}

/// A table as the text of a CSV file: with the mark that makes spreadsheet programs read it as
/// UTF-8, and with notes under the table, such as the title and the notice of an appraisal. They
/// come last, so that the first line still is the heading.
///
/// ```
/// use weighbridge_report::csv::{Field, file};
/// let text = file(&[vec![Field::text("Option"), Field::text("Total")]], &["Illustrative".into()]);
/// assert_eq!(text, "\u{feff}Option,Total\r\n\"\"\r\nIllustrative\r\n");
/// ```
pub fn file(rows: &[Vec<Field>], notes: &[String]) -> String {
    let mut text = format!("{BYTE_ORDER_MARK}{}", csv(rows));
    let notes: Vec<Vec<Field>> = notes
        .iter()
        .filter(|note| !note.is_empty())
        .map(|note| vec![Field::text(note)])
        .collect();
    if !notes.is_empty() {
        text.push_str(&csv(&[vec![Field::text("")]]));
        text.push_str(&csv(&notes));
    }
    text
}

/// A table as spreadsheets exchange it by the clipboard: as [`csv`], with tabs between cells.
pub fn tabs(rows: &[Vec<Field>]) -> String {
    lines(rows, '\t')
}

fn lines(rows: &[Vec<Field>], separator: char) -> String {
    let mut out = String::new();
    for row in rows {
        for (at, field) in row.iter().enumerate() {
            if at > 0 {
                out.push(separator);
            }
            match field {
                Field::Number(x) => out.push_str(&x.to_string()),
                Field::Shown(words) if words.contains(separator) => {
                    write_text(words, false, separator, &mut out);
                }
                Field::Shown(words) => out.push_str(words),
                Field::Text(text) => write_text(text, row.len() == 1, separator, &mut out),
            }
        }
        out.push_str("\r\n");
    }
    out
}

fn write_text(text: &str, alone: bool, separator: char, out: &mut String) {
    let guard = could_run(text);
    // Between tabs commas part nothing; a cell that stands alone has no tab to tell.
    let comma = |c: char| matches!(c, ',' | ';') && (separator == ',' || alone);
    let special = |c: char| c == '"' || comma(c) || c.is_control();
    // A line with nothing at all would not read back as a row with one empty cell.
    let empty_row = alone && text.is_empty();
    // Spaces at an end are kept by quotes and lost without them by some programs.
    let quoted = guard || empty_row || text.contains(special) || text.trim() != text;
    if quoted {
        out.push('"');
    }
    if guard {
        out.push('\'');
    }
    for c in text.chars() {
        out.push(c);
        if quoted && c == '"' {
            out.push('"');
        }
    }
    if quoted {
        out.push('"');
    }
}

/// A text with the apostrophe that makes it harmless, where it needs one.
pub(crate) fn guarded(text: &str) -> Cow<'_, str> {
    if could_run(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}
