//! Weights in an order or within limits, against analytic means, areas, and each other.

use crate::oracle::Triangle;
use crate::{near, run, thrown};
use Statement::{AtLeast, AtLeastAsImportant, AtMost, Equal};
use weighbridge_sampling::{Drawn, Engine, Estimate, Outcome, Problem, Rule, Statement, Wanted};

fn mean(criteria: usize, rule: Rule, samples: u64) -> (Vec<Estimate>, Outcome) {
    let problem = Problem::flat(1, criteria, &vec![0.0; criteria], rule).unwrap();
    let outcome = run(&problem, Wanted::ALL, samples);
    (outcome.central_weights[0].clone().unwrap(), outcome)
}

/// Errors that come from sixteen streams: 5.3 of them are as rare as four of known ones.
#[track_caller]
fn means(criteria: usize, rule: Rule, truth: &[f64]) -> Outcome {
    let (found, outcome) = mean(criteria, rule, 100_000);
    for (found, truth) in found.iter().zip(truth) {
        assert!(
            (found.value - truth).abs() <= 5.3 * found.error + 2e-6,
            "{} ± {} is not {truth}",
            found.value,
            found.error
        );
    }
    outcome
}

/// Rank order centroid weights.
fn centroid(n: usize) -> Vec<f64> {
    let share = |first: usize| (first..=n).map(|k| 1.0 / k as f64).sum::<f64>() / n as f64;
    (1..=n).map(share).collect()
}

#[test]
fn a_complete_order_has_the_rank_order_centroid_for_its_mean() {
    for n in [2, 3, 5, 9] {
        means(n, Rule::Ordered((1..=n).collect()), &centroid(n));
    }
    let mut shuffled = centroid(3);
    shuffled.swap(0, 2);
    means(3, Rule::Ordered(vec![30, 20, 10]), &shuffled);
}

#[test]
fn ties_in_an_order_are_equal_weights() {
    // Corners: all to the first two, half each; or all alike.
    let truth = [(0.5 + 0.25) / 2.0, (0.5 + 0.25) / 2.0, 0.125, 0.125];
    means(4, Rule::Ordered(vec![1, 1, 2, 2]), &truth);
    let (found, outcome) = mean(3, Rule::Ordered(vec![7, 7, 7]), 100);
    assert_eq!(outcome.method, Drawn::Certain);
    assert!(
        found
            .iter()
            .all(|w| (w.value - 1.0 / 3.0).abs() < 1e-9 && w.error == 0.0)
    );
}

#[test]
fn statements_and_a_complete_order_say_the_same() {
    let chain = |n: usize| {
        (1..n)
            .map(|b| AtLeastAsImportant(b - 1, b))
            .collect::<Vec<_>>()
    };
    let outcome = means(8, Rule::Said(chain(8)), &centroid(8));
    assert_eq!(
        outcome.method,
        Drawn::QuasiRandom,
        "a complete order, however it is said"
    );
    // A limit that says nothing new, but is one.
    let limited = |n: usize| [chain(n), vec![AtMost(n - 1, 1.0 / n as f64)]].concat();
    let outcome = means(3, Rule::Said(limited(3)), &centroid(3));
    assert_eq!(
        outcome.method,
        Drawn::Random,
        "one try in six is good enough"
    );
    let outcome = means(8, Rule::Said(limited(8)), &centroid(8));
    assert_eq!(outcome.method, Drawn::Chains, "one try in 40,320 is not");
    let mixing = outcome.mixing.unwrap();
    assert!(mixing.reduction < 1.02, "{mixing:?}");
    assert!(
        mixing.effective > 1000.0 && mixing.effective <= 100_000.0,
        "{mixing:?}"
    );
    let tied = Rule::Said(vec![Equal(0, 1), AtLeastAsImportant(1, 2), Equal(3, 2)]);
    means(4, tied, &[0.375, 0.375, 0.125, 0.125]);
}

/// Whole distributions, not only means: ranks among rivals under an order, against the closed form.
#[test]
fn orders_agree_with_the_closed_form() {
    let scores = thrown(40, 21);
    let exact = Problem::flat(5, 8, &scores, Rule::Ordered((1..=8).collect())).unwrap();
    let exact = run(&exact, Wanted::ALL, 100_000);
    assert!(exact.pairwise_exact);
    let mut chain: Vec<Statement> = (1..8).map(|b| AtLeastAsImportant(b - 1, b)).collect();
    chain.push(AtMost(7, 0.125));
    let chain = Problem::flat(5, 8, &scores, Rule::Said(chain)).unwrap();
    let chain = run(&chain, Wanted::ALL, 100_000);
    for (found, truth) in chain.pairwise.iter().zip(&exact.pairwise) {
        near(*found, truth.value, 20_000);
    }
    for (found, truth) in chain.ranks.iter().zip(&exact.ranks) {
        near(*found, truth.value, 20_000);
    }
}

