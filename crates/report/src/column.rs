//! Numbers that stand under or beside one another: they have the same decimals, and add up to what is
//! printed for their sum.
//!
//! Rounded one by one, three thirds of 100 are 33.3, 33.3 and 33.3, and a reader who adds them up gets
//! 99.9. So that nobody has to be told that "figures may not add up because of rounding", parts are
//! rounded together, by the method of largest remainders (Hamilton's method of apportionment): each is
//! rounded down, and the units that are then missing from the printed sum go to those that lost most.
//! Every printed number is within one unit of its last digit of the exact one; the exact one is
//! what opens when somebody asks where the number comes from, and what data files have.
//!
//! ```
//! use weighbridge_report::column::Column;
//! let shares = [100.0 / 3.0, 100.0 / 3.0, 100.0 / 3.0];
//! assert_eq!(Column::of_shares(shares).parts(&shares, 100.0), ["33.4", "33.3", "33.3"]);
//! assert_eq!(Column::points().parts(&[13.25, 7.25, -0.25], 20.25), ["13.3", "7.2", "−0.3"]);
//! assert_eq!(Column::points().number(20.25), "20.2");
//! ```

use super::number::group;
use std::cell::Cell;
use weighbridge_numeric::sort_descending;

/// The decimals of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// How many digits stand after the point, for every number of the column.
    decimals: usize,
}

/// How many decimals this device shows of points of 100, where they stand in a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Decimals {
    /// As sentences have them.
    #[default]
    One,
    /// For whoever compares totals that are close.
    Two,
}

impl Decimals {
    /// Every choice, in the order shown.
    pub const ALL: [Self; 2] = [Self::One, Self::Two];
}

thread_local! {
    /// A habit of the reader, as a language would be: it is read where a number is printed and nothing rests on it.
    static SHOWN: Cell<Decimals> = const { Cell::new(Decimals::One) };
}

/// From now on, points of 100 are printed so.
pub fn show_decimals(decimals: Decimals) {
    SHOWN.set(decimals);
}

/// Makes something that leaves the tool, and is the same on every device.
///
/// ```
/// use weighbridge_report::column::{Column, Decimals, in_usual_decimals, show_decimals};
/// show_decimals(Decimals::Two);
/// assert_eq!(Column::points().number(77.5), "77.50");
/// assert_eq!(in_usual_decimals(|| Column::points().number(77.5)), "77.5");
/// assert_eq!(Column::points().number(77.5), "77.50");
/// ```
pub fn in_usual_decimals<T>(make: impl FnOnce() -> T) -> T {
    let shown = SHOWN.replace(Decimals::One);
    let made = make();
    SHOWN.set(shown);
    made
}

/// The most decimals a column has.
const MOST: usize = 6;

/// Nearer than this to a whole number of units, a number is that whole number: what sums and products
/// of doubles add to it is not to be told from it.
const WHOLE: f64 = 1e-7;

/// Beyond this many units numbers are not rounded together: doubles have no room for the units.
const LARGEST: f64 = 1e15;

impl Column {
    /// A decimal, whatever the numbers are.
    pub const TENTHS: Self = Self { decimals: 1 };

    /// Points of 100, wherever they stand in a column: a decimal, as totals and leads have, or two where this device
    /// shows two ([`show_decimals`]).
    pub fn points() -> Self {
        let decimals = match SHOWN.get() {
            Decimals::One => 1,
            Decimals::Two => 2,
        };
        Self { decimals }
    }

    /// A column with so many decimals.
    pub fn with(decimals: usize) -> Self {
        Self {
            decimals: decimals.min(MOST),
        }
    }

    /// The column of shares in per cent: whole where all of them are, else with a decimal; with up to two
    /// more where a share that is not nothing would else be printed as nothing.
    ///
    /// ```
    /// use weighbridge_report::column::Column;
    /// assert_eq!(Column::of_shares([30.0, 70.0]).number(30.0), "30");
    /// assert_eq!(Column::of_shares([30.0, 69.98, 0.02]).number(30.0), "30.00");
    /// ```
    pub fn of_shares(shares: impl IntoIterator<Item = f64>) -> Self {
        Self::fitting(shares, 1)
    }

    /// The column of numbers that need no more than so many decimals: the fewest by which all are exact, or
    /// all that there may be; with up to two more where one would else be printed as nothing.
    pub fn fitting(numbers: impl IntoIterator<Item = f64>, most: usize) -> Self {
        let (mut exact, mut telling) = (0, 0);
        for x in numbers.into_iter().filter(|x| x.is_finite()) {
            let fits = |d: &usize| near(x * unit(*d)).fract() == 0.0;
            exact = exact.max((0..most).find(fits).unwrap_or(most));
            // What doubles cannot tell from nothing is nothing.
            if x.abs() > 1e-9 {
                let tells = |d: &usize| (x * unit(*d)).abs() >= 0.5;
                telling = telling.max((0..most + 2).find(tells).unwrap_or(most + 2));
            }
        }
        Self::with(exact.max(telling))
    }

