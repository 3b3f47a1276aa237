//! What is wrong in a file: all of it is told together, each with its place and nothing twice.

use crate::files::{FULL, MINIMAL, error, invalid, value, with};
use serde_json::{Value, json};
use weighbridge_file::{MAX_PROBLEMS, OpenError};
use weighbridge_report::words::{Sentence, open_hint, open_summary, problem};

/// A value of the wrong kind is named by the thing it belongs to.
#[test]
fn a_wrong_value_is_named_by_its_place() {
    let full = |place: &str, put: Value| {
        let mut file = value(FULL);
        *file.pointer_mut(place).unwrap() = put;
        file.to_string()
    };
    let cases = [
        (
            "/title",
            json!(5),
            "the appraisal",
            "title should be a text",
        ),
        (
            "/status",
            json!("done"),
            "the appraisal",
            "status should be one of “draft”, “final”, “illustrative”, not “done”",
        ),
        (
            "/margin",
            json!("2"),
            "the appraisal",
            "margin should be a number",
        ),
        (
            "/options",
            json!({}),
            "the appraisal",
            "options should be a list",
        ),
        ("/options/1", json!("A"), "option 2", "should be an object"),
        (
            "/options/0/short",
            json!(null),
            "option “keep”",
            "short should be a text",
        ),
        (
            "/figures/0/amount",
            json!("10m"),
            "figure “investment”",
            "amount should be a number",
        ),
        (
            "/sources/0/link",
            json!([]),
            "source “A report”",
            "link should be a text",
        ),
    ];
    for (at, put, place, what) in cases {
        invalid(&full(at, put), place, what);
    }
    invalid(
        &with(|f| f["criteria"][0]["weight"] = json!("32")),
        "criterion “closeness”",
        "weight should be a number",
    );
    let levels = json!({"kind": "points", "levels": [{"label": "1"}, {"label": 2}]});
    invalid(
        &with(|f| f["criteria"][0]["scale"] = levels),
        "criterion “closeness”, scale, level 2",
        "label should be a text",
    );
    invalid(
        &with(|f| f["scores"]["a"] = json!([100])),
        "scores of “a”",
        "should be an object",
    );
    invalid(
        &with(|f| f["scores"]["b"]["image"] = json!({"value": 5, "reason": 6})),
        "score of “b” on “image”",
        "reason should be a text",
    );
    invalid(
        &with(|f| {
            f.as_object_mut().unwrap().remove("title");
        }),
        "the appraisal",
        "title is missing",
    );
}

