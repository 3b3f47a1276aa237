//! How often each option comes where, when weights and scores are not known exactly.
//!
//! This module says what is uncertain of an appraisal; the `weighbridge-sampling` package draws the
//! samples. `docs/robustness.md` has the methods, and what the numbers mean.

mod chance;
mod odd;
mod order;
mod reach;
mod tree;

use super::Analysis;
pub use chance::{Chance, Leading, first_share, pair_share, rank_share};
pub(super) use odd::collect as odd;
pub use order::WeightOrder;
use reach::Reach;
use tree::Tree;
use weighbridge_model::{Appraisal, Criterion, CriterionId, Entry, ScaleKind, Shape};
use weighbridge_sampling::{Engine, Score, Wanted};

pub use weighbridge_sampling::{Estimate, Method as Drawn, Mixing, Outcome};

/// What is taken to be known of the weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assumption {
    /// Nothing: within each branch all weights that add up to 1 are equally likely.
    AnyWeights,
    /// Within each branch the order of the weights as they are; equal ones stay equal.
    Ordered,
    /// The ranges that were stated: each weight with one is anywhere in it, evenly and by itself,
    /// the others are as they are, and then they are shared out.
    Ranges,
    /// Only what the appraisal's statements say: all weights they allow are equally likely.
    Stated,
}

impl Assumption {
    /// Every assumption, in the order shown.
    pub const ALL: [Self; 4] = [Self::AnyWeights, Self::Ordered, Self::Ranges, Self::Stated];

    /// Whether an appraisal says something of this kind, so that it differs from any weights or
    /// from the weights as they are.
    pub fn applies(self, on: &Appraisal) -> bool {
        match self {
            Self::AnyWeights | Self::Ordered => true,
            Self::Ranges => {
                let all = on.criteria_in_order();
                all.iter().any(|(c, _)| c.weight_range.is_some())
            }
            Self::Stated => !on.robustness.statements.is_empty(),
        }
    }
}

/// Why there is nothing to sample.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// No option has all its scores.
    NoOptions,
    /// No criterion counts.
    NoCriteria,
    /// The weights of a branch (the top for `None`) are not complete, or all are zero.
    NoWeights(Option<CriterionId>),
    /// Statements, by their places, that name a criterion that applies to no option.
    LeftOut(Vec<usize>),
    /// Statements, by their places, that contradict each other; without any one of them the others
    /// would agree.
    Contradictory(Vec<usize>),
    /// A number is too large to go on with.
    TooLarge,
}

/// What is to be sampled of an appraisal.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The options, by their place in the analysis: those with a value on every criterion that
    /// counts. Results name options by their place in this list.
    pub options: Vec<usize>,
    /// The options that are left out because a value is missing.
    pub left_out: Vec<usize>,
    /// Whether all scores are fixed.
    pub fixed_scores: bool,
    /// For each option the first with the same fixed scores on all that counts: they always tie.
    alike: Vec<usize>,
    kernel: weighbridge_sampling::Problem,
    /// Tells by how much an option could lead at best.
    reach: Reach,
}

impl Problem {
    /// What is to be sampled, under an assumption about weights; scores with a range are distributed
    /// over it as the appraisal says.
    ///
    /// Criteria are the leaves of the analysis, in their order, those that apply to no option with
    /// weight 0.
    ///
    /// ```
    /// use weighbridge_analysis::{Assumption, Problem, Run, analyse};
    /// let text = r#"{"format": "weighbridge", "version": 1, "title": "Office",
    ///   "options": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
    ///   "criteria": [{"id": "x", "name": "X", "weight": 3}, {"id": "y", "name": "Y", "weight": 1}],
    ///   "scores": {"a": {"x": 100, "y": 0}, "b": {"x": 20, "y": 100}}}"#;
    /// let appraisal = weighbridge_file::open(text.as_bytes()).unwrap();
    /// let analysis = analyse(&appraisal);
    /// let problem = Problem::of(&appraisal, &analysis, Assumption::AnyWeights).unwrap();
    /// let mut run = Run::new(&problem, 1);
    /// run.advance(10_000);
    /// let outcome = run.outcome();
    /// // A leads where 100 x > 20 x + 100 (1 − x): above 100/180, which 4 of 9 weights are.
    /// assert!((outcome.rank(0, 0) - 4.0 / 9.0).abs() < 0.01);
    /// assert!((outcome.pair(0, 1).unwrap().value - 4.0 / 9.0).abs() < 1e-12, "exactly");
    /// ```
    ///
    /// # Errors
    ///
    /// Why there is nothing to sample, as a [`Reason`].
    pub fn of(
        appraisal: &Appraisal,
        analysis: &Analysis,
        weights: Assumption,
    ) -> Result<Self, Reason> {
        let counted = analysis.counted_leaves();
        if counted.is_empty() {
            return Err(Reason::NoCriteria);
        }
        let has_all = |option: &usize| {
            let row = &analysis.values[*option];
            counted.iter().all(|leaf| row[*leaf].value().is_some())
        };
        let (options, left_out): (Vec<usize>, Vec<usize>) =
            (0..analysis.options.len()).partition(has_all);
        if options.is_empty() {
            return Err(Reason::NoOptions);
        }
        let leaves = appraisal.leaves();
        let mut drawn = Vec::new();
        for option in &options {
            for (leaf, criterion) in leaves.iter().enumerate() {
                drawn.push(score(appraisal, analysis, *option, leaf, criterion));
            }
        }
        let fixed_scores = drawn.iter().all(|s| matches!(s, Score::Fixed(_)));
        let row = |at: usize| {
            let row = &drawn[at * leaves.len()..(at + 1) * leaves.len()];
            let fixed = |leaf: &usize| match &row[*leaf] {
                Score::Fixed(value) => Some(value.to_bits()),
                _ => None,
            };
            counted.iter().map(fixed).collect::<Option<Vec<u64>>>()
        };
        let rows: Vec<Option<Vec<u64>>> = (0..options.len()).map(row).collect();
        let first =
            |at: usize| (0..at).find(|other| rows[at].is_some() && rows[at] == rows[*other]);
        let alike = (0..options.len())
            .map(|at| first(at).unwrap_or(at))
            .collect();
        let tree = Tree::of(analysis);
        let branches = tree.branches(appraisal, analysis, weights)?;
        let ends: Vec<[f64; 2]> = drawn.iter().map(Score::ends).collect();
        let reach = Reach::new(appraisal, analysis, &tree, weights, &ends);
        let kernel =
            weighbridge_sampling::Problem::new(options.len(), leaves.len(), drawn, branches)
                .map_err(|fault| tree.reason(appraisal, analysis, weights, fault))?;
        Ok(Self {
            options,
            left_out,
            fixed_scores,
            alike,
            kernel,
            reach,
        })
    }

