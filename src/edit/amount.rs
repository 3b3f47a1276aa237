//! What people type for a number or for an amount: one reader for all fields.

use super::entry::BadEntry;
use crate::model::{Finite, Qualifier};

/// Words after an amount, and the zeros they stand for. Longer ones first: `bn` ends in no other.
const SCALES: [(&str, i32); 6] = [
    ("thousand", 3),
    ("million", 6),
    ("billion", 9),
    ("bn", 9),
    ("m", 6),
    ("k", 3),
];

/// Reads a finite number: digits with an optional sign, commas between thousands, a decimal point
/// and an exponent; a leading pound sign or a trailing per cent sign is allowed.
///
/// # Errors
/// [`BadEntry::Comma`] for `1,5`, [`BadEntry::NotANumber`] for anything else.
///
/// ```
/// use weighbridge::edit::{BadEntry, parse_number};
/// let read = |text| parse_number(text).map(|x| x.get());
/// assert_eq!(read("3,500,000"), Ok(3_500_000.0));
/// assert_eq!(read("1,5"), Err(BadEntry::Comma));
/// assert_eq!(read("3.5m"), Err(BadEntry::NotANumber), "a score or a weight has no millions");
/// ```
pub fn parse_number(text: &str) -> Result<Finite, BadEntry> {
    let text = plain(text);
    read(text.strip_suffix('%').unwrap_or(&text).trim_end(), 0)
}

/// Reads an amount of a unit as reports write it: as [`parse_number`] does, and `£9.5 million`,
/// `12m`, `3bn`, `40k`.
///
/// # Errors
/// As [`parse_number`]; and [`BadEntry::Unit`] where `m` or `k` may as well be the unit.
///
/// ```
/// use weighbridge::edit::{BadEntry, parse_amount};
/// let read = |text| parse_amount(text, "£").map(|x| x.get());
/// assert_eq!(read("£462,000"), Ok(462_000.0));
/// assert_eq!(read("-£9.61 million"), Ok(-9_610_000.0));
/// assert_eq!(read("£8.0m"), Ok(8_000_000.0));
/// assert_eq!(read("1,5"), Err(BadEntry::Comma));
/// assert_eq!(read("about ten"), Err(BadEntry::NotANumber));
/// assert_eq!(parse_amount("12m", "metres"), Err(BadEntry::Unit('m')));
/// ```
pub fn parse_amount(text: &str, unit: &str) -> Result<Finite, BadEntry> {
    let text = plain(text);
    let found = SCALES
        .into_iter()
        .find_map(|(word, zeros)| Some((text.strip_suffix(word)?, word, zeros)));
    let Some((digits, word, zeros)) = found else {
        return parse_number(&text);
    };
    let number = read(digits.trim_end(), zeros)?;
    let first = unit.trim().chars().next();
    match first.filter(|_| !text.contains('£')) {
        Some(first) if word == first.to_lowercase().to_string() => Err(BadEntry::Unit(first)),
        _ => Ok(number),
    }
}

/// Takes the hedge off an amount: `more than £2bn` is more than, and `£2bn`.
///
/// ```
/// use weighbridge::edit::hedged;
/// use weighbridge::model::Qualifier;
/// assert_eq!(hedged("More than £2bn"), (Qualifier::MoreThan, "£2bn"));
/// assert_eq!(hedged("9.5 million"), (Qualifier::Exactly, "9.5 million"));
/// ```
pub fn hedged(text: &str) -> (Qualifier, &str) {
    let text = text.trim();
    let others = [
        ("nearly", Qualifier::Almost),
        ("over", Qualifier::MoreThan),
        ("under", Qualifier::LessThan),
        ("around", Qualifier::About),
        ("approximately", Qualifier::About),
    ];
    let words = Qualifier::ALL.map(|hedge| (hedge.words(), hedge));
    let found = words.into_iter().chain(others).find_map(|(words, hedge)| {
        let start = text.get(..words.len())?;
        let rest = text.get(words.len()..)?;
        let whole = !words.is_empty() && rest.starts_with(['£', ' ']);
        (whole && start.eq_ignore_ascii_case(words)).then(|| (hedge, rest.trim_start()))
    });
    found.unwrap_or((Qualifier::Exactly, text))
}

fn plain(text: &str) -> String {
    let text: String = text.trim().chars().map(narrow).collect();
    text.to_ascii_lowercase()
}

/// Reads digits that stand for so many powers of ten.
fn read(text: &str, zeros: i32) -> Result<Finite, BadEntry> {
    let (before, text) = sign(text);
    let (after, text) = match text.strip_prefix('£') {
        Some(rest) => sign(rest),
        None => ("", text),
    };
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let is_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if mantissa.contains(',') {
        let mut groups = whole.split(',');
        let first = groups.next().unwrap_or_default();
        let good = (1..=3).contains(&first.len())
            && is_digits(first)
            && groups.all(|g| g.len() == 3 && is_digits(g))
            && !decimals.contains(',');
        let known = |c: char| c.is_ascii_digit() || ",.+-".contains(c);
        if !good && mantissa.chars().all(known) {
            return Err(BadEntry::Comma);
        }
    }
    let whole = whole.replace(',', "");
    let nothing = whole.is_empty() && decimals.is_empty();
    let twice = !before.is_empty() && !after.is_empty();
    let exponent = exponent
        .parse::<i32>()
        .ok()
        .and_then(|e| e.checked_add(zeros));
    let exponent = exponent.filter(|_| is_digits(&whole) && is_digits(decimals));
    let exponent = exponent.filter(|_| !nothing && !twice);
    // Rounded once, by the parser: 9.61 million is exactly 9,610,000.
    let number = exponent.map(|e| format!("{before}{after}{whole}.{decimals}e{e}").parse::<f64>());
    let number = number.and_then(Result::ok).and_then(Finite::new);
    number.ok_or(BadEntry::NotANumber)
}

/// A sign, and what it is the sign of.
fn sign(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    let end = usize::from(text.starts_with(['-', '+']));
    let (sign, rest) = text.split_at(end);
    (sign, rest.trim_start())
}

/// Full-width digits and signs as their plain forms; a minus sign as a hyphen.
pub(super) fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{2212}' => '-',
        c => c,
    }
}
