//! Gateways are decided in the criterion's own terms, by the option's own score and nothing else.

use crate::random::appraisal as any_appraisal;
use crate::support::*;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::rc::Rc;
use weighbridge_analysis::{Basis, Gate, Misfit, OpenGate, analyse, gate, misfit};
use weighbridge_edit::{
    CriterionEdit, Edit, GatewaysEdit, Gesture, History, OptionEdit, OptionsEdit,
};
use weighbridge_model::{
    Absence, Appraisal, Bound, Direction, Entry, Finite, GatewayId, GatewayResult, Mark, Measure,
    OptionStatus, Range, Required, RuledOut, ScaleKind,
};
use weighbridge_report::{Subject, gate_words, gates_open, gateway_level, issue_words};

fn pounds() -> Value {
    json!({"kind": "measure", "unit": "£", "direction": "lower"})
}

/// Three options, a cost in pounds on a scale that ends at them, and a quality.
fn priced(gateways: Value) -> Appraisal {
    open(&json!({
        "format": "weighbridge", "version": 1, "title": "T", "question": "Which?",
        "options": [{"id": "a", "name": "Cheap"}, {"id": "b", "name": "Middling"}, {"id": "c", "name": "Dear"}],
        "criteria": [
            {"id": "cost", "name": "Cost", "weight": 1, "scale": pounds()},
            {"id": "quality", "name": "Quality", "weight": 1, "scale": {"kind": "points", "levels": [
                {"label": "Poor"}, {"label": "Fair"}, {"label": "Good"}]}},
            {"id": "fit", "name": "Fit", "weight": 1},
        ],
        "scores": {
            "a": {"cost": 1_000_000, "quality": "Poor", "fit": 39.9},
            "b": {"cost": 2_600_000, "quality": "Good", "fit": 40},
            "c": {"cost": 2_700_000, "quality": "Fair", "fit": 90},
        },
        "gateways": gateways,
    }))
}

fn affordable() -> Value {
    json!([{"id": "affordable", "name": "Affordable", "criterion": "cost", "at_most": 2_600_000}])
}

fn verdicts(on: &Appraisal) -> Vec<Option<bool>> {
    on.options
        .iter()
        .map(|o| gate(on, o, &on.frame.gateways[0]).pass)
        .collect()
}

fn codes(on: &Appraisal, code: &str) -> Vec<String> {
    let issues = analyse(on).issues;
    let found = issues.iter().filter(|i| i.code() == code);
    found.map(|i| issue_words(i, on)).collect()
}

#[test]
fn row_a07_a_gateway_is_decided_in_pounds_and_ruling_out_the_cheapest_changes_none() {
    let failing = |on: &Appraisal| -> Vec<Value> {
        let results = results(on);
        let issues = results["issues"].as_array().unwrap().iter();
        let fails = issues.filter(|i| i["code"] == "fails-gateway");
        fails.map(|i| i["option"].clone()).collect()
    };
    let mut on = priced(affordable());
    assert_eq!(failing(&on), [json!("c")]);
    on.options_mut()[0].status = OptionStatus::RuledOut(RuledOut::default());
    assert_eq!(failing(&on), [json!("c")], "no cost has changed");
}

#[test]
fn a_level_is_said_either_way_round_in_an_amount_a_value_or_a_label() {
    let one = |level: Value| {
        let mut gateway = json!({"id": "g", "name": "G"});
        for (key, value) in level.as_object().unwrap() {
            gateway[key] = value.clone();
        }
        let on = priced(json!([gateway]));
        let saved = weighbridge_file::save(&on);
        assert_eq!(weighbridge_file::open(saved.as_bytes()).unwrap(), on);
        (
            gateway_level(&on.frame.gateways[0], &on).unwrap(),
            verdicts(&on),
        )
    };
    let [pass, fail] = [Some(true), Some(false)];
    let said = |words: &str, verdicts: [Option<bool>; 3]| (words.to_owned(), verdicts.to_vec());
    assert_eq!(
        one(json!({"criterion": "cost", "at_most": 2_600_000})),
        said("at most £2,600,000 on Cost", [pass, pass, fail])
    );
    assert_eq!(
        one(json!({"criterion": "cost", "at_least": 2_600_000, "unit": "£"})),
        said("at least £2,600,000 on Cost", [fail, pass, pass])
    );
    assert_eq!(
        one(json!({"criterion": "quality", "at_least": "fair"})),
        said("at least “fair” on Quality", [fail, pass, pass])
    );
    assert_eq!(
        one(json!({"criterion": "quality", "at_most": "Fair"})),
        said("at most “Fair” on Quality", [pass, fail, pass])
    );
    assert_eq!(
        one(json!({"criterion": "fit", "at_least": 40})),
        said("at least 40 of 100 on Fit", [fail, pass, pass])
    );
    assert_eq!(
        one(json!({"criterion": "fit", "at_most": 40, "of": 100})),
        said("at most 40 of 100 on Fit", [pass, pass, fail])
    );
}

