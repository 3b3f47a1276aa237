//! Tables for the clipboard: one value, written as a real table for word processors and as lines for spreadsheets.

use super::csv::{self, Field, guarded};
use super::names::undressed;
use weighbridge_chart::Table;

/// The same table in the two forms that other programs take from the clipboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// `text/html`: a table with headings that say which row or column is theirs.
    pub html: String,
    /// `text/plain`: a line for each row, tabs between cells.
    pub text: String,
}

/// A table for the clipboard, with its numbers as they are shown.
///
/// The caption stays behind: what is pasted into a sheet begins with the headings. Names are as they were given, and a
/// text that a spreadsheet could run as a formula gets a leading apostrophe in both forms, as in [`csv::csv`].
///
/// ```
/// use weighbridge_chart::Table;
/// use weighbridge_report::copied;
/// let mut table = Table::new("Who leads", &["Option", "Total"]);
/// table.start("Trust & Co");
/// table.words("−4.0".into(), Some(-3.96));
/// let copied = copied(&table);
/// assert_eq!(copied.text, "Option\tTotal\r\nTrust & Co\t-4.0\r\n");
/// assert!(copied.html.contains("<th scope=\"row\">Trust &amp; Co</th><td align=\"right\">-4.0</td>"));
/// ```
pub fn copied(table: &Table) -> Copied {
    let rows = rows(table);
    Copied {
        html: html(&rows),
        text: csv::tabs(&rows),
    }
}

/// The cells of a table as they are shown, the headings first.
fn rows(table: &Table) -> Vec<Vec<Field>> {
    let plain = |words: &String| Field::Text(undressed(words));
    let row = |(words, numbers): (&Vec<String>, &Vec<Option<f64>>)| {
        let cell = |(words, number): (&String, &Option<f64>)| match number {
            // Spreadsheets read a hyphen as a minus, and take a minus sign for a word.
            Some(_) => Field::Shown(undressed(words).replace('−', "-")),
            None => plain(words),
        };
        words.iter().zip(numbers).map(cell).collect()
    };
    let rows = table.rows.iter().zip(&table.numbers);
    std::iter::once(table.headers.iter().map(plain).collect())
        .chain(rows.map(row))
        .collect()
}

fn html(rows: &[Vec<Field>]) -> String {
    let mut out = String::from("<meta charset=\"utf-8\"><table>");
    for (line, row) in rows.iter().enumerate() {
        out.push_str(match line {
            0 => "<thead><tr>",
            1 => "<tbody><tr>",
            _ => "<tr>",
        });
        for (at, field) in row.iter().enumerate() {
            let (open, close) = match (line, at, field) {
                (0, _, _) => ("<th scope=\"col\">", "</th>"),
                (_, 0, _) => ("<th scope=\"row\">", "</th>"),
                (_, _, Field::Text(_)) => ("<td>", "</td>"),
                (_, _, Field::Number(_) | Field::Shown(_)) => ("<td align=\"right\">", "</td>"),
            };
            out.push_str(open);
            match field {
                Field::Text(text) => escaped(&guarded(text), &mut out),
                Field::Shown(words) => escaped(words, &mut out),
                Field::Number(x) => out.push_str(&x.to_string()),
            }
            out.push_str(close);
        }
        out.push_str(if line == 0 { "</tr></thead>" } else { "</tr>" });
    }
    if rows.len() > 1 {
        out.push_str("</tbody>");
    }
    out.push_str("</table>");
    out
}

fn escaped(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' => out.push_str("<br>"),
            '\0' | '\r' => {}
            c => out.push(c),
        }
    }
}
