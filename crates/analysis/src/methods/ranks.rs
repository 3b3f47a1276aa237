use super::columns::shares;
use crate::TIE;

/// Borda's count of each option, from 0 to the number of the others: on each column a point for
/// every option that is worse and half a point for every equal one, averaged by weight. The columns
/// are voters; only their orders count (de Borda 1781, with ties as in Young 1974).
///
/// `None` as for all kernels.
///
/// ```
/// use weighbridge_analysis::methods::borda;
/// let found = borda(&[vec![9.0, 1.0], vec![8.0, 2.0], vec![1.0, 2.0]], &[1.0, 1.0], &[true, true]).unwrap();
/// assert_eq!(found, [1.0, 1.25, 0.75], "(2 + 0) / 2, (1 + 1.5) / 2 and (0 + 1.5) / 2");
/// ```
pub fn borda(matrix: &[Vec<f64>], weights: &[f64], up: &[bool]) -> Option<Vec<f64>> {
    // A half for each duel won more than lost, and for each other option.
    let duels = duels(matrix, weights, up, |margin| margin)?;
    #[expect(clippy::cast_precision_loss, reason = "a few hundred options")]
    let others = (matrix.len() - 1) as f64;
    Some(
        duels
            .iter()
            .map(|won| f64::midpoint(*won, others))
            .collect(),
    )
}

/// Copeland's score of each option: the others that it beats less those that beat it, by the weight
/// of the columns on which it is better against that of those on which it is worse (Copeland 1951).
///
/// `None` as for all kernels.
///
/// ```
/// use weighbridge_analysis::methods::copeland;
/// let found = copeland(&[vec![9.0, 1.0], vec![8.0, 2.0], vec![1.0, 2.0]], &[2.0, 1.0], &[true, true]).unwrap();
/// assert_eq!(found, [2.0, 0.0, -2.0], "the first column decides, and the last two are equal on the second");
/// ```
pub fn copeland(matrix: &[Vec<f64>], weights: &[f64], up: &[bool]) -> Option<Vec<f64>> {
    duels(matrix, weights, up, |margin| {
        if margin.abs() <= TIE {
            0.0
        } else {
            margin.signum()
        }
    })
}

/// For each option the sum, over the others, of what a duel counts; its margin is the share of
/// weight for the option less that against it.
fn duels(
    matrix: &[Vec<f64>],
    weights: &[f64],
    up: &[bool],
    counts: fn(f64) -> f64,
) -> Option<Vec<f64>> {
    let shares = shares(matrix, weights, up)?;
    let mut found: Vec<(&Vec<f64>, f64)> = matrix.iter().map(|row| (row, 0.0)).collect();
    let mut left = found.as_mut_slice();
    while let Some(((row, own), others)) = left.split_first_mut() {
        for (other, against) in others.iter_mut() {
            let mut margin = 0.0;
            let columns = row.iter().zip(&**other).zip(shares.iter().zip(up));
            for ((own, other), (share, up)) in columns {
                let more = own - other;
                let better = if *up { more } else { -more };
                if better > 0.0 {
                    margin += share;
                } else if better < 0.0 {
                    margin -= share;
                }
            }
            // What one has for it in a duel the other has against it.
            *own += counts(margin);
            *against += counts(-margin);
        }
        left = others;
    }
    Some(found.into_iter().map(|(_, own)| own).collect())
}
