//! What is said of single weights: none is left out, no change is counted twice, and the words at a threshold,
//! of a tie and of almost nothing are true.

use super::conclude::scored;
use crate::support::*;
use weighbridge_analysis::{NodeIx, Share, WeightClaim, WeightClaims, analyse, with_share};
use weighbridge_file as file;
use weighbridge_model::{Appraisal, CriterionId};
use weighbridge_opening::library;
use weighbridge_report::{
    SingleChanges, Subject, changes, holds_unless, issue_words, set_share, tie_words,
    weights_table, winners_along,
};

fn tried(text: &str) -> Appraisal {
    file::open(text.as_bytes()).unwrap()
}

/// What is done with an appraisal and what follows from it.
fn with<T>(on: &Appraisal, act: impl Fn(Subject<'_>, &WeightClaims) -> T) -> T {
    let analysis = analyse(on);
    let subject = Subject::new(on, &analysis);
    act(subject, &WeightClaims::new(&analysis))
}

fn said(on: &Appraisal) -> Vec<String> {
    with(on, |on, _| {
        changes(on).iter().map(ToString::to_string).collect()
    })
}

/// In P, a group of a and b, either is the other's change within P, but not of everything.
#[test]
fn a_share_of_everything_in_a_group_of_two_is_a_change_of_its_own() {
    let on = tried(include_str!("files/r1-no-other-false.json"));
    let before = analyse(&on);
    let b = before.nodes.position(|n| n.id.as_str() == "b").unwrap();
    let then = with_share(on.agreed(), &before, b, Share::Cumulative, 0.5).unwrap();
    assert_ne!(
        analyse(on.said_by(&then)).verdict.leaders(),
        before.verdict.leaders()
    );
    let said = said(&on);
    assert!(
        said.iter().any(|s| s.starts_with("If b counted for")),
        "{said:?}"
    );
}

/// B and C draw level at 100%, where they have the same value: the tolerance of ties is no digit of the threshold.
#[test]
fn others_that_draw_level_at_the_end_do_so_at_a_hundred() {
    let on = scored(
        &[10.0, 90.0],
        &[&[60.0, 90.0], &[90.0, 50.0], &[90.0, 10.0]],
    );
    let said = said(&on);
    assert!(
        said[0].contains("counted for more than 57.2% and less than 100% of everything"),
        "{said:?}"
    );
}

/// Each weight with a change in the table is counted at the top, or the sentences and the table say whose
/// change it is.
#[test]
fn heading_sentences_and_table_count_the_same_weights() {
    for on in [
        library::entry("office-location").unwrap().open().unwrap(),
        tried(include_str!(
            "files/W04-no-other-single-weight-nested-group.json"
        )),
        tried(include_str!("files/N03-order-means-two-things.json")),
        tried(include_str!("files/r1-no-other-false.json")),
    ] {
        with(&on, |on, claims| {
            let told: Vec<String> = changes(on).iter().map(ToString::to_string).collect();
            let ifs = told.iter().filter(|s| s.starts_with("If ")).count();
            assert_eq!(ifs, claims.count(), "{told:?}");
            let mut changing: Vec<NodeIx> = claims
                .claims
                .iter()
                .filter(|c| c.changes_leader())
                .map(|c| c.node())
                .collect();
            changing.dedup();
            assert_eq!(changing.len(), claims.count() + claims.mirrored.len());
            let table = weights_table(on);
            let same = table
                .rows
                .iter()
                .filter(|r| r.join(" ").contains("(the same change as"));
            assert!(same.count() >= claims.mirrored.len());
            // The nearest comes first, of whichever kind.
            let nearest = claims
                .claims
                .iter()
                .map(|c| c.distance())
                .fold(f64::MAX, f64::min);
            let first = claims.claims[claims.listed[0]].distance();
            assert_eq!(first.to_bits(), nearest.to_bits());
        });
    }
}

#[test]
fn a_tie_that_no_weight_breaks_is_told_as_that() {
    let on = tried(include_str!("files/W02-no-weight-breaks-the-tie.json"));
    with(&on, |on, _| {
        assert_eq!(
            weights_table(on).caption,
            "Beyond these ranges another option takes over from those that tie"
        );
        let words = tie_words(on).unwrap().to_string();
        assert!(
            words.contains("no single weight tells them apart"),
            "{words}"
        );
    });
}

/// At the very threshold the two are level, so that neither is said to lead there.
#[test]
fn a_stretch_ends_short_of_its_threshold() {
    let on = tried(include_str!("files/04-marks-out-of-five.json"));
    let found = with(&on, |on, claims| {
        let all = claims.claims.iter().filter_map(|c| winners_along(on, c));
        all.map(|t| t.to_string()).collect::<Vec<_>>()
    });
    assert!(!found.is_empty());
    for words in found {
        assert!(
            !words.contains(" from ") && !words.contains(" up to "),
            "{words}"
        );
    }
}

#[test]
fn almost_nothing_is_told_as_less_than_is_shown() {
    let on = tried(include_str!("files/r22-tiny.json"));
    let said = said(&on).join(" ");
    assert!(said.contains("now less than 0.01%"), "{said}");
    assert!(!said.contains("e-"), "{said}");
    let table = with(&on, |on, _| weights_table(on));
    for row in table.rows {
        let (_, decimals) = row[1].split_once('.').unwrap();
        assert_eq!(decimals.len(), "123%".len(), "{row:?}");
    }
}

/// All of the weight is refused while others have some: they keep their proportions.
#[test]
fn all_of_the_weight_is_refused_while_others_have_some() {
    let on = library::entry("birmingham-2013").unwrap().open().unwrap();
    let id = on.criteria[4].id.clone();
    with(&on, |subject, _| {
        for of in [Share::Local, Share::Cumulative] {
            let why = set_share(subject, &id, of, 100.0).unwrap_err();
            assert!(why.contains("nothing for the others"), "{why}");
        }
        let mut then = on.clone();
        set_share(subject, &id, Share::Local, 99.9)
            .unwrap()
            .apply(&mut then)
            .unwrap();
        let back = with(&then, |on, _| {
            set_share(on, &id, Share::Local, 10.0).unwrap()
        });
        back.apply(&mut then).unwrap();
        let shares = |on: &Appraisal| -> Vec<f64> {
            let nodes = analyse(on).nodes;
            nodes.iter().filter_map(|n| n.local).collect()
        };
        for (was, now) in shares(&on).into_iter().zip(shares(&then)) {
            close(was, now, 1e-9);
        }
    });
    // Where it has all of it anyway, it may be said.
    let criteria = serde_json::json!([{"id": "x", "name": "X", "weight": 3}, {"id": "y", "name": "Y", "weight": 0}]);
    let scores = serde_json::json!({"a": {"x": 1, "y": 2}, "b": {"x": 2, "y": 1}});
    let on = appraisal(&criteria, &["a", "b"], &scores);
    let x = CriterionId::new("x").unwrap();
    with(&on, |on, _| {
        assert!(set_share(on, &x, Share::Local, 100.0).is_ok())
    });
}

#[test]
fn weights_that_do_not_fit_what_is_said_of_them_are_noted() {
    let on = tried(include_str!("files/st-vs-weights.json"));
    let noted = |on: &Appraisal| -> Vec<String> {
        let issues = analyse(on).issues;
        let own = issues
            .iter()
            .filter(|i| i.code() == "weights-break-statement");
        own.map(|i| issue_words(i, on)).collect()
    };
    assert_eq!(
        noted(&on),
        [
            "The weights in use do not fit “x counts at least as much as y”, which is said on All weights. Change the weights, or take it back."
        ]
    );
    assert_eq!(
        noted(&tried(include_str!(
            "files/N01-statement-forces-zero-ranks-do-not-add-up.json"
        )))
        .len(),
        1
    );
    let mut fits = on;
    fits.criteria_mut().swap(0, 1);
    let [first, second] = [0, 1].map(|at: usize| fits.criteria[at].id.clone());
    let weights = &mut fits.agreed_mut().weights;
    let (one, other) = (weights.raw(&first), weights.raw(&second));
    weights.set_raw(&first, other);
    weights.set_raw(&second, one);
    assert!(noted(&fits).is_empty());
}

#[test]
fn the_heading_counts_the_weights_that_the_table_has() {
    let on = library::entry("office-location").unwrap().open().unwrap();
    let words = with(&on, |on, claims| {
        let sure = holds_unless(on, &SingleChanges::of(on)).unwrap();
        assert_eq!(claims.changing(), 7);
        format!("{}. {}", sure.heading, sure.rest)
    });
    assert_eq!(
        words,
        "The lead holds unless Comfort counts for more than 26.1% of everything (now 6.45%). Or unless one of five other weights changes by at least 24 percentage points, or one of three scores changes by at least 49 points."
    );
    let changing = with(&on, |_, claims| {
        let own = claims.claims.iter().filter(|c| c.changes_leader());
        let mut nodes: Vec<_> = own.map(WeightClaim::node).collect();
        nodes.dedup();
        nodes.len()
    });
    assert_eq!(changing, 7);
}
