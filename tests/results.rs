//! The results as data: the same bytes as committed, and whole.

use crate::support::*;
use serde_json::{Value, json};
use weighbridge_opening::library;
use weighbridge_report::column::{Column, Decimals, show_decimals};
use weighbridge_report::results_text;
use weighbridge_share::page_of;

const KNOWN: [(&str, &str); 3] = [
    (
        "birmingham-2013",
        include_str!("results/birmingham-2013.json"),
    ),
    (
        "office-location",
        include_str!("results/office-location.json"),
    ),
    ("new-appraisal", include_str!("results/blank.json")),
];

/// When a change is meant: `weigh results crates/opening/src/library/….json > tests/results/….json`, and read the
/// difference. `tests/browser.rs` compares the same bytes in a browser.
#[test]
fn the_library_has_the_committed_results() {
    assert_eq!(KNOWN.len(), library::all().len());
    for (id, text) in KNOWN {
        let appraisal = library::entry(id).unwrap().open().unwrap();
        let own = results_text(&appraisal);
        let differ = own.lines().zip(text.lines()).find(|(a, b)| a != b);
        assert!(own == text, "{id}: first difference {differ:?}");
    }
}

/// How many decimals a device shows is not in what leaves it.
#[test]
fn results_and_copies_are_the_same_whatever_a_device_shows() {
    let appraisal = library::entry("office-location").unwrap().open().unwrap();
    let made = || (results_text(&appraisal), page_of(&appraisal));
    let usual = made();
    show_decimals(Decimals::Two);
    let total = Column::points().number(80.5);
    let shown = made();
    show_decimals(Decimals::One);
    assert_eq!(total, "80.50");
    assert!(shown == usual, "a decimal more in what leaves the tool");
}

#[test]
fn judgements_have_the_committed_bits() {
    assert_eq!(
        crate::bits::judged(),
        include_str!("results/judgements.txt")
    );
}

#[test]
fn numbers_read_back_as_the_same_numbers() {
    let criteria =
        json!([{"id": "x", "name": "X", "weight": 0.1}, {"id": "y", "name": "Y", "weight": 0.2}]);
    let appraisal = appraisal(
        &criteria,
        &["a", "b"],
        &json!({"a": {"x": 0.1, "y": 33.3}, "b": {"x": 1, "y": 2}}),
    );
    let back: Value = serde_json::from_str(&results_text(&appraisal)).unwrap();
    let own = totals(&appraisal);
    for (at, own) in own.iter().enumerate() {
        assert_eq!(
            back["options"][at]["value"].as_f64().unwrap().to_bits(),
            own.to_bits()
        );
    }
}

#[test]
fn what_has_no_total_says_why() {
    let criteria =
        json!([{"id": "x", "name": "X", "weight": 1}, {"id": "y", "name": "Y", "weight": 3}]);
    let scores = json!({"a": {"x": 40, "y": 20}, "b": {"x": 100}});
    let found = results(&appraisal(&criteria, &["a", "b"], &scores));
    assert_eq!(found["options"][1]["missing"], json!(["y"]));
    assert_eq!(found["options"][1]["range"], json!([25, 100]));
    assert_eq!(found["options"][1].get("value"), None);
    assert_eq!(found["options"][1].get("rank"), None);
    assert_eq!(found["could_overtake"], json!(["b"]));
    assert_eq!(found["verdict"]["kind"], "unsettled");
    assert_eq!(found["issues"][0]["code"].as_str(), Some("no-question"));

    let unweighted = json!([{"id": "x", "name": "X"}, {"id": "y", "name": "Y"}]);
    let found = results(&appraisal(&unweighted, &["a", "b"], &scores));
    assert_eq!(found["options"][0]["unweighted"], true);
    assert_eq!(found["weights"], json!({"x": null, "y": null}));
    assert_eq!(found["verdict"]["kind"], "no-totals");
    assert_eq!(found["weight_lines"], json!([]));
}

#[test]
fn weights_are_local_and_cumulative() {
    let found = results(&library::entry("office-location").unwrap().open().unwrap());
    let number = |of: &str, id: &str| found[of][id].as_f64().unwrap();
    close(number("local_weights", "closeness"), 0.4, 1e-15);
    close(number("weights", "closeness"), 100.0 / 310.0, 1e-15);
    close(number("branch_weights", "turnover"), 250.0 / 310.0, 1e-15);
    let sum: f64 = found["weights"]
        .as_object()
        .unwrap()
        .values()
        .map(|w| w.as_f64().unwrap())
        .sum();
    close(sum, 1.0, 1e-12);
    let shares: Vec<(&str, &str)> = found["weight_lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|l| {
            (
                l["criterion"].as_str().unwrap(),
                l["share"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(shares[0], ("turnover", "cumulative"));
    assert_eq!(shares[1], ("closeness", "local"));
    assert_eq!(shares.len(), 8);
}

#[test]
fn ties_and_narrow_leads_are_told_apart() {
    let criteria = json!([{"id": "x", "name": "X", "weight": 1}]);
    let kind = |a: f64, b: f64| {
        let found = results(&appraisal(
            &criteria,
            &["a", "b"],
            &json!({"a": {"x": a}, "b": {"x": b}}),
        ));
        found["verdict"]["kind"].as_str().unwrap().to_owned()
    };
    assert_eq!(kind(50.0, 50.0), "tie");
    assert_eq!(kind(50.0, 50.0 + 1e-10), "tie");
    assert_eq!(kind(50.0, 50.0 + 1e-8), "no-clear-winner");
    assert_eq!(kind(50.0, 51.9), "no-clear-winner");
    assert_eq!(kind(50.0, 52.0), "clear");
}
