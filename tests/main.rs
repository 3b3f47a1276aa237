//! The native tests, in one binary: worked examples, files, properties, the command line, charts,
//! and the rules of the house.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::float_cmp,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a test fails by panicking, and often means exact numbers"
)]

mod bits;
mod changes;
mod charts;
mod classes;
mod csv;
mod edits;
mod elicit;
mod every;
mod files;
mod findings;
mod flips;
mod format_page;
mod framing;
mod golden;
mod judged;
mod map;
mod methods;
mod numbers;
mod problems;
mod properties;
mod random;
mod refute;
mod replay;
mod results;
mod robustness;
mod same_bits;
mod scenarios;
mod schema;
mod statements;
mod structure;
mod support;
mod tidy;
mod tried;
mod vocabulary;
mod voices;
mod weighing;
mod words;
