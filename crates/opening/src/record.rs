//! The changes that led to an appraisal, in its file when somebody asks for them.

use super::open::{CHANGES, open};
use weighbridge_edit::{Change, History};
use weighbridge_file::{self as file, OpenError};
use weighbridge_model::Appraisal;

/// Why a file with changes cannot be read.
#[derive(Debug)]
pub enum BadRecord {
    /// It is no appraisal.
    Open(OpenError),
    /// Its changes are none that this version knows.
    Changes,
}

/// The text of a file with the present of a history and, beside it, the changes that led there, the oldest first.
/// Nothing else writes changes: an appraisal that is saved as usual says nothing of who changed what.
///
/// ```
/// use std::rc::Rc;
/// use weighbridge_edit::{Change, Edit, Gesture, History};
/// use weighbridge_opening as opening;
/// let office = opening::open(br#"{"format": "weighbridge", "version": 1, "title": "Office"}"#).unwrap();
/// let mut history = History::new(Rc::new(office));
/// let edit = Edit::add_option(history.present(), "Stay");
/// history.apply(Change::from(edit).by("Chair"), Gesture::Done).unwrap();
/// let text = opening::save_with_changes(&history);
/// let (office, changes) = opening::open_with_changes(text.as_bytes()).unwrap();
/// assert_eq!((office.options.len(), changes[0].who.as_str()), (1, "Chair"));
/// ```
pub fn save_with_changes(history: &History) -> String {
    let mut appraisal = (**history.present()).clone();
    let changes: Vec<&Change> = history.changes().collect();
    // Changes are plain data with texts for keys, which is all that JSON asks for.
    appraisal.extra.take(CHANGES);
    if let Ok(text) = serde_json::to_string(&changes) {
        appraisal.extra.0.push((CHANGES.to_owned(), text));
    }
    file::save(&appraisal)
}

/// Opens a file as [`open`] does, with the changes that it holds, the oldest first; none when it holds none.
///
/// # Errors
/// As for [`open`], and when the changes are none that this version knows.
pub fn open_with_changes(bytes: &[u8]) -> Result<(Appraisal, Vec<Change>), BadRecord> {
    let mut given = file::open(bytes).map_err(BadRecord::Open)?;
    let changes = match given.extra.take(CHANGES) {
        Some(text) => serde_json::from_str(&text).map_err(|_| BadRecord::Changes)?,
        None => Vec::new(),
    };
    Ok((open(bytes).map_err(BadRecord::Open)?, changes))
}
