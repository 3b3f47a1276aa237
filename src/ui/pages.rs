//! The pages, one file each, those of an appraisal by the stage of the work.

pub mod conclude;
pub mod help;
pub mod judge;
pub mod library;
pub mod opened_sheet;
pub mod privacy;
pub mod set_up;
