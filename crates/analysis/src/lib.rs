//! What follows from an appraisal: pure functions that cannot fail.
//!
//! [`analyse`] prepares everything a page or a report needs: normalised weights, values, totals,
//! ranks, dominance, the verdict, and a list of [`Issue`]s that says what is missing or odd.
//! [`weight_lines`] adds what happens as one weight goes from nothing to everything, and
//! [`score_flips`] what one score would have to be for another option to come first, [`tornado`]
//! what moves the lead most, [`joint_weights`] and [`joint_scores`] the smallest changes of several
//! at once, [`potential`] whether any weights at all put an option first, and [`methods`] what other
//! accepted methods make of the same values. [`outlooks`] does all this for each scenario. A [`Run`]
//! says how often each option comes where, when weights and scores are not known.
//!
//! The model is additive: the value of an option is the sum over leaves of cumulative weight times
//! value. Sources: DCLG, *Multi-criteria analysis: a manual* (2009), chapters 5 and 6; Goodwin and
//! Wright, *Decision Analysis for Management Judgment*, chapter 3.

mod bias_checks;
mod blanks;
mod dominance;
pub mod elicitation;
mod gateway;
mod issue;
mod joint;
mod judged;
mod lacking;
mod lead;
mod lines;
mod marks;
pub mod methods;
mod ranking;
mod reference_points;
mod robustness;
mod scenarios;
mod scores;
mod set_share;
mod stretch;
mod threshold;
mod tornado;
mod value;
mod weighing;
mod weight_claims;
mod weights;

pub use dominance::Dominance;
pub use gateway::{Basis, Gate, Misfit, OpenGate, failed_gateways, gate, misfit};
pub use issue::{Issue, Severity};
pub use joint::{
    First, JointScores, JointWeights, Potential, PrintedScore, joint_scores, joint_weights,
    potential,
};
pub use judged::{
    Agreement, FromJudgements, Partial, SAME_WEIGHT, Unjudged, agreement, derive_weights,
    from_judgements, raw_weights,
};
pub use lacking::{Lacking, lacking};
pub use lead::{Filling, Lead, Next, Reach, Rival, Settled};
pub use lines::{
    Flip, Line, Segment, Share, Stability, WeightLines, stability, weight_lines, weight_lines_of,
};
pub use ranking::{OptionResult, Total, Verdict};
pub use reference_points::{Seen, ends, seen};
pub use robustness::{
    Assumption, Chance, Drawn, Estimate, Leading, Mixing, Outcome, Problem, Reason, Run, Spread,
    Sureness, WeightOrder, first_share, pair_share, rank_share,
};
pub use scenarios::{Outlooks, Regret, in_scenario, outlooks};
pub use scores::{AmountFlip, AmountStretch, PointFlip, ScoreFlip, all_score_flips, score_flips};
pub use set_share::{weights_with_share, with_share};
pub use threshold::{Side, Threshold};
pub use tornado::{Bar, Driver, SCORE_SWING, Turn, WEIGHT_SWING, tornado};
pub use value::{Cell, LeafScale, ValueFunction};
pub use weighbridge_numeric::sum;
pub use weighing::{
    DerivedWeights, best_and_worst, compared, judgements, pair_repairs, priorities,
    values_in_words, weigh,
};
pub use weight_claims::{WeightChange, WeightClaim, WeightClaims};
pub use weights::Node;

use weighbridge_model::{Appraisal, CriterionId, Entry, OptionId};

/// Totals closer than this are ties and share the rank.
pub const TIE: f64 = 1e-9;

/// What follows from an appraisal.
///
/// Options are those that are appraised (not ruled out), in the appraisal's order; leaves are the
/// criteria that are scored, in the appraisal's order. Both are named by their place from 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Analysis {
    /// Every criterion, branches before their children, with its weights.
    pub nodes: Vec<Node>,
    /// The nodes that are leaves, by their place in `nodes`.
    pub leaves: Vec<usize>,
    /// How each leaf turned scores into values.
    pub scales: Vec<LeafScale>,
    /// The value of each option (outer) on each leaf (inner), or why there is none.
    pub values: Vec<Vec<Cell>>,
    /// The total, rank and contributions of each option.
    pub options: Vec<OptionResult>,
    /// Who leads among the options with a total, and by how much.
    pub verdict: Verdict,
    /// Who leads, by how much over everything that could still overtake, and whether that is settled.
    pub lead: Lead,
    /// Options that could still overtake those with the highest total, or draw level, once all scores
    /// are in. One with a total is here where missing amounts could move the ends of a scale.
    pub could_overtake: Vec<usize>,
    /// Incomplete options that come before every option with a total, wherever on their scales the
    /// missing scores are; each of them is in `could_overtake` too.
    pub ahead: Vec<usize>,
    /// Which option dominates which.
    pub dominance: Vec<Dominance>,
    /// What is missing or odd.
    pub issues: Vec<Issue>,
}

