//! What people ask for: carried out one after the other, however long it takes until it can be.

use crate::lab::{CASE, Fault, World, text};
use std::rc::Rc;
use weighbridge_opening::library;
use weighbridge_state::{Action, ChosenFile, Notice, Page, Record, Request, Route, SaveProblem};

fn record(world: &World, at: usize, id: &str) -> Rc<Record> {
    let shelf = world.state(at).shelf.clone().unwrap();
    shelf.get(id).unwrap().record.clone()
}

fn file(world: &mut World, at: usize, name: &str, content: &str) {
    let bytes = Ok(Rc::from(content.as_bytes()));
    let request = Request::OpenFile(ChosenFile::new(name, bytes));
    world.tabs[at].session.ask(request);
    world.settle();
}

#[test]
fn what_is_asked_for_before_the_workspace_is_there_is_carried_out_when_it_comes() {
    let mut world = World::new();
    let tab = world.open_without_workspace(Route::Library);
    let session = world.tabs[tab].session.clone();
    session.dispatch(Action::Fetched(false));
    assert!(world.state(tab).not_fetched);
    assert_eq!(world.state(tab).notice, None, "nobody waits for anything");
    session.ask(Request::StartNew);
    session.ask(Request::StartNew);
    assert_eq!(world.state(tab).tries, 2);
    session.dispatch(Action::Fetched(false));
    assert_eq!(world.state(tab).notice, Some(Notice::NotYet));
    session.dispatch(Action::TryAgain);
    assert_eq!(world.state(tab).tries, 3);
    world.fetch_workspace(tab);
    world.settle();
    let state = world.state(tab);
    assert_eq!(state.notice, None);
    assert_eq!(state.shown().unwrap().id(), library::BLANK.id);
    assert!(state.requests.is_empty());
}

#[test]
fn an_address_opens_what_it_names_as_soon_as_that_can_be_done() {
    let mut world = World::new();
    let tab = world.open_without_workspace(Route::of(CASE, Page::Scores));
    assert_eq!(world.shown(tab), None);
    world.fetch_workspace(tab);
    assert_eq!(world.shown(tab), Some(1));
    world.go(tab, Route::of("nowhere", Page::Result));
    assert!(world.state(tab).missing);
    world.go(tab, Route::of("office-location", Page::Result));
    assert!(!world.state(tab).missing);
    assert!(world.state(tab).shown().is_some());
}

#[test]
fn a_store_that_does_not_answer_a_look_is_told_and_asked_again() {
    let mut world = World::new();
    let tab = world.open(Route::Library);
    world.store.prompt.set(false);
    world.go(tab, Route::of(CASE, Page::Weights));
    world.answer(0, Some(Fault::Refused));
    let state = world.state(tab);
    assert!(state.missing);
    assert_eq!(state.notice, Some(Notice::NotLoaded("no".to_owned())));
    world.go(tab, Route::of(CASE, Page::Scores));
    world.settle();
    assert_eq!(world.shown(tab), Some(1));
    assert_eq!(world.state(tab).notice, None);
}

#[test]
fn a_list_that_cannot_be_read_leaves_the_shelf_as_it_was() {
    let mut world = World::new();
    world.store.prompt.set(false);
    let tab = world.open(Route::Library);
    while world.calls() > 0 {
        world.answer(0, Some(Fault::Refused));
    }
    assert!(world.state(tab).shelf.as_ref().unwrap().is_empty());
    world.go(tab, Route::Library);
    world.settle();
    world.go(tab, Route::Library);
    world.answer(0, Some(Fault::Refused));
    assert!(!world.state(tab).shelf.as_ref().unwrap().is_empty());
}

#[test]
fn a_file_is_opened_beside_what_is_there_and_the_very_same_is_just_shown() {
    let mut world = World::new();
    let tab = world.open(Route::Library);
    // The same: shown, and not kept twice.
    file(&mut world, tab, "case.json", &text(CASE, 1));
    assert_eq!(world.all_kept().len(), 1);
    assert_eq!(world.shown(tab), Some(1));
    // Another with its id: beside it; and that file again: what was made of it is shown.
    file(&mut world, tab, "case.json", &text(CASE, 9));
    assert_eq!(world.shown(tab), Some(9));
    assert_eq!(world.all_kept().len(), 2);
    world.go(tab, Route::Library);
    file(&mut world, tab, "case.json", &text(CASE, 9));
    assert_eq!(world.shown(tab), Some(9));
    assert_eq!(world.all_kept().len(), 2);
    assert_eq!(world.kept(CASE), Some(1));
    // An example as it came is just shown, and not kept.
    let office = library::entry("office-location").unwrap();
    file(&mut world, tab, "office.json", office.text);
    assert_eq!(world.state(tab).shown().unwrap().id(), "office-location");
    assert_eq!(world.all_kept().len(), 2);
}

