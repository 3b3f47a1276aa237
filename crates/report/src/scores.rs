//! Scores as a table, and scales in a few words.

use super::number::unrounded;
use weighbridge_chart::Table;
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

/// The scores as entered, as they are shown: a row for each appraised option. A missing score is blank, and the other
/// absences are words.
pub fn entries_table<'a>(on: impl Into<Perspective<'a>>) -> Table {
    let on = on.into();
    let leaves = on.leaves();
    let names = leaves.iter().map(|leaf| leaf.name.as_str());
    let headers: Vec<&str> = std::iter::once("Option").chain(names).collect();
    let mut table = Table::new("Scores as entered", &headers);
    for option in on.appraised() {
        table.start(&option.name);
        for leaf in &leaves {
            let score = on.voice.scores.get(&option.id, &leaf.id);
            match score.map(|score| &score.entry) {
                None => table.words(String::new(), None),
                Some(Entry::Number(x)) => table.words(unrounded(x.get()), Some(x.get())),
                Some(entry) => table.words(as_typed(entry), None),
            }
        }
    }
    table
}
