//! Other accepted methods: worked examples, each with its conventions named, degenerate tables, and
//! rank reversal made by hand.

use crate::golden::{matrix, numbers, record};
use crate::support::*;
use proptest::prelude::*;
use serde_json::{Value, json};
use weighbridge_analysis::analyse;
use weighbridge_analysis::methods::{
    Approach, DecisionMatrix, INDIFFERENCE, Normal, PREFERENCE, Preference, Ranked, Reversal,
    additive_reversals, borda, compare, copeland, promethee, ranks, reversals, topsis, vikor,
    weighted_product,
};
use weighbridge_model::Appraisal;
use weighbridge_opening::library;
use weighbridge_report::{METHODS_NOTE, Subject, disagreements, methods_table, reversal_words};

macro_rules! golden {
    ($name:literal) => {
        record(include_str!(concat!("golden/", $name, ".json")))
    };
}

/// Matrix, weights and directions of a record.
fn inputs(golden: &Value) -> (Vec<Vec<f64>>, Vec<f64>, Vec<bool>) {
    let inputs = &golden["inputs"];
    let up = numbers(&inputs["direction"]).into_iter().map(|d| d > 0.0);
    (
        matrix(&inputs["matrix"]),
        numbers(&inputs["weights"]),
        up.collect(),
    )
}

/// Convention: vector normalisation; the raw amounts, with their directions.
#[test]
fn topsis_of_three_machines() {
    let golden = golden!("topsis-hodgett");
    let (matrix, weights, up) = inputs(&golden);
    let found = topsis(&matrix, &weights, &up, Normal::Vector).unwrap();
    all_close(&found, &numbers(&golden["expected"]["closeness"]), 6e-5);
}

/// Convention: vector normalisation; weights that do not add up to 1 are shared out first.
#[test]
fn topsis_with_raw_weights() {
    let golden = golden!("topsis-jmcdm");
    let (matrix, weights, up) = inputs(&golden);
    let found = topsis(&matrix, &weights, &up, Normal::Vector).unwrap();
    all_close(&found, &numbers(&golden["expected"]["closeness"]), 1e-6);
}

/// Convention: the same table by both normalisations, which choose differently.
#[test]
fn topsis_turns_on_its_normalisation() {
    let golden = golden!("topsis-opricovic-minmax");
    let (matrix, weights, up) = inputs(&golden);
    let range = topsis(&matrix, &weights, &up, Normal::Range).unwrap();
    let vector = topsis(&matrix, &weights, &up, Normal::Vector).unwrap();
    all_close(
        &range,
        &numbers(&golden["expected"]["closeness_minmax"]),
        6e-4,
    );
    all_close(
        &vector,
        &numbers(&golden["expected"]["closeness_vector"]),
        1e-6,
    );
    assert_eq!(
        (ranks(&range), ranks(&vector)),
        (vec![2, 1, 2], vec![1, 2, 3])
    );
}

/// Convention: v = 0.5, and the ends of each column are those of the table.
#[test]
fn vikor_of_opricovic_and_tzeng() {
    let golden = golden!("vikor-opricovic");
    let (matrix, weights, up) = inputs(&golden);
    let found = vikor(&matrix, &weights, &up, 0.5).unwrap();
    all_close(&found.s, &numbers(&golden["expected"]["S"]), 1e-9);
    all_close(&found.r, &numbers(&golden["expected"]["R"]), 1e-9);
    all_close(&found.q, &numbers(&golden["expected"]["Q"]), 1e-9);
    assert!(found.advantage && found.stable);
}

/// Convention: the usual preference function on every column.
#[test]
fn promethee_of_zhao() {
    let golden = golden!("promethee-zhao");
    let (matrix, weights, up) = inputs(&golden);
    let found = promethee(&matrix, &weights, &up, &[Preference::Usual; 3]).unwrap();
    all_close(&found.plus, &numbers(&golden["expected"]["phi_plus"]), 1e-9);
    all_close(
        &found.minus,
        &numbers(&golden["expected"]["phi_minus"]),
        1e-9,
    );
    all_close(&found.net, &numbers(&golden["expected"]["phi"]), 1e-9);
}

