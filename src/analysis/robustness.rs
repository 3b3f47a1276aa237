//! How often each option comes where, when weights and scores are not known exactly.
//!
//! This module says what is uncertain of an appraisal; the `weighbridge-sampling` package draws the
//! samples. `docs/robustness.md` has the methods, and what the numbers mean.

use std::cell::OnceCell;

use super::{Analysis, Cell, TIE};
use crate::elicit::{Row, Sense, Solution, minimise};
use crate::model::{Appraisal, Criterion, CriterionId, Entry, ScaleKind};
use weighbridge_sampling::{
    Branch, Engine, Fault, Member, Rule, Score, Statement, Wanted, confidence,
};

pub use weighbridge_sampling::{Estimate, Method as Drawn, Mixing, Outcome};

/// What is taken to be known of the weights.
#[derive(Clone, Debug, PartialEq)]
pub enum Assumption {
    /// Nothing: within each branch all weights that add up to 1 are equally likely.
    AnyWeights,
    /// Within each branch the order of the weights as they are; equal ones stay equal.
    Ordered,
    /// The ranges that were stated: each weight with one is anywhere in it, evenly and by itself,
    /// the others are as they are, and then they are shared out.
    Ranges,
    /// Only what is said here, about criteria of the same branch.
    Stated(Vec<Said>),
}

/// A statement about the weights of criteria in one branch. Shares are of the branch, 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// The first counts at least as much as the second.
    Before(CriterionId, CriterionId),
    /// The two count the same.
    Equal(CriterionId, CriterionId),
    /// The criterion has at least this share.
    AtLeast(CriterionId, f64),
    /// The criterion has at most this share.
    AtMost(CriterionId, f64),
}

/// What is taken to be known of the scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScoreAssumption {
    /// They are as given.
    AsGiven,
    /// Where a range was stated, they are distributed over it, each by itself.
    WithinRanges(Shape),
}

/// How a score is distributed over its range. The range is turned into values first: where a value
/// function bends inside it, the shape is that of values, not of amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// All equally likely.
    Uniform,
    /// Likelier the nearer to the score as given, in straight lines.
    Triangular,
    /// The three-point estimate of PERT: as triangular, but smooth and closer to the likeliest.
    Pert,
    /// Normal around the score as given, the range holding 95% of it, truncated to 0 to 100 (or to
    /// the range, where that goes beyond).
    Normal,
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
    /// A statement, by its place, names criteria that are not in one branch, or that are left out.
    NotOneBranch(usize),
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
    kernel: weighbridge_sampling::Problem,
    /// Totals of each option at weights of which all that are allowed are mixtures.
    reach: Option<Vec<Vec<f64>>>,
    /// The best lead of each option, once somebody has asked.
    leads: OnceCell<Vec<Option<f64>>>,
}

