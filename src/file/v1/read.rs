//! From the file to the model: every rule the types do not hold by themselves is checked here.

use super::super::OpenError;
use super::super::score::{self, Given};
use super::Unknown;
use crate::edit::{Refusal, check_scale, settled};
use crate::model::{self, Entry, Extra, Finite, MAX_CRITERIA, MAX_DEPTH, MAX_OPTIONS};
use crate::order::Map;

type Read<T> = Result<T, OpenError>;

fn invalid<T>(place: impl Into<String>, what: impl ToString) -> Read<T> {
    Err(OpenError::Invalid {
        place: place.into(),
        what: what.to_string(),
    })
}

/// A file as the model has it.
pub(in super::super) fn to_model(file: super::Appraisal) -> Read<model::Appraisal> {
    let id = if file.id.is_empty() {
        model::slug(&file.title, "appraisal", |_| false)
    } else {
        file.id
    };
    let id = model::AppraisalId::new(&id).or_else(|e| invalid("id", e))?;
    let mut to = model::Appraisal::new(id, &file.title);
    to.question = file.question;
    to.body = file.body;
    to.date = date("date", file.date.as_deref())?;
    to.status = match file.status {
        super::Status::Draft => model::Status::Draft,
        super::Status::Final => model::Status::Final,
        super::Status::Illustrative => model::Status::Illustrative,
    };
    to.notice = file.notice;
    to.background = file.background;
    if let Some(margin) = file.margin {
        to.margin = match Finite::new(margin) {
            Some(margin) if margin.get() >= 0.0 => margin,
            _ => return invalid("margin", "it should be 0 or more"),
        };
    }
    to.sources = file.sources.into_iter().map(source).collect::<Read<_>>()?;
    to.figures = file.figures.into_iter().map(figure).collect::<Read<_>>()?;
    if file.options.len() > MAX_OPTIONS {
        return invalid("options", format!("there are more than {MAX_OPTIONS}"));
    }
    to.options = file.options.into_iter().map(option).collect::<Read<_>>()?;
    let mut count = 0;
    to.criteria = criteria(file.criteria, 1, &mut count)?;
    distinct("figures", to.figures.iter().map(|f| f.id.as_str()))?;
    distinct("options", to.options.iter().map(|o| o.id.as_str()))?;
    let all = to.criteria_in_order();
    distinct("criteria", all.iter().map(|(c, _)| c.id.as_str()))?;
    to.scores = scores(file.scores.0, &to)?;
    to.extra = extra(file.extra);
    Ok(to)
}

fn distinct<'a>(place: &str, ids: impl Iterator<Item = &'a str>) -> Read<()> {
    let mut seen = Map::default();
    for id in ids {
        if seen.insert(id, ()).is_some() {
            return invalid(place, format_args!("the id “{id}” appears twice"));
        }
    }
    Ok(())
}

fn extra(unknown: Unknown) -> Extra {
    let mut extra = Extra::default();
    for (key, value) in unknown.0 {
        extra.0.insert(key, value.to_string());
    }
    extra
}

fn date(place: &str, text: Option<&str>) -> Read<Option<model::PartialDate>> {
    text.map(|text| {
        model::PartialDate::parse(text).map_or_else(
            || {
                invalid(
                    place,
                    format_args!("“{text}” should be a date like 2013-12-16, 2013-12 or 2013"),
                )
            },
            Ok,
        )
    })
    .transpose()
}

fn number(place: &str, x: f64) -> Read<Finite> {
    Finite::new(x).map_or_else(|| invalid(place, "it should be a finite number"), Ok)
}

fn source(file: super::Source) -> Read<model::Source> {
    Ok(model::Source {
        date: date(&format!("source “{}”", file.title), file.date.as_deref())?,
        title: file.title,
        link: file.link,
        note: file.note,
        extra: extra(file.extra),
    })
}

