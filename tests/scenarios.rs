//! Scenarios: what they change and what they leave, what comes of each, and regret.

use crate::random;
use crate::support::*;
use proptest::prelude::*;
use serde_json::{Value, json};
use weighbridge_analysis::{Outlooks, analyse, outlooks};
use weighbridge_edit::{
    CriteriaEdit, CriterionEdit, Edit, OptionsEdit, Refusal, ScenarioEdit, ScenariosEdit,
};
use weighbridge_file::{open as open_file, save};
use weighbridge_model::{
    Absence, Appraisal, Entry, Finite, MAX_SCENARIOS, RawWeight, ScaleKind, ScenarioId,
};
use weighbridge_opening::library;
use weighbridge_report::{
    csv::Field,
    words::{Sentence, edit_label},
};
use weighbridge_report::{
    regret_table, scenario_findings, scenario_table, scenarios_headline, totals_table,
};

fn scenario(id: &str) -> ScenarioId {
    ScenarioId::new(id).unwrap()
}

fn number(x: f64) -> Entry {
    Entry::Number(Finite::new(x).unwrap())
}

fn done(to: &mut Appraisal, edits: &[Edit]) {
    for edit in edits {
        edit.apply(to).unwrap();
    }
}

fn weight(of: &str, x: f64) -> ScenarioEdit {
    ScenarioEdit::Weight(criterion(of), RawWeight::new(x))
}

/// The illustrative example with three scenarios: one in which the department intervenes, one in
/// which the leader's front line fails, and one that changes nothing.
fn birmingham() -> Appraisal {
    let mut on = library::entry("birmingham-2013").unwrap().open().unwrap();
    for name in ["DfE intervenes", "Recruitment fails", "Calm"] {
        let edit = Edit::add_scenario(&on, name);
        done(&mut on, &[edit]);
    }
    let fails = ScenarioEdit::Score(
        option("integrated"),
        criterion("front-line"),
        Some(number(10.0)),
    );
    done(
        &mut on,
        &[
            Edit::change_scenario(scenario("dfe-intervenes"), weight("independence", 80.0)),
            Edit::change_scenario(scenario("recruitment-fails"), fails),
        ],
    );
    on
}

#[test]
fn side_by_side() {
    let on = birmingham();
    let found = outlooks(&on);
    let winners: Vec<_> = found
        .analyses
        .iter()
        .map(|a| ids(a, a.verdict.leaders()))
        .collect();
    assert_eq!(
        winners,
        [["integrated"], ["trust-dfe"], ["trust-bcc"], ["integrated"]]
    );
    assert_eq!(found.analyses[3], found.analyses[0]);
    let lead = |column: usize, id: &str| total(&found.analyses[column], id);
    // Of 170 points of weight 80 are on independence now.
    close(
        lead(1, "trust-dfe"),
        (45.0 * 100.0 + 70.0 * 100.0) / 170.0,
        1e-9,
    );
    close(
        lead(1, "integrated"),
        (77.5 * 100.0 + 70.0 * 20.0) / 170.0,
        1e-9,
    );
    close(lead(2, "integrated"), 77.5 - 18.0, 1e-9);

    let regret = &found.regret;
    assert_eq!((regret.options.len(), regret.left_out.len()), (5, 0));
    assert_eq!(regret.table[4][0], 0.0);
    close(
        regret.table[4][1],
        lead(1, "trust-dfe") - lead(1, "integrated"),
        1e-12,
    );
    close(regret.table[4][2], 1.0, 1e-9);
    let greatest = regret.table[4].iter().copied().fold(0.0, f64::max);
    assert_eq!(regret.greatest[4], greatest);
    assert_eq!(ids(&found.analyses[0], &regret.least), ["integrated"]);
    assert_eq!(
        scenario_findings(&on, &found),
        [
            "Integrated transformation leads as things stand. In “DfE intervenes”, Establish a trust accountable to the DfE leads by 3.2 points. In “Recruitment fails”, no clear winner, as Establish a trust accountable to BCC is only 1 point ahead of Integrated transformation.",
            "Integrated transformation is the safest choice: it is never more than 13.8 points behind the best.",
        ]
    );
}

