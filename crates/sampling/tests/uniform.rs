//! Whether weights are even over the simplex, by tests that a well-known wrong sampler fails.
//!
//! An option that scores 1 on one criterion, among constants, ranks according to its weight: its
//! rank acceptabilities are the histogram of that weight, whose distribution is known.

use crate::{PLAIN, flat, thrown};
use weighbridge_sampling::{Engine, Estimate, Wanted};

const SAMPLES: u64 = 160_000;

/// The ends of bins that each hold a tenth of P(w ≤ c) = 1 − (1 − c)ⁿ⁻¹.
fn ends(criteria: usize) -> Vec<f64> {
    (1..10)
        .map(|k| 1.0 - libm::pow(1.0 - f64::from(k) / 10.0, 1.0 / (criteria as f64 - 1.0)))
        .collect()
}

/// The statistic of Pearson's chi-squared test of ten equal bins.
fn statistic(shares: &[f64], samples: f64) -> f64 {
    shares
        .iter()
        .map(|s| samples * (s - 0.1) * (s - 0.1) / 0.1)
        .sum()
}

/// The histogram of one weight, from ranks among constants.
fn histogram(criteria: usize, criterion: usize, wanted: Wanted) -> Vec<f64> {
    let mut scores = vec![0.0; criteria];
    scores[criterion] = 1.0;
    for end in ends(criteria) {
        scores.extend(vec![end; criteria]);
    }
    let problem = flat(10, criteria, &scores);
    let mut engine = Engine::new(&problem, 99, wanted);
    engine.advance(SAMPLES);
    let outcome = engine.outcome();
    (0..10).map(|rank| outcome.rank(0, 9 - rank)).collect()
}

/// 99.99% of chi-squared with nine degrees of freedom.
const REJECTED: f64 = 33.7;

#[test]
fn every_weight_is_distributed_as_on_an_even_simplex() {
    for criteria in [2, 3, 5, 12, 40, 60] {
        for criterion in [0, criteria / 2, criteria - 1] {
            for wanted in [Wanted::RANKS, PLAIN] {
                let found = statistic(&histogram(criteria, criterion, wanted), SAMPLES as f64);
                assert!(
                    found < REJECTED,
                    "{criteria} criteria, the {criterion}th: {found}"
                );
            }
        }
    }
}

/// Shares of two weights in their sum are even too, which the bins above do not see.
#[test]
fn ratios_of_weights_are_even() {
    let criteria = 6;
    let mut scores = vec![0.0; criteria];
    scores[1] = 1.0;
    for k in 1..10 {
        // Above where w₁ / (w₁ + w₄) > t, that is w₁ > (w₁ + w₄) t.
        let t = f64::from(k) / 10.0;
        let mut row = vec![0.0; criteria];
        (row[1], row[4]) = (t, t);
        scores.extend(row);
    }
    let mut engine = Engine::new(&flat(10, criteria, &scores), 98, PLAIN);
    engine.advance(SAMPLES);
    let outcome = engine.outcome();
    let shares: Vec<f64> = (0..10).map(|rank| outcome.rank(0, rank)).collect();
    assert!(statistic(&shares, SAMPLES as f64) < REJECTED, "{shares:?}");
}

/// Even numbers divided by their sum are not even over the simplex: they heap up in the middle.
#[test]
fn the_test_rejects_numbers_divided_by_their_sum() {
    for criteria in [2, 3, 5, 12] {
        let mut bins = [0.0; 10];
        let ends = ends(criteria);
        let numbers = thrown(criteria * 160_000, 5);
        for row in numbers.chunks(criteria) {
            let weight = row[0] / row.iter().sum::<f64>();
            bins[ends.iter().filter(|end| weight > **end).count()] += 1.0 / SAMPLES as f64;
        }
        let found = statistic(&bins, SAMPLES as f64);
        assert!(found > 10.0 * REJECTED, "{criteria} criteria: {found}");
        // And the same numbers, used rightly, pass.
        let mut bins = [0.0; 10];
        for row in numbers.chunks(criteria) {
            let cut = row[1..].iter().copied().fold(1.0, f64::min);
            bins[ends.iter().filter(|end| cut > **end).count()] += 1.0 / SAMPLES as f64;
        }
        assert!(statistic(&bins, SAMPLES as f64) < REJECTED);
    }
}

/// With a single option, its central weights are the mean of all weights.
#[test]
fn means_are_equal_shares() {
    for wanted in [Wanted::ALL, PLAIN] {
        let mut engine = Engine::new(&flat(1, 7, &[0.0; 7]), 97, wanted);
        engine.advance(SAMPLES);
        for mean in engine.outcome().central_weights[0].as_ref().unwrap() {
            let Estimate { value, error } = *mean;
            assert!(
                (value - 1.0 / 7.0).abs() < 4.0 * error + 1e-7,
                "{value} ± {error}"
            );
        }
    }
}
