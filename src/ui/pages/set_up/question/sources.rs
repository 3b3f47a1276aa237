//! The documents the appraisal rests on.

use super::source::{ADD, source_card};
use crate::ui::components::edits::commit;
use crate::ui::components::fields::Add;
use crate::ui::pages::set_up::Cards;
use weighbridge_edit::{Edit, SourcesEdit};
use yew::prelude::*;

/// The list, with a field that adds to it.
pub fn sources(cards: &Cards<'_>) -> Html {
    let editor = cards.editor;
    let sources = &editor.document.appraisal().frame.sources;
    let add = commit(editor, |title| {
        Edit::Sources(SourcesEdit::Add(title.trim().to_owned()))
    });
    html! {
        <section aria-labelledby="sources">
            <h2 id="sources">{ "Sources" }</h2>
            <p class="sub">{ "The reports and data this rests on, so that anyone can check." }</p>
            // A source has no id of its own: it is known by its place.
            <ol class="folds">
                { for (0..sources.len()).map(|at| html! { <li key={at}>{ source_card(cards, sources, at) }</li> }) }
            </ol>
            <Add id={ADD} label="Add a source" hint="Its title" button="Add source" {add} />
        </section>
    }
}
