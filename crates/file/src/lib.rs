//! The versioned file: opening one, saving one, and every reason why one cannot be opened.
//!
//! A file is read into a tree ([`Json`]), once, and the model from the tree; serde is used in here
//! and nowhere else. Each version of the format has a module of its own; opening goes through the
//! versions in order, saving always writes the newest.

#![warn(clippy::indexing_slicing)]

mod error;
mod fields;
pub mod json;
mod parse;
mod v1;
mod words;

pub use error::OpenError;

use crate::json::Json;
use weighbridge_model::Appraisal;

/// The value of `format` in every appraisal file.
pub const FORMAT: &str = "weighbridge";
/// The newest version of the format, which saving writes.
pub const VERSION: u64 = 1;
/// The largest file that is opened, in bytes.
pub const MAX_FILE: usize = 16 * 1024 * 1024;

/// The JSON Schema of the newest file format.
#[cfg(not(target_arch = "wasm32"))]
pub fn schema() -> String {
    include_str!("schema.json").to_owned()
}

/// Opens an appraisal from the bytes of a file of any released version.
///
/// # Errors
/// Says what is wrong with the file and what to do; see [`OpenError`].
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
    if bytes.len() > MAX_FILE {
        return Err(OpenError::TooLarge {
            bytes: bytes.len(),
            limit: MAX_FILE,
        });
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(OpenError::Empty);
    }
    let text = std::str::from_utf8(bytes).map_err(|e| error::not_text(bytes, &e))?;
    let tree = parse::parse(text).map_err(|e| error::not_json(text, &e))?;
    match tree.get("format") {
        Some(Json::Text(format)) if format == FORMAT => {}
        Some(Json::Text(_) | Json::Null) | None if matches!(tree, Json::Object(_)) => {
            return Err(OpenError::NotAnAppraisal {
                looks_like: Some("a JSON file of another program"),
            });
        }
        _ => return Err(OpenError::NotAnAppraisal { looks_like: None }),
    }
    match tree.get("version") {
        Some(Json::Whole(1)) => v1::to_model(tree),
        Some(Json::Whole(newer @ 2..)) => Err(OpenError::TooNew {
            version: newer.unsigned_abs(),
        }),
        Some(Json::Large(newer)) => Err(OpenError::TooNew { version: *newer }),
        _ => Err(OpenError::Invalid {
            place: "version".to_owned(),
            what: "it should be the whole number 1".to_owned(),
        }),
    }
}

/// The text of the newest file format for an appraisal: readable JSON that ends in a line break.
pub fn save(appraisal: &Appraisal) -> String {
    let mut text = v1::from_model(appraisal).pretty();
    text.push('\n');
    text
}
