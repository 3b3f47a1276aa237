//! Scoring in a grid: where one is, and what becomes of texts that are not scores.

use std::rc::Rc;
use weighbridge_edit::{BadEntry, Refusal};
use weighbridge_model::{CriterionId, OptionId};
use weighbridge_state::{
    Begin, CellPosition, NotEntered, RefusedText, ScoreKey, Scoring, ScoringStep,
};

fn at(row: usize, column: usize) -> CellPosition {
    CellPosition { row, column }
}

fn key(option: &str) -> ScoreKey {
    (
        OptionId::new(option).unwrap(),
        CriterionId::new("pace").unwrap(),
    )
}

fn refused(text: &str) -> RefusedText {
    RefusedText {
        text: text.to_owned(),
        why: NotEntered::Unreadable(BadEntry::NotANumber),
        pasted: false,
    }
}

#[test]
fn the_focus_goes_where_a_person_goes_and_nowhere_else() {
    let scoring = Scoring::default().after(ScoringStep::Select(at(1, 2)));
    assert_eq!(
        (scoring.at, scoring.chosen, scoring.focus),
        (at(1, 2), true, 0)
    );
    let typing = scoring.after(ScoringStep::Type(at(1, 2), Begin::Replace("7".to_owned())));
    assert_eq!(typing.typing, Some(Begin::Replace("7".to_owned())));
    let elsewhere = typing.clone().after(ScoringStep::Leave(at(0, 0)));
    assert!(elsewhere.typing.is_some(), "what is left was left before");
    assert_eq!(
        typing.clone().after(ScoringStep::Leave(at(1, 2))).typing,
        None
    );
    let gone = typing.after(ScoringStep::Go(at(2, 2)));
    assert_eq!((gone.at, gone.typing, gone.focus), (at(2, 2), None, 1));
    assert_eq!(at(9, 9).within(at(3, 4)), at(2, 3));
    assert_eq!(at(9, 9).within(at(0, 0)), at(0, 0));
}

#[test]
fn a_refused_text_stays_until_a_score_takes_its_place() {
    let scoring = Scoring::default()
        .after(ScoringStep::Refuse(key("stay"), refused("ten")))
        .after(ScoringStep::Refuse(
            key("move"),
            RefusedText {
                text: "5".to_owned(),
                why: NotEntered::Refused(Refusal::NoEntry),
                pasted: false,
            },
        ));
    assert_eq!(scoring.refused.len(), 2);
    let before = Rc::clone(&scoring.refused);
    let settled = scoring.after(ScoringStep::Settle(key("stay")));
    assert_eq!(settled.refused.keys().collect::<Vec<_>>(), [&key("move")]);
    assert_eq!(
        before.len(),
        2,
        "what is drawn from the state before stays as it was"
    );
    let undone = settled.after(ScoringStep::PasteUndone);
    assert_eq!(undone.refused.len(), 1, "what was typed stays");
}

#[test]
fn a_paste_settles_what_it_enters_and_what_it_refuses_goes_when_it_is_undone() {
    let of_paste = |text: &str| RefusedText {
        pasted: true,
        ..refused(text)
    };
    let pasted = Scoring::default()
        .after(ScoringStep::Refuse(key("stay"), refused("ten")))
        .after(ScoringStep::Refuse(key("go"), refused("ten")))
        .after(ScoringStep::Type(at(0, 0), Begin::Change))
        .after(ScoringStep::Pasted(
            vec![key("stay")],
            vec![(key("move"), of_paste("x"))],
        ));
    let keys = [&key("go"), &key("move")];
    assert_eq!(pasted.refused.keys().collect::<Vec<_>>(), keys);
    assert_eq!((pasted.typing.clone(), pasted.focus), (None, 1));
    let undone = pasted.after(ScoringStep::PasteUndone);
    assert_eq!(undone.refused.keys().collect::<Vec<_>>(), [&key("go")]);
}
