//! Over which amounts of one score an option is first, or loses the first place: exactly, with the
//! ends of the scale held where they are, or moving with the amount as they do.
//!
//! Between two neighbours among the ends and the breakpoints the totals run in straight lines: in the
//! amount `x` while it lies between the amounts of the others, and in `1 / (x - b)` while it marks an
//! end itself and stretches the last piece of the scale, which begins at `b`. So every place at which
//! two totals cross is the solution of one linear equation.

use super::{OptionIx, TIE, ValueFunction};
use weighbridge_model::Measure;
use weighbridge_numeric::sort_ascending;

/// A stretch of amounts, from one to another; an end that is not finite is no end.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stretch {
    pub(super) low: f64,
    pub(super) high: f64,
    /// Who is first all along.
    pub(super) first: Vec<OptionIx>,
}

/// What is asked of an amount.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Asked {
    /// Where an option is first, alone.
    Wins(OptionIx),
    /// Where an option is behind another.
    Loses(OptionIx),
}

/// One leaf that has a measure, while one of its amounts is changed.
pub(super) struct Surroundings<'a> {
    pub(super) measure: &'a Measure,
    /// The function with the ends as they are.
    pub(super) function: &'a ValueFunction,
    /// The cumulative weight of the leaf.
    pub(super) weight: f64,
    /// Whose amount is changed, and the amount now.
    pub(super) option: OptionIx,
    pub(super) now: f64,
    /// Of each option that has a total: its place, its amount, and its total without this leaf.
    pub(super) rivals: Vec<(OptionIx, f64, f64)>,
    /// The lowest and the highest amount of all other options.
    pub(super) others: Option<[f64; 2]>,
}

/// A piece between two neighbours, on which every total is a straight line in some `u`.
struct Piece {
    low: f64,
    high: f64,
    /// Where `u` begins, when it is `1 / (x - b)` or `1 / (b - x)`; else `u` is the amount.
    pole: Option<(f64, bool)>,
    /// The totals at the low and at the high end, in the order of the rivals.
    totals: Vec<[f64; 2]>,
    /// `u` at both ends.
    u: [f64; 2],
}

