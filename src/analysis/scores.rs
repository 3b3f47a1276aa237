//! What one score would have to be for another option to come first.

use super::{Analysis, TIE};
use crate::model::{Appraisal, Entry, Measure, Range, ScaleKind};
use crate::order::sort;

/// A value at which one option is level with the leader, all else as it is: beyond it, another
/// option comes first.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreFlip {
    /// Whose score: the leader's own, which would have to fall, or another's, which would have to
    /// rise.
    pub option: usize,
    /// On which leaf.
    pub leaf: usize,
    /// The value now.
    pub now: f64,
    /// The value at which the two are level, from 0 to 100.
    pub at: f64,
    /// The same in the unit of the criterion, where it has one.
    pub amount: Option<AmountFlip>,
}

/// A score that would change the leader, as an amount.
#[derive(Clone, Debug, PartialEq)]
pub struct AmountFlip {
    /// The amount now.
    pub now: f64,
    /// The amount at which the two are level.
    pub at: f64,
    /// The option alone marks an end of a scale that ends at the options: the amount is on the
    /// scale as it is now, though the end would move with it.
    pub held: bool,
}

/// Every single score that could change the leader, the smallest change of value first.
///
/// The leader's total falls by weight times the change of its own value, and another's rises
/// likewise, so with a gap `g` and a weight `w` the two are level where the value has changed by
/// `g / w`. Values stay from 0 to 100, and one that only draws level at the very end is left out.
/// Options without a total are left out too, and so is everything while there is no single leader.
pub fn score_flips(appraisal: &Appraisal, analysis: &Analysis) -> Vec<ScoreFlip> {
    let [leader] = analysis.verdict.leaders() else {
        return Vec::new();
    };
    let total = |option: usize| analysis.options[option].total.value();
    let Some(best) = total(*leader) else {
        return Vec::new();
    };
    let others: Vec<(usize, f64)> = (0..analysis.options.len())
        .filter(|option| option != leader)
        .filter_map(|option| Some((option, best - total(option)?)))
        .collect();
    let lead = others
        .iter()
        .map(|(_, gap)| *gap)
        .fold(f64::INFINITY, f64::min);
    let mut found = Vec::new();
    for leaf in analysis.counted_leaves() {
        let Some(weight) = analysis.leaf_node(leaf).cumulative.filter(|w| *w > 0.0) else {
            continue;
        };
        let mut add = |option: usize, change: f64, is_flip: fn(f64) -> bool| {
            let Some(now) = analysis.values[option][leaf].value() else {
                return;
            };
            let at = now + change / weight;
            if is_flip(at) {
                found.push(ScoreFlip {
                    option,
                    leaf,
                    now,
                    at,
                    amount: amount(appraisal, analysis, option, leaf, at),
                });
            }
        };
        add(*leader, -lead, |at| at > TIE && at.is_finite());
        for (option, gap) in &others {
            add(*option, *gap, |at| at < 100.0 - TIE);
        }
    }
    let change = |flip: &ScoreFlip| (flip.at - flip.now).abs();
    sort(&mut found, |a, b| change(a).total_cmp(&change(b)));
    found
}

/// The amount that has a value on the scale of a measure.
fn amount(
    appraisal: &Appraisal,
    analysis: &Analysis,
    option: usize,
    leaf: usize,
    value: f64,
) -> Option<AmountFlip> {
    let criterion = &analysis.leaf_node(leaf).id;
    let entered = |option: usize| {
        let id = &analysis.options[option].id;
        match appraisal.scores.get(id, criterion)?.entry {
            Entry::Number(x) => Some(x.get()),
            _ => None,
        }
    };
    let function = analysis.scales[leaf].function.as_ref()?;
    let now = entered(option)?;
    let at = function.amount(value, now)?;
    let is_local = matches!(
        appraisal.criterion(criterion)?.scale.kind,
        ScaleKind::Measure(Measure {
            range: Range::Local,
            ..
        })
    );
    let others = |end: f64| {
        let all = 0..analysis.options.len();
        all.filter(|other| *other != option)
            .filter_map(entered)
            .any(|x| (x - end).abs() <= TIE)
    };
    let held = is_local && !(others(function.worst) && others(function.best));
    Some(AmountFlip { now, at, held })
}
