//! The lead, and whether it is settled.

use crate::support::{open, results};
use serde_json::{Value, json};
use weighbridge_analysis::analyse;
use weighbridge_file as file;
use weighbridge_model::Appraisal;
use weighbridge_report::{
    Subject, all_findings, contributions_picture, headline, incomplete, scenario_findings,
    single_scores, summary,
};

fn told(of: impl Fn(Subject<'_>) -> String, on: &Appraisal) -> String {
    let analysis = analyse(on);
    of(Subject::new(on, &analysis))
}

/// Appraisals on two criteria of equal weight, scored directly.
fn on_two(scores: &Value) -> Appraisal {
    let ids: Vec<String> = scores.as_object().unwrap().keys().cloned().collect();
    let options: Vec<Value> = ids.iter().map(|id| json!({"id": id, "name": id})).collect();
    open(&json!({
        "format": "weighbridge", "version": 1, "title": "Test", "options": options,
        "criteria": [{"id": "x", "name": "x", "weight": 50}, {"id": "y", "name": "y", "weight": 50}],
        "scores": scores,
    }))
}

macro_rules! tried {
    ($name:literal) => {
        file::open(include_bytes!(concat!("files/", $name, ".json"))).unwrap()
    };
}

/// The lead is over everything that could still overtake, and those without a total are named.
#[test]
fn row_a03_the_headline_names_those_left_out_and_leads_over_all_that_could_overtake() {
    let unknown = json!({"absent": "cannot-judge"});
    // C could come to anything from 45 to 95: 25 is the distance to the third.
    let it = on_two(
        &json!({"A": {"x": 60, "y": 60}, "B": {"x": 20, "y": 50}, "C": {"x": 90, "y": unknown}}),
    );
    assert_eq!(
        told(headline, &it),
        "A leads, but C could still overtake it by up to 35.0 points once all its scores are in"
    );
    assert!(
        told(summary, &it)
            .contains("Of the options that have all their scores, A is 25.0 points ahead of B.")
    );
    // What cannot overtake is named as well, and the lead over it counts.
    let it = on_two(
        &json!({"A": {"x": 80, "y": 80}, "B": {"x": 20, "y": 50}, "C": {"x": 50, "y": unknown}}),
    );
    assert_eq!(
        told(headline, &it),
        "A leads by at least 5.0 points, whatever the missing scores of C are"
    );
    // So it is where the next is close, with a tie, and with one alone that has a total.
    let it = on_two(
        &json!({"A": {"x": 60, "y": 60}, "B": {"x": 60, "y": 59}, "C": {"x": 90, "y": unknown}}),
    );
    assert_eq!(
        told(headline, &it),
        "No clear winner: A is only 0.5 points ahead of B, and C could still overtake A by up to 35.0 points once all its scores are in"
    );
    let it = on_two(
        &json!({"A": {"x": 60, "y": 60}, "B": {"x": 60, "y": 60}, "C": {"x": 90, "y": unknown}}),
    );
    assert_eq!(
        told(headline, &it),
        "No clear winner: A and B tie, but the missing scores of C could decide it"
    );
    let it = on_two(
        &json!({"A": {"x": 60, "y": 60}, "B": {"x": 90, "y": unknown}, "C": {"x": 10, "y": unknown}}),
    );
    assert_eq!(
        told(headline, &it),
        "Only A has all its scores, and B could still overtake it by up to 35.0 points once all scores of B and C are in"
    );
    // A lead that could shrink below the margin is not called clear.
    let it = on_two(
        &json!({"A": {"x": 80, "y": 80}, "B": {"x": 20, "y": 50}, "C": {"x": 57, "y": unknown}}),
    );
    assert_eq!(
        told(headline, &it),
        "A stays ahead whatever the missing scores of C are, by at least 1.5 points"
    );
    assert!(told(summary, &it).contains("A lead below 2 points counts as no clear winner here."));
    let it = on_two(&json!({"A": {"x": 60, "y": 60}, "B": {"x": 20, "y": unknown}}));
    assert_eq!(
        told(headline, &it),
        "Only A has all its scores, and B could still draw level with it once all its scores are in"
    );
}

/// A missing amount on a scale that ends at the options moves the values of the others.
#[test]
fn row_a14_a_missing_amount_that_moves_an_end_unsettles_the_lead() {
    let before = tried!("W01-settled-but-is-not-before");
    let words = told(headline, &before);
    assert_eq!(
        words,
        "A leads, but B could still overtake it by nearly 45.0 points once all its scores are in"
    );
    assert_eq!(
        told(headline, &tried!("W01-settled-but-is-not-after")),
        "B leads by 44.5 points"
    );
    assert_eq!(results(&before)["could_overtake"], json!(["B"]));

    // An option that has all its scores: D overtakes A once B is far away, though B cannot.
    let mut file: Value =
        serde_json::from_slice(include_bytes!("files/W01-settled-but-is-not-before.json")).unwrap();
    file["criteria"][0]["weight"] = json!(30);
    file["criteria"][1]["weight"] = json!(70);
    file["scores"] = json!({"A": {"x": 20, "y": 70}, "B": {"y": 0}, "D": {"x": 10, "y": 90}});
    let before = open(&file);
    assert_eq!(
        told(headline, &before),
        "A leads, but D could still overtake it by nearly 14.0 points once all scores of B are in"
    );
    assert_eq!(results(&before)["could_overtake"], json!(["D"]));
    file["scores"]["B"]["x"] = json!(100_000);
    assert!(told(headline, &open(&file)).starts_with("D leads by 14.0"));
}

/// A lead and the margin it is compared with are told in digits that agree.
#[test]
fn row_a18_a_narrow_lead_is_not_rounded_up_to_the_margin() {
    let narrow = tried!("W07-narrow-2.0-below-2");
    assert_eq!(
        told(headline, &narrow),
        "No clear winner: A is only 1.97 points ahead of B"
    );
    assert!(
        told(summary, &narrow).ends_with("A lead below 2 points counts as no clear winner here.")
    );
    let it = on_two(&json!({"A": {"x": 60, "y": 60}, "B": {"x": 60, "y": 56.0002}}));
    assert_eq!(
        told(headline, &it),
        "No clear winner: A is only 1.9999 points ahead of B"
    );
    let it = on_two(&json!({"A": {"x": 60, "y": 60}, "B": {"x": 60, "y": 55.998}}));
    assert_eq!(told(headline, &it), "A leads by 2.0 points");
}

/// The range of a total is within the scales, and more is possible beyond.
#[test]
fn row_a20_a_range_of_totals_is_told_within_the_scale() {
    let before = tried!("W11-whatever-its-missing-score-before");
    assert_eq!(
        told(headline, &before),
        "A leads by at least 31.0 points, whatever its missing scores are within their scales"
    );
    let said = told(|on| all_findings(on).join(" "), &before);
    assert!(!said.contains("hatever its missing score is,"), "{said}");
    assert!(
        said.contains(
            "lies within its scale; one beyond the ends, which is possible, could change more"
        ),
        "{said}"
    );
    assert!(said.contains("from 81.0 to 91.0 while what is missing lies within its scale, and beyond its ends also less or more."), "{said}");
    // So it is: 50 weeks below the end.
    assert!(
        told(headline, &tried!("W11-whatever-its-missing-score-after")).starts_with("B leads by")
    );

    // Where the scale ends at the options, the range holds what the moving end does to known amounts.
    let measure = json!({"kind": "measure", "unit": "weeks", "direction": "higher"});
    let it = open(&json!({
        "format": "weighbridge", "version": 1, "title": "Test",
        "options": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}, {"id": "c", "name": "C"}],
        "criteria": [{"id": "x", "name": "X", "weight": 1, "scale": measure}, {"id": "y", "name": "Y", "weight": 1}],
        "scores": {"a": {"x": 20}, "b": {"y": 90}, "c": {"x": 10, "y": 20}},
    }));
    let open_now = told(
        |on| {
            incomplete(on)
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(" ")
        },
        &it,
    );
    assert!(
        open_now.contains(
            "A has no total: no value on Y. Its total could be anything from 0.0 to 100.0,"
        ),
        "{open_now}"
    );
    let analysis = analyse(&it);
    let on = Subject::new(&it, &analysis);
    assert_eq!(contributions_picture(on).1.rows[1].total, "0.0 to 100.0");
}

