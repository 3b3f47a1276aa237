//! Gateways and how options fare at them.

use super::common::{Given, Known, Loose, Number, Unknown, kept, unknown};
use crate::problems::At;
use crate::wrong::{BadLevel, Wrong};
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use weighbridge_model::{
    self as model, Appraisal, Bound, Criterion, CriterionId, Direction, Finite, GatewayId, Mark,
    Measure, Range, Required, ScaleKind, ScalePoint,
};

/// What a value is of, written beside a level on a scale from 0 to 100.
const OF: f64 = 100.0;

/// The fields that give a level together.
const LEVEL: [&str; 6] = ["criterion", "at_least", "at_most", "of", "unit", "minimum"];

/// Something every option has to pass.
#[derive(Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Gateway {
    /// Unique among the gateways.
    #[cfg_attr(feature = "schema", schemars(required))]
    id: Option<String>,
    /// What it is about.
    #[cfg_attr(feature = "schema", schemars(required))]
    name: Option<String>,
    /// What passes.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    test: String,
    /// The criterion that a level is on; it is decided by the scores there.
    #[serde(skip_serializing_if = "Option::is_none")]
    criterion: Option<String>,
    /// What passes and anything above it, in the criterion's own terms: a score from 0 to 100, an amount, or a
    /// label, above which are the better ones. At most one of at_least and at_most.
    #[serde(skip_serializing_if = "Option::is_none")]
    at_least: Option<Loose<Given>>,
    /// What passes and anything below it, in the same terms.
    #[serde(skip_serializing_if = "Option::is_none")]
    at_most: Option<Loose<Given>>,
    /// 100 beside a score from 0 to 100.
    #[cfg_attr(feature = "schema", schemars(range(min = 100, max = 100)))]
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<Number>,
    /// The unit of an amount when the level was given; that of the criterion when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    /// From early files: the least value from 0 to 100 that passes. It is turned into an amount or a
    /// label when the file is opened; where that cannot be done, it decides nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<Number>,
    #[serde(flatten)]
    unknown: Unknown,
}

/// How an option fares at a gateway.
#[derive(Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct GatewayResult {
    /// Whether it passes; null while nobody can say.
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<Outcome>,
    /// What shows it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    evidence: String,
    #[serde(flatten)]
    unknown: Unknown,
}

#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum Outcome {
    Pass,
    Fail,
}

impl Gateway {
    pub(super) fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// A gateway; the criteria say what a level without a unit is of.
    pub(super) fn into_model(
        self,
        criteria: &[Criterion],
        known: &Known,
        at: At<'_>,
    ) -> Option<model::Gateway> {
        let id = at.id(self.id.as_ref(), GatewayId::new);
        let name = at.name(self.name);
        let level = Level {
            criterion: self.criterion,
            at_least: self.at_least,
            at_most: self.at_most,
            of: self.of.map(|Number(of)| of),
            unit: self.unit,
            minimum: self.minimum.map(|Number(least)| least),
        };
        let level = level.into_model(criteria, at);
        if let Some(level) = &level {
            let id = &level.criterion;
            let scored = Criterion::find(criteria, id).is_some_and(Criterion::is_leaf);
            if !scored && known.criteria.is_sure() {
                at.wrong_field("criterion", Wrong::NothingToScore(id.to_string()));
            }
        }
        Some(model::Gateway {
            id: id?,
            name: name?,
            test: self.test,
            level,
            extra: kept(self.unknown),
        })
    }
}

/// The fields of a gateway that give its level.
struct Level {
    criterion: Option<String>,
    at_least: Option<Loose<Given>>,
    at_most: Option<Loose<Given>>,
    of: Option<f64>,
    unit: Option<String>,
    minimum: Option<f64>,
}

