//! Which options have the same total whatever is drawn.
//!
//! The total of an option is linear in the local weights of every branch. Two totals are the same for all
//! weights exactly if they are the same at one point of what each branch may draw, and change alike along
//! every direction in which a branch may move from there, with the branches below at their own points. What
//! can only be 0 moves nowhere, so scores on it tell nothing apart.

use crate::distribution::Score;
use crate::problem::{Member, Plan, Problem, Rows};

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
                for at in 0..*classes {
                    let mut point = vec![0.0; *classes];
                    point[at] = 1.0;
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
                        let mut up = from.clone();
                        up[at] = *high;
                        hull.add(shared(&up));
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
    pub(crate) weights: Vec<Vec<f64>>,
    /// Which criteria can have any weight.
    pub(crate) live: Vec<bool>,
}

impl Telling {
    pub(crate) fn of(problem: &Problem) -> Self {
        let branches = problem.plans.iter().zip(&problem.branches);
        let hulls: Vec<Hull> = branches
            .map(|(plan, members)| Hull::of(plan, members.len()))
            .collect();
        let mut live = vec![false; problem.criteria];
        let mut open = vec![false; hulls.len()];
        open[0] = true;
        let mut weights = vec![below(problem, &hulls, 0, &hulls[0].base)];
        for (branch, hull) in hulls.iter().enumerate() {
            if !open[branch] {
                continue;
            }
            for (at, member) in problem.branches[branch].iter().enumerate() {
                if hull.is_live(at) {
                    match *member {
                        Member::Criterion(at) => live[at] = true,
                        Member::Branch(at) => open[at] = true,
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
        let live = |own: &[Score]| -> Vec<Score> {
            let pairs = own.iter().zip(&telling.live);
            pairs.filter(|(_, live)| **live).map(|(s, _)| *s).collect()
        };
        let fixed = |own: &[Score]| live(own).iter().all(|score| score.fixed().is_some());
        let weights = corners.as_ref().unwrap_or(&telling.weights);
        let options = || self.scores.chunks(self.criteria);
        let rows = options().zip(self.totals_at(weights));
        let rows: Vec<Option<Vec<f64>>> =
            rows.map(|(own, row)| fixed(own).then_some(row)).collect();
        let strength = |own: &[Score]| live(own).iter().filter_map(Score::fixed).sum();
        let strengths = match corners {
            Some(_) => rows.iter().map(|row| row.iter().flatten().sum()).collect(),
            None => options().map(strength).collect(),
        };
        Rows { rows, strengths }
    }
}

/// The weights of the criteria when a branch has these local ones, and those below it are at their points.
fn below(problem: &Problem, hulls: &[Hull], branch: usize, local: &[f64]) -> Vec<f64> {
    let mut out = vec![0.0; problem.criteria];
    let mut whole = vec![0.0; hulls.len()];
    whole[branch] = 1.0;
    for at in branch..hulls.len() {
        let own = if at == branch { local } else { &hulls[at].base };
        for (member, share) in problem.branches[at].iter().zip(own) {
            let weight = whole[at] * share;
            match *member {
                Member::Criterion(at) => out[at] = weight,
                Member::Branch(at) => whole[at] = weight,
            }
        }
    }
    out
}
