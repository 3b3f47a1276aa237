//! From scores to values from 0 (worst) to 100 (best).

use super::{Grid, Issue, OffScale, PerLeaf, PerOption};
use weighbridge_model::{
    Absence, Alternative, Criterion, Direction, Entry, Measure, Perspective, Range, ScaleKind,
};
use weighbridge_numeric::sort_ascending;

/// The value of one option on one leaf.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A value; usually 0 to 100, beyond for an amount outside a fixed scale.
    Value(f64),
    /// No judgement.
    Absent(Absence),
    /// A score that is not on its scale, with what is wrong.
    Unusable(OffScale),
}

impl Cell {
    /// The value, if there is one.
    pub fn value(&self) -> Option<f64> {
        match self {
            Self::Value(v) => Some(*v),
            Self::Absent(_) | Self::Unusable(_) => None,
        }
    }
}

/// How a leaf turned scores into values.
#[derive(Clone, Debug, PartialEq)]
pub struct LeafScale {
    /// Not applicable for every option: the criterion is left out and the others renormalised.
    pub excluded: bool,
    /// The value function of a measure; `None` for other kinds, and while nothing fixes its ends.
    pub function: Option<ValueFunction>,
    /// The least and the greatest value that a score on the scale as it is can have: 0 and 100 of a
    /// scale from 0 to 100, the lowest and the highest point of a scale of points, and whatever the
    /// value function of a measure reaches between its ends (both 0 while the ends coincide).
    pub reach: [f64; 2],
}

impl LeafScale {
    /// Whether both ends are the same amount, as where all options coincide on a scale that ends at
    /// the options: every option has the value 0, and no other value can be said or reached.
    pub fn has_no_length(&self) -> bool {
        self.function.as_ref().is_some_and(ValueFunction::is_flat)
    }
}

/// A piecewise-linear value function: points of increasing amount, straight lines between, the
/// first and last line going on beyond the ends.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueFunction {
    /// The amount with value 0.
    pub worst: f64,
    /// The amount with value 100.
    pub best: f64,
    /// Amounts with their values, in increasing order of amount; one point when worst is best.
    points: Vec<(f64, f64)>,
}

impl ValueFunction {
    /// The function of a measure whose scale ends at two amounts. Bends that are not strictly
    /// between the ends are left out.
    pub fn new(measure: &Measure, low: f64, high: f64) -> Self {
        let (worst, best) = match measure.direction {
            Direction::Higher => (low, high),
            Direction::Lower => (high, low),
        };
        let mut points = vec![(worst, 0.0)];
        let inside = |x: f64| low < x && x < high;
        points.extend(
            measure
                .breakpoints
                .iter()
                .map(|bend| (bend.at.get(), bend.value.get()))
                .filter(|(x, _)| inside(*x)),
        );
        if low < high {
            points.push((best, 100.0));
        }
        sort_ascending(&mut points, |point| point.0);
        Self {
            worst,
            best,
            points,
        }
    }

    /// Whether the ends coincide, so that every option has value 0 and none differs.
    pub fn is_flat(&self) -> bool {
        self.points.len() < 2
    }

    /// The points the function runs through, by increasing amount.
    pub fn points(&self) -> &[(f64, f64)] {
        &self.points
    }

    /// The value of an amount.
    ///
    /// Beyond the ends the outermost lines go on, so the value may be below 0 or above 100; it is
    /// not clamped.
    ///
    /// ```
    /// use weighbridge_analysis::ValueFunction;
    /// use weighbridge_model::{Direction, Measure, Range};
    /// let weeks = Measure { unit: "weeks".into(), direction: Direction::Lower, range: Range::Local, breakpoints: vec![] };
    /// let function = ValueFunction::new(&weeks, 10.0, 30.0);
    /// assert_eq!(function.value(15.0), 75.0, "15 weeks is three quarters of the way from 30 to 10");
    /// assert_eq!(function.value(40.0), -50.0, "worse than the worst end");
    /// ```
    pub fn value(&self, x: f64) -> f64 {
        let last = self.points.len().saturating_sub(2);
        let above = self.points.iter().position(|(at, _)| *at >= x);
        let first = above.map_or(last, |at| at.saturating_sub(1).min(last));
        match (self.points.get(first), self.points.get(first + 1)) {
            (Some(a), Some(b)) => between(*a, *b, x),
            _ => 0.0,
        }
    }

