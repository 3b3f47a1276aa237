//! What all kernels ask of the table they are given.

use crate::sum;

/// The weights as shares of their sum, if the table can be worked with at all.
pub(super) fn shares(matrix: &[Vec<f64>], weights: &[f64], up: &[bool]) -> Option<Vec<f64>> {
    let fits = |row: &Vec<f64>| row.len() == weights.len() && row.iter().all(|x| x.is_finite());
    let total = sum(weights.iter().copied());
    let usable = !matrix.is_empty()
        && up.len() == weights.len()
        && matrix.iter().all(fits)
        && weights.iter().all(|w| *w >= 0.0)
        && total > 0.0
        && total.is_finite();
    usable.then(|| weights.iter().map(|w| w / total).collect())
}

/// An outcome, unless it holds something that is not finite.
pub(super) fn finite(found: Vec<f64>) -> Option<Vec<f64>> {
    found.iter().all(|x| x.is_finite()).then_some(found)
}

/// A column of a table whose rows all have it, as [`shares`] makes sure.
pub(super) fn column(matrix: &[Vec<f64>], at: usize) -> impl Iterator<Item = f64> + Clone {
    matrix.iter().filter_map(move |row| row.get(at).copied())
}

/// The least and the greatest number of a column.
pub(super) fn extremes(column: impl Iterator<Item = f64>) -> (f64, f64) {
    column.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| {
        (x.min(low), x.max(high))
    })
}
