//! The versioned file: opening one, saving one, and every reason why one cannot be opened.
//!
//! The types that serde sees live in here and nowhere else. Each version of the format has a module
//! of its own; opening goes through the versions in order, saving always writes the newest.

mod error;
mod ordered;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
mod score;
mod v1;

pub use error::OpenError;
#[cfg(not(target_arch = "wasm32"))]
pub use schema::schema;

use crate::model::Appraisal;
use serde::Deserialize;

/// The value of `format` in every appraisal file.
pub const FORMAT: &str = "weighbridge";
/// The newest version of the format, which saving writes.
pub const VERSION: u64 = 1;
/// The largest file that is opened, in bytes.
pub const MAX_FILE: usize = 16 * 1024 * 1024;

/// The part of a file that says what it is.
#[derive(Deserialize)]
struct Header {
    format: Option<String>,
    version: Option<serde_json::Value>,
}

/// Opens an appraisal from the bytes of a file of any released version.
///
/// # Errors
/// Says what is wrong with the file and what to do; see [`OpenError`].
///
/// ```
/// use weighbridge::file;
/// let text = r#"{"format": "weighbridge", "version": 1, "title": "Office",
///   "options": [{"id": "a", "name": "Addison Square"}],
///   "criteria": [{"id": "image", "name": "Image", "weight": 23}],
///   "scores": {"a": {"image": {"value": 100, "reason": "best of all seen"}}}}"#;
/// let appraisal = file::open(text.as_bytes()).unwrap();
/// assert_eq!(appraisal.title, "Office");
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
    let header: Header = serde_json::from_str(text).map_err(|e| error::not_json(text, &e))?;
    if header.format.as_deref() != Some(FORMAT) {
        return Err(OpenError::NotAnAppraisal {
            looks_like: Some("a JSON file of another program"),
        });
    }
    match header.version.as_ref().and_then(serde_json::Value::as_u64) {
        Some(1) => {
            let read: v1::Appraisal = serde_json::from_str(text).map_err(error::bad_field)?;
            v1::to_model(read)
        }
        Some(newer) if newer > VERSION => Err(OpenError::TooNew { version: newer }),
        _ => Err(OpenError::Invalid {
            place: "version".to_owned(),
            what: format!("it should be a whole number from 1 to {VERSION}"),
        }),
    }
}

/// The text of the newest file format for an appraisal: readable JSON that ends in a line break.
#[expect(
    clippy::expect_used,
    reason = "writing to memory cannot fail: every key is a text and every number finite"
)]
pub fn save(appraisal: &Appraisal) -> String {
    let mut text = serde_json::to_string_pretty(&v1::from_model(appraisal))
        .expect("an appraisal can always be written as JSON");
    text.push('\n');
    text
}
