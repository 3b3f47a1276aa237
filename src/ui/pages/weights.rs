//! Weights: how much each criterion counts, normalised before your eyes.

mod best_worst;
mod compare;
mod disagreements;
mod ends;
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
use disagreements::Disagreements;
use ground::{Ground, use_view, view};
use markup::html;
use method::{Preview, Way};
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
                { part!(Disagreements) }
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
    let ground = Ground {
        editor: editor.clone(),
        branch: parent.map(|at| analysis.nodes[at].id.clone()),
        method: Method::Direct,
    };
    let said = ground.said();
    let aside = said.points_aside();
    let raw = |at: &usize| match aside {
        true => said.direct.get(&analysis.nodes[*at].id).map(|w| w.get()),
        false => analysis.nodes[*at].raw,
    };
    let raws: Vec<f64> = nodes.iter().filter_map(raw).collect();
    let largest = raws.iter().copied().fold(100.0, f64::max);
    html! {
        <>
            if !ground.in_use() && !nodes.is_empty() {
                <p class="note">{ format!(
                    "The weights in use{} are those by another way: {}. {}",
                    within(editor, parent), said.method.words(),
                    if aside { "These are the points that were set aside; changing one takes them all up again." } else { "Changing one of these numbers makes points of them all." }
                ) }</p>
            }
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
            if aside { { part!(Preview { ground }) } }
        </>
    }
}

/// In which group; nothing at the top.
fn within(editor: &Editor, parent: Option<usize>) -> String {
    parent.map_or_else(String::new, |at| {
        format!(" in {}", editor.document.subject().criterion_short(at))
    })
}

fn sum_words(editor: &Editor, parent: Option<usize>, raws: &[f64], of: usize) -> String {
    let total = crate::analysis::sum(raws.iter().copied());
    let group = within(editor, parent);
    let missing = of - raws.len();
    let given = if total.is_finite() {
        format!("{} points given", crate::report::short(total))
    } else {
        "More points given than can be added up".to_owned()
    };
    if missing > 0 {
        let without = crate::report::count(missing);
        format!(
            "{given} so far{group}; {without} without a weight. A blank is not a zero: there is no result until each has one."
        )
    } else if total == 0.0 {
        format!("{given}{group}: there are no shares until one is above 0.")
    } else {
        format!("{given}{group}; the shares add up to 100%.")
    }
}
