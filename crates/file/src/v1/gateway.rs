//! Gateways and how options fare at them, in a file.

use super::super::fields::{Fields, Read, invalid};
use super::super::words::PASS;
use super::framing::name;
use super::read::number;
use super::write::Object;
use crate::json::Json;
use weighbridge_model::{
    self as model, Appraisal, Bound, Criterion, CriterionId, Direction, Finite, GatewayId, Mark,
    Measure, Range, Required, ScaleKind, ScalePoint,
};

/// What a value is of, written beside a level on a scale from 0 to 100.
const OF: f64 = 100.0;

pub(super) fn gateway(from: &model::Gateway) -> Json {
    let mut to = Object::default();
    to.text("id", from.id.as_str());
    to.text("name", &from.name);
    to.said("test", &from.test);
    if let Some(level) = &from.level {
        to.text("criterion", level.criterion.as_str());
        let key = match level.bound {
            Bound::AtLeast => "at_least",
            Bound::AtMost => "at_most",
        };
        match &level.mark {
            Mark::Value(x) => {
                to.number(key, *x);
                to.put("of", Json::number(OF));
            }
            Mark::Amount { at, unit } => {
                to.number(key, *at);
                to.text("unit", unit);
            }
            Mark::Label(label) => to.text(key, label),
            Mark::OldValue(x) => to.number("minimum", *x),
        }
    }
    to.with(&from.extra)
}

/// A gateway; the criteria say what a level without a unit is of.
pub(super) fn read_gateway(mut file: Fields, criteria: &[Criterion]) -> Read<model::Gateway> {
    let id = file.needed_text("id")?;
    let id = GatewayId::new(&id).or_else(|e| invalid("gateways", e))?;
    file.place = format!("gateway “{id}”");
    let criterion = file.some_text("criterion")?;
    let given = [
        (Bound::AtLeast, file.given("at_least")),
        (Bound::AtMost, file.given("at_most")),
    ];
    let old = file.number("minimum")?;
    let (of, unit) = (file.number("of")?, file.some_text("unit")?);
    if given.iter().all(|(_, value)| value.is_none()) && (of.is_some() || unit.is_some()) {
        return Err(file.wrong("“of” and “unit” belong to “at_least” or “at_most”"));
    }
    let mut found = None;
    for (bound, value) in given {
        let Some(value) = value else { continue };
        if found.replace((bound, value)).is_some() {
            return Err(file.wrong("give “at_least” or “at_most”, not both"));
        }
    }
    let level = match (criterion, found, old) {
        (None, None, None) => None,
        (Some(criterion), Some((bound, value)), None) => {
            let criterion = criterion_id(&file, &criterion)?;
            let mark = mark(&file, value, of, unit, scale(criteria, &criterion))?;
            Some(Required {
                criterion,
                bound,
                mark,
            })
        }
        (Some(criterion), None, Some(value)) => Some(Required {
            criterion: criterion_id(&file, &criterion)?,
            bound: Bound::AtLeast,
            mark: Mark::OldValue(number(&file.place, value)?),
        }),
        _ => {
            return Err(
                file.wrong("give both “criterion” and “at_least” or “at_most”, or none of them")
            );
        }
    };
    Ok(model::Gateway {
        id,
        name: name(&mut file)?,
        test: file.text("test")?,
        level,
        extra: file.rest()?,
    })
}

fn criterion_id(file: &Fields, id: &str) -> Read<CriterionId> {
    CriterionId::new(id).or_else(|e| invalid(file.place.clone(), e))
}

fn scale<'a>(criteria: &'a [Criterion], id: &CriterionId) -> Option<&'a ScaleKind> {
    let mut found = None;
    for criterion in criteria {
        criterion.walk(0, &mut |c, _| {
            if c.id == *id {
                found = Some(&c.scale.kind);
            }
        });
    }
    found
}

/// A level in the terms it was given in: of 100, of a unit, or a label. A number that says neither is
/// in those of the criterion.
fn mark(
    file: &Fields,
    value: Json,
    of: Option<f64>,
    unit: Option<String>,
    scale: Option<&ScaleKind>,
) -> Read<Mark> {
    let at = match value {
        Json::Text(label) if of.is_none() && unit.is_none() => return Ok(Mark::Label(label)),
        Json::Text(_) => return Err(file.wrong("a label has no “of” and no “unit”")),
        other => other.as_number(),
    };
    let Some(at) = at.and_then(Finite::new) else {
        return Err(file.wrong("the level should be a number or a label"));
    };
    Ok(match (of, unit, scale) {
        (Some(OF), None, _) | (None, None, Some(ScaleKind::Direct) | None) => Mark::Value(at),
        (None, Some(unit), _) => Mark::Amount { at, unit },
        (None, None, Some(ScaleKind::Measure(measure))) => Mark::Amount {
            at,
            unit: measure.unit.clone(),
        },
        (None, None, Some(ScaleKind::Points(_))) => Mark::Label(at.get().to_string()),
        (Some(_), _, _) => return Err(file.wrong("“of” can only be 100, without a “unit”")),
    })
}

pub(super) fn passage(from: &model::GatewayResult) -> Json {
    let mut to = Object::default();
    to.word("outcome", from.pass.and_then(|pass| PASS.word(&pass)));
    to.said("evidence", &from.evidence);
    to.with(&from.extra)
}

pub(super) fn read_passage(mut file: Fields) -> Read<model::GatewayResult> {
    Ok(model::GatewayResult {
        pass: file.word("outcome", &PASS)?,
        evidence: file.text("evidence")?,
        extra: file.rest()?,
    })
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
                let score = on.judgements.scores.get(&option.id, &criterion.id)?;
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
    let bends = measure.bends.iter().map(|b| (b.at.get(), b.value.get()));
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
