//! When answers become the weights, and when a person is asked first.

use std::rc::Rc;
use weighbridge_edit::{Edit, Gesture};
use weighbridge_model::{CriterionId, RawWeight, WeightingMethod};
use weighbridge_opening as opening;
use weighbridge_state::{Document, DocumentCommand};

/// Two options on two criteria at the top, and two more in a group; without any weight unless they are given.
fn document(weights: [Option<u32>; 2]) -> Document {
    let weight = |w: Option<u32>| w.map_or(String::new(), |w| format!(r#", "weight": {w}"#));
    let text = format!(
        r#"{{"format": "weighbridge", "version": 1, "title": "T",
        "options": [{{"id": "x", "name": "X"}}, {{"id": "y", "name": "Y"}}],
        "criteria": [{{"id": "a", "name": "A"{}}}, {{"id": "b", "name": "B"{}}}],
        "scores": {{"x": {{"a": 50, "b": 0}}, "y": {{"a": 0, "b": 60}}}}}}"#,
        weight(weights[0]),
        weight(weights[1])
    );
    Document::new(Rc::new(opening::open(text.as_bytes()).unwrap()), 1, 1)
}

fn id(name: &str) -> CriterionId {
    CriterionId::new(name).unwrap()
}

fn rate(on: &mut Document, of: &str, points: f64, gesture: Gesture) {
    let mut said = on.appraisal().agreed().weights.weighting(None).clone();
    said.swing.insert(id(of), RawWeight::new(points).unwrap());
    let edit = on.answering(None, WeightingMethod::Swing, said);
    on.carry_out(DocumentCommand::edit(edit, gesture));
}

fn raw(on: &Document, of: &str) -> Option<f64> {
    let weights = &on.appraisal().agreed().weights;
    weights.raw(&id(of)).map(RawWeight::get)
}

fn words(on: &Document) -> String {
    on.effect
        .as_ref()
        .map(|effect| effect.words.clone())
        .unwrap_or_default()
}

#[test]
fn complete_answers_are_the_weights_where_none_are_in_use() {
    let mut on = document([None, None]);
    rate(&mut on, "a", 100.0, Gesture::Done);
    assert_eq!(
        words(&on),
        "Swing weighting: answers saved. One answer to go: B."
    );
    assert_eq!((raw(&on, "a"), raw(&on, "b")), (None, None));
    rate(&mut on, "b", 50.0, Gesture::Done);
    assert_eq!(
        words(&on),
        "You answered by Swing weighting. X leads by 13.3 points."
    );
    assert_eq!((raw(&on, "a"), raw(&on, "b")), (Some(100.0), Some(50.0)));
    assert!(
        on.unused_answers(WeightingMethod::Swing).is_empty(),
        "there is nothing to ask"
    );
    // From then on they follow every answer.
    rate(&mut on, "b", 80.0, Gesture::Done);
    assert_eq!(raw(&on, "b"), Some(80.0));
}

#[test]
fn weights_in_use_stay_until_a_person_says_otherwise() {
    let mut on = document([Some(1), Some(9)]);
    rate(&mut on, "a", 100.0, Gesture::Done);
    assert!(
        on.unused_answers(WeightingMethod::Swing).is_empty(),
        "there is an answer to go"
    );
    rate(&mut on, "b", 50.0, Gesture::Done);
    assert_eq!(
        words(&on),
        "Swing weighting: answers saved. Not in use yet."
    );
    assert_eq!((raw(&on, "a"), raw(&on, "b")), (Some(1.0), Some(9.0)));
    assert_eq!(on.unused_answers(WeightingMethod::Swing), [None]);
    assert!(on.unused_answers(WeightingMethod::Rank).is_empty());
    let edit = on.adopting(None, WeightingMethod::Swing);
    on.carry_out(DocumentCommand::edit(edit, Gesture::Done));
    assert_eq!((raw(&on, "a"), raw(&on, "b")), (Some(100.0), Some(50.0)));
    let said = on.appraisal().agreed().weights.weighting(None);
    assert_eq!(said.direct.len(), 2, "what was given before is set aside");
    assert!(on.unused_answers(WeightingMethod::Swing).is_empty());
}

#[test]
fn answers_that_give_the_weights_in_use_ask_nothing() {
    let mut on = document([Some(10), Some(5)]);
    rate(&mut on, "a", 100.0, Gesture::Done);
    rate(&mut on, "b", 50.0, Gesture::Done);
    assert!(on.unused_answers(WeightingMethod::Swing).is_empty());
}

#[test]
fn a_slide_over_points_of_a_swing_is_one_change() {
    let mut on = document([None, None]);
    rate(&mut on, "a", 100.0, Gesture::Done);
    for points in [10.0, 30.0, 40.0] {
        rate(&mut on, "b", points, Gesture::Moving);
    }
    on.carry_out(DocumentCommand::Rest);
    assert_eq!(on.history.changes().count(), 2);
    // The change by itself leads to what is there now.
    let (change, before) = on.history.undoable().unwrap();
    let mut again = (**before).clone();
    let edit: &Edit = &change.edit;
    edit.apply(&mut again).unwrap();
    assert_eq!(again, **on.appraisal());
    on.carry_out(DocumentCommand::Undo);
    assert_eq!((raw(&on, "a"), raw(&on, "b")), (None, None));
}
