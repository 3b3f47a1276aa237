//! What makes weights hard to defend: known biases, and judgements that the appraisal has outgrown.

use super::judged::{given, same};
use super::reference_points::{Seen, ends, seen};
use super::weighing::weigh;
use super::{Cell, Grid, Issue, LeafIx, LeafScale, Node, NodeIx, PerLeaf, PerNode, TIE, agreement};
use weighbridge_model::{
    Criterion, CriterionId, Perspective, ReferencePoint, ScaleKind, WeightingMethod,
};

/// Adds what is hard to defend.
pub(super) fn collect(
    appraisal: Perspective<'_>,
    nodes: &PerNode<Node>,
    scales: &PerLeaf<LeafScale>,
    values: &Grid<Cell>,
    issues: &mut Vec<Issue>,
) {
    let leaves = PerLeaf::of(appraisal.leaves());
    branch(appraisal, None, nodes, scales, issues);
    for (at, node) in nodes.iter_enumerated() {
        if !node.leaf {
            branch(appraisal, Some(at), nodes, scales, issues);
        }
    }
    // A weight speaks of the step from worst to best, so both have to be known (Keeney 2002).
    let unseen = |(leaf, scale): (&&Criterion, &LeafScale)| {
        let ends = ends(leaf, scale);
        let weighed = !scale.excluded && is_given(appraisal, &leaf.id);
        (weighed && (ends.worst == ReferencePoint::Unsaid || ends.best == ReferencePoint::Unsaid))
            .then(|| leaf.id.clone())
    };
    let criteria: Vec<CriterionId> = leaves.iter().zip(scales).filter_map(unseen).collect();
    if !criteria.is_empty() {
        issues.push(Issue::RangesUnseen { criteria });
    }
    for (at, leaf) in leaves.iter_enumerated() {
        if looks_like_cost(leaf) {
            issues.push(Issue::CostScored {
                criterion: leaf.id.clone(),
            });
        }
        for (other, twin) in leaves.iter_enumerated().filter(|(other, _)| at < *other) {
            if alike(values, at, other) {
                issues.push(Issue::NearDuplicate {
                    first: leaf.id.clone(),
                    second: twin.id.clone(),
                });
            }
        }
    }
}

/// What is hard to defend about the weights of one branch.
fn branch(
    appraisal: Perspective<'_>,
    parent: Option<NodeIx>,
    nodes: &PerNode<Node>,
    scales: &PerLeaf<LeafScale>,
    issues: &mut Vec<Issue>,
) {
    let id: Option<CriterionId> = parent.map(|at| nodes[at].id.clone());
    let children: Vec<&Node> = nodes.iter().filter(|n| n.parent == parent).collect();
    let weighting = appraisal.voice.weights.weighting(id.as_ref());
    if weighting.method == WeightingMethod::Swing {
        let found = |what| unconfirmed(appraisal, id.as_ref(), scales, what);
        let (branch, criteria) = (id.clone(), found(Seen::Moved));
        if !criteria.is_empty() {
            issues.push(Issue::SwingStale { branch, criteria });
        }
        let (branch, criteria) = (id.clone(), found(Seen::NotRecorded));
        if !criteria.is_empty() {
            issues.push(Issue::SwingEndsNotRecorded { branch, criteria });
        }
        issues.extend(without_hundred(appraisal, id.as_ref()));
    }
    issues.extend(judged(appraisal, id.as_ref()));
    let raws: Vec<f64> = children.iter().filter_map(|n| n.raw).collect();
    let same = raws
        .windows(2)
        .all(|pair| matches!(pair, [a, b] if (a - b).abs() <= TIE * a.abs()));
    if raws.len() >= 3 && raws.len() == children.len() && same && raws.iter().all(|x| *x > 0.0) {
        issues.push(Issue::FlatWeights { branch: id.clone() });
    }
    // Splitting a branch more finely tends to raise its weight (Weber et al. 1988).
    let groups = children.iter().filter(|n| !n.leaf && !n.excluded);
    for large in groups {
        let outgrows = |small: &&&Node| {
            !small.excluded
                && large.leaves.count() >= 3
                && large.leaves.count() >= 3 * small.leaves.count()
                && large.local > small.local
        };
        if children.iter().any(|small| outgrows(&small)) {
            issues.push(Issue::Lopsided {
                branch: large.id.clone(),
                count: large.leaves.count(),
            });
        }
    }
}

