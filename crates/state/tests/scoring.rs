//! Scoring in a grid: where one is, and what becomes of texts that are not scores.

use std::rc::Rc;
use weighbridge_edit::{BadEntry, LeftOut, Refusal};
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
    assert!(settled.after(ScoringStep::Clear).refused.is_empty());
}

#[test]
fn a_block_settles_what_it_enters_and_keeps_what_it_refuses() {
    let left_out = LeftOut {
        rows: 2,
        columns: 0,
    };
    let pasted = Scoring::default()
        .after(ScoringStep::Refuse(key("stay"), refused("ten")))
        .after(ScoringStep::Type(at(0, 0), Begin::Change))
        .after(ScoringStep::Pasted(
            vec![key("stay")],
            vec![(key("move"), refused("x"))],
            left_out,
        ));
    assert_eq!(pasted.refused.keys().collect::<Vec<_>>(), [&key("move")]);
    assert_eq!(
        (pasted.left_out, pasted.typing.clone(), pasted.focus),
        (left_out, None, 1)
    );
    let read = pasted.clone().after(ScoringStep::Dismiss);
    assert_eq!((read.left_out, read.refused.len()), (LeftOut::default(), 1));
    let entered = pasted.after(ScoringStep::Settle(key("move")));
    assert_eq!(
        (entered.left_out, entered.refused.len()),
        (LeftOut::default(), 0)
    );
}
