//! The performance matrix as a table of cells, for export.

use super::csv::{Field, file};
use super::lead::headline;
use super::names::undressed;
use super::subject::Subject;
use super::words::Named;
use weighbridge_analysis::{Cell, OptionIx, Total};
use weighbridge_edit::as_typed;
use weighbridge_model::ScaleKind;

/// The performance matrix: a heading, a row with the cumulative weights, and a row for each option
/// with its value on each criterion, its total, rank, and the range of an incomplete total.
///
/// Where values come from something else that was entered (an amount, a label), a column before
/// them has what was entered. Absences are words, so that a spreadsheet cannot add them up as 0.
pub fn matrix(on: Subject<'_>) -> Vec<Vec<Field>> {
    let leaves = on.appraisal.leaves();
    let entered: Vec<Option<&str>> = leaves
        .iter()
        .map(|leaf| match &leaf.scale.kind {
            ScaleKind::Direct => None,
            ScaleKind::Points(_) => Some("as entered"),
            ScaleKind::Measure(measure) if measure.unit.is_empty() => Some("as entered"),
            ScaleKind::Measure(measure) => Some(measure.unit.as_str()),
        })
        .collect();
    let mut heading = vec![Field::text("Option")];
    let mut weights = vec![Field::text("Weight")];
    for ((at, leaf), unit) in on.analysis.leaves.keys().zip(leaves).zip(&entered) {
        if let Some(unit) = unit {
            heading.push(Field::Text(format!("{} ({unit})", leaf.name)));
            weights.push(Field::text(""));
        }
        heading.push(Field::text(&leaf.name));
        let weight = on.analysis.leaf_node(at).cumulative;
        weights.push(weight.map_or_else(|| Field::text("no weight"), Field::Number));
    }
    let last = [
        "Total",
        "Rank",
        "Lowest possible total",
        "Highest possible total",
    ];
    heading.extend(last.map(Field::text));
    weights.extend(last.map(|_| Field::text("")));
    let mut rows = vec![heading, weights];
    for at in on.analysis.options.keys() {
        rows.push(option(on, at, &entered));
    }
    rows
}

/// The performance matrix as a CSV file, with the title, the notice and the finding under it.
pub fn matrix_file(on: Subject<'_>) -> String {
    let notes = [
        on.appraisal.frame.title.clone(),
        on.appraisal.frame.notice.clone(),
        format!("{}.", undressed(&headline(on))),
    ];
    file(&matrix(on), &notes)
}

fn option(on: Subject<'_>, at: OptionIx, entered: &[Option<&str>]) -> Vec<Field> {
    let result = &on.analysis.options[at];
    let mut row = vec![Field::Text(undressed(&on.option(at)))];
    for ((leaf, cell), unit) in on.analysis.values[at].iter_enumerated().zip(entered) {
        if unit.is_some() {
            let id = &on.analysis.leaf_node(leaf).id;
            let score = on.appraisal.voice.scores.get(&result.id, id);
            let text = score.map_or_else(String::new, |s| as_typed(&s.entry));
            // A label such as "4" is a number to a spreadsheet, as it is to a person.
            row.push(match text.parse::<f64>() {
                Ok(x) if x.is_finite() => Field::Number(x),
                _ => Field::Text(text),
            });
        }
        row.push(match cell {
            Cell::Value(v) => match on.value(at, leaf) {
                Some(_) => Field::Number(*v),
                None => Field::text("the same for all"),
            },
            Cell::Absent(absence) => Field::text(absence.words()),
            Cell::Unusable(_) => Field::text("not on the scale"),
        });
    }
    let rank = on.analysis.rank(at);
    row.extend(match &result.total {
        Total::Ranked { value, .. } => [
            Field::Number(*value),
            Field::text(rank.map_or_else(String::new, |(rank, _)| rank.to_string())),
            Field::text(""),
            Field::text(""),
        ],
        Total::Incomplete { low, high, .. } => [
            Field::text("no total"),
            Field::text(""),
            Field::Number(*low),
            Field::Number(*high),
        ],
        Total::Unweighted => [
            Field::text("no total"),
            Field::text(""),
            Field::text(""),
            Field::text(""),
        ],
    });
    row
}
