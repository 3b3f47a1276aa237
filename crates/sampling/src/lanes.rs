//! The fast path: fixed scores, every branch even over a simplex, sixteen samples at a time.
//!
//! From pseudo-random numbers, weights are the spacings of sorted even numbers: n − 1 numbers cut the
//! line from 0 to 1 into n pieces, which are even over the simplex (Devroye, *Non-Uniform Random
//! Variate Generation*, 1986, V.2). With one open branch they are never written down: a total, the
//! sum of pieces times scores, is as well the sum of the sorted numbers times differences of
//! neighbouring scores. From quasi-random points they are exponentials divided by their sum: sorting
//! folds the cube n! times, and most of what the points' even spread is worth is lost in the folds.
//!
//! Ranks: each total, as a whole number of 2⁻²³ of the range of totals, gets the place of its group
//! below its last bit, and one sorting network puts these in order; then the lower bits say who came
//! where. Two totals closer than that are ranked by place, the lower sum of scores behind. For two
//! options that differ by `d` of the range on some criterion, that happens in at most (n − 1) 2⁻²³ / d
//! of samples; where this could be more than one in 2,000, the fast path is not used.

#![allow(
    clippy::cast_possible_truncation,
    reason = "totals are scaled to 0 to 1 before they become 32-bit numbers"
)]

use crate::STREAMS;
use crate::network::{MOST, Numbers, Room, network, room, sort};
use crate::problem::{Groups, Member, Plan, Problem};
use crate::source::Source;
use crate::streams::{Words, from_one_to_two};
use crate::tally::{Tally, Wanted};
use bytemuck::cast;
use wide::{CmpGt, f32x8, u32x8};

/// How a random branch becomes weights.
struct Cut {
    /// Its numbers: the first, and how many.
    first: usize,
    count: usize,
    /// The class of each member.
    class: Vec<usize>,
    /// For an order, one over the number of members in the classes up to each.
    ordered: Option<Vec<f32>>,
}

enum Step {
    Fixed(Vec<f32>),
    Cut(Cut),
}

pub(crate) struct Lanes {
    source: Source,
    /// Whether weights are exponentials, of quasi-random points, rather than spacings.
    smooth: bool,
    words: Vec<Words>,
    /// The comparisons that sort the numbers of each branch, and those that sort totals.
    cutting: Vec<[u8; 2]>,
    ranking: Vec<[u8; 2]>,
    /// The tree, when more than one branch is open.
    tree: Option<(Vec<Vec<Member>>, Vec<Step>)>,
    /// The weights at the corners, when at most one is.
    corners: Vec<Vec<f64>>,
    /// What totals are made of: for each group a constant, then a factor for each column.
    factors: Vec<f32>,
    columns: usize,
    /// How many options each group has; empty when each has one.
    sizes: Vec<u32>,
    groups: usize,
    /// How many bits the place of a group takes.
    bits: u32,
    wanted: Wanted,
    log: [f32x8; 11],
    bits_of_log: [u32x8; 2],
    x: Room,
    totals: Room,
    keys: Room,
}

/// The least a total may be apart from another for one sample in 2,000 to be ranked by place.
const ALIKE: f64 = 2000.0 / 8_388_608.0;

