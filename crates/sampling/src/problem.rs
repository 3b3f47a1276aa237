//! What is to be sampled, checked.

use crate::TIE;
use crate::amounts::Amounts;
use crate::distribution::Score;
use crate::place::{
    BranchIx, CriterionIx, GroupIx, Ix, OptionIx, Per, PerBranch, PerCriterion, PerGroup,
    PerOption, PerPiece, PieceIx, places,
};
use crate::polytope::{Polytope, Statement, contradiction};
use weighbridge_numeric::{sort_ascending, sort_by};

/// What is known of the weights within one branch. Weights are shares of the branch.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    /// Nothing: all weights that add up to 1 are equally likely.
    Any,
    /// A complete order: the place of each member, 1 the heaviest; equal places are equal weights.
    Ordered(Vec<usize>),
    /// Exactly these, after they have been divided by their sum.
    Fixed(Vec<f64>),
    /// Points from a least to a greatest for each member, each evenly and by itself; then they are
    /// divided by their sum. (Not the same as limits of shares, which are [`Rule::Said`].)
    Points(Vec<[f64; 2]>),
    /// Whatever some statements allow, all of it equally likely.
    Said(Vec<Statement>),
}

/// What stands in a branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Member {
    /// A criterion.
    Criterion(usize),
    /// Another branch, by its place in the list of branches; it comes after this one.
    Branch(usize),
}

/// A branch of the tree of criteria.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// Its criteria and branches.
    pub members: Vec<Member>,
    /// What is known of their weights.
    pub rule: Rule,
}

/// Why something is not a problem to be sampled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The scores are not options times criteria.
    Shape,
    /// There is no criterion.
    NoCriteria,
    /// The numbers of a score are not finite or not in order.
    BadScore {
        /// Whose score.
        option: usize,
        /// On what.
        criterion: usize,
    },
    /// A criterion or branch is named twice or does not exist, a branch has no members or stands
    /// before the one that names it.
    BadTree {
        /// The branch where that is so.
        branch: usize,
    },
    /// The rule of a branch has the wrong number of weights, names a member that does not exist, or
    /// has a weight that is not finite, below 0, or all of them 0.
    BadRule {
        /// Which branch.
        branch: usize,
    },
    /// No weights meet all statements about a branch.
    Contradictory {
        /// Which branch.
        branch: usize,
        /// Statements that contradict each other, by their place; without any one of them the rest
        /// of them would agree.
        statements: Vec<usize>,
    },
}

/// How the weights of a branch are drawn.
#[derive(Clone, Debug)]
pub(crate) enum Plan {
    Fixed(Vec<f64>),
    /// Even over a simplex whose corners give the whole branch to one class of members, or to the
    /// first classes alike.
    Simplex {
        class: Vec<PieceIx>,
        /// For an order: one over the number of members in the classes up to each.
        ordered: Option<Vec<f64>>,
        classes: usize,
    },
    Points(Vec<[f64; 2]>),
    Polytope(Polytope),
}

/// What stands in a branch of a problem.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Child {
    Criterion(CriterionIx),
    /// A branch that comes after this one.
    Branch(BranchIx),
}

/// Options with their scores, and what is known of the weights.
///
/// Options and criteria may be few or many; what is drawn at once are the local weights of every
/// branch, independently, multiplied down the tree, and every score that is not fixed,
/// independently.
#[derive(Clone, Debug)]
pub struct Problem {
    pub(crate) options: usize,
    pub(crate) criteria: usize,
    /// The scores of each option on each criterion.
    pub(crate) scores: PerOption<Vec<Score>>,
    /// Criteria of which some scores are drawn as amounts; those scores are 0 above.
    pub(crate) amounts: Vec<Amounts>,
    pub(crate) branches: PerBranch<Vec<Child>>,
    pub(crate) plans: PerBranch<Plan>,
}