#[test]
fn labels_that_fall_as_they_get_better_are_not_read_the_wrong_way_round() {
    let level = |label: &str, value: i32| json!({"label": label, "value": value});
    let scale =
        json!({"kind": "points", "levels": [level("1", 100), level("2", 60), level("3", 0)]});
    let mut on = appraisal(
        &json!([{"id": "risk", "name": "Risk", "weight": 1, "scale": scale}]),
        &["a", "b", "c"],
        &json!({"a": {"risk": 1}, "b": {"risk": 2}, "c": {"risk": 3}}),
    );
    let gateways = |bound| {
        let mut gateway = priced(affordable()).frame.gateways.clone();
        gateway[0].level = Some(Required {
            criterion: criterion("risk"),
            bound,
            mark: Mark::Label("2".to_owned()),
        });
        gateway
    };
    on.frame_mut().gateways = gateways(Bound::AtLeast);
    assert_eq!(verdicts(&on), [Some(true), Some(true), Some(false)]);
    assert_eq!(
        gateway_level(&on.frame.gateways[0], &on).unwrap(),
        "“2” or better on Risk"
    );
    on.frame_mut().gateways = gateways(Bound::AtMost);
    assert_eq!(verdicts(&on), [Some(false), Some(true), Some(true)]);
    assert_eq!(
        gateway_level(&on.frame.gateways[0], &on).unwrap(),
        "“2” or worse on Risk"
    );
}

#[test]
fn without_the_amount_an_option_is_not_judged_whatever_people_said_before() {
    for absence in [
        Absence::Missing,
        Absence::CannotJudge,
        Absence::NotApplicable,
    ] {
        let mut on = priced(affordable());
        let edit = Edit::score(&option("b"), &criterion("cost"), Entry::Absent(absence));
        edit.apply(&mut on).unwrap();
        let passes = GatewayResult {
            pass: Some(true),
            ..GatewayResult::default()
        };
        let id = GatewayId::new("affordable").unwrap();
        let said = OptionEdit::GatewayResult(id.clone(), Some(passes));
        Edit::change_option(option("b"), said)
            .apply(&mut on)
            .unwrap();
        let found = gate(&on, &on.options[1], &on.frame.gateways[0]);
        assert_eq!(
            found,
            Gate {
                pass: None,
                basis: Basis::NoScore(absence)
            }
        );
        assert_eq!(
            codes(&on, "gateway-not-judged"),
            [
                "The gateway “Affordable” is not judged yet for “Middling”. The score on “Cost” decides it."
            ]
        );
        let analysis = analyse(&on);
        let open = OpenGate {
            gateway: id,
            leaders: vec![],
            others: vec![option("b")],
        };
        assert_eq!(analysis.open_gates(&on), [open]);
    }
    let mut on = priced(affordable());
    on.agreed_mut().scores.set(
        &option("b"),
        &criterion("cost"),
        weighbridge_model::Score::bare(Entry::Label("dear".to_owned())),
    );
    assert_eq!(
        gate(&on, &on.options[1], &on.frame.gateways[0]),
        Gate {
            pass: None,
            basis: Basis::OffScale
        }
    );
}

