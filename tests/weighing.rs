//! Weights from what was said of a branch, and what makes weights hard to defend.

use crate::support::*;
use serde_json::{Value, json};
use weighbridge_analysis::{DerivedWeights, Issue, analyse, weigh};
use weighbridge_edit::{CriteriaEdit, Edit, History, ScoresEdit};
use weighbridge_model::{Appraisal, Criterion, CriterionId, RawWeight, Weighting, WeightingMethod};
use weighbridge_report::{Subject, issue_words, words::edit_label};

fn id(text: &str) -> CriterionId {
    CriterionId::new(text).unwrap()
}

fn branch() -> Vec<Criterion> {
    ["a", "b", "c"].map(|c| Criterion::new(id(c), c)).to_vec()
}

/// What follows from a weighting written as in a file.
#[track_caller]
fn follows(weighting: &Value, method: WeightingMethod) -> DerivedWeights {
    let on = with(weighting);
    of_top(&on, method)
}

/// What follows for the criteria at the top.
fn of_top(on: &Appraisal, method: WeightingMethod) -> DerivedWeights {
    let weights = &on.agreed().weights;
    weigh(weights.weighting(None), &on.criteria, weights, method)
}

/// Three criteria with equal points, three options, and something said of the weights.
fn with(weighting: &Value) -> Appraisal {
    let criteria = ["a", "b", "c"].map(|c| json!({"id": c, "name": c, "weight": 20}));
    let mut file = json!({
        "format": "weighbridge", "version": 1, "title": "T",
        "options": [{"id": "x", "name": "X"}, {"id": "y", "name": "Y"}, {"id": "z", "name": "Z"}],
        "criteria": criteria,
        "scores": {
            "x": {"a": 0, "b": 100, "c": 50}, "y": {"a": 100, "b": 0, "c": 60}, "z": {"a": 50, "b": 20, "c": 0},
        },
    });
    if !weighting.is_null() {
        file["weighting"] = weighting.clone();
    }
    open(&file)
}

#[track_caller]
fn assert_shares(weighed: &DerivedWeights, expected: [f64; 3]) {
    let shares = weighed.shares().unwrap_or_else(|| panic!("{weighed:?}"));
    for (got, want) in shares.iter().zip(expected) {
        assert!((got - want).abs() < 1e-9, "{shares:?}");
    }
}

#[test]
fn each_way_gives_its_weights() {
    assert_shares(
        &follows(&Value::Null, WeightingMethod::Direct),
        [1.0 / 3.0; 3],
    );
    let swing = json!({"swing": {"a": 100, "b": 60, "c": 40}});
    assert_shares(&follows(&swing, WeightingMethod::Swing), [0.5, 0.3, 0.2]);
    // Barron and Barrett 1996: 11/18, 5/18, 2/18.
    let rank = json!({"rank": {"a": 1, "b": 2, "c": 3}});
    let eighteenths = [11.0 / 18.0, 5.0 / 18.0, 2.0 / 18.0];
    assert_shares(&follows(&rank, WeightingMethod::Rank), eighteenths);
    let pairs = json!({"pairwise": [["a", "b", 2], ["b", "c", 3], ["a", "c", 6]]});
    assert_shares(&follows(&pairs, WeightingMethod::Pairwise), [0.6, 0.3, 0.1]);
    let best =
        json!({"best": "a", "worst": "c", "best_to": {"b": 2, "c": 6}, "to_worst": {"b": 3}});
    assert_shares(&follows(&best, WeightingMethod::BestWorst), [0.6, 0.3, 0.1]);
    // Steps of equal size down to nothing: 3, 2 and 1 of 6.
    let words = json!({"macbeth": {"order": ["a", "b", "c"], "differences": [["a", "b", 2], ["b", "c", 2], ["c", null, 2]]}});
    assert_shares(
        &follows(&words, WeightingMethod::Macbeth),
        [0.5, 1.0 / 3.0, 1.0 / 6.0],
    );
}

#[test]
fn what_is_missing_is_counted() {
    assert_eq!(
        follows(&Value::Null, WeightingMethod::Swing),
        DerivedWeights::Nothing
    );
    let swing = json!({"swing": {"a": 100}});
    assert_eq!(
        follows(&swing, WeightingMethod::Swing),
        DerivedWeights::Missing(2)
    );
    let rank = json!({"rank": {"a": 1, "c": 2}});
    assert_eq!(
        follows(&rank, WeightingMethod::Rank),
        DerivedWeights::Missing(1)
    );
    let pairs = json!({"pairwise": [["a", "b", 2]]});
    assert_eq!(
        follows(&pairs, WeightingMethod::Pairwise),
        DerivedWeights::Missing(1)
    );
    let best = json!({"best": "a", "worst": "c"});
    assert_eq!(
        follows(&best, WeightingMethod::BestWorst),
        DerivedWeights::Missing(3)
    );
    let words = json!({"macbeth": {"order": ["a", "b", "c"], "differences": [["a", "b", 2]]}});
    assert_eq!(
        follows(&words, WeightingMethod::Macbeth),
        DerivedWeights::Missing(2)
    );
}

