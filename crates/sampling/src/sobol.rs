//! Scrambled Sobol points: sixteen independent scramblings of one sequence, side by side.
//!
//! The sequence is Sobol's with the direction numbers of Joe and Kuo (*SIAM Journal on Scientific
//! Computing* 30, 2008, the set `new-joe-kuo-6.21201`), in Gray-code order (Antonov and Saleev,
//! 1979). Each stream multiplies the direction numbers by a random lower triangular matrix over the
//! field of two elements and adds a random digital shift (Matoušek, *Journal of Complexity* 14,
//! 1998): every point is then uniform by itself, the sixteen streams are independent, and each of
//! them keeps the even spread of the net, with the variance of Owen's full scrambling. The
//! scrambling is folded into the direction numbers, so a coordinate costs one exclusive or.

use crate::pair::both;
use crate::streams::{Streams, Words};
use wide::u32x8;

/// The most coordinates a point may have.
pub(crate) const DIMENSIONS: usize = 39;

/// For each coordinate but the first: degree of its primitive polynomial, the polynomial's inner
/// coefficients, and as many initial numbers as the degree, all in one row of bytes.
const JOE_KUO: &[u8] = &[
    1, 0, 1, //
    2, 1, 1, 3, //
    3, 1, 1, 3, 1, //
    3, 2, 1, 1, 1, //
    4, 1, 1, 1, 3, 3, //
    4, 4, 1, 3, 5, 13, //
    5, 2, 1, 1, 5, 5, 17, //
    5, 4, 1, 1, 5, 5, 5, //
    5, 7, 1, 1, 7, 11, 19, //
    5, 11, 1, 1, 5, 1, 1, //
    5, 13, 1, 1, 1, 3, 11, //
    5, 14, 1, 3, 5, 5, 31, //
    6, 1, 1, 3, 3, 9, 7, 49, //
    6, 13, 1, 1, 1, 15, 21, 21, //
    6, 16, 1, 3, 1, 13, 27, 49, //
    6, 19, 1, 1, 1, 15, 7, 5, //
    6, 22, 1, 3, 1, 15, 13, 25, //
    6, 25, 1, 1, 5, 5, 19, 61, //
    7, 1, 1, 3, 7, 11, 23, 15, 103, //
    7, 4, 1, 3, 7, 13, 13, 15, 69, //
    7, 7, 1, 1, 3, 13, 7, 35, 63, //
    7, 8, 1, 3, 5, 9, 1, 25, 53, //
    7, 14, 1, 3, 1, 13, 9, 35, 107, //
    7, 19, 1, 3, 1, 5, 27, 61, 31, //
    7, 21, 1, 1, 5, 11, 19, 41, 61, //
    7, 28, 1, 3, 5, 3, 3, 13, 69, //
    7, 31, 1, 1, 7, 13, 1, 19, 1, //
    7, 32, 1, 3, 7, 5, 13, 19, 59, //
    7, 37, 1, 1, 3, 9, 25, 29, 41, //
    7, 41, 1, 3, 5, 13, 23, 1, 55, //
    7, 42, 1, 3, 7, 3, 13, 59, 17, //
    7, 50, 1, 3, 1, 3, 5, 53, 69, //
    7, 55, 1, 1, 5, 5, 23, 33, 13, //
    7, 56, 1, 1, 7, 7, 1, 61, 123, //
    7, 59, 1, 1, 7, 9, 13, 61, 49, //
    7, 62, 1, 3, 3, 5, 3, 55, 33, //
    8, 14, 1, 3, 1, 15, 31, 13, 49, 245, //
    8, 21, 1, 3, 5, 15, 31, 59, 63, 97, //
];

/// Bits of a coordinate, and the base-2 logarithm of the most points.
const BITS: usize = 32;

/// The direction numbers of the first coordinates, [`BITS`] for each.
fn directions(dimensions: usize) -> Vec<Vec<u32>> {
    let mut all = Vec::with_capacity(dimensions);
    let mut table = JOE_KUO;
    for dimension in 0..dimensions {
        let shifts = (0..BITS).rev();
        if let (1.., [degree, polynomial, rest @ ..]) = (dimension, table) {
            let s = usize::from(*degree);
            let first = rest.iter().take(s).zip(shifts);
            let mut v: Vec<u32> = first.map(|(m, shift)| u32::from(*m) << shift).collect();
            while v.len() < BITS {
                // The last of them, the latest first.
                let recent = v.iter().rev().take(s);
                let mut next = recent
                    .clone()
                    .next_back()
                    .map_or(0, |oldest| oldest ^ (oldest >> s));
                for (j, earlier) in (1..s).zip(recent) {
                    if (polynomial >> (s - 1 - j)) & 1 == 1 {
                        next ^= earlier;
                    }
                }
                v.push(next);
            }
            all.push(v);
            table = rest.get(s..).unwrap_or(&[]);
        } else {
            all.push(shifts.map(|shift| 1 << shift).collect());
        }
    }
    all
}

