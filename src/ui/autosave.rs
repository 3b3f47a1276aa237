//! Keeps the open appraisal in storage: after every finished change, one save at a time, the
//! newest state last.

use super::hooks::App;
use super::state::{Action, Trouble};
use crate::browser::storage::{Store, ask_to_persist};
use crate::browser::{element, recover, spawn, tabs};
use crate::file;
use crate::model::Appraisal;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// What is being saved, and what is to be saved next.
#[derive(Default)]
struct Saver {
    busy: bool,
    next: Option<Job>,
    asked_to_persist: bool,
    /// The opening and the newest revision this tab wrote of it, which the state may not know yet.
    written: Option<(u32, u64)>,
    /// What was last taken on, so that nothing is tried twice.
    taken: Option<Rc<Appraisal>>,
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
            if !moving {
                save(&saver, &app);
            }
        });
    }
    let newest = use_mut_ref(|| app.clone());
    *newest.borrow_mut() = app.clone();
    use_effect_with((), move |()| {
        let listeners = element::on_leave(move || {
            // What is in a field already counts, although nobody has left the field.
            element::finish_typing();
            save(&saver, &newest.borrow().clone());
        });
        move || drop(listeners)
    });
}

fn save(saver: &Rc<RefCell<Saver>>, app: &App) {
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
    state.next = Some(Job {
        appraisal: document.appraisal().clone(),
        text,
        opening: document.opening,
        revision: document.revision,
    });
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
        let Some(job) = saver.borrow_mut().next.take() else {
            saver.borrow_mut().busy = false;
            return;
        };
        let id = job.appraisal.id.as_str();
        let written = saver.borrow().written;
        let revision = match written {
            Some((opening, revision)) if opening == job.opening => revision.max(job.revision),
            _ => job.revision,
        };
        match store
            .save(id, &job.appraisal.title, &job.text, revision)
            .await
        {
            Ok(revision) => {
                saver.borrow_mut().written = Some((job.opening, revision));
                tabs::announce(id, revision);
                app.dispatch(Action::Saved(job.appraisal, revision));
            }
            Err(why) => {
                saver.borrow_mut().next = None;
                app.dispatch(Action::NotSaved(id.to_owned(), why));
            }
        }
    }
}
