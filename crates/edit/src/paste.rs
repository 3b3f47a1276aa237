//! A pasted table: what goes where, before anything is written.
//!
//! Names in the first row or column are addresses. What was inferred, what would be emptied and what would be left out is
//! told by the plan ([`ScorePaste`], [`WeightPaste`]), so that a person can look at it first; only then its edits are done,
//! as one change.

mod choices;
mod column;
mod layout;
mod names;
mod scores;
mod targets;
mod unknown;
mod weights;

pub use choices::{Meant, NameOf, PasteChoices, PastedContent, PastedNames, SaidName};
pub use scores::{NewCriterion, PastedCell, ScorePaste};
pub use targets::LeftOut;
pub use unknown::UnknownName;
pub use weights::{PastedWeight, WeightPaste};
