//! The short and the long form of a score: `70`, `"good"`, `null`, or an object with its remarks.

use super::ordered::Ordered;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use std::fmt;

/// One score as a file has it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Score {
    Bare(Given),
    Detailed(Box<Detailed>),
}

/// The value of a score.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Given {
    #[default]
    Nothing,
    Number(f64),
    Label(String),
}

/// A score with its remarks.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub(super) struct Detailed {
    /// A number, a label of the scale, or null.
    #[serde(skip_serializing_if = "Given::is_nothing")]
    pub(super) value: Given,
    /// Why there is no value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) absent: Option<Absent>,
    /// Why this value.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) reason: String,
    /// Where the evidence is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) source: String,
    /// How sure whoever gave it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) confidence: Option<Confidence>,
    #[serde(flatten)]
    pub(super) extra: Ordered<Value>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(super) enum Absent {
    Missing,
    CannotJudge,
    NoView,
    NotApplicable,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(super) enum Confidence {
    Low,
    Medium,
    High,
}

impl Given {
    fn is_nothing(&self) -> bool {
        *self == Self::Nothing
    }
}

impl Serialize for Given {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nothing => serializer.serialize_unit(),
            Self::Number(x) => super::v1::write_number(*x, serializer),
            Self::Label(text) => serializer.serialize_str(text),
        }
    }
}

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Bare(given) => given.serialize(serializer),
            Self::Detailed(detailed) => detailed.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match deserializer.deserialize_any(AnyScore)? {
            Score::Bare(given) => Ok(given),
            Score::Detailed(_) => Err(D::Error::custom(
                "a value should be a number, a label or null",
            )),
        }
    }
}

impl<'de> Deserialize<'de> for Score {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyScore)
    }
}

struct AnyScore;

#[expect(
    clippy::cast_precision_loss,
    reason = "JSON has one kind of number; a longer integer is read as the nearest f64"
)]
impl<'de> Visitor<'de> for AnyScore {
    type Value = Score;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, a label, null or an object")
    }

    fn visit_unit<E: Error>(self) -> Result<Score, E> {
        Ok(Score::Bare(Given::Nothing))
    }

    fn visit_f64<E: Error>(self, x: f64) -> Result<Score, E> {
        Ok(Score::Bare(Given::Number(x)))
    }

    fn visit_i64<E: Error>(self, x: i64) -> Result<Score, E> {
        Ok(Score::Bare(Given::Number(x as f64)))
    }

    fn visit_u64<E: Error>(self, x: u64) -> Result<Score, E> {
        Ok(Score::Bare(Given::Number(x as f64)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Score, E> {
        Ok(Score::Bare(Given::Label(text.to_owned())))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Score, A::Error> {
        let detailed = Detailed::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Score::Detailed(Box::new(detailed)))
    }
}
