use serde::{Deserialize, Serialize};

/// How far to trust an appraisal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// Being worked on.
    Draft,
    /// Finished.
    Final,
    /// Made up, to show or to teach.
    Illustrative,
}

impl Status {
    /// Every status, in the order shown.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Final, Self::Illustrative];
}
