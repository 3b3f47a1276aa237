//! What other accepted methods make of the same values, as data.

use super::{each, id, number, object, word};
use crate::analysis::methods::{Approach, Ranked, Table, compare, reversals};
use crate::json::Json;
use crate::report::Subject;
use crate::report::methods::{disagreements, reversal_words};

/// Strengths, ranks and rank reversals by every other method, and the sentences.
pub(super) fn methods(on: Subject<'_>) -> Json {
    let table = &Table::new(on.analysis);
    let option = |row: usize| id(on.analysis, table.options[row]);
    let one = |found: &Ranked| {
        let strengths = found.strengths.iter().flatten().zip(&found.ranks);
        let rows = strengths.enumerate().map(|(row, (strength, rank))| {
            object(vec![
                ("option", option(row)),
                ("strength", number(*strength)),
                ("rank", super::count(*rank)),
            ])
        });
        let turned = reversals(found.approach, table).unwrap_or_default();
        object(vec![
            ("method", word(code(found.approach))),
            ("options", Json::List(rows.collect())),
            (
                "reversals",
                each(&turned, |one| {
                    object(vec![
                        (
                            if one.copied { "twin_of" } else { "without" },
                            option(one.because_of),
                        ),
                        ("above", option(one.upper)),
                        ("then_below", option(one.lower)),
                    ])
                }),
            ),
        ])
    };
    let said = disagreements(on).into_iter().chain(reversal_words(on));
    object(vec![
        ("methods", each(&compare(table), one)),
        ("findings", each(said, |text| Json::Text(text.to_string()))),
    ])
}

fn code(approach: Approach) -> &'static str {
    match approach {
        Approach::Product => "weighted-product",
        Approach::TopsisVector => "topsis-vector",
        Approach::TopsisRange => "topsis-min-max",
        Approach::PrometheeUsual => "promethee-usual",
        Approach::PrometheeLinear => "promethee-linear",
        Approach::Vikor => "vikor",
        Approach::Borda => "borda",
        Approach::Copeland => "copeland",
    }
}
