//! Texts whose cells are parted by tabs, commas or semicolons.
//!
//! Read by hand rather than by a library: readers of CSV skip blank lines, but in a pasted column a blank line is a
//! missing score, and skipping it would move every score below it to the wrong option.

/// The mark that makes spreadsheet programs read a file as UTF-8.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// Whether a spreadsheet could take a text for a formula: `=`, `+`, `-` or `@` (full-width too)
/// comes first, after whatever programs skip; or a control character does. Apostrophes are looked
/// through as well, so that the one that is added can be told from the writer's own.
pub fn could_run(text: &str) -> bool {
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

pub(super) fn without_guard(text: String) -> String {
    match text.strip_prefix('\'') {
        Some(rest) if could_run(rest) => rest.to_owned(),
        _ => text,
    }
}

/// Reads the text of a CSV file, and of a block from a spreadsheet: cells parted by tabs, by commas, or by semicolons when
/// every line has as many.
///
/// Cells in quotes may hold separators and line breaks. Blank lines are rows with one empty cell;
/// only the line break at the very end adds none. A text of lines that are each one number with a
/// decimal comma is one column, so that `1,5` is never read as 1 and 5.
///
/// ```
/// use weighbridge_edit::read_csv;
/// assert_eq!(read_csv("40\t60\r\n\r\n\"a\tb\"\t'=1\r\n"), [vec!["40", "60"], vec![""], vec!["a\tb", "=1"]]);
/// assert_eq!(read_csv("1,5\n2,5"), [["1,5"], ["2,5"]]);
/// ```
pub fn read_csv(text: &str) -> Vec<Vec<String>> {
    let by_tab = by(text, '\t');
    if tab_between_cells(text) || by_tab.iter().flatten().all(|c| decimal_comma(c)) {
        return by_tab;
    }
    separated(text).unwrap_or_else(|| by(text, ','))
}

/// The rows of a text whose cells are parted by one character, without what made texts harmless for spreadsheets.
pub(super) fn by(text: &str, separator: char) -> Vec<Vec<String>> {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let plain = |row: Vec<String>| row.into_iter().map(without_guard).collect();
    split(text, separator).into_iter().map(plain).collect()
}

/// The rows of a text whose lines, but for blank ones, all have as many semicolons, or else as many commas.
pub(super) fn separated(text: &str) -> Option<Vec<Vec<String>>> {
    [';', ','].into_iter().find_map(|separator| {
        let rows = by(text, separator);
        let blank = |row: &Vec<String>| row.iter().all(|cell| cell.trim().is_empty());
        let mut widths = rows.iter().filter(|row| !blank(row)).map(Vec::len);
        let width = widths.next().filter(|width| *width > 1)?;
        widths.all(|other| other == width).then_some(rows)
    })
}

/// Whether a tab stands outside quotes, whatever the separator is.
pub(super) fn tab_between_cells(text: &str) -> bool {
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

pub(super) fn decimal_comma(cell: &str) -> bool {
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
