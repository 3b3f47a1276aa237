//! From the judgements of a branch, made with one method, to its weights.

use crate::elicitation::{
    self as elicit, BestWorst, Judgement, MacbethOutcome, Pairwise, PairwiseOutcome, Priorities,
    Repair,
};
use litemap::LiteMap;
use weighbridge_model::{
    Criterion, CriterionId, MacbethJudgements, RankFormula, Weighting, WeightingMethod, Weights,
};

/// What follows from the judgements of a branch.
#[derive(Clone, Debug, PartialEq)]
pub enum DerivedWeights {
    /// There are no judgements by this method.
    Nothing,
    /// This many judgements more are needed.
    Missing(usize),
    /// The judgements contradict each other.
    Contradictory,
    /// One share for each criterion of the branch, in its order; they add up to 1.
    Shares(Vec<f64>),
}

impl DerivedWeights {
    /// The shares, if there are any.
    pub fn shares(&self) -> Option<&[f64]> {
        match self {
            Self::Shares(shares) => Some(shares),
            Self::Nothing | Self::Missing(_) | Self::Contradictory => None,
        }
    }
}

/// The weights of a branch as they follow from the judgements made with one method.
///
/// `branch` is the list of criteria the weighting speaks of, and `weights` those that count: for points they are
/// asked, unless another method is in use, when those that were set aside are.
///
/// ```
/// use weighbridge_analysis::{DerivedWeights, weigh};
/// use weighbridge_model::{Criterion, CriterionId, WeightingMethod, RawWeight, Weighting, Weights};
/// let branch = ["pace", "cost"].map(|id| Criterion::new(CriterionId::new(id).unwrap(), id));
/// let mut said = Weighting::default();
/// said.swing.insert(branch[0].id.clone(), RawWeight::new(100.0).unwrap());
/// let now = Weights::default();
/// assert_eq!(weigh(&said, &branch, &now, WeightingMethod::Swing), DerivedWeights::Missing(1));
/// said.swing.insert(branch[1].id.clone(), RawWeight::new(60.0).unwrap());
/// assert_eq!(weigh(&said, &branch, &now, WeightingMethod::Swing), DerivedWeights::Shares(vec![0.625, 0.375]), "100 and 60 of 160");
/// ```
pub fn weigh(
    said: &Weighting,
    branch: &[Criterion],
    weights: &Weights,
    method: WeightingMethod,
) -> DerivedWeights {
    match method {
        WeightingMethod::Direct if said.method == WeightingMethod::Direct => {
            points(branch, |c| weights.raw(&c.id).map(|w| w.get()))
        }
        WeightingMethod::Direct => points(branch, |c| said.direct.get(&c.id).map(|w| w.get())),
        WeightingMethod::Swing => points(branch, |c| said.swing.get(&c.id).map(|w| w.get())),
        WeightingMethod::Rank => ranked(said, branch),
        WeightingMethod::Pairwise => match compared(said, branch).outcome {
            PairwiseOutcome::Weights(found) if !said.pairwise.is_empty() => {
                DerivedWeights::Shares(found.weights)
            }
            // One answer between two islands makes one of them.
            PairwiseOutcome::Apart(islands) if !said.pairwise.is_empty() => {
                DerivedWeights::Missing(islands.len() - 1)
            }
            PairwiseOutcome::Weights(_) | PairwiseOutcome::Apart(_) | PairwiseOutcome::TooMany => {
                DerivedWeights::Nothing
            }
        },
        WeightingMethod::BestWorst => match best_and_worst(said, branch) {
            None => unchosen(said, branch),
            Some(BestWorst::Weights { weights, .. }) => DerivedWeights::Shares(weights),
            Some(BestWorst::Missing { best_to, to_worst }) => {
                // The best against the worst stands in both lists, and is asked for once.
                let of = |id: &Option<CriterionId>| id.as_ref().and_then(|id| place(branch, id));
                let twice = of(&said.worst).is_some_and(|at| best_to.contains(&at))
                    && of(&said.best).is_some_and(|at| to_worst.contains(&at));
                DerivedWeights::Missing(best_to.len() + to_worst.len() - usize::from(twice))
            }
            Some(_) => DerivedWeights::Contradictory,
        },
        WeightingMethod::Macbeth => in_words(said, branch),
    }
}

