//! What single weights and single scores do.

use super::subject::Subject;
use weighbridge_analysis::{ScoreFlip, WeightClaims, all_score_flips, within_reach};

/// What single weights and single scores do, worked out once for all that is told of it.
#[derive(Clone, Debug, PartialEq)]
pub struct SingleChanges {
    /// What each weight does.
    pub claims: WeightClaims,
    /// The score at which the leader changes, within reach or not, by leaf and then by option.
    pub flips: Vec<ScoreFlip>,
}

impl SingleChanges {
    /// Works out what each weight and each score does.
    pub fn of(on: Subject<'_>) -> Self {
        Self {
            claims: WeightClaims::new(on.analysis),
            flips: all_score_flips(on.appraisal, on.analysis),
        }
    }

    /// The scores within reach, the nearest first.
    pub(crate) fn within_reach(&self) -> Vec<ScoreFlip> {
        within_reach(self.flips.clone())
    }
}