#[test]
fn limits_agree_with_areas() {
    let scores = thrown(12, 22);
    let rows: Vec<&[f64]> = scores.chunks(3).collect();
    let wide = [AtLeast(0, 0.1), AtMost(0, 0.5), AtMost(1, 0.6)];
    // So small a piece that tries would nearly all fail.
    let narrow = [
        AtLeast(0, 0.30),
        AtMost(0, 0.34),
        AtLeast(1, 0.30),
        AtMost(1, 0.33),
        AtLeastAsImportant(0, 1),
        AtMost(2, 0.38),
    ];
    let tight = [
        AtMost(0, 0.2),
        AtMost(1, 0.5),
        AtMost(2, 0.4),
        AtLeastAsImportant(1, 2),
    ];
    for statements in [&wide[..], &narrow, &tight] {
        let mut piece = Triangle::whole();
        let unit = |a: usize| [0, 1, 2].map(|c| f64::from(u8::from(c == a)));
        for statement in statements {
            piece = match *statement {
                AtLeast(a, x) => piece.cut(unit(a), x),
                AtMost(a, x) => piece.cut(unit(a).map(|u| -u), -x),
                AtLeastAsImportant(a, b) => {
                    piece.cut([0, 1, 2].map(|c| unit(a)[c] - unit(b)[c]), 0.0)
                }
                Equal(..) => unreachable!("not in these lists"),
            };
        }
        means(3, Rule::Said(statements.to_vec()), &piece.centroid());
        let problem = Problem::flat(4, 3, &scores, Rule::Said(statements.to_vec())).unwrap();
        let outcome = run(&problem, Wanted::ALL, 100_000);
        for option in 0..4 {
            let truth = piece.where_first(&rows, option).area() / piece.area();
            let first = outcome.ranks[option * 4];
            near(first, truth, 20_000);
        }
    }
}

#[test]
fn every_weight_drawn_meets_the_statements() {
    // Central weights of a lone option over single rounds: sixteen draws at a time.
    let statements = vec![
        AtLeastAsImportant(0, 1),
        AtLeastAsImportant(1, 2),
        AtLeastAsImportant(1, 3),
        AtMost(0, 0.45),
        AtLeast(3, 0.05),
        AtMost(4, 0.2),
        AtLeastAsImportant(4, 5),
    ];
    let problem = Problem::flat(1, 6, &[0.0; 6], Rule::Said(statements)).unwrap();
    for seed in 0..300 {
        let mut engine = Engine::new(&problem, seed, Wanted::ALL);
        engine.advance(16);
        let w = engine.outcome().central(0).unwrap();
        assert!((w.iter().sum::<f64>() - 1.0).abs() < 1e-6);
        let room = 1e-6;
        assert!(
            w[0] + room >= w[1]
                && w[1] + room >= w[2]
                && w[1] + room >= w[3]
                && w[4] + room >= w[5]
        );
        assert!(w[0] <= 0.45 + room && w[3] + room >= 0.05 && w[4] <= 0.2 + room);
    }
}

#[test]
fn limits_that_leave_one_point_are_that_point() {
    for statements in [
        vec![AtLeast(0, 0.5), AtLeast(1, 0.3), AtLeast(2, 0.2)],
        vec![AtMost(0, 0.5), AtMost(1, 0.3), AtMost(2, 0.2)],
        vec![
            AtLeast(0, 0.5),
            AtMost(0, 0.5),
            AtLeast(1, 0.3),
            AtMost(1, 0.3),
        ],
    ] {
        let (found, outcome) = mean(3, Rule::Said(statements), 1000);
        assert_eq!(outcome.method, Drawn::Certain);
        for (found, truth) in found.iter().zip([0.5, 0.3, 0.2]) {
            assert!((found.value - truth).abs() < 1e-8, "{found:?} {truth}");
        }
    }
}

#[test]
fn points_within_ranges_are_divided_by_their_sum() {
    // One of 10 to 30 beside one of 20: the share is above one half for half of all draws.
    let problem = Problem::flat(
        2,
        2,
        &[1.0, 0.0, 0.0, 1.0],
        Rule::Points(vec![[10.0, 30.0], [20.0, 20.0]]),
    )
    .unwrap();
    let outcome = run(&problem, Wanted::ALL, 100_000);
    near(outcome.ranks[0], 0.5, outcome.samples);
    // The mean of x / (x + 20) where x is above 20: 1 − 20 · ln(50 / 40) / 10.
    let truth = 1.0 - 2.0 * libm::log(1.25);
    let central = outcome.central(0).unwrap();
    assert!((central[0] - truth).abs() < 1e-4, "{central:?} {truth}");
}
