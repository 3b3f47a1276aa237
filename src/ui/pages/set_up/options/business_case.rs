//! What a business case asks of the options, folded away until somebody wants it.

use super::framework::framework;
use super::gateways::gateways;
use super::prompts::prompts;
use super::short_list::short_list;
use super::table::table;
use crate::ui::pages::set_up::Cards;
use yew::prelude::*;

/// The section: checks of the short list, the options framework, gateways, the questions for every delivery model, and
/// the facts side by side.
pub fn business_case(cards: &Cards<'_>) -> Html {
    let editor = cards.editor;
    let words = weighbridge_report::business_case(editor.document.appraisal());
    let face = html! { <p class="quiet">{ words }</p> };
    let within = || {
        html! {
            <>
                { short_list(editor) }
                <div class="chapters">
                    { framework(cards) }
                    { gateways(cards) }
                    { prompts(cards) }
                </div>
                { table(editor, cards.printing) }
            </>
        }
    };
    let (id, title) = ("business-case".to_owned(), html! { "Business case" });
    let card = cards.card(id, 2, title, face, Html::default(), &within);
    html! { <section class="business-case">{ card }</section> }
}
