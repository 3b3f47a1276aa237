//! How a criterion turns the score of an option into a value.

use super::common::{Loose, Number, Unknown, all, kept, unknown, words};
use crate::problems::At;
use crate::wrong::Wrong;
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use weighbridge_model::{self as model, Finite, Measure, ScaleKind};

words!(Direction for model::Direction { Higher, Lower });

/// The kinds of scale, without their details.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Direct,
    Points,
    Measure,
}

/// How a criterion turns the score of an option into a value.
#[derive(Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Scale {
    /// Values given directly, labelled points, or a natural measure.
    #[cfg_attr(feature = "schema", schemars(required))]
    kind: Option<Kind>,
    /// The points of a labelled scale.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    levels: Vec<Level>,
    /// The unit of a measure.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    unit: String,
    /// Which way a measure is better.
    #[serde(skip_serializing_if = "Option::is_none")]
    direction: Option<Direction>,
    /// The lower and the upper end of a fixed scale; the options' own ends when not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    fixed: Option<Loose<[Number; 2]>>,
    /// Inner points of a piecewise-linear value function, from the worst end to the best.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    bends: Vec<Bend>,
    #[serde(flatten)]
    unknown: Unknown,
}

/// One point of a labelled scale.
#[derive(Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
struct Level {
    /// What is chosen; unique on its scale.
    #[cfg_attr(feature = "schema", schemars(required))]
    label: Option<String>,
    /// What it means.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    words: String,
    /// The value, 0 to 100; evenly spaced in the order given when no level has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Number>,
    #[serde(flatten)]
    unknown: Unknown,
}

/// An inner point of a value function.
#[derive(Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
struct Bend {
    /// The amount, in the unit of the measure.
    #[cfg_attr(feature = "schema", schemars(required))]
    at: Option<Number>,
    /// The value there.
    #[cfg_attr(feature = "schema", schemars(required))]
    value: Option<Number>,
    #[serde(flatten)]
    unknown: Unknown,
}

impl Scale {
    /// Every field is read whatever the kind: a file with a wrong one is wrong.
    pub(super) fn into_model(self, at: At<'_>) -> Option<model::Scale> {
        let kind = at.needed("kind", self.kind);
        let given = self.levels.iter().filter(|l| l.value.is_some()).count();
        let some = given != 0 && given != self.levels.len();
        let levels = points(self.levels, at);
        if kind == Some(Kind::Points) && some {
            at.wrong_field("levels", Wrong::SomeValues);
        }
        let range = self
            .fixed
            .map_or(Some(model::Range::Local), |f| fixed(f, at));
        let bends = at.each("bends", self.bends, Bend::into_model);
        let kind = match kind? {
            Kind::Direct => ScaleKind::Direct,
            Kind::Points => ScaleKind::Points(levels),
            Kind::Measure => {
                if self.direction.is_none() {
                    at.wrong_field("direction", Wrong::NoDirection);
                }
                ScaleKind::Measure(Measure {
                    unit: self.unit,
                    direction: self.direction?.into(),
                    range: range?,
                    breakpoints: bends,
                })
            }
        };
        if let Err(bad) = kind.check() {
            let parts = ["levels", "direction", "fixed", "bends"];
            at.wrong_together(&parts, Wrong::Scale(bad));
        }
        Some(model::Scale {
            kind,
            extra: kept(self.unknown),
        })
    }

    /// A scale for the file; a direct one goes without saying.
    pub(super) fn unless_direct(from: &model::Scale) -> Option<Self> {
        let direct = matches!(from.kind, ScaleKind::Direct);
        (!direct || !from.extra.0.is_empty()).then(|| from.into())
    }
}

fn fixed(ends: Loose<[Number; 2]>, at: At<'_>) -> Option<model::Range> {
    let ends = ends.shaped().and_then(|[Number(low), Number(high)]| {
        let (low, high) = (Finite::new(low)?, Finite::new(high)?);
        Some(model::Range::Fixed { low, high })
    });
    if ends.is_none() {
        at.wrong_field("fixed", Wrong::FixedEnds);
    }
    ends
}

/// The points of a scale; where none has a value they run evenly from 0 to 100.
fn points(levels: Vec<Level>, at: At<'_>) -> Vec<model::ScalePoint> {
    let last = levels.len().saturating_sub(1).max(1);
    let mut n = 0;
    at.each("levels", levels, |level, at| {
        #[expect(clippy::cast_precision_loss, reason = "a handful of levels")]
        let even = 100.0 * f64::from(n) / last as f64;
        n += 1;
        level.into_model(even, at)
    })
}

impl Level {
    fn into_model(self, even: f64, at: At<'_>) -> Option<model::ScalePoint> {
        let value = at.finite("value", self.value.map_or(even, |Number(x)| x));
        let label = at.needed("label", self.label);
        Some(model::ScalePoint {
            value: value?,
            label: label?,
            words: self.words,
            extra: kept(self.unknown),
        })
    }
}

impl Bend {
    fn into_model(self, at: At<'_>) -> Option<model::Breakpoint> {
        let (x, value) = (at.number("at", self.at), at.number("value", self.value));
        Some(model::Breakpoint {
            at: x?,
            value: value?,
            extra: kept(self.unknown),
        })
    }
}

impl From<&model::Scale> for Scale {
    fn from(from: &model::Scale) -> Self {
        let to = Self {
            unknown: unknown(&from.extra),
            ..Self::default()
        };
        match &from.kind {
            ScaleKind::Direct => Self {
                kind: Some(Kind::Direct),
                ..to
            },
            ScaleKind::Points(points) => Self {
                kind: Some(Kind::Points),
                levels: all(points),
                ..to
            },
            ScaleKind::Measure(measure) => Self {
                kind: Some(Kind::Measure),
                unit: measure.unit.clone(),
                direction: Some(measure.direction.into()),
                fixed: match measure.range {
                    model::Range::Local => None,
                    model::Range::Fixed { low, high } => {
                        Some(Loose::Shaped([low.into(), high.into()]))
                    }
                },
                bends: all(&measure.breakpoints),
                ..to
            },
        }
    }
}

impl From<&model::ScalePoint> for Level {
    fn from(from: &model::ScalePoint) -> Self {
        Self {
            label: Some(from.label.clone()),
            words: from.words.clone(),
            value: Some(from.value.into()),
            unknown: unknown(&from.extra),
        }
    }
}

impl From<&model::Breakpoint> for Bend {
    fn from(from: &model::Breakpoint) -> Self {
        Self {
            at: Some(from.at.into()),
            value: Some(from.value.into()),
            unknown: unknown(&from.extra),
        }
    }
}
