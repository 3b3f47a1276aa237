//! A few calls of IndexedDB as futures, and the records in it.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbObjectStore, IdbRequest, IdbTransactionMode};
use weighbridge_state::{Record, SaveError};

/// The same names as in `recover.js`.
const DATABASE: &str = "weighbridge";
const STORE: &str = "appraisals";

/// An open database.
pub struct Database(IdbDatabase);

impl Database {
    /// Opens the database of appraisals, making it when it is not there.
    ///
    /// # Errors
    /// The browser's words, when it allows no storage.
    pub(super) async fn open() -> Result<Self, String> {
        let opened = Self::open_with(DATABASE, &[STORE]).await?;
        let store = opened.store(STORE, IdbTransactionMode::Readonly);
        store.map_err(|error| words(&error))?;
        Ok(opened)
    }

    /// Opens a database, making it when it is not there, with these stores of objects that have an `id`.
    ///
    /// # Errors
    /// The browser's words, when it allows no storage.
    pub(super) async fn open_with(
        name: &str,
        stores: &'static [&'static str],
    ) -> Result<Self, String> {
        let words = |error: JsValue| words(&error);
        let factory = gloo::utils::window()
            .indexed_db()
            .map_err(words)?
            .ok_or("this browser has no storage")?;
        let request = factory.open_with_u32(name, 1).map_err(words)?;
        let opening = request.clone();
        let upgrade = Closure::once_into_js(move || {
            if let Ok(database) = opening.result()
                && let Ok(parameters) = store_parameters()
            {
                let database: IdbDatabase = database.unchecked_into();
                for store in stores {
                    // When this fails the database has no store, and reading says so.
                    let _ =
                        database.create_object_store_with_optional_parameters(store, &parameters);
                }
            }
        });
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let database = finished(&request).await.map_err(words)?;
        let database: IdbDatabase = database.unchecked_into();
        // A newer version of the tool in another tab may change the database: let it.
        let closing = database.clone();
        let close = Closure::once_into_js(move || closing.close());
        database.set_onversionchange(Some(close.unchecked_ref()));
        Ok(Self(database))
    }

    pub(super) fn store(
        &self,
        name: &str,
        mode: IdbTransactionMode,
    ) -> Result<IdbObjectStore, JsValue> {
        let transaction = self.0.transaction_with_str_and_mode(name, mode)?;
        transaction.object_store(name)
    }

    pub(super) async fn all(&self) -> Result<Vec<Record>, String> {
        let all = async {
            let request = self.store(STORE, IdbTransactionMode::Readonly)?.get_all()?;
            let list: js_sys::Array = finished(&request).await?.unchecked_into();
            Ok(list.iter().filter_map(|value| from_js(&value)).collect())
        };
        all.await.map_err(|error| words(&error))
    }

    pub(super) async fn get(&self, id: &str) -> Result<Option<Record>, String> {
        let one = async {
            let store = self.store(STORE, IdbTransactionMode::Readonly)?;
            Ok(from_js(&finished(&store.get(&id.into())?).await?))
        };
        one.await.map_err(|error| words(&error))
    }

    pub(super) async fn delete(&self, id: &str) -> Result<(), String> {
        let id = id.into();
        self.change(|store| store.delete(&id)).await
    }

    pub(super) async fn clear(&self) -> Result<(), String> {
        self.change(IdbObjectStore::clear).await
    }

    /// Does one thing in a transaction of its own.
    async fn change(
        &self,
        change: impl FnOnce(&IdbObjectStore) -> Result<IdbRequest, JsValue>,
    ) -> Result<(), String> {
        let done = async {
            let store = self.store(STORE, IdbTransactionMode::Readwrite)?;
            finished(&change(&store)?).await?;
            committed(&store).await
        };
        done.await.map_err(|error| words(&error))
    }

    /// Compares and writes in one transaction, so that no other tab comes between.
    pub(super) async fn replace(&self, record: &Record, expected: u64) -> Result<(), SaveError> {
        let refused = |error: JsValue| refusal(&error);
        let store = self
            .store(STORE, IdbTransactionMode::Readwrite)
            .map_err(refused)?;
        let request = store.get(&record.id.as_str().into()).map_err(refused)?;
        let there = from_js(&finished(&request).await.map_err(refused)?);
        let revision = there.map_or(0, |r| r.revision);
        if revision != expected {
            return Err(SaveError::ChangedElsewhere(revision));
        }
        let value = to_js(record).map_err(refused)?;
        let request = store.put(&value).map_err(refused)?;
        finished(&request).await.map_err(refused)?;
        committed(&store).await.map_err(refused)
    }
}

fn store_parameters() -> Result<web_sys::IdbObjectStoreParameters, JsValue> {
    let parameters = Object::new();
    Reflect::set(&parameters, &"keyPath".into(), &"id".into())?;
    Ok(parameters.unchecked_into())
}

/// The result of a request, once it is there.
pub(super) async fn finished(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let waiting = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(waiting).await {
        Ok(_) => request.result(),
        Err(event) => Err(request
            .error()
            .ok()
            .flatten()
            .map_or(event, |exception: DomException| exception.into())),
    }
}

/// Waits until a transaction is on its way to the disk.
pub(super) async fn committed(store: &IdbObjectStore) -> Result<(), JsValue> {
    let transaction = store.transaction();
    let waiting = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    JsFuture::from(waiting).await.map(|_| ()).map_err(|event| {
        let error = transaction.error();
        error.map_or(event, Into::into)
    })
}

pub(super) fn to_js(record: &Record) -> Result<JsValue, JsValue> {
    #[expect(clippy::cast_precision_loss, reason = "nobody saves 2^53 times")]
    let revision = record.revision as f64;
    let object = Object::new();
    Reflect::set(&object, &"id".into(), &record.id.as_str().into())?;
    Reflect::set(&object, &"title".into(), &record.title.as_str().into())?;
    Reflect::set(&object, &"text".into(), &record.text.as_str().into())?;
    Reflect::set(&object, &"revision".into(), &revision.into())?;
    Reflect::set(&object, &"saved".into(), &record.saved.into())?;
    Ok(object.into())
}

pub(super) fn from_js(value: &JsValue) -> Option<Record> {
    let field = |name: &str| Reflect::get(value, &name.into()).ok();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "written by this module from a u64"
    )]
    let revision = field("revision")?.as_f64()? as u64;
    Some(Record {
        id: field("id")?.as_string()?,
        title: field("title")?.as_string()?,
        text: field("text")?.as_string()?,
        revision,
        saved: field("saved")?.as_f64().unwrap_or(0.0),
    })
}

pub(super) fn words(error: &JsValue) -> String {
    let exception = error.dyn_ref::<DomException>();
    // What browsers say of it is of calls and connections, and helps nobody.
    if exception.is_some_and(|found| found.name() == "InvalidStateError") {
        return "another page closed or deleted its storage, which opens again with a reload"
            .to_owned();
    }
    exception
        .map(DomException::message)
        .filter(|m| !m.is_empty())
        .unwrap_or_else(|| "the browser gave no reason".to_owned())
}

fn refusal(error: &JsValue) -> SaveError {
    let name = error.dyn_ref::<DomException>().map(DomException::name);
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" | "QUOTA_EXCEEDED_ERR") => {
            SaveError::Full
        }
        _ => SaveError::Refused(words(error)),
    }
}
