//! What came with the tool stays as it came: examples, and the blank appraisal that a new one begins with.

use crate::lab::{CASE, World, weight};
use weighbridge_edit::{Edit, Gesture};
use weighbridge_model::RawWeight;
use weighbridge_opening::library;
use weighbridge_state::{DocumentCommand, Notice, Page, Request, Route};

const EXAMPLE: &str = "office-location";
const COPY: &str = "office-location-2";

/// Gives the first criterion of what is open another weight.
fn weigh(world: &mut World, tab: usize, points: f64, gesture: Gesture) {
    let state = world.state(tab);
    let id = state.shown().unwrap().appraisal().criteria[0].id.clone();
    let edit = Edit::points(&id, RawWeight::new(points));
    world.command(tab, DocumentCommand::edit(edit, gesture));
}

/// The id of what is shown, and the weight of its first criterion.
fn shown(world: &World, tab: usize) -> (String, Option<u32>) {
    let state = world.state(tab);
    let document = state.shown().unwrap();
    (document.id().to_owned(), weight(document.appraisal()))
}

fn page(world: &World, tab: usize) -> Route {
    world.state(tab).route.clone()
}

#[test]
fn an_example_stays_as_it_came_and_its_first_change_makes_a_copy() {
    let mut world = World::new();
    let tab = world.open(Route::of(EXAMPLE, Page::Weights));
    let state = world.state(tab);
    let origin = state.shown().unwrap().origin;
    let as_it_came = shown(&world, tab).1;
    assert!(state.shown().unwrap().is_untouched());
    assert!(!world.all_kept().contains_key(EXAMPLE));
    weigh(&mut world, tab, 99.0, Gesture::Done);
    // At once, and on the page where one is: nothing is drawn anew.
    assert_eq!(shown(&world, tab), (COPY.to_owned(), Some(99)));
    assert_eq!(page(&world, tab), Route::of(COPY, Page::Weights));
    assert_eq!(world.state(tab).shown().unwrap().origin, origin);
    world.settle();
    let record = world.store.records.borrow()[COPY].clone();
    assert!(
        record.revision >= 1_000_000,
        "a new record begins at the time of day"
    );
    assert_eq!(record.title, library::entry(EXAMPLE).unwrap().title);
    assert_eq!(
        world.tabs[tab].session.announced.borrow().as_slice(),
        [(COPY.to_owned(), record.revision)]
    );
    assert!(!world.all_kept().contains_key(EXAMPLE));
    // The next changes are of the copy, also what is taken back.
    world.command(tab, DocumentCommand::Undo);
    world.settle();
    assert_eq!(shown(&world, tab), (COPY.to_owned(), as_it_came));
    assert_eq!(world.all_kept().len(), 2);
    world.go(tab, Route::Library);
    world.go(tab, Route::of(EXAMPLE, Page::Weights));
    world.settle();
    assert_eq!(shown(&world, tab), (EXAMPLE.to_owned(), as_it_came));
}

#[test]
fn the_way_back_after_the_first_change_leads_to_the_copy_until_the_library_is_shown() {
    let mut world = World::new();
    let tab = world.open(Route::of(EXAMPLE, Page::Result));
    world.go(tab, Route::of(EXAMPLE, Page::Weights));
    weigh(&mut world, tab, 77.0, Gesture::Done);
    world.settle();
    world.go(tab, Route::of(EXAMPLE, Page::Result));
    world.settle();
    assert_eq!(page(&world, tab), Route::of(COPY, Page::Result));
    assert_eq!(shown(&world, tab), (COPY.to_owned(), Some(77)));
    world.go(tab, Route::Library);
    world.go(tab, Route::of(EXAMPLE, Page::Result));
    world.settle();
    assert_eq!(shown(&world, tab).0, EXAMPLE);
}

#[test]
fn every_copy_stands_beside_the_others_also_those_of_another_tab() {
    let mut world = World::new();
    let one = world.open(Route::of(EXAMPLE, Page::Weights));
    let other = world.open(Route::of(EXAMPLE, Page::Weights));
    weigh(&mut world, one, 11.0, Gesture::Done);
    world.settle();
    world.deliver(one);
    weigh(&mut world, other, 22.0, Gesture::Done);
    world.settle();
    world.deliver(other);
    for tab in [one, other] {
        assert_eq!(world.state(tab).shown().unwrap().problem, None);
    }
    // The same tab once more, without a look at the library that would have read what is kept.
    world.go(one, Route::of(CASE, Page::Weights));
    world.settle();
    world.go(one, Route::of(EXAMPLE, Page::Weights));
    world.settle();
    weigh(&mut world, one, 33.0, Gesture::Done);
    world.settle();
    let ids: Vec<String> = world.all_kept().into_keys().collect();
    assert_eq!(ids, [CASE, COPY, "office-location-3", "office-location-4"]);
}

