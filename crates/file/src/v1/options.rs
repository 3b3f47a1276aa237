//! Options, and why some were ruled out.

use super::common::{Known, Map, Unknown, kept, unknown, words};
use super::gateways::GatewayResult;
use crate::problems::At;
use crate::wrong::{Thing, Wrong};
use litemap::LiteMap;
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use weighbridge_model::{self as model, AttributeKey, GatewayId, OptionId, OptionStatus};

words!(Baseline for model::Baseline { DoNothing, BusinessAsUsual, DoMinimum });

/// How far an option has come, without why it was ruled out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum Standing {
    #[default]
    LongListed,
    ShortListed,
    Preferred,
    RuledOut,
}

/// One way of running the service.
#[derive(Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Alternative {
    /// Unique among the options.
    #[cfg_attr(feature = "schema", schemars(required))]
    id: Option<String>,
    /// The name in full.
    #[cfg_attr(feature = "schema", schemars(required))]
    name: Option<String>,
    /// A shorter name for charts.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    short: String,
    /// What it is, in a sentence or two.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    summary: String,
    /// How far it has come; long-listed when not given.
    #[serde(default)]
    standing: Standing,
    /// Why it was ruled out; only with standing "ruled-out".
    #[serde(skip_serializing_if = "Option::is_none")]
    ruled_out: Option<RuledOut>,
    /// Set when this is the option the others are compared with.
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline: Option<Baseline>,
    /// "accountable-to", "legal-form", "employer", "reversible", "earliest-start", or your own.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    attributes: Map<String>,
    /// How it fares at each gateway, by its id.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    gateways: Map<GatewayResult>,
    #[serde(flatten)]
    unknown: Unknown,
}

/// When and why an option was ruled out.
#[derive(Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
struct RuledOut {
    /// The stage.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    stage: String,
    /// The reason.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    reason: String,
    /// Where the reason is on record.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    source: String,
    #[serde(flatten)]
    unknown: Unknown,
}

impl Alternative {
    pub(super) fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    pub(super) fn into_model(self, known: &Known, at: At<'_>) -> Option<model::Alternative> {
        let id = at.id(self.id.as_ref(), OptionId::new);
        let name = at.name(self.name);
        if self.ruled_out.is_some() && self.standing != Standing::RuledOut {
            at.wrong_together(&["standing", "ruled_out"], Wrong::NotRuledOut);
        }
        let gateways = results(self.gateways, known, at);
        let mut to = model::Alternative::new(id?, &name?);
        to.short = self.short;
        to.summary = self.summary;
        to.status = match self.standing {
            Standing::LongListed => OptionStatus::LongListed,
            Standing::ShortListed => OptionStatus::ShortListed,
            Standing::Preferred => OptionStatus::Preferred,
            Standing::RuledOut => OptionStatus::RuledOut(ruled_out(self.ruled_out)),
        };
        to.baseline = self.baseline.map(Into::into);
        to.attributes = self.attributes.into_iter().map(attribute).collect();
        to.gateways = gateways;
        to.extra = kept(self.unknown);
        Some(to)
    }
}

fn ruled_out(from: Option<RuledOut>) -> model::RuledOut {
    let from = from.unwrap_or_default();
    model::RuledOut {
        stage: from.stage,
        reason: from.reason,
        source: from.source,
        extra: kept(from.unknown),
    }
}

fn attribute((key, value): (String, String)) -> model::Attribute {
    let known = AttributeKey::known().find(|known| known.key() == key);
    let key = known.unwrap_or(AttributeKey::Own(key));
    model::Attribute { key, value }
}

fn results(
    from: Map<GatewayResult>,
    known: &Known,
    at: At<'_>,
) -> LiteMap<GatewayId, model::GatewayResult> {
    let result = |(id, result): (String, GatewayResult)| {
        if known.gateways.lack(&id) {
            let what = Wrong::NoSuch(Thing::Gateway, id.clone());
            at.names_nothing(&["gateways", &id], what);
        }
        let gateway = GatewayId::new(&id);
        let gateway = gateway.map_err(|bad| at.wrong_entry("gateways", &id, Wrong::Id(bad)));
        Some((gateway.ok()?, result.into_model()))
    };
    // Put in order once: there is no limit to gateways.
    from.into_iter().filter_map(result).collect()
}

impl From<&model::Alternative> for Alternative {
    fn from(from: &model::Alternative) -> Self {
        let (standing, ruled_out) = match &from.status {
            OptionStatus::LongListed => (Standing::LongListed, None),
            OptionStatus::ShortListed => (Standing::ShortListed, None),
            OptionStatus::Preferred => (Standing::Preferred, None),
            OptionStatus::RuledOut(why) => (Standing::RuledOut, Some(RuledOut::from(why))),
        };
        let attribute = |a: &model::Attribute| (a.key.key().to_owned(), a.value.clone());
        let gateways = from.gateways.iter();
        Self {
            id: Some(from.id.as_str().to_owned()),
            name: Some(from.name.clone()),
            short: from.short.clone(),
            summary: from.summary.clone(),
            standing,
            ruled_out,
            baseline: from.baseline.map(Into::into),
            attributes: from.attributes.iter().map(attribute).collect(),
            gateways: gateways
                .map(|(id, result)| (id.as_str().to_owned(), result.into()))
                .collect(),
            unknown: unknown(&from.extra),
        }
    }
}

impl From<&model::RuledOut> for RuledOut {
    fn from(from: &model::RuledOut) -> Self {
        Self {
            stage: from.stage.clone(),
            reason: from.reason.clone(),
            source: from.source.clone(),
            unknown: unknown(&from.extra),
        }
    }
}