/// What is missing while the best or the worst is not chosen: the choice, and all comparisons but
/// those that were answered already.
fn unchosen(said: &Weighting, branch: &[Criterion]) -> DerivedWeights {
    let is_there = |id: &Option<CriterionId>| {
        let found = id.as_ref().and_then(|id| place(branch, id));
        usize::from(found.is_some())
    };
    let chosen = is_there(&said.best) + is_there(&said.worst);
    let answered = said.best_to.len() + said.to_worst.len();
    if chosen + answered == 0 {
        return DerivedWeights::Nothing;
    }
    let all = (2 * branch.len()).saturating_sub(3);
    DerivedWeights::Missing(2 - chosen.min(1) + all.saturating_sub(answered))
}

fn points(branch: &[Criterion], given: impl Fn(&Criterion) -> Option<f64>) -> DerivedWeights {
    let found: Vec<f64> = branch.iter().filter_map(&given).collect();
    let missing = branch.len() - found.len();
    if found.is_empty() {
        return DerivedWeights::Nothing;
    }
    if missing > 0 {
        return DerivedWeights::Missing(missing);
    }
    shares(found)
}

/// Each number as a share of their sum; all of them may be huge, so the largest is divided out first
/// where the sum is not finite.
fn shares(numbers: Vec<f64>) -> DerivedWeights {
    let plain = weighbridge_numeric::sum(numbers.iter().copied());
    let largest = numbers.iter().copied().fold(0.0, f64::max);
    if largest <= 0.0 {
        return DerivedWeights::Contradictory;
    }
    let unit = if plain.is_finite() { 1.0 } else { largest };
    let total = weighbridge_numeric::sum(numbers.iter().map(|x| x / unit));
    DerivedWeights::Shares(numbers.into_iter().map(|x| x / unit / total).collect())
}

fn ranked(said: &Weighting, branch: &[Criterion]) -> DerivedWeights {
    let places: Vec<usize> = branch
        .iter()
        .filter_map(|c| said.rank.get(&c.id))
        .map(|place| usize::from(*place))
        .collect();
    if places.is_empty() {
        return DerivedWeights::Nothing;
    }
    if places.len() < branch.len() {
        return DerivedWeights::Missing(branch.len() - places.len());
    }
    let formula = match said.rank_formula {
        RankFormula::Centroid => elicit::RankFormula::Centroid,
        RankFormula::Sum => elicit::RankFormula::Sum,
        RankFormula::Reciprocal => elicit::RankFormula::Reciprocal,
    };
    DerivedWeights::Shares(elicit::rank_weights(formula, &places))
}

/// The weights of a branch from differences in words between its swings.
pub(super) fn in_words(said: &Weighting, branch: &[Criterion]) -> DerivedWeights {
    let ids: Vec<&str> = branch.iter().map(|c| c.id.as_str()).collect();
    match values_in_words(&said.macbeth, &ids, true) {
        DerivedWeights::Shares(values) => shares(values),
        other @ (DerivedWeights::Nothing
        | DerivedWeights::Missing(_)
        | DerivedWeights::Contradictory) => other,
    }
}

pub(super) fn place(branch: &[Criterion], id: &CriterionId) -> Option<usize> {
    branch.iter().position(|c| c.id == *id)
}

/// The comparisons in pairs of a branch, worked out.
pub fn compared(said: &Weighting, branch: &[Criterion]) -> Pairwise {
    elicit::pairwise(branch.len(), &comparisons(said, branch))
}

/// Every smallest change of one comparison in pairs of a branch that makes them agree better, see
/// [`elicit::pairwise_repairs`].
pub fn pair_repairs(said: &Weighting, branch: &[Criterion]) -> Vec<Repair> {
    elicit::pairwise_repairs(branch.len(), &comparisons(said, branch))
}

/// The comparisons in pairs of a branch, by places in it.
fn comparisons(said: &Weighting, branch: &[Criterion]) -> Vec<elicit::Comparison> {
    said.pairwise
        .iter()
        .filter_map(|c| {
            Some(elicit::Comparison {
                a: place(branch, &c.more)?,
                b: place(branch, &c.less)?,
                times: c.times.get(),
            })
        })
        .collect()
}

/// The priorities of a branch compared in pairs, once there are weights.
pub fn priorities(said: &Weighting, branch: &[Criterion]) -> Option<Priorities> {
    match compared(said, branch).outcome {
        PairwiseOutcome::Weights(found) => Some(found),
        PairwiseOutcome::Apart(_) | PairwiseOutcome::TooMany => None,
    }
}

