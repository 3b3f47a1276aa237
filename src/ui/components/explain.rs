//! How a number was worked out, in a dialog over the page.

use super::dialog::Dialog;
use crate::ui::hooks::{Editor, use_editor};
use weighbridge_report::{ChangedOn, Explanation};
use weighbridge_state::{Page, Route};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ExplainProps {
    /// What to explain; the dialog is open while there is something.
    pub explanation: Option<Explanation>,
    /// The person has read it: there is nothing to explain any more.
    pub close: Callback<()>,
}

/// The dialog, which closes as every dialog does.
#[component]
pub fn Explain(props: &ExplainProps) -> Html {
    let editor = use_editor();
    html! {
        <Dialog open={props.explanation.is_some()} heading="explanation-title" close={props.close.clone()}>
            if let Some(explanation) = &props.explanation {
                { content(explanation) }
                if let Some(change) = &explanation.change { { link(&editor, change) } }
            }
        </Dialog>
    }
}

/// Where the number can be changed.
fn link(editor: &Editor, change: &ChangedOn) -> Html {
    let id = editor.document.id();
    let (to, words) = match change {
        ChangedOn::Weights => (Route::of(id, Page::Weights), "Change it on Weights"),
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
