//! Where appraisals are kept: what a browser's database has to be able to do.

use litemap::LiteMap;
use std::cell::RefCell;
use std::future::{Future, ready};

/// One kept appraisal.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its id.
    pub id: String,
    /// Its title, for lists.
    pub title: String,
    /// The text of its file.
    pub text: String,
    /// Tells this state of it from every other there was or will be; greater than that of any before it.
    pub revision: u64,
    /// When it was saved, in milliseconds since 1970, to show.
    pub saved: f64,
}

/// Why an appraisal could not be saved.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveError {
    /// Another tab saved it since it was read here; the number is the revision it has now, 0 if it was deleted.
    ChangedElsewhere(u64),
    /// Storage is full.
    Full,
    /// It is larger than a file that opens may be.
    TooLarge,
    /// The browser refused, in its own words.
    Refused(String),
}

/// A place that keeps records by their ids.
///
/// Every call may take its time, and may fail; the error of reading and deleting is what the browser says. Calls need not
/// take effect in the order in which they were made, but each takes effect at once or not at all.
pub trait Store {
    /// Everything that is kept and can be read, in any order.
    fn list(&self) -> impl Future<Output = Result<Vec<Record>, String>>;

    /// What is kept under an id.
    fn load(&self, id: &str) -> impl Future<Output = Result<Option<Record>, String>>;

    /// Keeps a record if what is there now under its id has the revision `expected`, 0 for nothing; looking and writing
    /// is one step, which nobody comes between.
    fn save(&self, record: &Record, expected: u64) -> impl Future<Output = Result<(), SaveError>>;

    /// What was saved as a file of the appraisal with an id, in any order; `saved` tells them apart.
    fn versions(&self, id: &str) -> impl Future<Output = Result<Vec<Record>, String>>;

    /// Keeps a version beside the others of its id, and forgets the oldest beyond `most`.
    fn keep_version(
        &self,
        version: &Record,
        most: usize,
    ) -> impl Future<Output = Result<(), String>>;

    /// Forgets what is kept under an id, its versions too, if anything is.
    fn delete(&self, id: &str) -> impl Future<Output = Result<(), String>>;

    /// Forgets everything, also versions and what cannot be read.
    fn clear(&self) -> impl Future<Output = Result<(), String>>;

    /// Whether what is kept outlives the page.
    fn outlives_page(&self) -> bool;
}

/// The revision of a record that replaces one of the revision `expected`, or that is new if that is 0.
///
/// A new record begins at the time of day, so that one which has been deleted and made again never has a revision that
/// somebody remembers of the one before.
pub(crate) fn next_revision(expected: u64, now: f64) -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "milliseconds since 1970; a wrong clock only has to give some number"
    )]
    match expected {
        0 => (now as u64).max(1),
        expected => expected + 1,
    }
}

/// A store in memory, for a browser that allows nothing else.
#[derive(Default)]
pub struct MemoryStore {
    records: RefCell<LiteMap<String, Record>>,
    versions: RefCell<Vec<Record>>,
}

impl Store for MemoryStore {
    fn list(&self) -> impl Future<Output = Result<Vec<Record>, String>> {
        ready(Ok(self.records.borrow().values().cloned().collect()))
    }

    fn load(&self, id: &str) -> impl Future<Output = Result<Option<Record>, String>> {
        ready(Ok(self.records.borrow().get(id).cloned()))
    }

    fn save(&self, record: &Record, expected: u64) -> impl Future<Output = Result<(), SaveError>> {
        let mut records = self.records.borrow_mut();
        let there = records.get(&record.id).map_or(0, |there| there.revision);
        ready(if there == expected {
            records.insert(record.id.clone(), record.clone());
            Ok(())
        } else {
            Err(SaveError::ChangedElsewhere(there))
        })
    }

    fn versions(&self, id: &str) -> impl Future<Output = Result<Vec<Record>, String>> {
        let versions = self.versions.borrow();
        let of_it = versions.iter().filter(|version| version.id == id);
        ready(Ok(of_it.cloned().collect()))
    }

    fn keep_version(
        &self,
        version: &Record,
        most: usize,
    ) -> impl Future<Output = Result<(), String>> {
        let mut versions = self.versions.borrow_mut();
        versions.push(version.clone());
        let (mut of_it, others): (Vec<_>, Vec<_>) =
            versions.drain(..).partition(|one| one.id == version.id);
        let surplus = of_it.len().saturating_sub(most);
        versions.extend(others.into_iter().chain(of_it.drain(surplus..)));
        ready(Ok(()))
    }

    fn delete(&self, id: &str) -> impl Future<Output = Result<(), String>> {
        self.records.borrow_mut().remove(id);
        self.versions
            .borrow_mut()
            .retain(|version| version.id != id);
        ready(Ok(()))
    }

    fn clear(&self) -> impl Future<Output = Result<(), String>> {
        self.records.borrow_mut().clear();
        self.versions.borrow_mut().clear();
        ready(Ok(()))
    }

    fn outlives_page(&self) -> bool {
        false
    }
}
