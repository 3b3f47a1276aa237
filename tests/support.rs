//! Small appraisals for tests.

use serde_json::{Value, json};
use weighbridge_analysis::{Analysis, Ix, Line, OptionIx, Per, WeightLines, analyse, weight_lines};
use weighbridge_file as file;
use weighbridge_model::{Appraisal, CriterionId, OptionId};
use weighbridge_report::results_text;

/// An appraisal from the parts of a file.
pub fn appraisal(criteria: &Value, options: &[&str], scores: &Value) -> Appraisal {
    let options: Vec<Value> = options
        .iter()
        .map(|id| json!({"id": id, "name": id}))
        .collect();
    let file = json!({
        "format": "weighbridge", "version": 1, "title": "Test",
        "options": options, "criteria": criteria, "scores": scores,
    });
    open(&file)
}

/// An appraisal from the whole of a file.
pub fn open(file: &Value) -> Appraisal {
    file::open(file.to_string().as_bytes()).unwrap()
}

/// The results of an appraisal, as a program reads them.
pub fn results(appraisal: &Appraisal) -> Value {
    serde_json::from_str(&results_text(appraisal)).unwrap()
}

/// A flat appraisal: criteria `c0`, `c1`… with raw weights and one scale, and a row of scores for
/// each option.
pub fn flat(weights: &[f64], scale: &Value, options: &[(&str, Vec<Value>)]) -> Appraisal {
    let scales = vec![scale.clone(); weights.len()];
    flat_with(weights, &scales, options)
}

/// As [`flat`], with a scale for each criterion.
pub fn flat_with(weights: &[f64], scales: &[Value], options: &[(&str, Vec<Value>)]) -> Appraisal {
    let criteria: Vec<Value> = weights
        .iter()
        .zip(scales)
        .enumerate()
        .map(|(at, (weight, scale))| {
            let id = format!("c{at}");
            json!({"id": id, "name": id, "weight": weight, "scale": scale})
        })
        .collect();
    let scores: Value = options
        .iter()
        .map(|(id, row)| {
            let cells: Value = row
                .iter()
                .enumerate()
                .map(|(at, v)| (format!("c{at}"), v.clone()))
                .collect();
            ((*id).to_owned(), cells)
        })
        .collect();
    let ids: Vec<&str> = options.iter().map(|(id, _)| *id).collect();
    appraisal(&json!(criteria), &ids, &scores)
}

pub fn direct() -> Value {
    json!({"kind": "direct"})
}

/// A measure on a fixed scale.
pub fn measure(direction: &str, low: f64, high: f64) -> Value {
    json!({"kind": "measure", "direction": direction, "fixed": [low, high]})
}

/// Numbers as scores.
pub fn row(numbers: &[f64]) -> Vec<Value> {
    numbers.iter().map(|x| json!(x)).collect()
}

pub fn option(id: &str) -> OptionId {
    OptionId::new(id).unwrap()
}

pub fn criterion(id: &str) -> CriterionId {
    CriterionId::new(id).unwrap()
}

/// The total of an option; panics when it has none.
pub fn total(analysis: &Analysis, id: &str) -> f64 {
    let at = analysis.option(&option(id)).unwrap();
    analysis.options[at].total.value().unwrap()
}

/// The totals of all options, in order.
pub fn totals(appraisal: &Appraisal) -> Vec<f64> {
    let analysis = analyse(appraisal);
    analysis
        .options
        .iter()
        .map(|o| o.total.value().unwrap())
        .collect()
}

/// The place with so many before it.
pub fn nth<I: Ix, T>(table: &Per<I, T>, place: usize) -> I {
    table.ix(place).unwrap()
}

/// How many come before each of some places.
pub fn places<I: Ix>(all: &[I]) -> Vec<usize> {
    all.iter().map(|ix| ix.place()).collect()
}

/// The option with so many before it.
pub fn opt(analysis: &Analysis, place: usize) -> OptionIx {
    nth(&analysis.options, place)
}

/// The lines for one criterion.
pub fn lines(analysis: &Analysis, id: &str) -> WeightLines {
    weight_lines(analysis, analysis.node(&criterion(id)).unwrap()).unwrap()
}

/// The line of one option.
pub fn line_of(analysis: &Analysis, lines: &WeightLines, id: &str) -> Line {
    let at = analysis.option(&option(id)).unwrap();
    *lines.lines.iter().find(|l| l.option == at).unwrap()
}

/// The ids of options, by their places.
pub fn ids(analysis: &Analysis, options: &[OptionIx]) -> Vec<String> {
    options
        .iter()
        .map(|at| analysis.options[*at].id.to_string())
        .collect()
}

#[track_caller]
pub fn close(a: f64, b: f64, tolerance: f64) {
    assert!(
        (a - b).abs() <= tolerance,
        "{a} is not {b} within {tolerance}"
    );
}

#[track_caller]
pub fn all_close(a: &[f64], b: &[f64], tolerance: f64) {
    assert_eq!(a.len(), b.len(), "{a:?} and {b:?}");
    for (a, b) in a.iter().zip(b) {
        close(*a, *b, tolerance);
    }
}

/// A number rounded to some decimals, half away from zero, as a paper prints it.
pub fn printed(x: f64, decimals: usize) -> f64 {
    // The half of a decimal is often a hair below it in binary; a paper rounds it up.
    let nudged = x + x.signum() * 1e-9;
    format!("{nudged:.decimals$}").parse().unwrap()
}
