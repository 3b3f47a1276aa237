//! The ways to test the answer, as links from each to the others.

use crate::ui::hooks::use_editor;
use weighbridge_state::{Page, Route};
use yew::prelude::*;

/// The parts of the page, by what the address calls them.
const VIEWS: [(&str, &str); 5] = [
    ("", "One weight at a time"),
    ("your-weights", "Your own weights"),
    ("all-weights", "All weights at once"),
    ("map", "Map of winners"),
    ("scenarios", "Scenarios"),
];

#[derive(PartialEq, Properties)]
pub struct ViewsProps {
    /// The part shown.
    pub now: &'static str,
}

/// Links to each part.
#[component]
pub fn Views(props: &ViewsProps) -> Html {
    let editor = use_editor();
    html! {
        <nav class="ways" aria-label="Ways to test the answer">
            <ul>
                { for VIEWS.into_iter().map(|(view, words)| html! {
                    <li key={view}>
                        <a href={Route::part(editor.document.id(), Page::HowSure, view).href()} aria-current={(props.now == view).then_some("true")}>{ words }</a>
                    </li>
                }) }
            </ul>
        </nav>
    }
}
