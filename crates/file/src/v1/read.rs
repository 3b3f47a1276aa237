//! From the file to the model: every rule the types do not hold by themselves is checked here.

use super::super::fields::{Fields, Read, invalid, pairs};
use super::super::words::{
    ABSENT, BASELINE, CONFIDENCE, DIRECTION, FIGURE_STATUS, KIND, Kind, QUALIFIER, STAGE, STATUS,
    Stage,
};
use super::{framing, gateway, judgements, robustness, scenarios};
use crate::json::Json;
use std::collections::BTreeMap;

use weighbridge_model::{
    self as model, Entry, Finite, MAX_CRITERIA, MAX_DEPTH, MAX_OPTIONS, MAX_SCENARIOS,
};

/// A file as the model has it.
pub(in super::super) fn to_model(file: Json) -> Read<model::Appraisal> {
    let mut file = Fields::new(file, "the appraisal".to_owned())?;
    // Checked before: they say how to read the rest.
    file.take("format");
    file.take("version");
    let given = file.text("id")?;
    let title = file.needed_text("title")?;
    let id = if given.is_empty() {
        model::slug(&title, "appraisal", |_| false)
    } else {
        given
    };
    let id = model::AppraisalId::new(&id).or_else(|e| invalid("id", e))?;
    let mut to = model::Appraisal::new(id, &title);
    to.frame_mut().question = file.text("question")?;
    to.frame_mut().body = file.text("body")?;
    to.frame_mut().date = file.date("date")?;
    to.frame_mut().status = file.word_or("status", &STATUS, model::Status::Draft)?;
    to.frame_mut().notice = file.text("notice")?;
    to.frame_mut().background = file.text("background")?;
    if let Some(margin) = file.number("margin")? {
        to.frame_mut().margin = match Finite::new(margin) {
            Some(margin) if margin.get() >= 0.0 => margin,
            _ => return invalid("margin", "it should be 0 or more"),
        };
    }
    to.frame_mut().sources = each(file.list("sources")?, "source", source)?;
    to.frame_mut().figures = each(file.list("figures")?, "figure", figure)?;
    let options = file.list("options")?;
    if options.len() > MAX_OPTIONS {
        return invalid("options", format!("there are more than {MAX_OPTIONS}"));
    }
    to.options = each(options, "option", option)?.into();
    to.criteria = criteria(file.list("criteria")?, 1, &mut 0)?.into();
    to.judgements_mut().weighting = judgements::weighting(&mut file)?;
    to.frame_mut().framework = each(file.list("framework")?, "framework", framing::read_choice)?;
    to.frame_mut().gateways = each(file.list("gateways")?, "gateway", |f| {
        gateway::read_gateway(f, &to.criteria)
    })?;
    to.frame_mut().checks = each(file.list("checks")?, "check", framing::read_check)?;
    to.frame_mut().priorities = each(file.list("priorities")?, "priority", framing::read_priority)?;
    to.frame_mut().overarching = each(
        file.list("overarching")?,
        "over-arching criterion",
        framing::read_overarching,
    )?;
    distinct(
        "figures",
        &mut to.frame.figures.iter().map(|f| f.id.as_str()),
    )?;
    distinct("options", &mut to.options.iter().map(|o| o.id.as_str()))?;
    let all = to.criteria_in_order();
    distinct("criteria", &mut all.iter().map(|(c, _)| c.id.as_str()))?;
    distinct(
        "gateways",
        &mut to.frame.gateways.iter().map(|g| g.id.as_str()),
    )?;
    distinct(
        "priorities",
        &mut to.frame.priorities.iter().map(|p| p.id.as_str()),
    )?;
    framing::names_are_there(&to)?;
    judgements::names_are_there(&to)?;
    to.judgements_mut().scores = scores(file.pairs("scores")?, &to, "")?;
    gateway::convert_minimums(&mut to);
    let list = file.list("scenarios")?;
    if list.len() > MAX_SCENARIOS {
        return invalid("scenarios", format!("there are more than {MAX_SCENARIOS}"));
    }
    to.judgements_mut().scenarios = each(list, "scenario", |s| scenarios::read_scenario(s, &to))?;
    distinct(
        "scenarios",
        &mut to.judgements.scenarios.iter().map(|s| s.id.as_str()),
    )?;
    to.judgements_mut().robustness = robustness::read_robustness(file.take("robustness"), &to)?;
    to.extra = file.rest()?;
    Ok(to)
}

