//! Single edits: what they do, what they refuse, and what they are called.

use crate::support::*;
use serde_json::json;
use std::rc::Rc;
use weighbridge_analysis::analyse;
use weighbridge_edit::{
    CriteriaEdit, CriterionEdit, Edit, Gesture, History, Move, OptionEdit, OptionsEdit, Refusal,
    Remark, ScoresEdit, SourcesEdit,
};
use weighbridge_file::{open, save};
use weighbridge_model::{
    Appraisal, AttributeKey, Entry, Extra, Finite, MAX_OPTIONS, RawWeight, ScaleKind, ScalePoint,
};
use weighbridge_opening::library;
use weighbridge_report::words::{Sentence, edit_label, redo_label, undo_label};

fn birmingham() -> Appraisal {
    library::entry("birmingham-2013").unwrap().open().unwrap()
}

fn done(on: &Appraisal, edit: &Edit) -> Appraisal {
    let mut to = on.clone();
    edit.apply(&mut to).unwrap();
    to
}

fn refused(on: &Appraisal, edit: &Edit) -> Refusal {
    edit.is_allowed(on).unwrap_err()
}

fn number(x: f64) -> Entry {
    Entry::Number(Finite::new(x).unwrap())
}

fn levels(labels: &[&str]) -> ScaleKind {
    let level = |(at, label): (usize, &&str)| ScalePoint {
        label: (*label).to_owned(),
        words: String::new(),
        value: Finite::new(at as f64).unwrap(),
        extra: Extra::default(),
    };
    ScaleKind::Points(labels.iter().enumerate().map(level).collect())
}

#[test]
fn removing_an_option_takes_its_scores_and_undo_brings_them_back() {
    let mut history = History::new(Rc::new(birmingham()));
    let before = history.present().clone();
    history
        .apply(
            Edit::Options(OptionsEdit::Remove(option("trust-bcc"))),
            Gesture::Done,
        )
        .unwrap();
    assert_eq!(history.present().agreed().scores.iter().count(), 24);
    assert!(save(history.present()).matches("trust-bcc").count() == 0);
    assert_eq!(
        undo_label(&history).as_deref(),
        Some("Remove option Trust (council)")
    );
    history.undo();
    assert_eq!(*history.present(), before);
}

#[test]
fn removing_a_branch_takes_all_below_it() {
    let office = library::entry("office-location").unwrap().open().unwrap();
    let after = done(
        &office,
        &Edit::Criteria(CriteriaEdit::Remove(criterion("turnover"))),
    );
    assert_eq!(after.agreed().scores.iter().count(), 21);
    assert_eq!(after.leaves().len(), 3);
    assert_eq!(open(save(&after).as_bytes()).unwrap(), after);
}

#[test]
fn a_leaf_that_becomes_a_branch_loses_its_scores() {
    let on = birmingham();
    let after = done(
        &on,
        &Edit::add_criterion(&on, "Recruiting", Some(criterion("front-line"))),
    );
    assert_eq!(after.agreed().scores.iter().count(), 25);
    assert_eq!(after.leaves().len(), 6);
    assert_eq!(open(save(&after).as_bytes()).unwrap(), after);
}

#[test]
fn moving_a_criterion_takes_its_parts_along_and_never_into_itself() {
    let office = library::entry("office-location").unwrap().open().unwrap();
    let regroup = |from: &str, to: Option<&str>| {
        Edit::Criteria(CriteriaEdit::Regroup(criterion(from), to.map(criterion)))
    };
    let after = done(&office, &regroup("working-conditions", Some("turnover")));
    assert_eq!(after.criteria.len(), 1);
    assert_eq!(after.agreed().scores, office.agreed().scores);
    assert_eq!(
        refused(&office, &regroup("turnover", Some("image"))),
        Refusal::SamePlace
    );
    assert_eq!(
        refused(&office, &regroup("turnover", Some("turnover"))),
        Refusal::SamePlace
    );
    assert_eq!(
        refused(&office, &regroup("turnover", None)),
        Refusal::SamePlace
    );
    assert!(matches!(
        refused(&office, &regroup("ghost", None)),
        Refusal::NoCriterion(_)
    ));
    assert!(matches!(
        refused(&office, &regroup("image", Some("ghost"))),
        Refusal::NoCriterion(_)
    ));
}

