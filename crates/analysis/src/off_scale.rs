/// Why a score has no value on its scale.
#[derive(Clone, Debug, PartialEq)]
pub enum OffScale {
    /// A number that is not from 0 to 100, on a scale of values.
    NotOfHundred(f64),
    /// A label on a scale of numbers.
    NotANumber(String),
    /// A label that is none of the points of the scale.
    NoPoint(String),
    /// An amount so far outside its scale that sums would lose their digits.
    TooFar,
}
