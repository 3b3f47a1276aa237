//! A smallest change of weights with the digits that are printed, at which it still does what is said.

use super::super::TIE;
use super::First;
use weighbridge_numeric::{Row, Sense, Solution, minimise, sort_descending};

/// The most decimals that are tried.
const MOST_DECIMALS: i32 = 10;

/// What is ahead by less may not be ahead once weights are normalised.
pub(super) const CLEAR: f64 = 4.0 * TIE;

/// How many decimals tell a change of so many points: three digits of it, one decimal at least.
pub(super) fn decimals(points: f64) -> i32 {
    let mut unit = 0.1;
    let mut decimals = 1;
    while unit * 100.0 > points && decimals < MOST_DECIMALS {
        unit /= 10.0;
        decimals += 1;
    }
    decimals
}

/// So many units of the last of some decimals, as the number that is read from these digits.
pub(super) fn decimal(units: f64, decimals: i32) -> f64 {
    format!("{units:.0}e-{decimals}").parse().unwrap_or(0.0)
}

/// A sum of printed numbers without what adding them up as doubles leaves.
pub(super) fn plain(sum: f64) -> f64 {
    format!("{sum:.11}").parse().unwrap_or(sum)
}

/// Weights that are moved so that one option comes before all others.
pub(super) struct Moving {
    /// The share of everything that each leaf has now, 0 to 1.
    pub now: Vec<f64>,
    /// For each other option how much higher the values of the option are on each leaf.
    pub ahead: Vec<Vec<f64>>,
}

impl Moving {
    /// The smallest printable change that does it, in percentage points, and what it comes to; `points`
    /// is the smallest of all.
    ///
    /// Of all changes of as many units as are just past `points` it is the one that puts the option
    /// ahead the farthest (a linear program), in whole units. Where that falls short, one more unit
    /// and then one more decimal are tried. Where nothing printable is ahead, the option is level; where
    /// nothing printable is level either, it is `changed`, the smallest change as it is.
    pub fn printed(&self, points: f64, first: First, changed: &[f64]) -> (First, Vec<f64>) {
        if first == First::Alone
            && let Some(found) = self.search(points, CLEAR)
        {
            return (First::Alone, found);
        }
        let level = self.search(points, -TIE);
        let level = level.unwrap_or_else(|| self.exact(changed));
        (First::Level, level)
    }

    /// A change as it is, in percentage points, with as much gained as lost: a linear program leaves a
    /// little.
    fn exact(&self, changed: &[f64]) -> Vec<f64> {
        let each = changed.iter().zip(&self.now);
        let by: Vec<f64> = each.map(|(then, now)| (then - now) * 100.0).collect();
        let told = |x: f64| if x.abs() > TIE { x } else { 0.0 };
        let sum = |sign: f64| {
            let side = by.iter().map(|x| told(*x) * sign);
            weighbridge_numeric::sum(side.filter(|x| *x > 0.0))
        };
        let share = sum(-1.0) / sum(1.0);
        let all = by.iter().map(|x| told(*x));
        all.map(|x| if x > 0.0 { x * share } else { x }).collect()
    }

    fn search(&self, points: f64, least: f64) -> Option<Vec<f64>> {
        for decimals in decimals(points)..=MOST_DECIMALS {
            let unit = decimal(1.0, decimals);
            let units = points / unit;
            let start = if least > 0.0 {
                (units + 1e-6).floor() + 1.0
            } else {
                (units - 1e-6).ceil()
            };
            for budget in [start, start + 1.0] {
                let found = self.best(budget * unit / 100.0);
                let found = found.and_then(|by| self.whole(&by, decimals));
                if let Some(found) = found.filter(|by| self.lead(by) > least) {
                    return Some(found);
                }
            }
        }
        None
    }

    /// By how much the option is ahead of the best other after changes in percentage points.
    fn lead(&self, by: &[f64]) -> f64 {
        let shares = || {
            let all = self.now.iter().zip(by);
            all.map(|(now, by)| (now + by / 100.0).max(0.0))
        };
        let leads = self.ahead.iter().map(|ahead| {
            let each = ahead.iter().zip(shares()).map(|(d, w)| d * w);
            weighbridge_numeric::sum(each)
        });
        leads.fold(f64::INFINITY, f64::min)
    }

