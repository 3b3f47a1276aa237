//! Charts: well-formed, legible at every width, the same bytes as before, in colours people can see.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed test is the message"
)]

mod examples;
mod legible;
mod many;
mod palette;
mod snapshots;
mod structure;
mod unsure;