#[test]
fn edits_of_what_is_not_there_are_refused() {
    let on = birmingham();
    let score = |o: &str, c: &str| Edit::score(&option(o), &criterion(c), number(5.0));
    assert!(matches!(
        refused(&on, &score("ghost", "pace")),
        Refusal::NoOption(_)
    ));
    assert!(matches!(
        refused(&on, &score("integrated", "ghost")),
        Refusal::NoCriterion(_)
    ));
    assert_eq!(
        refused(
            &on,
            &Edit::Options(OptionsEdit::Move(option("break-up"), Move::Up))
        ),
        Refusal::AtTheEnd
    );
    assert_eq!(
        refused(&on, &Edit::Sources(SourcesEdit::Remove(2))),
        Refusal::NoEntry
    );
    let add = Edit::Options(OptionsEdit::Add {
        id: option("integrated"),
        name: "Again".to_owned(),
    });
    assert_eq!(
        refused(&on, &add),
        Refusal::IdInUse("integrated".to_owned())
    );
    let unnamed = Edit::add_option(&on, "  ");
    assert_eq!(refused(&on, &unnamed), Refusal::EmptyName);
    for refusal in [refused(&on, &unnamed), refused(&on, &add)] {
        assert!(refusal.sentence().ends_with('.'));
    }
}

#[test]
fn there_is_a_most_of_everything() {
    let mut on = birmingham();
    while on.options.len() < MAX_OPTIONS {
        Edit::add_option(&on, "Another").apply(&mut on).unwrap();
    }
    assert_eq!(
        refused(&on, &Edit::add_option(&on, "Another")),
        Refusal::TooManyOptions
    );
    let ids: std::collections::BTreeSet<_> = on.options.iter().map(|o| &o.id).collect();
    assert_eq!(ids.len(), MAX_OPTIONS, "equal names get ids of their own");
    let long = Edit::change_option(
        option("integrated"),
        OptionEdit::Summary("x".repeat(100_001)),
    );
    assert_eq!(refused(&on, &long), Refusal::TooLong);
    let remark = Edit::remark(
        option("integrated"),
        criterion("pace"),
        Remark::Reason("x".repeat(100_001)),
    );
    assert_eq!(refused(&on, &remark), Refusal::TooLong);
}

/// Scores follow the scale of their criterion: `40` is a number on one scale and a label on another.
#[test]
fn changing_a_scale_takes_the_scores_along() {
    let on = birmingham();
    let to =
        |kind: ScaleKind| Edit::change_criterion(criterion("pace"), CriterionEdit::Scale(kind));
    let entry = |on: &Appraisal| {
        on.agreed()
            .scores
            .get(&option("trust-bcc"), &criterion("pace"))
            .unwrap()
            .entry
            .clone()
    };
    let points = done(&on, &to(levels(&["0", "40", "80"])));
    assert_eq!(entry(&points), Entry::Label("40".to_owned()));
    assert_eq!(open(save(&points).as_bytes()).unwrap(), points);
    let back = done(&points, &to(ScaleKind::Direct));
    assert_eq!(entry(&back), number(40.0));
    assert_eq!(back, on);

    let words = done(&points, &to(levels(&["low", "high"])));
    let unusable = analyse(&words)
        .issues
        .iter()
        .filter(|i| i.code() == "score-not-on-scale")
        .count();
    assert_eq!(
        unusable, 5,
        "labels the new scale does not have are kept and said"
    );
}

