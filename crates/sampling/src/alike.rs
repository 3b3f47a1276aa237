//! Which options have the same total whatever is drawn.
//!
//! The total of an option is linear in the local weights of every branch. Two totals are the same for all
//! weights exactly if they are the same at one point of what each branch may draw, and change alike along
//! every direction in which a branch may move from there, with the branches below at their own points. What
//! can only be 0 moves nowhere, so scores on it tell nothing apart.

use crate::amounts::Amounts;
use crate::distribution::Score;
use crate::place::{BranchIx, Ix, Per, PerBranch, PerCriterion, PerOption};
use crate::problem::{Child, Plan, Problem, Rows, corners};

/// A point of the local weights of a branch, and the directions that lead from there to all others.
struct Hull {
    base: Vec<f64>,
    directions: Vec<Vec<f64>>,
}

impl Hull {
    fn of(plan: &Plan, members: usize) -> Self {
        let mut hull = Self {
            base: Vec::new(),
            directions: Vec::new(),
        };
        match plan {
            Plan::Fixed(weights) => hull.base.clone_from(weights),
            Plan::Simplex { classes, .. } => {
                for mut point in corners(*classes) {
                    let mut corner = Vec::new();
                    plan.local(&mut point, &mut corner);
                    hull.add(corner);
                }
            }
            Plan::Points(points) => {
                let lowest = points.iter().any(|p| p[0] > 0.0);
                let start = |p: &[f64; 2]| if lowest { p[0] } else { (p[0] + p[1]) / 2.0 };
                let from: Vec<f64> = points.iter().map(start).collect();
                hull.add(shared(&from));
                for (at, [low, high]) in points.iter().enumerate() {
                    if low < high {
                        let all = from.iter().enumerate();
                        let up = all.map(|(other, x)| if other == at { *high } else { *x });
                        hull.add(shared(&up.collect::<Vec<f64>>()));
                    }
                }
            }
            Plan::Polytope(polytope) => {
                hull.base = vec![0.0; members];
                polytope.weights(&polytope.start(), &mut hull.base);
                hull.directions = polytope.directions();
            }
        }
        hull
    }

    /// One more point.
    fn add(&mut self, point: Vec<f64>) {
        if self.base.is_empty() {
            self.base = point;
        } else {
            let away = point.iter().zip(&self.base).map(|(a, b)| a - b);
            self.directions.push(away.collect());
        }
    }

    /// Whether a member can have any weight.
    fn is_live(&self, member: usize) -> bool {
        let all = std::iter::once(&self.base).chain(&self.directions);
        all.into_iter()
            .any(|point| point.get(member).is_some_and(|w| *w != 0.0))
    }
}

/// Numbers divided by their sum.
fn shared(points: &[f64]) -> Vec<f64> {
    let sum: f64 = points.iter().sum();
    points.iter().map(|p| p / sum).collect()
}

/// What tells the options of a problem apart.
pub(crate) struct Telling {
    /// Weights of the criteria, and changes of them, at which options that are not alike have other totals.
    pub(crate) weights: Vec<PerCriterion<f64>>,
    /// Which criteria can have any weight.
    pub(crate) live: PerCriterion<bool>,
}

impl Telling {
    pub(crate) fn of(problem: &Problem) -> Self {
        let branches = &problem.branches;
        let hulls = problem
            .plans
            .map(|branch, plan| Hull::of(plan, branches[branch].len()));
        let mut live = Per::of(std::iter::repeat_n(false, problem.criteria));
        // The first branch is the top.
        let mut open = hulls.map(|branch, _| branch.place() == 0);
        let top = hulls.iter_enumerated().take(1);
        let mut weights: Vec<PerCriterion<f64>> = top
            .map(|(top, hull)| below(problem, &hulls, top, &hull.base))
            .collect();
        for (branch, hull) in hulls.iter_enumerated() {
            if !open[branch] {
                continue;
            }
            for (at, child) in branches[branch].iter().enumerate() {
                if hull.is_live(at) {
                    match *child {
                        Child::Criterion(at) => live[at] = true,
                        Child::Branch(at) => open[at] = true,
                    }
                }
            }
            let away = hull.directions.iter();
            weights.extend(away.map(|direction| below(problem, &hulls, branch, direction)));
        }
        Self { weights, live }
    }
}

impl Problem {
    /// What tells options apart: their totals at the corners, or else wherever options that are not alike
    /// differ.
    pub(crate) fn rows(&self) -> Rows {
        let telling = Telling::of(self);
        let corners = self.corners();
        let live = |own: &Vec<Score>| -> Vec<Score> {
            let pairs = own.iter().zip(&telling.live);
            pairs.filter(|(_, live)| **live).map(|(s, _)| *s).collect()
        };
        let fixed = |own: &Vec<Score>| live(own).iter().all(|score| score.fixed().is_some());
        let weights = corners.as_ref().unwrap_or(&telling.weights);
        let rows = self.scores.iter().zip(self.totals_at(weights));
        let mut rows: PerOption<Option<Vec<f64>>> =
            Per::of(rows.map(|(own, row)| fixed(own).then_some(row)));
        // Amounts that are the same have the same value, wherever the scale ends.
        let is_live = |own: &&Amounts| {
            telling
                .live
                .ix(own.criterion)
                .is_some_and(|at| telling.live[at])
        };
        for amounts in self.amounts.iter().filter(is_live) {
            for (option, row) in rows.iter_mut().enumerate() {
                match (amounts.telling(option), row.as_mut()) {
                    (Some(told), Some(row)) => row.extend(told),
                    _ => *row = None,
                }
            }
        }
        let strength = |own: &Vec<Score>| live(own).iter().filter_map(Score::fixed).sum();
        let strengths = match corners {
            Some(_) => rows.map(|_, row| row.iter().flatten().sum()),
            None => self.scores.map(|_, own| strength(own)),
        };
        Rows { rows, strengths }
    }
}

/// The weights of the criteria when a branch has these local ones, and those below it are at their points.
fn below(
    problem: &Problem,
    hulls: &PerBranch<Hull>,
    branch: BranchIx,
    local: &[f64],
) -> PerCriterion<f64> {
    let mut out = problem.without_weights();
    let mut whole = hulls.map(|at, _| if at == branch { 1.0 } else { 0.0 });
    for (at, hull) in hulls.iter_enumerated().skip(branch.place()) {
        let own = if at == branch { local } else { &hull.base };
        for (child, share) in problem.branches[at].iter().zip(own) {
            let weight = whole[at] * share;
            match *child {
                Child::Criterion(at) => out[at] = weight,
                Child::Branch(at) => whole[at] = weight,
            }
        }
    }
    out
}
