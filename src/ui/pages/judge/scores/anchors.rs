//! What a criterion asks, and what its scale means in words.

use weighbridge_model::Criterion;
use weighbridge_numeric::sort_descending;
use weighbridge_report::compact;
use yew::prelude::*;

/// The question, what counts, and the words along the scale, best first.
pub fn anchors(criterion: &Criterion) -> Html {
    let mut anchors: Vec<_> = criterion
        .anchors
        .iter()
        .filter(|a| !a.words.trim().is_empty())
        .collect();
    sort_descending(&mut anchors, |a| a.value.get());
    html! {
        <div class="score-asks">
            if !criterion.question.is_empty() {
                <p class="question">{ &criterion.question }</p>
            }
            if !criterion.note.is_empty() {
                <p class="quiet">{ &criterion.note }</p>
            }
            if !anchors.is_empty() {
                <dl class="score-anchors">
                    { for anchors.iter().map(|anchor| html! {
                        <div key={anchor.value.get().to_string()}>
                            <dt>{ compact(anchor.value.get()) }</dt>
                            <dd>{ &anchor.words }</dd>
                        </div>
                    }) }
                </dl>
            }
        </div>
    }
}
