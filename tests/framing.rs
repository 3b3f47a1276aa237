//! What stands around options and criteria: gateways, the short list, the seven checks, priorities.

use crate::support::*;
use serde_json::{Value, json};
use weighbridge_analysis::{Issue, Severity, analyse, failed_gateways, gate};
use weighbridge_edit::{Edit, List, Move};
use weighbridge_model::{Appraisal, Check, CheckAnswer, Dimension, Extra, GatewayId, PriorityId};
use weighbridge_report::{
    Subject, coverage_words, issue_words, seen_by_check, short_list, words::SUCCESS_FACTORS,
};

/// Two criteria, two options and what a test adds to the file.
fn with(more: &[(&str, Value)]) -> Appraisal {
    let mut file = json!({
        "format": "weighbridge", "version": 1, "title": "T", "question": "Which?",
        "options": [
            {"id": "a", "name": "A", "baseline": "business-as-usual"},
            {"id": "b", "name": "B"},
        ],
        "criteria": [
            {"id": "x", "name": "Pace", "weight": 1},
            {"id": "y", "name": "Reach", "weight": 1},
        ],
        "scores": {
            "a": {"x": {"value": 40, "reason": "r"}, "y": {"value": 0, "reason": "r"}},
            "b": {"x": {"value": 30, "reason": "r"}, "y": {"value": 9, "reason": "r"}},
        },
    });
    for (key, value) in more {
        file[*key] = value.clone();
    }
    open(&file)
}

/// The words of the issues with a code.
fn said(on: &Appraisal, code: &str) -> Vec<String> {
    let issues = analyse(on).issues;
    let found = issues.iter().filter(|i| i.code() == code);
    found.map(|i| issue_words(i, on)).collect()
}

#[track_caller]
fn done(on: &Appraisal, edit: &Edit) -> Appraisal {
    let mut next = on.clone();
    edit.apply(&mut next).unwrap();
    next
}

#[test]
fn a_level_decides_by_the_score_and_people_judge_the_rest() {
    let gateways = json!([
        {"id": "fast", "name": "Fast enough", "criterion": "x", "at_least": 40},
        {"id": "lawful", "name": "Lawful"},
    ]);
    // What somebody said does not count against the score.
    let options = json!([
        {"id": "a", "name": "A", "baseline": "business-as-usual"},
        {"id": "b", "name": "B", "gateways": {"fast": {"outcome": "pass"}, "lawful": {"outcome": "fail"}}},
    ]);
    let mut on = with(&[("gateways", gateways), ("options", options)]);
    let pass = |o: usize, g: usize| gate(&on, &on.options[o], &on.frame.gateways[g]).pass;
    assert_eq!([pass(0, 0), pass(1, 0)], [Some(true), Some(false)]);
    assert_eq!([pass(0, 1), pass(1, 1)], [None, Some(false)]);
    let failed: Vec<&str> = failed_gateways(&on, &on.options[1])
        .map(|g| g.name.as_str())
        .collect();
    assert_eq!(failed, ["Fast enough", "Lawful"]);
    assert_eq!(
        said(&on, "fails-gateway"),
        [
            "“B” fails the gateway “Fast enough”. Rule it out, or change the gateway or the judgement.",
            "“B” fails the gateway “Lawful”. Rule it out, or change the gateway or the judgement.",
        ]
    );
    assert_eq!(
        said(&on, "gateway-not-judged"),
        ["The gateway “Lawful” is not judged yet for “A”. Judge it on the page Options."]
    );
    assert_eq!(results(&on)["issues"][0]["gateway"], json!("fast"));
    assert_eq!(results(&on)["issues"][0]["severity"], json!("attention"));
    // Ruled out, it is nobody's concern.
    on.options_mut()[1].status = weighbridge_model::OptionStatus::RuledOut(Default::default());
    assert_eq!(said(&on, "fails-gateway"), [""; 0]);
}

#[test]
fn a_check_answered_with_no_is_a_note() {
    let on = with(&[("checks", json!([{"check": "size", "answer": "no"}]))]);
    assert_eq!(
        said(&on, "check-answered-no"),
        [
            "The check of the criteria on “Size” was answered with no. Change the criteria, or note why they stand."
        ]
    );
    let noted = weighbridge_edit::FrameEdit::Check(CheckAnswer {
        check: Check::Size,
        yes: Some(false),
        note: "Two will do".to_owned(),
        extra: Extra::default(),
    });
    let noted = done(&on, &Edit::Frame(noted));
    assert_eq!(
        said(&noted, "check-answered-no"),
        ["The check of the criteria on “Size” was answered with no, with a note: Two will do."]
    );
    let issue = Issue::CheckAnsweredNo { check: Check::Size };
    assert_eq!(issue.severity(), Severity::Note);
    assert_eq!(results(&on)["issues"][0]["check"], json!("size"));
}

