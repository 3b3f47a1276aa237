//! How far to trust an appraisal, in the list of them.

use yew::prelude::*;

/// Each thing that is said of it above all, as a tag; nothing where nothing is.
pub fn tags(standing: &[String]) -> Html {
    html! {
        if !standing.is_empty() {
            <p class="tags">{ for standing.iter().map(|words| html! { <><span class="tag">{ words }</span>{ " " }</> }) }</p>
        }
    }
}
