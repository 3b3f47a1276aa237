//! What it means that weights keep their order: one definition, for the sampler and for every linear program.

use crate::{Analysis, LeafIx, NodeIx};
use weighbridge_numeric::{Row, Sense, sort_descending};

/// Weights that differ by no more than this part of the greater are equal: weights that follow from judgements
/// come with rounding.
const EQUAL: f64 = 1e-9;

/// The criteria of one branch that count (the top first), those that weigh the same together, the heaviest first.
type Branch = Vec<Vec<NodeIx>>;

/// The order of the weights as they are, branch by branch.
///
/// Criteria are compared with those beside them, by their local weights: what a criterion of one group weighs
/// against one of another is not part of the order. Equal weights stay equal, and weights of 0 that are equal
/// too; a branch of one is in order whatever its weight.
///
/// Everything that says "in their order" means this: what the sampler draws, and the linear programs that say
/// who can come first ([`crate::potential`] and [`crate::Problem::best_lead`]).
#[derive(Clone, Debug, PartialEq)]
pub struct WeightOrder(Vec<Branch>);

impl WeightOrder {
    /// The order, or `None` while a weight is missing in a branch of two or more, or all of its weights are 0.
    ///
    /// ```
    /// use weighbridge_analysis::{WeightOrder, analyse};
    /// let text = r#"{"format": "weighbridge", "version": 1, "title": "Office",
    ///   "options": [{"id": "a", "name": "A"}],
    ///   "criteria": [{"id": "x", "name": "X", "weight": 3}, {"id": "y", "name": "Y", "weight": 7},
    ///     {"id": "z", "name": "Z", "weight": 3}],
    ///   "scores": {"a": {"x": 100, "y": 0, "z": 50}}}"#;
    /// let appraisal = weighbridge_file::open(text.as_bytes()).unwrap();
    /// let order = WeightOrder::of(&analyse(&appraisal)).unwrap();
    /// let only = order.branches().next().unwrap();
    /// assert_eq!(format!("{only:?}"), "[[NodeIx(1)], [NodeIx(0), NodeIx(2)]]", "Y weighs most; X and Z weigh the same");
    /// ```
    pub fn of(analysis: &Analysis) -> Option<Self> {
        let nodes = &analysis.nodes;
        let counts = |node: &NodeIx| !nodes[*node].excluded;
        let open = nodes.keys().filter(|n| counts(n) && !nodes[*n].leaf);
        let branches = std::iter::once(None).chain(open.map(Some));
        let inside = |branch: Option<NodeIx>| -> Option<Branch> {
            let own = nodes
                .keys()
                .filter(|n| counts(n) && nodes[*n].parent == branch);
            in_order(analysis, own.collect())
        };
        branches.map(inside).collect::<Option<_>>().map(Self)
    }

    /// The branches, the top first, each with its nodes by weight.
    pub fn branches(&self) -> impl Iterator<Item = &[Vec<NodeIx>]> {
        self.0.iter().map(Vec::as_slice)
    }

    /// The order as rows of a linear program over the cumulative weights of the leaves that count, in their
    /// order: each node weighs at least as much as the next, those that are equal the same.
    pub(crate) fn rows(&self, analysis: &Analysis) -> Vec<Row> {
        let counted = analysis.counted_leaves();
        let row = |one: NodeIx, other: NodeIx, sense: Sense| {
            let inside = |node: NodeIx, leaf: &LeafIx| {
                f64::from(u8::from(analysis.nodes[node].leaves.contains(*leaf)))
            };
            let difference = |leaf: &LeafIx| inside(one, leaf) - inside(other, leaf);
            Row {
                coefficients: counted.iter().map(difference).collect(),
                sense,
                bound: 0.0,
            }
        };
        let mut rows = Vec::new();
        for branch in &self.0 {
            for same in branch {
                let pairs = same.iter().zip(same.iter().skip(1));
                rows.extend(pairs.map(|(one, next)| row(*one, *next, Sense::Equal)));
            }
            let firsts = || branch.iter().filter_map(|same| same.first());
            let pairs = firsts().zip(firsts().skip(1));
            rows.extend(pairs.map(|(one, next)| row(*one, *next, Sense::AtLeast)));
        }
        rows
    }
}

/// Nodes of one branch by their weights, the equal ones together.
pub(super) fn in_order(analysis: &Analysis, mut nodes: Vec<NodeIx>) -> Option<Branch> {
    if nodes.len() < 2 {
        return Some(vec![nodes]);
    }
    let raw = |node: NodeIx| analysis.nodes[node].raw.unwrap_or(0.0);
    if nodes.iter().any(|n| analysis.nodes[*n].local.is_none()) {
        return None;
    }
    sort_descending(&mut nodes, |node| raw(*node));
    let mut branch: Branch = Vec::new();
    for node in nodes {
        // Each against the heaviest of those it would join, so that small steps do not add up.
        let joins = |heaviest: &NodeIx| raw(*heaviest) - raw(node) <= EQUAL * raw(*heaviest);
        match branch.last_mut() {
            Some(same) if same.first().is_some_and(joins) => same.push(node),
            _ => branch.push(vec![node]),
        }
    }
    Some(branch)
}
