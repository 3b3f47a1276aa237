//! Why a criterion has its weight: the same reason whatever the method, so every method has room for it.

use super::weighting_context::WeightingContext;
use crate::ui::components::edits::commit;
use crate::ui::components::fields::Field;
use crate::ui::hooks::Editor;
use weighbridge_edit::{Edit, WeightsEdit};
use weighbridge_model::Criterion;
use yew::prelude::*;

/// The field for the reason.
pub fn reason(editor: &Editor, criterion: &Criterion) -> Html {
    let id = criterion.id.clone();
    let why = editor.document.appraisal().agreed().weights.reason(&id);
    let value = why.to_owned();
    let commit = commit(editor, move |text| {
        Edit::Weights(WeightsEdit::Reason(id.clone(), text))
    });
    html! {
        <Field key={criterion.id.to_string()} id={format!("why-{}", criterion.id)} label={format!("Reason for the weight of {}", criterion.name)}
            long={true} {value} {commit} />
    }
}

/// The reasons for all weights of a branch, for pages that ask of two criteria at a time.
pub fn reasons(ground: &WeightingContext) -> Html {
    html! {
        <details class="more reasons-for-weights">
            <summary>{ "Say why: reasons for these weights" }</summary>
            <p class="hint">{ "A reason belongs to the weight of a criterion, whatever the method that gave it." }</p>
            { for ground.children().iter().map(|c| reason(&ground.editor, c)) }
        </details>
    }
}
