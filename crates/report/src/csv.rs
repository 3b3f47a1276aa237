//! Tables as CSV, and blocks pasted from a spreadsheet.
//!
//! Written and read by hand rather than by a library: readers of CSV skip blank lines, but in a
//! pasted column a blank line is a missing score, and skipping it would move every score below it
//! to the wrong option.

use std::borrow::Cow;

/// The mark that makes spreadsheet programs read a file as UTF-8.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

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
/// [`parse_block`] takes away again. Numbers stay numbers, the negative too.
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

/// Whether a spreadsheet could take a text for a formula: `=`, `+`, `-` or `@` (full-width too)
/// comes first, after whatever programs skip; or a control character does. Apostrophes are looked
/// through as well, so that the one that is added can be told from the writer's own.
fn could_run(text: &str) -> bool {
    let skipped = |c: char| {
        c == '\''
            || c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
    };
    let unquoted = text.trim_start_matches('\'');
    let rest = text.trim_start_matches(skipped);
    unquoted.starts_with(char::is_control)
        || rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// A text with the apostrophe that makes it harmless, where it needs one.
pub(crate) fn guarded(text: &str) -> Cow<'_, str> {
    if could_run(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

fn without_guard(text: String) -> String {
    match text.strip_prefix('\'') {
        Some(rest) if could_run(rest) => rest.to_owned(),
        _ => text,
    }
}

/// Reads a block pasted from a spreadsheet (cells separated by tabs) or from a CSV file (commas,
/// or semicolons when every line has as many).
///
/// Cells in quotes may hold separators and line breaks. Blank lines are rows with one empty cell;
/// only the line break at the very end adds none. A block of lines that are each one number with a
/// decimal comma is one column, so that `1,5` is never read as 1 and 5.
///
/// ```
/// use weighbridge_report::csv::parse_block;
/// assert_eq!(parse_block("40\t60\r\n\r\n\"a\tb\"\t'=1\r\n"), [vec!["40", "60"], vec![""], vec!["a\tb", "=1"]]);
/// assert_eq!(parse_block("1,5\n2,5"), [["1,5"], ["2,5"]]);
/// ```
pub fn parse_block(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let by_tab = split(text, '\t');
    let rows = if tab_between_cells(text) || by_tab.iter().flatten().all(|c| decimal_comma(c)) {
        by_tab
    } else {
        let by_semicolon = split(text, ';');
        let width = by_semicolon.first().map_or(0, Vec::len);
        if width > 1 && by_semicolon.iter().all(|row| row.len() == width) {
            by_semicolon
        } else {
            split(text, ',')
        }
    };
    let plain = |row: Vec<String>| row.into_iter().map(without_guard).collect();
    rows.into_iter().map(plain).collect()
}

/// Whether a tab stands outside quotes, whatever the separator is.
fn tab_between_cells(text: &str) -> bool {
    let mut rest = text;
    loop {
        let closed = rest.strip_prefix('"').and_then(unquote);
        let after = closed.map_or(rest, |(_, after)| after);
        let Some(at) = after.find(['\t', ',', ';', '\r', '\n']) else {
            return false;
        };
        let (_, next) = after.split_at(at);
        if next.starts_with('\t') {
            return true;
        }
        rest = next.get(1..).unwrap_or_default();
    }
}

fn decimal_comma(cell: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let number = cell.trim().trim_start_matches(['-', '+']);
    number.is_empty()
        || digits(number)
        || number
            .split_once(',')
            .is_some_and(|(whole, part)| digits(whole) && digits(part))
}

/// Rows and cells of a text whose cells are separated by one character.
fn split(text: &str, separator: char) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut rest = text;
    // Set once a quote turned out never to close: from there on quotes are ordinary.
    let mut literal = false;
    while !(rest.is_empty() && row.is_empty()) {
        let (mut cell, mut after) = (String::new(), rest);
        if let (Some(quoted), false) = (rest.strip_prefix('"'), literal) {
            match unquote(quoted) {
                Some((inside, end)) => (cell, after) = (inside, end),
                None => literal = true,
            }
        }
        let end = after.find([separator, '\r', '\n']).unwrap_or(after.len());
        let (more, end) = after.split_at(end);
        cell.push_str(more);
        row.push(cell);
        if let Some(next) = end.strip_prefix(separator) {
            rest = next;
            if next.is_empty() {
                row.push(String::new());
                rows.push(std::mem::take(&mut row));
            }
            continue;
        }
        rows.push(std::mem::take(&mut row));
        rest = end
            .strip_prefix("\r\n")
            .or_else(|| end.strip_prefix(['\r', '\n']))
            .unwrap_or(end);
    }
    rows
}

/// The inside of a quoted cell and what follows its closing quote; `None` when it never closes.
fn unquote(text: &str) -> Option<(String, &str)> {
    let mut inside = String::new();
    let mut rest = text;
    loop {
        let (before, after) = rest.split_once('"')?;
        inside.push_str(before);
        match after.strip_prefix('"') {
            Some(more) => {
                inside.push('"');
                rest = more;
            }
            None => return Some((inside, after)),
        }
    }
}