/// The Best-Worst judgements of a branch, worked out; `None` while best or worst is not chosen.
pub fn best_and_worst(said: &Weighting, branch: &[Criterion]) -> Option<BestWorst> {
    let best = place(branch, said.best.as_ref()?)?;
    let worst = place(branch, said.worst.as_ref()?)?;
    let row = |map: &LiteMap<CriterionId, weighbridge_model::Finite>| -> Vec<f64> {
        let given = branch.iter().map(|c| map.get(&c.id));
        given.map(|x| x.map_or(f64::NAN, |x| x.get())).collect()
    };
    let (best_to, to_worst) = (row(&said.best_to), row(&said.to_worst));
    Some(elicit::best_worst(
        branch.len(),
        best,
        worst,
        &best_to,
        &to_worst,
    ))
}

/// Judgements of difference in the order that was given: the places of the elements, and of which
/// of them each judgement speaks. Those that name something not in the order are left out.
///
/// With `reference`, a last element stands for the worst on everything.
pub fn judgements(judged: &MacbethJudgements, reference: bool) -> (usize, Vec<Judgement>) {
    let n = judged.order.len();
    let place = |id: &str| {
        if id.is_empty() {
            reference.then_some(n)
        } else {
            judged.order.iter().position(|o| o == id)
        }
    };
    let list = judged.differences.iter().filter_map(|d| {
        Some(Judgement {
            better: place(&d.more)?,
            worse: place(&d.less)?,
            low: d.low,
            high: d.high,
        })
    });
    (n + usize::from(reference), list.collect())
}

/// Values from 0 to 100 that fit judgements of differences in words, in the order of `ids`; the worst, or with
/// `reference` nothing at all, has 0. They stand where [`DerivedWeights`] has shares.
///
/// ```
/// use weighbridge_analysis::{DerivedWeights, values_in_words};
/// use weighbridge_model::{Difference, MacbethJudgements};
/// let step = |more: &str, less: &str, c| Difference { more: more.into(), less: less.into(), low: c, high: c };
/// let judged = MacbethJudgements {
///     order: ["a", "b", "c"].map(String::from).to_vec(),
///     differences: vec![step("a", "b", 1), step("b", "c", 2)],
///     ..MacbethJudgements::default()
/// };
/// let DerivedWeights::Shares(values) = values_in_words(&judged, &["c", "b", "a"], false) else { panic!() };
/// assert_eq!((values[0], values[2]), (0.0, 100.0), "worst and best");
/// assert!((values[1] - 200.0 / 3.0).abs() < 1e-9, "very weak is one step and weak two: {}", values[1]);
/// ```
pub fn values_in_words(
    judged: &MacbethJudgements,
    ids: &[&str],
    reference: bool,
) -> DerivedWeights {
    if judged.differences.is_empty() {
        return DerivedWeights::Nothing;
    }
    let (n, list, missing) = in_order(judged, ids, reference);
    if missing > 0 {
        return DerivedWeights::Missing(missing);
    }
    let MacbethOutcome::Scale(scale) = elicit::macbeth(n, &list).outcome else {
        return DerivedWeights::Contradictory;
    };
    let value = |id: &&str| {
        let at = judged.order.iter().position(|other| other == id)?;
        scale.values.get(at).copied()
    };
    DerivedWeights::Shares(ids.iter().map(|id| value(id).unwrap_or(0.0)).collect())
}

/// The judgements, see [`judgements`], and how many are missing for values of all of `ids`.
fn in_order(
    judged: &MacbethJudgements,
    ids: &[&str],
    reference: bool,
) -> (usize, Vec<Judgement>, usize) {
    let (n, list) = judgements(judged, reference);
    let place = |id: &&str| judged.order.iter().position(|other| other == id);
    let missing = ids.iter().filter(|id| place(id).is_none()).count();
    let missing = missing + step_gaps(n, &list).count();
    (n, list, missing)
}

/// The steps down the order that have no judgement, by the place of the upper element: each has to be
/// judged, the last one to the worst on everything.
pub(super) fn step_gaps(n: usize, list: &[Judgement]) -> impl Iterator<Item = usize> {
    (1..n).map(|lower| lower - 1).filter(move |upper| {
        let step = (*upper, upper + 1);
        !list
            .iter()
            .any(|j| (j.better, j.worse) == step || (j.worse, j.better) == step)
    })
}
