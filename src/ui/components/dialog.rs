//! A dialog over the page.

use crate::browser::element::{close_dialog, show_dialog};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct DialogProps {
    /// Whether it is open.
    pub open: bool,
    /// The id of its heading.
    pub heading: &'static str,
    /// Its classes, beside that of every dialog.
    #[prop_or_default]
    pub class: &'static str,
    /// The person has closed it.
    pub close: Callback<()>,
    /// What is in it while it is open.
    pub children: Html,
}

/// The dialog. Escape, the button and a click beside it close it, and the focus returns to where it was.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(props.open, move |open| {
            if let Some(dialog) = dialog.cast() {
                if *open {
                    show_dialog(&dialog);
                } else {
                    close_dialog(&dialog);
                }
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
        <dialog ref={dialog} class={classes!("explain", props.class)} aria-labelledby={props.heading} closedby="any" {onclose}>
            if props.open {
                { props.children.clone() }
                <p><button class="button" type="button" onclick={shut}>{ "Close" }</button></p>
            }
        </dialog>
    }
}
