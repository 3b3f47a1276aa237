//! How a file says what it is.

/// The value of `format` in every appraisal file.
pub const FORMAT: &str = "weighbridge";
/// The newest version of the format, which saving writes.
pub const VERSION: u64 = 1;
