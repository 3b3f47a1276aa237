//! A term of the field with its meaning on demand, where it stands.

use super::edits::dom_id;
use crate::browser::element::focus;
use weighbridge_report::words::Term;
use weighbridge_state::Route;
use yew::prelude::*;

/// The id of a term on the page that has them all.
pub fn term_id(slug: &str) -> String {
    dom_id("glossary", slug)
}

#[derive(PartialEq, Properties)]
pub struct ExplainedProps {
    pub term: Term,
}

/// A question mark that opens and closes the meaning of a term. A term has one on a page.
#[component]
pub fn Explained(props: &ExplainedProps) -> Html {
    let term = props.term;
    let open = use_state(|| false);
    let slug = term.slug();
    let (button, meaning) = (format!("term-{slug}"), format!("meaning-{slug}"));
    let onclick = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let onkeydown = {
        let (open, button) = (open.clone(), button.clone());
        Callback::from(move |event: KeyboardEvent| {
            if *open && event.key() == "Escape" {
                open.set(false);
                focus(&button);
            }
        })
    };
    html! {
        <span class="term" {onkeydown}>
            <button id={button} class="term-mark" type="button" aria-expanded={open.to_string()} aria-controls={meaning.clone()} {onclick}>
                <span aria-hidden="true">{ "?" }</span>
                <span class="visually-hidden">{ format!("What is meant by {}", term.name()) }</span>
            </button>
            <span id={meaning} class="meaning" role="note" hidden={!*open}>
                if *open {
                    <strong>{ term.name() }</strong>{ ": " }{ term.meaning() }{ " " }
                    <a href={Route::Help(slug).href()}>{ "All terms" }</a>
                }
            </span>
        </span>
    }
}