fn figure(file: super::Figure) -> Read<model::Figure> {
    let place = format!("figure “{}”", file.id);
    let id = model::FigureId::new(&file.id).or_else(|e| invalid("figures", e))?;
    let amount = if file.unit == "GBP" {
        match model::Pence::from_pounds(file.amount) {
            Some(pence) => model::Amount::Money(pence),
            None => {
                return invalid(
                    place,
                    "an amount in GBP has at most two decimals and stays below a million million",
                );
            }
        }
    } else {
        model::Amount::Quantity {
            value: number(&place, file.amount)?,
            unit: file.unit,
        }
    };
    let prices = match file.prices.as_deref() {
        None => model::PriceBase::NotStated,
        Some("nominal") => model::PriceBase::Nominal,
        Some(year) => match year.parse() {
            Ok(year) => model::PriceBase::Real(year),
            Err(_) => return invalid(place, "prices should be \"nominal\" or a year"),
        },
    };
    let mut to = model::Figure::new(id, &file.name, amount);
    to.qualifier = match file.qualifier {
        None => model::Qualifier::Exactly,
        Some(super::Qualifier::Almost) => model::Qualifier::Almost,
        Some(super::Qualifier::MoreThan) => model::Qualifier::MoreThan,
        Some(super::Qualifier::LessThan) => model::Qualifier::LessThan,
        Some(super::Qualifier::About) => model::Qualifier::About,
        Some(super::Qualifier::UpTo) => model::Qualifier::UpTo,
        Some(super::Qualifier::AtLeast) => model::Qualifier::AtLeast,
    };
    to.period = file.period;
    to.price_base = prices;
    to.status = match file.status {
        None => model::FigureStatus::NotStated,
        Some(super::FigureStatus::Estimate) => model::FigureStatus::Estimate,
        Some(super::FigureStatus::Budget) => model::FigureStatus::Budget,
        Some(super::FigureStatus::Outturn) => model::FigureStatus::Outturn,
        Some(super::FigureStatus::Claimed) => model::FigureStatus::Claimed,
    };
    to.source = file.source;
    to.date = date(&place, file.date.as_deref())?;
    to.note = file.note;
    to.extra = extra(file.extra);
    Ok(to)
}

fn option(file: super::Opt) -> Read<model::Opt> {
    let id = model::OptionId::new(&file.id).or_else(|e| invalid("options", e))?;
    if file.name.trim().is_empty() {
        return invalid(format!("option “{id}”"), "it needs a name");
    }
    let standing = match (file.standing, file.ruled_out) {
        (super::Standing::RuledOut, why) => {
            let why = why.unwrap_or_default();
            model::Standing::RuledOut(model::RuledOut {
                stage: why.stage,
                reason: why.reason,
                source: why.source,
                extra: extra(why.extra),
            })
        }
        (_, Some(_)) => {
            return invalid(
                format!("option “{id}”"),
                "it has “ruled_out”, but its standing is not “ruled-out”",
            );
        }
        (super::Standing::LongListed, None) => model::Standing::LongListed,
        (super::Standing::ShortListed, None) => model::Standing::ShortListed,
        (super::Standing::Preferred, None) => model::Standing::Preferred,
    };
    let mut to = model::Opt::new(id, &file.name);
    to.short = file.short;
    to.summary = file.summary;
    to.standing = standing;
    to.baseline = file.baseline.map(|b| match b {
        super::Baseline::DoNothing => model::Baseline::DoNothing,
        super::Baseline::BusinessAsUsual => model::Baseline::BusinessAsUsual,
        super::Baseline::DoMinimum => model::Baseline::DoMinimum,
    });
    let attribute = |(key, value): (String, String)| model::Attribute {
        key: match key.as_str() {
            "accountable-to" => model::AttributeKey::AccountableTo,
            "legal-form" => model::AttributeKey::LegalForm,
            "employer" => model::AttributeKey::Employer,
            "reversible" => model::AttributeKey::Reversible,
            "earliest-start" => model::AttributeKey::EarliestStart,
            _ => model::AttributeKey::Own(key),
        },
        value,
    };
    to.attributes = file.attributes.0.into_iter().map(attribute).collect();
    to.extra = extra(file.extra);
    Ok(to)
}

fn criteria(
    list: Vec<super::Criterion>,
    depth: usize,
    count: &mut usize,
) -> Read<Vec<model::Criterion>> {
    if depth > MAX_DEPTH && !list.is_empty() {
        return invalid("criteria", format!("groups go at most {MAX_DEPTH} deep"));
    }
    *count += list.len();
    if *count > MAX_CRITERIA {
        return invalid("criteria", format!("there are more than {MAX_CRITERIA}"));
    }
    list.into_iter()
        .map(|file| criterion(file, depth, count))
        .collect()
}

fn criterion(file: super::Criterion, depth: usize, count: &mut usize) -> Read<model::Criterion> {
    let id = model::CriterionId::new(&file.id).or_else(|e| invalid("criteria", e))?;
    let place = format!("criterion “{id}”");
    if file.name.trim().is_empty() {
        return invalid(place, "it needs a name");
    }
    let mut to = model::Criterion::new(id, &file.name);
    to.short = file.short;
    to.question = file.question;
    to.note = file.note;
    to.origin = file.origin;
    to.weight = match file.weight {
        None => None,
        Some(x) => match model::RawWeight::new(x) {
            Some(weight) => Some(weight),
            None => {
                return invalid(
                    place,
                    format_args!("a weight cannot be negative ({x}); use 0 or more"),
                );
            }
        },
    };
    to.weight_reason = file.weight_reason;
    for anchor in file.anchors {
        to.anchors.push(model::Anchor {
            value: number(&place, anchor.value)?,
            words: anchor.words,
            extra: extra(anchor.extra),
        });
    }
    if let Some(file) = file.scale {
        to.scale = scale(file, &place)?;
    }
    to.children = criteria(file.criteria, depth + 1, count)?;
    to.extra = extra(file.extra);
    Ok(to)
}

