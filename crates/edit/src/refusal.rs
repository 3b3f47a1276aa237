use std::fmt;
use weighbridge_model::{
    BadScale, CriterionId, MAX_CRITERIA, MAX_DEPTH, MAX_OPTIONS, MAX_SCENARIOS, MAX_STATEMENTS,
    MAX_TEXT, OptionId, Robustness,
};

/// Why an edit may not be done, in a sentence that says what to do instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such option.
    NoOption(OptionId),
    /// There is no such criterion.
    NoCriterion(CriterionId),
    /// There is no such figure, source or scenario, or nothing said there.
    NoEntry,
    /// The id is in use already.
    IdInUse(String),
    /// The options have an attribute of that name already.
    AttributeInUse(String),
    /// A name was left empty.
    EmptyName,
    /// A text is longer than [`MAX_TEXT`].
    TooLong,
    /// There are [`MAX_OPTIONS`] options already.
    TooManyOptions,
    /// There are [`MAX_CRITERIA`] criteria already.
    TooManyCriteria,
    /// There are [`MAX_SCENARIOS`] scenarios already.
    TooManyScenarios,
    /// There are [`MAX_STATEMENTS`] statements about weights already.
    TooManyStatements,
    /// A statement compares a criterion with itself or with one of another group, or names a share
    /// that is none.
    BadStatement,
    /// It has been said already.
    SaidAlready,
    /// An answer that the method of weighing or scoring does not know.
    BadAnswer,
    /// A precision that cannot be asked for.
    BadPrecision,
    /// The tree would be deeper than [`MAX_DEPTH`].
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

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoOption(id) => write!(f, "There is no option “{id}”. It may have been removed."),
            Self::NoCriterion(id) => {
                write!(f, "There is no criterion “{id}”. It may have been removed.")
            }
            Self::NoEntry => write!(f, "It is no longer there. It may have been removed."),
            Self::IdInUse(id) => write!(f, "The id “{id}” is in use. Choose another name."),
            Self::AttributeInUse(name) => {
                write!(f, "There is a fact “{name}” already. Choose another name.")
            }
            Self::EmptyName => write!(f, "Enter a name."),
            Self::TooLong => write!(f, "Shorten the text to {MAX_TEXT} characters or fewer."),
            Self::TooManyOptions => write!(
                f,
                "An appraisal holds at most {MAX_OPTIONS} options. Remove one first."
            ),
            Self::TooManyCriteria => write!(
                f,
                "An appraisal holds at most {MAX_CRITERIA} criteria. Remove one first."
            ),
            Self::TooManyScenarios => write!(
                f,
                "An appraisal holds at most {MAX_SCENARIOS} scenarios. Remove one first."
            ),
            Self::TooManyStatements => write!(
                f,
                "At most {MAX_STATEMENTS} things can be said of the weights. Remove one first."
            ),
            Self::BadStatement => write!(
                f,
                "Compare two different criteria of one group, or enter a share from 0% to 100%."
            ),
            Self::SaidAlready => write!(f, "That has been said already. Say something else."),
            Self::BadAnswer => write!(f, "That is no answer to this question. Give another."),
            Self::BadPrecision => write!(
                f,
                "Enter a precision from {} to {} percentage points.",
                Robustness::FINEST,
                Robustness::COARSEST
            ),
            Self::TooDeep => write!(
                f,
                "Criteria can be grouped at most {MAX_DEPTH} deep. Choose a group nearer the top."
            ),
            Self::AtTheEnd => write!(f, "It is already at the end of the list."),
            Self::SamePlace => write!(f, "Choose another group: it is there already."),
            Self::NotALeaf(name) => write!(
                f,
                "“{name}” is a group of criteria. Score the criteria in it instead."
            ),
            Self::NegativeMargin => write!(f, "Enter a margin of 0 points or more."),
            Self::BadScale(bad) => bad.fmt(f),
        }
    }
}

impl From<BadScale> for Refusal {
    fn from(bad: BadScale) -> Self {
        Self::BadScale(bad)
    }
}