#[test]
fn gateways_not_judged_are_told_of_those_who_lead_first() {
    let gateways = json!([{"id": "lawful", "name": "Lawful"}, {"id": "wanted", "name": "Wanted"}]);
    let mut on = priced(gateways);
    let words = |on: &Appraisal| {
        let analysis = analyse(on);
        gates_open(Subject::new(on, &analysis))
    };
    assert_eq!(
        words(&on),
        [
            "The gateway “Lawful” is not judged yet for any option. Judge it on the page Options.",
            "The gateway “Wanted” is not judged yet for any option. Judge it on the page Options.",
        ]
    );
    let say = |on: &mut Appraisal, who: &str, gateway: &str| {
        let passes = GatewayResult {
            pass: Some(false),
            ..GatewayResult::default()
        };
        let edit = OptionEdit::GatewayResult(GatewayId::new(gateway).unwrap(), Some(passes));
        Edit::change_option(option(who), edit).apply(on).unwrap();
    };
    let leader = analyse(&on).verdict.leaders()[0];
    assert_eq!(leader, 1);
    say(&mut on, "a", "lawful");
    for id in ["a", "b"] {
        say(&mut on, id, "wanted");
    }
    assert_eq!(
        words(&on),
        [
            "The gateway “Lawful” is not judged yet for “Middling”, which leads, nor for “Dear”. Judge it on the page Options.",
            "The gateway “Wanted” is not judged yet for “Dear”. Judge it on the page Options.",
        ]
    );
}

#[test]
fn all_pass_is_one_step_that_leaves_what_was_judged() {
    let gateways = json!([{"id": "lawful", "name": "Lawful"}, affordable()[0]]);
    let mut on = priced(gateways);
    let id = GatewayId::new("lawful").unwrap();
    let fails = GatewayResult {
        pass: Some(false),
        ..GatewayResult::default()
    };
    let noted = GatewayResult {
        evidence: "Counsel’s opinion".to_owned(),
        ..GatewayResult::default()
    };
    for (who, what) in [("a", fails), ("b", noted)] {
        Edit::change_option(
            option(who),
            OptionEdit::GatewayResult(id.clone(), Some(what)),
        )
        .apply(&mut on)
        .unwrap();
    }
    let mut history = History::new(Rc::new(on.clone()));
    let all = Edit::Gateways(GatewaysEdit::AllPass(id.clone()));
    history.apply(&all, Gesture::Done).unwrap();
    let now = history.present();
    assert_eq!(verdicts(now), [Some(false), Some(true), Some(true)]);
    assert_eq!(
        now.options[1].gateways.get(&id).unwrap().evidence,
        "Counsel’s opinion"
    );
    history.undo();
    assert_eq!(**history.present(), on, "one step takes it back");
    let levelled = GatewayId::new("affordable").unwrap();
    assert!(
        Edit::Gateways(GatewaysEdit::AllPass(levelled))
            .is_allowed(&on)
            .is_err()
    );
}

#[test]
fn a_level_that_no_longer_fits_judges_nobody_and_says_so() {
    let fits = priced(affordable());
    let changed = |kind: ScaleKind| {
        let mut on = fits.clone();
        Edit::change_criterion(criterion("cost"), CriterionEdit::Scale(kind))
            .apply(&mut on)
            .unwrap();
        assert_eq!(verdicts(&on), [None, None, None]);
        let saved = weighbridge_file::save(&on);
        let again = weighbridge_file::open(saved.as_bytes()).unwrap();
        assert_eq!(
            verdicts(&again),
            [None, None, None],
            "nor once it is opened again"
        );
        codes(&on, "gateway-level-does-not-fit").concat()
    };
    assert_eq!(
        changed(ScaleKind::Direct),
        "The gateway “Affordable” judges no option: its level was given for another kind of scale (at most £2,600,000 on Cost). Give the level again."
    );
    let euros = Measure {
        unit: "€".to_owned(),
        direction: Direction::Lower,
        range: Range::Local,
        breakpoints: vec![],
    };
    assert!(changed(ScaleKind::Measure(euros)).contains("in another unit"));
    let mut on =
        priced(json!([{"id": "g", "name": "G", "criterion": "quality", "at_least": "Great"}]));
    assert_eq!(verdicts(&on), [None, None, None]);
    assert!(
        codes(&on, "gateway-level-does-not-fit")[0]
            .contains("a label that the scale does not have")
    );
    assert!(codes(&on, "gateway-not-judged").is_empty(), "said once");
    // The label 3 of a scale of points is not 3 of 100.
    on.frame_mut().gateways[0].level = Some(Required {
        criterion: criterion("fit"),
        bound: Bound::AtLeast,
        mark: Mark::Label("3".to_owned()),
    });
    assert_eq!(
        misfit(&Mark::Label("3".to_owned()), &ScaleKind::Direct),
        Some(Misfit::Kind)
    );
    assert_eq!(verdicts(&on), [None, None, None]);
}

