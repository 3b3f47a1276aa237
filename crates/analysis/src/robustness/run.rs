//! Sampling a problem, in slices.

use super::chance::Chance;
use super::problem::Problem;
use weighbridge_sampling::{Drawn, Engine, Outcome, Wanted};

impl Problem {
    /// How often each option comes first with exactly its central weights of an outcome, from
    /// [`Sureness::SAMPLES`] samples; `None` for those that never came first.
    pub fn sureness(&self, outcome: &Outcome, seed: u32) -> Vec<Option<Chance>> {
        let mut sureness = Sureness::new(self, seed);
        while sureness.step(self, outcome) {}
        (0..self.options.len()).map(|at| sureness.of(at)).collect()
    }
}

/// Confidence factors: how often each option comes first with exactly its central weights, worked out in slices.
/// Scores that are not fixed are drawn once for all options.
pub struct Sureness {
    confidence: weighbridge_sampling::Confidence,
    /// The trial of each option looked at so far.
    trials: Vec<Option<usize>>,
}

impl Sureness {
    /// So many samples are taken where scores are uncertain.
    pub const SAMPLES: u64 = 4096;

    /// Nothing looked at yet.
    pub fn new(problem: &Problem, seed: u32) -> Self {
        Self {
            confidence: weighbridge_sampling::Confidence::new(&problem.kernel, u64::from(seed)),
            trials: Vec::new(),
        }
    }

    /// Goes on for a few milliseconds, and says whether there is more to do.
    pub fn step(&mut self, problem: &Problem, outcome: &Outcome) -> bool {
        let at = self.trials.len();
        if at < problem.options.len() {
            let central = outcome.central(at);
            let trial = central.and_then(|c| self.confidence.add(&problem.kernel, at, &c).ok());
            self.trials.push(trial);
            return true;
        }
        if self.confidence.is_certain() || self.confidence.samples() >= Self::SAMPLES {
            return false;
        }
        self.confidence.advance(1);
        true
    }

    /// How often an option of the problem comes first with its central weights, by the samples so far.
    pub fn of(&self, option: usize) -> Option<Chance> {
        let trial = self.trials.get(option).copied().flatten()?;
        let found = self.confidence.first(trial);
        if self.confidence.is_exact(trial) {
            return Some(Chance::Exact(found.value));
        }
        Some(Chance::of_samples(found, self.confidence.samples() as f64))
    }
}

/// How the totals of the options of a [`Problem`] are spread, sampled in slices.
pub struct Spread(weighbridge_sampling::Spread);

impl Spread {
    /// No sample yet.
    pub fn new(problem: &Problem, seed: u32) -> Self {
        let seed = u64::from(seed);
        Self(weighbridge_sampling::Spread::new(&problem.kernel, seed))
    }

    /// As [`Run::warm_up`].
    pub fn warm_up(&mut self) -> bool {
        self.0.warm_up()
    }

    /// Takes so many samples more, rounded up to whole rounds of sixteen.
    pub fn advance(&mut self, samples: u64) {
        self.0.advance(samples);
    }

    /// How many samples have been taken.
    pub fn samples(&self) -> u64 {
        self.0.samples()
    }

    /// The totals of an option of the problem, the lowest first.
    pub fn totals(&self, option: usize) -> &[f64] {
        self.0.totals(option)
    }
}

/// At most so many samples are taken to reach a precision.
const MOST: u64 = 20_000_000;

/// Whether a run is precise enough is asked after every so many samples, so that how many it takes
/// does not depend on how it is sliced.
const ROUND: u64 = 32_768;

/// A run over a [`Problem`], advanced in slices; see [`Engine`].
pub struct Run(Engine);

impl Run {
    /// A run that has not begun; everything is counted.
    pub fn new(problem: &Problem, seed: u32) -> Self {
        Self(Engine::new(&problem.kernel, u64::from(seed), Wanted::ALL))
    }

    /// A run that counts ranks only (and pairs where they are exact), which is faster.
    pub fn of_ranks(problem: &Problem, seed: u32) -> Self {
        Self(Engine::new(&problem.kernel, u64::from(seed), Wanted::RANKS))
    }

    /// Takes so many samples more, rounded up to whole rounds of sixteen over all slices.
    pub fn advance(&mut self, samples: u64) {
        self.0.advance(samples);
    }

    /// Does a part of what has to come before the first sample, and says whether there may be more of
    /// it; taking samples does what is left.
    pub fn warm_up(&mut self) -> bool {
        self.0.warm_up()
    }

    /// Takes at most so many samples more towards a precision, and says whether it is reached: a
    /// largest half-width at 95% of so many percentage points, or twenty million samples. How many
    /// samples it takes in all depends on the problem, the seed and the precision only.
    pub fn approach(&mut self, precision: f64, at_most: u64) -> bool {
        let round = ROUND - self.samples() % ROUND;
        self.advance(at_most.min(round));
        let whole = self.samples().is_multiple_of(ROUND);
        // Where nothing is uncertain there is one round and no width.
        self.is_certain()
            || whole && (self.samples() >= MOST || self.half_width() * 100.0 <= precision)
    }

    /// How many samples have been taken.
    pub fn samples(&self) -> u64 {
        self.0.samples()
    }

    /// The largest half-width, at 95%, of any rank acceptability, as a share: 0.005 is half a
    /// percentage point. 1 while there are no samples.
    pub fn half_width(&self) -> f64 {
        self.0.half_width()
    }

    /// What came of it so far.
    pub fn outcome(&self) -> Outcome {
        self.0.outcome()
    }

    /// Whether nothing is drawn, so that more samples tell nothing more.
    pub fn is_certain(&self) -> bool {
        self.0.method() == Drawn::Certain
    }
}
