//! Moving something up or down its list, and removing it, without losing one's place.

use super::edits::dom_id;
use crate::browser::element::focus_soon;
use weighbridge_edit::Move;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct OrderProps {
    /// Unique on the page; the buttons' ids are made from it.
    pub id: AttrValue,
    /// What is moved.
    pub name: AttrValue,
    /// Its place in the list, from 0.
    pub at: usize,
    /// How many there are in the list.
    pub of: usize,
    /// It has no id of its own: the buttons' ids are made from its place, too.
    #[prop_or_default]
    pub by_place: bool,
    pub shift: Callback<Move>,
}

/// Two buttons that move something one place, and keep the focus.
#[component]
pub fn Order(props: &OrderProps) -> Html {
    let OrderProps { id, at, of, .. } = props;
    let button = |way: &str, at: usize| match props.by_place {
        true => dom_id(way, format!("{id}-{at}")),
        false => dom_id(way, id),
    };
    let (up, down) = (button("up", *at), button("down", *at));
    let go = |shift: Move| {
        // At an end of the list one button is off, so the focus goes to the other.
        let next = match shift {
            Move::Up if *at > 1 => button("up", at - 1),
            Move::Down if at + 2 < *of => button("down", at + 1),
            Move::Up => button("down", at.saturating_sub(1)),
            Move::Down => button("up", at + 1),
        };
        let emit = props.shift.clone();
        Callback::from(move |_: MouseEvent| {
            emit.emit(shift);
            focus_soon(&next);
        })
    };
    html! {
        <span class="order" hidden={*of < 2}>
            <button id={up.clone()} class="button small square" type="button" disabled={*at == 0} onclick={go(Move::Up)}>
                <span aria-hidden="true">{ "↑" }</span>
                <span class="visually-hidden">{ format!("Move up {}", props.name) }</span>
            </button>
            <button id={down.clone()} class="button small square" type="button" disabled={at + 1 >= *of} onclick={go(Move::Down)}>
                <span aria-hidden="true">{ "↓" }</span>
                <span class="visually-hidden">{ format!("Move down {}", props.name) }</span>
            </button>
        </span>
    }
}

#[derive(PartialEq, Properties)]
pub struct RemoveProps {
    /// What is removed.
    pub name: AttrValue,
    /// What goes with it, if anything.
    #[prop_or_default]
    pub hint: AttrValue,
    /// The element that gets the focus afterwards.
    pub then: AttrValue,
    pub remove: Callback<()>,
}

/// A button that removes something, and words that say what goes and that it can be undone.
#[component]
pub fn Remove(props: &RemoveProps) -> Html {
    let onclick = {
        let (remove, then) = (props.remove.clone(), props.then.clone());
        Callback::from(move |_: MouseEvent| {
            remove.emit(());
            focus_soon(&then);
        })
    };
    html! {
        <div class="remove">
            <button class="button small danger" type="button" {onclick}>
                { "Remove" }<span class="visually-hidden">{ format!(" {}", props.name) }</span>
            </button>
            <span class="hint">
                if !props.hint.is_empty() { { &props.hint }{ " " } }
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