impl Lanes {
    /// `None` where two groups are too much alike for it. `rows` tells options apart.
    pub(crate) fn new(
        problem: &Problem,
        groups: &Groups,
        rows: &[Vec<f64>],
        source: Source,
        wanted: Wanted,
    ) -> Option<Self> {
        let corners = problem.corners();
        let named = problem.named();
        let scores = |option: usize| {
            let own = &problem.scores[option * problem.criteria..][..problem.criteria];
            let known = own.iter().zip(&named).filter(|(_, named)| **named);
            known.filter_map(|(score, _)| score.fixed()).collect()
        };
        let ends = groups.one.iter().flat_map(|option| -> Vec<f64> {
            match &corners {
                Some(_) => rows[*option].clone(),
                None => scores(*option),
            }
        });
        let [low, high] = ends.fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], x| {
            [low.min(x), high.max(x)]
        });
        let range = high - low;
        if !range.is_finite() || !apart(groups, rows, range) {
            return None;
        }
        // A margin at both ends, so that rounding cannot leave the range.
        let unit = if range > 0.0 { 0.96 / range } else { 0.0 };
        let scaled = |x: f64| 0.02 + (x - low) * unit;
        let smooth = matches!(source, Source::Quasi(_));
        let mut factors = Vec::new();
        let mut cutting = Vec::new();
        let mut first = 0;
        for plan in &problem.plans {
            if let Plan::Simplex { classes, .. } = plan {
                if smooth {
                    first += classes;
                } else {
                    network(first, classes - 1, &mut cutting);
                    first += classes - 1;
                }
            }
        }
        let columns;
        let mut tree = None;
        if corners.is_some() {
            columns = first;
            for option in &groups.one {
                let row: Vec<f64> = rows[*option].iter().map(|x| scaled(*x)).collect();
                if smooth {
                    factors.push(1.0);
                    factors.extend(row.iter().map(|x| *x as f32));
                    continue;
                }
                // Sorted numbers go from 1 to 2; the total is 1 more than its scaled value.
                factors.push((2.0 * row[columns] - row[0] + 1.0) as f32);
                factors.extend(row.windows(2).map(|pair| (pair[0] - pair[1]) as f32));
            }
        } else {
            columns = problem.criteria;
            let fixed = |option: usize, criterion: usize| {
                let score = problem.scores[option * columns + criterion].fixed();
                // Criteria of no branch have no weight, whatever is scored on them.
                score.map_or(0.0, scaled).clamp(0.0, 1.0) as f32
            };
            for option in &groups.one {
                factors.push(1.0);
                factors.extend((0..columns).map(|criterion| fixed(*option, criterion)));
            }
            tree = Some((problem.branches.clone(), steps(problem, smooth)));
        }
        let count = groups.one.len();
        let mut ranking = Vec::new();
        network(0, count, &mut ranking);
        let single = groups.size.iter().all(|size| *size == 1);
        Some(Self {
            source,
            smooth,
            words: vec![[u32x8::new([0; 8]); 2]; first],
            cutting,
            ranking,
            tree,
            corners: corners.unwrap_or_default(),
            factors,
            columns,
            sizes: if single {
                Vec::new()
            } else {
                groups.size.clone()
            },
            groups: count,
            bits: usize::BITS - count.saturating_sub(1).leading_zeros(),
            wanted,
            log: LOG.map(f32x8::splat),
            bits_of_log: [0x4B00_0000, 0x007F_FFFF].map(u32x8::splat),
            x: room(),
            totals: room(),
            keys: room(),
        })
    }

    pub(crate) fn columns(&self) -> usize {
        self.columns
    }

    /// The weights of the criteria from the means of the columns.
    pub(crate) fn weights(&self, columns: &[f64]) -> Vec<f64> {
        if self.tree.is_some() {
            return columns.to_vec();
        }
        let mut out = vec![0.0; self.corners.first().map_or(0, Vec::len)];
        if self.smooth {
            for (share, corner) in columns.iter().zip(&self.corners) {
                for (out, weight) in out.iter_mut().zip(corner) {
                    *out += share * weight;
                }
            }
            return out;
        }
        let mut before = 0.0;
        for (at, corner) in self.corners.iter().enumerate() {
            let upto = columns.get(at).copied().unwrap_or(1.0);
            for (out, weight) in out.iter_mut().zip(corner) {
                *out += (upto - before) * weight;
            }
            before = upto;
        }
        out
    }

    /// Takes so many points of each stream.
    pub(crate) fn run(&mut self, points: u64, tally: &mut Tally) {
        for _ in 0..points {
            self.source.fill(&mut self.words);
            if self.smooth {
                for (x, words) in self.x.iter_mut().zip(&self.words) {
                    *x = exponential(*words, &self.log, &self.bits_of_log);
                }
            } else {
                for (x, words) in self.x.iter_mut().zip(&self.words) {
                    *x = from_one_to_two(*words);
                }
                sort(&self.cutting, &mut self.x);
            }
            if let Some((branches, steps)) = &self.tree {
                // The weights take the place of the keys of the round before, then of the numbers.
                weigh(
                    branches,
                    steps,
                    self.smooth,
                    self.columns,
                    &mut self.x,
                    &mut self.keys,
                );
                std::mem::swap(&mut self.x, &mut self.keys);
            } else if self.smooth {
                shares(&mut self.x[..self.columns]);
            }
            self.total();
            if self.wanted.pairwise {
                self.compare(tally);
            }
            sort(&self.ranking, &mut self.keys);
            self.count(tally);
        }
        tally.points += points;
    }

    /// The totals of all groups, and their keys.
    #[inline(always)]
    fn total(&mut self) {
        let columns = self.columns;
        let x = &self.x[..columns];
        let one = 0x3F80_0000_u32 << self.bits;
        let rows = self
            .factors
            .chunks_exact(columns + 1)
            .zip(self.totals.iter_mut())
            .zip(self.keys.iter_mut());
        for (place, ((factors, total), key)) in (0_u32..).zip(rows) {
            let mut sum = [f32x8::splat(factors[0]); 2];
            for (factor, x) in factors[1..].iter().zip(x) {
                let factor = f32x8::splat(*factor);
                for h in 0..2 {
                    sum[h] += factor * x[h];
                }
            }
            // Any positive normal numbers sort like whole ones: hence the bit of 2⁻¹²⁶.
            let under = u32x8::splat((place | 0x0080_0000).wrapping_sub(one));
            for h in 0..2 {
                let whole: u32x8 = cast(sum[h]);
                key[h] = cast((whole << self.bits) + under);
            }
            *total = sum;
        }
    }

    /// Counts who is above whom.
    fn compare(&self, tally: &mut Tally) {
        let count = self.groups;
        for i in 0..count {
            let own = self.totals[i];
            let row = &mut tally.above[i * count * STREAMS..][..count * STREAMS];
            for (other, above) in self.totals[i + 1..count]
                .iter()
                .zip(row.chunks_exact_mut(STREAMS).skip(i + 1))
            {
                for (h, above) in above.chunks_exact_mut(8).enumerate() {
                    let greater: [u32; 8] = cast(own[h].cmp_gt(other[h]));
                    for (above, greater) in above.iter_mut().zip(greater) {
                        *above = above.wrapping_sub(greater);
                    }
                }
            }
        }
    }

    /// Counts who came where.
    #[inline(always)]
    fn count(&self, tally: &mut Tally) {
        let count = self.groups;
        let mask = (1_u32 << self.bits) - 1;
        let keys = &self.keys[..count];
        if self.sizes.is_empty() {
            let places = tally.ranks.chunks_exact_mut(count * STREAMS);
            for (key, ranks) in keys.iter().rev().zip(places) {
                let places: [u32; STREAMS] = cast(*key);
                for (stream, place) in places.into_iter().enumerate() {
                    let at = (place & mask) as usize * STREAMS + stream;
                    if let Some(n) = ranks.get_mut(at) {
                        *n += 1;
                    }
                }
            }
        } else {
            let mut rank = [0_usize; STREAMS];
            for key in keys.iter().rev() {
                let places: [u32; STREAMS] = cast(*key);
                for (stream, place) in places.into_iter().enumerate() {
                    let group = (place & mask) as usize;
                    let at = (rank[stream] * count + group) * STREAMS + stream;
                    if let (Some(n), Some(size)) = (tally.ranks.get_mut(at), self.sizes.get(group))
                    {
                        *n += 1;
                        rank[stream] += *size as usize;
                    }
                }
            }
        }
        if self.wanted.central
            && let Some(first) = keys.last()
        {
            self.add_central(*first, mask, tally);
        }
    }

    /// Adds the columns to the sums of the group that came first, as whole numbers of 2⁻²³.
    fn add_central(&self, first: Numbers, mask: u32, tally: &mut Tally) {
        let columns = self.columns;
        let places: [u32; STREAMS] = cast(first);
        // Sorted numbers are 1 and more as they are; weights become so.
        let raise = f32x8::splat(if self.tree.is_some() || self.smooth {
            1.0
        } else {
            0.0
        });
        for (column, x) in self.x[..columns].iter().enumerate() {
            let bits: [u32; STREAMS] = cast([x[0] + raise, x[1] + raise]);
            for (stream, place) in places.iter().enumerate() {
                let group = (place & mask) as usize;
                let at = (stream * self.groups + group) * columns + column;
                if let Some(sum) = tally.central.get_mut(at) {
                    *sum += u64::from(bits[stream].wrapping_sub(0x3F80_0000));
                }
            }
        }
    }
}

