//! A scale as it is being typed, and the scale it makes when every part is right.

use super::{BadEntry, Move, parse_amount, parse_number};
use weighbridge_model::{
    BadScale, Breakpoint, Direction, Extra, Finite, Measure, Range, ScaleKind, ScalePoint,
};
use weighbridge_numeric::{sort_ascending, sort_descending};

/// Which kind of scale is being typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftKind {
    /// Values from 0 to 100.
    Direct,
    /// Labelled points.
    Points,
    /// Amounts of a measure.
    Measure,
}

impl DraftKind {
    /// Every kind, in the order shown.
    pub const ALL: [Self; 3] = [Self::Direct, Self::Points, Self::Measure];
}

/// A scale as typed. What belongs to the kinds that are not chosen is kept beside what does.
///
/// ```
/// use weighbridge_edit::{DraftKind, ScaleDraft, ScaleFault, ScaleField};
/// use weighbridge_model::ScaleKind;
/// let mut draft = ScaleDraft::of(&ScaleKind::Direct);
/// assert_eq!(draft.read(), Ok(ScaleKind::Direct));
/// draft.kind = DraftKind::Points;
/// let key = draft.add_point();
/// let faults = draft.read().unwrap_err();
/// assert_eq!(faults[0], (ScaleField::Label(key), ScaleFault::NoLabel));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleDraft {
    /// The kind that is chosen.
    pub kind: DraftKind,
    /// The points of a labelled scale, in the order shown.
    pub points: Vec<ScalePointDraft>,
    /// The unit of a measure.
    pub unit: String,
    /// Which way a measure is better.
    pub direction: Direction,
    /// Whether the ends are fixed rather than the options' own.
    pub fixed: bool,
    /// The lowest amount of a fixed scale.
    pub low: String,
    /// The highest amount of a fixed scale.
    pub high: String,
    /// The inner points of a value function, in the order typed.
    pub breakpoints: Vec<BreakpointDraft>,
    next_key: u32,
}

/// A point of a labelled scale as typed.
#[derive(Clone, Debug, PartialEq)]
pub struct ScalePointDraft {
    /// Tells it apart while points move.
    pub key: u32,
    /// What is chosen.
    pub label: String,
    /// What it means.
    pub words: String,
    /// Its value.
    pub value: String,
    extra: Extra,
}

/// An inner point of a value function as typed.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakpointDraft {
    /// Tells it apart while others come and go.
    pub key: u32,
    /// The amount.
    pub at: String,
    /// The value there.
    pub value: String,
    extra: Extra,
}

/// A field of the form of a scale; numbers are the keys of points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScaleField {
    /// The label of a point.
    Label(u32),
    /// The value of a point.
    PointValue(u32),
    /// The lowest amount.
    Low,
    /// The highest amount.
    High,
    /// The amount of an inner point.
    BreakpointAmount(u32),
    /// The value of an inner point.
    BreakpointValue(u32),
    /// No field alone.
    Whole,
}

/// What is wrong with a field of the form of a scale.
#[derive(Clone, Debug, PartialEq)]
pub enum ScaleFault {
    /// A point has no label.
    NoLabel,
    /// Two points have one label.
    LabelTwice,
    /// A value is no number.
    BadValue(BadEntry),
    /// An amount cannot be read.
    BadAmount(BadEntry),
    /// The highest amount is not above the lowest.
    NotAboveLowest,
    /// An inner point is not between the ends.
    NotBetweenEnds,
    /// Two inner points have one amount.
    AmountTwice,
    /// The scale as a whole makes no sense.
    Scale(BadScale),
}

/// What is wrong, and where, in the order of the form.
pub type ScaleFaults = Vec<(ScaleField, ScaleFault)>;

const FIVE: [&str; 5] = ["1", "2", "3", "4", "5"];
const QUALITIES: [&str; 5] = ["Poor", "Fair", "Adequate", "Good", "Very good"];
const FIVE_VALUES: [&str; 5] = ["0", "25", "50", "75", "100"];

impl ScaleDraft {
    /// The draft that makes a scale.
    pub fn of(kind: &ScaleKind) -> Self {
        let mut draft = Self {
            kind: DraftKind::Direct,
            points: Vec::new(),
            unit: String::new(),
            direction: Direction::Higher,
            fixed: false,
            low: String::new(),
            high: String::new(),
            breakpoints: Vec::new(),
            next_key: 0,
        };
        draft.start_from_numbers();
        match kind {
            ScaleKind::Direct => {}
            ScaleKind::Points(points) => {
                draft.kind = DraftKind::Points;
                draft.points.clear();
                for point in points {
                    let key = draft.key();
                    draft.points.push(ScalePointDraft {
                        key,
                        label: point.label.clone(),
                        words: point.words.clone(),
                        value: point.value.get().to_string(),
                        extra: point.extra.clone(),
                    });
                }
            }
            ScaleKind::Measure(measure) => draft.take(measure),
        }
        draft
    }

