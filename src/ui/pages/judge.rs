//! How much each criterion counts, and how good each option is.

mod optional_choice;
mod paste_look;
pub mod scores;
pub mod weights;
