use weighbridge_model::{CriterionId, OptionId, ScenarioId};

/// The one number that an edit changes, when it changes one: what a slider moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The margin below which a lead is no clear winner.
    Margin,
    /// The weight of a criterion, in points or as a share.
    Weight(CriterionId),
    /// The points of a criterion in swing weighting.
    Swing(CriterionId),
    /// The score of an option on a criterion.
    Score(OptionId, CriterionId),
    /// The weight of a criterion in a scenario.
    ScenarioWeight(ScenarioId, CriterionId),
    /// The score of an option on a criterion in a scenario.
    ScenarioScore(ScenarioId, OptionId, CriterionId),
}
