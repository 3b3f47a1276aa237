//! Where appraisals are kept in this browser: the store and the journal that the rules of the app stand on.
//!
//! IndexedDB keeps them: unlike `localStorage` it survives a killed process, and a save can check and write in one
//! transaction, so that two tabs never overwrite each other silently. Where it cannot be used the appraisals are kept in
//! memory, and the app says so.

mod database;
pub mod files;
mod unsaved;

pub use unsaved::{Unsaved, on_handed_over};

use database::Database;
use weighbridge_state::{MemoryStore, Record, SaveError, Store};

/// The place appraisals are kept in.
pub enum BrowserStore {
    /// IndexedDB.
    Kept(Database),
    /// Memory, because the browser allows nothing else.
    Memory(MemoryStore),
}

impl BrowserStore {
    /// Opens the place, falling back to memory; the second part says why, if so.
    pub async fn open() -> (Self, Option<String>) {
        match Database::open().await {
            Ok(database) => (Self::Kept(database), None),
            Err(why) => (Self::Memory(MemoryStore::default()), Some(why)),
        }
    }
}

impl Store for BrowserStore {
    async fn list(&self) -> Result<Vec<Record>, String> {
        match self {
            Self::Kept(database) => database.all().await,
            Self::Memory(records) => records.list().await,
        }
    }

    async fn load(&self, id: &str) -> Result<Option<Record>, String> {
        match self {
            Self::Kept(database) => database.get(id).await,
            Self::Memory(records) => records.load(id).await,
        }
    }

    async fn save(&self, record: &Record, expected: u64) -> Result<(), SaveError> {
        match self {
            Self::Kept(database) => database.replace(record, expected).await,
            Self::Memory(records) => records.save(record, expected).await,
        }
    }

    async fn versions(&self, id: &str) -> Result<Vec<Record>, String> {
        match self {
            Self::Kept(_) => files::versions(id).await,
            Self::Memory(records) => records.versions(id).await,
        }
    }

    async fn keep_version(&self, version: &Record, most: usize) -> Result<(), String> {
        match self {
            Self::Kept(_) => files::keep_version(version, most).await,
            Self::Memory(records) => records.keep_version(version, most).await,
        }
    }

    async fn delete(&self, id: &str) -> Result<(), String> {
        match self {
            Self::Kept(database) => {
                database.delete(id).await?;
                files::forget_versions(Some(id)).await
            }
            Self::Memory(records) => records.delete(id).await,
        }
    }

    async fn clear(&self) -> Result<(), String> {
        super::half_typed::forget_all();
        match self {
            Self::Kept(database) => {
                database.clear().await?;
                files::forget_versions(None).await
            }
            Self::Memory(records) => records.clear().await,
        }
    }

    fn outlives_page(&self) -> bool {
        matches!(self, Self::Kept(_))
    }
}

/// Whether the browser keeps what is stored when space is short; with `ask`, asks it to. `None` where it does not say.
pub async fn persists(ask: bool) -> Option<bool> {
    let manager = gloo::utils::window().navigator().storage();
    let answer = if ask {
        manager.persist()
    } else {
        manager.persisted()
    };
    let answer = wasm_bindgen_futures::JsFuture::from(answer.ok()?).await;
    answer.ok()?.as_bool()
}
