//! The field in a cell, for as long as a person types there.

use crate::browser::cells::{begin_typing, next_place, typed};
use crate::browser::clipboard::pasted;
use weighbridge_state::Begin;
use weighbridge_state::CellPosition;
use yew::prelude::*;

/// Where a person goes from a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Onto {
    Down,
    Up,
    /// The next score of the option, or the first of the option below.
    Next,
    /// The score before.
    Previous,
    /// Nowhere: the cell keeps the focus.
    Here,
    /// The focus is elsewhere already, perhaps in another cell.
    Away(Option<CellPosition>),
}

/// Where a key leads from a cell that is being typed in.
pub fn onto(event: &KeyboardEvent) -> Option<Onto> {
    match (event.key().as_str(), event.shift_key()) {
        ("Enter", false) | ("ArrowDown", _) => Some(Onto::Down),
        ("Enter", true) | ("ArrowUp", _) => Some(Onto::Up),
        ("Tab", false) => Some(Onto::Next),
        ("Tab", true) => Some(Onto::Previous),
        ("Escape", _) => Some(Onto::Here),
        _ => None,
    }
}

/// How typing ended: with a text to enter, or without.
pub struct End {
    pub text: Option<String>,
    pub onto: Onto,
}

#[derive(PartialEq, Properties)]
pub struct InputProps {
    /// What the cell is called.
    pub label: AttrValue,
    /// The keyboard of a telephone needs only digits and a decimal point.
    pub decimal: bool,
    pub begin: Begin,
    /// What stood in the cell.
    pub typed: AttrValue,
    pub end: Callback<End>,
}

/// The field.
#[component]
pub fn Input(props: &InputProps) -> Html {
    let field = use_node_ref();
    // Leaving the page takes the focus too; what came of the typing is known by then.
    let over = use_mut_ref(|| false);
    let value = use_state_eq(|| match &props.begin {
        Begin::Change => props.typed.to_string(),
        Begin::Replace(text) => text.clone(),
    });
    {
        // Letters that came before the field had the focus.
        let value = value.clone();
        use_effect_with(props.begin.clone(), move |begin| {
            if let Begin::Replace(text) = begin {
                value.set(text.clone());
            }
        });
    }
    {
        let (field, select) = (field.clone(), props.begin == Begin::Change);
        use_effect_with((), move |()| {
            if let Some(field) = field.cast() {
                begin_typing(&field, select);
            }
        });
    }
    let finish = {
        let (over, end) = (over.clone(), props.end.clone());
        move |text: Option<String>, onto: Onto| {
            if !std::mem::replace(&mut *over.borrow_mut(), true) {
                end.emit(End { text, onto });
            }
        }
    };
    let oninput = {
        let value = value.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(text) = typed(&event) {
                value.set(text);
            }
        })
    };
    let onkeydown = {
        let finish = finish.clone();
        Callback::from(move |event: KeyboardEvent| {
            // Enter chooses a word while one is composed of several keys.
            if event.is_composing() {
                return;
            }
            let Some(onto) = onto(&event) else {
                return;
            };
            event.prevent_default();
            let text = typed(&event).filter(|_| onto != Onto::Here);
            finish(text, onto);
        })
    };
    // A block goes over the scores, this one too, so what was typed here is not entered.
    let onpaste = Callback::from(move |event: Event| {
        if pasted(&event).is_some_and(|pasted| pasted.is_block()) {
            *over.borrow_mut() = true;
        }
    });
    // The page is about to go. While it stays, a change is followed by leaving the field.
    let onchange = {
        let finish = finish.clone();
        Callback::from(move |event: Event| {
            if !event.is_trusted() {
                finish(typed(&event), Onto::Here);
            }
        })
    };
    let onblur = Callback::from(move |event: FocusEvent| {
        let next = next_place(&event).map(|(row, column)| CellPosition { row, column });
        finish(typed(&event), Onto::Away(next));
    });
    html! {
        <input ref={field} class="entry" type="text" autocomplete="off" autocapitalize="off" spellcheck="false"
            inputmode={if props.decimal { "decimal" } else { "text" }} aria-label={props.label.clone()} value={(*value).clone()}
            {oninput} {onkeydown} {onpaste} {onchange} {onblur} />
    }
}