#[test]
fn contradictions_give_no_weights() {
    let none = json!({"swing": {"a": 0, "b": 0, "c": 0}});
    assert_eq!(
        follows(&none, WeightingMethod::Swing),
        DerivedWeights::Contradictory
    );
    let words = json!({"macbeth": {"order": ["a", "b", "c"], "differences":
        [["a", "b", 4], ["b", "c", 2], ["a", "c", 3], ["c", null, 2]]}});
    assert_eq!(
        follows(&words, WeightingMethod::Macbeth),
        DerivedWeights::Contradictory
    );
    let same = json!({"best": "a", "worst": "a"});
    assert_eq!(
        follows(&same, WeightingMethod::BestWorst),
        DerivedWeights::Contradictory
    );
}

#[test]
fn points_are_set_aside_and_come_back() {
    let mut history = History::new(with(&Value::Null).into());
    let weighting = Weighting {
        method: WeightingMethod::Swing,
        direct: branch()
            .into_iter()
            .map(|c| (c.id, RawWeight::new(20.0).unwrap()))
            .collect(),
        ..Weighting::default()
    };
    let weights = vec![(id("a"), RawWeight::new(100.0))];
    let edit = Edit::derive(
        history.present(),
        None,
        WeightingMethod::Swing,
        &weighting,
        weights,
    );
    assert_eq!(
        edit_label(&edit, history.present()),
        "Swing weighting for the criteria"
    );
    history
        .apply(&edit, weighbridge_edit::Gesture::Done)
        .unwrap();
    let on = history.present().clone();
    let weights = &on.agreed().weights;
    assert_eq!(weights.raw(&id("a")), RawWeight::new(100.0));
    assert_eq!(
        weights.raw(&id("b")),
        RawWeight::new(20.0),
        "not named, so not touched"
    );
    assert_shares(&of_top(&on, WeightingMethod::Direct), [1.0 / 3.0; 3]);
    // A weight given directly takes over.
    let points = Edit::weight(&id("b"), RawWeight::new(7.0));
    history
        .apply(&points, weighbridge_edit::Gesture::Done)
        .unwrap();
    assert_eq!(
        history.present().agreed().weights.weighting(None).method,
        WeightingMethod::Direct
    );
    assert!(
        history
            .present()
            .agreed()
            .weights
            .weighting(None)
            .direct
            .is_empty()
    );
}

#[test]
fn points_set_aside_are_those_that_a_new_one_joins() {
    let weighting = json!({"method": "swing", "swing": {"a": 100, "b": 60, "c": 40}, "direct": {"a": 20, "b": 30}});
    let mut on = with(&weighting);
    assert!(on.agreed().weights.weighting(None).points_aside());
    assert_eq!(
        of_top(&on, WeightingMethod::Direct),
        DerivedWeights::Missing(1),
        "one had no points"
    );
    Edit::points(&id("b"), RawWeight::new(50.0))
        .apply(&mut on)
        .unwrap();
    let weights: Vec<_> = on
        .criteria
        .iter()
        .map(|c| on.agreed().weights.raw(&c.id).map(|w| w.get()))
        .collect();
    assert_eq!(
        weights,
        [Some(20.0), Some(50.0), None],
        "no share of the swings among the points"
    );
    assert_eq!(
        on.agreed().weights.weighting(None).method,
        WeightingMethod::Direct
    );
    // Where nothing was set aside, nothing was said by points.
    let on = with(&json!({"method": "swing", "swing": {"a": 100, "b": 60, "c": 40}}));
    assert_eq!(
        of_top(&on, WeightingMethod::Direct),
        DerivedWeights::Nothing
    );
}

