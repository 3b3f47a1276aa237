//! The figures the appraisal relies on.

use super::figure::FigureCard;
use super::new_figure::NewFigure;
use crate::ui::components::disclosure::use_opened;
use crate::ui::hooks::use_editor;
use yew::prelude::*;

/// The list, with a form that adds to it.
#[component]
pub fn Figures() -> Html {
    let editor = use_editor();
    let opened = use_opened();
    let figures = &editor.document.appraisal().frame.figures;
    html! {
        <section aria-labelledby="figures">
            <h2 id="figures">{ "Figures the appraisal relies on" }</h2>
            <p class="sub">{ "Each as its source gives it, hedge included: “almost £10 million” is not £10 million." }</p>
            <ol class="folds">
                { for figures.iter().map(|f| html! {
                    <li key={f.id.as_str().to_owned()}><FigureCard id={f.id.clone()} opened={opened.clone()} /></li>
                }) }
            </ol>
            <NewFigure />
        </section>
    }
}
