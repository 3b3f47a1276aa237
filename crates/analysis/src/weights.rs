//! From raw weights to shares: local within a branch, cumulative along the path from the top.

use super::{Issue, LeafRange, LeafScale, NodeIx, PerLeaf, PerNode, sum};
use weighbridge_model::{Criterion, CriterionId, Perspective, RawWeight};

/// A criterion in the tree, with its weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Which criterion.
    pub id: CriterionId,
    /// 0 at the top.
    pub depth: usize,
    /// The branch it stands in, `None` at the top.
    pub parent: Option<NodeIx>,
    /// Whether options are scored on it.
    pub leaf: bool,
    /// Left out, because it (or all below it) applies to no option.
    pub excluded: bool,
    /// The raw weight as given.
    pub raw: Option<f64>,
    /// The share of its branch, 0 to 1; `None` while the weights of the branch are not complete.
    pub local: Option<f64>,
    /// The share of the whole, 0 to 1: the product of local shares from the top.
    pub cumulative: Option<f64>,
    /// The leaves below it (or itself).
    pub leaves: LeafRange,
}

/// All nodes, branches before their children.
pub(super) fn nodes(
    appraisal: Perspective<'_>,
    scales: &PerLeaf<LeafScale>,
    issues: &mut Vec<Issue>,
) -> PerNode<Node> {
    let mut nodes = PerNode::default();
    let mut next_leaf = 0;
    for criterion in appraisal.criteria {
        collect(
            criterion,
            None,
            0,
            appraisal,
            scales,
            &mut next_leaf,
            &mut nodes,
        );
    }
    share_out(None, &mut nodes, issues);
    for at in nodes.keys() {
        if !nodes[at].leaf {
            share_out(Some(at), &mut nodes, issues);
        }
    }
    // Parents stand before their children, so one pass multiplies along every path.
    for at in nodes.keys() {
        let above = nodes[at]
            .parent
            .map_or(Some(1.0), |parent| nodes[parent].cumulative);
        let node = &mut nodes[at];
        node.cumulative = above.zip(node.local).map(|(above, local)| above * local);
    }
    nodes
}

fn collect(
    criterion: &Criterion,
    parent: Option<NodeIx>,
    depth: usize,
    appraisal: Perspective<'_>,
    scales: &PerLeaf<LeafScale>,
    next_leaf: &mut usize,
    nodes: &mut PerNode<Node>,
) {
    let first = *next_leaf;
    let at = nodes.push(Node {
        id: criterion.id.clone(),
        depth,
        parent,
        leaf: criterion.is_leaf(),
        excluded: false,
        raw: appraisal
            .voice
            .weights
            .raw(&criterion.id)
            .map(RawWeight::get),
        local: None,
        cumulative: None,
        leaves: LeafRange::before(first, first),
    });
    if criterion.is_leaf() {
        *next_leaf += 1;
    }
    for child in &criterion.children {
        collect(
            child,
            Some(at),
            depth + 1,
            appraisal,
            scales,
            next_leaf,
            nodes,
        );
    }
    let leaves = LeafRange::before(first, *next_leaf);
    nodes[at].leaves = leaves;
    nodes[at].excluded = leaves.iter().all(|leaf| scales[leaf].excluded);
}

/// Normalises the raw weights of one branch.
///
/// Left-out criteria get 0. A single criterion has the whole branch. Otherwise every weight must
/// be given and one of them be above zero: a blank weight is not a weight of zero.
fn share_out(parent: Option<NodeIx>, nodes: &mut PerNode<Node>, issues: &mut Vec<Issue>) {
    let branch = parent.map(|p| nodes[p].id.clone());
    let mut counted = Vec::new();
    for (at, node) in nodes.iter_enumerated_mut() {
        if node.parent == parent {
            if node.excluded {
                node.local = Some(0.0);
            } else {
                counted.push(at);
            }
        }
    }
    if parent.is_some_and(|p| nodes[p].excluded) {
        return;
    }
    if let [only] = counted.as_slice()
        && nodes[*only].raw.is_none_or(|raw| raw > 0.0)
    {
        nodes[*only].local = Some(1.0);
        return;
    }
    let mut missing = false;
    for at in &counted {
        if nodes[*at].raw.is_none() {
            missing = true;
            issues.push(Issue::MissingWeight {
                criterion: nodes[*at].id.clone(),
            });
        }
    }
    if missing || counted.is_empty() {
        return;
    }
    let raws: Vec<f64> = counted.iter().filter_map(|at| nodes[*at].raw).collect();
    let largest = raws.iter().copied().fold(0.0, f64::max);
    if largest <= 0.0 {
        issues.push(Issue::AllWeightsZero { branch });
        return;
    }
    // One division, so that 30 of 100 is 0.3 and not its neighbour; only when the sum of huge
    // weights is not finite are they made smaller first.
    let plain = sum(raws.iter().copied());
    let unit = if plain.is_finite() { 1.0 } else { largest };
    let total = sum(raws.iter().map(|raw| raw / unit));
    for (at, raw) in counted.into_iter().zip(raws) {
        nodes[at].local = Some(raw / unit / total);
    }
}