/// Sixteen scramblings of Sobol's sequence.
#[derive(Clone)]
pub(crate) struct Sobol {
    /// The coordinates of the next point.
    now: Vec<Words>,
    /// How many points have been given; the sequence ends before `u32::MAX`.
    index: u32,
    directions: Vec<Vec<u32>>,
    /// The columns of each coordinate's scrambling matrices, [`BITS`] for each.
    matrices: Vec<Words>,
    /// The scrambled direction numbers: those of the first bit for all coordinates, and so on, as
    /// far as they have been needed.
    scrambled: Vec<Vec<Words>>,
}

impl Sobol {
    pub(crate) fn new(dimensions: usize, seed: u64) -> Self {
        let mut streams = Streams::new(seed);
        let mut matrices = Vec::with_capacity(dimensions * BITS);
        for _ in 0..dimensions {
            for column in 0..BITS {
                let bits = streams.next();
                let diagonal = u32x8::new([1 << (BITS - 1 - column); 8]);
                let below = u32x8::new([(1 << (BITS - 1 - column)) - 1; 8]);
                // The upper bits are the good ones, and the columns on the left use nearly all.
                matrices.push(bits.map(|b| diagonal | ((b >> 1_i32) & below)));
            }
        }
        Self {
            now: (0..dimensions).map(|_| streams.next()).collect(),
            index: 0,
            directions: directions(dimensions),
            matrices,
            scrambled: Vec::new(),
        }
    }

    /// The coordinates of the next point, and moves on.
    #[inline]
    pub(crate) fn next(&mut self, out: &mut [Words]) {
        for (out, now) in out.iter_mut().zip(&self.now) {
            *out = *now;
        }
        self.index = self.index.wrapping_add(1);
        let bit = self.index.trailing_zeros().min(31) as usize;
        // A bit is needed for the first time after all before it.
        if self.scrambled.len() == bit {
            self.scrambled.push(self.scramble(bit));
        }
        let own = self.scrambled.iter().skip(bit).take(1).flatten();
        for (now, own) in self.now.iter_mut().zip(own) {
            *now = both(*now, *own, |now, own| now ^ own);
        }
    }

    /// Scrambles the direction numbers of a bit: the sum of those columns of the matrix at which
    /// the direction number has a 1.
    fn scramble(&self, bit: usize) -> Vec<Words> {
        let numbers = self.directions.iter().filter_map(|all| all.get(bit));
        let each = numbers.zip(self.matrices.chunks(BITS));
        each.map(|(number, columns)| {
            let mut sum = [u32x8::new([0; 8]); 2];
            for (shift, column) in (0..BITS).rev().zip(columns) {
                if (number >> shift) & 1 == 1 {
                    sum = both(sum, *column, |sum, column| sum ^ column);
                }
            }
            sum
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_points_are_sobols() {
        // Joe and Kuo's own first points in three dimensions, unscrambled, in Gray-code order, in eighths.
        let directions = directions(3);
        let mut point = [0_u32; 3];
        let mut seen = Vec::new();
        for index in 1_u32..8 {
            for (x, v) in point.iter_mut().zip(&directions) {
                *x ^= v[(index).trailing_zeros() as usize];
            }
            seen.push(point.map(|x| x >> 29));
        }
        assert_eq!(seen[0], [4, 4, 4]);
        assert_eq!(seen[1], [6, 2, 2]);
        assert_eq!(seen[2], [2, 6, 6]);
        assert_eq!(seen[3], [3, 3, 5]);
        assert_eq!(seen[6], [1, 5, 3]);
    }

    #[test]
    fn the_table_has_as_many_coordinates_as_promised() {
        let all = directions(DIMENSIONS);
        for (at, v) in all.iter().enumerate() {
            for (k, v) in v.iter().enumerate() {
                assert_eq!(
                    v.trailing_zeros() as usize,
                    BITS - 1 - k,
                    "coordinate {at}, number {k}"
                );
            }
        }
        let mut rest = JOE_KUO;
        let mut rows = 1;
        while let [degree, _, after @ ..] = rest {
            rest = &after[usize::from(*degree)..];
            rows += 1;
        }
        assert_eq!(rows, DIMENSIONS);
    }

    #[test]
    fn every_scrambling_spreads_each_coordinate_evenly() {
        let dimensions = DIMENSIONS;
        let mut sobol = Sobol::new(dimensions, 5);
        let mut out = vec![[u32x8::new([0; 8]); 2]; dimensions];
        let mut seen = vec![[[0_u8; 256]; 16]; dimensions];
        for _ in 0..256 {
            sobol.next(&mut out);
            for (at, words) in out.iter().enumerate() {
                for stream in 0..16 {
                    let x = words[stream / 8].to_array()[stream % 8];
                    seen[at][stream][(x >> 24) as usize] += 1;
                }
            }
        }
        for coordinate in &seen {
            for stream in coordinate {
                assert!(stream.iter().all(|n| *n == 1), "one point in each 256th");
            }
        }
    }
}
