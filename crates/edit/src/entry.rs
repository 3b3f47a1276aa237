//! What people type into a score, and how it reads.

use super::amount::{parse_amount, parse_number};
use super::bad_entry::BadEntry;
use weighbridge_model::{Absence, Entry, ScaleKind, narrow};

/// What may be typed where there is no judgement, in small letters; the first of each is what a field has.
const ABSENCES: [(Absence, &[&str]); 3] = [
    (Absence::Missing, &["", "-", "–", "missing"]),
    (
        Absence::CannotJudge,
        &[
            "cannot judge",
            "?",
            "can't judge",
            "can’t judge",
            "cannot-judge",
        ],
    ),
    (
        Absence::NotApplicable,
        &["not applicable", "n/a", "na", "not-applicable"],
    ),
];

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
    let lower = text.to_ascii_lowercase();
    let absent = |(_, texts): &&(Absence, &[&str])| texts.contains(&lower.as_str());
    if let Some((absence, _)) = ABSENCES.iter().find(absent) {
        return Ok(Entry::Absent(*absence));
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

/// An entry as it would be typed: numbers as given, blank for missing. [`parse_entry`] reads it.
///
/// ```
/// use weighbridge_edit::as_typed;
/// use weighbridge_model::{Absence, Entry, Finite};
/// assert_eq!(as_typed(&Entry::Number(Finite::new(12.5).unwrap())), "12.5");
/// assert_eq!(as_typed(&Entry::Absent(Absence::Missing)), "");
/// assert_eq!(as_typed(&Entry::Absent(Absence::CannotJudge)), "cannot judge");
/// ```
pub fn as_typed(entry: &Entry) -> String {
    match entry {
        Entry::Number(n) => n.get().to_string(),
        Entry::Label(label) => label.clone(),
        Entry::Absent(absence) => {
            let own = ABSENCES.iter().find(|(other, _)| other == absence);
            let text = own.and_then(|(_, texts)| texts.first());
            text.copied().unwrap_or_default().to_owned()
        }
    }
}
