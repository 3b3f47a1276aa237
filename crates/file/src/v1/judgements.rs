//! How weights and scores came about, in a file.

use super::super::fields::{Fields, Read, invalid};
use super::super::words::{METHOD, RANK_FORMULA};
use super::write::{Object, each};
use crate::json::Json;
use std::collections::BTreeMap;
use weighbridge_model::{
    Appraisal, Comparison, Criterion, CriterionId, Difference, Extra, Finite, MacbethJudgements,
    Method, RankFormula, RawWeight, ReferencePoint, ReferencePoints, Weighting,
};

/// Puts how the weights of a branch came about, unless nothing is said.
pub(super) fn put_weighting(to: &mut Object, from: &Weighting) {
    if from.is_blank() {
        return;
    }
    let mut object = Object::default();
    object.word("method", METHOD.word(&from.method));
    put_map(&mut object, "direct", &from.direct, |w| {
        Json::number(w.get())
    });
    put_map(&mut object, "swing", &from.swing, |w| Json::number(w.get()));
    put_map(
        &mut object,
        "swing_seen",
        &from.swing_confirmed_for,
        |ends| Json::List(vec![put_end(&ends.worst), put_end(&ends.best)]),
    );
    put_map(&mut object, "rank", &from.rank, |place| {
        Json::number(f64::from(*place))
    });
    object.word("rank_formula", RANK_FORMULA.word(&from.rank_formula));
    object.list(
        "pairwise",
        each(&from.pairwise, |c| {
            let (more, less) = (Json::text(c.more.as_str()), Json::text(c.less.as_str()));
            Json::List(vec![more, less, Json::number(c.times.get())])
        }),
    );
    object.said("best", from.best.as_ref().map_or("", |id| id.as_str()));
    object.said("worst", from.worst.as_ref().map_or("", |id| id.as_str()));
    put_map(&mut object, "best_to", &from.best_to, |x| {
        Json::number(x.get())
    });
    put_map(&mut object, "to_worst", &from.to_worst, |x| {
        Json::number(x.get())
    });
    put_judged(&mut object, "macbeth", &from.macbeth);
    to.put("weighting", object.with(&from.extra));
}

fn put_map<T>(
    to: &mut Object,
    key: &str,
    map: &BTreeMap<CriterionId, T>,
    write: impl Fn(&T) -> Json,
) {
    let mut object = Object::default();
    for (id, value) in map.iter() {
        object.put(id.as_str(), write(value));
    }
    if !object.0.is_empty() {
        to.put(key, Json::Object(object.0));
    }
}

/// Puts differences in words, unless there are none.
pub(super) fn put_judged(to: &mut Object, key: &str, from: &MacbethJudgements) {
    if *from == MacbethJudgements::default() {
        return;
    }
    let mut object = Object::default();
    object.list("order", each(&from.order, |id| Json::text(id)));
    object.list(
        "differences",
        each(&from.differences, |d| {
            let less = if d.less.is_empty() {
                Json::Null
            } else {
                Json::text(&d.less)
            };
            let mut list = vec![Json::text(&d.more), less, Json::number(f64::from(d.low))];
            if d.high != d.low {
                list.push(Json::number(f64::from(d.high)));
            }
            Json::List(list)
        }),
    );
    to.put(key, object.with(&from.extra));
}

/// How the weights of a branch came about.
pub(super) fn weighting(file: &mut Fields) -> Read<Weighting> {
    let Some(given) = file.given("weighting") else {
        return Ok(Weighting::default());
    };
    let mut file = Fields::new(given, format!("{}, weighting", file.place))?;
    Ok(Weighting {
        method: file.word_or("method", &METHOD, Method::Direct)?,
        direct: map(&mut file, "direct", "0 or more", &weight)?,
        swing: map(&mut file, "swing", "0 or more", &weight)?,
        swing_confirmed_for: map(&mut file, "swing_seen", ENDS, &both_ends)?,
        rank: map(&mut file, "rank", "a whole number from 1", &|v| {
            whole(v, 1, u16::MAX)
        })?,
        rank_formula: file.word_or("rank_formula", &RANK_FORMULA, RankFormula::Centroid)?,
        pairwise: pairwise(&mut file)?,
        best: some_id(&mut file, "best")?,
        worst: some_id(&mut file, "worst")?,
        best_to: map(&mut file, "best_to", "1 or more", &one_or_more)?,
        to_worst: map(&mut file, "to_worst", "1 or more", &one_or_more)?,
        macbeth: judged(&mut file, "macbeth")?,
        extra: file.rest()?,
    })
}

