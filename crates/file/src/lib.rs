//! The versioned file: opening one, saving one, and every reason why one cannot be opened.
//!
//! A text becomes `serde_json`'s tree (`parse`), the tree the types of its version (`v1`, by a reader that
//! does not stop at the first thing wrong), and those the model; saving goes the same way back. Each
//! version of the format has a module of its own; opening goes through the versions in order, saving always
//! writes the newest.
//!
//! ```
//! use weighbridge_file::{open, save};
//! let text = r#"{"format": "weighbridge", "version": 1, "title": "Office",
//!   "options": [{"id": "stay", "name": "Stay"}], "ours": 1.50}"#;
//! let office = open(text.as_bytes()).unwrap();
//! assert_eq!(office.options[0].name, "Stay");
//! let saved = save(&office);
//! assert!(saved.contains("\"ours\": 1.5"), "what this version does not know is kept");
//! let error = open(br#"{"format": "weighbridge", "version": 1, "options": [{}, {"id": 5}]}"#).unwrap_err();
//! assert!(error.problems().len() > 1, "everything that is wrong is told at once");
//! ```
//!
//! Nothing here knows what follows from an appraisal, how it is changed, or of a browser.

#![deny(clippy::indexing_slicing, clippy::wildcard_enum_match_arm)]

mod error;
mod format;
mod parse;
mod place;
mod problems;
mod reader;
mod v1;
mod wrong;

pub use error::{Damage, Lookalike, OpenError, Problem};
pub use format::{FORMAT, VERSION};
pub use place::{Part, Place};
pub use problems::MAX_PROBLEMS;
pub use wrong::{BadLevel, EntryKind, Kind, Thing, ValueName, Wrong};

use crate::problems::Problems;
use serde_json::Value;
use weighbridge_model::Appraisal;

/// The largest file that is opened, in bytes.
pub const MAX_FILE: usize = 16 * 1024 * 1024;

/// Why a text of so many bytes is no file that opens; `None` when it is not too large. Whoever writes one asks first.
///
/// ```
/// assert!(weighbridge_file::too_large(weighbridge_file::MAX_FILE).is_none());
/// assert!(weighbridge_file::too_large(weighbridge_file::MAX_FILE + 1).is_some());
/// ```
pub fn too_large(bytes: usize) -> Option<OpenError> {
    let limit = MAX_FILE;
    (bytes > limit).then_some(OpenError::TooLarge { bytes, limit })
}

/// The JSON Schema of the newest file format, made from the types that files are read into.
///
/// `crates/file/schema.json` is this text; a test says when it is not, and how to renew it.
#[cfg(feature = "schema")]
pub fn schema() -> String {
    format!("{:#}\n", v1::schema())
}

/// Opens an appraisal from the bytes of a file of any released version.
///
/// # Errors
/// Says what is wrong with the file, all of it; see [`OpenError`].
///
/// ```
/// use weighbridge_file as file;
/// let text = r#"{"format": "weighbridge", "version": 1, "title": "Office",
///   "options": [{"id": "a", "name": "Addison Square"}],
///   "criteria": [{"id": "image", "name": "Image", "weight": 23}],
///   "scores": {"a": {"image": {"value": 100, "reason": "best of all seen"}}}}"#;
/// let appraisal = file::open(text.as_bytes()).unwrap();
/// assert_eq!(appraisal.frame.title, "Office");
/// assert_eq!(file::open(file::save(&appraisal).as_bytes()), Ok(appraisal));
/// ```
pub fn open(bytes: &[u8]) -> Result<Appraisal, OpenError> {
    if let Some(why) = too_large(bytes.len()) {
        return Err(why);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(OpenError::Empty);
    }
    let text = std::str::from_utf8(bytes).map_err(|e| error::not_text(bytes, &e))?;
    let (tree, repeated) = parse::parse(text).map_err(|e| error::not_json(text, &e))?;
    match tree.get("format") {
        Some(Value::String(format)) if format == FORMAT => {}
        Some(Value::String(_) | Value::Null) | None if tree.is_object() => {
            return Err(OpenError::NotAnAppraisal {
                looks_like: Some(Lookalike::OtherJson),
            });
        }
        _ => return Err(OpenError::NotAnAppraisal { looks_like: None }),
    }
    let problems = Problems::new(&tree);
    for name in &repeated {
        problems.repeated(&name.object, &name.key);
    }
    match tree.get("version").and_then(Value::as_u64) {
        Some(1) => open_v1(&tree, problems),
        Some(version @ 2..) => Err(OpenError::TooNew { version }),
        Some(0) | None => Err(OpenError::Invalid {
            problems: vec![Problem {
                place: Place(vec![Part::Field("version".to_owned())]),
                what: Wrong::Version,
            }],
            more: false,
        }),
    }
}

fn open_v1(tree: &Value, problems: Problems<'_>) -> Result<Appraisal, OpenError> {
    let file: Option<v1::Appraisal> = reader::read(tree, problems.top());
    let appraisal = file.unwrap_or_default().into_model(problems.top());
    problems.error().map_or(Ok(appraisal), Err)
}

/// The text of the newest file format for an appraisal: readable JSON that ends in a line break.
#[expect(
    clippy::expect_used,
    reason = "only a map with keys that are no texts cannot be written, and there is none; to stop would still be \
              better than to save nothing in place of a person's work"
)]
pub fn save(appraisal: &Appraisal) -> String {
    let file = v1::Appraisal::from(appraisal);
    let mut text = serde_json::to_string_pretty(&file).expect("every key is a text");
    text.push('\n');
    text
}
