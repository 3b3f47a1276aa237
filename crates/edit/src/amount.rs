//! What people type for a number or for an amount: one reader for all fields.

use super::bad_entry::BadEntry;
use weighbridge_model::{Finite, Qualifier, plain_text, read_number};

/// Words after an amount, and the zeros they stand for. Longer ones first: `bn` ends in no other.
const SCALES: [(&str, i32); 6] = [
    ("thousand", 3),
    ("million", 6),
    ("billion", 9),
    ("bn", 9),
    ("m", 6),
    ("k", 3),
];

/// Words before an amount, and how they hedge it.
const HEDGES: [(&str, Qualifier); 11] = [
    ("almost", Qualifier::Almost),
    ("about", Qualifier::About),
    ("more than", Qualifier::MoreThan),
    ("less than", Qualifier::LessThan),
    ("up to", Qualifier::UpTo),
    ("at least", Qualifier::AtLeast),
    ("nearly", Qualifier::Almost),
    ("over", Qualifier::MoreThan),
    ("under", Qualifier::LessThan),
    ("around", Qualifier::About),
    ("approximately", Qualifier::About),
];

/// Reads a finite number: digits with an optional sign, commas between thousands, a decimal point
/// and an exponent; a leading pound sign or a trailing per cent sign is allowed.
///
/// # Errors
/// [`BadEntry::Comma`] for `1,5`, [`BadEntry::NotANumber`] for anything else.
///
/// ```
/// use weighbridge_edit::{BadEntry, parse_number};
/// let read = |text| parse_number(text).map(|x| x.get());
/// assert_eq!(read("3,500,000"), Ok(3_500_000.0));
/// assert_eq!(read("1,5"), Err(BadEntry::Comma));
/// assert_eq!(read("3.5m"), Err(BadEntry::NotANumber), "a score or a weight has no millions");
/// ```
pub fn parse_number(text: &str) -> Result<Finite, BadEntry> {
    Ok(read_number(text)?)
}

/// Reads an amount of a unit as reports write it: as [`parse_number`] does, and `£9.5 million`,
/// `12m`, `3bn`, `40k`.
///
/// # Errors
/// As [`parse_number`]; and [`BadEntry::Unit`] where `m` or `k` may as well be the unit.
///
/// ```
/// use weighbridge_edit::{BadEntry, parse_amount};
/// let read = |text| parse_amount(text, "£").map(|x| x.get());
/// assert_eq!(read("£462,000"), Ok(462_000.0));
/// assert_eq!(read("-£9.61 million"), Ok(-9_610_000.0));
/// assert_eq!(read("£8.0m"), Ok(8_000_000.0));
/// assert_eq!(read("1,5"), Err(BadEntry::Comma));
/// assert_eq!(read("about ten"), Err(BadEntry::NotANumber));
/// assert_eq!(parse_amount("12m", "metres"), Err(BadEntry::Unit('m')));
/// ```
pub fn parse_amount(text: &str, unit: &str) -> Result<Finite, BadEntry> {
    let text = plain_text(text);
    let found = SCALES
        .into_iter()
        .find_map(|(word, zeros)| Some((text.strip_suffix(word)?, word, zeros)));
    let Some((digits, word, zeros)) = found else {
        return parse_number(&text);
    };
    let number = weighbridge_model::read_scaled(digits.trim_end(), zeros)?;
    let first = unit.trim().chars().next();
    match first.filter(|_| !text.contains('£')) {
        Some(first) if word == first.to_lowercase().to_string() => Err(BadEntry::Unit(first)),
        _ => Ok(number),
    }
}

/// Takes the hedge off an amount: `more than £2bn` is more than, and `£2bn`.
///
/// ```
/// use weighbridge_edit::hedged;
/// use weighbridge_model::Qualifier;
/// assert_eq!(hedged("More than £2bn"), (Qualifier::MoreThan, "£2bn"));
/// assert_eq!(hedged("9.5 million"), (Qualifier::Exactly, "9.5 million"));
/// ```
pub fn hedged(text: &str) -> (Qualifier, &str) {
    let text = text.trim();
    let found = HEDGES.into_iter().find_map(|(words, hedge)| {
        let start = text.get(..words.len())?;
        let rest = text.get(words.len()..)?;
        let whole = rest.starts_with(['£', ' ']);
        (whole && start.eq_ignore_ascii_case(words)).then(|| (hedge, rest.trim_start()))
    });
    found.unwrap_or((Qualifier::Exactly, text))
}
