//! What people type for a number, for an amount or for a range: one reader for all fields.

use super::bad::BadEntry;
use weighbridge_model::{Finite, Written, is_currency, magnitude_zeros, plain_text};

/// Reads a finite number: digits with an optional sign, commas or spaces between thousands, a decimal point and an
/// exponent; a currency sign, a per cent sign or a word such as `million` or `k` is allowed.
///
/// # Errors
/// Says what is wrong: [`BadEntry::Comma`] for `1,5`, [`BadEntry::Tail`] for `3 apples`, [`BadEntry::Range`] for `2-3`.
///
/// ```
/// use weighbridge_edit::{BadEntry, parse_number};
/// let read = |text| parse_number(text).map(|x| x.get());
/// assert_eq!(read("3,500,000"), Ok(3_500_000.0));
/// assert_eq!(read("3\u{a0}500"), Ok(3500.0));
/// assert_eq!(read("2.1k"), Ok(2100.0));
/// assert_eq!(read("(40)"), Ok(-40.0));
/// assert_eq!(read("1,5"), Err(BadEntry::Comma));
/// assert_eq!(read("1 5"), Err(BadEntry::Space));
/// assert_eq!(read("2-3"), Err(BadEntry::Range));
/// ```
pub fn parse_number(text: &str) -> Result<Finite, BadEntry> {
    single(text, "")
}

/// Reads an amount of a unit as reports write it: as [`parse_number`] does, and with the unit after it. Where the unit
/// itself is in millions or thousands, such as `£m`, so is the amount.
///
/// # Errors
/// As [`parse_number`]; and [`BadEntry::Unit`] where `m` or `k` may as well be the unit, [`BadEntry::Percent`] and
/// [`BadEntry::Currency`] where the unit is something else.
///
/// ```
/// use weighbridge_edit::{BadEntry, parse_amount};
/// let read = |text| parse_amount(text, "£").map(|x| x.get());
/// assert_eq!(read("£462,000"), Ok(462_000.0));
/// assert_eq!(read("-£9.61 million"), Ok(-9_610_000.0));
/// assert_eq!(read("(£8.0m)"), Ok(-8_000_000.0));
/// assert_eq!(read("1,5"), Err(BadEntry::Comma));
/// assert_eq!(read("about ten"), Err(BadEntry::NotANumber));
/// assert_eq!(parse_amount("£3.05m", "£m a year").map(|x| x.get()), Ok(3.05));
/// assert_eq!(parse_amount("12 weeks", "weeks").map(|x| x.get()), Ok(12.0));
/// assert_eq!(parse_amount("12m", "metres"), Err(BadEntry::Unit('m')));
/// assert_eq!(parse_amount("40%", "weeks"), Err(BadEntry::Percent("weeks".to_owned())));
/// ```
pub fn parse_amount(text: &str, unit: &str) -> Result<Finite, BadEntry> {
    single(text, unit)
}

/// Reads a range of amounts of a unit: `60-80`, `£1m to £2m`, `1–2m`. `None` for a text that is none.
///
/// # Errors
/// [`BadEntry::LowAboveHigh`] for `80-60`, and what is wrong with an end as [`parse_amount`] says it.
///
/// ```
/// use weighbridge_edit::{BadEntry, parse_range};
/// let read = |text| parse_range(text, "£").map(|range| range.map(|ends| ends.map(|x| x.get())));
/// assert_eq!(read("60-80"), Ok(Some([60.0, 80.0])));
/// assert_eq!(read("1–2m"), Ok(Some([1_000_000.0, 2_000_000.0])));
/// assert_eq!(read("-5 to -3"), Ok(Some([-5.0, -3.0])));
/// assert_eq!(read("1e-5"), Ok(None), "that is one number");
/// assert_eq!(read("80 to 60"), Err(BadEntry::LowAboveHigh));
/// ```
pub fn parse_range(text: &str, unit: &str) -> Result<Option<[Finite; 2]>, BadEntry> {
    if Written::read(text).is_ok_and(|written| written.tail.is_empty()) {
        return Ok(None);
    }
    let text = plain_text(text);
    let Some([low, high]) = ends(&text) else {
        return Ok(None);
    };
    let high_end = amount(&high, unit)?;
    // “1–2m” is from a million, “500–2k” from 500.
    let shared = amount(&low.in_magnitude_of(&high), unit).ok();
    let low_end = match shared.filter(|end| *end <= high_end) {
        Some(end) => end,
        None => amount(&low, unit)?,
    };
    if low_end > high_end {
        return Err(BadEntry::LowAboveHigh);
    }
    Ok(Some([low_end, high_end]))
}

