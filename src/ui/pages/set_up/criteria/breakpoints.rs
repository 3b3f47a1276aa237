//! The inner points of a value function, where one step of the measure is worth more than another.

use super::part::{Part, field_id};
use crate::browser::element::focus_soon;
use crate::ui::components::draft::{Draft, draft};
use crate::ui::components::edits::dom_id;
use weighbridge_edit::{BreakpointDraft, ScaleField};
use yew::prelude::*;

/// A row for each point, and a button that adds one.
pub fn breakpoints(part: &Part<'_>) -> Html {
    let button = dom_id("add-breakpoint", part.id);
    let add = {
        let id = part.id.clone();
        part.changed(move |next, _: MouseEvent| {
            let key = next.add_breakpoint();
            focus_soon(&field_id(&id, ScaleField::BreakpointAmount(key)));
        })
    };
    let row = |(at, breakpoint): (usize, &BreakpointDraft)| {
        let key = breakpoint.key;
        let typed = |set: fn(&mut BreakpointDraft, String)| {
            part.changed(move |next, text| {
                if let Some(breakpoint) = next.breakpoints.get_mut(at) {
                    set(breakpoint, text);
                }
            })
        };
        let remove = {
            let button = button.clone();
            part.changed(move |next, _: MouseEvent| {
                next.breakpoints.remove(at);
                focus_soon(&button);
            })
        };
        let (amount, value) = (
            ScaleField::BreakpointAmount(key),
            ScaleField::BreakpointValue(key),
        );
        let n = at + 1;
        html! {
            <li class="row fields" {key}>
                { part.amount(amount, format!("Amount at bend {n}"), String::new(), &breakpoint.at, typed(|b, text| b.at = text)) }
                { draft(Draft {
                    number: true,
                    error: part.error(value),
                    ..Draft::of(part.field(value), format!("Value at bend {n}"), &breakpoint.value, typed(|b, text| b.value = text))
                }) }
                <button class="button small danger" type="button" onclick={remove}>
                    { "Remove" }<span class="visually-hidden">{ format!(" bend {n}") }</span>
                </button>
            </li>
        }
    };
    let breakpoints = &part.draft.breakpoints;
    html! {
        <div class="breakpoints">
            <p class="hint">
                { if breakpoints.is_empty() {
                    "Every step between the ends is worth the same. Add a bend where that is not so: an amount, and the value it has."
                } else {
                    "Straight lines run from the worst end through the bends to the best end. Change the numbers, or drag a bend on the curve."
                } }
            </p>
            <ol class="bare">{ for breakpoints.iter().enumerate().map(row) }</ol>
            <button id={button.clone()} class="button small" type="button" onclick={add}>{ "Add a bend" }</button>
        </div>
    }
}
