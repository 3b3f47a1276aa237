//! One of a list that is changed in place: its fields in a row, with buttons that move and remove it.

use super::edits::dom_id;
use super::order::order_buttons_by_place;
use crate::browser::element::focus_soon;
use crate::ui::hooks::Editor;
use weighbridge_edit::{List, Move};
use yew::prelude::*;

/// Where a line stands.
pub struct Line<'a> {
    /// The list it stands in.
    pub list: List,
    /// Its place in the whole list, from 0.
    pub index: usize,
    /// Its place among those shown together, from 0, and how many they are.
    pub at: usize,
    pub of: usize,
    /// What the ids of their first fields begin with; see [`first_field`].
    pub stem: &'a str,
    /// The field that adds to them.
    pub add: &'a str,
}

/// The id that the first field of a line has, so that it gets the focus when its neighbour goes.
pub fn first_field(stem: &str, at: usize) -> String {
    dom_id(stem, at)
}

/// The line of what has this name.
pub fn list_line(editor: &Editor, line: &Line<'_>, name: &str, fields: Html) -> Html {
    let &Line {
        list,
        index,
        at,
        of,
        stem,
        add,
    } = line;
    let shift = {
        let editor = editor.clone();
        Callback::from(move |shift: Move| {
            if let Some(edit) = list.shift(editor.document.appraisal(), index, shift) {
                editor.apply(edit);
            }
        })
    };
    let remove = {
        let editor = editor.clone();
        // The next takes the place of the one that goes.
        let then = match (at + 1 < of, at.checked_sub(1)) {
            (true, _) => first_field(stem, at),
            (false, Some(before)) => first_field(stem, before),
            (false, None) => add.to_owned(),
        };
        Callback::from(move |_: MouseEvent| {
            if let Some(edit) = list.remove(editor.document.appraisal(), index) {
                editor.apply(edit);
            }
            focus_soon(&then);
        })
    };
    html! {
        <div class="line" role="group" aria-label={name.to_owned()}>
            <div class="line-fields">{ fields }</div>
            <span class="row-tools">
                { order_buttons_by_place(stem, name, at, of, &shift) }
                <button class="button small danger square" type="button" onclick={remove}>
                    <span aria-hidden="true">{ "×" }</span><span class="visually-hidden">{ format!("Remove {name}") }</span>
                </button>
            </span>
        </div>
    }
}