/// Reads each object of a list; until one has said its name, its place is its number.
pub(super) fn each<T>(
    list: Vec<Json>,
    what: &str,
    read: impl Fn(Fields) -> Read<T>,
) -> Read<Vec<T>> {
    let numbered = list.into_iter().zip(1..);
    numbered
        .map(|(file, at)| read(Fields::new(file, format!("{what} {at}"))?))
        .collect()
}

fn distinct(place: &str, ids: &mut dyn Iterator<Item = &str>) -> Read<()> {
    let mut seen = BTreeMap::default();
    for id in ids {
        if seen.insert(id, ()).is_some() {
            return invalid(place, format!("the id “{id}” appears twice"));
        }
    }
    Ok(())
}

pub(super) fn number(place: &str, x: f64) -> Read<Finite> {
    Finite::new(x).map_or_else(|| invalid(place, "it should be a finite number"), Ok)
}

fn source(mut file: Fields) -> Read<model::Source> {
    let title = file.needed_text("title")?;
    file.place = format!("source “{title}”");
    Ok(model::Source {
        title,
        date: file.date("date")?,
        link: file.text("link")?,
        note: file.text("note")?,
        extra: file.rest()?,
    })
}

fn figure(mut file: Fields) -> Read<model::Figure> {
    let id = file.needed_text("id")?;
    let id = model::FigureId::new(&id).or_else(|e| invalid("figures", e))?;
    file.place = format!("figure “{id}”");
    let name = file.needed_text("name")?;
    let amount = file.needed_number("amount")?;
    let unit = file.text("unit")?;
    let amount = if unit == "GBP" {
        let money = model::Pence::from_pounds(amount).map(model::Amount::Money);
        money.ok_or_else(|| {
            file.wrong(
                "an amount in GBP has at most two decimals and stays below a million million",
            )
        })?
    } else {
        model::Amount::Quantity {
            value: number(&file.place, amount)?,
            unit,
        }
    };
    let mut to = model::Figure::new(id, &name, amount);
    to.price_base = match file.some_text("prices")?.as_deref() {
        None => model::PriceBase::NotStated,
        Some("nominal") => model::PriceBase::Nominal,
        Some(year) => match year.parse() {
            Ok(year) => model::PriceBase::Real(year),
            Err(_) => return Err(file.wrong("prices should be \"nominal\" or a year")),
        },
    };
    if let Some(qualifier) = file.word("qualifier", &QUALIFIER)? {
        to.qualifier = qualifier;
    }
    to.period = file.text("period")?;
    if let Some(status) = file.word("status", &FIGURE_STATUS)? {
        to.status = status;
    }
    to.source = file.text("source")?;
    to.date = file.date("date")?;
    to.note = file.text("note")?;
    to.extra = file.rest()?;
    Ok(to)
}

fn option(mut file: Fields) -> Read<model::Alternative> {
    let id = file.needed_text("id")?;
    let id = model::OptionId::new(&id).or_else(|e| invalid("options", e))?;
    file.place = format!("option “{id}”");
    let name = file.needed_text("name")?;
    if name.trim().is_empty() {
        return Err(file.wrong("it needs a name"));
    }
    let mut to = model::Alternative::new(id, &name);
    to.short = file.text("short")?;
    to.summary = file.text("summary")?;
    let stage = file.word_or("standing", &STAGE, Stage::ShortListed)?;
    let why = file.given("ruled_out");
    if why.is_some() && stage != Stage::RuledOut {
        return Err(file.wrong("it has “ruled_out”, but its standing is not “ruled-out”"));
    }
    to.status = match stage {
        Stage::LongListed => model::OptionStatus::LongListed,
        Stage::ShortListed => model::OptionStatus::ShortListed,
        Stage::Preferred => model::OptionStatus::Preferred,
        Stage::RuledOut => model::OptionStatus::RuledOut(match why {
            None => model::RuledOut::default(),
            Some(why) => ruled_out(Fields::new(why, format!("{}: ruled_out", file.place))?)?,
        }),
    };
    to.baseline = file.word("baseline", &BASELINE)?;
    for (key, value) in file.pairs("attributes")? {
        let Json::Text(value) = value else {
            return Err(file.wrong(&format!("the attribute “{key}” should be a text")));
        };
        to.attributes.push(attribute(key, value));
    }
    for (id, passage) in file.pairs("gateways")? {
        let id = model::GatewayId::new(&id).or_else(|e| invalid(file.place.clone(), e))?;
        let place = format!("{}, gateway “{id}”", file.place);
        to.gateways
            .insert(id, gateway::read_passage(Fields::new(passage, place)?)?);
    }
    to.extra = file.rest()?;
    Ok(to)
}

