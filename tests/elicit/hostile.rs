//! Judgements that are none: whatever comes in, something is said, and nothing panics.

use super::*;
use proptest::prelude::*;
use weighbridge_analysis::elicitation::{
    BestWorst, Contradiction, MOST, MOST_ELEMENTS, RankFormula, best_worst, is_consistent,
    rank_weights, repairs,
};
use weighbridge_numeric::{Row, Sense, Solution, minimise};

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -10.0..10.0_f64,
        1 => Just(0.0),
        1 => Just(f64::NAN),
        1 => Just(f64::INFINITY),
        1 => Just(f64::NEG_INFINITY),
        1 => Just(1e300),
        1 => Just(-1e300),
        1 => Just(f64::MAX),
        1 => Just(5e-324),
    ]
}

/// Numbers that are finite, yet of every size.
fn finite() -> impl Strategy<Value = f64> {
    prop_oneof![
        number().prop_filter("finite", |x| x.is_finite()),
        any::<f64>().prop_filter("finite", |x| x.is_finite()),
    ]
}

fn place() -> impl Strategy<Value = usize> {
    prop_oneof![6 => 0_usize..7, 1 => Just(usize::MAX), 1 => 7_usize..200]
}

fn sense() -> impl Strategy<Value = Sense> {
    prop_oneof![
        Just(Sense::AtMost),
        Just(Sense::Equal),
        Just(Sense::AtLeast)
    ]
}

fn rows(number: impl Strategy<Value = f64> + Clone) -> impl Strategy<Value = Vec<Row>> {
    let coefficients = proptest::collection::vec(number.clone(), 0..6);
    let row = (coefficients, sense(), number).prop_map(|(coefficients, sense, bound)| Row {
        coefficients,
        sense,
        bound,
    });
    proptest::collection::vec(row, 0..8)
}

