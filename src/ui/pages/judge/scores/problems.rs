//! What could not be entered, at the top of the page, each with a way to its cell.

use super::score_grid::{ScoreGrid, problem_id};
use std::rc::Rc;
use weighbridge_report::shortened;
use weighbridge_state::CellPosition;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ProblemsProps {
    pub table: Rc<ScoreGrid>,
    /// Goes to a cell.
    pub go: Callback<CellPosition>,
}

/// The summary; nothing when all is well.
#[component]
pub fn Problems(props: &ProblemsProps) -> Html {
    let wrong: Vec<(CellPosition, AttrValue)> = props
        .table
        .places()
        .filter_map(|(at, cell)| cell.wrong.clone().map(|why| (at, why)))
        .collect();
    let item = |(at, why): &(CellPosition, AttrValue)| {
        let go = {
            let at = *at;
            props.go.reform(move |_: MouseEvent| at)
        };
        let typed = props.table.cell(*at).map_or("", |cell| cell.typed.as_str());
        html! {
            <li key={problem_id(*at)} id={problem_id(*at)}>
                <button class="link" type="button" onclick={go}>{ props.table.label(*at) }</button>
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
