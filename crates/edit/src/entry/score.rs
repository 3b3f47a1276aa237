//! What people type into a score, and how it reads.

use super::amount::{parse_amount, parse_number, parse_range};
use super::bad::BadEntry;
use weighbridge_model::{
    Absence, Entry, Finite, ScaleKind, ScalePoint, Written, is_currency, plain_text,
};

/// What may be typed where there is no judgement, in small letters; the first of each is what a field has.
const ABSENCES: [(Absence, &[&str]); 3] = [
    (Absence::Missing, &["", "-", "–", "—", "missing"]),
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

/// What is typed or pasted into a score.
#[derive(Clone, Debug, PartialEq)]
pub enum ScoreText {
    /// A score.
    Entry(Entry),
    /// The least and the greatest that it could be.
    Range([Finite; 2]),
}

/// Reads a typed text as an entry on a scale.
///
/// Blank is missing; `cannot judge` (or `?`) and `not applicable` (or `n/a`) are absences; the rest
/// is a number like `12`, `1,500`, `-3` or `1e5`, an amount like `£3.5m` on a natural measure, or one of the labels of a
/// labelled scale, where `3.0` is the label `3`. Spaces around it and capitals do not matter, nor do full-width digits.
/// `£ -` is how accounts write zero.
///
/// # Errors
/// Says what was wrong with the text.
///
/// ```
/// use weighbridge_edit::parse_entry;
/// use weighbridge_model::{Absence, Entry, Finite, ScaleKind};
/// assert_eq!(parse_entry(" 12.5 ", &ScaleKind::Direct), Ok(Entry::Number(Finite::new(12.5).unwrap())));
/// assert_eq!(parse_entry("", &ScaleKind::Direct), Ok(Entry::Absent(Absence::Missing)));
/// assert_eq!(parse_entry("£ -", &ScaleKind::Direct), Ok(Entry::Number(Finite::ZERO)));
/// assert!(parse_entry("1,5", &ScaleKind::Direct).is_err());
/// assert!(parse_entry("101", &ScaleKind::Direct).is_err());
/// ```
pub fn parse_entry(text: &str, scale: &ScaleKind) -> Result<Entry, BadEntry> {
    let plain = plain_text(text);
    let absent = |(_, texts): &&(Absence, &[&str])| texts.contains(&plain.as_str());
    if let Some((absence, _)) = ABSENCES.iter().find(absent) {
        return Ok(Entry::Absent(*absence));
    }
    let dash = accounting_dash(text);
    match scale {
        ScaleKind::Points(levels) => on_labels(text, levels),
        ScaleKind::Direct | ScaleKind::Measure(_) if dash == Some(AccountingDash::Zero) => {
            Ok(Entry::Number(Finite::ZERO))
        }
        ScaleKind::Direct => match parse_number(text)? {
            n if (0.0..=100.0).contains(&n.get()) => Ok(Entry::Number(n)),
            _ => Err(BadEntry::OffScale),
        },
        ScaleKind::Measure(measure) => parse_amount(text, &measure.unit).map(Entry::Number),
    }
}

/// Reads a typed text as [`parse_entry`] does, or as the range that a score could be in: `60-80`, `£1m to £2m`.
///
/// # Errors
/// Says what was wrong with the text.
///
/// ```
/// use weighbridge_edit::{BadEntry, ScoreText, parse_score};
/// use weighbridge_model::{Finite, ScaleKind};
/// let ends = [60.0, 80.0].map(|x| Finite::new(x).unwrap());
/// assert_eq!(parse_score("60-80", &ScaleKind::Direct), Ok(ScoreText::Range(ends)));
/// assert_eq!(parse_score("60-180", &ScaleKind::Direct), Err(BadEntry::OffScale));
/// ```
pub fn parse_score(text: &str, scale: &ScaleKind) -> Result<ScoreText, BadEntry> {
    let why = match parse_entry(text, scale) {
        Ok(entry) => return Ok(ScoreText::Entry(entry)),
        Err(why) => why,
    };
    let unit = match scale {
        ScaleKind::Points(_) => {
            let range = parse_range(text, "").is_ok_and(|range| range.is_some());
            return Err(if range { BadEntry::RangeOfLabels } else { why });
        }
        ScaleKind::Direct => "",
        ScaleKind::Measure(measure) => &measure.unit,
    };
    let Some(ends) = parse_range(text, unit)? else {
        return Err(why);
    };
    let inside = |end: &Finite| (0.0..=100.0).contains(&end.get());
    if *scale == ScaleKind::Direct && !ends.iter().all(inside) {
        return Err(BadEntry::OffScale);
    }
    Ok(ScoreText::Range(ends))
}

/// The label that a text is, or the one that is the same number.
fn on_labels(text: &str, levels: &[ScalePoint]) -> Result<Entry, BadEntry> {
    let plain = plain_text(text);
    let number = |text: &str| {
        let written = Written::read(text).ok()?;
        let bare = written.currency.is_none() && written.magnitude.is_none();
        let bare = bare && !written.percent && written.tail.is_empty();
        written.number(0).filter(|_| bare)
    };
    let own = number(text);
    let is_label = |level: &&ScalePoint| plain_text(&level.label) == plain;
    let is_number = |level: &&ScalePoint| own.is_some() && number(&level.label) == own;
    let mut all = levels.iter();
    let found = all.find(is_label);
    let found = found.or_else(|| levels.iter().find(is_number));
    let labels = || levels.iter().map(|l| l.label.clone()).collect();
    found
        .map(|level| Entry::Label(level.label.clone()))
        .ok_or_else(|| BadEntry::NotALabel(labels()))
}

/// What a dash alone may be in a table of accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountingDash {
    /// Zero: there is a currency sign beside it.
    Zero,
    /// Zero in accounts, where it has spaces around it, and nothing at all elsewhere.
    Padded,
    /// A dash and nothing else.
    Bare,
}

/// What a text is that is a dash and nothing else, but for a currency sign and spaces; `None` for any other.
///
/// ```
/// use weighbridge_edit::{AccountingDash, accounting_dash};
/// assert_eq!(accounting_dash(" £ -   "), Some(AccountingDash::Zero));
/// assert_eq!(accounting_dash(" -   "), Some(AccountingDash::Padded));
/// assert_eq!(accounting_dash("-"), Some(AccountingDash::Bare));
/// assert_eq!(accounting_dash("-5"), None);
/// ```
pub fn accounting_dash(text: &str) -> Option<AccountingDash> {
    let plain = plain_text(text);
    let signed = plain.contains(is_currency);
    let rest = plain.replace(is_currency, "");
    if !matches!(rest.trim(), "-" | "–" | "—") {
        return None;
    }
    let padded = text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace);
    Some(match (signed, padded) {
        (true, _) => AccountingDash::Zero,
        (false, true) => AccountingDash::Padded,
        (false, false) => AccountingDash::Bare,
    })
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
