//! What came with the tool is never changed: the first change makes a copy, and one goes on with that.

use crate::document::Document;
use crate::session::{Platform, Session};
use crate::state::DocumentAction;
use weighbridge_model::{Appraisal, AppraisalId};
use weighbridge_opening::{self as opening, library};

impl<P: Platform> Session<P> {
    /// An appraisal that came with the tool, with its file: an example, the blank one, or the one inside this copy.
    pub(crate) fn original(&self, id: &str) -> Option<(String, Appraisal)> {
        if id == library::CARRIED {
            let text = self.carried()?.text;
            let mut appraisal = opening::open(text.as_bytes()).ok()?;
            appraisal.id = AppraisalId::new(id).ok()?;
            return Some((text, appraisal));
        }
        let entry = library::entry(id)?;
        Some((entry.text.to_owned(), entry.open().ok()?))
    }

    /// Goes on with a copy when an appraisal that came with the tool has been changed: on the page where one is, with
    /// everything that can be undone.
    pub(crate) fn leave_original(&self) {
        let state = self.state();
        // One that is in the store is a person's own, whatever its id.
        let is_changed = |document: &Document| document.revision == 0 && !document.is_kept();
        if state.document.as_deref().is_some_and(is_changed) {
            self.edit_copy();
        }
    }

    /// Goes on with a copy of the appraisal that is open and came with the tool.
    pub(crate) fn edit_copy(&self) {
        let state = self.state();
        let document = state.document.as_ref();
        let Some(id) = document.and_then(|document| self.copy_id(document.id())) else {
            return;
        };
        self.change(|state| state.after_document(DocumentAction::Copied(id, "")));
        let route = self.state().route.clone();
        if route != state.route {
            self.correct_address(&route);
        }
    }

    /// The id of a copy of an appraisal that came with the tool: that of the one inside this copy is free as a rule.
    fn copy_id(&self, of: &str) -> Option<AppraisalId> {
        let state = self.state();
        let in_use = |id: &str| state.is_in_use(id);
        if of == library::CARRIED {
            let own = opening::open(self.carried()?.text.as_bytes()).ok()?.id;
            let is_taken = |id: &str| in_use(id) || library::is_original(id);
            return Some(AppraisalId::from_name(own.as_str(), "appraisal", is_taken));
        }
        library::copy_id(library::entry(of)?, in_use)
    }
}