impl Problem {
    /// A problem with one branch of all criteria and fixed scores, those of the first option first.
    ///
    /// ```
    /// use weighbridge_sampling::{Fault, Problem, Rule};
    /// assert!(Problem::flat(1, 2, &[3.0, 4.0], Rule::Any).is_ok());
    /// assert_eq!(Problem::flat(1, 2, &[3.0], Rule::Any).err(), Some(Fault::Shape));
    /// ```
    pub fn flat(
        options: usize,
        criteria: usize,
        scores: &[f64],
        rule: Rule,
    ) -> Result<Self, Fault> {
        let members = (0..criteria).map(Member::Criterion).collect();
        let scores = scores.iter().map(|x| Score::Fixed(*x)).collect();
        Self::new(options, criteria, scores, vec![Branch { members, rule }])
    }

    /// A problem with a tree of criteria. The first branch is the top; a criterion that no branch
    /// names has weight 0. Scores are those of the first option first.
    ///
    /// ```
    /// use weighbridge_sampling::{Branch, Fault, Member, Problem, Rule, Score, Statement};
    /// let scores = vec![Score::Fixed(1.0), Score::Uniform { low: 0.0, high: 2.0 }];
    /// let said = vec![Statement::AtLeast(0, 0.7), Statement::AtLeastAsImportant(1, 0)];
    /// let top = Branch { members: vec![Member::Criterion(0), Member::Criterion(1)], rule: Rule::Said(said) };
    /// let fault = Problem::new(1, 2, scores, vec![top]).unwrap_err();
    /// assert_eq!(fault, Fault::Contradictory { branch: 0, statements: vec![0, 1] }, "0.7 and more is over 1");
    /// ```
    pub fn new(
        options: usize,
        criteria: usize,
        scores: Vec<Score>,
        branches: Vec<Branch>,
    ) -> Result<Self, Fault> {
        if options.checked_mul(criteria) != Some(scores.len()) {
            return Err(Fault::Shape);
        }
        if criteria == 0 || branches.is_empty() {
            return Err(Fault::NoCriteria);
        }
        if let Some(at) = scores.iter().position(|s| !s.is_valid()) {
            let (option, criterion) = (at / criteria, at % criteria);
            return Err(Fault::BadScore { option, criterion });
        }
        let children = children(criteria, &branches)?;
        let mut plans = PerBranch::default();
        for (at, branch) in branches.iter().enumerate() {
            plans.push(plan(at, branch.members.len(), &branch.rule)?);
        }
        Ok(Self {
            options,
            criteria,
            scores: Per::of(scores.chunks(criteria).map(<[Score]>::to_vec)),
            amounts: Vec::new(),
            branches: children,
            plans,
        })
    }

    /// The same with some scores drawn as amounts, which become values afterwards, in place of those given.
    ///
    /// # Errors
    ///
    /// Amounts that are not for each option, of a criterion that does not exist, or not finite and in order.
    pub fn with_amounts(mut self, amounts: Vec<Amounts>) -> Result<Self, Fault> {
        for own in &amounts {
            let criterion = own.criterion;
            if !own.is_valid(self.options, self.criteria) {
                return Err(Fault::BadScore {
                    option: 0,
                    criterion,
                });
            }
            let rows = self.scores.iter_mut().zip(&own.options);
            for (row, _) in rows.filter(|(_, amount)| amount.is_some()) {
                if let Some(score) = row.get_mut(criterion) {
                    *score = Score::Fixed(0.0);
                }
            }
        }
        self.amounts = amounts;
        Ok(self)
    }

    /// For each option and criterion two values between which its score always is.
    pub(crate) fn reach(&self) -> PerOption<Vec<[f64; 2]>> {
        self.scores.map(|option, own| {
            let mut row: Vec<[f64; 2]> = own.iter().map(Score::ends).collect();
            for amounts in &self.amounts {
                let reach = amounts.reach(option.place());
                if let Some((ends, reach)) = row.get_mut(amounts.criterion).zip(reach) {
                    *ends = reach;
                }
            }
            row
        })
    }

    /// The same scores with exactly these weights of the criteria.
    ///
    /// # Errors
    ///
    /// Weights that are not finite, below 0, all 0, or not one for each criterion.
    pub fn at(&self, weights: &[f64]) -> Result<Self, Fault> {
        let rule = Rule::Fixed(weights.to_vec());
        Ok(Self {
            branches: Per::of([places(self.criteria).map(Child::Criterion).collect()]),
            plans: Per::of([plan(0, self.criteria, &rule)?]),
            ..self.clone()
        })
    }