impl Surroundings<'_> {
    /// With the ends held: the amounts between them (and as far as the amount now, if it lies beyond).
    pub(super) fn held(&self, asked: Asked) -> Vec<Stretch> {
        let function = self.function;
        if function.is_flat() {
            return Vec::new();
        }
        let mut breaks: Vec<f64> = function.points().iter().map(|(x, _)| *x).collect();
        breaks.push(self.now);
        let pieces = neighbours(breaks).map(|(low, high)| {
            let totals = self.rivals.iter().map(|(at, amount, rest)| {
                let value =
                    |own: f64| function.value(if *at == self.option { own } else { *amount });
                [low, high].map(|x| rest + self.weight * value(x))
            });
            Piece {
                low,
                high,
                pole: None,
                totals: totals.collect(),
                u: [low, high],
            }
        });
        self.found(pieces, asked, None)
    }

    /// With the ends moving, as they do when the amount is entered: any amount.
    pub(super) fn moving(&self, asked: Asked) -> Vec<Stretch> {
        let Some([lowest, highest]) = self.others else {
            return Vec::new();
        };
        let mut breaks = vec![f64::NEG_INFINITY, lowest, highest, f64::INFINITY];
        breaks.extend(self.measure.breakpoints.iter().map(|b| b.at.get()));
        let flat = (highest - lowest <= 0.0).then_some(lowest);
        let pieces = neighbours(breaks).map(|(low, high)| self.piece(low, high, lowest, highest));
        self.found(pieces, asked, flat)
    }

    /// The totals of the rivals with an amount as it is entered.
    pub(super) fn totals(&self, x: f64) -> impl Iterator<Item = (OptionIx, f64)> {
        let [low, high] = self
            .others
            .map_or([x, x], |[low, high]| [low.min(x), high.max(x)]);
        let function = ValueFunction::new(self.measure, low, high);
        self.rivals.iter().map(move |(at, amount, rest)| {
            let own = if *at == self.option { x } else { *amount };
            (*at, rest + self.weight * function.value(own))
        })
    }

    fn piece(&self, low: f64, high: f64, lowest: f64, highest: f64) -> Piece {
        let inside = match (low.is_finite(), high.is_finite()) {
            (true, true) => low + (high - low) / 2.0,
            (true, false) => low + low.abs().max(1.0),
            _ => high - high.abs().max(1.0),
        };
        let function = ValueFunction::new(self.measure, lowest.min(inside), highest.max(inside));
        let points = function.points();
        // The piece of the scale that the amount stretches, from where it begins to the end.
        let stretched = match points {
            [end, from, ..] if inside < lowest => Some((*from, end.1, false)),
            [.., from, end] if inside > highest => Some((*from, end.1, true)),
            _ => None,
        };
        let Some(((b, from), end, up)) = stretched else {
            let totals = self.rivals.iter().map(|(at, amount, rest)| {
                let value =
                    |own: f64| function.value(if *at == self.option { own } else { *amount });
                [low, high].map(|x| rest + self.weight * value(x))
            });
            return Piece {
                low,
                high,
                pole: None,
                totals: totals.collect(),
                u: [low, high],
            };
        };
        let u = [low, high].map(|x| {
            let away = if up { x - b } else { b - x };
            // At the very beginning no other amount lies on the piece, so that nothing depends on it.
            if away > 0.0 { 1.0 / away } else { 0.0 }
        });
        let totals = self.rivals.iter().map(|(at, amount, rest)| {
            let beyond = if up { amount - b } else { b - amount };
            u.map(|u| {
                let value = if *at == self.option {
                    end
                } else if beyond > 0.0 {
                    from + (end - from) * beyond * u
                } else {
                    function.value(*amount)
                };
                rest + self.weight * value
            })
        });
        Piece {
            low,
            high,
            pole: Some((b, up)),
            totals: totals.collect(),
            u,
        }
    }

    /// The stretches of all pieces, those that touch made one where the same are first. At an amount where all coincide and the
    /// scale has no length, the values jump, so nothing is joined there.
    fn found(
        &self,
        pieces: impl Iterator<Item = Piece>,
        asked: Asked,
        flat: Option<f64>,
    ) -> Vec<Stretch> {
        let mut found: Vec<Stretch> = Vec::new();
        for piece in pieces {
            let stretches = piece.where_is(asked, &self.rivals).into_iter();
            let stretches = stretches.flat_map(|ends| piece.who_is(ends, asked, &self.rivals));
            for ([from, to], first) in stretches {
                let low = piece.amount(from);
                let high = piece.amount(to);
                if low.is_nan() || high.is_nan() || low >= high {
                    continue;
                }
                let touches =
                    |s: &&mut Stretch| s.high >= low && Some(low) != flat && s.first == first;
                if let Some(last) = found.last_mut().filter(touches) {
                    last.high = high;
                } else {
                    found.push(Stretch { low, high, first });
                }
            }
        }
        found
    }
}

impl Piece {
    fn total(&self, rival: usize, t: f64) -> f64 {
        let [from, to] = self.totals.get(rival).copied().unwrap_or_default();
        from + (to - from) * t
    }

    /// The amount at a share of the way along `u`.
    fn amount(&self, t: f64) -> f64 {
        if t <= 0.0 {
            return self.low;
        }
        if t >= 1.0 {
            return self.high;
        }
        let [from, to] = self.u;
        let u = from + (to - from) * t;
        match self.pole {
            None => u,
            Some((b, true)) => b + 1.0 / u,
            Some((b, false)) => b - 1.0 / u,
        }
    }

    /// The stretches along `u`, as shares of the way, where what is asked holds.
    fn where_is(&self, asked: Asked, rivals: &[(OptionIx, f64, f64)]) -> Vec<[f64; 2]> {
        let (Asked::Wins(who) | Asked::Loses(who)) = asked;
        let Some(own) = rivals.iter().position(|(at, ..)| *at == who) else {
            return Vec::new();
        };
        let wins = matches!(asked, Asked::Wins(_));
        let (mut from, mut to): (f64, f64) = (0.0, 1.0);
        let lead = |other: usize, t: f64| self.total(own, t) - self.total(other, t);
        for other in (0..rivals.len()).filter(|at| *at != own) {
            let [a, b] = [lead(other, 0.0), lead(other, 1.0)];
            if !(a.is_finite() && b.is_finite()) || (wins && a.max(b) <= TIE) {
                return Vec::new();
            }
            // Behind by what counts as a tie is not behind.
            if !wins && a.min(b) >= -TIE {
                continue;
            }
            if a.max(b) <= 0.0 {
                (from, to) = (1.0, 0.0);
            } else if a < 0.0 {
                from = from.max(a / (a - b));
            } else if b < 0.0 {
                to = to.min(a / (a - b));
            }
        }
        let apart = |t: f64| {
            let others = (0..rivals.len()).filter(|at| *at != own);
            others
                .map(|other| lead(other, t))
                .fold(f64::INFINITY, f64::min)
        };
        let mut found = Vec::new();
        if wins {
            let best = [from, from + (to - from) / 2.0, to].map(apart);
            if from < to && best.iter().any(|lead| *lead > TIE) {
                found.push([from, to]);
            }
        } else if from >= to {
            found.push([0.0, 1.0]);
        } else {
            if from > 0.0 {
                found.push([0.0, from]);
            }
            if to < 1.0 {
                found.push([to, 1.0]);
            }
        }
        found
    }

