//! A world for sessions in which everything that can go wrong does so on command: a store whose calls take effect and are
//! answered when the test says so, in any order, or fail, or are lost; a journal that hands over late; tabs that die.

mod disk;
mod journal;
mod store;
mod tasks;

pub use store::Fault;

use disk::LabDisk;
use journal::{Changes, LabJournal, apply};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use store::{Known, LabStore};
use tasks::{Task, Tasks};
use weighbridge_edit::{Edit, Gesture};
use weighbridge_model::{Appraisal, CriterionId, RawWeight};
use weighbridge_opening as opening;
use weighbridge_state::{
    Action, Carried, DocumentCommand, Page, Platform, Record, Route, Session, State,
};

/// What a session needs of the world, and what it did to it.
pub struct Lab {
    tab: String,
    store: LabStore,
    journal: LabJournal,
    disk: LabDisk,
    tasks: Tasks,
    clock: Rc<Cell<f64>>,
    pub announced: Rc<RefCell<Vec<(String, u64)>>>,
    /// Ids that the tab asked others for, and those that it said it has open.
    pub asked: Rc<RefCell<Vec<String>>>,
    pub answered: Rc<RefCell<Vec<String>>>,
    pub went: Rc<RefCell<Vec<Route>>>,
    pub handed_over: Rc<RefCell<Vec<(String, String)>>>,
    pub remembered: Rc<RefCell<String>>,
    pub persists: Cell<Option<bool>>,
    carried: Option<Carried>,
}

impl Platform for Lab {
    type Store = LabStore;
    type Journal = LabJournal;
    type Disk = LabDisk;

    async fn open_store(&self) -> (LabStore, Option<String>) {
        let why = self.store.memory.then(|| "not allowed".to_owned());
        (self.store.clone(), why)
    }

    fn journal(&self) -> &LabJournal {
        &self.journal
    }

    fn disk(&self) -> &LabDisk {
        &self.disk
    }

    fn tab(&self) -> &str {
        &self.tab
    }

    fn spawn(&self, task: Task) {
        self.tasks.new.borrow_mut().push(task);
    }

    fn now(&self) -> f64 {
        self.clock.set(self.clock.get() + 1.0);
        self.clock.get()
    }

    fn announce(&self, id: &str, revision: u64) {
        self.announced.borrow_mut().push((id.to_owned(), revision));
    }

    fn ask_who_has(&self, id: &str) {
        self.asked.borrow_mut().push(id.to_owned());
    }

    fn answer_has(&self, _tab: &str, id: &str) {
        self.answered.borrow_mut().push(id.to_owned());
    }

    fn go(&self, route: &Route) {
        self.went.borrow_mut().push(route.clone());
    }

    fn correct_address(&self, route: &Route) {
        self.went.borrow_mut().push(route.clone());
    }

    fn hand_over(&self, name: &str, text: &str) {
        self.handed_over
            .borrow_mut()
            .push((name.to_owned(), text.to_owned()));
    }

    fn remember(&self, text: &str) {
        text.clone_into(&mut self.remembered.borrow_mut());
    }

    fn carried(&self) -> Option<Carried> {
        self.carried.clone()
    }

    async fn persists(&self, ask: bool) -> Option<bool> {
        self.persists
            .set(self.persists.get().map(|kept| kept || ask));
        self.persists.get()
    }
}

/// A tab of the browser.
pub struct Tab {
    pub session: Session<Lab>,
    pub name: String,
    tasks: Tasks,
    own: Rc<RefCell<Changes>>,
    seen: BTreeSet<u32>,
}

/// A browser with its tabs, its store and its journal.
pub struct World {
    pub store: LabStore,
    pub disk: LabDisk,
    shared: Rc<RefCell<BTreeMap<String, String>>>,
    pub late: Rc<Cell<bool>>,
    pub room: Rc<Cell<usize>>,
    pub tabs: Vec<Tab>,
    /// What dead tabs wrote and nobody has seen yet.
    orphans: Vec<Rc<RefCell<Changes>>>,
    pub known: Rc<RefCell<Known>>,
    clock: Rc<Cell<f64>>,
    born: u32,
    pub no_storage: bool,
    /// The appraisal inside the copy of the tool that its tabs run.
    pub carried: Option<Carried>,
}

/// The appraisal that the tabs work on: one criterion, whose weight is what is written and read.
pub const CASE: &str = "case";

/// The text of an appraisal with a weight.
pub fn text(id: &str, weight: u32) -> String {
    let text = format!(
        r#"{{"format": "weighbridge", "version": 1, "id": "{id}", "title": "{id}",
        "options": [{{"id": "x", "name": "X"}}, {{"id": "y", "name": "Y"}}],
        "criteria": [{{"id": "a", "name": "A", "weight": {weight}}}, {{"id": "b", "name": "B", "weight": 1}}],
        "scores": {{"x": {{"a": 50, "b": 0}}, "y": {{"a": 0, "b": 50}}}}}}"#
    );
    weighbridge_file::save(&opening::open(text.as_bytes()).unwrap())
}

