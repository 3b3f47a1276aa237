//! What people type for a weight: points, a share, or nothing.

use super::amount::parse_number;
use super::bad::BadEntry;
use weighbridge_model::{Finite, RawWeight, Written, plain_text};

/// A weight as it was typed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WeightEntry {
    /// Nothing: a blank weight, which is not 0.
    Blank,
    /// A number that counts in proportion to the others of its group.
    Points(RawWeight),
    /// A share in per cent: the others keep their proportions. Whether there can be such a share is for
    /// whoever knows the others to say.
    Share(Finite),
}

/// Why a typed text is not a weight.
#[derive(Clone, Debug, PartialEq)]
pub enum BadWeight {
    /// It is not a number.
    Number(BadEntry),
    /// It is below zero.
    Negative,
}

/// Reads a weight. With a per cent sign it is a share, wherever it is typed; a number without one is
/// a share where the field shows shares (`shares`), and points where it shows points.
///
/// # Errors
/// Says what was wrong with the text.
///
/// ```
/// use weighbridge_edit::{WeightEntry, parse_weight};
/// use weighbridge_model::{Finite, RawWeight};
/// let share = WeightEntry::Share(Finite::new(33.0).unwrap());
/// assert_eq!(parse_weight("33%", false), Ok(share), "a share typed is a share");
/// assert_eq!(parse_weight("33 per cent", false), Ok(share));
/// assert_eq!(parse_weight("33", true), Ok(share));
/// assert_eq!(parse_weight("33", false), Ok(WeightEntry::Points(RawWeight::new(33.0).unwrap())));
/// assert_eq!(parse_weight("2.1k", false), Ok(WeightEntry::Points(RawWeight::new(2100.0).unwrap())));
/// assert_eq!(parse_weight(" ", true), Ok(WeightEntry::Blank));
/// assert!(parse_weight("-1%", true).is_err());
/// ```
pub fn parse_weight(text: &str, shares: bool) -> Result<WeightEntry, BadWeight> {
    if plain_text(text).is_empty() {
        return Ok(WeightEntry::Blank);
    }
    let number = parse_number(text).map_err(BadWeight::Number)?;
    let points = RawWeight::new(number.get()).ok_or(BadWeight::Negative)?;
    let percent = Written::read(text).is_ok_and(|written| written.percent);
    Ok(if shares || percent {
        WeightEntry::Share(number)
    } else {
        WeightEntry::Points(points)
    })
}
