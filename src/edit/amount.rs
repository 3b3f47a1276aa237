//! What people type for an amount of money or of anything else.

use super::entry::narrow;
use crate::model::Finite;
use std::fmt;

/// Why a typed text is not an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadAmount {
    /// A comma that does not part thousands.
    Comma,
    /// Not an amount at all.
    NotAnAmount,
}

impl fmt::Display for BadAmount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Comma => {
                "Use a full stop for decimals and commas only between thousands, like 1,500.5."
            }
            Self::NotAnAmount => "Enter an amount in digits, like 462,000 or 9.5 million.",
        })
    }
}

/// Reads an amount as reports write it: `462,000`, `£9.5 million`, `-37.50`, `12m`, `3bn`.
///
/// # Errors
/// Says what was wrong with the text.
///
/// ```
/// use weighbridge::edit::{BadAmount, parse_amount};
/// let read = |text| parse_amount(text).map(|x| x.get());
/// assert_eq!(read("£462,000"), Ok(462_000.0));
/// assert_eq!(read("-£9.61 million"), Ok(-9_610_000.0));
/// assert_eq!(read("12m"), Ok(12_000_000.0));
/// assert_eq!(read("1,5"), Err(BadAmount::Comma));
/// assert_eq!(read("about ten"), Err(BadAmount::NotAnAmount));
/// ```
pub fn parse_amount(text: &str) -> Result<Finite, BadAmount> {
    let text: String = text
        .trim()
        .chars()
        .map(narrow)
        .collect::<String>()
        .to_ascii_lowercase();
    let (negative, text) = text
        .strip_prefix('-')
        .map_or((false, &*text), |rest| (true, rest));
    let text = text.trim_start().strip_prefix('£').unwrap_or(text).trim();
    let (digits, zeros) = [
        ("million", 6),
        ("billion", 9),
        ("thousand", 3),
        ("bn", 9),
        ("m", 6),
        ("k", 3),
    ]
    .into_iter()
    .find_map(|(word, zeros)| text.strip_suffix(word).map(|rest| (rest.trim_end(), zeros)))
    .unwrap_or((text, 0));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let is_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if digits.contains(',') {
        let mut groups = whole.split(',');
        let first = groups.next().unwrap_or_default();
        let good = (1..=3).contains(&first.len()) && is_digits(first);
        if !good || !groups.all(|g| g.len() == 3 && is_digits(g)) || !is_digits(decimals) {
            let only = digits
                .chars()
                .all(|c| c.is_ascii_digit() || ",.".contains(c));
            return Err(if only {
                BadAmount::Comma
            } else {
                BadAmount::NotAnAmount
            });
        }
    }
    let whole = whole.replace(',', "");
    if !is_digits(&whole) || !is_digits(decimals) || (whole.is_empty() && decimals.is_empty()) {
        return Err(BadAmount::NotAnAmount);
    }
    // The exponent is left to the parser, which rounds once: 9.61 million is exactly 9,610,000.
    let sign = if negative { "-" } else { "" };
    let number = format!("{sign}{whole}.{decimals}e{zeros}").parse::<f64>();
    number
        .ok()
        .and_then(Finite::new)
        .ok_or(BadAmount::NotAnAmount)
}
