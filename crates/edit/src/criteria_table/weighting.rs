//! What the weights of a table with groups are shares of.

use super::levels::Line;
use weighbridge_model::RawWeight;
use weighbridge_numeric::sort_by;

/// What the weights in a table with groups are shares of, where the groups have none of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeightsOf {
    /// Of everything: a group gets the sum of what is in it.
    Everything,
    /// Of the group that the criterion stands in; the groups have no weight yet.
    Group,
}

/// Whether the question arises: some criterion in a group has a weight, and no group has one.
pub(super) fn is_open(lines: &[Line], weights: &[Option<RawWeight>]) -> bool {
    let given = |at: usize| weights.get(at).copied().flatten().is_some();
    let inside = lines
        .iter()
        .enumerate()
        .any(|(at, line)| line.parent.is_some() && given(at));
    let groups = lines.iter().any(|line| line.parent.is_some_and(given));
    inside && !groups
}

/// What the weights seem to be shares of: of their groups, where those of every group come to 100 or to 1.
pub(super) fn seems(lines: &[Line], weights: &[Option<RawWeight>]) -> WeightsOf {
    let mut groups: Vec<usize> = lines.iter().filter_map(|line| line.parent).collect();
    sort_by(&mut groups, Ord::cmp);
    groups.dedup();
    let sum = |group: &usize| -> f64 {
        let own = lines
            .iter()
            .zip(weights)
            .filter(|(line, _)| line.parent == Some(*group));
        own.filter_map(|(_, weight)| weight.map(RawWeight::get))
            .sum()
    };
    let whole = |group: &usize| {
        let sum = sum(group);
        (sum - 100.0).abs() < 1.0 || (sum - 1.0).abs() < 0.01
    };
    if groups.len() > 1 && groups.iter().all(whole) {
        WeightsOf::Group
    } else {
        WeightsOf::Everything
    }
}

/// The weights with those of the groups: each the sum of what is in it, where that is said of everything.
pub(super) fn with_groups(lines: &[Line], weights: &[Option<RawWeight>]) -> Vec<Option<RawWeight>> {
    let mut sums: Vec<Option<f64>> = weights.iter().map(|w| w.map(RawWeight::get)).collect();
    // A group stands before what is in it, so from the end every sum is complete when it is added.
    for (at, line) in lines.iter().enumerate().rev() {
        let own = sums.get(at).copied().flatten();
        if let (Some(own), Some(parent)) = (own, line.parent)
            && let Some(sum) = sums.get_mut(parent)
        {
            *sum = Some(sum.unwrap_or(0.0) + own);
        }
    }
    sums.into_iter()
        .map(|sum| sum.and_then(RawWeight::new))
        .collect()
}
