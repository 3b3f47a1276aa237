//! What people type into a score, and how it reads.

use super::amount::{parse_amount, parse_number};
use std::fmt;
use weighbridge_model::narrow;
use weighbridge_model::{Absence, Entry, ScaleKind};

/// Why a typed text is not a score on its scale.
#[derive(Clone, Debug, PartialEq)]
pub enum BadEntry {
    /// A comma that does not part thousands.
    Comma,
    /// A letter that may mean millions or thousands, or be the unit.
    Unit(char),
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
                "The comma does not part thousands. Use a full stop for decimals, like 1.5, and commas only between thousands, like 1,500."
            ),
            Self::Unit(letter) => write!(
                f,
                "“{letter}” may be the unit or part of the number. Leave out the unit, or write “million” or “thousand”."
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
/// is a number like `12`, `1,500`, `-3` or `1e5`, an amount like `£3.5m` on a natural measure, or one of the labels of a labelled scale. Spaces
/// around it and capitals do not matter, nor do full-width digits.
///
/// # Errors
/// Says what was wrong with the text.
///
/// ```
/// use weighbridge_edit::parse_entry;
/// use weighbridge_model::{Absence, Entry, Finite, ScaleKind};
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
        ScaleKind::Measure(measure) => parse_amount(&text, &measure.unit).map(Entry::Number),
    }
}