#[test]
fn a_file_that_finds_no_room_is_open_all_the_same_and_held() {
    let mut world = World::new();
    let tab = world.open(Route::Library);
    world.store.prompt.set(false);
    let bytes = Ok(Rc::from(text("mine", 4).as_bytes()));
    world.tabs[tab]
        .session
        .ask(Request::OpenFile(ChosenFile::new("mine.json", bytes)));
    world.run(tab);
    while world.calls() > 0 {
        let save = world.asked()[0] == "save";
        world.answer(0, save.then_some(Fault::Full));
    }
    assert_eq!(world.shown(tab), Some(4));
    let state = world.state(tab);
    assert_eq!(state.shown().unwrap().problem, Some(SaveProblem::Full));
    world.reload(tab);
    world.settle();
    assert_eq!(world.kept("mine"), Some(4));
}

#[test]
fn a_file_that_cannot_be_opened_says_why_and_changes_nothing() {
    let mut world = World::new();
    let tab = world.open(Route::Library);
    file(&mut world, tab, "broken.json", "{");
    let state = world.state(tab);
    let notice = state.notice.clone().unwrap();
    assert!(matches!(&notice, Notice::FileRefused { name, .. } if name == "broken.json"));
    assert!(notice.is_bad());
    assert_eq!(
        state.said.1,
        format!("{} {}", notice.message().title(), notice.message().text())
    );
    let unread = Request::OpenFile(ChosenFile::new("far.json", Err("it is gone".to_owned())));
    world.tabs[tab].session.ask(unread);
    world.settle();
    let notice = world.state(tab).notice.clone().unwrap();
    assert_eq!(notice.message().title(), "“far.json” was not opened.");
    assert_eq!(
        notice.message().text(),
        "It could not be read: it is gone. Try again."
    );
    // A good one takes the message away.
    file(&mut world, tab, "good.json", &text("good", 2));
    assert_eq!(world.state(tab).notice, None);
}

#[test]
fn a_copy_has_a_life_of_its_own() {
    let mut world = World::new();
    let tab = world.open(Route::Library);
    let request = Request::Duplicate(record(&world, tab, CASE));
    world.tabs[tab].session.ask(request);
    world.settle();
    assert_eq!(world.shown(tab), Some(1));
    world.edit(tab, 33);
    world.settle();
    assert_eq!(world.kept(CASE), Some(1));
    let state = world.state(tab);
    let copy = state.shown().unwrap().appraisal();
    assert_eq!(copy.frame.title, "case (copy)");
    assert_eq!(world.kept(copy.id.as_str()), Some(33));
}

#[test]
fn a_deleted_appraisal_comes_back_as_it_was_last() {
    let mut world = World::new();
    let tab = world.open_case(CASE);
    let stale = record(&world, tab, CASE);
    world.store.prompt.set(false);
    world.edit(tab, 2);
    world.run(tab);
    world.edit(tab, 3);
    world.go(tab, Route::Library);
    world.tabs[tab].session.ask(Request::Delete(stale));
    world.settle();
    assert_eq!(world.kept(CASE), None);
    assert!(world.state(tab).document.is_none());
    assert_eq!(world.held(), [""; 0]);
    let notice = world.state(tab).notice.clone().unwrap();
    assert_eq!(
        notice.message().title(),
        "“case” has been deleted from this browser."
    );
    let deleted = notice.deleted().unwrap().clone();
    world.tabs[tab]
        .session
        .ask(Request::Restore(deleted.clone()));
    world.settle();
    assert_eq!(world.kept(CASE), Some(3));
    assert_eq!(world.state(tab).said.1, "“case” is back.");
    assert_eq!(world.state(tab).notice, None);
    // Once it is there, it is not written over.
    world.tabs[tab].session.ask(Request::Restore(deleted));
    world.settle();
    assert!(matches!(
        world.state(tab).notice,
        Some(Notice::NotRestored(_))
    ));
}

#[test]
fn what_cannot_be_deleted_is_said() {
    let mut world = World::new();
    let tab = world.open(Route::Library);
    let kept = record(&world, tab, CASE);
    world.store.prompt.set(false);
    world.tabs[tab].session.ask(Request::Delete(kept));
    world.run(tab);
    world.answer(0, None);
    world.answer(0, Some(Fault::Refused));
    assert_eq!(
        world.state(tab).notice,
        Some(Notice::NotDeleted(CASE.to_owned()))
    );
    world.tabs[tab].session.ask(Request::DeleteAll);
    world.run(tab);
    world.answer(0, None);
    world.answer(0, Some(Fault::Refused));
    assert_eq!(world.state(tab).notice, Some(Notice::NotAllDeleted));
    assert_eq!(world.kept(CASE), Some(1));
}

