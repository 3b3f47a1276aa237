//! The facts about the options, side by side.

use super::facts::Facts;
use super::own_facts::own_facts;
use crate::ui::hooks::use_editor;
use weighbridge_model::{Alternative, AttributeKey};
use weighbridge_report::words::attribute;
use yew::prelude::*;

/// The table; nothing while no fact is known.
#[component]
pub fn Table() -> Html {
    let editor = use_editor();
    let on = editor.document.appraisal();
    let options: Vec<&Alternative> = on.appraised().collect();
    let keys: Vec<AttributeKey> = AttributeKey::known()
        .chain(own_facts(on))
        .filter(|key| options.iter().any(|o| !o.attribute(key).is_empty()))
        .collect();
    html! {
        <section aria-labelledby="facts" hidden={keys.is_empty()}>
            <h3 id="facts">{ "Side by side" }</h3>
            <p class="sub">{ "The facts about each option. Change them in its row." }</p>
            <div class="scroll" role="region" aria-label="Table of facts" tabindex="0">
                <table class="facts-table" aria-labelledby="facts">
                    <thead>
                        <tr>
                            <th scope="col">{ "Option" }</th>
                            { for keys.iter().map(|key| html! { <th scope="col" key={key.key().to_owned()}>{ attribute(key).to_owned() }</th> }) }
                        </tr>
                    </thead>
                    <tbody>
                        { for options.iter().map(|o| row(o, &keys)) }
                    </tbody>
                </table>
            </div>
            <Facts />
        </section>
    }
}

fn row(option: &Alternative, keys: &[AttributeKey]) -> Html {
    html! {
        <tr key={option.id.as_str().to_owned()}>
            <th scope="row">{ option.short_name().to_owned() }</th>
            { for keys.iter().map(|key| html! {
                <td key={key.key().to_owned()}>
                    { match option.attribute(key) {
                        "" => html! { <span class="quiet">{ "–" }<span class="visually-hidden">{ "not said" }</span></span> },
                        text => html! { <span>{ text.to_owned() }</span> },
                    } }
                </td>
            }) }
        </tr>
    }
}
