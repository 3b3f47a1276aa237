use super::{Cell, Grid, LeafScale, OptionIx, PerLeaf, PerOption};

/// One option is at least as good as another on every criterion, and better on one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dominance {
    /// The better option.
    pub dominator: OptionIx,
    /// The other.
    pub dominated: OptionIx,
}

/// Every pair of options with all values known of which one dominates the other (MCA manual,
/// section 4.5). Criteria that apply to no option do not count; weights do not matter.
pub(super) fn dominance(values: &Grid<Cell>, scales: &PerLeaf<LeafScale>) -> Vec<Dominance> {
    let rows: PerOption<Option<Vec<f64>>> = values.map(|_, row| {
        row.iter()
            .zip(scales)
            .filter(|(_, scale)| !scale.excluded)
            .map(|(cell, _)| cell.value())
            .collect()
    });
    let mut found = Vec::new();
    for (dominator, a) in rows.iter_enumerated() {
        for (dominated, b) in rows.iter_enumerated() {
            if let (Some(a), Some(b)) = (a, b)
                && a.iter().zip(b).all(|(a, b)| a >= b)
                && a.iter().zip(b).any(|(a, b)| a > b)
            {
                found.push(Dominance {
                    dominator,
                    dominated,
                });
            }
        }
    }
    found
}
