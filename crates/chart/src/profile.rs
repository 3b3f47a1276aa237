//! How each option does on each criterion: a strip for each criterion with a dot for each option.
//!
//! No lines from one criterion to the next: nothing lies between two criteria, and a slope between them says nothing.

use super::number::{is_drawable, significant};
use super::palette::Slot;
use super::picture::{Presentation, Table, count};

/// The values of every option on every criterion.
///
/// The first four options with a colour slot are coloured, the rest are grey. Names stand beside the strips, under
/// 600 px above them.
///
/// ```
/// use weighbridge_chart::{Presentation, Slot, ValueProfile, profile::{Criterion, Line}};
///
/// let chart = ValueProfile {
///     criteria: vec![
///         Criterion { name: "Closeness".into(), short: "Closeness".into(), note: "60%".into() },
///         Criterion { name: "Image".into(), short: "Image".into(), note: "40%".into() },
///     ],
///     lines: vec![Line {
///         name: "Addison Square".into(),
///         short: "Addison Square".into(),
///         slot: Slot::nth(0),
///         values: vec![Some(100.0), None],
///     }],
///     ..ValueProfile::default()
/// };
/// let picture = chart.draw(&Presentation::new("values", 760, "Addison Square is closest"));
/// assert_eq!(picture.table.rows, [["Addison Square", "100", "–"]]);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ValueProfile {
    /// The criteria, in the order to draw them.
    pub criteria: Vec<Criterion>,
    /// The options, best first.
    pub lines: Vec<Line>,
    /// What the dots and the numbers are.
    pub words: Words,
}

/// What a profile speaks of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Words {
    /// What a dot is: "Option".
    pub line: &'static str,
    /// What the numbers are, for the axis.
    pub title: &'static str,
    /// What is drawn of how many, for the words that stand for the picture.
    pub what: &'static str,
    /// One of them, and several.
    pub each: [&'static str; 2],
    /// How many of them at most are coloured; the rest are grey.
    pub coloured: usize,
    /// Whether the spread of the dots is what is looked at: each strip has a bar from its lowest to its highest, and the
    /// axis ends at the largest number rather than at 100.
    pub ranges: bool,
}

impl Default for Words {
    /// Values of options.
    fn default() -> Self {
        Self {
            line: "Option",
            title: "Value: 0 is the worst, 100 the best",
            what: "The value from 0, worst, to 100, best, of",
            each: ["option", "options"],
            coloured: MOST_COLOURED,
            ranges: false,
        }
    }
}

/// A criterion.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Criterion {
    /// Full name, for the table.
    pub name: String,
    /// Short name, for the axis.
    pub short: String,
    /// What stands with the name, such as its weight: "30%". May be empty.
    pub note: String,
}

/// An option.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// Full name, for the table.
    pub name: String,
    /// Its name in the key.
    pub short: String,
    /// Its colour.
    pub slot: Slot,
    /// Its value on each criterion, 0 to 100 (or beyond, on a fixed scale); `None` where it has none.
    pub values: Vec<Option<f64>>,
}

impl Line {
    pub(super) fn value(&self, criterion: usize) -> Option<f64> {
        self.values
            .get(criterion)
            .copied()
            .flatten()
            .filter(|value| is_drawable(*value))
    }
}

const MOST_COLOURED: usize = 4;

impl ValueProfile {
    pub(super) fn slots(&self) -> Vec<Slot> {
        let mut left = self.words.coloured;
        let mut slot = |line: &Line| {
            if line.slot == Slot::Quiet || left == 0 {
                return Slot::Quiet;
            }
            left -= 1;
            line.slot
        };
        self.lines.iter().map(&mut slot).collect()
    }

    pub(super) fn describe(&self) -> String {
        let mut words = format!(
            "{} {} on {}.",
            self.words.what,
            count(self.lines.len(), self.words.each[0], self.words.each[1]),
            count(self.criteria.len(), "criterion", "criteria")
        );
        for (index, criterion) in self.criteria.iter().enumerate() {
            let values = || {
                self.lines
                    .iter()
                    .filter_map(|line| Some((line, line.value(index)?)))
            };
            let best = values().max_by(|a, b| a.1.total_cmp(&b.1));
            let worst = values().min_by(|a, b| a.1.total_cmp(&b.1));
            if let (Some((best, high)), Some((worst, low))) = (best, worst) {
                words.push_str(&format!(
                    " {}: from {} ({}) to {} ({}).",
                    criterion.name,
                    significant(low),
                    worst.name,
                    significant(high),
                    best.name
                ));
            }
            let without = self.lines.iter().filter(|line| line.value(index).is_none());
            let without: Vec<&str> = without.map(|line| line.name.as_str()).collect();
            if !without.is_empty() {
                words.push_str(&format!(
                    " No score on {}: {}.",
                    criterion.name,
                    without.join(", ")
                ));
            }
        }
        words
    }

    pub(super) fn table(&self, presentation: &Presentation) -> Table {
        let mut headers = vec![self.words.line.to_owned()];
        headers.extend(
            self.criteria
                .iter()
                .map(|it| format!("{} {}", it.name, it.note).trim_end().to_owned()),
        );
        let row = |line: &Line| {
            let mut cells = vec![line.name.clone()];
            cells.extend(
                (0..self.criteria.len())
                    .map(|index| line.value(index).map_or("–".to_owned(), significant)),
            );
            cells
        };
        Table {
            caption: presentation.title.clone(),
            headers,
            rows: self.lines.iter().map(row).collect(),
            numbers: self
                .lines
                .iter()
                .map(|line| {
                    let values = (0..self.criteria.len()).map(|index| line.value(index));
                    std::iter::once(None).chain(values).collect()
                })
                .collect(),
        }
    }
}
