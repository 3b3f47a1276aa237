//! One of a list that is changed in place: its fields in a row, with buttons that move and remove it.

use super::edits::dom_id;
use super::order::Order;
use crate::browser::element::focus_soon;
use crate::ui::hooks::use_editor;
use weighbridge_edit::{List, Move};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct LineProps {
    /// The list it stands in.
    pub list: List,
    /// Its place in the whole list, from 0.
    pub index: usize,
    /// Its place among those shown together, from 0, and how many they are.
    pub at: usize,
    pub of: usize,
    /// What the ids of their first fields begin with; see [`first_field`].
    pub stem: AttrValue,
    pub name: AttrValue,
    /// The field that adds to them.
    pub add: AttrValue,
    pub fields: Html,
}

/// The id that the first field of a line has, so that it gets the focus when its neighbour goes.
pub fn first_field(stem: &str, at: usize) -> String {
    dom_id(stem, at)
}

/// The line.
#[component]
pub fn Line(props: &LineProps) -> Html {
    let LineProps {
        list,
        index,
        at,
        of,
        stem,
        name,
        ..
    } = props;
    let editor = use_editor();
    let shift = {
        let (editor, list, index) = (editor.clone(), *list, *index);
        Callback::from(move |shift: Move| {
            if let Some(edit) = list.shift(editor.document.appraisal(), index, shift) {
                editor.apply(edit);
            }
        })
    };
    let remove = {
        let (list, index) = (*list, *index);
        // The next takes the place of the one that goes.
        let then = match (at + 1 < *of, at.checked_sub(1)) {
            (true, _) => first_field(stem, *at),
            (false, Some(before)) => first_field(stem, before),
            (false, None) => props.add.to_string(),
        };
        Callback::from(move |_: MouseEvent| {
            if let Some(edit) = list.remove(editor.document.appraisal(), index) {
                editor.apply(edit);
            }
            focus_soon(&then);
        })
    };
    html! {
        <div class="line" role="group" aria-label={name}>
            <div class="line-fields">{ props.fields.clone() }</div>
            <span class="row-tools">
                <Order id={stem.clone()} name={name.clone()} at={*at} of={*of} by_place={true} {shift} />
                <button class="button small danger square" type="button" onclick={remove}>
                    <span aria-hidden="true">{ "×" }</span><span class="visually-hidden">{ format!("Remove {name}") }</span>
                </button>
            </span>
        </div>
    }
}
