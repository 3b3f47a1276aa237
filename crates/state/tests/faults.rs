//! Several tabs, closed tabs, and what becomes of what they could not save.

use crate::lab::{CASE, Fault, World, text};
use weighbridge_state::{Notice, Page, Request, Route, SaveProblem};

fn problem(world: &World, at: usize) -> Option<SaveProblem> {
    world.state(at).document.as_ref().unwrap().problem.clone()
}

/// Two tabs on one appraisal, which the second has changed to 20 since the first opened it.
fn two_tabs() -> World {
    let mut world = World::new();
    world.open_case(CASE);
    world.open_case(CASE);
    world.edit(1, 20);
    world.settle();
    world
}

#[test]
fn a_stale_tab_does_not_overwrite_whether_it_was_told_or_not() {
    for told in [true, false] {
        let mut world = two_tabs();
        if told {
            world.deliver(1);
            assert_eq!(problem(&world, 0), Some(SaveProblem::ChangedElsewhere));
        }
        world.edit(0, 30);
        world.settle();
        assert_eq!(world.kept(CASE), Some(20));
        assert_eq!(problem(&world, 0), Some(SaveProblem::ChangedElsewhere));
        assert_eq!(problem(&world, 1), None);
        assert_eq!(world.held(), [""; 0]);
        // It goes on, and is not saved.
        world.edit(0, 31);
        world.settle();
        assert_eq!(world.kept(CASE), Some(20));
        // The other version is loaded, and changed.
        world.tabs[0]
            .session
            .ask(Request::OpenAgain(CASE.to_owned()));
        world.settle();
        assert_eq!((world.shown(0), problem(&world, 0)), (Some(20), None));
        world.edit(0, 35);
        world.settle();
        assert_eq!(world.kept(CASE), Some(35));
    }
}

#[test]
fn a_late_message_of_a_revision_that_was_loaded_since_is_no_news() {
    let mut world = two_tabs();
    world.tabs[0]
        .session
        .ask(Request::OpenAgain(CASE.to_owned()));
    world.settle();
    world.deliver(1);
    assert_eq!(problem(&world, 0), None);
    world.tabs[0].session.saved_elsewhere("other", 9);
    assert_eq!(problem(&world, 0), None);
}

#[test]
fn mine_is_kept_as_a_copy_with_all_that_was_changed_meanwhile() {
    let mut world = two_tabs();
    world.deliver(1);
    world.edit(0, 30);
    world.settle();
    world.store.prompt.set(false);
    world.tabs[0].session.ask(Request::KeepAsCopy);
    world.run(0);
    // The copy is being made when the next change comes.
    world.edit(0, 31);
    world.answer(0, None);
    world.edit(0, 32);
    world.settle();
    assert_eq!(world.kept(CASE), Some(20));
    assert_eq!(world.kept("case-copy"), Some(32));
    assert_eq!((world.shown(0), problem(&world, 0)), (Some(32), None));
    assert_eq!(world.state(0).said.1, "Kept as “case (copy)”.");
    assert_eq!(world.state(0).route, Route::of("case-copy", Page::Weights));
    world.command(0, weighbridge_state::DocumentCommand::Undo);
    world.settle();
    assert_eq!(world.kept("case-copy"), Some(31));
    assert_eq!(world.held(), [""; 0]);
}

#[test]
fn a_copy_that_finds_no_room_is_held_until_there_is() {
    let mut world = two_tabs();
    world.edit(0, 30);
    world.settle();
    world.store.prompt.set(false);
    world.tabs[0].session.ask(Request::KeepAsCopy);
    world.run(0);
    world.answer(0, None);
    while world.calls() > 0 {
        let save = world.asked()[0] == "save";
        world.answer(0, save.then_some(Fault::Full));
    }
    assert_eq!(problem(&world, 0), Some(SaveProblem::Full));
    world.reload(0);
    world.settle();
    assert_eq!(world.kept("case-copy"), Some(30));
}

#[test]
fn what_another_tab_deleted_does_not_come_back_by_surprise() {
    let mut world = two_tabs();
    world.edit(0, 21);
    world.settle();
    let tab = world.open(Route::Library);
    let shelf = world.state(tab).shelf.clone().unwrap();
    let record = shelf.get(CASE).unwrap().record.clone();
    world.tabs[tab].session.ask(Request::Delete(record));
    world.settle();
    world.deliver(tab);
    assert_eq!(problem(&world, 1), Some(SaveProblem::DeletedElsewhere));
    world.edit(1, 45);
    world.settle();
    assert_eq!(world.kept(CASE), None);
    // Made anew, it is not taken for what it was before.
    world.put(CASE, 50);
    world
        .store
        .records
        .borrow_mut()
        .get_mut(CASE)
        .unwrap()
        .revision = 1_000_000;
    world.edit(1, 46);
    world.settle();
    assert_eq!(world.kept(CASE), Some(50));
}

#[test]
fn what_a_closed_tab_could_not_save_stands_beside_what_another_made_since() {
    let mut world = World::new();
    world.open_case(CASE);
    world.store.prompt.set(false);
    world.edit(0, 2);
    world.kill(0);
    world.drop_orphans();
    world.store.prompt.set(true);
    world.put(CASE, 40);
    world
        .store
        .records
        .borrow_mut()
        .get_mut(CASE)
        .unwrap()
        .revision = 9;
    world.open(Route::Library);
    world.settle();
    assert_eq!(world.kept(CASE), Some(40));
    assert_eq!(world.kept("case-from-a-closed-tab"), Some(2));
    let title = "case (from a closed tab)".to_owned();
    assert_eq!(world.state(0).notice, Some(Notice::KeptBeside(title)));
    assert_eq!(world.state(0).shelf.as_ref().unwrap().iter().count(), 2);
    assert_eq!(world.held(), [""; 0]);
}

