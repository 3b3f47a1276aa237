//! An option in the grid.

use super::cell::{Cell, Typing};
use super::score_grid::Row as View;
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct RowProps {
    pub row: usize,
    pub view: Rc<View>,
    /// The ids of the criteria, which name the cells of the row.
    pub columns: Rc<Vec<AttrValue>>,
    /// The column of the selected cell, if it is in this row.
    pub selected: Option<usize>,
    /// Set while a person types in the selected cell.
    pub typing: Option<Typing>,
}

/// The row.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let RowProps { row, view, .. } = props;
    html! {
        <tr>
            <th scope="row">
                <span class="long">{ &view.name }</span>
                <span class="short">{ &view.short }</span>
            </th>
            { for view.cells.iter().zip(props.columns.iter()).enumerate().map(|(column, (cell, id))| {
                let selected = props.selected == Some(column);
                html! { <Cell key={id.to_string()} row={*row} {column} view={cell.clone()} {selected} typing={props.typing.clone().filter(|_| selected)} />
                }
            }) }
        </tr>
    }
}
