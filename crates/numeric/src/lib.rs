//! Numbers, and nothing else: sums that do not depend on how large their parts are, small linear programs, and
//! order by a number.
//!
//! ```
//! use weighbridge_numeric::{Row, Sense, Solution, minimise, sum};
//! assert_eq!(sum([1e16, 1.0, -1e16]), 1.0, "a plain sum says 0");
//! // The least of x + 2y where x + y is at least 3 and x at most 1.
//! let rows = [
//!     Row { coefficients: vec![1.0, 1.0], sense: Sense::AtLeast, bound: 3.0 },
//!     Row { coefficients: vec![1.0, 0.0], sense: Sense::AtMost, bound: 1.0 },
//! ];
//! let Solution::Optimal { objective, .. } = minimise(&[1.0, 2.0], &rows) else { panic!() };
//! assert_eq!(objective, 5.0);
//! ```
//!
//! Nothing here knows of appraisals, and there are no dependencies. The simplex method is our own, because the same
//! program has to give the same bits natively and in a browser; `microlp` is its oracle in the tests.

#![deny(clippy::indexing_slicing, clippy::wildcard_enum_match_arm)]

mod order;
mod simplex;
mod sum;

pub use order::{ascending, descending, sort_ascending, sort_by, sort_descending};
pub use simplex::{Row, Sense, Solution, minimise};
pub use sum::sum;