    /// By how many points of 100 an option leads the best of the others, at those of the weights and
    /// scores under the assumption that suit it best: by linear program. Below 0 it never comes
    /// first, whatever sampling says; at 0 it can share the first place. `None` where that could not
    /// be worked out. The first call for an option takes a while, later ones do not.
    pub fn best_lead(&self, option: usize) -> Option<f64> {
        self.reach.lead(option)
    }

    /// Whether [`Problem::best_lead`] has been worked out.
    pub fn lead_is_known(&self, option: usize) -> bool {
        self.reach.known(option).is_some()
    }

    /// Whether [`Problem::best_lead`] has been worked out and says that the option never comes
    /// first.
    pub fn known_never_first(&self, option: usize) -> bool {
        let known = self.reach.known(option).flatten();
        known.is_some_and(|lead| lead < 0.0)
    }

    /// Whether two options tie whatever the weights are: they have the same fixed scores, or tied in every
    /// sample.
    pub fn always_tie(&self, outcome: &Outcome, one: usize, other: usize) -> bool {
        let alike = self.alike.get(one).is_some() && self.alike.get(one) == self.alike.get(other);
        let in_each = |pair: Estimate| {
            !outcome.pairwise_exact && pair.error <= 0.0 && (pair.value - 0.5).abs() < 1e-12
        };
        one == other || alike || outcome.pair(one, other).is_some_and(in_each)
    }

    /// How often an option comes first with exactly these weights of the leaves, from so many samples where scores
    /// are uncertain. `None` unless there is a weight of 0 or more for each leaf, and one above.
    pub fn confidence(
        &self,
        option: usize,
        weights: &[f64],
        seed: u32,
        samples: u64,
    ) -> Option<Chance> {
        let mut run = weighbridge_sampling::Confidence::new(&self.kernel, u64::from(seed));
        let trial = run.add(&self.kernel, option, weights).ok()?;
        run.advance(samples.max(1));
        let found = run.first(trial);
        Some(match run.is_exact(trial) {
            true => Chance::Exact(found.value),
            false => Chance::of_samples(found, run.samples() as f64),
        })
    }

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

/// The score of an option on a leaf.
fn score(
    appraisal: &Appraisal,
    analysis: &Analysis,
    option: usize,
    leaf: usize,
    criterion: &Criterion,
) -> Score {
    let Some(mode) = analysis.values[option][leaf].value() else {
        return Score::Fixed(0.0);
    };
    let given = appraisal
        .scores
        .get(&analysis.options[option].id, &criterion.id)
        .filter(|s| matches!(s.entry, Entry::Number(_)))
        .and_then(|s| s.range);
    let shape = appraisal.robustness.shape;
    let Some([from, to]) = given.filter(|_| shape != Shape::AsGiven) else {
        return Score::Fixed(mode);
    };
    // A value function that rises and falls may have its least and greatest value inside the range.
    let (from, to) = (from.get(), to.get());
    let span = match &criterion.scale.kind {
        ScaleKind::Direct => Some([from, to]),
        ScaleKind::Measure(_) => analysis.scales[leaf]
            .function
            .as_ref()
            .map(|f| f.span(from, to)),
        ScaleKind::Points(_) => None,
    };
    let Some([a, b]) = span else {
        return Score::Fixed(mode);
    };
    let (low, high) = (a.min(b).min(mode), a.max(b).max(mode));
    if !(high - low).is_finite() || high - low <= 0.0 {
        return Score::Fixed(mode);
    }
    match shape {
        Shape::AsGiven => Score::Fixed(mode),
        Shape::Uniform => Score::Uniform { low, high },
        Shape::Triangular => Score::Triangular { low, mode, high },
        Shape::Pert => Score::Pert { low, mode, high },
        Shape::Normal => Score::Normal {
            mean: mode,
            sd: (high - low) / (2.0 * 1.959_963_984_540_054),
            low: low.min(0.0),
            high: high.max(100.0),
        },
    }
}
