//! Sampling on demand: what is to be worked out of an appraisal whose weights are not certain, and how far that has come.
//!
//! A [`SamplingJob`] is worked on a millisecond or two at a time, so that a page stays quick; whoever has the time calls
//! [`SamplingJob::step`].

use std::rc::Rc;
use weighbridge_analysis::{self as analysis, Chance, Outcome, Reason, Run, Spread, Sureness};

/// The most and the fewest samples taken at a time: as many as take about a millisecond.
const CHUNKS: (u64, u64) = (64, 8192);
/// Samples of the cloud of totals: enough for a chart.
const CLOUD: u64 = 4096;

/// What is to be worked out, or why nothing can be; equal only to itself, so that what was found of another is stale.
#[derive(Clone)]
pub struct Problem(pub Rc<Result<analysis::Problem, Reason>>);

impl PartialEq for Problem {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// How far a job has come.
#[derive(Clone)]
pub struct Solution {
    /// What it is the solution of: another problem may have other options.
    pub problem: Problem,
    /// How often each option came where.
    pub outcome: Outcome,
    /// The totals of each option, the lowest first; none until all is done.
    pub totals: Rc<Vec<Vec<f64>>>,
    /// The confidence factor of each option that came first, once it is worked out.
    pub sure: Vec<Option<Chance>>,
    /// Shares still get closer.
    pub sampling: bool,
    /// Nothing goes on.
    pub done: bool,
}

/// What has to be done for a problem: the shares, then the spread of totals, then confidence factors, then who is never
/// first.
pub struct SamplingJob {
    problem: Problem,
    seed: u32,
    run: Run,
    spread: Spread,
    chunk: u64,
    /// The shares are close enough for whoever stopped it.
    enough: bool,
    outcome: Option<Outcome>,
    /// The confidence factors on their way, once they have been begun.
    sure: Option<Sureness>,
    /// Only how often each option comes where, and who is never first.
    only_ranks: bool,
}

impl SamplingJob {
    /// Nothing done yet; no job at all where there is nothing to work out.
    pub fn new(problem: &Problem, seed: u32) -> Option<Self> {
        let posed = problem.0.as_ref().as_ref().ok()?;
        Some(Self {
            problem: problem.clone(),
            seed,
            run: Run::new(posed, seed),
            spread: Spread::new(posed, seed),
            chunk: CHUNKS.0,
            enough: false,
            outcome: None,
            sure: None,
            only_ranks: false,
        })
    }

    /// A job that works out only how often each option comes where, and who is never first: much less than
    /// [`Self::new`].
    pub fn of_ranks(problem: &Problem, seed: u32) -> Option<Self> {
        let job = Self::new(problem, seed)?;
        let posed = problem.0.as_ref().as_ref().ok()?;
        Some(Self {
            run: Run::of_ranks(posed, seed),
            only_ranks: true,
            ..job
        })
    }

    /// Whether this is the job for a problem; otherwise it is stale.
    pub fn is_for(&self, problem: &Problem) -> bool {
        self.problem == *problem
    }

    /// Starts over, or goes on to a finer answer from where a rougher one stopped.
    pub fn begin(&mut self) {
        self.enough = false;
        self.outcome = None;
        self.sure = None;
    }

    /// Leaves the shares as close as they are, and goes on to what follows from them.
    pub fn stop(&mut self) {
        self.enough = true;
    }

    /// Goes on for a millisecond or two by the clock, which counts milliseconds, and says whether all is done. Shares are
    /// close enough within `precision` percentage points.
    pub fn step(&mut self, precision: f64, clock: impl Fn() -> f64) -> bool {
        let Some(outcome) = &self.outcome else {
            let enough = self.enough && self.run.samples() > 0;
            if enough || !self.run.warm_up() && self.approach(precision, clock) {
                self.outcome = Some(self.run.outcome());
            }
            return false;
        };
        if !self.only_ranks && self.spread.samples() < CLOUD {
            if !self.spread.warm_up() {
                self.spread.advance(CHUNKS.0);
            }
            return false;
        }
        let Ok(problem) = self.problem.0.as_ref() else {
            return true;
        };
        let seed = self.seed;
        if !self.only_ranks {
            let sure = self
                .sure
                .get_or_insert_with(|| Sureness::new(problem, seed));
            if sure.step(problem, outcome) {
                return false;
            }
        }
        // A linear program for each option that no sample put first.
        let open = |at: &usize| outcome.rank(*at, 0) <= 0.0 && !problem.lead_is_known(*at);
        let next = (0..problem.options.len()).find(open);
        if let Some(at) = next {
            problem.best_lead(at);
        }
        next.is_none()
    }

    /// A few samples more; how many follows from how long the last took.
    fn approach(&mut self, precision: f64, clock: impl Fn() -> f64) -> bool {
        let begun = clock();
        let there = self.run.approach(precision, self.chunk);
        let took = clock() - begun;
        if took < 1.0 {
            self.chunk = (self.chunk * 2).min(CHUNKS.1);
        } else if took > 2.0 {
            self.chunk = (self.chunk / 2).max(CHUNKS.0);
        }
        there
    }

    /// What came of it so far; totals and confidence factors when all is done.
    pub fn solution(&self, done: bool) -> Solution {
        let problem = self.problem.0.as_ref().as_ref();
        let options = problem.map_or(0, |problem| problem.options.len());
        let own = |option: usize| self.spread.totals(option).to_vec();
        let totals = (0..if done { options } else { 0 }).map(own).collect();
        let sure = |option: usize| self.sure.as_ref().filter(|_| done)?.of(option);
        Solution {
            problem: self.problem.clone(),
            outcome: self.run.outcome(),
            totals: Rc::new(totals),
            sure: (0..options).map(sure).collect(),
            sampling: self.outcome.is_none(),
            done,
        }
    }
}
