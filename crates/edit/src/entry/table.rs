//! The cells of a table in the HTML that programs put on the clipboard.
//!
//! Read by hand rather than by the browser: its parser applies every inline style of the cells on the way, which a
//! content-security policy like ours refuses with an error for each, and under Trusted Types it takes no text at all.
//! Only what tables are made of is told apart here; nothing of the HTML is ever shown.

use super::score::accounting_dash;
use weighbridge_model::read_number;

/// The rows of the largest table in an HTML text; `None` where there is none. A cell that stands for several has its text
/// in the first of them.
///
/// ```
/// use weighbridge_edit::table_rows;
/// let html = "<table><tr><th>Cost<td style='color:red'>&pound;462,000</tr><tr><td colspan=2>a<br>b</table>";
/// assert_eq!(table_rows(html).unwrap(), [["Cost", "£462,000"], ["a\nb", ""]]);
/// assert_eq!(table_rows("<p>no table"), None);
/// ```
pub fn table_rows(html: &str) -> Option<Vec<Vec<String>>> {
    let mut open: Vec<Table> = Vec::new();
    let mut found: Vec<Table> = Vec::new();
    let mut rest = html;
    while let Some((text, tag, after)) = next_tag(rest) {
        rest = after;
        if let Some(table) = open.last_mut() {
            table.text(text);
        }
        match (tag.name.as_str(), tag.closes) {
            ("table", false) => open.push(Table::default()),
            ("table", true) => found.extend(open.pop()),
            ("style" | "script" | "title", false) => rest = past(rest, &tag.name),
            _ => {
                if let Some(table) = open.last_mut() {
                    table.tag(&tag);
                }
            }
        }
    }
    found.append(&mut open);
    let rows = found.into_iter().map(Table::rows);
    rows.max_by_key(|rows| rows.iter().map(Vec::len).sum::<usize>())
        .filter(|rows| !rows.is_empty())
}

/// A tag.
struct Tag {
    name: String,
    closes: bool,
    attributes: String,
}

impl Tag {
    /// The value of an attribute.
    fn attribute(&self, name: &str) -> Option<String> {
        let mut rest = self.attributes.as_str();
        loop {
            rest = rest.trim_start();
            let end = rest.find(|c: char| c == '=' || c.is_whitespace());
            let (own, after) = rest.split_at(end.unwrap_or(rest.len()));
            if own.is_empty() && after.is_empty() {
                return None;
            }
            let value = after.trim_start().strip_prefix('=').map(str::trim_start);
            let (value, after) = value.map_or(("", after), quoted);
            if own.eq_ignore_ascii_case(name) {
                return Some(entities(value));
            }
            rest = after;
        }
    }

    /// How many rows or columns a cell stands for.
    fn span(&self, name: &str) -> usize {
        let number = self.attribute(name).and_then(|text| text.parse().ok());
        number.unwrap_or(1).clamp(1, MOST)
    }
}

/// A cell stands for this many others at most, whatever it says.
const MOST: usize = 1000;

/// The value at the start of a text, and what follows it.
fn quoted(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    text.split_at(end)
}

/// The text before the next tag, the tag, and what follows; `None` after the last.
fn next_tag(html: &str) -> Option<(&str, Tag, &str)> {
    let (text, rest) = html.split_once('<')?;
    if let Some(comment) = rest.strip_prefix("!--") {
        let after = comment.split_once("-->").map_or("", |(_, after)| after);
        return Some((text, Tag::none(), after));
    }
    let (inside, after) = rest.split_at(tag_end(rest));
    let after = after.get(1..).unwrap_or_default();
    let closes = inside.starts_with('/');
    let inside = inside.trim_start_matches('/');
    let end = inside.find(|c: char| c.is_whitespace() || c == '/');
    let (name, attributes) = inside.split_at(end.unwrap_or(inside.len()));
    let tag = Tag {
        name: name.to_ascii_lowercase(),
        closes,
        attributes: attributes.trim_end_matches('/').to_owned(),
    };
    Some((text, tag, after))
}

impl Tag {
    fn none() -> Self {
        Self {
            name: String::new(),
            closes: false,
            attributes: String::new(),
        }
    }
}

/// Where a tag ends: at the first `>` outside quotes.
fn tag_end(text: &str) -> usize {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return at,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// What follows the end of an element whose content is not text.
fn past<'a>(html: &'a str, name: &str) -> &'a str {
    let end = format!("</{name}");
    let lower = html.to_ascii_lowercase();
    lower
        .find(&end)
        .and_then(|at| html.get(at..))
        .unwrap_or_default()
}

