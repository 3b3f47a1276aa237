//! Sorting networks: the same comparisons whatever the numbers, so sixteen streams sort at once.

use crate::pair::both;
use wide::f32x8;

/// Sixteen numbers, one for each stream.
pub(crate) type Numbers = [f32x8; 2];

/// The most numbers a network may sort: a place is one byte.
pub(crate) const MOST: usize = 256;

/// Room for the numbers of every stream, indexed by a byte without a check.
pub(crate) type Room = Box<[Numbers; MOST]>;

/// Room with nothing in it.
pub(crate) fn room() -> Room {
    Box::new([[f32x8::new([0.0; 8]); 2]; MOST])
}

/// Adds the comparisons that put `count` numbers from `first` on in order, the smallest first
/// (Batcher's odd-even mergesort: Knuth, *The Art of Computer Programming* 3, 5.2.2).
pub(crate) fn network(first: usize, count: usize, out: &mut Vec<[u8; 2]>) {
    let place = |at: usize| u8::try_from(first + at).unwrap_or(u8::MAX);
    let mut block = 1;
    while block < count {
        let mut gap = block;
        while gap >= 1 {
            let mut start = gap % block;
            while start + gap < count {
                for low in start..(start + gap).min(count - gap) {
                    let high = low + gap;
                    if low / (2 * block) == high / (2 * block) {
                        out.push([place(low), place(high)]);
                    }
                }
                start += 2 * gap;
            }
            gap /= 2;
        }
        block *= 2;
    }
}

/// Puts the numbers of every stream in order.
#[expect(
    clippy::indexing_slicing,
    reason = "a byte is below the 256 numbers there are, which the compiler sees: nothing is checked, and nothing can fail"
)]
#[inline(always)]
pub(crate) fn sort(network: &[[u8; 2]], x: &mut [Numbers; MOST]) {
    for [low, high] in network {
        let (a, b) = (x[usize::from(*low)], x[usize::from(*high)]);
        x[usize::from(*low)] = both(a, b, |a, b| a.fast_min(b));
        x[usize::from(*high)] = both(a, b, |a, b| a.fast_max(b));
    }
}

/// The first so many numbers.
#[inline(always)]
pub(crate) fn first(x: &[Numbers; MOST], count: usize) -> &[Numbers] {
    x.split_at(count.min(MOST)).0
}

/// The first so many numbers, to be changed.
#[inline(always)]
pub(crate) fn first_mut(x: &mut [Numbers; MOST], count: usize) -> &mut [Numbers] {
    x.split_at_mut(count.min(MOST)).0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A network sorts everything if it sorts all rows of zeros and ones (Knuth, 5.3.4).
    #[test]
    fn networks_sort_all_zeros_and_ones() {
        for count in 0..=14 {
            let mut list = Vec::new();
            network(0, count, &mut list);
            for bits in 0_u32..1 << count {
                let mut row: Vec<u32> = (0..count).map(|at| (bits >> at) & 1).collect();
                for [low, high] in &list {
                    let (low, high) = (usize::from(*low), usize::from(*high));
                    if row[low] > row[high] {
                        row.swap(low, high);
                    }
                }
                assert!(row.is_sorted(), "{count} numbers, {bits:b}");
            }
        }
    }

    #[test]
    fn large_networks_sort_numbers() {
        for count in [31, 39, 100, 255, 256] {
            let mut list = Vec::new();
            network(0, count, &mut list);
            let mut row: Vec<usize> = (0..count).map(|at| (at * 7919 + 13) % 1009).collect();
            for [low, high] in &list {
                let (low, high) = (usize::from(*low), usize::from(*high));
                if row[low] > row[high] {
                    row.swap(low, high);
                }
            }
            assert!(row.is_sorted(), "{count} numbers");
        }
    }
}
