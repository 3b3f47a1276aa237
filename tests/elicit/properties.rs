//! What holds for all rankings, comparisons in pairs, and best-worst judgements.

use super::*;
use crate::support::*;
use proptest::prelude::*;
use weighbridge_analysis::elicitation::{
    BestWorst, RankFormula, best_worst, best_worst_intervals, pairwise_repairs, rank_weights,
};
use weighbridge_numeric::{Row, Sense, Solution, minimise};

fn shares(raw: &[f64]) -> Vec<f64> {
    let total: f64 = raw.iter().sum();
    raw.iter().map(|r| r / total).collect()
}

fn formula() -> impl Strategy<Value = RankFormula> {
    prop_oneof![
        Just(RankFormula::Centroid),
        Just(RankFormula::Sum),
        Just(RankFormula::Reciprocal),
    ]
}

fn all_pairs(n: usize, times: impl Fn(usize, usize) -> f64) -> Vec<Comparison> {
    let row = |a: usize| (0..n).map(|b| times(a, b)).collect();
    comparisons(&(0..n).map(row).collect::<Vec<_>>())
}

/// A judgement on the usual scale, either way round.
fn saaty() -> impl Strategy<Value = f64> {
    (1_u8..=9, any::<bool>()).prop_map(|(k, turned)| {
        if turned {
            1.0 / f64::from(k)
        } else {
            f64::from(k)
        }
    })
}

/// Items and comparisons that connect them: each item with an earlier one, and some more.
fn connected() -> impl Strategy<Value = (usize, Vec<Comparison>)> {
    (1_usize..9).prop_flat_map(|n| {
        let pairs = n * (n - 1) / 2;
        let judgement = (any::<proptest::sample::Index>(), saaty());
        let extra = (any::<bool>(), saaty());
        (
            proptest::collection::vec(judgement, n - 1),
            proptest::collection::vec(extra, pairs),
        )
            .prop_map(move |(tree, extra)| {
                let mut list = Vec::new();
                for (b, (a, times)) in (1..n).zip(tree) {
                    let a = a.index(b);
                    list.push(Comparison { a, b, times });
                }
                let pairs = (0..n).flat_map(|a| (a + 1..n).map(move |b| (a, b)));
                for ((a, b), (there, times)) in pairs.zip(extra) {
                    if there && !list.iter().any(|c| (c.a, c.b) == (a, b)) {
                        list.push(Comparison { a, b, times });
                    }
                }
                (n, list)
            })
    })
}

/// The matrix by Harker's rule times some weights.
fn times_matrix(n: usize, judgements: &[Comparison], weights: &[f64]) -> Vec<f64> {
    let mut missing = vec![n; n];
    let mut product = vec![0.0; n];
    for c in judgements {
        product[c.a] += c.times * weights[c.b];
        product[c.b] += weights[c.a] / c.times;
        missing[c.a] -= 1;
        missing[c.b] -= 1;
    }
    for item in 0..n {
        product[item] += missing[item] as f64 * weights[item];
    }
    product
}

