//! The criteria as branches whose weights are drawn.

use super::assumption::{Assumption, Reason};
use super::order::in_order;
use crate::{Analysis, NodeIx};
use weighbridge_model::{CriterionId, Perspective, Statement};
use weighbridge_sampling::{Branch, Fault, Member, Rule, Statement as Placed};

/// How many members a branch has, and the statements about them, each with its place among all statements.
type Said = (usize, Vec<(usize, Placed)>);

/// The branches that count, the top first, each with the nodes in it.
pub(super) struct Tree(Vec<(Option<NodeIx>, Vec<NodeIx>)>);

impl Tree {
    pub(super) fn of(analysis: &Analysis) -> Self {
        let nodes = &analysis.nodes;
        let open = nodes
            .keys()
            .filter(|n| !nodes[*n].leaf && !nodes[*n].excluded);
        let inside = |branch: Option<NodeIx>| {
            let own = |n: &NodeIx| nodes[*n].parent == branch && !nodes[*n].excluded;
            (branch, nodes.keys().filter(own).collect())
        };
        Self(
            std::iter::once(None)
                .chain(open.map(Some))
                .map(inside)
                .collect(),
        )
    }

    pub(super) fn branches(
        &self,
        appraisal: Perspective<'_>,
        analysis: &Analysis,
        assumption: Assumption,
    ) -> Result<Vec<Branch>, Reason> {
        let (said, nowhere) = self.said(appraisal, analysis);
        if assumption == Assumption::Stated && !nowhere.is_empty() {
            return Err(Reason::LeftOut(nowhere));
        }
        let mut made = Vec::new();
        for (at, (branch, nodes)) in self.0.iter().enumerate() {
            let place = |node: NodeIx| self.0.iter().position(|(b, _)| *b == Some(node));
            let member = |node: &NodeIx| {
                let own = &analysis.nodes[*node];
                if own.leaf {
                    Member::Criterion(own.leaves.first().into())
                } else {
                    // Always there: it is one of the nodes that count.
                    Member::Branch(place(*node).unwrap_or(0))
                }
            };
            let rule = match assumption {
                // One alone has all, except where that is denied.
                Assumption::Ordered | Assumption::Ranges if nodes.len() == 1 => Rule::Any,
                Assumption::AnyWeights => Rule::Any,
                Assumption::Ordered | Assumption::Ranges => {
                    let id = branch.map(|b| analysis.nodes[b].id.clone());
                    let Some(order) = in_order(analysis, nodes.clone()) else {
                        return Err(Reason::NoWeights(id));
                    };
                    if assumption == Assumption::Ordered {
                        ordered(nodes, &order)
                    } else {
                        Rule::Points(ranges(appraisal, analysis, nodes))
                    }
                }
                Assumption::Stated => {
                    let here = said.get(at).into_iter().flat_map(|(_, own)| own);
                    let here: Vec<Placed> = here.map(|(_, placed)| *placed).collect();
                    // Nothing said is the whole simplex, which has quicker ways.
                    if here.is_empty() {
                        Rule::Any
                    } else {
                        Rule::Said(here)
                    }
                }
            };
            let members = nodes.iter().map(member).collect();
            made.push(Branch { members, rule });
        }
        Ok(made)
    }

    /// For each branch how many members it has, and the statements about them: the place of each statement in the
    /// appraisal, and the statement; then the places of those that are about what does not count.
    pub(super) fn said(
        &self,
        appraisal: Perspective<'_>,
        analysis: &Analysis,
    ) -> (Vec<Said>, Vec<usize>) {
        let mut branches: Vec<Said> = Vec::new();
        for (_, nodes) in &self.0 {
            branches.push((nodes.len(), Vec::new()));
        }
        let mut nowhere = Vec::new();
        for (at, statement) in appraisal.robustness.statements.iter().enumerate() {
            let found = self.place(analysis, statement);
            match found.and_then(|(branch, placed)| Some((branches.get_mut(branch)?, placed))) {
                Some(((_, own), placed)) => own.push((at, placed)),
                None => nowhere.push(at),
            }
        }
        (branches, nowhere)
    }

