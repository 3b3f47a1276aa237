//! What happens as one weight goes from nothing to everything.

mod bundle;
mod envelope;
mod weights;

pub use bundle::{Flip, Line, Segment};
pub(crate) use weights::{Others, others};
pub use weights::{Share, Stability, WeightLines, stability, weight_lines, weight_lines_of};