proptest! {
    #[test]
    fn rank_weights_follow_the_ranks(formula in formula(), ranks in proptest::collection::vec(0_usize..12, 1..30)) {
        let weights = rank_weights(formula, &ranks);
        close(weights.iter().sum(), 1.0, 1e-12);
        for (a, own) in ranks.iter().zip(&weights) {
            for (b, other) in ranks.iter().zip(&weights) {
                prop_assert!((a < b) == (own > other) && (a == b) == (own == other), "{a} {own} {b} {other}");
            }
        }
    }

    /// What ties share is what they would have had one after another.
    #[test]
    fn ties_share_the_weights_of_their_places(formula in formula(), n in 2_usize..12, at in 0_usize..11) {
        let strict: Vec<usize> = (0..n).collect();
        let mut level = strict.clone();
        let at = at % (n - 1);
        level[at + 1] = at;
        let (strict, level) = (rank_weights(formula, &strict), rank_weights(formula, &level));
        close(level[at], f64::midpoint(strict[at], strict[at + 1]), 1e-12);
        for other in (0..n).filter(|o| *o != at && *o != at + 1) {
            prop_assert_eq!(strict[other], level[other]);
        }
    }

    #[test]
    fn consistent_comparisons_return_their_weights(raw in proptest::collection::vec(0.01..1.0_f64, 1..16)) {
        let n = raw.len();
        let judgements = all_pairs(n, |a, b| raw[a] / raw[b]);
        let found = priorities(n, &judgements);
        all_close(&found.weights, &shares(&raw), 1e-9);
        close(found.ratio.unwrap(), 0.0, 1e-9);
        close(found.lambda_max, n as f64, 1e-9);
        prop_assert_eq!(found.worst, None);
    }

    /// By Harker's method, with the comparisons that are missing left out.
    #[test]
    fn consistent_comparisons_that_only_just_connect_return_their_weights(
        (n, judgements) in connected(), raw in proptest::collection::vec(0.01..1.0_f64, 9)
    ) {
        let judgements: Vec<Comparison> =
            judgements.iter().map(|c| Comparison { times: raw[c.a] / raw[c.b], ..*c }).collect();
        let found = priorities(n, &judgements);
        all_close(&found.weights, &shares(&raw[..n]), 1e-9);
        close(found.index, 0.0, 1e-9);
        let missing = n * (n - 1) / 2 - judgements.len();
        prop_assert_eq!(pairwise(n, &judgements).missing, missing);
        prop_assert_eq!(found.ratio.is_some(), missing == 0 || n < 3);
    }

    /// The weights are an eigenvector, and positive, so they are the principal one.
    #[test]
    fn weights_are_the_principal_eigenvector((n, judgements) in connected()) {
        let found = priorities(n, &judgements);
        close(found.weights.iter().sum(), 1.0, 1e-12);
        prop_assert!(found.weights.iter().all(|w| *w > 0.0));
        let product = times_matrix(n, &judgements, &found.weights);
        let expected: Vec<f64> = found.weights.iter().map(|w| w * found.lambda_max).collect();
        all_close(&product, &expected, 1e-9);
    }

    #[test]
    fn names_and_directions_do_not_matter(
        (n, judgements) in connected(), keys in proptest::collection::vec(any::<u32>(), 9), turned in any::<u64>()
    ) {
        let mut order: Vec<usize> = (0..n).collect();
        order.sort_by_key(|item| keys[*item]);
        let renamed: Vec<Comparison> = judgements
            .iter()
            .enumerate()
            .map(|(at, c)| {
                let (a, b) = (order[c.a], order[c.b]);
                if turned >> (at % 64) & 1 == 1 {
                    Comparison { a: b, b: a, times: 1.0 / c.times }
                } else {
                    Comparison { a, b, times: c.times }
                }
            })
            .rev()
            .collect();
        let (before, after) = (priorities(n, &judgements), priorities(n, &renamed));
        for (weight, renamed) in before.weights.iter().zip(&order) {
            close(*weight, after.weights[*renamed], 1e-9);
        }
        close(before.index, after.index, 1e-9);
    }

    #[test]
    fn a_better_judgement_is_better((n, judgements) in connected()) {
        let found = priorities(n, &judgements);
        let Some(mend) = found.worst else { return Ok(()) };
        prop_assert!(mend.off > 1.0);
        let others: Vec<Comparison> = judgements.iter().copied().filter(|c| *c != mend.judgement).collect();
        prop_assert_eq!(others.len() + 1, judgements.len());
        let without = priorities(n, &others);
        close(without.weights[mend.judgement.a] / without.weights[mend.judgement.b] / mend.implied, 1.0, 1e-9);
        if let Some(better) = mend.better {
            let scale: Vec<f64> = (1..=9).flat_map(|k| [f64::from(k), 1.0 / f64::from(k)]).collect();
            let off = |x: f64| (x / mend.implied).max(mend.implied / x);
            prop_assert!(scale.contains(&better));
            prop_assert!(scale.iter().all(|other| off(better) <= off(*other) + 1e-9));
            let mut changed = others;
            changed.push(Comparison { times: better, ..mend.judgement });
            let after = priorities(n, &changed);
            prop_assert!(after.index < found.index);
            close(after.index, mend.index, 1e-12);
            prop_assert_eq!(after.ratio.is_some(), mend.ratio.is_some());
        } else {
            prop_assert_eq!(mend.index, found.index);
        }
        // Of those that can be spared, none is farther off.
        for c in &judgements {
            let others: Vec<Comparison> = judgements.iter().copied().filter(|o| o != c).collect();
            let ratio = c.times * found.weights[c.b] / found.weights[c.a];
            if matches!(pairwise(n, &others).outcome, PairwiseOutcome::Weights(_)) {
                prop_assert!(ratio.max(1.0 / ratio) <= mend.off + 1e-9);
            }
        }
    }

    #[test]
    fn consistent_best_worst_judgements_return_their_weights(
        raw in proptest::collection::vec(1.0..9.0_f64, 1..14)
    ) {
        let n = raw.len();
        let place = |other: fn(f64, f64) -> f64| {
            let end = raw.iter().copied().reduce(other).unwrap();
            (raw.iter().position(|r| *r == end).unwrap(), end)
        };
        let ((best, most), (worst, least)) = (place(f64::max), place(f64::min));
        let best_to: Vec<f64> = raw.iter().map(|r| most / r).collect();
        let mut to_worst: Vec<f64> = raw.iter().map(|r| r / least).collect();
        to_worst[best] = best_to[worst];
        match best_worst(n, best, worst, &best_to, &to_worst) {
            BestWorst::Weights { weights, xi, ratio, cause, .. } => {
                all_close(&weights, &shares(&raw), 1e-9);
                close(xi, 0.0, 1e-9);
                prop_assert_eq!((ratio, cause), (0.0, None));
            }
            other => prop_assert!(false, "{other:?}"),
        }
    }

    /// No judgement is missed by more than xi, some by as much, and xi is 0 only when all agree.
    #[test]
    fn xi_is_the_largest_miss(
        n in 2_usize..10, ends in (0_usize..10, 0_usize..10),
        pairs in proptest::collection::vec((1_u8..=9, 1_u8..=9), 10)
    ) {
        let (best, worst) = (ends.0 % n, ends.1 % n);
        prop_assume!(best != worst);
        let whole = f64::from(pairs[best].1);
        let mut best_to: Vec<f64> = pairs[..n].iter().map(|p| f64::from(p.0)).collect();
        let mut to_worst: Vec<f64> = pairs[..n].iter().map(|p| f64::from(p.1)).collect();
        (best_to[best], best_to[worst], to_worst[worst]) = (1.0, whole, 1.0);
        match best_worst(n, best, worst, &best_to, &to_worst) {
            BestWorst::Weights { weights, xi, ratio, cause, .. } => {
                close(weights.iter().sum(), 1.0, 1e-12);
                prop_assert!(weights.iter().all(|w| *w >= 0.0));
                let miss = (0..n)
                    .flat_map(|j| {
                        [weights[best] - best_to[j] * weights[j], weights[j] - to_worst[j] * weights[worst]]
                    })
                    .fold(0.0_f64, |most, miss| most.max(miss.abs()));
                close(miss, xi, 1e-9);
                let agree = (0..n).all(|j| best_to[j] * to_worst[j] == whole);
                prop_assert_eq!(xi < 1e-9, agree);
                prop_assert_eq!(cause.is_none(), ratio == 0.0);
                prop_assert_eq!(ratio == 0.0, agree || whole == 1.0);
            }
            other => prop_assert!(false, "{other:?}"),
        }
    }
}

