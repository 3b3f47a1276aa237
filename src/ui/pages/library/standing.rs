//! How far to trust an appraisal, in the list of them.

use yew::prelude::*;

/// What is said of it above all, as a tag; nothing where nothing is.
pub fn tags(standing: &[String]) -> Html {
    html! {
        if !standing.is_empty() {
            <p class="tags"><span class="tag">{ standing.join(" · ") }</span></p>
        }
    }
}
