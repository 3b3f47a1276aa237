//! What comes of each scenario, as data.

#![expect(
    clippy::indexing_slicing,
    reason = "a column is counted from things as they stand, and there is one in every table for each of the outlooks"
)]

use super::object::Object;
use super::values::{count, ids, verdict};
use crate::scenarios::scenario_findings;
use serde_json::Value;
use weighbridge_analysis::outlooks;
use weighbridge_model::Appraisal;

/// Verdict, totals and ranks in each scenario, the regret of each option, and the sentences. Things
/// as they stand are the first column of regret.
pub(super) fn scenarios(on: &Appraisal) -> Value {
    let found = &outlooks(on);
    let analysis = &found.analyses[0];
    let mut whole = Object::default();
    let mut list = Vec::new();
    for (scenario, then) in on.judgements.scenarios.iter().zip(&found.analyses[1..]) {
        let mut options = Vec::new();
        for (at, option) in then.options.iter_enumerated() {
            let mut to = Object::default();
            to.word("id", option.id.as_str());
            if let Some(value) = option.total.value() {
                to.number("value", value);
            }
            if let Some((rank, _)) = then.rank(at) {
                to.put("rank", count(rank));
            }
            options.push(to.end());
        }
        let mut to = Object::default();
        to.word("id", scenario.id.as_str());
        to.word("name", &scenario.name);
        to.put("verdict", verdict(then, on.frame.margin.get()));
        to.put("lead", super::lead::lead(then));
        to.list("options", options);
        list.push(to.end());
    }
    whole.list("scenarios", list);
    let regret = &found.regret;
    let mut list = Vec::new();
    for (at, option) in regret.options.iter().enumerate() {
        let mut to = Object::default();
        to.word("option", analysis.options[*option].id.as_str());
        to.numbers("regret", &regret.table[at]);
        to.number("greatest", regret.greatest[at]);
        list.push(to.end());
    }
    whole.list("regret", list);
    whole.put("least_regret", ids(analysis, &regret.least));
    whole.put("left_out", ids(analysis, &regret.left_out));
    let mut list = Vec::new();
    for (option, columns) in &regret.first_left_out {
        let mut to = Object::default();
        to.word("option", analysis.options[*option].id.as_str());
        to.put("first_now", Value::Bool(columns.contains(&0)));
        let scenarios = columns.iter().filter_map(|column| column.checked_sub(1));
        let id = |at: usize| Value::from(on.judgements.scenarios[at].id.as_str());
        to.list("first_in", scenarios.map(id).collect());
        list.push(to.end());
    }
    whole.list("first_left_out", list);
    whole.texts("findings", scenario_findings(on, found));
    whole.end()
}
