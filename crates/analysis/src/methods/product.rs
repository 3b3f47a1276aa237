use super::columns::{finite, shares};

/// The weighted product of each option: its numbers, each to the power of its weight as a share,
/// multiplied; where less is better, divided (Bridgman 1922; Miller and Starr 1969).
///
/// Ratios count, not differences, so the unit of a column does not matter, but its zero does: a 0
/// where more is better and there is weight makes the whole product 0. `None` as for all kernels,
/// for a number below 0, and for a 0 to be divided by.
///
/// ```
/// use weighbridge_analysis::methods::weighted_product;
/// let found = weighted_product(&[vec![4.0, 9.0], vec![25.0, 1.0]], &[1.0, 1.0], &[true, true]).unwrap();
/// assert_eq!(found, [6.0, 5.0], "the square roots of 36 and of 25");
/// ```
pub fn weighted_product(matrix: &[Vec<f64>], weights: &[f64], up: &[bool]) -> Option<Vec<f64>> {
    let shares = shares(matrix, weights, up)?;
    let product = |row: &Vec<f64>| {
        let mut product = 1.0;
        for ((x, share), up) in row.iter().zip(&shares).zip(up) {
            let power = power(*x, *share);
            if *up {
                product *= power;
            } else {
                product /= power;
            }
        }
        product
    };
    let positive = matrix.iter().flatten().all(|x| *x >= 0.0);
    finite(matrix.iter().map(product).collect()).filter(|_| positive)
}

/// A number to a power from 0 to 1, by square roots: each binary digit of the power that is 1 gives one
/// factor. The same bits everywhere, since roots are rounded the same everywhere, and good to some
/// 15 digits.
fn power(x: f64, mut share: f64) -> f64 {
    let (mut factor, mut product) = (x, 1.0);
    while share > 0.0 {
        if share >= 1.0 {
            product *= factor;
            share -= 1.0;
        }
        share *= 2.0;
        factor = factor.sqrt();
    }
    product
}

#[cfg(test)]
mod tests {
    use super::power;

    #[test]
    #[expect(
        clippy::disallowed_methods,
        reason = "held against what the platform has"
    )]
    fn roots_make_any_power() {
        for x in [1e-300, 0.002, 0.5, 1.0, 3.0, 77.5, 1e6, 1e300] {
            for share in [1e-9, 0.1, 0.25, 1.0 / 3.0, 0.5, 0.9, 1.0] {
                let (own, other) = (power(x, share), f64::powf(x, share));
                assert!(
                    (own / other - 1.0).abs() < 1e-13,
                    "{x}^{share}: {own}, {other}"
                );
            }
        }
        assert_eq!((power(0.0, 0.3), power(0.0, 0.0)), (0.0, 1.0));
    }
}
