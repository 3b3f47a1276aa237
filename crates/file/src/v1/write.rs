//! From the model to the file. Cannot fail, and leaves out what says nothing.

use super::super::parse::parse;
use super::super::words::{
    ABSENT, BASELINE, CONFIDENCE, DIRECTION, FIGURE_STATUS, KIND, Kind, QUALIFIER, STAGE, STATUS,
    Stage,
};
use super::{framing, gateway, judgements, robustness, scenarios};
use crate::json::Json;
use weighbridge_model::{self as model, Entry, Extra, Finite, PartialDate};

/// The fields of an object, as they are put.
#[derive(Default)]
pub(super) struct Object(pub(super) Vec<(String, Json)>);

impl Object {
    pub(super) fn put(&mut self, key: &str, value: Json) {
        self.0.push((key.to_owned(), value));
    }

    /// A text, even an empty one.
    pub(super) fn text(&mut self, key: &str, text: &str) {
        self.put(key, Json::text(text));
    }

    /// A text, unless it is empty.
    pub(super) fn said(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.text(key, text);
        }
    }

    pub(super) fn word(&mut self, key: &str, word: Option<&str>) {
        self.said(key, word.unwrap_or_default());
    }

    pub(super) fn number(&mut self, key: &str, x: Finite) {
        self.put(key, Json::number(x.get()));
    }

    fn date(&mut self, key: &str, date: Option<PartialDate>) {
        if let Some(date) = date {
            self.put(key, Json::Text(date.to_string()));
        }
    }

    /// A list, unless it is empty.
    pub(super) fn list(&mut self, key: &str, list: Vec<Json>) {
        if !list.is_empty() {
            self.put(key, Json::List(list));
        }
    }

    /// The object, with the fields that this version does not know.
    pub(super) fn with(mut self, extra: &Extra) -> Json {
        for (key, text) in extra.0.iter() {
            self.put(key, parse(text).unwrap_or(Json::Null));
        }
        Json::Object(self.0)
    }
}

pub(super) fn each<T>(list: &[T], write: impl Fn(&T) -> Json) -> Vec<Json> {
    list.iter().map(write).collect()
}

/// The model as a file has it.
pub(in super::super) fn from_model(from: &model::Appraisal) -> Json {
    let mut to = Object::default();
    to.text("format", super::super::FORMAT);
    to.put("version", Json::Whole(1));
    to.text("id", from.id.as_str());
    to.text("title", &from.frame.title);
    to.said("question", &from.frame.question);
    to.said("body", &from.frame.body);
    to.date("date", from.frame.date);
    to.word("status", STATUS.word(&from.frame.status));
    to.said("notice", &from.frame.notice);
    to.said("background", &from.frame.background);
    if from.frame.margin.get().to_bits() != model::Frame::DEFAULT_MARGIN.to_bits() {
        to.number("margin", from.frame.margin);
    }
    to.list("sources", each(&from.frame.sources, source));
    to.list("figures", each(&from.frame.figures, figure));
    to.list("framework", each(&from.frame.framework, framing::choice));
    to.list("gateways", each(&from.frame.gateways, gateway::gateway));
    to.put("options", Json::List(each(&from.options, option)));
    to.put("criteria", Json::List(each(&from.criteria, criterion)));
    judgements::put_weighting(&mut to, &from.judgements.weighting);
    to.list("checks", each(&from.frame.checks, framing::check));
    to.list(
        "priorities",
        each(&from.frame.priorities, framing::priority),
    );
    to.list(
        "overarching",
        each(&from.frame.overarching, framing::overarching),
    );
    to.put("scores", score_rows(from, &from.judgements.scores));
    let scenario = |s: &model::Scenario| scenarios::scenario(s, from);
    to.list("scenarios", each(&from.judgements.scenarios, scenario));
    if let Some(robustness) = robustness::robustness(&from.judgements.robustness) {
        to.put("robustness", robustness);
    }
    to.with(&from.extra)
}

fn source(from: &model::Source) -> Json {
    let mut to = Object::default();
    to.text("title", &from.title);
    to.said("link", &from.link);
    to.date("date", from.date);
    to.said("note", &from.note);
    to.with(&from.extra)
}

fn figure(from: &model::Figure) -> Json {
    let mut to = Object::default();
    to.text("id", from.id.as_str());
    to.text("name", &from.name);
    match &from.amount {
        model::Amount::Money(pence) => {
            to.put("amount", Json::number(pence.pounds()));
            to.text("unit", "GBP");
        }
        model::Amount::Quantity { value, unit } => {
            to.number("amount", *value);
            to.text("unit", unit);
        }
    }
    to.word("qualifier", QUALIFIER.word(&from.qualifier));
    to.said("period", &from.period);
    match from.price_base {
        model::PriceBase::NotStated => {}
        model::PriceBase::Nominal => to.text("prices", "nominal"),
        model::PriceBase::Real(year) => to.text("prices", &year.to_string()),
    }
    to.word("status", FIGURE_STATUS.word(&from.status));
    to.said("source", &from.source);
    to.date("date", from.date);
    to.said("note", &from.note);
    to.with(&from.extra)
}