fn scale(file: super::Scale, place: &str) -> Read<model::Scale> {
    let kind = match file.kind {
        super::Kind::Direct => model::ScaleKind::Direct,
        super::Kind::Points => model::ScaleKind::Points(levels(file.levels, place)?),
        super::Kind::Measure => model::ScaleKind::Measure(model::Measure {
            unit: file.unit,
            direction: match file.direction {
                Some(super::Direction::Higher) => model::Direction::Higher,
                Some(super::Direction::Lower) => model::Direction::Lower,
                None => {
                    return invalid(
                        place,
                        "a measure needs a direction, \"higher\" or \"lower\"",
                    );
                }
            },
            range: match file.fixed {
                None => model::Range::Local,
                Some([low, high]) => model::Range::Fixed {
                    low: number(place, low)?,
                    high: number(place, high)?,
                },
            },
            bends: file
                .bends
                .into_iter()
                .map(|bend| {
                    Ok(model::Bend {
                        at: number(place, bend.at)?,
                        value: number(place, bend.value)?,
                        extra: extra(bend.extra),
                    })
                })
                .collect::<Read<_>>()?,
        }),
    };
    check_scale(&kind)
        .or_else(|refusal: Refusal| invalid(place, refusal.to_string().trim_end_matches('.')))?;
    Ok(model::Scale {
        kind,
        extra: extra(file.extra),
    })
}

fn levels(list: Vec<super::Level>, place: &str) -> Read<Vec<model::Level>> {
    let given = list.iter().filter(|level| level.value.is_some()).count();
    if given != 0 && given != list.len() {
        return invalid(place, "give every point of the scale a value, or none");
    }
    let last = list.len().saturating_sub(1).max(1);
    list.into_iter()
        .enumerate()
        .map(|(at, level)| {
            #[expect(clippy::cast_precision_loss, reason = "a handful of levels")]
            let even = 100.0 * at as f64 / last as f64;
            Ok(model::Level {
                label: level.label,
                words: level.words,
                value: number(place, level.value.unwrap_or(even))?,
                extra: extra(level.extra),
            })
        })
        .collect()
}

fn scores(
    rows: Vec<(String, super::Ordered<score::Score>)>,
    on: &model::Appraisal,
) -> Read<model::Scores> {
    let mut to = model::Scores::default();
    for (option, cells) in rows {
        let Some(option) = on.options.iter().find(|o| o.id.as_str() == option) else {
            return invalid("scores", format_args!("there is no option “{option}”"));
        };
        for (criterion, cell) in cells.0 {
            let place = format!("score of “{}” on “{criterion}”", option.id);
            let found = on.criteria_in_order().into_iter().map(|(c, _)| c);
            let Some(found) = found.into_iter().find(|c| c.id.as_str() == criterion) else {
                return invalid(
                    "scores",
                    format_args!("there is no criterion “{criterion}”"),
                );
            };
            if !found.is_leaf() {
                return invalid(place, "it is a group; score the criteria in it");
            }
            to.set(&option.id, &found.id, score(cell, found, &place)?);
        }
    }
    Ok(to)
}

fn score(file: score::Score, on: &model::Criterion, place: &str) -> Read<model::Score> {
    let file = match file {
        score::Score::Bare(value) => score::Detailed {
            value,
            ..score::Detailed::default()
        },
        score::Score::Detailed(detailed) => *detailed,
    };
    let entry = match (file.value, file.absent) {
        (Given::Nothing, None | Some(score::Absent::Missing)) => {
            Entry::Absent(model::Absence::Missing)
        }
        (Given::Nothing, Some(score::Absent::CannotJudge)) => {
            Entry::Absent(model::Absence::CannotJudge)
        }
        (Given::Nothing, Some(score::Absent::NotApplicable)) => {
            Entry::Absent(model::Absence::NotApplicable)
        }
        (Given::Nothing, Some(score::Absent::NoView)) => {
            return invalid(
                place,
                "“no-view” belongs in a ballot; use “missing” or “cannot-judge”",
            );
        }
        (_, Some(_)) => return invalid(place, "it has both a value and “absent”; keep one"),
        (Given::Number(x), None) => Entry::Number(number(place, x)?),
        (Given::Label(text), None) => Entry::Label(text),
    };
    Ok(model::Score {
        // 4 and "4" are the same point of a labelled scale.
        entry: settled(entry, &on.scale.kind),
        reason: file.reason,
        source: file.source,
        confidence: file.confidence.map(|c| match c {
            score::Confidence::Low => model::Confidence::Low,
            score::Confidence::Medium => model::Confidence::Medium,
            score::Confidence::High => model::Confidence::High,
        }),
        extra: extra(file.extra),
    })
}
