//! How often each option comes where, and who never comes first, under every assumption about
//! weights: against weights and scores drawn plainly, here.

use super::book::Book;
use super::nasty::Dice;
use super::reading::Reading;
use crate::support::places;
use weighbridge_analysis::{Assumption, First, Problem, Run, analyse, potential};
use weighbridge_model::{
    Appraisal, Criterion, CriterionId, RawWeight, ScaleKind, Shape, Statement,
};

/// What a linear program can tell, in points, with weights a thousand million times as large as others.
const PROGRAM: f64 = 1e-4;

/// How many are drawn.
const DRAWN: usize = 1_000;

/// A branch whose weights are drawn.
struct Branch {
    /// Its place among the criteria; none for the top.
    parent: Option<usize>,
    /// Its members that count, by their places.
    own: Vec<usize>,
    /// Least and greatest raw weight of each.
    ranges: Vec<[f64; 2]>,
    /// The raw weight of each.
    raw: Vec<f64>,
    /// What is said of them.
    said: Vec<Statement>,
}

fn branches(on: &Appraisal, read: &Reading) -> Vec<Branch> {
    let all: Vec<&Criterion> = on.criteria_in_order().into_iter().map(|(c, _)| c).collect();
    let weights = &on.agreed().weights;
    let raw = |at: usize| weights.raw(&all[at].id).map_or(0.0, RawWeight::get);
    let parents = (0..read.places.len()).filter(|at| !read.places[*at].is_leaf);
    let parents = std::iter::once(None).chain(parents.map(Some));
    let made = parents.map(|parent| {
        let inside = |at: &usize| read.places[*at].parent == parent && !read.places[*at].excluded;
        let own: Vec<usize> = (0..read.places.len()).filter(inside).collect();
        let range = |at: &usize| match weights.range(&all[*at].id) {
            Some(ends) => ends.map(RawWeight::get),
            None => [raw(*at); 2],
        };
        let here = |said: &&Statement| {
            own.iter()
                .any(|at| read.places[*at].id == *said.criteria().0)
        };
        Branch {
            parent,
            ranges: own.iter().map(range).collect(),
            raw: own.iter().map(|at| raw(*at)).collect(),
            said: on
                .judgements
                .robustness
                .statements
                .iter()
                .filter(here)
                .cloned()
                .collect(),
            own,
        }
    });
    made.filter(|branch| !branch.own.is_empty()).collect()
}

impl Branch {
    fn allows(&self, read: &Reading, shares: &[f64]) -> bool {
        let share = |id: &CriterionId| {
            let at = self.own.iter().position(|at| read.places[*at].id == *id);
            at.map_or(0.0, |at| shares[at])
        };
        self.said.iter().all(|said| match said {
            Statement::AtLeastAsImportant(a, b) => share(a) >= share(b),
            // No even draw has equal ones: those are tried elsewhere.
            Statement::Equal(..) => false,
            Statement::AtLeast(a, x) => share(a) >= x.get(),
            Statement::AtMost(a, x) => share(a) <= x.get(),
        })
    }

    /// Shares of its members, drawn; none where that takes too long.
    fn draw(&self, read: &Reading, assumption: Assumption, dice: &mut Dice) -> Option<Vec<f64>> {
        let n = self.own.len();
        if n == 1 && assumption != Assumption::Stated {
            return Some(vec![1.0]);
        }
        match assumption {
            Assumption::AnyWeights => Some(dice.simplex(n)),
            Assumption::Ordered => {
                // The mean of corners that weigh the first few alike.
                let mut levels = self.raw.clone();
                levels.sort_by(|a, b| b.total_cmp(a));
                levels.dedup();
                let part = dice.simplex(levels.len());
                let mut shares = vec![0.0; n];
                for (level, part) in levels.iter().zip(&part) {
                    let heavy = |at: &usize| self.raw[*at] >= *level;
                    let count = (0..n).filter(heavy).count() as f64;
                    for at in (0..n).filter(heavy) {
                        shares[at] += part / count;
                    }
                }
                Some(shares)
            }
            Assumption::Ranges => {
                let point = |[a, b]: &[f64; 2]| a + (b - a) * dice.share();
                let points: Vec<f64> = self.ranges.iter().map(point).collect();
                let sum: f64 = points.iter().sum();
                (sum > 0.0).then(|| points.iter().map(|p| p / sum).collect())
            }
            Assumption::Stated => {
                let mut drawn = (0..200).map(|_| dice.simplex(n));
                drawn.find(|shares| self.allows(read, shares))
            }
        }
    }
}

/// Weights of the leaves, drawn.
fn weights(
    branches: &[Branch],
    read: &Reading,
    assumption: Assumption,
    dice: &mut Dice,
) -> Option<Vec<f64>> {
    let mut whole = vec![0.0; read.places.len()];
    for branch in branches {
        let above = branch.parent.map_or(1.0, |at| whole[at]);
        for (at, share) in branch.own.iter().zip(branch.draw(read, assumption, dice)?) {
            whole[*at] = above * share;
        }
    }
    let leaves = (0..read.places.len()).filter(|at| read.places[*at].is_leaf);
    Some(leaves.map(|at| whole[at]).collect())
}