#[test]
fn a_slider_makes_the_copy_when_it_rests_or_the_page_goes() {
    let mut world = World::new();
    let tab = world.open(Route::of(EXAMPLE, Page::Weights));
    weigh(&mut world, tab, 41.0, Gesture::Moving);
    assert_eq!(page(&world, tab).id(), Some(EXAMPLE));
    weigh(&mut world, tab, 42.0, Gesture::Moving);
    world.command(tab, DocumentCommand::Rest);
    assert_eq!(shown(&world, tab), (COPY.to_owned(), Some(42)));
    assert!(world.state(tab).shown().unwrap().effect.is_some());
    world.settle();
    let gone = world.open(Route::of(EXAMPLE, Page::Weights));
    weigh(&mut world, gone, 43.0, Gesture::Moving);
    world.tabs[gone].session.keep_now();
    world.settle();
    assert_eq!(world.all_kept().len(), 3);
    assert!(!world.all_kept().contains_key(EXAMPLE));
}

#[test]
fn a_change_of_an_example_outlives_a_page_that_goes_at_once() {
    let mut world = World::new();
    let tab = world.open(Route::of(EXAMPLE, Page::Weights));
    world.store.prompt.set(false);
    weigh(&mut world, tab, 55.0, Gesture::Done);
    let tab = world.reload(tab);
    world.drop_orphans();
    world.hand_over();
    world.settle();
    assert_eq!(shown(&world, tab), (COPY.to_owned(), Some(55)));
    assert!(world.all_kept().contains_key(COPY));
}

#[test]
fn reset_shows_the_example_again_and_can_be_taken_back() {
    let mut world = World::new();
    let tab = world.open(Route::of(EXAMPLE, Page::Weights));
    // Of an example nothing is to be reset.
    world.tabs[tab].session.ask(Request::Reset);
    world.settle();
    assert_eq!(world.state(tab).notice, None);
    weigh(&mut world, tab, 66.0, Gesture::Done);
    world.tabs[tab].session.ask(Request::Reset);
    world.settle();
    assert_eq!(page(&world, tab), Route::of(EXAMPLE, Page::Weights));
    assert!(world.state(tab).shown().unwrap().is_untouched());
    assert!(!world.all_kept().contains_key(COPY));
    // Changed again, it is the first copy again.
    weigh(&mut world, tab, 67.0, Gesture::Done);
    world.settle();
    assert_eq!(shown(&world, tab), (COPY.to_owned(), Some(67)));
    world.tabs[tab].session.ask(Request::Reset);
    world.settle();
    let Some(Notice::Deleted(record)) = world.state(tab).notice.clone() else {
        panic!("what was deleted can be put back");
    };
    assert!(
        world.state(tab).said.1.contains("has been deleted"),
        "and is said"
    );
    world.tabs[tab].session.ask(Request::Restore(record));
    world.settle();
    assert_eq!(shown(&world, tab), (COPY.to_owned(), Some(67)));
    assert_eq!(page(&world, tab), Route::of(COPY, Page::Weights));
}

#[test]
fn a_new_appraisal_in_which_nothing_stands_is_not_kept() {
    let mut world = World::new();
    let tab = world.open(Route::Library);
    for _ in 0..2 {
        world.tabs[tab].session.ask(Request::StartNew);
        world.settle();
        assert_eq!(
            page(&world, tab),
            Route::of(library::BLANK.id, Page::Question)
        );
        assert!(
            world
                .state(tab)
                .shown()
                .unwrap()
                .appraisal()
                .options
                .is_empty()
        );
        world.go(tab, Route::Library);
        world.settle();
    }
    assert_eq!(world.all_kept().into_keys().collect::<Vec<_>>(), [CASE]);
    // From the first change on it is, under an id of its own; and the next begins blank again.
    world.tabs[tab].session.ask(Request::StartNew);
    world.settle();
    let blank = world.state(tab).shown().unwrap().appraisal().clone();
    let edit = Edit::add_option(&blank, "Keep it");
    world.command(tab, DocumentCommand::edit(edit, Gesture::Done));
    world.settle();
    assert_eq!(
        world.all_kept().into_keys().collect::<Vec<_>>(),
        [CASE, "new-appraisal-2"]
    );
    world.go(tab, Route::Library);
    world.tabs[tab].session.ask(Request::StartNew);
    world.settle();
    assert!(
        world
            .state(tab)
            .shown()
            .unwrap()
            .appraisal()
            .options
            .is_empty()
    );
}
