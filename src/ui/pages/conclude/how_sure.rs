//! How sure: whether the answer holds.

mod chance;
mod map;
mod methods;
mod one_weight;
mod scenarios;
mod views;
mod what_if_weights;
mod what_would_change;

use crate::ui::components::outcome::Onward;
use crate::ui::components::text::trial_of;
use crate::ui::hooks::{use_app, use_editor};
use chance::Chance;
use map::Map;
use one_weight::OneWeight;
use scenarios::Scenarios;
use weighbridge_edit::{Edit, WeightsEdit};
use weighbridge_model::Voice;
use weighbridge_report::{Trial, set_share};
use weighbridge_state::{Page, Route};
use what_if_weights::OwnWeights;
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
    let body = match view {
        view if trial_of(view).is_some() => html! { <OwnWeights {own} /> },
        "your-weights" => html! { <OwnWeights {own} /> },
        "all-weights" => html! { <Chance {known} /> },
        "map" => html! { <Map /> },
        "scenarios" => html! { <Scenarios /> },
        _ => html! { <OneWeight {chosen} /> },
    };
    html! {
        <>
            { body }
            <Onward page={Page::HowSure} />
        </>
    }
}
