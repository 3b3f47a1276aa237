use std::fmt;
use weighbridge_model::BadNumber;

/// Why a typed text is not a score on its scale.
#[derive(Clone, Debug, PartialEq)]
pub enum BadEntry {
    /// A comma that does not part thousands.
    Comma,
    /// A letter that may mean millions or thousands, or be the unit.
    Unit(char),
    /// Not a number at all.
    NotANumber,
    /// A number outside a scale from 0 to 100.
    OffScale,
    /// Not one of the labels of the scale.
    NotALabel(Vec<String>),
}

impl fmt::Display for BadEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Comma => write!(
                f,
                "The comma does not part thousands. Use a full stop for decimals, like 1.5, and commas only between thousands, like 1,500."
            ),
            Self::Unit(letter) => write!(
                f,
                "“{letter}” may be the unit or part of the number. Leave out the unit, or write “million” or “thousand”."
            ),
            Self::NotANumber => write!(
                f,
                "Enter a number, leave it blank, or enter “cannot judge” or “not applicable”."
            ),
            Self::OffScale => write!(f, "Enter a number from 0 to 100."),
            Self::NotALabel(labels) => write!(f, "Enter one of: {}.", labels.join(", ")),
        }
    }
}

impl From<BadNumber> for BadEntry {
    fn from(bad: BadNumber) -> Self {
        match bad {
            BadNumber::Comma => Self::Comma,
            BadNumber::NotANumber => Self::NotANumber,
        }
    }
}
