//! How each option fares at each gateway: a table, on a narrow screen a list.

use crate::edit::{Edit, OptionEdit};
use crate::model::{Extra, Gateway, GatewayId, Opt, OptionId, Passage};
use crate::report::gate_words;
use crate::ui::components::edits::{choose, commit, dom_id};
use crate::ui::components::fields::{Choice, Field};
use crate::ui::hooks::use_editor;
use crate::ui::part::part;
use markup::html;
use yew::prelude::*;

/// The table; nothing while there are no gateways or no options.
#[component]
pub fn Passages() -> Html {
    let editor = use_editor();
    let on = editor.document.appraisal();
    // What was judged of an option that is ruled out stays in sight.
    let shown = |o: &&Opt| o.is_appraised() || o.gateways.iter().next().is_some();
    let options: Vec<&Opt> = on.options.iter().filter(shown).collect();
    if on.gateways.is_empty() || options.is_empty() {
        return Html::default();
    }
    let row = |option: &&Opt| {
        let cell = |gateway: &Gateway| {
            html! { <td key={gateway.id.as_str().to_owned()}>{ part!(Cell { option: option.id.clone(), gateway: gateway.id.clone() }) }</td> }
        };
        html! {
            <tr key={option.id.as_str().to_owned()}>
                <th scope="row">
                    { option.short_name().to_owned() }
                    if !option.is_appraised() { <small>{ "Ruled out" }</small> }
                </th>
                { for on.gateways.iter().map(cell) }
            </tr>
        }
    };
    html! {
        <>
            <h3 id="passages">{ "Who passes" }</h3>
            <div class="scroll" role="region" aria-labelledby="passages" tabindex="0">
                <table class="cells">
                    <thead>
                        <tr>
                            <th scope="col">{ "Option" }</th>
                            { for on.gateways.iter().map(|g| html! { <th scope="col" key={g.id.as_str().to_owned()}>{ &g.name }</th> }) }
                        </tr>
                    </thead>
                    <tbody>{ for options.iter().map(row) }</tbody>
                </table>
            </div>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct CellProps {
    option: OptionId,
    gateway: GatewayId,
}

/// What is known of an option at a gateway: decided by its value, or said by people.
#[component]
fn Cell(props: &CellProps) -> Html {
    let editor = use_editor();
    let CellProps {
        option: id,
        gateway: gateway_id,
    } = props;
    let on = editor.document.appraisal();
    let gateway = on.gateways.iter().find(|g| g.id == *gateway_id);
    let (Some(option), Some(gateway)) = (on.option(id), gateway) else {
        return Html::default();
    };
    let gate = editor.document.analysis.gate(option, gateway);
    let fails = gate.pass == Some(false);
    let name = html! { <p class="cell-name" aria-hidden="true">{ &gateway.name }</p> };
    if let Some(words) = gate_words(gate, gateway) {
        return html! {
            <div class={classes!("cell", fails.then_some("fails"))}>
                { name }
                <p><strong>{ if fails { "Fail" } else { "Pass" } }</strong></p>
                <p class="hint">{ format!("{words}: decided by the score.") }</p>
            </div>
        };
    }
    let said = option.gateways.get(gateway_id);
    let evidence = said.map_or_else(String::new, |p| p.evidence.clone());
    let passage = said.cloned().unwrap_or(Passage {
        pass: None,
        evidence: String::new(),
        extra: Extra::default(),
    });
    let edit = {
        let (id, gateway) = (id.clone(), gateway_id.clone());
        move |passage: Passage| {
            let silent = passage.pass.is_none()
                && passage.evidence.trim().is_empty()
                && passage.extra.0.is_empty();
            let passage = (!silent).then_some(passage);
            Edit::Option(id.clone(), OptionEdit::Passage(gateway.clone(), passage))
        }
    };
    let judge = {
        let (edit, passage) = (edit.clone(), passage.clone());
        choose(&editor, move |at: usize| {
            let pass = [None, Some(true), Some(false)].get(at).copied().flatten();
            edit(Passage {
                pass,
                ..passage.clone()
            })
        })
    };
    let show = commit(&editor, move |evidence| {
        edit(Passage {
            evidence,
            ..passage.clone()
        })
    });
    let chosen = match gate.pass {
        None => 0,
        Some(true) => 1,
        Some(false) => 2,
    };
    let about = format!("{} at {}", option.short_name(), gateway.name);
    let cell_id = dom_id(&format!("passage-{id}"), gateway_id);
    html! {
        <div class={classes!("cell", fails.then_some("fails"))}>
            { name }
            { part!(Choice { id: cell_id.clone(), label: about.clone(), quiet: true, chosen, choose: judge, choices: vec!["Not known yet".into(), "Pass".into(), "Fail".into()] }) }
            if chosen > 0 || !evidence.is_empty() {
                { part!(Field { id: format!("{cell_id}-evidence"), label: format!("Evidence: {about}"), quiet: true, long: true, hint: "What shows it", value: evidence, commit: show }) }
            }
        </div>
    }
}
