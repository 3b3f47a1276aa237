//! What stands in the way of saying how sure the answer is, with nothing on it that cannot work.

use crate::ui::components::outcome::Head;
use crate::ui::components::text::findings;
use crate::ui::hooks::Editor;
use weighbridge_analysis::{Assumption, Problem, Total};
use weighbridge_report::incomplete;
use weighbridge_state::{Page, Route};
use yew::prelude::*;

/// What is missing, and where to go for it.
pub fn not_yet(editor: &Editor) -> Html {
    let document = &editor.document;
    let subject = document.subject();
    let open = incomplete(subject);
    // Nothing is missing where there is just the one.
    let (words, page, link) = match subject.analysis.options.as_slice() {
        [only] if matches!(only.total, Total::Ranked { .. }) => (
            "There is only one option, so there is nothing it could lose to. Add another, such as things as they stand.",
            Page::Options,
            "Add an option",
        ),
        _ => (
            "Once there are two options with totals, this page shows what would change the answer.",
            Page::Result,
            "See what is missing",
        ),
    };
    let possible = Problem::of(
        document.appraisal(),
        &document.analysis,
        Assumption::AnyWeights,
    );
    let without_weights = possible.is_ok_and(|problem| problem.options.len() > 1);
    html! {
        <>
            <Head title="How sure is the answer?" lede={html! { words }} />
            if !open.is_empty() {
                { findings(editor, &open) }
            }
            <p><a class="alone" href={Route::of(document.id(), page).href()}>{ link }</a></p>
            if without_weights {
                <p><a class="alone" href={Route::part(document.id(), Page::HowSure, "all-weights").href()}>{ "See who would lead under all possible weights" }</a></p>
            }
        </>
    }
}
