//! From judgements to weights and values: what people say about criteria and options, turned into
//! numbers by methods that are written down elsewhere.
//!
//! Rankings ([`rank_weights`]), comparisons in pairs ([`pairwise`]), the best and the worst against
//! the others ([`best_worst`]), and differences in attractiveness ([`macbeth`]). All take plain
//! numbers and name things by their place from 0; all are pure functions that cannot fail: whatever
//! they are given, they state what came of it, and the same judgements give the same bits.

mod best_worst;
mod consistency;
mod intervals;
mod macbeth;
mod pairs;
mod ranks;
mod repairs;

pub use best_worst::{BestWorst, Contradiction, best_worst};
pub use consistency::{
    ACCEPTABLE_RATIO, Consistency, RANDOM_RATIO, best_worst_consistency, best_worst_threshold,
    pairs_consistency,
};
pub use intervals::{Intervals, best_worst_intervals};
pub use macbeth::{Judgement, Macbeth, MacbethOutcome, MacbethScale, is_consistent, macbeth};
pub use pairs::{
    Comparison, Pairwise, PairwiseOutcome, Priorities, RANDOM_INDEX, RANDOM_INDEX_SOURCE, Repair,
    pairwise, pairwise_repairs,
};
pub use ranks::{RankFormula, rank_weights};
pub use repairs::{Change, MOST_FOR_TWO, nearest_repairs, repairs};

/// The most things that are compared at once; with more, the outcome is that there are too many.
/// Nobody compares as many, and the work would no longer be bounded.
pub const MOST: usize = 50;

/// The most elements of a MACBETH scale: 66 judgements.
pub const MOST_ELEMENTS: usize = 12;
