//! How far the scoring has come, ways to what is left, and the table for a spreadsheet.

use super::score_grid::ScoreGrid;
use crate::ui::components::copy_table::CopyTable;
use crate::ui::hooks::use_editor;
use std::rc::Rc;
use weighbridge_report::entries_table;
use weighbridge_state::CellPosition;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ProgressProps {
    pub table: Rc<ScoreGrid>,
    pub at: CellPosition,
    /// Goes to a cell.
    pub go: Callback<CellPosition>,
}

/// The line above the grid.
#[component]
pub fn Progress(props: &ProgressProps) -> Html {
    let editor = use_editor();
    let table = &props.table;
    let all = table
        .places()
        .filter(|(at, _)| !table.columns[at.column].excluded)
        .count();
    let scored = table.places().filter(|(_, cell)| cell.counts).count();
    let reasons = table
        .places()
        .filter(|(_, cell)| cell.counts && cell.reason)
        .count();
    let jump = |to: Option<CellPosition>, words: &'static str| {
        let onclick = to.map(|to| props.go.reform(move |_: MouseEvent| to));
        html! {
            if to.is_some() {
                <button class="link" type="button" {onclick}>{ words }</button>
            }
        }
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
            { jump(table.next(props.at, |at, cell| table.lacks_score(at, cell)), "Next without a score") }
            { jump(table.next(props.at, |_, cell| cell.counts && !cell.reason), "Next without a reason") }
            <CopyTable name="Scores" table={Callback::from(move |()| Some(entries_table(editor.document.appraisal())))} />
        </div>
    }
}
