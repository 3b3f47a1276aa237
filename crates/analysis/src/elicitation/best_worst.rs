//! Weights from the best and the worst criterion, each compared with all others.

use super::consistency::{Consistency, best_worst_consistency, best_worst_threshold};
use super::intervals::{Intervals, best_worst_intervals};
use super::{MOST, pairs};
use weighbridge_numeric::{Row, Sense, Solution, minimise};

/// What came of a Best-Worst judgement.
#[derive(Clone, Debug, PartialEq)]
pub enum BestWorst {
    /// Weights, and how well the judgements agree.
    Weights {
        /// One weight for each criterion; they add up to 1.
        weights: Vec<f64>,
        /// The largest amount by which a weight misses a judgement: 0 when all agree.
        xi: f64,
        /// The input-based consistency ratio: 0 when all agree, up to 1 while no criterion is judged
        /// to be farther from the best, or from the worst, than these two from each other. It is 0
        /// by definition when those two are level.
        ratio: f64,
        /// The criterion whose two judgements agree least; `None` when all agree.
        cause: Option<usize>,
        /// The published threshold up to which the ratio is acceptable, for so many criteria and so
        /// wide a scale; `None` where none is published.
        threshold: Option<f64>,
        /// The verdict on the ratio; `None` where it has none, see
        /// [`best_worst_consistency`](super::best_worst_consistency).
        verdict: Option<Consistency>,
        /// What the non-linear model leaves open.
        intervals: Intervals,
    },
    /// Judgements that are missing, or not a number from 1 to 9: of the best against these, and of
    /// these against the worst.
    Missing {
        /// Criteria to compare with the best.
        best_to: Vec<usize>,
        /// Criteria to compare with the worst.
        to_worst: Vec<usize>,
    },
    /// The judgements cannot all be meant.
    Contradictory(Contradiction),
    /// More than [`MOST`] criteria.
    TooMany,
    /// The arithmetic came to no answer.
    GaveUp,
}

/// What in a Best-Worst judgement cannot be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contradiction {
    /// The best or the worst is not among the criteria, or there are none.
    NoSuchCriterion,
    /// One criterion is both the best and the worst, though there are others.
    BestIsWorst,
    /// The best is not as important as itself.
    BestToItself,
    /// The worst is not as important as itself.
    WorstToItself,
    /// The best against the worst was judged twice, with two answers.
    BestToWorst,
}

