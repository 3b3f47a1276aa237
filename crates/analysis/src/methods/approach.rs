//! The same values and weights through other methods, and options that come or go.

use super::{Normal, Preference, borda, copeland, promethee, topsis, vikor, weighted_product};
use crate::elicitation::MOST;
use crate::{Analysis, Ix, LeafIx, OptionIx, PerLeaf, TIE, analyse};
use weighbridge_model::{Alternative, Measure, Perspective, Range, ScaleKind};
use weighbridge_numeric::sort_descending;

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
    let mut found = vec![0; strengths.len()];
    let each = strengths.iter().copied().zip(&mut found);
    let mut order: Vec<(f64, &mut usize)> = each.collect();
    sort_descending(&mut order, |(strength, _)| *strength);
    let (mut rank, mut best) = (0, f64::INFINITY);
    for (place, (strength, found)) in order.into_iter().enumerate() {
        if best - strength > TIE {
            (rank, best) = (place + 1, strength);
        }
        *found = rank;
    }
    found
}

/// What the other methods work with: the options that have a total, and the leaves that count.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionMatrix {
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

impl DecisionMatrix {
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

    /// The options that come first by ranks of the rows.
    pub fn first(&self, ranks: &[usize]) -> Vec<OptionIx> {
        let rows = self.options.iter().zip(ranks);
        rows.filter(|(_, rank)| **rank == 1)
            .map(|(option, _)| *option)
            .collect()
    }

    /// The values of an option that has a row.
    pub fn row(&self, option: OptionIx) -> Option<&[f64]> {
        let mut rows = self.options.iter().zip(&self.values);
        let (_, own) = rows.find(|(other, _)| **other == option)?;
        Some(own)
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
        let rows = self.ranks.iter().enumerate();
        rows.filter(|(_, rank)| **rank == 1)
            .map(|(row, _)| row)
            .collect()
    }
}

/// The same table through every other method.
///
/// ```
/// use weighbridge_analysis::{analyse, methods};
/// use weighbridge_opening::library;
/// let analysis = analyse(&library::entry("birmingham-2013").unwrap().open().unwrap());
/// let table = methods::DecisionMatrix::new(&analysis);
/// let all = methods::compare(&table);
/// assert!(all.iter().all(|found| found.first() == [4]), "integrated transformation, by all nine");
/// ```
pub fn compare(table: &DecisionMatrix) -> Vec<Ranked> {
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
    /// The option that goes, or of which a copy comes.
    pub because_of: OptionIx,
    /// Whether a copy of it comes; else it goes.
    pub copied: bool,
    /// The one that is ahead now and then behind.
    pub upper: OptionIx,
    /// The other.
    pub lower: OptionIx,
}

/// For each option that could go, and for each of which a copy could come, the first two others
/// whose order turns round (Belton and Gear 1983; for TOPSIS and its kin García-Cascales and Lamata
/// 2012). Values stay as they are; ties that come or go do not count. `None` when the method cannot
/// be used, or with more than [`MOST`] options.
///
/// ```
/// use weighbridge_analysis::analyse;
/// use weighbridge_analysis::methods::{Approach, DecisionMatrix, reversals};
/// use weighbridge_opening::library;
/// let analysis = analyse(&library::entry("office-location").unwrap().open().unwrap());
/// let table = DecisionMatrix {
///     options: analysis.options.keys().take(3).collect(),
///     leaves: analysis.leaves.keys().take(2).collect(),
///     values: vec![vec![100.0, 0.0], vec![50.0, 100.0], vec![0.0, 50.0]],
///     weights: vec![0.6, 0.4],
///     ranks: vec![2, 1, 3],
/// };
/// let found = reversals(Approach::Borda, &table).unwrap()[0];
/// assert!(found.because_of == 2 && !found.copied, "without the last");
/// assert!(found.upper == 1 && found.lower == 0, "0.6 × 1 + 0.4 × 2 beats 0.6 × 2, but 0.4 not 0.6");
/// ```
pub fn reversals(approach: Approach, table: &DecisionMatrix) -> Option<Vec<Reversal>> {
    if table.values.len() > MOST {
        return None;
    }
    let before = approach.strengths(&table.values, &table.weights)?;
    let mut found = Vec::new();
    for (row, (because_of, own)) in table.options.iter().zip(&table.values).enumerate() {
        let because_of = *because_of;
        for copied in [false, true] {
            let mut values = table.values.clone();
            if copied {
                values.push(own.clone());
            } else {
                values.remove(row);
            }
            let Some(mut after) = approach.strengths(&values, &table.weights) else {
                continue;
            };
            if !copied {
                after.insert(row, 0.0);
            }
            let both = before.iter().copied().zip(after);
            let all = table.options.iter().copied().zip(both);
            if let Some((upper, lower)) = turned(all, because_of) {
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
/// `None` with more than [`MOST`] options on such scales.
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
    for (because_of, gone) in analysis.options.iter_enumerated() {
        let others = appraisal.options.iter().filter(|o| o.id != gone.id);
        let others: Vec<Alternative> = others.cloned().collect();
        let without = Perspective {
            options: &others,
            ..appraisal
        };
        let mut after = totals(&analyse(without));
        after.insert(because_of.place(), f64::NAN);
        let both = before.iter().copied().zip(after);
        if let Some((upper, lower)) = turned(analysis.options.keys().zip(both), because_of) {
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

/// The best two others whose order turns round, of options with their numbers before and after; a number that is
/// none compares as nothing.
fn turned(
    all: impl Iterator<Item = (OptionIx, (f64, f64))>,
    without: OptionIx,
) -> Option<(OptionIx, OptionIx)> {
    let others: Vec<_> = all.filter(|(option, _)| *option != without).collect();
    let mut found: Option<((f64, f64), (OptionIx, OptionIx))> = None;
    for (upper, (above, then_above)) in &others {
        for (lower, (below, then_below)) in &others {
            let turns = *above > below + TIE && *then_above < then_below - TIE;
            let pair = (*above, *below);
            if turns && found.is_none_or(|(best, _)| best < pair) {
                found = Some((pair, (*upper, *lower)));
            }
        }
    }
    found.map(|(_, pair)| pair)
}