/// Whether 32-bit numbers tell all groups apart often enough.
fn apart(groups: &Groups, rows: &[Vec<f64>], range: f64) -> bool {
    let one = &groups.one;
    one.iter().enumerate().all(|(at, a)| {
        one[at + 1..].iter().all(|b| {
            let pairs = rows[*a].iter().zip(&rows[*b]);
            let most = pairs.map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
            #[expect(clippy::cast_precision_loss, reason = "a row has few numbers")]
            let pieces = rows[*a].len() as f64 - 1.0;
            most >= range * ALIKE * pieces
        })
    })
}

fn steps(problem: &Problem, smooth: bool) -> Vec<Step> {
    let mut first = 0;
    let step = |plan: &Plan| match plan {
        Plan::Simplex {
            class,
            ordered,
            classes,
        } => {
            let count = if smooth { *classes } else { classes - 1 };
            let cut = Cut {
                first,
                count,
                class: class.clone(),
                ordered: ordered
                    .as_ref()
                    .map(|o| o.iter().map(|x| *x as f32).collect()),
            };
            first += count;
            Step::Cut(cut)
        }
        Plan::Fixed(weights) => Step::Fixed(weights.iter().map(|w| *w as f32).collect()),
        Plan::Points(_) | Plan::Polytope(_) => Step::Fixed(Vec::new()),
    };
    problem.plans.iter().map(step).collect()
}

