//! The figures the appraisal relies on.

use super::figure::figure_card;
use super::new_figure::NewFigure;
use crate::ui::pages::set_up::Cards;
use yew::prelude::*;

/// The list, with a form that adds to it.
pub fn figures(cards: &Cards<'_>) -> Html {
    let figures = &cards.editor.document.appraisal().frame.figures;
    html! {
        <section aria-labelledby="figures">
            <h2 id="figures">{ "Figures the appraisal relies on" }</h2>
            <p class="sub">{ "Copy figures exactly, with words such as “almost” or “about”: “almost £10 million” is not £10 million." }</p>
            <ol class="folds">
                { for figures.iter().enumerate().map(|(at, f)| html! {
                    <li key={f.id.as_str().to_owned()}>{ figure_card(cards, figures, at) }</li>
                }) }
            </ol>
            <NewFigure />
        </section>
    }
}
