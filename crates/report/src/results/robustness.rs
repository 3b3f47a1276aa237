//! How often each option comes where, as data: sampled, with the seed, so that anybody gets the same.

use super::object::Object;
use super::values::number;
use crate::{Subject, reason_words};
use serde_json::Value;
use weighbridge_analysis::{
    Assumption, Chance, Drawn, Estimate, OptionIx, Outcome, Problem, Reason, Run, pair_share,
    rank_share,
};
use weighbridge_model::{Shape, Statement};

#[cfg(not(target_arch = "wasm32"))]
use std::sync::{Mutex, PoisonError};

/// Samples end here even when the appraisal asks for more precision, so that results never take long.
const MOST: u64 = 1_048_576;

/// So many scores may be weighed in all, times what each costs: with a great many options and criteria samples end
/// earlier than that.
const WORK: u64 = 6_000_000_000;

/// Precision is asked after every so many samples, so more than whole rounds would be one round too many.
const ROUND: u64 = 32_768;

/// The most samples for a problem: fewer where a sample takes long. At least one round, which is enough for half a
/// percentage point unless an option comes somewhere about half of the time.
fn most(problem: &Problem, on: Subject<'_>) -> u64 {
    // An amount that becomes a value sample by sample takes about as long as four scores that are drawn as values.
    let criteria = on.analysis.leaves.len().max(1) + 3 * problem.drawn_amounts;
    let cells = problem.options.len() * criteria;
    // As long as so many fixed scores an uncertain one takes.
    let cost = match on.appraisal.robustness.shape {
        _ if problem.fixed_scores => 1,
        Shape::AsGiven | Shape::Uniform | Shape::Triangular => 3,
        Shape::Pert | Shape::Normal => 6,
    };
    let cells = u64::try_from(cells)
        .unwrap_or(u64::MAX)
        .saturating_mul(cost);
    let rounds = WORK / cells.max(1) / ROUND;
    (rounds * ROUND).clamp(ROUND, MOST)
}

/// What is sampled for an appraisal: under each assumption that applies, a run, or why there is none.
pub(super) struct Sampling {
    runs: Vec<(Assumption, Result<Sampled, Reason>)>,
    precision: f64,
}

impl Sampling {
    /// The runs of an appraisal, none of which has begun.
    pub(super) fn new(on: Subject<'_>) -> Self {
        let asked = on.appraisal.robustness;
        let run = |assumption| {
            let problem = Problem::of(on.appraisal, on.analysis, assumption)?;
            Ok(Sampled {
                run: Run::new(&problem, asked.seed),
                most: most(&problem, on),
                problem,
            })
        };
        let applies = |assumption: &Assumption| assumption.applies(on.appraisal);
        let assumptions = Assumption::ALL.into_iter().filter(applies);
        Self {
            runs: assumptions.map(|a| (a, run(a))).collect(),
            precision: asked.precision.get(),
        }
    }

    /// Takes the samples of every run while `work` is done, and gives what the work came to.
    pub(super) fn beside<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let begun = self.runs.iter_mut();
        let begun = begun.filter_map(|(_, begun)| begun.as_mut().ok());
        let runs = begun.map(|begun| (&mut begun.run, begun.most)).collect();
        finish(runs, self.precision, work)
    }

    /// Rank acceptabilities, pairwise winning indices, expected ranks, central weights and confidence factors, each
    /// with its standard error, with any weights, with those that keep their order, and within ranges and by
    /// statements where there are any; nothing where there is nothing to sample, but why, where something was said.
    pub(super) fn found(&self, on: Subject<'_>) -> Value {
        let mut list = Vec::new();
        for (assumption, done) in &self.runs {
            match done {
                Ok(done) => list.push(sampled(on, *assumption, &done.problem, &done.run)),
                Err(reason) if matches!(assumption, Assumption::Ranges | Assumption::Stated) => {
                    list.push(not_sampled(on, *assumption, reason));
                }
                Err(_) => {}
            }
        }
        Value::Array(list)
    }
}

