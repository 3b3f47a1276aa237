//! Where a number comes from, in a dialog over the page.

use crate::browser::element;
use crate::report::Explanation;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ExplainProps {
    /// What to explain; nothing closes the dialog.
    pub explanation: Option<Explanation>,
    /// Called when the person closes it.
    pub close: Callback<()>,
}

/// The dialog. The browser keeps the focus in it while it is open and gives it back afterwards.
#[component]
pub fn Explain(props: &ExplainProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(props.explanation.is_some(), move |open| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                if *open {
                    element::show_dialog(&dialog);
                } else {
                    dialog.close();
                }
            }
        });
    }
    let onclose = props.close.reform(|_: Event| ());
    let onclick = props.close.reform(|_: MouseEvent| ());
    let Some(what) = props.explanation.clone() else {
        return html! { <dialog ref={dialog} {onclose} class="explain" /> };
    };
    html! {
        <dialog ref={dialog} {onclose} class="explain" aria-labelledby="explain-title">
            <h2 id="explain-title">{ &what.title }</h2>
            <ol class="working">
                { for what.steps.iter().enumerate().map(|(at, step)| html! { <li key={at}>{ step }</li> }) }
            </ol>
            if !what.remarks.is_empty() {
                <dl>
                    { for what.remarks.iter().map(|(label, words)| html! {
                        <div key={*label}><dt>{ *label }</dt><dd>{ words }</dd></div>
                    }) }
                </dl>
            }
            <p class="actions"><button class="button solid" type="button" {onclick}>{ "Close" }</button></p>
        </dialog>
    }
}
