//! Judgements in a file: weights that follow from them, weights that do not, and how well they agree.

use crate::support::{all_close, close, results};
use serde_json::{Value, json};
use weighbridge_analysis::analyse;
use weighbridge_file as file;
use weighbridge_model::Appraisal;
use weighbridge_opening as opening;
use weighbridge_report::problems_text;

/// An appraisal as the command line opens it.
fn open(file: &Value) -> Appraisal {
    opening::open(file.to_string().as_bytes()).unwrap()
}

macro_rules! tried {
    ($name:literal) => {
        opening::open(include_bytes!(concat!("files/", $name, ".json"))).unwrap()
    };
}

/// What `weigh check --json` lists, as code and text.
fn problems(on: &Appraisal) -> Vec<(String, String)> {
    let text = problems_text(&analyse(on).issues, on);
    let read: Value = serde_json::from_str(&text).unwrap();
    let word = |p: &Value, key: &str| p[key].as_str().unwrap().to_owned();
    let all = read["problems"].as_array().unwrap().iter();
    all.map(|p| (word(p, "code"), word(p, "text"))).collect()
}

fn problem(on: &Appraisal, code: &str) -> Option<String> {
    let found = problems(on).into_iter().find(|(own, _)| own == code);
    found.map(|(_, text)| text)
}