    /// Who is first along a stretch in which what is asked holds: each part of it, with those who are first there.
    fn who_is(
        &self,
        ends: [f64; 2],
        asked: Asked,
        rivals: &[(OptionIx, f64, f64)],
    ) -> Vec<([f64; 2], Vec<OptionIx>)> {
        let who = match asked {
            Asked::Wins(who) => return vec![(ends, vec![who])],
            Asked::Loses(who) => who,
        };
        let all = rivals.iter().enumerate();
        let others: Vec<usize> = all
            .filter(|(_, (at, ..))| *at != who)
            .map(|(r, _)| r)
            .collect();
        let mut found = Vec::new();
        self.divide(ends, &others, others.len(), &mut found);
        let named = |rivals_first: Vec<usize>| {
            let named = rivals_first.into_iter().filter_map(|r| rivals.get(r));
            named.map(|(at, ..)| *at).collect()
        };
        found
            .into_iter()
            .map(|(ends, first)| (ends, named(first)))
            .collect()
    }

    /// Divides a stretch where the first of some totals changes. The greatest of straight lines is nowhere above the
    /// line between two of its points, so that where the same are first at both ends they are all the way; else the
    /// lines of both cross in between, and whoever is above them there is looked for on both sides.
    fn divide(
        &self,
        [from, to]: [f64; 2],
        others: &[usize],
        depth: usize,
        found: &mut Vec<([f64; 2], Vec<usize>)>,
    ) {
        let [a, b] = [self.first(from, to, others), self.first(to, from, others)];
        let only = |one: &[usize], other: &[usize]| {
            let mut only = one.iter().copied().filter(|r| !other.contains(r));
            only.next()
        };
        let (Some(p), Some(q)) = (only(&a, &b), only(&b, &a)) else {
            // Who is level with the first at one end alone is not first beyond it.
            let fewer = if a.len() < b.len() { a } else { b };
            found.push(([from, to], fewer));
            return;
        };
        let apart = |t: f64| self.total(p, t) - self.total(q, t);
        let (start, end) = (apart(from), apart(to));
        let at = from + (to - from) * (start / (start - end)).clamp(0.0, 1.0);
        let top = self.first(at, to, others);
        let own = self.total(p, at);
        let passed = top.iter().any(|r| self.total(*r, at) - own > TIE);
        if depth == 0 || !passed || !(from < at && at < to) {
            found.push(([from, at], a));
            found.push(([at, to], b));
            return;
        }
        self.divide([from, at], others, depth - 1, found);
        self.divide([at, to], others, depth - 1, found);
    }

    /// Which of some totals are first at a share of the way, and of those that are level there the first towards another.
    fn first(&self, t: f64, towards: f64, others: &[usize]) -> Vec<usize> {
        let best = |t: f64, of: &[usize]| -> Vec<usize> {
            let totals = || of.iter().map(|r| (*r, self.total(*r, t)));
            let best = totals().map(|(_, x)| x).fold(f64::NEG_INFINITY, f64::max);
            let level = totals().filter(|(_, x)| best - x <= TIE);
            level.map(|(r, _)| r).collect()
        };
        best(towards, &best(t, others))
    }
}

/// Neighbours among some numbers.
fn neighbours(mut breaks: Vec<f64>) -> impl Iterator<Item = (f64, f64)> {
    sort_ascending(&mut breaks, |place| *place);
    let pairs = breaks.windows(2).map(|pair| match pair {
        [a, b] => (*a, *b),
        _ => (0.0, 0.0),
    });
    let pairs: Vec<(f64, f64)> = pairs.filter(|(a, b)| a < b).collect();
    pairs.into_iter()
}
