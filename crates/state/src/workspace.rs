//! Carries out what people ask for, one after the other: opening, beginning, copying, deleting and putting back.

use crate::disk::Disk;
use crate::document::{Document, DocumentCommand};
use crate::file_name::file_name;
use crate::journal::{self, digest};
use crate::notice::Notice;
use crate::page::Page;
use crate::recovery::free_id;
use crate::route::Route;
use crate::session::{Platform, Session};
use crate::settings::Settings;
use crate::sheet::{FileKind, Sheet};
use crate::state::{Action, ChosenFile, DocumentAction, Request};
use crate::store::{Record, Store, next_revision};
use std::rc::Rc;
use weighbridge_file::{self as file, OpenError};
use weighbridge_model::{Appraisal, AppraisalId};
use weighbridge_opening::{self as opening, library};
use weighbridge_report::words::{Age, COPY, Message};
use weighbridge_share::carried;

impl<P: Platform> Session<P> {
    /// Carries out requests for as long as the page is there, one after the other; begun once.
    pub async fn work(self) {
        let store = self.store().await;
        loop {
            let next = || self.state().requests.first().cloned();
            let request = self.inner().changed.until(next).await;
            self.dispatch(Action::Begin);
            self.carry_out(&store, request).await;
        }
    }

    /// A person does something on the pages of what was opened so.
    pub fn command(&self, origin: u32, command: DocumentCommand) {
        self.act(DocumentAction::Do(origin, command));
    }

    /// A person does something to whatever is open.
    pub fn command_open(&self, command: DocumentCommand) {
        if let Some(document) = &self.state().document {
            self.command(document.origin, command);
        }
    }

    /// Another tab saved an appraisal as a revision, or deleted it (0).
    pub fn saved_elsewhere(&self, id: &str, revision: u64) {
        self.act(DocumentAction::SavedElsewhere(id.to_owned(), revision));
    }

    /// A tab asks who else has an appraisal open.
    pub fn asked_for(&self, by: &str, id: &str) {
        if self.state().shown().is_some_and(|open| open.id() == id) {
            self.answer_has(by, id);
        }
    }

    /// Another tab has an appraisal open that this one has just opened.
    pub fn open_elsewhere(&self, id: &str) {
        let state = self.state();
        let open = state.shown().filter(|open| open.id() == id);
        if let Some(open) = open
            && state.notice.is_none()
        {
            let title = open.appraisal().frame.title.clone();
            self.dispatch(Action::Notice(Notice::OpenElsewhere(title)));
        }
    }

    async fn carry_out(&self, store: &P::Store, request: Request) {
        match request {
            Request::RecoverUnsaved => self.recover_unsaved(store).await,
            Request::Open(id) => {
                let state = self.state();
                if state.route.id() == Some(&*id) && state.shown().is_none() {
                    self.open(store, &id).await;
                }
            }
            Request::OpenAgain(id) => {
                self.everything_saved(Some(&id)).await;
                journal::release(self.journal(), self.tab(), &id);
                self.open(store, &id).await;
            }
            Request::OpenFile(file) => self.open_file(store, out_of_copy(file)).await,
            Request::OpenFiles(files) => self.open_files(store, files).await,
            Request::SaveFile(overwrite) => self.save_file(store, overwrite).await,
            Request::OpenFromDisk => {
                if let Some(file) = self.file_on_disk().await {
                    self.open_file(store, file).await;
                }
            }
            Request::RestoreVersion(version) => self.restore_version(store, &version).await,
            Request::StartNew => {
                self.dispatch(Action::Dismiss);
                // It is kept from the first change on; one in which nothing stands is not.
                self.go(&Route::of(library::BLANK.id, Page::Question));
            }
            Request::UseSheet => self.use_sheet(store).await,
            Request::Duplicate(record) => {
                if let Ok(mut appraisal) = opening::open(record.text.as_bytes()) {
                    appraisal.frame_mut().title += COPY;
                    self.add(store, appraisal, Page::Question).await;
                }
            }
            Request::EditCopy => {
                self.edit_copy();
                self.keep_now();
            }
            Request::KeepAsCopy => self.keep_as_copy(store).await,
            Request::Delete(record) => self.delete(store, record).await,
            Request::Reset => self.reset(store).await,
            Request::Restore(record) => self.restore(store, &record).await,
            Request::DeleteAll => self.delete_all(store).await,
        }
    }

