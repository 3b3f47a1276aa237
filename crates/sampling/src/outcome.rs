//! From counts to estimates with their errors.

#![allow(
    clippy::cast_precision_loss,
    reason = "counts stay far below the 53 bits of a 64-bit number"
)]

use crate::STREAMS;
use crate::place::{GroupIx, Ix, OptionIx};
use crate::problem::{Groups, Problem};
use crate::tally::Tally;

/// How samples are drawn, which decides how errors are worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// Nothing is uncertain: no sampling, no error.
    Certain,
    /// Weights from scrambled Sobol points (scores that are not fixed from pseudo-random numbers);
    /// errors from the sixteen independent scramblings.
    QuasiRandom,
    /// Independent pseudo-random samples; errors are binomial.
    Random,
    /// Sixteen chains of hit-and-run; errors from the differences between chains. See
    /// [`Outcome::mixing`].
    Chains,
}

/// A number with its standard error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The number.
    pub value: f64,
    /// Its standard error; 0 where it is exact.
    pub error: f64,
}

/// How well chains have mixed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mixing {
    /// The largest potential scale reduction (Gelman and Rubin, *Statistical Science* 7, 1992) of any
    /// weight over the sixteen chains: 1 when they agree; above 1.05 they have not been run long
    /// enough to be trusted.
    pub reduction: f64,
    /// As many independent samples would tell the mean of the worst known weight as well.
    pub effective: f64,
}

/// What came of a run so far. Options, criteria and ranks are counted from 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// How many options.
    pub options: usize,
    /// How many criteria.
    pub criteria: usize,
    /// How many samples it rests on.
    pub samples: u64,
    /// How they were drawn.
    pub method: Drawn,
    /// The largest half-width, at 95%, of any rank acceptability; 1 while there are no samples.
    pub half_width: f64,
    /// Rank acceptability indices, a row for each option: how often it has each rank. Options with
    /// the same total whatever is drawn split their ranks evenly, so that every row and every column
    /// adds up to 1, and two options have theirs exactly where pairwise indices are exact; a tie that comes about by chance, which is next to never, shares the better rank.
    pub ranks: Vec<Estimate>,
    /// Expected rank of each option, from 1 for the best. Exact where the pairwise indices are.
    pub expected_rank: Vec<Estimate>,
    /// Pairwise winning indices, a row for each option: how often its total is above that of the
    /// option of the column, equal totals counting half. Empty unless exact or asked for.
    pub pairwise: Vec<Estimate>,
    /// Whether the pairwise indices are from the closed form.
    pub pairwise_exact: bool,
    /// The central weights of each option: the mean weights of the samples in which it came first;
    /// `None` where it never did so far. Empty unless asked for.
    pub central_weights: Vec<Option<Vec<Estimate>>>,
    /// How well chains have mixed; `None` for other methods.
    pub mixing: Option<Mixing>,
}

impl Outcome {
    /// How often an option has a rank, from 0 for the first; 0 for what is not there.
    pub fn rank(&self, option: usize, rank: usize) -> f64 {
        self.cell(option, rank).map_or(0.0, |e| e.value)
    }

    /// The standard error of [`Outcome::rank`].
    pub fn rank_error(&self, option: usize, rank: usize) -> f64 {
        self.cell(option, rank).map_or(0.0, |e| e.error)
    }

    fn cell(&self, option: usize, rank: usize) -> Option<&Estimate> {
        let row = self.ranks.chunks(self.options.max(1)).nth(option)?;
        row.get(rank)
    }

    /// How often the total of one option is above that of another, if that was asked for.
    pub fn pair(&self, one: usize, other: usize) -> Option<Estimate> {
        let row = self.pairwise.chunks(self.options.max(1)).nth(one)?;
        row.get(other).copied()
    }

    /// The central weights of an option, without their errors.
    pub fn central(&self, option: usize) -> Option<Vec<f64>> {
        let own = self.central_weights.get(option)?.as_ref()?;
        Some(own.iter().map(|e| e.value).collect())
    }
}

