//! Which options a comparison of totals is about.

use super::Lead;

/// Which options the claims are about that compare totals with other weights, with other scores or by
/// another method: an option that lacks a score has no total, so that they cannot be about it.
///
/// Every sentence, table and result that makes such a claim says so where it is not about all options.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// All appraised options.
    #[default]
    All,
    /// The options that have all their scores. Whoever leads is one of them.
    Complete,
    /// The options that have all their scores, though one that has not is ahead of them: that they
    /// lead says nothing of the whole appraisal.
    Behind,
}

impl Scope {
    pub(super) fn of(lead: &Lead) -> Self {
        if lead.left_out.is_empty() {
            Self::All
        } else if lead.leaders.iter().any(|at| lead.left_out.contains(at)) {
            Self::Behind
        } else {
            Self::Complete
        }
    }
}
