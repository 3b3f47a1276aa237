//! How often each option comes where, when weights and scores are not known exactly.
//!
//! This module says what is uncertain of an appraisal; the `weighbridge-sampling` package draws the
//! samples. `docs/robustness.md` has the methods, and what the numbers mean.

mod assumption;
mod chance;
mod dots;
mod odd;
mod order;
mod problem;
mod reach;
mod run;
mod shares;
mod tree;
mod uncertain;

pub use assumption::{Assumption, Reason};
pub use chance::Chance;
pub use dots::{DOTS, FirstPlaces, first_places};
pub(super) use odd::collect as odd;
pub use order::WeightOrder;
pub use problem::Problem;
pub use run::{Run, Spread, Sureness};
pub use shares::{Leading, first_share, pair_share, rank_share};
pub use weighbridge_sampling::{Drawn, Estimate, Mixing, Outcome};
