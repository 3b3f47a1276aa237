//! The criteria as branches whose weights are drawn.

use super::{Assumption, Reason};
use crate::analysis::Analysis;
use crate::model::{Appraisal, CriterionId, Statement};
use weighbridge_sampling::{Branch, Fault, Member, Rule, Statement as Placed};

/// The branches that count, the top first, each with the nodes in it.
pub(super) struct Tree(Vec<(Option<usize>, Vec<usize>)>);

impl Tree {
    pub(super) fn of(analysis: &Analysis) -> Self {
        let nodes = &analysis.nodes;
        let open = (0..nodes.len()).filter(|n| !nodes[*n].leaf && !nodes[*n].excluded);
        let inside = |branch: Option<usize>| {
            let own = |n: &usize| nodes[*n].parent == branch && !nodes[*n].excluded;
            (branch, (0..nodes.len()).filter(own).collect())
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
        appraisal: &Appraisal,
        analysis: &Analysis,
        assumption: Assumption,
    ) -> Result<Vec<Branch>, Reason> {
        let said = &appraisal.robustness.statements;
        let placed: Vec<_> = said.iter().map(|s| self.place(analysis, s)).collect();
        let nowhere = placed.iter().position(Option::is_none);
        if let (Assumption::Stated, Some(at)) = (assumption, nowhere) {
            return Err(Reason::LeftOut(at));
        }
        let mut made = Vec::new();
        for (at, (branch, nodes)) in self.0.iter().enumerate() {
            let place = |node: usize| self.0.iter().position(|(b, _)| *b == Some(node));
            let member = |node: &usize| {
                let own = &analysis.nodes[*node];
                if own.leaf {
                    Member::Criterion(own.leaves.start)
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
                    let known = |n: &usize| analysis.nodes[*n].local.is_some();
                    if !nodes.iter().all(known) {
                        return Err(Reason::NoWeights(id));
                    }
                    known_weights(appraisal, analysis, nodes, assumption)
                }
                Assumption::Stated => {
                    let here = placed.iter().flatten().filter(|(own, _)| *own == at);
                    let here: Vec<Placed> = here.map(|(_, statement)| *statement).collect();
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

    /// The branch that a statement is about, and the statement with places in it.
    fn place(&self, analysis: &Analysis, said: &Statement) -> Option<(usize, Placed)> {
        let find = |id: &CriterionId| {
            let node = analysis.node(id)?;
            let inside = |(_, nodes): &(Option<usize>, Vec<usize>)| nodes.contains(&node);
            let branch = self.0.iter().position(inside)?;
            let at = self.0[branch].1.iter().position(|n| *n == node)?;
            Some((branch, at))
        };
        let two = |a: &CriterionId, b: &CriterionId| {
            let ((branch, a), (other, b)) = (find(a)?, find(b)?);
            (branch == other).then_some((branch, a, b))
        };
        match said {
            Statement::Before(a, b) => two(a, b).map(|(at, a, b)| (at, Placed::Before(a, b))),
            Statement::Equal(a, b) => two(a, b).map(|(at, a, b)| (at, Placed::Equal(a, b))),
            Statement::AtLeast(a, x) => find(a).map(|(at, a)| (at, Placed::AtLeast(a, x.get()))),
            Statement::AtMost(a, x) => find(a).map(|(at, a)| (at, Placed::AtMost(a, x.get()))),
        }
    }

    /// What a fault of the sampler means here.
    pub(super) fn reason(
        &self,
        appraisal: &Appraisal,
        analysis: &Analysis,
        assumption: Assumption,
        fault: Fault,
    ) -> Reason {
        match (fault, assumption) {
            (Fault::Contradictory { branch, statements }, Assumption::Stated) => {
                let list = &appraisal.robustness.statements;
                let here = |at: &usize| {
                    let place = self.place(analysis, &list[*at]);
                    place.is_some_and(|(own, _)| own == branch)
                };
                let own: Vec<usize> = (0..list.len()).filter(here).collect();
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
    pub(super) fn inside(&self) -> impl Iterator<Item = &[usize]> {
        self.0.iter().map(|(_, nodes)| nodes.as_slice())
    }
}

/// The rule of a branch whose weights are known: their order, or points within ranges.
fn known_weights(
    appraisal: &Appraisal,
    analysis: &Analysis,
    nodes: &[usize],
    assumption: Assumption,
) -> Rule {
    let raw = |node: &usize| analysis.nodes[*node].raw.unwrap_or(0.0);
    if assumption == Assumption::Ordered {
        // As many as are heavier, so that equal weights have equal places.
        let place = |node: &usize| nodes.iter().filter(|other| raw(other) > raw(node)).count();
        return Rule::Ordered(nodes.iter().map(place).collect());
    }
    Rule::Points(ranges(appraisal, analysis, nodes))
}

/// The ranges of the weights of a branch: as stated, or from the weight to itself.
pub(super) fn ranges(appraisal: &Appraisal, analysis: &Analysis, nodes: &[usize]) -> Vec<[f64; 2]> {
    let range = |node: &usize| {
        let own = &analysis.nodes[*node];
        let given = appraisal.criterion(&own.id).and_then(|c| c.weight_range);
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
