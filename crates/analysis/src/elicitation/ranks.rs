//! Weights from an order of importance alone.

use weighbridge_numeric::sum;

/// How an order becomes weights. With `n` criteria, the one in place `k` (1 the most important) has:
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RankFormula {
    /// `(1/k + 1/(k+1) + … + 1/n) / n`: the centre of all weights in that order (rank order
    /// centroid; Barron and Barrett 1996).
    Centroid,
    /// `2 (n + 1 - k) / (n (n + 1))`: equal steps (rank sum; Stillwell, Seaver and Edwards 1981).
    Sum,
    /// `1/k`, divided by the sum of them all (rank reciprocal; Stillwell, Seaver and Edwards 1981).
    Reciprocal,
}

/// Weights from ranks: any numbers, one for each criterion, smaller more important, equal a tie.
///
/// Criteria that tie share the mean of the weights of the places they take up. The weights are in
/// the order of the ranks and add up to 1; without criteria there are none.
///
/// ```
/// use weighbridge_analysis::elicitation::{RankFormula, rank_weights};
/// assert_eq!(rank_weights(RankFormula::Sum, &[2, 1, 3]), [2.0 / 6.0, 3.0 / 6.0, 1.0 / 6.0]);
/// assert_eq!(rank_weights(RankFormula::Centroid, &[1, 1]), [0.5, 0.5], "the mean of 3/4 and 1/4");
/// ```
pub fn rank_weights(formula: RankFormula, ranks: &[usize]) -> Vec<f64> {
    let n = ranks.len();
    let inverse = |k: usize| 1.0 / k as f64;
    let all = sum((1..=n).map(inverse));
    let place = |k: usize| match formula {
        RankFormula::Centroid => sum((k..=n).map(inverse)) / n as f64,
        RankFormula::Sum => 2.0 * (n + 1 - k) as f64 / (n as f64 * (n as f64 + 1.0)),
        RankFormula::Reciprocal => inverse(k) / all,
    };
    let weight = |rank: &usize| {
        let before = ranks.iter().filter(|other| *other < rank).count();
        let level = ranks.iter().filter(|other| *other == rank).count();
        sum((1..=level).map(|k| place(before + k))) / level as f64
    };
    ranks.iter().map(weight).collect()
}
