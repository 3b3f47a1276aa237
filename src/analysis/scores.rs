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
    /// The value at which the two are level; from 0 to 100 when it is within reach.
    pub at: f64,
    /// Who comes first beyond it.
    pub to: Vec<usize>,
    /// Whether a value from 0 to 100 lies beyond it.
    pub within: bool,
    /// The same in the unit of the criterion, where it has one and the value is within reach.
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

/// Every single score that could change the leader, the smallest change of value first: those of
/// [`all_score_flips`] that are within reach.
pub fn score_flips(appraisal: &Appraisal, analysis: &Analysis) -> Vec<ScoreFlip> {
    let mut found = all_score_flips(appraisal, analysis);
    found.retain(|flip| flip.within);
    let change = |flip: &ScoreFlip| (flip.at - flip.now).abs();
    sort(&mut found, |a, b| change(a).total_cmp(&change(b)));
    found
}

/// For every single score the value at which the leader changes, within reach or not, by leaf and
/// then by option.
///
/// The leader's total falls by weight times the change of its own value, and another's rises
/// likewise, so with a gap `g` and a weight `w` the two are level where the value has changed by
/// `g / w` (the absolute-top critical change of Triantaphyllou and Sanchez 1997). Values stay from
/// 0 to 100, and one that only draws level at the very end is out of reach. While several lead
/// together, each of them is level where it is and alone beyond. Criteria without weight, those
/// whose scale has no length, and options without a total are left out, and so is everything while there is nothing to compare.
///
/// ```
/// use weighbridge::{analysis, library};
/// let appraisal = library::entry("birmingham-2013").unwrap().open().unwrap();
/// let all = analysis::all_score_flips(&appraisal, &analysis::analyse(&appraisal));
/// assert_eq!(all.len(), 30, "five options on six criteria");
/// let front_line: Vec<_> = all.iter().filter(|f| f.leaf == 0).map(|f| (f.at.round(), f.within)).collect();
/// assert_eq!(front_line[3], (117.0, false), "the runner-up: 60 + 17.0 / 0.3");
/// assert_eq!(front_line[4], (13.0, true), "the leader: 70 - 17.0 / 0.3");
/// ```
pub fn all_score_flips(appraisal: &Appraisal, analysis: &Analysis) -> Vec<ScoreFlip> {
    let total = |option: &usize| analysis.options[*option].total.value();
    let single = leader_and_next(analysis);
    let (leader, best, next) = match (single, analysis.verdict.leaders()) {
        (Some((leader, best, next)), _) => (Some(leader), best, next),
        (None, [first, _, ..]) => (None, total(first).unwrap_or(0.0), Vec::new()),
        _ => return Vec::new(),
    };
    let second = next.first().and_then(total).unwrap_or(best);
    let mut found = Vec::new();
    for leaf in analysis.counted_leaves() {
        // On a scale without length no score has a value that could be said.
        if analysis.scales[leaf].has_no_length() {
            continue;
        }
        let Some(weight) = analysis.leaf_node(leaf).cumulative.filter(|w| *w > 0.0) else {
            continue;
        };
        for (option, result) in analysis.options.iter().enumerate() {
            let (Some(total), Some(now)) =
                (result.total.value(), analysis.values[option][leaf].value())
            else {
                continue;
            };
            let falls = Some(option) == leader;
            let gap = match result.total.rank() {
                _ if falls => second - best,
                Some(1) => 0.0,
                _ => best - total,
            };
            let at = now + gap / weight;
            if !at.is_finite() {
                continue;
            }
            let within = if falls { at > TIE } else { at < 100.0 - TIE };
            found.push(ScoreFlip {
                option,
                leaf,
                now,
                at,
                to: if falls { next.clone() } else { vec![option] },
                within,
                amount: if within {
                    amount(appraisal, analysis, option, leaf, at)
                } else {
                    None
                },
            });
        }
    }
    found
}

/// The single leader, its total, and the options with the next best total; nothing while there is
/// no single leader or nobody comes after it.
pub(super) fn leader_and_next(analysis: &Analysis) -> Option<(usize, f64, Vec<usize>)> {
    let [leader] = analysis.verdict.leaders() else {
        return None;
    };
    let best = analysis.options[*leader].total.value()?;
    let others = || {
        let all = analysis.options.iter().enumerate();
        all.filter(|(at, _)| at != leader)
    };
    let rank = others().filter_map(|(_, o)| o.total.rank()).min()?;
    let next = others().filter(|(_, o)| o.total.rank() == Some(rank));
    Some((*leader, best, next.map(|(at, _)| at).collect()))
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
