//! The weights that the non-linear Best-Worst model leaves open: an interval for each.

/// What the non-linear model says of complete Best-Worst judgements.
#[derive(Clone, Debug, PartialEq)]
pub struct Intervals {
    /// The smallest amount by which every ratio of weights can miss its judgement at most: 0 when all
    /// agree.
    pub xi: f64,
    /// For each criterion the least and the greatest weight, as a share from 0 to 1, among all sets of
    /// weights that miss no judgement by more than `xi`.
    pub weights: Vec<(f64, f64)>,
}

/// Judgements that miss by less than this agree.
const AGREES: f64 = 1e-12;

/// The most by which a ratio can be missed at best: judgements are from 1 to 9.
const MOST_XI: f64 = 9.0;

/// The interval of each weight under the non-linear model (Rezaei 2015; intervals: Rezaei 2016, *Omega*
/// 64): of the weights for which the largest of `|w_best / w_j - best_to_j|` and
/// `|w_j / w_worst - j_to_worst|`, called xi, is smallest, the least and the greatest of each.
///
/// `pairs` has for each criterion how many times the best is as important as it, and it as the
/// worst; those of the best and of the worst themselves are 1 and the whole.
///
/// For a given xi every judgement bounds the ratio of the best to the worst from both sides, through
/// one criterion each: from `(a - xi)(b - xi)` to `(a + xi)(b + xi)`. The smallest xi is that at which
/// all these ranges still meet, in a single ratio; it is found by bisection to the last bit. With that
/// ratio the other criteria move independently, so the ends of each weight follow without a linear
/// program.
///
/// ```
/// use weighbridge_analysis::elicitation::best_worst_intervals;
/// // Rezaei 2015: load flexibility, accessibility and cost, of which cost is best.
/// let found = best_worst_intervals(2, 0, &[(8.0, 1.0), (2.0, 5.0), (1.0, 8.0)]);
/// assert!((found.xi - (4.0 - 14.0_f64.sqrt())).abs() < 1e-12, "published as 0.26");
/// let (low, high) = found.weights[2];
/// assert!((low - 0.5899).abs() < 5e-5 && (high - low).abs() < 1e-12, "three criteria leave nothing open");
/// ```
pub fn best_worst_intervals(best: usize, worst: usize, pairs: &[(f64, f64)]) -> Intervals {
    let whole = pairs.get(worst).map_or(1.0, |(from_best, _)| *from_best);
    let others = pairs.iter().enumerate();
    let others = others.filter(|(j, _)| *j != best && *j != worst);
    let others: Vec<(f64, f64)> = others.map(|(_, pair)| *pair).collect();
    let xi = smallest(whole, &others);
    let (low, high) = ratios(whole, &others, xi);
    let ratio = f64::midpoint(low, high);
    // Against a weight of the worst of 1, and of the best of `ratio`.
    let bounds: Vec<(f64, f64)> = pairs
        .iter()
        .enumerate()
        .map(|(j, (a, b))| match j {
            _ if j == worst => (1.0, 1.0),
            _ if j == best => (ratio, ratio),
            // Where all agree each judgement is met exactly, with nothing between two ends.
            _ if xi <= 0.0 => (*b, *b),
            _ => bounds(*a, *b, xi, ratio),
        })
        .collect();
    let least = weighbridge_numeric::sum(bounds.iter().map(|(low, _)| *low));
    let most = weighbridge_numeric::sum(bounds.iter().map(|(_, high)| *high));
    let weights = bounds
        .iter()
        .map(|(low, high)| {
            let (a, b) = (low / (low + (most - high)), high / (high + (least - low)));
            // Sums of others that should be 0, or the same both times, may miss that by rounding.
            let (a, b) = (a.clamp(0.0, 1.0), b.clamp(0.0, 1.0));
            (a.min(b), a.max(b))
        })
        .collect();
    Intervals { xi, weights }
}

/// The range of the ratio of best to worst that every judgement allows; empty while `xi` is too small.
fn ratios(whole: f64, others: &[(f64, f64)], xi: f64) -> (f64, f64) {
    let short = |x: f64| (x - xi).max(0.0);
    let mut range = (short(whole), whole + xi);
    for (a, b) in others {
        range.0 = range.0.max(short(*a) * short(*b));
        range.1 = range.1.min((a + xi) * (b + xi));
    }
    range
}

/// The smallest xi for which the ranges meet.
fn smallest(whole: f64, others: &[(f64, f64)]) -> f64 {
    let meet = |xi: f64| {
        let (low, high) = ratios(whole, others, xi);
        low <= high
    };
    if meet(AGREES) {
        return 0.0;
    }
    let (mut apart, mut together) = (0.0, MOST_XI);
    loop {
        let middle = f64::midpoint(apart, together);
        if middle <= apart || middle >= together {
            return together;
        }
        if meet(middle) {
            together = middle;
        } else {
            apart = middle;
        }
    }
}

/// How small and how large one criterion can be against the worst.
fn bounds(a: f64, b: f64, xi: f64, ratio: f64) -> (f64, f64) {
    let low = (b - xi).max(ratio / (a + xi)).max(0.0);
    let by_best = if a > xi {
        ratio / (a - xi)
    } else {
        f64::INFINITY
    };
    let high = (b + xi).min(by_best);
    // Where only one value is left, rounding puts the ends either way round.
    (low.min(high), low.max(high))
}
