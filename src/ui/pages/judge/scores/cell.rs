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

#[derive(PartialEq, Properties)]
pub struct CellProps {
    pub row: usize,
    pub column: usize,
    pub view: View,
    /// Whether this is the one cell that Tab stops at.
    pub selected: bool,
    pub typing: Option<Typing>,
}

/// The cell. Events are listened to by the grid.
#[component]
pub fn Cell(props: &CellProps) -> Html {
    let CellProps {
        row, column, view, ..
    } = props;
    let at = CellPosition {
        row: *row,
        column: *column,
    };
    let wrong = view.wrong.is_some();
    let class = classes!(
        "score",
        props.selected.then_some("selected"),
        (!wrong && view.kind != Kind::Given).then_some("absent"),
        (view.reason && !wrong).then_some("reasoned"),
        props.typing.is_some().then_some("typing"),
    );
    html! {
        <td id={cell_id(at)} role="gridcell" {class} tabindex={if props.selected { "0" } else { "-1" }}
            data-row={row.to_string()} data-column={column.to_string()}
            aria-selected={props.selected.to_string()} aria-invalid={wrong.then_some("true")}
            aria-describedby={wrong.then(|| problem_id(at))}>
            <span class="shown">{ shown(view) }</span>
            if let Some(typing) = &props.typing {
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
