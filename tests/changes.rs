//! Edits as values: what a check says, what is shared between appraisals, what is written down, and what a history
//! keeps of it all.

use crate::support::*;
use crate::{judged, random};
use proptest::prelude::*;
use std::rc::Rc;
use weighbridge_edit::{
    Answer, Batch, BatchSubject, Change, Edit, FrameEdit, Gesture, History, MacbethEdit, Refusal,
    RobustnessEdit, ScoresEdit, Target, WeightsEdit,
};
use weighbridge_file::{open, save};
use weighbridge_model::{Appraisal, Finite, RawWeight};
use weighbridge_opening::library;
use weighbridge_report::words::edit_label;

fn birmingham() -> Appraisal {
    library::entry("birmingham-2013").unwrap().open().unwrap()
}

fn weight(x: f64) -> RawWeight {
    RawWeight::new(x).unwrap()
}

/// Which of the four sections two appraisals share: frame, options, criteria, judgements.
fn shared(one: &Appraisal, other: &Appraisal) -> [bool; 4] {
    [
        Rc::ptr_eq(&one.frame, &other.frame),
        Rc::ptr_eq(&one.options, &other.options),
        Rc::ptr_eq(&one.criteria, &other.criteria),
        Rc::ptr_eq(&one.judgements, &other.judgements),
    ]
}

#[test]
fn a_change_copies_the_section_it_touches_and_no_other() {
    let on = birmingham();
    let after = |edit: Edit| {
        let mut to = on.clone();
        edit.apply(&mut to).unwrap();
        assert_ne!(to, on, "{edit:?}");
        shared(&on, &to)
    };
    let title = Edit::Frame(FrameEdit::Title("Another".to_owned()));
    assert_eq!(after(title), [false, true, true, true]);
    assert_eq!(
        after(Edit::add_option(&on, "Another")),
        [true, false, true, true]
    );
    let criterion = criterion("pace");
    assert_eq!(
        after(Edit::add_criterion(&on, "Another", None)),
        [true, true, false, true]
    );
    assert_eq!(
        after(Edit::weight(&criterion, Some(weight(11.0)))),
        [true, true, true, false]
    );
    let score = weighbridge_model::Entry::Number(Finite::new(1.0).unwrap());
    let score = Edit::score(&option("integrated"), &criterion, score);
    assert_eq!(after(score), [true, true, true, false]);
    let seed = Edit::Robustness(RobustnessEdit::Seed(7));
    assert_eq!(after(seed), [true, true, true, false]);
}

#[test]
fn a_refused_edit_copies_nothing() {
    let on = birmingham();
    let mut to = on.clone();
    let long = Edit::Frame(FrameEdit::Question("x".repeat(100_001)));
    assert!(long.apply(&mut to).is_err());
    assert_eq!(shared(&on, &to), [true; 4]);
}

#[test]
fn a_batch_is_done_and_taken_back_at_once_or_not_at_all() {
    let before = Rc::new(birmingham());
    let first = Edit::add_criterion(&before, "Resilience", None);
    let weigh = Edit::points(&criterion("resilience"), Some(weight(10.0)));
    let batch = |edits: Vec<Edit>| {
        Edit::Batch(Batch {
            subject: BatchSubject::Criteria,
            edits,
        })
    };
    let both = batch(vec![first.clone(), weigh.clone()]);
    assert_eq!(edit_label(&both, &before), "Add one criterion");
    let mut history = History::new(before.clone());
    history.apply(&both, Gesture::Done).unwrap();
    let raw = history
        .present()
        .agreed()
        .weights
        .raw(&criterion("resilience"));
    assert_eq!((raw, history.changes().count()), (Some(weight(10.0)), 1));
    history.undo();
    assert!(Rc::ptr_eq(history.present(), &before));
    // An edit that rests on a later one is refused, and so is the whole.
    let turned = batch(vec![weigh, first]);
    let refused = Refusal::NoCriterion(criterion("resilience"));
    assert_eq!(turned.is_allowed(&before), Err(refused.clone()));
    let mut to = (*before).clone();
    assert_eq!(turned.apply(&mut to), Err(refused));
    assert_eq!(shared(&before, &to), [true; 4]);
}

