use serde::{Deserialize, Serialize};
use std::fmt;

/// A number that is neither infinite nor NaN.
///
/// ```
/// use weighbridge_model::Finite;
/// assert_eq!(Finite::new(12.5).map(Finite::get), Some(12.5));
/// assert_eq!(Finite::new(f64::NAN), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Finite(f64);

/// Without NaN every number equals itself, so that what holds numbers can be compared by where it is
/// kept before it is compared by what it is.
impl Eq for Finite {}

impl Finite {
    /// Zero.
    pub const ZERO: Self = Self(0.0);

    /// The number, unless it is infinite or NaN.
    pub fn new(x: f64) -> Option<Self> {
        x.is_finite().then_some(Self(x))
    }

    /// The number.
    pub fn get(self) -> f64 {
        self.0
    }
}

/// A weight as a person gave it, before it is normalised within its branch: finite, 0 or more.
///
/// ```
/// use weighbridge_model::RawWeight;
/// assert!(RawWeight::new(32.0).is_some());
/// assert!(RawWeight::new(-1.0).is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct RawWeight(f64);

impl Eq for RawWeight {}

impl RawWeight {
    /// The weight, if it is finite and not negative.
    pub fn new(x: f64) -> Option<Self> {
        (x.is_finite() && x >= 0.0).then_some(Self(x))
    }

    /// The weight as a number.
    pub fn get(self) -> f64 {
        self.0
    }
}

/// An amount of money in whole pence, so that sums are exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Pence(i64);

impl Pence {
    /// Amounts go up to a million million pounds either way: far past any budget, and small enough
    /// that pounds written as a decimal number come back as the same pence.
    pub const LIMIT: i64 = 100_000_000_000_000;

    /// An amount in pence, within plus or minus [`Pence::LIMIT`].
    pub fn new(pence: i64) -> Option<Self> {
        (-Self::LIMIT..=Self::LIMIT)
            .contains(&pence)
            .then_some(Self(pence))
    }

    /// An amount in pounds, if it is a whole number of pence within the limit.
    ///
    /// ```
    /// use weighbridge_model::Pence;
    /// assert_eq!(Pence::from_pounds(462_000.55).map(Pence::get), Some(46_200_055));
    /// assert_eq!(Pence::from_pounds(0.001), None);
    /// ```
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        reason = "the range is checked first, and every whole number in it is exact as f64"
    )]
    pub fn from_pounds(pounds: f64) -> Option<Self> {
        if !pounds.is_finite() || pounds.abs() > Self::LIMIT as f64 / 100.0 {
            return None;
        }
        let pence = (pounds * 100.0).round();
        // As f64, pounds near the limit are only good to a hundredth of a penny and more; three
        // decimals are still told from two wherever both can be written.
        let tolerance = f64::max(1e-3, pence.abs() * 4.0 * f64::EPSILON);
        ((pounds * 100.0 - pence).abs() <= tolerance)
            .then_some(pence as i64)
            .and_then(Self::new)
    }

    /// The amount in pence.
    pub fn get(self) -> i64 {
        self.0
    }

    /// The amount in pounds.
    #[expect(
        clippy::cast_precision_loss,
        reason = "the limit keeps every amount exact as f64"
    )]
    pub fn pounds(self) -> f64 {
        self.0 as f64 / 100.0
    }
}

/// A number that the type does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfRange;

/// Serde asks for this; no person is shown it.
impl fmt::Display for OutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl TryFrom<f64> for Finite {
    type Error = OutOfRange;

    fn try_from(x: f64) -> Result<Self, OutOfRange> {
        Self::new(x).ok_or(OutOfRange)
    }
}

impl From<Finite> for f64 {
    fn from(x: Finite) -> Self {
        x.0
    }
}

impl TryFrom<f64> for RawWeight {
    type Error = OutOfRange;

    fn try_from(x: f64) -> Result<Self, OutOfRange> {
        Self::new(x).ok_or(OutOfRange)
    }
}

impl From<RawWeight> for f64 {
    fn from(x: RawWeight) -> Self {
        x.0
    }
}

impl TryFrom<i64> for Pence {
    type Error = OutOfRange;

    fn try_from(pence: i64) -> Result<Self, OutOfRange> {
        Self::new(pence).ok_or(OutOfRange)
    }
}

impl From<Pence> for i64 {
    fn from(pence: Pence) -> Self {
        pence.0
    }
}
