//! Help: how the tool is used, its keys, and what its terms mean.

use crate::browser::element::focus_soon;
use crate::ui::components::explained::term_id;
use crate::ui::components::plain::plain;
use crate::ui::hooks::use_app;
use weighbridge_report::words::Term;
use weighbridge_report::words::help::{KEYS, TASKS, Task};
use weighbridge_state::Route;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct HelpProps {
    /// What the address calls the term to begin at; empty for the beginning.
    pub term: AttrValue,
}

/// The page.
#[component]
pub fn Help(props: &HelpProps) -> Html {
    let app = use_app();
    use_effect_with(props.term.clone(), |slug| {
        if !slug.is_empty() {
            focus_soon(&term_id(slug));
        }
    });
    let back = app.state.left.as_ref().filter(|route| {
        let open = app.state.document.as_ref();
        open.is_some_and(|document| route.id() == Some(document.id()))
    });
    let task = |task: &Task| {
        html! {
            <section key={task.title}>
                <h3>{ task.title }</h3>
                <ol>{ for task.steps.iter().map(|step| html! { <li key={*step}>{ *step }</li> }) }</ol>
            </section>
        }
    };
    let key = |(keys, what): &(&'static str, &'static str)| {
        html! { <tr key={*keys}><th scope="row"><kbd>{ *keys }</kbd></th><td>{ *what }</td></tr> }
    };
    let term = |term: Term| {
        let slug = term.slug();
        html! {
            <div key={slug.clone()}>
                <dt id={term_id(&slug)} tabindex="-1">{ term.name() }</dt>
                <dd>{ term.meaning() }</dd>
            </div>
        }
    };
    let parts = [
        ("tasks", "How to", TASKS.iter().map(task).collect()),
        (
            "keys",
            "By keyboard",
            html! { <table class="keys" aria-labelledby="keys"><tbody>{ for KEYS.iter().map(key) }</tbody></table> },
        ),
        (
            "glossary",
            "What the terms mean",
            html! { <dl class="glossary">{ for Term::ALL.into_iter().map(term) }</dl> },
        ),
    ];
    let contents = parts
        .iter()
        .map(|(id, words, _)| html! { <li key={*id}>{ jump_to(id, words) }</li> });
    let contents: Html = contents.collect();
    let part = |(id, words, content): (&'static str, &'static str, Html)| {
        html! {
            <section key={id} aria-labelledby={id}>
                <h2 {id} tabindex="-1">{ words }</h2>
                { content }
            </section>
        }
    };
    let page = html! {
        <>
            if let (Some(route), Some(page)) = (back, back.and_then(Route::page)) {
                <p><a href={route.href()}>{ format!("Back to {}", page.name()) }</a></p>
            }
            <h1 id="title" tabindex="-1">{ "Help" }</h1>
            <p class="lede">{ "Weighbridge compares ways of running a service against weighted criteria. It shows what follows from what people said, how sure that is, and what would change it. It does not decide." }</p>
            <nav aria-label="On this page">
                <ul class="contents">{ contents }</ul>
            </nav>
            { for parts.into_iter().map(part) }
        </>
    };
    plain(&app, page)
}

/// The fragment is taken by the route, so a part of the page is gone to by moving the focus.
fn jump_to(id: &'static str, words: &str) -> Html {
    let onclick = Callback::from(move |_: MouseEvent| focus_soon(id));
    html! { <button class="link" type="button" {onclick}>{ words }</button> }
}