    /// Opens the appraisal with an id: the one in the store, or the one that came with the tool.
    async fn open(&self, store: &P::Store, id: &str) {
        // Of this page, too, something may still be on its way.
        self.everything_saved(Some(id)).await;
        let loaded = match id {
            // Whatever the store may have under its id, it is the one inside this copy.
            library::CARRIED if self.carried().is_some() => Ok(None),
            _ => store.load(id).await,
        };
        if self.state().route.id() != Some(id) {
            return;
        }
        let there = match loaded {
            Ok(there) => there,
            Err(why) => {
                self.act(DocumentAction::Missing);
                self.dispatch(Action::Notice(Notice::NotLoaded(why)));
                return;
            }
        };
        let revision = there.as_ref().map_or(0, |there| there.revision);
        if let Some((held, left)) = self.left_of(id, there.as_ref()) {
            // The store has not taken it; here it is tried again, and held anew.
            self.act(DocumentAction::OpenedUnsaved(Rc::new(left), revision));
            if held.tab != self.tab() {
                held.release(self.journal());
            }
            return;
        }
        match there {
            Some(record) => {
                self.open_record(&record);
                self.look_around(store, id).await;
            }
            None => match self.original(id) {
                Some((text, appraisal)) => {
                    self.remember(&text);
                    self.act(DocumentAction::Opened(Rc::new(appraisal), 0));
                }
                None => self.act(DocumentAction::Missing),
            },
        }
    }

    /// What there is to know of the appraisal just opened: the versions of its file, whether the file has been changed, and
    /// whether another tab has it open.
    async fn look_around(&self, store: &P::Store, id: &str) {
        self.ask_who_has(id);
        self.read_versions(store, id).await;
        self.compare_with_disk(id).await;
    }

    fn open_record(&self, record: &Record) {
        match opening::open(record.text.as_bytes()) {
            Ok(appraisal) => {
                self.remember(&record.text);
                self.act(DocumentAction::Opened(Rc::new(appraisal), record.revision));
            }
            Err(why) => {
                self.act(DocumentAction::Missing);
                // What is stored is handed over as it is, and not written over.
                self.hand_over(&file_name(&record.title), &record.text);
                self.dispatch(Action::Notice(Notice::RecordUnreadable {
                    title: record.title.clone(),
                    why,
                }));
            }
        }
    }

    /// Opens a file that a person chose or dropped, beside whatever is there already.
    async fn open_file(&self, store: &P::Store, chosen: ChosenFile) {
        let name = chosen.name.clone();
        let notice = match chosen.bytes.as_ref().map(|bytes| opening::open(bytes)) {
            Ok(Ok(appraisal)) => match file::too_large(file::save(&appraisal).len()) {
                None => {
                    self.add_file(store, appraisal, &chosen).await;
                    return;
                }
                // What is kept has to open again.
                Some(why) => Notice::FileRefused { name, why },
            },
            Ok(Err(why)) => match sheet_of(&chosen, &why) {
                Some(Ok(sheet)) => return self.dispatch(Action::Sheet(Some(Rc::new(sheet)))),
                Some(Err(why)) => Notice::FileRefused { name, why },
                None => Notice::FileRefused { name, why },
            },
            Err(why) => Notice::FileUnreadable {
                name,
                why: why.clone(),
            },
        };
        self.dispatch(Action::Notice(notice));
    }

    /// Keeps the appraisal of a file and goes to its result; says so when this browser has the same one otherwise. Returns
    /// the id under which it is here.
    async fn add_file(&self, store: &P::Store, appraisal: Appraisal, file: &ChosenFile) -> String {
        let text = file::save(&appraisal);
        let here = store.load(appraisal.id.as_str()).await.ok().flatten();
        let added = self.add(store, appraisal, Page::Result).await;
        if let (Some(on_disk), Ok(bytes)) = (file.on_disk, &file.bytes) {
            let known = digest(&String::from_utf8_lossy(bytes));
            self.disk().link(&added, on_disk, known).await;
        }
        self.look_around(store, &added).await;
        let Some(here) = here.filter(|here| here.id != added) else {
            return added;
        };
        // Word for word a file that was saved here, the newest first.
        let versions = store.versions(&here.id).await.unwrap_or_default();
        let was_saved_here = versions.iter().any(|version| version.text == text);
        self.dispatch(Action::Notice(Notice::OpenedBeside {
            title: here.title,
            age: match file.modified {
                _ if was_saved_here => Some(Age::Older),
                Some(modified) if modified > here.saved => Some(Age::Newer),
                Some(_) => Some(Age::Older),
                None => None,
            },
        }));
        added
    }

