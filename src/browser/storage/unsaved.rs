//! What is not in the database yet: a second copy, written at once.
//!
//! A save of IndexedDB takes a moment, and a page that is closed or loaded again does not get one:
//! the browser drops what has not been written. `localStorage` is written before the call returns.
//! So every change is held there until the database has it, and what is found there by the next
//! start is what a closed page could not save.

use crate::browser::tabs::TAB;

/// Each key goes on with the tab and the id of the appraisal.
const PREFIX: &str = "weighbridge.unsaved.";

/// A held copy.
pub struct Held {
    key: String,
    /// The revision in the database that it was made from.
    pub revision: u64,
    /// The digest of a text that was being saved when it was made, and may have been or not.
    pub on_its_way: u64,
    /// The text of the file.
    pub text: String,
}

/// Where a browser allows nothing to be held, the database has to be quick enough.
fn place() -> Option<web_sys::Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}

fn key(id: &str) -> String {
    TAB.with(|tab| format!("{PREFIX}{tab}.{id}"))
}

/// Holds the text of an appraisal that is to replace a revision, or what is on its way there.
pub fn hold(id: &str, text: &str, revision: u64, on_its_way: u64) {
    if let Some(place) = place() {
        // No room is no harm: the database may have some.
        let _ = place.set_item(&key(id), &format!("{revision} {on_its_way} {text}"));
    }
}

/// The database has what this tab held of an appraisal, or nobody wants it any more.
pub fn release(id: &str) {
    if let Some(place) = place() {
        let _ = place.remove_item(&key(id));
    }
}

/// Everything held, by any tab.
pub fn held() -> Vec<Held> {
    let Some(place) = place() else {
        return Vec::new();
    };
    let keys = (0..place.length().unwrap_or(0)).filter_map(|at| place.key(at).ok().flatten());
    let read = |key: String| {
        let held = place
            .get_item(key.strip_prefix(PREFIX).map(|_| &*key)?)
            .ok()??;
        let mut parts = held.splitn(3, ' ');
        Some(Held {
            revision: parts.next()?.parse().ok()?,
            on_its_way: parts.next()?.parse().ok()?,
            text: parts.next()?.to_owned(),
            key,
        })
    };
    keys.filter_map(read).collect()
}

impl Held {
    /// It is kept, or has no use.
    pub fn release(&self) {
        if let Some(place) = place() {
            let _ = place.remove_item(&self.key);
        }
    }

    /// The id of the appraisal.
    pub fn id(&self) -> &str {
        let rest = self.key.get(PREFIX.len()..).unwrap_or_default();
        rest.split_once('.').map_or("", |(_, id)| id)
    }
}

/// A number that tells texts apart (FNV-1a); never 0, which stands for no text.
pub fn digest(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step).max(1)
}
