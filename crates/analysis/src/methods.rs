//! Would another accepted method choose differently? The same values and weights through other
//! methods, and whether an option that comes or goes turns the order of the others.
//!
//! The kernels ([`weighted_product`], [`topsis`], [`promethee`], [`vikor`], [`borda`], [`copeland`])
//! take plain slices: a row for each option, a weight for each column in any unit, and for each
//! column whether more is better. They give nothing (`None`) when there is no option or no weight,
//! when rows differ in length, or when a number or the outcome is not finite; an answer never holds
//! NaN. A column on which all options are the same tells none apart in any of them.

mod approach;
mod columns;
mod product;
mod promethee;
mod ranks;
mod topsis;
mod vikor;

pub use approach::{
    Approach, DecisionMatrix, INDIFFERENCE, PREFERENCE, Ranked, Reversal, STRATEGY,
    additive_reversals, compare, local_scales, ranks, reversals,
};
pub use product::weighted_product;
pub use promethee::{Flows, Preference, promethee};
pub use ranks::{borda, copeland};
pub use topsis::{Normal, topsis};
pub use vikor::{Vikor, vikor};
