//! Fifty sets of weights that stand for all: who comes first under each.

use super::chance::Chance;
use super::problem::Problem;
use super::shares::{first_share, of_several, tied};
use crate::OptionIx;
use weighbridge_numeric::sort_descending;
use weighbridge_sampling::Outcome;

/// How many there are.
pub const DOTS: u32 = 50;

/// How often an option comes first, or several that always tie do together.
#[derive(Clone, Debug, PartialEq)]
pub struct FirstPlaces {
    /// The option, or those that always tie, by their places in the analysis.
    pub options: Vec<OptionIx>,
    /// How often, of everything that a problem allows.
    pub share: Chance,
    /// Under how many of [`DOTS`] sets of weights: the share, rounded so that together they are fifty.
    pub dots: u32,
}

/// How often each option of a problem comes first, in the order of the problem, and under how many of fifty sets of
/// weights that is: the shares by the method of largest remainders. Of two that lose as much by rounding the first gets
/// the dot.
///
/// Fifty sets drawn by chance would put an option that is first under 88 of 100 anywhere from 38 to 48 of them. Chosen
/// like this they are quantiles: no count is a whole dot away from what all samples say (a quantile dotplot: Kay, Kola,
/// Hullman and Munson, CHI 2016; that fifty serve laypeople's decisions best: Fernandes and others, CHI 2018).
///
/// ```
/// use weighbridge_analysis::{Assumption, Problem, Run, analyse, first_places};
/// use weighbridge_opening::library;
/// let on = library::entry("birmingham-2013").unwrap().open().unwrap();
/// let problem = Problem::of(&on, &analyse(&on), Assumption::AnyWeights).unwrap();
/// let mut run = Run::of_ranks(&problem, 1);
/// run.advance(32_768);
/// let found = first_places(&problem, &run.outcome());
/// assert_eq!(found.iter().map(|one| one.dots).sum::<u32>(), 50);
/// assert_eq!(found.iter().map(|one| one.dots).max(), Some(44), "first for 88.3% of all weights");
/// ```
pub fn first_places(problem: &Problem, outcome: &Outcome) -> Vec<FirstPlaces> {
    let share = |row: usize| first_share(problem, outcome, row);
    let together = |rows: &Vec<usize>| -> f64 { rows.iter().map(|row| share(*row).value()).sum() };
    let groups = tied(problem, outcome);
    let counts = shared_out(groups.iter().map(together));
    let each = groups.iter().zip(counts).map(|(rows, dots)| FirstPlaces {
        options: rows
            .iter()
            .filter_map(|row| problem.options.get(*row).copied())
            .collect(),
        share: match rows.as_slice() {
            [] => Chance::Exact(0.0),
            [row] => share(*row),
            [row, ..] => of_several(share(*row), rows.len(), together(rows), outcome),
        },
        dots,
    });
    each.collect()
}

/// Fifty in proportion to some shares of 1; none where there is nothing to share them by.
fn shared_out(shares: impl Iterator<Item = f64>) -> Vec<u32> {
    let shares: Vec<f64> = shares.map(|share| share.max(0.0)).collect();
    let all = weighbridge_numeric::sum(shares.iter().copied());
    if all <= 0.0 {
        return vec![0; shares.len()];
    }
    let mut counts = Vec::with_capacity(shares.len());
    let mut lost: Vec<(usize, f64)> = Vec::with_capacity(shares.len());
    for (row, share) in shares.iter().enumerate() {
        // What sums of doubles take from a whole number is not lost.
        let exact = share / all * f64::from(DOTS) + 1e-9;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "from 0 to 50"
        )]
        counts.push(exact.floor() as u32);
        lost.push((row, exact.fract()));
    }
    sort_descending(&mut lost, |(_, fraction)| *fraction);
    let missing = DOTS.saturating_sub(counts.iter().sum());
    for (row, _) in lost.iter().cycle().take(missing as usize) {
        if let Some(count) = counts.get_mut(*row) {
            *count += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::shared_out;

    fn of(shares: &[f64]) -> Vec<u32> {
        shared_out(shares.iter().copied())
    }

    #[test]
    fn the_largest_remainders_get_the_dots_that_rounding_leaves() {
        assert_eq!(of(&[0.883, 0.074, 0.043]), [44, 4, 2]);
        assert_eq!(of(&[1.0 / 3.0; 3]), [17, 17, 16], "the first of equals");
        assert_eq!(of(&[0.995, 0.005]), [50, 0], "too seldom for a dot");
    }

    #[test]
    fn there_are_fifty_of_them_or_none() {
        assert_eq!(of(&[0.1; 10]), [5; 10]);
        assert_eq!(of(&[1.0]), [50]);
        assert_eq!(of(&[0.02; 50]), [1; 50]);
        assert_eq!(of(&[0.0, 0.0]), [0, 0], "nobody comes first");
        assert_eq!(of(&[]), [0_u32; 0]);
        assert_eq!(of(&[0.01; 100]).iter().sum::<u32>(), 50);
    }
}
