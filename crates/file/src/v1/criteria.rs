//! The tree of criteria.

use super::common::{Known, Number, Range, Unknown, all, kept, range, unknown};
use super::judgements::{Branch, Macbeth, Weighting, weight};
use super::scales::Scale;
use crate::problems::At;
use crate::wrong::{Thing, Wrong};
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use weighbridge_model::{
    self as model, CriterionId, Finite, MAX_CRITERIA, MAX_DEPTH, PriorityId, RawWeight, Voice,
    Weight,
};

/// A criterion, or a group of criteria.
#[derive(Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Criterion {
    /// Unique among the criteria, groups included.
    #[cfg_attr(feature = "schema", schemars(required))]
    id: Option<String>,
    /// The name in full.
    #[cfg_attr(feature = "schema", schemars(required))]
    name: Option<String>,
    /// A shorter name for charts.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    short: String,
    /// The question it asks of an option.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    question: String,
    /// What counts and what does not.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    /// Where it comes from, in a few words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    origin: String,
    /// The raw weight within its group: any number from 0; null while nobody has given one.
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<Number>,
    /// Why that weight.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    weight_reason: String,
    /// The least and the greatest weight somebody could defend.
    #[serde(skip_serializing_if = "Option::is_none")]
    weight_range: Option<Range>,
    /// Ids of the priorities it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    priorities: Vec<String>,
    /// Words for points of the value scale.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    anchors: Vec<Anchor>,
    /// Direct, 0 to 100, when not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    scale: Option<Scale>,
    /// Differences between options on it, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    judged: Option<Macbeth>,
    /// How the weights of its children came about.
    #[serde(skip_serializing_if = "Option::is_none")]
    weighting: Option<Weighting>,
    /// The criteria of a group.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    criteria: Vec<Criterion>,
    #[serde(flatten)]
    unknown: Unknown,
}

/// Words for one point of the value scale.
#[derive(Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
struct Anchor {
    /// The value, 0 for the worst end to 100 for the best.
    #[cfg_attr(feature = "schema", schemars(required))]
    value: Option<Number>,
    /// What an option with that value is like.
    #[cfg_attr(feature = "schema", schemars(required))]
    words: Option<String>,
    #[serde(flatten)]
    unknown: Unknown,
}

/// Reads the criteria at the top of the tree, and all below them. What a file says of their weights, and of
/// differences between options on them, is for the agreed voice to say.
pub(super) fn into_model(
    list: Vec<Criterion>,
    known: &Known,
    agreed: &mut Voice,
    at: At<'_>,
) -> Vec<model::Criterion> {
    let mut all = Vec::new();
    ids(&list, &mut all);
    at.limit("criteria", all.len(), MAX_CRITERIA);
    if depth(&list) > MAX_DEPTH {
        at.field("criteria").wrong_anyway(Wrong::TooDeep(MAX_DEPTH));
    }
    at.each("criteria", list, |c, at| c.into_model(known, agreed, at))
}

/// The ids of all criteria in some branches.
pub(super) fn ids<'a>(list: &'a [Criterion], to: &mut Vec<Option<&'a str>>) {
    for criterion in list {
        to.push(criterion.id());
        ids(&criterion.criteria, to);
    }
}

/// The ids that the judgements of a branch can name.
pub(super) fn branch(list: &[Criterion]) -> Branch<'_> {
    let mut below = Vec::new();
    ids(list, &mut below);
    Branch {
        children: list.iter().filter_map(Criterion::id).collect(),
        below: below.into_iter().flatten().collect(),
    }
}

fn depth(list: &[Criterion]) -> usize {
    let below = list.iter().map(|c| 1 + depth(&c.criteria));
    below.max().unwrap_or_default()
}

