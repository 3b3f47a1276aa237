//! Scales that are plausibly wrong: marks on a scale from 0 to 100, and scales that are almost a point.

use super::{Issue, LeafScale, PerLeaf, TIE, ValueFunction};
use weighbridge_model::{
    Alternative, Criterion, CriterionId, Entry, Measure, OptionId, Perspective, Range, ScaleKind,
};

/// A scale that ends at the options is narrow when its ends differ by at most this share of the
/// larger of them.
const NARROW: f64 = 0.005;

/// Adds what is odd about scales.
pub(super) fn collect(
    appraisal: Perspective<'_>,
    scales: &PerLeaf<LeafScale>,
    issues: &mut Vec<Issue>,
) {
    let leaves = appraisal.leaves();
    let marks: Vec<(&Criterion, Vec<f64>)> = leaves
        .iter()
        .zip(scales)
        .filter_map(|(leaf, scale)| Some((*leaf, marks(appraisal, leaf, scale)?)))
        .collect();
    let all = || marks.iter().flat_map(|(_, scores)| scores.iter().copied());
    if !marks.is_empty() {
        issues.push(Issue::MarksOnValues {
            criteria: marks.iter().map(|(leaf, _)| leaf.id.clone()).collect(),
            out_of: if all().any(|x| x > 5.0) { 10 } else { 5 },
            from: u8::from(all().all(|x| x >= 1.0)),
        });
    }
    for (leaf, scale) in leaves.iter().zip(scales) {
        if counts_as_it_is(leaf, scale) {
            issues.extend(fraction(appraisal, leaf));
        }
        if let Some((criterion, low, high)) = narrow(leaf, scale) {
            issues.push(Issue::NarrowScale {
                criterion,
                low,
                high,
            });
        }
    }
}

/// Whether a score counts as it is: values from 0 to 100, or a straight scale with ends 0 and 100 whose unit
/// does not speak of something else.
fn counts_as_it_is(leaf: &Criterion, scale: &LeafScale) -> bool {
    match &leaf.scale.kind {
        ScaleKind::Direct => true,
        ScaleKind::Measure(measure) => {
            let unit = measure.unit.trim().to_ascii_lowercase();
            let is_straight = |f: &ValueFunction| {
                let off = |x: f64| (f.value(x) - x).abs() > TIE;
                measure.breakpoints.is_empty() && !off(0.0) && !off(100.0)
            };
            let fixed = matches!(measure.range, Range::Fixed { .. });
            fixed
                && MARKS.contains(&unit.as_str())
                && scale.function.as_ref().is_some_and(is_straight)
        }
        ScaleKind::Points(_) => false,
    }
}

/// Units that are marks, in small letters.
const MARKS: [&str; 9] = [
    "", "mark", "marks", "point", "points", "score", "scores", "star", "stars",
];

/// The scores on a criterion with values from 0 to 100, where there are two or more and all look
/// like marks out of ten or fewer: whole or half numbers, not all 0.
fn marks(appraisal: Perspective<'_>, leaf: &Criterion, scale: &LeafScale) -> Option<Vec<f64>> {
    if !counts_as_it_is(leaf, scale) {
        return None;
    }
    let score = |id| appraisal.voice.scores.get(id, &leaf.id).map(|s| &s.entry);
    let entries = appraisal.appraised().filter_map(|option| score(&option.id));
    let scores: Vec<f64> = entries
        .filter_map(|entry| match entry {
            Entry::Number(x) => Some(x.get()),
            Entry::Label(_) | Entry::Absent(_) => None,
        })
        .collect();
    let is_mark = |x: &f64| (0.0..=10.0).contains(x) && (x * 2.0).fract().abs() <= 0.0;
    let are = scores.len() >= 2 && scores.iter().all(is_mark) && scores.iter().any(|x| *x > 0.0);
    are.then_some(scores)
}

/// Above this a score is no fraction of 1, whatever it was meant to be.
const NO_FRACTION: f64 = 20.0;

/// The first score below 1 that may be meant as a share, because another on the criterion is far above.
fn fraction(appraisal: Perspective<'_>, leaf: &Criterion) -> Option<Issue> {
    let score = |option: &Alternative| {
        let score = appraisal.voice.scores.get(&option.id, &leaf.id)?;
        Some((option.id.clone(), score.entry.number()?))
    };
    let scores: Vec<(OptionId, f64)> = appraisal.appraised().filter_map(score).collect();
    let others = scores.iter().any(|(_, x)| *x >= NO_FRACTION);
    let found = scores.into_iter().find(|(_, x)| *x > 0.0 && *x < 1.0);
    let (option, score) = found.filter(|_| others)?;
    Some(Issue::FractionOfValues {
        option,
        criterion: leaf.id.clone(),
        score,
    })
}

/// The ends of a scale that is only a small difference.
fn narrow(leaf: &Criterion, scale: &LeafScale) -> Option<(CriterionId, f64, f64)> {
    let ScaleKind::Measure(Measure {
        range: Range::Local,
        ..
    }) = &leaf.scale.kind
    else {
        return None;
    };
    let function = scale.function.as_ref()?;
    let (low, high) = (
        function.worst.min(function.best),
        function.worst.max(function.best),
    );
    let size = low.abs().max(high.abs());
    let is_narrow = low < high && high - low <= NARROW * size;
    is_narrow.then(|| (leaf.id.clone(), low, high))
}
