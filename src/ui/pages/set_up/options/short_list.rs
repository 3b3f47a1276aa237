//! What a short list is to hold, and what is missing from it.

use crate::ui::components::explained::Explained;
use crate::ui::hooks::Editor;
use weighbridge_report::{Listed, words::Term};
use yew::prelude::*;

/// The list; nothing while there are no options.
pub fn short_list(editor: &Editor) -> Html {
    let on = editor.document.appraisal();
    let item = |listed: Listed| {
        html! {
            <li key={listed.what}>
                <span class={classes!("dot", listed.there.then_some("done"))} aria-hidden="true"></span>
                <span><strong>{ listed.what }</strong><span class="quiet">{ format!(" {}", listed.words) }</span></span>
            </li>
        }
    };
    let list = weighbridge_report::short_list(editor.document.subject());
    html! {
        <section aria-labelledby="short-list" hidden={on.options.is_empty()}>
            <h3 id="short-list">{ "A short list that holds up" }</h3>
            <p class="sub">{ "What the Green Book expects on a short list. You can go on without it." }<Explained term={Term::ShortList} /></p>
            <ul class="ticks">{ for list.into_iter().map(item) }</ul>
        </section>
    }
}
