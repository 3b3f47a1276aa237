//! The same values and weights through other methods, and options that come or go.

use super::{Normal, Preference, borda, copeland, promethee, topsis, vikor, weighted_product};
use crate::elicitation::MOST;
use crate::{Analysis, LeafIx, OptionIx, PerLeaf, TIE, analyse};
use weighbridge_model::{Alternative, Measure, Perspective, Range, ScaleKind};

/// Differences up to so many points of value count as none in PROMETHEE with thresholds.
pub const INDIFFERENCE: f64 = 5.0;

/// Differences from so many points of value on count in full in PROMETHEE with thresholds or a V-shape.
pub const PREFERENCE: f64 = 20.0;

/// How much the sum counts in VIKOR, against the largest single regret.
pub const STRATEGY: f64 = 0.5;

/// Another accepted method, with its usual settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Approach {
    /// Values multiplied, each to the power of its weight.
    Product,
    /// TOPSIS with vector normalisation.
    TopsisVector,
    /// TOPSIS with min-max normalisation.
    TopsisRange,
    /// PROMETHEE II with the usual preference function.
    PrometheeUsual,
    /// PROMETHEE II with a preference that grows in proportion up to [`PREFERENCE`].
    PrometheeVShape,
    /// PROMETHEE II with [`INDIFFERENCE`] and [`PREFERENCE`].
    PrometheeLinear,
    /// VIKOR with [`STRATEGY`].
    Vikor,
    /// Borda's count, each criterion a voter with its weight.
    Borda,
    /// Copeland's rule, likewise.
    Copeland,
}

impl Approach {
    /// Every method, in the order shown.
    pub const ALL: [Self; 9] = [
        Self::Product,
        Self::TopsisVector,
        Self::TopsisRange,
        Self::PrometheeUsual,
        Self::PrometheeVShape,
        Self::PrometheeLinear,
        Self::Vikor,
        Self::Borda,
        Self::Copeland,
    ];

    /// The strength of each option, the higher the better, by its values (rows) on criteria with
    /// weights; `None` as for the kernels, and for a product with a value below 0.
    pub fn strengths(self, values: &[Vec<f64>], weights: &[f64]) -> Option<Vec<f64>> {
        let up = &vec![true; weights.len()];
        let flows = |preference| {
            let all = vec![preference; weights.len()];
            promethee(values, weights, up, &all).map(|flows| flows.net)
        };
        let linear = |indifference| {
            flows(Preference::Linear {
                indifference,
                preference: PREFERENCE,
            })
        };
        match self {
            Self::Product => weighted_product(values, weights, up),
            Self::TopsisVector => topsis(values, weights, up, Normal::Vector),
            Self::TopsisRange => topsis(values, weights, up, Normal::Range),
            Self::PrometheeUsual => flows(Preference::Usual),
            Self::PrometheeVShape => linear(0.0),
            Self::PrometheeLinear => linear(INDIFFERENCE),
            Self::Vikor => {
                let found = vikor(values, weights, up, STRATEGY)?;
                Some(found.q.iter().map(|q| -q).collect())
            }
            Self::Borda => borda(values, weights, up),
            Self::Copeland => copeland(values, weights, up),
        }
    }
}

/// Ranks from 1 by strength; those within [`TIE`] of the best of their group share its rank.
///
/// ```
/// use weighbridge_analysis::methods::ranks;
/// assert_eq!(ranks(&[0.2, 0.9, 0.2, 0.1]), [2, 1, 2, 4]);
/// ```
pub fn ranks(strengths: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..strengths.len()).collect();
    order.sort_by(|a, b| strengths[*b].total_cmp(&strengths[*a]));
    let mut found = vec![0; strengths.len()];
    let (mut rank, mut best) = (0, f64::INFINITY);
    for (place, at) in order.into_iter().enumerate() {
        if best - strengths[at] > TIE {
            (rank, best) = (place + 1, strengths[at]);
        }
        found[at] = rank;
    }
    found
}