/// The two numbers of a range, with a dash or a word between them.
fn ends(text: &str) -> Option<[Written; 2]> {
    let words = text
        .match_indices(" to ")
        .map(|(at, word)| (at, word.len()));
    let dashes = text.char_indices().skip(1).filter(|(_, c)| is_dash(*c));
    let dashes = dashes.map(|(at, dash)| (at, dash.len_utf8()));
    let mut places = words.chain(dashes);
    places.find_map(|(at, len)| {
        let low = Written::read(text.get(..at)?).ok()?;
        let high = Written::read(text.get(at + len..)?).ok()?;
        Some([low, high])
    })
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '\u{2010}' | '\u{2011}')
}

fn single(text: &str, unit: &str) -> Result<Finite, BadEntry> {
    let written = Written::read(text)?;
    if !written.tail.is_empty() && ends(&plain_text(text)).is_some() {
        return Err(BadEntry::Range);
    }
    amount(&written, unit)
}

/// What a written number is of a unit; any unit at all where none is given.
fn amount(written: &Written, unit: &str) -> Result<Finite, BadEntry> {
    let unit = unit.trim();
    let own = Counted::of(unit);
    match (written.currency, own.currency) {
        (Some(typed), Some(own)) if typed != own => return Err(BadEntry::Currency(typed, own)),
        _ => {}
    }
    if written.percent && !unit.is_empty() && !own.percent {
        return Err(BadEntry::Percent(unit.to_owned()));
    }
    let initial = unit.chars().next();
    if let (Some(word), None, Some(initial)) = (written.magnitude, written.currency, initial)
        && word == initial.to_lowercase().to_string()
    {
        return Err(BadEntry::Unit(initial));
    }
    if !own.may_follow(&written.tail) {
        return Err(BadEntry::Tail(written.tail.clone()));
    }
    let counted = written.magnitude.map_or(0, |_| own.zeros);
    written.number(counted).ok_or(BadEntry::NotANumber)
}

/// What a unit counts in.
struct Counted {
    currency: Option<char>,
    percent: bool,
    /// The zeros that the unit stands for: 6 for `£m`.
    zeros: i32,
    /// What is left of it, in small letters: `a year`.
    words: String,
}

impl Counted {
    fn of(unit: &str) -> Self {
        let unit = plain_text(unit);
        let signs = ["%", "per cent", "percent"];
        let percent = signs.iter().any(|sign| unit.contains(sign));
        let mut words = unit.replace(is_currency, "");
        for sign in signs {
            words = words.replace(sign, "");
        }
        let currency = unit.chars().find(|c| is_currency(*c));
        let first = words.split_whitespace().next().map(str::to_owned);
        // “m” alone may be metres; “£m” is millions of pounds, and “million litres” is plain.
        let zeros = first
            .as_deref()
            .filter(|word| currency.is_some() || word.len() > 3);
        let zeros = zeros.and_then(|word| match word {
            "000" | "000s" => Some(3),
            word => magnitude_zeros(word),
        });
        if let (Some(_), Some(first)) = (zeros, first) {
            words = words
                .trim_start()
                .chars()
                .skip(first.chars().count())
                .collect();
        }
        Self {
            currency,
            percent,
            zeros: zeros.unwrap_or(0),
            words: words.trim().to_owned(),
        }
    }

    /// Whether this may stand after an amount of the unit: the unit itself, its first words, or one of it.
    fn may_follow(&self, tail: &str) -> bool {
        let begins = |whole: &str, part: &str| {
            let rest = whole.strip_prefix(part);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        let singular = format!("{tail}s");
        tail.is_empty() || begins(&self.words, tail) || begins(&self.words, &singular)
    }
}
