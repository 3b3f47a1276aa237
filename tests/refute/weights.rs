//! One weight at a time: the share at which the leader changes, and that no other does it.

use super::book::Book;
use super::change::with_share;
use super::nasty::Dice;
use super::printed::{past, short, sign};
use super::reading::{Reading, TIE};
use crate::support::{nth, places};
use weighbridge_analysis::{
    Analysis, OptionIx, Share, WeightChange, WeightClaim, WeightClaims, WeightLines, analyse,
    stability, weight_lines_of,
};
use weighbridge_model::Appraisal;

const SHARES: [(Share, bool); 2] = [(Share::Local, false), (Share::Cumulative, true)];

/// By how much the best of some options is above the best of the rest, at some weights of the leaves.
fn lead(read: &Reading, of: &[OptionIx], weights: &[f64]) -> f64 {
    let best = |inside: bool| {
        let all = (0..read.options.len()).filter(|at| of.iter().any(|o| o == at) == inside);
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
            let lines = weight_lines_of(&found, nth(&found.nodes, place), share);
            let varies = read.weights_with(place, of_whole, 0.5).is_some();
            book.claim(
                "whether a weight can vary",
                lines.is_some() == varies,
                || format!("{place} {share:?}: {}, by hand {varies}", lines.is_some()),
            );
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
    let place = usize::from(lines.node);
    let at = |share: f64| read.weights_with(place, of_whole, share).unwrap();
    for share in grid() {
        let weights = at(share);
        let inside = |s: &&weighbridge_analysis::Segment| s.from <= share && share <= s.to;
        // At a border either side may be told.
        let told = lines.segments.iter().filter(inside);
        let best = told
            .map(|s| lead(read, &s.leaders, &weights))
            .fold(f64::MIN, f64::max);
        book.claim("who leads at a share", best >= -2.0 * TIE, || {
            format!(
                "{place} {:?} at {share}: {:?}, behind by {best}",
                lines.share, lines.segments
            )
        });
        if lines.flips.is_empty() && found.verdict.leaders().len() == 1 {
            let stays = lead(read, found.verdict.leaders(), &weights);
            book.claim(
                "no share of this weight changes the leader",
                stays >= -2.0 * TIE,
                || format!("{place} {:?} at {share}: behind by {stays}", lines.share),
            );
        }
    }
    for (nth, flip) in lines.flips.iter().enumerate() {
        let (before, after) = (&lines.segments[nth], &lines.segments[nth + 1]);
        let beyond = |to: f64| flip.at + (to - flip.at).clamp(-1e-3, 1e-3) / 2.0;
        for (share, who) in [
            (beyond(after.to), &flip.above),
            (beyond(before.from), &flip.below),
        ] {
            let Some(then) = with_share(on, read, place, of_whole, share) else {
                continue;
            };
            let now = analyse(&then);
            // What differs by less than totals can tell is level.
            let level = lead(read, who, &at(share)).abs() <= 2.0 * TIE;
            let holds = now.verdict.leaders() == *who || level || read.unsure(&at(share));
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
    let Some(told) = stability(found, nth(&found.nodes, place), share) else {
        return;
    };
    let leader = found.verdict.leaders();
    let (from, to) = (told.from, told.to);
    for at in grid() {
        let inside = from <= at && at <= to;
        let by = lead(
            read,
            leader,
            &read.weights_with(place, of_whole, at).unwrap(),
        );
        if inside {
            book.claim(
                "the stretch of shares in which the leader stays first",
                by >= -2.0 * TIE,
                || format!("{told:?}: at {at} behind by {by}"),
            );
        } else if (at < from && at > from - 1e-4) || (at > to && at < to + 1e-4) {
            book.claim("and not beyond", by <= 2.0 * TIE, || {
                format!("{told:?}: at {at} ahead by {by}")
            });
        }
    }
}

/// The claims of single weights, as they are printed.
pub fn refute_claims(on: &Appraisal, _: &mut Dice, book: &mut Book) {
    let read = Reading::of(on);
    let found = analyse(on);
    let leaders = found.verdict.leaders();
    let all = WeightClaims::new(&found);
    for claim in &all.claims {
        let of_whole = claim.lines.share == Share::Cumulative;
        let place = usize::from(claim.node());
        let with = |percent: f64| {
            let then = with_share(on, &read, place, of_whole, percent / 100.0)?;
            Some(analyse(&then).verdict.leaders().to_vec())
        };
        // About the tolerance of ties either is right.
        let unsure = |percent: f64| {
            let weights = read.weights_with(place, of_whole, percent / 100.0);
            weights.is_some_and(|weights| read.unsure(&weights))
        };
        let stays = |percent: f64| {
            let weights = read.weights_with(place, of_whole, percent / 100.0);
            weights.is_some_and(|weights| lead(&read, leaders, &weights) >= -2.0 * TIE)
        };
        for (nth, change) in claim.above.iter().enumerate() {
            passed(claim, change, nth == 0, [&stays, &unsure], &with, book);
        }
        for (nth, change) in claim.below.iter().enumerate() {
            passed(claim, change, nth == 0, [&stays, &unsure], &with, book);
        }
        for change in claim.above.iter().chain(&claim.below) {
            let Some(end) = change.up_to() else { continue };
            let [from, to] = [change.threshold.printed, end.printed];
            for part in [1e-3, 0.5, 1.0 - 1e-3] {
                let at = from + (to - from) * part;
                // Past what is printed of where it starts, if there is room.
                if sign(change.threshold.side) * (to - from) <= 0.0 {
                    continue;
                }
                if let Some(now) = with(at) {
                    let holds = now == change.leaders || unsure(at);
                    let kind = "who leads between two printed shares";
                    book.claim(kind, holds, || format!("{change:?}: {now:?} lead at {at}"));
                }
            }
        }
        for safe in [&claim.safe_from, &claim.safe_to].into_iter().flatten() {
            // The end itself is not in the stretch, nor what differs from it by the noise of sums.
            let room = (claim.to - claim.from) * 50.0;
            let at = safe.printed + sign(safe.side) * (safe.printed * 2e-9).min(room);
            if let Some(now) = with(at) {
                let holds = leaders.iter().any(|l| now.contains(l)) || unsure(at);
                book.claim(
                    "the stretch as printed in which the lead stays",
                    holds,
                    || format!("{claim:?}: {now:?} lead at {at}"),
                );
            }
        }
        if !claim.changes_leader() {
            for share in grid() {
                let Some(weights) = read.weights_with(place, of_whole, share) else {
                    continue;
                };
                let by = lead(&read, leaders, &weights);
                book.claim(
                    "no other weight changes the leader",
                    by >= -2.0 * TIE,
                    || format!("{claim:?}: behind by {by} at {share}"),
                );
            }
        }
        for (end, level) in claim.level.iter().enumerate() {
            let quiet = [claim.below.is_empty(), claim.above.is_empty()][end];
            if let Some(now) = with([0.0, 100.0][end]).filter(|_| quiet) {
                let mut told: Vec<OptionIx> = leaders.iter().chain(level).copied().collect();
                told.sort_unstable();
                // Where several lead now, some of them may stay behind at the end.
                let holds = now == told
                    || (leaders.len() > 1 && now.iter().all(|l| told.contains(l)))
                    || unsure([0.0, 100.0][end]);
                book.claim("who draws level at an end", holds, || {
                    format!("{claim:?}: {now:?} at end {end}")
                });
            }
        }
    }
    if all.inseparable {
        for claim in &all.claims {
            for share in [0.0, 0.3, 1.0] {
                let of_whole = claim.lines.share == Share::Cumulative;
                let weights = read
                    .weights_with(claim.node().into(), of_whole, share)
                    .unwrap();
                let now = read.leaders_at(&weights);
                let together = places(leaders)
                    .iter()
                    .all(|l| now.contains(l) == now.contains(&leaders[0].into()));
                book.claim(
                    "no single weight breaks a tie",
                    together || read.unsure(&weights),
                    || format!("{claim:?}: {now:?} at {share}"),
                );
            }
        }
    }
}

/// A threshold as printed: past it those lead, short of it nothing has changed.
fn passed(
    claim: &WeightClaim,
    change: &WeightChange,
    nearest: bool,
    [stays, unsure]: [&dyn Fn(f64) -> bool; 2],
    with: &dyn Fn(f64) -> Option<Vec<OptionIx>>,
    book: &mut Book,
) {
    let percent = claim.lines.now * 100.0;
    if let Some(at) = past(&change.threshold, percent, change.until * 100.0)
        && let Some(now) = with(at)
    {
        book.claim(
            "a share beyond which others lead, as printed",
            now == change.leaders || unsure(at),
            || format!("{claim:?}: at {at} {now:?} lead"),
        );
    } else {
        book.claim(
            "a share beyond which others lead, as printed",
            false,
            || format!("{claim:?}: nothing is beyond {change:?}"),
        );
    }
    if nearest
        && let Some(at) = short(&change.threshold, percent)
        && let Some(now) = with(at)
    {
        let holds = stays(at);
        book.claim(
            "a share short of which nothing changes, as printed",
            holds,
            || format!("{claim:?}: at {at} {now:?} lead"),
        );
    }
}