    /// The changes of shares that put the option ahead the farthest, with so much moved at most.
    fn best(&self, budget: f64) -> Option<Vec<f64>> {
        let n = self.now.len();
        // What each gains, what each loses, and the lead with a lift that keeps it above 0.
        let lift = 1.0
            + self
                .ahead
                .iter()
                .flatten()
                .fold(0.0, |m: f64, d| m.max(d.abs()));
        let both = |gain: Vec<f64>, loss: Vec<f64>, lead: f64| [gain, loss, vec![lead]].concat();
        let row = |coefficients, sense, bound| Row {
            coefficients,
            sense,
            bound,
        };
        let mut program = vec![
            row(both(vec![1.0; n], vec![-1.0; n], 0.0), Sense::Equal, 0.0),
            row(both(vec![1.0; n], vec![0.0; n], 0.0), Sense::AtMost, budget),
            row(
                both(vec![0.0; n], vec![0.0; n], 1.0),
                Sense::AtMost,
                2.0 * lift,
            ),
        ];
        for (at, now) in self.now.iter().enumerate() {
            let mut loss = vec![0.0; n];
            if let Some(one) = loss.get_mut(at) {
                *one = 1.0;
            }
            program.push(row(both(vec![0.0; n], loss, 0.0), Sense::AtMost, *now));
        }
        for ahead in &self.ahead {
            let now = weighbridge_numeric::sum(ahead.iter().zip(&self.now).map(|(d, w)| d * w));
            let loss = ahead.iter().map(|d| -d).collect();
            program.push(row(
                both(ahead.clone(), loss, -1.0),
                Sense::AtLeast,
                -now - lift,
            ));
        }
        let costs = both(vec![0.0; n], vec![0.0; n], -1.0);
        let Solution::Optimal { x, .. } = minimise(&costs, &program) else {
            return None;
        };
        let net = x.iter().zip(x.iter().skip(n)).take(n);
        Some(net.map(|(gain, loss)| gain - loss).collect())
    }

    /// The same in whole units, in percentage points: as many gained as lost, and nothing below 0.
    fn whole(&self, by: &[f64], decimals: i32) -> Option<Vec<f64>> {
        let unit = decimal(1.0, decimals) / 100.0;
        let gains: Vec<f64> = by.iter().map(|x| x.max(0.0) / unit).collect();
        let losses: Vec<f64> = by.iter().map(|x| (-x).max(0.0) / unit).collect();
        let room: Vec<f64> = self.now.iter().map(|w| (w / unit + 1e-6).floor()).collect();
        // All of several shares may be a unit or two less than they add up to.
        let most = losses.iter().zip(&room).filter(|(loss, _)| **loss > 0.0);
        let most = weighbridge_numeric::sum(most.map(|(_, room)| *room));
        let units = weighbridge_numeric::sum(gains.iter().copied()).round();
        let units = units.min(most);
        let gains = rounded(&gains, units, &vec![f64::INFINITY; by.len()])?;
        let losses = rounded(&losses, units, &room)?;
        let each = gains.iter().zip(&losses);
        Some(each.map(|(g, l)| decimal(g - l, decimals)).collect())
    }
}

/// Whole numbers with a sum, near some numbers, each at most its room: the largest remainders are
/// rounded up.
fn rounded(numbers: &[f64], sum: f64, room: &[f64]) -> Option<Vec<f64>> {
    let whole = |x: f64| (x + 1e-6).floor();
    let parts = numbers.iter().zip(room);
    let mut found: Vec<f64> = parts.map(|(x, most)| whole(*x).min(*most)).collect();
    let mut left = sum - weighbridge_numeric::sum(found.iter().copied());
    let parts = numbers.iter().zip(found.iter_mut().zip(room));
    let mut order: Vec<(f64, (&mut f64, &f64))> = parts
        .filter(|(x, _)| **x > 0.0)
        .map(|(x, part)| (x - whole(*x), part))
        .collect();
    sort_descending(&mut order, |(rest, _)| *rest);
    for (_, (found, room)) in order {
        if left >= 1.0 && *found < *room {
            *found += 1.0;
            left -= 1.0;
        }
    }
    let fits = found.iter().zip(room).all(|(x, most)| x <= most);
    (left.abs() < 0.5 && fits).then_some(found)
}
