//! Saving as a file: to the same file again, without losing what somebody else wrote there; and its versions.

use crate::lab::{CASE, World, text, value};
use std::rc::Rc;
use weighbridge_state::{
    Action, ChosenFile, DocumentCommand, Notice, OpenedFile, Overwrite, Request, VERSIONS,
};

const NAME: &str = "case.json";

fn save(world: &mut World, tab: usize) {
    ask(world, tab, Request::SaveFile(Overwrite::Ask));
}

fn ask(world: &mut World, tab: usize, request: Request) {
    world.tabs[tab].session.ask(request);
    world.settle();
}

fn answer(world: &mut World, tab: usize, label: &str) {
    let notice = world.state(tab).notice.clone().unwrap();
    let mut answers = notice.answers().into_iter();
    let answer = answers.find(|answer| answer.label() == label).unwrap();
    world.tabs[tab].session.dispatch(answer.into());
    world.settle();
}

fn on_disk(world: &World) -> Option<u32> {
    value(world.disk.files.borrow().get(NAME)?)
}

/// The weights in the versions of the case, the oldest first.
fn versions(world: &World) -> Vec<u32> {
    let versions = world.store.versions.borrow();
    versions
        .iter()
        .map(|one| value(&one.text).unwrap())
        .collect()
}

#[test]
fn without_a_disk_a_file_is_handed_over_and_kept_as_a_version() {
    let mut world = World::new();
    let tab = world.open_case(CASE);
    let appraisal = world.state(tab).shown().unwrap().appraisal().clone();
    save(&mut world, tab);
    let state = world.state(tab);
    let filed = state.filed.clone().unwrap();
    assert!(Rc::ptr_eq(&filed.appraisal, &appraisal) && filed.to.is_none());
    assert_eq!(
        state.notice.as_ref().unwrap().message().title(),
        "Saved as the file “case.weighbridge.json”."
    );
    let handed = world.tabs[tab].session.handed_over.borrow()[0].1.clone();
    assert_eq!(handed, text(CASE, 1));
    world.edit(tab, 2);
    assert_eq!(world.state(tab).notice, None, "until the next change");
    world.command(tab, DocumentCommand::Undo);
    let now = world.state(tab).shown().unwrap().appraisal().clone();
    assert!(Rc::ptr_eq(&now, &appraisal));
    assert_eq!(versions(&world), [1]);
}

#[test]
fn save_writes_the_same_file_again_also_after_a_reload() {
    let mut world = World::new();
    world.disk.there(NAME);
    let tab = world.open_case(CASE);
    save(&mut world, tab);
    assert_eq!(on_disk(&world), Some(1));
    assert_eq!(
        world.state(tab).filed.as_ref().unwrap().to.as_deref(),
        Some(NAME)
    );
    // From here on nobody is asked for a file.
    world.disk.choice.replace(None);
    world.edit(tab, 2);
    save(&mut world, tab);
    assert_eq!(on_disk(&world), Some(2));
    let tab = world.reload(tab);
    world.edit(tab, 3);
    save(&mut world, tab);
    assert_eq!(on_disk(&world), Some(3));
    assert_eq!(versions(&world), [1, 2, 3]);
    save(&mut world, tab);
    assert_eq!(
        versions(&world),
        [1, 2, 3],
        "the same again is no other version"
    );
}

#[test]
fn who_chooses_no_file_changes_nothing() {
    let mut world = World::new();
    world.disk.there(NAME);
    world.disk.choice.replace(None);
    let tab = world.open_case(CASE);
    save(&mut world, tab);
    let state = world.state(tab);
    assert!(state.filed.is_none() && state.notice.is_none());
    assert_eq!((on_disk(&world), versions(&world)), (None, Vec::new()));
}

#[test]
fn what_somebody_else_wrote_is_not_written_over_unasked() {
    let mut world = World::new();
    world.disk.there(NAME);
    let tab = world.open_case(CASE);
    save(&mut world, tab);
    world
        .disk
        .files
        .borrow_mut()
        .insert(NAME.to_owned(), text(CASE, 50));
    world.edit(tab, 2);
    save(&mut world, tab);
    assert_eq!(
        world.state(tab).notice,
        Some(Notice::ChangedOnDisk(NAME.to_owned()))
    );
    assert_eq!(on_disk(&world), Some(50));

    answer(&mut world, tab, "Save over it");
    assert_eq!(
        (on_disk(&world), versions(&world)),
        (Some(2), vec![1, 50, 2])
    );
    assert_eq!(world.state(tab).notice, None);
}

#[test]
fn what_is_on_disk_opens_beside() {
    let mut world = World::new();
    world.disk.there(NAME);
    let tab = world.open_case(CASE);
    save(&mut world, tab);
    world
        .disk
        .files
        .borrow_mut()
        .insert(NAME.to_owned(), text(CASE, 50));
    let tab = world.reload(tab);
    world.settle();
    assert_eq!(
        world.state(tab).notice,
        Some(Notice::NewerOnDisk(NAME.to_owned()))
    );
    answer(&mut world, tab, "Open what is on disk");
    assert_eq!((world.shown(tab), world.kept(CASE)), (Some(50), Some(1)));
}

