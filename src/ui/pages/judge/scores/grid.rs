//! The grid of scores: one tab stop, and keys, pointer and clipboard as in a spreadsheet.

use super::cell::Typing;
use super::headings::Headings;
use super::input::{End, Onto, onto};
use super::row::Row;
use super::score_grid::{ScoreGrid, cell_id};
use crate::browser::{cells, clipboard, element};
use crate::ui::components::grid::moved;
use crate::ui::components::sideways::use_sideways;
use std::cell::RefCell;
use std::rc::Rc;
use weighbridge_edit::Pasted;
use weighbridge_state::CellPosition;
use weighbridge_state::{Begin, ScoringStep};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct GridProps {
    pub table: Rc<ScoreGrid>,
    pub at: CellPosition,
    pub chosen: bool,
    pub typing: Option<Begin>,
    /// The focus goes to the selected cell whenever this changes.
    pub focus: u32,
    pub step: Callback<ScoringStep>,
    /// Enters a text at a place.
    pub enter: Callback<(CellPosition, String)>,
    /// Lays a pasted text over the scores from a place.
    pub paste: Callback<(CellPosition, Pasted)>,
    /// Takes a refused text away.
    pub forget: Callback<CellPosition>,
}

/// The grid.
#[component]
pub fn Grid(props: &GridProps) -> Html {
    let GridProps { table, at, .. } = props;
    {
        let at = *at;
        use_effect_with(props.focus, move |times| {
            if *times > 0 {
                element::focus(&cell_id(at));
            }
        });
    }
    let sideways = use_sideways();
    let pressed = use_mut_ref(|| None);
    let ahead: Ahead = use_mut_ref(|| None);
    if props.typing.is_none() {
        *ahead.borrow_mut() = None;
    }
    let typing = props.typing.clone().map(|begin| Typing {
        label: table.label(*at).into(),
        decimal: table
            .columns
            .get(at.column)
            .is_some_and(|column| column.direct),
        begin,
        end: end(props, &ahead),
    });
    let table = html! {
            <table class="scores" role="grid" aria-labelledby="title" aria-describedby="scores-keys"
                onkeydown={keys(props, &ahead)} onmousedown={press(props, &pressed)} onclick={click(props, &pressed)}
                oncopy={copy(props)} onpaste={paste(props)}>
                <Headings columns={table.columns.clone()} />
                <tbody>
                    { for table.rows.iter().enumerate().map(|(row, view)| {
                        let here = row == at.row;
                        html! { <Row key={view.id.to_string()} {row} view={view.clone()} selected={here.then_some(at.column)} typing={typing.clone().filter(|_| here)} />
                        }
                    }) }
                </tbody>
            </table>
    };
    html! { <div class="screen">{ sideways.around("scores-scroll", table) }</div> }
}

fn place(event: &Event) -> Option<CellPosition> {
    cells::place(event).map(|(row, column)| CellPosition { row, column })
}

/// What was typed in a cell before its field was there to type into: a quick hand is not to lose letters on a slow
/// machine.
type Ahead = Rc<RefCell<Option<(CellPosition, String)>>>;

fn keys(props: &GridProps, ahead: &Ahead) -> Callback<KeyboardEvent> {
    let (end, ahead) = (end(props, ahead), ahead.clone());
    let (step, size) = (props.step.clone(), props.table.size());
    let (enter, forget) = (props.enter.clone(), props.forget.clone());
    Callback::from(move |event: KeyboardEvent| {
        let Some(at) = place(&event).filter(|_| !element::is_typing(&event)) else {
            return;
        };
        if event.alt_key() {
            return;
        }
        let key = event.key();
        let before = ahead.borrow_mut().take().filter(|(cell, _)| *cell == at);
        if let (Some((_, text)), Some(onto)) = (&before, onto(&event)) {
            let text = Some(text.clone()).filter(|_| onto != Onto::Here);
            end.emit(End { text, onto });
        } else if let Some(to) = moved(&event, at, size) {
            step.emit(ScoringStep::Go(to));
        } else if event.ctrl_key() || event.meta_key() {
            return;
        } else {
            match key.as_str() {
                "Enter" | "F2" | " " => step.emit(ScoringStep::Type(at, Begin::Change)),
                "Delete" | "Backspace" => enter.emit((at, String::new())),
                "Escape" => forget.emit(at),
                // At an edge there is nowhere to go, and the page should not move either.
                "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" => {}
                _ if key.chars().count() == 1 => {
                    let text = before.map_or_else(String::new, |(_, text)| text) + &key;
                    *ahead.borrow_mut() = Some((at, text.clone()));
                    step.emit(ScoringStep::Type(at, Begin::Replace(text)));
                }
                _ => return,
            }
        }
        event.prevent_default();
    })
}

