use super::columns::{extremes, finite, shares};
use crate::TIE;
use weighbridge_numeric::ascending;

/// What VIKOR says of each option.
#[derive(Clone, Debug, PartialEq)]
pub struct Vikor {
    /// The weighted sum of distances from the best of each column, 0 to 1; less is better.
    pub s: Vec<f64>,
    /// The largest weighted distance on one column, 0 to 1; less is better.
    pub r: Vec<f64>,
    /// The two put together, 0 (best on both) to 1.
    pub q: Vec<f64>,
    /// Whether the first leads the second by enough: by `1 / (options - 1)` or more.
    pub advantage: bool,
    /// Whether the first is also best by `s` or by `r`.
    pub stable: bool,
    /// The options that VIKOR proposes, the best first: the first alone when both conditions hold.
    pub compromise: Vec<usize>,
}

/// VIKOR (Opricovic and Tzeng 2004): with the best and the worst of each column as its ends, `s` is
/// the weighted sum of distances from the best, `r` the largest of them, and `q` is
/// `v (s - min) / (max - min) + (1 - v) (r - min) / (max - min)`. Where all have the same `s` (or
/// `r`), that half counts 0.
///
/// When the first does not lead by enough, all within that distance are proposed; when it only is
/// neither best by `s` nor by `r`, it and the second. `v`, from 0 to 1, is the weight of the sum.
/// `None` as for all kernels.
///
/// ```
/// use weighbridge_analysis::methods::vikor;
/// let found = vikor(&[vec![1.0, 3000.0], vec![2.0, 3750.0], vec![5.0, 4500.0]], &[0.5, 0.5], &[false, true], 0.5).unwrap();
/// assert_eq!((found.s, found.r), (vec![0.5, 0.375, 0.5], vec![0.5, 0.25, 0.5]));
/// assert_eq!((found.q, found.compromise), (vec![1.0, 0.0, 1.0], vec![1]));
/// ```
pub fn vikor(matrix: &[Vec<f64>], weights: &[f64], up: &[bool], v: f64) -> Option<Vikor> {
    let shares = shares(matrix, weights, up)?;
    let n = matrix.len();
    let (mut s, mut r) = (vec![0.0; n], vec![0.0_f64; n]);
    for (column, share) in shares.iter().enumerate() {
        let (low, high) = extremes(matrix, column);
        if high <= low {
            continue;
        }
        let best = if up[column] { high } else { low };
        for (at, row) in matrix.iter().enumerate() {
            let distance = share * (best - row[column]).abs() / (high - low);
            s[at] += distance;
            r[at] = r[at].max(distance);
        }
    }
    let part = |of: &[f64], at: usize| {
        let low = of.iter().copied().fold(f64::INFINITY, f64::min);
        let high = of.iter().copied().fold(0.0, f64::max);
        if high - low > TIE {
            (of[at] - low) / (high - low)
        } else {
            0.0
        }
    };
    let q: Vec<f64> = (0..n)
        .map(|at| v * part(&s, at) + (1.0 - v) * part(&r, at))
        .collect();
    let (s, r, q) = (finite(s)?, finite(r)?, finite(q)?);
    let order = ascending(&q);
    #[expect(clippy::cast_precision_loss, reason = "a few hundred options")]
    let enough = 1.0 / (n - 1).max(1) as f64;
    let first = order[0];
    let lead = |at: usize| q[at] - q[first];
    let advantage = order
        .get(1)
        .is_none_or(|second| lead(*second) >= enough - TIE);
    let least = |of: &[f64]| of.iter().all(|x| of[first] <= x + TIE);
    let stable = least(&s) || least(&r);
    let mut compromise = order;
    if !advantage {
        compromise.retain(|at| lead(*at) < enough - TIE);
    } else if stable {
        compromise.truncate(1);
    } else {
        compromise.truncate(2);
    }
    Some(Vikor {
        s,
        r,
        q,
        advantage,
        stable,
        compromise,
    })
}
