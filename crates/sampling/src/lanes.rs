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
use crate::distribution::Score;
use crate::network::{MOST, Numbers, Room, first, first_mut, network, room, sort};
use crate::pair::both;
use crate::place::{Ix, OptionIx, Per, PerBranch, PerCriterion, PerOption, PerPiece, PieceIx};
use crate::problem::{Child, Groups, Plan, Problem};
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
    class: Vec<PieceIx>,
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
    tree: Option<(PerBranch<Vec<Child>>, PerBranch<Step>)>,
    /// The weights at the corners, when at most one is.
    corners: Vec<PerCriterion<f64>>,
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
        rows: &PerOption<Vec<f64>>,
        source: Source,
        wanted: Wanted,
    ) -> Option<Self> {
        let corners = problem.corners();
        let named = problem.named();
        let scores = |option: OptionIx| {
            let known = problem.scores[option]
                .iter()
                .zip(&named)
                .filter(|(_, named)| **named);
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
                let (first, last) = row.first().zip(row.last())?;
                factors.push((2.0 * last - first + 1.0) as f32);
                let pairs = row.iter().zip(row.iter().skip(1));
                factors.extend(pairs.map(|(before, after)| (before - after) as f32));
            }
        } else {
            columns = problem.criteria;
            // Criteria of no branch have no weight, whatever is scored on them.
            let fixed = |score: &Score| score.fixed().map_or(0.0, scaled).clamp(0.0, 1.0) as f32;
            for option in &groups.one {
                factors.push(1.0);
                factors.extend(problem.scores[*option].iter().map(fixed));
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
                groups.size.as_slice().to_vec()
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
        let mut out = vec![0.0; self.corners.first().map_or(0, Per::len)];
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
                shares(first_mut(&mut self.x, self.columns));
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
        let x = first(&self.x, columns);
        let one = 0x3F80_0000_u32 << self.bits;
        let rows = self
            .factors
            .chunks_exact(columns + 1)
            .zip(self.totals.iter_mut())
            .zip(self.keys.iter_mut());
        for (place, ((factors, total), key)) in (0_u32..).zip(rows) {
            let Some((constant, factors)) = factors.split_first() else {
                continue;
            };
            let mut sum = [f32x8::splat(*constant); 2];
            for (factor, x) in factors.iter().zip(x) {
                let factor = f32x8::splat(*factor);
                sum = both(sum, *x, |sum, x| sum + factor * x);
            }
            // Any positive normal numbers sort like whole ones: hence the bit of 2⁻¹²⁶.
            let under = u32x8::splat((place | 0x0080_0000).wrapping_sub(one));
            *key = sum.map(|sum| {
                let whole: u32x8 = cast(sum);
                cast((whole << self.bits) + under)
            });
            *total = sum;
        }
    }

    /// Counts who is above whom.
    fn compare(&self, tally: &mut Tally) {
        let count = self.groups;
        let totals = first(&self.totals, count);
        let rows = tally.above.chunks_exact_mut(count * STREAMS);
        for (i, (own, row)) in totals.iter().zip(rows).enumerate() {
            let others = totals.iter().skip(i + 1);
            for (other, above) in others.zip(row.chunks_exact_mut(STREAMS).skip(i + 1)) {
                let halves = own.iter().zip(other);
                for (above, (own, other)) in above.chunks_exact_mut(8).zip(halves) {
                    let greater: [u32; 8] = cast(own.cmp_gt(*other));
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
        let keys = first(&self.keys, count);
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
                let each = places.into_iter().zip(&mut rank).enumerate();
                for (stream, (place, rank)) in each {
                    let group = (place & mask) as usize;
                    let at = (*rank * count + group) * STREAMS + stream;
                    if let (Some(n), Some(size)) = (tally.ranks.get_mut(at), self.sizes.get(group))
                    {
                        *n += 1;
                        *rank += *size as usize;
                    }
                }
            }
        }
        if self.wanted.central
            && let Some(best) = keys.last()
        {
            self.add_central(*best, mask, tally);
        }
    }

    /// Adds the columns to the sums of the group that came first, as whole numbers of 2⁻²³.
    fn add_central(&self, best: Numbers, mask: u32, tally: &mut Tally) {
        let columns = self.columns;
        let places: [u32; STREAMS] = cast(best);
        // Sorted numbers are 1 and more as they are; weights become so.
        let raise = f32x8::splat(if self.tree.is_some() || self.smooth {
            1.0
        } else {
            0.0
        });
        for (column, x) in first(&self.x, columns).iter().enumerate() {
            let bits: [u32; STREAMS] = cast(x.map(|x| x + raise));
            for (stream, (place, bits)) in places.iter().zip(bits).enumerate() {
                let group = (place & mask) as usize;
                let at = (stream * self.groups + group) * columns + column;
                if let Some(sum) = tally.central.get_mut(at) {
                    *sum += u64::from(bits.wrapping_sub(0x3F80_0000));
                }
            }
        }
    }
}

/// Whether 32-bit numbers tell all groups apart often enough.
fn apart(groups: &Groups, rows: &PerOption<Vec<f64>>, range: f64) -> bool {
    let one = &groups.one;
    one.iter().enumerate().all(|(at, a)| {
        one.iter().skip(at + 1).all(|b| {
            let pairs = rows[*a].iter().zip(&rows[*b]);
            let most = pairs.map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
            #[expect(clippy::cast_precision_loss, reason = "a row has few numbers")]
            let pieces = rows[*a].len() as f64 - 1.0;
            most >= range * ALIKE * pieces
        })
    })
}

fn steps(problem: &Problem, smooth: bool) -> PerBranch<Step> {
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
    Per::of(problem.plans.iter().map(step))
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
        sum = both(sum, *x, |sum, x| sum + x);
    }
    let part = sum.map(|sum| f32x8::splat(1.0) / sum);
    for x in x {
        *x = both(*x, part, |x, part| x * part);
    }
}

