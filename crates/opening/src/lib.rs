//! Opening an appraisal to work with it, which is more than reading its file: weights follow from judgements where a file
//! gives none, changes that a file carries become a history, and the examples of the [`library`] are here.
//!
//! ```
//! use weighbridge_opening::library;
//! let birmingham = library::entry("birmingham-2013").unwrap().open().unwrap();
//! assert_eq!(birmingham.frame.body, "Birmingham City Council cabinet");
//! ```
//!
//! Nothing here knows of a browser or of what a person is shown.

pub mod library;
mod open;
mod record;

pub use open::open;
pub use record::{BadRecord, open_with_changes, save_with_changes};
