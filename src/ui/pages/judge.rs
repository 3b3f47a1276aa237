//! How much each criterion counts, and how good each option is.

pub mod scores;
pub mod weights;
