//! Saving the open appraisal as a file: to the same file again where the browser lets a page do that, else as a download.
//! Every text that is saved, or written over, is kept as a version in the browser, so that no overwrite is final.

use crate::disk::{Disk, DiskError, LinkedFile, Overwrite};
use crate::document::Document;
use crate::file_name::file_name;
use crate::journal::digest;
use crate::notice::Notice;
use crate::session::{Platform, Session};
use crate::state::{Action, ChosenFile, DocumentAction, Filed};
use crate::store::{Record, Store};
use std::rc::Rc;
use weighbridge_file as file;
use weighbridge_model::Appraisal;
use weighbridge_opening::{self as opening, library};
use weighbridge_report::words::Message;

/// How many versions of a file are kept.
pub const VERSIONS: usize = 10;

impl<P: Platform> Session<P> {
    /// Saves the open appraisal as a file.
    pub(crate) async fn save_file(&self, store: &P::Store, overwrite: Overwrite) {
        if self
            .state()
            .shown()
            .is_some_and(|open| open.id() == library::CARRIED)
        {
            // A file is somebody's own.
            self.edit_copy();
        }
        let Some(document) = self.state().document.clone() else {
            return;
        };
        let appraisal = document.appraisal();
        let text = file::save(appraisal);
        if let Some(why) = file::too_large(text.len()) {
            let title = appraisal.frame.title.clone();
            return self.dispatch(Action::Notice(Notice::TooLarge { title, why }));
        }
        if !self.disk().is_available() {
            let name = file_name(&appraisal.frame.title);
            self.hand_over(&name, &text);
            self.keep_version(store, appraisal, &text).await;
            self.act(DocumentAction::Filed(Filed::download(appraisal)));
            return self.dispatch(Action::Notice(Notice::SavedAsFile(name)));
        }
        match self.write_to_disk(store, appraisal, &text, overwrite).await {
            Ok(Some(name)) => {
                self.keep_version(store, appraisal, &text).await;
                self.act(DocumentAction::Filed(Filed::to(appraisal, name.clone())));
                self.dispatch(Action::Dismiss);
                self.dispatch(Action::Say(Message::SavedTo(&name).title()));
            }
            // The person chose no file.
            Ok(None) => {}
            Err(notice) => self.dispatch(Action::Notice(notice)),
        }
    }

    /// Writes a text to the file of an appraisal, which the person chooses where there is none yet; returns the name.
    async fn write_to_disk(
        &self,
        store: &P::Store,
        appraisal: &Appraisal,
        text: &str,
        overwrite: Overwrite,
    ) -> Result<Option<String>, Notice> {
        let (id, disk) = (appraisal.id.as_str(), self.disk());
        let suggested = file_name(&appraisal.frame.title);
        let failed = |name: &str| {
            let name = name.to_owned();
            move |why| Notice::NotWritten { name, why }
        };
        let choose = || async {
            let chosen = disk.choose(id, &suggested).await;
            chosen.map_err(failed(&suggested))
        };
        let mut linked = disk.linked(id).await;
        let mut there = Ok(String::new());
        if let Some(linked) = &linked {
            there = disk.read(id, true).await;
            if there == Err(DiskError::Gone) {
                // Saved to a new place, unless the person chooses none.
                there = Ok(String::new());
            } else if there.as_ref().is_ok_and(|there| {
                overwrite == Overwrite::Ask && !is_known(linked, there) && there != text
            }) {
                return Err(Notice::ChangedOnDisk(linked.name.clone()));
            }
        }
        if linked.is_none() || there == Ok(String::new()) {
            linked = choose().await?;
            // A file that is chosen may have something in it; what cannot be read is no reason not to write.
            there = match linked {
                Some(_) => Ok(disk.read(id, true).await.unwrap_or_default()),
                None => return Ok(None),
            };
        }
        let name = linked.map_or(suggested.clone(), |linked| linked.name);
        let there = there.map_err(failed(&name))?;
        if there != text
            && let Ok(before) = opening::open(there.as_bytes())
        {
            self.keep_version_of(store, id, &before, &there).await;
        }
        let written = disk.write(id, text, digest(text)).await;
        written.map_err(failed(&name))?;
        Ok(Some(name))
    }

