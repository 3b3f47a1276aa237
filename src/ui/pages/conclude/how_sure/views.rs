//! What the parts of the page have alike: links from each to the others, what is left out, names to choose from, and
//! findings under a heading.

use crate::ui::components::text::{findings, text};
use crate::ui::hooks::Editor;
use weighbridge_analysis::NodeIx;
use weighbridge_report::{Subject, Text, left_out, swings_to_confirm};
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

/// Links to each part, of which one is shown now.
pub fn views(editor: &Editor, now: &str) -> Html {
    html! {
        <nav class="ways" aria-label="Ways to test the answer">
            <ul>
                { for VIEWS.into_iter().map(|(view, words)| html! {
                    <li key={view}>
                        <a href={Route::part(editor.document.id(), Page::HowSure, view).href()} aria-current={(now == view).then_some("true")}>{ words }</a>
                    </li>
                }) }
            </ul>
        </nav>
    }
}

/// Which options nothing is said of, if there are any; and whether swing weights have to be confirmed first.
pub fn notes(editor: &Editor) -> Html {
    let subject = editor.document.subject();
    html! {
        <>
            if let Some(words) = left_out(subject) {
                <p class="note">{ text(editor, &words) }</p>
            }
            if let Some(words) = swings_to_confirm(subject) {
                <p class="note">{ words }{ " " }<a href={Route::of(editor.document.id(), Page::Weights).href()}>{ "Confirm or change them" }</a></p>
            }
        </>
    }
}

/// The names of some criteria, to choose one from.
pub fn names(on: Subject<'_>, nodes: &[NodeIx]) -> Vec<AttrValue> {
    let name = |at: &NodeIx| AttrValue::from(on.criterion(*at).into_owned());
    nodes.iter().map(name).collect()
}

/// Findings under a heading. Which options they are about stands once, above the list.
pub fn scoped_findings(editor: &Editor, heading: &str, list: &[Text]) -> Html {
    html! {
        <section>
            <h2>{ heading }</h2>
            if let Some(scope) = editor.document.subject().scope_heading() {
                <h3>{ scope }</h3>
            }
            { findings(editor, list) }
        </section>
    }
}
