//! Answers to the questions by which weights are derived, one at a time.

use super::check::Checked;
use super::{MacbethEdit, Refusal};
use litemap::LiteMap;
use serde::{Deserialize, Serialize};
use weighbridge_model::{
    Comparison, Criterion, CriterionId, Finite, RankFormula, RawWeight, ReferencePoints, Weighting,
    WeightingMethod,
};

/// One answer about the weights of a branch; `None` takes it back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// The method that gives the weights.
    WeightingMethod(WeightingMethod),
    /// Points that are set aside while another method is in use.
    PointsAside(CriterionId, Option<RawWeight>),
    /// How much the step from worst to best matters, the largest 100.
    Swing(CriterionId, Option<RawWeight>),
    /// The ends of a scale for which the swings are given.
    SwingConfirmedFor(CriterionId, Option<ReferencePoints>),
    /// The place by importance, from 1.
    Rank(CriterionId, Option<u16>),
    /// How places turn into weights.
    RankFormula(RankFormula),
    /// How many times as important the first is as the second, above 0.
    Comparison {
        /// The first.
        more: CriterionId,
        /// The second.
        less: CriterionId,
        /// How many times.
        times: Option<Finite>,
    },
    /// The most important criterion.
    Best(Option<CriterionId>),
    /// The least important criterion.
    Worst(Option<CriterionId>),
    /// How much more important the best is, 1 or more.
    BestTo(CriterionId, Option<Finite>),
    /// How much more important it is than the worst, 1 or more.
    ToWorst(CriterionId, Option<Finite>),
    /// Differences between swings, in words.
    Macbeth(MacbethEdit),
}

/// What differs between two maps, by key.
fn differences<K: Ord + Clone, V: PartialEq + Clone>(
    from: &LiteMap<K, V>,
    to: &LiteMap<K, V>,
) -> Vec<(K, Option<V>)> {
    let gone = from.keys().filter(|key| !to.contains_key(*key));
    let gone = gone.map(|key| (key.clone(), None));
    let new = to
        .iter()
        .filter(|(key, value)| from.get(*key) != Some(value));
    gone.chain(new.map(|(key, value)| (key.clone(), Some(value.clone()))))
        .collect()
}

fn put<K: Ord + Clone, V: Clone>(map: &mut LiteMap<K, V>, key: &K, value: Option<&V>) {
    match value {
        Some(value) => map.insert(key.clone(), value.clone()),
        None => map.remove(key),
    };
}

fn is_pair(comparison: &Comparison, more: &CriterionId, less: &CriterionId) -> bool {
    let (a, b) = (&comparison.more, &comparison.less);
    (a, b) == (more, less) || (b, a) == (more, less)
}

impl Answer {
    /// What makes one set of answers of another, apart from fields that this version does not know.
    ///
    /// ```
    /// use weighbridge_edit::Answer;
    /// use weighbridge_model::{CriterionId, WeightingMethod, RawWeight, Weighting};
    /// let pace = CriterionId::new("pace").unwrap();
    /// let before = Weighting::default();
    /// let mut after = before.clone();
    /// after.method = WeightingMethod::Swing;
    /// after.swing.insert(pace.clone(), RawWeight::new(60.0).unwrap());
    /// let answers = Answer::between(&before, &after);
    /// assert_eq!(answers, [Answer::WeightingMethod(WeightingMethod::Swing), Answer::Swing(pace, RawWeight::new(60.0))]);
    /// ```
    pub fn between(from: &Weighting, to: &Weighting) -> Vec<Self> {
        let mut all = Vec::new();
        if from.method != to.method {
            all.push(Self::WeightingMethod(to.method));
        }
        let pairs = |from, to, answer: fn(CriterionId, Option<RawWeight>) -> Self| {
            let found = differences(from, to).into_iter();
            found.map(move |(id, value)| answer(id, value))
        };
        all.extend(pairs(&from.direct, &to.direct, Self::PointsAside));
        all.extend(pairs(&from.swing, &to.swing, Self::Swing));
        let confirmed = differences(&from.swing_confirmed_for, &to.swing_confirmed_for);
        all.extend(
            confirmed
                .into_iter()
                .map(|(id, ends)| Self::SwingConfirmedFor(id, ends)),
        );
        let ranks = differences(&from.rank, &to.rank).into_iter();
        all.extend(ranks.map(|(id, place)| Self::Rank(id, place)));
        if from.rank_formula != to.rank_formula {
            all.push(Self::RankFormula(to.rank_formula));
        }
        all.extend(comparisons(&from.pairwise, &to.pairwise));
        if from.best != to.best {
            all.push(Self::Best(to.best.clone()));
        }
        if from.worst != to.worst {
            all.push(Self::Worst(to.worst.clone()));
        }
        let times = differences(&from.best_to, &to.best_to).into_iter();
        all.extend(times.map(|(id, times)| Self::BestTo(id, times)));
        let times = differences(&from.to_worst, &to.to_worst).into_iter();
        all.extend(times.map(|(id, times)| Self::ToWorst(id, times)));
        let judged = MacbethEdit::between(&from.macbeth, &to.macbeth).into_iter();
        all.extend(judged.map(Self::Macbeth));
        all
    }

