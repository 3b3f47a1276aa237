//! What is uncertain of an appraisal, as a problem for the sampler.

use super::assumption::{Assumption, Reason};
use super::chance::Chance;
use super::reach::Reach;
use super::tree::Tree;
use super::uncertain::{amounts, score};
use crate::{Analysis, Ix, LeafIx, OptionIx, PerLeaf};
use weighbridge_model::Perspective;
use weighbridge_sampling::{Amounts, Estimate, Outcome, Score};

/// What is to be sampled of an appraisal.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The options, by their place in the analysis: those with a value on every criterion that
    /// counts. Results name options by their place in this list.
    pub options: Vec<OptionIx>,
    /// The options that are left out because a value is missing.
    pub left_out: Vec<OptionIx>,
    /// Whether all scores are fixed.
    pub fixed_scores: bool,
    /// On how many criteria amounts are drawn, which become values sample by sample.
    pub drawn_amounts: usize,
    /// For each option the first with the same fixed scores on all that counts: they always tie.
    alike: Vec<usize>,
    pub(super) kernel: weighbridge_sampling::Problem,
    /// Tells by how much an option could lead at best.
    reach: Reach,
}

impl Problem {
    /// What is to be sampled, under an assumption about weights; scores with a range are distributed
    /// over it as the appraisal says: amounts as amounts, so that a scale that ends at the options ends at those
    /// that are drawn, and a value function that bends inside a range changes nothing of what is drawn.
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
    pub fn of<'a>(
        appraisal: impl Into<Perspective<'a>>,
        analysis: &Analysis,
        weights: Assumption,
    ) -> Result<Self, Reason> {
        Self::new(appraisal.into(), analysis, weights)
    }

    fn new(
        appraisal: Perspective<'_>,
        analysis: &Analysis,
        weights: Assumption,
    ) -> Result<Self, Reason> {
        let counted = analysis.counted_leaves();
        if counted.is_empty() {
            return Err(Reason::NoCriteria);
        }
        let has_all = |option: &OptionIx| {
            let row = &analysis.values[*option];
            counted.iter().all(|leaf| row[*leaf].value().is_some())
        };
        let (options, left_out): (Vec<OptionIx>, Vec<OptionIx>) =
            analysis.options.keys().partition(has_all);
        if options.is_empty() {
            return Err(Reason::NoOptions);
        }
        let leaves = PerLeaf::of(appraisal.leaves());
        let mut drawn = Vec::new();
        for option in &options {
            for (leaf, criterion) in leaves.iter_enumerated() {
                drawn.push(score(appraisal, analysis, *option, leaf, criterion));
            }
        }
        let amounts = counted
            .iter()
            .filter_map(|leaf| amounts(appraisal, analysis, &options, *leaf, leaves[*leaf]));
        let amounts: Vec<Amounts> = amounts.collect();
        let fixed_scores = amounts.is_empty() && drawn.iter().all(|s| matches!(s, Score::Fixed(_)));
        let drawn_amounts = amounts.len();
        let amount = |leaf: LeafIx, at: usize| {
            let own = amounts.iter().find(|own| own.criterion == leaf.place());
            own.and_then(|own| own.options.get(at)?.as_ref())
        };
        let row = |(at, row): (usize, &[Score])| {
            let score = |leaf: LeafIx| amount(leaf, at).or_else(|| row.get(leaf.place()));
            let fixed = |leaf: &LeafIx| match score(*leaf) {
                Some(Score::Fixed(value)) => Some(value.to_bits()),
                _ => None,
            };
            counted.iter().map(fixed).collect::<Option<Vec<u64>>>()
        };
        let rows: Vec<Option<Vec<u64>>> = drawn.chunks(leaves.len()).enumerate().map(row).collect();
        let first = |at: usize, own: &Option<Vec<u64>>| {
            let mut before = rows.iter().take(at);
            before.position(|other| own.is_some() && other == own)
        };
        let alike = rows
            .iter()
            .enumerate()
            .map(|(at, own)| first(at, own).unwrap_or(at))
            .collect();
        let tree = Tree::of(analysis);
        let branches = tree.branches(appraisal, analysis, weights)?;
        let mut ends: Vec<[f64; 2]> = drawn.iter().map(Score::ends).collect();
        for own in &amounts {
            for (at, row) in ends.chunks_mut(leaves.len()).enumerate() {
                let ends = row.get_mut(own.criterion).zip(own.reach(at));
                if let Some((ends, reach)) = ends {
                    *ends = reach;
                }
            }
        }
        let reach = Reach::new(appraisal, analysis, &tree, weights, &ends);
        let kernel =
            weighbridge_sampling::Problem::new(options.len(), leaves.len(), drawn, branches)
                .and_then(|problem| problem.with_amounts(amounts))
                .map_err(|fault| tree.reason(appraisal, analysis, weights, fault))?;
        Ok(Self {
            options,
            left_out,
            fixed_scores,
            drawn_amounts,
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
}
