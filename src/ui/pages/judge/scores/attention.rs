//! Only the scores that need attention, each with what it needs and a way to it.

use super::jump::jump;
use super::score_grid::{Cell, Kind, ScoreGrid};
use weighbridge_model::Absence;
use weighbridge_report::count;
use weighbridge_state::CellPosition;
use yew::prelude::*;

/// As many are listed; more would be the table again.
const MOST: usize = 60;

/// The list, criterion by criterion; nothing when nothing needs attention.
pub fn attention(table: &ScoreGrid, go: &Callback<CellPosition>) -> Html {
    let found: Vec<(CellPosition, String)> = (0..table.columns.len())
        .filter(|column| !table.columns[*column].excluded)
        .flat_map(|column| (0..table.rows.len()).map(move |row| CellPosition { row, column }))
        .filter_map(|at| Some((at, needs(table.cell(at)?)?)))
        .collect();
    if found.is_empty() {
        return Html::default();
    }
    let item = |(at, what): &(CellPosition, String)| {
        html! {
            <li key={format!("{}-{}", at.row, at.column)}>
                { jump(go, *at, table.label(*at)) }{ format!(": {what}") }
            </li>
        }
    };
    let title = match found.len() {
        1 => "One score needs attention".to_owned(),
        n => format!("{} scores need attention", count(n)),
    };
    let rest = found.len().saturating_sub(MOST);
    html! {
        <details class="more attention">
            <summary>{ title }</summary>
            <ul>{ for found.iter().take(MOST).map(item) }</ul>
            if rest > 0 { <p class="quiet">{ format!("And {rest} more.") }</p> }
        </details>
    }
}

/// What a score needs, if anything.
fn needs(cell: &Cell) -> Option<String> {
    if let Some(why) = &cell.wrong {
        return Some(why.to_string());
    }
    let words = match (cell.kind, cell.reason) {
        (Kind::Absent(Absence::Missing), _) => "no score",
        (Kind::Absent(Absence::CannotJudge), _) => "cannot be judged yet",
        (Kind::Absent(Absence::NotApplicable), false) => "does not apply, and no reason is given",
        (Kind::Given, false) => "no reason",
        _ if cell.beyond => "beyond the ends of the scale",
        _ => return None,
    };
    Some(words.to_owned())
}
