use super::{Extra, FigureId, Finite, PartialDate, Pence};
use serde::{Deserialize, Serialize};

/// A figure the appraisal relies on, with what makes it checkable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Names the figure within the appraisal.
    pub id: FigureId,
    /// What it is a figure of.
    pub name: String,
    /// How many of what.
    pub amount: Amount,
    /// How the source hedges it.
    pub qualifier: Qualifier,
    /// The period it covers, in the source's words; empty when not stated.
    pub period: String,
    /// In which prices it is, for money.
    pub price_base: PriceBase,
    /// What kind of figure it is.
    pub status: FigureStatus,
    /// Where it is from.
    pub source: String,
    /// The date of the source.
    pub date: Option<PartialDate>,
    /// Anything a reader has to know.
    pub note: String,
    /// Fields from a file that this version does not know.
    pub extra: Extra,
}

impl Figure {
    /// A figure of money with a name; all else is blank.
    pub fn new(id: FigureId, name: &str, amount: Amount) -> Self {
        Self {
            id,
            name: name.to_owned(),
            amount,
            qualifier: Qualifier::Exactly,
            period: String::new(),
            price_base: PriceBase::NotStated,
            status: FigureStatus::NotStated,
            source: String::new(),
            date: None,
            note: String::new(),
            extra: Extra::default(),
        }
    }
}

/// How many of what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Amount {
    /// Pounds sterling.
    Money(Pence),
    /// Any other unit, such as "children per full-time post".
    Quantity {
        /// How many.
        value: Finite,
        /// Of what; empty for a pure number.
        unit: String,
    },
}

/// How a source hedges a figure. Every money figure seen in real reports carries one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Qualifier {
    /// As stated.
    Exactly,
    /// A little below the figure.
    Almost,
    /// Above the figure.
    MoreThan,
    /// Below the figure.
    LessThan,
    /// Near the figure.
    About,
    /// The figure is a maximum.
    UpTo,
    /// The figure is a minimum.
    AtLeast,
}

impl Qualifier {
    /// Every qualifier, in the order shown.
    pub const ALL: [Self; 7] = [
        Self::Exactly,
        Self::Almost,
        Self::About,
        Self::MoreThan,
        Self::LessThan,
        Self::UpTo,
        Self::AtLeast,
    ];
}

/// In which prices an amount of money is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PriceBase {
    /// The source does not say.
    NotStated,
    /// Prices of the year it is spent (cash).
    Nominal,
    /// Prices of one year; the number is that year, or the year a financial year starts in.
    Real(i32),
}

/// What kind of figure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FigureStatus {
    /// The source does not say.
    NotStated,
    /// Expected.
    Estimate,
    /// Set aside.
    Budget,
    /// Spent or counted.
    Outturn,
    /// Said to have happened, not checked.
    Claimed,
}

impl FigureStatus {
    /// Every status, in the order shown.
    pub const ALL: [Self; 5] = [
        Self::NotStated,
        Self::Estimate,
        Self::Budget,
        Self::Outturn,
        Self::Claimed,
    ];
}
