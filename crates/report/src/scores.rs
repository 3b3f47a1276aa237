//! Scores as a table, and scales in a few words.

use super::csv::Field;
use weighbridge_edit::as_typed;
use weighbridge_model::{Direction, Entry, Measure, Perspective, ScaleKind};

/// A scale in a few words, for tight places: `0–100`, `1–5`, `poor to good`, `weeks, less is better`.
///
/// ```
/// use weighbridge_model::{Direction, Measure, Range, ScaleKind};
/// use weighbridge_report::scale_words;
/// let weeks = Measure { unit: "weeks".into(), direction: Direction::Lower, range: Range::Local, breakpoints: vec![] };
/// assert_eq!(scale_words(&ScaleKind::Measure(weeks)), "weeks, less is better");
/// assert_eq!(scale_words(&ScaleKind::Direct), "0–100");
/// ```
pub fn scale_words(scale: &ScaleKind) -> String {
    match scale {
        ScaleKind::Direct => "0–100".to_owned(),
        ScaleKind::Points(levels) => match (levels.first(), levels.last()) {
            (Some(first), Some(last)) => {
                let number = |text: &str| text.parse::<f64>().is_ok();
                let join = if number(&first.label) && number(&last.label) {
                    "–"
                } else {
                    " to "
                };
                format!("{}{join}{}", first.label, last.label)
            }
            _ => "no points yet".to_owned(),
        },
        ScaleKind::Measure(measure) => {
            let better = better_words(measure);
            match measure.unit.trim() {
                "" => better.to_owned(),
                unit => format!("{unit}, {better}"),
            }
        }
    }
}

/// Which amounts are better: `more is better`, or that the value does not always rise with them.
pub fn better_words(measure: &Measure) -> &'static str {
    match measure.direction {
        _ if !measure.only_rises() => "the value rises and falls",
        Direction::Higher => "more is better",
        Direction::Lower => "less is better",
    }
}

/// The scores as entered: a heading, then a row for each appraised option. A missing score is
/// blank, and the other absences are words.
pub fn scores<'a>(on: impl Into<Perspective<'a>>) -> Vec<Vec<Field>> {
    let on = on.into();
    let leaves = on.leaves();
    let mut heading = vec![Field::text("Option")];
    heading.extend(leaves.iter().map(|leaf| Field::text(&leaf.name)));
    let mut rows = vec![heading];
    for option in on.appraised() {
        let mut row = vec![Field::text(&option.name)];
        row.extend(leaves.iter().map(|leaf| {
            match on
                .voice
                .scores
                .get(&option.id, &leaf.id)
                .map(|score| &score.entry)
            {
                None => Field::text(""),
                Some(Entry::Number(x)) => Field::Number(x.get()),
                Some(entry) => Field::Text(as_typed(entry)),
            }
        }));
        rows.push(row);
    }
    rows
}