    /// The least and the greatest value of the amounts from one to another, whichever is the larger;
    /// a function that rises and falls may have them anywhere in between.
    ///
    /// ```
    /// use weighbridge_analysis::ValueFunction;
    /// use weighbridge_model::{Breakpoint, Direction, Extra, Finite, Measure, Range};
    /// let number = |x| Finite::new(x).unwrap();
    /// let peak = Breakpoint { at: number(50.0), value: number(90.0), extra: Extra::default() };
    /// let weeks = Measure { unit: "weeks".into(), direction: Direction::Higher, range: Range::Local, breakpoints: vec![peak] };
    /// let function = ValueFunction::new(&weeks, 0.0, 100.0);
    /// assert_eq!(function.span(40.0, 60.0), [72.0, 92.0]);
    /// ```
    pub fn span(&self, one: f64, other: f64) -> [f64; 2] {
        let (low, high) = (one.min(other), one.max(other));
        let inside = self.points.iter().filter(|(x, _)| low < *x && *x < high);
        let ends = [self.value(low), self.value(high)].into_iter();
        let all = ends.chain(inside.map(|(_, value)| *value));
        all.fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], v| {
            [low.min(v), high.max(v)]
        })
    }

    /// The amount between the ends that has a value; the nearest to `near` where several have it.
    ///
    /// ```
    /// use weighbridge_analysis::ValueFunction;
    /// use weighbridge_model::{Direction, Measure, Range};
    /// let weeks = Measure { unit: "weeks".into(), direction: Direction::Lower, range: Range::Local, breakpoints: vec![] };
    /// let function = ValueFunction::new(&weeks, 10.0, 30.0);
    /// assert_eq!(function.amount(75.0, 30.0), Some(15.0), "where `value` gives 75");
    /// assert_eq!(function.amount(-50.0, 30.0), None, "beyond the worst end");
    /// ```
    pub fn amount(&self, value: f64, near: f64) -> Option<f64> {
        let mut nearest: Option<f64> = None;
        for pair in self.points.windows(2) {
            let [(x0, y0), (x1, y1)] = pair else { continue };
            let share = (value - y0) / (y1 - y0);
            if !(0.0..=1.0).contains(&share) {
                continue;
            }
            let x = x0 + (x1 - x0) * share;
            if x.is_finite() && nearest.is_none_or(|other| (x - near).abs() < (other - near).abs())
            {
                nearest = Some(x);
            }
        }
        nearest
    }
}

/// The value at `x` of the line through two points.
#[expect(
    clippy::float_cmp,
    reason = "at a point itself its own value is returned, without rounding"
)]
fn between((x0, y0): (f64, f64), (x1, y1): (f64, f64), x: f64) -> f64 {
    if x == x1 {
        return y1;
    }
    let whole = x1 - x0;
    // Halving first keeps the difference of two huge amounts finite.
    let share = if whole.is_finite() {
        (x - x0) / whole
    } else {
        (x / 2.0 - x0 / 2.0) / (x1 / 2.0 - x0 / 2.0)
    };
    y0 + (y1 - y0) * share
}

/// The scales of all leaves and the values of all appraised options on them.
pub(super) fn values(
    appraisal: Perspective<'_>,
    issues: &mut Vec<Issue>,
) -> (PerLeaf<LeafScale>, Grid<Cell>) {
    let options: Vec<&Alternative> = appraisal.appraised().collect();
    let leaves = appraisal.leaves();
    let scales = leaves
        .iter()
        .map(|leaf| scale(appraisal, &options, leaf, issues));
    let scales: PerLeaf<LeafScale> = PerLeaf::of(scales);
    let values = options.iter().map(|option| {
        let cells = leaves.iter().zip(&scales);
        PerLeaf::of(cells.map(|(leaf, scale)| cell(&entry(appraisal, option, leaf), leaf, scale)))
    });
    let values = PerOption::of(values);
    (scales, values)
}

fn entry(appraisal: Perspective<'_>, option: &Alternative, leaf: &Criterion) -> Entry {
    appraisal
        .voice
        .scores
        .get(&option.id, &leaf.id)
        .map_or(Entry::Absent(Absence::Missing), |s| s.entry.clone())
}

