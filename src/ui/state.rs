//! What the app shows, and every way it changes.
//!
//! The reducer is pure: reading and writing files and storage happens in [`super::open`] and
//! [`super::autosave`], which report what came of it as actions.

use super::document::{Deed, Document};
use super::later::Pages;
use super::route::Route;
use crate::browser::storage::{Record, SaveError};
use std::rc::Rc;
use weighbridge_model::Appraisal;
use yew::Reducible;

/// The whole state.
#[derive(Clone)]
pub struct State {
    /// What the address names.
    pub route: Route,
    /// The open appraisal.
    pub document: Option<Rc<Document>>,
    /// How many were opened so far, this one included.
    pub openings: u32,
    /// The appraisals kept in this browser; `None` until they have been read.
    pub shelf: Option<Rc<Vec<Record>>>,
    /// Why nothing can be stored, when nothing can.
    pub no_storage: Option<String>,
    /// Something that happened and stays until dismissed.
    pub notice: Option<Notice>,
    /// What was last saved as a file.
    pub filed: Option<Rc<Appraisal>>,
    /// What was last said to a screen reader, with a number that makes equal words news again.
    pub said: (u32, String),
    /// An appraisal was asked for that is not here.
    pub missing: bool,
    /// The pages of an appraisal, once they have been fetched.
    pub pages: Option<Pages>,
    /// The pages could not be fetched.
    pub not_fetched: bool,
}

/// Why an appraisal is not being saved.
#[derive(Clone, PartialEq)]
pub enum Trouble {
    /// Another tab saved it; the revision it has there, 0 if deleted.
    ChangedElsewhere(u64),
    /// Storage is full.
    Full,
    /// The browser refused, in its own words.
    Refused(String),
}

/// Something that happened and stays until dismissed.
#[derive(Clone, PartialEq)]
pub struct Notice {
    /// What happened.
    pub title: String,
    /// What to do, or more about it.
    pub text: String,
    /// Whether something went wrong.
    pub bad: bool,
    /// A deleted appraisal that can be put back.
    pub deleted: Option<Record>,
}

/// A change of the state.
pub enum Action {
    /// The address changed.
    Go(Route),
    /// The kept appraisals were read.
    Shelf(Vec<Record>),
    /// Storage cannot be used, and why.
    NoStorage(String),
    /// An appraisal was opened, with its revision in storage (0 when it is not there).
    Opened(Rc<Appraisal>, u64),
    /// The open appraisal was kept as a copy, to go on with.
    Copied(Rc<Document>),
    /// The appraisal that was asked for is not here.
    Missing,
    /// An appraisal was deleted from this browser.
    Closed(String),
    /// A person did something to the open appraisal.
    Do(Deed),
    /// An appraisal was saved, with its new revision.
    Saved(Rc<Appraisal>, u64),
    /// An appraisal with this id could not be saved.
    NotSaved(String, SaveError),
    /// Another tab saved an appraisal.
    SavedElsewhere(String, u64),
    /// The pages of an appraisal were fetched, or could not be.
    Fetched(Option<Pages>),
    /// Show a notice.
    Notice(Notice),
    /// The open appraisal was handed over as a file.
    Filed(Rc<Appraisal>),
    /// Take the notice away.
    Dismiss,
    /// Say something to a screen reader.
    Say(String),
}

impl State {
    /// The state before anything is read.
    pub fn new(route: Route) -> Self {
        Self {
            route,
            document: None,
            openings: 0,
            shelf: None,
            no_storage: None,
            notice: None,
            filed: None,
            said: (0, String::new()),
            missing: false,
            pages: None,
            not_fetched: false,
        }
    }

    fn say(&mut self, words: String) {
        self.said = (self.said.0.wrapping_add(1), words);
    }

    /// The open appraisal, if it is the one the address names.
    pub fn shown(&self) -> Option<&Rc<Document>> {
        match (&self.route, &self.document) {
            (Route::Appraisal { id, .. }, Some(document)) if document.id() == id => Some(document),
            _ => None,
        }
    }

    fn change_document(&mut self, change: impl FnOnce(&mut Document) -> Option<String>) {
        if let Some(document) = &mut self.document
            && let Some(words) = change(Rc::make_mut(document))
        {
            self.say(words);
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Go(route) => {
                state.missing = false;
                if route.id() != state.route.id() {
                    // The last change was one of another appraisal.
                    state.say(String::new());
                }
                state.route = route;
            }
            Action::Shelf(records) => state.shelf = Some(Rc::new(records)),
            Action::NoStorage(why) => state.no_storage = Some(why),
            Action::Opened(appraisal, revision) => {
                state.missing = false;
                state.openings = state.openings.wrapping_add(1);
                let opening = state.openings;
                state.document = Some(Rc::new(Document::new(appraisal, revision, opening)));
                // What went wrong before went wrong with another.
                state.notice = state.notice.filter(|notice| !notice.bad);
            }
            Action::Copied(mut copy) => {
                state.openings = state.openings.wrapping_add(1);
                Rc::make_mut(&mut copy).opening = state.openings;
                state.document = Some(copy);
            }
            Action::Closed(id) => {
                if state.document.as_ref().is_some_and(|d| d.id() == id) {
                    state.document = None;
                }
            }
            Action::Missing => state.missing = true,
            Action::Do(deed) => {
                // What was only to be known is known by now; what can be taken back stays.
                state.notice = state.notice.filter(|n| n.bad || n.deleted.is_some());
                if let Some(pages) = state.pages {
                    state.change_document(|document| (pages.carry_out)(document, deed));
                }
            }
            Action::Saved(appraisal, revision) => state.change_document(|document| {
                if document.id() == appraisal.id.as_str() {
                    document.kept = appraisal;
                    document.revision = revision;
                    document.trouble = None;
                }
                None
            }),
            Action::NotSaved(id, why) => state.change_document(|document| {
                if document.id() == id {
                    document.trouble = Some(match why {
                        SaveError::ChangedElsewhere(revision) => {
                            Trouble::ChangedElsewhere(revision)
                        }
                        SaveError::Full => Trouble::Full,
                        SaveError::Refused(why) => Trouble::Refused(why),
                    });
                }
                None
            }),
            Action::SavedElsewhere(id, revision) => state.change_document(|document| {
                if document.id() == id && revision != document.revision {
                    document.trouble = Some(Trouble::ChangedElsewhere(revision));
                }
                None
            }),
            Action::Fetched(pages) => {
                state.not_fetched = pages.is_none();
                state.pages = pages;
            }
            Action::Notice(notice) => {
                state.say(format!("{} {}", notice.title, notice.text));
                state.notice = Some(notice);
            }
            Action::Filed(appraisal) => state.filed = Some(appraisal),
            Action::Dismiss => state.notice = None,
            Action::Say(words) => state.say(words),
        }
        Rc::new(state)
    }
}
