//! Normal and PERT numbers from tables: a distribution as many equally likely pieces, each even, with the mean
//! and the variance of its piece. So the mean and the variance of the whole are right, and no probability is
//! wrong by more than a small part of one piece.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "numbers of pieces are small, and places in a table are between its ends"
)]

use std::sync::OnceLock;

/// A piece: its mean, and half its width.
type Piece = [f32; 2];

/// Pieces of the normal distribution.
const PIECES: usize = 4096;

fn normals() -> &'static [Piece] {
    static TABLE: OnceLock<Vec<Piece>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let count = PIECES as f64;
        let density = |z: f64| libm::exp(-z * z / 2.0) / (std::f64::consts::TAU).sqrt();
        let end = |at: usize| match at {
            0 => f64::NEG_INFINITY,
            PIECES => f64::INFINITY,
            _ => quantile(at as f64 / count),
        };
        // z and z² against the density, between two ends.
        let at = |z: f64| {
            if z.is_finite() {
                [density(z), z * density(z)]
            } else {
                [0.0; 2]
            }
        };
        let piece = |k: usize| {
            let (a, b) = (at(end(k)), at(end(k + 1)));
            let mean = (a[0] - b[0]) * count;
            let square = 1.0 + (a[1] - b[1]) * count;
            let half = (3.0 * (square - mean * mean).max(0.0)).sqrt();
            [mean as f32, half as f32]
        };
        (0..PIECES).map(piece).collect()
    })
}

/// How likely a standard normal number is to be less.
fn cumulative(z: f64) -> f64 {
    libm::erfc(-z / std::f64::consts::SQRT_2) / 2.0
}

/// The standard normal number that one is less than this often, by halving.
fn quantile(p: f64) -> f64 {
    let [mut low, mut high] = [-9.0, 9.0];
    for _ in 0..48 {
        let middle = (low + high) / 2.0;
        if cumulative(middle) < p {
            low = middle;
        } else {
            high = middle;
        }
    }
    (low + high) / 2.0
}

/// A truncated normal distribution.
#[derive(Clone, Debug)]
pub(crate) struct Normal {
    from: f32,
    span: f32,
    mean: f32,
    sd: f32,
    low: f32,
    high: f32,
    table: &'static [Piece],
}

impl Normal {
    /// `None` where less than a sixteenth of the whole distribution lies between the ends: too few pieces.
    pub(crate) fn new(mean: f64, sd: f64, low: f64, high: f64) -> Option<Self> {
        let from = cumulative((low - mean) / sd);
        let span = cumulative((high - mean) / sd) - from;
        let fine = span >= 0.0625 && (sd as f32).is_finite();
        fine.then(|| Self {
            from: (from * PIECES as f64) as f32,
            span: (span * PIECES as f64 / 4_294_967_296.0) as f32,
            mean: mean as f32,
            sd: sd as f32,
            low: low as f32,
            high: high as f32,
            table: normals(),
        })
    }

    #[inline(always)]
    pub(crate) fn at(&self, word: u32) -> f32 {
        let place = self.from + self.span * word as f32;
        let at = place as usize;
        let [mean, half] = self
            .table
            .get(at)
            .or(self.table.last())
            .copied()
            .unwrap_or([0.0; 2]);
        let z = mean + half * (2.0 * (place - at as f32) - 1.0);
        (self.mean + self.sd * z).clamp(self.low, self.high)
    }
}

/// Pieces of each PERT distribution, and how many are between a mode at the low end and one at the high end.
const PARTS: usize = 128;
const MODES: usize = 32;

fn perts() -> &'static [[Piece; PARTS]] {
    static TABLE: OnceLock<Vec<[Piece; PARTS]>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mode = |at: usize| pert(at as f64 / MODES as f64);
        (0..=MODES).map(mode).collect()
    })
}

/// The pieces of the distribution with shapes 1 + 4 mode and 5 − 4 mode.
fn pert(mode: f64) -> [Piece; PARTS] {
    const SLICES: usize = 2048;
    let width = 1.0 / SLICES as f64;
    let density = |at: usize| {
        let x = (at as f64 + 0.5) * width;
        libm::pow(x, 4.0 * mode) * libm::pow(1.0 - x, 4.0 - 4.0 * mode)
    };
    let masses: Vec<f64> = (0..SLICES).map(density).collect();
    let share = masses.iter().sum::<f64>() / PARTS as f64;
    let mut pieces = [[0.0; 2]; PARTS];
    let (mut part, mut filled, mut first, mut second) = (0, 0.0, 0.0, 0.0);
    let mut close = |part: usize, filled: f64, first: f64, second: f64| {
        let mean = first / filled;
        let half = (3.0 * (second / filled - mean * mean).max(0.0)).sqrt();
        if let Some(piece) = pieces.get_mut(part) {
            *piece = [mean as f32, half.min(mean).min(1.0 - mean) as f32];
        }
    };
    for (at, mass) in masses.iter().enumerate() {
        // What is left of the slice goes to pieces until it is used up.
        let (mut from, end) = (at as f64 * width, (at + 1) as f64 * width);
        let mut left = *mass;
        while left > 0.0 {
            let last = part + 1 == PARTS;
            let taken = if last { left } else { left.min(share - filled) };
            let to = if taken < left {
                from + (end - from) * taken / left
            } else {
                end
            };
            let (middle, wide) = ((from + to) / 2.0, to - from);
            first += taken * middle;
            second += taken * (middle * middle + wide * wide / 12.0);
            filled += taken;
            left -= taken;
            from = to;
            if !last && filled >= share * (1.0 - 1e-12) {
                close(part, filled, first, second);
                (part, filled, first, second) = (part + 1, 0.0, 0.0, 0.0);
            }
        }
    }
    if filled > 0.0 {
        close(part, filled, first, second);
    }
    pieces
}

/// The piece for seven bits of a number: there are [`PARTS`] of them, 2⁷.
#[expect(
    clippy::indexing_slicing,
    reason = "seven bits are below 128; a check would cost time in every draw"
)]
#[inline(always)]
fn of_part(pieces: &[Piece; PARTS], bits: usize) -> Piece {
    pieces[bits % PARTS]
}

/// A PERT distribution: between those of the nearest modes in the table.
#[derive(Clone, Debug)]
pub(crate) struct Pert {
    low: f32,
    width: f32,
    nearer: f32,
    below: &'static [Piece; PARTS],
    above: &'static [Piece; PARTS],
}

impl Pert {
    /// The place of the mode decides between which distributions of the table; it is never beyond both.
    pub(crate) fn new(low: f64, mode: f64, high: f64) -> Option<Self> {
        let place = (mode - low) / (high - low) * MODES as f64;
        let at = (place as usize).min(MODES - 1);
        let [below, above] = perts().get(at..)?.first_chunk()?;
        Some(Self {
            low: low as f32,
            width: (high - low) as f32,
            nearer: (place - at as f64) as f32,
            below,
            above,
        })
    }

    #[inline(always)]
    pub(crate) fn at(&self, word: u32) -> f32 {
        let at = (word >> 25) as usize;
        // The bits below, as a number from -1 to 1.
        let part = ((word >> 2) & 0x007F_FFFF) as f32 / 4_194_304.0 - 1.0;
        let (below, above) = (of_part(self.below, at), of_part(self.above, at));
        let ([mean, half], [other, other_half]) = (below, above);
        let mean = mean + (other - mean) * self.nearer;
        let half = half + (other_half - half) * self.nearer;
        self.low + self.width * (mean + half * part).clamp(0.0, 1.0)
    }
}
