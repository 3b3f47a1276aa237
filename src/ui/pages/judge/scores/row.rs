//! An option in the grid.

use super::cell::{Typing, cell};
use super::score_grid::Row as View;
use std::rc::Rc;
use weighbridge_state::CellPosition;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct RowProps {
    pub row: usize,
    pub view: Rc<View>,
    /// The column of the selected cell, if it is in this row.
    pub selected: Option<usize>,
    /// Set while a person types in the selected cell.
    pub typing: Option<Typing>,
}

/// The row: drawn anew only when something in it changes.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let RowProps { row, view, .. } = props;
    html! {
        <tr>
            <th scope="row">
                <span class="long">{ &view.name }</span>
                <span class="short">{ &view.short }</span>
            </th>
            { for view.cells.iter().enumerate().map(|(column, view)| {
                let selected = props.selected == Some(column);
                cell(CellPosition { row: *row, column }, view, selected, props.typing.as_ref().filter(|_| selected))
            }) }
        </tr>
    }
}
