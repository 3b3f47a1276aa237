use super::{Extra, Finite};
use serde::{Deserialize, Serialize};
use weighbridge_numeric::{sort_ascending, sort_by};

/// How a criterion turns the score of an option into a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The kind, with its details.
    pub kind: ScaleKind,
    /// Fields from a file that this version does not know.
    pub extra: Extra,
}

impl Scale {
    /// Values from 0 to 100 given directly.
    pub fn direct() -> Self {
        Self {
            kind: ScaleKind::Direct,
            extra: Extra::default(),
        }
    }
}

/// The kinds of scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ScaleKind {
    /// A value from 0 to 100 is given directly.
    Direct,
    /// One of a list of labelled points is chosen, such as 1 to 5 or "poor" to "good".
    Points(Vec<ScalePoint>),
    /// A natural measure, such as weeks or posts, turned into a value by a value function.
    Measure(Measure),
}

/// One point of a labelled scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScalePoint {
    /// What is chosen: `4`, `good`. Unique on its scale.
    pub label: String,
    /// What it means.
    pub words: String,
    /// Its value, usually 0 to 100.
    pub value: Finite,
    /// Fields from a file that this version does not know.
    pub extra: Extra,
}

/// A natural measure and its value function.
///
/// The function runs from value 0 at the worst end, through the breakpoints in order, to value 100 at
/// the best end, in straight pieces; beyond an end its last piece goes on, so values below 0 or
/// above 100 show rather than being clamped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// The unit, such as "weeks" or "£ a week".
    pub unit: String,
    /// Which way is better.
    pub direction: Direction,
    /// Where the scale ends.
    pub range: Range,
    /// Inner points of a piecewise-linear value function; none for a straight line.
    pub breakpoints: Vec<Breakpoint>,
}

impl Measure {
    /// Whether values never fall from the worst end to the best, whichever breakpoints lie between them; a
    /// function with a peak or a valley rises and falls.
    ///
    /// ```
    /// use weighbridge_model::{Breakpoint, Direction, Extra, Finite, Measure, Range};
    /// let number = |x| Finite::new(x).unwrap();
    /// let bend = |at, value| Breakpoint { at: number(at), value: number(value), extra: Extra::default() };
    /// let mut weeks = Measure { unit: "weeks".into(), direction: Direction::Lower, range: Range::Local, breakpoints: vec![bend(4.0, 70.0)] };
    /// assert!(weeks.only_rises());
    /// weeks.breakpoints.push(bend(2.0, 60.0));
    /// assert!(!weeks.only_rises(), "2 weeks is nearer to the best end, and worth less than 4");
    /// ```
    pub fn only_rises(&self) -> bool {
        let mut breakpoints: Vec<(f64, f64)> = self
            .breakpoints
            .iter()
            .map(|bend| (bend.at.get(), bend.value.get()))
            .collect();
        sort_ascending(&mut breakpoints, |breakpoint| breakpoint.0);
        if self.direction == Direction::Lower {
            breakpoints.reverse();
        }
        let values = breakpoints.iter().map(|(_, value)| *value);
        let all: Vec<f64> = [0.0].into_iter().chain(values).chain([100.0]).collect();
        all.is_sorted()
    }
}

/// Which way a measure is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

impl Direction {
    /// The other way.
    #[must_use]
    pub fn flipped(self) -> Self {
        match self {
            Self::Higher => Self::Lower,
            Self::Lower => Self::Higher,
        }
    }
}

/// Where the scale of a measure ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Range {
    /// At the lowest and highest amounts among the appraised options.
    Local,
    /// At two named amounts, the first below the second.
    Fixed {
        /// The lower end.
        low: Finite,
        /// The upper end.
        high: Finite,
    },
}

/// An inner point of a value function.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breakpoint {
    /// The amount, in the unit of the measure.
    pub at: Finite,
    /// The value there.
    pub value: Finite,
    /// Fields from a file that this version does not know.
    pub extra: Extra,
}

/// Why a scale makes no sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadScale {
    /// A labelled scale needs two points or more, each with a label of its own.
    Points,
    /// A fixed scale, or a range, needs a lower end below its upper end.
    ReferencePoints,
    /// The inner points of a value function need amounts of their own, inside the scale.
    Breakpoints,
}

impl ScaleKind {
    /// Whether a scale makes sense: labels of their own, ends in order, breakpoints inside.
    ///
    /// # Errors
    /// Which of those it breaks.
    pub fn check(&self) -> Result<(), BadScale> {
        match self {
            Self::Direct => Ok(()),
            Self::Points(levels) => {
                let mut labels: Vec<String> = levels
                    .iter()
                    .map(|l| l.label.to_ascii_lowercase())
                    .collect();
                sort_by(&mut labels, Ord::cmp);
                labels.dedup();
                let named = levels.iter().all(|l| !l.label.trim().is_empty());
                if levels.len() < 2 || labels.len() < levels.len() || !named {
                    return Err(BadScale::Points);
                }
                Ok(())
            }
            Self::Measure(measure) => measure.check(),
        }
    }
}

impl Measure {
    fn check(&self) -> Result<(), BadScale> {
        if let Range::Fixed { low, high } = self.range
            && low >= high
        {
            return Err(BadScale::ReferencePoints);
        }
        let inside = |x: f64| match self.range {
            Range::Local => true,
            Range::Fixed { low, high } => low.get() < x && x < high.get(),
        };
        let ordered = self.breakpoints.windows(2).all(|pair| match pair {
            [a, b] if self.direction == Direction::Higher => a.at < b.at,
            [a, b] => a.at > b.at,
            _ => true,
        });
        if !ordered || !self.breakpoints.iter().all(|b| inside(b.at.get())) {
            return Err(BadScale::Breakpoints);
        }
        Ok(())
    }
}
