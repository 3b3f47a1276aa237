use super::{Extra, ScenarioId, Voice};

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
    /// The weights of criteria and of groups, and the scores, that differ: what the agreed voice is
    /// taken [with](Voice::with).
    pub voice: Voice,
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
            voice: Voice::default(),
            extra: Extra::default(),
        }
    }
}