#[test]
fn a_score_is_entered_as_its_scale_has_it() {
    let on = done(
        &birmingham(),
        &Edit::change_criterion(criterion("pace"), CriterionEdit::Scale(levels(&["1", "2"]))),
    );
    let after = done(
        &on,
        &Edit::score(&option("integrated"), &criterion("pace"), number(2.0)),
    );
    let entry = &after
        .agreed()
        .scores
        .get(&option("integrated"), &criterion("pace"))
        .unwrap()
        .entry;
    assert_eq!(*entry, Entry::Label("2".to_owned()));
    assert_eq!(open(save(&after).as_bytes()).unwrap(), after);
}

/// An attribute of one's own that is named like a standing one is that one: saved under two equal
/// names, the file would not open again.
#[test]
fn an_own_attribute_cannot_double_a_standing_one() {
    let mut on = birmingham();
    for name in [
        "employer",
        "Employer",
        " legal-form",
        "EARLIEST START",
        "Colour",
        "Colour ",
    ] {
        let key = AttributeKey::Own(name.to_owned());
        let edit = OptionEdit::Attribute(key, format!("set by {name}"));
        Edit::change_option(option("integrated"), edit)
            .apply(&mut on)
            .unwrap();
    }
    let integrated = on.option(&option("integrated")).unwrap();
    assert_eq!(
        integrated.attribute(&AttributeKey::Employer),
        "set by Employer"
    );
    assert_eq!(
        integrated.attribute(&AttributeKey::LegalForm),
        "set by  legal-form"
    );
    assert_eq!(
        integrated.attribute(&AttributeKey::Own("Colour".to_owned())),
        "set by Colour "
    );
    assert_eq!(integrated.attributes.len(), 6);
    assert_eq!(open(save(&on).as_bytes()).unwrap(), on);
}

#[test]
fn a_block_is_entered_whole_or_not_at_all() {
    let mut history = History::new(Rc::new(birmingham()));
    let before = history.present().clone();
    let good = (option("integrated"), criterion("pace"), number(1.0));
    let bad = (option("ghost"), criterion("pace"), number(1.0));
    assert!(
        history
            .apply(
                Edit::Scores(ScoresEdit::Enter(vec![good.clone(), bad])),
                Gesture::Done
            )
            .is_err()
    );
    assert!(Rc::ptr_eq(history.present(), &before));
    assert_eq!(history.undoable(), None);
    let other = (option("integrated"), criterion("partners"), number(2.0));
    history
        .apply(
            Edit::Scores(ScoresEdit::Enter(vec![good, other])),
            Gesture::Done,
        )
        .unwrap();
    assert_eq!(undo_label(&history).as_deref(), Some("Change 2 scores"));
    history.undo();
    assert_eq!(*history.present(), before);
}

#[test]
fn a_moving_slider_is_one_step_and_a_change_that_changes_nothing_is_none() {
    let mut history = History::new(Rc::new(birmingham()));
    let weight = |x: f64| Edit::weight(&criterion("pace"), RawWeight::new(x));
    history.apply(weight(10.0), Gesture::Done).unwrap();
    assert_eq!(history.undoable(), None, "it was 10 already");
    for x in [11.0, 12.0, 13.0] {
        history.apply(weight(x), Gesture::Moving).unwrap();
    }
    history.apply(weight(14.0), Gesture::Done).unwrap();
    assert_eq!(
        undo_label(&history).as_deref(),
        Some("Change weight of Pace")
    );
    history.undo();
    assert_eq!(*history.present().as_ref(), birmingham());
    assert_eq!(history.undo(), None);
    assert_eq!(
        redo_label(&history).as_deref(),
        Some("Change weight of Pace")
    );
    history.redo();
    let raw = history.present().agreed().weights.raw(&criterion("pace"));
    assert_eq!(raw.map(RawWeight::get), Some(14.0));
}

