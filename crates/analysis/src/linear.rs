//! What linear programs can tell, here and in any part of the analysis.

/// The most options, and the most criteria, for which linear programs are solved; with more, the
/// outcome is unknown, since the work would no longer be bounded.
pub(crate) const MOST: usize = 60;

/// Margins of less than this many points count as none: what the simplex method can tell.
pub(crate) const LEVEL: f64 = 1e-7;
