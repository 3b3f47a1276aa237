//! Weights by another method than points.

use super::Refusal;
use super::apply::Done;
use weighbridge_model::{Appraisal, Criterion, CriterionId, Method, RawWeight, Weighting};

/// Keeps what was said of a branch, and gives it the weights that follow from it.
pub(super) fn weigh(
    to: &mut Appraisal,
    branch: Option<&CriterionId>,
    weighting: &Weighting,
    weights: &[(CriterionId, Option<RawWeight>)],
) -> Done {
    for id in weighting.criteria().chain(weights.iter().map(|(id, _)| id)) {
        if !to.branch(branch).iter().any(|c| c.id == *id) {
            return Err(Refusal::NoCriterion(id.clone()));
        }
    }
    let place = to.weighting_mut(branch).ok_or(Refusal::NoEntry)?;
    weighting.clone_into(place);
    for (id, weight) in weights {
        if let Some(criterion) = to.criterion_mut(id) {
            criterion.weight = *weight;
        }
    }
    Ok(())
}

/// Weights by which a criterion gets a share: points in every group that they are in.
pub(super) fn share(to: &mut Appraisal, weights: &[(CriterionId, RawWeight)]) -> Done {
    for (id, weight) in weights {
        let criterion = to
            .criterion_mut(id)
            .ok_or_else(|| Refusal::NoCriterion(id.clone()))?;
        criterion.weight = Some(*weight);
        given_directly(to, id);
    }
    Ok(())
}

/// Points given directly take over from any other method.
pub(super) fn given_directly(to: &mut Appraisal, id: &CriterionId) {
    let parent = to.parent(id).map(|p| p.id.clone());
    if let Some(weighting) = to.weighting_mut(parent.as_ref()) {
        weighting.method = Method::Direct;
        weighting.direct = std::collections::BTreeMap::default();
    }
}

/// The points that were set aside for another method come back around one given anew.
pub(super) fn given_among_points(to: &mut Appraisal, id: &CriterionId) {
    let parent = to.parent(id).map(|p| p.id.clone());
    let said = to.weighting(parent.as_ref());
    if said.points_aside() {
        let aside = said.direct.clone();
        let branch = to.branch(parent.as_ref()).iter();
        let others: Vec<CriterionId> = branch.map(|c| c.id.clone()).filter(|c| c != id).collect();
        for other in others {
            if let Some(criterion) = to.criterion_mut(&other) {
                criterion.weight = aside.get(&other).copied();
            }
        }
    }
    given_directly(to, id);
}

/// Forgets, in what was said of each branch, every criterion that is no longer in it.
pub(super) fn settle(to: &mut Appraisal) {
    let top = to.criteria.clone();
    settle_branch(&mut to.judgements_mut().weighting, &top);
    drop(top);
    settle_below(to.criteria_mut());
}

fn settle_below(criteria: &mut [Criterion]) {
    for criterion in criteria {
        settle_branch(&mut criterion.weighting, &criterion.children);
        settle_below(&mut criterion.children);
    }
}

fn settle_branch(weighting: &mut Weighting, branch: &[Criterion]) {
    let mut below = Vec::new();
    for child in branch {
        child.walk(0, &mut |c, _| below.push(c.id.as_str()));
    }
    weighting
        .swing_confirmed_for
        .retain(|id, _| below.contains(&id.as_str()));
    let gone = |id: &str| !branch.iter().any(|c| c.id.as_str() == id);
    let named: Vec<CriterionId> = weighting
        .criteria()
        .filter(|id| gone(id.as_str()))
        .cloned()
        .collect();
    for id in named {
        weighting.forget(&id);
    }
    let judged = &mut weighting.macbeth;
    judged.order.retain(|id| !gone(id));
    judged
        .differences
        .retain(|d| !gone(&d.more) && (d.less.is_empty() || !gone(&d.less)));
}
