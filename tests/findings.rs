//! What the findings say: who leads, whether that is settled, and what would change it.

use crate::support::*;
use serde_json::{Value, json};
use weighbridge_analysis::{Analysis, WeightClaims, analyse, score_flips};
use weighbridge_chart::Presentation;
use weighbridge_edit::Edit;
use weighbridge_model::{Appraisal, RawWeight};
use weighbridge_opening::library;
use weighbridge_report::{
    SingleChanges, Subject, all_findings, changes, compare, consequence, contributions_picture,
    dominance, explain_total, explain_value, headline, holds_unless, left_out, matrix_file,
    own_headline, own_picture, own_words, picture_table, profile_picture, summary, weight_headline,
};

/// An appraisal with what follows, so that a test can speak about both.
pub struct Whole(pub Appraisal, pub Analysis);

impl Whole {
    pub fn new(appraisal: Appraisal) -> Self {
        let analysis = analyse(&appraisal);
        Self(appraisal, analysis)
    }

    pub fn on(&self) -> Subject<'_> {
        Subject::new(&self.0, &self.1)
    }

    pub fn sureness(&self) -> Option<String> {
        let sure = holds_unless(self.on(), &SingleChanges::of(self.on()))?;
        Some(match sure.rest.is_empty() {
            true => sure.heading,
            false => format!("{}. {}", sure.heading, sure.rest),
        })
    }

    pub fn changes(&self) -> Vec<String> {
        changes(self.on()).iter().map(ToString::to_string).collect()
    }
}

pub fn birmingham() -> Appraisal {
    library::entry("birmingham-2013").unwrap().open().unwrap()
}

/// Options A, B, C… with a score on each of some criteria; `null` is missing.
pub fn of(weights: &Value, scores: &[Value]) -> Whole {
    let weights = weights.as_array().unwrap();
    let name = |at: usize| ["Cost", "Quality", "Speed", "Reach"][at];
    let criteria: Vec<Value> = weights
        .iter()
        .enumerate()
        .map(|(at, w)| json!({"id": format!("c{at}"), "name": name(at), "weight": w}))
        .collect();
    let ids = ["A", "B", "C", "D"];
    let options: Vec<Value> = (0..scores.len())
        .map(|at| json!({"id": ids[at].to_lowercase(), "name": ids[at]}))
        .collect();
    let scores: Value = scores
        .iter()
        .enumerate()
        .map(|(option, row)| {
            let row = row.as_array().unwrap().iter().enumerate();
            let row: Value = row.map(|(at, v)| (format!("c{at}"), v.clone())).collect();
            (ids[option].to_lowercase(), row)
        })
        .collect();
    Whole::new(open(&json!({
        "format": "weighbridge", "version": 1, "title": "Test",
        "options": options, "criteria": criteria, "scores": scores,
    })))
}

/// One option with all scores, one ahead of it whatever its missing score, and one behind.
fn with_gaps() -> Whole {
    let none = json!({"absent": "not-applicable"});
    let unsure = json!({"absent": "cannot-judge"});
    let measure = json!({"kind": "measure", "unit": "£m a year", "direction": "lower"});
    Whole::new(open(&json!({
        "format": "weighbridge", "version": 1, "title": "Test",
        "options": [{"id": "keep", "name": "Keep in house"}, {"id": "trust", "name": "Trust"}, {"id": "out", "name": "Outsource"}],
        "criteria": [
            {"id": "quality", "name": "Quality", "weight": 50, "criteria": [
                {"id": "outcomes", "name": "Outcomes", "weight": 60},
                {"id": "experience", "name": "Experience", "weight": 40}]},
            {"id": "cost", "name": "Cost", "weight": 30, "scale": measure},
            {"id": "rating", "name": "Rating", "weight": 20},
            {"id": "speed", "name": "Speed", "weight": 10}],
        "scores": {
            "keep": {"outcomes": 80, "experience": 70, "cost": 12.5, "rating": 75, "speed": 40},
            "trust": {"outcomes": 60, "experience": 50, "cost": 10, "rating": 0, "speed": none},
            "out": {"outcomes": 20, "experience": 30, "cost": 8, "rating": 100, "speed": unsure}},
    })))
}

