//! Opening an appraisal to work with it, which is more than reading its file.

pub mod library;
mod open;
mod record;

pub use open::open;
pub use record::{BadRecord, open_with_changes, save_with_changes};
