//! Scores with a range, put in the place of those given as anybody would enter them.

use super::nasty::Dice;
use weighbridge_model::{Appraisal, Entry, Finite, ScaleKind, Score, Shape};

/// What one score may be: its least, as given, and its most.
pub struct Span {
    pub low: f64,
    pub given: f64,
    pub high: f64,
}

impl Span {
    /// Every place at which its value may be the greatest or the least.
    pub fn places(&self, kind: &ScaleKind) -> Vec<f64> {
        let bends = match kind {
            ScaleKind::Measure(measure) => measure.breakpoints.iter().map(|b| b.at.get()).collect(),
            _ => Vec::new(),
        };
        let inside = bends
            .into_iter()
            .filter(|x| self.low < *x && *x < self.high);
        inside.chain([self.low, self.given, self.high]).collect()
    }
}

/// The appraisal with each score that has a range where `pick` puts it, by option, leaf and what it may be.
pub fn entered(
    on: &Appraisal,
    mut pick: impl FnMut(&str, usize, &ScaleKind, &Span) -> f64,
) -> Appraisal {
    let mut then = on.clone();
    if on.judgements.robustness.shape == Shape::AsGiven {
        return then;
    }
    for option in on.options.iter().filter(|o| o.is_appraised()) {
        for (at, leaf) in on.leaves().into_iter().enumerate() {
            let score = on.agreed().scores.get(&option.id, &leaf.id);
            let kind = &leaf.scale.kind;
            let (Some(given), Some([a, b])) = (
                score.and_then(|s| s.entry.number()),
                score.and_then(|s| s.range),
            ) else {
                continue;
            };
            if matches!(kind, ScaleKind::Points(_)) {
                continue;
            }
            let span = Span {
                low: a.get().min(b.get()).min(given),
                given,
                high: a.get().max(b.get()).max(given),
            };
            let x = Finite::new(pick(option.id.as_str(), at, kind, &span)).unwrap();
            let score = Score::bare(Entry::Number(x));
            then.agreed_mut().scores.set(&option.id, &leaf.id, score);
        }
    }
    then
}

/// The appraisal with its uncertain scores drawn; none where the shape is not drawn here.
pub fn drawn(on: &Appraisal, dice: &mut Dice) -> Option<Appraisal> {
    let shape = on.judgements.robustness.shape;
    if !matches!(shape, Shape::Uniform | Shape::Triangular | Shape::AsGiven) {
        return None;
    }
    Some(entered(on, |_, _, _, span| {
        let (u, whole, rise) = (dice.share(), span.high - span.low, span.given - span.low);
        if shape == Shape::Uniform {
            span.low + whole * u
        } else if u * whole < rise {
            span.low + (u * whole * rise).sqrt()
        } else {
            span.high - ((1.0 - u) * whole * (whole - rise)).sqrt()
        }
    }))
}