/// A problem with the run over it.
struct Sampled {
    problem: Problem,
    run: Run,
    /// The most samples it takes.
    most: u64,
}

/// Runs with the most samples that each may take.
type Runs<'a> = Vec<(&'a mut Run, u64)>;

fn finish_one(run: &mut Run, most: u64, precision: f64) {
    while run.samples() < most && !run.approach(precision, most) {}
}

/// Takes the samples of every run on a thread of its own while `work` is done, and then side by side: what comes of
/// one run does not depend on the others.
#[cfg(not(target_arch = "wasm32"))]
fn finish<T>(runs: Runs<'_>, precision: f64, work: impl FnOnce() -> T) -> T {
    let left = Mutex::new(runs);
    let next = || left.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let sample = || {
        while let Some((run, most)) = next() {
            finish_one(run, most, precision);
        }
    };
    std::thread::scope(|scope| {
        // Where a thread cannot be had, this one does all of it.
        let _other = std::thread::Builder::new().spawn_scoped(scope, sample);
        let done = work();
        sample();
        done
    })
}

/// Takes the samples of every run, and does the work.
#[cfg(target_arch = "wasm32")]
fn finish<T>(runs: Runs<'_>, precision: f64, work: impl FnOnce() -> T) -> T {
    for (run, most) in runs {
        finish_one(run, most, precision);
    }
    work()
}

fn weights_word(assumption: Assumption) -> &'static str {
    match assumption {
        Assumption::AnyWeights => "any",
        Assumption::Ordered => "ordered",
        Assumption::Ranges => "ranges",
        Assumption::Stated => "stated",
    }
}

/// Why nothing was sampled, with the statements that are to blame.
fn not_sampled(on: Subject<'_>, assumption: Assumption, reason: &Reason) -> Value {
    let mut to = Object::default();
    to.word("weights", weights_word(assumption));
    let (code, guilty): (&str, &[usize]) = match reason {
        Reason::NoOptions => ("no-options", &[]),
        Reason::NoCriteria => ("no-criteria", &[]),
        Reason::NoWeights(_) => ("no-weights", &[]),
        Reason::LeftOut(list) => ("statement-not-used", list),
        Reason::Contradictory(list) => ("statements-contradict", list),
        Reason::TooLarge => ("too-large", &[]),
    };
    to.word("not_sampled", code);
    to.word("why", &reason_words(on, reason));
    let said = guilty
        .iter()
        .filter_map(|at| on.appraisal.robustness.statements.get(*at));
    to.list("statements", said.map(statement).collect());
    to.end()
}

/// What is said of weights, as it stands in a file.
pub(super) fn statement(said: &Statement) -> Value {
    let (one, other) = said.criteria();
    let word = match said {
        Statement::AtLeastAsImportant(..) => "before",
        Statement::Equal(..) => "equal",
        Statement::AtLeast(..) => "at-least",
        Statement::AtMost(..) => "at-most",
    };
    let last = match (other, said.share()) {
        (Some(other), _) => Value::from(other.as_str()),
        (None, Some(share)) => number(share.get()),
        (None, None) => Value::Null,
    };
    Value::Array(vec![Value::from(one.as_str()), Value::from(word), last])
}

