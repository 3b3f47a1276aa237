//! By how much an option could lead at best, whatever the weights and scores under an assumption.

use super::assumption::Assumption;
use super::order::WeightOrder;
use super::tree::{Tree, ranges};
use crate::linear::{LEVEL, MOST};
use crate::{Analysis, Ix, LeafIx, NodeIx};
use std::cell::OnceCell;
use weighbridge_model::{Finite, Perspective, Statement};
use weighbridge_numeric::{Row, Sense, Solution, minimise};

/// What weights of the leaves an assumption allows, as rows of a linear program, and between which
/// ends the values of each option are.
///
/// Every assumption is linear in the weights of the leaves as shares of the whole, in a tree too: the
/// weight of a branch is the sum of those of its leaves, an order compares two such sums, a share of
/// a branch is a sum that is at least so much of another, and a range of points has one more variable
/// for what a point of its branch is worth.
#[derive(Clone, Debug, Default)]
pub(super) struct Reach {
    /// Least and greatest value of each option (outer) on each leaf that counts.
    ends: Vec<Vec<[f64; 2]>>,
    /// What the weights of the leaves, and then the points of branches, have to meet.
    conditions: Vec<Row>,
    /// How many variables there are.
    variables: usize,
    /// The best lead of each option, once somebody has asked.
    leads: Vec<OnceCell<Option<f64>>>,
}

impl Reach {
    /// The program of an assumption; `ends` are those of the scores of each option of the problem, leaf
    /// by leaf.
    pub(super) fn new(
        appraisal: Perspective<'_>,
        analysis: &Analysis,
        tree: &Tree,
        assumption: Assumption,
        ends: &[[f64; 2]],
    ) -> Self {
        let counted = analysis.counted_leaves();
        let row = |own: &[[f64; 2]]| {
            let each = counted.iter().filter_map(|leaf| own.get(leaf.place()));
            each.copied().collect()
        };
        let mut made = Self {
            ends: ends.chunks(analysis.leaves.len().max(1)).map(row).collect(),
            conditions: Vec::new(),
            variables: counted.len(),
            leads: Vec::new(),
        };
        made.leads = vec![OnceCell::new(); made.ends.len()];
        // The weight of a node, as a row.
        let weight = |node: NodeIx| -> Vec<f64> {
            let inside = |leaf: &LeafIx| analysis.nodes[node].leaves.contains(*leaf);
            let own = counted.iter().map(|leaf| f64::from(u8::from(inside(leaf))));
            own.collect()
        };
        match assumption {
            Assumption::AnyWeights => {}
            Assumption::Ordered => {
                let order = WeightOrder::of(analysis);
                made.conditions = order.map_or_else(Vec::new, |order| order.rows(analysis));
            }
            Assumption::Ranges => {
                // One alone has all of its branch, whatever its points are, as it has when weights are drawn.
                for nodes in tree.inside().filter(|nodes| nodes.len() > 1) {
                    for (node, [low, high]) in nodes.iter().zip(ranges(appraisal, analysis, nodes))
                    {
                        let mut point = vec![0.0; made.variables];
                        point.push(1.0);
                        made.compare(weight(*node), low, &point, Sense::AtLeast);
                        made.compare(weight(*node), high, &point, Sense::AtMost);
                    }
                    made.variables += 1;
                }
            }
            Assumption::Stated => {
                for statement in &appraisal.robustness.statements {
                    made.state(analysis, statement, &weight);
                }
            }
        }
        made
    }

    /// `one` against `times` the other.
    fn compare(&mut self, mut one: Vec<f64>, times: f64, other: &[f64], sense: Sense) {
        if one.len() < other.len() {
            one.resize(other.len(), 0.0);
        }
        for (one, other) in one.iter_mut().zip(other) {
            *one -= times * other;
        }
        self.conditions.push(Row {
            coefficients: one,
            sense,
            bound: 0.0,
        });
    }

    fn state(
        &mut self,
        analysis: &Analysis,
        statement: &Statement,
        weight: &dyn Fn(NodeIx) -> Vec<f64>,
    ) {
        let (one, other) = statement.criteria();
        let Some(one) = analysis.node(one) else {
            return;
        };
        let against = match (other, analysis.nodes[one].parent) {
            (Some(other), _) => analysis.node(other).map(weight),
            (None, Some(branch)) => Some(weight(branch)),
            (None, None) => Some(vec![1.0; self.variables]),
        };
        let sense = match statement {
            Statement::AtLeastAsImportant(..) | Statement::AtLeast(..) => Sense::AtLeast,
            Statement::Equal(..) => Sense::Equal,
            Statement::AtMost(..) => Sense::AtMost,
        };
        let times = statement.share().map_or(1.0, Finite::get);
        if let Some(against) = against {
            self.compare(weight(one), times, &against, sense);
        }
    }

    /// What is known already of the best lead of an option.
    pub(super) fn known(&self, option: usize) -> Option<Option<f64>> {
        self.leads.get(option)?.get().copied()
    }

    /// By how many points an option leads the best of the others at best.
    pub(super) fn lead(&self, option: usize) -> Option<f64> {
        let cell = self.leads.get(option)?;
        *cell.get_or_init(|| self.solve(option))
    }

    /// Values vary each by itself, so at best an option has its greatest and the others their least.
    fn solve(&self, option: usize) -> Option<f64> {
        let own = self.ends.get(option)?;
        if self.ends.len() < 2 || self.ends.len() > MOST || self.variables > 2 * MOST {
            return None;
        }
        // The lead is the difference of the last two variables, since none goes below 0.
        let n = self.variables;
        let mut rows = self.conditions.clone();
        for (other, values) in self.ends.iter().enumerate() {
            if other != option {
                let pairs = own.iter().zip(values);
                let mut coefficients: Vec<f64> =
                    pairs.map(|([_, most], [least, _])| most - least).collect();
                coefficients.resize(n, 0.0);
                coefficients.extend([-1.0, 1.0]);
                rows.push(Row {
                    coefficients,
                    sense: Sense::AtLeast,
                    bound: 0.0,
                });
            }
        }
        rows.push(Row {
            coefficients: vec![1.0; own.len()],
            sense: Sense::Equal,
            bound: 1.0,
        });
        let mut costs = vec![0.0; n];
        costs.extend([-1.0, 1.0]);
        match minimise(&costs, &rows) {
            Solution::Optimal { objective, .. } if objective.abs() <= LEVEL => Some(0.0),
            Solution::Optimal { objective, .. } => Some(-objective),
            Solution::Infeasible | Solution::Unbounded | Solution::GaveUp => None,
        }
    }
}