proptest! {
    /// The intervals against the simplex: with the smallest xi the linear program of the non-linear model has
    /// an answer, with less it has none, and its least and greatest weights are the ends.
    #[test]
    fn intervals_are_the_ends_that_a_linear_program_finds(
        n in 2_usize..7, pairs in proptest::collection::vec((1_u8..=9, 1_u8..=9), 7)
    ) {
        let (best, worst) = (0, n - 1);
        let mut pairs: Vec<(f64, f64)> =
            pairs[..n].iter().map(|(a, b)| (f64::from(*a), f64::from(*b))).collect();
        let whole = pairs[best].1;
        (pairs[best].0, pairs[worst]) = (1.0, (whole, 1.0));
        let found = best_worst_intervals(best, worst, &pairs);
        // A hair more room, so that the simplex can stand in it.
        let rows = ratio_rows(best, worst, &pairs, found.xi + 1e-7);
        for (j, (low, high)) in found.weights.iter().enumerate() {
            prop_assert!((0.0..=1.0).contains(low) && low <= high);
            let mut costs = vec![0.0; n];
            costs[j] = 1.0;
            let end = |costs: &[f64]| match minimise(costs, &rows) {
                Solution::Optimal { objective, .. } => objective,
                other => panic!("{other:?}"),
            };
            close(*low, end(&costs), 1e-5);
            costs[j] = -1.0;
            close(*high, -end(&costs), 1e-5);
        }
        if found.xi > 1e-3 {
            let rows = ratio_rows(best, worst, &pairs, found.xi - 1e-4);
            prop_assert_eq!(minimise(&vec![0.0; n], &rows), Solution::Infeasible);
        }
    }

    /// Every repair told leaves the judgements as consistent as the others do, and more than before.
    #[test]
    fn repairs_are_all_as_good((n, judgements) in connected()) {
        let before = priorities(n, &judgements);
        let found = pairwise_repairs(n, &judgements);
        let least = found.first().map_or(0.0, |mend| mend.index);
        for mend in &found {
            close(mend.index, least, 1e-9);
            prop_assert!(mend.index < before.index);
            let mut after: Vec<Comparison> =
                judgements.iter().copied().filter(|c| *c != mend.judgement).collect();
            after.push(Comparison { times: mend.better.unwrap(), ..mend.judgement });
            close(priorities(n, &after).index, mend.index, 1e-12);
        }
        if let Some(worst) = before.worst.filter(|worst| worst.better.is_some()) {
            prop_assert!(least <= worst.index + 1e-9);
        }
    }
}

