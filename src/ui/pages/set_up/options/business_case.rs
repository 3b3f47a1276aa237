//! What a business case asks of the options, folded away until somebody wants it.

use super::framework::Framework;
use super::gateways::Gateways;
use super::prompts::Prompts;
use super::short_list::ShortList;
use super::table::Table;
use crate::ui::components::disclosure::{Disclosure, use_opened};
use crate::ui::hooks::use_editor;
use weighbridge_report::business_case;
use yew::prelude::*;

/// The section: checks of the short list, the options framework, gateways, the questions for every delivery model, and
/// the facts side by side.
#[component]
pub fn BusinessCase() -> Html {
    let editor = use_editor();
    let opened = use_opened();
    let face = html! {
        <p class="quiet">{ business_case(editor.document.appraisal()) }</p>
    };
    html! {
        <section class="business-case">
            <Disclosure id="business-case" opened={opened.clone()} level={2} title={html! { "Business case" }} {face}>
                <ShortList />
                <div class="chapters">
                    <Framework opened={opened.clone()} />
                    <Gateways opened={opened.clone()} />
                    <Prompts opened={opened.clone()} />
                </div>
                <Table />
            </Disclosure>
        </section>
    }
}