/// The ends of a score with a range, as values.
fn ends(on: &Appraisal, read: &Reading, option: usize, leaf: usize) -> [f64; 2] {
    let value = read.values[option][leaf].unwrap_or(0.0);
    let criterion = on.leaves()[leaf];
    let score = on.agreed().scores.get(&read.options[option], &criterion.id);
    let given = score.and_then(|s| s.range);
    let Some([from, to]) = given.filter(|_| on.judgements.robustness.shape != Shape::AsGiven)
    else {
        return [value; 2];
    };
    let [a, b] = match &criterion.scale.kind {
        ScaleKind::Direct => [from.get(), to.get()],
        ScaleKind::Points(_) => return [value; 2],
        ScaleKind::Measure(measure) => {
            let (low, high) = match measure.range {
                weighbridge_model::Range::Fixed { low, high } => (low.get(), high.get()),
                weighbridge_model::Range::Local => {
                    let all = read
                        .options
                        .iter()
                        .filter_map(|o| on.agreed().scores.get(o, &criterion.id)?.entry.number());
                    all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| {
                        (low.min(x), high.max(x))
                    })
                }
            };
            [from, to].map(|x| super::reading::measured(measure, low, high, x.get()))
        }
    };
    [a.min(b).min(value), a.max(b).max(value)]
}

/// What was counted of the weights drawn.
struct Drawn {
    ranks: Vec<Vec<f64>>,
    pairs: Vec<Vec<f64>>,
    /// How many draws had two totals so close that the order may be read either way.
    close: usize,
    count: usize,
}

fn drawn(
    on: &Appraisal,
    read: &Reading,
    options: &[usize],
    assumption: Assumption,
    dice: &mut Dice,
) -> Option<Drawn> {
    let n = options.len();
    let mut found = Drawn {
        ranks: vec![vec![0.0; n]; n],
        pairs: vec![vec![0.0; n]; n],
        close: 0,
        count: 0,
    };
    let branches = branches(on, read);
    for _ in 0..DRAWN {
        let weights = weights(&branches, read, assumption, dice)?;
        let totals: Vec<f64> = options
            .iter()
            .map(|at| read.total_at(*at, &weights).unwrap())
            .collect();
        let mut close = false;
        for a in 0..n {
            let above = (0..n).filter(|b| totals[*b] > totals[a] + 1e-12).count();
            found.ranks[a][above] += 1.0;
            for b in 0..n {
                let gap = totals[a] - totals[b];
                close |= a != b && gap.abs() < 1e-7;
                found.pairs[a][b] += if gap > 0.0 { 1.0 } else { 0.0 };
            }
        }
        found.close += usize::from(close);
        found.count += 1;
    }
    Some(found)
}

/// Whether two shares agree within five of their standard errors; that of the plain draws is taken
/// with one more of either kind, since a count of nought has an error too.
fn agree(told: f64, error: f64, counted: f64, count: usize) -> bool {
    let n = count as f64;
    let p = (f64::midpoint(told, counted / n) * n + 1.0) / (n + 2.0);
    let own = (p * (1.0 - p) / n).sqrt();
    (told - counted / n).abs() <= 5.0 * (own * own + error * error).sqrt() + 3.0 / n
}

pub fn refute(on: &Appraisal, dice: &mut Dice, book: &mut Book) {
    let read = Reading::of(on);
    let found = analyse(on);
    for assumption in Assumption::ALL {
        let Ok(problem) = Problem::of(on, &found, assumption) else {
            continue;
        };
        let mut run = Run::new(&problem, on.judgements.robustness.seed);
        run.advance(4_096);
        let outcome = run.outcome();
        let n = problem.options.len();
        for at in 0..n {
            let row: f64 = (0..n).map(|rank| outcome.rank(at, rank)).sum();
            let column: f64 = (0..n).map(|option| outcome.rank(option, at)).sum();
            let holds = (row - 1.0).abs() < 1e-9 && (column - 1.0).abs() < 1e-9;
            book.claim("rows and columns of shares add up to 1", holds, || {
                format!("{assumption:?} {at}: {row} and {column}")
            });
            let exact = (0..n).all(|rank| outcome.rank_error(at, rank) > 0.0)
                || (0..n).all(|rank| {
                    let share = outcome.rank(at, rank);
                    outcome.rank_error(at, rank) > 0.0 || (0.0..=1.0).contains(&share)
                });
            book.claim("a share is from 0 to 1", exact, || {
                format!("{assumption:?} {at}")
            });
        }
        if !problem.fixed_scores {
            continue;
        }
        let Some(plain) = drawn(on, &read, &places(&problem.options), assumption, dice) else {
            continue;
        };
        // Where totals tie, or nearly, how ranks are shared is told apart elsewhere.
        if plain.close * 500 > plain.count {
            continue;
        }
        for a in 0..n {
            for b in 0..n {
                let (told, error) = (outcome.rank(a, b), outcome.rank_error(a, b));
                let counted = plain.ranks[a][b];
                let holds = agree(told, error, counted, plain.count);
                book.claim("how often an option has a rank", holds, || {
                    let share = counted / plain.count as f64;
                    format!("{assumption:?} {a} has {b}: {told} ± {error}, plainly {share}")
                });
                if let Some(pair) = outcome.pair(a, b).filter(|_| a != b) {
                    let counted = plain.pairs[a][b];
                    let holds = agree(pair.value, pair.error, counted, plain.count);
                    book.claim("how often one is above another", holds, || {
                        let share = counted / plain.count as f64;
                        format!("{assumption:?} {a} over {b}: {pair:?}, plainly {share}")
                    });
                }
            }
        }
    }
}

