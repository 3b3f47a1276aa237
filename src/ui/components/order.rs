//! Moving something up or down its list, and removing it, without losing one's place.

use super::edits::dom_id;
use crate::browser::element::focus_soon;
use weighbridge_edit::Move;
use yew::prelude::*;

/// Two buttons that move something one place, and keep the focus. Their ids are made from `id`, which is unique on the
/// page; `at` is its place in the list, from 0.
pub fn order_buttons(id: &str, name: &str, at: usize, of: usize, shift: &Callback<Move>) -> Html {
    buttons(&|way, _| dom_id(way, id), name, at, of, shift)
}

/// The same for something that has no id of its own: the buttons' ids are made from its place, too.
pub fn order_buttons_by_place(
    id: &str,
    name: &str,
    at: usize,
    of: usize,
    shift: &Callback<Move>,
) -> Html {
    let button = |way: &str, at: usize| dom_id(way, format!("{id}-{at}"));
    buttons(&button, name, at, of, shift)
}

fn buttons(
    button: &dyn Fn(&str, usize) -> String,
    name: &str,
    at: usize,
    of: usize,
    shift: &Callback<Move>,
) -> Html {
    let one = |way: &str, by: Move, sign: &'static str, off: bool| {
        // At an end of the list one button is off, so the focus goes to the other.
        let next = match by {
            Move::Up if at > 1 => button("up", at - 1),
            Move::Down if at + 2 < of => button("down", at + 1),
            Move::Up => button("down", at.saturating_sub(1)),
            Move::Down => button("up", at + 1),
        };
        let shift = shift.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            shift.emit(by);
            focus_soon(&next);
        });
        html! {
            <button id={button(way, at)} class="button small square" type="button" disabled={off} {onclick}>
                <span aria-hidden="true">{ sign }</span>
                <span class="visually-hidden">{ format!("Move {way} {name}") }</span>
            </button>
        }
    };
    html! {
        <span class="order" hidden={of < 2}>
            { one("up", Move::Up, "↑", at == 0) }
            { one("down", Move::Down, "↓", at + 1 >= of) }
        </span>
    }
}

/// A button that removes something, and words that say what goes with it, if anything, and that it can be undone. `then`
/// gets the focus afterwards.
pub fn remove_button(name: &str, hint: &'static str, then: String, remove: Callback<()>) -> Html {
    let onclick = Callback::from(move |_: MouseEvent| {
        remove.emit(());
        focus_soon(&then);
    });
    html! {
        <div class="remove">
            <button class="button small danger" type="button" {onclick}>
                { "Remove" }<span class="visually-hidden">{ format!(" {name}") }</span>
            </button>
            <span class="hint">
                if !hint.is_empty() { { hint }{ " " } }
                { "You can undo this." }
            </span>
        </div>
    }
}

/// Where the focus goes when one of a list is removed: the next, else the one before, else `last`.
pub fn after_removal(ids: &[String], at: usize, last: &str) -> String {
    let next = ids
        .get(at + 1)
        .or_else(|| at.checked_sub(1).and_then(|at| ids.get(at)));
    next.map_or_else(|| last.to_owned(), Clone::clone)
}
