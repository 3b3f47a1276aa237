//! What people type into a score, and how it reads.

use crate::model::{Absence, Entry, Finite, ScaleKind};
use std::fmt;

/// Why a typed text is not a score on its scale.
#[derive(Clone, Debug, PartialEq)]
pub enum BadEntry {
    /// A comma where a full stop was meant, or the other way round.
    Comma,
    /// Not a number at all.
    NotANumber,
    /// A number outside a scale from 0 to 100.
    OffScale,
    /// Not one of the labels of the scale.
    NotALabel(Vec<String>),
}

impl fmt::Display for BadEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Comma => write!(
                f,
                "Use a full stop for decimals and no commas, like 1.5 or 1500."
            ),
            Self::NotANumber => write!(
                f,
                "Enter a number, leave it blank, or enter “cannot judge” or “not applicable”."
            ),
            Self::OffScale => write!(f, "Enter a number from 0 to 100."),
            Self::NotALabel(labels) => write!(f, "Enter one of: {}.", labels.join(", ")),
        }
    }
}

/// Reads a typed text as an entry on a scale.
///
/// Blank is missing; `cannot judge` (or `?`) and `not applicable` (or `n/a`) are absences; the rest
/// is a number like `12`, `12.5`, `-3` or `1e5`, or one of the labels of a labelled scale. Spaces
/// around it and capitals do not matter, nor do full-width digits.
///
/// # Errors
/// Says what was wrong with the text.
///
/// ```
/// use weighbridge::edit::parse_entry;
/// use weighbridge::model::{Absence, Entry, Finite, ScaleKind};
/// assert_eq!(parse_entry(" 12.5 ", &ScaleKind::Direct), Ok(Entry::Number(Finite::new(12.5).unwrap())));
/// assert_eq!(parse_entry("", &ScaleKind::Direct), Ok(Entry::Absent(Absence::Missing)));
/// assert!(parse_entry("1,5", &ScaleKind::Direct).is_err());
/// assert!(parse_entry("101", &ScaleKind::Direct).is_err());
/// ```
pub fn parse_entry(text: &str, scale: &ScaleKind) -> Result<Entry, BadEntry> {
    let text: String = text.trim().chars().map(narrow).collect();
    match text.to_ascii_lowercase().as_str() {
        "" | "-" | "–" | "missing" => return Ok(Entry::Absent(Absence::Missing)),
        "?" | "cannot judge" | "can't judge" | "can’t judge" | "cannot-judge" => {
            return Ok(Entry::Absent(Absence::CannotJudge));
        }
        "n/a" | "na" | "not applicable" | "not-applicable" => {
            return Ok(Entry::Absent(Absence::NotApplicable));
        }
        _ => {}
    }
    match scale {
        ScaleKind::Points(levels) => levels
            .iter()
            .find(|level| level.label.eq_ignore_ascii_case(&text))
            .map(|level| Entry::Label(level.label.clone()))
            .ok_or_else(|| BadEntry::NotALabel(levels.iter().map(|l| l.label.clone()).collect())),
        ScaleKind::Direct => match parse_number(&text)? {
            n if (0.0..=100.0).contains(&n.get()) => Ok(Entry::Number(n)),
            _ => Err(BadEntry::OffScale),
        },
        ScaleKind::Measure(_) => parse_number(&text).map(Entry::Number),
    }
}

/// An entry as a scale has it: labels on a labelled scale, numbers on the others. `4` and `"4"` are
/// the same judgement, and only one of them is kept; a label that is no number stays as it is.
pub(crate) fn settled(entry: Entry, scale: &ScaleKind) -> Entry {
    match (entry, scale) {
        (Entry::Number(x), ScaleKind::Points(_)) => Entry::Label(x.get().to_string()),
        (Entry::Label(text), ScaleKind::Direct | ScaleKind::Measure(_)) => {
            parse_number(&text).map_or(Entry::Label(text), Entry::Number)
        }
        (entry, _) => entry,
    }
}

/// Reads a finite number: digits with an optional sign, decimal point and exponent; a leading
/// pound sign or trailing per cent sign is allowed.
///
/// # Errors
/// [`BadEntry::Comma`] for `1,5`, [`BadEntry::NotANumber`] for anything else.
pub fn parse_number(text: &str) -> Result<Finite, BadEntry> {
    let text: String = text.trim().chars().map(narrow).collect();
    let text = text.strip_prefix('£').unwrap_or(&text);
    let text = text.strip_suffix('%').unwrap_or(text).trim();
    if text.contains(',')
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || ",.-+".contains(c))
    {
        return Err(BadEntry::Comma);
    }
    let plain = text
        .chars()
        .all(|c| c.is_ascii_digit() || "+-.eE".contains(c));
    let number = plain.then(|| text.parse::<f64>().ok()).flatten();
    number.and_then(Finite::new).ok_or(BadEntry::NotANumber)
}

/// The entry as it would be typed: numbers as given, blank for missing.
pub fn entry_text(entry: &Entry) -> String {
    match entry {
        Entry::Number(n) => n.get().to_string(),
        Entry::Label(label) => label.clone(),
        Entry::Absent(Absence::Missing) => String::new(),
        Entry::Absent(absence) => absence.words().to_owned(),
    }
}

/// Full-width digits and signs as their plain forms; a minus sign as a hyphen.
pub(super) fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{2212}' => '-',
        c => c,
    }
}