/// A slider that is touched and only then moved is not part of the change before it.
#[test]
fn a_slider_that_is_only_touched_joins_nothing() {
    let mut history = History::new(Rc::new(birmingham()));
    let weight = |x: f64| Edit::weight(&criterion("pace"), RawWeight::new(x));
    let raw = |history: &History| {
        history
            .present()
            .agreed()
            .weights
            .raw(&criterion("pace"))
            .unwrap()
            .get()
    };
    history.apply(weight(20.0), Gesture::Done).unwrap();
    history.apply(weight(20.0), Gesture::Moving).unwrap();
    history.apply(weight(25.0), Gesture::Moving).unwrap();
    history.apply(weight(30.0), Gesture::Done).unwrap();
    history.undo();
    assert_eq!(raw(&history), 20.0);
    history.undo();
    assert_eq!((raw(&history), history.undoable()), (10.0, None));
}

/// A slider that ends where it started leaves no step that undoes nothing.
#[test]
fn a_slider_that_goes_back_leaves_no_step() {
    let weight = |x: f64| Edit::weight(&criterion("pace"), RawWeight::new(x));
    for end in 0..3 {
        let mut history = History::new(Rc::new(birmingham()));
        history
            .apply(
                Edit::weight(&criterion("partners"), RawWeight::new(1.0)),
                Gesture::Done,
            )
            .unwrap();
        let before = history.present().clone();
        for x in [11.0, 12.0, 10.0] {
            history.apply(weight(x), Gesture::Moving).unwrap();
        }
        match end {
            0 => history.rest(),
            1 => history.apply(weight(10.0), Gesture::Done).unwrap(),
            _ => {
                history.apply(weight(13.0), Gesture::Moving).unwrap();
                history.apply(weight(10.0), Gesture::Done).unwrap();
            }
        }
        assert_eq!(
            undo_label(&history).as_deref(),
            Some("Change weight of Partners"),
            "{end}"
        );
        assert!(Rc::ptr_eq(history.present(), &before), "{end}");
    }
}

/// What was undone cannot be done again on top of something else.
#[test]
fn a_new_change_ends_what_could_be_redone() {
    let mut history = History::new(Rc::new(birmingham()));
    let weight = |id: &str| Edit::weight(&criterion(id), RawWeight::new(50.0));
    history.apply(weight("pace"), Gesture::Done).unwrap();
    history.undo();
    assert!(
        history
            .apply(Edit::Sources(SourcesEdit::Remove(9)), Gesture::Done)
            .is_err()
    );
    assert_eq!(
        redo_label(&history).as_deref(),
        Some("Change weight of Pace"),
        "a refusal changes nothing"
    );
    history.apply(weight("partners"), Gesture::Done).unwrap();
    assert_eq!(history.redoable(), None);
    assert_eq!(history.redo(), None);
    assert_eq!(
        undo_label(&history).as_deref(),
        Some("Change weight of Partners")
    );
    history.undo();
    assert_eq!(*history.present().as_ref(), birmingham());
}

#[test]
fn a_thousand_edits_and_a_hundred_undos_are_exact() {
    let mut history = History::new(Rc::new(birmingham()));
    let mut states = vec![history.present().clone()];
    for n in 0..1000 {
        let x = f64::from(n % 97) + 0.5;
        history
            .apply(
                Edit::weight(&criterion("pace"), RawWeight::new(x)),
                Gesture::Done,
            )
            .unwrap();
        states.push(history.present().clone());
    }
    for back in 1..=100 {
        assert!(history.undo().is_some());
        assert_eq!(*history.present(), states[1000 - back]);
    }
    assert_eq!(history.undo(), None);
    for forward in 1..=100 {
        assert!(history.redo().is_some());
        assert_eq!(*history.present(), states[900 + forward]);
    }
    assert_eq!(history.redo(), None);
}

