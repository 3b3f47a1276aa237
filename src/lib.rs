//! Weighbridge: options appraisal for public-service delivery models.
//!
//! The modules in the order data flows: a file is opened into the model, analysed, put into words
//! and pictures, and shown; what a person changes comes back as an edit.

pub mod analysis;
pub mod chart;
pub mod edit;
pub mod file;
pub mod model;
