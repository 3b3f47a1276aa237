//! The ends of every bar of the tornado, entered.

use super::book::Book;
use super::change::{with_local, with_score, with_values};
use super::nasty::Dice;
use super::printed::{past, sign};
use super::reading::Reading;
use weighbridge_analysis::{Driver, OptionIx, analyse, tornado};
use weighbridge_model::{Appraisal, Entry, Finite, Range, ScaleKind};

/// By how much an option leads the best of the others.
fn lead(on: &Appraisal, leader: OptionIx) -> Option<f64> {
    let found = analyse(on);
    let total = |at: OptionIx| found.options[at].total.value();
    let others = found.options.keys().filter(|at| *at != leader);
    let best = others.filter_map(total).fold(f64::NEG_INFINITY, f64::max);
    Some(total(leader)? - best)
}

pub fn refute(on: &Appraisal, dice: &mut Dice, book: &mut Book) {
    let read = Reading::of(on);
    let found = analyse(on);
    let [leader] = found.verdict.leaders() else {
        return;
    };
    for bar in tornado(on, &found, usize::MAX) {
        let ends = [bar.low, bar.high];
        let then = |at: usize| match bar.lever {
            Driver::Weight(node) => with_local(on, &read, node.into(), ends[at]),
            Driver::Score { option, leaf } => {
                let (option, leaf) = (usize::from(option), usize::from(leaf));
                let kind = &on.leaves()[leaf].scale.kind;
                match (kind, bar.amounts) {
                    (ScaleKind::Measure(measure), Some(amounts))
                        if measure.range == Range::Local =>
                    {
                        let entry = Entry::Number(Finite::new(amounts[at + 1]).unwrap());
                        let (id, criterion) = (&read.options[option], &read.leaves[leaf]);
                        let then = with_score(on, id, criterion, entry);
                        // Of a scale as good as without length an amount cannot be told that has the value.
                        let is = Reading::of(&then).values[option][leaf];
                        let told = bar.moves || is.is_some_and(|is| (is - ends[at]).abs() < 1e-9);
                        Some(then).filter(|_| told)
                    }
                    _ => Some(with_values(on, &read, &[(option, leaf, ends[at])])),
                }
            }
        };
        for (at, told) in [bar.at_low, bar.at_high].into_iter().enumerate() {
            // Weights of a thousand million to one leave fewer digits.
            let near = |is: f64| (is - told).abs() <= 1e-6;
            let Some(is) = then(at).and_then(|then| lead(&then, *leader)) else {
                continue;
            };
            book.claim("how far ahead at an end of a bar", near(is), || {
                format!("{bar:?}: {is} at the end {at}")
            });
        }
        let Driver::Score { option, leaf } = bar.lever else {
            continue;
        };
        if !bar.moves {
            continue;
        }
        let (id, criterion) = (
            &read.options[usize::from(option)],
            &read.leaves[usize::from(leaf)],
        );
        let [now, low, high] = bar.amounts.unwrap();
        let entered = |x: f64| {
            let entry = Entry::Number(Finite::new(x).unwrap());
            lead(&with_score(on, id, criterion, entry), *leader)
        };
        for (turn, end) in [(&bar.turn_low, low), (&bar.turn_high, high)] {
            let Some(turn) = turn else {
                for _ in 0..5 {
                    let x = now + (end - now) * dice.share();
                    let is = entered(x).is_none_or(|lead| lead >= -1e-7);
                    book.claim("the lead is not lost on the way to an end", is, || {
                        format!("{bar:?}: {:?} at {x}", entered(x))
                    });
                }
                continue;
            };
            let first = &turn.amounts.as_ref().unwrap().stretches[0];
            let end = first.until.as_ref().map_or(end, |until| {
                let nearer = sign(first.from.side) * (until.printed - end) < 0.0;
                if nearer { until.printed } else { end }
            });
            let Some(x) = past(&first.from, now, end) else {
                continue;
            };
            let is = entered(x).is_none_or(|lead| lead <= 1e-7);
            book.claim("the lead is lost past a turn", is, || {
                format!("{bar:?}: {:?} at {x}", entered(x))
            });
        }
    }
}
