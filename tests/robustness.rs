//! How often each option comes where: worked examples, and appraisals turned into problems.

use crate::golden::{matrix, numbers, record};
use crate::same_bits;
use crate::support::*;
use serde_json::json;
use weighbridge::analysis::{
    Analysis, Assumption, Problem, Reason, Run, Said, ScoreAssumption, Shape, analyse,
};
use weighbridge::library;
use weighbridge::model::Appraisal;
use weighbridge_sampling::{
    Branch, Engine, Member, Method, Outcome, Problem as Kernel, Rule, Score, Wanted,
};

macro_rules! golden {
    ($name:literal) => {
        record(include_str!(concat!("golden/", $name, ".json")))
    };
}

fn sample(problem: &Kernel, samples: u64) -> Outcome {
    let mut engine = Engine::new(problem, 7, Wanted::ALL);
    engine.advance(samples);
    engine.outcome()
}

#[test]
fn three_specialists_are_first_for_a_third_each() {
    let case = golden!("smaa-analytic-identity3");
    let scores = matrix(&case["inputs"]["values"]).concat();
    let problem = Kernel::flat(3, 3, &scores, Rule::Any).unwrap();
    let expected = &case["expected"];
    for quasi in [true, false] {
        let mut engine = Engine::new(
            &problem,
            7,
            Wanted {
                quasi,
                ..Wanted::ALL
            },
        );
        engine.advance(1_000_000);
        let outcome = engine.outcome();
        let mut entropy = 0.0;
        for (option, first) in numbers(&expected["rank1"]).into_iter().enumerate() {
            let got = outcome.rank(option, 0);
            let room = 4.0 * (first * (1.0 - first) / outcome.samples as f64).sqrt();
            assert!((got - first).abs() < room, "{got}");
            // log₂ p to first order around a third, which is exact enough for shares this close to it.
            let (third, log) = (1.0 / 3.0, -1.584_962_500_721_156);
            entropy -= got * (log + (got - third) / third * std::f64::consts::LOG2_E);
        }
        let central = outcome.central_weights[0].as_ref().unwrap();
        for (got, truth) in central
            .iter()
            .zip(numbers(&expected["central_weights_row0"]))
        {
            assert!(
                (got.value - truth).abs() < 5.3 * got.error,
                "{got:?} {truth}"
            );
        }
        let bits = expected["choice_entropy_bits"].as_f64().unwrap();
        assert!((entropy - bits).abs() < 1e-4);
    }
}

#[test]
fn weights_in_an_order_have_the_centroid_for_their_mean() {
    let case = golden!("smaa-ordinal-centroid");
    let problem = Kernel::flat(1, 3, &[0.0; 3], Rule::Ordered(vec![1, 2, 3])).unwrap();
    let outcome = sample(&problem, 1_000_000);
    let central = outcome.central_weights[0].as_ref().unwrap();
    for (got, truth) in central.iter().zip(numbers(&case["expected"]["mean"])) {
        assert!(
            (got.value - truth).abs() < 5.3 * got.error + 2e-6,
            "{got:?} {truth}"
        );
    }
}

/// Beta-distributed rates, less is better, as shares of ranges.
#[test]
fn thrombosis_drugs_rank_as_published() {
    let case = golden!("smaa-thrombo-beta");
    let ranges = matrix(&case["inputs"]["ranges"]);
    let mut scores = Vec::new();
    for drug in ["heparin", "enoxaparin"] {
        let beta = matrix(&case["inputs"]["beta"][drug]);
        for (shapes, range) in beta.iter().zip(&ranges) {
            // The rate is a share x; its value is (high − x) / (high − low), and 1 − x is beta too.
            let (low, high) = (range[0], range[1]);
            let value = |x: f64| (high - x) / (high - low);
            scores.push(Score::Beta {
                a: shapes[1],
                b: shapes[0],
                low: value(1.0),
                high: value(0.0),
            });
        }
    }
    let first = |rule: Rule| {
        let members = (0..3).map(Member::Criterion).collect();
        let branches = vec![Branch { members, rule }];
        let problem = Kernel::new(2, 3, scores.clone(), branches).unwrap();
        sample(&problem, 200_000).rank(0, 0)
    };
    let expected = |name: &str| case["expected"][name].as_f64().unwrap();
    let near = |got: f64, name: &str, recomputed: f64| {
        assert!((got - expected(name)).abs() < 0.02, "{name}: {got}");
        assert!((got - recomputed).abs() < 0.005, "{name}: {got}");
    };
    near(first(Rule::Any), "no_preference_heparin_first", 0.3419);
    // Proximal before bleeding before distal.
    let order = Rule::Ordered(vec![1, 3, 2]);
    near(
        first(order),
        "ordinal_prox_bleed_dist_heparin_first",
        0.1349,
    );
    // Swings 4 : 2 : 1 in that order.
    let swing = Rule::Fixed(vec![4.0, 1.0, 2.0]);
    near(first(swing), "exact_swing_4_2_1_heparin_first", 0.1044);
}

