//! What could not be entered, at the top of the page, each with a way to its cell.

use super::score_grid::{ScoreGrid, problem_id};
use std::rc::Rc;
use weighbridge_edit::LeftOut;
use weighbridge_report::words::left_out_of_block;
use weighbridge_state::CellPosition;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ProblemsProps {
    pub table: Rc<ScoreGrid>,
    /// What a pasted block held that had no place.
    pub left_out: LeftOut,
    /// Goes to a cell.
    pub go: Callback<CellPosition>,
    /// The note on what was left out has been read.
    pub dismiss: Callback<()>,
}

/// The summary; nothing when all is well.
#[component]
pub fn Problems(props: &ProblemsProps) -> Html {
    let wrong: Vec<(CellPosition, AttrValue)> = props
        .table
        .places()
        .filter_map(|(at, cell)| cell.wrong.clone().map(|why| (at, why)))
        .collect();
    let left_out = left_out_of_block(props.left_out);
    let dismiss = props.dismiss.reform(|_: MouseEvent| ());
    let item = |(at, why): &(CellPosition, AttrValue)| {
        let go = {
            let at = *at;
            props.go.reform(move |_: MouseEvent| at)
        };
        let typed = props.table.cell(*at).map_or("", |cell| cell.typed.as_str());
        html! {
            <li key={problem_id(*at)} id={problem_id(*at)}>
                <button class="link" type="button" onclick={go}>{ props.table.label(*at) }</button>
                { format!(": “{}”. {why}", brief(typed)) }
            </li>
        }
    };
    html! {
        <div class="problems">
            if !wrong.is_empty() || left_out.is_some() {
                <section class="error-summary" aria-labelledby="problems">
                    <h2 id="problems">{ title(wrong.len()) }</h2>
                    if let Some(words) = &left_out {
                        <p>
                            { words }{ " " }
                            <button class="link" type="button" onclick={dismiss}>{ "Dismiss" }</button>
                        </p>
                    }
                    <ul>{ for wrong.iter().map(item) }</ul>
                </section>
            }
        </div>
    }
}

fn title(wrong: usize) -> String {
    match wrong {
        0 => "Not everything was pasted".to_owned(),
        1 => "One score was not entered".to_owned(),
        n => format!("{n} scores were not entered"),
    }
}

/// The beginning of a text that may be very long.
fn brief(text: &str) -> String {
    const MOST: usize = 40;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
