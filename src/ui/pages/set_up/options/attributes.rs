//! The facts about an option that matter for who runs a service, and any of the user's own.

use super::own_facts::own_facts;
use crate::browser::element::focus_soon;
use crate::ui::components::edits::{commit, dom_id};
use crate::ui::components::fields::Field;
use crate::ui::components::form::{draft_field, typed};
use crate::ui::hooks::{Editor, use_editor, use_half_typed};
use weighbridge_edit::{Edit, OptionEdit};
use weighbridge_model::{Alternative, AttributeKey, OptionId};
use weighbridge_report::words::{Mistyped, Sentence, attribute, attribute_question};
use yew::prelude::*;

/// Whom it answers to, and the other facts behind a line: those of the tool, the users' own, and a form that adds one.
pub fn attributes(editor: &Editor, option: &Alternative) -> Html {
    let on = editor.document.appraisal();
    let first = AttributeKey::AccountableTo;
    let more = AttributeKey::STANDARD.into_iter().chain(own_facts(on));
    let more = more.filter(|key| *key != first);
    html! {
        <>
            <div class="pairs">{ fact_field(editor, option, first.clone()) }</div>
            <details class="more">
                <summary>
                    { "More facts: legal form, employer, start" }
                    <span class="visually-hidden">{ format!(", {}", option.short_name()) }</span>
                </summary>
                <p class="sub">{ "Not scored: they stand side by side in the business case, so that everyone means the same thing." }</p>
                <div class="pairs">{ for more.map(|key| fact_field(editor, option, key)) }</div>
                <NewFact id={option.id.clone()} />
            </details>
        </>
    }
}

/// The field of one fact about an option.
pub(super) fn fact_field(editor: &Editor, option: &Alternative, key: AttributeKey) -> Html {
    let id = &option.id;
    let words = attribute(&key).to_owned();
    let set = {
        let (id, key) = (id.clone(), key.clone());
        commit(editor, move |text| {
            Edit::change_option(id.clone(), OptionEdit::Attribute(key.clone(), text))
        })
    };
    let long = attribute_question(&key).is_some();
    html! {
        <Field key={words.clone()} id={dom_id(&format!("fact-{words}"), id)} label={words.clone()} hint={hint(&key)} {long}
            value={option.attribute(&key).to_owned()} commit={set} />
    }
}

fn hint(key: &AttributeKey) -> &'static str {
    match key {
        AttributeKey::AccountableTo => "Whom the body that runs the service answers to",
        AttributeKey::LegalForm => "Such as a department, a company or a charitable trust",
        AttributeKey::Employer => "Who employs the staff",
        AttributeKey::Reversible => "Whether it can be undone, and at what cost",
        AttributeKey::EarliestStart => "When it could begin",
        AttributeKey::Own(_) => "A fact of your own; blank when nothing is known",
        prompt => attribute_question(prompt).unwrap_or_default(),
    }
}

#[derive(PartialEq, Properties)]
struct NewFactProps {
    /// The option that gets the fact.
    id: OptionId,
}

/// The form that adds a fact under a name of the user's own.
#[component]
fn NewFact(props: &NewFactProps) -> Html {
    let editor = use_editor();
    let id = &props.id;
    let (name_id, value_id) = (dom_id("new-fact", id), dom_id("new-fact-value", id));
    let (name, value) = (use_half_typed(&name_id), use_half_typed(&value_id));
    let tried = use_state(|| false);
    let missing = |text: &str, wrong: Mistyped| {
        (*tried && text.trim().is_empty()).then(|| AttrValue::from(wrong.sentence()))
    };
    let onsubmit = {
        let (name, value, tried) = (name.clone(), value.clone(), tried.clone());
        let (editor, id) = (editor.clone(), id.clone());
        let (name_id, value_id) = (name_id.clone(), value_id.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if name.trim().is_empty() || value.trim().is_empty() {
                tried.set(true);
                return focus_soon(if name.trim().is_empty() {
                    &name_id
                } else {
                    &value_id
                });
            }
            let fact = OptionEdit::Attribute(AttributeKey::named(&name), value.trim().to_owned());
            editor.apply(Edit::change_option(id.clone(), fact));
            name.set(String::new());
            value.set(String::new());
            tried.set(false);
            focus_soon(&name_id);
        })
    };
    html! {
        <details class="more">
            <summary>{ "Add a fact of your own" }</summary>
            <form {onsubmit}>
            <div class="pairs">
                { draft_field(name_id, "Name of the fact", "Such as Annual rent; it is offered for every option",
                    &name, typed(&name), missing(&name, Mistyped::BlankName)) }
                { draft_field(value_id, "What holds for this option", "Such as £30,000",
                    &value, typed(&value), missing(&value, Mistyped::BlankFact)) }
            </div>
            <button class="button small" type="submit">{ "Add fact" }</button>
            </form>
        </details>
    }
}
