//! How weights and scores came about.

use super::common::{Known, Loose, Map, Number, Unknown, kept, unknown, words};
use crate::problems::At;
use crate::wrong::{EntryKind, Wrong};
use litemap::LiteMap;
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
#[cfg(feature = "schema")]
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use weighbridge_model::{
    self as model, CriterionId, Finite, MAX_CRITERIA, MacbethJudgements, RawWeight, ReferencePoint,
    ReferencePoints,
};

words!(WeightingMethod for model::WeightingMethod { Swing, Rank, Pairwise, BestWorst, Macbeth } or Direct);
words!(RankFormula for model::RankFormula { Sum, Reciprocal } or Centroid);

/// The ids of the criteria of a branch, and of all below it.
pub(super) struct Branch<'a> {
    pub(super) children: BTreeSet<&'a str>,
    pub(super) below: BTreeSet<&'a str>,
}

/// How the weights of a group came about. The weights that count are those of the criteria.
#[derive(Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Weighting {
    /// The method in use; points when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    method: Option<WeightingMethod>,
    /// Points given directly, while another method is in use.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "BTreeMap<String, super::schema::Weight>")
    )]
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    direct: Map<Number>,
    /// Swing weights, the largest 100.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "BTreeMap<String, super::schema::Weight>")
    )]
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    swing: Map<Number>,
    /// The worst and best ends of the scales below, as they were when the swings were given.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    swing_seen: Map<Loose<[End; 2]>>,
    /// Places by importance from 1; equal places are ties.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "BTreeMap<String, super::schema::OneOrMore>")
    )]
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    rank: Map<Number>,
    /// How places turn into weights; the centroid when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    rank_formula: Option<RankFormula>,
    /// Two ids and how many times as important the first is as the second.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pairwise: Vec<Loose<(String, String, Number)>>,
    /// The most important criterion.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    best: String,
    /// The least important criterion.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    worst: String,
    /// How much more important the best is than each other, 1 to 9.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "BTreeMap<String, super::schema::OneOrMore>")
    )]
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    best_to: Map<Number>,
    /// How much more important each other is than the worst, 1 to 9.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "BTreeMap<String, super::schema::OneOrMore>")
    )]
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    to_worst: Map<Number>,
    /// Differences between swings, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    macbeth: Option<Macbeth>,
    #[serde(flatten)]
    unknown: Unknown,
}

/// An end of a scale: words, or a list of an amount and its unit, or of a label and what it means. An
/// empty text is an end that nobody had said.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(untagged)]
enum End {
    Words(String),
    Label(String, String),
    Amount(Number, String),
}

/// Differences in attractiveness, in words.
#[derive(Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Macbeth {
    /// Ids, the most attractive first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    order: Vec<String>,
    /// Two ids (null for the worst on everything) and a category from 0, no difference, to 6, extreme;
    /// two categories when in doubt.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    differences: Vec<Loose<Difference>>,
    #[serde(flatten)]
    unknown: Unknown,
}

/// A difference between two things, in one category or between two.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(untagged)]
enum Difference {
    One(String, Option<String>, Number),
    Between(String, Option<String>, Number, Number),
}

impl Weighting {
    /// How the weights of a branch came about.
    pub(super) fn into_model(
        self,
        branch: &Branch<'_>,
        known: &Known,
        at: At<'_>,
    ) -> model::Weighting {
        let weight = |Number(x)| RawWeight::new(x);
        let place = |Number(x)| whole(x, 1, u16::MAX);
        let macbeth = self.macbeth.map(|m| m.into_model(at.field("macbeth")));
        let to = model::Weighting {
            method: WeightingMethod::value(self.method),
            direct: by_criterion("direct", self.direct, at, EntryKind::ZeroOrMore, weight),
            swing: by_criterion("swing", self.swing, at, EntryKind::ZeroOrMore, weight),
            swing_confirmed_for: by_criterion(
                "swing_seen",
                self.swing_seen,
                at,
                EntryKind::Ends,
                both_ends,
            ),
            rank: by_criterion("rank", self.rank, at, EntryKind::WholeFromOne, place),
            rank_formula: RankFormula::value(self.rank_formula),
            pairwise: pairwise(self.pairwise, at),
            best: criterion("best", self.best, at),
            worst: criterion("worst", self.worst, at),
            best_to: by_criterion(
                "best_to",
                self.best_to,
                at,
                EntryKind::OneOrMore,
                one_or_more,
            ),
            to_worst: by_criterion(
                "to_worst",
                self.to_worst,
                at,
                EntryKind::OneOrMore,
                one_or_more,
            ),
            macbeth: macbeth.unwrap_or_default(),
            extra: kept(self.unknown),
        };
        if known.criteria.is_sure() {
            names_are_there(&to, branch, at);
        }
        to
    }

    /// A weighting for the file, unless it is empty.
    pub(super) fn unless_blank(from: &model::Weighting) -> Option<Self> {
        (!from.is_blank()).then(|| from.into())
    }
}

