//! The rules of the app, tried on a store that fails, stalls, reorders and loses, and on a journal that hands over late.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::float_cmp,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a test fails by panicking"
)]

mod answers;
mod carried;
mod document;
mod drafts;
mod faults;
mod filing;
mod lab;
mod originals;
mod pages;
mod random;
mod requests;
mod saving;
mod scoring;
mod settings;
mod sheets;
mod started;
mod store;
