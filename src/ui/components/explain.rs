//! How a number was worked out, in a dialog over the page.

use crate::browser::element::{close_dialog, show_dialog};
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

/// The dialog. Escape, the button and a click beside it close it, and the focus returns to where
/// it was.
#[component]
pub fn Explain(props: &ExplainProps) -> Html {
    let editor = use_editor();
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(props.explanation.clone(), move |explanation| {
            if let (Some(_), Some(dialog)) = (explanation, dialog.cast()) {
                show_dialog(&dialog);
            }
        });
    }
    let shut = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast() {
                close_dialog(&dialog);
            }
        })
    };
    // The browser closes the dialog, however it was asked; only then does the app hear of it.
    let onclose = props.close.reform(|_: Event| ());
    html! {
        <dialog ref={dialog} class="explain" aria-labelledby="explanation-title" closedby="any" {onclose}>
            if let Some(explanation) = &props.explanation {
                { content(explanation) }
                if let Some(change) = &explanation.change { { link(&editor, change) } }
                <p>
                    <button class="button" type="button" onclick={shut}>{ "Close" }</button>
                </p>
            }
        </dialog>
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
