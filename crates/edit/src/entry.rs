//! What people type into a score, and how it reads.

use super::amount::{parse_amount, parse_number};
use super::bad_entry::BadEntry;
use weighbridge_model::narrow;
use weighbridge_model::{Absence, Entry, ScaleKind};

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
