//! The open appraisal: what a change did, and how that is told.

use crate::lab::{CASE, World, text, weight};
use std::rc::Rc;
use weighbridge_edit::{Edit, Gesture};
use weighbridge_model::{AppraisalId, CriterionId, Perspective, RawWeight};
use weighbridge_opening as opening;
use weighbridge_state::{
    Action, ChosenFile, Document, DocumentAction, DocumentCommand, Notice, Page, Record, Request,
    Route, Said, SaveError, SaveProblem, State, Way,
};

fn points(to: f64, gesture: Gesture) -> DocumentCommand {
    let id = CriterionId::new("a").unwrap();
    DocumentCommand::edit(Edit::points(&id, RawWeight::new(to)), gesture)
}

fn document() -> Document {
    let appraisal = opening::open(text(CASE, 1).as_bytes()).unwrap();
    Document::new(Rc::new(appraisal), 5, 1)
}

#[test]
fn a_change_tells_what_it_did() {
    let mut document = document();
    assert!(document.is_untouched() && document.is_kept());
    let said = document.carry_out(points(9.0, Gesture::Done));
    assert_eq!(said, Some(Said::Effect));
    let effect = document.effect.clone().unwrap();
    assert!(effect.words.starts_with(&effect.deed), "{effect:?}");
    assert_eq!(effect.told(false), effect.words);
    assert!(!document.is_untouched() && !document.is_kept());
    let agreed = Perspective::from(document.appraisal());
    assert_eq!(document.subject().appraisal, agreed);
    assert_eq!(effect.way, Way::Made);
    assert!(document.can_undo_effect());
    document.carry_out(DocumentCommand::Undo).unwrap();
    let taken_back = document.effect.clone().unwrap();
    assert!(taken_back.words.starts_with("Undone ("), "{taken_back:?}");
    assert_eq!(
        (taken_back.way, &taken_back.change),
        (Way::Undone, &effect.change)
    );
    assert!(!document.can_undo_effect());
    assert!(document.is_kept() && !document.is_untouched());
    document.carry_out(DocumentCommand::Redo).unwrap();
    let words = document.effect.as_ref().map(|e| e.words.clone()).unwrap();
    assert!(words.starts_with("Redone ("), "{words}");
    assert_eq!(document.effect.as_ref().map(|e| e.way), Some(Way::Redone));
    assert!(!document.can_undo_effect());
    assert_eq!(document.carry_out(DocumentCommand::Redo), None);
    assert_eq!(
        document.carry_out(points(9.0, Gesture::Done)),
        None,
        "no difference"
    );
}

#[test]
fn a_slide_is_told_whole_and_once_it_rests() {
    let mut document = document();
    assert_eq!(document.carry_out(points(3.0, Gesture::Moving)), None);
    assert!(document.effect.is_some(), "seen while it moves");
    assert_eq!(document.carry_out(points(8.0, Gesture::Moving)), None);
    assert_eq!(
        document.carry_out(DocumentCommand::Rest),
        Some(Said::Effect)
    );
    // Back to where it was is no change.
    document.carry_out(points(2.0, Gesture::Moving));
    document.carry_out(points(8.0, Gesture::Moving));
    assert_eq!(document.carry_out(DocumentCommand::Rest), None);
}

#[test]
fn a_copy_keeps_the_history_and_is_not_kept_yet() {
    let mut document = document();
    document.carry_out(points(2.0, Gesture::Done));
    document.problem = Some(SaveProblem::Full);
    let id = AppraisalId::new("copy").unwrap();
    let mut copy = document.copy(&id, " (copy)", 7);
    assert_eq!((copy.id(), copy.revision, copy.opening), ("copy", 0, 7));
    assert!(!copy.is_kept() && copy.problem.is_none());
    assert_eq!(copy.appraisal().frame.title, "case (copy)");
    copy.carry_out(DocumentCommand::Undo);
    assert_eq!(weight(copy.appraisal()), Some(1));
    assert_eq!(copy.appraisal().frame.title, "case (copy)");
}

#[test]
fn what_was_saved_of_an_earlier_opening_is_not_taken_for_this_one() {
    let open = || Rc::new(opening::open(text(CASE, 1).as_bytes()).unwrap());
    let (first, second) = (open(), open());
    let state = State::new(Route::of(CASE, Page::Result))
        .after_document(DocumentAction::Opened(first.clone(), 5))
        .after_document(DocumentAction::Opened(second, 6))
        .after_document(DocumentAction::Saved {
            opening: 1,
            appraisal: first,
            revision: 9,
        })
        .after_document(DocumentAction::NotSaved {
            opening: 1,
            why: SaveError::Full,
        });
    let document = state.shown().unwrap();
    assert!(document.is_kept() && document.revision == 6 && document.problem.is_none());
}

#[test]
fn nothing_happens_to_an_appraisal_that_is_not_open() {
    let state = State::new(Route::Library)
        .after_document(DocumentAction::Do(1, DocumentCommand::Undo))
        .after_document(DocumentAction::Copied(AppraisalId::new("x").unwrap(), ""))
        .after_document(DocumentAction::Closed(CASE.to_owned()))
        .after(Action::Begin);
    assert!(state.document.is_none() && state.openings == 0);
}

