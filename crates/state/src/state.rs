//! What the app shows, and every way it changes.
//!
//! Two enums say what can happen: [`Action`] to the app as a whole and [`DocumentAction`] to the open appraisal. Carrying
//! them out is pure; stores, journals and files are the business of [`crate::Session`], which reports what came of them
//! as actions.

use crate::disk::{OpenedFile, Overwrite};
use crate::document::{Document, DocumentCommand, Said};
use crate::drafts::Drafts;
use crate::notice::{Answer, Notice};
use crate::page::Page;
use crate::route::Route;
use crate::settings::Settings;
use crate::sheet::Sheet;
use crate::shelf::Shelf;
use crate::store::{Record, SaveError};
use crate::totals;
use std::collections::BTreeSet;
use std::rc::Rc;
use weighbridge_edit::ScaleDraft;
use weighbridge_model::{Appraisal, AppraisalId, CriterionId};
use weighbridge_opening::library;

/// The whole state.
#[derive(Clone)]
pub struct State {
    /// What the address names.
    pub route: Route,
    /// The open appraisal.
    pub document: Option<Rc<Document>>,
    /// What was begun on its pages and is not used yet.
    pub drafts: Drafts,
    /// A sheet that was opened, and is shown until it becomes an appraisal or is left.
    pub sheet: Option<Rc<Sheet>>,
    /// How many were opened so far, this one included.
    pub openings: u32,
    /// The appraisals kept in this browser; `None` until they have been read.
    pub shelf: Option<Shelf>,
    /// Why nothing can be stored, when nothing can.
    pub no_storage: Option<String>,
    /// Whether the browser has promised to keep what is stored when space is short; `None` where it has not said.
    pub persists: Option<bool>,
    /// Something that happened and stays until dismissed.
    pub notice: Option<Notice>,
    /// A person has hidden totals on this device, see [`State::totals_hidden`].
    pub hide_totals: bool,
    /// What was last saved as a file.
    pub filed: Option<Filed>,
    /// The id of an appraisal with the versions of its file that are kept, the last saved first.
    pub versions: (String, Shelf),
    /// What was last said to a screen reader, with a number that makes equal words news again.
    pub said: (u32, String),
    /// The appraisal that the address names is not here.
    pub missing: bool,
    /// What is asked for and has not been begun, the oldest first.
    pub requests: Vec<Request>,
    /// How often something was asked for that needs what is fetched after the library; each is another try.
    pub tries: u32,
    /// Whether what is fetched after the library could not be fetched when it was last tried.
    pub not_fetched: bool,
    /// How the app looks on this device.
    pub settings: Settings,
    /// The page of an appraisal that was left for one about the tool itself.
    pub left: Option<Route>,
    /// Ids that came into use since the page was opened, here or in another tab.
    ids_in_use: BTreeSet<String>,
    /// An original and the copy that took its place when it was changed: until the library is shown again, addresses that
    /// name the first mean the second.
    replaced: Option<(String, String)>,
}

/// What was saved as a file.
#[derive(Clone)]
pub struct Filed {
    /// What was saved.
    pub appraisal: Rc<Appraisal>,
    /// The name of the file on disk that it was saved to; `None` when it was downloaded.
    pub to: Option<String>,
}

impl Filed {
    pub(crate) fn download(appraisal: &Rc<Appraisal>) -> Self {
        let (appraisal, to) = (appraisal.clone(), None);
        Self { appraisal, to }
    }

    pub(crate) fn to(appraisal: &Rc<Appraisal>, name: String) -> Self {
        let (appraisal, to) = (appraisal.clone(), Some(name));
        Self { appraisal, to }
    }
}

/// A file that a person chose or dropped.
#[derive(Clone, Debug, PartialEq)]
pub struct ChosenFile {
    /// Its name.
    pub name: String,
    /// What is in it, or why it could not be read, in the browser's words.
    pub bytes: Result<Rc<[u8]>, String>,
    /// When it was last changed, in milliseconds since 1970, if that is known.
    pub modified: Option<f64>,
    /// Which file on disk it is, where it can be saved to again.
    pub on_disk: Option<OpenedFile>,
}

impl ChosenFile {
    /// A file of which no more is known than its name and what is in it.
    pub fn new(name: &str, bytes: Result<Rc<[u8]>, String>) -> Self {
        Self {
            name: name.to_owned(),
            bytes,
            modified: None,
            on_disk: None,
        }
    }
}

