//! How often each option comes where: worked examples, and appraisals turned into problems.

use crate::golden::{matrix, numbers, record};
use crate::same_bits;
use crate::support::*;
use serde_json::json;
use weighbridge_analysis::{Analysis, Assumption, Chance, Problem, Reason, Run, analyse};
use weighbridge_model::{Appraisal, Finite, Shape, Statement};
use weighbridge_opening::library;
use weighbridge_sampling::{
    Branch, Drawn, Engine, Member, Outcome, Problem as Kernel, Rule, Score, Wanted,
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

fn problem(appraisal: &Appraisal, weights: Assumption) -> (Analysis, Result<Problem, Reason>) {
    let analysis = analyse(appraisal);
    let problem = Problem::of(appraisal, &analysis, weights);
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
        let mut appraisal = entry.open().unwrap();
        appraisal.judgements_mut().robustness.shape = Shape::Pert;
        for weights in Assumption::ALL {
            let (_, made) = problem(&appraisal, weights);
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
    let (analysis, made) = problem(&appraisal, Assumption::AnyWeights);
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
            assert!(sure == Chance::Exact(0.0) || sure == Chance::Exact(1.0));
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

/// The same, its scores taken as given.
fn exact_office() -> Appraisal {
    let mut made = office();
    made.judgements_mut().robustness.shape = Shape::AsGiven;
    made
}

#[test]
fn options_without_all_values_are_left_out_and_named() {
    let (_, made) = problem(&exact_office(), Assumption::AnyWeights);
    let made = made.unwrap();
    assert_eq!(
        (places(&made.options), places(&made.left_out)),
        (vec![0, 1], vec![2])
    );
    assert!(made.fixed_scores);
    assert_eq!(outcome(&made, 1000).method, Drawn::QuasiRandom);
}

#[test]
fn ranges_of_weights_are_shared_out_after_they_are_drawn() {
    let (_, made) = problem(&exact_office(), Assumption::Ranges);
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
        let mut office = office();
        office.judgements_mut().robustness.shape = shape;
        let (_, made) = problem(&office, Assumption::Ranges);
        let made = made.unwrap();
        assert!(!made.fixed_scores);
        assert!(made.best_lead(0).unwrap() > 0.0);
        let sure = made.confidence(0, &[0.0, 0.0, 1.0], 3, 100_000).unwrap();
        // A's cost of 10 to 45 is below B's 10 for nobody, but for the tail of the normal.
        assert!(
            if shape == Shape::Normal {
                sure.value() > 0.05
            } else {
                sure.value() == 0.0
            },
            "{shape:?}: {sure:?}"
        );
    }
}

#[test]
fn an_order_of_weights_is_that_of_each_branch() {
    let (_, made) = problem(&exact_office(), Assumption::Ordered);
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

fn share(x: f64) -> Finite {
    Finite::new(x).unwrap()
}

#[test]
fn what_cannot_be_sampled_is_said() {
    let said = |list: Vec<Statement>| {
        let mut office = exact_office();
        office.judgements_mut().robustness.statements = list;
        problem(&office, Assumption::Stated).1.err()
    };
    let id = criterion;
    let calm = || Statement::AtLeast(id("calm"), share(0.6));
    assert_eq!(said(vec![]), None);
    assert_eq!(
        said(vec![
            calm(),
            Statement::AtLeastAsImportant(id("run"), id("cost"))
        ]),
        None
    );
    let nobody = Statement::AtMost(id("nobody"), share(0.5));
    assert_eq!(said(vec![nobody]), Some(Reason::LeftOut(vec![0])));
    let list = vec![
        Statement::AtMost(id("cost"), share(0.4)),
        calm(),
        Statement::AtLeastAsImportant(id("pace"), id("calm")),
    ];
    assert_eq!(said(list), Some(Reason::Contradictory(vec![1, 2])));
    let said_of = |criteria: serde_json::Value, scores: serde_json::Value, weights: Assumption| {
        let made = appraisal(&criteria, &["a"], &scores);
        problem(&made, weights).1.err()
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

/// The best lead against what can be worked out by hand. A is ahead of B by 50 on pace, −70 on calm and −20 on
/// cost (whose values run from 0 at 50 to 100 at 0).
#[test]
fn the_best_lead_is_known_under_every_assumption() {
    let lead = |weights: Assumption, list: Vec<Statement>| {
        let mut office = exact_office();
        office.judgements_mut().robustness.statements = list;
        let (_, made) = problem(&office, weights);
        let made = made.unwrap();
        [0, 1].map(|option| made.best_lead(option).unwrap())
    };
    let near = |found: [f64; 2], truth: [f64; 2]| {
        for (found, truth) in found.into_iter().zip(truth) {
            assert!((found - truth).abs() < 1e-9, "{found} {truth}");
        }
    };
    near(lead(Assumption::AnyWeights, vec![]), [50.0, 70.0]);
    // Run before cost and pace before calm: all on pace, or run and cost alike with pace and calm alike.
    near(lead(Assumption::Ordered, vec![]), [50.0, 15.0]);
    // Run is 60 of 100, pace 20 to 40 of it against calm's 10: 4/5 of run at most, 2/3 at least.
    near(
        lead(Assumption::Ranges, vec![]),
        [
            0.6 * (40.0 - 14.0) - 8.0,
            8.0 - 0.6 * (100.0 / 3.0 - 70.0 / 3.0),
        ],
    );
    let id = criterion;
    // Half of run at most is pace: A is then never first.
    let half = Statement::AtMost(id("pace"), share(0.5));
    near(lead(Assumption::Stated, vec![half.clone()]), [-10.0, 70.0]);
    // Cost at most a tenth, and pace as much as calm.
    let list = vec![
        Statement::AtMost(id("cost"), share(0.1)),
        Statement::Equal(id("pace"), id("calm")),
        half,
    ];
    near(lead(Assumption::Stated, list), [-10.0, 11.0]);
}

/// With uncertain scores the best lead takes the best of one's own and the worst of the others'.
#[test]
fn the_best_lead_reaches_to_the_ends_of_scores() {
    let (_, made) = problem(&office(), Assumption::AnyWeights);
    // A's cost of 10 to 45 is worth 80 to 10; B's 10 is worth 80.
    let leads = [0, 1].map(|option| made.as_ref().unwrap().best_lead(option).unwrap());
    assert!((leads[0] - 50.0).abs() < 1e-9 && (leads[1] - 70.0).abs() < 1e-9);
    let only_cost = |made: &mut Appraisal| {
        made.judgements_mut().robustness.statements =
            vec![Statement::AtLeast(criterion("cost"), share(1.0))];
    };
    let mut office = office();
    only_cost(&mut office);
    let (_, made) = problem(&office, Assumption::Stated);
    let made = made.unwrap();
    let leads = [0, 1].map(|option| made.best_lead(option).unwrap());
    assert!(
        leads[0].abs() < 1e-9 && (leads[1] - 70.0).abs() < 1e-9,
        "{leads:?}"
    );
}

/// Statements are drawn evenly over what they allow: three weights of which the first is at least the second and
/// the third at most a fifth. Means over the quadrilateral by its corners.
#[test]
fn statements_shape_what_is_drawn() {
    let criteria = json!([
        {"id": "x", "name": "X"}, {"id": "y", "name": "Y"}, {"id": "z", "name": "Z"},
    ]);
    let scores = json!({"a": {"x": 100, "y": 0, "z": 0}, "b": {"x": 0, "y": 0, "z": 0}});
    let mut made = appraisal(&criteria, &["a", "b"], &scores);
    made.judgements_mut().robustness.statements = vec![
        Statement::AtLeastAsImportant(criterion("x"), criterion("y")),
        Statement::AtMost(criterion("z"), share(0.2)),
    ];
    let (_, drawn) = problem(&made, Assumption::Stated);
    let outcome = outcome(&drawn.unwrap(), 200_000);
    // Given z, x is even from (1 − z)/2 to 1 − z, a length of (1 − z)/2: the density of z is as 1 − z.
    let all = 0.2 - 0.02;
    let z = (0.02 - 0.008 / 3.0) / all;
    let x = 0.75 * (1.0 - z);
    let central = outcome.central(0).unwrap();
    for (found, truth) in central.into_iter().zip([x, 1.0 - x - z, z]) {
        assert!((found - truth).abs() < 0.002, "{found} {truth}");
    }
}

/// How many samples a run takes depends on how precise it is to be, not on its slices.
#[test]
fn a_run_stops_where_it_is_precise_enough_whatever_the_slices() {
    let appraisal = library::entry("birmingham-2013").unwrap().open().unwrap();
    let (_, made) = problem(&appraisal, Assumption::AnyWeights);
    let made = made.unwrap();
    let samples = |precision: f64, slice: u64| {
        let mut run = Run::new(&made, 1);
        while !run.approach(precision, slice) {}
        assert!(run.half_width() * 100.0 <= precision);
        (run.samples(), run.outcome())
    };
    let rough = samples(0.5, 700);
    assert_eq!(rough, samples(0.5, 1_000_000));
    assert!(samples(0.05, 50_000).0 > rough.0);
    // Where nothing is drawn there is nothing to wait for.
    let criteria = json!([{"id": "x", "name": "X", "weight": 1}]);
    let made = self::appraisal(&criteria, &["a"], &json!({"a": {"x": 1}}));
    let (_, made) = problem(&made, Assumption::AnyWeights);
    assert!(Run::new(&made.unwrap(), 1).approach(0.05, 16));
}
