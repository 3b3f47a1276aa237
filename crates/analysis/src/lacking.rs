//! What a method still needs before the judgements of a branch give weights.

use super::weighing::{DerivedWeights, compared, judgements, place, step_gaps};
use crate::elicitation::{
    BestWorst, Contradiction, MOST, MOST_ELEMENTS, MacbethOutcome, PairwiseOutcome, macbeth,
};
use weighbridge_model::{Criterion, Finite, Weighting, WeightingMethod, Weights};

/// Why the judgements of a branch made with a method give no weights. Criteria are named by their
/// place in the branch, from 0.
#[derive(Clone, Debug, PartialEq)]
pub enum Lacking {
    /// The method takes at most so many criteria in a group.
    TooMany {
        /// How many it takes.
        most: usize,
        /// How many there are.
        there: usize,
    },
    /// There are no judgements yet.
    Everything,
    /// These criteria have no answer: points, swings, or places.
    Answers(Vec<usize>),
    /// The criteria fall into islands that no comparison connects. One answer less than there are
    /// islands is enough, and any answer that compares two islands is one of them.
    Islands(Vec<Vec<usize>>),
    /// The most or the least important criterion, or both, are not chosen.
    Choice {
        /// Whether the most important is to be chosen.
        best: bool,
        /// Whether the least important is to be chosen.
        worst: bool,
        /// How many comparisons have to be answered once both are chosen, if those answered stay.
        then: usize,
    },
    /// Comparisons with the most and with the least important criterion that are not answered; the one
    /// between these two is listed once, with the first.
    Comparisons {
        /// Criteria to compare with the most important.
        best_to: Vec<usize>,
        /// Criteria to compare with the least important.
        to_worst: Vec<usize>,
    },
    /// Differences in words that are not judged: criteria that have no place in the order, and steps
    /// down the order from one element to the next.
    Steps {
        /// Criteria without a place in the order.
        unplaced: Vec<usize>,
        /// The upper criterion of each step down the order that has no judgement.
        from: Vec<usize>,
    },
    /// The most and the least important cannot be the same criterion.
    BestIsWorst,
    /// All points are 0.
    AllZero,
    /// Every difference is "no difference", so that nothing has weight.
    NoDifference,
    /// The best against the worst was answered twice, with two answers.
    TwoAnswers {
        /// The most important criterion.
        best: usize,
        /// The least important criterion.
        worst: usize,
        /// How many times the best is as important, by the comparisons with the best.
        from_best: Finite,
        /// The same by the comparisons with the worst.
        to_worst: Finite,
    },
    /// This criterion is said to be more or less important than itself.
    Itself(usize),
    /// The answers contradict each other.
    Contradictory,
    /// The arithmetic came to no answer.
    NoNumbers,
}

impl Lacking {
    /// How many more answers are enough; `None` where it is not for want of answers.
    pub fn answers(&self) -> Option<usize> {
        match self {
            Self::Answers(list) => Some(list.len()),
            Self::Islands(islands) => Some(islands.len().saturating_sub(1)),
            Self::Choice { best, worst, then } => {
                Some(usize::from(*best) + usize::from(*worst) + then)
            }
            Self::Comparisons { best_to, to_worst } => Some(best_to.len() + to_worst.len()),
            Self::Steps { unplaced, from } => Some(unplaced.len() + from.len()),
            Self::TooMany { .. }
            | Self::Everything
            | Self::BestIsWorst
            | Self::AllZero
            | Self::NoDifference
            | Self::TwoAnswers { .. }
            | Self::Itself(_)
            | Self::Contradictory
            | Self::NoNumbers => None,
        }
    }
}