/// Something a person asks for that takes more than a change of the state.
///
/// A request stays in the state until it is begun, however long it takes to fetch what carries it out.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Keep what closed pages could not save.
    RecoverUnsaved,
    /// Open the appraisal with an id, if the address still names it and it is not open.
    Open(String),
    /// Open the appraisal with an id as it is in the store, whatever is open.
    OpenAgain(String),
    /// Open a file.
    OpenFile(ChosenFile),
    /// Open several files.
    OpenFiles(Vec<ChosenFile>),
    /// Save the open appraisal as a file.
    SaveFile(Overwrite),
    /// Open what is on disk beside the open appraisal.
    OpenFromDisk,
    /// Put a version in the place of the open appraisal.
    RestoreVersion(Rc<Record>),
    /// Begin a new appraisal.
    StartNew,
    /// Make an appraisal of the sheet that is shown.
    UseSheet,
    /// Keep a copy of an appraisal and open that.
    Duplicate(Rc<Record>),
    /// Keep the open appraisal as a copy and go on with it.
    KeepAsCopy,
    /// Go on with a copy of the open appraisal, which came with the tool.
    EditCopy,
    /// Delete an appraisal from this browser.
    Delete(Rc<Record>),
    /// Delete the open copy of an example, and show the example.
    Reset,
    /// Put a deleted appraisal back.
    Restore(Rc<Record>),
    /// Delete everything kept in this browser.
    DeleteAll,
}

impl Request {
    /// Whether a person waits for more than a page to appear.
    fn is_an_errand(&self) -> bool {
        !matches!(self, Self::RecoverUnsaved | Self::Open(_))
    }
}

/// Something that happens to the app.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The address changed.
    Go(Route),
    /// The kept appraisals were read.
    Shelf(Vec<Record>),
    /// The versions of the file of an appraisal were read.
    Versions(String, Vec<Record>),
    /// Storage cannot be used, and why.
    NoStorage(String),
    /// The browser said whether it keeps what is stored when space is short.
    Persists(Option<bool>),
    /// A person asks for something.
    Ask(Request),
    /// The oldest request is begun.
    Begin,
    /// What is fetched after the library was fetched, or could not be.
    Fetched(bool),
    /// A person wants it to be tried again.
    TryAgain,
    /// Show a notice.
    Notice(Notice),
    /// Take the notice away.
    Dismiss,
    /// Hide totals while people weigh and score, or show them; the session keeps the choice on the device.
    HideTotals(bool),
    /// Say something to a screen reader.
    Say(String),
    /// A person wants the app to look so on this device.
    Settings(Settings),
    /// Show a sheet, or leave it.
    Sheet(Option<Rc<Sheet>>),
    /// A scale is being typed; with nothing, it stays as it is.
    DraftScale(CriterionId, Option<ScaleDraft>),
}

impl From<Answer> for Action {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::PutBack(record) => Self::Ask(Request::Restore(record)),
            Answer::TryAgain => Self::TryAgain,
            Answer::OpenFromDisk => Self::Ask(Request::OpenFromDisk),
            Answer::SaveOver => Self::Ask(Request::SaveFile(Overwrite::Yes)),
        }
    }
}

/// Something that happens to the open appraisal.
#[derive(Clone)]
pub enum DocumentAction {
    /// An appraisal was opened, with its revision in the store (0 when it is not there).
    Opened(Rc<Appraisal>, u64),
    /// The open appraisal, to which nothing has been done, turned out to have been left otherwise, which has this revision
    /// in the store now.
    Recovered(Rc<Appraisal>, u64),
    /// An appraisal was opened that is not in the store yet, where it is to replace a revision (0 for nothing).
    OpenedUnsaved(Rc<Appraisal>, u64),
    /// The open appraisal goes on as a copy, under an id of its own and with this at the end of its title.
    Copied(AppraisalId, &'static str),
    /// The appraisal that was asked for is not here.
    Missing,
    /// An appraisal was deleted from this browser.
    Closed(String),
    /// A person did something on the pages of what was opened so; nothing happens to another.
    Do(u32, DocumentCommand),
    /// What was opened so was saved, with its new revision.
    Saved {
        /// Which opening it was.
        opening: u32,
        /// What was saved.
        appraisal: Rc<Appraisal>,
        /// Its revision now.
        revision: u64,
    },
    /// What was opened so could not be saved.
    NotSaved {
        /// Which opening it was.
        opening: u32,
        /// Why not.
        why: SaveError,
    },
    /// Another tab saved an appraisal as a revision, or deleted it (0).
    SavedElsewhere(String, u64),
    /// The open appraisal was handed over as a file.
    Filed(Filed),
}

impl State {
    /// The state before anything is read.
    pub fn new(route: Route) -> Self {
        Self {
            route,
            document: None,
            drafts: Drafts::default(),
            sheet: None,
            openings: 0,
            shelf: None,
            no_storage: None,
            persists: None,
            notice: None,
            hide_totals: false,
            filed: None,
            versions: (String::new(), Shelf::default()),
            said: (0, String::new()),
            missing: false,
            requests: Vec::new(),
            tries: 0,
            not_fetched: false,
            settings: Settings::default(),
            left: None,
            ids_in_use: BTreeSet::new(),
            replaced: None,
        }
    }

