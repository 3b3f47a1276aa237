//! Weights from comparisons in pairs (the analytic hierarchy process).

use super::MOST;
use weighbridge_numeric::{sort_by, sort_descending};

/// One judgement: `a` is `times` times as important as `b`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// The one, by its place from 0.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// How many times: usually 1/9 to 9; from `1e-9` to `1e9` it is used.
    pub times: f64,
}

/// What came of comparisons in pairs.
#[derive(Clone, Debug, PartialEq)]
pub struct Pairwise {
    /// Comparisons that were not used, by their place in the list: not two different items, or not
    /// a number of times.
    pub ignored: Vec<usize>,
    /// How many pairs have no comparison; 0 when it is complete.
    pub missing: usize,
    /// The weights, or why there are none.
    pub outcome: PairwiseOutcome,
}

/// The weights, or why there are none.
#[derive(Clone, Debug, PartialEq)]
pub enum PairwiseOutcome {
    /// All items hang together.
    Weights(Priorities),
    /// The items fall into islands that no comparison connects, each with its items in their order:
    /// one comparison less than there are islands connects them all.
    Apart(Vec<Vec<usize>>),
    /// More than [`MOST`] items.
    TooMany,
}

/// Weights with how well the judgements agree.
#[derive(Clone, Debug, PartialEq)]
pub struct Priorities {
    /// One weight for each item; they add up to 1.
    pub weights: Vec<f64>,
    /// The principal eigenvalue: the number of items when the judgements agree, more otherwise.
    pub lambda_max: f64,
    /// The consistency index, `(lambda_max - n) / (n - 1)`; 0 for fewer than three items.
    pub index: f64,
    /// The consistency ratio: the index divided by [`RANDOM_INDEX`]. `None` while comparisons are
    /// missing (the table is of complete ones, and would make them look better than they are) and
    /// for more than 15 items; 0 for fewer than three.
    pub ratio: Option<f64>,
    /// The judgement that agrees least with the rest; `None` when all agree, or when no item would
    /// stay connected without it.
    pub worst: Option<Repair>,
}

/// The judgement that agrees least with the weights, and what would agree better.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Repair {
    /// The judgement, as given: if one was replaced, the later.
    pub judgement: Comparison,
    /// How many times too large or too small it is against the weights: 1 or more.
    pub off: f64,
    /// How many times `a` is as important as `b` by all the other judgements.
    pub implied: f64,
    /// The point of the scale 1/9, 1/8 … 1/2, 1, 2 … 9 that is nearest to that, if judging so makes
    /// the consistency index smaller.
    pub better: Option<f64>,
    /// The consistency index if it were judged so; the present one without `better`.
    pub index: f64,
    /// The consistency ratio if it were judged so, where there is one.
    pub ratio: Option<f64>,
}

/// The mean consistency index of random comparisons, for 1 to 15 items (Saaty, *The Analytic
/// Hierarchy Process*, 1980; [`RANDOM_INDEX_SOURCE`]). Other tables differ in the second decimal.
pub const RANDOM_INDEX: [f64; 15] = [
    0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
];

/// Where [`RANDOM_INDEX`] is from, to be named beside a ratio.
pub const RANDOM_INDEX_SOURCE: &str = "Saaty, The Analytic Hierarchy Process, 1980";

/// The most times one thing can be as important as another. Beyond it the eigenvector would have
/// no correct digits.
const MOST_TIMES: f64 = 1e9;

/// A judgement that is off by less than this agrees.
const AGREES: f64 = 1.0 + 1e-9;

/// Squarings of the matrix: two to this power are the steps of the power iteration.
const SQUARINGS: usize = 48;

