//! Weights: how much each criterion counts, normalised before your eyes.

mod agreement;
mod best_worst;
mod branch;
mod compare;
mod disagreements;
mod ends;
mod flips;
mod leaving;
mod method;
mod pairwise;
mod pasting;
mod rank;
mod reason;
mod reference_points;
mod row;
mod stale;
mod swing;
mod swing_checks;
mod swing_row;
mod totals;
mod ways;
mod weigh_row;
mod weighting_context;
mod words;

use crate::ui::components::copy_table::CopyTable;
use crate::ui::components::explained::Explained;
use crate::ui::components::outcome::{Head, onward, so_far};
use crate::ui::hooks::{use_app, use_editor};
use branch::{List, branch, shared};
use compare::compare;
use disagreements::disagreements;
use flips::use_flips;
use leaving::OnwardAsking;
use method::way;
use pasting::use_weight_paste;
use stale::stale;
use totals::totals;
use ways::ways;
use weighbridge_model::{CriterionId, WeightingMethod};
use weighbridge_report::words::Term;
use weighbridge_report::{Shares as Printed, shares_table};
use weighbridge_state::{Page, Route};
use weighting_context::{WeightingContext, shown};
use yew::prelude::*;

/// The page: shares, unless the address names another method.
#[component]
pub fn Weights() -> Html {
    let app = use_app();
    let editor = use_editor();
    let (method, branch) = shown(&app, &editor);
    match method {
        Some(WeightingMethod::Direct) => {
            html! { <><Shares />{ onward(&editor, Page::Weights) }</> }
        }
        Some(method) => html! {
            <>
                { way(&app, &WeightingContext { editor, branch, method }) }
                <OnwardAsking {method} />
            </>
        },
        None => {
            html! { <>{ compare(&editor, app.state.totals_hidden()) }{ onward(&editor, Page::Weights) }</> }
        }
    }
}

/// A share for each criterion, or points while some have none.
#[component]
fn Shares() -> Html {
    let app = use_app();
    let editor = use_editor();
    let document = &editor.document;
    let appraisal = document.appraisal();
    // Points, or shares of a group whose weights are all there.
    let points = use_state(|| false);
    let turned = use_state(Vec::<CriterionId>::new);
    let hidden = app.state.totals_hidden();
    let flips = use_flips(&editor, hidden);
    let complete = document
        .analysis
        .nodes
        .iter()
        .any(|node| shared(&editor, node.parent));
    let show = {
        let points = points.clone();
        Callback::from(move |_: Event| points.set(!*points))
    };
    let (onpaste, pasted) = use_weight_paste(&editor, !*points);
    let list = List {
        editor: &editor,
        shares: !*points,
        printed: &Printed::of(&document.analysis),
        flips: &flips,
        hidden,
        turned: &turned,
    };
    let copy = {
        let document = document.clone();
        Callback::from(move |()| Some(shares_table(document.subject())))
    };
    html! {
        <div class="weighing">
            <div class="weigh-head">
                <Head title="How much should each criterion count?" />
                { ways(&editor, Some(WeightingMethod::Direct), None) }
            </div>
            if appraisal.criteria.is_empty() {
                <p>{ "There are no criteria to weigh yet. " }<a href={Route::of(document.id(), Page::Criteria).href()}>{ "Add criteria" }</a></p>
            } else {
                { disagreements(&editor) }
                { stale(&editor) }
                <div class="weigh-list" {onpaste}>
                    if complete {
                        <p class="switch screen"><input id="show-points" type="checkbox" checked={*points} onchange={show} /><label for="show-points">{ "Enter points instead of shares" }</label><Explained term={Term::Weight} /></p>
                    }
                    { branch(&list, None) }
                </div>
                { pasted }
                { so_far(&app, &editor, None) }
                { totals(&app, &editor) }
                <p class="tools"><CopyTable name="Weights" table={copy} /></p>
                <p class="hint screen">{ "A column of weights copied from a spreadsheet can be pasted into any of these, with or without the names beside it." }</p>
            }
        </div>
    }
}
