//! How well the answers to a method agree, where they can contradict each other.

use super::weighting_context::WeightingContext;
use weighbridge_report::agreement_words;
use yew::prelude::*;

/// The section: in words, with what else there is to say of it, what can be done, and how it is worked out.
pub fn agreement(ground: &WeightingContext, also: &str, done: Html, how: String) -> Html {
    let words = ground.agreement().map(|found| agreement_words(&found));
    html! {
        <section>
            <h2 id="agree" tabindex="-1">{ "Do the answers agree?" }</h2>
            <p>{ words.unwrap_or_default() }{ also }</p>
            { done }
            <details class="more">
                <summary>{ "How this is worked out" }</summary>
                <p>{ how }</p>
            </details>
        </section>
    }
}