/// The lead of an option at weights of the leaves, with values that suit it best, or at random.
fn lead(
    options: &[usize],
    ends: &[Vec<[f64; 2]>],
    own: usize,
    weights: &[f64],
    pick: &mut dyn FnMut(bool, [f64; 2]) -> f64,
) -> f64 {
    let mut totals = Vec::new();
    for (at, _) in options.iter().enumerate() {
        let row = ends[at].iter().zip(weights);
        totals.push(row.map(|(e, w)| w * pick(at == own, *e)).sum::<f64>());
    }
    let mine = totals[own];
    totals.remove(own);
    mine - totals.into_iter().fold(f64::NEG_INFINITY, f64::max)
}

pub fn refute_never(on: &Appraisal, dice: &mut Dice, book: &mut Book) {
    let read = Reading::of(on);
    let found = analyse(on);
    for assumption in Assumption::ALL {
        let Ok(problem) = Problem::of(on, &found, assumption) else {
            continue;
        };
        let options = &places(&problem.options);
        if options.len() < 2 {
            continue;
        }
        let of = |option: &usize| -> Vec<[f64; 2]> {
            (0..read.leaves.len())
                .map(|leaf| {
                    if read.excluded[leaf] {
                        [0.0; 2]
                    } else {
                        ends(on, &read, *option, leaf)
                    }
                })
                .collect()
        };
        let ends: Vec<Vec<[f64; 2]>> = options.iter().map(of).collect();
        let normal = on.judgements.robustness.shape == Shape::Normal && !problem.fixed_scores;
        let branches = branches(on, &read);
        let mut all = Vec::new();
        for _ in 0..60 {
            all.extend(weights(&branches, &read, assumption, dice));
        }
        if assumption == Assumption::AnyWeights {
            for leaf in 0..read.leaves.len() {
                let mut corner = vec![0.0; read.leaves.len()];
                corner[leaf] = 1.0;
                if !read.excluded[leaf] {
                    all.push(corner);
                }
            }
        }
        for own in 0..options.len() {
            let Some(most) = problem.best_lead(own) else {
                continue;
            };
            let mut hold = |told: f64, weights: &[f64]| {
                if most < 0.0 {
                    book.claim("never first, under an assumption", told <= 0.0, || {
                        format!("{assumption:?} {own}: {most}, but {told} with {weights:?}")
                    });
                }
                let kind = "how far ahead at most, under an assumption";
                book.claim(kind, told <= most + PROGRAM, || {
                    format!("{assumption:?} {own}: {most}, but {told} with {weights:?}")
                });
            };
            for weights in &all {
                let best = lead(options, &ends, own, weights, &mut |mine, [low, high]| {
                    if mine { high } else { low }
                });
                // A normal score has the whole scale for its range.
                if !normal {
                    hold(best, weights);
                }
                let drawn = lead(options, &ends, own, weights, &mut |_, [low, high]| {
                    low + (high - low) * dice.share()
                });
                hold(drawn, weights);
            }
        }
    }
}

/// Keeping the order of the weights means one thing to the linear programs and to what is drawn.
pub fn refute_order(on: &Appraisal, dice: &mut Dice, book: &mut Book) {
    let read = Reading::of(on);
    let found = analyse(on);
    let Ok(problem) = Problem::of(on, &found, Assumption::Ordered) else {
        return;
    };
    if !problem.fixed_scores || problem.options.len() < 2 {
        return;
    }
    let branches = branches(on, &read);
    for (own, option) in problem.options.iter().enumerate() {
        let (Some(told), Some(most)) = (potential(&found, *option, true), problem.best_lead(own))
        else {
            continue;
        };
        if told.first == First::Unknown {
            continue;
        }
        let same = (told.margin - most).abs() <= PROGRAM;
        book.claim("ordered is the same to both linear programs", same, || {
            format!("{told:?}, but {most}")
        });
        for _ in 0..10 {
            let Some(weights) = weights(&branches, &read, Assumption::Ordered, dice) else {
                continue;
            };
            let mut totals: Vec<f64> = problem
                .options
                .iter()
                .map(|at| read.total_at((*at).into(), &weights).unwrap())
                .collect();
            let mine = totals.remove(own);
            let lead = mine - totals.into_iter().fold(f64::NEG_INFINITY, f64::max);
            let kind = "no order kept puts it farther ahead";
            book.claim(kind, lead <= told.margin + PROGRAM, || {
                format!("{told:?}: {lead} with {weights:?}")
            });
        }
    }
}
