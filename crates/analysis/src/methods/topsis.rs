use super::columns::{column, extremes, finite, shares};

/// How TOPSIS makes columns comparable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Normal {
    /// Divided by the length of the column, the root of the sum of squares.
    Vector,
    /// Divided by the difference between the greatest and the least.
    Range,
}

/// How close each option is to the best of every column, 0 to 1: with `d+` and `d-` its Euclidean
/// distances from the weighted best and the weighted worst, `d- / (d+ + d-)` (Hwang and Yoon 1981;
/// min-max normalisation as in Opricovic and Tzeng 2004).
///
/// When all options are the same, best and worst are one point, and each has 0.5. `None` as for all
/// kernels.
///
/// ```
/// use weighbridge_analysis::methods::{Normal, topsis};
/// let matrix = [vec![1.0, 3000.0], vec![2.0, 3750.0], vec![5.0, 4500.0]];
/// let found = topsis(&matrix, &[0.5, 0.5], &[false, true], Normal::Range).unwrap();
/// assert_eq!((found[0], (found[1] * 1e3).round()), (0.5, 617.0), "less of the first, more of the second");
/// ```
pub fn topsis(
    matrix: &[Vec<f64>],
    weights: &[f64],
    up: &[bool],
    normal: Normal,
) -> Option<Vec<f64>> {
    let shares = shares(matrix, weights, up)?;
    let mut to_best = vec![0.0; matrix.len()];
    let mut to_worst = vec![0.0; matrix.len()];
    for (at, (share, up)) in shares.iter().zip(up).enumerate() {
        let column = column(matrix, at);
        let (low, high) = extremes(column.clone());
        let length = match normal {
            Normal::Vector => weighbridge_numeric::sum(column.clone().map(|x| x * x)).sqrt(),
            Normal::Range => high - low,
        };
        let (best, worst) = if *up { (high, low) } else { (low, high) };
        if !length.is_finite() {
            return None;
        }
        // A column of zeros has no length, and nothing in it differs.
        if length > 0.0 {
            for (own, (b, w)) in column.zip(to_best.iter_mut().zip(&mut to_worst)) {
                let square = |end: f64| {
                    let x = share * (own - end) / length;
                    x * x
                };
                *b += square(best);
                *w += square(worst);
            }
        }
    }
    let close = |(best, worst): (&f64, &f64)| {
        let (best, worst) = (best.sqrt(), worst.sqrt());
        if best + worst > 0.0 {
            worst / (best + worst)
        } else {
            0.5
        }
    };
    finite(to_best.iter().zip(&to_worst).map(close).collect())
}
