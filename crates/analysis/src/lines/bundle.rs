//! A bundle of straight lines, one for each option, and who leads along it.

use crate::OptionIx;

/// The value of one option: straight from share 0 to share 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// Which option.
    pub option: OptionIx,
    /// Its total with share 0.
    pub at_zero: f64,
    /// Its total with share 1.
    pub at_one: f64,
}

impl Line {
    /// The total at a share.
    pub fn at(&self, share: f64) -> f64 {
        self.at_zero + (self.at_one - self.at_zero) * share
    }

    pub(super) fn slope(&self) -> f64 {
        self.at_one - self.at_zero
    }
}

/// A stretch of shares with the same leader.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// Where it starts.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// The leader; several when they tie all along.
    pub leaders: Vec<OptionIx>,
    /// Where they lead by more than [`TIE`](crate::TIE): from `from` to `to`, but for the short stretches at either
    /// end in which others are level with them.
    pub clear: [f64; 2],
}

/// A share at which the leader changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Flip {
    /// The share at which they are level, strictly between 0 and 1.
    pub at: f64,
    /// Who leads below it.
    pub below: Vec<OptionIx>,
    /// Who leads above it.
    pub above: Vec<OptionIx>,
    /// Below this share those below lead by more than [`TIE`](crate::TIE): so close to `at` that nobody sees it,
    /// unless totals hardly differ.
    pub clear_below: f64,
    /// Above this share those above lead by more than [`TIE`](crate::TIE).
    pub clear_above: f64,
}
