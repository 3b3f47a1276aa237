//! The careful path: 64-bit numbers, and every kind of weights and scores, sixteen samples side by side.

use crate::amounts::Column;
use crate::network::Numbers;
use crate::place::{
    GroupIx, Ix, OptionIx, Per, PerBranch, PerCriterion, PerGroup, PerPiece, StreamIx,
};
use crate::polytope::Point;
use crate::problem::{Groups, Plan, Problem};
use crate::rows::{Row, Side, numbers};
use crate::source::Source;
use crate::streams::{Stream, Streams, Words};
use crate::tally::{Tally, Wanted};
use crate::{STREAMS, TIE};
use bytemuck::cast_ref;
use wide::u32x8;

/// How many steps a chain takes at a time to forget its start: so many that it takes a millisecond or two.
const STEPS: usize = 1000;

pub(crate) struct Careful {
    source: Source,
    /// Whether weights are exponentials, of quasi-random points, rather than spacings.
    smooth: bool,
    words: Vec<Words>,
    /// For rejection, chains, and scores that are drawn one at a time.
    streams: [Stream; STREAMS],
    /// For scores.
    dice: Streams,
    /// Where each stream stands in the polytope of each branch.
    points: [PerBranch<Point>; STREAMS],
    /// The scores of one option of each group, and how many options each has.
    rows: PerGroup<Row>,
    /// Criteria whose scores are drawn as amounts, and which option each row is.
    columns: Vec<Column>,
    one: PerGroup<OptionIx>,
    size: PerGroup<u32>,
    wanted: Wanted,
    /// Whether some score is drawn.
    drawn: bool,
    /// Which stream's chain forgets its start, in which branch, and the steps it has taken there.
    warm: (usize, usize, usize),
    local: PerBranch<Vec<f64>>,
    /// The weights of one stream, then those of all by criterion.
    weights: PerCriterion<f64>,
    side: Vec<Side>,
    small: Vec<Numbers>,
    totals: PerGroup<Side>,
    /// Used anew for every draw: the pieces of a simplex, the direction of a step, and the groups with their totals.
    cuts: PerPiece<f64>,
    direction: Point,
    order: Vec<(f64, GroupIx)>,
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
            Plan::Fixed(_) | Plan::Simplex { .. } | Plan::Points(_) => Point::default(),
        };
        let points = problem.plans.map(|_, plan| start(plan));
        let local = |plan: &Plan| match plan {
            Plan::Fixed(weights) => weights.clone(),
            Plan::Simplex { .. } | Plan::Points(_) | Plan::Polytope(_) => Vec::new(),
        };
        let smooth = matches!(source, Source::Quasi(_));
        let criteria = problem.criteria;
        let rows = groups
            .one
            .map(|_, option| Row::new(&problem.scores[*option]));
        Self {
            source,
            words: vec![[u32x8::new([0; 8]); 2]; problem.dimensions(!smooth)],
            smooth,
            streams: [(); STREAMS].map(|()| Stream::new(&mut state)),
            dice: Streams::new(seed ^ 0x0DD5_C0FE_5EED_D1CE),
            points: [(); STREAMS].map(|()| points.clone()),
            drawn: rows.iter().any(|row| row.fixed().is_none()),
            totals: rows.map(|_, _| [0.0; STREAMS]),
            rows,
            columns: problem.amounts.iter().map(Column::new).collect(),
            one: groups.one.clone(),
            size: groups.size.clone(),
            wanted,
            warm: (0, 0, 0),
            local: problem.plans.map(|_, plan| local(plan)),
            weights: problem.without_weights(),
            side: vec![[0.0; STREAMS]; criteria],
            small: Vec::new(),
            cuts: Per::default(),
            direction: Point::default(),
            order: Vec::new(),
        }
    }

    /// Takes so many points of each stream.
    pub(crate) fn run(&mut self, problem: &Problem, points: u64, tally: &mut Tally) {
        while self.warm_up(problem) {}
        for _ in 0..points {
            self.point(problem, tally);
            if self.wanted.pairwise {
                self.compare(tally);
            }
            self.count(problem, tally);
        }
        tally.points += points;
    }

    /// Takes so many points of each stream, and puts the total of each group in its place among those
    /// before.
    pub(crate) fn totals(
        &mut self,
        problem: &Problem,
        points: u64,
        lists: &mut PerGroup<Vec<f64>>,
    ) {
        while self.warm_up(problem) {}
        let mut tally = Tally::default();
        for _ in 0..points {
            self.point(problem, &mut tally);
            for (totals, list) in self.totals.iter().zip(&mut *lists) {
                for total in totals {
                    let at = list.partition_point(|other| other < total);
                    list.insert(at, *total);
                }
            }
        }
    }

    /// Brings one chain some steps nearer to where it forgets its start; whether there was one.
    pub(crate) fn warm_up(&mut self, problem: &Problem) -> bool {
        let (stream, branch, done) = self.warm;
        let Some(own) = StreamIx::at(stream) else {
            return false;
        };
        let Some(at) = problem.plans.ix(branch) else {
            self.warm = (stream + 1, 0, 0);
            return true;
        };
        let plan = &problem.plans[at];
        let all = match plan {
            Plan::Polytope(polytope) => polytope.steps_to_forget(),
            Plan::Fixed(_) | Plan::Simplex { .. } | Plan::Points(_) => 0,
        };
        let steps = (all - done).min(STEPS);
        if let Plan::Polytope(polytope) = plan {
            let point = &mut own.of_mut(&mut self.points)[at];
            let dice = own.of_mut(&mut self.streams);
            polytope.burn_in(steps, point, dice, &mut self.direction);
        }
        self.warm = match done + steps {
            done if done < all => (stream, branch, done),
            _ => (stream, branch + 1, 0),
        };
        true
    }

    /// Draws the next point of every stream: weights, and totals with them.
    fn point(&mut self, problem: &Problem, tally: &mut Tally) {
        self.source.fill(&mut self.words);
        for stream in StreamIx::all() {
            self.weigh(problem, stream);
            for (side, weight) in self.side.iter_mut().zip(&self.weights) {
                *stream.of_mut(side) = *weight;
            }
            let mut moments = tally.moments.chunks_exact_mut(problem.criteria);
            let moments = moments.nth(stream.place());
            for (moments, w) in moments.into_iter().flatten().zip(&self.weights) {
                moments[0] += w;
                moments[1] += w * w;
            }
        }
        if self.drawn {
            self.small.clear();
            self.small.extend(self.side.iter().map(numbers));
        }
        for (row, total) in self.rows.iter().zip(&mut self.totals) {
            *total = row.total(&self.side, &self.small, &mut self.dice, &mut self.streams);
        }
        for column in &mut self.columns {
            column.draw(&mut self.dice, &mut self.streams);
            let Some(weights) = self.side.get(column.criterion) else {
                continue;
            };
            for (option, total) in self.one.iter().zip(&mut self.totals) {
                let Some(values) = column.values(option.place()) else {
                    continue;
                };
                for ((total, weight), value) in total.iter_mut().zip(weights).zip(values) {
                    *total += weight * value;
                }
            }
        }
    }

    /// Draws the weights of one stream.
    fn weigh(&mut self, problem: &Problem, stream: StreamIx) {
        let mut words = self.words.iter();
        for (branch, plan) in problem.plans.iter_enumerated() {
            let unit = |words: &Words| {
                let word = *stream.of::<u32>(cast_ref(words));
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
                    let cuts = &mut self.cuts;
                    if self.smooth {
                        let own = words.by_ref().take(*classes);
                        cuts.refill(own.map(|w| -libm::log(1.0 - unit(w))));
                        let sum: f64 = cuts.iter().sum();
                        for cut in cuts.iter_mut() {
                            *cut /= sum;
                        }
                    } else {
                        cuts.refill(words.by_ref().take(classes - 1).map(unit));
                        cuts.as_mut_slice().sort_unstable_by(f64::total_cmp);
                        cuts.push(1.0);
                        let mut before = 0.0;
                        for cut in cuts.iter_mut() {
                            let upto = std::mem::replace(cut, *cut - before);
                            before = upto;
                        }
                    }
                    plan.local(cuts, &mut self.local[branch]);
                }
                Plan::Polytope(polytope) => {
                    let point = &mut stream.of_mut(&mut self.points)[branch];
                    let dice = stream.of_mut(&mut self.streams);
                    polytope.draw(point, dice, &mut self.direction);
                    self.local[branch].resize(problem.branches[branch].len(), 0.0);
                    polytope.weights(point, &mut self.local[branch]);
                }
            }
        }
        problem.spread(&self.local, &mut self.weights);
    }

    /// Counts who is above whom, in halves: totals within [`TIE`] count one half.
    fn compare(&self, tally: &mut Tally) {
        let count = self.totals.len();
        let rows = tally.above.chunks_exact_mut(count * STREAMS);
        for (i, (own, row)) in self.totals.iter().zip(rows).enumerate() {
            let others = self.totals.iter().zip(row.chunks_exact_mut(STREAMS));
            for (other, above) in others.skip(i + 1) {
                for ((above, own), other) in above.iter_mut().zip(own).zip(other) {
                    let ahead = own - other;
                    *above += u32::from(ahead > TIE) + u32::from(ahead >= -TIE);
                }
            }
        }
    }

    /// Counts who came where. Every sample gives each rank to somebody: of totals that tie by chance, within
    /// [`TIE`], the first has the better rank in half of the streams, and the last in the other half.
    fn count(&mut self, problem: &Problem, tally: &mut Tally) {
        let count = self.totals.len();
        let columns = problem.criteria;
        for stream in StreamIx::all() {
            let order = &mut self.order;
            order.clear();
            let own = self.totals.iter_enumerated();
            order.extend(own.map(|(group, totals)| (*stream.of(totals), group)));
            order.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            if stream.place() % 2 == 1 {
                let ties = order.chunk_by_mut(|a, b| a.0 - b.0 <= TIE);
                ties.for_each(<[(f64, GroupIx)]>::reverse);
            }
            let mut rank = 0;
            for (_, group) in order.iter() {
                let at = (rank * count + group.place()) * STREAMS + stream.place();
                if let Some(n) = tally.ranks.get_mut(at) {
                    *n += 1;
                }
                rank += self.size[*group] as usize;
            }
            if self.wanted.central
                && let Some((_, first)) = order.first()
            {
                let at = stream.place() * count + first.place();
                let sums = tally.central.chunks_exact_mut(columns).nth(at);
                for (sum, side) in sums.into_iter().flatten().zip(&self.side) {
                    *sum += whole(*stream.of(side));
                }
            }
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