fn option(from: &model::Alternative) -> Json {
    let mut to = Object::default();
    to.text("id", from.id.as_str());
    to.text("name", &from.name);
    to.said("short", &from.short);
    to.said("summary", &from.summary);
    let (stage, why) = match &from.status {
        model::OptionStatus::LongListed => (Stage::LongListed, None),
        model::OptionStatus::ShortListed => (Stage::ShortListed, None),
        model::OptionStatus::Preferred => (Stage::Preferred, None),
        model::OptionStatus::RuledOut(why) => (Stage::RuledOut, Some(why)),
    };
    to.word("standing", STAGE.word(&stage));
    if let Some(why) = why {
        to.put("ruled_out", ruled_out(why));
    }
    to.word("baseline", from.baseline.and_then(|b| BASELINE.word(&b)));
    let mut attributes = Object::default();
    for attribute in &from.attributes {
        attributes.text(attribute.key.key(), &attribute.value);
    }
    if !attributes.0.is_empty() {
        to.put("attributes", Json::Object(attributes.0));
    }
    let mut gateways = Object::default();
    for (id, passage) in from.gateways.iter() {
        gateways.put(id.as_str(), gateway::passage(passage));
    }
    if !gateways.0.is_empty() {
        to.put("gateways", Json::Object(gateways.0));
    }
    to.with(&from.extra)
}

fn ruled_out(from: &model::RuledOut) -> Json {
    let mut to = Object::default();
    to.said("stage", &from.stage);
    to.said("reason", &from.reason);
    to.said("source", &from.source);
    to.with(&from.extra)
}

fn criterion(from: &model::Criterion) -> Json {
    let mut to = Object::default();
    to.text("id", from.id.as_str());
    to.text("name", &from.name);
    to.said("short", &from.short);
    to.said("question", &from.question);
    to.said("note", &from.note);
    to.said("origin", &from.origin);
    if let Some(weight) = from.weight {
        to.put("weight", Json::number(weight.get()));
    }
    to.said("weight_reason", &from.weight_reason);
    if let Some(range) = from.weight_range {
        let ends = range.map(|end| Json::number(end.get()));
        to.list("weight_range", ends.into());
    }
    to.list(
        "priorities",
        each(&from.priorities, |id| Json::text(id.as_str())),
    );
    to.list("anchors", each(&from.anchors, anchor));
    let direct = matches!(from.scale.kind, model::ScaleKind::Direct);
    if !direct || !from.scale.extra.0.is_empty() {
        to.put("scale", scale(&from.scale));
    }
    judgements::put_judged(&mut to, "judged", &from.judged);
    judgements::put_weighting(&mut to, &from.weighting);
    to.list("criteria", each(&from.children, criterion));
    to.with(&from.extra)
}

fn anchor(from: &model::Anchor) -> Json {
    let mut to = Object::default();
    to.number("value", from.value);
    to.text("words", &from.words);
    to.with(&from.extra)
}

fn scale(from: &model::Scale) -> Json {
    let mut to = Object::default();
    match &from.kind {
        model::ScaleKind::Direct => to.word("kind", KIND.word(&Kind::Direct)),
        model::ScaleKind::Points(levels) => {
            to.word("kind", KIND.word(&Kind::Points));
            to.list("levels", each(levels, level));
        }
        model::ScaleKind::Measure(measure) => {
            to.word("kind", KIND.word(&Kind::Measure));
            to.said("unit", &measure.unit);
            to.word("direction", DIRECTION.word(&measure.direction));
            if let model::Range::Fixed { low, high } = measure.range {
                let ends = [low, high].map(|end| Json::number(end.get()));
                to.list("fixed", ends.into());
            }
            to.list("bends", each(&measure.bends, bend));
        }
    }
    to.with(&from.extra)
}

fn level(from: &model::ScalePoint) -> Json {
    let mut to = Object::default();
    to.text("label", &from.label);
    to.said("words", &from.words);
    to.number("value", from.value);
    to.with(&from.extra)
}

fn bend(from: &model::Breakpoint) -> Json {
    let mut to = Object::default();
    to.number("at", from.at);
    to.number("value", from.value);
    to.with(&from.extra)
}

/// Scores in the order of options and criteria, so that a file changes only where a person did.
pub(super) fn score_rows(from: &model::Appraisal, scores: &model::Scores) -> Json {
    let leaves = from.leaves();
    let mut rows = Object::default();
    for option in from.options.iter() {
        let mut row = Object::default();
        for leaf in &leaves {
            if let Some(score) = scores.get(&option.id, &leaf.id) {
                row.put(leaf.id.as_str(), cell(score));
            }
        }
        if !row.0.is_empty() {
            rows.put(option.id.as_str(), Json::Object(row.0));
        }
    }
    Json::Object(rows.0)
}

fn cell(from: &model::Score) -> Json {
    let (value, absent) = match &from.entry {
        Entry::Number(x) => (Some(Json::number(x.get())), None),
        Entry::Label(label) => (Some(Json::text(label)), None),
        Entry::Absent(absence) => (None, ABSENT.word(&Some(*absence))),
    };
    let remarks = !from.reason.is_empty()
        || !from.source.is_empty()
        || from.confidence.is_some()
        || from.range.is_some()
        || !from.who.is_empty()
        || !from.extra.0.is_empty();
    let mut to = Object::default();
    match value {
        Some(value) if !remarks => return value,
        Some(value) => to.put("value", value),
        None => to.word("absent", absent),
    }
    if let Some(range) = from.range {
        let ends = range.map(|end| Json::number(end.get()));
        to.list("range", ends.into());
    }
    to.said("reason", &from.reason);
    to.said("source", &from.source);
    to.said("who", &from.who);
    to.word(
        "confidence",
        from.confidence.and_then(|c| CONFIDENCE.word(&c)),
    );
    to.with(&from.extra)
}
