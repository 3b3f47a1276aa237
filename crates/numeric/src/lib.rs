//! Numbers, and nothing else: sums that do not depend on how large their parts are, and small linear programs.
//!
//! Nothing here knows of appraisals. The simplex method is our own, because the same program has to give the same
//! bits natively and in a browser; `microlp` is its oracle in the tests.

#![warn(clippy::indexing_slicing)]

mod simplex;
mod sum;

pub use simplex::{Row, Sense, Solution, minimise};
pub use sum::sum;
