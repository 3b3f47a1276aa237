//! How often options come first with given weights each: confidence factors.
//!
//! The scores of all options are drawn once for a sample, and every set of weights is tried on them: drawing is
//! what takes time. With weights that are fixed, what an option could have at most and at least is known, and an
//! option that cannot reach the least that another has is not drawn at all.

use crate::STREAMS;
use crate::TIE;
use crate::amounts::Column;
use crate::network::Numbers;
use crate::outcome::Estimate;
use crate::pair::both;
use crate::place::{Ix, OptionIx, Per, PerOption, PerTrial, TrialIx};
use crate::problem::{Fault, Problem};
use crate::rows::{Row, Side, numbers};
use crate::streams::{Stream, Streams};
use bytemuck::cast;
use wide::f32x8;

/// One option with the weights it is to be tried with.
#[derive(Clone, Debug)]
struct Trial {
    /// `None` for one that the problem does not have.
    option: Option<OptionIx>,
    weights: Vec<f32>,
    /// Its first places, in each stream.
    count: [u32; STREAMS],
    kind: Kind,
}

/// What is known of a trial before anything is drawn.
#[derive(Clone, Debug)]
enum Kind {
    /// This often, exactly.
    Certain(f64),
    /// Its own total is this one, and options whose totals are drawn could pass it; it shares the first place with
    /// so many others.
    Fixed { total: f64, shared: u32 },
    /// Its own total is drawn, and has to pass this one.
    Drawn { rival: f64 },
}

/// Confidence factors of options: how often each comes first if the weights of the criteria are exactly those
/// given with it. A first place that is shared counts in part.
///
/// ```
/// use weighbridge_sampling::{Confidence, Problem, Rule};
/// let problem = Problem::flat(2, 2, &[2.0, 0.0, 0.0, 1.0], Rule::Any).unwrap();
/// let mut confidence = Confidence::new(&problem, 1);
/// let first = confidence.add(&problem, 0, &[0.6, 0.4]).unwrap();
/// assert!(confidence.is_certain(), "scores are fixed: 1.2 to 0.4");
/// assert_eq!((confidence.first(first).value, confidence.first(first).error), (1.0, 0.0));
/// ```
pub struct Confidence {
    rows: PerOption<Row>,
    columns: Vec<Column>,
    criteria: usize,
    trials: PerTrial<Trial>,
    /// For each option, the trials in which it has to be drawn.
    needed: PerOption<Vec<TrialIx>>,
    dice: Streams,
    streams: Vec<Stream>,
    drawn: Vec<Numbers>,
    points: u64,
}

impl Confidence {
    /// No trial and no sample yet.
    pub fn new(problem: &Problem, seed: u64) -> Self {
        let mut state = seed ^ 0xC0F1_DE9C_E5EE_D5AB;
        Self {
            rows: problem.scores.map(|_, own| Row::new(own)),
            columns: problem.amounts.iter().map(Column::new).collect(),
            criteria: problem.criteria,
            trials: Per::default(),
            needed: problem.scores.map(|_, _| Vec::new()),
            dice: Streams::new(seed ^ 0x5A3D_D1CE_0C0F_FEE5),
            streams: (0..STREAMS).map(|_| Stream::new(&mut state)).collect(),
            drawn: Vec::new(),
            points: 0,
        }
    }

