//! Small linear programs: the simplex method on a dense condensed tableau.

/// How the left side of a row relates to its bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// Left side ≤ bound.
    AtMost,
    /// Left side = bound.
    Equal,
    /// Left side ≥ bound.
    AtLeast,
}

/// One condition on the variables.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// One number for each variable; those left off at the end are 0.
    pub coefficients: Vec<f64>,
    /// How the sum of coefficients times variables relates to the bound.
    pub sense: Sense,
    /// The bound.
    pub bound: f64,
}

/// What came of a linear program.
#[derive(Clone, Debug, PartialEq)]
pub enum Solution {
    /// A best solution.
    Optimal {
        /// The variables.
        x: Vec<f64>,
        /// Costs times variables.
        objective: f64,
    },
    /// No values of the variables meet all rows.
    Infeasible,
    /// The objective can be made as small as one likes.
    Unbounded,
    /// No answer to be trusted: a number was not finite, a row had more coefficients than there are
    /// variables, the steps ran out, or rounding won.
    GaveUp,
}

/// Below this a coefficient of a row (scaled so that its largest is 1), or a reduced cost (scaled
/// likewise), counts as 0.
const SMALL: f64 = 1e-9;

/// The smallest pivot where smaller ones have let too much rounding in.
const LARGE: f64 = 1e-6;

/// A row may be missed by this share of its largest term.
const MISS: f64 = 1e-7;

/// The label of the artificial variable: the smallest, so that of equal rows its own is left first.
const ARTIFICIAL: usize = 0;

/// Minimises costs times variables, subject to rows, with no variable below 0.
///
/// Two phases on a condensed tableau (one column for each variable that is 0, as in Chvátal,
/// *Linear Programming*, 1983, chapters 2 and 3): first one artificial variable is driven out, then
/// the costs go down. The steepest column enters; after a while Bland's rule (1977), which cannot
/// go in circles. Rows and costs are scaled to a largest coefficient of 1, and numbers below `1e-9`
/// count as 0; an optimal solution is held against the rows as given, to a share of `1e-7` of the
/// largest term of each.
///
/// A small pivot lets rounding grow until the last table proves nothing. That nothing costs less, or
/// that nothing meets all rows, is therefore believed only of a sum of the rows as given that says so
/// (weak duality; Chvátal, chapter 5), to a share of `1e-7`; else all is done again with pivots of at
/// least `1e-6`, and where that proves nothing either there is no answer.
///
/// ```
/// use weighbridge_numeric::{Row, Sense, Solution, minimise};
/// let rows = [Row { coefficients: vec![1.0, 1.0], sense: Sense::AtLeast, bound: 3.0 }];
/// let cheapest = Solution::Optimal { x: vec![3.0, 0.0], objective: 6.0 };
/// assert_eq!(minimise(&[2.0, 5.0], &rows), cheapest);
/// assert_eq!(minimise(&[-1.0, 0.0], &rows), Solution::Unbounded);
/// ```
pub fn minimise(costs: &[f64], rows: &[Row]) -> Solution {
    let usable = |row: &Row| {
        row.coefficients.len() <= costs.len()
            && row.bound.is_finite()
            && row.coefficients.iter().all(|c| c.is_finite())
    };
    if !rows.iter().all(usable) || !costs.iter().all(|c| c.is_finite()) {
        return Solution::GaveUp;
    }
    for least in [SMALL, LARGE] {
        let mut table = Tableau::new(costs, rows);
        table.least = least;
        let solution = table.solve(costs, rows);
        // What follows from numbers that have overflowed follows from nothing.
        if solution != Solution::GaveUp && table.cells.iter().all(|c| c.is_finite()) {
            return solution;
        }
    }
    Solution::GaveUp
}

/// Rows: one for each condition (an equality is two), then the costs, then the artificial costs.
/// Columns: the variables that are 0 now, then the right side.
///
/// A row says that its own variable plus coefficients times column variables is the right side; in
/// the rows of costs the own variable is minus the objective.
struct Tableau {
    cells: Vec<f64>,
    width: usize,
    /// The variable of each condition: 0 artificial, then the given ones, then the slacks.
    basic: Vec<usize>,
    /// The variable of each column.
    free: Vec<usize>,
    /// The cells as they were at first.
    given: Vec<f64>,
    /// What a pivot is larger than.
    least: f64,
}