#[test]
fn one_that_wins_everywhere_and_none_at_all() {
    let mut on = library::entry("birmingham-2013").unwrap().open().unwrap();
    assert!(scenario_findings(&on, &outlooks(&on)).is_empty());
    let edit = Edit::add_scenario(&on, "Calm");
    done(&mut on, &[edit]);
    assert!(
        scenario_findings(&on, &outlooks(&on)).is_empty(),
        "nothing differs in it, so there is nothing to say"
    );
    done(
        &mut on,
        &[Edit::change_scenario(
            scenario("calm"),
            weight("pace", 12.0),
        )],
    );
    assert_eq!(
        scenario_findings(&on, &outlooks(&on)),
        [
            "Integrated transformation leads as things stand and in “Calm”.",
            "Integrated transformation is the safest choice: nothing is better in any scenario.",
        ]
    );
    let edit = weight("independence", 80.0);
    done(&mut on, &[Edit::change_scenario(scenario("calm"), edit)]);
    assert!(
        scenario_findings(&on, &outlooks(&on))[0]
            .starts_with("Integrated transformation leads as things stand. In “Calm”, ")
    );
}

/// Columns of one name are told apart, each has its winner marked, and numbers are of one style.
#[test]
fn the_tables_of_the_page() {
    let mut on = birmingham();
    let calm = ScenarioEdit::Name(" DfE intervenes".to_owned());
    done(&mut on, &[Edit::change_scenario(scenario("calm"), calm)]);
    let found = outlooks(&on);
    let totals = totals_table(&on, &found);
    let names = [
        "As things stand",
        "DfE intervenes",
        "Recruitment fails",
        "DfE intervenes (2)",
    ];
    assert_eq!(totals.headers[1..], names);
    for column in 1..5 {
        let first = totals.rows.iter().filter(|r| r[column].ends_with(" (1st)"));
        assert_eq!(first.count(), 1, "{totals:?}");
    }
    assert_eq!(totals.rows[4][1], "77.5 (1st)");
    assert_eq!(totals.numbers[4][1], Some(77.5));
    let regret = regret_table(&on, &found);
    assert_eq!(regret.headers[1..5], names);
    assert_eq!(regret.rows[4][1..], ["0.0", "13.8", "1.0", "0.0", "13.8"]);
    assert_eq!(
        scenario_table(&on, &found)[0][10],
        Field::text("DfE intervenes (2): total")
    );
}

/// An option that has no total in one scenario is named and left out of regret, not counted as 0.
#[test]
fn what_has_no_total_somewhere_is_left_out_and_named() {
    let mut on = birmingham();
    let unknown = Entry::Absent(Absence::CannotJudge);
    let gap = ScenarioEdit::Score(option("trust-bcc"), criterion("pace"), Some(unknown));
    done(&mut on, &[Edit::change_scenario(scenario("calm"), gap)]);
    let found = outlooks(&on);
    assert_eq!(
        ids(&found.analyses[0], &found.regret.left_out),
        ["trust-bcc"]
    );
    assert_eq!(found.regret.options.len(), 4);
    let said = scenario_findings(&on, &found);
    assert_eq!(
        said.last().unwrap(),
        "Establish a trust accountable to BCC has no total in some scenario, so is left out of the table of regret, though it leads in “Recruitment fails”."
    );
    let table = scenario_table(&on, &found);
    assert!(
        table.iter().all(|row| row.len() == 14),
        "an option, four times three columns, and the greatest"
    );
    let results = results(&on);
    assert_eq!(results["scenarios"]["left_out"], json!(["trust-bcc"]));
    assert_eq!(
        results["scenarios"]["scenarios"][0]["verdict"]["leaders"],
        json!(["trust-dfe"])
    );
    assert_eq!(
        results["scenarios"]["regret"][0]["regret"]
            .as_array()
            .unwrap()
            .len(),
        4
    );
}