    /// Whether every score is fixed.
    pub(crate) fn is_fixed(&self) -> bool {
        let mut all = self.scores.iter().flatten();
        self.amounts.is_empty() && all.all(|s| s.fixed().is_some())
    }

    /// How many even numbers one draw of the weights needs: one for each piece of a simplex, or one
    /// fewer if they are the cuts between pieces.
    pub(crate) fn dimensions(&self, cuts: bool) -> usize {
        let of = |plan: &Plan| match plan {
            Plan::Simplex { classes, .. } => classes - usize::from(cuts),
            Plan::Points(points) => points.iter().filter(|p| p[0] < p[1]).count(),
            Plan::Fixed(_) | Plan::Polytope(_) => 0,
        };
        self.plans.iter().map(of).sum()
    }

    /// Whether some branch is drawn by rejection or a chain.
    pub(crate) fn has_polytope(&self) -> bool {
        let polytope = |plan: &Plan| matches!(plan, Plan::Polytope(_));
        self.plans.iter().any(polytope)
    }

    /// Whether every branch is fixed or even over a simplex.
    pub(crate) fn is_simple(&self) -> bool {
        let simple = |plan: &Plan| matches!(plan, Plan::Fixed(_) | Plan::Simplex { .. });
        self.plans.iter().all(simple)
    }

    /// The weights of the criteria, from the local weights of each branch.
    pub(crate) fn spread(&self, local: &PerBranch<Vec<f64>>, out: &mut PerCriterion<f64>) {
        out.as_mut_slice().fill(0.0);
        let mut whole = self.branches.map(|_, _| 1.0);
        for (branch, children) in self.branches.iter_enumerated() {
            for (child, share) in children.iter().zip(&local[branch]) {
                let weight = whole[branch] * share;
                match *child {
                    Child::Criterion(at) => out[at] = weight,
                    Child::Branch(at) => whole[at] = weight,
                }
            }
        }
    }

    /// No weight for any criterion.
    pub(crate) fn without_weights(&self) -> PerCriterion<f64> {
        Per::of(std::iter::repeat_n(0.0, self.criteria))
    }

    /// When at most one branch is drawn, and evenly over a simplex: the weights of the criteria at
    /// its corners. One corner when nothing is drawn at all.
    pub(crate) fn corners(&self) -> Option<Vec<PerCriterion<f64>>> {
        let mut local: PerBranch<Vec<f64>> = Per::default();
        let mut open = None;
        for (branch, plan) in self.plans.iter_enumerated() {
            local.push(match plan {
                Plan::Fixed(weights) => weights.clone(),
                Plan::Simplex { classes, .. } if open.is_none() => {
                    open = Some((branch, plan, *classes));
                    Vec::new()
                }
                Plan::Simplex { .. } | Plan::Points(_) | Plan::Polytope(_) => return None,
            });
        }
        let weights = |local: &PerBranch<Vec<f64>>| {
            let mut out = self.without_weights();
            self.spread(local, &mut out);
            out
        };
        let Some((branch, plan, classes)) = open else {
            return Some(vec![weights(&local)]);
        };
        let corner = |mut point: PerPiece<f64>| {
            let mut local = local.clone();
            plan.local(&mut point, &mut local[branch]);
            weights(&local)
        };
        Some(corners(classes).map(corner).collect())
    }

    /// The total of each option (outer) at each of some weights, of fixed scores.
    pub(crate) fn totals_at(&self, weights: &[PerCriterion<f64>]) -> PerOption<Vec<f64>> {
        // Weights of a criterion side by side, so that all totals of an option grow together.
        let side = |criterion: CriterionIx| weights.iter().map(move |w| w[criterion]).collect();
        let columns: Vec<Vec<f64>> = places(self.criteria).map(side).collect();
        let row = |option: &Vec<Score>| -> Vec<f64> {
            let mut totals = vec![0.0; weights.len()];
            for (column, score) in columns.iter().zip(option) {
                let score = score.fixed().unwrap_or(0.0);
                for (total, weight) in totals.iter_mut().zip(column) {
                    *total += weight * score;
                }
            }
            totals
        };
        self.scores.map(|_, own| row(own))
    }

