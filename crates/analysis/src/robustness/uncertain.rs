//! Scores that are not known, as the sampler draws them: as values where that comes to the same, and as amounts
//! where a value function bends inside what an amount may be, or an end of the scale moves with it.

use crate::{Analysis, Ix, LeafIx, OptionIx, PerOption, ValueFunction};
use weighbridge_model::{
    Criterion, Direction, Entry, Finite, Measure, Perspective, Range, ScaleKind, Shape,
};
use weighbridge_sampling::{Amounts, Ends, Score};

/// How a number is distributed over a stated range, as the appraisal says; a normal distribution between two
/// ends, or those of the range where it goes beyond.
fn spread(shape: Shape, now: f64, range: Option<[Finite; 2]>, ends: [f64; 2]) -> Score {
    let Some([from, to]) = range else {
        return Score::Fixed(now);
    };
    let (from, to) = (from.get(), to.get());
    let (low, high) = (from.min(to).min(now), from.max(to).max(now));
    if !(high - low).is_finite() || high - low <= 0.0 {
        return Score::Fixed(now);
    }
    match shape {
        Shape::AsGiven => Score::Fixed(now),
        Shape::Uniform => Score::Uniform { low, high },
        Shape::Triangular => Score::Triangular {
            low,
            mode: now,
            high,
        },
        Shape::Pert => Score::Pert {
            low,
            mode: now,
            high,
        },
        Shape::Normal => Score::Normal {
            mean: now,
            sd: (high - low) / (2.0 * 1.959_963_984_540_054),
            low: low.min(ends[0]),
            high: high.max(ends[1]),
        },
    }
}

/// The entry of an option on a leaf, where it is a number, with the range stated for it.
fn entered(
    appraisal: Perspective<'_>,
    analysis: &Analysis,
    option: OptionIx,
    criterion: &Criterion,
) -> Option<(f64, Option<[Finite; 2]>)> {
    let id = &analysis.options[option].id;
    let score = appraisal.voice.scores.get(id, &criterion.id)?;
    match score.entry {
        Entry::Number(x) => Some((x.get(), score.range)),
        Entry::Label(_) | Entry::Absent(_) => None,
    }
}

/// The value of an option on a leaf as it is drawn where all else stays as it is.
pub(super) fn score(
    appraisal: Perspective<'_>,
    analysis: &Analysis,
    option: OptionIx,
    leaf: LeafIx,
    criterion: &Criterion,
) -> Score {
    let Some(now) = analysis.values[option][leaf].value() else {
        return Score::Fixed(0.0);
    };
    let range = entered(appraisal, analysis, option, criterion).and_then(|(_, range)| range);
    let of_points = || {
        let id = &analysis.options[option].id;
        appraisal.voice.scores.get(id, &criterion.id)?.range
    };
    let span = |[from, to]: [Finite; 2]| {
        let function = analysis.scales[leaf].function.as_ref()?;
        let [low, high] = function.span(from.get(), to.get());
        Some([Finite::new(low)?, Finite::new(high)?])
    };
    let range = match &criterion.scale.kind {
        ScaleKind::Direct => range,
        ScaleKind::Measure(_) => range.and_then(span),
        // The range of a point is that of two points, by their values.
        ScaleKind::Points(_) => of_points(),
    };
    spread(appraisal.robustness.shape, now, range, [0.0, 100.0])
}

/// The scores of a leaf that have to be drawn as amounts, for the options of a problem; `None` where there are none.
pub(super) fn amounts(
    appraisal: Perspective<'_>,
    analysis: &Analysis,
    options: &[OptionIx],
    leaf: LeafIx,
    criterion: &Criterion,
) -> Option<Amounts> {
    let ScaleKind::Measure(measure) = &criterion.scale.kind else {
        return None;
    };
    let function = analysis.scales[leaf].function.as_ref()?;
    let (worst, best) = (function.worst, function.best);
    let ends = [worst.min(best), worst.max(best)];
    let shape = appraisal.robustness.shape;
    let drawn = analysis.options.map(|option, _| {
        let (now, range) = entered(appraisal, analysis, option, criterion)?;
        Some(spread(shape, now, range, ends))
    });
    let of = |option: &OptionIx| drawn[*option];
    let made = |options: Vec<Option<Score>>, others: Vec<Score>, ends: Ends| Amounts {
        criterion: leaf.place(),
        options,
        others,
        ends,
        rises: measure.direction == Direction::Higher,
        breakpoints: bends(measure),
    };
    if measure.range == Range::Local && moves(&drawn) {
        let others = drawn.keys().filter(|option| !options.contains(option));
        let others = others.filter_map(|option| drawn[option]).collect();
        return Some(made(options.iter().map(of).collect(), others, Ends::Moving));
    }
    let bent = |score: &Score| bends_inside(function, score.ends());
    let own: Vec<Option<Score>> = options.iter().map(|at| of(at).filter(bent)).collect();
    let is_bent = own.iter().any(Option::is_some) && !function.is_flat();
    is_bent.then(|| made(own, Vec::new(), Ends::Held(ends)))
}

fn bends(measure: &Measure) -> Vec<[f64; 2]> {
    let bends = measure.breakpoints.iter();
    bends
        .map(|bend| [bend.at.get(), bend.value.get()])
        .collect()
}

/// Whether some amount may lie beyond all those that are fixed, so that the end of the scale moves with it.
fn moves(drawn: &PerOption<Option<Score>>) -> bool {
    let all = || drawn.iter().flatten();
    let fixed = all().filter(|score| matches!(score, Score::Fixed(_)));
    let around = |[low, high]: [f64; 2], score: &Score| {
        let [from, to] = score.ends();
        [low.min(from), high.max(to)]
    };
    let none = [f64::INFINITY, f64::NEG_INFINITY];
    let [lowest, highest] = fixed.fold(none, around);
    let [low, high] = all().fold(none, around);
    (high - low).is_finite() && (low < lowest || high > highest)
}

/// Whether a value function bends strictly between two amounts.
fn bends_inside(function: &ValueFunction, [low, high]: [f64; 2]) -> bool {
    let points = function.points();
    let inner = points.get(1..points.len().saturating_sub(1));
    inner
        .unwrap_or_default()
        .iter()
        .any(|(x, _)| low < *x && *x < high)
}
