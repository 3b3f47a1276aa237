//! The weights that follow from the judgements of a branch, beside those that count.

use super::weighing::{DerivedWeights, best_and_worst, compared, in_words, weigh};
use super::{Lacking, lacking, sum};
use crate::elicitation::{
    ACCEPTABLE_RATIO, BestWorst, Consistency, PairwiseOutcome, RANDOM_INDEX, RANDOM_RATIO,
    pairs_consistency,
};
use weighbridge_model::{
    Appraisal, Criterion, CriterionId, Perspective, RawWeight, Weighting, WeightingMethod, Weights,
};

/// How far a share that counts may be from the one that follows, as a share of the larger of the two:
/// beyond it they disagree. It leaves room for rounding in a file, not for another judgement.
pub const SAME_WEIGHT: f64 = 1e-6;

/// How well the judgements of a branch agree with each other, by the measure of their method.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Agreement {
    /// By which method.
    pub method: WeightingMethod,
    /// The consistency ratio, 0 when all agree; `None` for differences in words, which either agree or
    /// give no weights, and where there is none, see `unjudged`.
    pub ratio: Option<f64>,
    /// Up to which ratio judgements are acceptable; `None` where nothing is published.
    pub acceptable: Option<f64>,
    /// At which ratio they are as good as random; `None` where the method has no such ratio.
    pub random: Option<f64>,
    /// The verdict, or why there is none.
    pub verdict: Result<Consistency, Unjudged>,
    /// Of comparisons in pairs of which some are missing: how far those there are contradict each other.
    pub partial: Option<Partial>,
}

/// How far comparisons in pairs contradict each other while some are missing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Partial {
    /// The consistency index of the comparisons there are (Harker 1987): 0 when they agree.
    pub index: f64,
    /// The random index of complete comparisons of as many criteria; none is published for this way of
    /// completing them.
    pub random: f64,
}

impl Partial {
    /// The index over the random index of complete comparisons. Pairs that are missing contradict nothing, so
    /// this tends to flatter: what is not acceptable by it needs another look.
    pub fn ratio(&self) -> f64 {
        self.index / self.random
    }
}

impl Agreement {
    /// Whether weights should not rest on these judgements before they have been looked at again: by their
    /// verdict, or where they contradict each other so much that those that are missing cannot excuse it.
    pub fn needs_another_look(&self) -> bool {
        match self.verdict {
            Ok(verdict) => verdict.needs_another_look(),
            Err(_) => self.partial.is_some_and(|p| p.ratio() > ACCEPTABLE_RATIO),
        }
    }
}

/// Why there is no verdict on how well judgements agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unjudged {
    /// So many pairs are not compared; the random index is of complete comparisons.
    PairsMissing(usize),
    /// No random index is published for so many criteria.
    NoRandomIndex,
    /// No threshold is published for so many criteria on so wide a scale.
    NoThreshold,
}

/// How well the judgements of a branch by a method agree; `None` while no weights follow from them,
/// and for methods whose answers cannot contradict each other.
///
/// ```
/// use weighbridge_analysis::agreement;
/// use weighbridge_analysis::elicitation::Consistency;
/// use weighbridge_model::{Comparison, Criterion, CriterionId, Finite, WeightingMethod, Weighting};
/// let ids = ["a", "b", "c"].map(|id| CriterionId::new(id).unwrap());
/// let branch = ids.clone().map(|id| Criterion::new(id, "name"));
/// let ring = [(0, 1), (1, 2), (2, 0)].map(|(more, less)| Comparison {
///     more: ids[more].clone(),
///     less: ids[less].clone(),
///     times: Finite::new(3.0).unwrap(),
/// });
/// let said = Weighting { pairwise: ring.to_vec(), ..Weighting::default() };
/// let found = agreement(&said, &branch, WeightingMethod::Pairwise).unwrap();
/// assert_eq!(found.verdict, Ok(Consistency::AsGoodAsRandom), "a ratio of 1.15");
/// ```
pub fn agreement(
    said: &Weighting,
    branch: &[Criterion],
    method: WeightingMethod,
) -> Option<Agreement> {
    match method {
        WeightingMethod::Pairwise if !said.pairwise.is_empty() => pairs(said, branch),
        WeightingMethod::BestWorst => {
            let found = best_and_worst(said, branch)?;
            let BestWorst::Weights {
                ratio,
                threshold,
                verdict,
                ..
            } = found
            else {
                return None;
            };
            Some(Agreement {
                method,
                ratio: Some(ratio),
                acceptable: threshold,
                random: None,
                verdict: verdict.ok_or(Unjudged::NoThreshold),
                partial: None,
            })
        }
        WeightingMethod::Macbeth => in_words(said, branch).shares().map(|_| Agreement {
            method,
            ratio: None,
            acceptable: None,
            random: None,
            verdict: Ok(Consistency::Fully),
            partial: None,
        }),
        WeightingMethod::Direct
        | WeightingMethod::Swing
        | WeightingMethod::Rank
        | WeightingMethod::Pairwise => None,
    }
}

