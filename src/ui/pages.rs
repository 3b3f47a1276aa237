//! The pages, one file each.

pub mod criteria;
pub mod how_sure;
pub mod library;
pub mod options;
pub mod privacy;
pub mod question;
pub mod result;
pub mod scores;
pub mod weights;
