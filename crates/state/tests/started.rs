//! What changes are told against: where a person started, and nothing of the result where totals are hidden.

use crate::lab::{CASE, World, text};
use std::rc::Rc;
use weighbridge_edit::{Edit, Gesture};
use weighbridge_model::{AppraisalId, CriterionId, RawWeight};
use weighbridge_opening as opening;
use weighbridge_state::{Action, DocumentAction, DocumentCommand, Page, Route, State};

fn opened(page: Page) -> State {
    let appraisal = opening::open(text(CASE, 3).as_bytes()).unwrap();
    State::new(Route::of(CASE, page)).after_document(DocumentAction::Opened(Rc::new(appraisal), 5))
}

fn points(of: &str, to: f64, gesture: Gesture) -> DocumentAction {
    let id = CriterionId::new(of).unwrap();
    let edit = Edit::points(&id, RawWeight::new(to));
    DocumentAction::Do(1, DocumentCommand::edit(edit, gesture))
}

fn told(state: &State) -> String {
    let effect = state.shown().unwrap().effect.clone();
    effect.map(|effect| effect.words).unwrap_or_default()
}

#[test]
fn a_change_is_told_against_the_start_and_not_against_the_last_tap() {
    // 3 to 1 is 37.5 against 12.5; 4 to 1 is 40 against 10; 7 to 1 is 43.75 against 6.25.
    let state = opened(Page::Weights).after_document(points("a", 4.0, Gesture::Done));
    let first = "You changed the weight of A: the lead is 30.0 points, 25.0 at the start.";
    assert_eq!(told(&state), first);
    assert_eq!(state.said.1, first, "a screen reader hears the same");
    let state = state.after_document(points("a", 7.0, Gesture::Done));
    assert_eq!(
        told(&state),
        "You changed the weight of A: the lead is 37.5 points, 25.0 at the start."
    );
    // What else was changed is counted, not told anew.
    let state = state.after_document(points("b", 7.0, Gesture::Done));
    assert_eq!(
        told(&state),
        "After two other changes, you changed the weight of B. X and Y are now level. X led at the start."
    );
    let state = state.after_document(DocumentAction::Do(1, DocumentCommand::Undo));
    assert_eq!(
        told(&state),
        "Undone (“Change weight of B”): the lead is 37.5 points, 25.0 at the start."
    );
    // Undone beyond where one started, the start stays what it was.
    let state = state.after(Action::Go(Route::of(CASE, Page::Scores)));
    let state = state.after_document(DocumentAction::Do(1, DocumentCommand::Undo));
    assert_eq!(
        told(&state),
        "Undone (“Change weight of A”): the lead is 30.0 points, 37.5 at the start."
    );
}

#[test]
fn what_was_done_on_one_page_is_not_told_on_another() {
    let state = opened(Page::Weights).after_document(points("a", 4.0, Gesture::Done));
    let same = state
        .clone()
        .after(Action::Go(Route::part(CASE, Page::Weights, "swing")));
    assert_eq!(
        told(&same),
        told(&state),
        "another view of the page is the same page"
    );
    let state = same.after(Action::Go(Route::of(CASE, Page::Scores)));
    assert_eq!(told(&state), "");
    let state = state.after(Action::Go(Route::of(CASE, Page::Weights)));
    assert_eq!(told(&state), "");
    let state = state.after_document(points("a", 7.0, Gesture::Done));
    assert_eq!(
        told(&state),
        "You changed the weight of A: the lead is 37.5 points, 30.0 at the start."
    );
}

#[test]
fn a_copy_that_one_goes_on_with_was_started_where_the_original_was() {
    let state = opened(Page::Weights)
        .after_document(points("a", 4.0, Gesture::Done))
        .after_document(DocumentAction::Copied(
            AppraisalId::new("copy").unwrap(),
            "",
        ))
        .after_document(points("b", 2.0, Gesture::Done));
    let effect = state.document.as_ref().unwrap().effect.clone().unwrap();
    assert_eq!(
        effect.words,
        "After another change, you changed the weight of B: the lead is 16.7 points, 25.0 at the start."
    );
}

#[test]
fn hidden_totals_are_not_told_while_people_weigh_and_score() {
    let leader = |words: &str| words.contains('X') || words.contains("lead");
    for page in Page::all() {
        let judging = matches!(page, Page::Weights | Page::Scores);
        let state = opened(page).after(Action::HideTotals(true));
        assert_eq!(state.totals_hidden(), judging, "{page:?}");
        let commands = [
            points("a", 9.0, Gesture::Done),
            points("b", 90.0, Gesture::Done),
            DocumentAction::Do(1, DocumentCommand::Undo),
            DocumentAction::Do(1, DocumentCommand::Redo),
        ];
        let mut state = state;
        for command in commands {
            state = state.after_document(command);
            let (said, effect) = (state.said.1.clone(), state.shown().unwrap().effect.clone());
            assert!(said.contains("weight of "), "{page:?}: {said}");
            assert_eq!(leader(&said), !judging, "{page:?}: {said}");
            assert_eq!(
                leader(&effect.unwrap().told(state.totals_hidden())),
                !judging
            );
        }
        let state = state.after(Action::HideTotals(false));
        assert!(!state.totals_hidden());
    }
}

#[test]
fn a_device_keeps_whether_totals_are_hidden() {
    let mut world = World::new();
    let first = world.open_case(CASE);
    assert!(!world.state(first).hide_totals, "alone, totals are shown");
    world.tabs[first].session.dispatch(Action::HideTotals(true));
    let second = world.reload(first);
    assert!(world.state(second).hide_totals);
    world.tabs[second]
        .session
        .dispatch(Action::HideTotals(false));
    let third = world.reload(second);
    assert!(!world.state(third).hide_totals);
}
