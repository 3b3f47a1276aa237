//! What pages that are gone could not save any more.
//!
//! Nothing here depends on whether the page that held something is really gone: should it be slow rather than gone, its
//! own save finds its own text in the store and is content with it.

use crate::journal::{self, Held, digest};
use crate::notice::Notice;
use crate::session::{Platform, Session};
use crate::state::{Action, DocumentAction};
use crate::store::{Record, Store};
use std::rc::Rc;
use weighbridge_file as file;
use weighbridge_model::{Appraisal, AppraisalId};
use weighbridge_opening::{self as opening, library};
use weighbridge_report::words::FROM_A_CLOSED_TAB;

/// How often it is tried: what was on its way when a page went may arrive between a look and a save.
const TRIES: usize = 3;

impl<P: Platform> Session<P> {
    /// Keeps what pages that are gone could not save any more: in its place, or, when that has changed since, beside it.
    pub(crate) async fn recover_unsaved(&self, store: &P::Store) {
        // A store that ends with the page is no better a place.
        if !store.outlives_page() {
            return;
        }
        let mut kept = false;
        for held in journal::held(self.journal()) {
            kept |= self.recover(store, &held).await;
        }
        if kept {
            self.refresh_shelf().await;
        }
    }

    /// Keeps one of them, and says whether the store has changed.
    async fn recover(&self, store: &P::Store, held: &Held) -> bool {
        let busy = |session: &Self| session.inner().saver.borrow().is_busy_with(Some(&held.id));
        if held.tab == self.tab() && busy(self) {
            return false;
        }
        for _ in 0..TRIES {
            let kept = self.keep_held(store, held).await;
            if kept != Kept::Not {
                held.release(self.journal());
                return kept == Kept::Now;
            }
        }
        false
    }

    async fn keep_held(&self, store: &P::Store, held: &Held) -> Kept {
        let Ok(there) = store.load(&held.id).await else {
            return Kept::Not;
        };
        if there.as_ref().is_some_and(|there| there.text == held.text) {
            return Kept::Before;
        }
        let state = self.state();
        let open = state.document.as_ref().filter(|open| open.id() == held.id);
        let Ok(appraisal) = opening::open(held.text.as_bytes()) else {
            // Of a newer version of the tool, perhaps, which will read it.
            let title = there.map_or_else(|| held.id.clone(), |there| there.title);
            return self
                .keep_beside(store, &title, |_, _| held.text.clone())
                .await;
        };
        let untouched = open.is_none_or(|open| open.is_untouched());
        if !(untouched && replaces(held, there.as_ref())) {
            let title = &appraisal.frame.title.clone();
            let renamed = |id: &AppraisalId, title: &str| {
                let mut appraisal = appraisal;
                appraisal.id = id.clone();
                title.clone_into(&mut appraisal.frame_mut().title);
                file::save(&appraisal)
            };
            return self.keep_beside(store, title, renamed).await;
        }
        let expected = there.map_or(0, |there| there.revision);
        let record = self.record(&held.id, &appraisal.frame.title, &held.text, expected);
        if store.save(&record, expected).await.is_err() {
            return Kept::Not;
        }
        if open.is_some() {
            // It arrived after the appraisal was opened; nothing has been done to that since.
            self.act(DocumentAction::Recovered(
                Rc::new(appraisal),
                record.revision,
            ));
        }
        Kept::Now
    }

    /// Keeps something under an id and a title of its own.
    async fn keep_beside(
        &self,
        store: &P::Store,
        title: &str,
        text: impl FnOnce(&AppraisalId, &str) -> String,
    ) -> Kept {
        let Ok(taken) = store.list().await else {
            return Kept::Not;
        };
        let title = format!("{title}{FROM_A_CLOSED_TAB}");
        let id = free_id(&title, &taken);
        let text = text(&id, &title);
        let record = self.record(id.as_str(), &title, &text, 0);
        if store.save(&record, 0).await.is_err() {
            return Kept::Not;
        }
        self.dispatch(Action::Notice(Notice::KeptBeside(title)));
        Kept::Now
    }

    /// What is held of an appraisal that the store has not taken, if it goes on from what the store has.
    pub(crate) fn left_of(&self, id: &str, there: Option<&Record>) -> Option<(Held, Appraisal)> {
        let held = journal::held(self.journal());
        let held = held
            .into_iter()
            .find(|held| held.id == id && replaces(held, there))?;
        let appraisal = opening::open(held.text.as_bytes()).ok()?;
        Some((held, appraisal))
    }
}

/// What became of something held.
#[derive(Clone, Copy, PartialEq)]
enum Kept {
    /// The store had it already.
    Before,
    /// The store has it now.
    Now,
    /// The store does not have it.
    Not,
}

/// Whether what is held goes on from what the store has.
fn replaces(held: &Held, there: Option<&Record>) -> bool {
    let revision = there.map_or(0, |there| there.revision);
    revision == held.revision || there.is_some_and(|there| digest(&there.text) == held.on_its_way)
}

/// An id made from a title that nothing has.
pub(crate) fn free_id(title: &str, taken: &[Record]) -> AppraisalId {
    let is_taken =
        |id: &str| taken.iter().any(|record| record.id == id) || library::is_original(id);
    AppraisalId::from_name(title, "appraisal", is_taken)
}
