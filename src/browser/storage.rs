//! The appraisals kept in this browser.
//!
//! IndexedDB keeps them: unlike `localStorage` it survives a killed process, and a save can check
//! and write in one transaction, so that two tabs never overwrite each other silently. Where it
//! cannot be used the appraisals are kept in memory, and the app says so.

mod database;
pub mod unsaved;

use database::Database;
use js_sys::Promise;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// One kept appraisal.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its id.
    pub id: String,
    /// Its title, for lists.
    pub title: String,
    /// The text of its file.
    pub text: String,
    /// How often it has been saved; orders saves whatever the clock does.
    pub revision: u64,
    /// When it was saved, in milliseconds since 1970, to show.
    pub saved: f64,
}

/// Why an appraisal could not be saved.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveError {
    /// Another tab saved it since it was read here; the number is the revision it has now, 0 if it
    /// was deleted.
    ChangedElsewhere(u64),
    /// There is no room left.
    Full,
    /// The browser refused, in its own words.
    Refused(String),
}

/// The place appraisals are kept in.
#[derive(Clone)]
pub enum Store {
    /// IndexedDB.
    Kept(Rc<Database>),
    /// Memory, because the browser allows nothing else.
    Memory(Rc<RefCell<BTreeMap<String, Record>>>),
}

thread_local! {
    static OPENED: RefCell<Option<(Store, Option<String>)>> = const { RefCell::new(None) };
    static OPENING: Promise = future_to_promise(async {
        let store = Store::first_open().await;
        OPENED.with(|opened| opened.replace(Some(store)));
        Ok(JsValue::UNDEFINED)
    });
}

impl Store {
    /// Opens the place, falling back to memory; the second part says why, if so. There is one for
    /// the whole tab: whoever asks while it is being opened waits for it.
    pub async fn open() -> (Self, Option<String>) {
        let opening = OPENING.with(Promise::clone);
        // The promise is never refused.
        let _ = JsFuture::from(opening).await;
        let opened = OPENED.with(|opened| opened.borrow().clone());
        opened.unwrap_or_else(|| (Self::Memory(Rc::default()), None))
    }

    async fn first_open() -> (Self, Option<String>) {
        match Database::open().await {
            Ok(database) => (Self::Kept(Rc::new(database)), None),
            Err(why) => (Self::Memory(Rc::default()), Some(why)),
        }
    }

    /// Every kept appraisal, the last saved first.
    pub async fn list(&self) -> Vec<Record> {
        let mut all = match self {
            Self::Kept(database) => database.all().await.unwrap_or_default(),
            Self::Memory(records) => records.borrow().values().cloned().collect(),
        };
        all.sort_by(|a, b| b.saved.total_cmp(&a.saved).then_with(|| a.id.cmp(&b.id)));
        all
    }

    /// One kept appraisal.
    pub async fn load(&self, id: &str) -> Option<Record> {
        match self {
            Self::Kept(database) => database.get(id).await.ok().flatten(),
            Self::Memory(records) => records.borrow().get(id).cloned(),
        }
    }

    /// Keeps an appraisal, if nobody else has changed it since `expected` (0 for a new one).
    ///
    /// # Errors
    /// Why it was not kept; what was kept before is then still there.
    pub async fn save(
        &self,
        id: &str,
        title: &str,
        text: &str,
        expected: u64,
    ) -> Result<u64, SaveError> {
        let record = Record {
            id: id.to_owned(),
            title: title.to_owned(),
            text: text.to_owned(),
            revision: expected + 1,
            saved: js_sys::Date::now(),
        };
        match self {
            Self::Kept(database) => database.replace(&record, expected).await?,
            Self::Memory(records) => {
                records.borrow_mut().insert(id.to_owned(), record);
            }
        }
        Ok(expected + 1)
    }

    /// Puts a deleted record back as it was.
    pub async fn restore(&self, record: &Record) -> bool {
        match self {
            Self::Kept(database) => database.put(record).await.is_ok(),
            Self::Memory(records) => {
                records
                    .borrow_mut()
                    .insert(record.id.clone(), record.clone());
                true
            }
        }
    }

    /// Deletes an appraisal, if it is there.
    pub async fn delete(&self, id: &str) -> bool {
        for held in unsaved::held() {
            if held.id() == id {
                held.release();
            }
        }
        match self {
            Self::Kept(database) => database.delete(id).await.is_ok(),
            Self::Memory(records) => {
                records.borrow_mut().remove(id);
                true
            }
        }
    }
}

/// Asks the browser to keep what is stored when space is short. It may say no; nothing depends on it.
pub async fn ask_to_persist() -> bool {
    let manager = gloo::utils::window().navigator().storage();
    let Ok(promise) = manager.persist() else {
        return false;
    };
    let answer = wasm_bindgen_futures::JsFuture::from(promise).await;
    answer.ok().and_then(|a| a.as_bool()).unwrap_or(false)
}
