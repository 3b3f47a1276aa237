//! Numbers as people write them, in a field, in a pasted table or in a file.

use super::Finite;

/// Why a text is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadNumber {
    /// A comma that does not part thousands.
    Comma,
    /// A space that does not part thousands.
    Space,
    /// More than one full stop.
    FullStops,
    /// Not a number at all.
    NotANumber,
}

/// Words after a number, and the zeros they stand for.
const MAGNITUDES: [(&str, i32); 7] = [
    ("thousand", 3),
    ("million", 6),
    ("billion", 9),
    ("bn", 9),
    ("mn", 6),
    ("m", 6),
    ("k", 3),
];

/// A number as it is written, taken apart: `-£3.05m a year` has the sign, the digits `3.05`, a pound sign, the
/// magnitude `m`, and `a year` after it.
///
/// ```
/// use weighbridge_model::Written;
/// let cost = Written::read("£3.05m a year").unwrap();
/// assert_eq!((cost.currency, cost.magnitude, cost.tail.as_str()), (Some('£'), Some("m"), "a year"));
/// assert_eq!(cost.number(0).map(|x| x.get()), Some(3_050_000.0));
/// let loss = Written::read("(1\u{202f}234.5)").unwrap();
/// assert_eq!(loss.number(0).map(|x| x.get()), Some(-1234.5), "accounts have brackets for a minus");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The sign of a currency.
    pub currency: Option<char>,
    /// The word after the digits that multiplies them, in small letters.
    pub magnitude: Option<&'static str>,
    /// Whether it has a per cent sign, or says so.
    pub percent: bool,
    /// What follows all that, in small letters.
    pub tail: String,
    /// The digits as Rust reads them, with their sign.
    mantissa: String,
    /// The power of ten that was written.
    exponent: i32,
    /// The power of ten that the magnitude stands for.
    zeros: i32,
}

impl Written {
    /// Takes a text apart: an optional sign, or brackets for a minus; a currency sign; digits with commas, spaces or
    /// apostrophes between thousands, and a decimal point; an exponent; a word such as `million`; a per cent sign.
    ///
    /// # Errors
    /// Says what is wrong with the digits.
    pub fn read(text: &str) -> Result<Self, BadNumber> {
        let text = plain_text(text);
        let head = Head::of(&text);
        let digits = |c: char| c.is_ascii_digit() || ".,".contains(c) || is_gap(c);
        let end = head.rest.find(|c| !digits(c)).unwrap_or(head.rest.len());
        let (written, tail) = head.rest.split_at(end);
        let mantissa = mantissa(written.trim_end())?;
        let (exponent, tail) = exponent(tail).unwrap_or((0, tail));
        let tail = head.closed(tail).ok_or(BadNumber::NotANumber)?;
        let (after, tail) = first(&tail, is_currency);
        let (zeros, magnitude, tail) = magnitude(tail);
        let (percent, tail) = percent(tail);
        let (late, tail) = first(tail, is_currency);
        let currencies = [head.currency, after, late];
        if currencies.iter().flatten().count() > 1 {
            return Err(BadNumber::NotANumber);
        }
        Ok(Self {
            currency: currencies.into_iter().flatten().next(),
            magnitude,
            percent,
            tail: tail.to_owned(),
            mantissa: format!("{}{mantissa}", head.sign),
            exponent,
            zeros,
        })
    }

    /// The number, in units of so many powers of ten: 3.05 for `£3.05m` in millions (6), 3,050,000 in ones (0).
    /// `None` where it is too large to be one.
    pub fn number(&self, in_zeros: i32) -> Option<Finite> {
        let exponent = self.exponent.checked_add(self.zeros)?;
        let exponent = exponent.checked_sub(in_zeros)?;
        // Rounded once, by the parser: 9.61 million is exactly 9,610,000.
        let number = format!("{}e{exponent}", self.mantissa).parse::<f64>();
        number.ok().and_then(Finite::new)
    }

    /// The same number with another's magnitude, where it has none of its own: the 1 of `1-2m`.
    #[must_use]
    pub fn in_magnitude_of(&self, other: &Self) -> Self {
        let mut own = self.clone();
        if own.magnitude.is_none() {
            (own.magnitude, own.zeros) = (other.magnitude, other.zeros);
        }
        own
    }
}

/// Reads a finite number: digits with an optional sign, commas or spaces between thousands, a decimal point and an
/// exponent; a leading currency sign or a trailing per cent sign is allowed.
///
/// # Errors
/// Says what was wrong.
///
/// ```
/// use weighbridge_model::{BadNumber, read_number};
/// assert_eq!(read_number("3,500,000").map(|x| x.get()), Ok(3_500_000.0));
/// assert_eq!(read_number("1,5"), Err(BadNumber::Comma));
/// assert_eq!(read_number("ten"), Err(BadNumber::NotANumber));
/// ```
pub fn read_number(text: &str) -> Result<Finite, BadNumber> {
    let written = Written::read(text)?;
    let alone = written.magnitude.is_none() && written.tail.is_empty();
    let number = written.number(0).filter(|_| alone);
    number.ok_or(BadNumber::NotANumber)
}