#[test]
fn steps_of_a_slider_join_by_what_they_move() {
    let mut history = History::new(Rc::new(birmingham()));
    let at = |x: f64| Edit::points(&criterion("pace"), Some(weight(x)));
    assert_eq!(at(1.0).target(), Some(Target::Weight(criterion("pace"))));
    for (time, x) in [(5, 20.0), (6, 30.0), (7, 40.0)] {
        history
            .apply(Change::from(at(x)).at(time), Gesture::Moving)
            .unwrap();
    }
    // Another criterion of the same name is another thing to move.
    let name = weighbridge_edit::CriterionEdit::Short("Pace".to_owned());
    history.rest();
    history
        .apply(
            Edit::change_criterion(criterion("partners"), name),
            Gesture::Done,
        )
        .unwrap();
    for (id, x) in [("pace", 50.0), ("partners", 60.0)] {
        let edit = Edit::points(&criterion(id), Some(weight(x)));
        assert_eq!(
            edit_label(&edit, history.present()),
            "Change weight of Pace"
        );
        history.apply(&edit, Gesture::Moving).unwrap();
    }
    let changes: Vec<&Change> = history.changes().collect();
    assert_eq!(changes.len(), 4);
    assert_eq!(
        *changes[0],
        Change::from(at(40.0)).at(7),
        "the last step stands for all"
    );
}

#[test]
fn ten_presses_of_a_button_are_one_change_and_what_comes_later_is_another() {
    let mut history = History::new(Rc::new(birmingham()));
    let at = |id: &str, x: f64| Edit::points(&criterion(id), Some(weight(x)));
    for press in 1..=10 {
        let x = 20.0 + f64::from(press);
        let change = Change::from(at("pace", x)).at(1000 * u64::try_from(press).unwrap());
        history.apply(change, Gesture::Tap).unwrap();
        assert!(!history.is_moving(), "each press is saved at once");
    }
    assert_eq!(history.changes().count(), 1);
    let later = Change::from(at("pace", 40.0)).at(60_000);
    history.apply(later, Gesture::Tap).unwrap();
    assert_eq!(
        history.changes().count(),
        2,
        "a minute later is not the same press"
    );
    let other = Change::from(at("partners", 40.0)).at(60_100);
    history.apply(other, Gesture::Tap).unwrap();
    let typed = Change::from(at("partners", 41.0)).at(60_200);
    history.apply(typed, Gesture::Done).unwrap();
    let tap = Change::from(at("partners", 42.0)).at(60_300);
    history.apply(tap, Gesture::Tap).unwrap();
    assert_eq!(
        history.changes().count(),
        5,
        "what is typed joins with nothing"
    );
    history.undo();
    let again = Change::from(at("partners", 43.0)).at(60_400);
    history.apply(again, Gesture::Tap).unwrap();
    assert_eq!(history.changes().count(), 5);
}

#[test]
fn who_and_why_are_kept_through_undo_and_redo() {
    let mut history = History::new(Rc::new(birmingham()));
    let edit = Edit::weight(&criterion("pace"), Some(weight(12.0)));
    let change = Change::from(edit)
        .at(1_387_152_000_000)
        .by("Chair")
        .because("The board asked");
    history.apply(change.clone(), Gesture::Done).unwrap();
    history.undo();
    assert_eq!(history.changes().count(), 0);
    history.redo();
    assert_eq!(history.changes().next(), Some(&change));
}

#[test]
fn what_a_newtype_refuses_is_refused_in_a_change_too() {
    let change = |edit: serde_json::Value| serde_json::from_value::<Edit>(edit);
    let weights =
        |value: serde_json::Value| serde_json::json!({"Weights": {"Weight": ["pace", value]}});
    assert!(change(weights(serde_json::json!(3.5))).is_ok());
    assert!(change(weights(serde_json::json!(-1.0))).is_err());
    assert!(change(serde_json::json!({"Weights": {"Weight": ["", 1.0]}})).is_err());
    assert!(change(serde_json::json!({"Frame": {"Date": "2013-02-30"}})).is_err());
    assert!(change(serde_json::json!({"Nothing": {}})).is_err());
}