impl Tableau {
    fn new(costs: &[f64], rows: &[Row]) -> Self {
        let n = costs.len();
        let mut table = Self {
            cells: Vec::new(),
            width: n + 2,
            basic: Vec::new(),
            free: (1..=n).chain([ARTIFICIAL]).collect(),
            given: Vec::new(),
            least: SMALL,
        };
        for row in rows {
            if row.sense != Sense::AtLeast {
                table.push(&row.coefficients, 1.0, -1.0, row.bound);
            }
            if row.sense != Sense::AtMost {
                table.push(&row.coefficients, -1.0, -1.0, row.bound);
            }
        }
        table.basic = (n + 1..).take(table.cells.len() / table.width).collect();
        table.push(costs, 1.0, 0.0, 0.0);
        table.push(&[], 1.0, 1.0, 0.0);
        table.given = table.cells.clone();
        table
    }

    /// Adds a row, scaled, with a sign.
    fn push(&mut self, coefficients: &[f64], sign: f64, artificial: f64, bound: f64) {
        let largest = coefficients.iter().fold(0.0, |m: f64, c| m.max(c.abs()));
        let unit = if largest > 0.0 { sign * largest } else { sign };
        let end = self.cells.len() + self.width;
        self.cells.extend(coefficients.iter().map(|c| c / unit));
        self.cells.resize(end - 2, 0.0);
        self.cells.push(artificial);
        self.cells.push(bound / unit);
    }

    /// A cell; not a number outside the table, so that no comparison with it holds.
    fn at(&self, row: usize, column: usize) -> f64 {
        let cell = self.cells.get(row * self.width + column);
        cell.copied().unwrap_or(f64::NAN)
    }

    fn right(&self, row: usize) -> f64 {
        self.at(row, self.width - 1)
    }

    fn solve(&mut self, costs: &[f64], rows: &[Row]) -> Solution {
        let conditions = self.basic.len();
        let mut lowest = None;
        let mut least = 0.0;
        let mut most = 1.0;
        for row in 0..conditions {
            let right = self.right(row);
            if right < least {
                least = right;
                lowest = Some(row);
            }
            most = right.abs().max(most);
        }
        if let Some(row) = lowest {
            self.pivot(row, self.width - 2);
            if self.descend(conditions + 1) != Descent::Bottom {
                return Solution::GaveUp;
            }
            // The right side of the artificial costs is minus what is left of the artificial.
            if -self.right(conditions + 1) > SMALL * most {
                let (slope, least) = self.proven(conditions + 1);
                return if least > 0.0 && slope >= -MISS * least {
                    Solution::Infeasible
                } else {
                    Solution::GaveUp
                };
            }
            self.drive_out();
        }
        match self.descend(conditions) {
            Descent::Bottom => {}
            // A pivot that was too small may be all that bounds it.
            Descent::Bottomless if self.least > SMALL => return Solution::GaveUp,
            Descent::Bottomless => return Solution::Unbounded,
            Descent::Endless => return Solution::GaveUp,
        }
        let mut x = vec![0.0; costs.len()];
        for (row, variable) in self.basic.iter().enumerate() {
            if let Some(x) = variable.checked_sub(1).and_then(|v| x.get_mut(v)) {
                *x = self.right(row).max(0.0);
            }
        }
        if !rows.iter().all(|row| holds(row, &x)) {
            return Solution::GaveUp;
        }
        let sum = |costs: &[f64]| costs.iter().zip(&x).map(|(c, x)| c * x).sum::<f64>();
        // As the costs of the table are scaled.
        let reached = sum(self.given.get(conditions * self.width..).unwrap_or(&[]));
        let (slope, least) = self.proven(conditions);
        let is_least = reached - least <= MISS * reached.abs().max(1.0);
        if !is_least || slope < -MISS {
            return Solution::GaveUp;
        }
        let objective = sum(costs);
        Solution::Optimal { x, objective }
    }

