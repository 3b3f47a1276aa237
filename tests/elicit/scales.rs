//! What holds for all judgements of difference.

use super::*;
use crate::support::*;
use microlp::{ComparisonOp, OptimizationDirection, Problem};
use proptest::prelude::*;
use weighbridge_analysis::elicitation::{Change, is_consistent, repairs};

/// Judgements of all or some pairs that come from real values: whole steps between elements, and
/// thresholds between categories. Some hesitate.
fn real() -> impl Strategy<Value = (usize, Vec<Judgement>)> {
    (2_usize..7).prop_flat_map(|n| {
        let pairs = n * (n - 1) / 2;
        let thresholds = proptest::collection::vec(1_u8..8, 5);
        let step = prop_oneof![1 => Just(0_u8), 4 => 1_u8..12];
        let kept = proptest::collection::vec((0_u8..5, 0_u8..3, 0_u8..3), pairs);
        (proptest::collection::vec(step, n - 1), thresholds, kept).prop_map(
            move |(steps, thresholds, kept)| {
                let pairs = (0..n).flat_map(|a| (a + 1..n).map(move |b| (a, b)));
                let mut list = Vec::new();
                for ((a, b), (keep, below, above)) in pairs.zip(kept) {
                    let difference: u8 = steps[a..b].iter().sum();
                    let mut category = u8::from(difference > 0);
                    let mut threshold = 1;
                    for more in &thresholds {
                        threshold += more;
                        category += u8::from(difference >= threshold);
                    }
                    let hesitates = keep == 4 && category > 0;
                    let low = if hesitates {
                        category.saturating_sub(below).max(1)
                    } else {
                        category
                    };
                    let high = if hesitates {
                        (category + above).min(6)
                    } else {
                        category
                    };
                    if keep > 0 {
                        list.push(hesitate(a, b, low, high));
                    }
                }
                (n, list)
            },
        )
    })
}

/// Judgements as people might enter them, with or without sense.
fn any_judgements() -> impl Strategy<Value = (usize, Vec<Judgement>)> {
    (2_usize..6).prop_flat_map(|n| {
        let pairs = n * (n - 1) / 2;
        let judgement = (0_u8..5, 0_u8..=6, 0_u8..3);
        proptest::collection::vec(judgement, pairs).prop_map(move |kept| {
            let pairs = (0..n).flat_map(|a| (a + 1..n).map(move |b| (a, b)));
            let mut list = Vec::new();
            for ((a, b), (keep, low, more)) in pairs.zip(kept) {
                let high = if keep == 4 { (low + more).min(6) } else { low };
                if keep > 0 {
                    list.push(hesitate(a, b, low, high));
                }
            }
            (n, list)
        })
    })
}

/// The smallest value of the best by formulation A as it is written: a row for every two
/// judgements, and another solver. `None` when there is no such scale.
fn as_written(n: usize, judgements: &[Judgement]) -> Option<f64> {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let values: Vec<_> = (0..n)
        .map(|at| {
            let cost = if at == 0 { 1.0 } else { 0.0 };
            let most = if at + 1 == n { 0.0 } else { f64::INFINITY };
            problem.add_var(cost, (0.0, most))
        })
        .collect();
    for at in 1..n {
        problem.add_constraint(
            [(values[at - 1], 1.0), (values[at], -1.0)],
            ComparisonOp::Ge,
            0.0,
        );
    }
    let all = || judgements.iter().chain([&ITSELF]);
    for larger in all() {
        for smaller in all().filter(|j| j.high < larger.low) {
            let mut terms = vec![0.0; n];
            terms[larger.better] += 1.0;
            terms[larger.worse] -= 1.0;
            terms[smaller.better] -= 1.0;
            terms[smaller.worse] += 1.0;
            let terms: Vec<_> = values
                .iter()
                .copied()
                .zip(terms)
                .filter(|(_, c)| *c != 0.0)
                .collect();
            problem.add_constraint(
                terms,
                ComparisonOp::Ge,
                f64::from(larger.low - smaller.high),
            );
        }
    }
    for none in judgements.iter().filter(|j| j.high == 0) {
        let terms = [(values[none.better], 1.0), (values[none.worse], -1.0)];
        problem.add_constraint(terms, ComparisonOp::Eq, 0.0);
    }
    match problem.solve() {
        Ok(outcome) => Some(outcome.into_solution().unwrap().objective()),
        Err(microlp::Error::Infeasible) => None,
        Err(other) => panic!("{other:?}"),
    }
}

fn changed(judgements: &[Judgement], changes: &[Change]) -> Vec<Judgement> {
    let mut list = judgements.to_vec();
    for c in changes {
        (list[c.judgement].low, list[c.judgement].high) = (c.low, c.high);
    }
    list
}

