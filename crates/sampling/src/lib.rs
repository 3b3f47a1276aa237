//! How often each option comes where, when weights and scores are uncertain.
//!
//! Stochastic multicriteria acceptability analysis (SMAA-2: Lahdelma and Salminen, *Operations
//! Research* 49, 2001; the sampling: Tervonen and Lahdelma, *European Journal of Operational
//! Research* 178, 2007) for the additive model: the total of an option is the sum of weight times
//! score, more is better, and the highest total ranks first. Plain numbers in and out: options and
//! criteria are counted from 0, weights are shares that add up to 1, scores are in any unit that all
//! criteria share (usually 0 to 100), probabilities are 0 to 1.
//!
//! A [`Problem`] says what is uncertain and is checked when it is made; an [`Engine`] samples it, in
//! slices of any size, and tells what came of it so far as an [`Outcome`]; [`exact_pairwise`] needs
//! no sampling where a closed form exists.
//!
//! The same seed gives the same bits on every machine, however the run is sliced: there are always
//! sixteen streams of samples, the arithmetic is IEEE without fused operations, and logarithms and
//! exponentials are libm's.
//!
//! ```
//! use weighbridge_sampling::{Engine, Problem, Rule, Wanted};
//! // Three options, each the best on one of three criteria: by symmetry each is first for a third
//! // of all weights.
//! let scores = [100.0, 0.0, 0.0, 0.0, 100.0, 0.0, 0.0, 0.0, 100.0];
//! let problem = Problem::flat(3, 3, &scores, Rule::Any).unwrap();
//! let mut engine = Engine::new(&problem, 1, Wanted::ALL);
//! engine.advance(10_000);
//! let outcome = engine.outcome();
//! assert!((outcome.rank(0, 0) - 1.0 / 3.0).abs() < 0.01);
//! let central = outcome.central(0).unwrap();
//! assert!((central[0] - 11.0 / 18.0).abs() < 0.01, "(1 + 1/2 + 1/3) / 3");
//! ```

#![deny(clippy::indexing_slicing, clippy::wildcard_enum_match_arm)]

mod alike;
mod amounts;
mod confidence;
mod distribution;
mod engine;
mod exact;
mod lanes;
mod network;
mod outcome;
mod pair;
mod place;
mod polytope;
mod problem;
mod rows;
mod scalar;
mod sobol;
mod source;
mod streams;
mod tables;
mod tally;

pub use amounts::{Amounts, Ends};
pub use confidence::Confidence;
pub use distribution::Score;
pub use engine::{Engine, Spread, confidence};
pub use exact::exact_pairwise;
pub use outcome::{Drawn, Estimate, Mixing, Outcome};
pub use polytope::Statement;
pub use problem::{Branch, Fault, Member, Problem, Rule};
pub use tally::Wanted;

/// Totals closer than this are ties, in the unit of the scores.
pub const TIE: f64 = 1e-9;

/// How many streams of samples there are, on every machine. Counts of samples are multiples of it.
pub const STREAMS: usize = 16;