/// The quantile of 97.5% of Student's t with fifteen degrees of freedom, and of the normal.
const T15: f64 = 2.131_449_545_559_323;
const Z: f64 = 1.959_963_984_540_054;

/// A mean over streams, with its error from their differences.
fn over_streams(values: &[f64]) -> Estimate {
    let n = STREAMS as f64;
    let value = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|x| (x - value) * (x - value)).sum();
    let error = (squares / (n * (n - 1.0))).sqrt();
    Estimate { value, error }
}

/// What estimates are made from.
pub(crate) struct Counted<'a> {
    pub(crate) problem: &'a Problem,
    pub(crate) groups: &'a Groups,
    pub(crate) exact: Option<&'a [f64]>,
    pub(crate) tally: &'a Tally,
    pub(crate) method: Drawn,
    /// What 1 is worth in the sums for central weights.
    pub(crate) unit: f64,
}

impl Counted<'_> {
    fn points(&self) -> f64 {
        self.tally.points as f64
    }

    fn samples(&self) -> f64 {
        self.points() * STREAMS as f64
    }

    /// A share, from its counts in each stream.
    fn share(&self, counts: &[f64]) -> Estimate {
        let shares: Vec<f64> = counts.iter().map(|c| c / self.points()).collect();
        let mut found = over_streams(&shares);
        match self.method {
            Drawn::Certain => found.error = 0.0,
            Drawn::Random => {
                let p = found.value;
                found.error = (p * (1.0 - p).max(0.0) / self.samples()).sqrt();
            }
            Drawn::QuasiRandom | Drawn::Chains => {}
        }
        found
    }

    /// The half-width of a share at 95%: Wilson's (1927) for independent samples, else from the
    /// streams, but never less than Wilson's of a share of 0. With quasi-random points it is never
    /// more than Wilson's either: their variance is not above that of independent samples to speak
    /// of (Owen, *Annals of Statistics* 25, 1997), while an error from sixteen streams is often a
    /// third too large or too small, and the largest of many always too large.
    fn half_width(&self, share: Estimate) -> f64 {
        let n = self.samples();
        let wilson =
            |p: f64| Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt() / (1.0 + Z * Z / n);
        match self.method {
            Drawn::Certain => 0.0,
            Drawn::Random => wilson(share.value.clamp(0.0, 1.0)),
            Drawn::QuasiRandom => {
                let most = wilson(share.value.clamp(0.0, 1.0));
                (T15 * share.error).clamp(wilson(0.0).min(most), most)
            }
            Drawn::Chains => (T15 * share.error).max(wilson(0.0)),
        }
    }

    /// How often a group had a rank in each stream.
    fn ranked(&self, group: GroupIx, rank: usize) -> &[u32] {
        let at = rank * self.groups.one.len() + group.place();
        let mut each = self.tally.ranks.chunks_exact(STREAMS);
        each.nth(at).unwrap_or(&[])
    }

    /// How often the total of an option is above that of another, where that is known without sampling.
    fn known(&self, option: OptionIx, other: OptionIx) -> Option<f64> {
        let mut rows = self.exact?.chunks_exact(self.problem.options);
        rows.nth(option.place())?.get(other.place()).copied()
    }

    fn rank(&self, group: GroupIx, rank: usize) -> Estimate {
        if let Some(first) = self.first_of_two(group) {
            let value = if rank == 0 { first } else { 1.0 - first };
            return Estimate { value, error: 0.0 };
        }
        // A group of so many has this rank where its best member is at most so many places above.
        let size = self.groups.size[group] as usize;
        let mut counts = [0.0; STREAMS];
        for best in (rank + 1).saturating_sub(size)..=rank {
            for (sum, count) in counts.iter_mut().zip(self.ranked(group, best)) {
                *sum += f64::from(*count);
            }
        }
        let found = self.share(&counts);
        let members = size as f64;
        Estimate {
            value: found.value / members,
            error: found.error / members,
        }
    }

    /// How often the option of a group is first of two, where that is known without sampling.
    fn first_of_two(&self, group: GroupIx) -> Option<f64> {
        if !self.is_exact() || self.groups.one.len() != 2 {
            return None;
        }
        let own = self.groups.one[group];
        let other = self.groups.one.iter().find(|other| **other != own)?;
        self.known(own, *other)
    }

    /// Whether rank acceptabilities are known without sampling: with two options, whose ranks are a
    /// pairwise index, and where all options are alike.
    fn is_exact(&self) -> bool {
        self.groups.one.len() == 1 || self.problem.options == 2 && self.exact.is_some()
    }

    /// The largest half-width of any rank acceptability.
    pub(crate) fn widest(&self) -> f64 {
        if self.tally.points == 0 {
            return 1.0;
        }
        if self.is_exact() {
            return 0.0;
        }
        let options = self.problem.options;
        let groups = self.groups.one.keys();
        let cells = groups.flat_map(|g| (0..options).map(move |r| (g, r)));
        let widths = cells.map(|(group, rank)| self.half_width(self.rank(group, rank)));
        widths.fold(0.0, f64::max)
    }

    /// Everything; `weights` turns means of columns into weights of criteria.
    pub(crate) fn outcome(&self, weights: &dyn Fn(&[f64]) -> Vec<f64>) -> Outcome {
        let options = self.problem.options;
        let mut made = Outcome {
            options,
            criteria: self.problem.criteria,
            samples: self.tally.points * STREAMS as u64,
            method: self.method,
            half_width: self.widest(),
            ranks: Vec::new(),
            expected_rank: Vec::new(),
            pairwise: Vec::new(),
            pairwise_exact: self.exact.is_some(),
            central_weights: Vec::new(),
            mixing: None,
        };
        if let Some(exact) = self.exact {
            let sure = |value: &f64| Estimate {
                value: *value,
                error: 0.0,
            };
            made.pairwise = exact.iter().map(sure).collect();
        }
        if self.tally.points == 0 {
            return made;
        }
        let counted = !self.tally.central.is_empty();
        let centres = self.groups.one.map(|group, _| {
            let wanted = counted.then_some(group)?;
            self.central(wanted, weights)
        });
        for (option, group) in self.groups.of.iter_enumerated() {
            made.ranks
                .extend((0..options).map(|rank| self.rank(*group, rank)));
            made.expected_rank.push(self.expected_rank(option));
            if counted {
                made.central_weights.push(centres[*group].clone());
            }
            if self.exact.is_none() && !self.tally.above.is_empty() {
                let others = self.groups.of.iter();
                made.pairwise
                    .extend(others.map(|other| self.pair(*group, *other)));
            }
        }
        made.mixing = self.mixing();
        made
    }

    /// From 1: one more than how many are above.
    fn expected_rank(&self, option: OptionIx) -> Estimate {
        let options = self.problem.options;
        let group = self.groups.of[option];
        if self.exact.is_some() {
            let others = self.groups.of.keys().filter(|other| *other != option);
            let ahead: f64 = others.filter_map(|other| self.known(other, option)).sum();
            let (value, error) = (1.0 + ahead, 0.0);
            return Estimate { value, error };
        }
        let mut means = [0.0; STREAMS];
        let mut squares = 0.0;
        for rank in 0..options {
            for (mean, count) in means.iter_mut().zip(self.ranked(group, rank)) {
                let place = 1.0 + rank as f64;
                *mean += place * f64::from(*count) / self.points();
                squares += place * place * f64::from(*count);
            }
        }
        let mut found = over_streams(&means);
        match self.method {
            Drawn::Certain => found.error = 0.0,
            Drawn::Random => {
                let variance = squares / self.samples() - found.value * found.value;
                found.error = (variance.max(0.0) / self.samples()).sqrt();
            }
            Drawn::QuasiRandom | Drawn::Chains => {}
        }
        // What was counted is the rank of the best of its group.
        found.value += (f64::from(self.groups.size[group]) - 1.0) / 2.0;
        found
    }

    fn pair(&self, one: GroupIx, other: GroupIx) -> Estimate {
        if one == other {
            let (value, error) = (0.5, 0.0);
            return Estimate { value, error };
        }
        let count = self.groups.one.len();
        let swap = one > other;
        let (a, b) = if swap { (other, one) } else { (one, other) };
        let unit = self.tally.worth;
        let mut each = self.tally.above.chunks_exact(STREAMS);
        let own = each.nth(a.place() * count + b.place()).unwrap_or(&[]);
        let counts: Vec<f64> = own.iter().map(|c| f64::from(*c) * unit).collect();
        let mut found = self.share(&counts);
        if swap {
            found.value = 1.0 - found.value;
        }
        found
    }

    /// Mean weights where a group came first; errors as of a ratio, from the streams.
    fn central(
        &self,
        group: GroupIx,
        weights: &dyn Fn(&[f64]) -> Vec<f64>,
    ) -> Option<Vec<Estimate>> {
        let count = self.groups.one.len();
        let columns = self.tally.columns;
        let firsts = self.ranked(group, 0);
        let total: f64 = firsts.iter().map(|n| f64::from(*n)).sum();
        if total <= 0.0 {
            return None;
        }
        let mut all = vec![0.0; columns];
        let mut own: Vec<Vec<f64>> = Vec::new();
        for (stream, first) in firsts.iter().enumerate() {
            let at = (stream * count + group.place()) * columns;
            let sums = self.tally.central.get(at..at + columns)?.iter();
            let sums: Vec<f64> = sums.map(|s| *s as f64 * self.unit).collect();
            for (all, sum) in all.iter_mut().zip(&sums) {
                *all += sum / total;
            }
            let first = f64::from(*first).max(1.0);
            let means: Vec<f64> = sums.iter().map(|s| s / first).collect();
            own.push(weights(&means));
        }
        let centre = weights(&all);
        let n = STREAMS as f64;
        let estimate = |(at, value): (usize, &f64)| {
            let mut squares = 0.0;
            let own = own.iter().filter_map(|own| own.get(at));
            for (own, first) in own.zip(firsts) {
                let miss = f64::from(*first) * (own - value);
                squares += miss * miss;
            }
            let error = (squares * n / (n - 1.0)).sqrt() / total;
            Estimate {
                value: *value,
                error: if self.method == Drawn::Certain {
                    0.0
                } else {
                    error
                },
            }
        };
        Some(centre.iter().enumerate().map(estimate).collect())
    }

    fn mixing(&self) -> Option<Mixing> {
        if self.method != Drawn::Chains || self.tally.points < 2 {
            return None;
        }
        let criteria = self.problem.criteria;
        let points = self.points();
        let mut made = Mixing {
            reduction: 1.0,
            effective: self.samples(),
        };
        for criterion in 0..criteria {
            let each = self.tally.moments.iter().skip(criterion);
            let each = each.step_by(criteria);
            let means: Vec<f64> = each.clone().map(|[sum, _]| sum / points).collect();
            let spreads = each.zip(&means);
            let spreads =
                spreads.map(|([_, squares], mean)| (squares / points - mean * mean).max(0.0));
            let within = spreads.sum::<f64>() / STREAMS as f64;
            let error = over_streams(&means).error;
            let between = error * error * STREAMS as f64;
            // A weight that is fixed has neither.
            if within > 1e-18 {
                made.reduction = made.reduction.max((1.0 + between / within).sqrt());
                if between > 0.0 {
                    made.effective = made.effective.min(STREAMS as f64 * within / between);
                }
            }
        }
        Some(made)
    }
}
