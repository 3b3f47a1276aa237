//! What one score or several changes of scores do, and scales that are plausibly wrong.

use crate::findings::Whole;
use crate::support::*;
use serde_json::{Value, json};
use weighbridge_analysis::Verdict;
use weighbridge_edit::Edit;
use weighbridge_file as file;
use weighbridge_model::{Appraisal, Entry, Finite, ScaleKind};
use weighbridge_report::{issue_words, robustness, scores_table, words::edit_label};

fn tried(name: &str) -> Whole {
    let path = format!(
        "{}/tests/tried/files/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    Whole::new(file::open(&std::fs::read(path).unwrap()).unwrap())
}

fn said(it: &Whole) -> String {
    let robust = robustness(it.on()).into_iter().map(|t| t.to_string());
    let all: Vec<String> = it.changes().into_iter().chain(robust).collect();
    all.join("\n")
}

fn issues(it: &Whole) -> Vec<(&'static str, String)> {
    let all = it.1.issues.iter();
    all.map(|i| (i.code(), issue_words(i, &it.0))).collect()
}

/// The row of a table of every score.
fn row_of(it: &Whole, option: &str, criterion: &str) -> Vec<String> {
    let rows = scores_table(it.on()).rows;
    let mut found = rows
        .into_iter()
        .filter(|r| r[0] == option && r[1] == criterion);
    found.next().unwrap()
}

#[test]
fn row_a04_a_threshold_of_a_score_has_the_digits_that_tell_it_from_now() {
    let it = tried("03-threshold-rounded-away");
    let said = said(&it);
    assert!(
        said.contains("Outsource would come first if Keep scored above 10,004,000 GBP on Cost (now 10,000,000 GBP)"),
        "{said}"
    );
    // With the end of the scale moving along they are level at 10,010,000 - 5,000 / 0.9 = 10,004,444.
    assert!(
        said.contains("as it is now, whose ends would move with the amount: entered, an amount above 10,004,500 GBP would cost Keep the first place"),
        "{said}"
    );
    assert!(row_of(&it, "Keep", "Cost")[6].contains("10,004,000"));
}

#[test]
fn row_a09_marks_out_of_five_on_a_scale_to_100_are_told() {
    let it = tried("04-marks-out-of-five");
    let found = issues(&it);
    let marks = found
        .iter()
        .find(|(code, _)| *code == "marks-on-values")
        .unwrap();
    assert!(marks.1.contains("look like marks out of 5"), "{}", marks.1);
    assert!(marks.1.contains("from 1 to 5"), "{}", marks.1);
    assert!(matches!(it.1.verdict, Verdict::NoClearWinner { .. }));
    for (scores, code) in [
        (json!({"a": {"x": 7.5}, "b": {"x": 10}}), true),
        (json!({"a": {"x": 0}, "b": {"x": 10}}), true),
        (json!({"a": {"x": 7.25}, "b": {"x": 10}}), false),
        (json!({"a": {"x": 5}, "b": {"x": 11}}), false),
        (json!({"a": {"x": 0}, "b": {"x": 0}}), false),
        (json!({"a": {"x": 5}}), false),
    ] {
        let x = json!([{"id": "x", "name": "x", "weight": 1}]);
        let it = Whole::new(appraisal(&x, &["a", "b"], &scores));
        let told = issues(&it).iter().any(|(c, _)| *c == "marks-on-values");
        assert_eq!(told, code, "{scores}");
    }
}

#[test]
fn row_a09_a_scale_that_is_almost_a_point_is_told() {
    let found = issues(&tried("03-threshold-rounded-away"));
    let narrow: Vec<_> = found
        .iter()
        .filter(|(code, _)| *code == "narrow-scale")
        .collect();
    assert_eq!(narrow.len(), 1, "{found:?}");
    assert!(
        narrow[0]
            .1
            .contains("only the difference between 10,000,000 GBP and 10,010,000 GBP"),
        "{}",
        narrow[0].1
    );
}

#[test]
fn row_a16_first_means_alone_and_level_is_said_to_be_level() {
    let it = tried("W03-first-after-changes-but-only-level");
    let said = said(&it);
    assert!(!said.contains("D would come first"), "{said}");
    // Its own scores bring it level; to be ahead those that are at the end too have to fall.
    assert!(said.contains("puts D first adds up to 100.2 points of value: D on x from 50 to 100, D on y from 50 to 100, A on x from 100 to 99.9 and B on x from 100 to 99.9."), "{said}");
}

#[test]
fn row_a18_no_score_beyond_the_end_of_a_scale_to_100() {
    let it = tried("W06-above-100-on-0-100-scale");
    let said = said(&it);
    assert!(
        said.contains("B would come first if it scored above 99.99 on x (now 60)"),
        "{said}"
    );
    assert!(!said.contains("above 100"), "{said}");
    let place = row_of(&it, "B", "x");
    assert_eq!(place[2..4], ["60.00", "99.99"]);
    assert_eq!(row_of(&it, "D", "x")[6], "Not possible (would need 110.00)");
}

#[test]
fn row_a18_only_the_points_of_a_scale_can_be_given() {
    let it = tried("W12-points-scale-ends-at-60");
    let said = said(&it);
    assert!(!said.contains("a value of 70 on x"), "{said}");
    assert!(
        said.contains("No single score of the runner-up, B, closes the gap"),
        "{said}"
    );
    assert_eq!(row_of(&it, "B", "x")[6], "Not possible (would need 70)");
    // The change of scores stays on the scale too.
    assert!(!said.contains("from a value of 0 to 70"), "{said}");
    assert!(
        said.contains("B on x from “low” (a value of 0) to “high” (60)"),
        "{said}"
    );
    // A point that does it is named.
    let mut file = json!({
        "format": "weighbridge", "version": 1, "title": "Points",
        "options": [{"id": "A", "name": "A"}, {"id": "B", "name": "B"}],
        "criteria": [
            {"id": "x", "name": "x", "weight": 1, "scale": {"kind": "points", "levels": [
                {"label": "poor"}, {"label": "fair"}, {"label": "good"}, {"label": "very good"}]}},
            {"id": "y", "name": "y", "weight": 1}],
        "scores": {"A": {"x": "fair", "y": 80}, "B": {"x": "poor", "y": 60}},
    });
    let words = |file: &Value| self::said(&Whole::new(open(file)));
    // Level at a value of 53.3, between fair and good.
    assert!(
        words(&file).contains("B would come first if it scored “good” or better on x (now “poor”)"),
        "{}",
        words(&file)
    );
    file["scores"]["B"]["y"] = json!(20);
    assert!(
        words(&file).contains("B would come first if it scored “very good” on x (now “poor”)"),
        "{}",
        words(&file)
    );
}

#[test]
fn row_a19_a_value_function_that_rises_and_falls_is_looked_into() {
    let it = tried("W08-peaked-value-function");
    let said = said(&it);
    assert!(
        said.contains("A would come first if it scored above 45.4 weeks and below 55 weeks, or above 93.9 weeks on x (now 40 weeks)"),
        "{said}"
    );
    // The range from 20 to 80 weeks holds the peak, at which A is first.
    let found = results(&it.0);
    let first = found["robustness"].to_string();
    assert!(!first.contains("\"never_first\":true"), "{first}");
    let problem = weighbridge_analysis::Problem::of(
        &it.0,
        &it.1,
        weighbridge_analysis::Assumption::AnyWeights,
    );
    let lead = problem.unwrap().best_lead(0).unwrap();
    close(lead, 90.0 - (90.0 - 5.0 * 50.0 / 30.0), 1e-6);
}

#[test]
fn row_a22_a_tiny_weight_does_not_make_much_of_what_rounding_leaves() {
    let it = tried("N04-tiny-weight-joint-scores");
    let found = results(&it.0);
    for joint in found["sensitivity"]["joint_scores"].as_array().unwrap() {
        for change in joint["changes"].as_array().unwrap() {
            assert_ne!(change["criterion"], "c2", "{joint}");
        }
    }
}

#[test]
fn row_a09_marks_are_read_as_marks_in_one_step() {
    let it = tried("04-marks-out-of-five");
    let ids: Vec<_> = it.0.leaves().iter().map(|leaf| leaf.id.clone()).collect();
    let mut then = it.0.clone();
    let edit = Edit::marks(&ids, 1, 5);
    assert_eq!(edit_label(&edit, &then), "Change scales of 3 criteria");
    edit.apply(&mut then).unwrap();
    let then = Whole::new(then);
    assert!(
        issues(&then)
            .iter()
            .all(|(code, _)| *code != "marks-on-values")
    );
    match &then.1.verdict {
        Verdict::Clear { leader, lead, .. } => {
            assert_eq!(then.1.options[*leader].id.as_str(), "option-a");
            close(*lead, 5.0, 1e-9);
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(
        then.0.agreed().scores,
        it.0.agreed().scores,
        "the marks stay as they are"
    );
}

#[test]
fn row_a09_a_score_keeps_its_value_on_the_way_to_values_from_0_to_100() {
    let scale = json!({"kind": "measure", "unit": "weeks", "direction": "lower", "fixed": [0, 40], "bends": [{"at": 10, "value": 50}]});
    let points = json!({"kind": "points", "levels": [{"label": "1"}, {"label": "2"}, {"label": "3"}, {"label": "4"}, {"label": "5"}]});
    let file = json!({
        "format": "weighbridge", "version": 1, "title": "Scales",
        "options": [{"id": "a", "name": "a"}, {"id": "b", "name": "b"}],
        "criteria": [
            {"id": "c0", "name": "c0", "weight": 1, "scale": scale},
            {"id": "c1", "name": "c1", "weight": 2, "scale": points}],
        "scores": {
            "a": {"c0": {"value": 10, "range": [5, 20], "reason": "because"}, "c1": "5"},
            "b": {"c0": 40, "c1": "2"}},
        "scenarios": [{"id": "s", "name": "s", "scores": {"a": {"c0": 0}}}],
    });
    let it = Whole::new(open(&file));
    let mut then = it.0.clone();
    for (leaf, id) in it.1.leaves.keys().zip(["c0", "c1"]) {
        let function = it.1.scales[leaf].function.clone();
        let value = |entry: &Entry| it.1.value_on(&it.0, leaf, entry);
        let span = |[a, b]: [Finite; 2]| Some(function.as_ref()?.span(a.get(), b.get()));
        Edit::to_values(&it.0, &criterion(id), value, span)
            .apply(&mut then)
            .unwrap();
    }
    let then = Whole::new(then);
    assert!(
        then.0
            .leaves()
            .iter()
            .all(|leaf| leaf.scale.kind == ScaleKind::Direct)
    );
    assert_eq!(then.1.values, it.1.values);
    let score = then
        .0
        .agreed()
        .scores
        .get(&option("a"), &criterion("c0"))
        .unwrap();
    assert_eq!(score.reason, "because");
    assert_eq!(
        score.range.map(|r| r.map(Finite::get)),
        Some([100.0 / 3.0, 75.0])
    );
    let entry = |on: &Appraisal| {
        on.judgements.scenarios[0]
            .voice
            .scores
            .get(&option("a"), &criterion("c0"))
            .unwrap()
            .entry
            .clone()
    };
    assert_eq!(entry(&then.0), Entry::Number(Finite::new(100.0).unwrap()));
    let five = then
        .0
        .agreed()
        .scores
        .get(&option("a"), &criterion("c1"))
        .unwrap()
        .entry
        .clone();
    assert_eq!(
        five,
        Entry::Number(Finite::new(100.0).unwrap()),
        "5 of 1 to 5 is not 5 of 100"
    );
}
