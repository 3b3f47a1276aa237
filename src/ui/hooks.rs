//! What pages and components ask of the app.

use super::document::{Deed, Document};
use super::state::{Action, State};
use crate::browser::storage::Store;
use std::rc::Rc;
use weighbridge_edit::{Edit, Gesture, Refusal};
use yew::prelude::*;

/// The app as components see it; equal while the state is the same object.
#[derive(Clone)]
pub struct App {
    /// The state.
    pub state: Rc<State>,
    dispatcher: UseReducerDispatcher<State>,
    /// Where appraisals are kept; `None` until it is open.
    pub store: Option<Store>,
}

impl PartialEq for App {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.store.is_some() == other.store.is_some()
    }
}

impl App {
    pub(super) fn new(
        state: Rc<State>,
        dispatcher: UseReducerDispatcher<State>,
        store: Option<Store>,
    ) -> Self {
        Self {
            state,
            dispatcher,
            store,
        }
    }

    /// Changes the state.
    pub fn dispatch(&self, action: Action) {
        self.dispatcher.dispatch(action);
    }
}

/// The app.
#[hook]
pub fn use_app() -> App {
    #[expect(
        clippy::expect_used,
        reason = "every component is mounted below the provider in `app`"
    )]
    use_context::<App>().expect("the app provides itself")
}

/// The open appraisal and how to change it; equal while the appraisal is the same object.
#[derive(Clone)]
pub struct Editor {
    /// The open appraisal with what follows from it.
    pub document: Rc<Document>,
    app: App,
}

impl PartialEq for Editor {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.document, &other.document)
    }
}

impl Editor {
    pub(super) fn new(document: Rc<Document>, app: App) -> Self {
        Self { document, app }
    }

    /// Does an edit.
    ///
    /// # Errors
    /// Why not, to show at the field; nothing has changed then.
    pub fn edit(&self, edit: Edit) -> Result<(), Refusal> {
        edit.is_allowed(self.document.appraisal())?;
        self.app
            .dispatch(Action::Do(Deed::Edit(edit, Gesture::Done)));
        Ok(())
    }

    /// Does an edit that is known to be allowed, such as one chosen from a list.
    pub fn apply(&self, edit: Edit) {
        self.app
            .dispatch(Action::Do(Deed::Edit(edit, Gesture::Done)));
    }

    /// Does one step of a moving slider.
    pub fn slide(&self, edit: Edit) {
        self.app
            .dispatch(Action::Do(Deed::Edit(edit, Gesture::Moving)));
    }

    /// The slider came to rest.
    pub fn rest(&self) {
        self.app.dispatch(Action::Do(Deed::Rest));
    }
}

/// The open appraisal. Only pages of an appraisal use it; they are shown only when there is one.
#[hook]
pub fn use_editor() -> Editor {
    #[expect(
        clippy::expect_used,
        reason = "the shell provides an editor around every page of an appraisal"
    )]
    use_context::<Editor>().expect("the shell provides the editor")
}
