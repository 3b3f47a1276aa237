//! How a number was worked out, in a dialog over the page.

use super::dialog::Dialog;
use crate::ui::hooks::App;
use weighbridge_report::{ChangedOn, Explanation};
use weighbridge_state::{Page, Route};
use yew::prelude::*;

/// The dialog, which closes as every dialog does: it is open while there is something to explain. `close` hears that the
/// person has read it.
pub fn explain(app: &App, explanation: Option<&Explanation>, close: Callback<()>) -> Html {
    html! {
        <Dialog open={explanation.is_some()} heading="explanation-title" {close}>
            if let Some(explanation) = explanation {
                { content(explanation) }
                if let Some(change) = &explanation.change { { link(app, change) } }
            }
        </Dialog>
    }
}

/// Where the number can be changed.
fn link(app: &App, change: &ChangedOn) -> Html {
    let id = app.state.shown().map_or("", |open| open.id());
    let (to, words) = match change {
        ChangedOn::Weights => (Route::of(id, Page::Weights), "Change it on Weights"),
        ChangedOn::Scores => (
            Route::of(id, Page::Scores),
            "Change what it rests on, on Scores",
        ),
        ChangedOn::Score(_, criterion) => (
            Route::part(id, Page::Scores, criterion.as_str()),
            "Change it on Scores",
        ),
    };
    html! { <p><a href={to.href()}>{ words }</a></p> }
}

fn content(explanation: &Explanation) -> Html {
    let step = |(at, words): (usize, &String)| html! { <li key={at}>{ words }</li> };
    html! {
        <>
            <h2 id="explanation-title">{ &explanation.title }</h2>
            <ol class="working">{ for explanation.steps.iter().enumerate().map(step) }</ol>
            if !explanation.remarks.is_empty() {
                <dl>
                    { for explanation.remarks.iter().map(|(label, words)| html! {
                        <div key={*label}><dt>{ *label }</dt><dd>{ words }</dd></div>
                    }) }
                </dl>
            }
        </>
    }
}
