//! What could not be entered, at the top of the page, each with a way to its cell.

use super::jump::jump;
use super::score_grid::{ScoreGrid, problem_id};
use weighbridge_report::shortened;
use weighbridge_state::CellPosition;
use yew::prelude::*;

/// The summary; nothing when all is well.
pub fn problems(table: &ScoreGrid, go: &Callback<CellPosition>) -> Html {
    let wrong: Vec<(CellPosition, AttrValue)> = table
        .places()
        .filter_map(|(at, cell)| cell.wrong.clone().map(|why| (at, why)))
        .collect();
    let item = |(at, why): &(CellPosition, AttrValue)| {
        let typed = table.cell(*at).map_or("", |cell| cell.typed.as_str());
        html! {
            <li key={problem_id(*at)} id={problem_id(*at)}>
                { jump(go, *at, table.label(*at)) }
                { format!(": “{}”. {why}", shortened(typed)) }
            </li>
        }
    };
    html! {
        <div class="problems">
            if !wrong.is_empty() {
                <section class="error-summary" aria-labelledby="problems">
                    <h2 id="problems">{ title(wrong.len()) }</h2>
                    <ul>{ for wrong.iter().map(item) }</ul>
                </section>
            }
        </div>
    }
}

fn title(wrong: usize) -> String {
    match wrong {
        1 => "One score was not entered".to_owned(),
        n => format!("{n} scores were not entered"),
    }
}
