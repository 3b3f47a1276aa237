//! Keeps the open appraisal in the store: after every finished change, one save at a time, the newest last.
//!
//! A change is held in the journal in the same call that makes it, so that it is kept whenever the page goes.

use crate::journal::{self, Held, digest};
use crate::saver::Job;
use crate::session::{Platform, Session};
use crate::state::DocumentAction;
use crate::store::{SaveError, Store};
use std::rc::Rc;
use weighbridge_file as file;

impl<P: Platform> Session<P> {
    /// Something happens to the open appraisal; what has to be kept of that is held when this returns, and saved soon.
    pub fn act(&self, action: DocumentAction) {
        self.change(|state| state.after_document(action));
        let state = self.state();
        let document = state.document.as_ref();
        if !document.is_some_and(|document| document.history.is_moving()) {
            self.keep();
        }
    }

    /// Keeps the open appraisal as it is, also while a slider moves: the page may be about to go.
    pub fn keep_now(&self) {
        self.keep();
    }

    /// Sees to it that the open appraisal is saved as it is.
    fn keep(&self) {
        self.leave_original();
        let state = self.state();
        let (Some(document), Some(store)) = (&state.document, self.opened_store()) else {
            return;
        };
        let inner = self.inner();
        let appraisal = document.appraisal();
        let newest = inner
            .saver
            .borrow()
            .newest(document.opening, &document.kept);
        if Rc::ptr_eq(&newest, appraisal) {
            return;
        }
        let text: Rc<str> = file::save(appraisal).into();
        self.remember(&text);
        if file::too_large(text.len()).is_some() {
            // What would not open again is not kept in place of what does.
            let opening = document.opening;
            inner.saver.borrow_mut().given_up = Some((opening, appraisal.clone()));
            let why = SaveError::TooLarge;
            return self.act(DocumentAction::NotSaved { opening, why });
        }
        let mut saver = inner.saver.borrow_mut();
        saver.given_up = None;
        if document
            .problem
            .as_ref()
            .is_some_and(|problem| problem.is_conflict())
        {
            saver.given_up = Some((document.opening, appraisal.clone()));
            return;
        }
        let job = Job {
            appraisal: appraisal.clone(),
            text,
            opening: document.opening,
            revision: document.revision,
        };
        if store.outlives_page() {
            // The page may be gone before the store has it.
            saver.held += 1;
            let held = Held {
                tab: self.tab().to_owned(),
                number: saver.held,
                id: job.id().to_owned(),
                revision: job.revision,
                on_its_way: saver.in_doubt(job.opening),
                text: job.text.to_string(),
            };
            held.hold(self.journal());
        }
        saver
            .waiting
            .retain(|waiting| waiting.opening != job.opening);
        saver.waiting.push(job);
        if !saver.asked_to_persist {
            saver.asked_to_persist = true;
            let session = self.clone();
            self.spawn(Box::pin(async move {
                session.learn_whether_kept_for_good(true).await;
            }));
        }
        let running = std::mem::replace(&mut saver.running, true);
        drop(saver);
        if !running {
            let session = self.clone();
            self.spawn(Box::pin(async move { session.save_all(&*store).await }));
        }
    }

    /// Saves one after the other until nothing waits.
    async fn save_all(&self, store: &P::Store) {
        let next = || self.inner().saver.borrow_mut().begin();
        while let Some(job) = next() {
            let outcome = self.save(store, &job).await;
            self.saved(&job, outcome);
        }
    }

    /// Saves a state of an appraisal, and returns its revision.
    async fn save(&self, store: &P::Store, job: &Job) -> Result<u64, SaveError> {
        let record =
            |expected| self.record(job.id(), &job.appraisal.frame.title, &job.text, expected);
        let first = record(job.revision);
        let why = match store.save(&first, job.revision).await {
            Ok(()) => return Ok(first.revision),
            Err(why) => why,
        };
        if !matches!(why, SaveError::ChangedElsewhere(revision) if revision != 0) {
            return Err(why);
        }
        let Ok(Some(there)) = store.load(job.id()).await else {
            return Err(why);
        };
        // Another tab may have found it in the journal and saved it.
        if there.text == first.text {
            return Ok(there.revision);
        }
        // Or the browser kept what it said that it refused.
        let doubtful = self.inner().saver.borrow().doubtful;
        if doubtful == Some((job.opening, digest(&there.text))) {
            let again = record(there.revision);
            store.save(&again, there.revision).await?;
            return Ok(again.revision);
        }
        Err(why)
    }

    /// Takes in what came of a save, and turns to the next.
    fn saved(&self, job: &Job, outcome: Result<u64, SaveError>) {
        let inner = self.inner();
        let mut saver = inner.saver.borrow_mut();
        let opening = job.opening;
        match &outcome {
            Ok(revision) => {
                (saver.doubtful, saver.given_up) = (None, None);
                for waiting in &mut saver.waiting {
                    if waiting.opening == opening {
                        waiting.revision = *revision;
                    }
                }
            }
            Err(why) => {
                if matches!(why, SaveError::ChangedElsewhere(_)) {
                    saver.waiting.retain(|waiting| waiting.opening != opening);
                } else {
                    saver.doubtful = Some((opening, digest(&job.text)));
                }
            }
        }
        let done = !saver.waiting.iter().any(|waiting| waiting.id() == job.id());
        saver.writing = None;
        if outcome.is_err() {
            saver.given_up = Some((opening, job.appraisal.clone()));
        }
        drop(saver);
        match outcome {
            Ok(revision) => {
                if done {
                    journal::release(self.journal(), self.tab(), job.id());
                }
                self.announce(job.id(), revision);
                let appraisal = job.appraisal.clone();
                self.act(DocumentAction::Saved {
                    opening,
                    appraisal,
                    revision,
                });
            }
            Err(why) => {
                if matches!(why, SaveError::ChangedElsewhere(_)) {
                    // From here on the page says what can be done.
                    journal::release(self.journal(), self.tab(), job.id());
                }
                self.act(DocumentAction::NotSaved { opening, why });
            }
        }
    }

    /// Waits until everything that can be is saved of an appraisal, or of all.
    pub(crate) async fn everything_saved(&self, id: Option<&str>) {
        let idle = || (!self.inner().saver.borrow().is_busy_with(id)).then_some(());
        self.inner().changed.until(idle).await;
    }
}