    /// One more option of the problem with weights to try it with, before the first sample; gives its place.
    ///
    /// # Errors
    ///
    /// Weights that are not finite, below 0, all 0, or not one for each criterion.
    pub fn add(
        &mut self,
        problem: &Problem,
        option: usize,
        weights: &[f64],
    ) -> Result<usize, Fault> {
        let sum: f64 = weights.iter().sum();
        let usable = weights.iter().all(|w| w.is_finite() && *w >= 0.0);
        if weights.len() != self.criteria || !usable || !sum.is_finite() || sum <= 0.0 {
            return Err(Fault::BadRule { branch: 0 });
        }
        let weights: Vec<f64> = weights.iter().map(|w| w / sum).collect();
        let option = self.rows.ix(option);
        let (kind, drawn) = match option {
            Some(option) => self.look(problem, option, &weights),
            None => (Kind::Certain(0.0), Vec::new()),
        };
        let place = self.trials.push(Trial {
            option,
            #[expect(
                clippy::cast_possible_truncation,
                reason = "totals that are drawn have 32 bits"
            )]
            weights: weights.iter().map(|w| *w as f32).collect(),
            count: [0; STREAMS],
            kind,
        });
        for option in drawn {
            self.needed[option].push(place);
        }
        Ok(place.place())
    }

    /// What is known of a trial before anything is drawn, and which options have to be drawn for it.
    fn look(&self, problem: &Problem, option: OptionIx, weights: &[f64]) -> (Kind, Vec<OptionIx>) {
        let total = |scores: &[[f64; 2]], end: fn([f64; 2]) -> f64| -> f64 {
            let terms = weights.iter().zip(scores);
            // What cannot count must not make a range.
            terms
                .filter(|(w, _)| **w > 0.0)
                .map(|(w, s)| w * end(*s))
                .sum()
        };
        let ends = problem
            .reach()
            .map(|_, own| [total(own, |[low, _]| low), total(own, |[_, high]| high)]);
        let own = ends[option];
        let certain = |share: f64| (Kind::Certain(share), Vec::new());
        let others = || ends.iter_enumerated().filter(|(at, _)| *at != option);
        let least = others()
            .map(|(_, e)| e[0])
            .fold(f64::NEG_INFINITY, f64::max);
        let is_fixed = |e: &[f64; 2]| e[1] - e[0] <= TIE;
        if own[1] + TIE < least {
            return certain(0.0);
        }
        let floor = least.max(own[0]);
        // 32-bit totals of drawn scores may be off by this much.
        let room = 1e-5 * (floor.abs() + 1.0);
        let open = others().filter(|(_, e)| !is_fixed(e) && e[1] + room >= floor);
        let mut open: Vec<OptionIx> = open.map(|(at, _)| at).collect();
        let fixed = || others().filter(|(_, e)| is_fixed(e));
        let rival = fixed().map(|(_, e)| e[0]).fold(f64::NEG_INFINITY, f64::max);
        if is_fixed(&own) {
            let level = fixed()
                .filter(|(_, e)| (e[0] - own[0]).abs() <= TIE)
                .count();
            let shared = u32::try_from(level).unwrap_or(u32::MAX);
            if open.is_empty() {
                return certain(1.0 / (1.0 + f64::from(shared)));
            }
            let total = own[0];
            return (Kind::Fixed { total, shared }, open);
        }
        if open.is_empty() && own[0] > rival {
            return certain(1.0);
        }
        open.push(option);
        (Kind::Drawn { rival }, open)
    }

    /// Whether no trial needs samples.
    pub fn is_certain(&self) -> bool {
        self.trials
            .iter()
            .all(|trial| matches!(trial.kind, Kind::Certain(_)))
    }

    /// How many samples have been taken.
    pub fn samples(&self) -> u64 {
        self.points * STREAMS as u64
    }

    /// Takes so many samples more, rounded up to whole rounds of [`STREAMS`].
    pub fn advance(&mut self, samples: u64) {
        if self.is_certain() {
            return;
        }
        let low = [f32x8::splat(f32::NEG_INFINITY); 2];
        for _ in 0..samples.div_ceil(STREAMS as u64) {
            let mut best = self.trials.map(|_, _| low);
            let mut own = best.clone();
            for column in &mut self.columns {
                column.draw(&mut self.dice, &mut self.streams);
            }
            for (option, needed) in self.needed.iter_enumerated() {
                if needed.is_empty() {
                    continue;
                }
                self.rows[option].draw(&mut self.dice, &mut self.streams, &mut self.drawn);
                for column in &self.columns {
                    let values = column.values(option.place()).map(numbers);
                    let place = self.drawn.get_mut(column.criterion);
                    if let (Some(place), Some(values)) = (place, values) {
                        *place = values;
                    }
                }
                for at in needed {
                    let trial = &self.trials[*at];
                    let total = total(&trial.weights, &self.drawn);
                    let to = if trial.option == Some(option) {
                        &mut own[*at]
                    } else {
                        &mut best[*at]
                    };
                    *to = both(*to, total, |most, total| most.fast_max(total));
                }
            }
            for ((trial, best), own) in self.trials.iter_mut().zip(best).zip(own) {
                trial.count(&side(best), &side(own));
            }
            self.points += 1;
        }
    }

    /// How often an option came first so far, by the place of its trial; with its standard error.
    pub fn first(&self, place: usize) -> Estimate {
        let Some(trial) = self.trials.as_slice().get(place) else {
            return Estimate {
                value: 0.0,
                error: 0.0,
            };
        };
        #[expect(clippy::cast_precision_loss, reason = "samples are far below 2^53")]
        let samples = self.samples().max(1) as f64;
        let count: f64 = trial.count.iter().map(|n| f64::from(*n)).sum();
        let parts = match trial.kind {
            Kind::Certain(value) => return Estimate { value, error: 0.0 },
            Kind::Fixed { shared, .. } => 1.0 + f64::from(shared),
            Kind::Drawn { .. } => 1.0,
        };
        let p = count / samples;
        Estimate {
            value: p / parts,
            error: (p * (1.0 - p).max(0.0) / samples).sqrt() / parts,
        }
    }

    /// Whether how often an option comes first was known without sampling.
    pub fn is_exact(&self, place: usize) -> bool {
        let trial = self.trials.as_slice().get(place);
        trial.is_some_and(|trial| matches!(trial.kind, Kind::Certain(_)))
    }
}

impl Trial {
    /// Counts a round: the best of the others that are drawn, and its own total if that is.
    fn count(&mut self, best: &Side, own: &Side) {
        for ((count, best), own) in self.count.iter_mut().zip(best).zip(own) {
            let first = match self.kind {
                Kind::Certain(_) => false,
                Kind::Fixed { total, .. } => total >= *best,
                Kind::Drawn { rival } => *own >= *best && *own >= rival,
            };
            *count += u32::from(first);
        }
    }
}

/// The total of each stream.
fn total(weights: &[f32], drawn: &[Numbers]) -> Numbers {
    let mut sum = [f32x8::splat(0.0); 2];
    for (weight, drawn) in weights.iter().zip(drawn) {
        let weight = f32x8::splat(*weight);
        sum = both(sum, *drawn, |sum, drawn| sum + weight * drawn);
    }
    sum
}

fn side(numbers: Numbers) -> Side {
    let all: [f32; STREAMS] = cast(numbers);
    all.map(f64::from)
}
