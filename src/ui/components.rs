//! The parts pages are made of.

pub mod banners;
pub mod data_table;
pub mod differences;
pub mod disclosure;
pub mod draft;
pub mod edits;
pub mod explain;
pub mod fields;
pub mod figure;
mod fitting;
pub mod grid;
pub mod header;
pub mod judging;
pub mod line;
pub mod order;
pub mod outcome;
pub mod plain;
pub mod radios;
pub mod range;
pub mod reasons;
pub mod save_problem;
pub mod saving;
pub mod sideways;
pub mod slider;
pub mod steps;
pub mod text;
pub mod versions;
