//! A score in the grid.

use super::input::{End, Input};
use super::score_grid::{Cell as View, Kind, cell_id, problem_id};
use weighbridge_model::Absence;
use weighbridge_report::{unrounded, words::Named};
use weighbridge_state::Begin;
use weighbridge_state::CellPosition;
use yew::prelude::*;

/// That a person types in a cell.
#[derive(Clone, PartialEq)]
pub struct Typing {
    /// What the cell is called.
    pub label: AttrValue,
    /// Only digits and a decimal point are needed.
    pub decimal: bool,
    pub begin: Begin,
    pub end: Callback<End>,
}

/// The cell at a place; `selected` is the one that Tab stops at. Events are listened to by the grid.
pub fn cell(at: CellPosition, view: &View, selected: bool, typing: Option<&Typing>) -> Html {
    let wrong = view.wrong.is_some();
    let class = classes!(
        "score",
        selected.then_some("selected"),
        (!wrong && view.kind != Kind::Given).then_some("absent"),
        (view.reason && !wrong).then_some("reasoned"),
        typing.is_some().then_some("typing"),
    );
    html! {
        <td id={cell_id(at)} {class} tabindex={if selected { "0" } else { "-1" }}
            data-row={at.row.to_string()} data-column={at.column.to_string()}
            aria-selected={selected.then_some("true")} aria-invalid={wrong.then_some("true")}
            aria-describedby={wrong.then(|| problem_id(at))}>
            <span class="shown">{ shown(view) }</span>
            if let Some(typing) = typing {
                <Input label={typing.label.clone()} begin={typing.begin.clone()} typed={view.typed.clone()}
                    decimal={typing.decimal} end={typing.end.clone()} />
            }
        </td>
    }
}

/// What a cell says: to the eye in a sign, to a screen reader in words.
fn shown(view: &View) -> Html {
    let (sign, words) = match view.kind {
        Kind::Given if view.wrong.is_some() => ("", view.typed.clone()),
        // As people write it; it is typed and copied plain.
        Kind::Given => match view.typed.parse::<f64>() {
            Ok(number) if !view.label => ("", unrounded(number).into()),
            _ => ("", view.typed.clone()),
        },
        Kind::Absent(absence) => (sign(absence), absence.words().into()),
    };
    html! {
        <>
            if sign.is_empty() {
                <span>{ words }</span>
            } else {
                <span aria-hidden="true">{ sign }</span>
                <span class="visually-hidden">{ words }</span>
            }
            if view.wrong.is_some() {
                <span class="bang" aria-hidden="true">{ "!" }</span>
            } else if view.reason {
                <span class="visually-hidden">{ ", with a reason" }</span>
            }
        </>
    }
}

/// The sign for an absence: none of them looks like a number.
pub fn sign(absence: Absence) -> &'static str {
    match absence {
        Absence::Missing => "–",
        Absence::CannotJudge => "?",
        Absence::NotApplicable => "n/a",
    }
}
