//! What is taken to be known of the weights, and why nothing may follow from it.

use weighbridge_model::{CriterionId, Perspective};

/// What is taken to be known of the weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assumption {
    /// Nothing: within each branch all weights that add up to 1 are equally likely.
    AnyWeights,
    /// Within each branch the order of the weights as they are; equal ones stay equal.
    Ordered,
    /// The ranges that were stated: each weight with one is anywhere in it, evenly and by itself,
    /// the others are as they are, and then they are shared out.
    Ranges,
    /// Only what the appraisal's statements say: all weights they allow are equally likely.
    Stated,
}

impl Assumption {
    /// Every assumption, in the order shown.
    pub const ALL: [Self; 4] = [Self::AnyWeights, Self::Ordered, Self::Ranges, Self::Stated];

    /// Whether an appraisal says something of this kind, so that it differs from any weights or
    /// from the weights as they are.
    pub fn applies<'a>(self, on: impl Into<Perspective<'a>>) -> bool {
        let on = on.into();
        match self {
            Self::AnyWeights | Self::Ordered => true,
            Self::Ranges => {
                let all = on.criteria_in_order();
                let weights = &on.voice.weights;
                all.iter().any(|(c, _)| weights.range(&c.id).is_some())
            }
            Self::Stated => !on.robustness.statements.is_empty(),
        }
    }
}

/// Why there is nothing to sample.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// No option has all its scores.
    NoOptions,
    /// No criterion counts.
    NoCriteria,
    /// The weights of a branch (the top for `None`) are not complete, or all are zero.
    NoWeights(Option<CriterionId>),
    /// Statements, by their places, that name a criterion that applies to no option.
    LeftOut(Vec<usize>),
    /// Statements, by their places, that contradict each other; without any one of them the others
    /// would agree.
    Contradictory(Vec<usize>),
    /// A number is too large to go on with.
    TooLarge,
}