/// What `weigh results` says of the judgements in use of a branch.
fn judged(on: &Appraisal, branch: &Value) -> Value {
    let results = results(on);
    let all = results["judgements"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    let mut own = all
        .into_iter()
        .filter(|j| j["branch"] == *branch && j["in_use"] == true);
    own.next().expect("the judgements of the branch are told")
}

/// Two options and criteria `a`, `b` and so on without weights, with what was said of them.
fn without_weights(n: usize, weighting: &Value) -> Appraisal {
    let ids: Vec<String> = ('a'..='z').take(n).map(String::from).collect();
    let criteria: Vec<Value> = ids
        .iter()
        .map(|c| json!({"id": c, "name": c.to_uppercase()}))
        .collect();
    let row = |x: usize| -> Value {
        let cell =
            |(at, id): (usize, &String)| (id.clone(), json!(if at == 0 { x } else { 100 - x }));
        ids.iter().enumerate().map(cell).collect()
    };
    open(&json!({
        "format": "weighbridge", "version": 1, "title": "T",
        "options": [{"id": "x", "name": "X"}, {"id": "y", "name": "Y"}],
        "criteria": criteria, "weighting": weighting,
        "scores": {"x": row(90), "y": row(20)},
    }))
}

fn shares(judged: &Value) -> Vec<f64> {
    let weights = judged["weights"].as_object().unwrap();
    weights.values().map(|w| w.as_f64().unwrap()).collect()
}

#[test]
fn row_a08_weights_and_judgements_that_disagree_are_told() {
    for (on, counted, follow) in [
        (
            tried!("05-weights-not-from-judgements"),
            [0.1, 0.9],
            [100.0 / 120.0, 20.0 / 120.0],
        ),
        (
            tried!("N06-swing-answers-do-not-match-weights"),
            [0.1, 0.9],
            [100.0 / 150.0, 50.0 / 150.0],
        ),
    ] {
        let text = problem(&on, "weights-not-from-judgements").expect("the disagreement is told");
        for part in ["Swing weighting", "10%", "90%"] {
            assert!(text.contains(part), "{part} in {text}");
        }
        let results = results(&on);
        let local: Vec<f64> = results["local_weights"]
            .as_object()
            .unwrap()
            .values()
            .map(|w| w.as_f64().unwrap())
            .collect();
        all_close(&local, &counted, 1e-15);
        let own = judged(&on, &Value::Null);
        assert_eq!(own["same_as_weights"], false);
        all_close(&shares(&own), &follow, 1e-15);
    }
}

#[test]
fn row_a08_weights_that_follow_but_for_rounding_are_no_disagreement() {
    let mut on: Value =
        serde_json::from_str(include_str!("files/05-weights-not-from-judgements.json")).unwrap();
    on["criteria"][0]["weight"] = json!(83.333_333_4);
    on["criteria"][1]["weight"] = json!(16.666_666_6);
    assert_eq!(problem(&open(&on), "weights-not-from-judgements"), None);
    // A share that differs by more than a millionth of itself is another.
    on["criteria"][1]["weight"] = json!(16.6667);
    assert!(problem(&open(&on), "weights-not-from-judgements").is_some());
}

#[test]
fn row_a08_complete_judgements_without_weights_give_weights() {
    let on = tried!("06-judgements-without-weights");
    let found = results(&on);
    all_close(
        &[
            found["local_weights"]["c1"].as_f64().unwrap(),
            found["local_weights"]["c2"].as_f64().unwrap(),
        ],
        &[0.75, 0.25],
        1e-12,
    );
    assert_eq!(found["verdict"]["leaders"], json!(["a"]));
    let own = judged(&on, &Value::Null);
    assert_eq!(
        (&own["method"], &own["same_as_weights"]),
        (&json!("pairwise"), &json!(true))
    );
    assert_eq!(own["consistency"]["verdict"], "fully");
    // What is saved has the weights, so that no reader has to derive them.
    let saved: Value = serde_json::from_str(&file::save(&on)).unwrap();
    close(saved["criteria"][0]["weight"].as_f64().unwrap(), 75.0, 1e-9);
}

#[test]
fn row_a08_each_method_gives_weights_by_file() {
    let centroid = [11.0 / 18.0, 5.0 / 18.0, 2.0 / 18.0];
    let steps = json!({"order": ["a", "b", "c"], "differences": [["a", "b", 2], ["b", "c", 2], ["c", null, 2]]});
    let rank = |formula: &str| json!({"method": "rank", "rank": {"a": 1, "b": 2, "c": 3}, "rank_formula": formula});
    let cases = [
        (
            json!({"method": "swing", "swing": {"a": 100, "b": 60, "c": 40}}),
            [0.5, 0.3, 0.2],
        ),
        (
            json!({"method": "rank", "rank": {"a": 1, "b": 2, "c": 3}}),
            centroid,
        ),
        (rank("sum"), [0.5, 1.0 / 3.0, 1.0 / 6.0]),
        (rank("reciprocal"), [6.0 / 11.0, 3.0 / 11.0, 2.0 / 11.0]),
        (
            json!({"method": "pairwise", "pairwise": [["a", "b", 2], ["b", "c", 3], ["a", "c", 6]]}),
            [0.6, 0.3, 0.1],
        ),
        (
            json!({"method": "best-worst", "best": "a", "worst": "c", "best_to": {"b": 2, "c": 6}, "to_worst": {"b": 3}}),
            [0.6, 0.3, 0.1],
        ),
        (
            json!({"method": "macbeth", "macbeth": steps}),
            [0.5, 1.0 / 3.0, 1.0 / 6.0],
        ),
    ];
    for (weighting, expected) in cases {
        let on = without_weights(3, &weighting);
        let own = judged(&on, &Value::Null);
        assert_eq!(own["method"], weighting["method"]);
        all_close(&shares(&own), &expected, 1e-9);
        let weights = results(&on)["weights"].clone();
        let counted: Vec<f64> = ["a", "b", "c"]
            .iter()
            .map(|id| weights[id].as_f64().unwrap())
            .collect();
        all_close(&counted, &expected, 1e-9);
        assert_eq!(problem(&on, "missing-weight"), None);
    }
}

/// A group within a group gives weights of its own; a branch whose judgements are not complete does not.
#[test]
fn row_a08_every_branch_by_itself() {
    let on = open(&json!({
        "format": "weighbridge", "version": 1, "title": "T",
        "options": [{"id": "x", "name": "X"}, {"id": "y", "name": "Y"}],
        "criteria": [
            {"id": "g", "name": "G", "criteria": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
             "weighting": {"method": "swing", "swing": {"a": 100, "b": 25}}},
            {"id": "h", "name": "H"},
        ],
        "weighting": {"method": "swing", "swing": {"g": 100}},
    }));
    let found = results(&on);
    close(found["local_weights"]["a"].as_f64().unwrap(), 0.8, 1e-15);
    assert_eq!(found["local_weights"]["g"], Value::Null);
    let text = problem(&on, "judgements-incomplete").expect("what is missing is told");
    assert!(text.contains("one") && text.contains("H"), "{text}");
}

#[test]
fn row_a10_as_many_answers_as_connect_the_islands() {
    let on = tried!("07-two-islands");
    let text = problem(&on, "judgements-incomplete").expect("what is missing is told");
    assert!(
        text.contains("one more answer") && !text.contains("two more"),
        "{text}"
    );
    for name in ["C1", "C2", "C3", "C4"] {
        assert!(text.contains(name), "{name} in {text}");
    }
    assert!(
        !text.contains("from before") && !text.contains("earlier"),
        "there are no weights: {text}"
    );
    let own = judged(&on, &Value::Null);
    assert_eq!(own["missing"], 1);
    assert_eq!(own["islands"], json!([["c1", "c2"], ["c3", "c4"]]));
    // Any one answer between the islands is enough.
    for (more, less) in [("c1", "c3"), ("c1", "c4"), ("c2", "c3"), ("c2", "c4")] {
        let mut file: Value =
            serde_json::from_str(include_str!("files/07-two-islands.json")).unwrap();
        let pairs = file["weighting"]["pairwise"].as_array_mut().unwrap();
        pairs.push(json!([more, less, 2]));
        assert_eq!(problem(&open(&file), "missing-weight"), None);
    }
}

/// On a scale without length no value can be said, and none is promised to change the leader; the amounts
/// that open the scale are.
#[test]
fn row_a10_no_values_where_a_scale_has_no_length() {
    let on = tried!("09-collapsed-scale");
    let found = results(&on);
    let flips = found["score_flips"].as_array().unwrap();
    assert!(
        !flips.is_empty()
            && flips
                .iter()
                .all(|f| f["criterion"] != "y" || (f["at"].is_null() && f["amount"].is_object())),
        "{flips:?}"
    );
    let sentences = found["findings"].to_string();
    assert!(!sentences.contains("a value of"), "{sentences}");
}

#[test]
fn row_a12_worse_than_chance_is_said_plainly() {
    // A ring: each three times as important as the next, and the last as the first, and stronger still.
    for times in [5, 9] {
        let pairs = json!([["a", "b", times], ["b", "c", times], ["c", "a", times]]);
        let on = without_weights(3, &json!({"method": "pairwise", "pairwise": pairs}));
        let own = judged(&on, &Value::Null);
        assert!(own["consistency"]["ratio"].as_f64().unwrap() > 1.0);
        assert_eq!(own["consistency"]["verdict"], "as-good-as-random");
        let text = problem(&on, "judgements-inconsistent").expect("it is told");
        assert!(
            text.contains("like answering at random")
                && text.contains("do not use these weights yet"),
            "{text}"
        );
    }
}

#[test]
fn row_a12_all_smallest_repairs_of_a_ring_are_told() {
    let pairs = json!([["a", "b", 3], ["b", "c", 3], ["c", "a", 3]]);
    let on = without_weights(3, &json!({"method": "pairwise", "pairwise": pairs}));
    let repairs = judged(&on, &Value::Null)["repairs"].clone();
    let changed: Vec<(&Value, &Value)> = repairs
        .as_array()
        .unwrap()
        .iter()
        .map(|r| (&r["more"], &r["less"]))
        .collect();
    let all = [("a", "b"), ("b", "c"), ("c", "a")].map(|(more, less)| (json!(more), json!(less)));
    assert_eq!(changed, all.iter().map(|(a, b)| (a, b)).collect::<Vec<_>>());
    for repair in repairs.as_array().unwrap() {
        close(repair["times"].as_f64().unwrap(), 1.0 / 9.0, 1e-15);
        close(repair["ratio"].as_f64().unwrap(), 0.0, 1e-9);
    }
}

#[test]
fn row_a12_no_verdict_where_none_is_published() {
    // Sixteen criteria compared in pairs: the table of random indices ends at fifteen.
    let ids: Vec<String> = ('a'..='p').map(String::from).collect();
    let mut pairs = Vec::new();
    for (at, more) in ids.iter().enumerate() {
        pairs.extend(
            ids[at + 1..]
                .iter()
                .map(|less| json!([more, less, if at == 0 { 2 } else { 1 }])),
        );
    }
    let on = without_weights(16, &json!({"method": "pairwise", "pairwise": pairs}));
    let own = judged(&on, &Value::Null);
    assert_eq!(own["consistency"]["ratio"], Value::Null);
    assert_eq!(own["consistency"]["verdict"], Value::Null);
    assert!(
        own["text"].as_str().unwrap().contains("no published"),
        "{own}"
    );
    // Ten criteria by Best-Worst: the table of thresholds ends at nine.
    let to = |n: usize, x: i64| {
        ids[1..n - 1]
            .iter()
            .map(|id| (id.clone(), json!(x)))
            .collect::<Value>()
    };
    let mut best_to = to(10, 3);
    best_to["j"] = json!(8);
    let on = without_weights(
        10,
        &json!({"method": "best-worst", "best": "a", "worst": "j", "best_to": best_to, "to_worst": to(10, 3)}),
    );
    let own = judged(&on, &Value::Null);
    assert!(own["consistency"]["ratio"].as_f64().unwrap() > 0.0);
    assert_eq!(own["consistency"]["verdict"], Value::Null);
    assert!(
        own["text"].as_str().unwrap().contains("no published"),
        "{own}"
    );
}
