//! The time.

/// Milliseconds since the start of 1970 UTC, by the clock of the machine.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole milliseconds since 1970 fit, and a clock before 1970 counts as 1970"
)]
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}
