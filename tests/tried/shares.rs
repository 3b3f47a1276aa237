//! A share of weight that was typed is a share.

use crate::support::nth;
use proptest::prelude::*;
use weighbridge_analysis::{Share, WeightClaims, analyse};
use weighbridge_edit::{Edit, Gesture, History, WeightEntry, parse_weight};
use weighbridge_model::{Appraisal, CriterionId, RawWeight};
use weighbridge_report::{Subject, set_share, trial, typed_share, words::edit_label};

fn birmingham() -> Appraisal {
    weighbridge_opening::library::entry("birmingham-2013")
        .unwrap()
        .open()
        .unwrap()
}

fn share(on: &Appraisal, id: &CriterionId, of: Share, percent: f64) -> Result<Edit, String> {
    let analysis = analyse(on);
    typed_share(Subject::new(on, &analysis), id, of, percent)
}

fn shares(on: &Appraisal) -> Vec<f64> {
    analyse(on)
        .nodes
        .iter()
        .map(|n| n.cumulative.unwrap())
        .collect()
}

#[test]
fn row_a02_a_share_typed_is_a_share_and_the_others_keep_their_proportions() {
    let mut history = History::new(std::rc::Rc::new(birmingham()));
    let before = history.present().clone();
    let id = before.criteria[4].id.clone();
    let Ok(WeightEntry::Share(typed)) = parse_weight("33%", false) else {
        panic!("33% is read as points");
    };
    let edit = share(&before, &id, Share::Local, typed.get()).unwrap();
    assert_eq!(edit_label(&edit, &before), "Change weight of Independence");
    history.apply(&edit, Gesture::Done).unwrap();
    let now = shares(history.present());
    assert!((now[4] - 0.33).abs() < 1e-12, "{now:?}");
    for (at, was) in shares(&before)
        .into_iter()
        .enumerate()
        .filter(|(at, _)| *at != 4)
    {
        assert!((now[at] - was * 0.67 / 0.9).abs() < 1e-12, "{at}: {now:?}");
    }
    // One step back, and the same edit again gives the same.
    let after = history.present().clone();
    assert!(history.undo().is_some());
    assert_eq!(*history.present(), before);
    history.apply(&edit, Gesture::Done).unwrap();
    assert_eq!(*history.present(), after);
    // Set back by hand, the points are those from before, to the last digit.
    let back = share(&after, &id, Share::Local, 10.0).unwrap();
    history.apply(&back, Gesture::Done).unwrap();
    assert_eq!(history.present().criteria, before.criteria);
}

#[test]
fn row_a02_shares_that_cannot_be_are_refused_with_a_reason() {
    let mut on = birmingham();
    let id = on.criteria[4].id.clone();
    let refused = |on: &Appraisal, percent: f64, says: &str| {
        let why = share(on, &id, Share::Local, percent).unwrap_err();
        assert!(why.contains(says), "{why}");
    };
    refused(&on, 100.5, "cannot be more than 100%");
    refused(&on, -1.0, "cannot be negative");
    refused(&on, f64::NAN, "more than 100%");
    // The others would have nothing left whose proportions could be kept.
    refused(&on, 100.0, "leave nothing for the others");
    assert!(share(&on, &id, Share::Local, 99.9).is_ok());
    let first = on.criteria[0].id.clone();
    on.agreed_mut().weights.set_raw(&first, None);
    refused(
        &on,
        33.0,
        "Front line has no weight yet, and blank is not 0",
    );
    on.criteria_mut().retain(|c| c.id == id);
    refused(&on, 33.0, "only criterion");
}

#[test]
fn row_a02_points_that_were_set_aside_come_back_with_a_share() {
    let mut on = birmingham();
    let id = on.criteria[4].id.clone();
    // By another way all weigh the same; the points are 30, 20, 15, 15, 10 and 10.
    let weights = &mut on.agreed_mut().weights;
    let points: Vec<_> = weights
        .iter()
        .map(|(id, w)| (id.clone(), w.raw.unwrap()))
        .collect();
    for (id, _) in &points {
        weights.set_raw(id, RawWeight::new(1.0));
    }
    weights.change_weighting(None, |said| {
        said.method = weighbridge_model::WeightingMethod::Rank;
        said.direct = points.into_iter().collect();
    });
    let edit = share(&on, &id, Share::Local, 33.0).unwrap();
    edit.apply(&mut on).unwrap();
    let now = shares(&on);
    assert!((now[0] - 0.30 * 0.67 / 0.9).abs() < 1e-12, "{now:?}");
    assert!(!on.agreed().weights.weighting(None).points_aside());
}

#[test]
fn row_a02_what_may_be_tried_comes_true() {
    let on = birmingham();
    let analysis = analyse(&on);
    let all = WeightClaims::new(&analysis);
    let claim = all.of(nth(&analysis.nodes, 4), Share::Local).unwrap();
    let found = trial(&analysis, claim, &claim.above[0]).unwrap();
    assert_eq!((found.percent, found.of), (33.0, claim.lines.share));
    let mut then = on.clone();
    share(&on, &found.criterion, found.of, found.percent)
        .unwrap()
        .apply(&mut then)
        .unwrap();
    assert_eq!(analyse(&then).verdict.leaders(), claim.above[0].leaders);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_may_be_tried_comes_true_for_any_appraisal(on in crate::random::appraisal(0)) {
        let analysis = analyse(&on);
        for claim in &WeightClaims::new(&analysis).claims {
            for change in claim.above.first().into_iter().chain(claim.below.first()) {
                let Some(found) = trial(&analysis, claim, change) else { continue };
                let on_now = Subject::new(&on, &analysis);
                let Ok(edit) = set_share(on_now, &found.criterion, found.of, found.percent) else { continue };
                let mut then = on.clone();
                edit.apply(&mut then).unwrap();
                let after = analyse(&then);
                // Within what sums can tell, they lead together.
                let leaders = after.verdict.leaders();
                prop_assert!(
                    leaders.is_empty() || change.leaders.iter().any(|at| leaders.contains(at)),
                    "{found:?}: {leaders:?}, not {:?}",
                    change.leaders
                );
            }
        }
    }

    #[test]
    fn a_typed_share_is_what_the_analysis_then_has(on in crate::random::appraisal(0), percent in 0.0..=100.0) {
        let analysis = analyse(&on);
        // Of weights near the smallest number there is no share to be had.
        prop_assume!(analysis.nodes.iter().filter_map(|n| n.raw).all(|raw| raw == 0.0 || raw > 1e-100));
        for (at, node) in analysis.nodes.iter_enumerated() {
            for of in [Share::Local, Share::Cumulative] {
                let subject = Subject::new(&on, &analysis);
                let Ok(edit) = set_share(subject, &node.id, of, percent) else { continue };
                let mut then = on.clone();
                edit.apply(&mut then).unwrap();
                let then = analyse(&then);
                let now = match of {
                    Share::Local => then.nodes[at].local,
                    Share::Cumulative => then.nodes[at].cumulative,
                };
                prop_assert!((now.unwrap() * 100.0 - percent).abs() < 1e-6, "{now:?}");
            }
        }
    }
}