fn scale(
    appraisal: Perspective<'_>,
    options: &[&Alternative],
    leaf: &Criterion,
    issues: &mut Vec<Issue>,
) -> LeafScale {
    let entries: Vec<Entry> = options
        .iter()
        .map(|option| entry(appraisal, option, leaf))
        .collect();
    let not_applicable = Entry::Absent(Absence::NotApplicable);
    let excluded = !entries.is_empty() && entries.iter().all(|e| *e == not_applicable);
    if excluded {
        issues.push(Issue::NotApplicableToAny {
            criterion: leaf.id.clone(),
        });
    } else if entries.contains(&not_applicable) {
        issues.push(Issue::NotApplicableToSome {
            criterion: leaf.id.clone(),
            options: options
                .iter()
                .zip(&entries)
                .filter(|(_, e)| **e == not_applicable)
                .map(|(o, _)| o.id.clone())
                .collect(),
        });
    }
    let function = match &leaf.scale.kind {
        ScaleKind::Measure(measure) => function(measure, &entries),
        ScaleKind::Direct | ScaleKind::Points(_) => None,
    };
    if let (ScaleKind::Measure(measure), Some(function)) = (&leaf.scale.kind, &function)
        && !function.is_flat()
        && function.points.len() < measure.breakpoints.len() + 2
    {
        issues.push(Issue::BreakpointOutside {
            criterion: leaf.id.clone(),
        });
    }
    let reach = reach(&leaf.scale.kind, function.as_ref());
    LeafScale {
        excluded,
        function,
        reach,
    }
}

/// The least and the greatest value on a scale.
fn reach(kind: &ScaleKind, function: Option<&ValueFunction>) -> [f64; 2] {
    let values: Vec<f64> = match (kind, function) {
        (ScaleKind::Points(levels), _) => levels.iter().map(|l| l.value.get()).collect(),
        (ScaleKind::Measure(_), Some(f)) => f.points.iter().map(|(_, value)| *value).collect(),
        (ScaleKind::Measure(_), None) | (ScaleKind::Direct, _) => vec![0.0, 100.0],
    };
    values
        .iter()
        .fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], v| {
            [low.min(*v), high.max(*v)]
        })
}

fn function(measure: &Measure, entries: &[Entry]) -> Option<ValueFunction> {
    match measure.range {
        Range::Fixed { low, high } => Some(ValueFunction::new(measure, low.get(), high.get())),
        Range::Local => {
            let amounts = entries.iter().filter_map(Entry::number);
            let (low, high) = amounts.fold(None, |ends: Option<(f64, f64)>, x| {
                Some(ends.map_or((x, x), |(low, high)| (low.min(x), high.max(x))))
            })?;
            Some(ValueFunction::new(measure, low, high))
        }
    }
}

pub(super) fn cell(entry: &Entry, leaf: &Criterion, scale: &LeafScale) -> Cell {
    match (entry, &leaf.scale.kind) {
        (Entry::Absent(absence), _) => Cell::Absent(*absence),
        (Entry::Number(x), ScaleKind::Direct) if (0.0..=100.0).contains(&x.get()) => {
            Cell::Value(x.get())
        }
        (Entry::Number(x), ScaleKind::Direct) => Cell::Unusable(OffScale::NotOfHundred(x.get())),
        (Entry::Number(x), ScaleKind::Measure(_)) => match &scale.function {
            Some(function) => in_reach(function.value(x.get())),
            None => Cell::Absent(Absence::Missing),
        },
        (Entry::Number(x), ScaleKind::Points(_)) => point(&x.get().to_string(), leaf),
        (Entry::Label(label), ScaleKind::Points(_)) => point(label, leaf),
        (Entry::Label(label), _) => Cell::Unusable(OffScale::NotANumber(label.clone())),
    }
}

/// The farthest a value may lie from 0: ten thousand scales away. Beyond it, where an amount was
/// surely meant in another unit, sums would lose the digits that tell a tie from a lead.
const FARTHEST: f64 = 1e6;

/// Whether a value is near enough to its scale to count.
pub(super) fn is_in_reach(value: f64) -> bool {
    value.abs() <= FARTHEST
}

fn in_reach(value: f64) -> Cell {
    if is_in_reach(value) {
        Cell::Value(value)
    } else {
        Cell::Unusable(OffScale::TooFar)
    }
}

fn point(label: &str, leaf: &Criterion) -> Cell {
    let ScaleKind::Points(levels) = &leaf.scale.kind else {
        return Cell::Absent(Absence::Missing);
    };
    let found = levels
        .iter()
        .find(|level| level.label.eq_ignore_ascii_case(label));
    found.map_or_else(
        || Cell::Unusable(OffScale::NoPoint(label.to_owned())),
        |level| in_reach(level.value.get()),
    )
}
