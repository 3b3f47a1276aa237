//! The ends of scales in words, and the step between them, which a swing weight is about.

use super::names::isolated;
use super::number::{measured, unrounded};
use weighbridge_analysis::Analysis;
use weighbridge_model::{Criterion, CriterionId, Perspective, ReferencePoint, ReferencePoints};

/// An end of a scale: an amount with its unit, a label with what it means, or what 0 or 100 stands for.
/// Nothing where nobody has said what it is.
///
/// ```
/// use weighbridge_model::{ReferencePoint, Finite};
/// use weighbridge_report::end_of_scale;
/// let at = Finite::new(3_150_000.0).unwrap();
/// let end = ReferencePoint::Amount { at, unit: "£ a year".into() };
/// assert_eq!(end_of_scale(&end).unwrap(), "£3,150,000 a year");
/// assert_eq!(end_of_scale(&ReferencePoint::said("Every post filled")).unwrap(), "“Every post filled”");
/// let label = |words: &str| ReferencePoint::Label { label: "5".into(), words: words.into() };
/// assert_eq!(end_of_scale(&label("")).unwrap(), "“5”");
/// assert_eq!(end_of_scale(&label("no delay")).unwrap(), "“5: no delay”");
/// assert_eq!(end_of_scale(&ReferencePoint::Unsaid), None);
/// ```
pub fn end_of_scale(end: &ReferencePoint) -> Option<String> {
    let words = plain_end(end)?;
    Some(match end {
        ReferencePoint::Amount { .. } => words,
        ReferencePoint::Unsaid | ReferencePoint::Words(_) | ReferencePoint::Label { .. } => {
            format!("“{words}”")
        }
    })
}

/// The same without quotation marks, for where an end stands by itself.
pub fn plain_end(end: &ReferencePoint) -> Option<String> {
    Some(match end {
        ReferencePoint::Unsaid => return None,
        ReferencePoint::Words(words) => isolated(words).into_owned(),
        ReferencePoint::Label { label, words } if words.is_empty() => isolated(label).into_owned(),
        ReferencePoint::Label { label, words } => {
            format!("{}: {}", isolated(label), isolated(words))
        }
        ReferencePoint::Amount { at, unit } => measured(&unrounded(at.get()), unit),
    })
}

/// The step from the worst end of a scale to the best: "from £4,200,000 a year to £3,150,000 a year".
/// Nothing while an end is not said.
pub fn step_words(ends: &ReferencePoints) -> Option<String> {
    let (worst, best) = (end_of_scale(&ends.worst)?, end_of_scale(&ends.best)?);
    Some(format!("from {worst} to {best}"))
}

/// The step on one criterion that is scored.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Which criterion.
    pub criterion: CriterionId,
    /// Its ends; one or both may be unsaid.
    pub ends: ReferencePoints,
}

impl Step {
    /// Whether both ends are said.
    pub fn is_said(&self) -> bool {
        self.ends.worst != ReferencePoint::Unsaid && self.ends.best != ReferencePoint::Unsaid
    }
}

/// The steps on every criterion that is scored from a criterion downwards, in order: its own, or those
/// of all below it. Left out is what applies to no option, which has no weight.
pub fn steps_below<'a>(
    on: impl Into<Perspective<'a>>,
    analysis: &Analysis,
    criterion: &Criterion,
) -> Vec<Step> {
    let on = on.into();
    let leaves = on.leaves().into_iter().zip(&analysis.scales);
    let counted: Vec<&CriterionId> = leaves
        .filter(|(_, scale)| !scale.excluded)
        .map(|(leaf, _)| &leaf.id)
        .collect();
    let mut found = Vec::new();
    criterion.walk(0, &mut |c, _| {
        if counted.contains(&&c.id) {
            found.push(Step {
                criterion: c.id.clone(),
                ends: analysis.ends(on, &c.id),
            });
        }
    });
    found
}