/// Weights of `n` items from comparisons in pairs.
///
/// The weights are the principal eigenvector of the matrix of comparisons (Saaty 1980), by power
/// iteration: the matrix is squared until only one direction is left. Where comparisons are
/// missing, the matrix has 0 for each and one more for each on the diagonal of its row (Harker
/// 1987). Of two comparisons of a pair, in either direction, the later counts.
///
/// ```
/// use weighbridge_analysis::elicitation::{Comparison, PairwiseOutcome, pairwise};
/// let judgements = [Comparison { a: 0, b: 1, times: 2.0 }, Comparison { a: 1, b: 2, times: 3.0 }];
/// let result = pairwise(3, &judgements);
/// assert_eq!(result.missing, 1);
/// let PairwiseOutcome::Weights(found) = result.outcome else { panic!() };
/// let tenths: Vec<_> = found.weights.iter().map(|w| (w * 10.0).round()).collect();
/// assert_eq!(tenths, [6.0, 3.0, 1.0]);
/// assert_eq!(found.ratio, None, "the table of random indices is of complete comparisons");
/// ```
pub fn pairwise(n: usize, comparisons: &[Comparison]) -> Pairwise {
    let mut result = Pairwise {
        ignored: Vec::new(),
        missing: 0,
        outcome: PairwiseOutcome::TooMany,
    };
    if n > MOST {
        return result;
    }
    let (mut matrix, used, ignored) = Matrix::read(n, comparisons);
    result.ignored = ignored;
    result.missing = n * n.saturating_sub(1) / 2 - used.len();
    let islands = matrix.islands();
    result.outcome = if islands.len() < 2 {
        let mut found = matrix.priorities();
        found.worst = worst(&mut matrix, &used, &found);
        PairwiseOutcome::Weights(found)
    } else {
        PairwiseOutcome::Apart(islands)
    };
    result
}

/// Of the judgements that can be spared, the one that agrees least with the weights, if any is off.
fn worst(matrix: &mut Matrix, used: &[Comparison], now: &Priorities) -> Option<Repair> {
    let mut found: Option<(Comparison, f64)> = None;
    for own in used {
        let off = off(own, &now.weights);
        if off > found.map_or(AGREES, |(_, most)| most) && matrix.can_spare(own) {
            found = Some((*own, off));
        }
    }
    found.map(|(own, _)| matrix.repair(own, now))
}

/// How many times too large or too small a judgement is against weights; 1 where that is no number.
fn off(own: &Comparison, weights: &[f64]) -> f64 {
    let ratio = own.times / times(weights, own.a, own.b);
    let off = ratio.max(1.0 / ratio);
    if off.is_finite() { off } else { 1.0 }
}

/// How many times one is as important as another by weights; no number where one of them has none.
fn times(weights: &[f64], a: usize, b: usize) -> f64 {
    let both = weights.get(a).zip(weights.get(b));
    both.map_or(f64::NAN, |(a, b)| a / b)
}

/// Multiplications that looking for repairs may cost, roughly: all pairs of some twenty items.
const MOST_WORK: usize = 100_000_000;

/// Every smallest repair of comparisons in pairs: of all changes of a single judgement, to the point
/// of the scale 1/9 to 9 that all the others together come nearest to, those after which the
/// consistency index is smallest, in the order of the judgements. In a ring of three, each of the
/// three can be the one that is wrong, and all three are told.
///
/// Nothing while items are not connected, when all judgements agree, and when no single change helps.
/// With more than some twenty items only the judgements that are farthest off are tried.
///
/// ```
/// use weighbridge_analysis::elicitation::{Comparison, pairwise_repairs};
/// let pair = |a, b, times| Comparison { a, b, times };
/// let ring = pairwise_repairs(3, &[pair(0, 1, 3.0), pair(1, 2, 3.0), pair(2, 0, 3.0)]);
/// assert_eq!(ring.len(), 3, "any one of them turned round to a ninth");
/// assert!(ring.iter().all(|mend| mend.better == Some(1.0 / 9.0) && mend.index < 1e-9));
/// let one = pairwise_repairs(3, &[pair(0, 1, 3.0), pair(1, 2, 3.0), pair(0, 2, 8.0)]);
/// assert_eq!((one.len(), one[0].better), (1, Some(9.0)), "3 times 3; no other change fits as well");
/// ```
pub fn pairwise_repairs(n: usize, comparisons: &[Comparison]) -> Vec<Repair> {
    if n > MOST {
        return Vec::new();
    }
    let (mut matrix, used, _) = Matrix::read(n, comparisons);
    if matrix.islands().len() > 1 {
        return Vec::new();
    }
    let now = matrix.priorities();
    let mut tried: Vec<(usize, (&Comparison, f64))> = used
        .iter()
        .map(|own| (own, off(own, &now.weights)))
        .enumerate()
        .filter(|(_, (_, off))| *off > AGREES)
        .collect();
    sort_descending(&mut tried, |(_, (_, off))| *off);
    tried.truncate((MOST_WORK / (2 * SQUARINGS * n.pow(3)).max(1)).max(8));
    sort_by(&mut tried, |a, b| a.0.cmp(&b.0));
    let mut found: Vec<Repair> = Vec::new();
    for (_, (own, _)) in tried {
        if matrix.can_spare(own) {
            let mend = matrix.repair(*own, &now);
            found.extend(mend.better.is_some().then_some(mend));
        }
    }
    let least = found
        .iter()
        .fold(f64::INFINITY, |least, m| m.index.min(least));
    found.retain(|mend| mend.index <= least + 1e-9);
    found
}

