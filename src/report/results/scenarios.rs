//! What comes of each scenario, as data.

use super::{each, id, ids, number, object, verdict, word};
use crate::analysis::outlooks;
use crate::json::Json;
use crate::model::Appraisal;
use crate::report::scenarios::scenario_findings;

/// Verdict, totals and ranks in each scenario, the regret of each option, and the sentences. Things
/// as they stand are the first column of regret.
pub(super) fn scenarios(on: &Appraisal) -> Json {
    let found = &outlooks(on);
    let analysis = &found.analyses[0];
    let scenarios = on.scenarios.iter().zip(&found.analyses[1..]);
    let list = each(scenarios, |(scenario, then)| {
        let options = each(&then.options, |option| {
            let mut to = vec![("id", word(option.id.as_str()))];
            if let (Some(value), Some(rank)) = (option.total.value(), option.total.rank()) {
                to.push(("value", number(value)));
                to.push(("rank", super::count(rank)));
            }
            object(to)
        });
        object(vec![
            ("id", word(scenario.id.as_str())),
            ("name", word(&scenario.name)),
            ("verdict", verdict(then, on.margin.get())),
            ("options", options),
        ])
    });
    let regret = &found.regret;
    let rows = regret
        .options
        .iter()
        .zip(&regret.table)
        .zip(&regret.greatest);
    let rows = each(rows, |((option, row), greatest)| {
        object(vec![
            ("option", id(analysis, *option)),
            ("regret", each(row, |x| number(*x))),
            ("greatest", number(*greatest)),
        ])
    });
    object(vec![
        ("scenarios", list),
        ("regret", rows),
        ("least_regret", ids(analysis, &regret.least)),
        ("left_out", ids(analysis, &regret.left_out)),
        ("findings", each(scenario_findings(on, found), Json::Text)),
    ])
}
