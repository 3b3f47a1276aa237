//! Closed forms.

use crate::TIE;
use crate::pair::both;
use crate::place::PerOption;
use crate::problem::Problem;

/// The probability that one total is above another, and that the other is, when the weights are even over a simplex and the
/// totals differ by these amounts at its corners; ½ for totals that are always the same.
///
/// The mean of independent exponentials with the differences as factors is above 0 just as often:
/// taking the first positive and the first negative difference, one of the two exponentials is used
/// up first, and what is left is the same question with one difference fewer. With y the positive
/// and x the negative differences, the probability g(k, j) with the first k of y and j of x is
/// (y_k g(k, j−1) + |x_j| g(k−1, j)) / (y_k + |x_j|), g(k, 0) = 1, g(0, j) = 0: positive terms only,
/// and nothing is divided by zero when differences are equal.
///
/// The same recursion from the other ends gives how often the other total is above, so that neither is the
/// difference of 1 and something near to it. Both in one go, two of y at a time, one a column behind the other:
/// each step waits for the one before it, so that four of them take hardly longer than one.
pub(crate) fn above(differences: impl Iterator<Item = f64>) -> [f64; 2] {
    let (mut positive, mut negative) = (Vec::new(), Vec::new());
    for d in differences {
        if d > 0.0 {
            positive.push(d);
        } else if d < 0.0 {
            negative.push(-d);
        }
    }
    match (positive.is_empty(), negative.is_empty()) {
        (true, true) => return [0.5; 2],
        (true, false) => return [0.0, 1.0],
        (false, true) => return [1.0, 0.0],
        (false, false) => {}
    }
    // row[j] is g(k, j) for the k done so far, and the same for the other.
    let mut row = vec![[0.0, 1.0]; negative.len()];
    let step = |y: f64, x: f64, left: [f64; 2], up: [f64; 2]| {
        both(left, up, |left, up| (y * left + x * up) / (y + x))
    };
    let (pairs, last) = positive.as_chunks::<2>();
    for [first, second] in pairs {
        let (mut ahead, mut behind) = ([1.0, 0.0], [1.0, 0.0]);
        // The column that the second is at.
        let mut before: Option<(&mut [f64; 2], f64)> = None;
        for (cell, x) in row.iter_mut().zip(&negative) {
            let up = ahead;
            ahead = step(*first, *x, ahead, *cell);
            if let Some((cell, x)) = before.replace((cell, *x)) {
                behind = step(*second, x, behind, up);
                *cell = behind;
            }
        }
        if let Some((cell, x)) = before {
            *cell = step(*second, x, behind, ahead);
        }
    }
    for first in last {
        let mut ahead = [1.0, 0.0];
        for (cell, x) in row.iter_mut().zip(&negative) {
            ahead = step(*first, *x, ahead, *cell);
            *cell = ahead;
        }
    }
    row.last().copied().unwrap_or([0.5; 2])
}

/// Pairwise winning indices on their way, an option at a time.
#[derive(Clone, Debug)]
pub(crate) struct Exact {
    /// The totals of each option at the corners.
    rows: PerOption<Vec<f64>>,
    index: Vec<f64>,
    next: usize,
}

impl Exact {
    /// `None` where there is no closed form.
    pub(crate) fn new(problem: &Problem) -> Option<Self> {
        let corners = problem.corners().filter(|_| problem.is_fixed())?;
        let rows = problem.totals_at(&corners);
        Some(Self {
            index: vec![0.5; rows.len() * rows.len()],
            rows,
            next: 0,
        })
    }

    /// Works out the indices of one more option with those after it; whether there was one.
    pub(crate) fn step(&mut self) -> bool {
        let (at, count) = (self.next, self.rows.len());
        let Some(a) = self.rows.as_slice().get(at) else {
            return false;
        };
        let against = |b: &Vec<f64>| {
            // Equal but for rounding is equal.
            let same = a.iter().zip(b).all(|(a, b)| (a - b).abs() <= TIE);
            above(a.iter().zip(b).map(|(a, b)| if same { 0.0 } else { a - b }))
        };
        let mut own = self.index.chunks_exact_mut(count).skip(at);
        let Some(row) = own.next() else { return false };
        // What is right of the diagonal in this row, and below it in this column.
        let cells = row.iter_mut().skip(at + 1);
        let cells = cells.zip(own.filter_map(|row| row.get_mut(at)));
        for (b, (right, below)) in self.rows.iter().skip(at + 1).zip(cells) {
            [*right, *below] = against(b);
        }
        self.next += 1;
        true
    }

    /// A row of options for each option, once all are there.
    pub(crate) fn index(&self) -> Option<&[f64]> {
        (self.next >= self.rows.len()).then_some(&self.index)
    }
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
    let mut exact = Exact::new(problem)?;
    while exact.step() {}
    Some(exact.index)
}