    /// Whether an appraisal is kept under an id, as far as is known here.
    pub(crate) fn is_in_use(&self, id: &str) -> bool {
        let kept = |shelf: &Shelf| shelf.get(id).is_some();
        self.ids_in_use.contains(id) || self.shelf.as_ref().is_some_and(kept)
    }

    /// The open appraisal, if it is the one the address names.
    pub fn shown(&self) -> Option<&Rc<Document>> {
        let document = self.document.as_ref()?;
        (self.route.id() == Some(document.id())).then_some(document)
    }

    /// Whether this page has to keep to itself who leads and what options come to: they are hidden, and people weigh or
    /// score here.
    ///
    /// ```
    /// use weighbridge_state::{Action, Page, Route, State};
    /// let state = State::new(Route::of("office", Page::Weights)).after(Action::HideTotals(true));
    /// assert!(state.totals_hidden());
    /// assert!(!state.after(Action::Go(Route::of("office", Page::Result))).totals_hidden());
    /// ```
    pub fn totals_hidden(&self) -> bool {
        self.hide_totals && self.route.page().is_some_and(totals::can_hide)
    }

    fn say(&mut self, words: String) {
        self.said = (self.said.0.wrapping_add(1), words);
    }

    fn notice(&mut self, notice: Notice) {
        let message = notice.message();
        let words = format!("{} {}", message.title(), message.text());
        self.say(words);
        self.notice = Some(notice);
    }

    fn ask(&mut self, request: Request) {
        // Asked for again while it waits is not asked for twice.
        if !self.requests.contains(&request) {
            self.requests.push(request);
        }
    }

    /// The state after something has happened to the app.
    #[must_use]
    pub fn after(mut self, action: Action) -> Self {
        match action {
            Action::Go(route) => self.go(route),
            Action::Shelf(records) => {
                self.shelf = Some(Shelf::of(records, self.shelf.as_ref()));
            }
            Action::Versions(id, records) => {
                self.versions = (id, Shelf::of(records, None));
            }
            Action::NoStorage(why) => self.no_storage = Some(why),
            Action::Persists(persists) => self.persists = persists,
            Action::Ask(request) => {
                if self.not_fetched {
                    self.tries = self.tries.wrapping_add(1);
                }
                self.ask(request);
            }
            Action::Begin => {
                if !self.requests.is_empty() {
                    self.requests.remove(0);
                }
            }
            Action::Fetched(there) => {
                self.not_fetched = !there;
                if there {
                    self.notice = self.notice.take().filter(|n| *n != Notice::NotYet);
                } else if self.requests.iter().any(Request::is_an_errand) {
                    self.notice(Notice::NotYet);
                }
            }
            Action::TryAgain => self.tries = self.tries.wrapping_add(1),
            Action::Notice(notice) => self.notice(notice),
            Action::Dismiss => self.notice = None,
            Action::HideTotals(hide) => self.hide_totals = hide,
            Action::Say(words) => self.say(words),
            Action::Settings(settings) => self.settings = settings,
            Action::Sheet(sheet) => {
                // What was said of a file before this one is over.
                self.notice = self.notice.take().filter(|_| sheet.is_none());
                self.sheet = sheet;
            }
            Action::DraftScale(id, draft) => self.drafts.keep_scale(id, draft),
        }
        self
    }

    fn go(&mut self, route: Route) {
        self.missing = false;
        let route = self.meant_by(route);
        if route != self.route {
            self.sheet = None;
        }
        self.remind(&route);
        if route.id() != self.route.id() && self.notice.is_none() {
            // The last change was one of another appraisal; a message that stays goes on.
            self.say(String::new());
        }
        if self.route.id().is_some() && matches!(route, Route::Help(_) | Route::Privacy) {
            self.left = Some(self.route.clone());
        }
        if route.page() != self.route.page()
            && let Some(document) = self.document.as_mut().filter(|one| one.has_moved_on())
        {
            Rc::make_mut(document).start_here();
        }
        self.route = route;
        if self.shown().is_none()
            && let Some(id) = self.route.id().map(str::to_owned)
        {
            self.ask(Request::Open(id));
        }
    }

    /// What an address means: that of an original which was changed a moment ago means the copy that has the change, so that
    /// the browser's way back does not lead to a page without it.
    fn meant_by(&mut self, route: Route) -> Route {
        if route == Route::Library {
            self.replaced = None;
        }
        let open = self.document.as_ref().map(|document| document.id());
        match &self.replaced {
            Some((from, to)) if route.id() == Some(from) && open == Some(to) => route.with_id(to),
            _ => route,
        }
    }

