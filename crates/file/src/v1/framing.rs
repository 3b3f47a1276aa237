//! The framework, checks, priorities and over-arching criteria.

use super::common::{Unknown, kept, unknown, words};
use crate::problems::At;
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use weighbridge_model::{self as model, PriorityId};

words!(Dimension for model::Dimension { Scope, Solution, Delivery, Implementation, Funding });
words!(ChoiceVerdict for model::ChoiceVerdict {
    Preferred,
    #[serde(rename = "carried-forward")] Carried,
    Discarded,
} or Open);
words!(CheckName for model::Check {
    Completeness, Redundancy, Operationality, Independence, DoubleCounting, Size, Time,
});

/// A possibility looked at in the options framework.
#[derive(Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Choice {
    /// Which of the five choices.
    #[cfg_attr(feature = "schema", schemars(required))]
    dimension: Option<Dimension>,
    /// What it is.
    #[cfg_attr(feature = "schema", schemars(required))]
    name: Option<String>,
    /// What became of it; not decided when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    verdict: Option<ChoiceVerdict>,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    reason: String,
    #[serde(flatten)]
    unknown: Unknown,
}

/// The answer to one of the seven checks of a set of criteria.
#[derive(Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct CheckAnswer {
    /// Which of the seven.
    #[cfg_attr(feature = "schema", schemars(required))]
    check: Option<CheckName>,
    /// Yes or no.
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<YesNo>,
    /// A note for the record.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(flatten)]
    unknown: Unknown,
}

#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum YesNo {
    Yes,
    No,
}

/// A priority of a plan that the options are to serve.
#[derive(Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Priority {
    /// Unique among the priorities.
    #[cfg_attr(feature = "schema", schemars(required))]
    id: Option<String>,
    /// Its name in the plan.
    #[cfg_attr(feature = "schema", schemars(required))]
    name: Option<String>,
    /// The plan it stands in.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    source: String,
    #[serde(flatten)]
    unknown: Unknown,
}

/// Something considered beside the criteria, without a weight.
#[derive(Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Overarching {
    /// What it is.
    #[cfg_attr(feature = "schema", schemars(required))]
    name: Option<String>,
    /// How it is considered, and what was found.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(flatten)]
    unknown: Unknown,
}

impl Choice {
    pub(super) fn into_model(self, at: At<'_>) -> Option<model::Choice> {
        let dimension = at.needed("dimension", self.dimension);
        let name = at.name(self.name);
        Some(model::Choice {
            dimension: dimension?.into(),
            name: name?,
            verdict: ChoiceVerdict::value(self.verdict),
            reason: self.reason,
            extra: kept(self.unknown),
        })
    }
}

impl CheckAnswer {
    pub(super) fn into_model(self, at: At<'_>) -> Option<model::CheckAnswer> {
        Some(model::CheckAnswer {
            check: at.needed("check", self.check)?.into(),
            yes: self.answer.map(|answer| match answer {
                YesNo::Yes => true,
                YesNo::No => false,
            }),
            note: self.note,
            extra: kept(self.unknown),
        })
    }
}

impl Priority {
    pub(super) fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    pub(super) fn into_model(self, at: At<'_>) -> Option<model::Priority> {
        let id = at.id(self.id.as_ref(), PriorityId::new);
        let name = at.name(self.name);
        Some(model::Priority {
            id: id?,
            name: name?,
            source: self.source,
            extra: kept(self.unknown),
        })
    }
}

impl Overarching {
    pub(super) fn into_model(self, at: At<'_>) -> Option<model::Overarching> {
        Some(model::Overarching {
            name: at.name(self.name)?,
            note: self.note,
            extra: kept(self.unknown),
        })
    }
}

impl From<&model::Choice> for Choice {
    fn from(from: &model::Choice) -> Self {
        Self {
            dimension: Some(from.dimension.into()),
            name: Some(from.name.clone()),
            verdict: ChoiceVerdict::word(from.verdict),
            reason: from.reason.clone(),
            unknown: unknown(&from.extra),
        }
    }
}

impl From<&model::CheckAnswer> for CheckAnswer {
    fn from(from: &model::CheckAnswer) -> Self {
        Self {
            check: Some(from.check.into()),
            answer: from.yes.map(|yes| match yes {
                true => YesNo::Yes,
                false => YesNo::No,
            }),
            note: from.note.clone(),
            unknown: unknown(&from.extra),
        }
    }
}

impl From<&model::Priority> for Priority {
    fn from(from: &model::Priority) -> Self {
        Self {
            id: Some(from.id.as_str().to_owned()),
            name: Some(from.name.clone()),
            source: from.source.clone(),
            unknown: unknown(&from.extra),
        }
    }
}

impl From<&model::Overarching> for Overarching {
    fn from(from: &model::Overarching) -> Self {
        Self {
            name: Some(from.name.clone()),
            note: from.note.clone(),
            unknown: unknown(&from.extra),
        }
    }
}