#[test]
fn edits_say_what_they_do_and_refuse_what_cannot_be() {
    let mut on = birmingham();
    let id = scenario("calm");
    let front = (option("integrated"), criterion("front-line"));
    let edit = |edit: ScenarioEdit| Edit::change_scenario(scenario("calm"), edit);
    let score = |x: Option<f64>| {
        let entry = x.map(number);
        edit(ScenarioEdit::Score(front.0.clone(), front.1.clone(), entry))
    };
    let reason = edit(ScenarioEdit::Reason(
        front.0.clone(),
        front.1.clone(),
        "Pay".to_owned(),
    ));
    assert_eq!(
        reason.is_allowed(&on),
        Err(Refusal::NoEntry),
        "there is no other score to give a reason for"
    );
    done(
        &mut on,
        &[score(Some(5.0)), reason.clone(), score(Some(6.0))],
    );
    let said = on.judgements.scenarios[2]
        .voice
        .scores
        .get(&front.0, &front.1)
        .unwrap()
        .clone();
    assert_eq!((said.entry, said.reason.as_str()), (number(6.0), "Pay"));
    assert_eq!(
        edit_label(&reason, &on),
        "Change reason for Integrated transformation on Front line in scenario Calm"
    );
    assert_eq!(
        edit_label(&edit(weight("pace", 1.0)), &on),
        "Change weight of Pace in scenario Calm"
    );
    done(
        &mut on,
        &[
            score(None),
            edit(weight("pace", 7.0)),
            edit(ScenarioEdit::Weight(criterion("pace"), None)),
        ],
    );
    assert!(on.judgements.scenarios[2].voice.is_silent());

    let refused = |e: Edit| e.is_allowed(&on).unwrap_err();
    assert_eq!(
        refused(Edit::Scenarios(ScenariosEdit::Add {
            id: id.clone(),
            name: "X".to_owned()
        })),
        Refusal::IdInUse("calm".to_owned())
    );
    assert_eq!(refused(Edit::add_scenario(&on, " ")), Refusal::EmptyName);
    assert_eq!(
        refused(edit(ScenarioEdit::Name(String::new()))),
        Refusal::EmptyName
    );
    assert_eq!(
        refused(Edit::Scenarios(ScenariosEdit::Remove(scenario("ghost")))),
        Refusal::NoEntry
    );
    assert!(matches!(
        refused(edit(weight("ghost", 1.0))),
        Refusal::NoCriterion(_)
    ));
    let ghost = ScenarioEdit::Score(option("ghost"), criterion("pace"), Some(number(1.0)));
    assert!(matches!(refused(edit(ghost)), Refusal::NoOption(_)));
    done(&mut on, &[Edit::Scenarios(ScenariosEdit::Remove(id))]);
    while on.judgements.scenarios.len() < MAX_SCENARIOS {
        let add = Edit::add_scenario(&on, "More");
        done(&mut on, &[add]);
    }
    assert_eq!(
        Edit::add_scenario(&on, "More").is_allowed(&on),
        Err(Refusal::TooManyScenarios)
    );
}

/// What goes from the appraisal goes from its scenarios, and their scores keep to the scales.
#[test]
fn scenarios_follow_the_appraisal() {
    let mut on = birmingham();
    done(
        &mut on,
        &[
            Edit::Options(OptionsEdit::Remove(option("integrated"))),
            Edit::Criteria(CriteriaEdit::Remove(criterion("independence"))),
        ],
    );
    assert!(on.judgements.scenarios.iter().all(|s| s.voice.is_silent()));

    let mut on = birmingham();
    let scale = ScaleKind::Points(
        ["10", "20"]
            .map(|label| weighbridge_model::ScalePoint {
                label: label.to_owned(),
                words: String::new(),
                value: Finite::ZERO,
                extra: Default::default(),
            })
            .into(),
    );
    done(
        &mut on,
        &[Edit::change_criterion(
            criterion("front-line"),
            CriterionEdit::Scale(scale),
        )],
    );
    let score = on.judgements.scenarios[1]
        .voice
        .scores
        .get(&option("integrated"), &criterion("front-line"));
    assert_eq!(
        score.unwrap().entry,
        Entry::Label("10".to_owned()),
        "the point of the new scale"
    );
    let branch = Edit::add_criterion(&on, "Recruiting", Some(criterion("front-line")));
    done(&mut on, &[branch]);
    assert!(
        on.judgements.scenarios[1].voice.scores.is_empty(),
        "a branch is not scored"
    );
    assert_eq!(open_file(save(&on).as_bytes()).unwrap(), on);
}