#[test]
fn a_paste_of_200_by_50_is_undone_at_once() {
    let criteria: serde_json::Value = (0..50)
        .map(|c| json!({"id": format!("c{c}"), "name": "C", "weight": 1}))
        .collect();
    let names: Vec<String> = (0..200).map(|o| format!("o{o}")).collect();
    let ids: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut history = History::new(Rc::new(appraisal(&criteria, &ids, &json!({}))));
    let before = history.present().clone();
    let block = names
        .iter()
        .flat_map(|o| {
            (0..50).map(move |c| (option(o), criterion(&format!("c{c}")), number(f64::from(c))))
        })
        .collect();
    history
        .apply(Edit::Scores(ScoresEdit::Enter(block)), Gesture::Done)
        .unwrap();
    assert_eq!(history.present().agreed().scores.iter().count(), 10_000);
    assert_eq!(undo_label(&history).as_deref(), Some("Change 10000 scores"));
    history.undo();
    assert_eq!(*history.present(), before);
}

#[test]
fn an_option_moves_among_its_own_kind() {
    let on = birmingham();
    let ruled = done(
        &on,
        &Edit::change_option(
            option("trust-dfe"),
            OptionEdit::Status(weighbridge_model::OptionStatus::RuledOut(
                weighbridge_model::RuledOut::default(),
            )),
        ),
    );
    // The ruled out option between them is shown elsewhere, so one step goes past it.
    let moved = done(
        &ruled,
        &Edit::Options(OptionsEdit::Move(option("trust-bcc"), Move::Up)),
    );
    let order: Vec<&str> = moved.appraised().map(|o| o.id.as_str()).collect();
    assert_eq!(order, ["break-up", "trust-bcc", "outsource", "integrated"]);
    assert_eq!(
        refused(
            &on,
            &Edit::Options(OptionsEdit::Move(option("integrated"), Move::Down))
        ),
        Refusal::AtTheEnd,
        "only the ruled out option comes after it"
    );
}

#[test]
fn a_fact_of_ones_own_is_renamed_and_removed_for_every_option() {
    let rent = AttributeKey::Own("Annual rent".to_owned());
    let office = library::entry("office-location").unwrap().open().unwrap();
    let rename = Edit::Options(OptionsEdit::RenameAttribute(
        "Annual rent".to_owned(),
        "Rent".to_owned(),
    ));
    let renamed = done(&office, &rename);
    assert_eq!(
        edit_label(&rename, &office),
        "Rename attribute Annual rent to Rent"
    );
    let key = AttributeKey::Own("Rent".to_owned());
    assert!(
        renamed
            .options
            .iter()
            .all(|o| !o.attribute(&key).is_empty())
    );
    assert!(
        renamed
            .options
            .iter()
            .all(|o| o.attribute(&rent).is_empty())
    );
    for taken in ["Legal form", "legal-form"] {
        let edit = Edit::Options(OptionsEdit::RenameAttribute(
            "Annual rent".to_owned(),
            taken.to_owned(),
        ));
        assert_eq!(
            refused(&office, &edit),
            Refusal::AttributeInUse(taken.to_owned())
        );
    }
    let removed = done(
        &renamed,
        &Edit::Options(OptionsEdit::RemoveAttribute("Rent".to_owned())),
    );
    assert!(removed.options.iter().all(|o| o.attributes.is_empty()));
}

#[test]
fn ruling_out_and_considering_again_say_so() {
    let on = birmingham();
    let standing = |to| Edit::change_option(option("outsource"), OptionEdit::Status(to));
    let out = standing(weighbridge_model::OptionStatus::RuledOut(
        weighbridge_model::RuledOut::default(),
    ));
    assert_eq!(edit_label(&out, &on), "Rule out Outsource");
    let on = done(&on, &out);
    assert_eq!(on.agreed().scores.iter().count(), 30, "its scores are kept");
    let again = standing(weighbridge_model::OptionStatus::ShortListed);
    assert_eq!(edit_label(&again, &on), "Consider Outsource again");
}
