//! Weights: how much each criterion counts, normalised before your eyes.

mod best_worst;
mod compare;
mod disagreements;
mod method;
mod pairwise;
mod pasting;
mod rank;
mod reference_points;
mod row;
mod swing;
mod ways;
mod weighting_context;
mod words;

use crate::ui::components::copy_table::CopyTable;
use crate::ui::components::figure::{Draw, Figure};
use crate::ui::components::outcome::{Head, Onward, Outcome};
use crate::ui::hooks::{Editor, use_editor};
use compare::Compare;
use disagreements::Disagreements;
use method::{Preview, Way};
use pasting::use_weight_paste;
use row::Row;
use ways::Ways;
use weighbridge_analysis::{Node, NodeIx};
use weighbridge_model::WeightingMethod;
use weighbridge_report::{Shares, contributions_picture, shares_table, words::Named};
use weighbridge_state::{Page, Route, file_stem};
use weighting_context::{WeightingContext, use_view, view};
use yew::prelude::*;

/// The page: points, unless the address names another way.
#[component]
pub fn Weights() -> Html {
    let (method, branch) = use_view();
    let body = match method {
        Some(WeightingMethod::Direct) => html! { <Points /> },
        Some(method) => {
            html! { <Way key={view(method, branch.as_ref()).to_string()} {method} branch={branch.clone()} /> }
        }
        None => html! { <Compare /> },
    };
    html! {
        <>
            { body }
            <Onward page={Page::Weights} />
        </>
    }
}

/// Points for each criterion.
#[component]
fn Points() -> Html {
    let editor = use_editor();
    let document = &editor.document;
    let appraisal = document.appraisal();
    // Points, or shares of a group whose weights are all there.
    let points = use_state(|| false);
    let complete = document
        .analysis
        .nodes
        .iter()
        .any(|node| shared(&editor, node.parent));
    let show = {
        let points = points.clone();
        Callback::from(move |_: Event| points.set(!*points))
    };
    let (onpaste, pasted) = use_weight_paste(!*points);
    let list = List {
        editor: &editor,
        shares: !*points,
        printed: &Shares::of(&document.analysis),
    };
    let draw = {
        let document = document.clone();
        Draw::new(move |width| {
            let (presentation, chart) = contributions_picture(document.subject());
            chart.draw(&presentation.at(width))
        })
    };
    let copy = {
        let document = document.clone();
        Callback::from(move |()| Some(shares_table(document.subject())))
    };
    html! {
        <>
            <Head title="How much does each criterion count?"
                lede={html! {
                <>
                    { if complete && !*points { "Set the share of any criterion: the others keep their proportions. " } else { "Share out 100 points, or give any numbers you like: only their proportions count. " } }
                    { "Think of how much the difference between the worst and the best on each criterion matters, not how important its name sounds." }
                </>
            }} />
            <Ways method={Some(WeightingMethod::Direct)} branch={None} />
            if appraisal.criteria.is_empty() {
                <p>{ "There are no criteria to weigh yet. " }<a href={Route::of(document.id(), Page::Criteria).href()}>{ "Add criteria" }</a></p>
            } else {
                <Outcome />
                <Disagreements />
                if complete {
                    <p class="switch screen"><input id="show-points" type="checkbox" checked={*points} onchange={show} /><label for="show-points">{ "Enter points instead of shares" }</label></p>
                }
                <div {onpaste}>{ branch(&list, None) }</div>
                { pasted }
                <p class="tools"><CopyTable name="Weights" table={copy} /></p>
                <p class="hint screen">{ "A column of weights copied from a spreadsheet can be pasted into any of these, with or without the names beside it." }</p>
                if !document.analysis.verdict.leaders().is_empty() {
                    <section>
                        <h2>{ "What that means" }</h2>
                        <p class="sub">{ "What each criterion contributes to the total of each option." }</p>
                        <Figure {draw} name={format!("{}-result", file_stem(&appraisal.frame.title))} />
                    </section>
                }
            }
        </>
    }
}

/// How the rows are shown.
struct List<'a> {
    editor: &'a Editor,
    /// Whether shares are typed, wherever there are any.
    shares: bool,
    printed: &'a Shares,
}

