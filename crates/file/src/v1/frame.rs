//! The frame of an appraisal: documents and figures it rests on.

use super::common::{Number, Unknown, kept, unknown, words, written};
use crate::problems::At;
use crate::wrong::Wrong;
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use weighbridge_model as model;

words!(Status for model::Status { Draft, Final, Illustrative });

/// An appraisal whose file does not say is a draft.
impl Default for Status {
    fn default() -> Self {
        Self::Draft
    }
}

words!(Qualifier for model::Qualifier { Almost, MoreThan, LessThan, About, UpTo, AtLeast } or Exactly);
words!(FigureStatus for model::FigureStatus { Estimate, Budget, Outturn, Claimed } or NotStated);

/// The unit of amounts of money.
const POUNDS: &str = "GBP";

/// A document the appraisal rests on.
#[derive(Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Source {
    /// The title.
    #[cfg_attr(feature = "schema", schemars(required))]
    title: Option<String>,
    /// Where to find it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    link: String,
    /// `2013`, `2013-12` or `2013-12-16`.
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    /// What it is used for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(flatten)]
    unknown: Unknown,
}

impl Source {
    pub(super) fn into_model(self, at: At<'_>) -> Option<model::Source> {
        let (title, date) = (at.needed("title", self.title), at.date(self.date));
        Some(model::Source {
            title: title?,
            link: self.link,
            date,
            note: self.note,
            extra: kept(self.unknown),
        })
    }
}

impl From<&model::Source> for Source {
    fn from(from: &model::Source) -> Self {
        Self {
            title: Some(from.title.clone()),
            link: from.link.clone(),
            date: written(from.date),
            note: from.note.clone(),
            unknown: unknown(&from.extra),
        }
    }
}

/// A figure with what makes it checkable.
#[derive(Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Figure {
    /// Unique among the figures.
    #[cfg_attr(feature = "schema", schemars(required))]
    id: Option<String>,
    /// What it is a figure of.
    #[cfg_attr(feature = "schema", schemars(required))]
    name: Option<String>,
    /// Pounds for unit "GBP", with at most two decimals; otherwise any number.
    #[cfg_attr(feature = "schema", schemars(required))]
    amount: Option<Number>,
    /// "GBP", or any other unit; empty for a pure number.
    #[serde(default)]
    unit: String,
    /// How the source hedges it.
    #[serde(skip_serializing_if = "Option::is_none")]
    qualifier: Option<Qualifier>,
    /// The period it covers.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    period: String,
    /// "nominal", or a year such as "2013" for the prices of that year.
    #[serde(skip_serializing_if = "Option::is_none")]
    prices: Option<String>,
    /// What kind of figure it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<FigureStatus>,
    /// Where it is from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    source: String,
    /// The date of the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    /// Anything a reader has to know.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(flatten)]
    unknown: Unknown,
}

impl Figure {
    pub(super) fn into_model(self, at: At<'_>) -> Option<model::Figure> {
        let id = at.id(self.id.as_ref(), model::FigureId::new);
        let name = at.needed("name", self.name);
        let amount = amount(self.amount, self.unit, at);
        let price_base = price_base(self.prices.as_deref(), at);
        let date = at.date(self.date);
        let mut to = model::Figure::new(id?, &name?, amount?);
        to.qualifier = Qualifier::value(self.qualifier);
        to.period = self.period;
        to.price_base = price_base;
        to.status = FigureStatus::value(self.status);
        to.source = self.source;
        to.date = date;
        to.note = self.note;
        to.extra = kept(self.unknown);
        Some(to)
    }
}

fn amount(amount: Option<Number>, unit: String, at: At<'_>) -> Option<model::Amount> {
    let value = at.number("amount", amount)?;
    if unit != POUNDS {
        return Some(model::Amount::Quantity { value, unit });
    }
    let money = model::Pence::from_pounds(value.get()).map(model::Amount::Money);
    if money.is_none() {
        at.wrong_field("amount", Wrong::Pounds);
    }
    money
}

fn price_base(prices: Option<&str>, at: At<'_>) -> model::PriceBase {
    match prices {
        None => model::PriceBase::NotStated,
        Some("nominal") => model::PriceBase::Nominal,
        Some(year) => match year.parse() {
            Ok(year) => model::PriceBase::Real(year),
            Err(_) => {
                at.wrong_field("prices", Wrong::Prices);
                model::PriceBase::NotStated
            }
        },
    }
}

impl From<&model::Figure> for Figure {
    fn from(from: &model::Figure) -> Self {
        let (amount, unit) = match &from.amount {
            model::Amount::Money(pence) => (Number(pence.pounds()), POUNDS),
            model::Amount::Quantity { value, unit } => (Number::from(*value), unit.as_str()),
        };
        Self {
            id: Some(from.id.as_str().to_owned()),
            name: Some(from.name.clone()),
            amount: Some(amount),
            unit: unit.to_owned(),
            qualifier: Qualifier::word(from.qualifier),
            period: from.period.clone(),
            prices: match from.price_base {
                model::PriceBase::NotStated => None,
                model::PriceBase::Nominal => Some("nominal".to_owned()),
                model::PriceBase::Real(year) => Some(year.to_string()),
            },
            status: FigureStatus::word(from.status),
            source: from.source.clone(),
            date: written(from.date),
            note: from.note.clone(),
            unknown: unknown(&from.extra),
        }
    }
}
