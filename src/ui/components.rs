//! The parts pages are made of.

pub mod banners;
pub mod explain;
pub mod fields;
pub mod figure;
pub mod grid;
pub mod header;
pub mod outcome;
pub mod steps;
pub mod text;
