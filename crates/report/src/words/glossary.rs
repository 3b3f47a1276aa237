//! The terms of the field, each explained once: in the help, and where it stands on a page.

/// A term of the field.
///
/// A page names the term that it explains, so a term that is not in the glossary does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// A way of running the service.
    Option,
    /// What the others are compared with.
    Baseline,
    /// Options that deserve a look, and those that are appraised.
    ShortList,
    /// What every option has to pass.
    Gateway,
    /// What tells a good choice from a bad one.
    Criterion,
    /// How good an option is on a criterion, as somebody gave it.
    Score,
    /// A score from 0 to 100.
    Value,
    /// Two people's different absences.
    CannotJudge,
    /// How a measure becomes a value.
    ValueFunction,
    /// How much a criterion counts.
    Weight,
    /// How much the step from worst to best counts.
    SwingWeight,
    /// Two at a time.
    PairwiseComparison,
    /// Against the most and the least important.
    BestWorst,
    /// Differences in words.
    Macbeth,
    /// Weights from an order.
    RankOrderCentroid,
    /// How well answers agree.
    ConsistencyRatio,
    /// Every option on every criterion.
    PerformanceMatrix,
    /// Values times weights, added up.
    Total,
    /// Never better, and somewhere worse.
    Dominated,
    /// A lead too small to name.
    NoClearWinner,
    /// Where the leader changes.
    SwitchingValue,
    /// The largest effects, in a row.
    Tornado,
    /// The smallest change that puts another first.
    SmallestChange,
    /// What else could be believed of the future.
    Scenario,
    /// How far behind the best.
    Regret,
    /// How often an option comes where.
    RankAcceptability,
    /// The weights of those who would choose it.
    CentralWeights,
    /// How sure the choice is with those weights.
    ConfidenceFactor,
    /// How far a sampled number may be off.
    StandardError,
    /// What the draws begin with.
    Seed,
    /// How many draws they are worth.
    EffectiveSampleSize,
    /// Another order because of what is not chosen.
    RankReversal,
}

impl Term {
    /// Every term, in the order of the work.
    pub const ALL: [Self; 32] = [
        Self::Option,
        Self::Baseline,
        Self::ShortList,
        Self::Gateway,
        Self::Criterion,
        Self::Score,
        Self::Value,
        Self::CannotJudge,
        Self::ValueFunction,
        Self::Weight,
        Self::SwingWeight,
        Self::PairwiseComparison,
        Self::BestWorst,
        Self::Macbeth,
        Self::RankOrderCentroid,
        Self::ConsistencyRatio,
        Self::PerformanceMatrix,
        Self::Total,
        Self::Dominated,
        Self::NoClearWinner,
        Self::SwitchingValue,
        Self::Tornado,
        Self::SmallestChange,
        Self::Scenario,
        Self::Regret,
        Self::RankAcceptability,
        Self::CentralWeights,
        Self::ConfidenceFactor,
        Self::StandardError,
        Self::Seed,
        Self::EffectiveSampleSize,
        Self::RankReversal,
    ];