impl Problem {
    /// What is to be sampled, under assumptions about weights and scores.
    ///
    /// Criteria are the leaves of the analysis, in their order, those that apply to no option with
    /// weight 0.
    ///
    /// ```
    /// use weighbridge::analysis::{Assumption, Problem, Run, ScoreAssumption, analyse};
    /// let text = r#"{"format": "weighbridge", "version": 1, "title": "Office",
    ///   "options": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
    ///   "criteria": [{"id": "x", "name": "X", "weight": 3}, {"id": "y", "name": "Y", "weight": 1}],
    ///   "scores": {"a": {"x": 100, "y": 0}, "b": {"x": 20, "y": 100}}}"#;
    /// let appraisal = weighbridge::file::open(text.as_bytes()).unwrap();
    /// let analysis = analyse(&appraisal);
    /// let any = Assumption::AnyWeights;
    /// let problem = Problem::of(&appraisal, &analysis, &any, ScoreAssumption::AsGiven).unwrap();
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
        weights: &Assumption,
        scores: ScoreAssumption,
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
                drawn.push(score(appraisal, analysis, *option, leaf, criterion, scores));
            }
        }
        let fixed_scores = drawn.iter().all(|s| matches!(s, Score::Fixed(_)));
        let tree = Tree::of(analysis);
        let branches = tree.branches(appraisal, analysis, weights)?;
        let kernel =
            weighbridge_sampling::Problem::new(options.len(), leaves.len(), drawn, branches)
                .map_err(|fault| tree.reason(analysis, weights, fault))?;
        // With any weights in every branch, any weights of the leaves at all can come about.
        let all = |leaf: &usize| {
            (0..leaves.len())
                .map(|l| f64::from(u8::from(l == *leaf)))
                .collect()
        };
        let corners = match weights {
            Assumption::AnyWeights => Some(counted.iter().map(all).collect()),
            _ => kernel.corners(),
        };
        let reach = corners.filter(|_| fixed_scores).map(|corners| {
            let total = |option: usize, w: &Vec<f64>| {
                let values = &analysis.values[option];
                let term = |(cell, w): (&Cell, &f64)| cell.value().unwrap_or(0.0) * w;
                values.iter().zip(w).map(term).sum()
            };
            let row = |option: &usize| corners.iter().map(|w| total(*option, w)).collect();
            options.iter().map(row).collect()
        });
        Ok(Self {
            options,
            left_out,
            fixed_scores,
            kernel,
            reach,
            leads: OnceCell::new(),
        })
    }

    /// By how many points of 100 an option leads the best of the others, at those of the weights
    /// under the assumption that suit it best: by linear program. Below 0 it never comes first,
    /// whatever sampling says; at 0 it can share the first place. `None` where that cannot be told:
    /// for scores that are not fixed, for ranges and statements, and for orders in a tree.
    pub fn best_lead(&self, option: usize) -> Option<f64> {
        let all = || (0..self.options.len()).map(|option| self.lead(option));
        let leads = self.leads.get_or_init(|| all().collect());
        leads.get(option).copied().flatten()
    }

    fn lead(&self, option: usize) -> Option<f64> {
        let reach = self.reach.as_ref()?;
        let own = reach.get(option)?;
        let mut rows = Vec::new();
        for (other, row) in reach.iter().enumerate() {
            if other != option {
                // The lead is the difference of two variables, since none goes below 0.
                let mut coefficients: Vec<f64> = own.iter().zip(row).map(|(a, b)| a - b).collect();
                coefficients.extend([-1.0, 1.0]);
                rows.push(Row {
                    coefficients,
                    sense: Sense::AtLeast,
                    bound: 0.0,
                });
            }
        }
        if rows.is_empty() {
            return None;
        }
        rows.push(Row {
            coefficients: vec![1.0; own.len()],
            sense: Sense::Equal,
            bound: 1.0,
        });
        let mut costs = vec![0.0; own.len()];
        costs.extend([-1.0, 1.0]);
        match minimise(&costs, &rows) {
            Solution::Optimal { objective, .. } if objective.abs() <= TIE => Some(0.0),
            Solution::Optimal { objective, .. } => Some(-objective),
            _ => None,
        }
    }

    /// How the totals are spread: for each option, how many samples fall into each of so many equal bins from 0 to
    /// 100, or as far beyond as `low` and `high` say.
    pub fn spread(&self, seed: u64, samples: u64, range: (f64, f64), bins: usize) -> Vec<Vec<u32>> {
        weighbridge_sampling::spread(&self.kernel, seed, samples, range, bins)
    }

    /// How often an option comes first with exactly these weights of the leaves: its confidence
    /// factor, if they are its central weights. Exact for fixed scores, else from so many samples.
    pub fn confidence(
        &self,
        option: usize,
        weights: &[f64],
        seed: u64,
        samples: u64,
    ) -> Option<Estimate> {
        confidence(&self.kernel, option, weights, seed, samples).ok()
    }
}

/// A run over a [`Problem`], advanced in slices; see [`Engine`].
pub struct Run(Engine);

