//! What an appraisal *is*: plain data whose types hold their own invariants.
//!
//! A value that exists is valid on its own: a [`RawWeight`] is never negative, a [`Finite`] never NaN, an [`OptionId`]
//! never empty. Whether an appraisal is *complete* is a question for `weighbridge_analysis`, which answers it with issues,
//! never with a failure.
//!
//! ```
//! use weighbridge_model::{
//!     Alternative, Appraisal, AppraisalId, Criterion, CriterionId, OptionId, RawWeight,
//! };
//! let mut office = Appraisal::new(AppraisalId::new("office").unwrap(), "Where should the office be?");
//! office.options_mut().push(Alternative::new(OptionId::new("stay").unwrap(), "Stay"));
//! office.criteria_mut().push(Criterion::new(CriterionId::new("rent").unwrap(), "Rent"));
//! assert_eq!(office.leaves().len(), 1);
//! assert_eq!(RawWeight::new(-1.0), None);
//! assert!(OptionId::new("").is_err());
//! ```
//!
//! Nothing here knows of files, arithmetic, words for people or browsers.

#![deny(clippy::indexing_slicing, clippy::wildcard_enum_match_arm)]

mod appraisal;
mod criterion;
mod date;
mod digits;
mod figure;
mod frame;
mod framing;
mod gateway;
mod id;
mod judgements;
mod number;
mod option;
mod perspective;
mod robustness;
mod scale;
mod scenario;
mod score;
mod scores;
mod source;
mod status;
mod voice;
mod weighting;
mod weights;

pub use appraisal::Appraisal;
pub use criterion::{Anchor, Criterion};
pub use date::{NoSuchDate, PartialDate};
pub use digits::{
    BadNumber, Written, is_currency, magnitude_zeros, narrow, plain_text, read_number,
};
pub use figure::{Amount, Figure, FigureStatus, PriceBase, Qualifier};
pub use frame::Frame;
pub use framing::{Check, CheckAnswer, Choice, ChoiceVerdict, Dimension, Overarching, Priority};
pub use gateway::{Bound, Gateway, GatewayResult, Mark, Required};
pub use id::{
    AppraisalId, BadId, CriterionId, FigureId, GatewayId, MAX_ID_LENGTH, OptionId, PriorityId,
    ScenarioId, slug,
};
pub use judgements::Judgements;
pub use number::{Finite, OutOfRange, Pence, RawWeight};
pub use option::{Alternative, Attribute, AttributeKey, Baseline, OptionStatus, RuledOut};
pub use perspective::Perspective;
pub use robustness::{Robustness, Shape, Statement};
pub use scale::{BadScale, Breakpoint, Direction, Measure, Range, Scale, ScaleKind, ScalePoint};
pub use scenario::Scenario;
pub use score::{Absence, Confidence, Entry, Score};
pub use scores::Scores;
pub use source::Source;
pub use status::Status;
pub use voice::Voice;
pub use weighting::{
    Comparison, Difference, MacbethJudgements, RankFormula, ReferencePoint, ReferencePoints,
    Weighting, WeightingMethod,
};
pub use weights::{Weight, Weights};

use serde::{Deserialize, Serialize};

/// Fields a file carried that this version does not know, kept so that saving never drops them.
///
/// Names of fields and their values as JSON texts, in the order of the file. Only `weighbridge_file`
/// reads or writes the texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extra(pub Vec<(String, String)>);

impl Extra {
    /// Takes a field out, and gives its value as a JSON text, if there is one of that name.
    pub fn take(&mut self, field: &str) -> Option<String> {
        let at = self.0.iter().position(|(name, _)| name == field)?;
        Some(self.0.remove(at).1)
    }
}

/// The largest number of options an appraisal may hold.
pub const MAX_OPTIONS: usize = 200;
/// The largest number of criteria an appraisal may hold, branches included.
pub const MAX_CRITERIA: usize = 200;
/// The largest number of scenarios an appraisal may hold.
pub const MAX_SCENARIOS: usize = 50;
/// The largest number of statements about weights.
pub const MAX_STATEMENTS: usize = 200;
/// The deepest a criteria tree may be.
pub const MAX_DEPTH: usize = 12;
/// The longest a single text may be, in bytes.
pub const MAX_TEXT: usize = 100_000;
