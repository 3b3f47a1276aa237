//! What a short list is to hold, and what is missing from it.

use crate::ui::components::explained::Explained;
use crate::ui::hooks::use_editor;
use weighbridge_report::words::Term;
use weighbridge_report::{Listed, short_list};
use yew::prelude::*;

/// The list; nothing while there are no options.
#[component]
pub fn ShortList() -> Html {
    let editor = use_editor();
    let on = editor.document.appraisal();
    let item = |listed: Listed| {
        html! {
            <li key={listed.what}>
                <span class={classes!("dot", listed.there.then_some("done"))} aria-hidden="true"></span>
                <span><strong>{ listed.what }</strong><span class="quiet">{ format!(" {}", listed.words) }</span></span>
            </li>
        }
    };
    html! {
        <section aria-labelledby="short-list" hidden={on.options.is_empty()}>
            <h3 id="short-list">{ "A short list that holds up" }</h3>
            <p class="sub">{ "What the Green Book expects on a short list. You can go on without it." }<Explained term={Term::ShortList} /></p>
            <ul class="ticks">{ for short_list(editor.document.subject()).into_iter().map(item) }</ul>
        </section>
    }
}
