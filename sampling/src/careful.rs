//! The careful path: one sample at a time in 64-bit numbers, for everything the fast one is not for.

use crate::engine::{Tally, Wanted};
use crate::problem::{Groups, Plan, Problem};
use crate::source::Source;
use crate::streams::{Stream, Words};
use crate::{STREAMS, TIE};
use wide::u32x8;

pub(crate) struct Careful {
    source: Source,
    /// Whether weights are exponentials, of quasi-random points, rather than spacings.
    smooth: bool,
    words: Vec<Words>,
    /// For scores, rejection and chains.
    streams: Vec<Stream>,
    /// Where each stream stands in the polytope of each branch.
    points: Vec<Vec<Vec<f64>>>,
    /// One option of each group, and how many each has.
    one: Vec<usize>,
    size: Vec<u32>,
    wanted: Wanted,
    fixed: Option<Vec<f64>>,
    /// How many streams have chains that have forgotten their start.
    warm: usize,
    local: Vec<Vec<f64>>,
    weights: Vec<f64>,
    totals: Vec<f64>,
    scratch: Vec<f64>,
}

impl Careful {
    pub(crate) fn new(
        problem: &Problem,
        groups: &Groups,
        source: Source,
        seed: u64,
        wanted: Wanted,
    ) -> Self {
        // Not the states that the source starts from.
        let mut state = seed ^ 0x5DEE_CE66_D1CE_CAFE;
        let start = |plan: &Plan| match plan {
            Plan::Polytope(polytope) => polytope.start(),
            _ => Vec::new(),
        };
        let points: Vec<Vec<f64>> = problem.plans.iter().map(start).collect();
        let local = |plan: &Plan| match plan {
            Plan::Fixed(weights) => weights.clone(),
            _ => Vec::new(),
        };
        let smooth = matches!(source, Source::Quasi(_));
        let fixed: Option<Vec<f64>> = problem.scores.iter().map(crate::Score::fixed).collect();
        Self {
            source,
            words: vec![[u32x8::new([0; 8]); 2]; problem.dimensions(!smooth)],
            smooth,
            streams: (0..STREAMS).map(|_| Stream::new(&mut state)).collect(),
            points: vec![points; STREAMS],
            one: groups.one.clone(),
            size: groups.size.clone(),
            wanted,
            fixed,
            warm: 0,
            local: problem.plans.iter().map(local).collect(),
            weights: vec![0.0; problem.criteria],
            totals: vec![0.0; groups.one.len()],
            scratch: Vec::new(),
        }
    }

    /// Takes so many points of each stream.
    pub(crate) fn run(&mut self, problem: &Problem, points: u64, tally: &mut Tally) {
        self.begin(problem);
        for _ in 0..points {
            self.source.fill(&mut self.words);
            for stream in 0..STREAMS {
                self.weigh(problem, stream);
                self.total(problem, stream);
                self.count(problem, stream, tally);
            }
        }
        tally.points += points;
    }

    /// Takes so many points of each stream, and puts the total of each group in its place among those
    /// before.
    pub(crate) fn totals(&mut self, problem: &Problem, points: u64, lists: &mut [Vec<f64>]) {
        self.begin(problem);
        for _ in 0..points {
            self.source.fill(&mut self.words);
            for stream in 0..STREAMS {
                self.weigh(problem, stream);
                self.total(problem, stream);
                for (total, list) in self.totals.iter().zip(lists.iter_mut()) {
                    let at = list.partition_point(|other| other < total);
                    list.insert(at, *total);
                }
            }
        }
    }

    /// Brings the chains of all streams to where they forget their start.
    fn begin(&mut self, problem: &Problem) {
        while self.warm_up(problem) {}
    }

    /// Brings the chains of one stream more to where they forget their start; whether there was one.
    pub(crate) fn warm_up(&mut self, problem: &Problem) -> bool {
        let streams = self.streams.get_mut(self.warm);
        let (Some(stream), Some(own)) = (streams, self.points.get_mut(self.warm)) else {
            return false;
        };
        self.warm += 1;
        for (plan, point) in problem.plans.iter().zip(own) {
            if let Plan::Polytope(polytope) = plan {
                polytope.burn_in(point, stream, &mut self.scratch);
            }
        }
        true
    }

