use super::{Robustness, Scenario, Voice};

/// What people judge: how much the criteria matter, how the options do, and how sure that is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judgements {
    /// The weights and scores that count.
    pub agreed: Voice,
    /// What the weights and scores would be if something happened, in the order shown.
    pub scenarios: Vec<Scenario>,
    /// What is taken to be known when weights and scores are not certain.
    pub robustness: Robustness,
}

impl Judgements {
    /// Every voice, the agreed one first and those of the scenarios in their order.
    pub fn voices(&self) -> impl Iterator<Item = &Voice> {
        std::iter::once(&self.agreed).chain(self.scenarios.iter().map(|s| &s.voice))
    }

    /// Every voice, to change, in the same order.
    pub fn voices_mut(&mut self) -> impl Iterator<Item = &mut Voice> {
        let scenarios = self.scenarios.iter_mut().map(|s| &mut s.voice);
        std::iter::once(&mut self.agreed).chain(scenarios)
    }
}
