//! One gateway: its name, its test, and a level on a criterion if it has one.

use super::gateway_list::{ADD, card_id, change};
use super::level::LevelFields;
use crate::ui::components::edits::{commit, dom_id};
use crate::ui::components::form::{heading_field, long_field};
use crate::ui::components::order::{after_removal, order_buttons, remove_button};
use crate::ui::hooks::Editor;
use crate::ui::pages::set_up::Cards;
use weighbridge_edit::{List, Move};
use weighbridge_model::Gateway;
use weighbridge_report::gateway_level;
use yew::prelude::*;

/// The card of a gateway, by its place in the list.
pub fn gateway_card(cards: &Cards<'_>, list: &[Gateway], at: usize) -> Html {
    let editor = cards.editor;
    let on = editor.document.appraisal();
    let gateway = &list[at];
    let id = &gateway.id;
    let shift = {
        let editor = editor.clone();
        Callback::from(move |shift: Move| {
            let on = editor.document.appraisal();
            if let Some(edit) = List::Gateways.shift(on, at, shift) {
                editor.apply(edit);
            }
        })
    };
    let tools = order_buttons(
        &format!("gateway-{id}"),
        &gateway.name,
        at,
        list.len(),
        &shift,
    );
    let level = gateway_level(gateway, on).map(|words| format!("Passes with {words}"));
    let face = html! {
        <>
            if !gateway.test.is_empty() { <p class="quiet fold-text">{ &gateway.test }</p> }
            if let Some(level) = level { <p class="facts"><span class="badge">{ level }</span></p> }
        </>
    };
    let title = html! { &gateway.name };
    cards.card(card_id(gateway), 4, title, face, tools, &|| {
        within(editor, list, at)
    })
}

fn within(editor: &Editor, list: &[Gateway], at: usize) -> Html {
    let gateway = &list[at];
    let id = &gateway.id;
    let ids: Vec<String> = list.iter().map(card_id).collect();
    let remove = {
        let editor = editor.clone();
        Callback::from(move |()| {
            if let Some(edit) = List::Gateways.remove(editor.document.appraisal(), at) {
                editor.apply(edit);
            }
        })
    };
    let say = |set: fn(&mut Gateway, String)| {
        let gateway = gateway.clone();
        commit(editor, move |text| change(&gateway, |g| set(g, text)))
    };
    html! {
        <>
            { heading_field(dom_id("gateway-name", id), "Name", "", &gateway.name, say(|g, text| g.name = text)) }
            { long_field(dom_id("gateway-test", id), "What passes", "", &gateway.test, say(|g, text| g.test = text)) }
            <LevelFields id={id.clone()} />
            { remove_button(&format!("gateway {}", gateway.name), "What was judged at it goes with it.",
                after_removal(&ids, at, ADD), remove) }
        </>
    }
}
