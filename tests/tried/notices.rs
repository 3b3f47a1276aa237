//! Notices about judgements, marks and scales: each says what can be done, and no two of them disagree.

use crate::support::results;
use serde_json::Value;
use weighbridge_analysis::{Issue, analyse};
use weighbridge_model::Appraisal;
use weighbridge_opening as opening;
use weighbridge_report::{issue_words, unit_of};

macro_rules! tried {
    ($name:literal) => {
        opening::open(include_bytes!(concat!("files/limits-", $name, ".json"))).unwrap()
    };
}

/// The words of the only issue with a code.
fn told(on: &Appraisal, code: &str) -> String {
    let issues = analyse(on).issues;
    let mut own = issues.iter().filter(|issue| issue.code() == code);
    let found = own.next().map(|issue| issue_words(issue, on));
    found.unwrap_or_else(|| panic!("{code} is told"))
}

fn judged(on: &Appraisal) -> Value {
    results(on)["judgements"][0].clone()
}

/// What is said of judgements from which no weights follow.
fn why(on: &Appraisal) -> String {
    told(on, "judgements-incomplete")
}

#[test]
fn row_a08_a_contradiction_is_told_though_pairs_are_missing() {
    let on = tried!("j-ahp-4of6-bad");
    let text = told(&on, "judgements-inconsistent");
    assert!(text.contains("two pairs are not compared"), "{text}");
    assert!(
        text.contains(
            "contradict each other: their consistency index is 2.28, which is 2.53 times"
        ),
        "{text}"
    );
    assert!(
        text.contains("“c” against “a” as 1/9 instead of 9"),
        "a change among those that help most: {text}"
    );
    let judged = judged(&on);
    assert_eq!(
        judged["consistency"]["verdict"],
        Value::Null,
        "nothing is published"
    );
    assert!(
        judged["consistency"]["index_to_complete_random_index"]
            .as_f64()
            .unwrap()
            > 2.5
    );
}

#[test]
fn row_a08_advice_can_be_followed() {
    let words = why(&tried!("j-mac-bad"));
    assert!(!words.contains("Complete"), "nothing is missing: {words}");
    assert!(words.contains("contradict each other. "), "{words}");
    let two = why(&tried!("j-bw-disagree"));
    assert!(
        two.ends_with("“a” against “c” was answered twice, as 8 times and as 3 times as important. Change one of the two, so that both say the same."),
        "{two}"
    );
    let mut zero = tried!("j-swing-no100");
    let criteria = zero.criteria.clone();
    let weights = &mut zero.agreed_mut().weights;
    weights.change_weighting(None, |said| {
        for (_, swing) in said.swing.iter_mut() {
            *swing = weighbridge_model::RawWeight::new(0.0).unwrap();
        }
    });
    criteria.iter().for_each(|c| weights.set_raw(&c.id, None));
    assert!(why(&zero).ends_with(
        "all of them are 0. Give at least one of them more than 0, or choose another method."
    ));
    let mut same = tried!("j-bw-disagree");
    let weights = &mut same.agreed_mut().weights;
    weights.change_weighting(None, |said| said.worst.clone_from(&said.best));
    let words = why(&same);
    assert!(
        words.ends_with("Choose another criterion as one of the two."),
        "{words}"
    );
}

#[test]
fn row_a08_as_many_answers_are_missing_as_the_sentence_says() {
    let judged = judged(&tried!("j-bw-nobest"));
    assert_eq!(judged["missing"], 4);
    assert_eq!(
        judged["text"],
        "Four answers to go: choose the most and the least important criterion, then answer two comparisons."
    );
}

#[test]
fn row_a08_swing_weights_without_a_hundred_are_told() {
    let on = tried!("j-swing-no100");
    let text = told(&on, "swing-without-100");
    assert!(
        text.starts_with("No swing weight is 100. The largest, 80 of “a”, "),
        "{text}"
    );
}

#[test]
fn row_a09_marks_on_a_scale_of_marks_to_a_hundred_are_told() {
    let on = tried!("r9-pts");
    let text = told(&on, "marks-on-values");
    assert!(
        text.starts_with("The scores on “x” look like marks out of 5, "),
        "{text}"
    );
    let mut weeks = on.clone();
    let weighbridge_model::ScaleKind::Measure(measure) = &mut weeks.criteria_mut()[0].scale.kind
    else {
        panic!("a measure")
    };
    measure.unit = "weeks".to_owned();
    let is_marks = |issue: &Issue| matches!(issue, Issue::MarksOnValues { .. });
    assert!(
        !analyse(&weeks).issues.iter().any(is_marks),
        "five weeks of a hundred are five weeks"
    );
}

#[test]
fn row_a22_one_of_something_is_singular() {
    assert_eq!(weighbridge_report::measured("1", "marks"), "1 mark");
    assert_eq!(unit_of("1.5", "marks"), "marks");
}