#[test]
fn gaps_between_criteria_and_priorities_are_said_both_ways() {
    let priorities = json!([{"id": "p", "name": "Best start"}, {"id": "q", "name": "Safe homes"}]);
    let on = with(&[("priorities", priorities.clone())]);
    assert_eq!(
        coverage_words(&on),
        [
            "No criterion serves “Best start” and “Safe homes”.",
            "“Pace” and “Reach” serve no priority.",
        ]
    );
    let (x, p) = (criterion("x"), PriorityId::new("p").unwrap());
    let on = done(&on, &Edit::serve(&x, &p, true));
    assert_eq!(
        coverage_words(&on),
        [
            "No criterion serves “Safe homes”.",
            "“Reach” serves no priority."
        ]
    );
    assert_eq!(
        said(&on, "priority-without-criterion"),
        ["No criterion serves the priority “Safe homes”. Link the criteria that do, or add one."]
    );
    let none = done(&on, &Edit::serve(&x, &p, false));
    assert_eq!(said(&none, "priority-without-criterion").len(), 2);

    // What a group serves, its criteria serve.
    let group = json!([{"id": "g", "name": "G", "weight": 1, "priorities": ["p", "q"], "criteria": [
        {"id": "x", "name": "X", "weight": 1}, {"id": "y", "name": "Y", "weight": 1}]}]);
    let on = with(&[("criteria", group), ("priorities", priorities.clone())]);
    assert_eq!(coverage_words(&on), [""; 0]);
    let empty = with(&[
        ("criteria", json!([])),
        ("scores", json!({})),
        ("priorities", priorities),
    ]);
    assert_eq!(
        coverage_words(&empty),
        [""; 0],
        "there is something else to do first"
    );
    assert_eq!(said(&empty, "priority-without-criterion"), [""; 0]);
}

fn listed(on: &Appraisal) -> [weighbridge_report::Listed; 4] {
    let analysis = analyse(on);
    short_list(Subject::new(on, &analysis))
}

#[test]
fn the_short_list_says_what_is_missing() {
    let on = with(&[]);
    let list = listed(&on).map(|l| (l.there, l.words));
    let missing = |words: &str| (false, words.to_owned());
    assert_eq!(
        list,
        [
            (true, "“A”".to_owned()),
            missing("Missing: add what meets only the core requirement."),
            missing("Missing: mark it once there is one."),
            (true, "“B”".to_owned()),
        ]
    );
    let birmingham = weighbridge_opening::library::entry("birmingham-2013")
        .unwrap()
        .open()
        .unwrap();
    let list = listed(&birmingham);
    assert_eq!(list[1].words, "Missing: “Do nothing” is ruled out.");
    assert_eq!(list[2].words, "“Integrated transformation”");
}

#[test]
fn an_option_that_fails_a_gateway_is_not_viable_and_leads_with_that_said() {
    let gateways = json!([{"id": "lawful", "name": "Lawful"}]);
    let options = |outcome: &str| {
        json!([
            {"id": "a", "name": "A", "gateways": {"lawful": {"outcome": outcome}}},
            {"id": "b", "name": "B", "standing": "preferred"},
        ])
    };
    let scores = json!({"a": {"x": 90, "y": 90}, "b": {"x": 10, "y": 9}});
    let on = |outcome: &str| {
        with(&[
            ("gateways", gateways.clone()),
            ("options", options(outcome)),
            ("scores", scores.clone()),
        ])
    };
    let says = |on: &Appraisal| {
        let analysis = analyse(on);
        weighbridge_report::headline(Subject::new(on, &analysis))
    };
    let (passes, fails) = (on("pass"), on("fail"));
    assert!(listed(&passes)[3].there);
    assert!(!listed(&fails)[3].there, "A is the only other one");
    assert!(says(&passes).starts_with("A leads by"));
    let words = says(&fails);
    assert!(
        words.ends_with(", but fails the gateway “Lawful”"),
        "{words}"
    );
}

