//! Changes to weights: points, shares, and what follows by other methods.

use super::check::{Checked, check_length, check_range, criterion};
use super::{Answer, Refusal, Target};
use litemap::LiteMap;
use serde::{Deserialize, Serialize};
use weighbridge_model::{
    Appraisal, Criterion, CriterionId, RawWeight, Weighting, WeightingMethod, Weights,
};

/// A change to the weights.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum WeightsEdit {
    /// The raw weight of a criterion.
    Weight(CriterionId, Option<RawWeight>),
    /// The raw weight, given among points: points set aside for another weighting method come back with it.
    Points(CriterionId, Option<RawWeight>),
    /// Why that weight.
    Reason(CriterionId, String),
    /// The least and the greatest weight somebody could defend.
    Range(CriterionId, Option<[RawWeight; 2]>),
    /// Keep what was answered about a branch (the top for `None`), and give it the weights that follow.
    Derive {
        /// The branch.
        branch: Option<CriterionId>,
        /// The method of the judgement.
        by: WeightingMethod,
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
                to.agreed_mut().weights.set_raw(id, *weight);
                given_directly(to, id);
            }
            Self::Points(id, weight) => {
                take_up_points(to, id);
                to.agreed_mut().weights.set_raw(id, *weight);
                given_directly(to, id);
            }
            Self::Reason(id, text) => {
                let weights = &mut to.agreed_mut().weights;
                weights.change(id, |weight| weight.reason.clone_from(text));
            }
            Self::Range(id, range) => {
                let weights = &mut to.agreed_mut().weights;
                weights.change(id, |weight| weight.range = *range);
            }
            Self::Derive {
                branch,
                answers,
                weights,
                ..
            } => {
                let agreed = &mut to.agreed_mut().weights;
                if !answers.is_empty() {
                    agreed.change_weighting(branch.as_ref(), |weighting| {
                        answers.iter().for_each(|answer| answer.perform(weighting));
                    });
                }
                for (id, weight) in weights {
                    agreed.set_raw(id, *weight);
                }
            }
            Self::Share { weights, .. } => {
                for (id, weight) in weights {
                    to.agreed_mut().weights.set_raw(id, Some(*weight));
                    given_directly(to, id);
                }
            }
        }
    }

    pub(super) fn target(&self) -> Option<Target> {
        match self {
            Self::Weight(id, _) | Self::Points(id, _) | Self::Share { criterion: id, .. } => {
                Some(Target::Weight(id.clone()))
            }
            Self::Derive { answers, .. } => Answer::one_swing(answers).cloned().map(Target::Swing),
            Self::Reason(..) | Self::Range(..) => None,
        }
    }

    /// One edit that does what the two did one after the other, when that is not simply the later one.
    pub(super) fn joined(&self, later: &Self) -> Option<Self> {
        match (self, later) {
            (
                Self::Share { weights: first, .. },
                Self::Share {
                    criterion, weights, ..
                },
            ) => Some(Self::Share {
                criterion: criterion.clone(),
                weights: together(first, weights),
            }),
            (
                Self::Derive {
                    answers: said,
                    weights: first,
                    ..
                },
                Self::Derive {
                    branch,
                    by,
                    answers,
                    weights,
                },
            ) => Some(Self::Derive {
                branch: branch.clone(),
                by: *by,
                answers: Answer::joined(said, answers),
                weights: together(first, weights),
            }),
            _ => None,
        }
    }
}

/// What stands in two lists by criterion, that of the later where both have it.
fn together<T: Clone>(
    first: &[(CriterionId, T)],
    later: &[(CriterionId, T)],
) -> Vec<(CriterionId, T)> {
    let mut both = LiteMap::new_vec();
    for (id, what) in first.iter().chain(later) {
        both.insert(id.clone(), what.clone());
    }
    both.into_tuple_vec()
}

/// Points given directly take over from any other method.
fn given_directly(to: &mut Appraisal, id: &CriterionId) {
    let parent = to.parent(id).map(|p| p.id.clone());
    to.agreed_mut().weights.given_directly(parent.as_ref());
}

/// The points that were set aside for another method come back around one given anew.
fn take_up_points(to: &mut Appraisal, id: &CriterionId) {
    let parent = to.parent(id).map(|p| p.id.clone());
    let parent = parent.as_ref();
    if to.agreed().weights.weighting(parent).points_aside() {
        let criteria = to.criteria.clone();
        let among = Criterion::branch(&criteria, parent);
        to.agreed_mut().weights.take_up_points(parent, among);
    }
}

/// Removes, from every voice's judgements of each branch, every criterion that is no longer in it.
pub(super) fn settle(to: &mut Appraisal) {
    let criteria = to.criteria.clone();
    if to
        .judgements
        .voices()
        .any(|voice| lost(&voice.weights, &criteria))
    {
        for voice in to.judgements_mut().voices_mut() {
            settle_all(&mut voice.weights, &criteria);
        }
    }
}

/// Whether there is a judgement of a criterion that is not in the branch.
fn lost(weights: &Weights, criteria: &[Criterion]) -> bool {
    weights.weightings().any(|(branch, weighting)| {
        let mut settled = weighting.clone();
        settle_branch(&mut settled, Criterion::branch(criteria, branch));
        settled != *weighting
    })
}

fn settle_all(weights: &mut Weights, criteria: &[Criterion]) {
    let branches = weights.weightings();
    let branches: Vec<Option<CriterionId>> = branches.map(|(branch, _)| branch.cloned()).collect();
    for branch in branches {
        let branch = branch.as_ref();
        weights.change_weighting(branch, |weighting| {
            settle_branch(weighting, Criterion::branch(criteria, branch));
        });
    }
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
