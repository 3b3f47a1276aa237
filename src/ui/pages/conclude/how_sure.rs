//! How sure: whether the answer holds.

mod analysts;
mod chance;
mod map;
mod methods;
mod not_yet;
mod one_weight;
mod overview;
mod scenarios;
mod scores;
mod views;
mod what_if_weights;

pub use what_if_weights::OwnWeights;

use crate::ui::components::outcome::onward;
use crate::ui::components::text::trial_of;
use crate::ui::hooks::{use_app, use_editor};
use analysts::Analysts;
use chance::Chance;
use not_yet::not_yet;
use one_weight::one_weight;
use overview::Overview;
use scenarios::Scenarios;
use scores::scores;
use weighbridge_model::Voice;
use weighbridge_report::{SingleChanges, holds_unless};
use weighbridge_state::{Page, Route};
use yew::prelude::*;

/// The page.
#[component]
pub fn HowSure() -> Html {
    let app = use_app();
    // What is tried lives as long as the page: a look at another part does not undo it. It is no state of the page, which
    // would be drawn anew at every move of a slider.
    let own = use_mut_ref(Voice::default);
    let editor = use_editor();
    let chosen = use_state(|| None);
    let known = use_state(|| None);
    let view = match &app.state.route {
        Route::Appraisal { view, .. } => view.as_str(),
        _ => "",
    };
    let subject = editor.document.subject();
    let single = use_memo(editor.document.analysis.clone(), |_| {
        SingleChanges::of(subject)
    });
    let holds = holds_unless(subject, &single);
    // The parts are keyed, so that what is folded or chosen in one is not taken for something in another.
    let (part, body) = match (view, holds) {
        // All weights need none that is given.
        ("all-weights", holds) => (
            "all-weights",
            html! { <Chance {known} alone={holds.is_none()} /> },
        ),
        (_, None) => ("not-yet", not_yet(&editor)),
        ("one-weight", _) => ("one-weight", one_weight(&editor, chosen, single)),
        ("scores", _) => ("scores", scores(&editor, &single)),
        ("scenarios", _) => ("scenarios", html! { <Scenarios /> }),
        ("analysts" | "map", _) => ("analysts", html! { <Analysts /> }),
        (view, Some(holds)) => {
            let trial = trial_of(view);
            let own_first = view == "your-weights" || trial.is_some();
            (
                "in-short",
                html! { <Overview {holds} {single} {chosen} {own} {trial} {own_first} /> },
            )
        }
    };
    html! {
        <div class="conclude">
            <key={part}>{ body }</>
            { onward(&editor, Page::HowSure) }
        </div>
    }
}
