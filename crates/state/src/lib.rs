//! What is open and what happens to it: the rules of the app, without a browser.
//!
//! A [`Session`] is one tab. It holds the [`State`], which changes only by an [`Action`] or a [`DocumentAction`], and the
//! change itself is pure. What takes time is a [`Request`], which waits in the state until it is carried out: opening and
//! copying, deleting and putting back, and taking up what a closed page could not save. After every finished change the
//! session saves the open appraisal, one save at a time and the newest last, and never over what another tab has done.
//!
//! The session knows nothing of screens, of Yew or of a browser. What it needs of the world is a [`Platform`]: a
//! [`Store`] that may be slow and may fail, a [`Journal`](journal::Journal) that is written at once, and a [`Disk`] whose
//! files may be written again. The app has IndexedDB, `localStorage` and the File System Access API behind them; the tests have ones that fail, stall, reorder and lose.
//!
//! ```
//! use weighbridge_opening::library;
//! use weighbridge_state::{Action, DocumentAction, Page, Route, State};
//! use std::rc::Rc;
//!
//! let state = State::new(Route::Library).after(Action::Go(Route::of("office-location", Page::Weights)));
//! assert!(state.shown().is_none());
//! let office = library::entry("office-location").unwrap().open().unwrap();
//! let state = state.after_document(DocumentAction::Opened(Rc::new(office), 0));
//! assert_eq!(state.shown().unwrap().revision, 0);
//! ```

#![deny(clippy::wildcard_enum_match_arm)]

mod answers;
mod autosave;
mod disk;
mod document;
mod drafts;
mod file_name;
mod filing;
pub mod journal;
mod notice;
mod originals;
mod page;
pub mod progress;
mod recovery;
mod route;
pub mod sampling;
mod saver;
mod scales;
mod scoring;
mod session;
mod settings;
mod sheet;
mod shelf;
mod signal;
mod state;
mod store;
mod totals;
mod workspace;

pub use disk::{Disk, DiskError, LinkedFile, OpenedFile, Overwrite};
pub use document::{Document, DocumentCommand, Effect, Said, SaveProblem, Way};
pub use drafts::Drafts;
pub use file_name::{file_name, file_stem};
pub use filing::VERSIONS;
pub use notice::{Answer, Notice};
pub use page::{Group, Page};
pub use route::Route;
pub use scales::{copy_scale, could_get_scale, give_scale};
pub use scoring::{
    Begin, CellPosition, NotEntered, RefusedText, RefusedTexts, ScoreKey, Scoring, ScoringStep,
};
pub use session::{Carried, Platform, Session};
pub use settings::{Settings, TextSize, Theme, decimals_name};
pub use sheet::Sheet;
pub use shelf::{Kept, Shelf, Summary};
pub use state::{Action, ChosenFile, DocumentAction, Filed, Request, State};
pub use store::{MemoryStore, Record, SaveError, Store};
