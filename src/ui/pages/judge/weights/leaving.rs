//! Going on from a method: whose answers are complete and not in use is asked what to do with them first.

use super::weighting_context::WeightingContext;
use crate::browser::{address, element::focus_soon};
use crate::ui::components::outcome::onward_asking;
use crate::ui::hooks::use_editor;
use weighbridge_model::WeightingMethod;
use weighbridge_report::words::Named;
use weighbridge_state::{Page, Route};
use yew::prelude::*;

const QUESTION: &str = "use-answers";

#[derive(PartialEq, Properties)]
pub struct OnwardAskingProps {
    /// The method of the page.
    pub method: WeightingMethod,
}

/// The links to the steps before and after; the one after asks first where there is something to ask.
#[component]
pub fn OnwardAsking(props: &OnwardAskingProps) -> Html {
    let editor = use_editor();
    let asked = use_state(|| false);
    let method = props.method;
    let waits = !editor.document.unused_answers(method).is_empty();
    let go = {
        let next = Page::Weights.neighbours().1;
        let route = next.map(|page| Route::of(editor.document.id(), page).fragment());
        move || route.iter().for_each(|route| address::go(route))
    };
    let use_them = {
        let (editor, go) = (editor.clone(), go.clone());
        Callback::from(move |_: MouseEvent| {
            for branch in editor.document.unused_answers(method) {
                let editor = editor.clone();
                WeightingContext {
                    editor,
                    branch,
                    method,
                }
                .adopt_method();
            }
            go();
        })
    };
    let leave = Callback::from(move |_: MouseEvent| go());
    let ask = {
        let asked = asked.clone();
        Callback::from(move |event: MouseEvent| {
            if waits {
                event.prevent_default();
                asked.set(true);
                focus_soon(QUESTION);
            }
        })
    };
    let name = method.words();
    html! {
        <>
            if waits && *asked {
                <section class="banner leaving" aria-labelledby={QUESTION}>
                    <h2 id={QUESTION} tabindex="-1">{ format!("Use the weights from {name}?") }</h2>
                    <p>{ "Your answers are complete, and other weights are in use. Using yours replaces them; you can undo it." }</p>
                    <p class="actions">
                        <button class="button solid" type="button" onclick={use_them}>{ "Use them, then go on" }</button>
                        <button class="button" type="button" onclick={leave}>{ "Keep the weights in use" }</button>
                    </p>
                </section>
            }
            { onward_asking(&editor, Page::Weights, Some(ask)) }
        </>
    }
}
