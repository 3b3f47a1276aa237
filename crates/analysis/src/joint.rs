//! The smallest changes of several weights or scores at once that change the leader, and whether
//! any weights at all put an option first.

mod first;
mod printed;
mod scores;
mod weights;

pub use first::First;
pub use scores::{JointScores, PrintedScore, joint_scores};
pub use weights::{JointWeights, Potential, joint_weights, potential};
