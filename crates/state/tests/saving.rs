//! Saving: one at a time, the newest last, and held in the journal from the moment of the change.

use crate::lab::{CASE, Fault, World, text};
use weighbridge_edit::Gesture;
use weighbridge_state::{Action, DocumentCommand, Page, Request, Route, SaveProblem};

/// Whether a tab says that all changes are kept.
fn says_kept(world: &World, at: usize) -> bool {
    let state = world.state(at);
    let document = state.shown().unwrap();
    document.is_kept() && document.problem.is_none()
}

#[test]
fn a_change_is_saved_and_said_to_be() {
    let mut world = World::new();
    let tab = world.open_case(CASE);
    assert_eq!(world.shown(tab), Some(1));
    world.edit(tab, 7);
    assert!(!says_kept(&world, tab));
    world.settle();
    assert!(says_kept(&world, tab));
    assert_eq!(world.kept(CASE), Some(7));
    assert_eq!(world.held(), [""; 0]);
    assert_eq!(world.state(tab).document.as_ref().unwrap().revision, 6);
}

/// The rare fault "a change followed by a reload at once shows the change before the last": the rules saved what had been
/// drawn last, so a change made while the page was being drawn was neither held nor saved when the page went.
#[test]
fn a_change_followed_by_a_reload_at_once_is_kept() {
    let mut world = World::new();
    let tab = world.open_case(CASE);
    world.edit(tab, 63);
    world.edit(tab, 68);
    world.edit(tab, 73);
    // Nothing has run since: nothing was drawn, and no save was begun.
    let tab = world.reload(tab);
    world.settle();
    assert_eq!(world.shown(tab), Some(73));
    assert_eq!(world.kept(CASE), Some(73));
    assert_eq!(world.held(), [""; 0]);
}

#[test]
fn a_change_made_while_another_is_on_its_way_survives_whatever_became_of_that() {
    // The first save is lost with the page, or arrives before the next page looks, or after it.
    for arrives in ["never", "before", "after"] {
        let mut world = World::new();
        let tab = world.open_case(CASE);
        world.store.prompt.set(false);
        world.edit(tab, 2);
        world.run(tab);
        world.edit(tab, 3);
        assert_eq!(world.asked(), ["save"]);
        if arrives == "before" {
            world.take_effect(0, None);
        }
        if arrives != "after" {
            world.kill(tab);
            world.drop_orphans();
            world.open_case(CASE);
        } else {
            world.reload(tab);
            // The next page has looked, and is about to save, when the save of the old one takes effect.
            while !world.asked().ends_with(&["save"]) || world.calls() < 2 {
                world.answer(1, None);
            }
            world.take_effect(0, None);
        }
        world.settle();
        assert_eq!(world.shown(0), Some(3), "{arrives}");
        assert_eq!(world.kept(CASE), Some(3), "{arrives}");
        assert_eq!(world.all_kept().len(), 1, "{arrives}");
        assert_eq!(world.held(), [""; 0], "{arrives}");
    }
}

#[test]
fn undo_and_redo_while_a_change_is_being_saved_are_saved_too() {
    for redo in [false, true] {
        let mut world = World::new();
        let tab = world.open_case(CASE);
        world.store.prompt.set(false);
        world.edit(tab, 2);
        world.run(tab);
        world.command(tab, DocumentCommand::Undo);
        if redo {
            world.command(tab, DocumentCommand::Redo);
        }
        world.settle();
        let expected = if redo { 2 } else { 1 };
        assert_eq!(world.shown(tab), Some(expected));
        assert_eq!(world.kept(CASE), Some(expected));
        assert!(says_kept(&world, tab));
        assert_eq!(world.held(), [""; 0]);
    }
}

#[test]
fn one_save_goes_at_a_time_and_the_newest_goes_last() {
    let mut world = World::new();
    let tab = world.open_case(CASE);
    world.store.prompt.set(false);
    for to in 2..=9 {
        world.edit(tab, to);
        world.run(tab);
        assert_eq!(world.asked(), ["save"]);
    }
    world.answer(0, None);
    assert_eq!(world.kept(CASE), Some(2));
    assert_eq!(world.asked(), ["save"]);
    world.answer(0, None);
    assert_eq!(world.kept(CASE), Some(9));
    assert_eq!(world.calls(), 0);
    assert!(says_kept(&world, tab));
}

