//! Changes to weights: points, shares, and what follows by other methods.

use super::check::{Checked, check_length, check_range, criterion, criterion_name};
use super::{Answer, Refusal, Target};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use weighbridge_model::{Appraisal, Criterion, CriterionId, Method, RawWeight, Weighting};

/// A change to the weights.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum WeightsEdit {
    /// The raw weight of a criterion.
    Weight(CriterionId, Option<RawWeight>),
    /// The raw weight, given among points: those set aside for another way to weigh come back with it.
    Points(CriterionId, Option<RawWeight>),
    /// Why that weight.
    Reason(CriterionId, String),
    /// The least and the greatest weight somebody could defend.
    Range(CriterionId, Option<[RawWeight; 2]>),
    /// Keep what was answered about a branch (the top for `None`), and give it the weights that follow.
    Derive {
        /// The branch.
        branch: Option<CriterionId>,
        /// The method by which something was said.
        by: Method,
        /// The answers that are new.
        answers: Vec<Answer>,
        /// The weights that follow; those of criteria not named stay.
        weights: Vec<(CriterionId, Option<RawWeight>)>,
    },
    /// Give a criterion a share of its group or of everything, the others keeping their proportions: the
    /// weights that this changes. They are points then, whatever the method was.
    Share {
        /// The criterion whose share it is.
        criterion: CriterionId,
        /// The raw weight of every criterion that gets another one.
        weights: Vec<(CriterionId, RawWeight)>,
    },
}

impl WeightsEdit {
    pub(super) fn check(&self, on: &Appraisal) -> Checked {
        match self {
            Self::Weight(id, _) | Self::Points(id, _) => criterion(on, id).map(|_| ()),
            Self::Reason(id, text) => {
                criterion(on, id)?;
                check_length(text)
            }
            Self::Range(id, range) => {
                criterion(on, id)?;
                check_range(range.as_ref())
            }
            Self::Derive {
                branch,
                answers,
                weights,
                ..
            } => {
                if let Some(id) = branch {
                    criterion(on, id).map_err(|_| Refusal::NoEntry)?;
                }
                let among = on.branch(branch.as_ref());
                answers.iter().try_for_each(|answer| answer.check(among))?;
                let strange = |(id, _): &&(CriterionId, _)| !among.iter().any(|c| c.id == *id);
                weights
                    .iter()
                    .find(strange)
                    .map_or(Ok(()), |(id, _)| Err(Refusal::NoCriterion(id.clone())))
            }
            Self::Share { weights, .. } => weights
                .iter()
                .try_for_each(|(id, _)| criterion(on, id).map(|_| ())),
        }
    }

    pub(super) fn perform(&self, to: &mut Appraisal) {
        match self {
            Self::Weight(id, weight) => {
                set(to, id, *weight);
                given_directly(to, id);
            }
            Self::Points(id, weight) => {
                set(to, id, *weight);
                given_among_points(to, id);
            }
            Self::Reason(id, text) => {
                if let Some(criterion) = to.criterion_mut(id) {
                    criterion.weight_reason.clone_from(text);
                }
            }
            Self::Range(id, range) => {
                if let Some(criterion) = to.criterion_mut(id) {
                    criterion.weight_range = *range;
                }
            }
            Self::Derive {
                branch,
                answers,
                weights,
                ..
            } => {
                if !answers.is_empty()
                    && let Some(weighting) = to.weighting_mut(branch.as_ref())
                {
                    answers.iter().for_each(|answer| answer.perform(weighting));
                }
                for (id, weight) in weights {
                    set(to, id, *weight);
                }
            }
            Self::Share { weights, .. } => {
                for (id, weight) in weights {
                    set(to, id, Some(*weight));
                    given_directly(to, id);
                }
            }
        }
    }

    pub(super) fn label(&self, on: &Appraisal) -> String {
        let name = |id: &CriterionId| criterion_name(on, id);
        match self {
            Self::Weight(id, _) | Self::Points(id, _) | Self::Share { criterion: id, .. } => {
                format!("Change weight of {}", name(id))
            }
            Self::Reason(id, _) => format!("Change reason for the weight of {}", name(id)),
            Self::Range(id, _) => format!("Change range of the weight of {}", name(id)),
            Self::Derive { branch, by, .. } => {
                let branch = branch.as_ref();
                let whose = branch.map_or_else(|| "the criteria".to_owned(), name);
                format!("{} for {whose}", by.words())
            }
        }
    }

    pub(super) fn target(&self) -> Option<Target> {
        match self {
            Self::Weight(id, _) | Self::Points(id, _) | Self::Share { criterion: id, .. } => {
                Some(Target::Weight(id.clone()))
            }
            Self::Reason(..) | Self::Range(..) | Self::Derive { .. } => None,
        }
    }

    /// One edit that does what the two did one after the other, when that is not simply the later one.
    pub(super) fn joined(&self, later: &Self) -> Option<Self> {
        let (
            Self::Share { weights: first, .. },
            Self::Share {
                criterion, weights, ..
            },
        ) = (self, later)
        else {
            return None;
        };
        let both: BTreeMap<_, _> = first.iter().chain(weights).cloned().collect();
        Some(Self::Share {
            criterion: criterion.clone(),
            weights: both.into_iter().collect(),
        })
    }
}

fn set(to: &mut Appraisal, id: &CriterionId, weight: Option<RawWeight>) {
    if let Some(criterion) = to.criterion_mut(id) {
        criterion.weight = weight;
    }
}

/// Points given directly take over from any other method.
fn given_directly(to: &mut Appraisal, id: &CriterionId) {
    let parent = to.parent(id).map(|p| p.id.clone());
    let said = to.weighting(parent.as_ref());
    if said.method == Method::Direct && said.direct.is_empty() {
        return;
    }
    if let Some(weighting) = to.weighting_mut(parent.as_ref()) {
        weighting.method = Method::Direct;
        weighting.direct = BTreeMap::default();
    }
}

/// The points that were set aside for another method come back around one given anew.
fn given_among_points(to: &mut Appraisal, id: &CriterionId) {
    let parent = to.parent(id).map(|p| p.id.clone());
    let said = to.weighting(parent.as_ref());
    if said.points_aside() {
        let aside = said.direct.clone();
        let branch = to.branch(parent.as_ref()).iter();
        let others: Vec<CriterionId> = branch.map(|c| c.id.clone()).filter(|c| c != id).collect();
        for other in others {
            set(to, &other, aside.get(&other).copied());
        }
    }
    given_directly(to, id);
}

/// Forgets, in what was said of each branch, every criterion that is no longer in it.
pub(super) fn settle(to: &mut Appraisal) {
    let top = to.criteria.clone();
    if lost(&to.judgements.weighting, &top) {
        settle_branch(&mut to.judgements_mut().weighting, &top);
    }
    drop(top);
    let any = |c: &Criterion| lost(&c.weighting, &c.children);
    if to.criteria_in_order().iter().any(|(c, _)| any(c)) {
        settle_below(to.criteria_mut());
    }
}

fn settle_below(criteria: &mut [Criterion]) {
    for criterion in criteria {
        settle_branch(&mut criterion.weighting, &criterion.children);
        settle_below(&mut criterion.children);
    }
}

/// Whether anything was said of a criterion that is not in the branch.
fn lost(weighting: &Weighting, branch: &[Criterion]) -> bool {
    let mut settled = weighting.clone();
    settle_branch(&mut settled, branch);
    settled != *weighting
}

fn settle_branch(weighting: &mut Weighting, branch: &[Criterion]) {
    weighting
        .swing_confirmed_for
        .retain(|id, _| Criterion::find(branch, id).is_some());
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