/// The nearest of 1/9 to 9, by how many times one is the other.
fn on_scale(x: f64) -> f64 {
    let turned = x < 1.0;
    let x = if turned { 1.0 / x } else { x };
    let mut nearest = 1.0;
    for k in 2..=9 {
        let k = f64::from(k);
        // Between k - 1 and k, the same number of times from both is the geometric mean.
        if x * x > k * (k - 1.0) {
            nearest = k;
        }
    }
    if turned { 1.0 / nearest } else { nearest }
}

/// Comparisons as a square, row by row: how many times the row is as important as the column; 0
/// where there is none, and on the diagonal.
struct Matrix {
    n: usize,
    cells: Vec<f64>,
}

impl Matrix {
    fn new(n: usize) -> Self {
        Self {
            n,
            cells: vec![0.0; n * n],
        }
    }

    /// The comparisons as a matrix, those that count, and the places of those that were not usable.
    fn read(n: usize, comparisons: &[Comparison]) -> (Self, Vec<Comparison>, Vec<usize>) {
        let mut matrix = Self::new(n);
        let (mut used, mut ignored): (Vec<Comparison>, _) = (Vec::new(), Vec::new());
        for (place, own) in comparisons.iter().enumerate() {
            let times = (1.0 / MOST_TIMES..=MOST_TIMES).contains(&own.times);
            if own.a >= n || own.b >= n || own.a == own.b || !times {
                ignored.push(place);
                continue;
            }
            matrix.judge(own.a, own.b, own.times);
            let pair = (own.a, own.b);
            used.retain(|c| (c.a, c.b) != pair && (c.b, c.a) != pair);
            used.push(*own);
        }
        (matrix, used, ignored)
    }

    /// Whether all items stay connected without a judgement.
    fn can_spare(&mut self, own: &Comparison) -> bool {
        self.judge(own.a, own.b, 0.0);
        let connected = self.islands().len() < 2;
        self.judge(own.a, own.b, own.times);
        connected
    }

    /// What all the other judgements say of one, and what changing it to that would do.
    fn repair(&mut self, judgement: Comparison, now: &Priorities) -> Repair {
        let Comparison { a, b, times } = judgement;
        self.judge(a, b, 0.0);
        let without = self.priorities().weights;
        let implied = self::times(&without, a, b);
        let nearest = on_scale(implied);
        self.judge(a, b, nearest);
        let then = self.priorities();
        self.judge(a, b, times);
        let better = then.index < now.index;
        Repair {
            judgement,
            off: off(&judgement, &now.weights),
            implied,
            better: better.then_some(nearest),
            index: if better { then.index } else { now.index },
            ratio: if better { then.ratio } else { now.ratio },
        }
    }

