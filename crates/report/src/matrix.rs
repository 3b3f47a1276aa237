//! The performance matrix as a table: unrounded for export, and as it is shown.

use super::csv::{Field, file};
use super::lead::headline;
use super::names::undressed;
use super::paper::provenance;
use super::pictures::total_words;
use super::shares::{Shares, value_column};
use super::subject::Subject;
use super::words::Named;
use crate::column::Column;
use weighbridge_analysis::{Cell, LeafIx, OptionIx, Total};
use weighbridge_chart::Table;
use weighbridge_edit::as_typed;
use weighbridge_model::{Criterion, ReferencePoint, ScaleKind, Score};

/// The columns that a criterion has.
struct Columns<'a> {
    leaf: &'a Criterion,
    at: LeafIx,
    /// What stands in brackets in the heading of what was entered, where values come from something else.
    entered: Option<&'a str>,
    /// Whether anybody gave a reason for its weight or a score.
    reason: bool,
    /// Whether any score has a source.
    source: bool,
    /// Whether anybody said how sure a score is.
    confidence: bool,
}

/// What stands in the columns of one criterion.
struct Cells {
    entered: Field,
    value: Field,
    reason: String,
    source: String,
    confidence: &'static str,
}

impl Columns<'_> {
    fn push(&self, cells: Cells, row: &mut Vec<Field>) {
        row.extend(self.entered.map(|_| cells.entered));
        row.push(cells.value);
        row.extend(self.reason.then_some(Field::Text(cells.reason)));
        row.extend(self.source.then_some(Field::Text(cells.source)));
        row.extend(self.confidence.then_some(Field::text(cells.confidence)));
    }

    fn heading(&self, row: &mut Vec<Field>) {
        let name = &self.leaf.name;
        let of = |what: &str| Field::Text(format!("{name}: {what}"));
        row.extend(
            self.entered
                .map(|unit| Field::Text(format!("{name} ({unit})"))),
        );
        row.push(Field::text(name));
        row.extend(self.reason.then(|| of("reason")));
        row.extend(self.source.then(|| of("source")));
        row.extend(self.confidence.then(|| of("confidence")));
    }
}

fn columns<'a>(on: Subject<'a>) -> Vec<Columns<'a>> {
    let leaves = on.appraisal.leaves().into_iter();
    let column = |(at, leaf): (LeafIx, &'a Criterion)| {
        let voice = on.appraisal.voice;
        let scores = || {
            let all = on.appraisal.appraised();
            all.filter_map(|option| voice.scores.get(&option.id, &leaf.id))
        };
        Columns {
            leaf,
            at,
            entered: match &leaf.scale.kind {
                ScaleKind::Direct => None,
                ScaleKind::Points(_) => Some("as entered"),
                ScaleKind::Measure(measure) if measure.unit.is_empty() => Some("as entered"),
                ScaleKind::Measure(measure) => Some(measure.unit.as_str()),
            },
            reason: said(voice.weights.reason(&leaf.id)) || scores().any(|s| said(&s.reason)),
            source: scores().any(|s| said(&s.source)),
            confidence: scores().any(|s| s.confidence.is_some()),
        }
    };
    on.analysis.leaves.keys().zip(leaves).map(column).collect()
}

fn said(words: &str) -> bool {
    !words.trim().is_empty()
}

/// The performance matrix: a heading, a row with the cumulative weights, two with the ends of the scales, and a row for
/// each option with its value on each criterion, its total, rank, and the range of an incomplete total.
///
/// Where values come from something else that was entered (an amount, a label), a column before them has what was
/// entered; where anybody gave reasons, sources or how sure they are, columns behind them have those, and the reason of
/// the weight stands in its row. The rows of the ends have what 0 and 100 mean, and the amount or label there. Absences
/// are words, so that a spreadsheet cannot add them up as 0.
pub fn matrix(on: Subject<'_>) -> Vec<Vec<Field>> {
    let columns = columns(on);
    let blank = || Field::text("");
    let mut heading = vec![Field::text("Option")];
    let mut weights = vec![Field::text("Weight")];
    let mut worst = vec![Field::text("Worst (0)")];
    let mut best = vec![Field::text("Best (100)")];
    for column in &columns {
        column.heading(&mut heading);
        let weight = on.analysis.leaf_node(column.at).cumulative;
        let cells = Cells {
            entered: blank(),
            value: weight.map_or_else(|| Field::text("no weight"), Field::Number),
            reason: on
                .appraisal
                .voice
                .weights
                .reason(&column.leaf.id)
                .to_owned(),
            source: String::new(),
            confidence: "",
        };
        column.push(cells, &mut weights);
        let points = on.analysis.ends(on.appraisal, &column.leaf.id);
        column.push(end(&points.worst, column.leaf.anchor(0.0)), &mut worst);
        column.push(end(&points.best, column.leaf.anchor(100.0)), &mut best);
    }
    let last = [
        "Total",
        "Rank",
        "Lowest possible total",
        "Highest possible total",
    ];
    heading.extend(last.map(Field::text));
    for row in [&mut weights, &mut worst, &mut best] {
        row.extend(last.map(|_| blank()));
    }
    let mut rows = vec![heading, weights, worst, best];
    for at in on.analysis.options.keys() {
        rows.push(option(on, at, &columns));
    }
    rows
}

