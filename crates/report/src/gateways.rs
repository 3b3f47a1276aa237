//! Gateways in words: their levels, how options fare at them, and where they are not judged.

use super::names::{isolated, join, quoted};
use super::number::{measured, unrounded};
use super::subject::Subject;
use super::words::Named;
use weighbridge_analysis::{self as analysis, Basis, Gate, Misfit, OpenGate};
use weighbridge_model::{
    Absence, Bound, Criterion, Entry, Gateway, GatewayId, Mark, OptionId, Perspective, Required,
    ScaleKind,
};

/// A level in the terms of its criterion: `at most £2,600,000`, `at least 40 of 100`, `at least “Good”`.
///
/// Where labels are numbers that fall as they get better, "at least 3" would be read the wrong way
/// round, so there it is `“3” or better`.
pub fn level_words(level: &Required, criterion: &Criterion) -> String {
    let bound = level.bound.words();
    match &level.mark {
        Mark::Value(x) => format!("{bound} {} of 100", unrounded(x.get())),
        Mark::Amount { at, unit } => format!("{bound} {}", measured(&unrounded(at.get()), unit)),
        Mark::Label(label) if falls(&criterion.scale.kind) => {
            let way = match level.bound {
                Bound::AtLeast => "better",
                Bound::AtMost => "worse",
            };
            format!("“{}” or {way}", isolated(label))
        }
        Mark::Label(label) => format!("{bound} “{}”", isolated(label)),
        Mark::OldValue(x) => format!("{bound} {} points of value", unrounded(x.get())),
    }
}

/// Whether labels are numbers of which a lower one is better.
fn falls(scale: &ScaleKind) -> bool {
    let ScaleKind::Points(levels) = scale else {
        return false;
    };
    let numbers: Option<Vec<(f64, f64)>> = levels
        .iter()
        .map(|l| Some((l.label.parse().ok()?, l.value.get())))
        .collect();
    let pairs = numbers.unwrap_or_default();
    let mut pairs = pairs.windows(2);
    pairs.any(|pair| matches!(pair, [a, b] if (a.0 < b.0) == (a.1 > b.1)))
}

/// The level of a gateway with its criterion: `at most £2,600,000 on Cost`. Nothing where people judge.
pub fn gateway_level<'a>(gateway: &Gateway, on: impl Into<Perspective<'a>>) -> Option<String> {
    let on = on.into();
    let level = gateway.level.as_ref()?;
    let criterion = on.criterion(&level.criterion)?;
    Some(format!(
        "{} on {}",
        level_words(level, criterion),
        isolated(criterion.short_name())
    ))
}

/// What decides how an option fares at a gateway with a level, or why nothing does; nothing where
/// people judge.
pub fn gate_words<'a>(
    gate: &Gate,
    gateway: &Gateway,
    on: impl Into<Perspective<'a>>,
) -> Option<String> {
    let on = on.into();
    let level = gateway.level.as_ref()?;
    let criterion = on.criterion(&level.criterion)?;
    let name = isolated(criterion.short_name());
    Some(match &gate.basis {
        Basis::People => return None,
        Basis::Score(entry) => format!(
            "Its score on {name} is {}; {} passes",
            score_words(entry, &criterion.scale.kind),
            level_words(level, criterion)
        ),
        Basis::NoScore(Absence::Missing) => format!("It has no score on {name} yet"),
        Basis::NoScore(absence) => format!("Its score on {name} is “{}”", absence.words()),
        Basis::OffScale => format!("Its score on {name} is not on the scale"),
        Basis::NoFit(why) => format!("Not judged: {}", misfit_words(*why)),
    })
}

fn score_words(entry: &Entry, scale: &ScaleKind) -> String {
    match (entry, scale) {
        (Entry::Number(x), ScaleKind::Measure(measure)) => {
            measured(&unrounded(x.get()), &measure.unit)
        }
        (Entry::Number(x), _) => unrounded(x.get()),
        (Entry::Label(label), _) => format!("“{}”", isolated(label)),
        (Entry::Absent(absence), _) => absence.words().to_owned(),
    }
}

fn misfit_words(why: Misfit) -> &'static str {
    match why {
        Misfit::Kind => "its level was given for another kind of scale",
        Misfit::Unit => "its level was given in another unit",
        Misfit::Label => "its level is a label that the scale does not have",
        Misfit::OldValue => "its level is in points of value, from an early file",
    }
}

/// That the level of a gateway does not fit, why, and what to do.
pub(super) fn misfit(id: &GatewayId, why: Misfit, on: Perspective<'_>) -> String {
    let found = on.frame.gateways.iter().find(|g| g.id == *id);
    let level = found.and_then(|g| gateway_level(g, on)).unwrap_or_default();
    format!(
        "The gateway {} judges no option: {} ({level}). Give the level again.",
        name(id, on),
        misfit_words(why)
    )
}

fn name(id: &GatewayId, on: Perspective<'_>) -> String {
    let found = on.frame.gateways.iter().find(|g| g.id == *id);
    quoted(found.map_or(id.as_str(), |g| &g.name))
}

/// That options are not judged at a gateway, those who lead first, and what would judge them.
fn unjudged(
    id: &GatewayId,
    leaders: &[OptionId],
    others: &[OptionId],
    on: Perspective<'_>,
) -> String {
    let found = on.frame.gateways.iter().find(|g| g.id == *id);
    let level = found.and_then(|g| g.level.as_ref());
    let criterion = level.and_then(|level| on.criterion(&level.criterion));
    let what = criterion.map_or_else(
        || "Judge it on the page Options.".to_owned(),
        |c| format!("The score on {} decides it.", quoted(c.short_name())),
    );
    let all = leaders.len() + others.len();
    let lead = if leaders.len() == 1 { "leads" } else { "lead" };
    let who = if all > 1 && all == on.appraised().count() {
        "any option".to_owned()
    } else if leaders.is_empty() {
        names(others, on)
    } else if others.is_empty() {
        format!("{}, which {lead}", names(leaders, on))
    } else {
        format!(
            "{}, which {lead}, nor for {}",
            names(leaders, on),
            names(others, on)
        )
    };
    format!(
        "The gateway {} is not judged yet for {who}. {what}",
        name(id, on)
    )
}

fn names(options: &[OptionId], on: Perspective<'_>) -> String {
    let name = |id: &OptionId| quoted(on.option(id).map_or(id.as_str(), |o| o.short_name()));
    join(&options.iter().map(name).collect::<Vec<_>>())
}

/// That options are not judged at a gateway.
pub(super) fn not_judged(id: &GatewayId, options: &[OptionId], on: Perspective<'_>) -> String {
    unjudged(id, &[], options, on)
}

/// For each gateway at which options are not judged a sentence that names those who lead first; for
/// one whose level fits no score, why.
pub fn gates_open(on: Subject<'_>) -> Vec<String> {
    let sentence = |open: &OpenGate| {
        let gateways = &on.appraisal.frame.gateways;
        let level = gateways
            .iter()
            .find(|g| g.id == open.gateway)?
            .level
            .as_ref();
        let why = level.and_then(|level| {
            let criterion = on.appraisal.criterion(&level.criterion)?;
            analysis::misfit(&level.mark, &criterion.scale.kind)
        });
        Some(why.map_or_else(
            || unjudged(&open.gateway, &open.leaders, &open.others, on.appraisal),
            |why| misfit(&open.gateway, why, on.appraisal),
        ))
    };
    let open = on.analysis.open_gates(on.appraisal);
    open.iter().filter_map(sentence).collect()
}
