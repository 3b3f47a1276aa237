//! Options that fail a gateway: in sight wherever the gateways are folded away.

use super::rule_out::RuleOut;
use crate::ui::hooks::Editor;
use weighbridge_analysis::{failed_gateways, gate};
use weighbridge_model::{Alternative, Appraisal, Gateway, RuledOut};
use weighbridge_report::gate_words;
use yew::prelude::*;

/// What fails, each with a button that rules it out for that.
pub fn failures(editor: &Editor) -> Html {
    let on = editor.document.appraisal();
    html! {
        <div class="failures">{ for on.appraised().map(|option| failure(on, option)) }</div>
    }
}

fn failure(on: &Appraisal, option: &Alternative) -> Html {
    let failed: Vec<&Gateway> = failed_gateways(on, option).collect();
    if failed.is_empty() {
        return Html::default();
    }
    let names: Vec<&str> = failed.iter().map(|g| g.name.as_str()).collect();
    let reasons: Vec<String> = failed
        .iter()
        .map(|g| evidence(on, option, g))
        .filter(|words| !words.is_empty())
        .collect();
    let stage = match names.as_slice() {
        [one] => format!("Gateway: {one}"),
        many => format!("Gateways: {}", many.join(", ")),
    };
    let reason = reasons.join(" ");
    let suggested = RuledOut {
        stage,
        reason: reason.clone(),
        ..RuledOut::default()
    };
    html! {
        <div class="note bad" key={option.id.as_str().to_owned()}>
            <p><strong>{ option.short_name().to_owned() }</strong>{ format!(" fails {}. {reason}", names.join(", ")) }</p>
            <RuleOut key={option.id.to_string()} id={option.id.clone()} role="gateway-out" {suggested} />
        </div>
    }
}

/// What shows that an option fails: the score that decides it, or what somebody wrote.
fn evidence(on: &Appraisal, option: &Alternative, gateway: &Gateway) -> String {
    match gate_words(&gate(on, option, gateway), gateway, on) {
        Some(words) => format!("{words}."),
        None => option
            .gateways
            .get(&gateway.id)
            .map_or_else(String::new, |p| p.evidence.trim().to_owned()),
    }
}