    fn take(&mut self, measure: &Measure) {
        self.kind = DraftKind::Measure;
        self.unit.clone_from(&measure.unit);
        self.direction = measure.direction;
        if let Range::Fixed { low, high } = measure.range {
            self.fixed = true;
            self.low = low.get().to_string();
            self.high = high.get().to_string();
        }
        for breakpoint in &measure.breakpoints {
            let key = self.key();
            self.breakpoints.push(BreakpointDraft {
                key,
                at: breakpoint.at.get().to_string(),
                value: breakpoint.value.get().to_string(),
                extra: breakpoint.extra.clone(),
            });
        }
    }

    fn key(&mut self) -> u32 {
        self.next_key += 1;
        self.next_key
    }

    /// Has the points 1 to 5.
    pub fn start_from_numbers(&mut self) {
        self.start_from(FIVE);
    }

    /// Has the points poor to very good.
    pub fn start_from_qualities(&mut self) {
        self.start_from(QUALITIES);
    }

    fn start_from(&mut self, labels: [&str; 5]) {
        self.points.clear();
        for (label, value) in labels.into_iter().zip(FIVE_VALUES) {
            self.push_point(label, value);
        }
    }

    /// Adds an empty point at the end; gives its key.
    pub fn add_point(&mut self) -> u32 {
        self.push_point("", "")
    }

    fn push_point(&mut self, label: &str, value: &str) -> u32 {
        let key = self.key();
        self.points.push(ScalePointDraft {
            key,
            label: label.to_owned(),
            words: String::new(),
            value: value.to_owned(),
            extra: Extra::default(),
        });
        key
    }

    /// Moves a point up or down by one place; at an end it stays.
    pub fn move_point(&mut self, at: usize, by: Move) {
        let to = match by {
            Move::Up => at.checked_sub(1),
            Move::Down => Some(at + 1),
        };
        if let Some(to) = to.filter(|to| *to < self.points.len()) {
            self.points.swap(at, to);
        }
    }

    /// Adds an empty inner point at the end; gives its key.
    pub fn add_breakpoint(&mut self) -> u32 {
        let key = self.key();
        self.breakpoints.push(BreakpointDraft {
            key,
            at: String::new(),
            value: String::new(),
            extra: Extra::default(),
        });
        key
    }

    /// The scale it makes.
    ///
    /// # Errors
    /// Everything that is wrong, and where.
    pub fn read(&self) -> Result<ScaleKind, ScaleFaults> {
        let mut faults = ScaleFaults::new();
        let kind = match self.kind {
            DraftKind::Direct => ScaleKind::Direct,
            DraftKind::Points => ScaleKind::Points(self.read_points(&mut faults)),
            DraftKind::Measure => ScaleKind::Measure(self.read_measure(&mut faults)),
        };
        if !faults.is_empty() {
            return Err(faults);
        }
        // What no single field is to blame for.
        kind.check()
            .map_err(|bad| vec![(ScaleField::Whole, ScaleFault::Scale(bad))])?;
        Ok(kind)
    }

    fn read_points(&self, faults: &mut ScaleFaults) -> Vec<ScalePoint> {
        let same = |a: &str, b: &str| a.trim().eq_ignore_ascii_case(b.trim());
        let read = |point: &ScalePointDraft| {
            let twins = self.points.iter().filter(|p| same(&p.label, &point.label));
            if point.label.trim().is_empty() {
                faults.push((ScaleField::Label(point.key), ScaleFault::NoLabel));
            } else if twins.count() > 1 {
                faults.push((ScaleField::Label(point.key), ScaleFault::LabelTwice));
            }
            ScalePoint {
                label: point.label.trim().to_owned(),
                words: point.words.clone(),
                value: read_value(&point.value, ScaleField::PointValue(point.key), faults),
                extra: point.extra.clone(),
            }
        };
        self.points.iter().map(read).collect()
    }

    /// The amount in a field, or zero with the fault noted.
    fn amount(&self, text: &str, field: ScaleField, faults: &mut ScaleFaults) -> Finite {
        let read = parse_amount(text, &self.unit).map_err(ScaleFault::BadAmount);
        noted(read, field, faults)
    }

    fn read_range(&self, faults: &mut ScaleFaults) -> Range {
        if !self.fixed {
            return Range::Local;
        }
        let low = self.amount(&self.low, ScaleField::Low, faults);
        let high = self.amount(&self.high, ScaleField::High, faults);
        if faults.is_empty() && low >= high {
            faults.push((ScaleField::High, ScaleFault::NotAboveLowest));
        }
        Range::Fixed { low, high }
    }