fn check(costs: &[f64], rows: &[Row]) {
    if let Solution::Optimal { x, .. } = minimise(costs, rows) {
        assert_eq!(x.len(), costs.len());
        assert!(x.iter().all(|x| x.is_finite() && *x >= 0.0));
        for row in rows {
            let terms: Vec<f64> = row
                .coefficients
                .iter()
                .zip(&x)
                .map(|(c, x)| c * x)
                .collect();
            let largest = terms.iter().fold(row.bound.abs(), |m, t| m.max(t.abs()));
            let unit = row
                .coefficients
                .iter()
                .fold(0.0, |m: f64, c| m.max(c.abs()));
            let over = terms.iter().sum::<f64>() - row.bound;
            let room = 1e-6 * largest.max(unit);
            assert!(over <= room || row.sense == Sense::AtLeast);
            assert!(-over <= room || row.sense == Sense::AtMost);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn programs(costs in proptest::collection::vec(number(), 0..6), rows in rows(number().boxed())) {
        check(&costs, &rows);
    }

    #[test]
    fn programs_of_every_size(costs in proptest::collection::vec(finite(), 0..6), rows in rows(finite().boxed())) {
        check(&costs, &rows);
    }

    #[test]
    fn comparisons(n in 0_usize..8, raw in proptest::collection::vec((place(), place(), number()), 0..30)) {
        let list: Vec<Comparison> = raw.iter().map(|(a, b, times)| Comparison { a: *a, b: *b, times: *times }).collect();
        let result = pairwise(n, &list);
        let bad = |c: &Comparison| c.a >= n || c.b >= n || c.a == c.b || !(1e-9..=1e9).contains(&c.times);
        let expected: Vec<usize> = (0..list.len()).filter(|at| bad(&list[*at])).collect();
        prop_assert_eq!(&result.ignored, &expected);
        match result.outcome {
            PairwiseOutcome::Weights(found) => {
                prop_assert_eq!(found.weights.len(), n);
                prop_assert!(found.weights.iter().all(|w| w.is_finite() && *w >= 0.0));
                prop_assert!(n == 0 || (found.weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
                prop_assert!(found.lambda_max.is_finite() && found.index.is_finite() && found.index >= 0.0);
                prop_assert!(n == 0 || result.missing <= (n - 1) * n.saturating_sub(2) / 2);
            }
            PairwiseOutcome::Apart(islands) => {
                let mut items: Vec<usize> = islands.concat();
                items.sort_unstable();
                prop_assert!(islands.len() > 1 && items == (0..n).collect::<Vec<_>>());
            }
            PairwiseOutcome::TooMany => prop_assert!(false),
        }
    }

    /// Judgements at the edge of what is used, in a ring that contradicts itself.
    #[test]
    fn comparisons_of_every_size(n in 2_usize..12, exponents in proptest::collection::vec(-9_i32..=9, 66)) {
        let mut list = Vec::new();
        for a in 0..n {
            for b in a + 1..n {
                let times = format!("1e{}", exponents[list.len()]).parse().unwrap();
                list.push(Comparison { a, b, times });
            }
        }
        let found = priorities(n, &list);
        prop_assert!((found.weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        prop_assert!(found.weights.iter().all(|w| *w > 0.0));
        prop_assert!(found.lambda_max.is_finite());
    }

    #[test]
    fn best_and_worst(
        n in 0_usize..8, best in place(), worst in place(),
        best_to in proptest::collection::vec(number(), 0..9), to_worst in proptest::collection::vec(number(), 0..9)
    ) {
        match best_worst(n, best, worst, &best_to, &to_worst) {
            BestWorst::Weights { weights, .. } => prop_assert_eq!(weights.len(), n),
            BestWorst::Missing { best_to, to_worst } => prop_assert!(best_to.len() + to_worst.len() > 0),
            BestWorst::Contradictory(_) => {}
            other => prop_assert!(false, "{other:?}"),
        }
    }

    #[test]
    fn differences(
        n in 0_usize..7, raw in proptest::collection::vec((place(), place(), 0_u8..9, 0_u8..9), 0..25)
    ) {
        let list: Vec<Judgement> = raw.iter().map(|(a, b, low, high)| hesitate(*a, *b, *low, *high)).collect();
        let result = macbeth(n, &list);
        let bad = |j: &Judgement| {
            j.better >= n || j.worse >= n || j.better == j.worse || j.low > j.high || j.high > 6
        };
        let expected: Vec<usize> = (0..list.len()).filter(|at| bad(&list[*at])).collect();
        prop_assert_eq!(&result.ignored, &expected);
        match result.outcome {
            MacbethOutcome::Scale(found) => {
                prop_assert_eq!((found.values.len(), found.ranges.len()), (n, n));
                prop_assert!(found.values.iter().all(|v| (0.0..=100.0).contains(v)));
                prop_assert_eq!(is_consistent(n, &list), Some(true));
            }
            MacbethOutcome::Inconsistent => prop_assert_eq!(is_consistent(n, &list), Some(false)),
            MacbethOutcome::NoDifference => {}
            other => prop_assert!(false, "{other:?}"),
        }
        repairs(n, &list);
    }
}

#[test]
fn nothing_one_and_two() {
    assert!(rank_weights(RankFormula::Centroid, &[]).is_empty());
    assert_eq!(rank_weights(RankFormula::Sum, &[usize::MAX]), [1.0]);
    assert_eq!(rank_weights(RankFormula::Reciprocal, &[0, 0]), [0.5, 0.5]);

    assert!(priorities(0, &[]).weights.is_empty());
    let one = priorities(1, &[]);
    assert_eq!(
        (one.weights, one.lambda_max, one.ratio),
        (vec![1.0], 1.0, Some(0.0))
    );
    let two = [Comparison {
        a: 1,
        b: 0,
        times: 4.0,
    }];
    let found = priorities(2, &two);
    assert_eq!(
        (found.weights, found.ratio, found.worst),
        (vec![0.2, 0.8], Some(0.0), None)
    );
    assert_eq!(
        pairwise(2, &[]).outcome,
        PairwiseOutcome::Apart(vec![vec![0], vec![1]])
    );
    assert_eq!(
        pairwise(4, &two).outcome,
        PairwiseOutcome::Apart(vec![vec![0, 1], vec![2], vec![3]])
    );

    assert_eq!(
        best_worst(0, 0, 0, &[], &[]),
        BestWorst::Contradictory(Contradiction::NoSuchCriterion)
    );
    let BestWorst::Weights { weights, xi, .. } = best_worst(1, 0, 0, &[], &[]) else {
        panic!()
    };
    assert_eq!((weights, xi), (vec![1.0], 0.0));
    // One judgement says it all, in either list.
    for (best_to, to_worst) in [
        ([f64::NAN, 4.0], [f64::NAN; 2]),
        ([f64::NAN; 2], [4.0, f64::NAN]),
    ] {
        let BestWorst::Weights { weights, .. } = best_worst(2, 0, 1, &best_to, &to_worst) else {
            panic!()
        };
        crate::support::all_close(&weights, &[0.8, 0.2], 1e-12);
    }

    assert_eq!(macbeth(0, &[]).outcome, MacbethOutcome::NoDifference);
    assert_eq!(macbeth(1, &[]).outcome, MacbethOutcome::NoDifference);
    assert_eq!(macbeth(2, &[]).outcome, MacbethOutcome::NoDifference);
    assert_eq!(
        macbeth(2, &[judge(0, 1, 0)]).outcome,
        MacbethOutcome::NoDifference
    );
    assert_eq!(scale(2, &[judge(1, 0, 6)]).values, [100.0, 0.0]);
    assert_eq!(is_consistent(0, &[]), Some(true));
}

#[test]
fn later_judgements_replace_earlier_ones() {
    let pair = |times: f64| Comparison { a: 0, b: 1, times };
    let turned = Comparison {
        a: 1,
        b: 0,
        times: 3.0,
    };
    let result = pairwise(2, &[pair(9.0), turned, pair(f64::NAN)]);
    assert_eq!((result.ignored, result.missing), (vec![2], 0));
    assert_eq!(priorities(2, &[pair(9.0), turned]).weights, [0.25, 0.75]);
    let found = scale(3, &[judge(0, 1, 6), judge(1, 2, 1), judge(1, 0, 1)]);
    assert_eq!(found.values, [100.0, 50.0, 0.0]);
}

#[test]
fn what_cannot_be_meant_of_best_and_worst() {
    let contradiction = |best, worst, best_to: &[f64], to_worst: &[f64]| match best_worst(
        3, best, worst, best_to, to_worst,
    ) {
        BestWorst::Contradictory(what) => what,
        other => panic!("{other:?}"),
    };
    let (a, b) = ([1.0, 2.0, 8.0], [8.0, 4.0, 1.0]);
    assert_eq!(contradiction(3, 0, &a, &b), Contradiction::NoSuchCriterion);
    assert_eq!(contradiction(0, 0, &a, &b), Contradiction::BestIsWorst);
    assert_eq!(contradiction(1, 2, &a, &b), Contradiction::BestToItself);
    assert_eq!(contradiction(0, 1, &a, &b), Contradiction::WorstToItself);
    assert_eq!(
        contradiction(0, 2, &a, &[7.0, 4.0, 1.0]),
        Contradiction::BestToWorst
    );
    assert_eq!(
        best_worst(3, 0, 2, &[1.0, 0.5, 8.0], &[8.0]),
        BestWorst::Missing {
            best_to: vec![1],
            to_worst: vec![1]
        }
    );
}

#[test]
fn too_many() {
    assert_eq!(pairwise(MOST + 1, &[]).outcome, PairwiseOutcome::TooMany);
    assert_eq!(pairwise(usize::MAX, &[]).outcome, PairwiseOutcome::TooMany);
    assert_eq!(best_worst(usize::MAX, 0, 1, &[], &[]), BestWorst::TooMany);
    let pair = [judge(0, usize::MAX - 1, 3)];
    assert_eq!(
        macbeth(MOST_ELEMENTS + 1, &pair).outcome,
        MacbethOutcome::TooMany
    );
    assert_eq!(macbeth(usize::MAX, &pair).outcome, MacbethOutcome::TooMany);
    assert_eq!(is_consistent(usize::MAX, &pair), None);
    assert!(repairs(usize::MAX, &pair).is_empty());
}

/// As many criteria as are allowed: a chain of comparisons, and best and worst against all.
#[test]
fn as_many_as_allowed() {
    let chain: Vec<Comparison> = (1..MOST)
        .map(|b| Comparison {
            a: b - 1,
            b,
            times: 1.1,
        })
        .collect();
    let found = priorities(MOST, &chain);
    assert!((found.weights[0] / found.weights[1] - 1.1).abs() < 1e-9);
    let to = |at: usize| 1.0 + (at % 9) as f64;
    let mut best_to: Vec<f64> = (0..MOST).map(to).collect();
    let mut to_worst: Vec<f64> = (0..MOST).map(|at| 10.0 - to(at)).collect();
    (best_to[8], to_worst[0]) = (9.0, 9.0);
    (best_to[0], to_worst[8]) = (1.0, 1.0);
    let result = best_worst(MOST, 0, 8, &best_to, &to_worst);
    assert!(matches!(result, BestWorst::Weights { .. }), "{result:?}");
}