fn ruled_out(mut file: Fields) -> Read<model::RuledOut> {
    Ok(model::RuledOut {
        stage: file.text("stage")?,
        reason: file.text("reason")?,
        source: file.text("source")?,
        extra: file.rest()?,
    })
}

fn attribute(key: String, value: String) -> model::Attribute {
    let known = model::AttributeKey::known().find(|known| known.key() == key);
    let key = known.unwrap_or(model::AttributeKey::Own(key));
    model::Attribute { key, value }
}

fn criteria(list: Vec<Json>, depth: usize, count: &mut usize) -> Read<Vec<model::Criterion>> {
    if depth > MAX_DEPTH && !list.is_empty() {
        return invalid("criteria", format!("groups go at most {MAX_DEPTH} deep"));
    }
    *count += list.len();
    if *count > MAX_CRITERIA {
        return invalid("criteria", format!("there are more than {MAX_CRITERIA}"));
    }
    let mut to = Vec::new();
    for (file, at) in list.into_iter().zip(1..) {
        let file = Fields::new(file, format!("criterion {at}"))?;
        to.push(criterion(file, depth, count)?);
    }
    Ok(to)
}

fn criterion(mut file: Fields, depth: usize, count: &mut usize) -> Read<model::Criterion> {
    let id = file.needed_text("id")?;
    let id = model::CriterionId::new(&id).or_else(|e| invalid("criteria", e))?;
    file.place = format!("criterion “{id}”");
    let name = file.needed_text("name")?;
    if name.trim().is_empty() {
        return Err(file.wrong("it needs a name"));
    }
    let mut to = model::Criterion::new(id, &name);
    to.short = file.text("short")?;
    to.question = file.text("question")?;
    to.note = file.text("note")?;
    to.origin = file.text("origin")?;
    if let Some(x) = file.number("weight")? {
        to.weight = Some(weight(&file, x)?);
    }
    to.weight_reason = file.text("weight_reason")?;
    if let Some([low, high]) = judgements::ends(&mut file, "weight_range")? {
        let ends = (
            model::RawWeight::new(low.get()),
            model::RawWeight::new(high.get()),
        );
        let (Some(low), Some(high)) = ends else {
            return Err(file.wrong("a weight cannot be negative; use 0 or more"));
        };
        to.weight_range = Some([low, high]);
    }
    for id in file.list("priorities")? {
        to.priorities.push(framing::priority_id(&file, id)?);
    }
    to.judged = judgements::judged(&mut file, "judged")?;
    to.weighting = judgements::weighting(&mut file)?;
    let place = &format!("{}, anchor", file.place);
    to.anchors = each(file.list("anchors")?, place, anchor)?;
    if let Some(given) = file.given("scale") {
        to.scale = scale(Fields::new(given, format!("{}, scale", file.place))?)?;
    }
    to.children = criteria(file.list("criteria")?, depth + 1, count)?;
    to.extra = file.rest()?;
    Ok(to)
}

pub(super) fn weight(file: &Fields, x: f64) -> Read<model::RawWeight> {
    let wrong = || file.wrong(&format!("a weight cannot be negative ({x}); use 0 or more"));
    model::RawWeight::new(x).ok_or_else(wrong)
}

fn anchor(mut file: Fields) -> Read<model::Anchor> {
    Ok(model::Anchor {
        value: number(&file.place.clone(), file.needed_number("value")?)?,
        words: file.needed_text("words")?,
        extra: file.rest()?,
    })
}

fn scale(mut file: Fields) -> Read<model::Scale> {
    let Some(kind) = file.word("kind", &KIND)? else {
        return Err(file.wrong("kind is missing"));
    };
    // Every field is read whatever the kind: a file with a wrong one is wrong.
    let place = file.place.clone();
    let (levels, given) = levels(file.list("levels")?, &place)?;
    if kind == Kind::Points && given != 0 && given != levels.len() {
        return Err(file.wrong("give every point of the scale a value, or none"));
    }
    let unit = file.text("unit")?;
    let direction = file.word("direction", &DIRECTION)?;
    let fixed = file.given("fixed");
    let range = fixed.map_or(Ok(model::Range::Local), |ends| range(&ends, &place))?;
    let bends = each(file.list("bends")?, &format!("{place}, bend"), bend)?;
    let kind = match kind {
        Kind::Direct => model::ScaleKind::Direct,
        Kind::Points => model::ScaleKind::Points(levels),
        Kind::Measure => model::ScaleKind::Measure(model::Measure {
            unit,
            direction: match direction {
                Some(direction) => direction,
                None => {
                    return Err(file.wrong("a measure needs a direction, \"higher\" or \"lower\""));
                }
            },
            range,
            bends,
        }),
    };
    kind.check().or_else(|refusal: model::BadScale| {
        invalid(place, refusal.to_string().trim_end_matches('.'))
    })?;
    Ok(model::Scale {
        kind,
        extra: file.rest()?,
    })
}

