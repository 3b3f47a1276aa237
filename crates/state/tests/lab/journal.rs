//! A journal that is written at once and handed over late.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use weighbridge_state::journal::Journal;

/// Names with their texts, or none where they are forgotten, the oldest first.
pub type Changes = Vec<(String, Option<String>)>;

/// A journal that writes at once for its own tab, and for others when it is handed over.
pub struct LabJournal {
    pub shared: Rc<RefCell<BTreeMap<String, String>>>,
    pub own: Rc<RefCell<Changes>>,
    pub late: Rc<Cell<bool>>,
    /// How many texts fit.
    pub room: Rc<Cell<usize>>,
}

impl LabJournal {
    fn view(&self) -> BTreeMap<String, String> {
        let mut view = self.shared.borrow().clone();
        apply(&mut view, self.own.borrow().iter().cloned());
        view
    }

    fn change(&self, name: &str, text: Option<String>) {
        self.own.borrow_mut().push((name.to_owned(), text));
        if !self.late.get() {
            self.hand_over();
        }
    }

    fn hand_over(&self) {
        apply(
            &mut self.shared.borrow_mut(),
            self.own.borrow_mut().drain(..),
        );
    }
}

/// Makes changes, the oldest first.
pub fn apply(
    to: &mut BTreeMap<String, String>,
    changes: impl Iterator<Item = (String, Option<String>)>,
) {
    for (name, text) in changes {
        match text {
            Some(text) => drop(to.insert(name, text)),
            None => drop(to.remove(&name)),
        }
    }
}

impl Journal for LabJournal {
    fn names(&self) -> Vec<String> {
        self.view().into_keys().collect()
    }

    fn read(&self, name: &str) -> Option<String> {
        self.view().remove(name)
    }

    fn write(&self, name: &str, text: &str) -> bool {
        let taken = self.view().len();
        let fits = taken < self.room.get();
        if fits {
            self.change(name, Some(text.to_owned()));
        }
        fits
    }

    fn remove(&self, name: &str) {
        self.change(name, None);
    }
}