#[test]
fn a_file_with_a_wrong_scenario_says_where() {
    let file = |scenarios: Value| {
        let file = json!({
            "format": "weighbridge", "version": 1, "title": "Test",
            "options": [{"id": "a", "name": "A"}],
            "criteria": [{"id": "g", "name": "G", "criteria": [{"id": "x", "name": "X"}]}],
            "scenarios": scenarios,
        });
        open_file(file.to_string().as_bytes()).map_err(|e| e.sentence())
    };
    let one = |key: &str, value: Value| {
        let mut scenario = json!({"id": "s", "name": "S"});
        scenario[key] = value;
        file(json!([scenario])).unwrap_err()
    };
    let has = |error: String, text: &str| assert!(error.contains(text), "{error}");
    has(
        one("weights", json!({"ghost": 1})),
        "scenario “s”: there is no criterion “ghost”",
    );
    has(
        one("weights", json!({"x": -1})),
        "a weight cannot be negative",
    );
    has(
        one("weights", json!({"x": "1"})),
        "the weight of “x” should be a number",
    );
    has(
        one("scores", json!({"ghost": {}})),
        "scenario “s”: scores: there is no option “ghost”",
    );
    has(
        one("scores", json!({"a": {"g": 1}})),
        "scenario “s”: score of “a” on “g”: it is a group",
    );
    has(one("name", json!(" ")), "it needs a name");
    let twice = json!([{"id": "s", "name": "S"}, {"id": "s", "name": "T"}]);
    has(file(twice).unwrap_err(), "the id “s” appears twice");
    let many: Vec<Value> = (0..=MAX_SCENARIOS)
        .map(|at| json!({"id": at.to_string(), "name": "S"}))
        .collect();
    has(file(json!(many)).unwrap_err(), "there are more than 50");
}

/// Whether the leader of a scenario passes is for the scores of that scenario to say.
#[test]
fn a_gateway_is_held_against_the_scores_of_the_scenario() {
    let words = |score: u32| {
        let file = json!({
            "format": "weighbridge", "version": 1, "title": "Office",
            "gateways": [{"id": "g", "name": "Fit", "criterion": "x", "at_least": 50, "of": 100}],
            "options": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
            "criteria": [{"id": "x", "name": "X", "weight": 1}, {"id": "y", "name": "Y", "weight": 1}],
            "scores": {"a": {"x": 80, "y": 40}, "b": {"x": 60, "y": 50}},
            "scenarios": [{"id": "s", "name": "Slump", "scores": {"b": {"x": score, "y": 100}}}],
        });
        let on = open_file(file.to_string().as_bytes()).unwrap();
        scenarios_headline(&on, &outlooks(&on)).unwrap().to_string()
    };
    let passes = words(55);
    assert!(passes.ends_with("B leads by 17.5 points."), "{passes}");
    let fails = words(45);
    assert!(
        fails.ends_with("B leads by 12.5 points, but fails the gateway “Fit”."),
        "{fails}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Every column is what comes of really making the changes, and regret holds together.
    #[test]
    fn a_scenario_is_the_appraisal_with_its_changes_made(on in random::appraisal(1)) {
        let Outlooks { voices, analyses, regret } = outlooks(&on);
        prop_assert_eq!(&voices[0], on.agreed());
        prop_assert_eq!(analyses.len(), on.judgements.scenarios.len() + 1);
        for ((scenario, then), voice) in on.judgements.scenarios.iter().zip(&analyses[1..]).zip(&voices[1..]) {
            let mut changed = on.clone();
            for (id, weight) in scenario.voice.weights.iter() {
                Edit::weight(id, weight.raw).apply(&mut changed).unwrap();
            }
            for (o, c, score) in scenario.voice.scores.iter() {
                Edit::score(o, c, score.entry.clone()).apply(&mut changed).unwrap();
            }
            // Reasons and stale swings may be spoken of in other words; the numbers are the same.
            prop_assert_eq!(&analyse(&changed).options, &then.options);
            prop_assert_eq!(&analyse(on.said_by(voice)), then);
            prop_assert_eq!(&voice.with(&scenario.voice), voice, "said twice is said once");
        }
        prop_assert_eq!(regret.options.len() + regret.left_out.len(), analyses[0].options.len());
        for (row, greatest) in regret.table.iter().zip(&regret.greatest) {
            prop_assert!(row.iter().all(|x| *x >= 0.0 && x <= greatest));
        }
        for column in 0..analyses.len() {
            prop_assert!(regret.table.is_empty() || regret.table.iter().any(|row| row[column] == 0.0));
        }
        prop_assert_eq!(regret.least.is_empty(), regret.options.is_empty());
        prop_assert!(scenario_findings(&on, &outlooks(&on)).iter().all(|s| s.ends_with('.')));
        prop_assert!(scenarios_headline(&on, &outlooks(&on)).is_none() || !on.judgements.scenarios.is_empty());
    }
}
