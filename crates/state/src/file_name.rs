//! What files are called.

/// A file name from a title: readable, and safe on every system.
///
/// ```
/// assert_eq!(weighbridge_state::file_name("Early help: 2025/26"), "early-help-2025-26.weighbridge.json");
/// ```
pub fn file_name(title: &str) -> String {
    format!("{}.weighbridge.json", file_stem(title))
}

/// A title as the start of a file name.
pub fn file_stem(title: &str) -> String {
    weighbridge_model::slug(title, "appraisal", |_| false)
}