#[test]
fn the_tool_says_what_it_sees_beside_a_check_and_answers_none() {
    let sees = |on: &Appraisal, check: Check| {
        let analysis = analyse(on);
        seen_by_check(check, Subject::new(on, &analysis))
    };
    let on = with(&[]);
    assert_eq!(
        sees(&on, Check::Size),
        ["There are two criteria that are scored."]
    );
    for check in Check::ALL {
        assert!(
            check == Check::Size || sees(&on, check).is_empty(),
            "{check:?}"
        );
    }
    let many: Vec<Value> = (0..9)
        .map(|n| json!({"id": format!("c{n}"), "name": format!("C{n}"), "weight": 1}))
        .collect();
    let on = with(&[("criteria", json!(many)), ("scores", json!({}))]);
    assert_eq!(
        sees(&on, Check::Size),
        [
            "There are nine criteria that are scored.",
            "9 stand at the top without a group."
        ]
    );

    let share = |unit: &str| json!({"kind": "measure", "direction": "higher", "unit": unit, "fixed": [0, 100]});
    let criteria = json!([
        {"id": "x", "name": "Filled", "weight": 1, "scale": share("%")},
        {"id": "y", "name": "Kept", "weight": 1, "scale": share("per cent of posts")},
        {"id": "z", "name": "Same", "weight": 1},
    ]);
    let scores = json!({
        "a": {"x": 10, "y": {"absent": "cannot-judge"}, "z": 5},
        "b": {"x": 20, "y": 30, "z": 5},
    });
    let on = with(&[("criteria", criteria), ("scores", scores)]);
    assert_eq!(
        sees(&on, Check::Operationality),
        [
            "Some option could not be judged on “Kept”.",
            "“Filled” is measured in per cent without a base: say of what.",
        ]
    );
    assert_eq!(
        sees(&on, Check::Redundancy),
        ["All options score the same on “Same”."]
    );

    let twins = appraisal(
        &json!([{"id": "x", "name": "X", "weight": 2}, {"id": "y", "name": "Y", "weight": 1}]),
        &["a", "b", "c"],
        &json!({"a": {"x": 1, "y": 1}, "b": {"x": 2, "y": 2}, "c": {"x": 3, "y": 3}}),
    );
    assert_eq!(
        sees(&twins, Check::DoubleCounting),
        ["“X” and “Y” have the same values for every option."]
    );
}

#[test]
fn lists_grow_move_and_shrink() {
    let on = with(&[]);
    let five = done(&on, &Edit::add_gateways(&on, &SUCCESS_FACTORS));
    let names: Vec<&str> = five
        .frame
        .gateways
        .iter()
        .map(|g| g.name.as_str())
        .collect();
    assert_eq!(names, SUCCESS_FACTORS.map(|(name, _)| name));
    assert_eq!(
        five.frame.gateways[0].id,
        GatewayId::new("strategic-fit").unwrap()
    );
    let again = done(&five, &Edit::add_gateways(&five, &SUCCESS_FACTORS));
    assert_eq!(
        again.frame.gateways.len(),
        5,
        "those that are there are not added twice"
    );
    let own = done(&five, &Edit::add_gateway(&five, " Lawful "));
    assert_eq!(own.frame.gateways[5].name, "Lawful");
    let moved = done(&own, &List::Gateways.shift(&own, 5, Move::Up).unwrap());
    assert_eq!(moved.frame.gateways[4].name, "Lawful");
    assert_eq!(
        done(&own, &List::Gateways.shift(&own, 5, Move::Down).unwrap()),
        own
    );
    assert_eq!(
        done(&own, &List::Gateways.shift(&own, 0, Move::Up).unwrap()),
        own
    );
    assert_eq!(done(&own, &List::Gateways.remove(&own, 5).unwrap()), five);

    // A possibility moves among those of its own choice.
    let mut on = on;
    for (dimension, name) in [
        (Dimension::Scope, "City"),
        (Dimension::Funding, "Grant"),
        (Dimension::Scope, "County"),
    ] {
        on = done(&on, &Edit::add_choice(dimension, name));
    }
    let names = |on: &Appraisal| -> Vec<String> {
        on.frame.framework.iter().map(|c| c.name.clone()).collect()
    };
    let moved = done(&on, &List::Framework.shift(&on, 2, Move::Up).unwrap());
    assert_eq!(names(&moved), ["County", "Grant", "City"]);
    assert_eq!(
        done(&on, &List::Framework.shift(&on, 1, Move::Down).unwrap()),
        on
    );
    assert_eq!(
        names(&done(&on, &List::Framework.remove(&on, 1).unwrap())),
        ["City", "County"]
    );

    let one = done(&on, &Edit::add_priority(&on, "Best start"));
    let mut two = one.clone();
    two.frame_mut().priorities[0].source = "The plan".to_owned();
    let two = done(&two, &Edit::add_priority(&two, "Best start"));
    assert_eq!(
        two.frame.priorities[1].source, "The plan",
        "the same plan goes on"
    );
    assert_eq!(
        two.frame.priorities[1].id,
        PriorityId::new("best-start-2").unwrap()
    );
    let beside = done(&on, &Edit::add_overarching("Equality"));
    assert_eq!(beside.frame.overarching[0].name, "Equality");
    assert_eq!(
        done(&beside, &List::Overarching.remove(&beside, 0).unwrap()),
        on
    );
    assert!(Edit::add_gateway(&on, "  ").is_allowed(&on).is_err());
}
