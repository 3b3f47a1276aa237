use super::{Robustness, Scenario, Scores, Weighting};

/// What people judge: how much the criteria matter, how the options do, and how sure that is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judgements {
    /// How the weights at the top of the tree came about.
    pub weighting: Weighting,
    /// What was said of each option on each criterion.
    pub scores: Scores,
    /// What the weights and scores would be if something happened, in the order shown.
    pub scenarios: Vec<Scenario>,
    /// What is taken to be known when weights and scores are not certain.
    pub robustness: Robustness,
}
