use weighbridge_model::BadNumber;

/// Why a typed text is not a score on its scale, or not a number.
#[derive(Clone, Debug, PartialEq)]
pub enum BadEntry {
    /// A comma that does not part thousands.
    Comma,
    /// A space that does not part thousands.
    Space,
    /// More than one full stop.
    FullStops,
    /// A letter that may mean millions or thousands, or be the unit.
    Unit(char),
    /// A per cent sign where something else is counted: the unit.
    Percent(String),
    /// The sign of another currency than that of the unit: the two signs.
    Currency(char, char),
    /// Something after the number that is neither its unit nor a part of it.
    Tail(String),
    /// A range where one number is asked for.
    Range,
    /// A range whose lower end is above the upper one.
    LowAboveHigh,
    /// One end of a range without the other.
    OneEnd,
    /// A range on a scale of labels.
    RangeOfLabels,
    /// A weight below zero.
    Negative,
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
            BadNumber::Space => Self::Space,
            BadNumber::FullStops => Self::FullStops,
            BadNumber::NotANumber => Self::NotANumber,
        }
    }
}
