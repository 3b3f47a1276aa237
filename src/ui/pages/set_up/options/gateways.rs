//! Gateways: what every option has to pass, whatever else it offers.

use super::gateway::gateway_card;
use super::gateway_list::ADD;
use super::passages::passages;
use crate::browser::element::focus_soon;
use crate::ui::components::explained::Explained;
use crate::ui::components::form::add_field;
use crate::ui::pages::set_up::Cards;
use weighbridge_analysis::gate;
use weighbridge_edit::{BatchSubject, Edit};
use weighbridge_model::Appraisal;
use weighbridge_report::words::{SUCCESS_FACTORS, Term};
use weighbridge_state::Document;
use yew::prelude::*;

/// The section, folded.
pub fn gateways(cards: &Cards<'_>) -> Html {
    let face = face(&cards.editor.document);
    cards.chapter("gateways", 3, "Gateways", face, &|| within(cards))
}

fn within(cards: &Cards<'_>) -> Html {
    let editor = cards.editor;
    let on = editor.document.appraisal();
    let list = &on.frame.gateways;
    let known = |name: &str| list.iter().any(|g| g.name.eq_ignore_ascii_case(name));
    let all = SUCCESS_FACTORS.iter().all(|(name, _)| known(name));
    let add_five = {
        let editor = editor.clone();
        Callback::from(move |_: MouseEvent| {
            editor.apply(Edit::add_gateways(
                editor.document.appraisal(),
                &SUCCESS_FACTORS,
            ));
            // The button goes.
            focus_soon(ADD);
        })
    };
    html! {
        <>
            <p class="sub">{ "What every option has to pass, however well it does otherwise. The Green Book calls them critical success factors." }<Explained term={Term::Gateway} /></p>
            <ol class="folds">
                { for list.iter().enumerate().map(|(at, g)| html! {
                    <li key={g.id.as_str().to_owned()}>{ gateway_card(cards, list, at) }</li>
                }) }
            </ol>
            if !all {
                <p><button class="button" type="button" onclick={add_five}>{ "Add the Green Book’s five" }</button></p>
            }
            { add_field(editor, ADD, "Add a gateway of your own", "A few words, such as Lawful, or Meets the statutory direction",
                "Add gateway", BatchSubject::Gateways, Edit::add_gateway) }
            { passages(editor) }
        </>
    }
}

fn face(document: &Document) -> Html {
    let on = document.appraisal();
    let (mut open, mut all) = (0, 0);
    for gateway in &on.frame.gateways {
        for option in on.appraised() {
            all += 1;
            open += usize::from(gate(on, option, gateway).pass.is_none());
        }
    }
    let words = match (on.frame.gateways.len(), open) {
        (0, _) => {
            "Something every option has to pass, such as being affordable. None yet.".to_owned()
        }
        (_, 0) => format!("{}; every option is judged at each.", how_many(on)),
        (_, open) => format!("{}; {open} of {all} not judged yet.", how_many(on)),
    };
    html! { <p class="quiet">{ words }</p> }
}

fn how_many(on: &Appraisal) -> String {
    match on.frame.gateways.len() {
        1 => "One gateway".to_owned(),
        n => format!("{n} gateways"),
    }
}
