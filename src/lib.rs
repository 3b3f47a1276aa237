//! The app: what a browser runs, and the only code that names Yew or the browser.
//!
//! Everything else is in the crates below `crates/`, which know of no browser and are tested natively.

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod ui;
