//! How each option does on each criterion: what a value profile shows.

use super::number::is_drawable;
use super::palette::Slot;

/// The values of every option on every criterion.
///
/// The first four options with a colour slot are coloured, the rest are grey. Under 600 px, or with
/// more criteria than there is room for names, each criterion becomes a strip with a dot for each option.
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
    /// What the lines and the numbers are.
    pub words: Words,
}

/// What a profile speaks of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Words {
    /// What a line is: "Option".
    pub line: &'static str,
    /// What the numbers are, for the axis.
    pub title: &'static str,
    /// What is drawn of how many, for the words that stand for the picture.
    pub what: &'static str,
    /// One of the lines, and several.
    pub each: [&'static str; 2],
    /// How many of the lines at most are coloured; the rest are grey.
    pub coloured: usize,
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
    /// The label beside the line.
    pub short: String,
    /// Its colour.
    pub slot: Slot,
    /// Its value on each criterion, 0 to 100 (or beyond, on a fixed scale); `None` where it has none:
    /// the line has a gap there.
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
