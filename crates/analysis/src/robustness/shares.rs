//! How often options come where, each share with how well it is known.

use super::assumption::Assumption;
use super::chance::Chance;
use super::problem::Problem;
use crate::{OptionIx, TIE};
use weighbridge_sampling::{Drawn, Estimate, Outcome};

/// So many independent samples an outcome is worth: chains are worth fewer than they have.
fn independent(outcome: &Outcome) -> f64 {
    let all = outcome.samples as f64;
    outcome
        .mixing
        .map_or(all, |mixing| mixing.effective.min(all))
}

/// How often an option (by its place in the problem) has a rank, from 0 for the first.
pub fn rank_share(problem: &Problem, outcome: &Outcome, option: usize, rank: usize) -> Chance {
    let value = outcome.rank(option, rank);
    let exact = outcome.half_width <= 0.0 || outcome.method == Drawn::Certain;
    if exact || rank == 0 && value <= 0.0 && problem.known_never_first(option) {
        return Chance::Exact(value);
    }
    let error = outcome.rank_error(option, rank);
    Chance::of_samples(Estimate { value, error }, independent(outcome))
}

/// How often an option is ahead of another, ties counting half; `None` where that was not counted.
pub fn pair_share(
    problem: &Problem,
    outcome: &Outcome,
    one: usize,
    other: usize,
) -> Option<Chance> {
    let found = outcome.pair(one, other)?;
    // Of two options one that never comes first is never ahead.
    let never = |row: usize| problem.options.len() == 2 && problem.known_never_first(row);
    if (found.value <= 0.0 && never(one)) || (found.value >= 1.0 && never(other)) {
        return Some(Chance::Exact(found.value));
    }
    if outcome.pairwise_exact || one == other || outcome.method == Drawn::Certain {
        return Some(Chance::Exact(found.value));
    }
    Some(Chance::of_samples(found, independent(outcome)))
}

/// How often an option comes first. Exact where it is proved that no more than two options can be first at all:
/// one is first just where it is ahead of the other, which is exact where pairs are.
pub fn first_share(problem: &Problem, outcome: &Outcome, option: usize) -> Chance {
    let can = |row: &usize| outcome.rank(*row, 0) > 0.0 || !problem.known_never_first(*row);
    let rivals: Vec<usize> = (0..problem.options.len())
        .filter(|row| *row != option && can(row))
        .collect();
    match rivals.as_slice() {
        _ if !can(&option) => Chance::Exact(0.0),
        [] => Chance::Exact(1.0),
        [other] if outcome.pairwise_exact => {
            Chance::Exact(outcome.pair(option, *other).map_or(1.0, |pair| pair.value))
        }
        _ => rank_share(problem, outcome, option, 0),
    }
}

/// The options of a problem, by their places in it; those that always tie together, as they share their first places.
pub(super) fn tied(problem: &Problem, outcome: &Outcome) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for row in 0..problem.options.len() {
        let ties = |group: &&mut Vec<usize>| {
            let first = group.first();
            first.is_some_and(|first| problem.always_tie(outcome, *first, row))
        };
        match groups.iter_mut().find(ties) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups
}

/// How often several options that always tie come first together, by the share of one of them.
pub(super) fn of_several(one: Chance, options: usize, together: f64, outcome: &Outcome) -> Chance {
    let value = if together > 1.0 - TIE { 1.0 } else { together };
    match one {
        Chance::Exact(_) => Chance::Exact(value),
        Chance::Sampled(_) | Chance::Unanimous { .. } => {
            let error = one.error() * options as f64;
            Chance::of_samples(Estimate { value, error }, independent(outcome))
        }
    }
}

/// Who comes first most often: what the heading of All weights claims.
#[derive(Clone, Debug, PartialEq)]
pub struct Leading {
    /// The options that come first most often, by their places in the analysis; several that do alike.
    pub options: Vec<OptionIx>,
    /// How often each of them comes first, of what the assumption allows; where several do alike, they
    /// share, and where they always tie it is how often they come first together.
    pub share: Chance,
    /// Whether they are several that always tie.
    pub together: bool,
    /// How many options are compared: with fewer than two nothing is.
    pub compared: usize,
    /// The options that are not compared, because a score is missing, by their places in the analysis.
    pub left_out: Vec<OptionIx>,
    /// Whether only one set of weights is possible, and no score varies.
    pub certain: bool,
    /// Whether no score varies, so that the share is one of weights alone.
    pub fixed_scores: bool,
    /// What is taken to be known of the weights.
    pub assumption: Assumption,
}

impl Leading {
    /// Who comes first most often under an assumption, by what has been sampled so far.
    ///
    /// ```
    /// use weighbridge_analysis::{Assumption, Leading, Problem, Run, Chance, analyse};
    /// let text = r#"{"format": "weighbridge", "version": 1, "title": "Office",
    ///   "options": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}, {"id": "c", "name": "C"}],
    ///   "criteria": [{"id": "x", "name": "X", "weight": 3}, {"id": "y", "name": "Y", "weight": 1}],
    ///   "scores": {"a": {"x": 100, "y": 0}, "b": {"x": 0, "y": 50}, "c": {"x": 100}}}"#;
    /// let appraisal = weighbridge_file::open(text.as_bytes()).unwrap();
    /// let analysis = analyse(&appraisal);
    /// let problem = Problem::of(&appraisal, &analysis, Assumption::AnyWeights).unwrap();
    /// let mut run = Run::new(&problem, 1);
    /// run.advance(1000);
    /// let leading = Leading::of(&problem, &run.outcome(), Assumption::AnyWeights);
    /// assert_eq!(leading.options, [0]);
    /// assert_eq!(leading.left_out, [2], "C has no score on Y");
    /// assert!((leading.share.value() - 2.0 / 3.0).abs() < 1e-12);
    /// assert_eq!(leading.share.error(), 0.0, "two options need no samples");
    /// ```
    pub fn of(problem: &Problem, outcome: &Outcome, assumption: Assumption) -> Self {
        let own = |row: &usize| {
            let option = problem.options.get(*row);
            option.map(|option| (*option, first_share(problem, outcome, *row)))
        };
        let groups = tied(problem, outcome).into_iter();
        let groups: Vec<Vec<(OptionIx, Chance)>> = groups
            .map(|rows| rows.iter().filter_map(own).collect())
            .collect();
        let together = |group: &Vec<(OptionIx, Chance)>| -> f64 {
            group.iter().map(|(_, share)| share.value()).sum()
        };
        let most = groups.iter().map(together).fold(0.0, f64::max);
        let best: Vec<&Vec<(OptionIx, Chance)>> = groups
            .iter()
            .filter(|group| together(group) >= most - TIE)
            .collect();
        let (best, joint) = match best.iter().find(|group| group.len() > 1) {
            Some(group) => ((*group).clone(), true),
            None => (best.into_iter().flatten().copied().collect(), false),
        };
        let share = best.first().map(|(_, share)| *share);
        let share = match share {
            Some(share) if joint => Some(of_several(share, best.len(), most, outcome)),
            share => share,
        };
        Self {
            options: best.iter().map(|(option, _)| *option).collect(),
            share: share.unwrap_or(Chance::Exact(0.0)),
            together: joint,
            compared: problem.options.len(),
            left_out: problem.left_out.clone(),
            certain: outcome.method == Drawn::Certain,
            fixed_scores: problem.fixed_scores,
            assumption,
        }
    }
}