    /// The criterion whose points in swing weighting are all that some answers change, apart from what is noted with
    /// them: the method that is taken up, and the ends for which they are given.
    pub(super) fn one_swing(all: &[Self]) -> Option<&CriterionId> {
        let mut swings = all.iter().filter_map(|answer| match answer {
            Self::Swing(id, _) => Some(Some(id)),
            Self::WeightingMethod(_) | Self::PointsAside(..) | Self::SwingConfirmedFor(..) => None,
            Self::Rank(..)
            | Self::RankFormula(_)
            | Self::Comparison { .. }
            | Self::Best(_)
            | Self::Worst(_)
            | Self::BestTo(..)
            | Self::ToWorst(..)
            | Self::Macbeth(_) => Some(None),
        });
        let one = swings.next()??;
        swings.next().is_none().then_some(one)
    }

    /// Some answers and those given after them, without what these replace.
    pub(super) fn joined(first: &[Self], later: &[Self]) -> Vec<Self> {
        let again = |answer: &&Self| {
            let Self::Swing(id, _) = answer else {
                return false;
            };
            let same = |other: &Self| matches!(other, Self::Swing(own, _) if own == id);
            later.iter().any(same)
        };
        let kept = first.iter().filter(|answer| !again(answer));
        kept.chain(later).cloned().collect()
    }

    /// Refuses what is not about the criteria of the branch, and what no method asks for.
    pub(super) fn check(&self, branch: &[Criterion]) -> Checked {
        let beside = |id: &CriterionId| {
            if branch.iter().any(|c| c.id == *id) {
                Ok(())
            } else {
                Err(Refusal::NoCriterion(id.clone()))
            }
        };
        let below = |id: &CriterionId| {
            if Criterion::find(branch, id).is_some() {
                Ok(())
            } else {
                Err(Refusal::NoCriterion(id.clone()))
            }
        };
        let at_least = |x: &Option<Finite>, least: f64| {
            let fits = x.is_none_or(|x| x.get() >= least);
            if fits {
                Ok(())
            } else {
                Err(Refusal::BadAnswer)
            }
        };
        match self {
            Self::WeightingMethod(_)
            | Self::RankFormula(_)
            | Self::Best(None)
            | Self::Worst(None) => Ok(()),
            Self::PointsAside(id, _)
            | Self::Swing(id, _)
            | Self::Best(Some(id))
            | Self::Worst(Some(id)) => beside(id),
            Self::SwingConfirmedFor(id, _) => below(id),
            Self::Rank(id, Some(0)) => beside(id).and(Err(Refusal::BadAnswer)),
            Self::Rank(id, _) => beside(id),
            Self::Comparison { more, less, times } => {
                beside(more)?;
                beside(less)?;
                let fits = more != less && times.is_none_or(|x| x.get() > 0.0);
                if fits {
                    Ok(())
                } else {
                    Err(Refusal::BadAnswer)
                }
            }
            Self::BestTo(id, times) | Self::ToWorst(id, times) => {
                beside(id)?;
                at_least(times, 1.0)
            }
            Self::Macbeth(edit) => {
                let there = |id: &str| branch.iter().any(|c| c.id.as_str() == id);
                edit.check(there, true)
            }
        }
    }

    pub(super) fn perform(&self, to: &mut Weighting) {
        match self {
            Self::WeightingMethod(method) => to.method = *method,
            Self::PointsAside(id, points) => put(&mut to.direct, id, points.as_ref()),
            Self::Swing(id, points) => put(&mut to.swing, id, points.as_ref()),
            Self::SwingConfirmedFor(id, ends) => {
                put(&mut to.swing_confirmed_for, id, ends.as_ref());
            }
            Self::Rank(id, place) => put(&mut to.rank, id, place.as_ref()),
            Self::RankFormula(formula) => to.rank_formula = *formula,
            Self::Comparison { more, less, times } => {
                to.pairwise.retain(|c| !is_pair(c, more, less));
                if let Some(times) = *times {
                    let (more, less) = (more.clone(), less.clone());
                    to.pairwise.push(Comparison { more, less, times });
                }
            }
            Self::Best(id) => to.best.clone_from(id),
            Self::Worst(id) => to.worst.clone_from(id),
            Self::BestTo(id, times) => put(&mut to.best_to, id, times.as_ref()),
            Self::ToWorst(id, times) => put(&mut to.to_worst, id, times.as_ref()),
            Self::Macbeth(edit) => edit.perform(&mut to.macbeth),
        }
    }
}

fn comparisons(from: &[Comparison], to: &[Comparison]) -> Vec<Answer> {
    let answer = |c: &Comparison, times| Answer::Comparison {
        more: c.more.clone(),
        less: c.less.clone(),
        times,
    };
    let compared = |c: &&Comparison| to.iter().any(|o| is_pair(o, &c.more, &c.less));
    let gone = from.iter().filter(|c| !compared(c));
    let new = to.iter().filter(|c| !from.contains(c));
    gone.map(|c| answer(c, None))
        .chain(new.map(|c| answer(c, Some(c.times))))
        .collect()
}
