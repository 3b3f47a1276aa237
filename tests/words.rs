//! Every issue has words that name what it is about and say what to do.

use crate::support::*;
use serde_json::{Value, json};
use weighbridge_analysis::{Issue, OffScale, Severity, analyse};
use weighbridge_model::Appraisal;
use weighbridge_report::issue_words;

/// The words of the issue with a code, in what follows from an appraisal.
#[track_caller]
fn said(appraisal: &Appraisal, code: &str) -> String {
    let issues = analyse(appraisal).issues;
    let found = issues.iter().find(|i| i.code() == code);
    let found = found.unwrap_or_else(|| panic!("no {code} among {issues:?}"));
    issue_words(found, appraisal)
}

fn two(criteria: &Value, scores: &Value) -> Appraisal {
    appraisal(criteria, &["a", "b"], scores)
}

#[test]
fn an_empty_appraisal_says_what_it_needs() {
    let empty = weighbridge_opening::library::BLANK.open().unwrap();
    assert_eq!(
        said(&empty, "no-options"),
        "There are no options. Add two or more."
    );
    assert_eq!(
        said(&empty, "no-criteria"),
        "There are no criteria. Add what tells a good choice from a bad one."
    );
    assert_eq!(
        said(&empty, "no-question"),
        "The question to be decided is not written down. Add it."
    );
    assert!(said(&empty, "no-baseline").starts_with("No option is marked"));
}

#[test]
fn ruled_out_options_are_not_taken_for_none() {
    let all_out = open(&json!({
        "format": "weighbridge", "version": 1, "title": "T",
        "options": [{"id": "a", "name": "A", "standing": "ruled-out"}],
    }));
    assert!(said(&all_out, "no-options").starts_with("Every option is ruled out."));
}

#[test]
fn one_option_has_nothing_to_compare_with() {
    let one = appraisal(
        &json!([{"id": "x", "name": "X", "weight": 1}]),
        &["a"],
        &json!({"a": {"x": 5}}),
    );
    assert!(said(&one, "one-option").contains("only one option"));
}

#[test]
fn weights_that_stop_the_result_are_named() {
    let criteria =
        json!([{"id": "x", "name": "Front line", "weight": 1}, {"id": "y", "name": "Pace"}]);
    let words = said(&two(&criteria, &json!({})), "missing-weight");
    assert_eq!(
        words,
        "“Pace” has no weight, so there are no totals. Give it one; 0 means that it does not count."
    );
    let zero =
        json!([{"id": "x", "name": "X", "weight": 0}, {"id": "y", "name": "Y", "weight": 0}]);
    assert!(said(&two(&zero, &json!({})), "all-weights-zero").starts_with("All weights are 0,"));
    let inside = json!([{"id": "g", "name": "Turnover", "weight": 1, "criteria": zero}]);
    assert!(
        said(&two(&inside, &json!({})), "all-weights-zero")
            .starts_with("All weights in “Turnover” are 0,")
    );
}

#[test]
fn scores_that_are_missing_or_off_the_scale_are_named() {
    let criteria = json!([
        {"id": "x", "name": "Front line", "weight": 1},
        {"id": "y", "name": "Pace", "weight": 1},
        {"id": "z", "name": "Wait", "weight": 1, "scale": {"kind": "measure", "direction": "lower", "fixed": [0, 10]}},
    ]);
    let scores = json!({
        "a": {"x": 120, "y": 50, "z": 12},
        "b": {"x": {"absent": "cannot-judge"}, "z": 1},
    });
    let appraisal = two(&criteria, &scores);
    assert_eq!(
        said(&appraisal, "score-not-on-scale"),
        "The score of “a” on “Front line” cannot be used: 120 is not from 0 to 100. Change the score or the scale."
    );
    assert_eq!(
        said(&appraisal, "missing-scores"),
        "“b” has no value on “Front line” and “Pace”, so it has no total. Score it there."
    );
    assert_eq!(
        said(&appraisal, "outside-scale"),
        "“a” lies outside the scale of “Wait”: its value is −20, below 0. It is counted as it is. Widen the scale if that is not meant."
    );
}

#[test]
fn what_does_not_apply_and_what_does_not_differ_is_said() {
    let criteria = json!([
        {"id": "x", "name": "Same", "weight": 1},
        {"id": "y", "name": "Partly", "weight": 1},
        {"id": "z", "name": "Never", "weight": 1},
    ]);
    let none = json!({"absent": "not-applicable"});
    let scores = json!({"a": {"x": 5, "y": none, "z": none}, "b": {"x": 5, "y": 1, "z": none}});
    let appraisal = two(&criteria, &scores);
    assert!(said(&appraisal, "same-for-all").contains("the same value on “Same”"));
    assert!(
        said(&appraisal, "not-applicable-to-some").starts_with("“Partly” does not apply to “a”")
    );
    assert!(said(&appraisal, "not-applicable-to-any").starts_with("“Never” applies to no option"));
}

