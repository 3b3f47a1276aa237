//! How often each option comes first, second, and so on, over many samples.

use super::backend::Anchor;
use super::number::significant;
use super::palette::{Role, SEQUENTIAL};
use super::picture::{Picture, Presentation, Table, count, finish};
use super::rows::{Rows, Words, key, ticks, title};
use super::scale::Scale;
use super::sheet::{Sheet, Type};

/// A bar for each option, made of the shares of samples in which it has rank 1, 2, and so on. Rank 1 is
/// the strongest and the tallest part; from the fifth rank on, many ranks share one part.
///
/// ```
/// use weighbridge_chart::{Presentation, RankAcceptability, acceptability::Row};
///
/// let chart = RankAcceptability {
///     rows: vec![Row {
///         name: "Addison Square".into(),
///         label: "75%".into(),
///         error: "± 0.5".into(),
///         shares: vec![0.75, 0.25],
///         errors: vec![0.005, 0.005],
///         printed: Vec::new(),
///     }],
///     sampled: true,
/// };
/// let picture = chart.draw(&Presentation::new("ranks", 760, "Addison Square is first in three samples of four"));
/// assert_eq!(picture.table.headers[1..3], ["1st, %", "2nd, %"]);
/// assert_eq!(picture.table.headers[3], "Standard error of 1st, %");
/// assert_eq!(picture.table.rows, [["Addison Square", "75", "25", "0.5", "0.5"]]);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RankAcceptability {
    /// The options, best first.
    pub rows: Vec<Row>,
    /// Whether shares are sampled, so that none and all of the samples are not yet never and always.
    pub sampled: bool,
}

/// An option: one bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// The share of rank 1 as words: "88%", or "in no sample".
    pub label: String,
    /// The standard error of that share as words: "± 0.03". May be empty.
    pub error: String,
    /// The share of samples, 0 to 1, in which it has each rank, from the first.
    pub shares: Vec<f64>,
    /// The standard error of each of those shares, 0 to 1.
    pub errors: Vec<f64>,
    /// The shares as the table prints them, in per cent; empty where the table rounds them itself.
    pub printed: Vec<String>,
}

/// From this rank on, counted from 0, ranks share a part.
const LAST: usize = SEQUENTIAL.len() - 1;
const HEIGHT: f64 = 24.0;

impl Row {
    /// The share of a rank, counted from 0.
    fn share(&self, rank: usize) -> f64 {
        let share = self.shares.get(rank).copied().unwrap_or(0.0);
        // Also where it is not a number.
        if share > 0.0 { share.min(1.0) } else { 0.0 }
    }
}

impl RankAcceptability {
    /// Draws the chart.
    #[must_use]
    pub fn draw(&self, presentation: &Presentation) -> Picture {
        let sheet = presentation.sheet();
        let words = |row: &Row| Words {
            name: row.name.clone(),
            note: String::new(),
            label: row.label.clone(),
            aside: format!("first {}", row.error).trim_end().to_owned(),
        };
        let words: Vec<Words> = self.rows.iter().map(words).collect();
        let rows = Rows::new(sheet.width, &words);
        let parts: Vec<String> = (0..self.ranks().min(LAST + 1))
            .map(|rank| self.part(rank))
            .collect();
        let mark = |part: usize, (x, y): (f64, f64)| {
            sheet.bar((x, y - 6.5), (13.0, 13.0), self.shade(part).0);
            sheet.edges((x, y - 6.5), (13.0, 13.0), Role::Axis, 1.0);
        };
        let entries: Vec<(usize, String)> = parts.iter().cloned().enumerate().collect();
        let mut y = key(&sheet, &entries, 0.0, 20.0, &mark) + 14.0;
        for (row, words) in self.rows.iter().zip(&words) {
            sheet.group("row", || {
                let (top, end) = rows.row(&sheet, words, HEIGHT, y);
                self.bar(&sheet, row, &parts, rows.across, top);
                y = end;
            });
        }
        let scale = Scale::just_over(std::iter::empty(), if rows.narrow { 2.0 } else { 4.0 });
        sheet.group("scale", || ticks(&sheet, rows.across, scale, y, "%"));
        y = title(&sheet, "Share of the weights tried", rows.across, y);
        finish(
            sheet,
            y,
            presentation,
            self.describe(),
            self.table(presentation),
        )
    }

    /// How many ranks there are.
    fn ranks(&self) -> usize {
        self.rows
            .iter()
            .map(|row| row.shares.len())
            .fold(0, usize::max)
    }

    /// The shade of a part and of the words on it: with few ranks, the second stands off more.
    fn shade(&self, part: usize) -> (Role, Role) {
        let skipped = usize::from(part > 0 && self.ranks() <= LAST);
        let shade = SEQUENTIAL.get(part + skipped);
        shade.copied().unwrap_or(SEQUENTIAL[LAST])
    }

    fn part(&self, rank: usize) -> String {
        let more = rank == LAST && self.ranks() > LAST + 1;
        ordinal(rank) + if more { " or lower" } else { "" }
    }