#[test]
fn a_seed_gives_the_same_bits_everywhere() {
    assert_eq!(same_bits::digests(), same_bits::EXPECTED);
}

fn problem(
    appraisal: &Appraisal,
    weights: &Assumption,
    scores: ScoreAssumption,
) -> (Analysis, Result<Problem, Reason>) {
    let analysis = analyse(appraisal);
    let problem = Problem::of(appraisal, &analysis, weights, scores);
    (analysis, problem)
}

fn outcome(problem: &Problem, samples: u64) -> Outcome {
    let mut run = Run::new(problem, 11);
    run.advance(samples);
    run.outcome()
}

#[test]
fn every_appraisal_of_the_library_can_be_sampled() {
    for entry in library::all() {
        let appraisal = entry.open().unwrap();
        for weights in [
            Assumption::AnyWeights,
            Assumption::Ordered,
            Assumption::Ranges,
        ] {
            let scores = ScoreAssumption::WithinRanges(Shape::Pert);
            let (_, made) = problem(&appraisal, &weights, scores);
            let Ok(made) = made else { continue };
            let outcome = outcome(&made, 4096);
            let first: f64 = (0..outcome.options).map(|o| outcome.rank(o, 0)).sum();
            assert!(first >= 1.0 - 1e-9, "{}: {first}", entry.id);
        }
    }
}

/// Nobody is first where a linear program says never; and the exact and the sampled agree.
#[test]
fn the_birmingham_case_can_be_sampled_and_told_exactly() {
    let appraisal = library::entry("birmingham-2013").unwrap().open().unwrap();
    let any = Assumption::AnyWeights;
    let (analysis, made) = problem(&appraisal, &any, ScoreAssumption::AsGiven);
    let made = made.unwrap();
    assert_eq!(
        made.options.len() + made.left_out.len(),
        analysis.options.len()
    );
    let outcome = outcome(&made, 200_000);
    for option in 0..made.options.len() {
        let lead = made.best_lead(option).unwrap();
        let first = outcome.rank(option, 0);
        assert!(lead > 0.0 || first <= 5e-4, "{option}: {lead} {first}");
        assert!(lead >= 0.0 || first == 0.0, "{option}: {lead} {first}");
        if let Some(central) = outcome.central(option) {
            let sure = made.confidence(option, &central, 1, 1).unwrap();
            assert!(sure.error == 0.0 && (sure.value == 0.0 || sure.value == 1.0));
        }
    }
}

fn office() -> Appraisal {
    let criteria = json!([
        {"id": "run", "name": "Run", "weight": 60, "criteria": [
            {"id": "pace", "name": "Pace", "weight": 30, "weight_range": [20, 40]},
            {"id": "calm", "name": "Calm", "weight": 10},
        ]},
        {"id": "cost", "name": "Cost", "weight": 40,
         "scale": {"kind": "measure", "direction": "lower", "fixed": [0, 50]}},
    ]);
    let scores = json!({
        "a": {"pace": 80, "calm": 20, "cost": {"value": 20, "range": [10, 45]}},
        "b": {"pace": 30, "calm": 90, "cost": 10},
        "c": {"pace": 30, "calm": 90, "cost": null},
    });
    appraisal(&criteria, &["a", "b", "c"], &scores)
}

#[test]
fn options_without_all_values_are_left_out_and_named() {
    let (_, made) = problem(&office(), &Assumption::AnyWeights, ScoreAssumption::AsGiven);
    let made = made.unwrap();
    assert_eq!(
        (made.options.as_slice(), made.left_out.as_slice()),
        (&[0, 1][..], &[2][..])
    );
    assert!(made.fixed_scores);
    assert_eq!(outcome(&made, 1000).method, Method::QuasiRandom);
}

