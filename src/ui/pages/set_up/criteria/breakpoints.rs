//! The inner points of a value function, where one step of the measure is worth more than another.

use super::draft::{BendDraft, Place, wrong_at};
use super::part::{PartProps, place_id};
use crate::browser::element::focus_soon;
use crate::ui::components::draft::Draft;
use crate::ui::components::edits::dom_id;
use yew::prelude::*;

/// A row for each point, and a button that adds one.
#[component]
pub fn Bends(props: &PartProps) -> Html {
    let PartProps {
        id,
        draft,
        wrong,
        change,
    } = props;
    let button = dom_id("add-bend", id);
    let add = {
        let (id, draft, change) = (id.clone(), draft.clone(), change.clone());
        Callback::from(move |_: MouseEvent| {
            let mut next = draft.clone();
            let key = next.add_bend();
            change.emit(next);
            focus_soon(&place_id(&id, Place::BendAt(key)));
        })
    };
    let row = |(at, bend): (usize, &BendDraft)| {
        let key = bend.key;
        let typed = |set: fn(&mut BendDraft, String)| {
            let (draft, change) = (draft.clone(), change.clone());
            Callback::from(move |text: String| {
                let mut next = draft.clone();
                if let Some(bend) = next.bends.get_mut(at) {
                    set(bend, text);
                }
                change.emit(next);
            })
        };
        let remove = {
            let (draft, change, button) = (draft.clone(), change.clone(), button.clone());
            Callback::from(move |_: MouseEvent| {
                let mut next = draft.clone();
                next.bends.remove(at);
                change.emit(next);
                focus_soon(&button);
            })
        };
        let error = |place: Place| wrong_at(wrong, place).map(AttrValue::from);
        let n = at + 1;
        html! {
            <li class="row fields" {key}>
                <Draft id={place_id(id, Place::BendAt(key))} label={format!("Amount at bend {n}")}
                    number={true} value={bend.at.clone()} input={typed(|b, text| b.at = text)}
                    error={error(Place::BendAt(key))} />
                <Draft id={place_id(id, Place::BendValue(key))} label={format!("Value at bend {n}")}
                    number={true} value={bend.value.clone()} input={typed(|b, text| b.value = text)}
                    error={error(Place::BendValue(key))} />
                <button class="button small danger" type="button" onclick={remove}>
                    { "Remove" }<span class="visually-hidden">{ format!(" bend {n}") }</span>
                </button>
            </li>
        }
    };
    html! {
        <div class="bends">
            <p class="hint">
                { if draft.bends.is_empty() {
                    "Every step between the ends is worth the same. Add a bend where that is not so: an amount, and the value it has."
                } else {
                    "Straight lines run from the worst end through the bends to the best end. Change the numbers, or drag a bend on the curve."
                } }
            </p>
            <ol class="bare">{ for draft.bends.iter().enumerate().map(row) }</ol>
            <button id={button.clone()} class="button small" type="button" onclick={add}>{ "Add a bend" }</button>
        </div>
    }
}
