//! Scores by option and criterion.

use super::common::{
    Given, Known, Loose, Map, Number, Range, Unknown, kept, range, unknown, words,
};
use crate::problems::At;
use crate::wrong::{Thing, Wrong};
use indexmap::IndexMap;
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt;
use weighbridge_model::{
    self as model, Appraisal, Criterion, Entry, Finite, MAX_CRITERIA, MAX_OPTIONS, OptionId,
};

words!(Confidence for model::Confidence { Low, Medium, High });

/// Scores by option id, then by criterion id.
pub(super) type Scores = Map<Map<Score>>;

/// Why there is no value. "no-view" is kept for ballots: no score has it.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum Absent {
    Missing,
    CannotJudge,
    NotApplicable,
    NoView,
}

/// A score: `70`, `"good"`, `null`, or an object with its remarks.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(untagged)]
pub(super) enum Score {
    Bare(Option<Loose<Given>>),
    Detailed(Box<Detailed>),
}

/// A score with its remarks.
#[derive(Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Detailed {
    /// A number, a label of the scale, or null.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Loose<Given>>,
    /// Why there is no value.
    #[serde(skip_serializing_if = "Option::is_none")]
    absent: Option<Absent>,
    /// The least and the greatest it could be; the value is the likeliest.
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
    /// Why this value.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    reason: String,
    /// Where the evidence is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    source: String,
    /// Who gave it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    who: String,
    /// How sure whoever gave it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<Confidence>,
    #[serde(flatten)]
    unknown: Unknown,
}

/// By hand, because an enum that serde tells apart by trying loses the places of what is wrong in it.
impl<'de> Deserialize<'de> for Score {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Either)
    }
}

struct Either;