#[test]
fn ranges_of_weights_are_shared_out_after_they_are_drawn() {
    let (_, made) = problem(&office(), &Assumption::Ranges, ScoreAssumption::AsGiven);
    let outcome = outcome(&made.unwrap(), 100_000);
    let mean = |criterion: usize| -> f64 {
        (0..2)
            .map(|o| outcome.rank(o, 0) * outcome.central(o).map_or(0.0, |w| w[criterion]))
            .sum()
    };
    // Cost is fixed at 40 of 100; pace is 60 of 100 times the mean of x / (x + 10), x from 20 to 40.
    assert!((mean(2) - 0.4).abs() < 1e-6);
    let share = 1.0 - 10.0 * 0.510_825_623_765_990_7 / 20.0;
    assert!((mean(0) - 0.6 * share).abs() < 1e-4, "{} {share}", mean(0));
}

#[test]
fn ranges_of_scores_blur_totals() {
    // All weight on cost alone is not to be had, but pace and calm can be made to tie.
    let shapes = [
        Shape::Uniform,
        Shape::Triangular,
        Shape::Pert,
        Shape::Normal,
    ];
    for shape in shapes {
        let within = ScoreAssumption::WithinRanges(shape);
        let (_, made) = problem(&office(), &Assumption::Ranges, within);
        let made = made.unwrap();
        assert!(!made.fixed_scores);
        assert_eq!(made.best_lead(0), None);
        let sure = made.confidence(0, &[0.0, 0.0, 1.0], 3, 100_000).unwrap();
        // A's cost of 10 to 45 is below B's 10 for nobody, but for the tail of the normal.
        assert!(
            if shape == Shape::Normal {
                sure.value > 0.05
            } else {
                sure.value == 0.0
            },
            "{shape:?}: {sure:?}"
        );
    }
}

#[test]
fn an_order_of_weights_is_that_of_each_branch() {
    let (_, made) = problem(&office(), &Assumption::Ordered, ScoreAssumption::AsGiven);
    let outcome = outcome(&made.unwrap(), 100_000);
    let mean = |criterion: usize| -> f64 {
        (0..2)
            .map(|o| outcome.rank(o, 0) * outcome.central(o).map_or(0.0, |w| w[criterion]))
            .sum()
    };
    // ¾ and ¼ in each branch.
    for (criterion, truth) in [(0, 0.5625), (1, 0.1875), (2, 0.25)] {
        assert!(
            (mean(criterion) - truth).abs() < 0.002,
            "{}",
            mean(criterion)
        );
    }
}

#[test]
fn what_cannot_be_sampled_is_said() {
    let said = |list: Vec<Said>| {
        let (_, made) = problem(
            &office(),
            &Assumption::Stated(list),
            ScoreAssumption::AsGiven,
        );
        made.err()
    };
    let id = criterion;
    let calm = || Said::AtLeast(id("calm"), 0.6);
    assert_eq!(said(vec![]), None);
    assert_eq!(
        said(vec![calm(), Said::Before(id("run"), id("cost"))]),
        None
    );
    let apart = said(vec![calm(), Said::Before(id("run"), id("pace"))]);
    assert_eq!(apart, Some(Reason::NotOneBranch(1)));
    assert_eq!(
        said(vec![Said::AtMost(id("nobody"), 0.5)]),
        Some(Reason::NotOneBranch(0))
    );
    let list = vec![
        Said::AtMost(id("cost"), 0.4),
        calm(),
        Said::Before(id("pace"), id("calm")),
    ];
    assert_eq!(said(list), Some(Reason::Contradictory(vec![1, 2])));
    let said_of = |criteria: serde_json::Value, scores: serde_json::Value, weights: Assumption| {
        let made = appraisal(&criteria, &["a"], &scores);
        problem(&made, &weights, ScoreAssumption::AsGiven).1.err()
    };
    let x = json!([{"id": "x", "name": "X"}, {"id": "y", "name": "Y", "weight": 1}]);
    let full = json!({"a": {"x": 1, "y": 2}});
    assert_eq!(
        said_of(json!([]), json!({}), Assumption::AnyWeights),
        Some(Reason::NoCriteria)
    );
    assert_eq!(
        said_of(x.clone(), json!({}), Assumption::AnyWeights),
        Some(Reason::NoOptions)
    );
    assert_eq!(
        said_of(x.clone(), full.clone(), Assumption::AnyWeights),
        None,
        "needs no weights"
    );
    assert_eq!(
        said_of(x.clone(), full.clone(), Assumption::Ordered),
        Some(Reason::NoWeights(None))
    );
    assert_eq!(
        said_of(x, full, Assumption::Ranges),
        Some(Reason::NoWeights(None))
    );
}
