//! How much each criterion counts, and how good each option is.

mod paste_look;
pub mod scores;
pub mod weights;
