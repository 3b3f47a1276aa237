//! How often each option comes where, as data: sampled, with the seed, so that anybody gets the same.

use super::object::Object;
use crate::analysis::{Assumption, Drawn, Estimate, Outcome, Problem, Run};
use crate::json::Json;
use crate::model::Shape;
use crate::report::Subject;
use crate::report::indices::CONFIDENCE;

/// Samples end here even when the appraisal asks for more precision, so that results never take long.
const MOST: u64 = 1_048_576;

/// Rank acceptabilities, pairwise winning indices, expected ranks, central weights and confidence factors, each
/// with its standard error, with any weights, with those that keep their order, and within ranges and by
/// statements where there are any; nothing where there is nothing to sample.
pub(super) fn robustness(on: Subject<'_>) -> Json {
    let mut list = Vec::new();
    for assumption in Assumption::ALL {
        if assumption.applies(on.appraisal)
            && let Ok(problem) = Problem::of(on.appraisal, on.analysis, assumption)
        {
            list.push(sampled(on, assumption, &problem));
        }
    }
    Json::List(list)
}

fn sampled(on: Subject<'_>, assumption: Assumption, problem: &Problem) -> Json {
    let asked = &on.appraisal.robustness;
    let mut run = Run::new(problem, asked.seed);
    while run.samples() < MOST && !run.approach(asked.precision.get(), MOST) {}
    let outcome = run.outcome();
    let mut to = Object::default();
    to.word(
        "weights",
        match assumption {
            Assumption::AnyWeights => "any",
            Assumption::Ordered => "ordered",
            Assumption::Ranges => "ranges",
            Assumption::Stated => "stated",
        },
    );
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
    let options = all.map(|at| option(on, problem, &outcome, at)).collect();
    to.list("options", options);
    to.put("ahead_of_is_exact", Json::Bool(outcome.pairwise_exact));
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

fn option(on: Subject<'_>, problem: &Problem, outcome: &Outcome, at: usize) -> Json {
    let n = problem.options.len();
    let mut to = Object::default();
    to.word(
        "option",
        on.analysis.options[problem.options[at]].id.as_str(),
    );
    let ranks: Vec<f64> = (0..n).map(|rank| outcome.rank(at, rank)).collect();
    let errors: Vec<f64> = (0..n).map(|rank| outcome.rank_error(at, rank)).collect();
    to.numbers("rank_acceptability", &ranks);
    to.numbers("standard_errors", &errors);
    let none = Estimate {
        value: 0.5,
        error: 0.0,
    };
    let pairs: Vec<Estimate> = (0..n)
        .map(|other| outcome.pair(at, other).unwrap_or(none))
        .collect();
    let part = |of: fn(&Estimate) -> f64| pairs.iter().map(of).collect::<Vec<f64>>();
    to.numbers("ahead_of", &part(|p| p.value));
    to.numbers("ahead_of_errors", &part(|p| p.error));
    if let Some(mean) = outcome.expected_rank.get(at) {
        to.number("expected_rank", mean.value);
        to.number("expected_rank_error", mean.error);
    }
    if let Some(Some(central)) = outcome.central_weights.get(at) {
        let shares = |of: fn(&Estimate) -> f64| {
            let mut shares = Object::default();
            for leaf in on.analysis.counted_leaves() {
                let share = central.get(leaf).map_or(0.0, of);
                shares.number(on.analysis.leaf_node(leaf).id.as_str(), share);
            }
            shares.end()
        };
        to.put("central_weights", shares(|e| e.value));
        to.put("central_weights_errors", shares(|e| e.error));
        let weights: Vec<f64> = central.iter().map(|e| e.value).collect();
        let seed = on.appraisal.robustness.seed;
        if let Some(sure) = problem.confidence(at, &weights, seed, CONFIDENCE) {
            to.number("confidence_factor", sure.value);
            to.number("confidence_factor_error", sure.error);
        }
    }
    // Only where no sample has shown that it can be.
    let never = ranks.first().is_none_or(|first| *first <= 0.0)
        && problem.best_lead(at).is_some_and(|lead| lead < 0.0);
    to.put("never_first", Json::Bool(never));
    to.end()
}