#[test]
fn an_option_ahead_whatever_its_missing_scores_is_said_to_be_ahead() {
    let it = with_gaps();
    assert_eq!(ids(&it.1, &it.1.ahead), ["out"]);
    assert_eq!(
        headline(it.on()),
        "Outsource leads by at least 4.5 points, whatever the missing scores of Trust and Outsource are"
    );
    assert_eq!(
        summary(it.on()),
        "Wherever its missing score lies on its scale, Outsource comes to between 56.3 and 65.5, and Keep in house has 51.8 now."
    );
    assert_eq!(results(&it.0)["ahead"], json!(["out"]));
    let (_, chart) = contributions_picture(it.on());
    let shown: Vec<(&str, &str)> = chart
        .rows
        .iter()
        .map(|r| (r.rank.as_str(), r.name.as_str()))
        .collect();
    assert_eq!(
        shown,
        [("–", "Outsource"), ("–", "Keep in house"), ("–", "Trust")],
        "nobody has the first place"
    );
}

#[test]
fn an_end_of_a_scale_that_may_still_move_is_not_certain() {
    // B has no amount; any amount below 8 would bring A, at the best end, down from 100.
    let measure = json!({"kind": "measure", "direction": "lower"});
    let appraisal = appraisal(
        &json!([{"id": "x", "name": "X", "weight": 1, "scale": measure}, {"id": "y", "name": "Y", "weight": 1}]),
        &["a", "b", "c"],
        &json!({"a": {"x": 8, "y": {"absent": "missing"}}, "b": {"y": 10}, "c": {"x": 10, "y": 20}}),
    );
    let analysis = analyse(&appraisal);
    // A has at least 50 and C has 10, but A's 50 rest on the scale of X.
    assert_eq!(ids(&analysis, &analysis.ahead), [""; 0]);
}

#[test]
fn one_complete_option_gives_no_verdict_on_how_sure() {
    let it = with_gaps();
    assert_eq!(it.sureness(), None);
    assert_eq!(it.changes(), [""; 0]);
    let left = left_out(it.on()).unwrap().to_string();
    assert_eq!(
        left,
        "Outsource is ahead although it has scores missing, so what follows compares only the options with all their scores."
    );
    assert!(all_findings(it.on()).contains(&left));
}

#[test]
fn options_left_out_are_named_wherever_changes_are_told() {
    // C has no scores at all: it could still come first.
    let it = of(
        &json!([1, 1]),
        &[json!([90, 90]), json!([20, 30]), json!([null, null])],
    );
    assert_eq!(
        headline(it.on()),
        "A leads, but C could still overtake it by up to 10.0 points once all its scores are in"
    );
    assert_eq!(
        it.sureness().unwrap(),
        "Missing scores could change who leads. Among the options with all their scores, no change of a single weight or score puts another option first."
    );
    assert_eq!(
        left_out(it.on()).unwrap().to_string(),
        "C has scores missing, so is left out of what would change the answer."
    );
    // C is too far behind at these weights, but nothing is known of others.
    let it = of(
        &json!([9, 1]),
        &[json!([90, 90]), json!([20, 30]), json!([0, null])],
    );
    assert_eq!(
        headline(it.on()),
        "A leads by at least 69.0 points, whatever the missing scores of C are"
    );
    assert_eq!(
        it.sureness().unwrap(),
        "Among the options with all their scores, the lead holds unless the leader scores below 13.4 on Cost (now 90). Or unless one other score changes by at least 76 points."
    );
}

#[test]
fn how_sure_says_what_could_change_and_how_narrow_it_is() {
    let it = Whole::new(birmingham());
    assert_eq!(
        it.sureness().unwrap(),
        "The lead holds unless Independence counts for about a third of everything. Or unless one of two scores changes by at least 56 points."
    );
    let it = of(&json!([1, 1]), &[json!([90, 90]), json!([20, 30])]);
    assert_eq!(
        it.sureness().unwrap(),
        "No change of a single weight or score puts another option first"
    );
    let it = of(&json!([1, 1]), &[json!([90, 10]), json!([20, 79])]);
    assert_eq!(
        it.sureness().unwrap(),
        "The lead is narrow, and holds unless Cost counts for less than 49.7% of everything (now 50%). Or unless one of four scores changes by at least 1 point."
    );
}