#[test]
fn what_decides_is_said_in_its_own_terms() {
    let on = priced(affordable());
    let words = |at: usize| {
        let found = gate(&on, &on.options[at], &on.frame.gateways[0]);
        gate_words(&found, &on.frame.gateways[0], &on).unwrap()
    };
    assert_eq!(
        words(2),
        "Its score on Cost is £2,700,000; at most £2,600,000 passes"
    );
    let mut bare = on.clone();
    bare.agreed_mut().scores.remove_option(&option("c"));
    let found = gate(&bare, &bare.options[2], &bare.frame.gateways[0]);
    assert_eq!(
        gate_words(&found, &bare.frame.gateways[0], &bare).unwrap(),
        "It has no score on Cost yet"
    );
}

/// A gateway of an early file: the least value from 0 to 100.
fn early(criterion: Value, least: f64, scores: [Value; 3]) -> Appraisal {
    let scores: Value = ["a", "b", "c"]
        .iter()
        .zip(scores)
        .map(|(id, x)| ((*id).to_owned(), json!({"x": x})))
        .collect();
    let mut file = json!({
        "format": "weighbridge", "version": 1, "title": "T",
        "options": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}, {"id": "c", "name": "C"}],
        "criteria": [{"id": "x", "name": "X", "weight": 1, "scale": criterion}],
        "gateways": [{"id": "g", "name": "G", "criterion": "x", "minimum": least}],
    });
    file["scores"] = scores;
    open(&file)
}

#[test]
fn the_least_value_of_an_early_file_becomes_what_it_means() {
    let numbers = [json!(30), json!(18), json!(10)];
    let level = |on: &Appraisal| gateway_level(&on.frame.gateways[0], on).unwrap();
    let on = early(direct(), 18.0, numbers.clone());
    assert_eq!(level(&on), "at least 18 of 100 on X");
    assert_eq!(verdicts(&on), [Some(true), Some(true), Some(false)]);
    // 40 of the way from 30 weeks to 0 is 18 weeks.
    let weeks = |more: &str| {
        let mut scale = json!({"kind": "measure", "unit": "weeks", "direction": "lower"});
        if !more.is_empty() {
            scale["fixed"] = json!([0, 30]);
        }
        scale
    };
    let on = early(weeks("fixed"), 40.0, numbers.clone());
    assert_eq!(level(&on), "at most 18 weeks on X");
    assert_eq!(verdicts(&on), [Some(false), Some(true), Some(true)]);
    // On a scale that ends at the options, the amount is that of the day.
    let on = early(weeks(""), 60.0, numbers);
    assert_eq!(level(&on), "at most 18 weeks on X");
    let points = json!({"kind": "points", "levels": [{"label": "Poor"}, {"label": "Fair"}, {"label": "Good"}]});
    let on = early(
        points.clone(),
        40.0,
        [json!("Poor"), json!("Fair"), json!("Good")],
    );
    assert_eq!(level(&on), "at least “Fair” on X");
    // What cannot be turned judges nobody, is told, and is kept.
    let nothing = || json!(null);
    for on in [
        early(weeks(""), 40.0, [nothing(), nothing(), nothing()]),
        early(weeks(""), 40.0, [json!(5), json!(5), json!(5)]),
        early(weeks("fixed"), 140.0, [json!(5), json!(6), json!(7)]),
        early(points, 101.0, [json!("Poor"), json!("Fair"), json!("Good")]),
    ] {
        assert_eq!(verdicts(&on), [None, None, None]);
        assert!(codes(&on, "gateway-level-does-not-fit")[0].contains("points of value"));
        assert!(weighbridge_file::save(&on).contains("\"minimum\""));
    }
}

