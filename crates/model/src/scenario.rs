use super::{CriterionId, Extra, RawWeight, ScenarioId, Scores};
use std::collections::BTreeMap;

/// What the weights and scores would be if something happened, such as "Demand +10%" or "DfE
/// intervenes": what differs from the appraisal as it stands, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Names the scenario within the appraisal.
    pub id: ScenarioId,
    /// The name in full.
    pub name: String,
    /// What happens in it, and why weights or scores would differ.
    pub note: String,
    /// The raw weights that differ, of criteria and of groups.
    pub weights: BTreeMap<CriterionId, RawWeight>,
    /// The scores that differ, with their reasons; each takes the place of the whole score. One that is
    /// blank takes the place of none.
    pub scores: Scores,
    /// Fields from a file that this version does not know.
    pub extra: Extra,
}

impl Scenario {
    /// A scenario with a name in which nothing differs yet.
    pub fn new(id: ScenarioId, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            note: String::new(),
            weights: BTreeMap::default(),
            scores: Scores::default(),
            extra: Extra::default(),
        }
    }
}
