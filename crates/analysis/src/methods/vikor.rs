use super::columns::{column, extremes, finite, shares};
use crate::TIE;
use weighbridge_numeric::sort_ascending;

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
    for (at, (share, up)) in shares.iter().zip(up).enumerate() {
        let column = column(matrix, at);
        let (low, high) = extremes(column.clone());
        if high <= low {
            continue;
        }
        let best = if *up { high } else { low };
        for (own, (s, r)) in column.zip(s.iter_mut().zip(&mut r)) {
            let distance = share * (best - own).abs() / (high - low);
            *s += distance;
            *r = r.max(distance);
        }
    }
    let parts = |of: &[f64]| -> Vec<f64> {
        let low = of.iter().copied().fold(f64::INFINITY, f64::min);
        let high = of.iter().copied().fold(0.0, f64::max);
        let part = |x: &f64| {
            if high - low > TIE {
                (x - low) / (high - low)
            } else {
                0.0
            }
        };
        of.iter().map(part).collect()
    };
    let both = parts(&s).into_iter().zip(parts(&r));
    let q: Vec<f64> = both.map(|(s, r)| v * s + (1.0 - v) * r).collect();
    let (s, r, q) = (finite(s)?, finite(r)?, finite(q)?);
    let mut order: Vec<(usize, f64)> = q.iter().copied().enumerate().collect();
    sort_ascending(&mut order, |(_, q)| *q);
    let (first, best) = *order.first()?;
    #[expect(clippy::cast_precision_loss, reason = "a few hundred options")]
    let enough = 1.0 / (n - 1).max(1) as f64;
    let advantage = order.get(1).is_none_or(|(_, q)| q - best >= enough - TIE);
    let least = |of: &[f64]| {
        let own = of.get(first);
        own.is_some_and(|own| of.iter().all(|x| *own <= x + TIE))
    };
    let stable = least(&s) || least(&r);
    let mut compromise = order;
    if !advantage {
        compromise.retain(|(_, q)| q - best < enough - TIE);
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
        compromise: compromise.into_iter().map(|(at, _)| at).collect(),
    })
}
