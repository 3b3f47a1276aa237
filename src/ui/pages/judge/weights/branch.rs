//! The weights of a branch in rows; a group opens to its own.

use super::flips::Flips;
use super::method::preview;
use super::row::{Row, row};
use super::weighting_context::WeightingContext;
use crate::ui::hooks::Editor;
use weighbridge_analysis::{Node, NodeIx};
use weighbridge_model::{CriterionId, WeightingMethod};
use weighbridge_report::{Shares, words::Named};
use yew::prelude::*;

/// How the rows are shown.
pub struct List<'a> {
    pub editor: &'a Editor,
    /// Whether shares are typed, wherever there are any.
    pub shares: bool,
    pub printed: &'a Shares,
    pub flips: &'a Flips,
    /// Whether totals are hidden.
    pub hidden: bool,
    /// The groups that a person has opened or closed.
    pub turned: &'a UseStateHandle<Vec<CriterionId>>,
}

/// Whether the weights of a branch have shares that can be typed: all are given, there is something to share
/// with, and no other method keeps its points aside.
pub fn shared(editor: &Editor, parent: Option<NodeIx>) -> bool {
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

/// The rows of one branch, each group with its own below it while it is open.
pub fn branch(list: &List<'_>, parent: Option<NodeIx>) -> Html {
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
    let shown = |at: NodeIx, open: bool| Row {
        node: at,
        largest,
        shares,
        of: &of,
        within: printed.within(at).unwrap_or_default(),
        whole: match parent {
            Some(_) => printed.whole(at).unwrap_or_default(),
            None => "",
        },
        flip: list.flips.of(at),
        opener: opener(list, at, open),
    };
    let sum = match shares {
        true => format!("Shares {of}, 100% in all. The others keep their proportions."),
        false => sum_words(editor, parent, &raws, nodes.len()),
    };
    html! {
        <>
            if !ground.in_use() && !nodes.is_empty() {
                <p class="note">{ format!(
                    "{}{}",
                    // Where the weights in use are not those of the answers, that is said above.
                    if ground.disagrees() { String::new() } else { format!("{} is in use{}. ", said.method.words(), within(editor, parent)) },
                    if aside { "These points are kept from before; changing one puts them back in use." } else { "Changing one of these numbers makes it the new weight, and the others stay as they are." }
                ) }</p>
            }
            <p class="weigh-sum">{ sum }</p>
            <ul class="weigh-rows">
                { for nodes.iter().map(|(at, node)| {
                    let open = !node.leaf && is_open(list, *at);
                    html! {
                        <li key={node.id.as_str().to_owned()}>
                            { row(editor, shown(*at, open)) }
                            if open { <div class="weigh-group">{ branch(list, Some(*at)) }</div> }
                        </li>
                    }
                }) }
            </ul>
            if aside { { preview(&ground, list.hidden) } }
        </>
    }
}

/// Whether a group shows its own: once opened, and from the start while something in it has no weight.
fn is_open(list: &List<'_>, group: NodeIx) -> bool {
    let nodes = &list.editor.document.analysis.nodes;
    let turned = list.turned.contains(&nodes[group].id);
    let is_missing = nodes
        .iter()
        .any(|n| n.parent == Some(group) && n.raw.is_none() && !n.excluded);
    turned != is_missing
}

/// The button that opens a group.
fn opener(list: &List<'_>, group: NodeIx, open: bool) -> Html {
    let nodes = &list.editor.document.analysis.nodes;
    let node = &nodes[group];
    if node.leaf {
        return Html::default();
    }
    let its = nodes.iter().filter(|n| n.parent == Some(group)).count();
    let (turned, id) = (list.turned.clone(), node.id.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let mut all = (*turned).clone();
        match all.iter().position(|one| *one == id) {
            Some(at) => {
                all.remove(at);
            }
            None => all.push(id.clone()),
        }
        turned.set(all);
    });
    html! {
        <button class="link weigh-opener" type="button" aria-expanded={open.to_string()} {onclick}>
            { match its {
                1 => "1 criterion".to_owned(),
                n => format!("{n} criteria"),
            } }
        </button>
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
        let needs = if missing == 1 { "needs" } else { "need" };
        format!(
            "{given}{group}. {} more {needs} a weight: blank is not zero.",
            weighbridge_report::capital(&without)
        )
    } else if total == 0.0 {
        format!("{given}{group}. Give at least one more than 0.")
    } else {
        format!("{given}{group}. Only the ratios count.")
    }
}
