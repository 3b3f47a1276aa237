//! Several weights at once: the nearest that change the leader, and whom no weights put first.

use super::book::Book;
use super::change::with_weights;
use super::nasty::Dice;
use super::reading::{Reading, TIE};
use crate::support::opt;
use weighbridge_analysis::{Analysis, First, OptionIx, analyse, joint_weights, potential};
use weighbridge_model::Appraisal;

/// What a linear program can tell, in points.
const LEVEL: f64 = 1e-6;

/// By how much an option is ahead of the best other.
pub fn lead(read: &Reading, option: usize, weights: &[f64]) -> Option<f64> {
    let own = read.total_at(option, weights)?;
    let others = (0..read.options.len()).filter(|at| *at != option);
    let totals = others.filter_map(|at| read.total_at(at, weights));
    Some(own - totals.fold(f64::NEG_INFINITY, f64::max))
}

/// All weight on each leaf, on each pair alike, and at random.
fn weights(read: &Reading, dice: &mut Dice) -> Vec<Vec<f64>> {
    let n = read.leaves.len();
    let counted: Vec<usize> = (0..n).filter(|leaf| !read.excluded[*leaf]).collect();
    let mut all = Vec::new();
    for (at, one) in counted.iter().enumerate() {
        for other in &counted[at..] {
            let mut corner = vec![0.0; n];
            corner[*one] += 0.5;
            corner[*other] += 0.5;
            all.push(corner);
        }
    }
    for _ in 0..40 {
        let drawn = dice.simplex(counted.len());
        let mut spread = vec![0.0; n];
        for (leaf, weight) in counted.iter().zip(drawn) {
            spread[*leaf] = weight;
        }
        all.push(spread);
    }
    all
}

fn ahead_of_all(after: &Analysis, option: OptionIx) -> f64 {
    let total = |at: OptionIx| after.options[at].total.value();
    let others = after.options.keys().filter(|at| *at != option);
    let best = others.filter_map(total).fold(f64::MIN, f64::max);
    total(option).unwrap_or(f64::MIN) - best
}

pub fn refute(on: &Appraisal, dice: &mut Dice, book: &mut Book) {
    let read = Reading::of(on);
    let found = analyse(on);
    if (0..read.leaves.len()).all(|leaf| read.excluded[leaf]) || read.leaves.is_empty() {
        return;
    }
    let tried = weights(&read, dice);
    for option in 0..read.options.len() {
        let Some(told) = potential(&found, opt(&found, option), false) else {
            continue;
        };
        if told.first == First::Unknown || read.options.len() < 2 {
            continue;
        }
        for weights in &tried {
            let Some(lead) = lead(&read, option, weights) else {
                continue;
            };
            if !lead.is_finite() {
                continue;
            }
            let kind = match told.first {
                First::Never => "never first, whatever the weights",
                First::Level => "no more than level, whatever the weights",
                _ => "how far ahead at most",
            };
            book.claim(kind, lead <= told.margin + LEVEL, || {
                format!("{told:?}: {lead} with {weights:?}")
            });
        }
        if matches!(told.first, First::Alone | First::Level)
            && let Some(really) = lead(&read, option, &told.weights)
            && really.is_finite()
        {
            let holds = (really - told.margin).abs() <= LEVEL;
            book.claim("can come first, with these weights", holds, || {
                format!("{told:?}: {really}")
            });
        }
    }
    let Some(now) = &read.weights else { return };
    for joint in joint_weights(&found) {
        if !joint.is_found() {
            continue;
        }
        let after = analyse(&with_weights(on, &joint.weights));
        let totals = after.options.iter().filter_map(|o| o.total.value());
        let best = totals.fold(f64::MIN, f64::max);
        let own = after.options[joint.option]
            .total
            .value()
            .unwrap_or(f64::MIN);
        book.claim(
            "weights that together bring an option level",
            own >= best - LEVEL,
            || format!("{joint:?}: {own} of {best}"),
        );
        // As it is printed, and given.
        let moved = now.iter().zip(&joint.printed).map(|(w, by)| w + by / 100.0);
        let moved: Vec<f64> = moved.collect();
        let after = analyse(&with_weights(on, &moved));
        let leaders = after.verdict.leaders();
        let first = match joint.first {
            First::Alone => leaders == [joint.option],
            _ => ahead_of_all(&after, joint.option) >= -LEVEL,
        };
        let gains: f64 = joint.printed.iter().filter(|by| **by > 0.0).sum();
        let losses: f64 = -joint.printed.iter().filter(|by| **by < 0.0).sum::<f64>();
        let sum = joint.printed_points();
        let adds_up = (gains - sum).abs().max((losses - sum).abs()) < 1e-9;
        let within = moved.iter().all(|w| *w > -1e-9);
        book.claim(
            "weights moved as printed put it first",
            first && adds_up && within,
            || format!("{joint:?}: {leaders:?} of {now:?}"),
        );
        let apart =
            |weights: &[f64]| -> f64 { weights.iter().zip(now).map(|(a, b)| (a - b).abs()).sum() };
        let holds = (apart(&joint.weights) - joint.l1).abs() <= 1e-7;
        book.claim("how much weight moves", holds, || {
            format!("{joint:?} from {now:?}")
        });
        // Any weights that put it first are at least as far; a line to them crosses no nearer.
        for weights in &tried {
            let ahead = |weights: &[f64]| lead(&read, joint.option.into(), weights).unwrap_or(0.0);
            if ahead(weights) <= TIE || !ahead(weights).is_finite() {
                continue;
            }
            let (mut near, mut far) = (0.0_f64, 1.0_f64);
            for _ in 0..30 {
                let middle = f64::midpoint(near, far);
                let mixed: Vec<f64> = now
                    .iter()
                    .zip(weights)
                    .map(|(a, b)| a + (b - a) * middle)
                    .collect();
                if ahead(&mixed) > 0.0 {
                    far = middle;
                } else {
                    near = middle;
                }
            }
            let l1 = apart(weights) * far;
            book.claim("and no smaller change does", l1 >= joint.l1 - 1e-6, || {
                format!("{joint:?}: {l1} towards {weights:?}")
            });
        }
    }
}