#[test]
fn a_file_that_is_gone_is_saved_to_another_place() {
    let mut world = World::new();
    world.disk.there(NAME);
    let tab = world.open_case(CASE);
    save(&mut world, tab);
    world.disk.files.borrow_mut().clear();
    world.disk.choice.replace(Some("new.json".to_owned()));
    world.edit(tab, 2);
    save(&mut world, tab);
    let there = world.disk.files.borrow().clone();
    assert_eq!(there.keys().collect::<Vec<_>>(), ["new.json"]);
    assert_eq!(value(&there["new.json"]), Some(2));
}

#[test]
fn what_is_not_allowed_is_said_and_nothing_is_lost() {
    let mut world = World::new();
    world.disk.there(NAME);
    let tab = world.open_case(CASE);
    save(&mut world, tab);
    world.disk.allowed.set(false);
    world.edit(tab, 2);
    save(&mut world, tab);
    let state = world.state(tab);
    let notice = state.notice.as_ref().unwrap();
    assert!(notice.is_bad() && notice.message().title() == "“case.json” was not saved.");
    assert_eq!((on_disk(&world), world.kept(CASE)), (Some(1), Some(2)));
}

#[test]
fn ten_versions_are_kept_and_one_can_be_put_back() {
    let mut world = World::new();
    world.disk.there(NAME);
    let tab = world.open_case(CASE);
    let most = VERSIONS as u32;
    for weight in 1..=most + 2 {
        world.edit(tab, weight);
        save(&mut world, tab);
    }
    assert_eq!(versions(&world), (3..=most + 2).collect::<Vec<_>>());
    let state = world.state(tab);
    let (id, shelf) = &state.versions;
    assert_eq!(id, CASE);
    let first = shelf.iter().next().unwrap();
    assert_eq!(
        value(&first.record.text),
        Some(most + 2),
        "the last saved first"
    );
    let oldest = shelf.iter().last().unwrap().record.clone();
    // What is not in a file yet is kept as a version when it is replaced.
    world.edit(tab, 99);
    ask(&mut world, tab, Request::RestoreVersion(oldest));
    assert_eq!((world.shown(tab), world.kept(CASE)), (Some(3), Some(3)));
    assert_eq!(versions(&world).last(), Some(&99));
    assert_eq!(world.state(tab).notice, Some(Notice::VersionRestored));
}

#[test]
fn a_file_that_was_opened_is_the_one_that_is_saved_to() {
    let mut world = World::new();
    world.disk.there("other.json");
    world.disk.opened.borrow_mut().insert(7, NAME.to_owned());
    let there = text("new-one", 4);
    world
        .disk
        .files
        .borrow_mut()
        .insert(NAME.to_owned(), there.clone());
    let tab = world.open(weighbridge_state::Route::Library);
    let file = ChosenFile {
        on_disk: Some(OpenedFile(7)),
        ..ChosenFile::new(NAME, Ok(there.into_bytes().into()))
    };
    ask(&mut world, tab, Request::OpenFile(file));
    world.edit(tab, 5);
    save(&mut world, tab);
    assert_eq!(on_disk(&world), Some(5));
}

#[test]
fn a_file_of_what_is_here_says_which_is_newer() {
    let mut world = World::new();
    world.disk.available.set(false);
    let tab = world.open_case(CASE);
    save(&mut world, tab);
    world.edit(tab, 2);
    world.settle();
    let saved = world.store.records.borrow()[CASE].saved;
    let open = |world: &mut World, weight: u32, modified: f64| {
        let bytes = Ok(text(CASE, weight).into_bytes().into());
        let file = ChosenFile {
            modified: Some(modified),
            ..ChosenFile::new(NAME, bytes)
        };
        ask(world, tab, Request::OpenFile(file));
        let notice = world.state(tab).notice.clone();
        notice.map(|notice| notice.message().title())
    };
    let newer = "This file is newer than “case” in this browser.";
    let older = "This file is older than “case” in this browser.";
    assert_eq!(open(&mut world, 9, saved + 1.0).as_deref(), Some(newer));
    assert_eq!(world.kept(CASE), Some(2), "it is opened beside");
    assert_eq!(open(&mut world, 8, saved - 1.0).as_deref(), Some(older));
    // Saved from here before the last change, whatever the clock of its disk says.
    assert_eq!(open(&mut world, 1, saved + 1.0).as_deref(), Some(older));
    assert_eq!(open(&mut world, 2, saved + 1.0), None, "the very same");
}

#[test]
fn what_is_open_in_another_tab_says_so() {
    let mut world = World::new();
    let first = world.open_case(CASE);
    world.deliver(first);
    assert_eq!(world.state(first).notice, None, "alone");
    let second = world.open_case(CASE);
    world.deliver(second);
    assert_eq!(
        world.state(second).notice,
        Some(Notice::OpenElsewhere(CASE.to_owned()))
    );
    assert_eq!(world.state(first).notice, None);
}

#[test]
fn deleting_forgets_the_file_and_its_versions_of_the_tool_but_not_the_file() {
    let mut world = World::new();
    world.disk.there(NAME);
    let tab = world.open_case(CASE);
    save(&mut world, tab);
    let record = Rc::new(world.store.records.borrow()[CASE].clone());
    world.tabs[tab]
        .session
        .dispatch(Action::Ask(Request::Delete(record)));
    world.settle();
    assert!(world.disk.links.borrow().is_empty());
    assert_eq!(on_disk(&world), Some(1));
}
