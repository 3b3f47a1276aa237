//! Sentences about single scores and the numbers in them.

use crate::findings::Whole;
use crate::support::*;
use weighbridge_analysis::{Driver, Side, Threshold, all_score_flips, analyse, tornado};
use weighbridge_edit::Edit;
use weighbridge_file as file;
use weighbridge_model::{Entry, Finite};
use weighbridge_opening::library;
use weighbridge_report::{disagreements, robustness, scores_table};

#[test]
fn row_a04_noise_of_sums_is_not_rounded_into_another_threshold() {
    let of = |at: f64, now: f64, side: Side, end: f64| Threshold::new(at, now, side, end).printed;
    // Mathematically equal, whatever sums of doubles make of them.
    for noise in [0.0, 1e-15, -1e-15, 3e-13, -3e-13] {
        close(of(2.6 * (1.0 + noise), 3.0, Side::Below, 0.0), 2.6, 0.0);
        close(of(1.8 * (1.0 + noise), 1.0, Side::Above, 5.0), 1.8, 0.0);
        close(of(5.0 * (1.0 + noise), 10.0, Side::Below, 0.0), 5.0, 0.0);
        close(
            of(72.0 * (1.0 + noise), 60.0, Side::Above, 100.0),
            72.0,
            0.0,
        );
        close(
            of(-40.0 * (1.0 + noise), 60.0, Side::Below, f64::NEG_INFINITY),
            -40.0,
            0.0,
        );
    }
    close(of(1e-15, 60.0, Side::Below, -20.0), 0.0, 0.0);
}

#[test]
fn row_a04_the_far_end_of_a_stretch_has_no_more_digits_than_it_needs() {
    let of = |at: f64, now: f64, side: Side, end: f64| Threshold::new(at, now, side, end).printed;
    close(of(272.0 / 3.0, 20.0, Side::Below, 45.4), 90.6, 0.0);
    close(of(22.489_583_333_333, 40.0, Side::Above, 30.0), 22.5, 0.0);
    close(
        of(22.489_583_333_333, 40.0, Side::Above, 22.505),
        22.49,
        0.0,
    );
    // A narrow stretch: the shortest number that lies in it.
    let (low, high) = (22.489_583_333, 22.489_612_345);
    close(of(low, 20.0, Side::Above, high), 22.489_59, 0.0);
    close(of(high, 20.0, Side::Below, low), 22.489_6, 0.0);
}

fn tried(name: &str) -> Whole {
    let path = format!(
        "{}/tests/tried/files/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    Whole::new(file::open(&std::fs::read(path).unwrap()).unwrap())
}

fn words_of(it: &Whole) -> String {
    let robust = robustness(it.on()).into_iter().map(|t| t.to_string());
    let all: Vec<String> = it.changes().into_iter().chain(robust).collect();
    all.join("\n")
}

#[test]
fn row_a13_a_score_that_does_it_only_between_two_amounts_is_said_with_both() {
    let said = words_of(&tried("two-stretches-of-amounts"));
    let leader =
        "The leader falls if its own Mea score is below 86 wk and above 42.2 wk, or below 35 wk.";
    assert!(said.contains(leader), "{said}");
}

#[test]
fn row_a04_the_tornado_has_the_thresholds_and_amounts_of_the_sentences() {
    let said = words_of(&tried("W08-peaked-value-function"));
    let mut bars = said.lines().filter(|l| l.starts_with("From the low"));
    assert!(bars.all(|l| !l.contains("a value of")), "{said}");
    let it = tried("04-marks-out-of-five");
    let flips = all_score_flips(&it.0, &it.1);
    let mut turning = 0;
    for bar in tornado(&it.0, &it.1, usize::MAX) {
        let Driver::Score { option, leaf } = bar.lever else {
            continue;
        };
        let flip = flips.iter().find(|f| (f.option, f.leaf) == (option, leaf));
        for turn in [&bar.turn_low, &bar.turn_high].into_iter().flatten() {
            turning += 1;
            assert_eq!(turn.threshold, flip.unwrap().value);
        }
    }
    assert!(turning > 0);
}

#[test]
fn row_a04_amounts_are_told_from_those_of_other_options() {
    let said = words_of(&tried("03-threshold-rounded-away"));
    assert!(!said.contains("then it takes"), "{said}");
    assert!(!said.contains("below 10,000,000 GBP"), "{said}");
}

#[test]
fn row_a05_the_value_now_and_the_change_add_up_to_the_place() {
    let mut rows = 0;
    for id in ["office-location", "birmingham-2013"] {
        let it = Whole::new(library::entry(id).unwrap().open().unwrap());
        for row in scores_table(it.on()).rows {
            let [now, at, change] = [&row[2], &row[3], &row[4]].map(|text| {
                let text = text.replace(',', "").replace('−', "-");
                text.parse::<f64>().unwrap()
            });
            close(now + change, at, 1e-9);
            rows += 1;
        }
    }
    assert!(rows > 60);
}

#[test]
fn row_a10_an_amount_that_opens_a_scale_without_length_is_told() {
    let it = tried("all-coincide");
    let said = words_of(&it);
    assert!(
        said.contains("B would come first if it scored below 7 places on Places"),
        "{said}"
    );
    assert!(
        said.contains("if A scored above 7 places on Places"),
        "{said}"
    );
    let flips = all_score_flips(&it.0, &it.1);
    let then = |option: &str, amount: f64| {
        let mut on = it.0.clone();
        let (option, leaf) = (
            &it.1
                .options
                .iter()
                .find(|o| o.id.as_str() == option)
                .unwrap()
                .id,
            &it.1.leaf_node(nth(&it.1.leaves, 0)).id,
        );
        Edit::score(option, leaf, Entry::Number(Finite::new(amount).unwrap()))
            .apply(&mut on)
            .unwrap();
        analyse(&on).verdict.leaders().to_vec()
    };
    assert_eq!(then("B", 6.9), [1]);
    assert_eq!(then("A", 7.1), [1]);
    assert!(
        flips
            .iter()
            .any(|f| f.option == 1 && f.leaf == 0 && f.within)
    );
}

#[test]
fn row_a10_methods_do_not_multiply_by_the_nothing_of_a_scale_without_length() {
    let it = tried("09-collapsed-scale");
    let methods: Vec<String> = disagreements(it.on())
        .iter()
        .map(ToString::to_string)
        .collect();
    let methods = methods.join("\n");
    assert!(!methods.contains("drags the whole down"), "{methods}");
    assert!(
        methods.contains("its scale has no length and tells nothing"),
        "{methods}"
    );
}

#[test]
fn row_a11_who_takes_over_with_a_moving_end_is_the_subject_of_the_sentence() {
    let said = words_of(&tried("end-moves-to-another"));
    assert!(!said.contains("then it takes"), "{said}");
    assert!(said.contains("would cost Opt"), "{said}");
}

#[test]
fn row_a02_no_difference_is_level() {
    let said = words_of(&tried("range-without-length"));
    assert!(!said.contains("0 points ahead"), "{said}");
    for name in ["17-rtl-name", "W05-spurious-flip-above-100-percent"] {
        let said = words_of(&tried(name));
        assert!(!said.contains(" 0 points ahead"), "{said}");
        assert!(!said.contains("one of one more"), "{said}");
    }
}
