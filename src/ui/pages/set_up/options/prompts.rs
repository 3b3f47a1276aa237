//! The questions for every delivery model, option by option.

use super::attributes::fact_field;
use crate::ui::components::edits::dom_id;
use crate::ui::pages::set_up::Cards;
use weighbridge_model::{Alternative, AttributeKey};
use yew::prelude::*;

/// The section, folded.
pub fn prompts(cards: &Cards<'_>) -> Html {
    let on = cards.editor.document.appraisal();
    let all = on.appraised().count() * AttributeKey::PROMPTS.len();
    let answered: usize = on.appraised().map(answered).sum();
    let face = html! {
        <p class="quiet">{ format!("Powers, procurement, subsidy, staff, VAT, registration and exit. {answered} of {all} answered.") }</p>
    };
    let card = |option: &Alternative| {
        let id = dom_id("prompts", &option.id);
        let words = format!(
            "{} of {} answered",
            self::answered(option),
            AttributeKey::PROMPTS.len()
        );
        let title = html! { option.short_name() };
        let face = html! { <p class="quiet">{ words }</p> };
        let within = || {
            let fields = AttributeKey::PROMPTS.into_iter();
            html! { <div class="pairs">{ for fields.map(|key| fact_field(cards.editor, option, key)) }</div> }
        };
        let card = cards.card(id, 4, title, face, Html::default(), &within);
        html! { <li key={option.id.as_str().to_owned()}>{ card }</li> }
    };
    let within = || {
        html! {
            <>
                <p class="sub">{ "What nobody should forget. What is answered for one option shows side by side for all." }</p>
                <ul class="folds">{ for on.appraised().map(card) }</ul>
            </>
        }
    };
    let title = "Questions for every delivery model";
    cards.chapter("prompts", 3, title, face, &within)
}

fn answered(option: &Alternative) -> usize {
    let given = |key: &&AttributeKey| !option.attribute(key).is_empty();
    AttributeKey::PROMPTS.iter().filter(given).count()
}
