//! What came with the tool is never changed: the first change makes a copy, and one goes on with that.

use crate::session::{Platform, Session};
use crate::state::DocumentAction;
use weighbridge_opening::library;

impl<P: Platform> Session<P> {
    /// Goes on with a copy when an appraisal that came with the tool has been changed: on the page where one is, with
    /// everything that can be undone.
    pub(crate) fn leave_original(&self) {
        let state = self.state();
        let Some(document) = &state.document else {
            return;
        };
        // One that is in the store is a person's own, whatever its id.
        if document.revision != 0 || document.is_kept() {
            return;
        }
        let Some(entry) = library::entry(document.id()) else {
            return;
        };
        let Some(id) = library::copy_id(entry, |id| state.is_in_use(id)) else {
            return;
        };
        self.change(|state| state.after_document(DocumentAction::Copied(id, "")));
        let route = self.state().route.clone();
        if route != state.route {
            self.correct_address(&route);
        }
    }
}