#[test]
fn a_bend_outside_a_local_scale_is_said() {
    let scale =
        json!({"kind": "measure", "direction": "higher", "bends": [{"at": 50, "value": 10}]});
    let criteria = json!([{"id": "x", "name": "Wait", "weight": 1, "scale": scale}]);
    let words = said(
        &two(&criteria, &json!({"a": {"x": 1}, "b": {"x": 2}})),
        "bend-outside-scale",
    );
    assert!(words.contains("value function of “Wait”"), "{words}");
}

#[test]
fn reasons_are_counted() {
    let criteria = json!([{"id": "x", "name": "X", "weight": 1}]);
    let reason = |a: Value, b: Value| {
        said(
            &two(&criteria, &json!({"a": {"x": a}, "b": {"x": b}})),
            "scores-without-reason",
        )
    };
    let with = json!({"value": 1, "reason": "seen"});
    assert_eq!(
        reason(with, json!(2)),
        "1 of 2 scores has no reason. Say why it was given."
    );
    assert_eq!(
        reason(json!(1), json!(2)),
        "No score has a reason. Say why each was given."
    );
}

/// Every issue ends in a full stop, says something to do, and has a severity with a word for it.
#[test]
fn every_issue_is_a_sentence() {
    let on = two(&json!([{"id": "x", "name": "X", "weight": 1}]), &json!({}));
    let (o, c) = (option("a"), criterion("x"));
    let all = [
        Issue::NoQuestion,
        Issue::NoOptions,
        Issue::OneOption,
        Issue::NoCriteria,
        Issue::NoBaseline,
        Issue::MissingWeight {
            criterion: c.clone(),
        },
        Issue::AllWeightsZero { branch: None },
        Issue::MissingScores {
            option: o.clone(),
            criteria: vec![c.clone()],
        },
        Issue::Unusable {
            option: o.clone(),
            criterion: c.clone(),
            why: OffScale::NotANumber("x".to_owned()),
        },
        Issue::NotApplicableToAny {
            criterion: c.clone(),
        },
        Issue::NotApplicableToSome {
            criterion: c.clone(),
            options: vec![o.clone()],
        },
        Issue::SameForAll {
            criterion: c.clone(),
        },
        Issue::OutsideScale {
            option: o,
            criterion: c.clone(),
            value: 130.0,
        },
        Issue::BreakpointOutside { criterion: c },
        Issue::ScoresWithoutReason { count: 3, of: 7 },
        Issue::FailsGateway {
            option: option("a"),
            gateway: weighbridge_model::GatewayId::new("g").unwrap(),
        },
        Issue::GatewayNotJudged {
            gateway: weighbridge_model::GatewayId::new("g").unwrap(),
            options: vec![option("a")],
        },
        Issue::GatewayMisfit {
            gateway: weighbridge_model::GatewayId::new("g").unwrap(),
            why: weighbridge_analysis::Misfit::Unit,
        },
        Issue::SwingEndsNotRecorded {
            branch: None,
            criteria: vec![criterion("c")],
        },
        Issue::CheckAnsweredNo {
            check: weighbridge_model::Check::Size,
        },
        Issue::PriorityWithoutCriterion {
            priority: weighbridge_model::PriorityId::new("p").unwrap(),
        },
    ];
    for issue in all {
        let words = issue_words(&issue, &on);
        assert!(
            words.ends_with('.') && words.matches(['.', ';']).count() >= 2,
            "{words}"
        );
        assert!(!words.contains('"') && !words.contains('\''), "{words}");
    }
    assert!(Severity::Note < Severity::Attention && Severity::Attention < Severity::Blocks);
}

#[test]
fn a_name_in_another_direction_turns_only_itself() {
    let name = "\u{202e}Trust";
    let mut turned = weighbridge_opening::library::entry("birmingham-2013")
        .unwrap()
        .open()
        .unwrap();
    for option in turned.options_mut() {
        option.name = name.into();
        option.short = String::new();
    }
    let analysis = analyse(&turned);
    let on = weighbridge_report::Subject::new(&turned, &analysis);
    let isolated = format!("\u{2068}{name}\u{2069}");
    // All have the same name here, so each has a number, outside the isolate.
    assert!(weighbridge_report::headline(on).starts_with(&format!("{isolated} (5) leads by")));
    let said: String = weighbridge_report::all_findings(on)
        .iter()
        .map(ToString::to_string)
        .collect();
    let open = said.matches('\u{202e}').count();
    assert!(open > 3);
    assert_eq!(said.matches(&isolated).count(), open, "{said}");
}
