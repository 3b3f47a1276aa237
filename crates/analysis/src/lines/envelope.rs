//! Who leads where, along a bundle of straight lines.

use super::bundle::{Flip, Line, Segment};
use crate::{OptionIx, TIE};
use weighbridge_numeric::{sort_ascending, sort_by};

/// A stretch of shares this short, in which two are level as one takes over from the other, is a point.
const POINT: f64 = 1e-6;

/// A stretch this short at an end, on which others are level with the leader, is that end: of two that
/// have the same score on a criterion and hardly differ elsewhere.
const END: f64 = 1e-4;

/// A stretch this short is one of rounding.
const ROUNDING: f64 = 1e-12;

/// Who leads where from share 0 to 1, where that changes, and who leads at the very ends.
///
/// An option leads where it is within [`TIE`] of the best, as it does in the ranking. The best of
/// several straight lines is convex, so that each option is level with it on one stretch, or nowhere;
/// where those stretches start and end the leaders change. Two options that cross are level on a short
/// stretch around the place, which is told as that place.
pub(super) fn envelope(lines: &[Line]) -> (Vec<Segment>, Vec<Flip>, [Vec<OptionIx>; 2]) {
    let highest = highest(lines);
    let level: Vec<(Line, f64, f64)> = lines
        .iter()
        .filter_map(|line| {
            let (from, to) = level(&highest, *line)?;
            Some((*line, from, to))
        })
        .collect();
    let at = |share: f64| -> Vec<OptionIx> {
        let here = level.iter().filter(|(_, a, b)| *a <= share && share <= *b);
        here.map(|(line, ..)| line.option).collect()
    };
    let stretches = told(&stretches(&level));
    let find = |option: OptionIx| lines.iter().find(|l| l.option == option);
    let flips: Vec<Flip> = stretches
        .windows(2)
        .filter_map(|pair| {
            let [low, high] = pair else { return None };
            Some(Flip {
                at: crossing(low, high, &find).unwrap_or(high.clear[0]),
                below: low.leaders.clone(),
                above: high.leaders.clone(),
                clear_below: low.clear[1],
                clear_above: high.clear[0],
            })
        })
        .collect();
    let mut segments = stretches;
    // Without gaps: each ends where the next takes over.
    let places = || flips.iter().map(|flip| flip.at);
    let ends = [0.0].into_iter().chain(places());
    let ends = ends.zip(places().chain([1.0]));
    for (segment, (from, to)) in segments.iter_mut().zip(ends) {
        (segment.from, segment.to) = (from, to);
    }
    (segments, flips, [at(0.0), at(1.0)])
}

/// The lines that no other is above at both ends: the highest anywhere is one of them, and of many lines
/// they are few.
fn highest(lines: &[Line]) -> Vec<Line> {
    let mut order: Vec<Line> = lines.to_vec();
    sort_by(&mut order, |a, b| {
        let ends = b.at_zero.total_cmp(&a.at_zero);
        ends.then(b.at_one.total_cmp(&a.at_one))
    });
    let mut most = f64::NEG_INFINITY;
    order.retain(|line| {
        let is_above = line.at_one > most;
        most = most.max(line.at_one);
        is_above
    });
    order
}

/// The stretch in which a line is within [`TIE`] of the highest; `None` where it never is.
fn level(lines: &[Line], own: Line) -> Option<(f64, f64)> {
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    for other in lines {
        let (low, high) = (other.at_zero - own.at_zero, other.at_one - own.at_one);
        match (low > TIE, high > TIE) {
            (true, true) => return None,
            (true, false) => from = from.max((low - TIE) / (low - high)),
            (false, true) => to = to.min((TIE - low) / (high - low)),
            (false, false) => {}
        }
    }
    (from <= to).then_some((from, to))
}

/// Every stretch with the same leaders, those of rounding left out.
fn stretches(level: &[(Line, f64, f64)]) -> Vec<Segment> {
    let mut places = vec![0.0, 1.0];
    places.extend(level.iter().flat_map(|(_, from, to)| [*from, *to]));
    sort_ascending(&mut places, |place| *place);
    let mut found: Vec<Segment> = Vec::new();
    for pair in places.windows(2) {
        let [from, to] = *pair else { continue };
        let here = level.iter().filter(|(_, a, b)| *a <= from && to <= *b);
        let leaders: Vec<OptionIx> = here.map(|(line, ..)| line.option).collect();
        if to - from < ROUNDING || leaders.is_empty() {
            continue;
        }
        match found.last_mut() {
            Some(last) if last.leaders == leaders => last.clear[1] = to,
            _ => found.push(Segment {
                from,
                to,
                leaders,
                clear: [from, to],
            }),
        }
    }
    found
}

/// The stretches that are told: all but the short ones in which one takes over from another.
fn told(all: &[Segment]) -> Vec<Segment> {
    let mut found: Vec<Segment> = Vec::new();
    for (at, here) in all.iter().enumerate() {
        let beside = [at.checked_sub(1), Some(at + 1)];
        let mut beside = beside.into_iter().flatten().filter_map(|at| all.get(at));
        let holds = |other: &Segment| other.leaders.iter().all(|o| here.leaders.contains(o));
        let is_end = at == 0 || at + 1 == all.len();
        let short = if is_end { END } else { POINT };
        if here.clear[1] - here.clear[0] < short && beside.any(holds) {
            continue;
        }
        match found.last_mut() {
            Some(last) if last.leaders == here.leaders => last.clear[1] = here.clear[1],
            _ => found.push(here.clone()),
        }
    }
    found
}

/// Where those who lead on two stretches are level; where the stretches meet, when they do.
fn crossing<'a>(
    low: &Segment,
    high: &Segment,
    find: &dyn Fn(OptionIx) -> Option<&'a Line>,
) -> Option<f64> {
    let [from, to] = [low.clear[1], high.clear[0]];
    if from >= to {
        return None;
    }
    let own = |here: &Segment, there: &Segment| {
        let mut only = here.leaders.iter().filter(|o| !there.leaders.contains(o));
        let option = only.next().or(here.leaders.first())?;
        find(*option)
    };
    let (a, b) = (own(low, high)?, own(high, low)?);
    let at = (a.at_zero - b.at_zero) / (b.slope() - a.slope());
    (from <= at && at <= to).then_some(at)
}
