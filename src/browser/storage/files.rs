//! What is kept of files that appraisals are saved to: which file it is, and the versions of it.
//!
//! They have a database of their own: that of the appraisals stays as it is, so that an older copy of the tool can open it.

use super::database::{Database, committed, finished, from_js, to_js, words};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{IdbObjectStore, IdbRequest, IdbTransactionMode};
use weighbridge_state::Record;

const DATABASE: &str = "weighbridge-files";

/// The stores of the database: `{id, handle, known}`, and `{id, versions}`, the oldest first.
const STORES: [&str; 2] = [LINKS, VERSIONS];
const LINKS: &str = "links";
const VERSIONS: &str = "versions";

/// A file on disk, as the browser knows it, with the digest of what was last seen in it.
pub struct Link {
    /// The browser's handle.
    pub handle: JsValue,
    /// The digest; `None` when nothing was seen in it yet.
    pub known: Option<u64>,
}

async fn open() -> Result<Database, String> {
    Database::open_with(DATABASE, &STORES).await
}

async fn get(store: &IdbObjectStore, id: &str) -> Result<JsValue, JsValue> {
    finished(&store.get(&id.into())?).await
}

fn field(object: &JsValue, name: &str) -> Option<JsValue> {
    let there = object
        .is_object()
        .then(|| Reflect::get(object, &name.into()).ok());
    there.flatten().filter(|value| !value.is_undefined())
}

fn object(id: &str, name: &str, value: &JsValue) -> Result<Object, JsValue> {
    let object = Object::new();
    Reflect::set(&object, &"id".into(), &id.into())?;
    Reflect::set(&object, &name.into(), value)?;
    Ok(object)
}

/// The file that an appraisal is saved to, if one is known.
pub async fn link(id: &str) -> Option<Link> {
    let database = open().await.ok()?;
    let store = database.store(LINKS, IdbTransactionMode::Readonly).ok()?;
    let found = get(&store, id).await.ok()?;
    let known = field(&found, "known").and_then(|known| known.as_string());
    Some(Link {
        handle: field(&found, "handle")?,
        // A number of 64 bits, which JavaScript's cannot hold.
        known: known.and_then(|known| u64::from_str_radix(&known, 16).ok()),
    })
}

/// Remembers the file that an appraisal is saved to.
///
/// # Errors
/// The browser's words.
pub async fn keep_link(id: &str, link: &Link) -> Result<(), String> {
    let database = open().await?;
    let keep = async {
        let object = object(id, "handle", &link.handle)?;
        if let Some(known) = link.known {
            let known = format!("{known:x}");
            Reflect::set(&object, &"known".into(), &known.into())?;
        }
        change(&database, LINKS, |store| store.put(&object)).await
    };
    keep.await.map_err(|error| words(&error))
}

/// Does one thing in a transaction of its own.
async fn change(
    database: &Database,
    name: &str,
    change: impl FnOnce(&IdbObjectStore) -> Result<IdbRequest, JsValue>,
) -> Result<(), JsValue> {
    let store = database.store(name, IdbTransactionMode::Readwrite)?;
    finished(&change(&store)?).await?;
    committed(&store).await
}

/// Forgets the file that an appraisal is saved to, or all.
///
/// # Errors
/// The browser's words.
pub async fn forget_link(id: Option<&str>) -> Result<(), String> {
    forget(LINKS, id).await
}

/// Forgets the versions of an appraisal, or all.
///
/// # Errors
/// The browser's words.
pub async fn forget_versions(id: Option<&str>) -> Result<(), String> {
    forget(VERSIONS, id).await
}

async fn forget(name: &str, id: Option<&str>) -> Result<(), String> {
    let database = open().await?;
    let forgotten = change(&database, name, |store| match id {
        Some(id) => store.delete(&id.into()),
        None => store.clear(),
    });
    forgotten.await.map_err(|error| words(&error))
}

/// The versions of the file of an appraisal, the oldest first.
///
/// # Errors
/// The browser's words.
pub async fn versions(id: &str) -> Result<Vec<Record>, String> {
    let database = open().await?;
    let read = async {
        let store = database.store(VERSIONS, IdbTransactionMode::Readonly)?;
        Ok(list(&get(&store, id).await?))
    };
    let read = read.await.map_err(|error: JsValue| words(&error))?;
    Ok(read.iter().filter_map(|one| from_js(&one)).collect())
}

fn list(found: &JsValue) -> Array {
    let versions = field(found, "versions");
    versions.map_or_else(Array::new, |versions| Array::from(&versions))
}

/// Keeps a version, and forgets the oldest beyond `most`; in one transaction, so that no other tab comes between.
///
/// # Errors
/// The browser's words.
pub async fn keep_version(version: &Record, most: usize) -> Result<(), String> {
    let database = open().await?;
    let keep = async {
        let store = database.store(VERSIONS, IdbTransactionMode::Readwrite)?;
        let versions = list(&get(&store, &version.id).await?);
        versions.push(&to_js(version)?);
        while versions.length() as usize > most {
            versions.shift();
        }
        let request = store.put(&object(&version.id, "versions", &versions)?.into())?;
        finished(&request).await?;
        committed(&store).await
    };
    keep.await.map_err(|error| words(&error))
}
