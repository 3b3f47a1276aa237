//! The two real ends of every scale below a swing weight: shown, recorded as values, asked for.

use crate::support::*;
use serde_json::{Value, json};
use weighbridge_analysis::{Issue, analyse};
use weighbridge_model::{Appraisal, Criterion, Finite, ReferencePoint, ReferencePoints};
use weighbridge_report::{issue_words, step_words, steps_below};

const UNRECORDED: &str = include_str!("files/08-swing-ends-not-recorded.json");

fn said(on: &Appraisal, code: &str) -> Vec<String> {
    let issues = analyse(on).issues;
    let found = issues.iter().filter(|i| i.code() == code);
    found.map(|i| issue_words(i, on)).collect()
}

fn codes(on: &Appraisal) -> Vec<Value> {
    let results = results(on);
    let issues = results["issues"].as_array().unwrap().iter();
    let of_ends = issues.filter(|i| i["code"].as_str().unwrap().starts_with("swing-"));
    of_ends.map(|i| i["code"].clone()).collect()
}

#[test]
fn row_a10_ends_that_were_not_recorded_are_not_other_ends() {
    let on = open(&serde_json::from_str(UNRECORDED).unwrap());
    assert_eq!(codes(&on), [json!("swing-ends-not-recorded")]);
    assert_eq!(
        said(&on, "swing-ends-not-recorded"),
        [
            "The ends of the scales of “C1” and “C2” were not recorded with the swing weights. Check that the weights fit the ends, then confirm or change them."
        ]
    );
}

/// A tree with a cost in pounds, labels, and a direct scale, weighed by swing at the top.
fn tree(seen: &Value, dearest: f64) -> Appraisal {
    open(&json!({
        "format": "weighbridge", "version": 1, "title": "T",
        "options": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
        "criteria": [
            {"id": "money", "name": "Money", "weight": 100, "criteria": [
                {"id": "cost", "name": "Cost", "weight": 1, "scale": {"kind": "measure", "unit": "£ a year", "direction": "lower"}},
                {"id": "risk", "name": "Risk", "weight": 1, "scale": {"kind": "points", "levels": [
                    {"label": "1", "words": "certain"}, {"label": "2"}]}},
            ]},
            {"id": "reach", "name": "Reach", "weight": 50, "anchors": [{"value": 0, "words": "Nobody"}, {"value": 100, "words": "Everybody"}]},
        ],
        "weighting": {"method": "swing", "swing": {"money": 100, "reach": 50}, "swing_seen": seen},
        "scores": {"a": {"cost": dearest, "risk": 1, "reach": 5}, "b": {"cost": 3_150_000, "risk": 2, "reach": 6}},
    }))
}

fn seen() -> Value {
    json!({
        "cost": [[4_200_000, "£ a year"], [3_150_000, "£ a year"]],
        "risk": [["1", "certain"], ["2", ""]],
        "reach": ["Nobody", "Everybody"],
    })
}

#[test]
fn row_a13_ends_are_recorded_as_values_and_early_words_are_not_stale() {
    assert_eq!(codes(&tree(&seen(), 4_200_000.0)), [json!(null); 0]);
    // As files had them before: words, as they were shown.
    let words = json!({
        "cost": ["4200000 £ a year", "3150000 £ a year"],
        "risk": ["1: certain", "2"],
        "reach": ["Nobody", "Everybody"],
    });
    assert_eq!(codes(&tree(&words, 4_200_000.0)), [json!(null); 0]);
    for seen in [seen(), words] {
        let moved = tree(&seen, 4_200_001.0);
        assert_eq!(codes(&moved), [json!("swing-weights-stale")]);
        assert!(
            said(&moved, "swing-weights-stale")[0]
                .starts_with("The ends of the scale of “Cost” have changed since")
        );
        let saved = weighbridge_file::save(&moved);
        assert_eq!(weighbridge_file::open(saved.as_bytes()).unwrap(), moved);
    }
}

#[test]
fn row_a13_a_group_shows_the_two_real_ends_of_every_criterion_below_it() {
    let on = tree(&seen(), 4_200_000.0);
    let analysis = analyse(&on);
    let words = |criterion: &Criterion| -> Vec<String> {
        let steps = steps_below(&on, &analysis, criterion);
        steps.iter().map(|s| step_words(&s.ends).unwrap()).collect()
    };
    assert_eq!(
        words(&on.criteria[0]),
        [
            "from £4,200,000 a year to £3,150,000 a year",
            "from “1: certain” to “2”"
        ]
    );
    assert_eq!(words(&on.criteria[1]), ["from “Nobody” to “Everybody”"]);
}

#[test]
fn row_a13_a_cost_without_scores_has_no_ends_to_tell() {
    let mut on = tree(&json!({}), 4_200_000.0);
    for id in ["a", "b"] {
        on.agreed_mut().scores.remove_option(&option(id));
    }
    let analysis = analyse(&on);
    let steps = steps_below(&on, &analysis, &on.criteria[0]);
    assert!(!steps[0].is_said() && steps[1].is_said());
    assert_eq!(step_words(&steps[0].ends), None);
    assert_eq!(
        step_words(&ReferencePoints {
            worst: ReferencePoint::said("Nobody"),
            best: ReferencePoint::Unsaid
        }),
        None
    );
}

#[test]
fn an_end_that_is_said_since_was_not_recorded_and_one_that_is_other_has_moved() {
    let mut all = seen();
    all["reach"] = json!(["", ""]);
    let on = tree(&all, 4_200_000.0);
    assert_eq!(codes(&on), [json!("swing-ends-not-recorded")]);
    all["reach"] = json!(["Nobody", "Anybody"]);
    all.as_object_mut().unwrap().remove("cost");
    let on = tree(&all, 4_200_000.0);
    let issues = analyse(&on).issues;
    let branches: Vec<&Issue> = issues
        .iter()
        .filter(|i| i.code().starts_with("swing-"))
        .collect();
    assert_eq!(
        branches,
        [
            &Issue::SwingStale {
                branch: None,
                criteria: vec![criterion("reach")]
            },
            &Issue::SwingEndsNotRecorded {
                branch: None,
                criteria: vec![criterion("cost")]
            },
        ]
    );
}

#[test]
fn an_end_in_a_file_is_words_an_amount_or_a_label() {
    let on = tree(&seen(), 4_200_000.0);
    let at = |id: &str| {
        on.agreed()
            .weights
            .weighting(None)
            .swing_confirmed_for
            .get(&criterion(id))
            .unwrap()
            .clone()
    };
    let amount = |x: f64| ReferencePoint::Amount {
        at: Finite::new(x).unwrap(),
        unit: "£ a year".to_owned(),
    };
    assert_eq!(
        at("cost"),
        ReferencePoints {
            worst: amount(4_200_000.0),
            best: amount(3_150_000.0)
        }
    );
    let file: Value = serde_json::from_str(&weighbridge_file::save(&on)).unwrap();
    assert_eq!(
        file["weighting"]["swing_seen"]["cost"],
        json!([[4_200_000, "£ a year"], [3_150_000, "£ a year"]])
    );
    for wrong in [
        json!([1, 2]),
        json!(["a"]),
        json!([["a"], "b"]),
        json!([[1, 2], "b"]),
        json!("a"),
        json!([[[], "a"], ""]),
    ] {
        let mut bad = file.clone();
        bad["weighting"]["swing_seen"]["cost"] = wrong.clone();
        assert!(
            weighbridge_file::open(bad.to_string().as_bytes()).is_err(),
            "{wrong}"
        );
    }
}
