//! What a page that is gone could not save any more.

use super::hooks::App;
use super::state::{Action, Notice};
use crate::browser::storage::Store;
use crate::browser::storage::unsaved::{self, Held};
use weighbridge_file as file;
use weighbridge_model::AppraisalId;
use weighbridge_opening as opening;
use weighbridge_opening::library;

/// How often it is tried: what was on its way when a page went may arrive between a look and a save.
const TRIES: usize = 3;

/// Keeps what pages that are gone could not save any more: in its place, or, when that has changed
/// since, beside it.
pub async fn take_up(app: &App, store: &Store) {
    for held in unsaved::held() {
        for _ in 0..TRIES {
            if keep(app, store, &held).await {
                held.release();
                break;
            }
        }
    }
}

/// Keeps one of them; whether it is kept, or has no use.
async fn keep(app: &App, store: &Store, held: &Held) -> bool {
    let there = store.load(held.id()).await;
    let (revision, text) = there.as_ref().map_or((0, ""), |r| (r.revision, &*r.text));
    let same = text == held.text;
    let Some(mut appraisal) = opening::open(held.text.as_bytes()).ok().filter(|_| !same) else {
        return true;
    };
    if revision == held.revision || unsaved::digest(text) == held.on_its_way {
        let title = &appraisal.frame.title;
        let saved = store.save(held.id(), title, &held.text, revision).await;
        return saved.is_ok();
    }
    let taken = store.list().await;
    let is_taken = |id: &str| taken.iter().any(|r| r.id == id) || library::entry(id).is_some();
    appraisal.frame_mut().title += " (from a closed tab)";
    appraisal.id = AppraisalId::from_name(&appraisal.frame.title, "appraisal", is_taken);
    let text = file::save(&appraisal);
    let id = appraisal.id.as_str();
    if store
        .save(id, &appraisal.frame.title, &text, 0)
        .await
        .is_err()
    {
        return false;
    }
    app.dispatch(Action::Notice(Notice {
        title: format!("“{}” is kept beside the other version.", appraisal.frame.title),
        text: "A tab was closed before it could save, and the appraisal has been changed elsewhere since.".to_owned(),
        bad: false,
        deleted: None,
    }));
    true
}
