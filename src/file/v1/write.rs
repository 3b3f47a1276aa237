//! From the model to the file. Cannot fail, and leaves out what says nothing.

use super::super::ordered::Ordered;
use super::super::score::{self, Given};
use super::Unknown;
use crate::model::{self, Absence, Entry, Extra};
use serde_json::Value;

/// The model as a file has it.
pub(in super::super) fn from_model(from: &model::Appraisal) -> super::Appraisal {
    super::Appraisal {
        format: super::super::FORMAT.to_owned(),
        version: 1,
        id: from.id.to_string(),
        title: from.title.clone(),
        question: from.question.clone(),
        body: from.body.clone(),
        date: from.date.map(|d| d.to_string()),
        status: match from.status {
            model::Status::Draft => super::Status::Draft,
            model::Status::Final => super::Status::Final,
            model::Status::Illustrative => super::Status::Illustrative,
        },
        notice: from.notice.clone(),
        background: from.background.clone(),
        margin: Some(from.margin.get())
            .filter(|m| m.to_bits() != model::Appraisal::DEFAULT_MARGIN.to_bits()),
        sources: from.sources.iter().map(source).collect(),
        figures: from.figures.iter().map(figure).collect(),
        options: from.options.iter().map(option).collect(),
        criteria: from.criteria.iter().map(criterion).collect(),
        scores: scores(from),
        extra: unknown(&from.extra),
    }
}

fn unknown(extra: &Extra) -> Unknown {
    let parse = |text: &String| serde_json::from_str(text).unwrap_or(Value::Null);
    let fields = extra.0.iter();
    Ordered(
        fields
            .map(|(key, text)| (key.clone(), parse(text)))
            .collect(),
    )
}

fn source(from: &model::Source) -> super::Source {
    super::Source {
        title: from.title.clone(),
        link: from.link.clone(),
        date: from.date.map(|d| d.to_string()),
        note: from.note.clone(),
        extra: unknown(&from.extra),
    }
}

fn figure(from: &model::Figure) -> super::Figure {
    let (amount, unit) = match &from.amount {
        model::Amount::Money(pence) => (pence.pounds(), "GBP".to_owned()),
        model::Amount::Quantity { value, unit } => (value.get(), unit.clone()),
    };
    super::Figure {
        id: from.id.to_string(),
        name: from.name.clone(),
        amount,
        unit,
        qualifier: match from.qualifier {
            model::Qualifier::Exactly => None,
            model::Qualifier::Almost => Some(super::Qualifier::Almost),
            model::Qualifier::MoreThan => Some(super::Qualifier::MoreThan),
            model::Qualifier::LessThan => Some(super::Qualifier::LessThan),
            model::Qualifier::About => Some(super::Qualifier::About),
            model::Qualifier::UpTo => Some(super::Qualifier::UpTo),
            model::Qualifier::AtLeast => Some(super::Qualifier::AtLeast),
        },
        period: from.period.clone(),
        prices: match from.price_base {
            model::PriceBase::NotStated => None,
            model::PriceBase::Nominal => Some("nominal".to_owned()),
            model::PriceBase::Real(year) => Some(year.to_string()),
        },
        status: match from.status {
            model::FigureStatus::NotStated => None,
            model::FigureStatus::Estimate => Some(super::FigureStatus::Estimate),
            model::FigureStatus::Budget => Some(super::FigureStatus::Budget),
            model::FigureStatus::Outturn => Some(super::FigureStatus::Outturn),
            model::FigureStatus::Claimed => Some(super::FigureStatus::Claimed),
        },
        source: from.source.clone(),
        date: from.date.map(|d| d.to_string()),
        note: from.note.clone(),
        extra: unknown(&from.extra),
    }
}

fn option(from: &model::Opt) -> super::Opt {
    let (standing, ruled_out) = match &from.standing {
        model::Standing::LongListed => (super::Standing::LongListed, None),
        model::Standing::ShortListed => (super::Standing::ShortListed, None),
        model::Standing::Preferred => (super::Standing::Preferred, None),
        model::Standing::RuledOut(why) => (
            super::Standing::RuledOut,
            Some(super::RuledOut {
                stage: why.stage.clone(),
                reason: why.reason.clone(),
                source: why.source.clone(),
                extra: unknown(&why.extra),
            }),
        ),
    };
    let attribute = |a: &model::Attribute| {
        let key = match &a.key {
            model::AttributeKey::AccountableTo => "accountable-to",
            model::AttributeKey::LegalForm => "legal-form",
            model::AttributeKey::Employer => "employer",
            model::AttributeKey::Reversible => "reversible",
            model::AttributeKey::EarliestStart => "earliest-start",
            model::AttributeKey::Own(name) => name,
        };
        (key.to_owned(), a.value.clone())
    };
    super::Opt {
        id: from.id.to_string(),
        name: from.name.clone(),
        short: from.short.clone(),
        summary: from.summary.clone(),
        standing,
        ruled_out,
        baseline: from.baseline.map(|b| match b {
            model::Baseline::DoNothing => super::Baseline::DoNothing,
            model::Baseline::BusinessAsUsual => super::Baseline::BusinessAsUsual,
            model::Baseline::DoMinimum => super::Baseline::DoMinimum,
        }),
        attributes: Ordered(from.attributes.iter().map(attribute).collect()),
        extra: unknown(&from.extra),
    }
}

