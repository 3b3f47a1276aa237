//! Sampling in slices, until the answer is close enough.

use crate::browser::slices::{Slices, in_slices, now};
use std::cell::RefCell;
use std::rc::Rc;
use weighbridge_analysis::{Chance, Outcome, Problem, Reason, Run, Spread, Sureness};
use weighbridge_report::Subject;
use yew::prelude::*;

/// The most and the fewest samples taken at a time: as many as take about a millisecond.
const CHUNKS: (u64, u64) = (64, 8192);
/// Samples of the cloud of totals: enough for a picture.
const CLOUD: u64 = 4096;
/// How often the page shows how far it has come, in milliseconds.
const SHOWN: f64 = 120.0;

/// A problem, or why there is none; equal only to itself.
#[derive(Clone)]
pub struct Posed(pub Rc<Result<Problem, Reason>>);

impl PartialEq for Posed {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// How far it has come.
#[derive(Clone)]
pub struct Found {
    /// What it came of: another problem may have other options.
    pub posed: Posed,
    pub outcome: Outcome,
    /// The totals of each option, the lowest first; none while the shares are not close enough.
    pub totals: Rc<Vec<Vec<f64>>>,
    /// The confidence factor of each option that came first, once it is worked out.
    pub sure: Vec<Option<Chance>>,
    /// Shares still get closer.
    pub sampling: bool,
    /// Nothing goes on.
    pub done: bool,
}

/// What has to be done for a problem: the shares, then the spread of totals, then confidence factors, then who
/// is never first.
pub struct Work {
    posed: Posed,
    seed: u32,
    run: Run,
    spread: Spread,
    chunk: u64,
    /// The shares are close enough for whoever stopped it.
    enough: bool,
    outcome: Option<Outcome>,
    /// The confidence factors on their way, once they have been begun.
    sure: Option<Sureness>,
}

impl Work {
    /// Nothing done yet; nothing to do at all where there is no problem.
    pub fn new(posed: &Posed, on: Subject<'_>) -> Option<Self> {
        let problem = posed.0.as_ref().as_ref().ok()?;
        let seed = on.appraisal.judgements.robustness.seed;
        Some(Self {
            posed: posed.clone(),
            seed,
            run: Run::new(problem, seed),
            spread: Spread::new(problem, seed),
            chunk: CHUNKS.0,
            enough: false,
            outcome: None,
            sure: None,
        })
    }

    /// Starts over, or goes on to a finer answer from where a rougher one stopped.
    fn begin(&mut self) {
        self.enough = false;
        self.outcome = None;
        self.sure = None;
    }

    /// Leaves the shares as close as they are, and goes on to what follows from them.
    pub fn stop(&mut self) {
        self.enough = true;
    }

    /// Goes on for a millisecond or two, and says whether all is done.
    fn step(&mut self, precision: f64) -> bool {
        let Some(outcome) = &self.outcome else {
            let enough = self.enough && self.run.samples() > 0;
            if enough || !self.run.warm_up() && self.approach(precision) {
                self.outcome = Some(self.run.outcome());
            }
            return false;
        };
        if self.spread.samples() < CLOUD {
            if !self.spread.warm_up() {
                self.spread.advance(CHUNKS.0);
            }
            return false;
        }
        let Ok(problem) = self.posed.0.as_ref() else {
            return true;
        };
        let seed = self.seed;
        let sure = self
            .sure
            .get_or_insert_with(|| Sureness::new(problem, seed));
        if sure.step(problem, outcome) {
            return false;
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
    fn approach(&mut self, precision: f64) -> bool {
        let begun = now();
        let there = self.run.approach(precision, self.chunk);
        let took = now() - begun;
        if took < 1.0 {
            self.chunk = (self.chunk * 2).min(CHUNKS.1);
        } else if took > 2.0 {
            self.chunk = (self.chunk / 2).max(CHUNKS.0);
        }
        there
    }

    /// What came of it so far.
    fn found(&self, done: bool) -> Found {
        let options = self
            .posed
            .0
            .as_ref()
            .as_ref()
            .map_or(0, |p| p.options.len());
        let own = |option: usize| self.spread.totals(option).to_vec();
        let totals = (0..if done { options } else { 0 }).map(own).collect();
        let sure = |option: usize| self.sure.as_ref().filter(|_| done)?.of(option);
        Found {
            posed: self.posed.clone(),
            outcome: self.run.outcome(),
            totals: Rc::new(totals),
            sure: (0..options).map(sure).collect(),
            sampling: self.outcome.is_none(),
            done,
        }
    }
}

/// The work of a page, if there is any.
pub type Desk = Rc<RefCell<Option<Work>>>;

/// Works until the answer is close enough, and shows how far it has come.
pub fn work(desk: Desk, precision: f64, found: UseStateHandle<Option<Found>>) -> Slices {
    if let Some(work) = desk.borrow_mut().as_mut() {
        work.begin();
    }
    let (again, mut last) = (desk.clone(), 0.0);
    let step = move || {
        let mut desk = desk.borrow_mut();
        desk.as_mut().is_none_or(|work| work.step(precision))
    };
    let shown = move |done: bool| {
        if (done || now() - last > SHOWN)
            && let Some(work) = again.borrow().as_ref()
        {
            last = now();
            found.set(Some(work.found(done)));
        }
    };
    in_slices(step, shown)
}