/// What [`exponential`] calculates with: the factors of a polynomial for log₂(1 + f) / f, through
/// Chebyshev's points of 0 to 1 and good to 2·10⁻⁶, the highest first; 1; 2; what to take from a
/// stored exponent; the least weight. In memory, because wasm engines put a vector constant together
/// from four pieces wherever it stands.
const LOG: [f32; 11] = [
    0.02001665,
    -0.09462681,
    0.2139432,
    -0.3383772,
    0.4774964,
    -0.7211441,
    1.442693,
    1.0,
    2.0,
    8_388_735.0,
    1e-9,
];

/// Minus the logarithm to base 2 of the part that each word is of its range: the exponent of the
/// number, and a polynomial for what is left.
#[inline(always)]
fn exponential(words: Words, log: &[f32x8; 11], bits: &[u32x8; 2]) -> Numbers {
    from_one_to_two(words).map(|x| {
        let u: u32x8 = cast(log[8] - x);
        // 2²³ plus the exponent as it is stored, which is 127 more than what it means.
        let stored: f32x8 = cast((u >> 23_i32) | bits[0]);
        let one: u32x8 = cast(log[7]);
        let mantissa: f32x8 = cast((u & bits[1]) | one);
        let f = mantissa - log[7];
        let mut sum = log[0];
        for factor in &log[1..7] {
            sum = sum * f + *factor;
        }
        (log[9] - stored - sum * f).fast_max(log[10])
    })
}

/// Numbers divided by their sum.
#[inline(always)]
fn shares(x: &mut [Numbers]) {
    let mut sum = [f32x8::splat(0.0); 2];
    for x in &*x {
        for h in 0..2 {
            sum[h] += x[h];
        }
    }
    let part = sum.map(|sum| f32x8::splat(1.0) / sum);
    for x in x {
        for h in 0..2 {
            x[h] *= part[h];
        }
    }
}

/// The weights of all criteria, from the sorted numbers of each branch.
fn weigh(
    branches: &[Vec<Member>],
    steps: &[Step],
    smooth: bool,
    criteria: usize,
    x: &mut [Numbers; MOST],
    out: &mut [Numbers; MOST],
) {
    let one = f32x8::splat(1.0);
    // Criteria of no branch have none.
    out[..criteria].fill([f32x8::splat(0.0); 2]);
    let mut whole = vec![[one; 2]; branches.len()];
    let mut pieces: Vec<Numbers> = Vec::new();
    for (branch, step) in steps.iter().enumerate() {
        let own = whole[branch];
        pieces.clear();
        if let Step::Cut(cut) = step {
            let x = &mut x[cut.first..cut.first + cut.count];
            if smooth {
                shares(x);
                pieces.extend_from_slice(x);
            } else {
                let mut before = [one; 2];
                for x in x {
                    pieces.push([x[0] - before[0], x[1] - before[1]]);
                    before = *x;
                }
                pieces.push(before.map(|b| f32x8::splat(2.0) - b));
            }
            if let Some(ordered) = &cut.ordered {
                let mut sum = [f32x8::splat(0.0); 2];
                for (piece, share) in pieces.iter_mut().zip(ordered).rev() {
                    for h in 0..2 {
                        sum[h] += piece[h] * f32x8::splat(*share);
                    }
                    *piece = sum;
                }
            }
        }
        for (at, member) in branches[branch].iter().enumerate() {
            let share = match step {
                Step::Fixed(weights) => [f32x8::splat(weights.get(at).copied().unwrap_or(0.0)); 2],
                Step::Cut(cut) => pieces[cut.class[at]],
            };
            let weight = [own[0] * share[0], own[1] * share[1]];
            match *member {
                Member::Criterion(at) => out[at] = weight,
                Member::Branch(at) => whole[at] = weight,
            }
        }
    }
}
