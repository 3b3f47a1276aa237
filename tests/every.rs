//! Every weight and every score with where the leader changes, one change counted once, and what still
//! holds while two lead together.

use crate::findings::{Whole, birmingham, of};
use crate::flips::{ahead, least_weights, said, small};
use crate::support::*;
use serde_json::json;
use weighbridge_analysis::{Bar, Driver, all_score_flips, analyse, joint_weights, tornado};
use weighbridge_edit::{Edit, WeightsEdit};
use weighbridge_model::{Appraisal, RawWeight};
use weighbridge_opening::library;
use weighbridge_report::{Subject, scores_table, tornado_picture, weights_table};

#[test]
fn every_weight_at_every_level_has_its_exact_flips() {
    let table = weights_table(Whole::new(birmingham()).on());
    let independence = table
        .rows
        .iter()
        .find(|r| r[0].starts_with("Indep"))
        .unwrap();
    assert_eq!(
        independence[1..],
        [
            "10.000%",
            "0.000%",
            "32.835%",
            "–",
            "Trust (council); above 40.660%, Trust (DfE)",
        ]
    );
    close(table.numbers[4][3].unwrap(), 0.328_358_209, 1e-9);
    let it = Whole::new(library::entry("office-location").unwrap().open().unwrap());
    let table = weights_table(it.on());
    let names: Vec<&str> = table.rows.iter().map(|r| r[0].as_str()).collect();
    assert!(names.contains(&"Turnover, of everything"), "{names:?}");
    let inner = |of: &str| names.iter().filter(|n| n.ends_with(of)).count();
    assert!(inner(", within Turnover") > 1);
    assert_eq!(
        inner(", within Turnover") + inner(", within Working conditions"),
        inner(", of everything") - 2,
        "{names:?}"
    );
    assert_eq!(table.rows[0][1], "80.645%");
}

#[test]
fn every_score_has_its_flip_within_reach_or_not() {
    let table = scores_table(Whole::new(birmingham()).on());
    assert_eq!(
        table.caption,
        "Scores that change the leader by themselves: 2 of 30"
    );
    assert_eq!(table.rows.len(), 30);
    assert_eq!(
        table.rows[0][..],
        [
            "Integrated transformation",
            "Front line",
            "70.0",
            "13.3",
            "−56.7",
            "Trust (council)",
            "Yes"
        ]
    );
    let runner_up = |r: &&Vec<String>| r[0].ends_with("BCC") && r[1] == "Front line";
    assert_eq!(
        table.rows.iter().find(runner_up).unwrap()[3..],
        [
            "116.7",
            "56.7",
            "Trust (council)",
            "Not possible (would need 116.7)"
        ]
    );
    close(table.numbers[0][3].unwrap(), 70.0 - 17.0 / 0.3, 1e-9);
    assert_eq!(table.numbers[0][6], None);
}

#[test]
fn two_weights_that_share_a_group_are_one_change() {
    let it = of(&json!([3, 1]), &[json!([60, 40]), json!([40, 60])]);
    // Each of the two could, and one sentence tells of both.
    assert_eq!(
        it.sureness().unwrap(),
        "The lead holds unless the leader scores below 46.7 on Cost (now 60). Or unless one weight changes by at least 25 percentage points, or one other score changes by at least 13 points."
    );
    let weights = it.changes().into_iter().filter(|s| !s.contains("score"));
    assert_eq!(
        weights.collect::<Vec<_>>(),
        [
            "If Cost counted for less than 50% of everything (now 75%, the rest Quality), B would be ahead."
        ]
    );
    // Two of three are two changes.
    let it = of(
        &json!([3, 1, 1]),
        &[json!([60, 40, 50]), json!([40, 60, 50])],
    );
    let sure = it.sureness().unwrap();
    assert!(sure.contains("one of two weights changes"), "{sure}");
}

#[test]
fn one_criterion_leaves_the_scores_to_decide() {
    let it = of(&json!([1]), &[json!([60]), json!([40])]);
    assert_eq!(
        it.sureness().unwrap(),
        "The lead holds unless the leader scores below 40 on Cost (now 60). Or unless one other score changes by at least 20 points."
    );
    assert!(!it.changes().is_empty());
}

#[test]
fn tables_of_a_tie_say_what_breaks_it() {
    let it = of(&json!([1, 1]), &[json!([60, 40]), json!([40, 60])]);
    let table = weights_table(it.on());
    assert_eq!(table.headers[2], "Tied from");
    assert_eq!(
        table.rows[0][1..],
        ["50.000%", "50.000%", "50.000%", "B", "A"]
    );
    assert_eq!(scores_table(it.on()).rows[0][3..], ["60", "0", "A", "Yes"]);
}

