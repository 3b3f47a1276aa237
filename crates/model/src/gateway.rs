//! Gateways: what every option has to pass, whatever else it offers.

use super::{CriterionId, Extra, Finite, GatewayId};
use serde::{Deserialize, Serialize};

/// Something every option has to pass, whatever else it offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gateway {
    /// Names the gateway within the appraisal.
    pub id: GatewayId,
    /// What it is about, such as "Potential affordability".
    pub name: String,
    /// What passes.
    pub test: String,
    /// A level on a criterion, which decides it; `None` where people judge.
    pub level: Option<Required>,
    /// Fields from a file that this version does not know.
    pub extra: Extra,
}

/// The level that an option has to keep to on a criterion, in the criterion's own terms: at most
/// £2.6 million, at least 3, at least "Good".
///
/// It is never a value on a scale whose ends move with the options, so that what one option passes
/// does not depend on any other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Required {
    /// The criterion, a leaf.
    pub criterion: CriterionId,
    /// On which side of the mark an option passes.
    pub bound: Bound,
    /// The mark itself, which passes too.
    pub mark: Mark,
}

/// On which side of a mark an option passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bound {
    /// The mark or more; of labels, that one or a better one.
    AtLeast,
    /// The mark or less; of labels, that one or a worse one.
    AtMost,
}

impl Bound {
    /// Both, in the order shown.
    pub const ALL: [Self; 2] = [Self::AtLeast, Self::AtMost];
}

/// Where a level lies, in the terms of the scale it was given for. It remembers them, so that it is
/// not read as something else when the scale of the criterion changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mark {
    /// A value on a direct scale, 0 to 100.
    Value(Finite),
    /// An amount of a measure.
    Amount {
        /// How much.
        at: Finite,
        /// The unit of the measure when the level was given; may be empty.
        unit: String,
    },
    /// A label of a scale of points.
    Label(String),
    /// The least value from 0 to 100 on a scale of amounts or labels, from an early file that could not
    /// be turned into an amount or a label. It decides nothing.
    OldValue(Finite),
}

/// What people say of an option at a gateway. It counts where the gateway has no level.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GatewayResult {
    /// Whether it passes; `None` while nobody can say.
    pub pass: Option<bool>,
    /// What shows it.
    pub evidence: String,
    /// Fields from a file that this version does not know.
    pub extra: Extra,
}