    /// Which criteria some branch names.
    pub(crate) fn named(&self) -> PerCriterion<bool> {
        let mut named = Per::of(std::iter::repeat_n(false, self.criteria));
        for child in self.branches.iter().flatten() {
            if let Child::Criterion(at) = *child {
                named[at] = true;
            }
        }
        named
    }
}

/// The corners of a simplex with so many pieces: at each one piece is all.
pub(crate) fn corners(pieces: usize) -> impl Iterator<Item = PerPiece<f64>> {
    let part = |whole: bool| if whole { 1.0 } else { 0.0 };
    let corner = move |at| Per::of((0..pieces).map(move |piece| part(piece == at)));
    (0..pieces).map(corner)
}

/// What stands in each branch, checked: every criterion and every branch but the first in one place at most, every
/// branch but the first somewhere, and after the branch it stands in.
fn children(criteria: usize, branches: &[Branch]) -> Result<PerBranch<Vec<Child>>, Fault> {
    let mut used: PerCriterion<bool> = Per::of(std::iter::repeat_n(false, criteria));
    let mut placed: PerBranch<bool> = Per::of(branches.iter().map(|_| false));
    let mut found = PerBranch::default();
    for (branch, own) in branches.iter().enumerate() {
        let child = |member: &Member| {
            let (taken, child) = match *member {
                Member::Criterion(at) => {
                    let at = used.ix(at)?;
                    (&mut used[at], Child::Criterion(at))
                }
                Member::Branch(at) if at > branch => {
                    let at = placed.ix(at)?;
                    (&mut placed[at], Child::Branch(at))
                }
                Member::Branch(_) => return None,
            };
            (!std::mem::replace(taken, true)).then_some(child)
        };
        let own: Option<Vec<Child>> = own.members.iter().map(child).collect();
        match own.filter(|own| !own.is_empty()) {
            Some(own) => found.push(own),
            None => return Err(Fault::BadTree { branch }),
        };
    }
    match placed.iter().skip(1).position(|placed| !placed) {
        Some(before) => Err(Fault::BadTree { branch: before + 1 }),
        None => Ok(found),
    }
}

/// What tells options apart.
pub(crate) struct Rows {
    /// A row for each option; options with the same row are alike. `None` for an option whose scores are not
    /// all fixed, where they count.
    pub(crate) rows: PerOption<Option<Vec<f64>>>,
    /// A number for each option; of two where one is never below the other it has the higher.
    pub(crate) strengths: PerOption<f64>,
}

impl Plan {
    /// Local weights from a point of the simplex: one share for each class, adding up to 1.
    pub(crate) fn local(&self, point: &mut PerPiece<f64>, out: &mut Vec<f64>) {
        if let Self::Simplex { class, ordered, .. } = self {
            if let Some(ordered) = ordered {
                let mut sum = 0.0;
                for (p, share) in point.iter_mut().zip(ordered).rev() {
                    sum += *p * share;
                    *p = sum;
                }
            }
            out.clear();
            out.extend(class.iter().map(|class| point[*class]));
        }
    }
}

