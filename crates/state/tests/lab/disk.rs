//! A disk on which people choose files and others change them.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use weighbridge_state::{Disk, DiskError, LinkedFile, OpenedFile};

/// Files by their names, shared by all tabs, and what the person answers.
#[derive(Clone, Default)]
pub struct LabDisk {
    pub available: Rc<Cell<bool>>,
    pub files: Rc<RefCell<BTreeMap<String, String>>>,
    /// The file of an appraisal, with the digest that is known of it.
    pub links: Rc<RefCell<BTreeMap<String, LinkedFile>>>,
    /// The file that the person chooses next; `None` when they choose none.
    pub choice: Rc<RefCell<Option<String>>>,
    /// Whether pages may read and write.
    pub allowed: Rc<Cell<bool>>,
    /// Files that were opened, by their numbers.
    pub opened: Rc<RefCell<BTreeMap<u32, String>>>,
}

impl LabDisk {
    /// A disk that can be used, where the person chooses a file.
    pub fn there(&self, choice: &str) {
        self.available.set(true);
        self.allowed.set(true);
        self.choice.replace(Some(choice.to_owned()));
    }

    fn name(&self, id: &str) -> Result<String, DiskError> {
        if !self.allowed.get() {
            return Err(DiskError::NotAllowed);
        }
        let links = self.links.borrow();
        let link = links.get(id).ok_or(DiskError::Gone)?;
        Ok(link.name.clone())
    }
}

impl Disk for LabDisk {
    fn is_available(&self) -> bool {
        self.available.get()
    }

    async fn linked(&self, id: &str) -> Option<LinkedFile> {
        self.links.borrow().get(id).cloned()
    }

    async fn choose(&self, id: &str, _suggested: &str) -> Result<Option<LinkedFile>, DiskError> {
        let Some(name) = self.choice.borrow().clone() else {
            return Ok(None);
        };
        // The browser makes an empty file where there is none.
        self.files.borrow_mut().entry(name.clone()).or_default();
        let link = LinkedFile { name, known: None };
        self.links.borrow_mut().insert(id.to_owned(), link.clone());
        Ok(Some(link))
    }

    async fn link(&self, id: &str, file: OpenedFile, known: u64) {
        if let Some(name) = self.opened.borrow().get(&file.0).cloned() {
            let known = Some(known);
            let link = LinkedFile { name, known };
            self.links.borrow_mut().insert(id.to_owned(), link);
        }
    }

    async fn read(&self, id: &str, _ask: bool) -> Result<String, DiskError> {
        let name = self.name(id)?;
        let files = self.files.borrow();
        files.get(&name).cloned().ok_or(DiskError::Gone)
    }

    async fn write(&self, id: &str, text: &str, known: u64) -> Result<(), DiskError> {
        let name = self.name(id)?;
        self.files.borrow_mut().insert(name, text.to_owned());
        if let Some(link) = self.links.borrow_mut().get_mut(id) {
            link.known = Some(known);
        }
        Ok(())
    }

    async fn forget(&self, id: Option<&str>) {
        let mut links = self.links.borrow_mut();
        links.retain(|there, _| id.is_some_and(|id| id != there));
    }
}