/// What is lacking for weights of a branch by a method; `None` where they follow.
///
/// `weighed` is what [`weigh`](super::weigh) made of the same judgements and weights.
///
/// ```
/// use weighbridge_analysis::{Lacking, lacking, weigh};
/// use weighbridge_model::{Comparison, Criterion, CriterionId, Finite, WeightingMethod, Weighting, Weights};
/// let ids = ["a", "b", "c", "d"].map(|id| CriterionId::new(id).unwrap());
/// let branch = ids.clone().map(|id| Criterion::new(id, "name"));
/// let pair = |more: usize, less: usize| Comparison {
///     more: ids[more].clone(),
///     less: ids[less].clone(),
///     times: Finite::new(3.0).unwrap(),
/// };
/// let said = Weighting { pairwise: vec![pair(0, 1), pair(2, 3)], ..Weighting::default() };
/// let now = Weights::default();
/// let weighed = weigh(&said, &branch, &now, WeightingMethod::Pairwise);
/// let found = lacking(&said, &branch, &now, WeightingMethod::Pairwise, &weighed).unwrap();
/// assert_eq!(found, Lacking::Islands(vec![vec![0, 1], vec![2, 3]]));
/// assert_eq!(found.answers(), Some(1), "one comparison connects two islands");
/// ```
pub fn lacking(
    said: &Weighting,
    branch: &[Criterion],
    weights: &Weights,
    method: WeightingMethod,
    weighed: &DerivedWeights,
) -> Option<Lacking> {
    if weighed.shares().is_some() {
        return None;
    }
    let most = match method {
        WeightingMethod::Pairwise | WeightingMethod::BestWorst => MOST,
        // The worst on everything is an element too.
        WeightingMethod::Macbeth => MOST_ELEMENTS - 1,
        WeightingMethod::Direct | WeightingMethod::Swing | WeightingMethod::Rank => usize::MAX,
    };
    if branch.len() > most {
        let there = branch.len();
        return Some(Lacking::TooMany { most, there });
    }
    if *weighed == DerivedWeights::Nothing {
        return Some(Lacking::Everything);
    }
    let without = |has: &dyn Fn(&Criterion) -> bool| {
        let places = branch.iter().enumerate().filter(|(_, c)| !has(c));
        places.map(|(at, _)| at).collect::<Vec<usize>>()
    };
    let points = |has: &dyn Fn(&Criterion) -> bool| match without(has) {
        none if none.is_empty() => Lacking::AllZero,
        some => Lacking::Answers(some),
    };
    Some(match method {
        WeightingMethod::Direct if said.method == WeightingMethod::Direct => {
            points(&|c| weights.raw(&c.id).is_some())
        }
        WeightingMethod::Direct => points(&|c| said.direct.contains_key(&c.id)),
        WeightingMethod::Swing => points(&|c| said.swing.contains_key(&c.id)),
        WeightingMethod::Rank => Lacking::Answers(without(&|c| said.rank.contains_key(&c.id))),
        WeightingMethod::Pairwise => match compared(said, branch).outcome {
            PairwiseOutcome::Apart(islands) => Lacking::Islands(islands),
            PairwiseOutcome::Weights(_) | PairwiseOutcome::TooMany => Lacking::NoNumbers,
        },
        WeightingMethod::BestWorst => best_and_worst(said, branch, weighed),
        WeightingMethod::Macbeth => words(said, branch, *weighed == DerivedWeights::Contradictory),
    })
}

fn best_and_worst(said: &Weighting, branch: &[Criterion], weighed: &DerivedWeights) -> Lacking {
    let of = |id: Option<&_>| id.and_then(|id| place(branch, id));
    let (best, worst) = (of(said.best.as_ref()), of(said.worst.as_ref()));
    if best.is_some() && best == worst {
        return Lacking::BestIsWorst;
    }
    match super::weighing::best_and_worst(said, branch) {
        None => {
            let open = usize::from(best.is_none()) + usize::from(worst.is_none());
            let all = match weighed {
                DerivedWeights::Missing(all) => *all,
                DerivedWeights::Nothing
                | DerivedWeights::Contradictory
                | DerivedWeights::Shares(_) => open,
            };
            Lacking::Choice {
                best: best.is_none(),
                worst: worst.is_none(),
                then: all.saturating_sub(open),
            }
        }
        Some(BestWorst::Missing {
            best_to,
            mut to_worst,
        }) => {
            // The best against the worst stands in both lists, and is asked for once.
            if worst.is_some_and(|at| best_to.contains(&at)) {
                to_worst.retain(|at| Some(*at) != best);
            }
            Lacking::Comparisons { best_to, to_worst }
        }
        Some(BestWorst::GaveUp) => Lacking::NoNumbers,
        Some(BestWorst::Contradictory(what)) => {
            let twice = || {
                let (best, worst) = (best?, worst?);
                Some(Lacking::TwoAnswers {
                    best,
                    worst,
                    from_best: *said.best_to.get(&branch.get(worst)?.id)?,
                    to_worst: *said.to_worst.get(&branch.get(best)?.id)?,
                })
            };
            let found = match what {
                Contradiction::BestToItself => best.map(Lacking::Itself),
                Contradiction::WorstToItself => worst.map(Lacking::Itself),
                Contradiction::BestToWorst => twice(),
                Contradiction::BestIsWorst | Contradiction::NoSuchCriterion => None,
            };
            found.unwrap_or(Lacking::Contradictory)
        }
        Some(_) => Lacking::Contradictory,
    }
}

fn words(said: &Weighting, branch: &[Criterion], complete: bool) -> Lacking {
    let ids: Vec<&str> = branch.iter().map(|c| c.id.as_str()).collect();
    let (n, list) = judgements(&said.macbeth, true);
    if complete {
        return match macbeth(n, &list).outcome {
            MacbethOutcome::NoDifference => Lacking::NoDifference,
            MacbethOutcome::Inconsistent => Lacking::Contradictory,
            MacbethOutcome::Scale(_) | MacbethOutcome::TooMany | MacbethOutcome::GaveUp => {
                Lacking::NoNumbers
            }
        };
    }
    let order = &said.macbeth.order;
    let at = |id: &str| ids.iter().position(|own| *own == id);
    let unplaced = ids.iter().enumerate();
    let unplaced = unplaced.filter(|(_, id)| !order.iter().any(|own| own == *id));
    let gaps = step_gaps(n, &list);
    Lacking::Steps {
        unplaced: unplaced.map(|(at, _)| at).collect(),
        from: gaps.filter_map(|upper| at(order.get(upper)?)).collect(),
    }
}
