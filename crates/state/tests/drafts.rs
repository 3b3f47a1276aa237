//! Scales that are begun on the page of criteria and not used yet.

use crate::lab::{CASE, text};
use std::rc::Rc;
use weighbridge_edit::{CriteriaEdit, CriterionEdit, DraftKind, Edit, Gesture, ScaleDraft};
use weighbridge_model::{Criterion, CriterionId};
use weighbridge_opening as opening;
use weighbridge_state::{Action, DocumentAction, DocumentCommand, Notice, Page, Route, State};

fn a() -> CriterionId {
    CriterionId::new("a").unwrap()
}

fn criterion(state: &State) -> &Criterion {
    let document = state.document.as_ref().unwrap();
    document.appraisal().criterion(&a()).unwrap()
}

fn open(state: State) -> State {
    let appraisal = opening::open(text(CASE, 1).as_bytes()).unwrap();
    state.after_document(DocumentAction::Opened(Rc::new(appraisal), 5))
}

/// The case on the page of criteria, with labelled points begun for one.
fn begun() -> State {
    let state = open(State::new(Route::of(CASE, Page::Criteria)));
    let mut draft = state.drafts.scale(criterion(&state));
    draft.kind = DraftKind::Points;
    draft.add_point();
    state.after(Action::DraftScale(a(), Some(draft)))
}

fn edit(state: State, edit: Edit) -> State {
    let origin = state.document.as_ref().unwrap().origin;
    let command = DocumentCommand::edit(edit, Gesture::Done);
    state.after_document(DocumentAction::Do(origin, command))
}

#[test]
fn a_scale_that_was_begun_is_told_of_when_its_page_is_left() {
    let state = begun();
    assert!(state.drafts.is_begun(criterion(&state)));
    let same = state
        .clone()
        .after(Action::Go(Route::part(CASE, Page::Criteria, "a")));
    assert_eq!(same.notice, None, "the page is not left");
    for next in [Route::of(CASE, Page::Scores), Route::Library] {
        let left = state.clone().after(Action::Go(next));
        let names = vec!["A".to_owned()];
        assert_eq!(left.notice, Some(Notice::ScalesBegun(names)));
        let back = left.after(Action::Go(Route::of(CASE, Page::Criteria)));
        assert_eq!(back.drafts, state.drafts, "kept until one comes back");
    }
}

#[test]
fn a_draft_that_makes_the_scale_of_now_is_not_begun() {
    let state = begun();
    let mut draft = state.drafts.scale(criterion(&state));
    draft.kind = DraftKind::Direct;
    let state = state.after(Action::DraftScale(a(), Some(draft)));
    assert!(!state.drafts.is_begun(criterion(&state)));
    assert_eq!(
        state.drafts.scale(criterion(&state)).points.len(),
        6,
        "but kept"
    );
    let left = state.after(Action::Go(Route::Library));
    assert_eq!(left.notice, None);
}

#[test]
fn a_draft_goes_with_the_scale_that_it_was_begun_for() {
    let state = begun();
    let other = edit(
        state.clone(),
        Edit::change_criterion(a(), CriterionEdit::Name("Z".to_owned())),
    );
    assert_eq!(other.drafts, state.drafts, "the name is not the scale");
    let mut draft = ScaleDraft::of(&criterion(&state).scale.kind);
    draft.kind = DraftKind::Measure;
    let kind = draft.read().unwrap();
    let used = edit(
        state.clone(),
        Edit::change_criterion(a(), CriterionEdit::Scale(kind)),
    );
    assert!(!used.drafts.is_begun(criterion(&used)));
    assert_ne!(used.drafts, state.drafts);
    let removed = edit(state.clone(), Edit::Criteria(CriteriaEdit::Remove(a())));
    assert!(
        removed
            .drafts
            .begun(removed.document.as_ref().unwrap().appraisal())
            .is_empty()
    );
    let forgotten = state.clone().after(Action::DraftScale(a(), None));
    assert!(!forgotten.drafts.is_begun(criterion(&forgotten)));
    let reopened = open(state);
    assert!(!reopened.drafts.is_begun(criterion(&reopened)));
}