fn weight(value: &Json) -> Option<RawWeight> {
    RawWeight::new(value.as_number()?)
}

fn one_or_more(value: &Json) -> Option<Finite> {
    Finite::new(value.as_number()?).filter(|x| x.get() >= 1.0)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the number is whole and in range"
)]
fn whole(value: &Json, low: u16, high: u16) -> Option<u16> {
    let x = value.as_number()?;
    let fits = x >= f64::from(low) && x <= f64::from(high) && x.fract() == 0.0;
    fits.then_some(x as u16)
}

/// What the ends of a scale have to be.
const ENDS: &str = "two ends in square brackets, the worst first: each words, an amount and its unit as [30, \"weeks\"], or a label and what it means";

fn put_end(end: &ReferencePoint) -> Json {
    match end {
        ReferencePoint::Unsaid => Json::text(""),
        ReferencePoint::Words(words) => Json::text(words),
        ReferencePoint::Label { label, words } => {
            Json::List(vec![Json::text(label), Json::text(words)])
        }
        ReferencePoint::Amount { at, unit } => {
            Json::List(vec![Json::number(at.get()), Json::text(unit)])
        }
    }
}

fn both_ends(value: &Json) -> Option<ReferencePoints> {
    let Json::List(list) = value else {
        return None;
    };
    match list.as_slice() {
        [worst, best] => Some(ReferencePoints {
            worst: end(worst)?,
            best: end(best)?,
        }),
        _ => None,
    }
}

fn end(value: &Json) -> Option<ReferencePoint> {
    let parts = match value {
        Json::Text(words) => return Some(ReferencePoint::said(words)),
        Json::List(parts) => parts.as_slice(),
        _ => return None,
    };
    match parts {
        [Json::Text(label), Json::Text(words)] => Some(ReferencePoint::Label {
            label: label.clone(),
            words: words.clone(),
        }),
        [amount, Json::Text(unit)] => Some(ReferencePoint::Amount {
            at: Finite::new(amount.as_number()?)?,
            unit: unit.clone(),
        }),
        _ => None,
    }
}

fn map<T>(
    file: &mut Fields,
    key: &str,
    be: &str,
    read: &dyn Fn(&Json) -> Option<T>,
) -> Read<BTreeMap<CriterionId, T>> {
    let mut to = BTreeMap::default();
    for (id, value) in file.pairs(key)? {
        let Some(value) = read(&value) else {
            return Err(file.wrong(&format!("{key} of “{id}” should be {be}")));
        };
        to.insert(criterion_id(file, &id)?, value);
    }
    Ok(to)
}

fn criterion_id(file: &Fields, id: &str) -> Read<CriterionId> {
    CriterionId::new(id).or_else(|e| invalid(file.place.clone(), e))
}

fn some_id(file: &mut Fields, key: &str) -> Read<Option<CriterionId>> {
    match file.text(key)? {
        id if id.is_empty() => Ok(None),
        id => criterion_id(file, &id).map(Some),
    }
}

fn pairwise(file: &mut Fields) -> Read<Vec<Comparison>> {
    let mut to: Vec<Comparison> = Vec::new();
    for value in file.list("pairwise")? {
        let Json::List(parts) = value else {
            return Err(no_comparison(file));
        };
        let [Json::Text(more), Json::Text(less), times] = parts.as_slice() else {
            return Err(no_comparison(file));
        };
        let times = times
            .as_number()
            .and_then(Finite::new)
            .filter(|x| x.get() > 0.0);
        let Some(times) = times.filter(|_| more != less) else {
            return Err(no_comparison(file));
        };
        let (more, less) = (criterion_id(file, more)?, criterion_id(file, less)?);
        let same = |c: &Comparison| {
            [&c.more, &c.less]
                .iter()
                .all(|id| [&more, &less].contains(id))
        };
        if to.iter().any(same) {
            return Err(file.wrong(&format!("“{more}” and “{less}” are compared twice")));
        }
        to.push(Comparison { more, less, times });
    }
    Ok(to)
}

fn no_comparison(file: &Fields) -> super::super::OpenError {
    file.wrong("a comparison is two different ids and how many times, above 0, in square brackets")
}

