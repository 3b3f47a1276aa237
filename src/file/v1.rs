//! Version 1 of the file format.

mod read;
mod write;

pub(super) use read::to_model;
pub(super) use write::from_model;

use super::ordered::Ordered;
use super::score::Score;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;

/// Fields this version does not know; like all others, each may appear once.
pub(super) type Unknown = Ordered<Value>;

/// An appraisal, as a file has it.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub(super) struct Appraisal {
    /// Always "weighbridge".
    format: String,
    /// Always 1.
    version: u64,
    /// A short name, unique among the appraisals of a browser.
    #[serde(default)]
    id: String,
    /// The title.
    title: String,
    /// The question to be decided.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    question: String,
    /// The body that decides.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    body: String,
    /// `2013`, `2013-12` or `2013-12-16`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    /// How far to trust it.
    #[serde(default)]
    status: Status,
    /// A notice shown with every result.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    notice: String,
    /// The background a reader needs.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    background: String,
    /// A lead below this many points of 100 is no clear winner; 2 when not given.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "write_optional"
    )]
    margin: Option<f64>,
    /// Documents the appraisal rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sources: Vec<Source>,
    /// Figures the appraisal relies on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    figures: Vec<Figure>,
    /// The options, in the order shown.
    #[serde(default)]
    options: Vec<Opt>,
    /// The criteria at the top of the tree, in the order shown.
    #[serde(default)]
    criteria: Vec<Criterion>,
    /// Scores by option id and criterion id.
    #[serde(default)]
    scores: Ordered<Ordered<Score>>,
    #[serde(flatten)]
    extra: Unknown,
}

#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum Status {
    #[default]
    Draft,
    Final,
    Illustrative,
}

/// A document the appraisal rests on.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
struct Source {
    title: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    link: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(flatten)]
    extra: Unknown,
}

/// A figure with what makes it checkable.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
struct Figure {
    id: String,
    name: String,
    /// Pounds for unit "GBP", with at most two decimals; otherwise any number.
    #[serde(serialize_with = "write_number")]
    amount: f64,
    /// "GBP", or any other unit; empty for a pure number.
    #[serde(default)]
    unit: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    qualifier: Option<Qualifier>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    period: String,
    /// "nominal", or a year such as "2013" for the prices of that year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    prices: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    status: Option<FigureStatus>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    source: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(flatten)]
    extra: Unknown,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum Qualifier {
    Almost,
    MoreThan,
    LessThan,
    About,
    UpTo,
    AtLeast,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum FigureStatus {
    Estimate,
    Budget,
    Outturn,
    Claimed,
}

/// One way of running the service.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
struct Opt {
    id: String,
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    short: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    summary: String,
    /// How far it has come; short-listed when not given.
    #[serde(default)]
    standing: Standing,
    /// Why it was ruled out; only with standing "ruled-out".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ruled_out: Option<RuledOut>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    baseline: Option<Baseline>,
    /// "accountable-to", "legal-form", "employer", "reversible", "earliest-start", or your own.
    #[serde(default, skip_serializing_if = "Ordered::is_empty")]
    attributes: Ordered<String>,
    #[serde(flatten)]
    extra: Unknown,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum Standing {
    LongListed,
    #[default]
    ShortListed,
    Preferred,
    RuledOut,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
struct RuledOut {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    stage: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    reason: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    source: String,
    #[serde(flatten)]
    extra: Unknown,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum Baseline {
    DoNothing,
    BusinessAsUsual,
    DoMinimum,
}

/// A criterion, or a group of criteria.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
struct Criterion {
    id: String,
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    short: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    question: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    origin: String,
    /// The raw weight within its group: any number from 0; null while nobody has given one.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "write_optional"
    )]
    weight: Option<f64>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    weight_reason: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    anchors: Vec<Anchor>,
    /// Direct, 0 to 100, when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    scale: Option<Scale>,
    /// The criteria of a group.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    criteria: Vec<Criterion>,
    #[serde(flatten)]
    extra: Unknown,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
struct Anchor {
    #[serde(serialize_with = "write_number")]
    value: f64,
    words: String,
    #[serde(flatten)]
    extra: Unknown,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
struct Scale {
    kind: Kind,
    /// The points of a labelled scale.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    levels: Vec<Level>,
    /// The unit of a measure.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    unit: String,
    /// Which way a measure is better.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    direction: Option<Direction>,
    /// The lower and the upper end of a fixed scale; the options' own ends when not given.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "write_pair"
    )]
    fixed: Option<[f64; 2]>,
    /// Inner points of a piecewise-linear value function, from the worst end to the best.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    bends: Vec<Bend>,
    #[serde(flatten)]
    extra: Unknown,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum Kind {
    #[default]
    Direct,
    Points,
    Measure,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum Direction {
    Higher,
    Lower,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
struct Level {
    label: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    words: String,
    /// The value, 0 to 100; evenly spaced in the order given when no level has one.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "write_optional"
    )]
    value: Option<f64>,
    #[serde(flatten)]
    extra: Unknown,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
struct Bend {
    #[serde(serialize_with = "write_number")]
    at: f64,
    #[serde(serialize_with = "write_number")]
    value: f64,
    #[serde(flatten)]
    extra: Unknown,
}

/// Whole numbers without a trailing `.0`, as a person would write them; bit-identical when read.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the range is checked first"
)]
pub(super) fn write_number<S: Serializer>(
    x: impl std::borrow::Borrow<f64>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let x = *x.borrow();
    let whole = x.fract() == 0.0 && x.abs() < 1e15 && !(x == 0.0 && x.is_sign_negative());
    if whole {
        serializer.serialize_i64(x as i64)
    } else {
        serializer.serialize_f64(x)
    }
}

fn write_optional<S: Serializer>(x: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match x {
        Some(x) => write_number(*x, serializer),
        None => serializer.serialize_none(),
    }
}

fn write_pair<S: Serializer>(x: &Option<[f64; 2]>, serializer: S) -> Result<S::Ok, S::Error> {
    struct Number(f64);
    impl Serialize for Number {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            write_number(self.0, serializer)
        }
    }
    x.map(|pair| pair.map(Number)).serialize(serializer)
}
