//! Scales that were begun and not used: kept until one comes back to them, and not forgotten silently.

use super::draft::ScaleDraft;
use crate::ui::hooks::{App, Editor};
use std::cell::RefCell;
use weighbridge_model::CriterionId;
use weighbridge_state::{Action, Notice};
use yew::prelude::*;

thread_local! {
    /// Scales that were begun and not used yet, by the opening that the pages were drawn for and the criterion.
    static KEPT: RefCell<Vec<(u32, CriterionId, ScaleDraft)>> = const { RefCell::new(Vec::new()) };
}

/// Keeps what was begun of a scale while its form is not on the page; nothing, when it is done.
pub fn keep(opening: u32, id: &CriterionId, draft: Option<ScaleDraft>) {
    KEPT.with_borrow_mut(|kept| {
        kept.retain(|(when, of, _)| *when == opening && of != id);
        kept.extend(draft.map(|draft| (opening, id.clone(), draft)));
    });
}

/// What was begun of a scale.
pub fn kept(opening: u32, id: &CriterionId) -> Option<ScaleDraft> {
    KEPT.with_borrow(|kept| {
        let mut of_this = kept
            .iter()
            .filter(|(when, of, _)| *when == opening && of == id);
        of_this.next().map(|(.., draft)| draft.clone())
    })
}

/// Says, when the page is left, which scales were begun and not used.
#[hook]
pub fn use_reminder(app: &App, editor: &Editor) {
    let newest = use_mut_ref(|| editor.clone());
    *newest.borrow_mut() = editor.clone();
    let app = app.clone();
    use_effect_with((), move |()| {
        move || {
            let document = newest.borrow().document.clone();
            let begun = |id: &CriterionId| kept(document.origin, id).is_some();
            let leaves = document.appraisal().leaves();
            let names: Vec<String> = leaves
                .iter()
                .filter(|leaf| begun(&leaf.id))
                .map(|leaf| leaf.name.clone())
                .collect();
            if !names.is_empty() {
                app.dispatch(Action::Notice(Notice::ScalesBegun(names)));
            }
        }
    });
}
