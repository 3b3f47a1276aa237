//! How often each option comes where, and who never comes first, under every assumption about
//! weights: against weights and scores drawn plainly, here.

use super::book::Book;
use super::nasty::Dice;
use super::reading::Reading;
use super::uncertain;
use crate::support::places;
use weighbridge_analysis::{Assumption, First, Problem, Run, analyse, potential};
use weighbridge_model::{Appraisal, Criterion, CriterionId, RawWeight, ScaleKind, Statement};

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
    is_fixed: bool,
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
        let totals: Vec<f64> = if is_fixed {
            let total = |at: &usize| read.total_at(*at, &weights).unwrap();
            options.iter().map(total).collect()
        } else {
            let read = Reading::of(&uncertain::drawn(on, dice)?);
            let totals: Option<Vec<f64>> = options
                .iter()
                .map(|at| read.total_at(*at, &weights))
                .collect();
            totals?
        };
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
        let options = places(&problem.options);
        let Some(plain) = drawn(on, &read, &options, assumption, problem.fixed_scores, dice) else {
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
                let kind = if problem.fixed_scores {
                    "how often an option has a rank"
                } else {
                    "how often an option has a rank, scores as entered"
                };
                book.claim(kind, holds, || {
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

/// The lead of an option at weights of the leaves; none where one of them has a score that is none.
fn lead(options: &[usize], read: &Reading, own: usize, weights: &[f64]) -> Option<f64> {
    let totals: Option<Vec<f64>> = options
        .iter()
        .map(|at| read.total_at(*at, weights))
        .collect();
    let mut totals = totals?;
    let mine = totals.remove(own);
    Some(mine - totals.into_iter().fold(f64::NEG_INFINITY, f64::max))
}

/// The scores with a range entered: at random, or where they suit one option best, scales as they are.
fn filled(on: &Appraisal, read: &Reading, best: Option<&str>, dice: &mut Dice) -> Reading {
    let then = uncertain::entered(on, |option, leaf, kind, span| {
        let all = span.places(kind);
        let Some(best) = best else {
            let inside = span.low + (span.high - span.low) * dice.share();
            return if dice.below(2) == 0 {
                inside
            } else {
                all[dice.below(all.len())]
            };
        };
        let sign = if option == best { 1.0 } else { -1.0 };
        let value = |x: &f64| sign * value_at(on, read, leaf, kind, *x);
        let nearer = |a: &&f64, b: &&f64| value(a).total_cmp(&value(b));
        *all.iter().max_by(nearer).unwrap()
    });
    Reading::of(&then)
}

/// The value of an amount on a scale as it is.
fn value_at(on: &Appraisal, read: &Reading, leaf: usize, kind: &ScaleKind, x: f64) -> f64 {
    let ScaleKind::Measure(measure) = kind else {
        return x;
    };
    let (low, high) = match measure.range {
        weighbridge_model::Range::Fixed { low, high } => (low.get(), high.get()),
        weighbridge_model::Range::Local => {
            let id = &read.leaves[leaf];
            let given = |o| on.agreed().scores.get(o, id)?.entry.number();
            let all = read.options.iter().filter_map(given);
            all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| {
                (low.min(x), high.max(x))
            })
        }
    };
    super::reading::measured(measure, low, high, x)
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
        let draws = if problem.fixed_scores { 0 } else { 12 };
        let random: Vec<Reading> = (0..draws).map(|_| filled(on, &read, None, dice)).collect();
        for own in 0..options.len() {
            let Some(most) = problem.best_lead(own) else {
                continue;
            };
            let best = read.options[options[own]].as_str();
            let best = filled(on, &read, Some(best), dice);
            for (weights, scores) in all.iter().flat_map(|w| {
                let draws = random.iter().chain([&best]);
                draws.map(move |scores| (w, scores))
            }) {
                let Some(told) = lead(options, scores, own, weights) else {
                    continue;
                };
                if most < 0.0 {
                    book.claim("never first, under an assumption", told <= 0.0, || {
                        format!("{assumption:?} {own}: {most}, but {told} with {weights:?}")
                    });
                }
                let kind = "how far ahead at most, under an assumption";
                book.claim(kind, told <= most + PROGRAM, || {
                    format!("{assumption:?} {own}: {most}, but {told} with {weights:?}")
                });
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