#[test]
fn what_cannot_be_read_of_a_closed_tab_is_kept_as_it_is() {
    let mut world = World::new();
    let newer = r#"{"format": "weighbridge", "version": 99}"#;
    world.leave("weighbridge.unsaved.gone.case", &format!("5 0 {newer}"));
    world.leave("weighbridge.unsaved.gone.nowhere", &format!("0 0 {newer}"));
    world.leave("weighbridge.unsaved.nonsense", "what is this");
    world.leave("weighbridge.unsaved.gone.half", "5");
    world.leave("somebody.else", "5 0 x");
    world.open(Route::Library);
    world.settle();
    assert_eq!(world.kept(CASE), Some(1));
    let records = world.store.records.borrow();
    assert_eq!(records["case-from-a-closed-tab"].text, newer);
    assert_eq!(records["nowhere-from-a-closed-tab"].text, newer);
    assert_eq!(records.len(), 3);
    let left = [
        "somebody.else",
        "weighbridge.unsaved.gone.half",
        "weighbridge.unsaved.nonsense",
    ];
    assert_eq!(world.held(), left);
}

#[test]
fn recovery_goes_on_when_the_store_is_well_again() {
    // Reading, listing and saving fail in turn, each more often than it is tried at one start.
    for failing in ["load", "list", "save"] {
        let mut world = World::new();
        // One goes in its place, the other beside.
        world.leave(
            "weighbridge.unsaved.gone.case",
            &format!("5 0 {}", text(CASE, 7)),
        );
        world.leave(
            "weighbridge.unsaved.gone2.case",
            &format!("3 0 {}", text(CASE, 8)),
        );
        world.store.prompt.set(false);
        world.open(Route::Library);
        while world.calls() > 0 {
            let fails = world.asked()[0] == failing;
            world.answer(0, fails.then_some(Fault::Refused));
        }
        assert!(!world.held().is_empty(), "{failing}");
        world.reload(0);
        world.settle();
        assert_eq!(world.kept(CASE), Some(7), "{failing}");
        assert_eq!(world.kept("case-from-a-closed-tab"), Some(8), "{failing}");
        assert_eq!(world.held(), [""; 0], "{failing}");
    }
}

/// A browser that hands over late what a closed tab held: the next page has opened the appraisal without it.
#[test]
fn what_is_handed_over_late_is_shown_when_it_comes() {
    let mut world = World::new();
    world.open_case(CASE);
    world.late.set(true);
    world.store.prompt.set(false);
    world.edit(0, 61);
    world.kill(0);
    world.drop_orphans();
    world.store.prompt.set(true);
    world.open_case(CASE);
    assert_eq!(world.shown(0), Some(1));
    let origin = world.state(0).shown().unwrap().origin;
    world.late.set(false);
    world.hand_over();
    world.settle();
    assert_eq!(world.shown(0), Some(61));
    assert_eq!(
        world.state(0).shown().unwrap().origin,
        origin,
        "what is being typed goes on"
    );
    assert_eq!(world.kept(CASE), Some(61));
    assert_eq!(world.held(), [""; 0]);
}

#[test]
fn what_is_handed_over_after_the_next_change_stands_beside_it() {
    let mut world = World::new();
    world.open_case(CASE);
    world.late.set(true);
    world.store.prompt.set(false);
    world.edit(0, 61);
    world.kill(0);
    world.drop_orphans();
    world.store.prompt.set(true);
    world.open_case(CASE);
    world.late.set(false);
    world.store.prompt.set(false);
    world.edit(0, 70);
    world.hand_over();
    world.settle();
    assert_eq!(world.shown(0), Some(70));
    assert_eq!(world.kept(CASE), Some(70));
    assert_eq!(world.kept("case-from-a-closed-tab"), Some(61));
    assert_eq!(problem(&world, 0), None);
}

/// A tab that is slow is taken for one that is gone: its own save is content, and what it holds since is not let go.
#[test]
fn a_slow_tab_whose_change_another_saved_goes_on_undisturbed() {
    let mut world = World::new();
    world.open_case(CASE);
    world.store.prompt.set(false);
    world.edit(0, 2);
    world.run(0);
    // The save of the first hangs while another tab starts and finds what is held.
    world.open(Route::Library);
    let others = |world: &World| world.calls() > 1;
    while others(&world) {
        world.answer(1, None);
        if world.kept(CASE) == Some(2) {
            break;
        }
    }
    assert_eq!(world.kept(CASE), Some(2));
    // Meanwhile the first has gone on.
    world.edit(0, 3);
    world.settle();
    assert_eq!(problem(&world, 0), None);
    assert_eq!(world.kept(CASE), Some(3));
    assert_eq!(world.all_kept().len(), 1);
    assert_eq!(world.held(), [""; 0]);
}

#[test]
fn the_same_text_found_again_is_let_go() {
    let mut world = World::new();
    world.leave(
        "weighbridge.unsaved.gone.case",
        &format!("3 0 {}", text(CASE, 1)),
    );
    world.open(Route::Library);
    world.settle();
    assert_eq!(world.held(), [""; 0]);
    assert_eq!(world.all_kept().len(), 1);
    assert_eq!(world.state(0).notice, None);
}

#[test]
fn where_nothing_outlives_the_page_what_is_held_stays_held() {
    let mut world = World::new();
    world.no_storage = true;
    world.leave(
        "weighbridge.unsaved.gone.case",
        &format!("5 0 {}", text(CASE, 7)),
    );
    world.open(Route::Library);
    world.settle();
    assert_eq!(world.held().len(), 1);
}
