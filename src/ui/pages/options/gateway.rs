//! One gateway: its name, its test, and a minimum level if it has one.

use super::gateways::{ADD, card_id};
use crate::edit::{AppraisalEdit, Edit, List, Shift};
use crate::model::{CriterionId, Finite, Gateway, GatewayId, Minimum};
use crate::ui::components::edits::{commit, commit_read, dom_id, read_number};
use crate::ui::components::fields::{Choice, Field};
use crate::ui::components::fold::{Fold, Opened};
use crate::ui::components::order::{Order, Remove, after_removal};
use crate::ui::hooks::use_editor;
use crate::ui::part::part;
use markup::html;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct GatewayProps {
    pub id: GatewayId,
    /// The open cards of the page.
    pub opened: Opened,
}

/// The card.
#[component]
pub fn GatewayCard(props: &GatewayProps) -> Html {
    let editor = use_editor();
    let on = editor.document.appraisal();
    let Some(at) = on.gateways.iter().position(|g| g.id == props.id) else {
        return Html::default();
    };
    let gateway = &on.gateways[at];
    let id = &gateway.id;
    let ids: Vec<String> = on.gateways.iter().map(card_id).collect();
    let shift = {
        let editor = editor.clone();
        Callback::from(move |shift: Shift| {
            editor.apply(List::Gateways.moved(editor.document.appraisal(), at, shift));
        })
    };
    let remove = {
        let editor = editor.clone();
        Callback::from(move |()| {
            editor.apply(List::Gateways.removed(editor.document.appraisal(), at));
        })
    };
    let say = |set: fn(&mut Gateway, String)| {
        let list = on.gateways.clone();
        commit(&editor, move |text| change(&list, at, |g| set(g, text)))
    };
    let tools = html! { { part!(Order { id: format!("gateway-{id}"), name: gateway.name.clone(), at, of: ids.len(), shift }) } };
    let least = gateway.minimum.as_ref().and_then(|m| {
        let criterion = on.criterion(&m.criterion)?;
        Some(format!(
            "Passes with a value of {} or more on {}",
            m.value.get(),
            criterion.short_name()
        ))
    });
    let face = html! {
        <>
            if !gateway.test.is_empty() { <p class="quiet said">{ &gateway.test }</p> }
            if let Some(least) = least { <p class="facts"><span class="badge">{ least }</span></p> }
        </>
    };
    html! {
        <Fold id={card_id(gateway)} opened={props.opened.clone()} title={html! { &gateway.name }} {face} {tools}>
            { part!(Field { id: dom_id("gateway-name", id), label: "Name", value: gateway.name.clone(), commit: say(|g, text| g.name = text) }) }
            { part!(Field { id: dom_id("gateway-test", id), label: "What passes", long: true, value: gateway.test.clone(), commit: say(|g, text| g.test = text) }) }
            { part!(Least { id: id.clone() }) }
            { part!(Remove { name: format!("gateway {}", gateway.name), hint: "What was judged at it goes with it.", then: after_removal(&ids, at, ADD), remove }) }
        </Fold>
    }
}

#[derive(PartialEq, Properties)]
struct LeastProps {
    id: GatewayId,
}

/// The minimum level: on which criterion, and how much.
#[component]
fn Least(props: &LeastProps) -> Html {
    let editor = use_editor();
    // Chosen, but without a number yet.
    let chosen = use_state(|| None::<CriterionId>);
    let on = editor.document.appraisal();
    let Some(at) = on.gateways.iter().position(|g| g.id == props.id) else {
        return Html::default();
    };
    let minimum = on.gateways[at].minimum.as_ref();
    let leaves = on.leaves();
    let names = leaves
        .iter()
        .map(|leaf| AttrValue::from(leaf.short_name().to_owned()));
    let choices: Vec<AttrValue> = std::iter::once(AttrValue::Static("None: people judge it"))
        .chain(names)
        .collect();
    let criterion = (*chosen)
        .clone()
        .or_else(|| minimum.map(|m| m.criterion.clone()));
    let place = criterion
        .as_ref()
        .and_then(|id| leaves.iter().position(|leaf| leaf.id == *id));
    let choose = {
        let (editor, chosen) = (editor.clone(), chosen.clone());
        let ids: Vec<CriterionId> = leaves.iter().map(|leaf| leaf.id.clone()).collect();
        Callback::from(move |place: usize| {
            let list = &editor.document.appraisal().gateways;
            let criterion = place.checked_sub(1).and_then(|at| ids.get(at)).cloned();
            let value = list[at].minimum.as_ref().map(|m| m.value);
            let minimum = criterion.clone().zip(value);
            // With a number it holds at once; without one only when it gets one.
            chosen.set(criterion.filter(|_| value.is_none()));
            if minimum.is_some() || value.is_some() {
                editor.apply(with_minimum(list, at, minimum));
            }
        })
    };
    let least = {
        let (list, criterion, chosen) = (on.gateways.clone(), criterion.clone(), chosen.clone());
        commit_read(&editor, read_value, move |value| {
            chosen.set(None);
            with_minimum(&list, at, criterion.clone().zip(Some(value)))
        })
    };
    let value = minimum.map_or_else(String::new, |m| m.value.get().to_string());
    html! {
        <div class="pair">
            { part!(Choice { id: dom_id("gateway-on", &props.id), label: "A minimum level on a criterion", hint: "Decides it wherever an option has a value there", choices, chosen: place.map_or(0, |at| at + 1), choose }) }
            <div>
                if place.is_some() {
                    { part!(Field { id: dom_id("gateway-least", &props.id), label: "The least value that passes", hint: "On the criterion’s values from 0 to 100", number: true, value, commit: least }) }
                }
            </div>
        </div>
    }
}

fn read_value(text: String) -> Result<Finite, String> {
    let value = read_number(&text)?;
    if (0.0..=100.0).contains(&value.get()) {
        Ok(value)
    } else {
        Err("Enter a value from 0 to 100.".to_owned())
    }
}

fn with_minimum(list: &[Gateway], at: usize, minimum: Option<(CriterionId, Finite)>) -> Edit {
    change(list, at, |g| {
        g.minimum = minimum.map(|(criterion, value)| Minimum { criterion, value });
    })
}

fn change(list: &[Gateway], at: usize, set: impl FnOnce(&mut Gateway)) -> Edit {
    let mut list = list.to_vec();
    if let Some(gateway) = list.get_mut(at) {
        set(gateway);
    }
    Edit::Appraisal(AppraisalEdit::Gateways(list))
}