#[test]
fn a_tie_says_what_would_break_it() {
    let it = of(&json!([1, 1]), &[json!([60, 40]), json!([40, 60])]);
    assert_eq!(it.sureness().unwrap(), "No clear winner: A and B tie");
    assert_eq!(
        it.changes(),
        [
            "If Cost had more weight (now 50% of everything, the rest Quality), A would be ahead; if less, B would be ahead.",
            "A would come first if it scored above 60 on Cost (now 60), or above 40 on Quality (now 40).",
            "B would come first if it scored above 40 on Cost (now 40), or above 60 on Quality (now 60).",
        ]
    );
    let compared = compare(it.on(), opt(&it.1, 0), opt(&it.1, 1)).unwrap();
    assert_eq!(compared.title, "Why A and B tie");
    assert_eq!(
        compared.foot,
        ("A level with B".to_owned(), "0.0".to_owned())
    );

    let it = of(&json!([1, 1]), &[json!([60, 40]), json!([60, 40])]);
    assert_eq!(
        it.changes(),
        [
            "No weight breaks the tie, whatever it is.",
            "A would come first if it scored above 60 on Cost (now 60), or above 40 on Quality (now 40).",
            "B would come first if it scored above 60 on Cost (now 60), or above 40 on Quality (now 40).",
        ]
    );
    assert_eq!(
        weight_headline(it.on(), &WeightClaims::new(&it.1).claims[0]),
        "A and B lead together whatever share of everything Cost has"
    );
    assert_eq!(compare(it.on(), opt(&it.1, 1), opt(&it.1, 1)), None);
}

#[test]
fn other_weights_are_spoken_of_only_where_there_are_others() {
    let it = of(&json!([3, 1]), &[json!([60, 40]), json!([40, 60])]);
    let said = it.changes();
    assert!(said[0].starts_with(
        "If Cost counted for less than 50% of everything (now 75%, the rest Quality), B would be ahead."
    ));
    assert!(!said.iter().any(|s| s.contains("other weight")), "{said:?}");
    let said = Whole::new(birmingham()).changes();
    assert_eq!(
        said[1],
        "No other weight changes the leader, whatever it is."
    );
}

#[test]
fn the_leaders_own_scores_can_lose_it_the_lead() {
    let it = Whole::new(birmingham());
    let found: Vec<(String, f64)> = score_flips(&it.0, &it.1)
        .iter()
        .map(|f| {
            assert_eq!(it.1.options[f.option].id.as_str(), "integrated");
            (it.1.leaf_node(f.leaf).id.to_string(), f.at)
        })
        .collect();
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].0, "front-line");
    close(found[0].1, 70.0 - 17.0 / 0.3, 1e-9);
    assert_eq!(found[1].0, "partners");
    close(found[1].1, 5.0, 1e-9);
    assert_eq!(
        it.changes()[2..],
        [
            "Establish a trust accountable to BCC would come first if Integrated transformation scored below 13.3 on Front line (now 70), or below 5 on Partners (now 90).",
            "No other option could win by raising one score, even to 100.",
        ]
    );
    // At the value itself they are level; a hair below, the other leads.
    for (below, leads) in [(0.0, 2), (1e-6, 1)] {
        let at = weighbridge_model::Finite::new(5.0 - below).unwrap();
        let edit = weighbridge_edit::Edit::score(
            &option("integrated"),
            &criterion("partners"),
            weighbridge_model::Entry::Number(at),
        );
        let mut changed = birmingham();
        edit.apply(&mut changed).unwrap();
        assert_eq!(analyse(&changed).verdict.leaders().len(), leads, "{below}");
    }
}

