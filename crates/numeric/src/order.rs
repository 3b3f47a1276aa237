//! Putting things in order by a number.
//!
//! The library's stable sort is compiled anew for every kind of thing and every way of comparing, 4.5 KB of WebAssembly
//! each time. So numbers are sorted together with their places, and the things are then put where their numbers are:
//! one compiled sort does for all things, and comparing has no part in it that differs.

use std::cmp::Ordering;

/// The places of some numbers, those of the smallest first; of equal numbers the earlier place comes first. The order is
/// that of [`f64::total_cmp`]: -0 before 0, and NaN at an end.
///
/// ```
/// use weighbridge_numeric::ascending;
/// assert_eq!(ascending(&[3.0, 1.0, 2.0, 1.0]), [1, 3, 2, 0]);
/// ```
pub fn ascending(numbers: &[f64]) -> Vec<usize> {
    in_order(numbers.iter().copied())
}

/// The places of some numbers, those of the largest first; of equal numbers the earlier place comes first. The order is
/// that of [`f64::total_cmp`] turned round.
///
/// ```
/// use weighbridge_numeric::descending;
/// assert_eq!(descending(&[3.0, 1.0, 2.0, 3.0]), [0, 3, 2, 1]);
/// ```
pub fn descending(numbers: &[f64]) -> Vec<usize> {
    in_order(numbers.iter().map(|x| -x))
}

/// Puts things in order by a number of each, the smallest first; things with equal numbers keep their order.
///
/// ```
/// use weighbridge_numeric::sort_ascending;
/// let mut all = [("C", 3.0), ("A", 1.0), ("B", 2.0), ("A again", 1.0)];
/// sort_ascending(&mut all, |(_, number)| *number);
/// assert_eq!(all.map(|(name, _)| name), ["A", "A again", "B", "C"]);
/// ```
pub fn sort_ascending<T>(things: &mut [T], number: impl Fn(&T) -> f64) {
    let order = in_order(things.iter().map(number));
    arrange(things, &order);
}

/// Puts things in order by a number of each, the largest first; things with equal numbers keep their order.
///
/// ```
/// use weighbridge_numeric::sort_descending;
/// let mut all = [("C", 1.0), ("A", 3.0), ("B", 2.0), ("A again", 3.0)];
/// sort_descending(&mut all, |(_, number)| *number);
/// assert_eq!(all.map(|(name, _)| name), ["A", "A again", "B", "C"]);
/// ```
pub fn sort_descending<T>(things: &mut [T], number: impl Fn(&T) -> f64) {
    let order = in_order(things.iter().map(|thing| -number(thing)));
    arrange(things, &order);
}

/// Puts things in order by comparing them, like [`slice::sort_by`]; things that compare as equal keep their order. For
/// what has no single number to go by.
///
/// ```
/// use weighbridge_numeric::sort_by;
/// let mut all = [("B", 1), ("A", 2), ("A", 1)];
/// sort_by(&mut all, |a, b| a.1.cmp(&b.1).then(a.0.cmp(b.0)));
/// assert_eq!(all, [("A", 1), ("B", 1), ("A", 2)]);
/// ```
pub fn sort_by<T>(things: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = compared(things.len(), &|a, b| {
        let (a, b) = (things.get(a), things.get(b));
        a.zip(b).map_or(Ordering::Equal, |(a, b)| compare(a, b))
    });
    arrange(things, &order);
}

fn in_order(numbers: impl Iterator<Item = f64>) -> Vec<usize> {
    sorted(numbers.zip(0..).collect())
}

/// The places that stand beside numbers, those of the smallest first. Nothing here is generic: a sort in a generic
/// function would be compiled anew for each of its callers.
fn sorted(mut all: Vec<(f64, usize)>) -> Vec<usize> {
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    all.into_iter().map(|(_, place)| place).collect()
}

/// The places from 0 to a count in the order of a comparison.
fn compared(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// Moves things to where they come in an order, which names every place once.
#[expect(
    clippy::indexing_slicing,
    reason = "the order has as many places as there are things, each once"
)]
fn arrange<T>(things: &mut [T], order: &[usize]) {
    let mut goes_to = vec![0; order.len()];
    for (to, from) in order.iter().enumerate() {
        goes_to[*from] = to;
    }
    for at in 0..things.len() {
        while goes_to[at] != at {
            let to = goes_to[at];
            things.swap(at, to);
            goes_to.swap(at, to);
        }
    }
}
