//! What follows, and what could change the answer.

pub mod how_sure;
pub mod result;