/// A weight in a field.
pub(super) fn weight(field: &str, Number(x): Number, at: At<'_>) -> Option<RawWeight> {
    let weight = RawWeight::new(x);
    if weight.is_none() {
        at.wrong_field(field, Wrong::NegativeWeight(Some(x)));
    }
    weight
}

fn one_or_more(Number(x): Number) -> Option<Finite> {
    Finite::new(x).filter(|x| x.get() >= 1.0)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the number is whole and in range"
)]
fn whole(x: f64, low: u16, high: u16) -> Option<u16> {
    let fits = x >= f64::from(low) && x <= f64::from(high) && x.fract() == 0.0;
    fits.then_some(x as u16)
}

fn both_ends(ends: Loose<[End; 2]>) -> Option<ReferencePoints> {
    let [worst, best] = ends.shaped()?;
    Some(ReferencePoints {
        worst: end(worst)?,
        best: end(best)?,
    })
}

fn end(end: End) -> Option<ReferencePoint> {
    Some(match end {
        End::Words(words) => ReferencePoint::said(&words),
        End::Label(label, words) => ReferencePoint::Label { label, words },
        End::Amount(Number(x), unit) => {
            let at = Finite::new(x)?;
            ReferencePoint::Amount { at, unit }
        }
    })
}

/// Reads the weight entry of each of some criteria.
fn by_criterion<T, M>(
    field: &'static str,
    map: Map<T>,
    at: At<'_>,
    should_be: EntryKind,
    read: impl Fn(T) -> Option<M>,
) -> LiteMap<CriterionId, M> {
    let mut to = LiteMap::new();
    // Among more than there may be criteria one is in no group, and is told; a list in order would take long to grow.
    for (key, value) in map.into_iter().take(MAX_CRITERIA + 1) {
        let value = read(value);
        if value.is_none() {
            // The object is named for the place, and the field with the criterion for what is wrong.
            let of = key.clone();
            let what = Wrong::Entry {
                field,
                of,
                should_be,
            };
            at.wrong_entry(field, &key, what);
        }
        match CriterionId::new(&key) {
            Ok(id) => {
                value.map(|value| to.insert(id, value));
            }
            Err(bad) => at.wrong_entry(field, &key, Wrong::Id(bad)),
        }
    }
    to
}

/// The criterion that a field names, if it names one.
fn criterion(field: &str, id: String, at: At<'_>) -> Option<CriterionId> {
    if id.is_empty() {
        return None;
    }
    let id = CriterionId::new(&id);
    id.map_err(|bad| at.wrong_field(field, Wrong::Id(bad))).ok()
}

fn pairwise(list: Vec<Loose<(String, String, Number)>>, at: At<'_>) -> Vec<model::Comparison> {
    let at = at.field("pairwise");
    let mut to: Vec<model::Comparison> = Vec::new();
    for (n, comparison) in list.into_iter().enumerate() {
        let Some(comparison) = comparison.shaped().and_then(comparison_of) else {
            at.item(n).wrong(Wrong::Comparison);
            continue;
        };
        let (more, less) = (&comparison.more, &comparison.less);
        let same = |c: &model::Comparison| {
            (&c.more, &c.less) == (more, less) || (&c.more, &c.less) == (less, more)
        };
        if to.iter().any(same) {
            let what = Wrong::ComparedTwice(more.to_string(), less.to_string());
            at.item(n).wrong(what);
        }
        to.push(comparison);
    }
    to
}

fn comparison_of(
    (more, less, Number(times)): (String, String, Number),
) -> Option<model::Comparison> {
    let different = more != less && times > 0.0;
    different.then_some(model::Comparison {
        more: CriterionId::new(&more).ok()?,
        less: CriterionId::new(&less).ok()?,
        times: Finite::new(times)?,
    })
}

impl Macbeth {
    /// Judgements of the options on a criterion.
    pub(super) fn of_options(self, known: &Known, at: At<'_>) -> MacbethJudgements {
        let to = self.into_model(at);
        elements_are_there(&to, &|id| !known.options.lack(id), at);
        if to.differences.iter().any(|d| d.less.is_empty()) {
            at.wrong_field("differences", Wrong::OneOption);
        }
        to
    }

    fn into_model(self, at: At<'_>) -> MacbethJudgements {
        let mut seen = BTreeSet::new();
        if !self
            .order
            .iter()
            .all(|id| !id.is_empty() && seen.insert(id.as_str()))
        {
            at.wrong_field("order", Wrong::Order);
        }
        let mut differences: Vec<model::Difference> = Vec::new();
        let list = at.field("differences");
        for (n, difference) in self.differences.into_iter().enumerate() {
            let difference = difference.shaped().and_then(difference_of);
            let difference = difference.filter(|d| {
                let same = |o: &model::Difference| {
                    (&o.more, &o.less) == (&d.more, &d.less)
                        || (&o.more, &o.less) == (&d.less, &d.more)
                };
                !differences.iter().any(same)
            });
            match difference {
                Some(difference) => differences.push(difference),
                None => list.item(n).wrong(Wrong::Difference),
            }
        }
        MacbethJudgements {
            order: self.order,
            differences,
            extra: kept(self.unknown),
        }
    }