#[track_caller]
fn check_scale(n: usize, judgements: &[Judgement], smallest: f64) {
    let found = scale(n, judgements);
    assert_eq!((found.values[0], found.values[n - 1]), (100.0, 0.0));
    // In the units of the formulation, every two judgements keep their distance.
    let plain: Vec<f64> = found.values.iter().map(|v| v * smallest / 100.0).collect();
    assert!(meets(&plain, judgements, 1.0), "{plain:?}");
    assert!(meets(&found.values, judgements, 0.0), "{:?}", found.values);
    for (at, (low, high)) in found.ranges.iter().copied().enumerate() {
        let own = found.values[at];
        assert!(low <= own && own <= high, "{low} {own} {high}");
        let moved = |to: f64| {
            let mut values = found.values.clone();
            values[at] = to;
            meets(&values, judgements, 0.0)
        };
        if at == 0 || at == n - 1 {
            assert_eq!((low, high), (own, own));
            continue;
        }
        for share in [0.001, 0.3, 0.5, 0.9, 0.999] {
            assert!(moved(low + share * (high - low)), "{low} {high}");
        }
        assert!(!moved(low - 1e-6) && !moved(high + 1e-6), "{low} {high}");
    }
}

proptest! {
    // Every case is held against another solver many times, hence not the usual 256.
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn judgements_of_real_values_have_a_scale_that_meets_them((n, judgements) in real()) {
        prop_assert_eq!(is_consistent(n, &judgements), Some(true));
        let smallest = as_written(n, &judgements).unwrap();
        if smallest > 0.5 {
            check_scale(n, &judgements, smallest);
        } else {
            prop_assert_eq!(macbeth(n, &judgements).outcome, MacbethOutcome::NoDifference);
        }
        prop_assert!(repairs(n, &judgements).is_empty());
    }

    #[test]
    fn the_formulation_as_written_agrees((n, judgements) in any_judgements()) {
        let smallest = as_written(n, &judgements);
        prop_assert_eq!(is_consistent(n, &judgements), Some(smallest.is_some()));
        match smallest {
            None => prop_assert_eq!(macbeth(n, &judgements).outcome, MacbethOutcome::Inconsistent),
            Some(best) if best > 0.5 => check_scale(n, &judgements, best),
            Some(_) => prop_assert_eq!(macbeth(n, &judgements).outcome, MacbethOutcome::NoDifference),
        }
    }

    /// In whatever order the judgements come, and whichever element of a pair comes first.
    #[test]
    fn the_scale_is_the_only_one((n, judgements) in real(), keys in proptest::collection::vec(any::<u32>(), 15)) {
        let MacbethOutcome::Scale(before) = macbeth(n, &judgements).outcome else { return Ok(()) };
        let mut order: Vec<usize> = (0..judgements.len()).collect();
        order.sort_by_key(|at| keys[*at]);
        let shuffled: Vec<Judgement> = order
            .iter()
            .map(|at| judgements[*at])
            .map(|j| if keys[j.better] % 2 == 0 { j } else { Judgement { better: j.worse, worse: j.better, ..j } })
            .collect();
        all_close(&before.values, &scale(n, &shuffled).values, 1e-7);
    }

    #[test]
    fn repairs_repair((n, judgements) in any_judgements()) {
        let ways = repairs(n, &judgements);
        prop_assert!(ways.is_empty() || is_consistent(n, &judgements) == Some(false));
        for way in &ways {
            prop_assert_eq!(is_consistent(n, &changed(&judgements, way)), Some(true));
        }
        prop_assert!(ways.windows(2).all(|w| w[0][0].steps <= w[1][0].steps || w[0].len() > 1));
        if is_consistent(n, &judgements) == Some(true) {
            return Ok(());
        }
        // Every single change there is, by trying all categories.
        let single = ways.first().is_none_or(|way| way.len() == 1);
        for (judgement, own) in judgements.iter().enumerate().filter(|(_, j)| j.low == j.high) {
            let works = |to: u8| {
                let change = Change { judgement, low: to, high: to, steps: own.low.abs_diff(to) };
                as_written(n, &changed(&judgements, &[change])).is_some()
            };
            let fewest = (0..=6).filter(|to| works(*to)).map(|to| own.low.abs_diff(to)).min();
            let found: Vec<u8> =
                ways.iter().filter(|w| single && w[0].judgement == judgement).map(|w| w[0].steps).collect();
            prop_assert!(found.iter().all(|steps| Some(*steps) == fewest), "{found:?} {fewest:?}");
            prop_assert_eq!(found.is_empty(), fewest.is_none());
        }
    }
}

#[test]
fn a_scale_that_no_judgement_pins_lies_in_the_middle() {
    let found = scale(3, &[judge(0, 2, 3)]);
    assert_eq!(found.values, [100.0, 50.0, 0.0]);
    assert_eq!(found.ranges[1], (0.0, 100.0));
    // The same from an element that only hesitates between all categories.
    let found = scale(3, &[judge(0, 2, 3), hesitate(0, 1, 0, 6)]);
    assert_eq!(found.values, [100.0, 50.0, 0.0]);
}