impl Run {
    /// A run that has not begun; everything is counted.
    pub fn new(problem: &Problem, seed: u64) -> Self {
        Self(Engine::new(&problem.kernel, seed, Wanted::ALL))
    }

    /// A run that counts ranks only (and pairs where they are exact), which is faster.
    pub fn of_ranks(problem: &Problem, seed: u64) -> Self {
        Self(Engine::new(&problem.kernel, seed, Wanted::RANKS))
    }

    /// Takes so many samples more, rounded up to whole rounds of sixteen over all slices.
    pub fn advance(&mut self, samples: u64) {
        self.0.advance(samples);
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
}

/// The score of an option on a leaf.
fn score(
    appraisal: &Appraisal,
    analysis: &Analysis,
    option: usize,
    leaf: usize,
    criterion: &Criterion,
    assumption: ScoreAssumption,
) -> Score {
    let Some(mode) = analysis.values[option][leaf].value() else {
        return Score::Fixed(0.0);
    };
    let given = appraisal
        .scores
        .get(&analysis.options[option].id, &criterion.id)
        .filter(|s| matches!(s.entry, Entry::Number(_)))
        .and_then(|s| s.range);
    let (ScoreAssumption::WithinRanges(shape), Some([from, to])) = (assumption, given) else {
        return Score::Fixed(mode);
    };
    let value = |x: f64| match &criterion.scale.kind {
        ScaleKind::Direct => Some(x),
        ScaleKind::Measure(_) => analysis.scales[leaf].function.as_ref().map(|f| f.value(x)),
        ScaleKind::Points(_) => None,
    };
    let (Some(a), Some(b)) = (value(from.get()), value(to.get())) else {
        return Score::Fixed(mode);
    };
    let (low, high) = (a.min(b).min(mode), a.max(b).max(mode));
    if !(high - low).is_finite() || high - low <= 0.0 {
        return Score::Fixed(mode);
    }
    match shape {
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

/// The branches that count, the top first, each with the nodes in it.
struct Tree(Vec<(Option<usize>, Vec<usize>)>);

impl Tree {
    fn of(analysis: &Analysis) -> Self {
        let nodes = &analysis.nodes;
        let open = (0..nodes.len()).filter(|n| !nodes[*n].leaf && !nodes[*n].excluded);
        let inside = |branch: Option<usize>| {
            let own = |n: &usize| nodes[*n].parent == branch && !nodes[*n].excluded;
            (branch, (0..nodes.len()).filter(own).collect())
        };
        Self(
            std::iter::once(None)
                .chain(open.map(Some))
                .map(inside)
                .collect(),
        )
    }

    fn branches(
        &self,
        appraisal: &Appraisal,
        analysis: &Analysis,
        assumption: &Assumption,
    ) -> Result<Vec<Branch>, Reason> {
        if let Assumption::Stated(list) = assumption
            && let Some(at) = list
                .iter()
                .position(|said| self.place(analysis, said).is_none())
        {
            return Err(Reason::NotOneBranch(at));
        }
        let mut made = Vec::new();
        for (branch, nodes) in &self.0 {
            let place = |node: usize| self.0.iter().position(|(b, _)| *b == Some(node));
            let member = |node: &usize| {
                let own = &analysis.nodes[*node];
                if own.leaf {
                    Member::Criterion(own.leaves.start)
                } else {
                    // Always there: it is one of the nodes that count.
                    Member::Branch(place(*node).unwrap_or(0))
                }
            };
            let rule = match assumption {
                _ if nodes.len() == 1 => Rule::Any,
                Assumption::AnyWeights => Rule::Any,
                Assumption::Ordered | Assumption::Ranges => {
                    let id = branch.map(|b| analysis.nodes[b].id.clone());
                    let known = |n: &usize| analysis.nodes[*n].local.is_some();
                    if !nodes.iter().all(known) {
                        return Err(Reason::NoWeights(id));
                    }
                    known_weights(appraisal, analysis, nodes, assumption)
                }
                Assumption::Stated(list) => {
                    let own = list.iter().filter_map(|said| self.place(analysis, said));
                    let here = own.filter(|(at, _)| self.0[*at].0 == *branch);
                    Rule::Said(here.map(|(_, statement)| statement).collect())
                }
            };
            let members = nodes.iter().map(member).collect();
            made.push(Branch { members, rule });
        }
        Ok(made)
    }

    /// The branch that a statement is about, and the statement with places in it.
    fn place(&self, analysis: &Analysis, said: &Said) -> Option<(usize, Statement)> {
        let find = |id: &CriterionId| {
            let node = analysis.node(id)?;
            let inside = |(_, nodes): &(Option<usize>, Vec<usize>)| nodes.contains(&node);
            let branch = self.0.iter().position(inside)?;
            let at = self.0[branch].1.iter().position(|n| *n == node)?;
            Some((branch, at))
        };
        let two = |a: &CriterionId, b: &CriterionId| {
            let ((branch, a), (other, b)) = (find(a)?, find(b)?);
            (branch == other).then_some((branch, a, b))
        };
        match said {
            Said::Before(a, b) => two(a, b).map(|(at, a, b)| (at, Statement::Before(a, b))),
            Said::Equal(a, b) => two(a, b).map(|(at, a, b)| (at, Statement::Equal(a, b))),
            Said::AtLeast(a, x) => find(a).map(|(at, a)| (at, Statement::AtLeast(a, *x))),
            Said::AtMost(a, x) => find(a).map(|(at, a)| (at, Statement::AtMost(a, *x))),
        }
    }

    /// What a fault of the kernel means here.
    fn reason(&self, analysis: &Analysis, assumption: &Assumption, fault: Fault) -> Reason {
        match (fault, assumption) {
            (Fault::Contradictory { branch, statements }, Assumption::Stated(list)) => {
                let here = |at: &usize| {
                    let place = self.place(analysis, &list[*at]);
                    place.is_some_and(|(own, _)| own == branch)
                };
                let own: Vec<usize> = (0..list.len()).filter(here).collect();
                let name = |at: &usize| own.get(*at).copied();
                Reason::Contradictory(statements.iter().filter_map(name).collect())
            }
            (Fault::BadRule { branch }, Assumption::Ranges) => {
                let own = self.0.get(branch).and_then(|(branch, _)| *branch);
                Reason::NoWeights(own.map(|b| analysis.nodes[b].id.clone()))
            }
            _ => Reason::TooLarge,
        }
    }
}

/// The rule of a branch whose weights are known: their order, or points within ranges.
fn known_weights(
    appraisal: &Appraisal,
    analysis: &Analysis,
    nodes: &[usize],
    assumption: &Assumption,
) -> Rule {
    let raw = |node: &usize| analysis.nodes[*node].raw.unwrap_or(0.0);
    if *assumption == Assumption::Ordered {
        // As many as are heavier, so that equal weights have equal places.
        let place = |node: &usize| nodes.iter().filter(|other| raw(other) > raw(node)).count();
        return Rule::Ordered(nodes.iter().map(place).collect());
    }
    let range = |node: &usize| {
        let given = appraisal
            .criterion(&analysis.nodes[*node].id)
            .and_then(|c| c.weight_range);
        given.map_or([raw(node); 2], |[a, b]| {
            let (a, b) = (a.get(), b.get());
            [a.min(b), a.max(b)]
        })
    };
    let ranges: Vec<[f64; 2]> = nodes.iter().map(range).collect();
    // Raw weights may be huge: what counts is what they are of the largest.
    let largest = ranges.iter().map(|r| r[1]).fold(0.0, f64::max);
    let unit = if largest > 0.0 { largest } else { 1.0 };
    Rule::Points(ranges.iter().map(|r| r.map(|x| x / unit)).collect())
}