#[test]
fn weights_that_no_longer_follow_are_told() {
    let code = "weights-from-before";
    let told = |weighting: &Value| said(&with(weighting), code);
    let whole = json!({"method": "swing", "swing": {"a": 100, "b": 60, "c": 40}});
    assert_eq!(told(&whole), None);
    let gap = json!({"method": "swing", "swing": {"a": 100, "b": 60}});
    let words = told(&gap).unwrap();
    assert!(
        words.contains(
            "Swing weighting cannot give new ones yet, because it needs one more answer: c"
        ),
        "{words}"
    );
    let order = json!(["a", "b", "c"]);
    let steps = |more: Value| {
        let mut differences = vec![
            json!(["a", "b", 4]),
            json!(["b", "c", 2]),
            json!(["c", null, 2]),
        ];
        differences.extend(more.as_array().unwrap().iter().cloned());
        json!({"method": "macbeth", "macbeth": {"order": order, "differences": differences}})
    };
    assert_eq!(told(&steps(json!([]))), None);
    let words = told(&steps(json!([["a", "c", 3]]))).unwrap();
    assert!(
        words.contains("because the answers contradict each other"),
        "{words}"
    );
    let same = json!({"method": "best-worst", "best": "a", "worst": "a"});
    let words = told(&same).unwrap();
    assert!(words.contains("cannot be the same criterion"), "{words}");
    assert_eq!(told(&Value::Null), None, "points are what they are");
}

#[test]
fn a_change_that_leaves_weights_behind_says_so() {
    let before = with(
        &json!({"method": "swing", "swing": {"a": 100, "b": 60, "c": 40},
        "swing_seen": {"a": ["", ""], "b": ["", ""], "c": ["", ""]}}),
    );
    let consequence = |edit: &dyn Fn(&mut Appraisal)| {
        let mut after = before.clone();
        edit(&mut after);
        let (then, now) = (analyse(&before), analyse(&after));
        let (before, after) = (Subject::new(&before, &then), Subject::new(&after, &now));
        weighbridge_report::consequence("You did", before, after)
    };
    let words = consequence(&|on| {
        let weights = &mut on.agreed_mut().weights;
        weights.change_weighting(None, |said| {
            said.swing.remove(&id("c"));
        });
    });
    assert!(
        words.ends_with("so the earlier ones are still in use."),
        "{words}"
    );
    // Scored against each other, 0 and 100 are options of the day: the swing has to be confirmed.
    let words = consequence(&|on| {
        let option = |id: &str| weighbridge_model::OptionId::new(id).unwrap();
        let value = |x: f64| weighbridge_model::Finite::new(x).unwrap();
        let edit = Edit::Scores(ScoresEdit::Relative {
            criterion: id("b"),
            values: vec![(option("x"), value(100.0)), (option("z"), value(20.0))],
            ends: ["As Y".to_owned(), "As X".to_owned()],
        });
        edit.apply(on).unwrap();
        assert_eq!(on.criteria[1].anchor(0.0), "As Y");
        assert_eq!(on.criteria[1].anchor(100.0), "As X");
    });
    assert!(
        words.ends_with("before these ends were said: confirm them on Weights."),
        "{words}"
    );
}

#[test]
fn a_criterion_that_goes_is_forgotten_everywhere() {
    let mut on = with(&json!({
        "method": "swing", "swing": {"a": 100, "b": 60, "c": 40}, "rank": {"a": 1, "b": 2, "c": 3},
        "swing_seen": {"a": ["0", "1"]}, "pairwise": [["a", "b", 2]], "best": "a", "best_to": {"a": 1},
        "macbeth": {"order": ["a", "b"], "differences": [["a", "b", 2]]},
    }));
    Edit::Criteria(CriteriaEdit::Remove(id("a")))
        .apply(&mut on)
        .unwrap();
    let saved = weighbridge_file::save(&on);
    assert!(!saved.contains("\"a\""), "{saved}");
    assert!(weighbridge_file::open(saved.as_bytes()).is_ok());
}

/// The words of the issue with a code; none when there is no such issue.
fn said(on: &Appraisal, code: &str) -> Option<String> {
    let issues = analyse(on).issues;
    let found: Option<&Issue> = issues.iter().find(|i| i.code() == code);
    found.map(|i| issue_words(i, on))
}

#[test]
fn swings_are_stale_once_a_scale_ends_elsewhere() {
    let code = "swing-weights-stale";
    let seen = json!({"a": ["", ""], "b": ["", ""], "c": ["", ""]});
    let mut on = with(&json!({"method": "swing", "swing_seen": seen}));
    assert_eq!(said(&on, code), None);
    let filled = |words: &str| {
        let at = weighbridge_model::Finite::new(100.0).unwrap();
        let anchor = weighbridge_edit::CriterionEdit::Anchor(at, words.to_owned());
        Edit::change_criterion(id("b"), anchor)
    };
    filled("Every post filled").apply(&mut on).unwrap();
    // Nobody had said what the end was: it is not another one.
    assert_eq!(said(&on, code), None);
    assert!(
        said(&on, "swing-ends-not-recorded")
            .unwrap()
            .starts_with("The ends of the scale of “b” were not recorded")
    );
    let seen = json!({"a": ["", ""], "b": ["", "Most posts filled"], "c": ["", ""]});
    let mut on = with(&json!({"method": "swing", "swing_seen": seen}));
    filled("Every post filled").apply(&mut on).unwrap();
    assert!(
        said(&on, code)
            .unwrap()
            .starts_with("The ends of the scale of “b” have changed")
    );
    // Nobody looked.
    let on = with(&json!({"method": "swing"}));
    assert_eq!(said(&on, code), None);
    assert!(
        said(&on, "swing-ends-not-recorded")
            .unwrap()
            .contains("“a”, “b” and “c”")
    );
    // Other ways do not speak of ends.
    assert_eq!(said(&with(&json!({"method": "rank"})), code), None);
}