/// What the other methods work with: the options that have a total, and the leaves that count.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The options.
    pub options: Vec<OptionIx>,
    /// The leaves.
    pub leaves: Vec<LeafIx>,
    /// The values, usually 0 to 100, with a row for each option.
    pub values: Vec<Vec<f64>>,
    /// The cumulative weights of the leaves, which add up to 1 unless a leaf is left out.
    pub weights: Vec<f64>,
    /// The ranks by the additive total.
    pub ranks: Vec<usize>,
}

impl Table {
    /// The table of an analysis; without options while there are no totals.
    ///
    /// Leaves whose scale has no length are left out while there are others: all options are the same
    /// there, and the value 0 that each of them has is no judgement, though a product would take it for one.
    pub fn new(analysis: &Analysis) -> Self {
        let mut leaves = analysis.counted_leaves();
        let has_length = |leaf: &LeafIx| !analysis.scales[*leaf].has_no_length();
        if leaves.iter().any(has_length) {
            leaves.retain(has_length);
        }
        let mut table = Self {
            options: Vec::new(),
            values: Vec::new(),
            ranks: Vec::new(),
            weights: leaves
                .iter()
                .map(|leaf| analysis.leaf_node(*leaf).cumulative.unwrap_or(0.0))
                .collect(),
            leaves,
        };
        for (option, result) in analysis.options.iter_enumerated() {
            if let Some(rank) = result.total.rank() {
                let row = table
                    .leaves
                    .iter()
                    .filter_map(|leaf| analysis.values[option][*leaf].value());
                table.values.push(row.collect());
                table.options.push(option);
                table.ranks.push(rank);
            }
        }
        table
    }
}

/// What came of one method.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// Which.
    pub approach: Approach,
    /// The strength of each row of the table, the higher the better; `None` when the method cannot
    /// be used on it.
    pub strengths: Option<Vec<f64>>,
    /// The ranks of the rows, ties sharing the better one; empty without strengths.
    pub ranks: Vec<usize>,
}

impl Ranked {
    /// The rows that come first.
    pub fn first(&self) -> Vec<usize> {
        let rows = 0..self.ranks.len();
        rows.filter(|row| self.ranks[*row] == 1).collect()
    }
}

/// The same table through every other method.
///
/// ```
/// use weighbridge_analysis::{analyse, methods};
/// use weighbridge_opening::library;
/// let analysis = analyse(&library::entry("birmingham-2013").unwrap().open().unwrap());
/// let table = methods::Table::new(&analysis);
/// let all = methods::compare(&table);
/// assert!(all.iter().all(|found| found.first() == [4]), "integrated transformation, by all nine");
/// ```
pub fn compare(table: &Table) -> Vec<Ranked> {
    let one = |approach: &Approach| {
        let strengths = approach.strengths(&table.values, &table.weights);
        let ranks = strengths.as_deref().map_or_else(Vec::new, ranks);
        Ranked {
            approach: *approach,
            strengths,
            ranks,
        }
    };
    Approach::ALL.iter().map(one).collect()
}

/// Two options whose order turns round when another comes or goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reversal {
    /// The option that goes, or of which a copy comes; by its row.
    pub because_of: usize,
    /// Whether a copy of it comes; else it goes.
    pub copied: bool,
    /// The one that is ahead now and then behind, by its row.
    pub upper: usize,
    /// The other.
    pub lower: usize,
}

