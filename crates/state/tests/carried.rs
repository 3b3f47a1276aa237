//! The appraisal inside a copy of the tool: it is read, and whoever goes on with it gets one of their own.

use crate::lab::{CASE, World, text, weight};
use weighbridge_edit::{Edit, Gesture};
use weighbridge_model::{CriterionId, RawWeight};
use weighbridge_opening::library::CARRIED;
use weighbridge_state::{Carried, ChosenFile, DocumentCommand, Overwrite, Page, Request, Route};

/// A copy of the tool with the case inside, whose weight there is 7, in a browser that keeps the case with 1.
fn copy() -> (World, usize) {
    let mut world = World::new();
    world.carried = Some(Carried {
        text: text(CASE, 7),
        made: String::new(),
    });
    let tab = world.open(Route::of(CARRIED, Page::Briefing));
    (world, tab)
}

fn open_weight(world: &World, tab: usize) -> (String, Option<u32>) {
    let state = world.tabs[tab].session.state();
    let document = state.shown().expect("it is open");
    (document.id().to_owned(), weight(document.appraisal()))
}

#[test]
fn it_is_shown_beside_what_is_kept() {
    let (world, tab) = copy();
    assert_eq!(open_weight(&world, tab), (CARRIED.to_owned(), Some(7)));
    assert_eq!(
        world.store.records.borrow().len(),
        1,
        "nothing is kept by reading"
    );
}

#[test]
fn whatever_is_kept_under_its_name_is_not_taken_for_it() {
    let (mut world, _) = copy();
    world.put(CARRIED, 3);
    let tab = world.open(Route::of(CARRIED, Page::Briefing));
    assert_eq!(open_weight(&world, tab).1, Some(7));
}

#[test]
fn going_on_with_it_makes_a_copy_under_an_id_that_is_free() {
    let (mut world, tab) = copy();
    world.tabs[tab].session.ask(Request::EditCopy);
    world.run(tab);
    let (id, weight) = open_weight(&world, tab);
    assert_eq!((id.as_str(), weight), ("case-2", Some(7)));
    let records = world.store.records.borrow();
    assert_eq!(records.keys().collect::<Vec<_>>(), [CASE, "case-2"]);
    assert!(records["case-2"].text.contains("\"case-2\""));
}

#[test]
fn the_first_change_makes_a_copy_too() {
    let (mut world, tab) = copy();
    let id = CriterionId::new("a").unwrap();
    let edit = Edit::points(&id, RawWeight::new(9.0));
    world.tabs[tab]
        .session
        .command_open(DocumentCommand::edit(edit, Gesture::Done));
    world.run(tab);
    assert_eq!(open_weight(&world, tab), ("case-2".to_owned(), Some(9)));
}

#[test]
fn a_file_of_it_has_an_id_of_its_own() {
    let (mut world, tab) = copy();
    world.tabs[tab]
        .session
        .ask(Request::SaveFile(Overwrite::Ask));
    world.run(tab);
    let handed = world.tabs[tab].session.handed_over.borrow().clone();
    let texts: Vec<&String> = handed.iter().map(|(_, text)| text).collect();
    assert!(
        texts.iter().all(|text| !text.contains(CARRIED)),
        "{texts:?}"
    );
    assert_eq!(open_weight(&world, tab).0, "case-2");
}

#[test]
fn a_copy_with_nothing_inside_says_that_it_is_not_there() {
    let mut world = World::new();
    let tab = world.open(Route::of(CARRIED, Page::Briefing));
    assert!(world.tabs[tab].session.state().missing);
}

#[test]
fn a_copy_is_opened_for_the_appraisal_inside_and_never_saved_to() {
    const TOOL: &str =
        "<title></title><!--briefing--><!--/briefing--><!--appraisal--><!--/appraisal-->";
    let mut world = World::new();
    let tab = world.open(Route::Library);
    let appraisal = weighbridge_opening::open(text("sent", 4).as_bytes()).unwrap();
    let tool = weighbridge_share::Tool::read(TOOL).unwrap();
    let copy = tool.carrying(&appraisal, "", "");
    let file = ChosenFile::new("sent.html", Ok(copy.as_bytes().into()));
    world.tabs[tab].session.ask(Request::OpenFile(file));
    world.run(tab);
    let records = world.store.records.borrow();
    assert_eq!(
        records.get("sent").map(|record| record.text.clone()),
        Some(text("sent", 4))
    );
}