/// The weight in the text of an appraisal.
pub fn value(text: &str) -> Option<u32> {
    opening::open(text.as_bytes())
        .ok()
        .and_then(|appraisal| weight(&appraisal))
}

/// The weight in an appraisal.
pub fn weight(appraisal: &Appraisal) -> Option<u32> {
    let first = &appraisal.criteria.first()?.id;
    let weight = appraisal.agreed().weights.raw(first)?.get();
    Some(weight as u32)
}

impl World {
    /// A browser whose store has the case with a weight of 1, and whose store is prompt until told otherwise.
    pub fn new() -> Self {
        let known = Rc::new(RefCell::new(Known::default()));
        let store = LabStore {
            known: known.clone(),
            ..LabStore::default()
        };
        store.prompt.set(true);
        let world = Self {
            store,
            disk: LabDisk::default(),
            shared: Rc::default(),
            late: Rc::default(),
            room: Rc::new(Cell::new(usize::MAX)),
            tabs: Vec::new(),
            orphans: Vec::new(),
            known,
            clock: Rc::new(Cell::new(1_000_000.0)),
            born: 0,
            no_storage: false,
            carried: None,
        };
        world.put(CASE, 1);
        world
    }

    /// Keeps an appraisal with a weight, as revision 5.
    pub fn put(&self, id: &str, weight: u32) {
        let record = Record {
            id: id.to_owned(),
            title: id.to_owned(),
            text: text(id, weight),
            revision: 5,
            saved: 0.0,
        };
        self.store
            .records
            .borrow_mut()
            .insert(id.to_owned(), record);
    }

    /// Opens a tab, whose workspace is there at once.
    pub fn open(&mut self, route: Route) -> usize {
        let at = self.open_without_workspace(route);
        self.fetch_workspace(at);
        at
    }

    /// Opens a tab on the weights of an appraisal.
    pub fn open_case(&mut self, id: &str) -> usize {
        self.open(Route::of(id, Page::Weights))
    }

    /// Opens a tab that has fetched only the library.
    pub fn open_without_workspace(&mut self, route: Route) -> usize {
        self.born += 1;
        let name = format!("t{}", self.born);
        let tasks = Tasks::default();
        let own = Rc::default();
        let lab = Lab {
            tab: name.clone(),
            store: LabStore {
                tab: name.clone(),
                memory: self.no_storage,
                ..self.store.clone()
            },
            journal: LabJournal {
                shared: self.shared.clone(),
                own: Rc::clone(&own),
                late: self.late.clone(),
                room: self.room.clone(),
            },
            disk: self.disk.clone(),
            tasks: tasks.clone(),
            clock: self.clock.clone(),
            announced: Rc::default(),
            asked: Rc::default(),
            answered: Rc::default(),
            went: Rc::default(),
            handed_over: Rc::default(),
            remembered: Rc::default(),
            persists: Cell::new(Some(false)),
            carried: self.carried.clone(),
        };
        let session = Session::new(lab, route);
        session.spawn(Box::pin(session.clone().start()));
        self.tabs.push(Tab {
            session,
            name,
            tasks,
            own,
            seen: BTreeSet::new(),
        });
        let at = self.tabs.len() - 1;
        self.run(at);
        at
    }

    /// The part of the tool that opens appraisals arrives.
    pub fn fetch_workspace(&mut self, at: usize) {
        let session = self.tabs[at].session.clone();
        session.dispatch(Action::Fetched(true));
        session.spawn(Box::pin(session.clone().work()));
        self.run(at);
    }

    /// Lets the tasks of a tab run, and its address follow.
    pub fn run(&mut self, at: usize) {
        let tab = &mut self.tabs[at];
        loop {
            tab.tasks.run();
            let went = tab.session.went.take();
            if went.is_empty() {
                break;
            }
            for route in went {
                tab.session.dispatch(Action::Go(route));
            }
        }
        if let Some(shown) = self.shown(at) {
            let tab = &mut self.tabs[at];
            tab.seen.insert(shown);
            // Whoever sees something has seen all that its author had.
            let known = &mut self.known.borrow_mut();
            tab.seen
                .extend(known.seen.get(&shown).into_iter().flatten());
            known.sees(shown, &tab.seen);
        }
    }

    /// Goes to an address.
    pub fn go(&mut self, at: usize, route: Route) {
        self.tabs[at].session.dispatch(Action::Go(route));
        self.run(at);
    }

    pub fn state(&self, at: usize) -> Rc<State> {
        self.tabs[at].session.state()
    }

    /// The weight that a tab shows.
    pub fn shown(&self, at: usize) -> Option<u32> {
        weight(self.state(at).shown()?.appraisal())
    }

    /// Gives the first criterion a weight, and runs nothing: as when the page goes at once.
    pub fn edit(&mut self, at: usize, to: u32) {
        self.edit_by(at, to, Gesture::Done);
    }