    /// The column of differences between totals: as [`Self::points`], with up to two more decimals where one that
    /// is there would else be printed as none.
    pub fn of_points(numbers: impl IntoIterator<Item = f64>) -> Self {
        let usual = Self::points();
        let tells = |x: f64| usual.telling(x).decimals.min(usual.decimals + 2);
        let all = numbers.into_iter().filter(|x| x.is_finite()).map(tells);
        Self::with(all.fold(usual.decimals, usize::max))
    }

    /// This column, or another with more decimals.
    #[must_use]
    pub fn or_finer(self, other: Self) -> Self {
        Self {
            decimals: self.decimals.max(other.decimals),
        }
    }

    /// The same column with as many more decimals as a number needs not to be printed as nothing.
    #[must_use]
    pub fn telling(self, x: f64) -> Self {
        let tells = |d: &usize| x.abs() <= 1e-9 || (x * unit(*d)).abs() >= 0.5;
        let decimals = (self.decimals..MOST).find(tells).unwrap_or(MOST);
        Self { decimals }
    }

    /// A number by itself, rounded to the nearest.
    pub fn number(self, x: f64) -> String {
        match self.rounded(x) {
            Some(units) => self.written(units),
            None => far(x),
        }
    }

    /// Parts as they are printed beside or above their sum, which is printed by [`Self::number`]: they add
    /// up to it exactly, and each is within a unit of the last digit of its exact value.
    ///
    /// Where the parts are not those of the sum, because some are missing, each is rounded by itself.
    pub fn parts(self, parts: &[f64], sum: f64) -> Vec<String> {
        let units = self.rounded(sum).and_then(|sum| self.cast(parts, sum));
        match units {
            Some(units) => units.into_iter().map(|units| self.written(units)).collect(),
            None => parts.iter().map(|x| self.number(*x)).collect(),
        }
    }

    /// A number in units of the last digit, rounded to the nearest as it would be printed; `None` where it
    /// is too large, or no number.
    pub fn rounded(self, x: f64) -> Option<i64> {
        let units = x * unit(self.decimals);
        if units.is_nan() || units.abs() >= LARGEST {
            return None;
        }
        // By the formatter, which rounds the number itself rather than a product of it.
        let digits = format!("{x:.*}", self.decimals).replace('.', "");
        digits.parse().ok()
    }

    /// Parts in units of the last digit that add up to a sum in such units; `None` where they are not the
    /// parts of that sum, or too large.
    pub fn cast(self, parts: &[f64], sum: i64) -> Option<Vec<i64>> {
        let mut floors = Vec::with_capacity(parts.len());
        let mut remainders = Vec::with_capacity(parts.len());
        for part in parts {
            let units = near(part * unit(self.decimals));
            if units.is_nan() || units.abs() >= LARGEST {
                return None;
            }
            let floor = units.floor();
            #[expect(clippy::cast_possible_truncation, reason = "a whole number below 1e15")]
            floors.push(floor as i64);
            remainders.push(units - floor);
        }
        let missing = usize::try_from(sum - floors.iter().sum::<i64>()).ok()?;
        let mut remainders: Vec<(f64, &mut i64)> =
            remainders.into_iter().zip(&mut floors).collect();
        remainders.retain(|(remainder, _)| *remainder > 0.0);
        if missing > remainders.len() {
            return None;
        }
        // Of two that lost the same the first gets it.
        sort_descending(&mut remainders, |(remainder, _)| *remainder);
        for (_, floor) in remainders.into_iter().take(missing) {
            *floor += 1;
        }
        Some(floors)
    }

    /// A number of units of the last digit, as a number.
    pub fn written(self, units: i64) -> String {
        let digits = format!("{:0>1$}", units.unsigned_abs(), self.decimals + 1);
        let (whole, decimals) = digits.split_at(digits.len() - self.decimals);
        let sign = if units < 0 { "−" } else { "" };
        let point = if decimals.is_empty() { "" } else { "." };
        format!("{sign}{}{point}{decimals}", group(whole))
    }
}

/// How many units of the last digit are 1.
fn unit(decimals: usize) -> f64 {
    (0..decimals).fold(1.0, |unit, _| unit * 10.0)
}

/// A number of units; whole where it is all but whole.
fn near(units: f64) -> f64 {
    let whole = units.round();
    if (units - whole).abs() <= WHOLE {
        whole
    } else {
        units
    }
}

/// A number too large for a column, or none.
fn far(x: f64) -> String {
    if x.is_finite() {
        format!("{x:.2e}").replacen('-', "−", usize::from(x < 0.0))
    } else {
        "–".to_owned()
    }
}