/// Weights that add up to 1 and miss no ratio by more than `xi`.
fn ratio_rows(best: usize, worst: usize, pairs: &[(f64, f64)], xi: f64) -> Vec<Row> {
    let n = pairs.len();
    let mut rows = vec![Row {
        coefficients: vec![1.0; n],
        sense: Sense::Equal,
        bound: 1.0,
    }];
    let mut between = |more: usize, less: usize, times: f64| {
        for (sign, edge) in [(1.0, times + xi), (-1.0, times - xi)] {
            let mut coefficients = vec![0.0; n];
            coefficients[more] += sign;
            coefficients[less] -= sign * edge;
            rows.push(Row {
                coefficients,
                sense: Sense::AtMost,
                bound: 0.0,
            });
        }
    };
    for (j, (from_best, to_worst)) in pairs.iter().enumerate() {
        if j != best {
            between(best, j, *from_best);
        }
        if j != best && j != worst {
            between(j, worst, *to_worst);
        }
    }
    rows
}

/// Three items that contradict each other, one tied to them, and six tied to that one: by Harker's
/// method the tie to the three is the farthest off, but there is nothing to hold it against.
#[test]
fn a_comparison_that_nothing_contradicts_is_not_to_be_mended() {
    let pair = |a, b, times| Comparison { a, b, times };
    let ring = [pair(0, 1, 3.0), pair(1, 2, 3.0), pair(0, 2, 1.0 / 3.0)];
    let mut judgements = ring.to_vec();
    judgements.push(pair(2, 3, 2.0));
    judgements.extend((4..10).map(|b| pair(3, b, 2.0)));
    let found = priorities(10, &judgements);
    let off = |c: &Comparison| {
        let ratio = c.times * found.weights[c.b] / found.weights[c.a];
        ratio.max(1.0 / ratio)
    };
    let mend = found.worst.unwrap();
    assert!(
        off(&judgements[3]) > mend.off,
        "the case is no longer what it was"
    );
    assert!(ring.contains(&mend.judgement));
    assert!(mend.better.is_some());
}
