//! Scores that stand beside criteria, in columns of options.

use super::cells::Cells;
use super::ends::amount_of;
use super::heading::without_brackets;
use crate::{BadEntry, parse_entry};
use weighbridge_model::{Entry, ScaleKind};

/// Whether the texts of a row of scores are amounts of something rather than values from 0 to 100; and the unit that they
/// share, where they have one.
pub(super) fn are_amounts<'a>(texts: impl Iterator<Item = &'a str>) -> Option<String> {
    let all: Vec<_> = texts
        .filter(|text| !text.is_empty())
        .map(|text| amount_of(text, ""))
        .collect();
    let read: Vec<_> = all.iter().flatten().collect();
    let unit = read.first().map(|(_, unit)| unit.clone())?;
    let shared = read.iter().all(|(_, other)| *other == unit);
    let beyond = read
        .iter()
        .any(|(amount, _)| !(0.0..=100.0).contains(&amount.get()));
    (shared && (beyond || !unit.is_empty())).then_some(unit)
}

/// A name with a unit in brackets behind it: `Cost (£m)`.
pub(super) fn name_and_unit(text: &str) -> (String, String) {
    let bracket = text
        .rsplit_once('(')
        .and_then(|(name, rest)| Some((name, rest.trim().strip_suffix(')')?)));
    match bracket {
        Some((name, unit)) if is_unit(unit) && !name.trim().is_empty() => (
            without_brackets(name).trim().to_owned(),
            unit.trim().to_owned(),
        ),
        _ => (text.trim().to_owned(), String::new()),
    }
}

const UNITS: [&str; 26] = [
    "weeks", "months", "years", "days", "hours", "minutes", "miles", "km", "metres", "fte", "ftes",
    "posts", "people", "tonnes", "jobs", "visits", "staff", "homes", "week", "month", "year",
    "hectares", "places", "sites", "number", "m",
];

fn is_unit(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    let first = lower.split_whitespace().next().unwrap_or_default();
    lower.starts_with(['£', '$', '€', '%']) || UNITS.contains(&first)
}

/// Reads a score; an amount may have the unit of its scale behind it.
pub(super) fn score(text: &str, kind: &ScaleKind) -> Result<Entry, BadEntry> {
    let read = parse_entry(text, kind);
    if let (Err(_), ScaleKind::Measure(measure)) = (&read, kind)
        && let Some((amount, unit)) = amount_of(text, "")
        && unit == measure.unit
    {
        return Ok(Entry::Number(amount));
    }
    read
}

/// The texts of some columns in a row.
pub(super) fn texts<'a>(
    cells: &'a Cells,
    row: usize,
    columns: &'a [usize],
) -> impl Iterator<Item = &'a str> {
    columns.iter().map(move |column| cells.text(row, *column))
}