#[test]
fn a_judged_pair_that_is_turned_round_is_one_pair() {
    let on = birmingham();
    let judge = |more: &str, less: &str, low: u8| {
        let (more, less) = (more.to_owned(), less.to_owned());
        let categories = Some([low, low]);
        Edit::Scores(ScoresEdit::Judge(
            criterion("pace"),
            vec![MacbethEdit::Difference {
                more,
                less,
                categories,
            }],
        ))
    };
    let mut to = on.clone();
    judge("integrated", "outsource", 3).apply(&mut to).unwrap();
    judge("outsource", "integrated", 1).apply(&mut to).unwrap();
    assert_eq!(
        to.agreed()
            .scores
            .differences(&criterion("pace"))
            .differences
            .len(),
        1
    );
    assert!(
        judge("integrated", "integrated", 1)
            .is_allowed(&on)
            .is_err()
    );
    assert!(judge("integrated", "nobody", 1).is_allowed(&on).is_err());
    assert!(judge("integrated", "outsource", 7).is_allowed(&on).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_check_says_what_doing_does(
        appraisal in random::appraisal(2), choices in proptest::collection::vec(random::edit(), 1..12)
    ) {
        let mut on = appraisal;
        for choice in choices {
            let edit = choice.on(&on);
            let mut to = on.clone();
            let done = edit.apply(&mut to);
            prop_assert_eq!(&done, &edit.is_allowed(&on));
            if done.is_err() {
                prop_assert_eq!(shared(&on, &to), [true; 4]);
            } else {
                // What is allowed leaves an appraisal that a file can hold.
                prop_assert_eq!(&open(save(&to).as_bytes()).unwrap(), &to);
            }
            on = to;
        }
    }

    #[test]
    fn an_edit_is_written_and_read_again(appraisal in random::appraisal(2), choice in random::edit()) {
        let change = Change::from(choice.on(&appraisal)).at(3).by("A").because("B");
        let text = serde_json::to_string(&change).unwrap();
        prop_assert_eq!(serde_json::from_str::<Change>(&text).unwrap(), change);
    }

    /// The changes that a history keeps lead from its beginning to its present, slides among them.
    #[test]
    fn a_history_can_be_done_again(
        appraisal in random::appraisal(2),
        choices in proptest::collection::vec((random::edit(), any::<bool>()), 1..30),
    ) {
        let mut history = History::new(Rc::new(appraisal));
        for (choice, moving) in choices {
            let edit = choice.on(history.present());
            let gesture = if moving { Gesture::Moving } else { Gesture::Done };
            let _refused = history.apply(&edit, gesture);
        }
        let mut again = (**history.oldest()).clone();
        for change in history.changes() {
            change.edit.apply(&mut again).unwrap();
        }
        prop_assert_eq!(&again, &**history.present());
    }

    #[test]
    fn shares_that_slide_can_be_done_again(steps in proptest::collection::vec((0..6_usize, 1.0..99.0_f64), 1..12)) {
        let mut history = History::new(Rc::new(birmingham()));
        for (at, share) in steps {
            let on = history.present().clone();
            let analysis = weighbridge_analysis::analyse(&on);
            let subject = weighbridge_report::Subject::new(&on, &analysis);
            let id = &on.criteria[at / 3].id;
            let edit = weighbridge_report::typed_share(subject, id, weighbridge_analysis::Share::Local, share);
            history.apply(edit.unwrap(), Gesture::Moving).unwrap();
        }
        history.rest();
        let mut again = (**history.oldest()).clone();
        for change in history.changes() {
            change.edit.apply(&mut again).unwrap();
        }
        prop_assert_eq!(&again, &**history.present());
    }

    /// A weight that is moved as a share, in points, and as a whole, in any order.
    #[test]
    fn a_weight_that_slides_in_several_ways_can_be_done_again(steps in proptest::collection::vec((0..3_usize, 1.0..99.0_f64), 2..8)) {
        let mut history = History::new(Rc::new(birmingham()));
        for (way, to) in steps {
            let on = history.present().clone();
            let analysis = weighbridge_analysis::analyse(&on);
            let subject = weighbridge_report::Subject::new(&on, &analysis);
            let id = &on.criteria[0].id;
            let raw = RawWeight::new(to);
            let edit = match way {
                0 => weighbridge_report::typed_share(subject, id, weighbridge_analysis::Share::Local, to).unwrap(),
                1 => Edit::points(id, raw),
                _ => Edit::weight(id, raw),
            };
            history.apply(edit, Gesture::Moving).unwrap();
        }
        history.rest();
        let mut again = (**history.oldest()).clone();
        for change in history.changes() {
            change.edit.apply(&mut again).unwrap();
        }
        prop_assert_eq!(&again, &**history.present());
    }

    #[test]
    fn the_difference_of_two_weightings_makes_the_one_of_the_other(
        appraisal in random::appraisal(2), seeds in any::<[u64; 2]>()
    ) {
        let [from, to] = seeds.map(|seed| judged::weighting_of_top(seed, &appraisal));
        let edit = Edit::Weights(WeightsEdit::Derive {
            branch: None,
            by: to.method,
            answers: Answer::between(&from, &to),
            weights: Vec::new(),
        });
        let mut on = appraisal;
        on.agreed_mut().weights.change_weighting(None, |said| said.clone_from(&from));
        edit.apply(&mut on).unwrap();
        let mut made = on.agreed().weights.weighting(None).clone();
        prop_assert_eq!(&made.extra, &from.extra);
        made.extra = to.extra.clone();
        made.macbeth.extra = to.macbeth.extra.clone();
        let sorted = |mut w: weighbridge_model::Weighting| {
            w.pairwise.sort_by_key(|c| format!("{c:?}"));
            w.macbeth.differences.sort_by_key(|d| format!("{d:?}"));
            w
        };
        prop_assert_eq!(sorted(made), sorted(to));
    }
}
