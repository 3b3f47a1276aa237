//! How each option fares at each gateway: a table, on a narrow screen a list.

use crate::browser::element::focus_soon;
use crate::ui::components::edits::{choose, commit, dom_id};
use crate::ui::components::fields::{Choice, Field};
use crate::ui::hooks::Editor;
use crate::ui::pages::set_up::cells::{cell, column, row, table};
use weighbridge_analysis::gate;
use weighbridge_edit::{Edit, GatewaysEdit, OptionEdit};
use weighbridge_model::{Alternative, Gateway, GatewayId, GatewayResult, OptionId};
use weighbridge_report::gate_words;
use yew::prelude::*;

/// The table; nothing while there are no gateways or no options.
pub fn passages(editor: &Editor) -> Html {
    let on = editor.document.appraisal();
    // What was judged of an option that is ruled out stays in sight.
    let shown = |o: &&Alternative| o.is_appraised() || o.gateways.iter().next().is_some();
    let options: Vec<&Alternative> = on.options.iter().filter(shown).collect();
    if on.frame.gateways.is_empty() || options.is_empty() {
        return Html::default();
    }
    let gateways = &on.frame.gateways;
    let columns = gateways.iter().map(|g| {
        column(
            g.id.as_str(),
            html! { <>{ &g.name }{ all_pass(editor, g) }</> },
        )
    });
    let rows = options.into_iter().map(|option| {
        let cells = gateways
            .iter()
            .map(|g| cell(g.id.as_str(), passage(editor, option, g)));
        let aside = (!option.is_appraised()).then_some("Ruled out");
        row(
            option.id.as_str(),
            option.short_name(),
            aside,
            cells.collect(),
        )
    });
    html! {
        <>
            <h4 id="passages">{ "Who passes" }</h4>
            { table("passages", "cells", "Option", columns.collect(), rows.collect()) }
        </>
    }
}

/// A button that says of every option not judged at a gateway that it passes; none where there are no
/// such options, or the gateway has a level.
fn all_pass(editor: &Editor, gateway: &Gateway) -> Html {
    let on = editor.document.appraisal();
    let open = |o: &Alternative| gate(on, o, gateway).pass.is_none();
    let Some(first) = on.appraised().find(|o| open(o)) else {
        return Html::default();
    };
    if gateway.level.is_some() {
        return Html::default();
    }
    let click = {
        let (editor, id) = (editor.clone(), gateway.id.clone());
        // The button goes.
        let then = cell_id(&first.id, &id);
        Callback::from(move |_: MouseEvent| {
            editor.apply(Edit::Gateways(GatewaysEdit::AllPass(id.clone())));
            focus_soon(&then);
        })
    };
    html! {
        <p><button class="link" type="button" onclick={click}>
            { "All pass" }<span class="visually-hidden">{ format!(" {}", gateway.name) }</span>
        </button></p>
    }
}

fn cell_id(option: &OptionId, gateway: &GatewayId) -> String {
    dom_id(&format!("passage-{option}"), gateway)
}

/// What is known of an option at a gateway: decided by its score, or said by people.
fn passage(editor: &Editor, option: &Alternative, gateway: &Gateway) -> Html {
    let (id, gateway_id) = (&option.id, &gateway.id);
    let on = editor.document.appraisal();
    let gate = gate(on, option, gateway);
    let fails = gate.pass == Some(false);
    let name = html! { <p class="cell-name" aria-hidden="true">{ &gateway.name }</p> };
    if let Some(words) = gate_words(&gate, gateway, on) {
        let verdict = match gate.pass {
            None => "Not judged",
            Some(true) => "Pass",
            Some(false) => "Fail",
        };
        return html! {
            <div class={classes!("cell", fails.then_some("fails"))}>
                { name }
                <p><strong>{ verdict }</strong></p>
                <p class="hint">{ format!("{words}.") }</p>
            </div>
        };
    }
    let said = option.gateways.get(gateway_id);
    let evidence = said.map_or_else(String::new, |p| p.evidence.clone());
    let passage = said.cloned().unwrap_or_default();
    let edit = {
        let (id, gateway) = (id.clone(), gateway_id.clone());
        move |passage: GatewayResult| {
            let silent = passage.pass.is_none()
                && passage.evidence.trim().is_empty()
                && passage.extra.0.is_empty();
            let passage = (!silent).then_some(passage);
            Edit::change_option(
                id.clone(),
                OptionEdit::GatewayResult(gateway.clone(), passage),
            )
        }
    };
    let judge = {
        let (edit, passage) = (edit.clone(), passage.clone());
        choose(editor, move |at: usize| {
            let pass = [None, Some(true), Some(false)].get(at).copied().flatten();
            edit(GatewayResult {
                pass,
                ..passage.clone()
            })
        })
    };
    let show = commit(editor, move |evidence| {
        edit(GatewayResult {
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
    let cell_id = cell_id(id, gateway_id);
    html! {
        <div class={classes!("cell", fails.then_some("fails"))}>
            { name }
            <Choice id={cell_id.clone()} label={about.clone()} quiet={true} {chosen} choose={judge}
                choices={vec!["Not judged".into(), "Pass".into(), "Fail".into()]} />
            if chosen > 0 || !evidence.is_empty() {
                <Field id={format!("{cell_id}-evidence")} label={format!("Evidence: {about}")} quiet={true}
                    long={true} hint="What shows it" value={evidence} commit={show} />
            }
        </div>
    }
}
