//! Numbers as people write them, in a field or in a file.

use super::Finite;

/// Why a text is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadNumber {
    /// A comma that does not part thousands.
    Comma,
    /// Not a number at all.
    NotANumber,
}

/// Reads a finite number: digits with an optional sign, commas between thousands, a decimal point and an exponent; a
/// leading pound sign or a trailing per cent sign is allowed.
///
/// # Errors
/// Says which of the two things was wrong.
///
/// ```
/// use weighbridge_model::{BadNumber, read_number};
/// assert_eq!(read_number("3,500,000").map(|x| x.get()), Ok(3_500_000.0));
/// assert_eq!(read_number("1,5"), Err(BadNumber::Comma));
/// assert_eq!(read_number("ten"), Err(BadNumber::NotANumber));
/// ```
pub fn read_number(text: &str) -> Result<Finite, BadNumber> {
    let text = plain_text(text);
    read_scaled(text.strip_suffix('%').unwrap_or(&text).trim_end(), 0)
}

/// A text as numbers are read from it: trimmed, in small letters, with plain digits and signs.
pub fn plain_text(text: &str) -> String {
    let text: String = text.trim().chars().map(narrow).collect();
    text.to_ascii_lowercase()
}

/// Reads digits that stand for so many powers of ten, from a text that is plain already ([`plain_text`]).
///
/// # Errors
/// As [`read_number`].
pub fn read_scaled(text: &str, zeros: i32) -> Result<Finite, BadNumber> {
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
            return Err(BadNumber::Comma);
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
    number.ok_or(BadNumber::NotANumber)
}

/// A sign, and what it is the sign of.
fn sign(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    let end = usize::from(text.starts_with(['-', '+']));
    let (sign, rest) = text.split_at(end);
    (sign, rest.trim_start())
}

/// Full-width digits and signs as their plain forms; a minus sign as a hyphen.
pub fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{2212}' => '-',
        c => c,
    }
}