/// Where a pointer was pressed, and whether that cell was selected then.
type Pressed = Rc<RefCell<Option<(CellPosition, bool)>>>;

fn press(props: &GridProps, pressed: &Pressed) -> Callback<MouseEvent> {
    let (selected, pressed) = (props.chosen.then_some(props.at), pressed.clone());
    Callback::from(move |event: MouseEvent| {
        *pressed.borrow_mut() = place(&event).map(|at| (at, selected == Some(at)));
    })
}

/// The first click or tap selects, another on the same cell begins typing. A screen reader clicks
/// without pressing.
fn click(props: &GridProps, pressed: &Pressed) -> Callback<MouseEvent> {
    let (step, pressed) = (props.step.clone(), pressed.clone());
    let (selected, chosen, typing) = (props.at, props.chosen, props.typing.is_some());
    Callback::from(move |event: MouseEvent| {
        let before = pressed.borrow_mut().take();
        let Some(at) = place(&event).filter(|at| !(typing && *at == selected)) else {
            return;
        };
        let again = before.map_or(chosen && at == selected, |before| before == (at, true));
        step.emit(if again {
            ScoringStep::Type(at, Begin::Change)
        } else {
            ScoringStep::Select(at)
        });
    })
}

fn copy(props: &GridProps) -> Callback<Event> {
    let table = props.table.clone();
    Callback::from(move |event: Event| {
        let cell = place(&event).and_then(|at| table.cell(at));
        if let (Some(cell), false) = (cell, element::is_typing(&event)) {
            clipboard::answer_copy(&event, &cell.typed);
        }
    })
}

/// A block always replaces scores; a single text does so unless a field takes it.
fn paste(props: &GridProps) -> Callback<Event> {
    let paste = props.paste.clone();
    Callback::from(move |event: Event| {
        let (Some(at), Some(pasted)) = (place(&event), clipboard::pasted(&event)) else {
            return;
        };
        if pasted.is_block() || !element::is_typing(&event) {
            event.prevent_default();
            paste.emit((at, pasted));
        }
    })
}

/// Enters what was typed and goes on from there.
fn end(props: &GridProps, ahead: &Ahead) -> Callback<End> {
    let ahead = ahead.clone();
    let (step, enter, at) = (props.step.clone(), props.enter.clone(), props.at);
    let size = props.table.size();
    Callback::from(move |end: End| {
        *ahead.borrow_mut() = None;
        if let Some(text) = end.text {
            enter.emit((at, text));
        }
        step.emit(match end.onto {
            // Known from the focus and not from the click, which misses its cell when the page moves
            // under the pointer because of what was entered.
            Onto::Away(Some(next)) => ScoringStep::Select(next),
            Onto::Away(None) => ScoringStep::Leave(at),
            onto => ScoringStep::Go(from(at, onto, size)),
        });
    })
}

fn from(at: CellPosition, onto: Onto, size: CellPosition) -> CellPosition {
    let CellPosition { row, column } = at;
    let to = match onto {
        Onto::Down => CellPosition {
            row: row + 1,
            column,
        },
        Onto::Up => CellPosition {
            row: row.saturating_sub(1),
            column,
        },
        Onto::Next if column + 1 < size.column => CellPosition {
            row,
            column: column + 1,
        },
        Onto::Next if row + 1 < size.row => CellPosition {
            row: row + 1,
            column: 0,
        },
        Onto::Previous if column > 0 => CellPosition {
            row,
            column: column - 1,
        },
        Onto::Previous if row > 0 => CellPosition {
            row: row - 1,
            column: size.column,
        },
        Onto::Next | Onto::Previous | Onto::Here | Onto::Away(_) => at,
    };
    to.within(size)
}
