use super::{Extra, PriorityId};
use serde::{Deserialize, Serialize};

/// The five choices of the options framework, in the order in which they are made.
///
/// Source: HM Treasury, *The Green Book* (2018), A1.6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Dimension {
    /// What is covered, and for whom.
    Scope,
    /// What kind of service.
    Solution,
    /// Who delivers it.
    Delivery,
    /// When, and in what steps.
    Implementation,
    /// How it is paid for.
    Funding,
}

impl Dimension {
    /// Every choice, in order.
    pub const ALL: [Self; 5] = [
        Self::Scope,
        Self::Solution,
        Self::Delivery,
        Self::Implementation,
        Self::Funding,
    ];
}

/// One possibility that was looked at in one of the five choices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Which of the five.
    pub dimension: Dimension,
    /// What it is.
    pub name: String,
    /// What became of it.
    pub verdict: ChoiceVerdict,
    /// Why.
    pub reason: String,
    /// Fields from a file that this version does not know.
    pub extra: Extra,
}

/// What became of a possibility.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChoiceVerdict {
    /// Not decided yet.
    #[default]
    Open,
    /// The preferred way forward.
    Preferred,
    /// Carried forward.
    Carried,
    /// Discarded.
    Discarded,
}

impl ChoiceVerdict {
    /// Every verdict, in the order shown.
    pub const ALL: [Self; 4] = [Self::Open, Self::Preferred, Self::Carried, Self::Discarded];
}

/// The seven checks of a set of criteria.
///
/// Source: DCLG, *Multi-criteria analysis: a manual* (2009), 5.4.4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Check {
    /// Everything that matters is there.
    Completeness,
    /// Nothing is there that does not matter.
    Redundancy,
    /// Each can be judged.
    Operationality,
    /// Each can be judged without knowing the others.
    Independence,
    /// Nothing counts twice.
    DoubleCounting,
    /// There are no more than needed.
    Size,
    /// Impacts at different times are dealt with.
    Time,
}

impl Check {
    /// Every check, in the manual's order.
    pub const ALL: [Self; 7] = [
        Self::Completeness,
        Self::Redundancy,
        Self::Operationality,
        Self::Independence,
        Self::DoubleCounting,
        Self::Size,
        Self::Time,
    ];

    /// The names of the checks in a file, in the order of [`Check::ALL`].
    pub const KEYS: [&'static str; 7] = [
        Self::Completeness.key(),
        Self::Redundancy.key(),
        Self::Operationality.key(),
        Self::Independence.key(),
        Self::DoubleCounting.key(),
        Self::Size.key(),
        Self::Time.key(),
    ];

    /// The name of the check in a file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Completeness => "completeness",
            Self::Redundancy => "redundancy",
            Self::Operationality => "operationality",
            Self::Independence => "independence",
            Self::DoubleCounting => "double-counting",
            Self::Size => "size",
            Self::Time => "time",
        }
    }
}

/// The answer to one of the seven checks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckAnswer {
    /// Which check.
    pub check: Check,
    /// Yes or no; `None` while it is only noted.
    pub yes: Option<bool>,
    /// A note for the record.
    pub note: String,
    /// Fields from a file that this version does not know.
    pub extra: Extra,
}

/// A priority of a plan that the options are to serve.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Priority {
    /// Names the priority within the appraisal.
    pub id: PriorityId,
    /// Its name in the plan.
    pub name: String,
    /// The plan it stands in.
    pub source: String,
    /// Fields from a file that this version does not know.
    pub extra: Extra,
}

/// Something that is considered beside the criteria and has no weight.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overarching {
    /// What it is, such as "Equality".
    pub name: String,
    /// How it is considered, and what was found.
    pub note: String,
    /// Fields from a file that this version does not know.
    pub extra: Extra,
}
