//! Weighbridge: options appraisal for public-service delivery models.
//!
//! The modules in the order data flows: a file is opened into the model, analysed, put into words
//! and pictures, and shown; what a person changes comes back as an edit.

pub mod analysis;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod chart;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod column;
pub mod edit;
pub mod elicit;
pub mod file;
pub mod json;
pub mod library;
pub mod model;
pub mod opening;
pub mod order;
pub mod report;
#[cfg(target_arch = "wasm32")]
pub mod ui;
