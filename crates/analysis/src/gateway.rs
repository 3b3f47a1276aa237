//! Whether an option passes a gateway.
//!
//! A verdict rests on the option's own score and on the level, both in the criterion's own terms. No
//! other option and no end of a scale has a part in it.

use weighbridge_model::{
    Absence, Alternative, Bound, Criterion, Entry, Gateway, Mark, OptionId, Perspective, Required,
    ScaleKind, ScalePoint,
};

/// How an option fares at a gateway.
#[derive(Clone, Debug, PartialEq)]
pub struct Gate {
    /// Whether it passes; `None` while it is not judged.
    pub pass: Option<bool>,
    /// What decides it, or why nothing does.
    pub basis: Basis,
}

/// What decides how an option fares at a gateway.
#[derive(Clone, Debug, PartialEq)]
pub enum Basis {
    /// People judge it: the gateway has no level.
    People,
    /// The score of the option, held against the level.
    Score(Entry),
    /// There is no score to hold against the level, and why.
    NoScore(Absence),
    /// The score is not on the scale of the criterion.
    OffScale,
    /// The level is not in the terms of the criterion.
    NoFit(Misfit),
}

/// Why a level cannot be held against any score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// It was given for another kind of scale.
    Kind,
    /// It was given in another unit.
    Unit,
    /// It is a label that the scale does not have.
    Label,
    /// It is a value from an early file that could not be turned into an amount or a label.
    OldValue,
}

/// Why a level cannot be held against scores on a scale; `None` where it can.
///
/// ```
/// use weighbridge_analysis::{Misfit, misfit};
/// use weighbridge_model::{Direction, Finite, Mark, Measure, Range, ScaleKind};
/// let weeks = Measure { unit: "weeks".into(), direction: Direction::Lower, range: Range::Local, breakpoints: vec![] };
/// let mark = |unit: &str| Mark::Amount { at: Finite::new(12.0).unwrap(), unit: unit.into() };
/// assert_eq!(misfit(&mark("weeks"), &ScaleKind::Measure(weeks.clone())), None);
/// assert_eq!(misfit(&mark("months"), &ScaleKind::Measure(weeks)), Some(Misfit::Unit));
/// assert_eq!(misfit(&mark("weeks"), &ScaleKind::Direct), Some(Misfit::Kind));
/// ```
pub fn misfit(mark: &Mark, scale: &ScaleKind) -> Option<Misfit> {
    match (mark, scale) {
        (Mark::OldValue(_), _) => Some(Misfit::OldValue),
        (Mark::Value(_), ScaleKind::Direct) => None,
        (Mark::Amount { unit, .. }, ScaleKind::Measure(measure)) => {
            (unit.trim() != measure.unit.trim()).then_some(Misfit::Unit)
        }
        (Mark::Label(label), ScaleKind::Points(levels)) => {
            point(levels, label).is_none().then_some(Misfit::Label)
        }
        _ => Some(Misfit::Kind),
    }
}

fn point<'a>(levels: &'a [ScalePoint], label: &str) -> Option<&'a ScalePoint> {
    levels.iter().find(|l| l.label.eq_ignore_ascii_case(label))
}

/// How an option fares at a gateway: by its score where the gateway has a level, else as somebody
/// said. An option that is ruled out is held against it as well.
pub fn gate<'a>(on: impl Into<Perspective<'a>>, option: &Alternative, gateway: &Gateway) -> Gate {
    decide(on.into(), option, gateway)
}

fn decide(on: Perspective<'_>, option: &Alternative, gateway: &Gateway) -> Gate {
    let Some(level) = &gateway.level else {
        return Gate {
            pass: option.gateways.get(&gateway.id).and_then(|p| p.pass),
            basis: Basis::People,
        };
    };
    let score = on.voice.scores.get(&option.id, &level.criterion);
    let entry = score.map_or(Entry::Absent(Absence::Missing), |s| s.entry.clone());
    match on.criterion(&level.criterion) {
        Some(criterion) => held(level, criterion, entry),
        // Nothing that can be opened or edited has a level on a criterion that is not there.
        None => undecided(Basis::NoFit(Misfit::Kind)),
    }
}

fn undecided(basis: Basis) -> Gate {
    Gate { pass: None, basis }
}

/// A score held against a level.
fn held(level: &Required, criterion: &Criterion, entry: Entry) -> Gate {
    let scale = &criterion.scale.kind;
    if let Some(why) = misfit(&level.mark, scale) {
        return undecided(Basis::NoFit(why));
    }
    if let Entry::Absent(absence) = entry {
        return undecided(Basis::NoScore(absence));
    }
    let sides = match (&level.mark, scale, &entry) {
        (Mark::Value(mark), _, Entry::Number(x)) if (0.0..=100.0).contains(&x.get()) => {
            Some((x.get(), mark.get()))
        }
        (Mark::Amount { at, .. }, _, Entry::Number(x)) => Some((x.get(), at.get())),
        (Mark::Label(mark), ScaleKind::Points(levels), Entry::Label(label)) => {
            values(levels, label, mark)
        }
        (Mark::Label(mark), ScaleKind::Points(levels), Entry::Number(x)) => {
            values(levels, &x.get().to_string(), mark)
        }
        _ => None,
    };
    let Some((score, mark)) = sides else {
        return undecided(Basis::OffScale);
    };
    Gate {
        pass: Some(match level.bound {
            Bound::AtLeast => score >= mark,
            Bound::AtMost => score <= mark,
        }),
        basis: Basis::Score(entry),
    }
}

/// The values of two labels of one scale, which say which of them is the better.
fn values(levels: &[ScalePoint], label: &str, mark: &str) -> Option<(f64, f64)> {
    Some((
        point(levels, label)?.value.get(),
        point(levels, mark)?.value.get(),
    ))
}

/// The gateways that an option fails.
pub fn failed_gateways<'a>(
    on: impl Into<Perspective<'a>>,
    option: &'a Alternative,
) -> impl Iterator<Item = &'a Gateway> {
    let on = on.into();
    let fails = move |g: &&Gateway| gate(on, option, g).pass == Some(false);
    on.frame.gateways.iter().filter(fails)
}

/// The appraised options that are not judged at a gateway.
pub(super) fn unjudged(on: Perspective<'_>, gateway: &Gateway) -> Vec<OptionId> {
    on.appraised()
        .filter(|option| gate(on, option, gateway).pass.is_none())
        .map(|option| option.id.clone())
        .collect()
}
