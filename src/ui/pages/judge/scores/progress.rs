//! How far the scoring has come, ways to what is left, and the table for a spreadsheet.

use super::jump::jump;
use super::score_grid::{Cell, ScoreGrid};
use crate::ui::components::copy_table::CopyTable;
use crate::ui::hooks::Editor;
use weighbridge_report::entries_table;
use weighbridge_state::CellPosition;
use yew::prelude::*;

/// The line above the grid.
pub fn progress(
    editor: &Editor,
    table: &ScoreGrid,
    at: CellPosition,
    go: &Callback<CellPosition>,
) -> Html {
    let all = table
        .places()
        .filter(|(at, _)| !table.columns[at.column].excluded)
        .count();
    let scored = table.places().filter(|(_, cell)| cell.counts).count();
    let reasons = table
        .places()
        .filter(|(_, cell)| cell.counts && cell.reason)
        .count();
    let next = |words: &'static str, wanted: &dyn Fn(CellPosition, &Cell) -> bool| {
        let to = table.next(at, wanted);
        to.map_or_else(Html::default, |to| jump(go, to, words))
    };
    let copy = {
        let document = editor.document.clone();
        Callback::from(move |()| Some(entries_table(document.appraisal())))
    };
    html! {
        <div class="scores-progress">
            <p>
                <strong>{ format!("{scored} of {all} scored") }</strong>
                { format!("; {reasons} with a reason ") }
                if reasons > 0 {
                    <span class="corner" aria-hidden="true"></span>
                }
            </p>
            { next("Next without a score", &|at, cell| table.lacks_score(at, cell)) }
            { next("Next without a reason", &|_, cell| cell.counts && !cell.reason) }
            <CopyTable name="Scores" table={copy} />
        </div>
    }
}