    /// The branch that a statement is about, and the statement with places in it.
    fn place(&self, analysis: &Analysis, said: &Statement) -> Option<(usize, Placed)> {
        let find = |id: &CriterionId| {
            let node = analysis.node(id)?;
            let mut branches = self.0.iter().enumerate();
            branches.find_map(|(branch, (_, nodes))| {
                let at = nodes.iter().position(|n| *n == node)?;
                Some((branch, at))
            })
        };
        let two = |a: &CriterionId, b: &CriterionId| {
            let ((branch, a), (other, b)) = (find(a)?, find(b)?);
            (branch == other).then_some((branch, a, b))
        };
        match said {
            Statement::AtLeastAsImportant(a, b) => {
                two(a, b).map(|(at, a, b)| (at, Placed::AtLeastAsImportant(a, b)))
            }
            Statement::Equal(a, b) => two(a, b).map(|(at, a, b)| (at, Placed::Equal(a, b))),
            Statement::AtLeast(a, x) => find(a).map(|(at, a)| (at, Placed::AtLeast(a, x.get()))),
            Statement::AtMost(a, x) => find(a).map(|(at, a)| (at, Placed::AtMost(a, x.get()))),
        }
    }

    /// What a fault of the sampler means here.
    pub(super) fn reason(
        &self,
        appraisal: Perspective<'_>,
        analysis: &Analysis,
        assumption: Assumption,
        fault: Fault,
    ) -> Reason {
        match (fault, assumption) {
            (Fault::Contradictory { branch, statements }, Assumption::Stated) => {
                let list = &appraisal.robustness.statements;
                let here = |(_, said): &(usize, &Statement)| {
                    let place = self.place(analysis, said);
                    place.is_some_and(|(own, _)| own == branch)
                };
                let own = list.iter().enumerate().filter(here);
                let own: Vec<usize> = own.map(|(at, _)| at).collect();
                let name = |at: &usize| own.get(*at).copied();
                Reason::Contradictory(statements.iter().filter_map(name).collect())
            }
            (Fault::BadRule { branch }, Assumption::Ranges) => {
                let own = self.0.get(branch).and_then(|(branch, _)| *branch);
                Reason::NoWeights(own.map(|b| analysis.nodes[b].id.clone()))
            }
            _ => Reason::TooLarge,
        }
    }

    /// The branches, each with the nodes in it.
    pub(super) fn inside(&self) -> impl Iterator<Item = &[NodeIx]> {
        self.0.iter().map(|(_, nodes)| nodes.as_slice())
    }
}

/// The order of a branch as the sampler has it: the place of each member, equal weights at equal places.
fn ordered(nodes: &[NodeIx], order: &[Vec<NodeIx>]) -> Rule {
    let place = |node: &NodeIx| order.iter().position(|same| same.contains(node));
    Rule::Ordered(nodes.iter().filter_map(place).collect())
}

/// The ranges of the weights of a branch: as stated, or from the weight to itself.
pub(super) fn ranges(
    appraisal: Perspective<'_>,
    analysis: &Analysis,
    nodes: &[NodeIx],
) -> Vec<[f64; 2]> {
    let range = |node: &NodeIx| {
        let own = &analysis.nodes[*node];
        let given = appraisal.voice.weights.range(&own.id);
        given.map_or([own.raw.unwrap_or(0.0); 2], |[a, b]| {
            let (a, b) = (a.get(), b.get());
            [a.min(b), a.max(b)]
        })
    };
    let ranges: Vec<[f64; 2]> = nodes.iter().map(range).collect();
    // Raw weights may be huge: what counts is what they are of the largest.
    let largest = ranges.iter().map(|r| r[1]).fold(0.0, f64::max);
    let unit = if largest > 0.0 { largest } else { 1.0 };
    ranges.iter().map(|r| r.map(|x| x / unit)).collect()
}
