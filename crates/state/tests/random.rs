//! Whatever happens in whatever order: no change is lost that a person was not told of, and nobody's work is written over
//! by one who has not seen it.

use crate::lab::{CASE, Fault, World};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeMap;
use weighbridge_edit::Gesture;
use weighbridge_state::{Document, DocumentCommand, Page, Request, Route, SaveProblem};

/// What can happen; numbers choose among the tabs or calls that there are.
#[derive(Clone, Debug)]
enum Event {
    Open,
    Edit(usize),
    Slide(usize),
    Undo(usize),
    Redo(usize),
    Run(usize),
    Effect(usize, Option<Fault>),
    Answer(usize, Option<Fault>),
    Kill(usize),
    Reload(usize),
    Library(usize),
    Return(usize),
    Late(bool),
    HandOver,
    Deliver(usize),
    LoadOther(usize),
    KeepAsCopy(usize),
    LoseOrphans,
}

fn fault() -> impl Strategy<Value = Option<Fault>> {
    prop_oneof![
        6 => Just(None),
        1 => Just(Some(Fault::Full)),
        1 => Just(Some(Fault::Refused)),
        1 => Just(Some(Fault::AnswerLost)),
    ]
}

fn event() -> impl Strategy<Value = Event> {
    let at = 0..8_usize;
    prop_oneof![
        2 => Just(Event::Open),
        8 => at.clone().prop_map(Event::Edit),
        2 => at.clone().prop_map(Event::Slide),
        2 => at.clone().prop_map(Event::Undo),
        1 => at.clone().prop_map(Event::Redo),
        4 => at.clone().prop_map(Event::Run),
        4 => (at.clone(), fault()).prop_map(|(at, fault)| Event::Effect(at, fault)),
        12 => (at.clone(), fault()).prop_map(|(at, fault)| Event::Answer(at, fault)),
        1 => at.clone().prop_map(Event::Kill),
        2 => at.clone().prop_map(Event::Reload),
        1 => at.clone().prop_map(Event::Library),
        2 => at.clone().prop_map(Event::Return),
        1 => any::<bool>().prop_map(Event::Late),
        2 => Just(Event::HandOver),
        1 => at.clone().prop_map(Event::Deliver),
        1 => at.clone().prop_map(Event::LoadOther),
        1 => at.prop_map(Event::KeepAsCopy),
        1 => Just(Event::LoseOrphans),
    ]
}

/// What has been promised: the last weight of each tab that has not been told that it is not saved because of another.
#[derive(Default)]
struct Promises {
    of: BTreeMap<String, u32>,
    next: u32,
}

impl Promises {
    /// Takes note of what a tab shows now.
    fn note(&mut self, world: &World, at: usize) {
        let Some(tab) = world.tabs.get(at) else {
            return;
        };
        let state = world.state(at);
        let Some(document) = state.document.as_ref() else {
            return;
        };
        let conflict = document
            .problem
            .as_ref()
            .is_some_and(|problem| problem.is_conflict());
        let resting = !document.history.is_moving();
        if conflict {
            self.of.remove(&tab.name);
        } else if let Some(shown) = crate::lab::weight(document.appraisal()).filter(|_| resting) {
            self.of.insert(tab.name.clone(), shown);
        }
    }
}

fn happen(world: &mut World, promises: &mut Promises, event: &Event) {
    let tabs = world.tabs.len();
    let tab = |at: usize| at % tabs.max(1);
    let calls = world.calls();
    let some = tabs > 0;
    match *event {
        Event::Open if tabs < 4 => drop(world.open_case(CASE)),
        Event::Open => {}
        Event::Edit(at) | Event::Slide(at) if some => {
            promises.next += 1;
            let gesture = match event {
                Event::Slide(_) => Gesture::Moving,
                _ => Gesture::Done,
            };
            world.edit_by(tab(at), promises.next, gesture);
        }
        Event::Undo(at) if some => world.command(tab(at), DocumentCommand::Undo),
        Event::Redo(at) if some => world.command(tab(at), DocumentCommand::Redo),
        Event::Run(at) if some => world.run(tab(at)),
        Event::Effect(at, fault) if calls > 0 => world.take_effect(at % calls, fault),
        Event::Answer(at, fault) if calls > 0 => world.answer(at % calls, fault),
        // A process that is killed says nothing; a page that is loaded again is told before it goes.
        Event::Kill(at) if some => drop(world.kill(tab(at))),
        Event::Reload(at) if some => {
            let at = tab(at);
            world.tabs[at].session.keep_now();
            promises.note(world, at);
            world.reload(at);
        }
        Event::Library(at) if some => world.go(tab(at), Route::Library),
        Event::Return(at) if some => world.go(tab(at), Route::of(CASE, Page::Weights)),
        Event::Late(late) => world.late.set(late),
        Event::HandOver => world.hand_over(),
        Event::Deliver(at) if some => world.deliver(tab(at)),
        Event::LoadOther(at) if some => {
            let at = tab(at);
            let state = world.state(at);
            let conflict = |problem: &SaveProblem| problem.is_conflict();
            let in_conflict = |open: &Document| open.problem.as_ref().is_some_and(conflict);
            if let Some(open) = state.shown().filter(|open| in_conflict(open)) {
                // A person chooses to let go of what is not saved.
                let request = Request::OpenAgain(open.id().to_owned());
                world.tabs[at].session.ask(request);
            }
        }
        Event::KeepAsCopy(at) if some => {
            let at = tab(at);
            if world
                .state(at)
                .shown()
                .is_some_and(|open| open.problem.is_some())
            {
                world.tabs[at].session.ask(Request::KeepAsCopy);
            }
        }
        Event::LoseOrphans => world.drop_orphans(),
        _ => {}
    }
    for at in 0..world.tabs.len() {
        promises.note(world, at);
    }
}

fn check(world: &World, promises: &Promises) -> Result<(), TestCaseError> {
    let known = world.known.borrow();
    for (was, now) in &known.overwritten {
        prop_assert!(
            known.descends(*now, *was),
            "{now} was written over {was} by one who had not seen it"
        );
    }
    let kept: Vec<u32> = world.all_kept().into_values().flatten().collect();
    for (tab, value) in &promises.of {
        prop_assert!(
            kept.iter().any(|kept| known.descends(*kept, *value)),
            "{value} of {tab} is lost; kept are {kept:?}"
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn no_change_is_lost_and_none_is_written_over_unseen(events in vec(event(), 1..70)) {
        let mut world = World::new();
        let mut promises = Promises { next: 1, ..Promises::default() };
        world.open_case(CASE);
        world.store.prompt.set(false);
        for event in &events {
            happen(&mut world, &mut promises, event);
        }
        // The browser is closed, and opened again when everything has been handed over.
        while !world.tabs.is_empty() {
            world.kill(0);
        }
        world.settle();
        world.late.set(false);
        world.hand_over();
        world.open(Route::Library);
        world.settle();
        check(&world, &promises)?;
        prop_assert_eq!(world.held().len(), 0, "something is still held");
    }
}