/// What is said of one option's scores is said of one option.
#[test]
fn row_a21_runners_up_each_have_scores_of_their_own() {
    let it = tried!("W09-runners-up-its-own");
    let said = told(
        |on| {
            single_scores(on)
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("\n")
        },
        &it,
    );
    let lines: Vec<&str> = said.lines().collect();
    assert!(
        lines[0].starts_with("B, a runner-up, closes the gap of 10.0 points if its own "),
        "{said}"
    );
    assert!(
        lines[1].starts_with("D, a runner-up, closes the gap of 10.0 points if its own "),
        "{said}"
    );
    assert!(
        lines[2].starts_with("The leader falls if its own"),
        "{said}"
    );
}

/// Nothing is said of regret that is untrue of those left out.
#[test]
fn row_a21_regret_speaks_of_those_it_compares() {
    let it = tried!("W10-regret-nothing-is-better");
    let said = scenario_findings(&it, &weighbridge_analysis::outlooks(&it));
    assert_eq!(
        said,
        [
            "D leads as things stand. In “S”, A leads, not settled.",
            "Of the options that have a total in every scenario, A is the safest choice: none of them is better in any scenario.",
            "D has no total in some scenario, so is left out of the table of regret, though it leads as things stand.",
        ]
    );
    // A lead that is not settled is not a first place.
    let mut file: Value =
        serde_json::from_slice(include_bytes!("files/W10-regret-nothing-is-better.json")).unwrap();
    file["scores"]["D"] = json!({"x": 0, "y": 90});
    let it = open(&file);
    let said = scenario_findings(&it, &weighbridge_analysis::outlooks(&it));
    assert_eq!(
        said[0],
        "A leads for certain as things stand. In “S”, A leads, not settled."
    );
    let results = results(&it);
    assert_eq!(
        results["scenarios"]["scenarios"][0]["verdict"]["leaders"],
        json!(["A"])
    );
}
