//! The methods of weighting: shares and swing, and more for those who ask.

use super::weighting_context::{WeightingContext, view};
use crate::ui::hooks::use_editor;
use weighbridge_model::{CriterionId, WeightingMethod};
use weighbridge_report::words::Named;
use weighbridge_state::{Page, Route};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct WaysProps {
    /// The method shown; `None` for the comparison of all.
    pub method: Option<WeightingMethod>,
    /// The branch it is about.
    pub branch: Option<CriterionId>,
}

/// Links to each method.
#[component]
pub fn Ways(props: &WaysProps) -> Html {
    let editor = use_editor();
    let on = editor.document.appraisal();
    let used = on.agreed().weights.weighting(props.branch.as_ref()).method;
    // Where other weights count than those that its answers give, no method is in use.
    let counts = WeightingContext {
        editor: editor.clone(),
        branch: props.branch.clone(),
        method: used,
    }
    .counts();
    let basic = |m: &WeightingMethod| matches!(m, WeightingMethod::Direct | WeightingMethod::Swing);
    let link = |method: WeightingMethod| {
        let href = Route::part(
            editor.document.id(),
            Page::Weights,
            &view(
                method,
                props
                    .branch
                    .as_ref()
                    .filter(|_| method != WeightingMethod::Direct),
            ),
        )
        .href();
        html! {
            <li key={method.words()}>
                <a {href} aria-current={(props.method == Some(method)).then_some("true")}>
                    { method.words() }
                    if method == used && counts { <small>{ " in use" }</small> }
                </a>
            </li>
        }
    };
    let more = WeightingMethod::ALL.into_iter().filter(|m| !basic(m));
    let open = props.method.is_none_or(|m| !basic(&m)) || !basic(&used);
    let compare = Route::part(editor.document.id(), Page::Weights, "compare").href();
    html! {
        <nav class="ways" aria-label="Weighting methods">
            <ul>{ for WeightingMethod::ALL.into_iter().filter(basic).map(link) }</ul>
            <details open={open}>
                <summary>{ "Other methods" }</summary>
                <ul>
                    { for more.map(link) }
                    <li key="compare"><a href={compare} aria-current={props.method.is_none().then_some("true")}>{ "Compare methods" }</a></li>
                </ul>
            </details>
        </nav>
    }
}