/// How many zeros a word stands for, such as 6 for `million` and for the `m` of `£m`.
pub fn magnitude_zeros(word: &str) -> Option<i32> {
    let found = MAGNITUDES.iter().find(|(own, _)| *own == word);
    found.map(|(_, zeros)| *zeros)
}

/// A text as numbers are read from it: trimmed, in small letters, with plain digits and signs, and without marks that
/// nobody sees.
pub fn plain_text(text: &str) -> String {
    let seen = text.chars().filter(|c| !is_unseen(*c)).map(narrow);
    let text: String = seen.collect();
    text.trim().to_ascii_lowercase()
}

/// Whether a character is a mark that is not seen: for the direction of writing, or for where a line may break.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Whether a character is the sign of a currency that people here meet.
pub fn is_currency(c: char) -> bool {
    matches!(c, '£' | '$' | '€' | '¥')
}

/// Whether a character parts thousands without being a comma: any space, or an apostrophe.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\'' | '’')
}

/// What stands before the digits.
struct Head<'a> {
    sign: &'static str,
    currency: Option<char>,
    /// Brackets stand for a minus.
    bracket: bool,
    rest: &'a str,
}

impl<'a> Head<'a> {
    fn of(text: &'a str) -> Self {
        let mut head = Self {
            sign: "",
            currency: None,
            bracket: false,
            rest: text,
        };
        while let Some(c) = head.rest.chars().next() {
            match c {
                '-' | '–' | '\u{2010}' | '\u{2011}' if head.sign.is_empty() => head.sign = "-",
                '+' if head.sign.is_empty() => head.sign = "+",
                '(' if head.sign.is_empty() => (head.sign, head.bracket) = ("-", true),
                c if is_currency(c) && head.currency.is_none() => head.currency = Some(c),
                _ => break,
            }
            head.rest = head.rest.get(c.len_utf8()..).unwrap_or_default();
            head.rest = head.rest.trim_start();
        }
        head
    }

    /// What follows the digits, without the bracket that has to close; `None` where none does.
    fn closed(&self, tail: &str) -> Option<String> {
        if !self.bracket {
            return Some(tail.trim().to_owned());
        }
        let inside = tail.trim().strip_suffix(')');
        let inside = inside.or_else(|| tail.trim().strip_prefix(')'))?;
        Some(inside.trim().to_owned())
    }
}

/// The digits as Rust reads them, without what parts thousands.
fn mantissa(written: &str) -> Result<String, BadNumber> {
    let (whole, decimals) = written.split_once('.').unwrap_or((written, ""));
    if !written.contains(|c: char| c.is_ascii_digit()) {
        return Err(BadNumber::NotANumber);
    }
    let comma = written.contains(',');
    let fault = |or: BadNumber| if comma { BadNumber::Comma } else { or };
    if decimals.contains('.') {
        return Err(fault(BadNumber::FullStops));
    }
    let is_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let mut marks = whole.chars().filter(|c| !c.is_ascii_digit());
    if let Some(mark) = marks.next() {
        let same = marks.all(|other| other == mark || (is_gap(mark) && is_gap(other)));
        let mut groups = whole.split(|c: char| !c.is_ascii_digit());
        let first = groups.next().unwrap_or_default();
        let good = (1..=3).contains(&first.len()) && groups.all(|g| g.len() == 3);
        if !same || !good {
            return Err(fault(BadNumber::Space));
        }
    }
    if !is_digits(decimals) {
        return Err(fault(BadNumber::Space));
    }
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    Ok(format!("{whole}.{decimals}"))
}

/// An exponent, and what follows it.
fn exponent(tail: &str) -> Option<(i32, &str)> {
    let rest = tail.strip_prefix('e')?;
    let from = usize::from(rest.starts_with(['-', '+']));
    let digits = rest.get(from..)?;
    let end = digits
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(digits.len());
    let (number, tail) = rest.split_at(from + end);
    let number = number.parse().ok()?;
    Some((number, tail))
}

/// A word that stands for zeros, and what follows it.
fn magnitude(tail: &str) -> (i32, Option<&'static str>, &str) {
    let end = tail.find(|c: char| !c.is_alphanumeric());
    let (word, rest) = tail.split_at(end.unwrap_or(tail.len()));
    match MAGNITUDES.iter().find(|(own, _)| *own == word) {
        Some((own, zeros)) => (*zeros, Some(own), rest.trim_start()),
        None => (0, None, tail),
    }
}

/// Whether a text begins with a per cent sign or the words for it, and what follows.
fn percent(tail: &str) -> (bool, &str) {
    let signs = ["%", "per cent", "percent"];
    let rest = signs.iter().find_map(|sign| tail.strip_prefix(sign));
    rest.map_or((false, tail), |rest| (true, rest.trim_start()))
}

/// The first character where it is of a kind, and what follows it.
fn first(text: &str, is: impl Fn(char) -> bool) -> (Option<char>, &str) {
    let found = text.chars().next().filter(|c| is(*c));
    let rest = found.and_then(|c| text.get(c.len_utf8()..));
    (found, rest.unwrap_or(text).trim_start())
}

/// Full-width digits and signs as their plain forms; a minus sign as a hyphen.
pub fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{2212}' => '-',
        c => c,
    }
}