/// Convention: the usual preference function, so that the thresholds of the record are not used.
#[test]
fn promethee_of_twenty_options_on_eight_columns() {
    let golden = golden!("promethee-mcdmrs-usual");
    let (matrix, weights, up) = inputs(&golden);
    let found = promethee(&matrix, &weights, &up, &[Preference::Usual; 8]).unwrap();
    all_close(&found.net, &numbers(&golden["expected"]["phi"]), 1e-6);
}

/// Convention: each list has the place of every option, so that less is better; every list counts
/// the same.
#[test]
fn copeland_of_six_rankings() {
    let golden = golden!("copeland-motorcycle");
    let lists = matrix(&golden["inputs"]["rankings"]);
    let by_option: Vec<Vec<f64>> = (0..4)
        .map(|option| lists.iter().map(|list| list[option]).collect())
        .collect();
    let order = |strengths: &[f64]| -> Vec<f64> {
        let mut order: Vec<usize> = (0..4).collect();
        order.sort_by(|a, b| strengths[*b].total_cmp(&strengths[*a]));
        order.iter().map(|at| *at as f64 + 1.0).collect()
    };
    let expected = numbers(&golden["expected"]["order_best_to_worst"]);
    let found = copeland(&by_option, &[1.0; 6], &[false; 6]).unwrap();
    assert_eq!(order(&found), expected);
    assert_eq!(found, [3.0, -1.0, 1.0, -3.0]);
    let found = borda(&by_option, &[1.0; 6], &[false; 6]).unwrap();
    assert_eq!(order(&found), expected);
    all_close(
        &found,
        &[15.0 / 6.0, 8.0 / 6.0, 11.0 / 6.0, 2.0 / 6.0],
        1e-12,
    );
}

/// Thresholds: nothing up to the first, in full from the second, in proportion between.
#[test]
fn promethee_with_thresholds() {
    let one = |values: [f64; 2], preference| {
        let matrix = values.map(|x| vec![x]);
        promethee(&matrix, &[1.0], &[true], &[preference])
            .unwrap()
            .net[0]
    };
    let linear = |indifference, preference| Preference::Linear {
        indifference,
        preference,
    };
    assert_eq!(one([10.0, 5.0], linear(5.0, 20.0)), 0.0);
    assert_eq!(one([25.0, 5.0], linear(5.0, 20.0)), 1.0);
    close(one([17.5, 5.0], linear(5.0, 20.0)), 0.5, 1e-15);
    close(one([10.0, 5.0], linear(0.0, 20.0)), 0.25, 1e-15);
    assert_eq!(one([10.1, 5.0], linear(5.0, 5.0)), 1.0, "a step");
    assert_eq!(
        one([10.0, 5.0], linear(5.0, 2.0)),
        0.0,
        "the wrong way round is a step at the first"
    );
    assert_eq!(one([10.0, 5.0], Preference::Usual), 1.0);
    assert_eq!(one([5.0, 10.0], linear(0.0, 20.0)), -0.25);
}

#[test]
fn vikor_proposes_more_than_one_where_its_conditions_fail() {
    // The first leads by 0.25 of the half that three options ask for.
    let near = vikor(
        &[vec![100.0, 45.0], vec![50.0, 100.0], vec![0.0, 0.0]],
        &[0.5, 0.5],
        &[true; 2],
        0.5,
    )
    .unwrap();
    assert!(!near.advantage);
    assert!(near.compromise.len() > 1, "{near:?}");
    // All but one are the same, and q tells them apart by nothing.
    let flat = vikor(&[vec![5.0], vec![5.0], vec![5.0]], &[1.0], &[true], 0.5).unwrap();
    assert_eq!((flat.q, flat.compromise.len()), (vec![0.0; 3], 3));
    let alone = vikor(&[vec![5.0]], &[1.0], &[true], 0.5).unwrap();
    assert_eq!(
        (alone.q, alone.compromise, alone.advantage),
        (vec![0.0], vec![0], true)
    );
}

