//! Totals, ranks and the verdict.

use super::blanks::Blanks;
use super::{
    Cell, Grid, LeafIx, LeafScale, Node, NodeIx, OptionIx, PerLeaf, PerNode, PerOption, TIE, sum,
};
use std::cmp::Ordering;
use weighbridge_model::{OptionId, Perspective};
use weighbridge_numeric::{sort_by, sort_descending};

/// What one option comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionResult {
    /// Which option.
    pub id: OptionId,
    /// Its total, or why there is none.
    pub total: Total,
    /// Cumulative weight times value, for each leaf; `None` where either is missing.
    pub contributions: PerLeaf<Option<f64>>,
}

/// The total of an option.
#[derive(Clone, Debug, PartialEq)]
pub enum Total {
    /// All scores are there.
    Ranked {
        /// The total, usually 0 to 100.
        value: f64,
        /// From 1; ties share the better rank (1, 1, 3).
        rank: usize,
        /// Whether another option shares the rank.
        tied: bool,
    },
    /// Some scores are missing: no total, but the range it could take, with what is missing anywhere
    /// on its scale. Where a scale ends at the options, what they are missing moves its ends, and with
    /// them the values of those that have an amount; on a fixed scale an amount beyond its ends can
    /// take the total out of the range.
    Incomplete {
        /// The leaves without a value.
        missing: Vec<LeafIx>,
        /// The least the total can be.
        low: f64,
        /// The greatest it can be, or at least cannot exceed.
        high: f64,
    },
    /// The weights are not complete, so nothing can be added up.
    Unweighted,
}

impl Total {
    /// The total, when there is one.
    pub fn value(&self) -> Option<f64> {
        match self {
            Self::Ranked { value, .. } => Some(*value),
            Self::Incomplete { .. } | Self::Unweighted => None,
        }
    }

    /// The rank, when there is one.
    pub fn rank(&self) -> Option<usize> {
        match self {
            Self::Ranked { rank, .. } => Some(*rank),
            Self::Incomplete { .. } | Self::Unweighted => None,
        }
    }
}

/// Who leads.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// No option has a total.
    NoTotals,
    /// Only this option has a total.
    OnlyOne(OptionIx),
    /// These share the first rank.
    Tie(Vec<OptionIx>),
    /// The lead is below the margin the appraisal sets.
    NoClearWinner {
        /// The option with the highest total.
        leader: OptionIx,
        /// The option with the next.
        runner_up: OptionIx,
        /// The difference, in points of 100.
        lead: f64,
    },
    /// One option leads by at least the margin.
    Clear {
        /// The option with the highest total.
        leader: OptionIx,
        /// The option with the next.
        runner_up: OptionIx,
        /// The difference, in points of 100.
        lead: f64,
    },
}

impl Verdict {
    /// What a lead of so many points over the next says: clear from the margin on.
    pub fn between(leader: OptionIx, runner_up: OptionIx, lead: f64, margin: f64) -> Self {
        if lead < margin - TIE {
            Self::NoClearWinner {
                leader,
                runner_up,
                lead,
            }
        } else {
            Self::Clear {
                leader,
                runner_up,
                lead,
            }
        }
    }

    /// The option or options with the highest total.
    pub fn leaders(&self) -> &[OptionIx] {
        match self {
            Self::NoTotals => &[],
            Self::Tie(all) => all,
            Self::OnlyOne(leader)
            | Self::NoClearWinner { leader, .. }
            | Self::Clear { leader, .. } => std::slice::from_ref(leader),
        }
    }
}