fn criterion(from: &model::Criterion) -> super::Criterion {
    super::Criterion {
        id: from.id.to_string(),
        name: from.name.clone(),
        short: from.short.clone(),
        question: from.question.clone(),
        note: from.note.clone(),
        origin: from.origin.clone(),
        weight: from.weight.map(model::RawWeight::get),
        weight_reason: from.weight_reason.clone(),
        anchors: from
            .anchors
            .iter()
            .map(|anchor| super::Anchor {
                value: anchor.value.get(),
                words: anchor.words.clone(),
                extra: unknown(&anchor.extra),
            })
            .collect(),
        scale: scale(&from.scale),
        criteria: from.children.iter().map(criterion).collect(),
        extra: unknown(&from.extra),
    }
}

fn scale(from: &model::Scale) -> Option<super::Scale> {
    let mut to = super::Scale {
        extra: unknown(&from.extra),
        ..super::Scale::default()
    };
    match &from.kind {
        model::ScaleKind::Direct if to.extra.is_empty() => return None,
        model::ScaleKind::Direct => {}
        model::ScaleKind::Points(levels) => {
            to.kind = super::Kind::Points;
            to.levels = levels
                .iter()
                .map(|level| super::Level {
                    label: level.label.clone(),
                    words: level.words.clone(),
                    value: Some(level.value.get()),
                    extra: unknown(&level.extra),
                })
                .collect();
        }
        model::ScaleKind::Measure(measure) => {
            to.kind = super::Kind::Measure;
            to.unit.clone_from(&measure.unit);
            to.direction = Some(match measure.direction {
                model::Direction::Higher => super::Direction::Higher,
                model::Direction::Lower => super::Direction::Lower,
            });
            to.fixed = match measure.range {
                model::Range::Local => None,
                model::Range::Fixed { low, high } => Some([low.get(), high.get()]),
            };
            to.bends = measure
                .bends
                .iter()
                .map(|bend| super::Bend {
                    at: bend.at.get(),
                    value: bend.value.get(),
                    extra: unknown(&bend.extra),
                })
                .collect();
        }
    }
    Some(to)
}

/// Scores in the order of options and criteria, so that a file changes only where a person did.
fn scores(from: &model::Appraisal) -> Ordered<Ordered<score::Score>> {
    let leaves = from.leaves();
    let row = |option: &model::Opt| {
        let cells = leaves.iter().filter_map(|leaf| {
            let score = from.scores.get(&option.id, &leaf.id)?;
            Some((leaf.id.to_string(), cell(score)))
        });
        Ordered(cells.collect())
    };
    let rows = from.options.iter().map(|o| (o.id.to_string(), row(o)));
    Ordered(rows.filter(|(_, row)| !row.is_empty()).collect())
}

fn cell(from: &model::Score) -> score::Score {
    let (value, absent) = match &from.entry {
        Entry::Number(x) => (Given::Number(x.get()), None),
        Entry::Label(label) => (Given::Label(label.clone()), None),
        Entry::Absent(Absence::Missing) => (Given::Nothing, Some(score::Absent::Missing)),
        Entry::Absent(Absence::CannotJudge) => (Given::Nothing, Some(score::Absent::CannotJudge)),
        Entry::Absent(Absence::NotApplicable) => {
            (Given::Nothing, Some(score::Absent::NotApplicable))
        }
    };
    let remarks = !from.reason.is_empty()
        || !from.source.is_empty()
        || from.confidence.is_some()
        || !from.extra.0.is_empty();
    if absent.is_none() && !remarks {
        return score::Score::Bare(value);
    }
    score::Score::Detailed(Box::new(score::Detailed {
        value,
        absent,
        reason: from.reason.clone(),
        source: from.source.clone(),
        confidence: from.confidence.map(|c| match c {
            model::Confidence::Low => score::Confidence::Low,
            model::Confidence::Medium => score::Confidence::Medium,
            model::Confidence::High => score::Confidence::High,
        }),
        extra: unknown(&from.extra),
    }))
}
