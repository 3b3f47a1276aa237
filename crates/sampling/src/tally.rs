//! What is counted while a problem is run.

/// What to count beside rank acceptabilities. Each costs time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Central weight vectors.
    pub central: bool,
    /// Pairwise winning indices, where there is no closed form (which is always given).
    pub pairwise: bool,
    /// Scrambled Sobol points where they can be had; else pseudo-random numbers only.
    pub quasi: bool,
}

impl Wanted {
    /// Everything.
    pub const ALL: Self = Self {
        central: true,
        pairwise: true,
        quasi: true,
    };
    /// Rank acceptabilities only.
    pub const RANKS: Self = Self {
        central: false,
        pairwise: false,
        quasi: true,
    };
}

/// What has been counted, for each stream, of groups of options that are the same.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tally {
    /// Points of each stream so far.
    pub(crate) points: u64,
    /// How often a group had a rank: by rank, then group, then stream.
    pub(crate) ranks: Vec<u32>,
    /// How often a group was above another: by the one, the other, then stream; only where the place of
    /// the one is the lower.
    pub(crate) above: Vec<u32>,
    /// What one of `above` is worth.
    pub(crate) worth: f64,
    /// Sums of what stands for the weights where a group came first: by stream, then group.
    pub(crate) central: Vec<u64>,
    /// How many numbers stand for the weights.
    pub(crate) columns: usize,
    /// Sums of the weights and of their squares: by stream, then criterion. For chains only.
    pub(crate) moments: Vec<[f64; 2]>,
}