pub(crate) fn plan(branch: usize, count: usize, rule: &Rule) -> Result<Plan, Fault> {
    let bad = Fault::BadRule { branch };
    match rule {
        _ if count == 1 && !matches!(rule, Rule::Said(_)) => Ok(Plan::Fixed(vec![1.0])),
        Rule::Any => Ok(Plan::Simplex {
            class: places(count).collect(),
            ordered: None,
            classes: count,
        }),
        Rule::Ordered(places) => {
            if places.len() != count {
                return Err(bad);
            }
            // What each piece is the place of.
            let mut pieces: PerPiece<usize> = Per::default();
            let mut ordered = Vec::new();
            let mut done = 0.0;
            let mut last = None;
            // The next higher place each time: lists are short.
            while let Some(next) = places
                .iter()
                .copied()
                .filter(|p| last.is_none_or(|l| *p > l))
                .min()
            {
                for _ in places.iter().filter(|place| **place == next) {
                    done += 1.0;
                }
                ordered.push(1.0 / done);
                pieces.push(next);
                last = Some(next);
            }
            if let [share] = ordered.as_slice() {
                return Ok(Plan::Fixed(vec![*share; count]));
            }
            let classes = ordered.len();
            let class = |place: &usize| pieces.position(|other| other == place);
            Ok(Plan::Simplex {
                class: places.iter().filter_map(class).collect(),
                ordered: Some(ordered),
                classes,
            })
        }
        Rule::Fixed(weights) => {
            let total: f64 = weights.iter().sum();
            let usable = weights.iter().all(|w| w.is_finite() && *w >= 0.0);
            if weights.len() != count || !usable || !total.is_finite() || total <= 0.0 {
                return Err(bad);
            }
            Ok(Plan::Fixed(weights.iter().map(|w| w / total).collect()))
        }
        Rule::Points(points) => {
            let usable = |p: &[f64; 2]| p[0] >= 0.0 && p[0] <= p[1] && p[1].is_finite();
            let most: f64 = points.iter().map(|p| p[1]).sum();
            if points.len() != count
                || !points.iter().all(usable)
                || !most.is_finite()
                || most <= 0.0
            {
                return Err(bad);
            }
            if points.iter().all(|p| p[0] >= p[1]) {
                return Ok(Plan::Fixed(points.iter().map(|p| p[0] / most).collect()));
            }
            Ok(Plan::Points(points.clone()))
        }
        Rule::Said(statements) => {
            if !statements.iter().all(|s| s.is_valid(count)) {
                return Err(bad);
            }
            let Some(polytope) = Polytope::new(count, statements) else {
                let statements = contradiction(count, statements);
                return Err(Fault::Contradictory { branch, statements });
            };
            if polytope.is_point() {
                let mut weights = vec![0.0; count];
                polytope.weights(&polytope.start(), &mut weights);
                return Ok(Plan::Fixed(weights));
            }
            match polytope.complete_order() {
                Some(places) if count > 1 => plan(branch, count, &Rule::Ordered(places)),
                _ => Ok(Plan::Polytope(polytope)),
            }
        }
    }
}

/// Options whose rows are the same share a group. Groups are in the order of their strengths, the
/// lowest first, so that of two groups where one is never below the other it has the higher place.
#[derive(Clone, Debug)]
pub(crate) struct Groups {
    /// The group of each option.
    pub(crate) of: PerOption<GroupIx>,
    /// One option of each group.
    pub(crate) one: PerGroup<OptionIx>,
    /// How many options each group has.
    pub(crate) size: PerGroup<u32>,
}

impl Groups {
    /// The groups of options with these rows; an option without one is by itself.
    pub(crate) fn new(Rows { rows, strengths }: &Rows) -> Self {
        // The first option of each group, with all of them.
        let mut groups: Vec<(OptionIx, Vec<OptionIx>)> = Vec::new();
        for (option, row) in rows.iter_enumerated() {
            let same = |other: &OptionIx| match (&rows[*other], row) {
                (Some(other), Some(row)) => {
                    let mut pairs = other.iter().zip(row);
                    pairs.all(|(a, b)| (a - b).abs() <= TIE)
                }
                _ => false,
            };
            match groups.iter_mut().find(|(one, _)| same(one)) {
                Some((_, all)) => all.push(option),
                None => groups.push((option, vec![option])),
            }
        }
        sort_ascending(&mut groups, |(one, _)| strengths[*one]);
        let groups: PerGroup<(OptionIx, Vec<OptionIx>)> = Per::of(groups);
        let mut of = Vec::new();
        for (group, (_, all)) in groups.iter_enumerated() {
            of.extend(all.iter().map(|option| (*option, group)));
        }
        // Every option is in one group, so these are all of them.
        sort_by(&mut of, Ord::cmp);
        let size = |all: &Vec<OptionIx>| u32::try_from(all.len()).unwrap_or(u32::MAX);
        Self {
            of: Per::of(of.into_iter().map(|(_, group)| group)),
            one: groups.map(|_, (one, _)| *one),
            size: groups.map(|_, (_, all)| size(all)),
        }
    }
}
