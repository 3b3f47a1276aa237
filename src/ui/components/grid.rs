//! Moving about a table that has one tab stop.

use weighbridge_state::CellPosition;
use yew::prelude::*;

/// Where a key leads from a place: arrows by one, Home and End along the row, with Control to the
/// corners. `None` for any other key, and at an edge.
pub fn moved(
    event: &KeyboardEvent,
    from: CellPosition,
    size: CellPosition,
) -> Option<CellPosition> {
    let (mut row, mut column) = (from.row, from.column);
    let (last_row, last_column) = (size.row.checked_sub(1)?, size.column.checked_sub(1)?);
    let corner = event.ctrl_key() || event.meta_key();
    match event.key().as_str() {
        "ArrowUp" => row = row.checked_sub(1)?,
        "ArrowDown" => row = Some(row + 1).filter(|r| *r <= last_row)?,
        "ArrowLeft" => column = column.checked_sub(1)?,
        "ArrowRight" => column = Some(column + 1).filter(|c| *c <= last_column)?,
        "Home" => {
            column = 0;
            row = if corner { 0 } else { row };
        }
        "End" => {
            column = last_column;
            row = if corner { last_row } else { row };
        }
        _ => return None,
    }
    Some(CellPosition { row, column })
}
