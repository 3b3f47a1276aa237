//! The questions for every delivery model, option by option.

use super::attributes::fact_field;
use crate::ui::components::disclosure::{Disclosure, Opened};
use crate::ui::components::edits::dom_id;
use crate::ui::hooks::use_editor;
use weighbridge_model::{Alternative, AttributeKey};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct PromptsProps {
    /// The open cards of the page.
    pub opened: Opened,
}

/// The section, folded.
#[component]
pub fn Prompts(props: &PromptsProps) -> Html {
    let editor = use_editor();
    let on = editor.document.appraisal();
    let opened = &props.opened;
    let all = on.appraised().count() * AttributeKey::PROMPTS.len();
    let answered: usize = on.appraised().map(answered).sum();
    let face = html! {
        <p class="quiet">{ format!("Powers, procurement, subsidy, staff, VAT, registration and exit. {answered} of {all} answered.") }</p>
    };
    let card = |option: &Alternative| {
        let id = &option.id;
        let face = format!(
            "{} of {} answered",
            self::answered(option),
            AttributeKey::PROMPTS.len()
        );
        html! {
            <li key={id.as_str().to_owned()}>
                <Disclosure id={dom_id("prompts", id)} opened={opened.clone()} level={4}
                    title={html! { option.short_name() }} face={html! { <p class="quiet">{ face }</p> }}>
                    <div class="pairs">
                        { for AttributeKey::PROMPTS.into_iter().map(|key| fact_field(&editor, option, key)) }
                    </div>
                </Disclosure>
            </li>
        }
    };
    html! {
        <section class="chapter">
            <Disclosure id="prompts" opened={opened.clone()} level={3} title={html! { "Questions for every delivery model" }} {face}>
                <p class="sub">{ "What nobody should forget. What is answered for one option shows side by side for all." }</p>
                <ul class="folds">{ for on.appraised().map(card) }</ul>
            </Disclosure>
        </section>
    }
}

fn answered(option: &Alternative) -> usize {
    let given = |key: &&AttributeKey| !option.attribute(key).is_empty();
    AttributeKey::PROMPTS.iter().filter(given).count()
}
