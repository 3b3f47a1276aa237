//! How sensitive the answer is to weights and scores, as data.

use super::object::Object;
use super::values::{ids, share_word};
use crate::Subject;
use crate::flips::robustness_of;
use crate::single_changes::SingleChanges;
use serde_json::Value;
use weighbridge_analysis::{
    Driver, First, LeafIx, NodeIx, OptionIx, Share, WeightChange, WeightClaim, WeightClaims,
    joint_scores, joint_weights, potential, stability, tornado,
};

/// How many bars of the tornado the results have.
const MOST_BARS: usize = 20;

/// How sensitive the answer is: stability of every weight by either share, every score that would
/// change the leader though it lies out of reach, the tornado, the smallest joint changes, whether
/// any weights put an option first, and the sentences.
pub(super) fn sensitivity(on: Subject<'_>, single: &SingleChanges) -> Value {
    let mut to = Object::default();
    to.list("stability", stable(on));
    to.put("weights", weights(on, &single.claims));
    let mut beyond = Vec::new();
    for flip in &single.flips {
        if !flip.within {
            beyond.push(score(on, flip.option, flip.leaf, flip.now, flip.at));
        }
    }
    to.list("scores_out_of_reach", beyond);
    to.list("tornado", bars(on));
    joint(on, &mut to);
    to.list("can_come_first", first_of_all(on));
    let said = robustness_of(on, single);
    to.texts("findings", said.iter().map(ToString::to_string).collect());
    to.end()
}

fn stable(on: Subject<'_>) -> Vec<Value> {
    let mut list = Vec::new();
    for (node, own) in on.analysis.nodes.iter_enumerated() {
        for share in [Share::Local, Share::Cumulative] {
            if let Some(found) = stability(on.analysis, node, share) {
                let mut to = Object::default();
                to.word("criterion", own.id.as_str());
                to.put("share", share_word(share));
                to.number("now", found.now);
                to.numbers("range", &[found.from, found.to]);
                to.put("below", ids(on.analysis, &found.below));
                to.put("above", ids(on.analysis, &found.above));
                list.push(to.end());
            }
        }
    }
    list
}

/// Every weight with where the leader changes, by its share of its group and of everything, and how
/// many weights change it. Shares are from 0 to 1, what is printed is in percent.
fn weights(on: Subject<'_>, claims: &WeightClaims) -> Value {
    let node_id = |node: NodeIx| on.analysis.nodes[node].id.as_str();
    let listed = claims.each_listed().map(WeightClaim::node);
    let mirrored = claims.mirrored.iter();
    let changing: Vec<NodeIx> = listed
        .chain(mirrored.clone().map(|[own, _]| *own))
        .collect();
    let ids_of = |nodes: &[NodeIx]| {
        nodes
            .iter()
            .map(|node| Value::from(node_id(*node)))
            .collect()
    };
    let only = |node: &&NodeIx| claims.only_of_everything(on.analysis, **node);
    let only: Vec<NodeIx> = changing.iter().filter(only).copied().collect();
    let pairs = mirrored.map(|[own, of]| Value::Array(ids_of(&[*own, *of])));
    let mut to = Object::default();
    to.list("change_the_leader", ids_of(&changing));
    to.list("only_of_everything", ids_of(&only));
    // Each with the weight in the list that makes the same change from the other side.
    to.list("mirrored", pairs.collect());
    let mut list = Vec::new();
    for claim in &claims.claims {
        let mut to = Object::default();
        to.word("criterion", node_id(claim.node()));
        // Without a group it is a share of everything.
        if let Some(group) = claim.group {
            to.word("within", node_id(group));
        }
        to.number("now", claim.lines.now);
        for (key, changes) in [("below", &claim.below), ("above", &claim.above)] {
            let one = |change: &WeightChange| {
                let mut to = Object::default();
                to.number("at", change.threshold.at / 100.0);
                to.number("printed", change.threshold.printed);
                to.put("leaders", ids(on.analysis, &change.leaders));
                to.end()
            };
            to.list(key, changes.iter().map(one).collect());
        }
        for (key, level) in ["level_at_zero", "level_at_one"].iter().zip(&claim.level) {
            to.put(key, ids(on.analysis, level));
        }
        list.push(to.end());
    }
    to.list("claims", list);
    to.end()
}