    /// Sets a pair; 0 takes its judgement out.
    fn judge(&mut self, a: usize, b: usize, times: f64) {
        let turned = if times > 0.0 { 1.0 / times } else { 0.0 };
        for (row, column, times) in [(a, b, times), (b, a, turned)] {
            let mut rows = self.cells.chunks_mut(self.n.max(1));
            let cell = rows.nth(row).and_then(|row| row.get_mut(column));
            cell.into_iter().for_each(|cell| *cell = times);
        }
    }

    /// What an item has been compared with: those that have a number above 0.
    fn compared(&self, item: usize) -> impl Iterator<Item = usize> {
        let row = self.cells.chunks(self.n.max(1)).nth(item);
        let cells = row.into_iter().flatten().enumerate();
        cells
            .filter(|(_, cell)| **cell > 0.0)
            .map(|(other, _)| other)
    }

    /// The items by islands: within each, a chain of comparisons connects all.
    fn islands(&self) -> Vec<Vec<usize>> {
        let mut reached = vec![false; self.n];
        let mut islands = Vec::new();
        for first in 0..self.n {
            let mut island = Vec::new();
            let mut next = vec![first];
            while let Some(row) = next.pop() {
                if let Some(reached) = reached.get_mut(row).filter(|reached| !**reached) {
                    *reached = true;
                    island.push(row);
                    next.extend(self.compared(row));
                }
            }
            if !island.is_empty() {
                sort_by(&mut island, usize::cmp);
                islands.push(island);
            }
        }
        islands
    }

    /// The weights and their agreement, for a matrix that is connected.
    fn priorities(&self) -> Priorities {
        let n = self.n;
        let mut cells = self.cells.clone();
        let mut complete = true;
        for (item, row) in cells.chunks_mut(n.max(1)).enumerate() {
            let others = row.iter().enumerate().filter(|(other, _)| *other != item);
            let missing = others.filter(|(_, cell)| **cell <= 0.0).count();
            complete &= missing == 0;
            let itself = row.get_mut(item).into_iter();
            itself.for_each(|itself| *itself = 1.0 + missing as f64);
        }
        let mut power = cells.clone();
        for _ in 0..SQUARINGS {
            normalise(&mut power, |most, cell| cell.max(most));
            power = product(&power, &power, n);
        }
        let mut weights: Vec<f64> = power.chunks(n.max(1)).map(|r| r.iter().sum()).collect();
        normalise(&mut weights, |total, weight| total + weight);
        // Plain steps wash out the rounding of the squares.
        let mut lambda_max = 0.0;
        for _ in 0..3 {
            weights = product(&cells, &weights, n);
            lambda_max = normalise(&mut weights, |total, weight| total + weight);
        }
        let index = if n < 3 {
            0.0
        } else {
            ((lambda_max - n as f64) / (n as f64 - 1.0)).max(0.0)
        };
        let ratio = match RANDOM_INDEX.get(n.saturating_sub(1)) {
            _ if n < 3 => Some(0.0),
            Some(random) if complete => Some(index / random),
            _ => None,
        };
        Priorities {
            weights,
            lambda_max,
            index,
            ratio,
            worst: None,
        }
    }
}

/// Divides all numbers by their size, and returns it.
pub(super) fn normalise(numbers: &mut [f64], size: impl Fn(f64, f64) -> f64) -> f64 {
    let unit = numbers.iter().fold(0.0, |so_far, x| size(so_far, *x));
    if unit > 0.0 {
        numbers.iter_mut().for_each(|x| *x /= unit);
    }
    unit
}

/// A square of `n` rows times something of `n` rows.
fn product(square: &[f64], other: &[f64], n: usize) -> Vec<f64> {
    let n = n.max(1);
    let width = (other.len() / n).max(1);
    let mut result = vec![0.0; other.len()];
    for (factors, to) in square.chunks(n).zip(result.chunks_mut(width)) {
        for (factor, other) in factors.iter().zip(other.chunks(width)) {
            for (to, other) in to.iter_mut().zip(other) {
                *to += factor * other;
            }
        }
    }
    result
}