    /// Opens several files one after another; all appraisals are kept, and the last is shown, or the first sheet, of which
    /// nothing is made before a person has looked at it. Whatever could not be opened is told.
    async fn open_files(&self, store: &P::Store, files: Vec<ChosenFile>) {
        let (mut opened, mut last, mut sheet, mut refused) = (0, None, None, Vec::new());
        for file in files.into_iter().map(out_of_copy) {
            let bytes = file.bytes.as_ref().ok();
            match bytes.map(|bytes| opening::open(bytes)) {
                Some(Ok(appraisal)) => {
                    last = Some(self.add_file(store, appraisal, &file).await);
                    opened += 1;
                }
                Some(Err(why)) if sheet.is_none() => match sheet_of(&file, &why) {
                    Some(Ok(found)) => {
                        sheet = Some(Rc::new(found));
                        opened += 1;
                    }
                    Some(Err(_)) | None => refused.push(file.name),
                },
                Some(Err(_)) | None => refused.push(file.name),
            }
        }
        if sheet.is_some() {
            // The address tells only later where this leads, which would leave the sheet.
            let went = last.map(|id| Action::Go(Route::of(&id, Page::Result)));
            went.into_iter().for_each(|went| self.dispatch(went));
            self.dispatch(Action::Sheet(sheet));
        }
        self.dispatch(Action::Notice(Notice::FilesOpened { opened, refused }));
    }

    /// Makes an appraisal of the sheet that is shown, and goes to its scores.
    async fn use_sheet(&self, store: &P::Store) {
        let sheet = self.state().sheet.clone();
        if let Some(Ok(appraisal)) = sheet.map(|sheet| sheet.appraisal()) {
            self.dispatch(Action::Sheet(None));
            self.add(store, appraisal, Page::Scores).await;
        }
    }

    /// Keeps an appraisal and goes to a page of it. When another with its id is there, this one gets an id of its own, so
    /// that neither is lost; when the very same is there, it is just shown.
    ///
    /// Returns the id under which it is here.
    async fn add(&self, store: &P::Store, mut appraisal: Appraisal, page: Page) -> String {
        // What was said of a file before this one is over.
        self.dispatch(Action::Dismiss);
        let taken = store.list().await.unwrap_or_default();
        // The very same may be here under the id it got when it was opened before.
        let again = taken.iter().find(|record| is_of(record, &appraisal));
        if let Some(id) = again.and_then(|record| AppraisalId::new(&record.id).ok()) {
            appraisal.id = id;
        }
        let id = appraisal.id.as_str();
        let there = taken.iter().find(|record| record.id == id);
        let came_with_the_tool = || self.original(id).map(|(_, appraisal)| appraisal);
        let known = there.map(|record| record.text.clone());
        let known = known.or_else(|| came_with_the_tool().map(|appraisal| file::save(&appraisal)));
        let mut text = file::save(&appraisal);
        if known.as_ref() == Some(&text) {
            self.dispatch(Action::Ask(Request::Open(id.to_owned())));
            self.go(&Route::of(id, page));
            return id.to_owned();
        }
        if known.is_some() {
            appraisal.id = free_id(&appraisal.frame.title, &taken);
            text = file::save(&appraisal);
        }
        let route = Route::of(appraisal.id.as_str(), page);
        let record = self.record(appraisal.id.as_str(), &appraisal.frame.title, &text, 0);
        let (id, appraisal) = (appraisal.id.to_string(), Rc::new(appraisal));
        self.remember(&text);
        self.act(match store.save(&record, 0).await {
            Ok(()) => DocumentAction::Opened(appraisal, record.revision),
            Err(_) => DocumentAction::OpenedUnsaved(appraisal, 0),
        });
        self.go(&route);
        self.refresh_shelf().await;
        id
    }

    /// Keeps the open appraisal as a copy and goes on with it, on the page where one is, with everything that can be
    /// undone.
    async fn keep_as_copy(&self, store: &P::Store) {
        let taken = store.list().await.unwrap_or_default();
        let state = self.state();
        let Some(document) = state.document.clone() else {
            return;
        };
        let title = format!("{}{COPY}", document.appraisal().frame.title);
        let id = free_id(&title, &taken);
        // From here on it is the copy that is saved.
        journal::release(self.journal(), self.tab(), document.id());
        self.act(DocumentAction::Copied(id.clone(), COPY));
        if let Route::Appraisal { page, .. } = state.route {
            self.go(&Route::of(id.as_str(), page));
        }
        self.everything_saved(Some(id.as_str())).await;
        self.refresh_shelf().await;
        let is_open = |open: &Rc<Document>| open.id() == id.as_str() && open.problem.is_some();
        if !self.state().document.as_ref().is_some_and(is_open) {
            self.dispatch(Action::Say(Message::KeptAs(&title).title()));
        }
    }

