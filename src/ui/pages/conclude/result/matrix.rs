//! The performance matrix: one tab stop, arrows move, Enter opens what is behind a number.

use crate::browser::cells;
use crate::ui::components::copy_table::CopyTable;
use crate::ui::components::grid::moved;
use crate::ui::components::paper::{on_paper, use_printing};
use crate::ui::components::sideways::use_sideways;
use crate::ui::hooks::use_editor;
use weighbridge_analysis::{Cell, LeafIx, OptionIx};
use weighbridge_model::Absence;
use weighbridge_report::{
    Explanation, Shares, explain_total, explain_value, explain_weight, total_words, value_column,
    values_table,
};
use weighbridge_report::{
    column::Column,
    words::{Named, off_scale},
};
use weighbridge_state::CellPosition;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct MatrixProps {
    /// Opens an explanation.
    pub explain: Callback<Explanation>,
}

/// The table.
#[component]
pub fn Matrix(props: &MatrixProps) -> Html {
    let (editor, printing) = (use_editor(), use_printing());
    let sideways = use_sideways();
    let subject = editor.document.subject();
    let analysis = subject.analysis;
    let leaves = &analysis.leaves;
    let order = analysis.in_rank_order();
    let size = CellPosition {
        row: order.len() + 1,
        column: leaves.len() + 1,
    };
    let place = use_state(|| CellPosition { row: 1, column: 0 });
    let at = place.within(size);
    let open = {
        let (document, explain) = (editor.document.clone(), props.explain.clone());
        let order = order.clone();
        move |to: CellPosition| {
            let subject = document.subject();
            let leaf = subject.analysis.leaves.ix(to.column);
            let what = match (to.row.checked_sub(1).and_then(|row| order.get(row)), leaf) {
                (Some(option), None) => explain_total(subject, *option),
                (Some(option), Some(leaf)) => explain_value(subject, *option, leaf),
                (None, Some(leaf)) => explain_weight(subject, subject.analysis.leaves[leaf]),
                (None, None) => return,
            };
            explain.emit(what);
        }
    };
    let onkeydown = {
        let (place, open) = (place.clone(), open.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" || event.key() == " " {
                event.prevent_default();
                open(at);
            } else if let Some(to) = moved(&event, at, size) {
                event.prevent_default();
                place.set(to);
                crate::browser::element::focus(&cell_id(to));
            }
        })
    };
    let onclick = {
        let place = place.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some((row, column)) = cells::place(&event) {
                let to = CellPosition { row, column };
                place.set(to);
                open(to);
            }
        })
    };
    let tab = |to: CellPosition| if to == at { "0" } else { "-1" };
    let shares = Shares::of(analysis);
    let columns = leaves.map(|leaf, _| value_column(subject, leaf));
    let weight = |leaf: LeafIx| {
        let column = usize::from(leaf);
        let to = CellPosition { row: 0, column };
        let node = analysis.leaf_node(leaf);
        let share = match node.excluded {
            true => "left out".to_owned(),
            _ => shares
                .whole(analysis.leaves[leaf])
                .unwrap_or("–")
                .to_owned(),
        };
        html! {
            <th key={column} scope="col" id={cell_id(to)} tabindex={tab(to)} data-row={to.row.to_string()} data-column={to.column.to_string()} class="openable">
                { subject.leaf_short(leaf) }<br />{ share }
            </th>
        }
    };
    let row = |(row, option): (usize, &OptionIx)| {
        let row = row + 1;
        let result = &analysis.options[*option];
        html! {
            <tr key={result.id.as_str().to_owned()}>
                <th scope="row">{ subject.option(*option).into_owned() }</th>
                { for analysis.values[*option].iter_enumerated().map(|(leaf, value)| {
                    let column = usize::from(leaf);
                    let to = CellPosition { row, column };
                    let (class, words) = match subject.value(*option, leaf) {
                        None if value.value().is_some() => absent("–", "no value: the same for all".to_owned()),
                        _ => cell(value, columns[leaf]),
                    };
                    html! { <td key={column} id={cell_id(to)} {class} tabindex={tab(to)} data-row={to.row.to_string()} data-column={to.column.to_string()}>{ words }</td> }
                }) }
                { {
                    let to = CellPosition { row, column: leaves.len() };
                    html! { <td key="total" id={cell_id(to)} class="total" tabindex={tab(to)} data-row={to.row.to_string()} data-column={to.column.to_string()}>{ total_words(&result.total) }</td> }
                } }
            </tr>
        }
    };
    let table = html! {
            <table class="matrix" role="grid" aria-label="Value of each option on each criterion" {onkeydown} {onclick}>
                <thead><tr>
                    <th scope="col">{ "Option" }</th>
                    { for leaves.keys().map(weight) }
                    <th scope="col">{ "Total" }</th>
                </tr></thead>
                <tbody>{ for order.iter().enumerate().map(row) }</tbody>
            </table>
    };
    let copy = {
        let document = editor.document.clone();
        Callback::from(move |()| Some(values_table(document.subject())))
    };
    html! {
        <>
            if printing { { on_paper(&values_table(subject), Some("Criterion")) } }
            <div class="screen">{ sideways.around("scroll", table) }</div>
            <p class="tools"><CopyTable name="Value of each option on each criterion" table={copy} /></p>
        </>
    }
}

fn cell_id(place: CellPosition) -> String {
    format!("cell-{}-{}", place.row, place.column)
}

/// The class that shades a cell, and its words.
fn cell(cell: &Cell, column: Column) -> (String, Html) {
    match cell {
        Cell::Value(value) => {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "from 0 to 10 after clamping"
            )]
            let shade = (value / 10.0).round().clamp(0.0, 10.0) as i32;
            (format!("h{shade}"), html! { column.number(*value) })
        }
        Cell::Absent(absence) => {
            let sign = match absence {
                Absence::Missing => "–",
                Absence::CannotJudge => "?",
                Absence::NotApplicable => "n/a",
            };
            absent(sign, absence.words().to_owned())
        }
        Cell::Unusable(why) => absent("!", format!("cannot be used: {}", off_scale(why))),
    }
}

/// A cell without a value: a sign, and what it means for those who hear it.
fn absent(sign: &'static str, words: String) -> (String, Html) {
    (
        "absent".to_owned(),
        html! {
            <><span aria-hidden="true">{ sign }</span><span class="visually-hidden">{ words }</span></>
        },
    )
}
