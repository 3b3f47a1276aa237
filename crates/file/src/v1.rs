//! Version 1 of the file format; `schema.json` describes it field by field.

mod framing;
mod gateway;
mod judgements;
mod read;
mod robustness;
mod scenarios;
mod write;

pub(super) use read::to_model;
pub(super) use write::from_model;
