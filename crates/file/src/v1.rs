//! Version 1 of the file format: the types that a file is read into and written from, a section in each
//! file, with what turns them into the model and back.
//!
//! The types say what a file has and in which order it is written; `schema.json` is made from them.
//! What a type cannot say is a rule, checked on the way to the model.

mod appraisal;
mod common;
mod criteria;
mod frame;
mod framing;
mod gateways;
mod judgements;
mod options;
mod robustness;
mod scales;
mod scenarios;
#[cfg(feature = "schema")]
mod schema;
mod scores;

pub(crate) use appraisal::Appraisal;

/// The schema of a file of this version.
#[cfg(feature = "schema")]
pub(crate) fn schema() -> serde_json::Value {
    schema::of::<Appraisal>()
}
