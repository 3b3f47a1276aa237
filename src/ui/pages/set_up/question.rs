//! Question: what is to be decided, by whom, and what the appraisal rests on.

mod about;
mod amount;
mod figure;
mod figures;
mod new_figure;
mod source;
mod sources;

use super::Cards;
use crate::ui::components::disclosure::use_opened;
use crate::ui::components::outcome::{Head, onward};
use crate::ui::components::paper::use_printing;
use crate::ui::hooks::use_editor;
use about::about;
use figures::figures;
use sources::sources;
use weighbridge_state::Page;
use yew::prelude::*;

/// The page.
#[component]
pub fn Question() -> Html {
    let editor = use_editor();
    let opened_sources = use_opened();
    let opened_figures = use_opened();
    let printing = use_printing();
    let cards = |opened| Cards {
        editor: &editor,
        opened,
        printing,
    };
    html! {
        <>
            <Head title="What is to be decided?"
                lede={html! {
                "Say what the decision is, who takes it, and what the appraisal rests on. A reader a year from now has only what is written here."
            }} />
            { about(&editor) }
            { sources(&cards(&opened_sources)) }
            { figures(&cards(&opened_figures)) }
            { onward(&editor, Page::Question) }
        </>
    }
}