#[test]
fn a_score_that_would_bring_another_first_is_named() {
    let it = of(
        &json!([1, 1]),
        &[json!([60, 60]), json!([60, 40]), json!([0, 100])],
    );
    assert_eq!(
        it.changes()[2..],
        [
            "B would come first if it scored above 80 on Cost (now 60), or above 60 on Quality (now 40).",
            "C would come first if it scored above 20 on Cost (now 0).",
        ]
    );
}

#[test]
fn amounts_are_given_in_their_unit() {
    let fixed =
        json!({"kind": "measure", "unit": "£m a year", "direction": "lower", "fixed": [0, 20]});
    let local = json!({"kind": "measure", "unit": "weeks", "direction": "lower"});
    let criteria = |scale: &Value| json!([{"id": "x", "name": "Cost", "weight": 1, "scale": scale}, {"id": "y", "name": "Quality", "weight": 1}]);
    let scores = json!({"a": {"x": 4, "y": 50}, "b": {"x": 10, "y": 60}});
    let it = Whole::new(appraisal(&criteria(&fixed), &["a", "b"], &scores));
    let said = it.changes();
    // A has 80 and 50, B 50 and 60: 20 of value are 4 of the unit.
    assert!(
        said.contains(&"b would come first if a scored above £8m a year on Cost (now £4m a year), or below 30 on Quality (now 50).".to_owned()),
        "{said:?}"
    );
    assert!(
        said.contains(&"b would come first if it scored below £6m a year on Cost (now £10m a year), or above 80 on Quality (now 60).".to_owned()),
        "{said:?}"
    );
    let it = Whole::new(appraisal(&criteria(&local), &["a", "b"], &scores));
    let said = it.changes();
    assert!(
        said.contains(&"b would come first if a scored above 9.4 weeks on Cost (now 4 weeks). This is on the scale of Cost as it is now, whose ends would move with the amount: entered, an amount above 10 weeks would cost a the first place.".to_owned()),
        "{said:?}"
    );
}

#[test]
fn where_nobody_else_has_a_score_the_leader_is_not_first() {
    let it = of(
        &json!([8, 1, 1]),
        &[json!([90, 90, 40]), json!([20, 90, null])],
    );
    assert_eq!(
        summary(it.on()),
        "It comes first, or joint first, on both criteria where every option has a score."
    );
    let it = of(
        &json!([1, 1, 1]),
        &[json!([50, 50, 50]), json!([99, 0, 0]), json!([0, 99, 0])],
    );
    assert!(summary(it.on()).starts_with("It comes first on one of three criteria."));
    let it = of(
        &json!([1, 1]),
        &[json!([60, 60]), json!([90, 0]), json!([0, 90])],
    );
    assert_eq!(
        summary(it.on()),
        "It comes first on neither of the two criteria."
    );
}

#[test]
fn leads_are_as_fine_as_totals() {
    let it = of(&json!([2, 1]), &[json!([63, 65]), json!([63, 64])]);
    assert_eq!(
        headline(it.on()),
        "No clear winner: A is only 0.3 points ahead of B"
    );
    assert!(summary(it.on()).ends_with("A lead below 2 points counts as no clear winner here."));
}

#[test]
fn what_a_comparison_cannot_compare_is_said() {
    let it = with_gaps();
    let compared = compare(it.on(), opt(&it.1, 0), opt(&it.1, 2)).unwrap();
    assert_eq!(compared.title, "How Keep in house and Outsource differ");
    assert_eq!(
        compared.foot,
        (
            "Keep in house behind Outsource, where both have a score".to_owned(),
            "−8.2".to_owned()
        )
    );
    let last = compared.rows.last().unwrap();
    assert_eq!((last.values[1].as_str(), last.ahead.as_str()), ("–", "–"));
    assert_eq!(
        compared.left_out.unwrap(),
        "Speed (9.09% of the weight) is not in the sum: not both options have a score there."
    );
    let (presentation, _) = profile_picture(it.on(), opt(&it.1, 0), opt(&it.1, 2));
    assert_eq!(
        presentation.title,
        "Keep in house does better than Outsource on two of four criteria where both have a score, and worse on two"
    );
}