impl Criterion {
    pub(super) fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    fn into_model(self, known: &Known, agreed: &mut Voice, at: At<'_>) -> Option<model::Criterion> {
        let id = at.id(self.id.as_ref(), CriterionId::new);
        let name = at.name(self.name);
        let weight = self.weight.and_then(|x| weight("weight", x, at));
        let range = at.range("weight_range", self.weight_range);
        let weight_range = range.and_then(|range| weight_range(range, at));
        let priorities = priorities(&self.priorities, known, at);
        let anchors = at.each("anchors", self.anchors, Anchor::into_model);
        let scale = self.scale.map(|scale| scale.into_model(at.field("scale")));
        let judged = self.judged.map(|j| j.of_options(known, at.field("judged")));
        let weighting = self
            .weighting
            .map(|w| w.into_model(&branch(&self.criteria), known, at.field("weighting")));
        let children = at.each("criteria", self.criteria, |c, at| {
            c.into_model(known, agreed, at)
        });
        // What else is wrong with it does not make what refers to it wrong.
        let id = id?;
        agreed.weights.set(
            &id,
            Weight {
                raw: weight,
                reason: self.weight_reason,
                range: weight_range,
            },
        );
        let whole = weighting.unwrap_or_default();
        agreed.weights.change_weighting(Some(&id), |to| *to = whole);
        let judged = judged.unwrap_or_default();
        agreed.scores.change_differences(&id, |to| *to = judged);
        let mut to = model::Criterion::new(id, &name.unwrap_or_default());
        to.short = self.short;
        to.question = self.question;
        to.note = self.note;
        to.origin = self.origin;
        to.priorities = priorities;
        to.anchors = anchors;
        to.scale = scale.flatten().unwrap_or_else(model::Scale::direct);
        to.children = children;
        to.extra = kept(self.unknown);
        Some(to)
    }
}

fn priorities(ids: &[String], known: &Known, at: At<'_>) -> Vec<PriorityId> {
    let mut to = Vec::new();
    for id in ids {
        if known.priorities.lack(id) {
            at.wrong_field("priorities", Wrong::NoSuch(Thing::Priority, id.clone()));
        }
        match PriorityId::new(id) {
            Ok(id) => to.push(id),
            Err(bad) => at.wrong_field("priorities", Wrong::Id(bad)),
        }
    }
    to
}

fn weight_range(range: [Finite; 2], at: At<'_>) -> Option<[RawWeight; 2]> {
    let [low, high] = range.map(|end| RawWeight::new(end.get()));
    let ends = low.zip(high).map(|(low, high)| [low, high]);
    if ends.is_none() {
        at.wrong_field("weight_range", Wrong::NegativeWeight(None));
    }
    ends
}

impl Anchor {
    fn into_model(self, at: At<'_>) -> Option<model::Anchor> {
        let (value, words) = (
            at.number("value", self.value),
            at.needed("words", self.words),
        );
        Some(model::Anchor {
            value: value?,
            words: words?,
            extra: kept(self.unknown),
        })
    }
}

/// The criteria of a branch with what the agreed voice says of them, for the file.
pub(super) fn from_model(list: &[model::Criterion], agreed: &Voice) -> Vec<Criterion> {
    list.iter()
        .map(|criterion| Criterion::from_model(criterion, agreed))
        .collect()
}

impl Criterion {
    fn from_model(from: &model::Criterion, agreed: &Voice) -> Self {
        let (id, weights) = (&from.id, &agreed.weights);
        Self {
            id: Some(from.id.as_str().to_owned()),
            name: Some(from.name.clone()),
            short: from.short.clone(),
            question: from.question.clone(),
            note: from.note.clone(),
            origin: from.origin.clone(),
            weight: weights.raw(id).map(|weight| Number(weight.get())),
            weight_reason: weights.reason(id).to_owned(),
            weight_range: weights
                .range(id)
                .map(|ends| range(ends.map(RawWeight::get))),
            priorities: from.priorities.iter().map(ToString::to_string).collect(),
            anchors: all(&from.anchors),
            scale: Scale::unless_direct(&from.scale),
            judged: Macbeth::unless_empty(agreed.scores.differences(id)),
            weighting: Weighting::unless_blank(weights.weighting(Some(id))),
            criteria: from_model(&from.children, agreed),
            unknown: unknown(&from.extra),
        }
    }
}

impl From<&model::Anchor> for Anchor {
    fn from(from: &model::Anchor) -> Self {
        Self {
            value: Some(from.value.into()),
            words: Some(from.words.clone()),
            unknown: unknown(&from.extra),
        }
    }
}