    /// What the rows as given prove of a row of costs, each times what its slack costs now: the costs
    /// are at least the second number, plus the variables times something that is nowhere less than the
    /// first.
    fn proven(&self, objective: usize) -> (f64, f64) {
        let conditions = self.basic.len();
        // After the costs the artificial variable stays at 0.
        let counted = self.width - if objective == conditions { 2 } else { 1 };
        let given = |row: usize| self.given.iter().skip(row * self.width).take(self.width);
        let mut sum: Vec<f64> = given(objective).copied().collect();
        for (column, variable) in self.free.iter().enumerate() {
            // The slacks come after the given variables, one for each condition.
            if let Some(row) = variable.checked_sub(self.width - 1) {
                let times = self.at(objective, column).max(0.0);
                for (sum, cell) in sum.iter_mut().zip(given(row)) {
                    *sum += times * cell;
                }
            }
        }
        // What has overflowed proves nothing.
        let least = match sum.last() {
            Some(right) if sum.iter().all(|c| c.is_finite()) => -right,
            _ => f64::NAN,
        };
        let slope = sum.iter().take(counted).fold(0.0, |m: f64, c| m.min(*c));
        (slope, least)
    }

    /// Makes the artificial variable a column, if it is still the variable of a row.
    fn drive_out(&mut self) {
        let Some(row) = self.basic.iter().position(|v| *v == ARTIFICIAL) else {
            return;
        };
        let mut column = 0;
        for other in 1..self.free.len() {
            if self.at(row, other).abs() > self.at(row, column).abs() {
                column = other;
            }
        }
        // Else the row says only that the artificial is 0, now and later.
        if self.at(row, column).abs() > SMALL {
            self.pivot(row, column);
        }
    }

    /// Goes down in a row of costs as far as it goes.
    fn descend(&mut self, objective: usize) -> Descent {
        let conditions = self.basic.len();
        let size = conditions + self.free.len();
        let real = objective == conditions;
        for step in 0..20 * size + 100 {
            let steepest = step < 4 * size;
            let mut enter = None;
            let mut slope = -SMALL;
            for (column, variable) in self.free.iter().enumerate() {
                let own = self.at(objective, column);
                // Once out, the artificial stays out.
                if own >= -SMALL || (real && *variable == ARTIFICIAL) {
                    continue;
                }
                let better = match enter {
                    Some((_, chosen)) if !steepest => variable < chosen,
                    _ => own < slope,
                };
                if better {
                    enter = Some((column, variable));
                    slope = own;
                }
            }
            let Some((column, _)) = enter else {
                return Descent::Bottom;
            };
            let mut leave: Option<(usize, &usize)> = None;
            let mut reach = f64::INFINITY;
            for (row, variable) in self.basic.iter().enumerate() {
                let own = self.at(row, column);
                if own > self.least {
                    let ratio = self.right(row).max(0.0) / own;
                    let earlier = leave.is_none_or(|(_, chosen)| variable < chosen);
                    if ratio < reach || (ratio <= reach && earlier) {
                        reach = ratio;
                        leave = Some((row, variable));
                    }
                }
            }
            let Some((row, _)) = leave else {
                return Descent::Bottomless;
            };
            self.pivot(row, column);
        }
        Descent::Endless
    }

    /// The variable of a row and that of a column change places.
    fn pivot(&mut self, row: usize, column: usize) {
        let Some(own) = self.cells.chunks_exact_mut(self.width).nth(row) else {
            return;
        };
        let Some(cell) = own.get_mut(column) else {
            return;
        };
        let pivot = std::mem::replace(cell, 1.0);
        own.iter_mut().for_each(|cell| *cell /= pivot);
        let own = own.to_vec();
        for (other, cells) in self.cells.chunks_exact_mut(self.width).enumerate() {
            let Some(cell) = cells.get_mut(column) else {
                continue;
            };
            let factor = *cell;
            if other == row || factor == 0.0 {
                continue;
            }
            *cell = 0.0;
            for (cell, own) in cells.iter_mut().zip(&own) {
                *cell -= factor * own;
            }
        }
        if let (Some(basic), Some(free)) = (self.basic.get_mut(row), self.free.get_mut(column)) {
            std::mem::swap(basic, free);
        }
    }
}

/// How going down ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Descent {
    Bottom,
    Bottomless,
    /// The steps ran out.
    Endless,
}

/// Whether a solution meets a row, but for rounding.
fn holds(row: &Row, x: &[f64]) -> bool {
    let mut left = 0.0;
    let mut largest = row.bound.abs();
    let mut unit = 0.0_f64;
    for (c, x) in row.coefficients.iter().zip(x) {
        left += c * x;
        largest = largest.max((c * x).abs());
        unit = unit.max(c.abs());
    }
    let room = MISS * largest.max(unit);
    let over = left - row.bound;
    match row.sense {
        Sense::AtMost => over <= room,
        Sense::AtLeast => -over <= room,
        Sense::Equal => over.abs() <= room,
    }
}
