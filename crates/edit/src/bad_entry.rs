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

impl From<BadNumber> for BadEntry {
    fn from(bad: BadNumber) -> Self {
        match bad {
            BadNumber::Comma => Self::Comma,
            BadNumber::NotANumber => Self::NotANumber,
        }
    }
}