/// For each option that could go, and for each of which a copy could come, the first two others
/// whose order turns round (Belton and Gear 1983; for TOPSIS and its kin García-Cascales and Lamata
/// 2012). Values stay as they are; ties that come or go do not count. `None` when the method cannot
/// be used, or with more than [`MOST`] options.
///
/// ```
/// use weighbridge_analysis::analyse;
/// use weighbridge_analysis::methods::{Approach, Table, reversals};
/// use weighbridge_opening::library;
/// let analysis = analyse(&library::entry("office-location").unwrap().open().unwrap());
/// let table = Table {
///     options: analysis.options.keys().take(3).collect(),
///     leaves: analysis.leaves.keys().take(2).collect(),
///     values: vec![vec![100.0, 0.0], vec![50.0, 100.0], vec![0.0, 50.0]],
///     weights: vec![0.6, 0.4],
///     ranks: vec![2, 1, 3],
/// };
/// let found = reversals(Approach::Borda, &table).unwrap()[0];
/// assert_eq!((found.because_of, found.copied), (2, false), "without the last");
/// assert_eq!((found.upper, found.lower), (1, 0), "0.6 × 1 + 0.4 × 2 beats 0.6 × 2, but 0.4 not 0.6");
/// ```
pub fn reversals(approach: Approach, table: &Table) -> Option<Vec<Reversal>> {
    if table.values.len() > MOST {
        return None;
    }
    let before = approach.strengths(&table.values, &table.weights)?;
    let mut found = Vec::new();
    for because_of in 0..before.len() {
        for copied in [false, true] {
            let mut values = table.values.clone();
            if copied {
                values.push(values[because_of].clone());
            } else {
                values.remove(because_of);
            }
            let Some(mut after) = approach.strengths(&values, &table.weights) else {
                continue;
            };
            if !copied {
                after.insert(because_of, 0.0);
            }
            if let Some((upper, lower)) = turned(&before, &after, because_of) {
                found.push(Reversal {
                    because_of,
                    copied,
                    upper,
                    lower,
                });
            }
        }
    }
    Some(found)
}

/// The same for the additive model itself, worked out anew without each option in turn. With values
/// given directly, with labelled points and with fixed scales nothing can turn round: a total is a sum of
/// the option's own values. Where a scale ends at the options it can.
///
/// `because_of`, `upper` and `lower` are places in the analysis. `None` with more than [`MOST`]
/// options on such scales.
pub fn additive_reversals<'a>(
    appraisal: impl Into<Perspective<'a>>,
    analysis: &Analysis,
) -> Option<Vec<Reversal>> {
    reversals_of_totals(appraisal.into(), analysis)
}

fn reversals_of_totals(appraisal: Perspective<'_>, analysis: &Analysis) -> Option<Vec<Reversal>> {
    let totals = |of: &Analysis| -> Vec<f64> {
        let all = of.options.iter();
        all.map(|o| o.total.value().unwrap_or(f64::NAN)).collect()
    };
    let mut found = Vec::new();
    if local_scales(appraisal).is_empty() {
        return Some(found);
    }
    if analysis.options.len() > MOST {
        return None;
    }
    let before = totals(analysis);
    for (because_of, gone) in analysis.options.iter().enumerate() {
        let others = appraisal.options.iter().filter(|o| o.id != gone.id);
        let others: Vec<Alternative> = others.cloned().collect();
        let without = Perspective {
            options: &others,
            ..appraisal
        };
        let mut after = totals(&analyse(without));
        after.insert(because_of, f64::NAN);
        if let Some((upper, lower)) = turned(&before, &after, because_of) {
            found.push(Reversal {
                because_of,
                copied: false,
                upper,
                lower,
            });
        }
    }
    Some(found)
}

/// The leaves whose scale ends at the appraised options.
pub fn local_scales<'a>(appraisal: impl Into<Perspective<'a>>) -> Vec<LeafIx> {
    let appraisal = appraisal.into();
    let leaves = PerLeaf::of(appraisal.leaves());
    let local = |leaf: &LeafIx| {
        matches!(
            leaves[*leaf].scale.kind,
            ScaleKind::Measure(Measure {
                range: Range::Local,
                ..
            })
        )
    };
    leaves.keys().filter(local).collect()
}

/// The best two others whose order turns round; a number that is none compares as nothing.
fn turned(before: &[f64], after: &[f64], without: usize) -> Option<(usize, usize)> {
    let mut found: Option<(usize, usize)> = None;
    for upper in 0..before.len() {
        for lower in 0..before.len() {
            let turns = upper != without
                && lower != without
                && before[upper] > before[lower] + TIE
                && after[upper] < after[lower] - TIE;
            if turns
                && found
                    .is_none_or(|(u, l)| (before[u], before[l]) < (before[upper], before[lower]))
            {
                found = Some((upper, lower));
            }
        }
    }
    found
}