impl Analysis {
    /// The place of a criterion in `nodes`.
    pub fn node(&self, id: &CriterionId) -> Option<usize> {
        self.nodes.iter().position(|n| n.id == *id)
    }

    /// The place of an option in `options`.
    pub fn option(&self, id: &OptionId) -> Option<usize> {
        self.options.iter().position(|o| o.id == *id)
    }

    /// The node of a leaf.
    pub fn leaf_node(&self, leaf: usize) -> &Node {
        &self.nodes[self.leaves[leaf]]
    }

    /// The leaves that count: all but those that apply to no option.
    pub fn counted_leaves(&self) -> Vec<usize> {
        (0..self.leaves.len())
            .filter(|leaf| !self.scales[*leaf].excluded)
            .collect()
    }

    /// The value that an entry would have on a leaf with the scale as it is; `None` where it has none.
    ///
    /// ```
    /// use weighbridge_model::{Entry, Finite};
    /// use weighbridge_analysis as analysis;
    /// use weighbridge_opening::library;
    /// let appraisal = library::entry("birmingham-2013").unwrap().open().unwrap();
    /// let entry = Entry::Number(Finite::new(70.0).unwrap());
    /// assert_eq!(analysis::analyse(&appraisal).value_on(&appraisal, 0, &entry), Some(70.0));
    /// ```
    pub fn value_on(&self, appraisal: &Appraisal, leaf: usize, entry: &Entry) -> Option<f64> {
        let criterion = *appraisal.leaves().get(leaf)?;
        value::cell(entry, criterion, self.scales.get(leaf)?).value()
    }

    /// Options in rank order, ties in the appraisal's order; the incomplete after the ranked, the
    /// highest possible total first, but those that are ahead for certain before all others.
    pub fn in_rank_order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.options.len()).collect();
        order.sort_by(|a, b| {
            let behind = |at: &usize| !self.ahead.contains(at);
            let totals = || ranking::compare(&self.options[*a].total, &self.options[*b].total);
            behind(a).cmp(&behind(b)).then_with(totals)
        });
        order
    }
}

/// Works out what follows from an appraisal.
///
/// ```
/// use weighbridge_analysis as analysis;
/// use weighbridge_file as file;
/// let text = r#"{"format": "weighbridge", "version": 1, "title": "Office",
///   "options": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
///   "criteria": [{"id": "x", "name": "X", "weight": 3}, {"id": "y", "name": "Y", "weight": 1}],
///   "scores": {"a": {"x": 100, "y": 0}, "b": {"x": 20, "y": 100}}}"#;
/// let analysis = analysis::analyse(&file::open(text.as_bytes()).unwrap());
/// let totals: Vec<_> = analysis.options.iter().map(|o| o.total.value().unwrap()).collect();
/// assert_eq!(totals, [75.0, 40.0], "3/4 × 100 + 1/4 × 0, and 3/4 × 20 + 1/4 × 100");
/// ```
pub fn analyse(appraisal: &Appraisal) -> Analysis {
    let mut issues = Vec::new();
    let (scales, values) = value::values(appraisal, &mut issues);
    let nodes = weights::nodes(appraisal, &scales, &mut issues);
    let leaves: Vec<usize> = (0..nodes.len()).filter(|n| nodes[*n].leaf).collect();
    let blanks = blanks::Blanks::new(appraisal, &nodes, &leaves, &scales, &values);
    let mut options = ranking::options(appraisal, &nodes, &leaves, &scales, &values, &blanks);
    ranking::rank(&mut options);
    let margin = appraisal.margin.get();
    let verdict = ranking::verdict(&options, margin);
    let lead::Found {
        lead,
        could_overtake,
        ahead,
    } = lead::lead(&options, &verdict, margin, &blanks);
    let dominance = dominance::dominance(&values, &scales);
    issue::collect(appraisal, &options, &scales, &values, &mut issues);
    marks::collect(appraisal, &scales, &mut issues);
    bias_checks::collect(appraisal, &nodes, &scales, &values, &mut issues);
    let mut analysis = Analysis {
        nodes,
        leaves,
        scales,
        values,
        options,
        verdict,
        lead,
        could_overtake,
        ahead,
        dominance,
        issues,
    };
    let odd = robustness::odd(appraisal, &analysis);
    analysis.issues.extend(odd);
    analysis
}