#[test]
fn a_missing_score_is_not_a_zero_in_a_picture() {
    let it = with_gaps();
    let (presentation, chart) = profile_picture(it.on(), opt(&it.1, 0), opt(&it.1, 2));
    for width in [390, 800, 1100] {
        let picture = chart.draw(&presentation.clone().at(width));
        assert!(
            picture
                .description
                .contains("No score on Speed: Outsource, Trust.")
        );
        if width > 600 {
            assert!(picture.svg.contains("no score: "), "{}", picture.svg);
        }
    }
    let (presentation, chart) = contributions_picture(it.on());
    let table = chart
        .draw(&Presentation {
            width: 800,
            ..presentation
        })
        .table;
    assert_eq!(table.headers[5], "Speed 9.1%");
    assert_eq!(table.rows[0][5], "–");
    assert_eq!(table.numbers[0][5], None);
}

#[test]
fn a_change_says_what_it_did_to_a_result_there_is() {
    const DID: &str = "You did";
    let before = of(&json!([1, 1]), &[json!([90, 90]), json!([20, 30])]);
    let after = of(
        &json!([1, 1]),
        &[json!([90, 90]), json!([20, 30]), json!([null, null])],
    );
    assert_eq!(
        consequence(DID, before.on(), after.on()),
        "You did. The result is no longer settled: C has no scores."
    );
    assert_eq!(
        consequence(DID, after.on(), before.on()),
        "You did. The result is settled now. A leads by 65.0 points."
    );
    let none = of(&json!([1, 1]), &[json!([null, null]), json!([null, null])]);
    let one = of(&json!([1, 1]), &[json!([90, null]), json!([null, null])]);
    assert_eq!(
        consequence(DID, none.on(), one.on()),
        "You did. No result yet: no option has all its scores."
    );
    let unweighted = of(&json!([1, null]), &[json!([90, 20]), json!([40, 50])]);
    assert_eq!(
        consequence(DID, unweighted.on(), unweighted.on()),
        "You did. No result yet: one criterion needs a weight."
    );
    let tie = of(&json!([1, 1]), &[json!([60, 40]), json!([40, 60])]);
    let higher = of(&json!([1, 1]), &[json!([80, 40]), json!([40, 80])]);
    assert_eq!(
        consequence(DID, tie.on(), higher.on()),
        "You did. Totals have changed; A and B are still level."
    );
}

#[test]
fn options_of_one_name_are_told_apart() {
    let mut same = birmingham();
    for option in same.options_mut().iter_mut().take(2) {
        option.name = "Trust".into();
        option.short = String::new();
    }
    let it = Whole::new(same);
    assert_eq!(it.on().option(opt(&it.1, 0)), "Trust (1)");
    assert_eq!(it.on().option_short(opt(&it.1, 1)), "Trust (2)");
    assert_eq!(it.on().option(opt(&it.1, 4)), "Integrated transformation");
    let said: Vec<String> = dominance(it.on()).iter().map(ToString::to_string).collect();
    assert!(
        said[0].starts_with("Trust (1) is never better on any criterion than"),
        "{said:?}"
    );
}

#[test]
fn a_criterion_that_applies_to_nobody_is_said_at_the_top() {
    let none = json!({"absent": "not-applicable"});
    let it = of(&json!([1, 1]), &[json!([90, none]), json!([20, none])]);
    assert_eq!(
        summary(it.on()),
        "It comes first on the only criterion. Quality applies to no option, so it is left out."
    );
    assert!(all_findings(it.on())[1].ends_with("so it is left out."));
}