/// All that is wrong is told together, in the order of the file, each once and nothing that follows
/// from something else.
#[test]
fn everything_wrong_in_a_file_is_told_together() {
    let text = r#"{"format": "weighbridge", "version": 1, "title": 5, "margin": "2", "status": "done",
      "options": [
        {"id": "a", "name": "A", "short": null, "standing": "short-listed", "ruled_out": {}},
        {"id": "b"},
        {"id": "c", "name": "C", "gateways": {"ghost": {"outcome": "maybe"}}}],
      "criteria": [
        {"id": "image", "name": "Image", "weight": -1, "priorities": ["none"]},
        {"id": "group", "name": " ", "scale": {"kind": "points", "levels": [{"label": 1}, {}]}, "criteria": [
          {"id": "x", "name": "X", "date": 1, "weight_range": [2, 1], "anchors": [{"value": 0}, 7]}]}],
      "weighting": {"direct": {"image": "5", "group": -2, "x": 1}, "pairwise": [["image", "image", 1]],
        "macbeth": {"order": ["nobody", "image"], "differences": [["image", "group", 7]]}},
      "scores": {"a": {"image": [1], "group": 5, "y": 1}, "d": {"image": 1}, "c": 5},
      "scenarios": [{"id": "s", "name": "S", "weights": {"image": -1}, "scores": {"a": {"image": {"reason": 6}}}}],
      "robustness": {"seed": -1, "statements": [["image", "before", "x"]]},
      "new": {"twice": 1, "twice": 2}}"#;
    let error = error(text);
    let told: Vec<String> = error.problems().iter().map(problem).collect();
    let expected = [
        "the appraisal: title should be a text",
        "the appraisal: margin should be a number",
        "the appraisal: status should be one of “draft”, “final”, “illustrative”, not “done”",
        "option “a”: it has “ruled_out”, but its standing is not “ruled-out”",
        "option “a”: short should be a text",
        "option “b”: name is missing",
        "option “c”: there is no gateway “ghost”",
        "option “c”, gateway “ghost”: outcome should be one of “pass”, “fail”, not “maybe”",
        "criterion “image”: a weight cannot be negative (-1); use 0 or more",
        "criterion “image”: there is no priority “none”",
        "criterion “group”: it needs a name",
        "criterion “group”, scale, level 1: label should be a text",
        "criterion “group”, scale, level 2: label is missing",
        "criterion “x”: weight_range has to be two numbers in square brackets, the lower first",
        "criterion “x”, anchor 1: words is missing",
        "criterion “x”, anchor 2: it should be an object, in braces",
        "weighting: there is no criterion “x” in this group",
        "weighting: direct of “image” should be a number",
        "weighting: direct of “group” should be 0 or more",
        "weighting, comparison 1: a comparison is two different ids and how many times, above 0, in square brackets",
        "weighting, macbeth: there is no “nobody”",
        "weighting, macbeth, difference 1: a difference is two ids and a category from 0 to 6, in square brackets, each pair once",
        "score of “a” on “image”: a value should be a number, a label or null",
        "score of “a” on “group”: it is a group; score the criteria in it",
        "scores: there is no criterion “y”",
        "scores: there is no option “d”",
        "scores of “c”: it should be an object, in braces",
        "scenario “s”: a weight cannot be negative (-1); use 0 or more",
        "scenario “s”: score of “a” on “image”: reason should be a text",
        "robustness: seed should be a whole number from 0 to 4294967295",
        "robustness, statement 1: it should be a criterion, “before” or “equal”, and another of the same group; or a criterion, “at-least” or “at-most”, and a share from 0 to 1; in square brackets",
        "new: “twice” appears twice",
    ];
    assert_eq!(told, expected, "{told:#?}");
    assert!(
        error.sentence().starts_with(
            "32 things in the file cannot be: the appraisal: title should be a text; "
        )
    );
    assert!(open_hint(&error).contains("those places"));
}

/// What refers to a thing whose id cannot be read is not told on top of that, and neither is what a
/// value of the wrong kind would break.
#[test]
fn what_follows_from_something_wrong_is_not_told() {
    invalid(
        &with(|f| f["options"][1] = json!("B")),
        "option 2",
        "object",
    );
    invalid(&with(|f| f["options"] = json!({})), "the appraisal", "list");
    invalid(&with(|f| f["criteria"] = json!(5)), "the appraisal", "list");
    invalid(
        &with(|f| f["criteria"][0]["id"] = json!(5)),
        "criterion 1",
        "id should be a text",
    );
    let cell = json!({"value": 5, "absent": 7});
    invalid(
        &with(|f| f["scores"]["b"]["image"] = cell),
        "score of “b” on “image”",
        "absent",
    );
    let scale = json!({"kind": 1, "levels": [{"label": "1"}]});
    invalid(
        &with(|f| f["criteria"][0]["scale"] = scale),
        "scale",
        "kind should be a text",
    );
}

/// A file with more problems than anybody reads tells the first of them, and that there are more.
#[test]
fn no_more_problems_are_told_than_can_be_read() {
    let many: Value = (0..MAX_PROBLEMS + 5).map(|_| json!({"title": 1})).collect();
    let text = with(|f| f["sources"] = many);
    let OpenError::Invalid { problems, more } = error(&text) else {
        panic!("{}", error(&text).sentence());
    };
    assert_eq!((problems.len(), more), (MAX_PROBLEMS, true));
    assert_eq!(problem(&problems[99]), "source 100: title should be a text");
    assert!(open_summary(&error(&text)).starts_with("More than 100 things"));
    let twice = format!("{{{}\"a\": 1}}", "\"a\": 1, ".repeat(500_000));
    let text = MINIMAL.replacen("\"title\"", &format!("\"new\": {twice}, \"title\""), 1);
    assert!(matches!(
        error(&text),
        OpenError::Invalid { more: true, .. }
    ));
}
