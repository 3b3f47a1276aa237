//! How a change is told, and weights that have to be confirmed: in plain words, against the start, and each once.

use crate::support::{criterion, flat, option, row};
use serde_json::json;
use weighbridge_analysis::{Issue, analyse};
use weighbridge_edit::{CriterionEdit, Edit};
use weighbridge_model::{Appraisal, Finite, RawWeight, WeightingMethod};
use weighbridge_opening::library;
use weighbridge_report::{
    Subject, answers_saved, brief, consequence, deed_words, headline, swings_to_confirm,
};
use weighbridge_state::{
    Page,
    progress::{Status, progress},
};

/// What is told after one change.
fn told(start: &Appraisal, edit: &Edit) -> String {
    let mut now = start.clone();
    edit.apply(&mut now).unwrap();
    let (then, after) = (analyse(start), analyse(&now));
    let deed = deed_words(edit, start, 0);
    consequence(
        &deed,
        Subject::new(start, &then),
        Subject::new(&now, &after),
    )
}

fn birmingham() -> Appraisal {
    library::entry("birmingham-2013").unwrap().open().unwrap()
}

/// Rows D8 and the words: one sentence, of what was done and what it did.
#[test]
fn row_d8_a_change_is_one_sentence_against_the_start() {
    let on = birmingham();
    let weigh = |to: f64| Edit::points(&criterion("independence"), RawWeight::new(to));
    let cases = [
        (
            weigh(20.0),
            "You changed the weight of Independence: the lead is 10.9 points, 17.0 at the start.",
        ),
        (
            weigh(42.0),
            "You changed the weight of Independence: the lead is 0.8 points (17.0 at the start), too close to call.",
        ),
        (
            weigh(45.0),
            "You changed the weight of Independence. Trust (council) is now ahead, by 0.4 points: too close to call. Integrated transformation led at the start.",
        ),
        (
            weigh(50.0),
            "You changed the weight of Independence. Trust (council) now leads by 2.1 points. Integrated transformation led at the start.",
        ),
        (
            Edit::points(&criterion("independence"), None),
            "You changed the weight of Independence. No result any more: one criterion needs a weight. Integrated transformation led at the start.",
        ),
        (
            Edit::add_criterion(&on, "Risk", None),
            "You added Risk. No result any more: one criterion needs a weight. Integrated transformation led at the start.",
        ),
        (
            Edit::score(
                &option("outsource"),
                &criterion("pace"),
                weighbridge_model::Entry::Number(Finite::new(21.0).unwrap()),
            ),
            "You changed the score of Outsource on Pace. Outsource has 32.1, 32.0 at the start; the lead is the same.",
        ),
    ];
    for (edit, words) in cases {
        assert_eq!(told(&on, &edit), words);
    }
}

/// "Swing weighting for the criteria. There is still no result": what is saved is said to be, and what is still to do.
#[test]
fn row_d8_answers_that_are_not_in_use_say_so() {
    let on = birmingham();
    let mut said = on.agreed().weights.weighting(None).clone();
    said.swing
        .insert(criterion("front-line"), RawWeight::new(100.0).unwrap());
    let edit = Edit::derive(&on, None, WeightingMethod::Swing, &said, Vec::new());
    let mut now = on.clone();
    edit.apply(&mut now).unwrap();
    let analysis = analyse(&now);
    assert_eq!(
        answers_saved(&edit, Subject::new(&now, &analysis)).unwrap(),
        "Swing weighting: answers saved. Five answers to go."
    );
    for c in on.criteria.iter() {
        said.swing
            .insert(c.id.clone(), RawWeight::new(100.0).unwrap());
    }
    let edit = Edit::derive(&on, None, WeightingMethod::Swing, &said, Vec::new());
    edit.apply(&mut now).unwrap();
    let analysis = analyse(&now);
    assert_eq!(
        answers_saved(&edit, Subject::new(&now, &analysis)).unwrap(),
        "Swing weighting: answers saved. Not in use yet."
    );
}

/// Row D15: the headline and the step say once that swing weights have to be confirmed, and nothing of it where they hold.
#[test]
fn row_d15_stale_swing_weights_are_told_in_the_headline_the_step_and_how_sure() {
    let mut on = flat(
        &[1.0, 1.0],
        &json!({"kind": "direct"}),
        &[("x", row(&[80.0, 40.0])), ("y", row(&[20.0, 60.0]))],
    );
    let ids: Vec<_> = on.criteria.iter().map(|c| c.id.clone()).collect();
    for id in &ids {
        for (at, words) in [(0.0, "bad"), (100.0, "good")] {
            let at = Finite::new(at).unwrap();
            let edit = CriterionEdit::Anchor(at, words.to_owned());
            Edit::change_criterion(id.clone(), edit)
                .apply(&mut on)
                .unwrap();
        }
    }
    let analysis = analyse(&on);
    let mut said = on.agreed().weights.weighting(None).clone();
    said.method = WeightingMethod::Swing;
    for id in &ids {
        said.swing
            .insert(id.clone(), RawWeight::new(100.0).unwrap());
        said.swing_confirmed_for
            .insert(id.clone(), analysis.ends(&on, id));
    }
    Edit::derive(&on, None, WeightingMethod::Swing, &said, Vec::new())
        .apply(&mut on)
        .unwrap();
    let says = |on: &Appraisal| {
        let analysis = analyse(on);
        let subject = Subject::new(on, &analysis);
        let step = progress(Page::Weights, on, &analysis).status;
        let sure = swings_to_confirm(subject);
        (headline(subject), brief(subject), step, sure)
    };
    let (plain, short, step, sure) = says(&on);
    assert_eq!(sure, None);
    assert!(
        !plain.contains("swing") && !short.contains("swing"),
        "{plain}"
    );
    assert_eq!(step, Status::Done);
    let edit = CriterionEdit::Anchor(Finite::new(100.0).unwrap(), "excellent".to_owned());
    Edit::change_criterion(ids[0].clone(), edit)
        .apply(&mut on)
        .unwrap();
    assert!(
        analyse(&on)
            .issues
            .iter()
            .any(|i| matches!(i, Issue::SwingStale { .. }))
    );
    let (stale, short, step, sure) = says(&on);
    assert!(
        sure.is_some_and(|words| words.contains("have to be confirmed")),
        "{sure:?}"
    );
    assert_eq!(stale, format!("{plain}, if the swing weights still hold"));
    assert_eq!(short.matches("swing").count(), 1);
    assert_eq!(step, Status::Unconfirmed);
}
