//! One score at a time, and several at once.

use super::book::Book;
use super::change::with_values;
use super::nasty::Dice;
use super::reading::{Reading, TIE};
use weighbridge::analysis::{ScoreFlip, all_score_flips, analyse, joint_scores};
use weighbridge::model::{Appraisal, Range, ScaleKind};

/// The values that a score on a leaf can have: everything that its scale offers, the ends and the
/// bends of a measure among it.
fn offered(on: &Appraisal, leaf: usize) -> Vec<f64> {
    match &on.leaves()[leaf].scale.kind {
        ScaleKind::Direct => vec![0.0, 100.0],
        ScaleKind::Points(levels) => levels.iter().map(|l| l.value.get()).collect(),
        ScaleKind::Measure(measure) => {
            let mut all = vec![0.0, 100.0];
            let bends = measure.bends.iter();
            let inside = bends.filter(|b| match measure.range {
                Range::Fixed { low, high } => low < b.at && b.at < high,
                // Which bends lie inside depends on the amounts: without them 0 and 100 are reached.
                Range::Local => false,
            });
            all.extend(inside.map(|b| b.value.get()));
            all
        }
    }
}

pub fn refute(on: &Appraisal, _: &mut Dice, book: &mut Book) {
    let read = Reading::of(on);
    let found = analyse(on);
    let all = all_score_flips(on, &found);
    let leaders = found.verdict.leaders().to_vec();
    if leaders.is_empty() || read.totals().len() < 2 {
        return;
    }
    let after = |option: usize, leaf: usize, value: f64| {
        let then = with_values(on, &read, &[(option, leaf, value)]);
        analyse(&then).verdict.leaders().to_vec()
    };
    for flip in all.iter().filter(|f| f.within) {
        beyond(flip, &leaders, &read, &after, book);
    }
    let moved = |option: usize, leaf: usize| {
        all.iter().any(|f| f.within && (f.option, f.leaf) == (option, leaf))
    };
    for option in 0..read.options.len() {
        if read.total(option).is_none() {
            continue;
        }
        for leaf in 0..read.leaves.len() {
            if read.excluded[leaf] || moved(option, leaf) {
                continue;
            }
            for value in offered(on, leaf) {
                let now = after(option, leaf, value);
                // Drawing level changes nobody who leads alone.
                let holds = leaders.iter().any(|l| now.contains(l));
                book.claim("no other score changes the leader", holds, || {
                    format!("{option} on {leaf} at {value}: {now:?} lead, before {leaders:?}")
                });
            }
        }
    }
}

fn beyond(
    flip: &ScoreFlip,
    leaders: &[usize],
    read: &Reading,
    after: &dyn Fn(usize, usize, f64) -> Vec<usize>,
    book: &mut Book,
) {
    let rises = flip.to.contains(&flip.option);
    let sign = if rises { 1.0 } else { -1.0 };
    let end = if rises { 100.0 } else { 0.0 };
    let weight = read.weights.as_ref().unwrap()[flip.leaf];
    // A step that totals can tell, but not past the end of the scale.
    let step = (1e-3_f64).max(4.0 * TIE / weight).min((end - flip.at).abs());
    let value = flip.at + sign * step;
    let now = after(flip.option, flip.leaf, value);
    let told = step * weight > 2.0 * TIE;
    book.claim("a score beyond which another comes first", now == flip.to || !told, || {
        format!("{flip:?}: at {value} {now:?} lead")
    });
    let value = flip.at - sign * step.min((flip.at - flip.now).abs());
    let now = after(flip.option, flip.leaf, value);
    let holds = leaders.iter().any(|l| now.contains(l));
    book.claim("and not short of it", holds, || format!("{flip:?}: at {value} {now:?} lead"));
}

pub fn refute_joint(on: &Appraisal, _: &mut Dice, book: &mut Book) {
    let read = Reading::of(on);
    let found = analyse(on);
    for joint in joint_scores(&found) {
        if joint.changes.is_empty() {
            continue;
        }
        let changed = |share: f64| {
            let each = joint.changes.iter();
            let each: Vec<_> = each
                .map(|(option, leaf, from, to)| (*option, *leaf, from + (to - from) * share))
                .collect();
            analyse(&with_values(on, &read, &each))
        };
        let after = changed(1.0);
        let totals: Vec<f64> = after.options.iter().filter_map(|o| o.total.value()).collect();
        let best = totals.iter().copied().fold(f64::MIN, f64::max);
        let own = after.options[joint.option].total.value().unwrap();
        book.claim("scores that together bring an option level", own >= best - 1e-7, || {
            format!("{joint:?}: {own} of {best}")
        });
        let before = changed(0.999);
        let first = before.verdict.leaders() == [joint.option];
        book.claim("and nothing short of them", !first, || format!("{joint:?}"));
    }
}