#[test]
fn everything_is_deleted_also_what_is_only_held() {
    let mut world = World::new();
    world.put("other", 2);
    let tab = world.open_case(CASE);
    world.store.prompt.set(false);
    world.edit(tab, 3);
    world.leave(
        "weighbridge.unsaved.gone.other",
        &format!("5 0 {}", text("other", 9)),
    );
    world.tabs[tab].session.ask(Request::DeleteAll);
    world.settle();
    assert!(world.all_kept().is_empty());
    assert_eq!(world.held(), [""; 0]);
    assert!(world.state(tab).document.is_none());
    assert_eq!(world.state(tab).notice, Some(Notice::AllDeleted));
    let announced = world.tabs[tab].session.announced.borrow().clone();
    assert!(announced.contains(&("other".to_owned(), 0)));
    world.go(tab, Route::Library);
    world.reload(tab);
    world.settle();
    assert!(world.all_kept().is_empty());
}

/// Neither a record that is no appraisal nor what a closed tab held of a newer format comes back.
#[test]
fn everything_is_deleted_also_what_cannot_be_read() {
    let newer = r#"{"format": "weighbridge", "version": 99}"#;
    for unreadable in ["{", newer, ""] {
        let mut world = World::new();
        world.put("other", 2);
        let mut records = world.store.records.borrow_mut();
        records.get_mut("other").unwrap().text = unreadable.to_owned();
        drop(records);
        let tab = world.open(Route::Library);
        world.settle();
        world.leave("weighbridge.unsaved.gone.case", &format!("5 0 {newer}"));
        world.leave("weighbridge.unsaved.nonsense", unreadable);
        world.tabs[tab].session.ask(Request::DeleteAll);
        world.settle();
        world.reload(tab);
        world.settle();
        assert!(world.store.records.borrow().is_empty(), "{unreadable}");
        assert_eq!(world.held(), [""; 0], "{unreadable}");
    }
}

#[test]
fn what_cannot_be_read_is_handed_over_and_not_written_over() {
    let mut world = World::new();
    let mut record = world.store.records.borrow()[CASE].clone();
    record.text = "{".to_owned();
    world
        .store
        .records
        .borrow_mut()
        .insert(CASE.to_owned(), record);
    let tab = world.open_case(CASE);
    let state = world.state(tab);
    assert!(state.missing && state.shown().is_none());
    assert!(matches!(
        state.notice,
        Some(Notice::RecordUnreadable { .. })
    ));
    let handed = world.tabs[tab].session.handed_over.borrow().clone();
    assert_eq!(
        handed,
        [("case.weighbridge.json".to_owned(), "{".to_owned())]
    );
    assert!(
        state
            .shelf
            .as_ref()
            .unwrap()
            .get(CASE)
            .unwrap()
            .summary()
            .is_none()
    );
}

#[test]
fn the_library_works_out_again_only_what_has_changed() {
    let mut world = World::new();
    world.put("other", 2);
    let tab = world.open_case(CASE);
    let before = world.state(tab).shelf.clone().unwrap();
    let summary = before.get("other").unwrap().summary().unwrap();
    assert!(summary.finding.contains('X') && summary.missing == 0);
    // A new appraisal is a draft, and the library says so.
    assert_eq!(summary.standing, ["Draft"]);
    world.edit(tab, 3);
    world.settle();
    world.go(tab, Route::Library);
    world.settle();
    let after = world.state(tab).shelf.clone().unwrap();
    assert!(Rc::ptr_eq(
        before.get("other").unwrap(),
        after.get("other").unwrap()
    ));
    assert!(!Rc::ptr_eq(
        before.get(CASE).unwrap(),
        after.get(CASE).unwrap()
    ));
    assert_eq!(
        after.iter().next().unwrap().record.id,
        CASE,
        "the last saved comes first"
    );
}

#[test]
fn of_several_files_each_is_opened_or_told() {
    let mut world = World::new();
    let tab = world.open(Route::Library);
    let bytes = |content: &str| Ok(Rc::from(content.as_bytes()));
    let minimal = |title: &str| {
        format!(
            r#"{{"format": "weighbridge", "version": 1, "title": "{title}", "options": [], "criteria": []}}"#
        )
    };
    let before = world.all_kept().len();
    let files = vec![
        ChosenFile::new("one.json", bytes(&minimal("One"))),
        ChosenFile::new("notes.json", bytes("no appraisal")),
        ChosenFile::new("two.json", bytes(&minimal("Two"))),
    ];
    world.tabs[tab].session.ask(Request::OpenFiles(files));
    world.settle();
    assert_eq!(world.all_kept().len(), before + 2);
    let state = world.state(tab);
    let told = Notice::FilesOpened {
        opened: 2,
        refused: vec!["notes.json".to_owned()],
    };
    assert_eq!(state.notice, Some(told));
    assert_eq!(state.shown().unwrap().appraisal().frame.title, "Two");
}
