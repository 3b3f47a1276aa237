//! The parts of the page, as links from each to the others.

use crate::ui::hooks::use_editor;
use weighbridge_state::{Page, Route};
use yew::prelude::*;

/// The parts of the page, by what the address calls them.
const VIEWS: [(&str, &str); 6] = [
    ("", "In short"),
    ("one-weight", "One weight"),
    ("all-weights", "All weights"),
    ("scores", "Scores"),
    ("scenarios", "Scenarios"),
    ("analysts", "For analysts"),
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
        <nav class="ways in-a-row" aria-label="Ways to test the answer">
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
