//! The methods of weighting: shares and swing, and more for those who ask.

use super::weighting_context::{WeightingContext, view};
use crate::ui::hooks::Editor;
use weighbridge_model::{CriterionId, WeightingMethod};
use weighbridge_report::words::Named;
use weighbridge_state::{Page, Route};
use yew::prelude::*;

/// Links to each method. `shown` is the method of the page, `None` for the comparison of all; `branch` what it is about.
pub fn ways(editor: &Editor, shown: Option<WeightingMethod>, branch: Option<&CriterionId>) -> Html {
    let on = editor.document.appraisal();
    let used = on.agreed().weights.weighting(branch).method;
    // Where other weights count than those that its answers give, no method is in use.
    let counts = WeightingContext {
        editor: editor.clone(),
        branch: branch.cloned(),
        method: used,
    }
    .counts();
    let basic = |m: &WeightingMethod| matches!(m, WeightingMethod::Direct | WeightingMethod::Swing);
    let link = |method: WeightingMethod| {
        let href = Route::part(
            editor.document.id(),
            Page::Weights,
            &view(method, branch.filter(|_| method != WeightingMethod::Direct)),
        )
        .href();
        html! {
            <li key={method.words()}>
                <a {href} aria-current={(shown == Some(method)).then_some("true")}>
                    { method.words() }
                    if method == used && counts { <small>{ " in use" }</small> }
                </a>
            </li>
        }
    };
    let more = WeightingMethod::ALL.into_iter().filter(|m| !basic(m));
    let open = shown.is_none_or(|m| !basic(&m)) || !basic(&used);
    let compare = Route::part(editor.document.id(), Page::Weights, "compare").href();
    html! {
        <nav class="ways" aria-label="Weighting methods">
            <ul>{ for WeightingMethod::ALL.into_iter().filter(basic).map(link) }</ul>
            <details open={open}>
                <summary>{ "Other methods" }</summary>
                <ul>
                    { for more.map(link) }
                    <li key="compare"><a href={compare} aria-current={shown.is_none().then_some("true")}>{ "Compare methods" }</a></li>
                </ul>
            </details>
        </nav>
    }
}
