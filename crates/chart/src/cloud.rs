//! How far each option's total could go, over many samples of what is not sure.

use super::number::{is_drawable, significant, tenths};
use super::palette::{Dash, Role, Slot};
use super::picture::{Picture, Presentation, Table, count, finish};
use super::rows::{Rows, Words, grid, key, ticks, title};
use super::scale::Scale;
use super::sheet::{Plot, Sheet};

/// For each option the shape of its totals, with nine samples in ten on a line, half of them on a thick
/// one, a stroke in the middle, and a ring at the total now. Every shape is as high as the others.
///
/// ```
/// use weighbridge_chart::{Cloud, Presentation, Slot, cloud::{Row, quantiles}};
///
/// let chart = Cloud {
///     low: 40.0,
///     high: 90.0,
///     rows: vec![Row {
///         name: "Addison Square".into(),
///         slot: Slot::nth(0),
///         quantiles: quantiles(&[50.0, 60.0, 65.0, 70.0, 80.0]),
///         counts: vec![0, 1, 2, 1, 1],
///         now: Some(62.0),
///     }],
/// };
/// let picture = chart.draw(&Presentation::new("cloud", 760, "Addison Square has 52 to 78 points"));
/// assert_eq!(picture.table.rows, [["Addison Square", "52", "60", "65", "70", "78", "62"]]);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cloud {
    /// The total, in points, at which the first bin of every option starts.
    pub low: f64,
    /// The total at which the last bin ends.
    pub high: f64,
    /// The options, in the order to draw them.
    pub rows: Vec<Row>,
}

/// An option.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Its colour.
    pub slot: Slot,
    /// How many samples fell into each bin; bins are equally wide.
    pub counts: Vec<u32>,
    /// The totals that 5%, 25%, 50%, 75% and 95% of the samples stay below.
    pub quantiles: [f64; 5],
    /// The total now, where there is one.
    pub now: Option<f64>,
}

