//! Running a problem, in slices.

use crate::STREAMS;
use crate::confidence::Confidence;
use crate::exact::Exact;
use crate::lanes::Lanes;
use crate::network::MOST;
use crate::outcome::{Counted, Drawn, Estimate, Outcome};
use crate::place::{PerGroup, PerOption};
use crate::problem::{Fault, Groups, Plan, Problem};
use crate::scalar::Careful;
use crate::source::Source;
use crate::tally::{Tally, Wanted};

enum Kernel {
    /// Nothing to rank.
    Nothing,
    /// Nothing is drawn: one look is all.
    Certain(Box<Careful>),
    Lanes(Box<Lanes>),
    Careful(Box<Careful>),
}

/// A run of a [`Problem`]: made, advanced in slices of any size, and asked what came of it so far.
///
/// What comes of a run depends on the problem, the seed and the number of samples asked for in all,
/// not on the slices.
///
/// ```
/// use weighbridge_sampling::{Engine, Problem, Rule, Wanted};
/// let problem = Problem::flat(2, 2, &[2.0, 0.0, 0.0, 1.0], Rule::Any).unwrap();
/// let mut engine = Engine::new(&problem, 1, Wanted::ALL);
/// while engine.half_width() > 0.005 && engine.samples() < 1_000_000 {
///     engine.advance(1000);
/// }
/// assert!((engine.outcome().rank(0, 0) - 2.0 / 3.0).abs() < 0.01);
/// ```
pub struct Engine {
    problem: Problem,
    groups: Groups,
    pairwise: Option<Exact>,
    tally: Tally,
    kernel: Kernel,
    asked: u64,
    method: Drawn,
}

/// A stream of quasi-random points ends here, which is after 68 thousand million samples in all.
const MOST_POINTS: u64 = u32::MAX as u64;

impl Engine {
    /// A run that has not begun. Fast unless there are a great many options or criteria, or two
    /// options so alike that 32-bit numbers could not tell them apart often enough.
    pub fn new(problem: &Problem, seed: u64, wanted: Wanted) -> Self {
        let mut problem = problem.clone();
        let mut state = seed;
        choose(problem.plans.as_mut_slice(), &mut state);
        let rows = problem.rows();
        let groups = Groups::new(&rows);
        let pairwise = Exact::new(&problem);
        let dimensions = problem.dimensions(false);
        let source = Source::new(dimensions, seed, wanted.quasi);
        let wanted = Wanted {
            pairwise: wanted.pairwise && pairwise.is_none(),
            ..wanted
        };
        let certain = dimensions == 0 && !problem.has_polytope() && problem.is_fixed();
        let method = if certain {
            Drawn::Certain
        } else if chains(problem.plans.as_slice()) {
            Drawn::Chains
        } else if matches!(source, Source::Quasi(_)) {
            Drawn::QuasiRandom
        } else {
            Drawn::Random
        };
        let all: Option<Vec<Vec<f64>>> = rows.rows.into_iter().collect();
        let lanes = all
            .map(PerOption::of)
            .filter(|_| {
                !certain
                    && problem.amounts.is_empty()
                    && problem.is_simple()
                    && groups.one.len() <= MOST
                    && problem.criteria <= MOST
            })
            .and_then(|rows| Lanes::new(&problem, &groups, &rows, source.clone(), wanted));
        let count = groups.one.len();
        let careful = |problem: &Problem| {
            let fresh = Careful::new(problem, &groups, source.clone(), seed, wanted);
            Box::new(fresh)
        };
        let kernel = match lanes {
            _ if count == 0 => Kernel::Nothing,
            Some(lanes) => Kernel::Lanes(Box::new(lanes)),
            None if certain => Kernel::Certain(careful(&problem)),
            None => Kernel::Careful(careful(&problem)),
        };
        let columns = match &kernel {
            Kernel::Lanes(lanes) => lanes.columns(),
            Kernel::Nothing | Kernel::Certain(_) | Kernel::Careful(_) => problem.criteria,
        };
        let size = |on: bool, size: usize| vec![0; if on { size } else { 0 }];
        let tally = Tally {
            points: 0,
            ranks: size(true, problem.options * count * STREAMS),
            above: size(wanted.pairwise, count * count * STREAMS),
            worth: match kernel {
                Kernel::Lanes(_) => 1.0,
                Kernel::Nothing | Kernel::Certain(_) | Kernel::Careful(_) => 0.5,
            },
            central: vec![
                0;
                if wanted.central {
                    STREAMS * count * columns
                } else {
                    0
                }
            ],
            columns,
            moments: vec![
                [0.0; 2];
                if method == Drawn::Chains {
                    STREAMS * problem.criteria
                } else {
                    0
                }
            ],
        };
        Self {
            problem,
            groups,
            pairwise,
            tally,
            kernel,
            asked: 0,
            method,
        }
    }

    /// Does a part of what has to come before the first sample, and says whether there may be more of it:
    /// pairwise indices by their closed form, and chains that have to forget their start. A part takes a
    /// millisecond or few. [`Engine::advance`] does what is left of it, so this is for those who must not wait for
    /// all of it at once.
    pub fn warm_up(&mut self) -> bool {
        if self.pairwise.as_mut().is_some_and(Exact::step) {
            return true;
        }
        match &mut self.kernel {
            Kernel::Careful(careful) if self.method == Drawn::Chains => {
                careful.warm_up(&self.problem)
            }
            Kernel::Nothing | Kernel::Certain(_) | Kernel::Lanes(_) | Kernel::Careful(_) => false,
        }
    }