    pub fn edit_by(&mut self, at: usize, to: u32, gesture: Gesture) {
        if self.state(at).shown().is_some() {
            let tab = &mut self.tabs[at];
            tab.seen.insert(to);
            self.known.borrow_mut().sees(to, &tab.seen);
            let criterion = CriterionId::new("a").unwrap();
            let edit = Edit::points(&criterion, RawWeight::new(f64::from(to)));
            tab.session
                .command_open(DocumentCommand::edit(edit, gesture));
        }
    }

    /// Undo, and runs nothing.
    pub fn command(&mut self, at: usize, command: DocumentCommand) {
        if self.state(at).shown().is_some() {
            self.tabs[at].session.command_open(command);
            if let Some(shown) = self.shown(at) {
                let seen = self.tabs[at].seen.clone();
                self.known.borrow_mut().sees(shown, &seen);
            }
        }
    }

    /// The tab is gone, with whatever it was doing; what it asked of the store may still happen or not.
    pub fn kill(&mut self, at: usize) -> Tab {
        let tab = self.tabs.remove(at);
        self.orphans.push(tab.own.clone());
        tab.tasks.new.take();
        tab.tasks.all.take();
        tab
    }

    /// The tab is loaded again, without a moment for anything.
    pub fn reload(&mut self, at: usize) -> usize {
        let route = self.state(at).route.clone();
        self.kill(at);
        self.open(route)
    }

    /// Nothing that dead tabs asked of the store happens any more.
    pub fn drop_orphans(&mut self) {
        let alive: Vec<String> = self.tabs.iter().map(|tab| tab.name.clone()).collect();
        self.store
            .calls
            .borrow_mut()
            .retain(|call| alive.contains(&call.tab));
    }

    /// How many calls of the store are on their way.
    pub fn calls(&self) -> usize {
        self.store.calls.borrow().len()
    }

    /// What is asked of the store, the oldest first.
    pub fn asked(&self) -> Vec<&'static str> {
        self.store
            .calls
            .borrow()
            .iter()
            .map(|call| call.what)
            .collect()
    }

    /// A call takes effect, as well as it can.
    pub fn take_effect(&self, at: usize, fault: Option<Fault>) {
        let call = self.store.calls.borrow().get(at).cloned();
        if let Some(call) = call {
            call.take_effect(fault);
        }
    }

    /// A call is answered, after it has taken effect.
    pub fn answer(&mut self, at: usize, fault: Option<Fault>) {
        self.take_effect(at, fault);
        let call = self.store.calls.borrow_mut().remove(at);
        call.answer();
        let tab = self.tabs.iter().position(|tab| tab.name == call.tab);
        if let Some(tab) = tab {
            self.run(tab);
        }
    }

    /// Everything that is on its way arrives, in order, and all goes well.
    pub fn settle(&mut self) {
        loop {
            for at in 0..self.tabs.len() {
                self.run(at);
            }
            if self.calls() == 0 {
                return;
            }
            self.answer(0, None);
        }
    }

    /// What tabs wrote in the journal, dead or alive, becomes visible to all, who look after it.
    pub fn hand_over(&mut self) {
        let alive = self.tabs.iter().map(|tab| &tab.own);
        let mut changed = false;
        for own in alive.chain(&self.orphans) {
            changed |= !own.borrow().is_empty();
            apply(&mut self.shared.borrow_mut(), own.borrow_mut().drain(..));
        }
        self.orphans.clear();
        for at in 0..if changed { self.tabs.len() } else { 0 } {
            self.tabs[at]
                .session
                .ask(weighbridge_state::Request::RecoverUnsaved);
            self.run(at);
        }
    }

    /// What a tab says to others arrives there.
    pub fn deliver(&mut self, from: usize) {
        let announced = self.tabs[from].session.announced.take();
        for at in 0..self.tabs.len() {
            for (id, revision) in announced.iter().filter(|_| at != from) {
                self.tabs[at].session.saved_elsewhere(id, *revision);
            }
        }
        let asked = self.tabs[from].session.asked.take();
        for at in (0..self.tabs.len()).filter(|at| *at != from) {
            for id in &asked {
                let by = self.tabs[from].name.clone();
                self.tabs[at].session.asked_for(&by, id);
            }
            for id in self.tabs[at].session.answered.take() {
                self.tabs[from].session.open_elsewhere(&id);
            }
        }
    }

    /// The weight kept under an id.
    pub fn kept(&self, id: &str) -> Option<u32> {
        value(&self.store.records.borrow().get(id)?.text)
    }

    /// Every weight kept, with the ids.
    pub fn all_kept(&self) -> BTreeMap<String, Option<u32>> {
        let records = self.store.records.borrow();
        records
            .iter()
            .map(|(id, record)| (id.clone(), value(&record.text)))
            .collect()
    }

    /// What is held in the journal, as others see it.
    pub fn held(&self) -> Vec<String> {
        self.shared.borrow().keys().cloned().collect()
    }

    /// Puts a text in the journal as a tab that is gone would have left it.
    pub fn leave(&self, name: &str, held: &str) {
        self.shared
            .borrow_mut()
            .insert(name.to_owned(), held.to_owned());
    }
}
