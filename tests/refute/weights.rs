//! One weight at a time: the share at which the leader changes, and that no other does it.

use super::book::Book;
use super::change::with_share;
use super::nasty::Dice;
use super::reading::{Reading, TIE};
use weighbridge::analysis::{Analysis, Share, WeightLines, analyse, stability, weight_lines_of};
use weighbridge::model::Appraisal;

const SHARES: [(Share, bool); 2] = [(Share::Local, false), (Share::Cumulative, true)];

/// By how much the best of some options is above the best of the rest, at some weights of the leaves.
fn lead(read: &Reading, of: &[usize], weights: &[f64]) -> f64 {
    let best = |inside: bool| {
        let all = (0..read.options.len()).filter(|at| of.contains(at) == inside);
        let totals = all.filter_map(|at| read.total_at(at, weights));
        totals.fold(f64::NEG_INFINITY, f64::max)
    };
    best(true) - best(false)
}

/// Shares from 0 to 1, close together, and closer at both ends.
fn grid() -> Vec<f64> {
    let mut all: Vec<f64> = (0..=200).map(|at| f64::from(at) / 200.0).collect();
    for near in [1e-9, 1e-6, 1e-4, 1e-3] {
        all.extend([near, 1.0 - near]);
    }
    all
}

pub fn refute(on: &Appraisal, _: &mut Dice, book: &mut Book) {
    let read = Reading::of(on);
    let found = analyse(on);
    if read.totals().is_empty() {
        return;
    }
    for place in 0..read.places.len() {
        for (share, of_whole) in SHARES {
            let lines = weight_lines_of(&found, place, share);
            let varies = read.weights_with(place, of_whole, 0.5).is_some();
            book.claim("whether a weight can vary", lines.is_some() == varies, || {
                format!("{place} {share:?}: {}, by hand {varies}", lines.is_some())
            });
            if let Some(lines) = lines.filter(|_| varies) {
                segments(on, &read, &found, &lines, of_whole, book);
                stretches(&read, &found, place, share, of_whole, book);
            }
        }
    }
}

fn segments(
    on: &Appraisal,
    read: &Reading,
    found: &Analysis,
    lines: &WeightLines,
    of_whole: bool,
    book: &mut Book,
) {
    let place = lines.node;
    let at = |share: f64| read.weights_with(place, of_whole, share).unwrap();
    for share in grid() {
        let weights = at(share);
        let inside = |s: &&weighbridge::analysis::Segment| s.from <= share && share <= s.to;
        // At a border either side may be told.
        let told = lines.segments.iter().filter(inside);
        let best = told.map(|s| lead(read, &s.leaders, &weights)).fold(f64::MIN, f64::max);
        book.claim("who leads at a share", best >= -2.0 * TIE, || {
            format!(
                "{place} {:?} at {share}: {:?}, behind by {best}",
                lines.share, lines.segments
            )
        });
        if lines.flips.is_empty() && found.verdict.leaders().len() == 1 {
            let stays = lead(read, found.verdict.leaders(), &weights);
            book.claim("no share of this weight changes the leader", stays >= -TIE, || {
                format!("{place} {:?} at {share}: behind by {stays}", lines.share)
            });
        }
    }
    for (nth, flip) in lines.flips.iter().enumerate() {
        let (before, after) = (&lines.segments[nth], &lines.segments[nth + 1]);
        let beyond = |to: f64| flip.at + (to - flip.at).clamp(-1e-3, 1e-3) / 2.0;
        for (share, who) in [(beyond(after.to), &flip.above), (beyond(before.from), &flip.below)] {
            let Some(then) = with_share(on, read, place, of_whole, share) else {
                continue;
            };
            let now = analyse(&then);
            // What differs by less than totals can tell is level.
            let level = lead(read, who, &at(share)).abs() <= 2.0 * TIE;
            let holds = now.verdict.leaders() == *who || level;
            book.claim("a share at which the leader changes", holds, || {
                format!(
                    "{place} {:?} at {share}: {:?} lead, not {who:?} ({flip:?})",
                    lines.share,
                    now.verdict.leaders()
                )
            });
        }
    }
}

fn stretches(
    read: &Reading,
    found: &Analysis,
    place: usize,
    share: Share,
    of_whole: bool,
    book: &mut Book,
) {
    let Some(told) = stability(found, place, share) else {
        return;
    };
    let leader = found.verdict.leaders();
    let (from, to) = (told.from, told.to);
    for at in grid() {
        let inside = from <= at && at <= to;
        let by = lead(read, leader, &read.weights_with(place, of_whole, at).unwrap());
        if inside {
            book.claim("the stretch of shares in which the leader stays first", by >= -TIE, || {
                format!("{told:?}: at {at} behind by {by}")
            });
        } else if (at < from && at > from - 1e-4) || (at > to && at < to + 1e-4) {
            book.claim("and not beyond", by <= TIE, || format!("{told:?}: at {at} ahead by {by}"));
        }
    }
}
