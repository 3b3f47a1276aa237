use weighbridge_model::{BadScale, CriterionId, OptionId};

/// Why an edit may not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such option.
    NoOption(OptionId),
    /// There is no such criterion.
    NoCriterion(CriterionId),
    /// There is no such figure, source or scenario, or it is blank.
    NoEntry,
    /// The id is in use already.
    IdInUse(String),
    /// The options have an attribute of that name already.
    AttributeInUse(String),
    /// A name was left empty.
    EmptyName,
    /// A text is longer than [`MAX_TEXT`](weighbridge_model::MAX_TEXT).
    TooLong,
    /// There are [`MAX_OPTIONS`](weighbridge_model::MAX_OPTIONS) options already.
    TooManyOptions,
    /// There are [`MAX_CRITERIA`](weighbridge_model::MAX_CRITERIA) criteria already.
    TooManyCriteria,
    /// There are [`MAX_SCENARIOS`](weighbridge_model::MAX_SCENARIOS) scenarios already.
    TooManyScenarios,
    /// There are [`MAX_STATEMENTS`](weighbridge_model::MAX_STATEMENTS) statements about weights already.
    TooManyStatements,
    /// A statement compares a criterion with itself or with one of another group, or names a share
    /// that is none.
    BadStatement,
    /// It is there already.
    SaidAlready,
    /// An answer that the method of weighing or scoring does not know.
    BadAnswer,
    /// A precision that cannot be asked for.
    BadPrecision,
    /// The tree would be deeper than [`MAX_DEPTH`](weighbridge_model::MAX_DEPTH).
    TooDeep,
    /// It is first or last already.
    AtTheEnd,
    /// A criterion cannot go under itself or where it is.
    SamePlace,
    /// A branch is not scored; its parts are.
    NotALeaf(String),
    /// A margin below zero.
    NegativeMargin,
    /// The scale makes no sense.
    BadScale(BadScale),
}

impl From<BadScale> for Refusal {
    fn from(bad: BadScale) -> Self {
        Self::BadScale(bad)
    }
}