impl Level {
    fn into_model(self, criteria: &[Criterion], at: At<'_>) -> Option<Required> {
        let is_bare = self.at_least.is_none() && self.at_most.is_none();
        if is_bare && (self.of.is_some() || self.unit.is_some()) {
            at.wrong_together(&LEVEL, Wrong::Level(BadLevel::OnlyTerms));
            return None;
        }
        let (bound, given) = match (self.at_least, self.at_most) {
            (Some(_), Some(_)) => {
                at.wrong_together(&LEVEL, Wrong::Level(BadLevel::BothBounds));
                return None;
            }
            (Some(least), None) => (Bound::AtLeast, Some(least)),
            (None, Some(most)) => (Bound::AtMost, Some(most)),
            (None, None) => (Bound::AtLeast, None),
        };
        match (self.criterion, given, self.minimum) {
            (None, None, None) => None,
            (Some(id), Some(given), None) => {
                let criterion = criterion_id(&id, at)?;
                let scale = Criterion::find(criteria, &criterion).map(|c| &c.scale.kind);
                let mark = mark(given, self.of, self.unit, scale);
                let wrong = |bad| at.wrong_together(&LEVEL, Wrong::Level(bad));
                let mark = mark.map_err(wrong).ok()?;
                Some(Required {
                    criterion,
                    bound,
                    mark,
                })
            }
            (Some(id), None, Some(least)) => Some(Required {
                criterion: criterion_id(&id, at)?,
                bound,
                mark: Mark::OldValue(at.finite("minimum", least)?),
            }),
            _ => {
                at.wrong_together(&LEVEL, Wrong::Level(BadLevel::Half));
                None
            }
        }
    }
}

fn criterion_id(id: &str, at: At<'_>) -> Option<CriterionId> {
    let id = CriterionId::new(id);
    id.map_err(|bad| at.wrong_field("criterion", Wrong::Id(bad)))
        .ok()
}

/// A level in the terms it was given in: of 100, of a unit, or a label. A number that says neither is
/// in those of the criterion.
fn mark(
    given: Loose<Given>,
    of: Option<f64>,
    unit: Option<String>,
    scale: Option<&ScaleKind>,
) -> Result<Mark, BadLevel> {
    let at = match given.shaped() {
        Some(Given::Text(label)) if of.is_none() && unit.is_none() => {
            return Ok(Mark::Label(label));
        }
        Some(Given::Text(_)) => return Err(BadLevel::LabelWithTerms),
        Some(Given::Number(Number(x))) => Finite::new(x),
        None => None,
    };
    let Some(at) = at else {
        return Err(BadLevel::NoMark);
    };
    match (of, unit, scale) {
        (Some(OF), None, _) | (None, None, Some(ScaleKind::Direct) | None) => Ok(Mark::Value(at)),
        (None, Some(unit), _) => Ok(Mark::Amount { at, unit }),
        (None, None, Some(ScaleKind::Measure(measure))) => Ok(Mark::Amount {
            at,
            unit: measure.unit.clone(),
        }),
        (None, None, Some(ScaleKind::Points(_))) => Ok(Mark::Label(at.get().to_string())),
        (Some(_), _, _) => Err(BadLevel::Terms),
    }
}

impl From<&model::Gateway> for Gateway {
    fn from(from: &model::Gateway) -> Self {
        let mut to = Self {
            id: Some(from.id.as_str().to_owned()),
            name: Some(from.name.clone()),
            test: from.test.clone(),
            unknown: unknown(&from.extra),
            ..Self::default()
        };
        if let Some(level) = &from.level {
            to.put_level(level);
        }
        to
    }
}

impl Gateway {
    fn put_level(&mut self, level: &Required) {
        self.criterion = Some(level.criterion.as_str().to_owned());
        let given = match &level.mark {
            Mark::Value(x) => {
                self.of = Some(Number(OF));
                Given::Number((*x).into())
            }
            Mark::Amount { at, unit } => {
                self.unit = Some(unit.clone());
                Given::Number((*at).into())
            }
            Mark::Label(label) => Given::Text(label.clone()),
            Mark::OldValue(x) => {
                self.minimum = Some((*x).into());
                return;
            }
        };
        let given = Some(Loose::Shaped(given));
        match level.bound {
            Bound::AtLeast => self.at_least = given,
            Bound::AtMost => self.at_most = given,
        }
    }
}

impl GatewayResult {
    pub(super) fn into_model(self) -> model::GatewayResult {
        model::GatewayResult {
            pass: self.outcome.map(|outcome| match outcome {
                Outcome::Pass => true,
                Outcome::Fail => false,
            }),
            evidence: self.evidence,
            extra: kept(self.unknown),
        }
    }
}

