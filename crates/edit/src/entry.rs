//! What people type, paste or drop, and how it reads: the one place for it.
//!
//! | what | read by |
//! | --- | --- |
//! | a number, an amount of a unit, a range | [`parse_number`], [`parse_amount`], [`parse_range`] |
//! | a score on its scale | [`parse_entry`]; with ranges [`parse_score`] |
//! | a weight | [`parse_weight`] |
//! | a date | [`parse_date`] |
//! | words that hedge an amount | [`hedged`] |
//! | rows of cells out of the clipboard or a file | [`Pasted::cells`], [`read_csv`] |
//!
//! Nothing here knows an appraisal. What is wrong is said as a value; `weighbridge_report` has its sentence.

mod amount;
mod bad;
mod date;
mod delimited;
mod hedge;
mod rows;
mod score;
mod table;
mod weight;

pub use amount::{parse_amount, parse_number, parse_range};
pub use bad::BadEntry;
pub use date::parse_date;
pub use delimited::{BYTE_ORDER_MARK, could_run, read_csv};
pub use hedge::hedged;
pub use rows::{Cells, Pasted};
pub use score::{AccountingDash, ScoreText, accounting_dash, as_typed, parse_entry, parse_score};
pub use table::table_rows;
pub use weight::{BadWeight, WeightEntry, parse_weight};
