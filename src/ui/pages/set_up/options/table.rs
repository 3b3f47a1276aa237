//! The facts about the options, side by side.

use super::facts::facts;
use super::own_facts::own_facts;
use crate::ui::components::paper::on_paper;
use crate::ui::hooks::Editor;
use weighbridge_chart::Table;
use weighbridge_model::{Alternative, AttributeKey};
use weighbridge_report::words::attribute;
use yew::prelude::*;

/// The table; nothing while no fact is known.
pub fn table(editor: &Editor, printing: bool) -> Html {
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
            if printing { { on_paper(&for_paper(&options, &keys), Some("Fact")) } }
            <div class="scroll screen" role="region" aria-label="Table of facts" tabindex="0">
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
            { facts(editor) }
        </section>
    }
}

/// The table as paper takes it.
fn for_paper(options: &[&Alternative], keys: &[AttributeKey]) -> Table {
    let names: Vec<&str> = std::iter::once("Option")
        .chain(keys.iter().map(attribute))
        .collect();
    let mut table = Table::new("The facts about each option", &names);
    for option in options {
        table.start(option.short_name());
        for key in keys {
            let text = option.attribute(key);
            table.words(if text.is_empty() { "–" } else { text }.to_owned(), None);
        }
    }
    table
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