    /// Says so when the file of the appraisal just opened has been changed since it was saved here; only where the
    /// browser allows reading it without asking.
    pub(crate) async fn compare_with_disk(&self, id: &str) {
        let disk = self.disk();
        if !disk.is_available() {
            return;
        }
        let Some(linked) = disk.linked(id).await else {
            return;
        };
        let Ok(there) = disk.read(id, false).await else {
            return;
        };
        let state = self.state();
        let open = state.document.as_ref().filter(|open| open.id() == id);
        if let Some(open) = open
            && !is_known(&linked, &there)
            && there != file::save(open.appraisal())
        {
            self.dispatch(Action::Notice(Notice::NewerOnDisk(linked.name)));
        }
    }

    /// The file that the open appraisal is saved to, as it is on disk; where it cannot be read, the person is told.
    pub(crate) async fn file_on_disk(&self) -> Option<ChosenFile> {
        let document = self.state().document.clone()?;
        let linked = self.disk().linked(document.id()).await?;
        match self.disk().read(document.id(), true).await {
            Ok(text) => {
                let bytes = Ok(text.into_bytes().into());
                Some(ChosenFile::new(&linked.name, bytes))
            }
            Err(why) => {
                let name = linked.name;
                self.dispatch(Action::Notice(Notice::NotRead { name, why }));
                None
            }
        }
    }

    /// Keeps a text of an appraisal as a version, unless it is the newest already.
    async fn keep_version(&self, store: &P::Store, appraisal: &Appraisal, text: &str) {
        let id = appraisal.id.as_str();
        self.keep_version_of(store, id, appraisal, text).await;
    }

    /// Keeps a text as a version of the appraisal with an id.
    async fn keep_version_of(&self, store: &P::Store, id: &str, appraisal: &Appraisal, text: &str) {
        let there = store.versions(id).await.unwrap_or_default();
        let newest = there.iter().max_by(|a, b| a.saved.total_cmp(&b.saved));
        if newest.is_none_or(|newest| newest.text != text) {
            let version = self.record(id, &appraisal.frame.title, text, 0);
            // Without room for it, the file is saved all the same.
            let _ = store.keep_version(&version, VERSIONS).await;
        }
        self.read_versions(store, id).await;
    }

    /// Reads which versions there are of the open appraisal.
    pub(crate) async fn read_versions(&self, store: &P::Store, id: &str) {
        let versions = store.versions(id).await.unwrap_or_default();
        self.dispatch(Action::Versions(id.to_owned(), versions));
    }

    /// Puts a version in the place of the open appraisal, which is kept as a version first.
    pub(crate) async fn restore_version(&self, store: &P::Store, version: &Record) {
        let id = &*version.id;
        self.everything_saved(Some(id)).await;
        let is_it = |open: &Rc<Document>| open.id() == id;
        let Some(document) = self.state().document.clone().filter(is_it) else {
            return;
        };
        let mut restored = match opening::open(version.text.as_bytes()) {
            Ok(restored) => restored,
            Err(why) => {
                let title = version.title.clone();
                let notice = Notice::RecordUnreadable { title, why };
                return self.dispatch(Action::Notice(notice));
            }
        };
        restored.id.clone_from(&document.appraisal().id);
        let now = document.appraisal();
        self.keep_version(store, now, &file::save(now)).await;
        self.act(DocumentAction::OpenedUnsaved(
            Rc::new(restored),
            document.revision,
        ));
        self.dispatch(Action::Notice(Notice::VersionRestored));
    }
}

/// Whether a text is what was last seen of a file here.
fn is_known(linked: &LinkedFile, text: &str) -> bool {
    linked.known.is_none_or(|known| known == digest(text))
}
