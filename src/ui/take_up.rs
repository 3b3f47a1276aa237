//! What a page that is gone could not save any more.

use super::hooks::App;
use super::state::{Action, Notice};
use crate::browser::storage::{Store, unsaved};
use crate::file;
use crate::library;
use crate::model::AppraisalId;

/// Keeps what pages that are gone could not save any more: in its place, or, when that has changed
/// since, beside it.
pub async fn take_up(app: &App, store: &Store) {
    for held in unsaved::held() {
        let there = store.load(held.id()).await;
        let (revision, text) = there.as_ref().map_or((0, ""), |r| (r.revision, &*r.text));
        let same = text == held.text;
        let Some(mut appraisal) = file::open(held.text.as_bytes()).ok().filter(|_| !same) else {
            held.release();
            continue;
        };
        let follows = revision == held.revision || unsaved::digest(text) == held.on_its_way;
        let saved = if follows {
            let title = &appraisal.title;
            store.save(held.id(), title, &held.text, revision).await
        } else {
            let taken = store.list().await;
            let is_taken =
                |id: &str| taken.iter().any(|r| r.id == id) || library::entry(id).is_some();
            appraisal.title += " (from a closed tab)";
            appraisal.id = AppraisalId::from_name(&appraisal.title, "appraisal", is_taken);
            let text = file::save(&appraisal);
            let id = appraisal.id.as_str();
            store.save(id, &appraisal.title, &text, 0).await
        };
        if saved.is_ok() {
            held.release();
            if !follows {
                app.dispatch(Action::Notice(Notice {
                    title: format!("“{}” is kept beside the other version.", appraisal.title),
                    text: "A tab was closed before it could save, and the appraisal has been changed elsewhere since.".to_owned(),
                    bad: false,
                    deleted: None,
                }));
            }
        }
    }
}
