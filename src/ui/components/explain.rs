//! How a number was worked out, in a dialog over the page.

use crate::browser::element::{close_dialog, show_dialog};
use weighbridge_report::Explanation;
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
                <p>
                    <button class="button" type="button" onclick={shut}>{ "Close" }</button>
                </p>
            }
        </dialog>
    }
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