#[test]
fn elements_without_a_difference_do_not_move() {
    let judgements = [judge(0, 1, 2), judge(1, 2, 0), judge(2, 3, 2)];
    let found = scale(4, &judgements);
    assert_eq!(found.values, [100.0, 50.0, 50.0, 0.0]);
    assert_eq!(found.ranges[1], (50.0, 50.0));
    assert_eq!(found.ranges[2], (50.0, 50.0));
}

/// Two steps of the same category may differ, but not so much that one reaches the whole.
#[test]
fn ranges_end_where_a_larger_category_would_no_longer_be_larger() {
    let judgements = [judge(0, 1, 2), judge(1, 2, 2), judge(0, 2, 4)];
    assert_eq!(scale(3, &judgements).ranges[1], (0.0, 100.0));
    // Weak below moderate: the value stays above the middle.
    let judgements = [judge(0, 1, 2), judge(1, 2, 3)];
    assert_eq!(scale(3, &judgements).values, [100.0, 60.0, 0.0]);
    assert_eq!(scale(3, &judgements).ranges[1], (50.0, 100.0));
}

/// Two judgements that are each far off: no single change will do, two of one step will.
#[test]
fn where_one_change_will_not_do_two_may() {
    let judgements = [
        judge(0, 1, 3),
        judge(1, 2, 1),
        judge(0, 2, 2),
        judge(3, 4, 3),
        judge(4, 5, 1),
        judge(3, 5, 2),
    ];
    let ways = repairs(6, &judgements);
    assert!(!ways.is_empty());
    for way in ways {
        assert_eq!(way.len(), 2);
        assert!(way[0].judgement < 3 && way[1].judgement >= 3);
        assert_eq!(is_consistent(6, &changed(&judgements, &way)), Some(true));
    }
}

/// Two that are far off are found, however far: seven elements with a step and a whole that say too little.
#[test]
fn two_changes_are_found_however_far() {
    let judgements = [
        judge(0, 1, 2),
        judge(1, 2, 4),
        judge(2, 3, 0),
        judge(3, 4, 3),
        judge(4, 5, 2),
        judge(5, 6, 2),
        judge(0, 2, 4),
        judge(0, 6, 2),
        judge(1, 5, 1),
    ];
    let ways = repairs(7, &judgements);
    assert!(!ways.is_empty());
    for way in &ways {
        assert_eq!(way.len(), 2);
        assert_eq!(is_consistent(7, &changed(&judgements, way)), Some(true));
    }
    let total = |way: &[Change]| way.iter().map(|c| c.steps).sum::<u8>();
    assert!(ways.windows(2).all(|w| total(&w[0]) <= total(&w[1])));
    // The two that have to change: the whole, and the middle of it.
    assert!(
        ways.iter()
            .any(|w| w[0].judgement == 7 && w[1].judgement == 8)
    );
}

/// An end that a word forbids is not part of the range; a neighbour that nobody judged may be met.
#[test]
fn ranges_know_which_ends_they_stop_short_of() {
    assert_eq!(scale(3, &[judge(0, 2, 3)]).open[1], [false, false]);
    let pinned = scale(3, &[judge(0, 1, 2), judge(1, 2, 3)]);
    assert_eq!(pinned.ranges[1], (50.0, 100.0));
    assert_eq!(pinned.open[1], [true, true]);
    assert_eq!(
        scale(3, &[judge(1, 2, 3), judge(0, 2, 3)]).open[1],
        [true, false]
    );
    let level = scale(4, &[judge(0, 1, 2), judge(1, 2, 0), judge(2, 3, 2)]);
    assert_eq!(level.open[1], [false, false], "it does not move");
}

/// The most there can be: twelve elements, all 66 pairs judged, one of them wrong.
#[test]
fn twelve_elements_with_one_judgement_wrong() {
    let mut judgements = Vec::new();
    for a in 0..12_usize {
        for b in a + 1..12 {
            judgements.push(judge(a, b, ((b - a) as u8).div_ceil(2)));
        }
    }
    let found = scale(12, &judgements);
    assert!(meets(&found.values, &judgements, 0.0));
    let wrong = judgements
        .iter()
        .position(|j| (j.better, j.worse) == (2, 9))
        .unwrap();
    let right = judgements[wrong];
    judgements[wrong] = judge(2, 9, 1);
    let ways = repairs(12, &judgements);
    assert_eq!(ways.len(), 1, "{ways:?}");
    assert_eq!(
        changed(&judgements, &ways[0])[wrong].low,
        right.low - 1,
        "three will do as well as four"
    );
}
