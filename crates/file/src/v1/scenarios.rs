//! Scenarios: weights and scores that would differ if something happened.

use super::common::{Known, Map, Number, Unknown, kept, unknown};
use super::judgements::weight;
use super::scores::{self, Scores};
use crate::problems::At;
use crate::wrong::{Thing, Wrong};
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
#[cfg(feature = "schema")]
use std::collections::BTreeMap;
use weighbridge_model::{self as model, Appraisal, CriterionId, ScenarioId, Voice};

/// Weights and scores that would differ if something happened.
#[derive(Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Scenario {
    /// Unique among the scenarios.
    #[cfg_attr(feature = "schema", schemars(required))]
    id: Option<String>,
    /// Its name.
    #[cfg_attr(feature = "schema", schemars(required))]
    name: Option<String>,
    /// What happens in it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    /// The weights that differ, by criterion.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "BTreeMap<String, super::schema::Weight>")
    )]
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    weights: Map<Number>,
    /// The scores that differ, by option and then criterion.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    scores: Scores,
    #[serde(flatten)]
    unknown: Unknown,
}

impl Scenario {
    /// A scenario of an appraisal whose options and criteria have been read.
    pub(super) fn into_model(
        self,
        of: &Appraisal,
        known: &Known,
        at: At<'_>,
    ) -> Option<model::Scenario> {
        let id = at.id(self.id.as_ref(), ScenarioId::new);
        let name = at.name(self.name);
        let mut voice = Voice::default();
        for (key, x) in self.weights {
            if known.criteria.lack(&key) {
                let what = Wrong::NoSuch(Thing::Criterion, key.clone());
                at.names_nothing(&["weights", &key], what);
            }
            let weight = weight("weights", x, at);
            if let Ok(id) = CriterionId::new(&key) {
                voice.weights.set_raw(&id, weight);
            }
        }
        let scores = &mut voice.scores;
        scores::into_model(self.scores, of, known, scores, at.field("scores"));
        let mut to = model::Scenario::new(id?, &name?);
        to.note = self.note;
        to.voice = voice;
        to.extra = kept(self.unknown);
        Some(to)
    }

    /// A scenario for the file, its weights in the order of the criteria, as scores are.
    pub(super) fn from_model(from: &model::Scenario, of: &Appraisal) -> Self {
        let criteria = of.criteria_in_order().into_iter();
        let weights = criteria.filter_map(|(criterion, _)| {
            let weight = from.voice.weights.raw(&criterion.id)?;
            Some((criterion.id.to_string(), Number(weight.get())))
        });
        Self {
            id: Some(from.id.to_string()),
            name: Some(from.name.clone()),
            note: from.note.clone(),
            weights: weights.collect(),
            scores: scores::from_model(&from.voice.scores, of),
            unknown: unknown(&from.extra),
        }
    }
}