fn pairs(said: &Weighting, branch: &[Criterion]) -> Option<Agreement> {
    let found = compared(said, branch);
    let PairwiseOutcome::Weights(priorities) = found.outcome else {
        return None;
    };
    let why = if branch.len() > RANDOM_INDEX.len() {
        Unjudged::NoRandomIndex
    } else {
        Unjudged::PairsMissing(found.missing)
    };
    let partial = RANDOM_INDEX.get(branch.len().saturating_sub(1));
    let partial = partial.map(|random| Partial {
        index: priorities.index,
        random: *random,
    });
    Some(Agreement {
        method: WeightingMethod::Pairwise,
        ratio: priorities.ratio,
        acceptable: Some(ACCEPTABLE_RATIO),
        random: Some(RANDOM_RATIO),
        verdict: priorities.ratio.map(pairs_consistency).ok_or(why),
        partial: partial.filter(|_| priorities.ratio.is_none()),
    })
}

/// The judgements of a branch made with one method, and the weights that follow from them.
#[derive(Clone, Debug, PartialEq)]
pub struct FromJudgements {
    /// The branch; `None` for the top.
    pub branch: Option<CriterionId>,
    /// By which method.
    pub method: WeightingMethod,
    /// Whether it is the method in use.
    pub in_use: bool,
    /// The shares that follow, if they do.
    pub weighed: DerivedWeights,
    /// Why no shares follow, where they do not.
    pub lacking: Option<Lacking>,
    /// Whether the weights that count are those that follow; `None` where none follow.
    pub same_as_weights: Option<bool>,
    /// How well the judgements agree.
    pub agreement: Option<Agreement>,
}

/// What was said of every branch by every method but points, and what follows from it: branches in the
/// order of the appraisal, the top first, methods in the order of [`WeightingMethod::ALL`]. What nothing was
/// said of is left out, unless it is the method in use.
pub fn from_judgements<'a>(appraisal: impl Into<Perspective<'a>>) -> Vec<FromJudgements> {
    of_every_branch(appraisal.into())
}

fn of_every_branch(appraisal: Perspective<'_>) -> Vec<FromJudgements> {
    let mut found = Vec::new();
    for branch in branches(appraisal.criteria) {
        let (weights, among) = (&appraisal.voice.weights, appraisal.branch(branch.as_ref()));
        let said = weights.weighting(branch.as_ref());
        for method in WeightingMethod::ALL.into_iter().skip(1) {
            let weighed = weigh(said, among, weights, method);
            let in_use = said.method == method;
            if among.len() < 2 || (weighed == DerivedWeights::Nothing && !in_use) {
                continue;
            }
            found.push(FromJudgements {
                branch: branch.clone(),
                method,
                in_use,
                lacking: lacking(said, among, weights, method, &weighed),
                same_as_weights: weighed
                    .shares()
                    .map(|shares| same(shares, given(weights, among).as_deref())),
                agreement: agreement(said, among, method),
                weighed,
            });
        }
    }
    found
}

