//! Worked examples with known answers; each test names the convention.

use super::*;
use crate::golden::{matrix, numbers, record};
use crate::support::*;
use serde_json::Value;
use weighbridge_analysis::elicitation::{
    BestWorst, RANDOM_INDEX, RankFormula, best_worst, is_consistent, rank_weights, repairs,
};

macro_rules! golden {
    ($name:literal) => {
        record(include_str!(concat!("../golden/", $name, ".json")))
    };
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

#[test]
fn closed_forms_of_rank_weights() {
    let golden = golden!("rank-weights");
    let records = golden.as_array().unwrap();
    assert_eq!(records.len(), 27, "three formulas, 2 to 10 criteria");
    for record in records {
        let formula = match record["method"].as_str().unwrap() {
            "rank order centroid" => RankFormula::Centroid,
            "rank sum" => RankFormula::Sum,
            "rank reciprocal" => RankFormula::Reciprocal,
            other => panic!("{other}"),
        };
        let n = record["inputs"]["n"].as_u64().unwrap() as usize;
        let ranks: Vec<usize> = (1..=n).collect();
        let own = rank_weights(formula, &ranks);
        let tolerance = number(&record["tolerance"]);
        assert_eq!(tolerance, 1e-12);
        all_close(&own, &numbers(&record["expected"]["weights"]), tolerance);
    }
}

#[test]
fn swing_weights_are_what_raw_points_are_once_normalised() {
    let golden = golden!("swing-goodwin-wright");
    let raw = numbers(&golden["inputs"]["raw_swing_weights"]);
    let total: f64 = raw.iter().sum();
    let shares: Vec<f64> = raw.iter().map(|r| 100.0 * r / total).collect();
    let expected = numbers(&golden["expected"]["normalised_weights_percent"]);
    all_close(&shares, &expected, number(&golden["tolerance"]));
}

/// The other convention for weights: the mean of the columns, each made to add up to 1; and the mean
/// of what each weight would be as the eigenvalue.
fn column_mean(matrix: &[Vec<f64>]) -> (Vec<f64>, f64) {
    let n = matrix.len();
    let totals: Vec<f64> = (0..n).map(|c| matrix.iter().map(|r| r[c]).sum()).collect();
    let share = |r: &Vec<f64>| r.iter().zip(&totals).map(|(x, t)| x / t).sum::<f64>() / n as f64;
    let weights: Vec<f64> = matrix.iter().map(share).collect();
    let product = |r: &Vec<f64>| r.iter().zip(&weights).map(|(x, w)| x * w).sum::<f64>();
    let each = matrix.iter().zip(&weights).map(|(r, w)| product(r) / w);
    (weights.clone(), each.sum::<f64>() / n as f64)
}

#[test]
fn house_by_column_means_is_published_and_by_eigenvector_is_ours() {
    let golden = golden!("ahp-saaty-house-colmean");
    let matrix = matrix(&golden["inputs"]["matrix"]);
    let (expected, tolerance) = (&golden["expected"], number(&golden["tolerance"]));
    let (_, lambda) = column_mean(&matrix);
    let index = (lambda - 8.0) / 7.0;
    close(lambda, number(&expected["lambda_max"]), tolerance);
    close(index, number(&expected["CI"]), tolerance);
    close(
        index / number(&golden["inputs"]["RI"]),
        number(&expected["CR"]),
        tolerance,
    );
    // The eigenvector's answer stands in the note of the record.
    let found = priorities(8, &comparisons(&matrix));
    close(found.lambda_max, 8.698_198, 5e-7);
    close(found.index, 0.099_743, 5e-7);
    close(found.ratio.unwrap(), 0.070_739, 5e-7);
}

#[test]
fn drinks_by_eigenvector_with_random_index_1_32_and_not_1_35() {
    let golden = golden!("ahp-drinks-eig");
    let (expected, tolerance) = (&golden["expected"], number(&golden["tolerance"]));
    let found = priorities(7, &comparisons(&matrix(&golden["inputs"]["matrix"])));
    all_close(&found.weights, &numbers(&expected["weights"]), tolerance);
    close(found.lambda_max, number(&expected["lambda_max"]), tolerance);
    let ratio = found.ratio.unwrap();
    close(ratio, number(&expected["CR_RI1.32"]), tolerance);
    close(
        found.index / 1.35,
        number(&expected["CR_RI1.35"]),
        tolerance,
    );
    assert!((ratio - number(&expected["CR_RI1.35"])).abs() > tolerance);
}

#[test]
fn cities_by_eigenvector_at_both_levels() {
    let golden = golden!("ahp-cities");
    let (inputs, expected) = (&golden["inputs"], &golden["expected"]);
    let tolerance = number(&golden["tolerance"]);
    let criteria = priorities(5, &comparisons(&matrix(&inputs["criteria_matrix"])));
    all_close(
        &criteria.weights,
        &numbers(&expected["criteria_weights"]),
        tolerance,
    );
    let mut totals = vec![0.0; 4];
    let options = inputs["option_matrices"].as_array().unwrap();
    for (options, weight) in options.iter().zip(&criteria.weights) {
        let local = priorities(4, &comparisons(&matrix(options))).weights;
        for (total, own) in totals.iter_mut().zip(local) {
            *total += weight * own;
        }
    }
    all_close(&totals, &numbers(&expected["totals"]), tolerance);
}

#[test]
fn an_inconsistent_matrix_by_eigenvector_with_random_index_1_24() {
    let golden = golden!("ahp-wang-chin");
    let (expected, tolerance) = (&golden["expected"], number(&golden["tolerance"]));
    let found = priorities(6, &comparisons(&matrix(&golden["inputs"]["matrix"])));
    all_close(&found.weights, &numbers(&expected["weights"]), tolerance);
    close(found.lambda_max, number(&expected["lambda_max"]), tolerance);
    // Printed with three decimals.
    close(found.ratio.unwrap(), number(&expected["CR_RI1.24"]), 5e-4);
    let worst = found.worst.unwrap();
    // Three times, where the weights say 0.3208 / 0.0348.
    assert_eq!((worst.judgement.a, worst.judgement.b), (0, 2));
    close(worst.off, 0.3208 / 0.0348 / 3.0, 0.01);
    assert!(worst.better == Some(9.0) && worst.implied > 9.0);
    assert!(worst.ratio.unwrap() < found.ratio.unwrap());
}

#[test]
fn a_consistent_matrix_by_any_convention() {
    let golden = golden!("ahp-consistent-3");
    let (expected, tolerance) = (&golden["expected"], number(&golden["tolerance"]));
    let matrix = matrix(&golden["inputs"]["matrix"]);
    let found = priorities(3, &comparisons(&matrix));
    all_close(&found.weights, &numbers(&expected["weights"]), tolerance);
    all_close(&column_mean(&matrix).0, &found.weights, tolerance);
    close(found.ratio.unwrap(), number(&expected["CR"]), tolerance);
    assert_eq!(found.worst, None);
}

#[test]
fn energies_by_column_means_is_published_and_by_eigenvector_is_ours() {
    let golden = golden!("ahp-energies-2026");
    let (expected, tolerance) = (&golden["expected"], number(&golden["tolerance"]));
    let matrix = matrix(&golden["inputs"]["matrix"]);
    let (weights, lambda) = column_mean(&matrix);
    all_close(&weights, &numbers(&expected["weights"]), tolerance);
    close(lambda, number(&expected["lambda_max"]), tolerance);
    let index = (lambda - 3.0) / 2.0;
    close(index, number(&expected["CI"]), tolerance);
    assert_eq!(RANDOM_INDEX[2], number(&golden["inputs"]["RI"]));
    close(index / RANDOM_INDEX[2], number(&expected["CR"]), tolerance);
    // The eigenvector's answer stands in the note of the record.
    let found = priorities(3, &comparisons(&matrix));
    all_close(&found.weights, &[0.6370, 0.2583, 0.1047], 5e-5);
    close(found.lambda_max, 3.0385, 5e-5);
    close(found.ratio.unwrap(), 0.0332, 5e-5);
}

#[test]
fn best_and_worst_by_the_linear_model_of_2016() {
    let golden = golden!("bwm-rezaei-2016-linear");
    let (inputs, expected) = (&golden["inputs"], &golden["expected"]);
    let place = |key: &str| inputs[key].as_u64().unwrap() as usize;
    let result = best_worst(
        3,
        place("best"),
        place("worst"),
        &numbers(&inputs["best_to_others"]),
        &numbers(&inputs["others_to_worst"]),
    );
    let BestWorst::Weights {
        weights,
        xi,
        ratio,
        cause,
        ..
    } = result
    else {
        panic!("{result:?}");
    };
    let tolerance = number(&golden["tolerance"]);
    all_close(&weights, &numbers(&expected["weights"]), tolerance);
    close(xi, number(&expected["xi"]), tolerance);
    // Input-based ratio: |2 × 5 - 8| / (8² - 8).
    close(ratio, 2.0 / 56.0, 1e-15);
    assert_eq!(cause, Some(1));
}

/// The judgements of a record: places from the best, a category or two.
fn judgements(golden: &Value) -> (usize, Vec<Judgement>) {
    let inputs = &golden["inputs"];
    let n = inputs["levels_best_to_worst"].as_u64().unwrap() as usize;
    let read = |(pair, category): (&String, &Value)| {
        let (better, worse) = pair.split_once('-').unwrap();
        let ends = category.as_array().map_or_else(
            || vec![category.as_u64().unwrap(); 2],
            |list| list.iter().map(|c| c.as_u64().unwrap()).collect(),
        );
        hesitate(
            better.parse().unwrap(),
            worse.parse().unwrap(),
            ends[0] as u8,
            ends[1] as u8,
        )
    };
    let all = inputs["judgements"].as_object().unwrap();
    (n, all.iter().map(read).collect())
}

#[test]
fn differences_in_attractiveness_by_formulation_a() {
    for golden in [
        golden!("macbeth-equal-steps"),
        golden!("macbeth-five-levels"),
        golden!("macbeth-hesitation"),
    ] {
        let (n, judgements) = judgements(&golden);
        let own = scale(n, &judgements).values;
        let expected = numbers(&golden["expected"]["scale_A"]);
        all_close(&own, &expected, number(&golden["tolerance"]));
        assert_eq!(is_consistent(n, &judgements), Some(true));
    }
    // The record in which the formulations differ.
    let expected = &golden!("macbeth-hesitation")["expected"];
    assert_ne!(expected["scale_A"], expected["scale_B"]);
}

#[test]
fn inconsistent_differences_have_no_scale_by_either_formulation() {
    let golden = golden!("macbeth-inconsistent");
    assert_eq!(golden["expected"]["scale_A"], Value::Null);
    let (n, judgements) = judgements(&golden);
    let result = macbeth(n, &judgements);
    assert_eq!(result.outcome, MacbethOutcome::Inconsistent);
    assert_eq!(is_consistent(n, &judgements), Some(false));
    // In the order of the record: 0-1 strong, 0-2 moderate, 1-2 weak. The part cannot be more than
    // the whole: 0-1 down to moderate, or 0-2 up to strong.
    let ways: Vec<(usize, u8)> = repairs(n, &judgements)
        .iter()
        .map(|way| (way[0].judgement, way[0].low))
        .collect();
    let place = |b, w| {
        judgements
            .iter()
            .position(|j| (j.better, j.worse) == (b, w))
            .unwrap()
    };
    assert_eq!(ways, [(place(0, 1), 3), (place(0, 2), 4)]);
}
