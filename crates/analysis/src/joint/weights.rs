//! The smallest change of weights that puts an option first, and the best that weights can do for it.

use super::{First, printed};
use crate::linear::{LEVEL, MOST};
use crate::{Analysis, OptionIx, WeightOrder};
use weighbridge_numeric::{Row, Sense, Solution, minimise};

/// The best that weights can do for an option.
#[derive(Clone, Debug, PartialEq)]
pub struct Potential {
    /// Which option.
    pub option: OptionIx,
    /// Whether it can come first.
    pub first: First,
    /// By how many points of 100 it then leads; below 0, by how many it stays behind.
    pub margin: f64,
    /// Such weights: one cumulative share for each leaf, 0 to 1.
    pub weights: Vec<f64>,
}

/// The smallest change of weights that puts an option first.
#[derive(Clone, Debug, PartialEq)]
pub struct JointWeights {
    /// Which option.
    pub option: OptionIx,
    /// Whether the change puts it first; level means that it goes no further than a tie.
    pub first: First,
    /// By how many points of 100 it leads at best, whatever the weights; below 0, stays behind.
    pub margin: f64,
    /// The changed weights, one cumulative share for each leaf, 0 to 1; none when there are none.
    pub weights: Vec<f64>,
    /// The sum of absolute changes of shares, 0 to 2.
    pub l1: f64,
    /// The change to print: for each leaf how many percentage points of everything it gains, or loses
    /// where below 0, in a few decimals. They add up to 0, and with them the option is first alone, or
    /// level where [`Self::first`] is level. None when there are no such weights.
    pub printed: Vec<f64>,
}

impl JointWeights {
    /// Whether there are such weights.
    pub fn is_found(&self) -> bool {
        !self.weights.is_empty()
    }

    /// How many points of 100 move from some criteria to others: half the sum of changes.
    pub fn points(&self) -> f64 {
        self.l1 * 50.0
    }

    /// How many percentage points move in [`Self::printed`]: what the gains add up to, and the losses.
    pub fn printed_points(&self) -> f64 {
        let gains = self.printed.iter().filter(|by| **by > 0.0);
        printed::plain(weighbridge_numeric::sum(gains.copied()))
    }
}

/// The options whose values are all there, and their values on the leaves that count.
fn complete(analysis: &Analysis) -> Vec<(OptionIx, Vec<f64>)> {
    let leaves = analysis.counted_leaves();
    let mut found = Vec::new();
    for (option, row) in analysis.values.iter_enumerated() {
        let values: Vec<f64> = leaves.iter().filter_map(|l| row[*l].value()).collect();
        if values.len() == leaves.len() {
            found.push((option, values));
        }
    }
    found
}

/// Numbers on the leaves that count, with 0 on the others.
fn on_all_leaves(analysis: &Analysis, counted: &[f64]) -> Vec<f64> {
    let mut all = analysis.leaves.map(|_, _| 0.0);
    for (leaf, x) in analysis.counted_leaves().into_iter().zip(counted) {
        all[leaf] = *x;
    }
    all.into_iter().collect()
}

fn cumulative(analysis: &Analysis) -> Option<Vec<f64>> {
    let mut found = Vec::new();
    for leaf in analysis.counted_leaves() {
        found.push(analysis.leaf_node(leaf).cumulative?);
    }
    Some(found)
}

/// Whether any weights put an option first, and by how much at best (potential optimality, as in
/// Rios Insua and French 1991); with `ordered`, only weights that keep their order within each group
/// count, as [`WeightOrder`] has it.
///
/// A linear program: with `v` the values, the weights `w` that make the smallest difference
/// `w · (v_option − v_other)` as large as it can be. `None` for an option without all its values,
/// and with `ordered` while there are no weights.
///
/// ```
/// use weighbridge_analysis::{First, analyse, potential};
/// use weighbridge_opening::library;
/// let analysis = analyse(&library::entry("birmingham-2013").unwrap().open().unwrap());
/// let option = |place| analysis.options.ix(place).unwrap();
/// let first = |place| potential(&analysis, option(place), false).unwrap().first;
/// assert_eq!(first(1), First::Never, "outsourcing is dominated");
/// assert_eq!(first(2), First::Alone, "the trust that answers to the DfE, with all weight on independence");
/// assert_eq!(potential(&analysis, option(2), true).unwrap().first, First::Never, "but not while front line weighs most");
/// ```
pub fn potential(analysis: &Analysis, option: OptionIx, ordered: bool) -> Option<Potential> {
    let rows = complete(analysis);
    let own = &rows.iter().find(|(at, _)| *at == option)?.1;
    let order = if ordered {
        WeightOrder::of(analysis)?.rows(analysis)
    } else {
        Vec::new()
    };
    let n = own.len();
    let mut found = Potential {
        option,
        first: First::Unknown,
        margin: 0.0,
        weights: Vec::new(),
    };
    if n == 0 || n > MOST || rows.len() > MOST {
        return Some(found);
    }
    // The margin is a variable too; a lift keeps it above 0 whatever the weights.
    let spread = rows.iter().flat_map(|(_, row)| row.iter().zip(own));
    let lift = 1.0 + spread.fold(0.0, |m: f64, (v, o)| m.max((v - o).abs()));
    let mut program = Vec::new();
    let mut add = |coefficients: Vec<f64>, sense, bound| {
        program.push(Row {
            coefficients,
            sense,
            bound,
        });
    };
    add(vec![1.0; n], Sense::Equal, 1.0);
    for (at, row) in &rows {
        if *at != option {
            let mut margin: Vec<f64> = own.iter().zip(row).map(|(a, b)| a - b + lift).collect();
            margin.push(-1.0);
            add(margin, Sense::AtLeast, 0.0);
        }
    }
    // With no other option the margin has no bound of its own.
    let mut most = vec![0.0; n];
    most.push(1.0);
    add(most, Sense::AtMost, 2.0 * lift);
    program.extend(order);
    let mut costs = vec![0.0; n];
    costs.push(-1.0);
    if let Solution::Optimal { mut x, .. } = minimise(&costs, &program)
        && let Some(margin) = x.pop()
    {
        // The last variable is the margin, the others are the weights.
        found.margin = margin - lift;
        found.first = match found.margin {
            m if m > LEVEL => First::Alone,
            m if m < -LEVEL => First::Never,
            _ => First::Level,
        };
        found.weights = on_all_leaves(analysis, &x);
    }
    Some(found)
}

