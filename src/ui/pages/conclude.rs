//! What follows, and what could change the answer.

mod first_places;
pub mod how_sure;
pub mod result;
mod sampling;
