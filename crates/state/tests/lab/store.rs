//! A store whose calls take effect and are answered when a test says so.

use super::value;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::task::{Poll, Waker};
use weighbridge_state::{Record, SaveError, Store};

/// How a call of the store goes wrong.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    /// There is no room; nothing happens.
    Full,
    /// The browser refuses; nothing happens.
    Refused,
    /// It takes effect, but the page is told that it was refused.
    AnswerLost,
}

/// What a call does when it takes effect.
type Effect = Box<dyn FnOnce(Option<Fault>)>;

/// A call of the store on its way.
pub struct Call {
    pub tab: String,
    pub what: &'static str,
    effect: RefCell<Option<Effect>>,
    answered: Cell<bool>,
    waker: RefCell<Option<Waker>>,
}

impl Call {
    pub fn take_effect(&self, fault: Option<Fault>) {
        if let Some(effect) = self.effect.take() {
            effect(fault);
        }
    }

    pub fn answer(&self) {
        self.answered.set(true);
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }
}

/// What a record says, and what the author of it had seen: nobody may write over what they have not seen.
#[derive(Default)]
pub struct Known {
    pub seen: BTreeMap<u32, BTreeSet<u32>>,
    pub overwritten: Vec<(u32, u32)>,
}

impl Known {
    pub fn descends(&self, later: u32, earlier: u32) -> bool {
        later == earlier
            || self
                .seen
                .get(&later)
                .is_some_and(|seen| seen.contains(&earlier))
    }

    pub fn sees(&mut self, value: u32, seen: &BTreeSet<u32>) {
        self.seen.entry(value).or_default().extend(seen);
    }
}

#[derive(Clone, Default)]
pub struct LabStore {
    pub records: Rc<RefCell<BTreeMap<String, Record>>>,
    /// Versions, the oldest first.
    pub versions: Rc<RefCell<Vec<Record>>>,
    pub calls: Rc<RefCell<Vec<Rc<Call>>>>,
    pub known: Rc<RefCell<Known>>,
    pub tab: String,
    /// Everything takes effect and is answered at once.
    pub prompt: Rc<Cell<bool>>,
    pub memory: bool,
}

type Outcome<T> = Rc<RefCell<Option<T>>>;

impl LabStore {
    fn call<T: 'static, E: FnOnce(&Self, Option<Fault>) -> T + 'static>(
        &self,
        what: &'static str,
        effect: E,
    ) -> impl Future<Output = T> + use<T, E> {
        let outcome: Outcome<T> = Outcome::default();
        let (there, store) = (outcome.clone(), self.clone());
        let call = Rc::new(Call {
            tab: self.tab.clone(),
            what,
            effect: RefCell::new(Some(Box::new(move |fault| {
                *there.borrow_mut() = Some(effect(&store, fault));
            }))),
            answered: Cell::new(false),
            waker: RefCell::new(None),
        });
        if self.prompt.get() {
            call.take_effect(None);
            call.answer();
        } else {
            self.calls.borrow_mut().push(call.clone());
        }
        std::future::poll_fn(move |context| {
            if call.answered.get() {
                return Poll::Ready(outcome.take().unwrap());
            }
            call.waker.replace(Some(context.waker().clone()));
            Poll::Pending
        })
    }
}

fn refused<T>(fault: Option<Fault>, effect: impl FnOnce() -> T) -> Result<T, String> {
    match fault {
        None => Ok(effect()),
        Some(Fault::AnswerLost) => {
            effect();
            Err("the connection was lost".to_owned())
        }
        Some(_) => Err("no".to_owned()),
    }
}

impl Store for LabStore {
    fn list(&self) -> impl Future<Output = Result<Vec<Record>, String>> {
        self.call("list", |store, fault| {
            refused(fault, || store.records.borrow().values().cloned().collect())
        })
    }

    fn load(&self, id: &str) -> impl Future<Output = Result<Option<Record>, String>> {
        let id = id.to_owned();
        self.call("load", move |store, fault| {
            refused(fault, || store.records.borrow().get(&id).cloned())
        })
    }

    fn save(&self, record: &Record, expected: u64) -> impl Future<Output = Result<(), SaveError>> {
        let record = record.clone();
        self.call("save", move |store, fault| match fault {
            Some(Fault::Full) => Err(SaveError::Full),
            Some(Fault::Refused) => Err(SaveError::Refused("no".to_owned())),
            None | Some(Fault::AnswerLost) => {
                let mut records = store.records.borrow_mut();
                let there = records.get(&record.id);
                let revision = there.map_or(0, |there| there.revision);
                if revision != expected {
                    return Err(SaveError::ChangedElsewhere(revision));
                }
                if let Some(was) = there.and_then(|there| value(&there.text))
                    && let Some(now) = value(&record.text)
                {
                    store.known.borrow_mut().overwritten.push((was, now));
                }
                records.insert(record.id.clone(), record);
                match fault {
                    None => Ok(()),
                    Some(_) => Err(SaveError::Refused("the answer was lost".to_owned())),
                }
            }
        })
    }

    // Nothing that is lost rests on versions, so they are answered at once.
    async fn versions(&self, id: &str) -> Result<Vec<Record>, String> {
        let versions = self.versions.borrow();
        let of_it = versions.iter().filter(|version| version.id == id);
        Ok(of_it.cloned().collect())
    }

    async fn keep_version(&self, version: &Record, most: usize) -> Result<(), String> {
        let mut versions = self.versions.borrow_mut();
        versions.push(version.clone());
        let of_it = versions.iter().filter(|one| one.id == version.id).count();
        if of_it > most
            && let Some(oldest) = versions.iter().position(|one| one.id == version.id)
        {
            versions.remove(oldest);
        }
        Ok(())
    }

    fn delete(&self, id: &str) -> impl Future<Output = Result<(), String>> {
        let id = id.to_owned();
        self.call("delete", move |store, fault| {
            refused(fault, || drop(store.records.borrow_mut().remove(&id)))
        })
    }

    fn clear(&self) -> impl Future<Output = Result<(), String>> {
        self.call("clear", |store, fault| {
            refused(fault, || store.records.borrow_mut().clear())
        })
    }

    fn outlives_page(&self) -> bool {
        !self.memory
    }
}