    /// Says, when the page of criteria is left, which scales were begun and not used.
    fn remind(&mut self, next: &Route) {
        let leaves = self.route.page() == Some(Page::Criteria)
            && (next.page() != Some(Page::Criteria) || next.id() != self.route.id());
        let Some(document) = self.shown().filter(|_| leaves) else {
            return;
        };
        let begun = self.drafts.begun(document.appraisal());
        let names: Vec<String> = begun.into_iter().map(|c| c.name.clone()).collect();
        if !names.is_empty() {
            self.notice(Notice::ScalesBegun(names));
        }
    }

    /// The state after something has happened to the open appraisal.
    #[must_use]
    pub fn after_document(mut self, action: DocumentAction) -> Self {
        let before = self.document.clone();
        self.act(action);
        self.keep_drafts(before.as_deref());
        self
    }

    /// Drafts belong to what was opened, and to scales as they are.
    fn keep_drafts(&mut self, before: Option<&Document>) {
        match (before, &self.document) {
            (Some(before), Some(now)) if before.origin == now.origin => {
                let (before, now) = (before.appraisal(), now.appraisal());
                if !Rc::ptr_eq(&before.criteria, &now.criteria) {
                    self.drafts.follow(before, now);
                }
            }
            _ => self.drafts = Drafts::default(),
        }
    }

    fn act(&mut self, action: DocumentAction) {
        match action {
            DocumentAction::Opened(appraisal, revision) => {
                let opening = self.next_opening();
                self.open(Document::new(appraisal, revision, opening));
            }
            DocumentAction::Recovered(appraisal, revision) => {
                let opening = self.next_opening();
                let origin = self.document.as_ref().map(|document| document.origin);
                let mut document = Document::new(appraisal, revision, opening);
                // What is being typed on its pages goes on.
                document.origin = origin.unwrap_or(opening);
                self.open(document);
            }
            DocumentAction::OpenedUnsaved(appraisal, revision) => {
                let opening = self.next_opening();
                self.open(Document::unsaved(appraisal, revision, opening));
            }
            DocumentAction::Copied(id, suffix) => {
                let opening = self.next_opening();
                if let Some(document) = self.document.take() {
                    if self.route.id() == Some(document.id()) {
                        self.route = self.route.clone().with_id(id.as_str());
                    }
                    if library::is_original(document.id()) {
                        self.replaced = Some((document.id().to_owned(), id.to_string()));
                    }
                    self.ids_in_use.insert(id.to_string());
                    self.openings = opening;
                    self.document = Some(Rc::new(document.copy(&id, suffix, opening)));
                }
            }
            DocumentAction::Missing => self.missing = true,
            DocumentAction::Closed(id) => {
                self.ids_in_use.remove(&id);
                self.document = self.document.take().filter(|document| document.id() != id);
            }
            DocumentAction::Do(origin, command) => {
                // What was only to be known is known by now; what can be taken back stays.
                let stays = |notice: &Notice| notice.is_bad() || notice.deleted().is_some();
                self.notice = self.notice.take().filter(stays);
                if let Some(document) = &mut self.document
                    && document.origin == origin
                    && let Some(said) = Rc::make_mut(document).carry_out(command)
                {
                    let effect = document.effect.clone();
                    match said {
                        Said::Refused(why) => self.say(why),
                        Said::Effect => {
                            let hidden = self.totals_hidden();
                            self.say(effect.map_or_else(String::new, |e| e.told(hidden)));
                        }
                    }
                }
            }
            DocumentAction::Saved {
                opening,
                appraisal,
                revision,
            } => self.change(opening, |document| {
                document.kept = appraisal;
                document.revision = revision;
                document.problem = None;
            }),
            DocumentAction::NotSaved { opening, why } => self.change(opening, |document| {
                document.problem = Some(why.into());
            }),
            DocumentAction::SavedElsewhere(id, revision) => {
                if revision == 0 {
                    self.ids_in_use.remove(&id);
                } else {
                    self.ids_in_use.insert(id.clone());
                }
                if let Some(document) = &mut self.document
                    && document.id() == id
                    && (revision == 0 || revision > document.revision)
                {
                    let why = SaveError::ChangedElsewhere(revision);
                    Rc::make_mut(document).problem = Some(why.into());
                }
            }
            DocumentAction::Filed(filed) => self.filed = Some(filed),
        }
    }

    fn next_opening(&self) -> u32 {
        self.openings.wrapping_add(1)
    }

    fn open(&mut self, document: Document) {
        self.missing = false;
        self.openings = document.opening;
        self.document = Some(Rc::new(document));
        // Errors belonged to the document before.
        self.notice = self.notice.take().filter(|notice| !notice.is_bad());
    }

    fn change(&mut self, opening: u32, change: impl FnOnce(&mut Document)) {
        if let Some(document) = &mut self.document
            && document.opening == opening
        {
            change(Rc::make_mut(document));
        }
    }
}