/// Weights from how many times the best of `n` criteria is as important as each (`best_to`), and
/// each as the worst (`to_worst`): numbers from 1 to 9, in the order of the criteria. NaN, or a list
/// that ends early, is a missing judgement. The best against itself and the worst against itself
/// need none; the best against the worst stands in both lists, and one of the two will do.
///
/// The linear model (Rezaei 2016): the weights for which the largest of `|w_best - a w_j|` and
/// `|w_j - a w_worst|`, called xi, is smallest. The consistency ratio is of the judgements alone
/// (Liang, Brunelli and Rezaei 2020): the largest of
/// `|best_to_j × j_to_worst - best_to_worst| / (best_to_worst² - best_to_worst)`.
///
/// ```
/// use weighbridge_analysis::elicitation::{BestWorst, best_worst};
/// let result = best_worst(3, 0, 2, &[1.0, 2.0, 6.0], &[6.0, 3.0, 1.0]);
/// let BestWorst::Weights { weights, ratio, .. } = result else { panic!() };
/// let tenths: Vec<_> = weights.iter().map(|w| (w * 10.0).round()).collect();
/// assert_eq!(tenths, [6.0, 3.0, 1.0]);
/// assert_eq!(ratio, 0.0, "2 × 3 is 6");
/// ```
pub fn best_worst(
    n: usize,
    best: usize,
    worst: usize,
    best_to: &[f64],
    to_worst: &[f64],
) -> BestWorst {
    if n > MOST {
        return BestWorst::TooMany;
    }
    if best >= n || worst >= n {
        return BestWorst::Contradictory(Contradiction::NoSuchCriterion);
    }
    if n == 1 {
        return BestWorst::Weights {
            weights: vec![1.0],
            xi: 0.0,
            ratio: 0.0,
            cause: None,
            threshold: None,
            verdict: Some(Consistency::Fully),
            intervals: Intervals {
                xi: 0.0,
                weights: vec![(1.0, 1.0)],
            },
        };
    }
    if best == worst {
        return BestWorst::Contradictory(Contradiction::BestIsWorst);
    }
    let mut best_to = judgements(n, best, best_to);
    let mut to_worst = judgements(n, worst, to_worst);
    // What is not in a list has not been judged.
    let judged = |list: &[Option<f64>], j: usize| list.get(j).copied().flatten();
    let whole = judged(&best_to, worst).or(judged(&to_worst, best));
    if judged(&best_to, best) != Some(1.0) {
        return BestWorst::Contradictory(Contradiction::BestToItself);
    }
    if judged(&to_worst, worst) != Some(1.0) {
        return BestWorst::Contradictory(Contradiction::WorstToItself);
    }
    if judged(&to_worst, best).is_some_and(|t| Some(t) != whole) {
        return BestWorst::Contradictory(Contradiction::BestToWorst);
    }
    for own in [best_to.get_mut(worst), to_worst.get_mut(best)] {
        own.into_iter().for_each(|own| *own = whole);
    }
    let pairs: Vec<(f64, f64)> = best_to
        .iter()
        .zip(&to_worst)
        .filter_map(|(a, b)| a.zip(*b))
        .collect();
    let (Some(whole), true) = (whole, pairs.len() == n) else {
        let blank = |list: &[Option<f64>]| {
            let all = list.iter().enumerate();
            all.filter(|(_, own)| own.is_none())
                .map(|(j, _)| j)
                .collect()
        };
        return BestWorst::Missing {
            best_to: blank(&best_to),
            to_worst: blank(&to_worst),
        };
    };
    let (ratio, cause) = agreement(&pairs, whole);
    match minimise(&costs(n), &rows(best, worst, &pairs)) {
        Solution::Optimal { mut x, .. } => {
            let xi = x.pop().unwrap_or(0.0);
            pairs::normalise(&mut x, |total, weight| total + weight);
            BestWorst::Weights {
                weights: x,
                xi,
                ratio,
                cause,
                threshold: best_worst_threshold(n, whole),
                verdict: best_worst_consistency(ratio, n, whole),
                intervals: best_worst_intervals(best, worst, &pairs),
            }
        }
        Solution::Infeasible | Solution::Unbounded | Solution::GaveUp => BestWorst::GaveUp,
    }
}

/// One judgement for each criterion, where there is a usable one; a blank against itself is 1.
fn judgements(n: usize, itself: usize, given: &[f64]) -> Vec<Option<f64>> {
    let read = |j: usize| {
        let own = given.get(j).copied().unwrap_or(f64::NAN);
        let own = if j == itself && own.is_nan() {
            1.0
        } else {
            own
        };
        (1.0..=9.0).contains(&own).then_some(own)
    };
    (0..n).map(read).collect()
}

/// A ratio below this is rounding.
const AGREES: f64 = 1e-9;

/// The input-based consistency ratio, and which criterion has it.
fn agreement(pairs: &[(f64, f64)], whole: f64) -> (f64, Option<usize>) {
    let mut ratio = 0.0;
    let mut cause = None;
    if whole > 1.0 {
        for (j, (from_best, to_worst)) in pairs.iter().enumerate() {
            let own = (from_best * to_worst - whole).abs() / (whole * whole - whole);
            if own > AGREES.max(ratio) {
                ratio = own;
                cause = Some(j);
            }
        }
    }
    (ratio, cause)
}

/// Only xi, the last variable, costs.
fn costs(n: usize) -> Vec<f64> {
    let mut costs = vec![0.0; n];
    costs.push(1.0);
    costs
}

/// The weights add up to 1, and no judgement is missed by more than xi.
fn rows(best: usize, worst: usize, pairs: &[(f64, f64)]) -> Vec<Row> {
    let n = pairs.len();
    let mut rows = vec![Row {
        coefficients: vec![1.0; n],
        sense: Sense::Equal,
        bound: 1.0,
    }];
    let mut miss = |more: usize, less: usize, times: f64| {
        if more == less {
            return;
        }
        for sign in [1.0, -1.0] {
            let own = |j: usize| match j {
                _ if j == more => sign,
                _ if j == less => -sign * times,
                _ => 0.0,
            };
            let mut coefficients: Vec<f64> = (0..n).map(own).collect();
            coefficients.push(-1.0);
            rows.push(Row {
                coefficients,
                sense: Sense::AtMost,
                bound: 0.0,
            });
        }
    };
    for (j, (from_best, to_worst)) in pairs.iter().enumerate() {
        miss(best, j, *from_best);
        if j != best {
            miss(j, worst, *to_worst);
        }
    }
    rows
}
