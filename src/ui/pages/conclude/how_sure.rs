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
use weighbridge_edit::{Edit, WeightsEdit};
use weighbridge_model::Voice;
use weighbridge_report::{SingleChanges, Trial, holds_unless, set_share};
use weighbridge_state::{Page, Route};
use yew::prelude::*;

/// The page.
#[component]
pub fn HowSure() -> Html {
    let app = use_app();
    // What is tried lives as long as the page: a look at another part does not undo it.
    let own = use_state(Voice::default);
    let editor = use_editor();
    let chosen = use_state(|| None);
    let known = use_state(|| None);
    let view = match &app.state.route {
        Route::Appraisal { view, .. } => view.as_str(),
        _ => "",
    };
    let trial = trial_of(view);
    {
        // What the address asks to try is put into the weights once, and can be moved from there.
        let (own, document) = (own.clone(), editor.document.clone());
        use_effect_with(view.to_owned(), move |_| {
            let Some(trial) = trial else { return };
            let Trial {
                criterion,
                of,
                percent,
            } = &trial;
            if let Ok(Edit::Weights(WeightsEdit::Share { weights, .. })) =
                set_share(document.subject(), criterion, *of, *percent)
            {
                own.set(Voice {
                    weights: weights.into_iter().collect(),
                    ..Voice::default()
                });
            }
        });
    }
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
            let own_first = view == "your-weights" || trial_of(view).is_some();
            (
                "in-short",
                html! { <Overview {holds} {single} {chosen} {own} {own_first} /> },
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
