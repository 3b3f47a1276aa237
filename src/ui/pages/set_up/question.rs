//! Question: what is to be decided, by whom, and what the appraisal rests on.

mod about;
mod amount;
mod figure;
mod figures;
mod new_figure;
mod source;
mod sources;

use crate::ui::components::outcome::{Head, Onward};
use about::About;
use figures::Figures;
use sources::Sources;
use weighbridge_state::Page;
use yew::prelude::*;

/// The page.
#[component]
pub fn Question() -> Html {
    html! {
        <>
            <Head title="What is to be decided?"
                lede={html! {
                "Say what the decision is, who takes it, and what the appraisal rests on. A reader a year from now has only what is written here."
            }} />
            <About />
            <Sources />
            <Figures />
            <Onward page={Page::Question} />
        </>
    }
}