#[test]
fn a_zero_makes_the_whole_product_zero_and_below_zero_there_is_none() {
    let up = [true, true];
    assert_eq!(
        weighted_product(&[vec![0.0, 100.0], vec![1.0, 1.0]], &[1.0, 1.0], &up).unwrap(),
        [0.0, 1.0]
    );
    let weightless = weighted_product(&[vec![0.0, 50.0]], &[0.0, 1.0], &up).unwrap();
    close(weightless[0], 50.0, 1e-12);
    assert_eq!(
        weighted_product(&[vec![-1.0, 50.0]], &[1.0, 1.0], &up),
        None
    );
    assert_eq!(
        weighted_product(&[vec![0.0, 50.0]], &[1.0, 1.0], &[false, true]),
        None
    );
    let down = weighted_product(&[vec![4.0, 9.0]], &[1.0, 1.0], &[false, true]).unwrap();
    close(down[0], 1.5, 1e-12);
}

#[test]
fn what_cannot_be_worked_with_gives_nothing_and_one_option_something() {
    for approach in Approach::ALL {
        let of = |values: &[Vec<f64>], weights: &[f64]| approach.strengths(values, weights);
        assert_eq!(of(&[], &[1.0]), None);
        assert_eq!(of(&[vec![]], &[]), None);
        assert_eq!(of(&[vec![1.0], vec![1.0, 2.0]], &[1.0]), None);
        assert_eq!(of(&[vec![1.0]], &[0.0]), None);
        assert_eq!(of(&[vec![1.0]], &[-1.0]), None);
        assert_eq!(of(&[vec![f64::NAN]], &[1.0]), None);
        assert_eq!(of(&[vec![1.0]], &[f64::INFINITY]), None);
        assert_eq!(of(&[vec![7.0]], &[3.0]).unwrap().len(), 1, "{approach:?}");
        let same = of(
            &[vec![0.0, 40.0], vec![0.0, 40.0], vec![0.0, 40.0]],
            &[1.0, 2.0],
        )
        .unwrap();
        assert_eq!(ranks(&same), [1, 1, 1], "{approach:?}");
    }
    assert_eq!(
        topsis(&[vec![0.0], vec![0.0]], &[1.0], &[true], Normal::Vector).unwrap(),
        [0.5, 0.5]
    );
    assert_eq!(
        topsis(
            &[vec![1e300], vec![-1e300]],
            &[1.0],
            &[true],
            Normal::Vector
        ),
        None
    );
    assert_eq!(promethee(&[vec![1.0]], &[1.0], &[true], &[]), None);
}