#[test]
fn half_a_level_in_a_file_is_refused() {
    let refused = |more: Value| {
        let mut file: Value =
            serde_json::from_str(&weighbridge_file::save(&priced(affordable()))).unwrap();
        file["gateways"] = json!([more]);
        weighbridge_file::open(file.to_string().as_bytes()).is_err()
    };
    assert!(!refused(
        json!({"id": "g", "name": "G", "criterion": "cost", "at_least": 3})
    ));
    for wrong in [
        json!({"id": "g", "name": "G", "criterion": "cost"}),
        json!({"id": "g", "name": "G", "at_least": 3}),
        json!({"id": "g", "name": "G", "criterion": "cost", "at_least": 3, "at_most": 4}),
        json!({"id": "g", "name": "G", "criterion": "cost", "at_least": 3, "minimum": 4}),
        json!({"id": "g", "name": "G", "criterion": "cost", "at_least": true}),
        json!({"id": "g", "name": "G", "criterion": "cost", "at_least": 3, "of": 5}),
        json!({"id": "g", "name": "G", "criterion": "cost", "at_least": 3, "of": 100, "unit": "£"}),
        json!({"id": "g", "name": "G", "criterion": "quality", "at_least": "Fair", "unit": "£"}),
        json!({"id": "g", "name": "G", "unit": "£"}),
        json!({"id": "g", "name": "G", "criterion": "nowhere", "at_least": 3}),
    ] {
        assert!(refused(wrong.clone()), "{wrong}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// No verdict depends on other options, or on where a scale ends.
    #[test]
    fn no_verdict_depends_on_other_options_or_on_the_ends_of_scales(
        (mut on, marks, lone) in (any_appraisal(30), prop::collection::vec((any::<bool>(), 0_u8..=100), 1..4), any::<prop::sample::Index>())
    ) {
        prop_assume!(!on.options.is_empty() && !on.leaves().is_empty());
        let mut gateways = priced(affordable()).frame.gateways.clone();
        let pattern = gateways.remove(0);
        for (at, (least, mark)) in marks.iter().enumerate() {
            let leaves = on.leaves();
            let leaf = leaves[at % leaves.len()];
            let x = Finite::new(f64::from(*mark)).unwrap();
            let mark = match &leaf.scale.kind {
                ScaleKind::Direct => Mark::Value(x),
                ScaleKind::Measure(m) => Mark::Amount { at: x, unit: m.unit.clone() },
                ScaleKind::Points(levels) => Mark::Label(levels[usize::from(*mark) % levels.len()].label.clone()),
            };
            let mut gateway = pattern.clone();
            gateway.id = GatewayId::new(&format!("tried-{at}")).unwrap();
            let bound = if *least { Bound::AtLeast } else { Bound::AtMost };
            gateway.level = Some(Required { criterion: leaf.id.clone(), bound, mark });
            gateways.push(gateway);
        }
        on.frame_mut().gateways = gateways;
        let at = lone.index(on.options.len());
        let option = on.options[at].clone();
        let all = |on: &Appraisal| -> Vec<Gate> {
            on.frame.gateways.iter().map(|g| gate(on, &option, g)).collect()
        };
        let before = all(&on);
        let mut alone = on.clone();
        for other in on.options.iter().filter(|o| o.id != option.id) {
            Edit::Options(OptionsEdit::Remove(other.id.clone())).apply(&mut alone).unwrap();
        }
        prop_assert_eq!(&all(&alone), &before);
        // The same amounts on a scale that ends anywhere else.
        let mut elsewhere = on.clone();
        let ids: Vec<_> = on.leaves().iter().map(|leaf| leaf.id.clone()).collect();
        for id in ids {
            if let Some(criterion) = elsewhere.criterion_mut(&id)
                && let ScaleKind::Measure(measure) = &mut criterion.scale.kind
            {
                let end = |x: f64| Finite::new(x).unwrap();
                measure.breakpoints = Vec::new();
                measure.range = match measure.range {
                    Range::Local => Range::Fixed { low: end(-7.5), high: end(1e7) },
                    Range::Fixed { .. } => Range::Local,
                };
            }
        }
        prop_assert_eq!(&all(&elsewhere), &before);
    }
}
