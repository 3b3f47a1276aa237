//! Closed forms.

use crate::TIE;
use crate::problem::Problem;

/// The probability that one total is above another, when the weights are even over a simplex and the
/// totals differ by these amounts at its corners; ½ for totals that are always the same.
///
/// The mean of independent exponentials with the differences as factors is above 0 just as often:
/// taking the first positive and the first negative difference, one of the two exponentials is used
/// up first, and what is left is the same question with one difference fewer. With y the positive
/// and x the negative differences, the probability g(k, j) with the first k of y and j of x is
/// (y_k g(k, j−1) + |x_j| g(k−1, j)) / (y_k + |x_j|), g(k, 0) = 1, g(0, j) = 0: positive terms only,
/// and nothing is divided by zero when differences are equal.
pub(crate) fn above(differences: impl Iterator<Item = f64>) -> f64 {
    let (mut positive, mut negative) = (Vec::new(), Vec::new());
    for d in differences {
        if d > 0.0 {
            positive.push(d);
        } else if d < 0.0 {
            negative.push(-d);
        }
    }
    if positive.is_empty() && negative.is_empty() {
        return 0.5;
    }
    // row[j] is g(k, j) for the k done so far.
    let mut row = vec![0.0; negative.len() + 1];
    row[0] = if positive.is_empty() { 0.0 } else { 1.0 };
    for y in &positive {
        row[0] = 1.0;
        for (j, x) in negative.iter().enumerate() {
            row[j + 1] = (y * row[j] + x * row[j + 1]) / (y + x);
        }
    }
    row.last().copied().unwrap_or(0.5)
}

/// Pairwise winning indices without sampling, a row of options for each option: the probability that
/// the option of the row has a higher total than that of the column, and ½ where both always have
/// the same. `None` unless scores are fixed and at most one branch of criteria is open, with any
/// weights or a complete order.
///
/// ```
/// use weighbridge_sampling::{Problem, Rule, exact_pairwise};
/// // The first wins where 2 w₁ > w₂, which is two thirds of all weights.
/// let problem = Problem::flat(2, 2, &[2.0, 0.0, 0.0, 1.0], Rule::Any).unwrap();
/// let index = exact_pairwise(&problem).unwrap();
/// assert!((index[1] - 2.0 / 3.0).abs() < 1e-15);
/// ```
pub fn exact_pairwise(problem: &Problem) -> Option<Vec<f64>> {
    let corners = problem.corners().filter(|_| problem.is_fixed())?;
    let rows = problem.totals_at(&corners);
    let mut index = Vec::with_capacity(rows.len() * rows.len());
    for a in &rows {
        for b in &rows {
            // Equal but for rounding is equal.
            let same = a.iter().zip(b).all(|(a, b)| (a - b).abs() <= TIE);
            let differences = a.iter().zip(b).map(|(a, b)| if same { 0.0 } else { a - b });
            index.push(above(differences));
        }
    }
    Some(index)
}