/// Differences in words.
pub(super) fn judged(file: &mut Fields, key: &str) -> Read<MacbethJudgements> {
    let Some(given) = file.given(key) else {
        return Ok(MacbethJudgements::default());
    };
    let mut file = Fields::new(given, format!("{}, {key}", file.place))?;
    let mut order: Vec<String> = Vec::new();
    for id in file.list("order")? {
        match id {
            Json::Text(id) if !id.is_empty() && !order.contains(&id) => order.push(id),
            _ => return Err(file.wrong("order has to name different ids")),
        }
    }
    let mut differences: Vec<Difference> = Vec::new();
    for value in file.list("differences")? {
        let difference = difference(&value).filter(|d| {
            let other = |o: &Difference| {
                (&o.more, &o.less) != (&d.more, &d.less) && (&o.more, &o.less) != (&d.less, &d.more)
            };
            differences.iter().all(other)
        });
        let Some(difference) = difference else {
            return Err(file.wrong(
                "a difference is two ids and a category from 0 to 6, in square brackets, each pair once",
            ));
        };
        differences.push(difference);
    }
    let extra: Extra = file.rest()?;
    Ok(MacbethJudgements {
        order,
        differences,
        extra,
    })
}

fn difference(value: &Json) -> Option<Difference> {
    let Json::List(parts) = value else {
        return None;
    };
    let category = |value: &Json| whole(value, 0, 6).and_then(|c| u8::try_from(c).ok());
    let (more, less, low, high) = match parts.as_slice() {
        [Json::Text(more), less, low] => (more, less, category(low)?, category(low)?),
        [Json::Text(more), less, low, high] => (more, less, category(low)?, category(high)?),
        _ => return None,
    };
    let less = match less {
        Json::Null => String::new(),
        Json::Text(less) if !less.is_empty() => less.clone(),
        _ => return None,
    };
    (low <= high && !more.is_empty() && *more != less).then(|| Difference {
        more: more.clone(),
        less,
        low,
        high,
    })
}

/// Two numbers, the first not above the second, or nothing.
pub(super) fn ends(file: &mut Fields, key: &str) -> Read<Option<[Finite; 2]>> {
    let Some(value) = file.given(key) else {
        return Ok(None);
    };
    if let Json::List(list) = &value
        && let [low, high] = list.as_slice()
        && let (Some(low), Some(high)) = (low.as_number(), high.as_number())
        && let (Some(low), Some(high)) = (Finite::new(low), Finite::new(high))
        && low <= high
    {
        return Ok(Some([low, high]));
    }
    Err(file.wrong(&format!(
        "{key} has to be two numbers in square brackets, the lower first"
    )))
}

/// Whether every criterion that a weighting names is in its branch, and every option and criterion
/// that differences name is there.
pub(super) fn names_are_there(of: &Appraisal) -> Read<()> {
    weighting_names(&of.judgements.weighting, &of.criteria, "weighting")?;
    for (criterion, _) in of.criteria_in_order() {
        let place = format!("criterion “{}”, weighting", criterion.id);
        weighting_names(&criterion.weighting, &criterion.children, &place)?;
        let there = |id: &str| of.options.iter().any(|o| o.id.as_str() == id);
        let place = format!("criterion “{}”, judged", criterion.id);
        judged_names(&criterion.judged, &there, &place)?;
        if criterion
            .judged
            .differences
            .iter()
            .any(|d| d.less.is_empty())
        {
            return invalid(place, "a difference between options needs two options");
        }
    }
    Ok(())
}

fn judged_names(judged: &MacbethJudgements, there: &dyn Fn(&str) -> bool, place: &str) -> Read<()> {
    let named = judged.differences.iter().flat_map(|d| [&d.more, &d.less]);
    for id in judged.order.iter().chain(named) {
        if !id.is_empty() && !there(id) {
            return invalid(place, format!("there is no “{id}”"));
        }
    }
    Ok(())
}

fn weighting_names(weighting: &Weighting, branch: &[Criterion], place: &str) -> Read<()> {
    let there = |id: &str| branch.iter().any(|c| c.id.as_str() == id);
    let below = |id: &CriterionId| {
        let mut found = false;
        for child in branch {
            child.walk(0, &mut |c, _| found |= c.id == *id);
        }
        found
    };
    for id in weighting.criteria() {
        if !there(id.as_str()) {
            return invalid(place, format!("there is no criterion “{id}” in this group"));
        }
    }
    for (id, _) in weighting.swing_confirmed_for.iter() {
        if !below(id) {
            return invalid(place, format!("there is no criterion “{id}” in this group"));
        }
    }
    judged_names(&weighting.macbeth, &there, place)
}