#[test]
fn a_slider_is_saved_when_it_rests_or_the_page_goes() {
    let mut world = World::new();
    let tab = world.open_case(CASE);
    world.edit_by(tab, 4, Gesture::Moving);
    world.settle();
    assert_eq!(world.kept(CASE), Some(1));
    world.edit_by(tab, 5, Gesture::Moving);
    world.command(tab, DocumentCommand::Rest);
    world.settle();
    assert_eq!(world.kept(CASE), Some(5));
    world.edit_by(tab, 6, Gesture::Moving);
    world.tabs[tab].session.keep_now();
    world.reload(tab);
    world.settle();
    assert_eq!(world.kept(CASE), Some(6));
}

#[test]
fn another_appraisal_opened_meanwhile_takes_nothing_from_the_first() {
    let mut world = World::new();
    world.put("other", 1);
    let tab = world.open_case(CASE);
    world.store.prompt.set(false);
    world.edit(tab, 2);
    world.run(tab);
    world.edit(tab, 3);
    world.go(tab, Route::of("other", Page::Weights));
    // The other is there before the first is saved, and is changed at once.
    world.answer(1, None);
    assert_eq!(world.shown(tab), Some(1));
    world.edit(tab, 20);
    world.settle();
    assert_eq!(world.kept(CASE), Some(3));
    assert_eq!(world.kept("other"), Some(20));
    // Back, and forth before it is there: what arrives late is not shown in the place of the other.
    world.go(tab, Route::of(CASE, Page::Weights));
    world.go(tab, Route::of("other", Page::Result));
    world.settle();
    assert_eq!(world.shown(tab), Some(20));
}

#[test]
fn going_back_waits_for_what_is_on_its_way() {
    let mut world = World::new();
    world.put("other", 1);
    let tab = world.open_case(CASE);
    world.store.prompt.set(false);
    world.edit(tab, 2);
    world.run(tab);
    world.edit(tab, 3);
    world.go(tab, Route::of("other", Page::Weights));
    world.answer(1, None);
    world.go(tab, Route::of(CASE, Page::Weights));
    world.settle();
    assert_eq!(world.shown(tab), Some(3));
    assert!(says_kept(&world, tab));
}

#[test]
fn what_could_not_be_saved_is_tried_again_with_the_next_change() {
    for fault in [Fault::Full, Fault::Refused, Fault::AnswerLost] {
        let mut world = World::new();
        let tab = world.open_case(CASE);
        world.store.prompt.set(false);
        world.edit(tab, 2);
        world.run(tab);
        world.answer(0, Some(fault));
        let problem = match fault {
            Fault::Full => SaveProblem::Full,
            Fault::Refused => SaveProblem::Refused("no".to_owned()),
            Fault::AnswerLost => SaveProblem::Refused("the answer was lost".to_owned()),
        };
        assert_eq!(
            world.state(tab).document.as_ref().unwrap().problem,
            Some(problem)
        );
        // Nothing is tried by itself, and it is held.
        world.run(tab);
        assert_eq!(world.calls(), 0);
        assert_eq!(world.held().len(), 1);
        world.edit(tab, 3);
        world.settle();
        assert!(says_kept(&world, tab));
        assert_eq!(world.kept(CASE), Some(3));
        assert_eq!(world.held(), [""; 0]);
    }
}

#[test]
fn what_the_store_never_took_is_shown_as_it_was_left() {
    let mut world = World::new();
    let tab = world.open_case(CASE);
    world.store.prompt.set(false);
    world.edit(tab, 2);
    world.run(tab);
    world.answer(0, Some(Fault::Full));
    // The next page finds the store as full as it was.
    world.reload(tab);
    for _ in 0..60 {
        if world.calls() > 0 {
            let full = world.asked()[0] == "save";
            world.answer(0, full.then_some(Fault::Full));
        }
    }
    assert_eq!(world.shown(0), Some(2));
    let state = world.state(0);
    assert_eq!(state.shown().unwrap().problem, Some(SaveProblem::Full));
    assert_eq!(world.held().len(), 1);
    // And so does this page, when it comes back to it.
    world.go(0, Route::Library);
    world.settle();
    world.edit(0, 3);
    world.go(0, Route::of(CASE, Page::Scores));
    world.settle();
    assert_eq!(world.shown(0), Some(2));
    world.edit(0, 4);
    world.settle();
    assert_eq!(world.kept(CASE), Some(4));
    assert_eq!(world.held(), [""; 0]);
}