    /// Deletes an appraisal from this browser, with a way to take that back.
    async fn delete(&self, store: &P::Store, record: Rc<Record>) {
        let id = &*record.id;
        // What is put back is the newest there is, and nothing on its way comes after.
        self.everything_saved(Some(id)).await;
        let newest = store.load(id).await.ok().flatten();
        let record = newest.map_or_else(|| record.clone(), Rc::new);
        self.act(DocumentAction::Closed(id.to_owned()));
        if store.delete(id).await.is_err() {
            let title = record.title.clone();
            return self.dispatch(Action::Notice(Notice::NotDeleted(title)));
        }
        self.disk().forget(Some(id)).await;
        journal::release_of(self.journal(), Some(id));
        self.announce(id, 0);
        self.refresh_shelf().await;
        self.dispatch(Action::Notice(Notice::Deleted(record)));
    }

    /// Deletes the open copy of an example, with a way to take that back, and shows the same page of the example.
    async fn reset(&self, store: &P::Store) {
        let state = self.state();
        let Some(document) = state.shown() else {
            return;
        };
        let id = document.id();
        let (Some(entry), Some(page)) = (library::example_of(id), state.route.page()) else {
            return;
        };
        self.everything_saved(Some(id)).await;
        match store.load(id).await {
            Ok(Some(record)) => {
                self.delete(store, Rc::new(record)).await;
                self.go(&Route::of(entry.id, page));
            }
            Ok(None) | Err(_) => self.go(&Route::of(entry.id, page)),
        }
    }

    /// Puts a deleted appraisal back, unless it has been made anew since.
    async fn restore(&self, store: &P::Store, record: &Record) {
        let mut back = record.clone();
        back.revision = next_revision(0, self.now());
        if store.save(&back, 0).await.is_err() {
            let title = record.title.clone();
            return self.dispatch(Action::Notice(Notice::NotRestored(title)));
        }
        self.refresh_shelf().await;
        self.dispatch(Action::Dismiss);
        self.dispatch(Action::Say(Message::Restored(&record.title).title()));
        // Taken back on the page of the example that took its place, it is shown again.
        let state = self.state();
        let example = library::example_of(&record.id);
        if let (Some(page), Some(example)) = (state.route.page(), example)
            && state.route.id() == Some(example.id)
        {
            self.go(&Route::of(&record.id, page));
        }
    }

    /// Deletes everything kept in this browser, also what cannot be read and what is only held.
    async fn delete_all(&self, store: &P::Store) {
        self.everything_saved(None).await;
        let records = store.list().await.unwrap_or_default();
        if let Some(document) = self.state().document.as_ref() {
            self.act(DocumentAction::Closed(document.id().to_owned()));
        }
        if store.clear().await.is_err() {
            return self.dispatch(Action::Notice(Notice::NotAllDeleted));
        }
        self.disk().forget(None).await;
        journal::release_of(self.journal(), None);
        self.dispatch(Action::Settings(Settings::default()));
        for record in records {
            self.announce(&record.id, 0);
        }
        self.refresh_shelf().await;
        self.dispatch(Action::Notice(Notice::AllDeleted));
    }
}

/// The sheet that a file is which is no appraisal, by the end of its name; one that is too large is refused as such.
fn sheet_of(file: &ChosenFile, why: &OpenError) -> Option<Result<Sheet, OpenError>> {
    let bytes = file.bytes.as_ref().ok()?;
    let is_sheet = FileKind::of(&file.name) == FileKind::Sheet;
    let fits = !matches!(why, OpenError::TooLarge { .. });
    (is_sheet && fits).then(|| Sheet::open(&file.name, bytes))
}

/// A copy of the tool is opened for the appraisal inside it, and never saved to: that would leave no copy.
fn out_of_copy(file: ChosenFile) -> ChosenFile {
    let inside = file.bytes.as_ref().ok().and_then(|bytes| {
        let json = carried(std::str::from_utf8(bytes).ok()?)?;
        Some(Rc::from(json.as_bytes()))
    });
    match inside {
        Some(inside) => ChosenFile {
            bytes: Ok(inside),
            on_disk: None,
            ..file
        },
        None => file,
    }
}

/// Whether what is kept is this appraisal, whatever its id.
fn is_of(record: &Record, appraisal: &Appraisal) -> bool {
    let same = || {
        let id = AppraisalId::new(&record.id).ok()?;
        let renamed = Appraisal {
            id,
            ..appraisal.clone()
        };
        Some(file::save(&renamed) == record.text)
    };
    record.title == appraisal.frame.title && same().unwrap_or(false)
}
