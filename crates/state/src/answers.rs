//! Answers about the weights of a branch: when they become the weights, and what is asked before a person goes on.
//!
//! Where no weights are in use, complete answers are the weights: whoever has answered everything has given them.
//! Where others are in use they stay until a person says otherwise, and whoever goes on without having said so is asked.

use crate::document::Document;
use weighbridge_analysis::{Agreement, SAME_WEIGHT, agreement, raw_weights, weigh};
use weighbridge_edit::Edit;
use weighbridge_model::{Appraisal, Criterion, CriterionId, Weighting, WeightingMethod};
use weighbridge_report::steps_below;

type Branch<'a> = Option<&'a CriterionId>;

impl Document {
    /// The change that keeps what is answered about a branch (the top for `None`) by a method. The weights follow at once
    /// where the method is in use; and where no weights are, once the answers are complete and do not contradict each
    /// other more than is acceptable.
    pub fn answering(&self, branch: Branch<'_>, by: WeightingMethod, said: Weighting) -> Edit {
        let mut said = said;
        let among = self.appraisal().branch(branch);
        if said.method != by && self.shares(branch).is_none() {
            let weights = &self.appraisal().agreed().weights;
            let follow = weigh(&said, among, weights, by);
            let doubtful =
                agreement(&said, among, by).is_some_and(|a: Agreement| a.needs_another_look());
            if follow.shares().is_some() && !doubtful {
                self.take_up(branch, by, &mut said);
            }
        }
        self.derived(branch, by, said)
    }

    /// The change that lets a method give the weights of a branch. Points given before are set aside, not lost.
    pub fn adopting(&self, branch: Branch<'_>, by: WeightingMethod) -> Edit {
        let mut said = self.weighting(branch).clone();
        self.take_up(branch, by, &mut said);
        self.derived(branch, by, said)
    }

    /// The branches about which the answers by a method are complete and give other weights than those in use, the top
    /// first: what a person is asked before they go on.
    pub fn unused_answers(&self, by: WeightingMethod) -> Vec<Option<CriterionId>> {
        let groups = self.appraisal().criteria_in_order();
        let groups = groups.into_iter().map(|(criterion, _)| criterion);
        let groups = groups
            .filter(|c| c.children.len() > 1)
            .map(|c| Some(c.id.clone()));
        let all = std::iter::once(None).chain(groups);
        all.filter(|branch| self.are_unused(branch.as_ref(), by))
            .collect()
    }

    fn are_unused(&self, branch: Branch<'_>, by: WeightingMethod) -> bool {
        let said = self.weighting(branch);
        if said.method == by {
            return false;
        }
        let among = self.appraisal().branch(branch);
        let weighed = weigh(said, among, &self.appraisal().agreed().weights, by);
        match (weighed.shares(), self.shares(branch)) {
            (None, _) => false,
            (Some(_), None) => true,
            (Some(follow), Some(used)) => {
                follow.len() != used.len()
                    || follow
                        .iter()
                        .zip(&used)
                        .any(|(a, b)| (a - b).abs() > SAME_WEIGHT)
            }
        }
    }

    /// Notes the ends of all scales of a branch as they are now, as those for which swings are given.
    pub fn confirm_ends(&self, branch: Branch<'_>, said: &mut Weighting) {
        for child in self.appraisal().branch(branch) {
            for step in steps_below(&**self.appraisal(), &self.analysis, child) {
                said.swing_confirmed_for.insert(step.criterion, step.ends);
            }
        }
    }

    fn weighting(&self, branch: Branch<'_>) -> &Weighting {
        self.appraisal().agreed().weights.weighting(branch)
    }

    /// The shares in use in a branch; nothing while any is missing.
    fn shares(&self, branch: Branch<'_>) -> Option<Vec<f64>> {
        let analysis = &self.analysis;
        let share = |c: &Criterion| {
            let node = &analysis.nodes[analysis.node(&c.id)?];
            match node.excluded {
                true => Some(0.0),
                false => node.local,
            }
        };
        let among = self.appraisal().branch(branch);
        let shares: Option<Vec<f64>> = among.iter().map(share).collect();
        shares.filter(|shares| shares.iter().any(|share| *share > 0.0))
    }

    fn take_up(&self, branch: Branch<'_>, by: WeightingMethod, said: &mut Weighting) {
        if said.method == WeightingMethod::Direct {
            let weights = &self.appraisal().agreed().weights;
            let among: &[Criterion] = self.appraisal().branch(branch);
            said.direct.clear();
            for criterion in among {
                let given = weights.raw(&criterion.id);
                given.map(|raw| said.direct.insert(criterion.id.clone(), raw));
            }
        }
        said.method = by;
        if by == WeightingMethod::Swing {
            self.confirm_ends(branch, said);
        }
    }

    /// The edit that keeps answers, with the weights that follow where their method is in use.
    fn derived(&self, branch: Branch<'_>, by: WeightingMethod, said: Weighting) -> Edit {
        let mut said = said;
        let on: &Appraisal = self.appraisal();
        let among = on.branch(branch);
        let follow = weigh(&said, among, &on.agreed().weights, by);
        let weights = match follow.shares() {
            Some(shares) if said.method == by => raw_weights(&said, among, by, shares),
            _ => Vec::new(),
        };
        if said.method == WeightingMethod::Direct {
            // In use, the points are those of the criteria.
            said.direct.clear();
        }
        Edit::derive(on, branch, by, &said, weights)
    }
}