#[test]
fn what_was_said_of_one_appraisal_goes_with_it() {
    let state = State::new(Route::of(CASE, Page::Result)).after(Action::Say("Done.".to_owned()));
    let state = state.after(Action::Go(Route::of(CASE, Page::Scores)));
    assert_eq!(state.said, (1, "Done.".to_owned()));
    let state = state.after(Action::Go(Route::Library));
    assert_eq!(state.said, (2, String::new()));
}

#[test]
fn notices_say_what_happened_and_whether_it_was_bad() {
    let text = String::from;
    let record = Rc::new(Record {
        id: text("x"),
        title: text("X"),
        text: text("{}"),
        revision: 1,
        saved: 0.0,
    });
    let good = [
        Notice::Deleted(record),
        Notice::AllDeleted,
        Notice::KeptBeside(text("X")),
        Notice::SavedAsFile(text("x.json")),
        Notice::FilesOpened {
            opened: 2,
            refused: Vec::new(),
        },
        Notice::ScalesBegun(vec![text("Cost"), text("Time")]),
    ];
    let bad = [
        Notice::FileRefused {
            name: text("x"),
            why: weighbridge_file::OpenError::Empty,
        },
        Notice::FileUnreadable {
            name: text("x"),
            why: text("gone"),
        },
        Notice::RecordUnreadable {
            title: text("X"),
            why: weighbridge_file::OpenError::Empty,
        },
        Notice::NotLoaded(text("busy.")),
        Notice::NotDeleted(text("X")),
        Notice::NotRestored(text("X")),
        Notice::NotAllDeleted,
        Notice::NoTool,
        Notice::FilesOpened {
            opened: 1,
            refused: vec![text("x")],
        },
        Notice::NotYet,
    ];
    for notice in good.iter().chain(&bad) {
        assert!(notice.message().title().ends_with('.'), "{notice:?}");
        let words = notice.message().text();
        assert!(
            words.is_empty() || words.ends_with('.') && !words.ends_with(".."),
            "{notice:?}"
        );
        assert_eq!(notice.is_bad(), bad.contains(notice), "{notice:?}");
        let asks = matches!(notice, Notice::NotYet | Notice::Deleted(_));
        assert_eq!(!notice.answers().is_empty(), asks);
        assert_eq!(
            notice.deleted().is_some(),
            matches!(notice, Notice::Deleted(_))
        );
    }
}

#[test]
fn undo_can_be_taken_back_after_a_deletion_was_told() {
    let mut world = World::new();
    let tab = world.open_case(CASE);
    let session = world.tabs[tab].session.clone();
    session.dispatch(Action::Notice(Notice::AllDeleted));
    world.edit(tab, 2);
    assert_eq!(world.state(tab).notice, None);
    session.dispatch(Action::Notice(Notice::NotAllDeleted));
    world.edit(tab, 3);
    assert_eq!(world.state(tab).notice, Some(Notice::NotAllDeleted));
    let heard = Rc::new(std::cell::Cell::new(0));
    let ear = heard.clone();
    session.on_change(move || ear.set(ear.get() + 1));
    world.command(tab, DocumentCommand::Undo);
    assert_eq!(heard.get(), 1);
    assert!(session == world.tabs[tab].session);
}

#[test]
fn what_was_typed_on_the_pages_of_one_appraisal_does_not_land_in_another() {
    let mut world = World::new();
    world.put("other", 1);
    let tab = world.open_case(CASE);
    let origin = world.state(tab).shown().unwrap().origin;
    world.go(tab, Route::of("other", Page::Weights));
    let session = world.tabs[tab].session.clone();
    session.command(origin, points(9.0, Gesture::Done));
    assert_eq!(world.shown(tab), Some(1));
    // A copy one goes on with is the same to its pages.
    let origin = world.state(tab).shown().unwrap().origin;
    session.ask(Request::KeepAsCopy);
    world.settle();
    session.command(origin, points(8.0, Gesture::Done));
    assert_eq!(world.shown(tab), Some(8));
}

/// A field keeps the focus while a file with the same ids is dropped; what was typed belongs to what it was typed in.
#[test]
fn what_was_typed_does_not_land_in_a_file_with_the_same_ids() {
    for id in [CASE, "elsewhere"] {
        let mut world = World::new();
        let tab = world.open_case(CASE);
        let origin = world.state(tab).shown().unwrap().origin;
        let dropped = crate::lab::text(id, 7);
        let file = ChosenFile::new("dropped.json", Ok(Rc::from(dropped.as_bytes())));
        let session = world.tabs[tab].session.clone();
        session.ask(Request::OpenFile(file));
        world.settle();
        assert_eq!(world.shown(tab), Some(7), "{id}");
        session.command(origin, points(9.0, Gesture::Done));
        world.settle();
        assert_eq!(world.shown(tab), Some(7), "{id}");
        assert_eq!(world.kept(CASE), Some(1), "{id}");
    }
}
