//! Result and How sure: the second half of the sentence, the answer as a heading, fifty dots, bars by group, and one
//! order on every page.

use crate::support::{open, results};
use serde_json::{Value, json};
use weighbridge_analysis::{Assumption, Outcome, Problem, Run, analyse};
use weighbridge_model::Appraisal;
use weighbridge_opening::library;
use weighbridge_report::{
    ChangedOn, SingleChanges, Subject, branches, chances_headline, chances_picture, changes,
    changes_of, contributions_picture, dots_headline, dots_picture, dots_precision, dots_sentence,
    explain_chances, headline, holds_unless, leader_share, nearest_lines, overtaken,
    precision_words, total_words,
};

fn birmingham() -> Appraisal {
    library::entry("birmingham-2013").unwrap().open().unwrap()
}

fn told<T>(on: &Appraisal, of: impl Fn(Subject<'_>, &SingleChanges) -> T) -> T {
    let analysis = analyse(on);
    let subject = Subject::new(on, &analysis);
    of(subject, &SingleChanges::of(subject))
}

/// Options A, B and so on with a value on each criterion, which have these weights.
pub(super) fn scored(weights: &[f64], values: &[&[f64]]) -> Appraisal {
    let name = |at: usize| char::from(b'A' + u8::try_from(at).unwrap()).to_string();
    let of = |at: usize| format!("c{at}");
    let criteria: Vec<Value> = (weights.iter().enumerate())
        .map(|(at, weight)| json!({"id": of(at), "name": format!("Criterion {at}"), "weight": weight}))
        .collect();
    let options: Vec<Value> = (0..values.len())
        .map(|at| json!({"id": name(at).to_lowercase(), "name": name(at)}))
        .collect();
    let row = |values: &&[f64]| -> Value {
        let all = values
            .iter()
            .enumerate()
            .filter(|(_, value)| value.is_finite());
        all.map(|(at, value)| (of(at), json!(value)))
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    let scores: serde_json::Map<String, Value> = (values.iter().enumerate())
        .map(|(at, values)| (name(at).to_lowercase(), row(values)))
        .collect();
    open(&json!({
        "format": "weighbridge", "version": 1, "title": "Scored",
        "criteria": criteria, "options": options, "scores": scores,
    }))
}

fn sampled(on: &Appraisal) -> (Problem, Outcome) {
    let problem = Problem::of(on, &analyse(on), Assumption::AnyWeights).unwrap();
    let mut run = Run::of_ranks(&problem, 1);
    run.advance(32_768);
    for option in 0..problem.options.len() {
        problem.best_lead(option);
    }
    let outcome = run.outcome();
    (problem, outcome)
}

#[test]
fn row_d05_the_sentence_under_the_heading_says_what_would_overturn_it() {
    assert_eq!(
        told(&birmingham(), overtaken).unwrap(),
        "It would be overtaken only if Independence counted for about a third of everything, or one of two scores changed by at least 56 points."
    );
}

#[test]
fn row_d05_the_nearest_change_is_named_whatever_it_is_of() {
    // One criterion decides: no weight can move, and a score is nearest.
    let on = scored(&[1.0], &[&[60.0], &[50.0]]);
    assert_eq!(
        told(&on, overtaken).unwrap(),
        "It would be overtaken only if it scored below 50 on Criterion 0 (now 60), or one other score changed by at least 10 points."
    );
    // The nearest of several weights is a share of everything that is not a round fraction.
    let on = scored(&[40.0, 60.0], &[&[90.0, 40.0], &[20.0, 70.0]]);
    let said = told(&on, overtaken).unwrap();
    assert!(said.starts_with("It would be overtaken only if "), "{said}");
    assert!(
        said.contains("(now "),
        "an exact share stands beside what it is now: {said}"
    );
    // Nothing does it.
    let on = scored(&[1.0, 1.0], &[&[100.0, 100.0], &[0.0, 0.0], &[0.0, 0.0]]);
    let said = told(&on, overtaken).unwrap();
    assert!(
        said.ends_with("puts another option first.") || said.contains("only if"),
        "{said}"
    );
}

#[test]
fn row_d04_how_sure_has_its_answer_as_its_heading() {
    let sure = told(&birmingham(), holds_unless).unwrap();
    assert_eq!(
        sure.heading,
        "The lead holds unless Independence counts for about a third of everything"
    );
    assert_eq!(
        sure.rest,
        "Or unless one of two scores changes by at least 56 points."
    );
    let lines = told(&birmingham(), nearest_lines).unwrap();
    assert_eq!(
        lines.weight, "No other weight changes who leads.",
        "the heading has the one that does"
    );
    assert!(
        lines
            .score
            .starts_with("Holds unless the leader scores below 13.4 on Front line (now 70)."),
        "{}",
        lines.score
    );
    // Nobody leads: no lead that holds.
    let tie = scored(&[1.0, 1.0], &[&[60.0, 40.0], &[40.0, 60.0]]);
    assert_eq!(
        told(&tie, holds_unless).unwrap().heading,
        told(&tie, |on, _| headline(on))
    );
    assert_eq!(told(&tie, overtaken), None);
    // Missing scores come first.
    let open = scored(
        &[1.0, 1.0],
        &[&[60.0, 70.0], &[50.0, 50.0], &[95.0, f64::NAN]],
    );
    let sure = told(&open, holds_unless).unwrap();
    assert_eq!(sure.heading, "Missing scores could change who leads");
    assert!(
        sure.rest
            .starts_with("Among the options with all their scores, the lead holds unless"),
        "{sure:?}"
    );
}

#[test]
fn row_d04_a_restriction_is_said_once_as_the_heading_of_its_list() {
    let on = scored(
        &[1.0, 1.0],
        &[&[60.0, 70.0], &[70.0, 50.0], &[5.0, f64::NAN]],
    );
    let analysis = analyse(&on);
    let subject = Subject::new(&on, &analysis);
    let single = SingleChanges::of(subject);
    let among = subject.scope_heading().unwrap();
    assert!(
        changes(subject)
            .iter()
            .all(|text| text.to_string().starts_with(among))
    );
    let under = changes_of(subject.under_scope_heading(), &single);
    assert!(!under.is_empty() && under.iter().all(|text| !text.to_string().contains(among)));
    // By themselves, in the results, they say it.
    let said = results(&on)["findings"].to_string();
    assert!(said.contains(among), "{said}");
}

/// The shares of record FIX of the invented example, as fifty dots.
#[test]
fn fifty_dots_stand_for_all_weights() {
    let on = birmingham();
    let (problem, outcome) = sampled(&on);
    let analysis = analyse(&on);
    let subject = Subject::new(&on, &analysis);
    let (_, chart) = dots_picture(subject, &problem, &outcome);
    let counts: Vec<(&str, u32)> = chart
        .groups
        .iter()
        .map(|g| (g.short.as_str(), g.count))
        .collect();
    assert_eq!(
        counts,
        [
            ("Integrated transformation", 44),
            ("Trust (council)", 2),
            ("Trust (DfE)", 4),
            ("Outsource", 0),
            ("Break up", 0)
        ],
        "in the order of the result"
    );
    assert_eq!(
        dots_headline(subject, &problem, &outcome),
        "Integrated transformation comes first in 44 of 50"
    );
    assert_eq!(
        dots_sentence(subject, &problem, &outcome),
        "Trust (DfE) comes first in 4, Trust (council) in 2. Outsource and Break up can never come first, whatever the weights."
    );
    assert_eq!(
        leader_share(subject, &problem, &outcome, true).unwrap(),
        "It leads in 88 of 100 possible sets of weights."
    );
    // The same file, the same dots.
    let (_, again) = sampled(&on);
    assert_eq!(dots_picture(subject, &problem, &again).1, chart);
}

#[test]
fn row_d09_options_have_one_order_and_todays_leader_its_own_share_first() {
    // A leads by the weight of the first criterion, and B under most other weights.
    let on = scored(
        &[97.0, 1.0, 1.0, 1.0],
        &[&[100.0, 0.0, 0.0, 0.0], &[90.0, 90.0, 90.0, 90.0]],
    );
    let (problem, outcome) = sampled(&on);
    let analysis = analyse(&on);
    let subject = Subject::new(&on, &analysis);
    let (_, chart) = chances_picture(subject, &problem, &outcome, Assumption::AnyWeights);
    let rows: Vec<&str> = chart.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(rows, ["A", "B"]);
    let said = chances_headline(subject, &problem, &outcome, Assumption::AnyWeights);
    assert!(
        said.starts_with(
            "Today’s leader, A, leads in fewer than 1 of 100 possible sets of weights. B leads in"
        ),
        "{said}"
    );
}

#[test]
fn row_c05_a_share_opens_to_what_it_means_and_how_exact_it_is() {
    // B comes before A in the result, and after it in the problem.
    let on = scored(
        &[50.0, 50.0, 20.0],
        &[
            &[20.0, 80.0, 60.0],
            &[90.0, 20.0, 90.0],
            &[55.0, 50.0, 70.0],
        ],
    );
    let (problem, outcome) = sampled(&on);
    let analysis = analyse(&on);
    let subject = Subject::new(&on, &analysis);
    let (_, chart) = chances_picture(subject, &problem, &outcome, Assumption::AnyWeights);
    let told = |assumption, place| explain_chances(subject, &problem, &outcome, assumption, place);
    assert_eq!(chart.rows[0].name, "B");
    for (place, row) in chart.rows.iter().enumerate() {
        let opened = told(Assumption::AnyWeights, place).unwrap();
        assert_eq!(opened.title, format!("How often {} comes where", row.name));
        let has = |words: &str| opened.steps.iter().any(|step| step.contains(words));
        assert!(has(&format!("it comes first in {}.", row.label)));
        assert!(has("possible sets of weights") && has(&precision_words(&outcome)));
        let error = format!("{:.3} percentage points", row.errors[0] * 100.0);
        assert_eq!(has(&error), row.errors[0] > 0.0, "{error}");
        assert_eq!(opened.change, Some(ChangedOn::Scores));
    }
    assert!(chart.rows.iter().any(|row| row.errors[0] > 0.0));
    let ordered = told(Assumption::Ordered, 0).unwrap();
    assert_eq!(ordered.change, Some(ChangedOn::Weights));
    assert_eq!(told(Assumption::AnyWeights, 3), None);
}

/// One convention on a page: how far a share may be off, in percentage points, told once for all of them.
#[test]
fn row_d09_errors_are_told_in_one_convention() {
    let few = scored(
        &[50.0, 50.0, 20.0],
        &[
            &[90.0, 20.0, 50.0],
            &[20.0, 80.0, 60.0],
            &[55.0, 50.0, 90.0],
        ],
    );
    for on in [birmingham(), few] {
        let (problem, outcome) = sampled(&on);
        let analysis = analyse(&on);
        let subject = Subject::new(&on, &analysis);
        let (presentation, chart) =
            chances_picture(subject, &problem, &outcome, Assumption::AnyWeights);
        let finely = format!(
            "correct to about ±{:.2} percentage points",
            outcome.half_width * 100.0
        );
        let plainly = format!(
            "correct to about ±{:.1} percentage points",
            (outcome.half_width * 100.0).max(0.1)
        );
        assert!(
            presentation.subtitle.contains(&finely),
            "{}",
            presentation.subtitle
        );
        assert!(precision_words(&outcome).contains(&finely));
        assert!(dots_precision(&outcome).contains(&plainly));
        assert!(
            chart.rows.iter().all(|row| row.error.is_empty()),
            "and no other at the bars"
        );
    }
}

#[test]
fn row_d05_bars_are_made_of_groups_and_open_to_criteria_that_add_up() {
    let on = open(&json!({
        "format": "weighbridge", "version": 1, "title": "Groups",
        "options": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
        "criteria": [
            {"id": "x", "name": "X", "weight": 2, "criteria": [
                {"id": "x1", "name": "X1", "weight": 1}, {"id": "x2", "name": "X2", "weight": 1},
                {"id": "x3", "name": "X3", "weight": 1}]},
            {"id": "y", "name": "Y", "weight": 1}],
        "scores": {"a": {"x1": 55, "x2": 71, "x3": 13, "y": 77}, "b": {"x1": 15, "x2": 31, "x3": 43, "y": 17}},
    }));
    let analysis = analyse(&on);
    let subject = Subject::new(&on, &analysis);
    let (_, chart) = contributions_picture(subject);
    let parts: Vec<&str> = chart.parts.iter().map(|part| part.short.as_str()).collect();
    assert_eq!(parts, ["X", "Y"]);
    let tenths = |words: &str| words.replace('.', "").parse::<i64>().unwrap();
    let found = branches(subject).unwrap();
    for (at, option) in found.options.iter().enumerate() {
        let points = |row: usize| tenths(&found.rows[row].points[at].as_ref().unwrap().0);
        assert_eq!(
            points(1) + points(2) + points(3),
            points(0),
            "X1, X2 and X3 make X"
        );
        assert_eq!(points(0) + points(4), tenths(&found.totals[at]));
        assert_eq!(
            found.totals[at],
            total_words(&analysis.options[*option].total)
        );
        assert_eq!(
            chart.rows[at].labels[0],
            found.rows[0].points[at].as_ref().unwrap().0
        );
    }
    let (flat, analysis) = (birmingham(), analyse(&birmingham()));
    let flat = branches(Subject::new(&flat, &analysis)).unwrap();
    assert!(flat.rows.iter().all(|row| row.criteria == 0), "no groups");
}