/// The weights of all criteria, from the sorted numbers of each branch.
fn weigh(
    branches: &PerBranch<Vec<Child>>,
    steps: &PerBranch<Step>,
    smooth: bool,
    criteria: usize,
    x: &mut [Numbers; MOST],
    out: &mut [Numbers; MOST],
) {
    let one = f32x8::splat(1.0);
    // Criteria of no branch have none.
    let out = first_mut(out, criteria);
    out.fill([f32x8::splat(0.0); 2]);
    let mut whole = branches.map(|_, _| [one; 2]);
    let mut pieces: PerPiece<Numbers> = Per::default();
    for (branch, step) in steps.iter_enumerated() {
        let own = whole[branch];
        if let Step::Cut(cut) = step {
            let upto = first_mut(x, cut.first + cut.count);
            let x = upto.split_at_mut(cut.first.min(upto.len())).1;
            if smooth {
                shares(x);
                pieces.refill(x.iter().copied());
            } else {
                let mut before = [one; 2];
                pieces.refill(x.iter().map(|x| {
                    let piece = both(*x, before, |x, before| x - before);
                    before = *x;
                    piece
                }));
                pieces.push(before.map(|b| f32x8::splat(2.0) - b));
            }
            if let Some(ordered) = &cut.ordered {
                let mut sum = [f32x8::splat(0.0); 2];
                for (piece, share) in pieces.iter_mut().zip(ordered).rev() {
                    let share = f32x8::splat(*share);
                    sum = both(sum, *piece, |sum, piece| sum + piece * share);
                    *piece = sum;
                }
            }
        }
        let mut give = |child: &Child, share: Numbers| {
            let weight = both(own, share, |own, share| own * share);
            match *child {
                Child::Criterion(at) => {
                    if let Some(out) = out.get_mut(at.place()) {
                        *out = weight;
                    }
                }
                Child::Branch(at) => whole[at] = weight,
            }
        };
        match step {
            Step::Fixed(weights) => {
                for (child, weight) in branches[branch].iter().zip(weights) {
                    give(child, [f32x8::splat(*weight); 2]);
                }
            }
            Step::Cut(cut) => {
                for (child, class) in branches[branch].iter().zip(&cut.class) {
                    give(child, pieces[*class]);
                }
            }
        }
    }
}
