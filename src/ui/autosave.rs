//! Keeps the open appraisal in storage: after every finished change, one save at a time, the
//! newest state last.

use super::hooks::App;
use super::state::{Action, Trouble};
use crate::browser::storage::{SaveError, Store, ask_to_persist, unsaved};
use crate::browser::{element, recover, spawn, tabs};
use std::cell::RefCell;
use std::rc::Rc;
use weighbridge_file as file;
use weighbridge_model::Appraisal;
use yew::prelude::*;

/// What is being saved, and what is to be saved next.
#[derive(Default)]
pub struct Saver {
    busy: bool,
    next: Option<Job>,
    asked_to_persist: bool,
    /// The opening and the newest revision this tab wrote of it, which the state may not know yet.
    written: Option<(u32, u64)>,
    /// The digest of the text that is being saved; 0 when none is.
    on_its_way: u64,
    /// What was last taken on, so that nothing is tried twice.
    taken: Option<Rc<Appraisal>>,
}

impl Saver {
    /// Whether there is something newer of an appraisal to save.
    fn is_next(&self, id: &str) -> bool {
        let next = self.next.as_ref();
        next.is_some_and(|job| job.appraisal.id.as_str() == id)
    }

    /// The revision a job is to replace.
    fn newest_revision(&self, job: &Job) -> u64 {
        match self.written {
            Some((opening, revision)) if opening == job.opening => revision.max(job.revision),
            _ => job.revision,
        }
    }
}

struct Job {
    appraisal: Rc<Appraisal>,
    text: String,
    opening: u32,
    revision: u64,
}

/// Saves whenever a change is finished, and when the page is left.
#[hook]
pub fn use_autosave(app: &App) {
    let saver = use_memo((), |()| RefCell::new(Saver::default()));
    {
        let (saver, app) = (saver.clone(), app.clone());
        use_effect_with(app.clone(), move |_| {
            let moving = app
                .state
                .document
                .as_ref()
                .is_some_and(|d| d.history.is_moving());
            if !moving && let Some(pages) = app.state.pages {
                (pages.save)(&saver, &app);
            }
        });
    }
    let newest = use_mut_ref(|| app.clone());
    *newest.borrow_mut() = app.clone();
    use_effect_with((), move |()| {
        let listeners = element::on_leave(move || {
            // What is in a field already counts, although nobody has left the field.
            element::finish_typing();
            let app = newest.borrow().clone();
            if let Some(pages) = app.state.pages {
                (pages.save)(&saver, &app);
            }
        });
        move || drop(listeners)
    });
}

/// Saves the open appraisal, unless it is kept as it is.
pub fn save(saver: &Rc<RefCell<Saver>>, app: &App) {
    let (Some(document), Some(store)) = (&app.state.document, &app.store) else {
        return;
    };
    let mut state = saver.borrow_mut();
    let known = state.taken.as_ref();
    if known.is_some_and(|taken| Rc::ptr_eq(taken, document.appraisal())) {
        return;
    }
    state.taken = Some(document.appraisal().clone());
    let text = file::save(document.appraisal());
    recover::remember(text.clone());
    if document.is_kept() || matches!(document.trouble, Some(Trouble::ChangedElsewhere(_))) {
        return;
    }
    let job = Job {
        appraisal: document.appraisal().clone(),
        text,
        opening: document.opening,
        revision: document.revision,
    };
    if matches!(store, Store::Kept(_)) {
        // The page may be gone before the database has it.
        let revision = state.newest_revision(&job);
        unsaved::hold(document.id(), &job.text, revision, state.on_its_way);
    }
    state.next = Some(job);
    if state.busy {
        return;
    }
    state.busy = true;
    if !state.asked_to_persist {
        state.asked_to_persist = true;
        spawn(async {
            ask_to_persist().await;
        });
    }
    drop(state);
    spawn(work(saver.clone(), app.clone(), store.clone()));
}

async fn work(saver: Rc<RefCell<Saver>>, app: App, store: Store) {
    loop {
        let next = saver.borrow_mut().next.take();
        let Some(job) = next else {
            let mut state = saver.borrow_mut();
            (state.busy, state.on_its_way) = (false, 0);
            return;
        };
        let id = job.appraisal.id.as_str();
        let revision = saver.borrow().newest_revision(&job);
        saver.borrow_mut().on_its_way = unsaved::digest(&job.text);
        match store
            .save(id, &job.appraisal.frame.title, &job.text, revision)
            .await
        {
            Ok(revision) => {
                saver.borrow_mut().written = Some((job.opening, revision));
                if !saver.borrow().is_next(id) {
                    unsaved::release(id);
                }
                tabs::announce(id, revision);
                app.dispatch(Action::Saved(job.appraisal, revision));
            }
            Err(why) => {
                saver.borrow_mut().next = None;
                if matches!(why, SaveError::ChangedElsewhere(_)) {
                    // From here on the page says what can be done.
                    unsaved::release(id);
                }
                app.dispatch(Action::NotSaved(id.to_owned(), why));
            }
        }
    }
}