/// How the weights of a branch relate to the judgements made with the method in use, where that is odd.
fn judged(appraisal: Perspective<'_>, branch: Option<&CriterionId>) -> Option<Issue> {
    let (weights, among) = (&appraisal.voice.weights, appraisal.branch(branch));
    let said = weights.weighting(branch);
    if among.len() < 2 || said.method == WeightingMethod::Direct {
        return None;
    }
    let branch = branch.cloned();
    let weighed = weigh(said, among, weights, said.method);
    let Some(follow) = weighed.shares() else {
        return Some(if among.iter().any(|c| weights.raw(&c.id).is_some()) {
            Issue::WeightsFromBefore { branch }
        } else {
            Issue::JudgementsIncomplete { branch }
        });
    };
    let given = given(weights, among);
    if !same(follow, given.as_deref()) {
        let follow = follow.to_vec();
        return Some(Issue::WeightsNotFromJudgements {
            branch,
            given,
            follow,
        });
    }
    // Words either agree or give no weights, and to ask again would cost all of it again.
    if said.method == WeightingMethod::Macbeth {
        return None;
    }
    let agreement = agreement(said, among, said.method)?;
    let doubtful = agreement.needs_another_look();
    doubtful.then_some(Issue::JudgementsInconsistent { branch, agreement })
}

/// Swing weights of which the largest is not 100.
fn without_hundred(appraisal: Perspective<'_>, branch: Option<&CriterionId>) -> Option<Issue> {
    let (said, among) = (
        appraisal.voice.weights.weighting(branch),
        appraisal.branch(branch),
    );
    let swings: Option<Vec<(&CriterionId, f64)>> = among
        .iter()
        .map(|c| Some((&c.id, said.swing.get(&c.id)?.get())))
        .collect();
    let swings = swings.filter(|all| all.len() > 1)?;
    let largest = swings.iter().map(|(_, swing)| *swing).fold(0.0, f64::max);
    let at = swings.iter().filter(|(_, swing)| *swing >= largest);
    (largest > 0.0 && (largest - 100.0).abs() > TIE).then(|| Issue::SwingWithoutHundred {
        branch: branch.cloned(),
        criteria: at.map(|(id, _)| (*id).clone()).collect(),
        largest,
    })
}

/// The leaves below a branch whose ends stand so to those recorded with its swings.
fn unconfirmed(
    appraisal: Perspective<'_>,
    branch: Option<&CriterionId>,
    scales: &PerLeaf<LeafScale>,
    how: Seen,
) -> Vec<CriterionId> {
    let recorded = &appraisal
        .voice
        .weights
        .weighting(branch)
        .swing_confirmed_for;
    let mut found = Vec::new();
    for (leaf, scale) in appraisal.leaves().into_iter().zip(scales) {
        let within = branch.is_none_or(|id| is_below(appraisal, id, &leaf.id));
        let given = weight_given(appraisal, branch, &leaf.id);
        let now = ends(leaf, scale);
        let so = seen(recorded.get(&leaf.id), &now) == how;
        if so && within && given && !scale.excluded {
            found.push(leaf.id.clone());
        }
    }
    found
}

fn is_below(appraisal: Perspective<'_>, branch: &CriterionId, leaf: &CriterionId) -> bool {
    let mut found = false;
    for child in appraisal.branch(Some(branch)) {
        child.walk(0, &mut |c, _| found |= c.id == *leaf);
    }
    found
}

/// Whether the child of a branch that a leaf is in (or is) has a swing weight above 0.
fn weight_given(
    appraisal: Perspective<'_>,
    branch: Option<&CriterionId>,
    leaf: &CriterionId,
) -> bool {
    appraisal.branch(branch).iter().any(|child| {
        let mut holds = false;
        child.walk(0, &mut |c, _| holds |= c.id == *leaf);
        holds && is_given(appraisal, &child.id)
    })
}

/// Whether a criterion has a weight above 0.
fn is_given(appraisal: Perspective<'_>, id: &CriterionId) -> bool {
    let raw = appraisal.voice.weights.raw(id);
    raw.is_some_and(|w| w.get() > 0.0)
}

/// Whether all options have the same values on two leaves, three options or more, not all alike.
fn alike(values: &Grid<Cell>, first: LeafIx, second: LeafIx) -> bool {
    let pairs: Option<Vec<(f64, f64)>> = values
        .iter()
        .map(|row| Some((row[first].value()?, row[second].value()?)))
        .collect();
    pairs.is_some_and(|pairs| {
        let differ = pairs
            .windows(2)
            .any(|w| matches!(w, [a, b] if (a.0 - b.0).abs() > TIE));
        pairs.len() >= 3 && differ && pairs.iter().all(|(a, b)| (a - b).abs() <= TIE)
    })
}

/// Words in the name of a criterion, or of its unit, that speak of money to be paid.
const COST: [&str; 8] = [
    "cost",
    "costs",
    "price",
    "rent",
    "expenditure",
    "spend",
    "spending",
    "£",
];

fn looks_like_cost(leaf: &Criterion) -> bool {
    let unit = match &leaf.scale.kind {
        ScaleKind::Measure(measure) => measure.unit.as_str(),
        ScaleKind::Direct | ScaleKind::Points(_) => "",
    };
    let words = [&leaf.name, " ", unit].concat().to_ascii_lowercase();
    unit.contains('£')
        || words
            .split(|c: char| !c.is_alphanumeric() && c != '£')
            .any(|word| COST.contains(&word))
}