impl<'de> Visitor<'de> for Either {
    type Value = Score;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a score")
    }

    fn visit_unit<E: Error>(self) -> Result<Score, E> {
        Ok(Score::Bare(None))
    }

    fn visit_bool<E: Error>(self, yes: bool) -> Result<Score, E> {
        Ok(Score::Bare(Some(Loose::Other(yes.into()))))
    }

    fn visit_f64<E: Error>(self, x: f64) -> Result<Score, E> {
        Ok(bare(Given::Number(Number(x))))
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "JSON has one kind of number; a longer integer is read as the nearest f64"
    )]
    fn visit_u64<E: Error>(self, x: u64) -> Result<Score, E> {
        self.visit_f64(x as f64)
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "JSON has one kind of number; a longer integer is read as the nearest f64"
    )]
    fn visit_i64<E: Error>(self, x: i64) -> Result<Score, E> {
        self.visit_f64(x as f64)
    }

    fn visit_str<E: Error>(self, label: &str) -> Result<Score, E> {
        Ok(bare(Given::Text(label.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<Score, A::Error> {
        Ok(Score::Bare(Some(Loose::Other(Value::Array(Vec::new())))))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Score, A::Error> {
        Box::deserialize(MapAccessDeserializer::new(map)).map(Score::Detailed)
    }
}

fn bare(given: Given) -> Score {
    Score::Bare(Some(Loose::Shaped(given)))
}

/// Reads the scores of an appraisal whose options and criteria have been read.
pub(super) fn into_model(
    scores: Scores,
    on: &Appraisal,
    known: &Known,
    to: &mut model::Scores,
    at: At<'_>,
) {
    // A file with more is refused, so nobody misses what the others have; lists in order would take long to grow so far.
    let options = on.options.iter().take(MAX_OPTIONS);
    let options: IndexMap<&str, &OptionId> = options.map(|o| (o.id.as_str(), &o.id)).collect();
    let criteria = on.criteria_in_order().into_iter();
    let criteria = criteria.take(MAX_CRITERIA);
    let criteria: IndexMap<&str, &Criterion> = criteria.map(|(c, _)| (c.id.as_str(), c)).collect();
    let mut unknown = BTreeSet::new();
    for (row_id, row) in scores {
        if known.options.lack(&row_id) {
            let what = Wrong::NoSuch(Thing::Option, row_id.clone());
            at.names_nothing(&[&row_id], what);
        }
        let row_at = at.field(&row_id);
        let option = options.get(row_id.as_str());
        for (id, score) in row {
            let Some(criterion) = criteria.get(id.as_str()) else {
                if known.criteria.lack(&id) && unknown.insert(id.clone()) {
                    let what = Wrong::NoSuch(Thing::Criterion, id.clone());
                    at.names_nothing(&[&row_id, &id], what);
                }
                continue;
            };
            let score = score.into_model(criterion, row_at.field(&id));
            if let (Some(option), Some(score)) = (option, score) {
                to.set(option, &criterion.id, score);
            }
        }
    }
}

impl Score {
    fn into_model(self, on: &Criterion, at: At<'_>) -> Option<model::Score> {
        if !on.is_leaf() {
            at.wrong(Wrong::GroupScored);
        }
        let from = match self {
            Self::Bare(value) => Detailed {
                value,
                ..Detailed::default()
            },
            Self::Detailed(from) => *from,
        };
        let entry = entry(from.value, from.absent, at);
        let range = at.range("range", from.range);
        Some(model::Score {
            // 4 and "4" are the same point of a labelled scale.
            entry: entry?.settled(&on.scale.kind),
            reason: from.reason,
            source: from.source,
            confidence: from.confidence.map(Into::into),
            who: from.who,
            range,
            extra: kept(from.unknown),
        })
    }
}

fn entry(value: Option<Loose<Given>>, absent: Option<Absent>, at: At<'_>) -> Option<Entry> {
    let what = match (value.map(Loose::shaped), absent) {
        (None, None | Some(Absent::Missing)) => {
            return Some(Entry::Absent(model::Absence::Missing));
        }
        (None, Some(Absent::CannotJudge)) => {
            return Some(Entry::Absent(model::Absence::CannotJudge));
        }
        (None, Some(Absent::NotApplicable)) => {
            return Some(Entry::Absent(model::Absence::NotApplicable));
        }
        (Some(Some(Given::Text(label))), None) => return Some(Entry::Label(label)),
        (Some(Some(Given::Number(Number(x)))), None) => {
            return at.finite("value", x).map(Entry::Number);
        }
        (None, Some(Absent::NoView)) => Wrong::NoView,
        (Some(_), Some(_)) => Wrong::ValueAndAbsent,
        (Some(None), None) => Wrong::Value,
    };
    at.wrong_together(&["value", "absent"], what);
    None
}

/// Scores in the order of options and criteria, so that a file changes only where a person did.
pub(super) fn from_model(scores: &model::Scores, of: &Appraisal) -> Scores {
    let leaves = of.leaves();
    let mut rows = Scores::default();
    for option in of.options.iter() {
        let cells = leaves.iter().filter_map(|leaf| {
            let score = scores.get(&option.id, &leaf.id)?;
            Some((leaf.id.to_string(), score.into()))
        });
        let row: Map<Score> = cells.collect();
        if !row.is_empty() {
            rows.insert(option.id.to_string(), row);
        }
    }
    rows
}

impl From<&model::Score> for Score {
    fn from(from: &model::Score) -> Self {
        let (given, absent) = match &from.entry {
            Entry::Number(x) => (Some(Given::Number((*x).into())), None),
            Entry::Label(label) => (Some(Given::Text(label.clone())), None),
            Entry::Absent(absence) => (None, Some(Absent::from(*absence))),
        };
        let value = given.map(Loose::Shaped);
        let remarks = !from.reason.is_empty()
            || !from.source.is_empty()
            || from.confidence.is_some()
            || from.range.is_some()
            || !from.who.is_empty()
            || !from.extra.0.is_empty();
        if value.is_some() && !remarks {
            return Self::Bare(value);
        }
        Self::Detailed(Box::new(Detailed {
            value,
            absent,
            range: from.range.map(|ends| range(ends.map(Finite::get))),
            reason: from.reason.clone(),
            source: from.source.clone(),
            who: from.who.clone(),
            confidence: from.confidence.map(Into::into),
            unknown: unknown(&from.extra),
        }))
    }
}

impl From<model::Absence> for Absent {
    fn from(absence: model::Absence) -> Self {
        match absence {
            model::Absence::Missing => Self::Missing,
            model::Absence::CannotJudge => Self::CannotJudge,
            model::Absence::NotApplicable => Self::NotApplicable,
        }
    }
}