    fn read_measure(&self, faults: &mut ScaleFaults) -> Measure {
        let range = self.read_range(faults);
        let ends_are_right = faults.is_empty();
        let mut breakpoints: Vec<Breakpoint> = Vec::new();
        for breakpoint in &self.breakpoints {
            let field = ScaleField::BreakpointAmount(breakpoint.key);
            let before = faults.len();
            let at = self.amount(&breakpoint.at, field, faults);
            let outside = matches!(range, Range::Fixed { low, high } if at <= low || at >= high);
            if faults.len() == before && ends_are_right && outside {
                faults.push((field, ScaleFault::NotBetweenEnds));
            } else if faults.len() == before && breakpoints.iter().any(|b| b.at == at) {
                faults.push((field, ScaleFault::AmountTwice));
            }
            let field = ScaleField::BreakpointValue(breakpoint.key);
            breakpoints.push(Breakpoint {
                at,
                value: read_value(&breakpoint.value, field, faults),
                extra: breakpoint.extra.clone(),
            });
        }
        // A file has them from the worst end to the best, whatever the order they were typed in.
        match self.direction {
            Direction::Higher => sort_ascending(&mut breakpoints, |breakpoint| breakpoint.at.get()),
            Direction::Lower => sort_descending(&mut breakpoints, |breakpoint| breakpoint.at.get()),
        }
        Measure {
            unit: self.unit.trim().to_owned(),
            direction: self.direction,
            range,
            breakpoints,
        }
    }
}

fn read_value(text: &str, field: ScaleField, faults: &mut ScaleFaults) -> Finite {
    noted(
        parse_number(text).map_err(ScaleFault::BadValue),
        field,
        faults,
    )
}

/// What was read; or zero, which nobody sees, with the fault noted.
fn noted(read: Result<Finite, ScaleFault>, field: ScaleField, faults: &mut ScaleFaults) -> Finite {
    read.unwrap_or_else(|fault| {
        faults.push((field, fault));
        Finite::ZERO
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure() -> ScaleDraft {
        let mut draft = ScaleDraft::of(&ScaleKind::Direct);
        draft.kind = DraftKind::Measure;
        draft.unit = "weeks".to_owned();
        draft.direction = Direction::Lower;
        draft.fixed = true;
        draft.low = "10".to_owned();
        draft.high = "30".to_owned();
        draft
    }

    fn with_breakpoint(draft: &mut ScaleDraft, at: &str, value: &str) -> u32 {
        let key = draft.add_breakpoint();
        if let Some(last) = draft.breakpoints.last_mut() {
            last.at = at.to_owned();
            last.value = value.to_owned();
        }
        key
    }

    #[test]
    fn a_scale_becomes_a_draft_that_makes_it_again() {
        let mut draft = measure();
        with_breakpoint(&mut draft, "12", "90");
        with_breakpoint(&mut draft, "20", "60");
        let made = draft.read().unwrap();
        let ScaleKind::Measure(of) = &made else {
            panic!("{made:?}")
        };
        let amounts: Vec<f64> = of.breakpoints.iter().map(|b| b.at.get()).collect();
        assert_eq!(
            amounts,
            [20.0, 12.0],
            "less is better, so the worst comes first"
        );
        assert_eq!(ScaleDraft::of(&made).read(), Ok(made));
        let mut points = ScaleDraft::of(&ScaleKind::Direct);
        points.kind = DraftKind::Points;
        points.start_from_qualities();
        let made = points.read().unwrap();
        assert_eq!(ScaleDraft::of(&made).read(), Ok(made));
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_its_field() {
        let mut draft = measure();
        let outside = with_breakpoint(&mut draft, "40", "50");
        let twice = with_breakpoint(&mut draft, "15", "x");
        let again = with_breakpoint(&mut draft, "15", "70");
        use ScaleField::{BreakpointAmount, BreakpointValue};
        assert_eq!(
            draft.read().unwrap_err(),
            [
                (BreakpointAmount(outside), ScaleFault::NotBetweenEnds),
                (
                    BreakpointValue(twice),
                    ScaleFault::BadValue(BadEntry::NotANumber)
                ),
                (BreakpointAmount(again), ScaleFault::AmountTwice),
            ]
        );
        draft.high = "10".to_owned();
        let faults = draft.read().unwrap_err();
        assert_eq!(faults[0], (ScaleField::High, ScaleFault::NotAboveLowest));
    }

    #[test]
    fn labels_are_told_apart_without_regard_to_case() {
        let mut draft = ScaleDraft::of(&ScaleKind::Direct);
        draft.kind = DraftKind::Points;
        draft.points.truncate(2);
        draft.points[0].label = "Good".to_owned();
        draft.points[1].label = " good ".to_owned();
        let twice = |at: usize| {
            (
                ScaleField::Label(draft.points[at].key),
                ScaleFault::LabelTwice,
            )
        };
        assert_eq!(draft.read().unwrap_err(), [twice(0), twice(1)]);
        draft.points.truncate(1);
        let whole = (ScaleField::Whole, ScaleFault::Scale(BadScale::Points));
        assert_eq!(draft.read().unwrap_err(), [whole]);
    }

    #[test]
    fn a_point_moves_by_one_place_and_stays_at_the_ends() {
        let mut draft = ScaleDraft::of(&ScaleKind::Direct);
        let labels = |draft: &ScaleDraft| -> String {
            draft.points.iter().map(|p| p.label.as_str()).collect()
        };
        draft.move_point(0, Move::Up);
        assert_eq!(labels(&draft), "12345");
        draft.move_point(0, Move::Down);
        assert_eq!(labels(&draft), "21345");
        draft.move_point(4, Move::Down);
        assert_eq!(labels(&draft), "21345");
    }
}