fn table(values: &[Vec<f64>], weights: &[f64]) -> DecisionMatrix {
    let rows: Vec<(String, Vec<Value>)> = values
        .iter()
        .enumerate()
        .map(|(at, values)| (format!("o{at}"), row(values)))
        .collect();
    let rows: Vec<(&str, Vec<Value>)> = rows
        .iter()
        .map(|(id, row)| (id.as_str(), row.clone()))
        .collect();
    DecisionMatrix::new(&analyse(&flat(weights, &direct(), &rows)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever the table: finite, a better option is nowhere worse, and the claimed reversals are
    /// real, and all of them.
    #[test]
    fn every_method_keeps_its_word(
        values in proptest::collection::vec(proptest::collection::vec((0..=10_u32).prop_map(|x| f64::from(x) * 10.0), 3), 2..6),
        weights in proptest::collection::vec(1..9_u32, 3),
    ) {
        let weights: Vec<f64> = weights.into_iter().map(f64::from).collect();
        let table = table(&values, &weights);
        for Ranked { approach, strengths, ranks: places } in compare(&table) {
            let strengths = strengths.unwrap();
            prop_assert!(strengths.iter().all(|x| x.is_finite()));
            prop_assert!(places.contains(&1));
            for (a, better) in values.iter().enumerate() {
                for (b, worse) in values.iter().enumerate() {
                    if better.iter().zip(worse).all(|(x, y)| x >= y) {
                        prop_assert!(strengths[a] >= strengths[b] - 1e-9, "{approach:?}: {strengths:?}");
                    }
                }
            }
            let found = reversals(approach, &table).unwrap();
            for because_of in 0..values.len() {
                for copied in [false, true] {
                    let mut other = values.clone();
                    if copied { other.push(values[because_of].clone()) } else { other.remove(because_of); }
                    let after = approach.strengths(&other, &weights).unwrap();
                    let place = |at: usize| if !copied && at > because_of { at - 1 } else { at };
                    let turns = |a: usize, b: usize| {
                        a != because_of && b != because_of && strengths[a] > strengths[b] + 1e-9
                            && after[place(a)] < after[place(b)] - 1e-9
                    };
                    let pairs = (0..values.len()).flat_map(|a| (0..values.len()).map(move |b| (a, b)));
                    let real: Vec<_> = pairs.filter(|(a, b)| turns(*a, *b)).collect();
                    let claimed: Vec<_> = found.iter().filter(|r| r.because_of == because_of && r.copied == copied).collect();
                    prop_assert_eq!(claimed.len(), usize::from(!real.is_empty()));
                    prop_assert!(claimed.iter().all(|r| real.contains(&(r.upper.into(), r.lower.into()))));
                }
            }
        }
    }
}

/// Three suppliers on price and quality; scales that end at the options stretch with the dearest.
fn local(fixed: bool) -> Appraisal {
    let scale = |low: f64, high: f64, way: &str| {
        let mut scale = measure(way, low, high);
        if !fixed {
            scale.as_object_mut().unwrap().remove("fixed");
        }
        scale
    };
    let scales = [scale(0.0, 100.0, "lower"), scale(0.0, 100.0, "higher")];
    let options = [
        ("a", row(&[10.0, 40.0])),
        ("b", row(&[20.0, 60.0])),
        ("c", row(&[100.0, 65.0])),
    ];
    flat_with(&[1.0, 1.0], &scales, &options)
}

#[test]
fn the_additive_model_turns_only_with_scales_that_end_at_the_options() {
    let on = local(true);
    assert!(additive_reversals(&on, &analyse(&on)).unwrap().is_empty());
    let on = local(false);
    let analysis = analyse(&on);
    let found = additive_reversals(&on, &analysis).unwrap();
    assert_eq!(found.len(), 0, "a and b are level without c: {found:?}");
    let on = flat_with(
        &[55.0, 45.0],
        &[
            json!({"kind": "measure", "direction": "lower"}),
            json!({"kind": "measure", "direction": "higher"}),
        ],
        &[
            ("a", row(&[10.0, 40.0])),
            ("b", row(&[20.0, 60.0])),
            ("c", row(&[100.0, 65.0])),
        ],
    );
    let analysis = analyse(&on);
    let found = additive_reversals(&on, &analysis).unwrap();
    assert_eq!(found.len(), 1, "{found:?}");
    let Reversal {
        because_of,
        upper,
        lower,
        ..
    } = found[0];
    assert_eq!([because_of, upper, lower], [2, 1, 0]);
}

fn said(on: &Appraisal) -> Vec<String> {
    let analysis = analyse(on);
    let on = Subject::new(on, &analysis);
    let all = disagreements(on).into_iter().chain(reversal_words(on));
    all.map(|text| text.to_string()).collect()
}

#[test]
fn where_all_agree_one_sentence_says_so() {
    let said = said(&library::entry("birmingham-2013").unwrap().open().unwrap());
    assert_eq!(
        said[0],
        "All nine other methods choose Integrated transformation as well."
    );
    assert_eq!(
        said[1],
        "Weighted product has another order below the first place: values are multiplied, so one near 0 drags the whole down."
    );
    assert_eq!(
        said[2],
        "One value of 0 makes the whole weighted product 0, whatever the other values: Break up Birmingham (on Pace and low disruption) and Establish a trust accountable to the DfE (on Local accountability)."
    );
    assert_eq!(
        said[3],
        "VIKOR too ranks the first of these first, but by its own conditions proposes them together: Integrated transformation and Establish a trust accountable to BCC, because the first does not lead by enough."
    );
    assert_eq!(
        said[4],
        "In the additive model used here no option that comes or goes can turn the order of others: a total depends on the option’s own values only."
    );
    assert_eq!(said.len(), 6);
}

#[test]
fn each_disagreement_says_what_the_method_rewards_and_where() {
    let office = said(&library::entry("office-location").unwrap().open().unwrap());
    assert_eq!(
        office[1],
        "Weighted product puts Elton Street first: values are multiplied, so one near 0 drags the whole down. Elton Street gains most on Comfort: 60 against 0."
    );
    let zero = "One value of 0 makes the whole weighted product 0, whatever the other values: ";
    assert!(
        office[3].starts_with(zero) && office[3].contains("Addison Square (on Comfort)"),
        "{office:?}"
    );
    let of = |rows: [[f64; 3]; 3]| {
        let rows = [
            ("a", row(&rows[0])),
            ("b", row(&rows[1])),
            ("c", row(&rows[2])),
        ];
        said(&flat(&[40.0, 30.0, 30.0], &direct(), &rows))
    };
    let found = of([[100.0, 50.0, 50.0], [60.0, 60.0, 60.0], [0.0, 95.0, 58.0]]);
    assert_eq!(
        found[..2],
        [
            "Weighted product, TOPSIS (vector normalisation), PROMETHEE II (V-shape) and PROMETHEE II (with thresholds) choose a as well.",
            "TOPSIS (min-max normalisation), PROMETHEE II (usual), VIKOR, Borda’s count and Copeland’s rule put b first. TOPSIS (min-max normalisation): it does well to be near the best and far from the worst on every criterion; one large gap counts for more than several small ones. PROMETHEE II (usual), Borda’s count and Copeland’s rule: only which option is better on each criterion counts, not by how much. VIKOR: the largest single shortfall from the best counts as much as all shortfalls together. b gains most on c1: 60 against 50.",
        ]
    );
    let below = of([[150.0, 50.0, 50.0], [-10.0, 60.0, 60.0], [0.0, 95.0, 58.0]]);
    assert_eq!(
        below, [""; 0],
        "a direct value outside 0 to 100 is no value, so there is nothing to compare"
    );
}

/// A tie says so, those who break it together are told together, and no heading stands over nothing.
#[test]
fn ties_are_told_and_those_who_choose_alike_told_once() {
    let of = |rows: &[[f64; 2]]| {
        let names = ["a", "b", "c"];
        let rows = names.into_iter().zip(rows.iter().map(|r| row(r)));
        said(&flat(&[1.0, 1.0], &direct(), &rows.collect::<Vec<_>>()))
    };
    assert_eq!(
        of(&[[50.0, 40.0], [50.0, 40.0]]),
        [
            "By the weighted sum a and b tie.",
            "All nine other methods choose a and b as well."
        ],
        "two options: nothing to say of a third that comes or goes"
    );
    let broken = of(&[[100.0, 20.0], [60.0, 60.0], [0.0, 90.0]]);
    assert_eq!(
        broken[..2],
        [
            "By the weighted sum a and b tie.",
            "No other method chooses a and b alone."
        ]
    );
    assert!(
        broken[2].starts_with("Weighted product, TOPSIS (vector normalisation), TOPSIS (min-max normalisation) and VIKOR put b first. ")
            && broken[2].ends_with(" b gains most on c1: 60 against 20."),
        "{broken:?}"
    );
    assert!(
        broken[3].contains(" put a, b and c level in first place. ")
            && broken[3].ends_with(" c gains most on c1: 90 against 20."),
        "{broken:?}"
    );
}

#[test]
fn the_table_has_every_method_and_marks_what_differs() {
    let on = library::entry("birmingham-2013").unwrap().open().unwrap();
    let analysis = analyse(&on);
    let on = Subject::new(&on, &analysis);
    let table = methods_table(on).unwrap();
    assert_eq!(table.rows.len(), 10, "the sum and nine others");
    let all: Vec<String> = table
        .rows
        .iter()
        .map(|row| row.join(" | ").replace('\u{a0}', " "))
        .collect();
    assert_eq!(
        all[0],
        "Weighted sum, as here | Integrated transformation | 1 Integrated transformation, 2 Trust (council), 3 Trust (DfE), 4 Outsource, 5 Break up"
    );
    assert_eq!(
        all[1],
        "Weighted product | Integrated transformation | 1 Integrated transformation, 2 Trust (council), 3 Outsource*, =4 Break up*, =4 Trust (DfE)*"
    );
    assert!(all[5].starts_with("PROMETHEE II (V-shape) | "), "{all:?}");
    assert!(METHODS_NOTE.contains(&format!(
        "up to {PREFERENCE} points of value; with thresholds: not at all up to {INDIFFERENCE} points, in full from {PREFERENCE} on"
    )));
    let alone = flat(&[1.0], &direct(), &[("a", row(&[5.0]))]);
    let analysis = analyse(&alone);
    let alone = Subject::new(&alone, &analysis);
    assert_eq!(methods_table(alone), None);
    assert!(disagreements(alone).is_empty());
}

#[test]
fn a_reversal_of_the_additive_model_is_put_down_to_its_scales() {
    let scale = |way: &str| json!({"kind": "measure", "direction": way});
    let on = flat_with(
        &[55.0, 45.0],
        &[scale("lower"), scale("higher")],
        &[
            ("a", row(&[10.0, 40.0])),
            ("b", row(&[20.0, 60.0])),
            ("c", row(&[100.0, 65.0])),
        ],
    );
    let said = said(&on);
    let has = |text: &str| assert!(said.iter().any(|s| s == text), "{text}: {said:?}");
    has(
        "In the additive model: without c, a would come before b. This can be because the scales of c0 and c1 end at the options; with fixed scales it cannot.",
    );
    has("PROMETHEE II (with thresholds): with a second option just like b, c would come before a.");
    // Outside a fixed scale a value may be below 0, of which there is no product.
    let fixed = [measure("higher", 10.0, 20.0)];
    let on = flat_with(&[1.0], &fixed, &[("a", row(&[15.0])), ("b", row(&[5.0]))]);
    let analysis = analyse(&on);
    let found = disagreements(Subject::new(&on, &analysis));
    assert_eq!(
        found[1].to_string(),
        "Weighted product cannot be used here: a value is below 0."
    );
}

/// With more options than are looked at, nothing is claimed of them.
#[test]
fn with_very_many_options_reversals_are_not_claimed_either_way() {
    let scale = json!({"kind": "measure", "direction": "higher"});
    let names: Vec<String> = (0..51).map(|at| format!("o{at}")).collect();
    let rows = names
        .iter()
        .enumerate()
        .map(|(at, id)| (id.as_str(), row(&[at as f64])));
    let on = flat(&[1.0], &scale, &rows.collect::<Vec<_>>());
    let said = said(&on);
    let last = said.last().unwrap();
    assert!(
        last.ends_with("with so many options it was not looked at."),
        "{said:?}"
    );
}
