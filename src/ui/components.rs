//! The parts pages are made of.

pub mod banners;
pub mod fields;
pub mod header;
pub mod outcome;
pub mod steps;
pub mod text;