    /// Takes so many samples more, rounded up to whole rounds of [`STREAMS`] over all slices.
    pub fn advance(&mut self, samples: u64) {
        while self.pairwise.as_mut().is_some_and(Exact::step) {}
        self.asked = self.asked.saturating_add(samples);
        let target = self.asked.div_ceil(STREAMS as u64).min(MOST_POINTS);
        let more = target.saturating_sub(self.tally.points);
        if more == 0 {
            return;
        }
        match &mut self.kernel {
            Kernel::Nothing => self.tally.points = target,
            Kernel::Lanes(lanes) => lanes.run(more, &mut self.tally),
            Kernel::Careful(careful) => careful.run(&self.problem, more, &mut self.tally),
            Kernel::Certain(careful) => {
                if self.tally.points == 0 {
                    careful.run(&self.problem, 1, &mut self.tally);
                }
            }
        }
    }

    /// How many samples have been taken. Where nothing is uncertain they stay at one round.
    pub fn samples(&self) -> u64 {
        self.tally.points * STREAMS as u64
    }

    /// How the samples are drawn.
    pub fn method(&self) -> Drawn {
        self.method
    }

    /// The largest half-width, at 95%, of any rank acceptability; 1 while there are no samples.
    pub fn half_width(&self) -> f64 {
        self.counted().widest()
    }

    /// What came of the run so far.
    pub fn outcome(&self) -> Outcome {
        self.counted().outcome(&|columns| match &self.kernel {
            Kernel::Lanes(lanes) => lanes.weights(columns),
            Kernel::Nothing | Kernel::Certain(_) | Kernel::Careful(_) => columns.to_vec(),
        })
    }

    fn counted(&self) -> Counted<'_> {
        Counted {
            problem: &self.problem,
            groups: &self.groups,
            exact: self.pairwise.as_ref().and_then(Exact::index),
            tally: &self.tally,
            method: self.method,
            unit: match self.kernel {
                Kernel::Lanes(_) => 1.0 / 8_388_608.0,
                Kernel::Nothing | Kernel::Certain(_) | Kernel::Careful(_) => 1.0 / 4_294_967_296.0,
            },
        }
    }
}

fn choose(plans: &mut [Plan], state: &mut u64) {
    for plan in plans {
        if let Plan::Polytope(polytope) = plan {
            polytope.choose(&mut crate::streams::Stream::new(state));
        }
    }
}

fn chains(plans: &[Plan]) -> bool {
    let chain = |plan: &Plan| matches!(plan, Plan::Polytope(p) if !p.rejection);
    plans.iter().any(chain)
}

/// How the totals of the options are spread: the totals themselves, in order.
///
/// ```
/// use weighbridge_sampling::{Problem, Rule, Spread};
/// let problem = Problem::flat(2, 2, &[100.0, 0.0, 45.0, 45.0], Rule::Any).unwrap();
/// let mut spread = Spread::new(&problem, 1);
/// spread.advance(16_000);
/// let found = spread.totals(0);
/// assert!((found[4_000] - 25.0).abs() < 0.5, "even from 0 to 100: {}", found[4_000]);
/// assert!(spread.totals(1).iter().all(|total| (total - 45.0).abs() < 1e-9), "whatever the weights");
/// ```
pub struct Spread {
    problem: Problem,
    groups: Groups,
    careful: Careful,
    totals: PerGroup<Vec<f64>>,
    points: u64,
}

impl Spread {
    /// No sample yet.
    pub fn new(problem: &Problem, seed: u64) -> Self {
        let mut problem = problem.clone();
        let mut state = seed;
        choose(problem.plans.as_mut_slice(), &mut state);
        let rows = problem.rows();
        let groups = Groups::new(&rows);
        let source = Source::new(problem.dimensions(false), seed, true);
        let careful = Careful::new(&problem, &groups, source, seed, Wanted::RANKS);
        let totals = groups.one.map(|_, _| Vec::new());
        Self {
            problem,
            groups,
            careful,
            totals,
            points: 0,
        }
    }

    /// As [`Engine::warm_up`].
    pub fn warm_up(&mut self) -> bool {
        self.problem.has_polytope() && self.careful.warm_up(&self.problem)
    }

    /// Takes so many samples more, rounded up to whole rounds of [`STREAMS`].
    pub fn advance(&mut self, samples: u64) {
        let points = samples.div_ceil(STREAMS as u64);
        self.careful.totals(&self.problem, points, &mut self.totals);
        self.points += points;
    }

    /// How many samples have been taken.
    pub fn samples(&self) -> u64 {
        self.points * STREAMS as u64
    }

    /// The totals of an option, the lowest first.
    pub fn totals(&self, option: usize) -> &[f64] {
        let option = self.groups.of.ix(option);
        option.map_or(&[], |option| &self.totals[self.groups.of[option]])
    }
}

/// How often an option comes first (a first place that is shared counts in part) if the weights of the criteria are
/// exactly these: its confidence factor, if they are its central weights. Certain when its scores and
/// those of its rivals are fixed, else from so many samples.
///
/// ```
/// use weighbridge_sampling::{Problem, Rule, confidence};
/// let problem = Problem::flat(2, 2, &[2.0, 0.0, 0.0, 1.0], Rule::Any).unwrap();
/// let first = confidence(&problem, 0, &[0.6, 0.4], 1, 10_000).unwrap();
/// assert_eq!((first.value, first.error), (1.0, 0.0), "1.2 to 0.4");
/// ```
///
/// # Errors
///
/// Weights that are not finite, below 0, all 0, or not one for each criterion.
pub fn confidence(
    problem: &Problem,
    option: usize,
    weights: &[f64],
    seed: u64,
    samples: u64,
) -> Result<Estimate, Fault> {
    let mut confidence = Confidence::new(problem, seed);
    let place = confidence.add(problem, option, weights)?;
    confidence.advance(samples.max(1));
    Ok(confidence.first(place))
}