/// The totals of all options, not yet ranked.
pub(super) fn options(
    appraisal: Perspective<'_>,
    nodes: &PerNode<Node>,
    leaves: &PerLeaf<NodeIx>,
    scales: &PerLeaf<LeafScale>,
    values: &Grid<Cell>,
    blanks: &Blanks,
) -> PerOption<OptionResult> {
    let weights = leaves.map(|_, n| nodes[*n].cumulative);
    let counted = |leaf: LeafIx| !scales[leaf].excluded;
    let weighted = !leaves.is_empty()
        && leaves.keys().any(counted)
        && leaves
            .keys()
            .all(|leaf| !counted(leaf) || weights[leaf].is_some());
    let each = appraisal
        .appraised()
        .zip(values.iter_enumerated())
        .map(|(option, (at, row))| {
            let contribution = |leaf: LeafIx| {
                let value = if counted(leaf) {
                    row[leaf].value()
                } else {
                    Some(0.0)
                };
                weights[leaf].zip(value).map(|(w, v)| w * v)
            };
            let contributions: PerLeaf<Option<f64>> = leaves.map(|leaf, _| contribution(leaf));
            let missing: Vec<LeafIx> = leaves
                .keys()
                .filter(|leaf| counted(*leaf) && row[*leaf].value().is_none())
                .collect();
            let known = sum(contributions.iter().flatten().copied());
            let total = if !weighted {
                Total::Unweighted
            } else if missing.is_empty() {
                Total::Ranked {
                    value: known,
                    rank: 0,
                    tied: false,
                }
            } else {
                let (low, high) = blanks.range(at);
                Total::Incomplete { missing, low, high }
            };
            OptionResult {
                id: option.id.clone(),
                total,
                contributions,
            }
        });
    PerOption::of(each)
}

/// Gives ranks to the options with totals. An option ties with the best of its group, so that a
/// chain of small differences does not tie all.
pub(super) fn rank(options: &mut PerOption<OptionResult>) {
    let mut order: Vec<(OptionIx, f64)> = options
        .iter_enumerated()
        .filter_map(|(at, o)| o.total.value().map(|v| (at, v)))
        .collect();
    sort_descending(&mut order, |option| option.1);
    let mut rank = 1;
    let mut left = order.as_slice();
    while let Some((_, best)) = left.first() {
        let tied = left.iter().take_while(|(_, v)| best - v <= TIE);
        let (group, others) = left.split_at(tied.count().max(1));
        for (at, v) in group {
            options[*at].total = Total::Ranked {
                value: *v,
                rank,
                tied: group.len() > 1,
            };
        }
        rank += group.len();
        left = others;
    }
}

/// Ranked before incomplete before unweighted; the better first.
pub(super) fn compare(a: &Total, b: &Total) -> Ordering {
    match (a, b) {
        (Total::Ranked { rank: a, .. }, Total::Ranked { rank: b, .. }) => a.cmp(b),
        (Total::Incomplete { high: a, .. }, Total::Incomplete { high: b, .. }) => b.total_cmp(a),
        _ => order(a).cmp(&order(b)),
    }
}

fn order(total: &Total) -> u8 {
    match total {
        Total::Ranked { .. } => 0,
        Total::Incomplete { .. } => 1,
        Total::Unweighted => 2,
    }
}

/// Who leads among the options that have a total.
pub(super) fn verdict(options: &PerOption<OptionResult>, margin: f64) -> Verdict {
    let mut ranked: Vec<(usize, OptionIx, f64)> = options
        .iter_enumerated()
        .filter_map(|(at, o)| Some((o.total.rank()?, at, o.total.value()?)))
        .collect();
    sort_by(&mut ranked, |a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    let first: Vec<OptionIx> = ranked
        .iter()
        .filter(|(rank, ..)| *rank == 1)
        .map(|(_, at, _)| *at)
        .collect();
    match ranked.as_slice() {
        [] => Verdict::NoTotals,
        [(_, only, _)] => Verdict::OnlyOne(*only),
        _ if first.len() > 1 => Verdict::Tie(first),
        [(_, leader, best), (_, runner_up, next), ..] => {
            Verdict::between(*leader, *runner_up, best - next, margin)
        }
    }
}