/// Twelve things turn the lead of o0, one at a time.
#[test]
fn all_that_turns_the_lead_is_counted_whatever_is_drawn() {
    let on = small(
        &[1.0, 1.0, 1.0],
        &[
            vec![50.0, 52.0, 50.0],
            vec![60.0, 40.0, 51.0],
            vec![40.0, 60.0, 50.0],
        ],
    );
    let analysis = analyse(&on);
    let on = Subject::new(&on, &analysis);
    let bars = tornado(on.appraisal, &analysis, usize::MAX);
    let turns = bars.iter().filter(|b| b.turns());
    let (weights, scores): (Vec<&Bar>, Vec<&Bar>) =
        turns.partition(|b| matches!(b.lever, Driver::Weight(_)));
    assert_eq!((weights.len(), scores.len(), bars.len()), (2, 9, 12));
    let (presentation, chart) = tornado_picture(on, &bars, 4).unwrap();
    assert!(
        presentation
            .title
            .starts_with("11 of 12 such changes would put another option first. "),
        "{}",
        presentation.title
    );
    assert_eq!(chart.rows.len(), 4);
    assert!(
        presentation
            .subtitle
            .ends_with("unless a range was stated. The four largest of 12 are shown."),
        "{}",
        presentation.subtitle
    );
}

/// What one has, the other has not: the swing of either is the swing of both.
#[test]
fn two_weights_that_share_a_group_have_one_bar() {
    let mut on = small(&[1.0, 1.0], &[vec![90.0, 30.0], vec![20.0, 95.0]]);
    let levers = |on: &Appraisal| -> Vec<(usize, bool)> {
        let bars = tornado(on, &analyse(on), usize::MAX).into_iter();
        let weight = |b: &Bar| match b.lever {
            Driver::Weight(node) => Some(usize::from(node)),
            Driver::Score { .. } => None,
        };
        bars.filter_map(|b| Some((weight(&b)?, b.stated))).collect()
    };
    assert_eq!(levers(&on), [(0, false)]);
    let range = [0.5, 2.0].map(|x| RawWeight::new(x).unwrap());
    Edit::Weights(WeightsEdit::Range(criterion("c1"), Some(range)))
        .apply(&mut on)
        .unwrap();
    assert_eq!(levers(&on), [(1, true)]);
    let analysis = analyse(&on);
    let on = Subject::new(&on, &analysis);
    let bars = tornado(on.appraisal, &analysis, usize::MAX);
    let (_, chart) = tornado_picture(on, &bars, 10).unwrap();
    let named = |name: &str| chart.rows.iter().any(|r| r.name == name);
    assert!(
        named("Weight of c1 (range of points as stated)"),
        "{:?}",
        chart.rows
    );
    assert!(named("Score of o0 on c0"), "{:?}", chart.rows);
}

#[test]
fn a_tie_says_what_still_holds() {
    let tied = small(
        &[2.0, 1.0, 1.0],
        &[
            vec![60.0, 40.0, 50.0],
            vec![50.0, 60.0, 50.0],
            vec![20.0, 30.0, 90.0],
        ],
    );
    let told = said(&tied);
    assert_eq!(
        told[1..],
        [
            "o0 and o1 lead together, so there is no lead to move: the slightest change of a weight that tells them apart, or of one of their scores, decides.",
            "The smallest change of weights that puts o2 first: move 17.9 percentage points from c0 to c2.",
            "The smallest change of scores that puts o2 first adds up to 25.1 points of value: o2 on c0 from 20 to 45.1.",
        ],
        "{told:?}"
    );
    let analysis = analyse(&tied);
    let found = &joint_weights(&analysis)[0];
    let values = [[60.0, 40.0, 50.0], [50.0, 60.0, 50.0], [20.0, 30.0, 90.0]].map(Vec::from);
    close(ahead(&found.weights, &values, 2), 0.0, 1e-7);
    close(
        found.l1,
        least_weights(&[0.5, 0.25, 0.25], &values, 2).unwrap(),
        1e-7,
    );
    let leading: Vec<_> = all_score_flips(&tied, &analysis)
        .into_iter()
        .filter(|f| usize::from(f.option) < 2)
        .map(|f| (f.at - f.now, f.to == [f.option], f.within))
        .collect();
    assert_eq!(leading, [(0.0, true, true); 6]);
    // Twins are told as twins.
    let twins = small(
        &[1.0, 1.0],
        &[vec![90.0, 30.0], vec![20.0, 80.0], vec![20.0, 80.0]],
    );
    let words = "no weights put it ahead of o2, which has the same values throughout.";
    let level = said(&twins)
        .into_iter()
        .filter(|s| s.contains(" level with the first"));
    assert_eq!(level.count(), 1, "both of them are told at once");
    assert!(
        said(&twins).iter().any(|s| s.ends_with(words)),
        "{:?}",
        said(&twins)
    );
}