/// An end of a scale: the amount or the label there, and what it means.
fn end(point: &ReferencePoint, anchor: &str) -> Cells {
    let (entered, words) = match point {
        ReferencePoint::Unsaid => (Field::text(""), anchor),
        ReferencePoint::Words(words) => (Field::text(""), words.as_str()),
        ReferencePoint::Label { label, words } if words.is_empty() => (entry(label), anchor),
        ReferencePoint::Label { label, words } => (entry(label), words.as_str()),
        ReferencePoint::Amount { at, .. } => (Field::Number(at.get()), anchor),
    };
    Cells {
        entered,
        value: Field::text(if said(words) { words } else { "not described" }),
        reason: String::new(),
        source: String::new(),
        confidence: "",
    }
}

/// What was entered. A label such as "4" is a number to a spreadsheet, as it is to a person.
fn entry(text: &str) -> Field {
    match text.parse::<f64>() {
        Ok(x) if x.is_finite() => Field::Number(x),
        _ => Field::text(text),
    }
}

/// The performance matrix as it is shown: a row with the weights, then the options in the order of their ranks, with
/// their values and totals as they are printed. For the clipboard and for paper.
pub fn values_table(on: Subject<'_>) -> Table {
    let leaves: Vec<LeafIx> = on.analysis.leaves.keys().collect();
    let names: Vec<String> = leaves
        .iter()
        .map(|leaf| on.leaf(*leaf).into_owned())
        .collect();
    let inside = names.iter().map(String::as_str);
    let headers: Vec<&str> = std::iter::once("Option")
        .chain(inside)
        .chain(std::iter::once("Total"))
        .collect();
    let mut table = Table::new(
        "Value of each option on each criterion, from 0 to 100",
        &headers,
    );
    let shares = Shares::of(on.analysis);
    table.start("Weight");
    for leaf in &leaves {
        let node = on.analysis.leaves[*leaf];
        match shares.whole(node) {
            _ if on.analysis.leaf_node(*leaf).excluded => table.words("left out".to_owned(), None),
            Some(share) => table.words(share.to_owned(), on.analysis.leaf_node(*leaf).cumulative),
            None => table.words("no weight".to_owned(), None),
        }
    }
    table.words(String::new(), None);
    let values: Vec<Column> = leaves.iter().map(|leaf| value_column(on, *leaf)).collect();
    for option in on.analysis.in_rank_order() {
        table.start(&on.option(option));
        for ((leaf, cell), column) in on.analysis.values[option].iter_enumerated().zip(&values) {
            match (cell, on.value(option, leaf)) {
                (Cell::Value(_), Some(value)) => table.words(column.number(value), Some(value)),
                (Cell::Value(_), None) => table.words("same for all".to_owned(), None),
                (Cell::Absent(absence), _) => table.words(absence.words().to_owned(), None),
                (Cell::Unusable(_), _) => table.words("not on the scale".to_owned(), None),
            }
        }
        let total = &on.analysis.options[option].total;
        table.words(total_words(total), total.value());
    }
    table
}

/// The performance matrix as a CSV file, with the title, how far to trust it and the finding under it.
pub fn matrix_file(on: Subject<'_>) -> String {
    let mut notes = provenance(on.appraisal.frame);
    notes.push(format!("{}.", undressed(&headline(on))));
    file(&matrix(on), &notes)
}

fn option(on: Subject<'_>, at: OptionIx, columns: &[Columns<'_>]) -> Vec<Field> {
    let result = &on.analysis.options[at];
    let mut row = vec![Field::Text(undressed(&on.option(at)))];
    for ((leaf, cell), column) in on.analysis.values[at].iter_enumerated().zip(columns) {
        let score = on.appraisal.voice.scores.get(&result.id, &column.leaf.id);
        let text =
            |part: fn(&Score) -> &String| score.map_or_else(String::new, |s| part(s).clone());
        let cells = Cells {
            entered: entry(&score.map_or_else(String::new, |s| as_typed(&s.entry))),
            value: match cell {
                Cell::Value(v) => match on.value(at, leaf) {
                    Some(_) => Field::Number(*v),
                    None => Field::text("the same for all"),
                },
                Cell::Absent(absence) => Field::text(absence.words()),
                Cell::Unusable(_) => Field::text("not on the scale"),
            },
            reason: text(|s| &s.reason),
            source: text(|s| &s.source),
            confidence: score.and_then(|s| s.confidence).map_or("", Named::words),
        };
        column.push(cells, &mut row);
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
