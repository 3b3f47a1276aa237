//! How well judgements agree, against what is published: one verdict for every method.

/// How well judgements agree with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Consistency {
    /// No judgement contradicts another.
    Fully,
    /// They contradict each other no more than is usually accepted.
    Acceptable,
    /// They contradict each other more than that, though less than answers at random would.
    Doubtful,
    /// They contradict each other as much as answers at random, or more.
    AsGoodAsRandom,
}

impl Consistency {
    /// Whether weights should not rest on such judgements before they have been looked at again.
    pub fn needs_another_look(self) -> bool {
        self > Self::Acceptable
    }
}

/// The consistency ratio of comparisons in pairs up to which they are usually accepted (Saaty,
/// *The Analytic Hierarchy Process*, 1980).
pub const ACCEPTABLE_RATIO: f64 = 0.1;

/// The consistency ratio of comparisons in pairs at which they are as good as random: the ratio is
/// to the mean index of answers at random.
pub const RANDOM_RATIO: f64 = 1.0;

/// A ratio up to this is rounding.
const ROUNDING: f64 = 1e-9;

/// The verdict on a consistency ratio of comparisons in pairs.
///
/// ```
/// use weighbridge_analysis::elicitation::{Consistency, pairs_consistency};
/// assert_eq!(pairs_consistency(0.08), Consistency::Acceptable);
/// assert_eq!(pairs_consistency(1.14), Consistency::AsGoodAsRandom);
/// ```
pub fn pairs_consistency(ratio: f64) -> Consistency {
    if ratio <= ROUNDING {
        Consistency::Fully
    } else if ratio <= ACCEPTABLE_RATIO {
        Consistency::Acceptable
    } else if ratio < RANDOM_RATIO {
        Consistency::Doubtful
    } else {
        Consistency::AsGoodAsRandom
    }
}

/// Up to which input-based consistency ratio Best-Worst judgements are acceptable: rows are how many
/// times the best is as important as the worst, from 2 to 9; columns the number of criteria, from 3 to 9
/// (Liang, Brunelli and Rezaei 2020, table 3).
const BEST_WORST: [[f64; 7]; 8] = [
    [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    [0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667],
    [0.1121, 0.1529, 0.1898, 0.2206, 0.2527, 0.2577, 0.2683],
    [0.1354, 0.1994, 0.2306, 0.2546, 0.2716, 0.2844, 0.2960],
    [0.1330, 0.1990, 0.2643, 0.3044, 0.3144, 0.3221, 0.3262],
    [0.1294, 0.2457, 0.2819, 0.3029, 0.3144, 0.3251, 0.3403],
    [0.1309, 0.2521, 0.2958, 0.3154, 0.3408, 0.3620, 0.3657],
    [0.1359, 0.2681, 0.3062, 0.3337, 0.3517, 0.3620, 0.3662],
];

/// The published threshold of the input-based consistency ratio of a Best-Worst judgement of `n`
/// criteria whose best is `best_to_worst` times as important as its worst.
///
/// There is none outside 3 to 9 criteria, nor for a number of times that is not whole and from 2 to
/// 9: the table is never continued.
///
/// ```
/// use weighbridge_analysis::elicitation::best_worst_threshold;
/// assert_eq!(best_worst_threshold(5, 5.0), Some(0.2306));
/// assert_eq!((best_worst_threshold(10, 5.0), best_worst_threshold(5, 4.5)), (None, None));
/// ```
pub fn best_worst_threshold(n: usize, best_to_worst: f64) -> Option<f64> {
    let column = n.checked_sub(3)?;
    let rows = (2_u8..).zip(&BEST_WORST);
    let mut own = rows.filter(|(times, _)| (f64::from(*times) - best_to_worst).abs() <= ROUNDING);
    own.next()?.1.get(column).copied()
}

/// The verdict on the input-based consistency ratio of a Best-Worst judgement: full agreement needs
/// no threshold; any other verdict needs a published one, see [`best_worst_threshold`]. The ratio has
/// no value at which answers are as good as random.
///
/// ```
/// use weighbridge_analysis::elicitation::{Consistency, best_worst_consistency};
/// assert_eq!(best_worst_consistency(0.2, 5, 5.0), Some(Consistency::Acceptable));
/// assert_eq!(best_worst_consistency(0.35, 5, 5.0), Some(Consistency::Doubtful));
/// assert_eq!(best_worst_consistency(0.2, 10, 5.0), None, "nothing is published for ten criteria");
/// ```
pub fn best_worst_consistency(ratio: f64, n: usize, best_to_worst: f64) -> Option<Consistency> {
    if ratio <= ROUNDING {
        return Some(Consistency::Fully);
    }
    let threshold = best_worst_threshold(n, best_to_worst)?;
    Some(if ratio <= threshold + ROUNDING {
        Consistency::Acceptable
    } else {
        Consistency::Doubtful
    })
}