fn sampled(on: Subject<'_>, assumption: Assumption, problem: &Problem, run: &Run) -> Value {
    let asked = on.appraisal.robustness;
    let outcome = run.outcome();
    let mut to = Object::default();
    to.word("weights", weights_word(assumption));
    to.word("scores", scores_word(problem, asked.shape));
    to.word(
        "method",
        match outcome.method {
            Drawn::Certain => "certain",
            Drawn::QuasiRandom => "quasi-random",
            Drawn::Random => "random",
            Drawn::Chains => "chains",
        },
    );
    to.number("seed", f64::from(asked.seed));
    to.number("precision", asked.precision.get());
    to.number("samples", outcome.samples as f64);
    to.number("half_width", outcome.half_width);
    if let Some(mixing) = outcome.mixing {
        to.number("potential_scale_reduction", mixing.reduction);
        to.number("effective_samples", mixing.effective);
    }
    let all = 0..problem.options.len();
    // Only where no sample has shown that it can be first.
    for at in all.filter(|at| outcome.rank(*at, 0) <= 0.0) {
        problem.best_lead(at);
    }
    let sure = problem.sureness(&outcome, asked.seed);
    let options = problem.options.iter().copied().enumerate().zip(sure);
    let options = options
        .map(|(own, sure)| option(on, problem, &outcome, own, sure))
        .collect();
    to.list("options", options);
    to.put("ahead_of_is_exact", Value::Bool(outcome.pairwise_exact));
    to.end()
}

/// How scores are drawn.
fn scores_word(problem: &Problem, shape: Shape) -> &'static str {
    match shape {
        _ if problem.fixed_scores => "as-given",
        Shape::AsGiven => "as-given",
        Shape::Triangular => "triangular",
        Shape::Pert => "pert",
        Shape::Normal => "normal",
        Shape::Uniform => "uniform",
    }
}

/// Bounds at 95% for shares of 0 or 1 from samples alone; null where a share is exact or has a standard error.
fn bounds(shares: &[Chance]) -> Value {
    let bound = |share: &Chance| share.bound().map_or(Value::Null, number);
    Value::Array(shares.iter().map(bound).collect())
}

fn option(
    on: Subject<'_>,
    problem: &Problem,
    outcome: &Outcome,
    (at, own): (usize, OptionIx),
    sure: Option<Chance>,
) -> Value {
    let n = problem.options.len();
    let mut to = Object::default();
    to.word("option", on.analysis.options[own].id.as_str());
    let ranks = 0..n;
    let ranks: Vec<Chance> = ranks
        .map(|rank| rank_share(problem, outcome, at, rank))
        .collect();
    let values = |shares: &[Chance]| shares.iter().map(|s| s.value()).collect::<Vec<f64>>();
    let errors = |shares: &[Chance]| shares.iter().map(|s| s.error()).collect::<Vec<f64>>();
    to.numbers("rank_acceptability", &values(&ranks));
    to.numbers("standard_errors", &errors(&ranks));
    to.put("bounds", bounds(&ranks));
    let pair = |other| pair_share(problem, outcome, at, other).unwrap_or(Chance::Exact(0.5));
    let pairs: Vec<Chance> = (0..n).map(pair).collect();
    to.numbers("ahead_of", &values(&pairs));
    to.numbers("ahead_of_errors", &errors(&pairs));
    to.put("ahead_of_bounds", bounds(&pairs));
    if let Some(mean) = outcome.expected_rank.get(at) {
        to.number("expected_rank", mean.value);
        to.number("expected_rank_error", mean.error);
    }
    if let Some(Some(central)) = outcome.central_weights.get(at) {
        let shares = |of: fn(&Estimate) -> f64| {
            let mut shares = Object::default();
            for leaf in on.analysis.counted_leaves() {
                let share = central.get(usize::from(leaf)).map_or(0.0, of);
                shares.number(on.analysis.leaf_node(leaf).id.as_str(), share);
            }
            shares.end()
        };
        to.put("central_weights", shares(|e| e.value));
        to.put("central_weights_errors", shares(|e| e.error));
    }
    if let Some(sure) = sure {
        to.number("confidence_factor", sure.value());
        to.number("confidence_factor_error", sure.error());
        to.put(
            "confidence_factor_bound",
            sure.bound().map_or(Value::Null, number),
        );
    }
    let none = ranks.first().is_none_or(|first| first.value() <= 0.0);
    to.put(
        "never_first",
        Value::Bool(none && problem.known_never_first(at)),
    );
    to.end()
}
