//! The user's own facts: renamed or removed for every option at once.

use super::own_facts::{ADD, own_facts};
use crate::ui::components::edits::{choose, commit, dom_id};
use crate::ui::components::fields::Field;
use crate::ui::components::order::{after_removal, remove_button};
use crate::ui::hooks::Editor;
use weighbridge_edit::{Edit, OptionsEdit};
use weighbridge_report::words::attribute;
use yew::prelude::*;

/// The list; nothing while there is no such fact.
pub fn facts(editor: &Editor) -> Html {
    let names: Vec<String> = own_facts(editor.document.appraisal())
        .iter()
        .map(|key| attribute(key).to_owned())
        .collect();
    let id = |name: &str| dom_id("fact", name).replace(' ', "_");
    let ids: Vec<String> = names.iter().map(|name| id(name)).collect();
    let item = |(at, name): (usize, &String)| {
        let rename = {
            let from = name.clone();
            commit(editor, move |to| {
                Edit::Options(OptionsEdit::RenameAttribute(from.clone(), to))
            })
        };
        let remove = choose(editor, {
            let name = name.clone();
            move |()| Edit::Options(OptionsEdit::RemoveAttribute(name.clone()))
        });
        html! {
            // By its place: a fact has nothing but its name, which changes here while it has the focus.
            <li key={at}>
                <Field id={id(name)} label={format!("Name of the fact “{name}”")} value={name.clone()}
                    commit={rename} />
                { remove_button(&format!("the fact {name}"), "It goes from every option.", after_removal(&ids, at, ADD), remove) }
            </li>
        }
    };
    html! {
        <div>
            if !names.is_empty() {
                <details class="more">
                    <summary>{ "Rename or remove your own facts" }</summary>
                    <ul class="bare">{ for names.iter().enumerate().map(item) }</ul>
                </details>
            }
        </div>
    }
}
