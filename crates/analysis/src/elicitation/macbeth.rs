//! A scale of values from judgements of difference in attractiveness (MACBETH).

use super::MOST_ELEMENTS;
use weighbridge_numeric::{Row, Sense, Solution, minimise};

/// The difference in attractiveness between two elements, as a category: 0 no, 1 very weak, 2 weak,
/// 3 moderate, 4 strong, 5 very strong, 6 extreme difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The one, by its place from 0 (the best).
    pub better: usize,
    /// The other. The two may stand in either order: which is better is known from their places.
    pub worse: usize,
    /// The lowest category it may be, 0 to 6.
    pub low: u8,
    /// The highest category it may be; the same as `low` unless the judge hesitates.
    pub high: u8,
}

/// The category of an extreme difference.
pub(super) const EXTREME: u8 = 6;

/// What came of judgements of difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Macbeth {
    /// Judgements that were not used, by their place in the list: not of two different elements, or
    /// not a range of categories.
    pub ignored: Vec<usize>,
    /// The scale, or why there is none.
    pub outcome: MacbethOutcome,
}

/// The scale, or why there is none.
#[derive(Clone, Debug, PartialEq)]
pub enum MacbethOutcome {
    /// The judgements are consistent.
    Scale(MacbethScale),
    /// No scale meets all judgements; see [`repairs`](super::repairs()).
    Inconsistent,
    /// Nothing is judged to be better than anything, so there is no scale.
    NoDifference,
    /// More than [`MOST_ELEMENTS`] elements.
    TooMany,
    /// The arithmetic came to no answer.
    GaveUp,
}

/// Values that meet all judgements.
#[derive(Clone, Debug, PartialEq)]
pub struct MacbethScale {
    /// The value of each element: the best has 100, the worst 0.
    pub values: Vec<f64>,
    /// How far each value can move while the others stay, from and to. The ends are not part of
    /// the range, save where an end is the value itself: the best and the worst do not move, nor
    /// does an element judged to be no different from another, and an element can be level with
    /// its neighbour when nobody judged the two.
    pub ranges: Vec<(f64, f64)>,
    /// Whether the lower and the upper end of each range are not part of it.
    pub open: Vec<[bool; 2]>,
}

/// A scale of `n` elements, given from best to worst, from judgements of difference.
///
/// Formulation A (Bana e Costa, De Corte and Vansnick 2004, minimise the value of the best): with
/// the worst at 0, elements judged to differ by "no" have the same value, no element is below the
/// next, and of two judged differences (or one and the difference of an element from itself, of
/// category 0) the one whose lowest category is above the highest of the other is larger by at
/// least the number of categories between them. Of such scales the one with the smallest best value
/// is stretched to 100. Where several are as small, each value in turn, from the best down, is put
/// halfway between the least and the most it can then be (the same authors 2016), so that the scale
/// is the only one.
///
/// Not all pairs need a judgement. Of two judgements of a pair the later counts.
///
/// ```
/// use weighbridge_analysis::elicitation::{Judgement, MacbethOutcome, macbeth};
/// let judge = |better, worse, category| Judgement { better, worse, low: category, high: category };
/// let result = macbeth(3, &[judge(0, 1, 1), judge(1, 2, 3), judge(0, 2, 4)]);
/// let MacbethOutcome::Scale(scale) = result.outcome else { panic!() };
/// assert_eq!(scale.values, [100.0, 75.0, 0.0]);
/// assert_eq!(scale.ranges[1], (50.0, 100.0), "from 0 it is farther than to 100");
/// ```
pub fn macbeth(n: usize, judgements: &[Judgement]) -> Macbeth {
    let (used, ignored) = read(n, judgements);
    let used: Vec<Judgement> = used.into_iter().map(|(_, own)| own).collect();
    let outcome = if n > MOST_ELEMENTS {
        MacbethOutcome::TooMany
    } else {
        outcome(n, &used)
    };
    Macbeth { ignored, outcome }
}

/// Whether any scale meets all judgements, in a fraction of the work of [`macbeth`]. `None` where
/// that gives no answer either: too many elements, or arithmetic that came to nothing.
pub fn is_consistent(n: usize, judgements: &[Judgement]) -> Option<bool> {
    let (used, _) = read(n, judgements);
    if n > MOST_ELEMENTS {
        return None;
    }
    feasible(n, used.iter().map(|(_, own)| own))
}

/// The judgements that count, with their places in the list and the better of each pair first; and
/// the places of those that were not usable.
pub(super) fn read(n: usize, judgements: &[Judgement]) -> (Vec<(usize, Judgement)>, Vec<usize>) {
    let mut used: Vec<(usize, Judgement)> = Vec::new();
    let mut ignored = Vec::new();
    for (place, given) in judgements.iter().enumerate() {
        let better = given.better.min(given.worse);
        let worse = given.better.max(given.worse);
        if worse >= n || better == worse || given.low > given.high || given.high > EXTREME {
            ignored.push(place);
            continue;
        }
        used.retain(|(_, own)| (own.better, own.worse) != (better, worse));
        let own = Judgement {
            better,
            worse,
            ..*given
        };
        used.push((place, own));
    }
    (used, ignored)
}

/// Whether any scale meets usable judgements.
pub(super) fn feasible<'a>(
    n: usize,
    judgements: impl Iterator<Item = &'a Judgement>,
) -> Option<bool> {
    let rows = rows(n, judgements);
    match minimise(&vec![0.0; width(n)], &rows) {
        Solution::Optimal { .. } => Some(true),
        Solution::Infeasible => Some(false),
        Solution::Unbounded | Solution::GaveUp => None,
    }
}

/// The thresholds between categories that are variables: the first is fixed.
const THRESHOLDS: usize = 5;