    /// Judgements for the file, unless there are none.
    pub(super) fn unless_empty(from: &MacbethJudgements) -> Option<Self> {
        (*from != MacbethJudgements::default()).then(|| from.into())
    }
}

fn difference_of(from: Difference) -> Option<model::Difference> {
    let (more, less, low, high) = match from {
        Difference::One(more, less, low) => (more, less, low, low),
        Difference::Between(more, less, low, high) => (more, less, low, high),
    };
    let category = |Number(x)| u8::try_from(whole(x, 0, 6)?).ok();
    let (low, high) = (category(low)?, category(high)?);
    // Only null stands for the worst on everything.
    let named = !more.is_empty() && less.as_deref() != Some("");
    let less = less.unwrap_or_default();
    (named && low <= high && more != less).then_some(model::Difference {
        more,
        less,
        low,
        high,
    })
}

impl From<&model::Weighting> for Weighting {
    fn from(from: &model::Weighting) -> Self {
        let finite = |x: &Finite| Number::from(*x);
        let weight = |x: &RawWeight| Number(x.get());
        let id = |id: &Option<CriterionId>| id.as_ref().map(ToString::to_string);
        Self {
            method: WeightingMethod::word(from.method),
            direct: by_id(&from.direct, weight),
            swing: by_id(&from.swing, weight),
            swing_seen: by_id(&from.swing_confirmed_for, |points| {
                Loose::Shaped([(&points.worst).into(), (&points.best).into()])
            }),
            rank: by_id(&from.rank, |place| Number(f64::from(*place))),
            rank_formula: RankFormula::word(from.rank_formula),
            pairwise: from.pairwise.iter().map(written).collect(),
            best: id(&from.best).unwrap_or_default(),
            worst: id(&from.worst).unwrap_or_default(),
            best_to: by_id(&from.best_to, finite),
            to_worst: by_id(&from.to_worst, finite),
            macbeth: Macbeth::unless_empty(&from.macbeth),
            unknown: unknown(&from.extra),
        }
    }
}

fn by_id<M, T>(from: &LiteMap<CriterionId, M>, write: impl Fn(&M) -> T) -> Map<T> {
    let each = from.iter();
    each.map(|(id, value)| (id.to_string(), write(value)))
        .collect()
}

fn written(from: &model::Comparison) -> Loose<(String, String, Number)> {
    let (more, less) = (from.more.to_string(), from.less.to_string());
    Loose::Shaped((more, less, from.times.into()))
}

impl From<&ReferencePoint> for End {
    fn from(from: &ReferencePoint) -> Self {
        match from {
            ReferencePoint::Unsaid => Self::Words(String::new()),
            ReferencePoint::Words(words) => Self::Words(words.clone()),
            ReferencePoint::Label { label, words } => Self::Label(label.clone(), words.clone()),
            ReferencePoint::Amount { at, unit } => Self::Amount((*at).into(), unit.clone()),
        }
    }
}

impl From<&MacbethJudgements> for Macbeth {
    fn from(from: &MacbethJudgements) -> Self {
        let differences = from.differences.iter();
        Self {
            order: from.order.clone(),
            differences: differences.map(|d| Loose::Shaped(d.into())).collect(),
            unknown: unknown(&from.extra),
        }
    }
}

impl From<&model::Difference> for Difference {
    fn from(from: &model::Difference) -> Self {
        let more = from.more.clone();
        let less = (!from.less.is_empty()).then(|| from.less.clone());
        let [low, high] = [from.low, from.high].map(|c| Number(f64::from(c)));
        if from.low == from.high {
            Self::One(more, less, low)
        } else {
            Self::Between(more, less, low, high)
        }
    }
}

/// Whether every criterion that a weighting names is in its branch.
fn names_are_there(weighting: &model::Weighting, branch: &Branch<'_>, at: At<'_>) {
    let Branch { children, below } = branch;
    let named = weighting
        .criteria()
        .filter(|id| !children.contains(id.as_str()));
    let points = weighting.swing_confirmed_for.keys();
    let points = points.filter(|id| !below.contains(id.as_str()));
    let mut told = BTreeSet::new();
    for id in named.chain(points).filter(|id| told.insert(id.as_str())) {
        at.wrong_anyway(Wrong::NotInGroup(id.to_string()));
    }
    let there = |id: &str| children.contains(id);
    elements_are_there(&weighting.macbeth, &there, at.field("macbeth"));
}

/// Whether everything that differences name is there.
fn elements_are_there(judged: &MacbethJudgements, there: &dyn Fn(&str) -> bool, at: At<'_>) {
    let named = judged.differences.iter().flat_map(|d| [&d.more, &d.less]);
    let named = judged.order.iter().chain(named).filter(|id| !id.is_empty());
    let named = named.map(String::as_str);
    let missing: BTreeSet<&str> = named.filter(|id| !there(id)).collect();
    for id in missing {
        at.wrong_anyway(Wrong::NoElement(id.to_owned()));
    }
}