/// The shares of samples that a row's quantiles stand for.
pub const SHARES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// The totals that 5%, 25%, 50%, 75% and 95% of samples stay below, from the totals in order: between
/// two of them in a straight line (definition 7 of Hyndman and Fan, *The American Statistician* 50,
/// 1996), so never outside them; not numbers where there is no sample.
///
/// ```
/// use weighbridge_chart::cloud::quantiles;
/// assert_eq!(quantiles(&[50.0, 60.0, 65.0, 70.0, 80.0]), [52.0, 60.0, 65.0, 70.0, 78.0]);
/// assert_eq!(quantiles(&[80.0; 4]), [80.0; 5]);
/// ```
#[must_use]
pub fn quantiles(totals: &[f64]) -> [f64; 5] {
    // Some thousands of samples: exact as f64.
    let last = totals.len().saturating_sub(1) as f64;
    SHARES.map(|share| {
        let place = share * last;
        let at = |place: f64| totals.get(index(place)).copied().unwrap_or(f64::NAN);
        let (below, above) = (at(place.floor()), at(place.ceil()));
        below + (above - below) * place.fract()
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a whole number from 0 to the number of samples"
)]
fn index(place: f64) -> usize {
    place as usize
}

/// How high a shape is, and how much lies below it.
const RIDGE: f64 = 30.0;
const LINE: f64 = 11.0;
const HEIGHT: f64 = RIDGE + 2.0 * LINE;

/// What the key explains.
#[derive(Clone, Copy)]
enum Mark {
    Most,
    Half,
    Middle,
    Now,
}

impl Cloud {
    /// Draws the chart.
    #[must_use]
    pub fn draw(&self, presentation: &Presentation) -> Picture {
        let sheet = presentation.sheet();
        let words: Vec<Words> = self.rows.iter().map(words).collect();
        let mut rows = Rows::new(sheet.width, &words);
        // Room for half a ring at either end.
        rows.across.0 += 7.0;
        rows.across.1 -= 7.0;
        let mut totals = Vec::new();
        for row in &self.rows {
            if !row.counts.is_empty() {
                totals.extend([self.low, self.high]);
            }
            totals.extend(row.quantiles);
            totals.extend(row.now);
        }
        totals.retain(|total| is_drawable(*total));
        let parts = if rows.narrow { 4.0 } else { 5.0 };
        let scale = Scale::just_over(totals.into_iter(), parts);
        let entries = [
            (Mark::Most, "9 samples in 10"),
            (Mark::Half, "half of them"),
            (Mark::Middle, "middle"),
            (Mark::Now, "now"),
        ]
        .map(|(mark, words)| (mark, words.to_owned()));
        let mark = |mark: Mark, (x, y): (f64, f64)| match mark {
            Mark::Most => sheet.line(&[(x, y), (x + 24.0, y)], Role::Ink, 1.8, Dash::Solid),
            Mark::Half => sheet.line(&[(x, y), (x + 24.0, y)], Role::Ink, 7.0, Dash::Solid),
            Mark::Middle => stroke(&sheet, (x + 12.0, y)),
            Mark::Now => ring(&sheet, (x + 12.0, y)),
        };
        let mut y = key(&sheet, &entries, 0.0, 30.0, &mark) + 16.0;
        for (row, words) in self.rows.iter().zip(&words) {
            sheet.group("row", || {
                let top = y;
                let (drawing, end) = rows.row(&sheet, words, HEIGHT, y);
                let from = if rows.narrow { drawing } else { top };
                grid(&sheet, rows.across, scale, (from, end));
                let plot = sheet.plot(
                    (scale.low, scale.high),
                    (0.0, 1.0),
                    rows.across,
                    (drawing + RIDGE, drawing),
                );
                self.ridge(&sheet, &plot, row);
                marks(&sheet, &plot, row);
                y = end;
            });
        }
        sheet.group("scale", || ticks(&sheet, rows.across, scale, y, ""));
        y = title(&sheet, "Total, in points", rows.across, y);
        finish(
            sheet,
            y,
            presentation,
            self.describe(),
            self.table(presentation),
        )
    }

    /// The shape of the samples: straight from the middle of each bin to that of the next.
    fn ridge(&self, sheet: &Sheet, plot: &Plot, row: &Row) {
        let most = f64::from(row.counts.iter().copied().max().unwrap_or(0));
        if most <= 0.0 || !is_drawable(self.low) || !is_drawable(self.high) {
            return;
        }
        let bin = (self.high - self.low) / row.counts.len() as f64;
        let mut shape = Vec::new();
        let mut before = 0;
        for (index, count) in row.counts.iter().enumerate() {
            let x = self.low + bin * (index as f64 + 0.5);
            let after = row.counts.get(index + 1).copied().unwrap_or(0);
            // Along the ground where there is no sample on either side.
            if before + after + count > 0 {
                if before == 0 && *count > 0 {
                    shape.push(plot.at(x - bin / 2.0, 0.0));
                }
                shape.push(plot.at(x, f64::from(*count) / most));
                if after == 0 && *count > 0 {
                    shape.push(plot.at(x + bin / 2.0, 0.0));
                }
            }
            before = *count;
        }
        sheet.polygon(&shape, row.slot.fill());
    }

    fn describe(&self) -> String {
        let mut words = format!(
            "The totals in points of {} over many samples.",
            count(self.rows.len(), "option", "options")
        );
        for row in &self.rows {
            let [low, _, middle, _, high] = row.quantiles;
            words.push_str(&format!(
                " {}: 9 in 10 from {} to {}, the middle {}",
                row.name,
                significant(low),
                significant(high),
                significant(middle)
            ));
            if let Some(now) = row.now {
                words.push_str(&format!(", now {}", tenths(now)));
            }
            words.push('.');
        }
        words
    }

    fn table(&self, presentation: &Presentation) -> Table {
        const HEADERS: [&str; 7] = ["Option", "5%", "25%", "Median", "75%", "95%", "Total now"];
        let mut table = Table::new(&presentation.title, &HEADERS);
        for row in &self.rows {
            table.start(&row.name);
            for total in row.quantiles {
                table.number(total);
            }
            table.number(row.now.unwrap_or(f64::NAN));
        }
        table
    }
}

fn words(row: &Row) -> Words {
    let [low, .., high] = row.quantiles;
    // Whole points, unless they are close together.
    let [low, high] =
        [low, high].map(|x| significant(if high - low < 10.0 { x } else { x.round() }));
    let without = row.quantiles.iter().any(|total| total.is_nan());
    Words {
        name: row.name.clone(),
        note: String::new(),
        label: if without {
            "–".to_owned()
        } else if low == high {
            low
        } else {
            format!("{low} to {high}")
        },
        aside: row
            .now
            .map_or(String::new(), |now| format!("now {}", tenths(now))),
    }
}

/// The lines, the stroke and the ring below a shape.
fn marks(sheet: &Sheet, plot: &Plot, row: &Row) {
    let place = |total: f64| {
        let (x, y) = plot.at(total, 0.0);
        (x, y + LINE)
    };
    if row.quantiles.iter().all(|total| is_drawable(*total)) {
        let [low, lower, middle, upper, high] = row.quantiles.map(place);
        sheet.line(&[low, high], Role::Ink, 1.8, Dash::Solid);
        sheet.line(&[lower, upper], Role::Ink, 7.0, Dash::Solid);
        stroke(sheet, middle);
    }
    if let Some(now) = row.now.filter(|now| is_drawable(*now)) {
        ring(sheet, place(now));
    }
}

/// The mark of the middle sample.
fn stroke(sheet: &Sheet, (x, y): (f64, f64)) {
    let ends = [(x, y - 10.0), (x, y + 10.0)];
    sheet.line(&ends, Role::Paper, 5.0, Dash::Solid);
    sheet.line(&ends, Role::Ink, 2.2, Dash::Solid);
}

/// The mark of the total now.
fn ring(sheet: &Sheet, at: (f64, f64)) {
    sheet.dot(at, 6.5, Role::Paper);
    sheet.ring(at, 4.6, Role::Ink, 2.2);
}

#[cfg(test)]
mod tests {
    use super::quantiles;

    #[test]
    fn quantiles_of_even_samples_are_even() {
        let even: Vec<f64> = (0..=100).map(f64::from).collect();
        let found = quantiles(&even);
        let mut pairs = found.iter().zip([5.0, 25.0, 50.0, 75.0, 95.0]);
        assert!(pairs.all(|(a, b)| (a - b).abs() < 1e-9), "{found:?}");
        let alone = quantiles(&[4.5]);
        assert!(alone.iter().all(|x| (x - 4.5).abs() < 1e-9), "{alone:?}");
        assert!(quantiles(&[]).iter().all(|total| total.is_nan()));
    }
}