/// For every option that does not lead the smallest change of weights that puts it before all others.
///
/// A linear program: the cumulative weights of the leaves may go up and down, stay 0 or more and add
/// up to 1, and the sum of absolute changes (L1) is as small as can be; at the result the option is
/// level with the best of the others, and first beyond it; [`JointWeights::printed`] is beyond it. Any such weights can be given by the
/// groups and their criteria. Source: Rios Insua and French 1991, who look for the nearest weights
/// at which another option is as good.
///
/// ```
/// use weighbridge_analysis::{First, analyse, joint_weights};
/// use weighbridge_opening::library;
/// let analysis = analyse(&library::entry("birmingham-2013").unwrap().open().unwrap());
/// let found = joint_weights(&analysis);
/// let points: Vec<f64> = found.iter().map(|j| (j.points() * 10.0).round() / 10.0).collect();
/// assert_eq!(points, [0.0, 0.0, 19.2, 20.0], "two are dominated: nothing puts them first");
/// assert_eq!(found[0].first, First::Never);
/// assert_eq!(found[2].printed_points(), 19.3, "19.24 would draw level");
/// ```
pub fn joint_weights(analysis: &Analysis) -> Vec<JointWeights> {
    let leaders = analysis.verdict.leaders();
    if leaders.is_empty() {
        return Vec::new();
    }
    let rows = complete(analysis);
    let others = rows.iter().map(|(at, _)| *at);
    let others = others.filter(|at| !leaders.contains(at));
    others.map(|at| nearest(analysis, &rows, at)).collect()
}

fn nearest(analysis: &Analysis, rows: &[(OptionIx, Vec<f64>)], option: OptionIx) -> JointWeights {
    let mut found = JointWeights {
        option,
        first: First::Unknown,
        margin: 0.0,
        weights: Vec::new(),
        l1: 0.0,
        printed: Vec::new(),
    };
    let Some(best) = potential(analysis, option, false) else {
        return found;
    };
    found.first = best.first;
    found.margin = best.margin;
    let (Some(weights), Some((_, own))) = (
        cumulative(analysis),
        rows.iter().find(|(at, _)| *at == option),
    ) else {
        return found;
    };
    if matches!(best.first, First::Never | First::Unknown) {
        return found;
    }
    let n = weights.len();
    // First what each weight gains, then what each loses.
    let both = |gain: Vec<f64>| -> Vec<f64> {
        let loss: Vec<f64> = gain.iter().map(|x| -x).collect();
        [gain, loss].concat()
    };
    let mut program = vec![Row {
        coefficients: both(vec![1.0; n]),
        sense: Sense::Equal,
        bound: 0.0,
    }];
    for (at, weight) in weights.iter().enumerate() {
        let mut coefficients = vec![0.0; n + at];
        coefficients.push(1.0);
        program.push(Row {
            coefficients,
            sense: Sense::AtMost,
            bound: *weight,
        });
    }
    for (other, row) in rows {
        if *other != option {
            let ahead: Vec<f64> = own.iter().zip(row).map(|(a, b)| a - b).collect();
            let behind = weighbridge_numeric::sum(ahead.iter().zip(&weights).map(|(d, w)| -d * w));
            program.push(Row {
                coefficients: both(ahead),
                sense: Sense::AtLeast,
                bound: behind,
            });
        }
    }
    if let Solution::Optimal { x, objective } = minimise(&vec![1.0; 2 * n], &program) {
        let changed = weights.iter().zip(&x).zip(x.iter().skip(n));
        let changed: Vec<f64> = changed
            .map(|((w, up), down)| (w + up - down).max(0.0))
            .collect();
        found.weights = on_all_leaves(analysis, &changed);
        found.l1 = objective;
        let others = rows.iter().filter(|(at, _)| *at != option);
        let ahead = others.map(|(_, row)| own.iter().zip(row).map(|(a, b)| a - b).collect());
        let moving = printed::Moving {
            now: weights,
            ahead: ahead.collect(),
        };
        let (first, changes) = moving.printed(found.points(), best.first, &changed);
        found.first = first;
        found.printed = on_all_leaves(analysis, &changes);
    } else {
        found.first = First::Unknown;
    }
    found
}