    /// What it is called, and what it means.
    const fn entry(self) -> (&'static str, &'static str) {
        match self {
            Self::Option => (
                "Option",
                "One way of doing what has to be done, such as running a service in house or through a trust.",
            ),
            Self::Baseline => (
                "Baseline",
                "The option the others are compared with: doing nothing, carrying on as now, or the least that must be done.",
            ),
            Self::ShortList => (
                "Long list and short list",
                "The long list is everything that deserves a look. The short list is what is appraised in full.",
            ),
            Self::Gateway => (
                "Gateway",
                "Something every option has to pass, such as being lawful or affordable, however well it does otherwise. The Green Book calls it a critical success factor.",
            ),
            Self::Criterion => (
                "Criterion",
                "Something that tells a good choice from a bad one here. Leave out what is the same for every option.",
            ),
            Self::Score => (
                "Score",
                "How well an option does on one criterion, as people gave it: an amount, a point on a scale, or words.",
            ),
            Self::Value => (
                "Value",
                "A score turned into a number from 0 (the worst end of the scale) to 100 (the best), so that different things can be added up.",
            ),
            Self::CannotJudge => (
                "Missing, cannot judge, not applicable",
                "A blank is not a zero. An option with a missing score, or one that nobody can judge, has no total, only a range. What applies to no option is left out.",
            ),
            Self::ValueFunction => (
                "Value function",
                "The line that turns an amount into a value from 0 to 100. Straight, each pound or month counts the same; bent, the first ones count for more or less.",
            ),
            Self::Weight => (
                "Weight",
                "How much a criterion counts: how much it matters to go from the worst end of its scale to the best. Only the ratio of weights matters.",
            ),
            Self::SwingWeight => (
                "Swing weight",
                "A weight found by asking: if everything were at its worst, which would you improve first, and how much does each other improvement matter beside it? That puts the real difference between options into the weight.",
            ),
            Self::PairwiseComparison => (
                "Pairwise comparison",
                "Weights from comparing criteria two at a time, on Saaty’s scale from 1 (equal) to 9 (extremely more). The method is the analytic hierarchy process (AHP).",
            ),
            Self::BestWorst => (
                "Best-Worst method",
                "Weights from comparing everything with the most important criterion and with the least important one (Rezaei 2015). Fewer questions than comparing every pair.",
            ),
            Self::Macbeth => (
                "Differences in words (MACBETH)",
                "Numbers from judging differences in words only, from none to extreme (Bana e Costa and Vansnick).",
            ),
            Self::RankOrderCentroid => (
                "Rank-order centroid",
                "Weights from an order alone: the average of all the weights that keep the order.",
            ),
            Self::ConsistencyRatio => (
                "Consistency ratio",
                "How far answers contradict each other: 0 is complete agreement, up to 0.1 is acceptable, and 1 is like answering at random.",
            ),
            Self::PerformanceMatrix => (
                "Performance matrix",
                "The table of every option on every criterion, which the total rests on.",
            ),
            Self::Total => (
                "Total",
                "Each value times the weight of its criterion, added up: from 0, the worst on everything, to 100, the best on everything.",
            ),
            Self::Dominated => (
                "Dominated",
                "Never better than another option on any criterion, and worse on at least one. No weights can put a dominated option ahead of that other.",
            ),
            Self::NoClearWinner => (
                "No clear winner",
                "The lead is smaller than the margin set on Question (usually 2 points of 100). Scores and weights are never that exact, so no winner is named.",
            ),
            Self::SwitchingValue => (
                "Switching value",
                "How far one weight or score has to move before another option takes the lead, everything else staying the same.",
            ),
            Self::Tornado => (
                "Tornado",
                "A chart of what moves the lead: each weight and score is moved down and up by itself, and the largest effects come first.",
            ),
            Self::SmallestChange => (
                "Smallest change",
                "The least that several weights or scores together have to move for another option to come first.",
            ),
            Self::Scenario => (
                "Scenario",
                "A different view of the future or of what matters, with its own weights or scores, to see whether the choice holds there.",
            ),
            Self::Regret => (
                "Regret",
                "How many points an option falls behind the best one in a scenario. The choice with the smallest greatest regret is the safest.",
            ),
            Self::RankAcceptability => (
                "Rank acceptability",
                "In how many of all possible sets of weights (and scores, where they are uncertain) an option comes first, second and so on.",
            ),
            Self::CentralWeights => (
                "Central weights",
                "The average of all the weights with which an option comes first: what somebody who would choose it finds important.",
            ),
            Self::ConfidenceFactor => (
                "Confidence factor",
                "How often an option comes first with its own central weights. Low means that uncertain scores can still take its lead away.",
            ),
            Self::StandardError => (
                "Standard error",
                "How far a number found by sampling is typically off. Twice this either way covers it 19 times out of 20.",
            ),
            Self::Seed => (
                "Seed",
                "The starting point of the random draws. The same seed always gives the same results.",
            ),
            Self::EffectiveSampleSize => (
                "Effective sample size",
                "How many independent draws the sampled weights are worth. Draws that follow each other are alike, so it is less than their number.",
            ),
            Self::RankReversal => (
                "Rank reversal",
                "Two options change places because a third was added or removed. Methods that compare options with each other can do that; a fixed scale does not.",
            ),
        }
    }

    /// What it is called.
    ///
    /// ```
    /// use weighbridge_report::words::Term;
    /// assert_eq!(Term::Dominated.name(), "Dominated");
    /// ```
    pub const fn name(self) -> &'static str {
        self.entry().0
    }

    /// What it means, in a sentence or three.
    pub const fn meaning(self) -> &'static str {
        self.entry().1
    }

    /// What an address calls it: `swing-weight`.
    ///
    /// ```
    /// use weighbridge_report::words::Term;
    /// assert_eq!(Term::SwingWeight.slug(), "swing-weight");
    /// assert_eq!(Term::CannotJudge.slug(), "missing-cannot-judge-not-applicable");
    /// ```
    pub fn slug(self) -> String {
        weighbridge_model::slug(self.name(), "term", |_| false)
    }
}
