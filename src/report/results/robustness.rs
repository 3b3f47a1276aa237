//! How often each option comes where, as data: sampled, with the seed, so that anybody gets the same.

use super::object::Object;
use crate::analysis::{Assumption, Drawn, Estimate, Problem, Run, ScoreAssumption};
use crate::json::Json;
use crate::report::Subject;

/// The same as on the page of all weights.
const SEED: u64 = 1;

/// How many samples are taken: with these the shares are right within half a percentage point.
const SAMPLES: u64 = 65_536;

/// Rank acceptabilities, pairwise winning indices, expected ranks and central weights, with any weights and with
/// those that keep their order, scores as they are; nothing where there is nothing to sample.
pub(super) fn robustness(on: Subject<'_>) -> Json {
    let mut list = Vec::new();
    for (name, assumption) in [
        ("any", Assumption::AnyWeights),
        ("ordered", Assumption::Ordered),
    ] {
        let scores = ScoreAssumption::AsGiven;
        let problem = Problem::of(on.appraisal, on.analysis, &assumption, scores);
        if let Ok(problem) = problem {
            list.push(sampled(on, name, &problem));
        }
    }
    Json::List(list)
}

fn sampled(on: Subject<'_>, name: &'static str, problem: &Problem) -> Json {
    let mut run = Run::new(problem, SEED);
    run.advance(SAMPLES);
    let outcome = run.outcome();
    let mut to = Object::default();
    to.word("weights", name);
    to.word(
        "method",
        match outcome.method {
            Drawn::Certain => "certain",
            Drawn::QuasiRandom => "quasi-random",
            Drawn::Random => "random",
            Drawn::Chains => "chains",
        },
    );
    to.number("seed", SEED as f64);
    to.number("samples", outcome.samples as f64);
    to.number("half_width", outcome.half_width);
    let n = problem.options.len();
    let leaves = on.analysis.counted_leaves();
    let mut options = Vec::new();
    for (at, option) in problem.options.iter().enumerate() {
        let mut one = Object::default();
        one.word("option", on.analysis.options[*option].id.as_str());
        let ranks: Vec<f64> = (0..n).map(|rank| outcome.rank(at, rank)).collect();
        let errors: Vec<f64> = (0..n).map(|rank| outcome.rank_error(at, rank)).collect();
        one.numbers("rank_acceptability", &ranks);
        one.numbers("standard_errors", &errors);
        let pairs: Vec<f64> = (0..n)
            .map(|other| outcome.pair(at, other).map_or(0.5, |pair| pair.value))
            .collect();
        one.numbers("ahead_of", &pairs);
        let expected = outcome.expected_rank.get(at);
        one.number(
            "expected_rank",
            expected.map_or(0.0, |e: &Estimate| e.value),
        );
        if let Some(weights) = outcome.central(at) {
            let mut central = Object::default();
            for leaf in &leaves {
                let share = weights.get(*leaf).copied().unwrap_or(0.0);
                central.number(on.analysis.leaf_node(*leaf).id.as_str(), share);
            }
            one.put("central_weights", central.end());
        }
        options.push(one.end());
    }
    to.list("options", options);
    to.put("ahead_of_is_exact", Json::Bool(outcome.pairwise_exact));
    to.end()
}
