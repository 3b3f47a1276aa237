//! What other accepted methods make of the same values, as data.

use super::object::Object;
use super::values::count;
use crate::Subject;
use crate::methods::{disagreements, reversal_words};
use serde_json::Value;
use weighbridge_analysis::OptionIx;
use weighbridge_analysis::methods::{Approach, DecisionMatrix, compare, reversals};

/// Strengths, ranks and rank reversals by every other method, and the sentences.
pub(super) fn methods(on: Subject<'_>) -> Value {
    let table = &DecisionMatrix::new(on.analysis);
    let id = |option: OptionIx| on.analysis.options[option].id.as_str();
    let mut methods = Vec::new();
    for found in compare(table) {
        let mut to = Object::default();
        to.word("method", code(found.approach));
        let mut options = Vec::new();
        if let Some(strengths) = &found.strengths {
            let rows = strengths.iter().zip(&found.ranks);
            for (option, (strength, rank)) in table.options.iter().zip(rows) {
                let mut to = Object::default();
                to.word("option", id(*option));
                to.number("strength", *strength);
                to.put("rank", count(*rank));
                options.push(to.end());
            }
        }
        to.list("options", options);
        let mut turned = Vec::new();
        for one in reversals(found.approach, table).unwrap_or_default() {
            let mut to = Object::default();
            let key = if one.copied { "twin_of" } else { "without" };
            to.word(key, id(one.because_of));
            to.word("above", id(one.upper));
            to.word("then_below", id(one.lower));
            turned.push(to.end());
        }
        to.list("reversals", turned);
        methods.push(to.end());
    }
    let mut said = disagreements(on);
    said.extend(reversal_words(on));
    let mut to = Object::default();
    to.list("methods", methods);
    to.texts("findings", said.iter().map(ToString::to_string).collect());
    to.end()
}

fn code(approach: Approach) -> &'static str {
    match approach {
        Approach::Product => "weighted-product",
        Approach::TopsisVector => "topsis-vector",
        Approach::TopsisRange => "topsis-min-max",
        Approach::PrometheeUsual => "promethee-usual",
        Approach::PrometheeVShape => "promethee-v-shape",
        Approach::PrometheeLinear => "promethee-linear",
        Approach::Vikor => "vikor",
        Approach::Borda => "borda",
        Approach::Copeland => "copeland",
    }
}