impl From<&model::GatewayResult> for GatewayResult {
    fn from(from: &model::GatewayResult) -> Self {
        Self {
            outcome: from.pass.map(|pass| match pass {
                true => Outcome::Pass,
                false => Outcome::Fail,
            }),
            evidence: from.evidence.clone(),
            unknown: unknown(&from.extra),
        }
    }
}

/// Turns each `minimum`, the least value from 0 to 100 of early files, into the terms of its criterion
/// as its scale is now. One that cannot be turned stays what it is, and decides nothing.
pub(super) fn convert_minimums(to: &mut Appraisal) {
    let convert = |level: &Required| {
        let Mark::OldValue(least) = level.mark else {
            return None;
        };
        let criterion = to.criterion(&level.criterion)?;
        let (bound, mark) = match &criterion.scale.kind {
            ScaleKind::Direct => (Bound::AtLeast, Mark::Value(least)),
            ScaleKind::Points(levels) => (Bound::AtLeast, least_label(levels, least)?),
            ScaleKind::Measure(measure) => {
                let bound = match measure.direction {
                    Direction::Higher => Bound::AtLeast,
                    Direction::Lower => Bound::AtMost,
                };
                let at = amount(measure, ends(to, criterion, measure)?, least)?;
                let unit = measure.unit.clone();
                (bound, Mark::Amount { at, unit })
            }
        };
        Some(Required {
            criterion: level.criterion.clone(),
            bound,
            mark,
        })
    };
    let converted: Vec<Option<Required>> = to
        .frame
        .gateways
        .iter()
        .map(|g| g.level.as_ref().and_then(convert))
        .collect();
    for (gateway, converted) in to.frame_mut().gateways.iter_mut().zip(converted) {
        if converted.is_some() {
            gateway.level = converted;
        }
    }
}

/// The label with the smallest value that passes.
fn least_label(levels: &[ScalePoint], least: Finite) -> Option<Mark> {
    let mut found: Option<&ScalePoint> = None;
    for level in levels
        .iter()
        .filter(|l| l.value.get() >= least.get() - 1e-9)
    {
        if found.is_none_or(|f| level.value < f.value) {
            found = Some(level);
        }
    }
    found.map(|level| Mark::Label(level.label.clone()))
}

/// The two ends of a scale, the worst first: where it is fixed, or the options' own.
fn ends(on: &Appraisal, criterion: &Criterion, measure: &Measure) -> Option<(f64, f64)> {
    let (low, high) = match measure.range {
        Range::Fixed { low, high } => (low.get(), high.get()),
        Range::Local => {
            let amounts = on.appraised().filter_map(|option| {
                let score = on.agreed().scores.get(&option.id, &criterion.id)?;
                score.entry.number()
            });
            amounts.fold(None, |ends: Option<(f64, f64)>, x| {
                Some(ends.map_or((x, x), |(low, high)| (low.min(x), high.max(x))))
            })?
        }
    };
    Some(match measure.direction {
        Direction::Higher => (low, high),
        Direction::Lower => (high, low),
    })
}

/// The amount with a value, where the value function rises all the way from the worst end to the best
/// and has it; to twelve digits, so that 18 weeks are not 17.999999999999996.
fn amount(measure: &Measure, (worst, best): (f64, f64), value: Finite) -> Option<Finite> {
    let inside = |x: f64| worst.min(best) < x && x < worst.max(best);
    let mut points = vec![(worst, 0.0)];
    let bends = measure
        .breakpoints
        .iter()
        .map(|b| (b.at.get(), b.value.get()));
    points.extend(bends.filter(|(x, _)| inside(*x)));
    points.push((best, 100.0));
    let value = value.get();
    let mut found = None;
    for pair in points.windows(2) {
        let [(x0, y0), (x1, y1)] = *pair else {
            continue;
        };
        if y1 <= y0 || (x1 - x0).abs() <= 0.0 {
            return None;
        }
        if found.is_none() && (y0..=y1).contains(&value) {
            found = Some(x0 + (x1 - x0) * ((value - y0) / (y1 - y0)));
        }
    }
    let text = format!("{:.11e}", found?);
    Finite::new(text.parse().ok()?)
}
