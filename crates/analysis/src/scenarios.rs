//! What follows in each scenario, side by side, and what choosing wrongly would cost.

#![expect(
    clippy::indexing_slicing,
    reason = "a column is counted from things as they stand, and there is one in every table for each of the outlooks"
)]

use super::{Analysis, OptionIx, TIE, analyse};
use weighbridge_model::{Appraisal, Voice};

/// An appraisal as it stands and in each of its scenarios.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlooks {
    /// Whose weights and scores each of the analyses is of: the agreed voice first, then that voice with what
    /// differs in each scenario.
    pub voices: Vec<Voice>,
    /// As things stand first, then each scenario in its order. All have the same options and
    /// criteria in the same places.
    pub analyses: Vec<Analysis>,
    /// What it would cost to have chosen each option.
    pub regret: Regret,
}

/// How far each option stays behind the best of its scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Regret {
    /// The options with a total in every scenario, by their place in the analyses.
    pub options: Vec<OptionIx>,
    /// The others, which are left out.
    pub left_out: Vec<OptionIx>,
    /// Those left out that lead alone somewhere, each with the columns where it does: nothing that
    /// is said of regret speaks of them.
    pub first_left_out: Vec<(OptionIx, Vec<usize>)>,
    /// In points of 100, 0 or more: a row for each of the options, a column for things as they stand
    /// and each scenario.
    pub table: Vec<Vec<f64>>,
    /// The greatest of each row.
    pub greatest: Vec<f64>,
    /// The options whose greatest regret is smallest, by their place in the analyses.
    pub least: Vec<OptionIx>,
}

/// Works out every scenario, as the agreed voice with what differs in it, and the regret of each option: the best total of the scenario, among
/// the options that are compared, less its own; the option whose greatest regret is smallest is the
/// minimax-regret choice (Savage 1951). Things as they stand count as a scenario.
///
/// ```
/// use weighbridge_analysis as analysis;
/// use weighbridge_file as file;
/// let text = r#"{"format": "weighbridge", "version": 1, "title": "Office",
///   "options": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
///   "criteria": [{"id": "x", "name": "X", "weight": 1}, {"id": "y", "name": "Y", "weight": 1}],
///   "scores": {"a": {"x": 80, "y": 40}, "b": {"x": 40, "y": 60}},
///   "scenarios": [{"id": "slump", "name": "Slump", "weights": {"y": 3}}]}"#;
/// let found = analysis::outlooks(&file::open(text.as_bytes()).unwrap());
/// assert_eq!(found.regret.table, [[0.0, 5.0], [10.0, 0.0]], "60 and 50 now; 50 and 55 in a slump");
/// assert_eq!(found.regret.least, [0]);
/// ```
pub fn outlooks(on: &Appraisal) -> Outlooks {
    let scenarios = on.judgements.scenarios.iter();
    let scenarios = scenarios.map(|scenario| on.agreed().with(&scenario.voice));
    let voices: Vec<Voice> = std::iter::once(on.agreed().clone())
        .chain(scenarios)
        .collect();
    let each = voices.iter().map(|voice| analyse(on.said_by(voice)));
    let analyses: Vec<Analysis> = each.collect();
    let mut regret = Regret::default();
    for option in analyses[0].options.keys() {
        let mut totals = Vec::new();
        for analysis in &analyses {
            totals.extend(analysis.options[option].total.value());
        }
        if totals.len() == analyses.len() {
            regret.options.push(option);
            regret.table.push(totals);
        } else {
            regret.left_out.push(option);
            let first = |column: &usize| analyses[*column].lead.leaders == [option];
            let columns: Vec<usize> = (0..analyses.len()).filter(first).collect();
            if !columns.is_empty() {
                regret.first_left_out.push((option, columns));
            }
        }
    }
    for column in 0..analyses.len() {
        let all = regret.table.iter().map(|row| row[column]);
        let best = all.fold(f64::NEG_INFINITY, f64::max);
        for row in &mut regret.table {
            row[column] = best - row[column];
        }
    }
    let greatest = |row: &Vec<f64>| row.iter().copied().fold(0.0, f64::max);
    regret.greatest = regret.table.iter().map(greatest).collect();
    let least = regret
        .greatest
        .iter()
        .copied()
        .fold(f64::INFINITY, f64::min);
    for (option, greatest) in regret.options.iter().zip(&regret.greatest) {
        if *greatest <= least + TIE {
            regret.least.push(*option);
        }
    }
    Outlooks {
        voices,
        analyses,
        regret,
    }
}
