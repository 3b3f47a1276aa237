//! What follows, and what could change the answer.

pub mod briefing;
mod first_places;
pub mod how_sure;
pub mod result;
mod sampling;
