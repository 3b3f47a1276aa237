use super::{Cell, LeafScale};

/// One option is at least as good as another on every criterion, and better on one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dominance {
    /// The better option.
    pub dominator: usize,
    /// The other.
    pub dominated: usize,
}

/// Every pair of options with all values known of which one dominates the other (MCA manual,
/// section 4.5). Criteria that apply to no option do not count; weights do not matter.
pub(super) fn dominance(values: &[Vec<Cell>], scales: &[LeafScale]) -> Vec<Dominance> {
    let rows: Vec<Option<Vec<f64>>> = values
        .iter()
        .map(|row| {
            row.iter()
                .zip(scales)
                .filter(|(_, scale)| !scale.excluded)
                .map(|(cell, _)| cell.value())
                .collect()
        })
        .collect();
    let mut found = Vec::new();
    for (dominator, a) in rows.iter().enumerate() {
        for (dominated, b) in rows.iter().enumerate() {
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