/// The variables: the `n - 1` steps from each element to the next, and the thresholds.
fn width(n: usize) -> usize {
    n.saturating_sub(1) + THRESHOLDS
}

/// The judgements as rows: two for each instead of one for every two.
///
/// A difference is a sum of steps, each 0 or more, so the order of the elements needs no row.
/// Category `k` starts at threshold `s_k`: `s_1` is 1, and `s_k` is `k` plus the excesses of the
/// thresholds 2 to `k`, each 0 or more. A difference is at least `s_low`, and at most
/// `s_(high + 1) - 1`. Thresholds can be found exactly when every two differences keep the distance
/// of their categories: take for `s_k` the larger of `s_(k - 1) + 1` and 1 more than any difference
/// whose highest category is `k - 1`.
fn rows<'a>(n: usize, judgements: impl Iterator<Item = &'a Judgement>) -> Vec<Row> {
    let steps = n.saturating_sub(1);
    let mut rows = Vec::new();
    for own in judgements {
        let mut row = |sense: Sense, category: u8, thresholds: usize| {
            let own = |at: usize| match at {
                _ if (own.better..own.worse).contains(&at) => 1.0,
                _ if (steps..steps + thresholds).contains(&at) => -1.0,
                _ => 0.0,
            };
            let coefficients = (0..width(n)).map(own).collect();
            rows.push(Row {
                coefficients,
                sense,
                bound: f64::from(category),
            });
        };
        if own.low > 0 {
            row(Sense::AtLeast, own.low, usize::from(own.low) - 1);
        }
        if own.high < EXTREME {
            row(Sense::AtMost, own.high, usize::from(own.high));
        }
    }
    rows
}

/// The coefficients of the value of an element: all steps from it down.
fn value_of(n: usize, element: usize) -> Vec<f64> {
    let down = element..n.saturating_sub(1);
    let own = |at: usize| if down.contains(&at) { 1.0 } else { 0.0 };
    (0..width(n)).map(own).collect()
}

fn outcome(n: usize, judgements: &[Judgement]) -> MacbethOutcome {
    let mut rows = rows(n, judgements.iter());
    let best = match minimise(&value_of(n, 0), &rows) {
        Solution::Optimal { objective, .. } => objective,
        Solution::Infeasible => return MacbethOutcome::Inconsistent,
        Solution::Unbounded | Solution::GaveUp => return MacbethOutcome::GaveUp,
    };
    // The least difference there can be is 1.
    if best < 0.5 {
        return MacbethOutcome::NoDifference;
    }
    let mut values = vec![100.0];
    let mut found = best;
    for element in 1..n - 1 {
        rows.push(Row {
            coefficients: value_of(n, element - 1),
            sense: Sense::Equal,
            bound: found,
        });
        let value = value_of(n, element);
        let turned: Vec<f64> = value.iter().map(|c| -c).collect();
        let (Some(least), Some(most)) = (lowest(&value, &rows), lowest(&turned, &rows)) else {
            return MacbethOutcome::GaveUp;
        };
        // No rounding puts an element above the one before.
        found = ((least - most) / 2.0).clamp(0.0, found);
        values.push(100.0 * found / best);
    }
    values.push(0.0);
    let each = values.iter().enumerate();
    let (ranges, open) = each
        .map(|(element, own)| range(&values, judgements, element, *own))
        .unzip();
    MacbethOutcome::Scale(MacbethScale {
        values,
        ranges,
        open,
    })
}

fn lowest(costs: &[f64], rows: &[Row]) -> Option<f64> {
    match minimise(costs, rows) {
        Solution::Optimal { objective, .. } => Some(objective),
        Solution::Infeasible | Solution::Unbounded | Solution::GaveUp => None,
    }
}

/// How far one value can move while the others stay and every larger category is still a larger
/// difference; and whether it stops short of each end.
fn range(
    values: &[f64],
    judgements: &[Judgement],
    element: usize,
    own: f64,
) -> ((f64, f64), [bool; 2]) {
    let fixed = ((own, own), [false; 2]);
    let concerns = |j: &Judgement| j.better == element || j.worse == element;
    if judgements.iter().any(|j| j.high == 0 && concerns(j)) {
        return fixed;
    }
    // The first and the last do not stand between two others.
    let before = element.checked_sub(1);
    let around = before.and_then(|before| values.windows(3).nth(before));
    let Some([above, _, below]) = around else {
        return fixed;
    };
    // An element does not differ from itself.
    let itself = Judgement {
        better: 0,
        worse: 0,
        low: 0,
        high: 0,
    };
    let difference = |j: &Judgement| Some(values.get(j.better)? - values.get(j.worse)?);
    let all = judgements.iter().chain([&itself]);
    let all: Vec<(&Judgement, f64)> = all.filter_map(|j| Some((j, difference(j)?))).collect();
    let sign = |place: usize| if place == element { 1.0 } else { 0.0 };
    let rate = |j: &Judgement| sign(j.better) - sign(j.worse);
    let (mut low, mut high) = (*below, *above);
    let mut open = [false; 2];
    for (larger, more) in &all {
        for (smaller, less) in all.iter().filter(|(j, _)| j.high < larger.low) {
            let room = more - less;
            let rate = rate(larger) - rate(smaller);
            // An end that a judgement sets, even where a neighbour stands, would make two differences level.
            if rate > 0.0 {
                let end = own - room / rate;
                open[0] |= end >= low - 1e-9;
                low = low.max(end);
            } else if rate < 0.0 {
                let end = own - room / rate;
                open[1] |= end <= high + 1e-9;
                high = high.min(end);
            }
        }
    }
    ((low.min(own), high.max(own)), open)
}