fn bars(on: Subject<'_>) -> Vec<Value> {
    let mut list = Vec::new();
    for bar in tornado(on.appraisal, on.analysis, MOST_BARS) {
        let mut to = Object::default();
        to.put("stated", Value::Bool(bar.stated));
        to.number("now", bar.now);
        to.numbers("range", &[bar.low, bar.high]);
        to.numbers("lead", &[bar.at_low, bar.at_high]);
        to.number("span", bar.span);
        let lost = [&bar.turn_low, &bar.turn_high].into_iter().flatten();
        let lost = lost.map(|turn| {
            let mut to = Object::default();
            let scale = match bar.lever {
                Driver::Weight(_) => 100.0,
                Driver::Score { .. } => 1.0,
            };
            to.number("at", turn.threshold.at / scale);
            to.number("printed", turn.threshold.printed);
            to.put("to", ids(on.analysis, &turn.to));
            to.end()
        });
        to.list("lead_lost", lost.collect());
        match bar.lever {
            Driver::Weight(node) => to.word("weight_of", on.analysis.nodes[node].id.as_str()),
            Driver::Score { option, leaf } => {
                to.word("option", option_id(on, option));
                to.word("criterion", leaf_id(on, leaf));
            }
        }
        list.push(to.end());
    }
    list
}

fn joint(on: Subject<'_>, whole: &mut Object) {
    let mut list = Vec::new();
    for joint in joint_weights(on.analysis) {
        let mut to = Object::default();
        to.word("option", option_id(on, joint.option));
        to.word("first", first(joint.first));
        if joint.is_found() {
            to.number("l1", joint.l1);
            to.number("points", joint.points());
            to.put("weights", by_leaf(on, &joint.weights));
            // In percentage points; what the sentences have.
            to.number("printed_points", joint.printed_points());
            to.put("printed", by_leaf(on, &joint.printed));
        }
        list.push(to.end());
    }
    whole.list("joint_weights", list);
    let mut list = Vec::new();
    for joint in joint_scores(on.analysis) {
        let mut to = Object::default();
        to.word("option", option_id(on, joint.option));
        to.word("first", first(joint.first));
        to.number("points", joint.points);
        to.number("printed_points", joint.printed_points());
        let mut changes = Vec::new();
        for (option, leaf, from, at) in joint.changes {
            changes.push(score(on, option, leaf, from, at));
        }
        to.list("changes", changes);
        let mut printed = Vec::new();
        for one in joint.printed {
            printed.push(score(on, one.option, one.leaf, one.now, one.to));
        }
        to.list("printed", printed);
        list.push(to.end());
    }
    whole.list("joint_scores", list);
}

fn first_of_all(on: Subject<'_>) -> Vec<Value> {
    let mut list = Vec::new();
    for option in on.analysis.options.keys() {
        if let Some(any) = potential(on.analysis, option, false) {
            let mut to = Object::default();
            to.word("option", option_id(on, option));
            to.word("first", first(any.first));
            to.number("margin", any.margin);
            to.put("weights", by_leaf(on, &any.weights));
            match potential(on.analysis, option, true) {
                Some(kept) => to.word("first_in_order", first(kept.first)),
                None => to.put("first_in_order", Value::Null),
            }
            list.push(to.end());
        }
    }
    list
}

fn option_id(on: Subject<'_>, option: OptionIx) -> &str {
    on.analysis.options[option].id.as_str()
}

fn leaf_id(on: Subject<'_>, leaf: LeafIx) -> &str {
    on.analysis.leaf_node(leaf).id.as_str()
}

fn score(on: Subject<'_>, option: OptionIx, leaf: LeafIx, now: f64, at: f64) -> Value {
    let mut to = Object::default();
    to.word("option", option_id(on, option));
    to.word("criterion", leaf_id(on, leaf));
    to.number("now", now);
    to.number("at", at);
    to.end()
}

fn first(first: First) -> &'static str {
    match first {
        First::Alone => "alone",
        First::Level => "level",
        First::Never => "never",
        First::Unknown => "unknown",
    }
}

/// Numbers by leaf id.
fn by_leaf(on: Subject<'_>, numbers: &[f64]) -> Value {
    let mut to = Object::default();
    for (leaf, x) in on.analysis.leaves.keys().zip(numbers) {
        to.number(leaf_id(on, leaf), *x);
    }
    to.end()
}
