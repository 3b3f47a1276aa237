//! Weights: how much each criterion counts, normalised before your eyes.

mod best_worst;
mod compare;
mod ground;
mod method;
mod pairwise;
mod rank;
mod row;
mod swing;
mod ways;
mod words;

use crate::model::Method;
use crate::report::contributions_picture;
use crate::ui::components::figure::{Draw, Figure};
use crate::ui::components::outcome::{Head, Onward, Outcome};
use crate::ui::hooks::{Editor, use_editor};
use crate::ui::open::file_stem;
use crate::ui::part::part;
use crate::ui::route::{Page, Route};
use compare::Compare;
use ground::{use_view, view};
use markup::html;
use method::Way;
use row::Row;
use ways::Ways;
use yew::prelude::*;

/// The page: points, unless the address names another way.
#[component]
pub fn Weights() -> Html {
    let (method, branch) = use_view();
    let body = match method {
        Some(Method::Direct) => html! { { part!(Points) } },
        Some(method) => part!(view(method, branch.as_ref()); Way { method, branch }),
        None => html! { { part!(Compare) } },
    };
    html! {
        <>
            { body }
            { part!(Onward { page: Page::Weights }) }
        </>
    }
}

/// Points for each criterion.
#[component]
fn Points() -> Html {
    let editor = use_editor();
    let document = &editor.document;
    let appraisal = document.appraisal();
    let draw = {
        let document = document.clone();
        Draw::new(move |width| {
            let (frame, chart) = contributions_picture(document.subject());
            chart.draw(&crate::chart::Frame { width, ..frame })
        })
    };
    html! {
        <>
            { part!(Head { title: "How much does each criterion count?", lede: html! {
                "Share out 100 points, or give any numbers you like: what counts is their proportion, shown as a share. Think of how much the difference between the worst and the best on each criterion matters, not how important its name sounds."
            } }) }
            { part!(Ways { method: Some(Method::Direct), branch: None }) }
            if appraisal.criteria.is_empty() {
                <p>{ "There are no criteria to weigh yet. " }<a href={Route::of(document.id(), Page::Criteria).href()}>{ "Add criteria" }</a></p>
            } else {
                { part!(Outcome) }
                { branch(&editor, None) }
                if !document.analysis.verdict.leaders().is_empty() {
                    <section>
                        <h2>{ "What that means" }</h2>
                        <p class="sub">{ "What each criterion contributes to the total of each option." }</p>
                        <Figure {draw} name={format!("{}-result", file_stem(&appraisal.title))} />
                    </section>
                }
            }
        </>
    }
}

/// The rows of one branch, each group followed by its own.
fn branch(editor: &Editor, parent: Option<usize>) -> Html {
    let analysis = &editor.document.analysis;
    let nodes: Vec<usize> = (0..analysis.nodes.len())
        .filter(|at| analysis.nodes[*at].parent == parent)
        .collect();
    let raws: Vec<f64> = nodes
        .iter()
        .filter_map(|at| analysis.nodes[*at].raw)
        .collect();
    let largest = raws.iter().copied().fold(100.0, f64::max);
    html! {
        <>
            <ul class="weights">
                { for nodes.iter().map(|at| html! {
                    <li key={analysis.nodes[*at].id.as_str().to_owned()}>
                        { part!(Row { node: *at, largest }) }
                        if !analysis.nodes[*at].leaf {
                            { branch(editor, Some(*at)) }
                        }
                    </li>
                }) }
            </ul>
            <p class="quiet">{ sum_words(editor, parent, &raws, nodes.len()) }</p>
        </>
    }
}

fn sum_words(editor: &Editor, parent: Option<usize>, raws: &[f64], of: usize) -> String {
    let total = crate::report::short(crate::analysis::sum(raws.iter().copied()));
    let group = parent.map_or_else(String::new, |at| {
        format!(" in {}", editor.document.subject().criterion_short(at))
    });
    let missing = of - raws.len();
    if missing > 0 {
        let without = crate::report::count(missing);
        format!(
            "{total} points given so far{group}; {without} without a weight. A blank is not a zero: there is no result until each has one."
        )
    } else {
        format!("{total} points given{group}; the shares add up to 100%.")
    }
}
