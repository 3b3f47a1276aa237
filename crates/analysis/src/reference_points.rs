//! Where scales end, and whether they end where they did when swing weights were given.

use super::{Analysis, LeafScale};
use weighbridge_model::{
    Criterion, CriterionId, Finite, Perspective, ReferencePoint, ReferencePoints, ScaleKind,
    ScalePoint,
};

/// The worst and the best end of a leaf's scale, in its own terms; unsaid where nothing is said: words
/// for 0 and 100 on a direct scale, labels on a scale of points, amounts of a measure; unsaid too where all
/// options coincide, so that its ends do.
///
/// `scale` is the leaf's place in [`super::Analysis::scales`].
pub fn ends(leaf: &Criterion, scale: &LeafScale) -> ReferencePoints {
    match &leaf.scale.kind {
        ScaleKind::Direct => ReferencePoints {
            worst: ReferencePoint::said(leaf.anchor(0.0)),
            best: ReferencePoint::said(leaf.anchor(100.0)),
        },
        ScaleKind::Points(levels) => ReferencePoints {
            worst: label(levels, |a, b| a < b),
            best: label(levels, |a, b| a > b),
        },
        ScaleKind::Measure(measure) => {
            let amount = |x: f64| {
                let unit = measure.unit.trim().to_owned();
                Finite::new(x).map_or(ReferencePoint::Unsaid, |at| ReferencePoint::Amount {
                    at,
                    unit,
                })
            };
            // Ends that coincide say nothing of a step from one to the other.
            scale
                .function
                .as_ref()
                .filter(|function| !function.is_flat())
                .map_or_else(ReferencePoints::default, |function| ReferencePoints {
                    worst: amount(function.worst),
                    best: amount(function.best),
                })
        }
    }
}

/// The first of the levels that no other is better than, by their values.
fn label(levels: &[ScalePoint], better: fn(f64, f64) -> bool) -> ReferencePoint {
    let mut found = levels.first();
    for level in levels {
        if found.is_some_and(|f| better(level.value.get(), f.value.get())) {
            found = Some(level);
        }
    }
    found.map_or(ReferencePoint::Unsaid, |level| ReferencePoint::Label {
        label: level.label.clone(),
        words: level.words.clone(),
    })
}

impl Analysis {
    /// The ends of the scale of a leaf; unsaid for what is no leaf.
    pub fn ends<'a>(&self, on: impl Into<Perspective<'a>>, leaf: &CriterionId) -> ReferencePoints {
        let mut leaves = on.into().leaves().into_iter().zip(&self.scales);
        let found = leaves.find(|(l, _)| l.id == *leaf);
        found.map_or_else(ReferencePoints::default, |(leaf, scale)| ends(leaf, scale))
    }
}

/// The ends of a scale now, beside those that were recorded with swing weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// They are the same.
    Same,
    /// Nothing was recorded, or an end was unsaid then and is said now.
    NotRecorded,
    /// Some end is another than it was.
    Moved,
}

/// How the ends of a scale now compare with those recorded.
///
/// ```
/// use weighbridge_analysis::{Seen, seen};
/// use weighbridge_model::{ReferencePoint, ReferencePoints, Finite};
/// let weeks = |x: f64| ReferencePoint::Amount { at: Finite::new(x).unwrap(), unit: "weeks".into() };
/// let now = ReferencePoints { worst: weeks(30.0), best: weeks(10.0) };
/// assert_eq!(seen(Some(&now), &now), Seen::Same);
/// assert_eq!(seen(None, &now), Seen::NotRecorded);
/// assert_eq!(seen(Some(&ReferencePoints::default()), &now), Seen::NotRecorded);
/// let then = ReferencePoints { worst: weeks(30.0), best: weeks(8.0) };
/// assert_eq!(seen(Some(&then), &now), Seen::Moved);
/// // Early files have words only.
/// let words = ReferencePoints { worst: ReferencePoint::said("30 weeks"), best: ReferencePoint::said("10 weeks") };
/// assert_eq!(seen(Some(&words), &now), Seen::Same);
/// ```
pub fn seen(then: Option<&ReferencePoints>, now: &ReferencePoints) -> Seen {
    let Some(then) = then else {
        return Seen::NotRecorded;
    };
    let mut result = Seen::Same;
    for (then, now) in [(&then.worst, &now.worst), (&then.best, &now.best)] {
        if same(then, now) {
            continue;
        }
        if *then != ReferencePoint::Unsaid {
            return Seen::Moved;
        }
        result = Seen::NotRecorded;
    }
    result
}

fn same(then: &ReferencePoint, now: &ReferencePoint) -> bool {
    match (then, now) {
        (ReferencePoint::Words(then), ReferencePoint::Amount { at, unit }) => {
            *then == [&at.get().to_string(), " ", unit].concat().trim_end()
        }
        (ReferencePoint::Words(then), ReferencePoint::Label { label, words }) => {
            let colon = if words.is_empty() { "" } else { ": " };
            *then == [label, colon, words].concat()
        }
        _ => then == now,
    }
}