/// A table that is being read.
#[derive(Default)]
struct Table {
    rows: Vec<Vec<String>>,
    /// Cells of rows above that reach down: how many rows more, by column.
    below: Vec<usize>,
    cell: Option<Cell>,
}

/// A cell that is being read.
struct Cell {
    text: String,
    /// Set where the cell is zero, whatever it shows.
    zero: bool,
    columns: usize,
    rows: usize,
}

impl Table {
    fn text(&mut self, text: &str) {
        if let Some(cell) = &mut self.cell {
            cell.text.push_str(&entities(&collapsed(text)));
        }
    }

    fn tag(&mut self, tag: &Tag) {
        match (tag.name.as_str(), tag.closes) {
            ("tr", false) => {
                self.end_cell();
                self.end_row();
                self.rows.push(Vec::new());
            }
            ("tr", true) => self.end_cell(),
            ("td" | "th", false) => {
                self.end_cell();
                if self.rows.is_empty() {
                    self.rows.push(Vec::new());
                }
                self.cell = Some(Cell {
                    text: String::new(),
                    zero: is_zero(tag),
                    columns: tag.span("colspan"),
                    rows: tag.span("rowspan"),
                });
            }
            ("td" | "th", true) => self.end_cell(),
            ("br", _) | ("p" | "div" | "li", true) => {
                if let Some(cell) = &mut self.cell {
                    cell.text.push('\n');
                }
            }
            _ => {}
        }
    }

    /// Leaves room where cells of rows above reach down.
    fn skip(&mut self) {
        let Some(row) = self.rows.last_mut() else {
            return;
        };
        while let Some(left) = self.below.get_mut(row.len()).filter(|left| **left > 0) {
            *left -= 1;
            row.push(String::new());
        }
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else {
            return;
        };
        self.skip();
        let Some(row) = self.rows.last_mut() else {
            return;
        };
        let text = cell.text.trim_matches(['\n', '\r']);
        let zero = cell.zero && accounting_dash(text).is_some();
        let from = row.len();
        row.push(if zero {
            "0".to_owned()
        } else {
            text.to_owned()
        });
        row.resize(from + cell.columns, String::new());
        if cell.rows > 1 {
            self.below.resize(self.below.len().max(row.len()), 0);
            for left in self.below.iter_mut().skip(from).take(cell.columns) {
                *left = cell.rows - 1;
            }
        }
    }

    fn end_row(&mut self) {
        self.skip();
    }

    fn rows(mut self) -> Vec<Vec<String>> {
        self.end_cell();
        self.end_row();
        let full = |row: &Vec<String>| !row.is_empty();
        self.rows.into_iter().filter(full).collect()
    }
}

/// Whether a spreadsheet says of a cell that its number is zero.
fn is_zero(tag: &Tag) -> bool {
    let plain = ["sdval", "x:num"];
    let mut numbers = plain.iter().filter_map(|name| tag.attribute(name));
    let zero = |text: &str| read_number(text).is_ok_and(|x| x.get().abs() <= 0.0);
    let sheets = tag.attribute("data-sheets-value");
    let sheets = sheets.as_deref().and_then(|text| text.split_once("\"3\":"));
    let sheets = sheets.map(|(_, text)| text.split([',', '}']).next().unwrap_or_default());
    numbers.any(|text| zero(&text)) || sheets.is_some_and(zero)
}

/// A text with its white space as a page shows it: one space, or none where it holds a line break, which only lays out
/// the source.
fn collapsed(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(from) = rest.find(|c: char| c.is_ascii_whitespace()) {
        let (before, gap) = rest.split_at(from);
        let end = gap.find(|c: char| !c.is_ascii_whitespace());
        let (gap, after) = gap.split_at(end.unwrap_or(gap.len()));
        out.push_str(before);
        let edge = out.is_empty() || after.is_empty();
        if !(edge && gap.contains(['\n', '\r'])) {
            out.push(' ');
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// A text with its entities as what they stand for.
fn entities(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let found = after.split_once(';').filter(|(name, _)| name.len() <= 8);
        match found.and_then(|(name, after)| Some((entity(name)?, after))) {
            Some((c, after)) => {
                out.push(c);
                rest = after;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let code = match hex {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "thinsp" => '\u{2009}',
        "pound" => '£',
        "euro" => '€',
        "yen" => '¥',
        "minus" => '\u{2212}',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        _ => return None,
    })
}
