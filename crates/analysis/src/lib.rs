//! What follows from an appraisal: pure functions that cannot fail.
//!
//! [`analyse`] prepares everything a page or a report needs: normalised weights, values, totals,
//! ranks, dominance, the verdict, and a list of [`Issue`]s that says what is missing or odd.
//! [`weight_lines`] adds what happens as one weight goes from nothing to everything, and
//! [`score_flips`] what one score would have to be for another option to come first, [`tornado`]
//! what moves the lead most, [`joint_weights`] and [`joint_scores`] the smallest changes of several
//! at once, [`potential`] whether any weights at all put an option first, and [`methods`] what other
//! accepted methods make of the same values. [`outlooks`] does all this for each scenario. A [`Run`]
//! says how often each option comes where, when weights and scores are not known.
//!
//! The model is additive: the value of an option is the sum over leaves of cumulative weight times
//! value. Sources: DCLG, *Multi-criteria analysis: a manual* (2009), chapters 5 and 6; Goodwin and
//! Wright, *Decision Analysis for Management Judgment*, chapter 3.
//!
//! ```
//! use weighbridge_analysis::{Total, analyse};
//! use weighbridge_file::open;
//! let office = open(br#"{"format": "weighbridge", "version": 1, "title": "Office",
//!   "options": [{"id": "stay", "name": "Stay"}, {"id": "move", "name": "Move"}],
//!   "criteria": [{"id": "rent", "name": "Rent", "weight": 3}, {"id": "light", "name": "Light", "weight": 1}],
//!   "scores": {"stay": {"rent": 100, "light": 0}, "move": {"rent": 0}}}"#).unwrap();
//! let analysis = analyse(&office);
//! let totals: Vec<&Total> = analysis.options.iter().map(|o| &o.total).collect();
//! assert!(matches!(totals[0], Total::Ranked { value, .. } if *value == 75.0));
//! assert!(matches!(totals[1], Total::Incomplete { low, high, .. } if (*low, *high) == (0.0, 25.0)));
//! ```
//!
//! Nothing here knows of words for people, of files or of a browser; what is found is told as values.

#![deny(clippy::indexing_slicing, clippy::wildcard_enum_match_arm)]

mod analyse;
mod analysis;
mod bias_checks;
mod blanks;
mod completeness;
mod dominance;
pub mod elicitation;
mod filling;
mod gateway;
mod index;
mod issue;
mod joint;
mod judged;
mod lacking;
mod lead;
mod linear;
mod lines;
mod marks;
pub mod methods;
mod moved;
mod off_scale;
mod open_gates;
mod overturning;
mod ranking;
mod reference_points;
mod robustness;
mod scenarios;
mod scope;
mod scores;
mod set_share;
mod stretch;
mod threshold;
mod tornado;
mod value;
mod weighing;
mod weight_claims;
mod weights;

pub use analyse::analyse;
pub use analysis::Analysis;
pub use dominance::Dominance;
pub use filling::Filling;
pub use gateway::{Basis, Gate, Misfit, failed_gateways, gate, misfit};
pub use index::{Grid, Ix, LeafIx, LeafRange, NodeIx, OptionIx, Per, PerLeaf, PerNode, PerOption};
pub use issue::{Issue, Severity};
pub use joint::{
    First, JointScores, JointWeights, Potential, PrintedScore, joint_scores, joint_weights,
    potential,
};
pub use judged::{
    Agreement, FromJudgements, Partial, SAME_WEIGHT, Unjudged, agreement, derive_weights,
    from_judgements, raw_weights,
};
pub use lacking::{Lacking, lacking};
pub use lead::{Lead, Next, Reach, Rival, Settled};
pub use lines::{
    Flip, Line, Segment, Share, Stability, WeightLines, stability, weight_lines, weight_lines_of,
};
pub use off_scale::OffScale;
pub use open_gates::OpenGate;
pub use overturning::{Others, Overturning, SingleChange};
pub use ranking::{OptionResult, Total, Verdict};
pub use reference_points::{Seen, ends, seen};
pub use robustness::{
    Assumption, Chance, DOTS, Drawn, Estimate, FirstPlaces, Leading, Mixing, Outcome, Problem,
    Reason, Run, Spread, Sureness, WeightOrder, first_places, first_share, pair_share, rank_share,
};
pub use scenarios::{Outlooks, Regret, outlooks};
pub use scope::Scope;
pub use scores::{
    AmountFlip, AmountStretch, PointFlip, ScoreFlip, all_score_flips, score_flips, within_reach,
};
pub use set_share::{weights_with_share, with_share};
pub use threshold::{Side, Threshold};
pub use tornado::{Bar, Driver, SCORE_SWING, Turn, WEIGHT_SWING, tornado};
pub use value::{Cell, LeafScale, ValueFunction};
pub use weighbridge_numeric::sum;
pub use weighing::{
    DerivedWeights, best_and_worst, compared, judgements, pair_repairs, priorities,
    values_in_words, weigh,
};
pub use weight_claims::{WeightChange, WeightClaim, WeightClaims};
pub use weights::Node;

/// Totals closer than this are ties and share the rank.
pub const TIE: f64 = 1e-9;