#[test]
fn an_explanation_has_the_bends_and_no_second_total() {
    let scale = json!({"kind": "measure", "unit": "weeks", "direction": "lower", "fixed": [0, 20], "bends": [{"at": 15, "value": 10}]});
    let it = Whole::new(appraisal(
        &json!([{"id": "x", "name": "Wait", "weight": 1, "scale": scale}]),
        &["a", "b"],
        &json!({"a": {"x": 25}, "b": {"x": 5}}),
    ));
    assert_eq!(
        explain_value(it.on(), opt(&it.1, 0), nth(&it.1.leaves, 0)).steps,
        [
            "Score: 25 weeks",
            "Scale: 0 at 20 weeks, 10 at 15 weeks, 100 at 0 weeks (a fixed scale; less is better), straight lines between",
            "Value: −10",
            "Contribution to the total: 100% × −10 = −10.0",
        ]
    );
    let steps = explain_total(it.on(), opt(&it.1, 0)).steps;
    assert_eq!(steps.last().unwrap(), "Total: −10.0");
    let steps = explain_total(it.on(), opt(&it.1, 1)).steps;
    assert_eq!(steps.last().unwrap(), "Total: 70.0");
    let uneven = of(&json!([2, 1]), &[json!([63, 65]), json!([63, 64])]);
    let steps = explain_total(uneven.on(), opt(&uneven.1, 0)).steps;
    assert!(
        steps
            .last()
            .unwrap()
            .starts_with("Total: 63.6667, shown as 63.7")
    );
}

#[test]
fn tables_to_take_away_are_exact_and_say_what_they_are_of() {
    let it = Whole::new(birmingham());
    let text = matrix_file(it.on());
    assert!(text.starts_with("\u{feff}Option,"));
    assert!(text.ends_with("\"Birmingham children’s services, 2013\"\r\nIllustrative\r\nInvented scores and weights: not the council’s\r\nIntegrated transformation leads by 17.0 points.\r\n"));
    let uneven = of(&json!([2, 1]), &[json!([63, 65]), json!([63, 64])]);
    let (presentation, chart) = contributions_picture(uneven.on());
    let text = picture_table(&chart.draw(&Presentation {
        width: 800,
        ..presentation
    }));
    let total = total(&uneven.1, "a");
    assert!(text.contains(&format!(",{total}\r\n")), "{text}");
    assert!(
        text.ends_with("points ahead of B\r\nTest. Draft.\r\n"),
        "{text}"
    );
}

/// What is made with one's own weights says that they are not those of the appraisal.
#[test]
fn own_weights_say_whose_they_are() {
    let before = library::entry("birmingham-2013").unwrap().open().unwrap();
    let was = analyse(&before);
    let was = Subject::new(&before, &was);
    let with = |weights: &[(&str, f64)]| {
        let mut on = before.clone();
        for (id, weight) in weights {
            let edit = Edit::weight(&criterion(id), RawWeight::new(*weight));
            edit.apply(&mut on).unwrap();
        }
        let analysis = analyse(&on);
        let is = Subject::new(&on, &analysis);
        let (head, news) = own_headline(was, is);
        let (presentation, _) = own_picture(was, is);
        (
            head + news,
            own_words(was, is),
            presentation.title,
            presentation.source,
        )
    };
    let (_, words, title, source) = with(&[]);
    assert_eq!(words, "These are the weights of the appraisal.");
    assert!(
        title.starts_with("Integrated transformation leads"),
        "{title}"
    );
    assert!(!source.contains("weights of the appraisal"), "{source}");

    let (head, words, title, source) = with(&[("independence", 50.0)]);
    let leads = "Establish a trust accountable to BCC leads by 2.1 points";
    assert_eq!(
        head,
        "Trust (council) leads by 2.1 points. The leader has changed."
    );
    assert_eq!(
        words,
        "In the appraisal: “Integrated transformation leads by 17.0 points”."
    );
    assert_eq!(title, format!("With your own weights: {leads}"));
    assert!(
        source.contains(" Not the weights of the appraisal: Independence 35.7% instead of 10%, Front line 21.4% instead of 30%, "),
        "{source}"
    );
    let (head, words, ..) = with(&[("independence", 45.0)]);
    assert!(head.starts_with("No clear winner: "), "{head}");
    assert!(
        words.ends_with(" A lead below 2 points counts as no clear winner here."),
        "{words}"
    );

    let all = before
        .leaves()
        .into_iter()
        .map(|leaf| (leaf.id.as_str(), 0.0));
    let (head, ..) = with(&all.collect::<Vec<_>>());
    assert_eq!(head, "No result: all weights are 0.");
}