#[test]
fn where_nothing_outlives_the_page_nothing_is_held_and_the_library_has_it() {
    let mut world = World::new();
    world.no_storage = true;
    let tab = world.open_case(CASE);
    assert_eq!(world.state(tab).no_storage.as_deref(), Some("not allowed"));
    world.edit(tab, 2);
    assert_eq!(world.held(), [""; 0]);
    world.settle();
    world.go(tab, Route::Library);
    world.settle();
    let state = world.state(tab);
    assert!(state.shelf.as_ref().unwrap().get(CASE).is_some());
    assert_eq!(world.kept(CASE), Some(2));
}

#[test]
fn where_nothing_can_be_held_changes_are_still_saved() {
    let mut world = World::new();
    world.room.set(0);
    let tab = world.open_case(CASE);
    world.edit(tab, 2);
    world.settle();
    world.reload(tab);
    world.settle();
    assert_eq!(world.shown(0), Some(2));
}

#[test]
fn where_one_text_can_be_held_and_not_two_the_newest_is() {
    let mut world = World::new();
    world.room.set(1);
    let tab = world.open_case(CASE);
    world.edit(tab, 2);
    world.edit(tab, 3);
    assert_eq!(world.held(), ["weighbridge.unsaved.t1-2.case"]);
    world.reload(tab);
    assert_eq!(world.shown(0), Some(3));
}

#[test]
fn a_refused_change_says_why_and_saves_nothing() {
    let mut world = World::new();
    let tab = world.open_case(CASE);
    world.store.prompt.set(false);
    let nobody = weighbridge_model::CriterionId::new("nobody").unwrap();
    let edit = weighbridge_edit::Edit::points(&nobody, None);
    world.command(tab, DocumentCommand::edit(edit, Gesture::Done));
    world.run(tab);
    assert_eq!(world.calls(), 0);
    assert!(!world.state(tab).said.1.is_empty());
    world.tabs[tab]
        .session
        .dispatch(Action::Say("Hello.".to_owned()));
    world.tabs[tab].session.ask(Request::KeepAsCopy);
    assert_eq!(world.state(tab).said.1, "Hello.");
}

#[test]
fn what_would_not_open_again_is_not_kept_in_place_of_what_does() {
    let mut world = World::new();
    // As large as a file may be, to the byte: what is not known to the tool is kept.
    let with = |filler: usize| {
        let text = text(CASE, 1);
        let end = text.rfind('}').unwrap();
        let filled = format!(
            "{}, \"x\": \"{}\"}}",
            &text[..end].trim_end(),
            "x".repeat(filler)
        );
        weighbridge_file::save(&weighbridge_opening::open(filled.as_bytes()).unwrap())
    };
    let full = with(weighbridge_file::MAX_FILE - with(0).len());
    assert_eq!(full.len(), weighbridge_file::MAX_FILE);
    world.store.records.borrow_mut().get_mut(CASE).unwrap().text = full;
    let tab = world.open_case(CASE);
    world.edit(tab, 10);
    world.settle();
    let problem = || world.state(tab).shown().unwrap().problem.clone();
    assert_eq!(problem(), Some(SaveProblem::TooLarge));
    assert_eq!(world.kept(CASE), Some(1));
    world.command(tab, DocumentCommand::Undo);
    world.settle();
    assert_eq!(world.state(tab).shown().unwrap().problem, None);
}

#[test]
fn whether_the_browser_keeps_it_for_good_is_known_and_asked_once_something_is_kept() {
    let mut world = World::new();
    let tab = world.open_case(CASE);
    assert_eq!(world.state(tab).persists, Some(false));
    world.edit(tab, 2);
    world.settle();
    assert_eq!(world.state(tab).persists, Some(true));
    // A browser that does not say promises nothing.
    let other = world.open(Route::Library);
    world.tabs[other].session.persists.set(None);
    world.edit(tab, 3);
    world.settle();
    world.go(other, Route::of(CASE, Page::Weights));
    world.settle();
    world.edit(other, 4);
    world.settle();
    assert_eq!(world.state(other).persists, None);
}