fn range(ends: &Json, place: &str) -> Read<model::Range> {
    if let Json::List(ends) = ends
        && let [low, high] = ends.as_slice()
        && let (Some(low), Some(high)) = (low.as_number(), high.as_number())
    {
        return Ok(model::Range::Fixed {
            low: number(place, low)?,
            high: number(place, high)?,
        });
    }
    invalid(place, "fixed should be a list of two numbers")
}

fn bend(mut file: Fields) -> Read<model::Breakpoint> {
    let place = file.place.clone();
    Ok(model::Breakpoint {
        at: number(&place, file.needed_number("at")?)?,
        value: number(&place, file.needed_number("value")?)?,
        extra: file.rest()?,
    })
}

/// The points of a scale, and how many have a value; where none is given they run evenly.
fn levels(list: Vec<Json>, place: &str) -> Read<(Vec<model::ScalePoint>, usize)> {
    let last = list.len().saturating_sub(1).max(1);
    let mut given = 0;
    let mut to = Vec::new();
    for (at, file) in list.into_iter().enumerate() {
        let mut file = Fields::new(file, format!("{place}, level {}", at + 1))?;
        let value = file.number("value")?;
        given += usize::from(value.is_some());
        #[expect(clippy::cast_precision_loss, reason = "a handful of levels")]
        let even = 100.0 * at as f64 / last as f64;
        to.push(model::ScalePoint {
            value: number(&file.place, value.unwrap_or(even))?,
            label: file.needed_text("label")?,
            words: file.text("words")?,
            extra: file.rest()?,
        });
    }
    Ok((to, given))
}

/// Scores by option and criterion; what stands before the place of one that is wrong is given.
pub(super) fn scores(
    rows: Vec<(String, Json)>,
    on: &model::Appraisal,
    prefix: &str,
) -> Read<model::Scores> {
    let mut to = model::Scores::default();
    for (option, cells) in rows {
        let Some(option) = on.options.iter().find(|o| o.id.as_str() == option) else {
            return invalid(
                format!("{prefix}scores"),
                format!("there is no option “{option}”"),
            );
        };
        for (criterion, cell) in pairs(cells, &format!("{prefix}scores of “{}”", option.id))? {
            let place = format!("{prefix}score of “{}” on “{criterion}”", option.id);
            let found = on.criteria_in_order().into_iter().map(|(c, _)| c);
            let Some(found) = found.into_iter().find(|c| c.id.as_str() == criterion) else {
                return invalid(
                    format!("{prefix}scores"),
                    format!("there is no criterion “{criterion}”"),
                );
            };
            if !found.is_leaf() {
                return invalid(place, "it is a group; score the criteria in it");
            }
            to.set(&option.id, &found.id, score(cell, found, place)?);
        }
    }
    Ok(to)
}

/// The short or the long form of a score: `70`, `"good"`, `null`, or an object with its remarks.
fn score(cell: Json, on: &model::Criterion, place: String) -> Read<model::Score> {
    let cell = match cell {
        Json::Object(_) => cell,
        bare => Json::Object(vec![("value".to_owned(), bare)]),
    };
    let mut file = Fields::new(cell, place)?;
    let absent = file.word("absent", &ABSENT)?;
    let entry = match (file.given("value"), absent) {
        (None, None) => Entry::Absent(model::Absence::Missing),
        (None, Some(Some(absence))) => Entry::Absent(absence),
        (None, Some(None)) => {
            return Err(
                file.wrong("“no-view” belongs in a ballot; use “missing” or “cannot-judge”")
            );
        }
        (Some(_), Some(_)) => return Err(file.wrong("it has both a value and “absent”; keep one")),
        (Some(Json::Text(label)), None) => Entry::Label(label),
        (Some(value), None) => match value.as_number() {
            Some(x) => Entry::Number(number(&file.place, x)?),
            None => return Err(file.wrong("a value should be a number, a label or null")),
        },
    };
    Ok(model::Score {
        // 4 and "4" are the same point of a labelled scale.
        entry: entry.settled(&on.scale.kind),
        reason: file.text("reason")?,
        source: file.text("source")?,
        confidence: file.word("confidence", &CONFIDENCE)?,
        who: file.text("who")?,
        range: judgements::ends(&mut file, "range")?,
        extra: file.rest()?,
    })
}