    /// Draws the weights of one stream.
    fn weigh(&mut self, problem: &Problem, stream: usize) {
        let mut words = self.words.iter();
        for (branch, plan) in problem.plans.iter().enumerate() {
            let unit = |words: &Words| {
                let word = words[stream / 8].as_array_ref()[stream % 8];
                (f64::from(word) + 0.5) / 4_294_967_296.0
            };
            match plan {
                Plan::Fixed(_) => {}
                Plan::Points(points) => {
                    let own = &mut self.local[branch];
                    own.clear();
                    for [low, high] in points {
                        let u = if low < high {
                            words.next().map_or(0.5, unit)
                        } else {
                            0.0
                        };
                        own.push(low + (high - low) * u);
                    }
                    let sum: f64 = own.iter().sum();
                    for share in own {
                        *share /= sum;
                    }
                }
                Plan::Simplex { classes, .. } => {
                    let cuts = &mut self.scratch;
                    cuts.clear();
                    if self.smooth {
                        let own = words.by_ref().take(*classes);
                        cuts.extend(own.map(|w| -libm::log(1.0 - unit(w))));
                        let sum: f64 = cuts.iter().sum();
                        for cut in cuts.iter_mut() {
                            *cut /= sum;
                        }
                    } else {
                        for words in words.by_ref().take(classes - 1) {
                            let cut = unit(words);
                            let at = cuts.partition_point(|other| *other < cut);
                            cuts.insert(at, cut);
                        }
                        cuts.push(1.0);
                        for at in (1..cuts.len()).rev() {
                            cuts[at] -= cuts[at - 1];
                        }
                    }
                    plan.local(cuts, &mut self.local[branch]);
                }
                Plan::Polytope(polytope) => {
                    let point = &mut self.points[stream][branch];
                    polytope.draw(point, &mut self.streams[stream], &mut self.scratch);
                    self.local[branch].resize(problem.branches[branch].len(), 0.0);
                    polytope.weights(point, &mut self.local[branch]);
                }
            }
        }
        problem.spread(&self.local, &mut self.weights);
    }

    /// The totals of one stream; scores that are not fixed are drawn.
    fn total(&mut self, problem: &Problem, stream: usize) {
        let criteria = problem.criteria;
        for (total, option) in self.totals.iter_mut().zip(&self.one) {
            let own = option * criteria..(option + 1) * criteria;
            let mut sum = 0.0;
            if let Some(fixed) = &self.fixed {
                for (w, s) in self.weights.iter().zip(&fixed[own]) {
                    sum += w * s;
                }
            } else {
                for (w, s) in self.weights.iter().zip(&problem.scores[own]) {
                    sum += w * s.draw(&mut self.streams[stream]);
                }
            }
            *total = sum;
        }
    }

    /// Counts who came where. Totals within [`TIE`] share the better rank.
    fn count(&self, problem: &Problem, stream: usize, tally: &mut Tally) {
        let count = self.totals.len();
        for (i, own) in self.totals.iter().enumerate() {
            let mut rank = 0;
            for (j, other) in self.totals.iter().enumerate() {
                if *other > own + TIE {
                    rank += self.size[j] as usize;
                } else if self.wanted.pairwise && i != j {
                    let halves = if *own > other + TIE { 2 } else { 1 };
                    tally.above[(i * count + j) * STREAMS + stream] += halves;
                }
            }
            if let Some(n) = tally.ranks.get_mut((rank * count + i) * STREAMS + stream) {
                *n += 1;
            }
            if self.wanted.central && rank == 0 {
                let columns = problem.criteria;
                let at = (stream * count + i) * columns;
                for (sum, w) in tally.central[at..at + columns]
                    .iter_mut()
                    .zip(&self.weights)
                {
                    *sum += whole(*w);
                }
            }
        }
        let moments = tally.moments.chunks_exact_mut(problem.criteria).nth(stream);
        for (moments, w) in moments.into_iter().flatten().zip(&self.weights) {
            moments[0] += w;
            moments[1] += w * w;
        }
    }
}

/// A weight as a whole number of 2⁻³², so that sums do not depend on their order.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "weights are 0 to 1, and a cast stops at the ends"
)]
fn whole(weight: f64) -> u64 {
    (weight * 4_294_967_296.0 + 0.5) as u64
}
