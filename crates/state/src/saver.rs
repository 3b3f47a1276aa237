//! What is being saved, and what is to be saved next.

use crate::journal::digest;
use std::rc::Rc;
use weighbridge_model::Appraisal;

/// A state of an appraisal that is to be saved.
#[derive(Clone)]
pub(crate) struct Job {
    pub(crate) appraisal: Rc<Appraisal>,
    pub(crate) text: Rc<str>,
    pub(crate) opening: u32,
    /// The revision that it is to replace.
    pub(crate) revision: u64,
}

impl Job {
    pub(crate) fn id(&self) -> &str {
        self.appraisal.id.as_str()
    }
}

/// What is being saved, and what is to be saved next.
#[derive(Default)]
pub(crate) struct Saver {
    pub(crate) writing: Option<Job>,
    /// At most one for each opening, the oldest first.
    pub(crate) waiting: Vec<Job>,
    /// What could not be saved of which opening, and is not tried again by itself.
    pub(crate) given_up: Option<(u32, Rc<Appraisal>)>,
    /// The opening and the digest of what the browser refused, and may have kept all the same.
    pub(crate) doubtful: Option<(u32, u64)>,
    /// Whether somebody is saving one after the other.
    pub(crate) running: bool,
    /// How often something was held.
    pub(crate) held: u64,
    pub(crate) asked_to_persist: bool,
}

impl Saver {
    fn jobs(&self) -> impl DoubleEndedIterator<Item = &Job> {
        self.writing.iter().chain(&self.waiting)
    }

    /// Turns to what waits longest, if anything does.
    pub(crate) fn begin(&mut self) -> Option<Job> {
        self.running = !self.waiting.is_empty();
        self.writing = self.running.then(|| self.waiting.remove(0));
        self.writing.clone()
    }

    /// The digest of what the store may have of an opening, or may not; 0 for nothing.
    pub(crate) fn in_doubt(&self, opening: u32) -> u64 {
        let writing = self.writing.as_ref().filter(|job| job.opening == opening);
        let doubtful = self.doubtful.filter(|doubtful| doubtful.0 == opening);
        let writing = writing.map(|job| digest(&job.text));
        writing.or(doubtful.map(|doubtful| doubtful.1)).unwrap_or(0)
    }

    /// Whether something of an appraisal has still to be saved, or of any.
    pub(crate) fn is_busy_with(&self, id: Option<&str>) -> bool {
        self.jobs().any(|job| id.is_none_or(|id| job.id() == id))
    }

    /// What the store will have of the open appraisal once everything is saved, or what it did not take.
    pub(crate) fn newest(&self, opening: u32, kept: &Rc<Appraisal>) -> Rc<Appraisal> {
        let last = self.jobs().rfind(|job| job.opening == opening);
        let given_up = self
            .given_up
            .as_ref()
            .filter(|given_up| given_up.0 == opening);
        let last = last.map(|job| &job.appraisal);
        last.or(given_up.map(|given_up| &given_up.1))
            .unwrap_or(kept)
            .clone()
    }
}
