//! Where the even numbers between 0 and 1 come from.

use crate::sobol::{DIMENSIONS, Sobol};
use crate::streams::{Streams, Words};

/// A source of points with a fixed number of coordinates, for every stream at once.
#[derive(Clone)]
#[allow(
    clippy::large_enum_variant,
    reason = "there is one in a run, and it is asked for every point"
)]
pub(crate) enum Source {
    Quasi(Sobol),
    Random(Streams),
}

impl Source {
    /// Sobol points wherever there are direction numbers for all coordinates: folding the scrambling
    /// into them makes a coordinate as cheap as a random number, the logarithm that follows costs a
    /// third of the time of small problems and nothing to speak of in large ones, and the error is
    /// that of twice to three times the samples with eight weights, and not larger with many.
    pub(crate) fn new(dimensions: usize, seed: u64, quasi: bool) -> Self {
        if quasi && (1..=DIMENSIONS).contains(&dimensions) {
            Self::Quasi(Sobol::new(dimensions, seed))
        } else {
            Self::Random(Streams::new(seed))
        }
    }

    /// The coordinates of the next point of each stream.
    #[inline(always)]
    pub(crate) fn fill(&mut self, out: &mut [Words]) {
        match self {
            Self::Quasi(sobol) => sobol.next(out),
            Self::Random(streams) => {
                for out in out {
                    *out = streams.next();
                }
            }
        }
    }
}