    fn bar(&self, sheet: &Sheet, row: &Row, parts: &[String], across: (f64, f64), top: f64) {
        let full = across.1 - across.0;
        // What is below rank 1 stands in an outline: the palest part is hardly darker than the paper.
        let left = across.0 + row.share(0) * full;
        let size = (across.1 - left, HEIGHT);
        if size.0 >= 0.1 {
            sheet.bar((left, top), size, Role::Wash);
            sheet.edges((left, top), size, Role::Axis, 1.5);
        }
        let mut from = 0.0;
        for (part, name) in parts.iter().enumerate() {
            let mut share = row.share(part);
            if part == LAST {
                share = (part..self.ranks()).map(|rank| row.share(rank)).sum();
            }
            let share = share.min(1.0 - from);
            let (x, wide) = (across.0 + from * full, share * full);
            from += share;
            if wide < 0.1 {
                continue;
            }
            let (fill, on) = self.shade(part);
            // A sliver between neighbours keeps them apart without relying on colour.
            let gap = if wide > 3.0 { 1.0 } else { 0.0 };
            let over = if part == 0 { 3.0 } else { 0.0 };
            let size = (wide - gap, HEIGHT + 2.0 * over);
            sheet.bar((x, top - over), size, fill);
            let look = Type::bold(13.0, on);
            let mut label = format!("{name} {}", whole(share, self.sampled));
            if look.width(&label) + 8.0 > wide {
                label.clone_from(name);
            }
            if look.width(&label) + 5.0 <= wide {
                let middle = (x + size.0 / 2.0, top + HEIGHT / 2.0);
                sheet.text(&label, middle, look, Anchor::Middle);
            }
        }
    }

    fn describe(&self) -> String {
        let mut words = format!(
            "A bar for each of {}: the share of samples in which it comes first, second and so on.",
            count(self.rows.len(), "option", "options"),
        );
        for row in &self.rows {
            words.push_str(&format!(" {}: first {}", row.name, row.label));
            let mut most = 0;
            for rank in 1..row.shares.len() {
                if row.share(rank) > row.share(most) {
                    most = rank;
                }
            }
            if most > 0 {
                let share = significant(row.share(most) * 100.0);
                words.push_str(&format!(", most often {} ({share}%)", ordinal(most)));
            }
            words.push('.');
        }
        words
    }

    fn table(&self, presentation: &Presentation) -> Table {
        let mut table = Table::new(&presentation.title, &["Option"]);
        let ranks = self.ranks();
        for rank in 0..ranks {
            table.headers.push(ordinal(rank) + ", %");
        }
        for rank in 0..ranks {
            let words = format!("Standard error of {}, %", ordinal(rank));
            table.headers.push(words);
        }
        for row in &self.rows {
            table.start(&row.name);
            let cell =
                |numbers: &[f64], rank: usize| numbers.get(rank).copied().unwrap_or(f64::NAN);
            // Errors of none and of all of the samples are not known.
            let open = |rank: usize| {
                let share = cell(&row.shares, rank);
                self.sampled && (share <= 0.0 || share >= 1.0)
            };
            for rank in 0..ranks {
                let share = cell(&row.shares, rank);
                if let Some(words) = row.printed.get(rank) {
                    table.words(words.clone(), Some(share * 100.0));
                    continue;
                }
                match open(rank) {
                    true if share <= 0.0 => {
                        table.words("in no sample".to_owned(), Some(share * 100.0))
                    }
                    true => table.words("in all samples".to_owned(), Some(share * 100.0)),
                    false => table.number(share * 100.0),
                }
            }
            for rank in 0..ranks {
                match open(rank) {
                    true => table.words("–".to_owned(), None),
                    false => table.number(cell(&row.errors, rank) * 100.0),
                }
            }
        }
        table
    }
}

/// A share in whole per cent, which is 100% only where nothing is missing, nor could be.
fn whole(share: f64, sampled: bool) -> String {
    if (0.995..1.0).contains(&share) || sampled && share >= 1.0 {
        ">99%".to_owned()
    } else {
        format!("{:.0}%", share * 100.0)
    }
}

/// "1st" for 0, "2nd" for 1, "11th" for 10.
pub fn ordinal(rank: usize) -> String {
    let number = rank + 1;
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use super::{ordinal, whole};

    #[test]
    fn ranks_are_said_as_people_say_them() {
        let said = [0, 1, 2, 3, 10, 11, 12, 20, 21, 110].map(ordinal);
        assert_eq!(
            said,
            [
                "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "111th"
            ]
        );
    }

    #[test]
    fn nearly_all_is_not_all() {
        assert_eq!(
            [0.88, 0.994, 0.9999, 1.0].map(|share| whole(share, false)),
            ["88%", "99%", ">99%", "100%"]
        );
        assert_eq!(whole(1.0, true), ">99%", "all of the samples are not all");
    }
}
