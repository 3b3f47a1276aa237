//! What things are called, and why something is refused: the words for every value of the crates below that a person
//! is shown. What an analysis found is told by the modules beside this one, from its own values.
//!
//! What people type or paste is not here: `weighbridge_edit` reads it with tables of its own, and the names of a file are
//! those of `weighbridge_file`.

mod deed;
mod edits;
mod glossary;
pub mod help;
mod mistyped;
mod named;
mod notices;
mod opening;
pub mod pages;
mod parts;
mod paste_label;
mod prompts;
mod refusals;
mod sentence;
pub mod settings;

pub use edits::{edit_done, edit_label, redo_label, redone, undo_label, undone};
pub use glossary::Term;
pub use mistyped::Mistyped;
pub use named::Named;
pub use notices::{
    Age, COPY, DiskRefusal, FROM_A_CLOSED_TAB, Message, OPEN_FROM_DISK, SAVE_OVER_IT,
    TOTALS_HIDDEN, TRY_AGAIN, UNDO,
};
pub use opening::{open_hint, open_summary, place, problem, wrong};
pub use parts::{CATEGORIES, attribute, category, date, off_scale};
pub use prompts::{SUCCESS_FACTORS, attribute_question, check_question, choice_question};
pub use refusals::{amount_refused, number_refused};
pub use sentence::Sentence;
