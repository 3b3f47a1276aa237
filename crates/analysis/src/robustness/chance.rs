//! What is known of a share: exactly, from samples that differ, or from samples that all say the same.

use weighbridge_sampling::Estimate;

/// How often something is so, of everything under an assumption, and how well that is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Chance {
    /// By formula or proof: a share from 0 to 1.
    Exact(f64),
    /// From samples, with the standard error.
    Sampled(Estimate),
    /// From samples that all say the same, so that they have no spread to tell an error from: the share is 0 or
    /// 1, and the true one is within `bound` of it with 95% confidence: 3 divided by the number of independent
    /// samples (the rule of three: Hanley and Lippman-Hand, *JAMA* 249, 1983).
    Unanimous {
        /// 0 or 1.
        value: f64,
        /// How far the true share may be away, from 0 to 1.
        bound: f64,
    },
}

impl Chance {
    /// What samples say, worth so many independent ones.
    ///
    /// ```
    /// use weighbridge_analysis::{Estimate, Chance};
    /// let none = Chance::of_samples(Estimate { value: 0.0, error: 0.0 }, 30_000.0);
    /// assert_eq!(none, Chance::Unanimous { value: 0.0, bound: 0.0001 }, "fewer than 1 in 10,000");
    /// assert_eq!(none.bound(), Some(0.0001));
    /// ```
    pub fn of_samples(found: Estimate, independent: f64) -> Self {
        let value = found.value;
        if value > 0.0 && value < 1.0 {
            return Self::Sampled(found);
        }
        let bound = (3.0 / independent.max(1.0)).min(1.0);
        Self::Unanimous { value, bound }
    }

    /// The share, 0 to 1.
    pub fn value(self) -> f64 {
        match self {
            Self::Exact(value) | Self::Unanimous { value, .. } => value,
            Self::Sampled(found) => found.value,
        }
    }

    /// Its standard error; 0 where it is exact or all samples say the same.
    pub fn error(self) -> f64 {
        match self {
            Self::Exact(_) | Self::Unanimous { .. } => 0.0,
            Self::Sampled(found) => found.error,
        }
    }

    /// How far the true share may be away where all samples say the same.
    pub fn bound(self) -> Option<f64> {
        match self {
            Self::Unanimous { bound, .. } => Some(bound),
            Self::Exact(_) | Self::Sampled(_) => None,
        }
    }
}