#[test]
fn a_local_scale_moves_with_its_options() {
    let file = |best: i32| {
        open(&json!({
            "format": "weighbridge", "version": 1, "title": "T",
            "options": [{"id": "x", "name": "X"}, {"id": "y", "name": "Y"}],
            "criteria": [
                {"id": "a", "name": "A", "weight": 100, "scale": {"kind": "measure", "unit": "weeks", "direction": "lower"}},
                {"id": "b", "name": "B", "weight": 0},
            ],
            "weighting": {"method": "swing", "swing_seen": {"a": ["30 weeks", "10 weeks"]}},
            "scores": {"x": {"a": 30, "b": 1}, "y": {"a": best, "b": 2}},
        }))
    };
    assert_eq!(
        said(&file(10), "swing-weights-stale"),
        None,
        "and a weight of 0 needs no confirming"
    );
    assert!(
        said(&file(8), "swing-weights-stale")
            .unwrap()
            .contains("“A”")
    );
}

#[test]
fn flat_weights_are_pointed_out() {
    assert!(
        said(&with(&Value::Null), "flat-weights")
            .unwrap()
            .starts_with("All weights are equal.")
    );
    let mut on = with(&Value::Null);
    Edit::weight(&id("a"), RawWeight::new(21.0))
        .apply(&mut on)
        .unwrap();
    assert_eq!(said(&on, "flat-weights"), None);
}

#[test]
fn lopsided_branches_are_pointed_out() {
    let file = |weight: i32| {
        let parts = ["p", "q", "r"].map(|c| json!({"id": c, "name": c, "weight": 1}));
        open(&json!({
            "format": "weighbridge", "version": 1, "title": "T", "options": [],
            "criteria": [
                {"id": "many", "name": "Many", "weight": weight, "criteria": parts},
                {"id": "one", "name": "One", "weight": 40},
            ],
        }))
    };
    assert!(
        said(&file(60), "lopsided-branches")
            .unwrap()
            .contains("split into three criteria")
    );
    assert_eq!(said(&file(40), "lopsided-branches"), None);
}

#[test]
fn twins_and_costs_are_pointed_out() {
    let file = |y: i32, name: &str| {
        open(&json!({
            "format": "weighbridge", "version": 1, "title": "T",
            "options": [{"id": "x", "name": "X"}, {"id": "y", "name": "Y"}, {"id": "z", "name": "Z"}],
            "criteria": [{"id": "a", "name": "A", "weight": 1}, {"id": "b", "name": name, "weight": 2}],
            "scores": {"x": {"a": 10, "b": 10}, "y": {"a": 50, "b": y}, "z": {"a": 90, "b": 90}},
        }))
    };
    assert!(
        said(&file(50, "B"), "near-duplicates")
            .unwrap()
            .contains("“A” and “B”")
    );
    assert_eq!(said(&file(51, "B"), "near-duplicates"), None);
    assert!(said(&file(51, "Annual cost"), "cost-scored").is_some());
    assert_eq!(said(&file(51, "Costume"), "cost-scored"), None);
}

#[test]
fn weights_given_before_the_ends_were_said_are_told() {
    let unseen = |appraisal: &Appraisal| {
        let found = analyse(appraisal).issues.into_iter().find_map(|i| match i {
            Issue::RangesUnseen { criteria } => Some(criteria),
            _ => None,
        });
        found.map(|ids| ids.iter().map(ToString::to_string).collect::<Vec<_>>())
    };
    let criteria = json!([
        {"id": "said", "name": "Said", "weight": 1,
         "anchors": [{"value": 0, "words": "Nobody"}, {"value": 100, "words": "Everybody"}]},
        {"id": "half", "name": "Half", "weight": 1, "anchors": [{"value": 0, "words": "Nobody"}]},
        {"id": "light", "name": "Light", "weight": 0},
    ]);
    let mut appraisal = appraisal(&criteria, &["a", "b"], &json!({}));
    assert_eq!(unseen(&appraisal), Some(vec!["half".to_owned()]));
    appraisal.criteria_mut().remove(1);
    assert_eq!(
        unseen(&appraisal),
        None,
        "a criterion without weight may wait"
    );
}