/// Whether the weights of a branch have shares that can be typed: all are given, there is something to share
/// with, and no other way to weigh keeps its points aside.
fn shared(editor: &Editor, parent: Option<NodeIx>) -> bool {
    let analysis = &editor.document.analysis;
    let counted = || {
        let its = analysis.nodes.iter().filter(|n| n.parent == parent);
        its.filter(|n| !n.excluded)
    };
    let id = parent.map(|at| &analysis.nodes[at].id);
    counted().count() > 1
        && counted().all(|n| n.local.is_some())
        && !editor
            .document
            .appraisal()
            .agreed()
            .weights
            .weighting(id)
            .points_aside()
}

/// The rows of one branch, each group followed by its own.
fn branch(list: &List<'_>, parent: Option<NodeIx>) -> Html {
    let List {
        editor, printed, ..
    } = *list;
    let analysis = &editor.document.analysis;
    let nodes: Vec<(NodeIx, &Node)> = analysis
        .nodes
        .iter_enumerated()
        .filter(|(_, node)| node.parent == parent)
        .collect();
    let ground = WeightingContext {
        editor: editor.clone(),
        branch: parent.map(|at| analysis.nodes[at].id.clone()),
        method: WeightingMethod::Direct,
    };
    let said = ground.said();
    let aside = said.points_aside();
    let raw = |(_, node): &(NodeIx, &Node)| match aside {
        true => said.direct.get(&node.id).map(|w| w.get()),
        false => node.raw,
    };
    let raws: Vec<f64> = nodes.iter().filter_map(raw).collect();
    let largest = raws.iter().copied().fold(100.0, f64::max);
    let shares = list.shares && shared(editor, parent);
    let of = parent.map_or_else(
        || "of everything".to_owned(),
        |at| format!("of {}", editor.document.subject().criterion_short(at)),
    );
    let inside = |at: NodeIx| printed.within(at).unwrap_or_default().to_owned();
    let whole = |at: NodeIx| match parent {
        Some(_) => printed.whole(at).unwrap_or_default().to_owned(),
        None => String::new(),
    };
    html! {
        <>
            if !ground.in_use() && !nodes.is_empty() {
                <p class="note">{ format!(
                    "{}{}",
                    // Where the weights in use are not those of the answers, that is said above.
                    if ground.disagrees() { String::new() } else { format!("{} is in use{}. ", said.method.words(), within(editor, parent)) },
                    if aside { "These points are kept from before; changing one puts them back in use." } else { "Changing one of these numbers makes points of them all." }
                ) }</p>
            }
            <ul class="weights">
                { for nodes.iter().map(|(at, node)| html! {
                    <li key={node.id.as_str().to_owned()}>
                        <Row node={*at} {largest} {shares} of={of.clone()} within={inside(*at)}
                            whole={whole(*at)} />
                        if !node.leaf {
                            { branch(list, Some(*at)) }
                        }
                    </li>
                }) }
            </ul>
            <p class="quiet">{ match shares {
                true => format!("Shares {of}: 100% together."),
                false => sum_words(editor, parent, &raws, nodes.len()),
            } }</p>
            if aside { <Preview {ground} /> }
        </>
    }
}

/// In which group; nothing at the top.
fn within(editor: &Editor, parent: Option<NodeIx>) -> String {
    parent.map_or_else(String::new, |at| {
        format!(" in {}", editor.document.subject().criterion_short(at))
    })
}

fn sum_words(editor: &Editor, parent: Option<NodeIx>, raws: &[f64], of: usize) -> String {
    let total = weighbridge_analysis::sum(raws.iter().copied());
    let group = within(editor, parent);
    let missing = of - raws.len();
    let given = if total.is_finite() {
        format!("{} points given", weighbridge_report::compact(total))
    } else {
        "More points given than can be added up".to_owned()
    };
    if missing > 0 {
        let without = weighbridge_report::count(missing);
        format!(
            "{given} so far{group}; {without} without a weight. A blank is not a zero: there is no result until each has one."
        )
    } else if total == 0.0 {
        format!("{given}{group}: there are no shares until one is above 0.")
    } else {
        format!("{given}{group}; the shares add up to 100%.")
    }
}