/// The branches of a tree: the top, and every group.
fn branches(criteria: &[Criterion]) -> Vec<Option<CriterionId>> {
    let groups = Criterion::in_order(criteria).into_iter();
    let groups = groups
        .filter(|(c, _)| !c.is_leaf())
        .map(|(c, _)| Some(c.id.clone()));
    std::iter::once(None).chain(groups).collect()
}

/// The weights of a branch as they were given, as shares of their sum; `None` while one is missing or
/// all are 0.
pub(super) fn given(weights: &Weights, branch: &[Criterion]) -> Option<Vec<f64>> {
    let raws: Option<Vec<f64>> = branch
        .iter()
        .map(|c| weights.raw(&c.id).map(RawWeight::get))
        .collect();
    let raws = raws?;
    let largest = raws.iter().copied().fold(0.0, f64::max);
    let scaled = || raws.iter().map(|raw| raw / largest);
    let total = sum(scaled());
    (largest > 0.0).then(|| scaled().map(|raw| raw / total).collect())
}

/// Whether shares given are those that follow, but for rounding.
pub(super) fn same(follow: &[f64], given: Option<&[f64]>) -> bool {
    given.is_some_and(|given| {
        let near = |(a, b): (&f64, &f64)| (a - b).abs() <= SAME_WEIGHT * a.max(*b).max(SAME_WEIGHT);
        given.len() == follow.len() && given.iter().zip(follow).all(near)
    })
}

/// The raw weights that a method gives the criteria of a branch, from the shares that follow: points
/// as they were said where the method has points, else the shares times 100.
pub fn raw_weights(
    said: &Weighting,
    branch: &[Criterion],
    method: WeightingMethod,
    shares: &[f64],
) -> Vec<(CriterionId, Option<RawWeight>)> {
    let raw = |(c, share): (&Criterion, &f64)| {
        let points = match method {
            WeightingMethod::Direct => said.direct.get(&c.id).copied(),
            WeightingMethod::Swing => said.swing.get(&c.id).copied(),
            WeightingMethod::Rank
            | WeightingMethod::Pairwise
            | WeightingMethod::BestWorst
            | WeightingMethod::Macbeth => RawWeight::new(share * 100.0),
        };
        (c.id.clone(), points)
    };
    branch.iter().zip(shares).map(raw).collect()
}

/// Gives every branch that has no agreed weights at all those that follow from its method in use, where its
/// judgements are complete. Branches with any weight stay as they are: what was given counts.
///
/// This happens when a file is opened to be worked with, once (`weighbridge_opening`), so that no total depends on a solver afterwards.
///
/// ```
/// use weighbridge_analysis as analysis;
/// use weighbridge_file as file;
/// let text = r#"{"format": "weighbridge", "version": 1, "title": "Pairs only",
///   "criteria": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
///   "weighting": {"method": "pairwise", "pairwise": [["a", "b", 3]]}}"#;
/// let mut appraisal = file::open(text.as_bytes()).unwrap();
/// analysis::derive_weights(&mut appraisal);
/// let weights = &appraisal.agreed().weights;
/// let given: Vec<f64> = appraisal.criteria.iter().map(|c| weights.raw(&c.id).unwrap().get().round()).collect();
/// assert_eq!(given, [75.0, 25.0]);
/// ```
pub fn derive_weights(appraisal: &mut Appraisal) {
    let criteria = appraisal.criteria.clone();
    for branch in branches(&criteria) {
        let among = Criterion::branch(&criteria, branch.as_ref());
        let weights = &appraisal.agreed().weights;
        let said = weights.weighting(branch.as_ref());
        let method = said.method;
        let any = among.iter().any(|c| weights.raw(&c.id).is_some());
        if any || among.len() < 2 || method == WeightingMethod::Direct {
            continue;
        }
        let weighed = weigh(said, among, weights, method);
        let derived = weighed
            .shares()
            .map(|shares| raw_weights(said, among, method, shares));
        for (id, weight) in derived.into_iter().flatten() {
            appraisal.agreed_mut().weights.set_raw(&id, weight);
        }
    }
}
