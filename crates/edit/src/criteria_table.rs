//! A list or a table of criteria, as it is pasted or opened: names in groups, with weights, the ends of their scales,
//! units and which way is better; and, in a whole sheet, the scores of options beside them.
//!
//! [`CriteriaTable`] takes rows of cells and says what each column seems to be, from its heading in the words that are
//! usual, or from what stands in it; a person may say otherwise. [`CriteriaTable::plan`] says what the table would do to
//! an appraisal: one [`Batch`](crate::Batch), and for each criterion whether it is new and what could not be read.

mod cells;
mod ends;
mod facts;
mod heading;
mod levels;
mod marks;
mod names;
mod plan;
mod role;
mod scores;
mod table;
#[cfg(test)]
mod tests;
mod weighting;

pub use ends::EndsFault;
pub use facts::CellFault;
pub use names::names_of;
pub use plan::{CriteriaPlan, Fate, PlannedCriterion};
pub use role::ColumnRole;
pub use table::{CriteriaTable, Existing};
pub use weighting::WeightsOf;
