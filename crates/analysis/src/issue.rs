//! What is missing or odd in an appraisal.

use super::{Agreement, Misfit, OffScale};
use weighbridge_model::{Check, CriterionId, GatewayId, OptionId, PriorityId, Statement};

/// How much an issue matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Something is missing or odd, though there is a result.
    Attention,
    /// There is no result until it is fixed.
    Blocks,
}

/// Something missing or odd. The words are in `weighbridge_report`.
#[derive(Clone, Debug, PartialEq)]
pub enum Issue {
    /// The question is not written down.
    NoQuestion,
    /// There is no option to appraise.
    NoOptions,
    /// There is one option to appraise, so nothing to compare it with.
    OneOption,
    /// There is no criterion.
    NoCriteria,
    /// No option is marked as what the others are compared with.
    NoBaseline,
    /// A criterion has no weight, and others in its branch do.
    MissingWeight {
        /// Which.
        criterion: CriterionId,
    },
    /// All weights in a branch are zero.
    AllWeightsZero {
        /// The branch; `None` for the top.
        branch: Option<CriterionId>,
    },
    /// An option has scores that are missing or cannot be judged, so it has no total.
    MissingScores {
        /// Which option.
        option: OptionId,
        /// On which criteria.
        criteria: Vec<CriterionId>,
    },
    /// A score is not on its scale.
    Unusable {
        /// Which option.
        option: OptionId,
        /// On which criterion.
        criterion: CriterionId,
        /// What is wrong.
        why: OffScale,
    },
    /// A criterion applies to no option: it is left out and the others renormalised.
    NotApplicableToAny {
        /// Which.
        criterion: CriterionId,
    },
    /// A criterion does not apply to some options: it counts as missing there.
    NotApplicableToSome {
        /// Which.
        criterion: CriterionId,
        /// To which options it does not apply.
        options: Vec<OptionId>,
    },
    /// All options have the same value on a criterion, so it cannot tell them apart.
    SameForAll {
        /// Which.
        criterion: CriterionId,
    },
    /// An amount lies outside a fixed scale: shown, not clamped.
    OutsideScale {
        /// Which option.
        option: OptionId,
        /// On which criterion.
        criterion: CriterionId,
        /// The value, below 0 or above 100.
        value: f64,
    },
    /// A point of a value function lies outside the ends of a local scale and is not used.
    BreakpointOutside {
        /// Which criterion.
        criterion: CriterionId,
    },
    /// Swing weights were given when scales ended elsewhere.
    SwingStale {
        /// The branch; `None` for the top.
        branch: Option<CriterionId>,
        /// The criteria whose ends have moved.
        criteria: Vec<CriterionId>,
    },
    /// It is not recorded for which ends of scales swing weights were given.
    SwingEndsNotRecorded {
        /// The branch; `None` for the top.
        branch: Option<CriterionId>,
        /// The criteria whose ends were not recorded.
        criteria: Vec<CriterionId>,
    },
    /// No swing weight of a branch is 100, so that the largest stands for the whole swing.
    SwingWithoutHundred {
        /// The branch; `None` for the top.
        branch: Option<CriterionId>,
        /// The criteria with the largest.
        criteria: Vec<CriterionId>,
        /// The largest, above 0.
        largest: f64,
    },
    /// The judgements made with the method in use no longer give weights, so the earlier weights count.
    WeightsFromBefore {
        /// The branch; `None` for the top.
        branch: Option<CriterionId>,
    },
    /// A branch has no weights, and the judgements made with the method in use give none.
    JudgementsIncomplete {
        /// The branch; `None` for the top.
        branch: Option<CriterionId>,
    },
    /// The weights given for a branch, which count, are not those that follow from what was said by the
    /// method in use.
    WeightsNotFromJudgements {
        /// The branch; `None` for the top.
        branch: Option<CriterionId>,
        /// The shares that count, in the order of the branch; `None` while a weight is missing.
        given: Option<Vec<f64>>,
        /// The shares that follow.
        follow: Vec<f64>,
    },
    /// The weights of a branch rest on judgements that contradict each other more than is accepted.
    JudgementsInconsistent {
        /// The branch; `None` for the top.
        branch: Option<CriterionId>,
        /// How far they agree.
        agreement: Agreement,
    },
    /// Weights were given while nobody had said what the ends of these scales mean.
    RangesUnseen {
        /// The criteria with a weight and a scale without ends.
        criteria: Vec<CriterionId>,
    },
    /// All weights of a branch are equal.
    FlatWeights {
        /// The branch; `None` for the top.
        branch: Option<CriterionId>,
    },
    /// A branch has far more criteria than one beside it, and more weight.
    Lopsided {
        /// The branch with many.
        branch: CriterionId,
        /// How many leaves it has.
        count: usize,
    },
    /// All options have the same values on two criteria.
    NearDuplicate {
        /// The one.
        first: CriterionId,
        /// The other.
        second: CriterionId,
    },
    /// A criterion that looks like a cost is scored.
    CostScored {
        /// Which.
        criterion: CriterionId,
    },
    /// All scores on criteria with values from 0 to 100 are whole or half numbers up to 5 or 10: they
    /// look like marks out of that many.
    MarksOnValues {
        /// The criteria.
        criteria: Vec<CriterionId>,
        /// The highest mark there could be, 5 or 10.
        out_of: u8,
        /// The lowest mark there could be: 1, or 0 where a score is below 1.
        from: u8,
    },
    /// A score is a fraction of 1 on a scale from 0 to 100 on which others are far above 1: it may be meant as a share.
    FractionOfValues {
        /// Whose score.
        option: OptionId,
        /// Which criterion.
        criterion: CriterionId,
        /// The score.
        score: f64,
    },
    /// A scale that ends at the options is only the small difference between two amounts.
    NarrowScale {
        /// Which criterion.
        criterion: CriterionId,
        /// The lowest amount.
        low: f64,
        /// The highest amount.
        high: f64,
    },
    /// Some scores have no reason.
    ScoresWithoutReason {
        /// How many.
        count: usize,
        /// Of how many given.
        of: usize,
    },
    /// An option that is appraised fails a gateway.
    FailsGateway {
        /// Which option.
        option: OptionId,
        /// Which gateway.
        gateway: GatewayId,
    },
    /// Options that are appraised are not judged at a gateway.
    GatewayNotJudged {
        /// Which gateway.
        gateway: GatewayId,
        /// Which options, in the order of the appraisal.
        options: Vec<OptionId>,
    },
    /// The level of a gateway is not in the terms of its criterion, so nothing is judged by it.
    GatewayMisfit {
        /// Which gateway.
        gateway: GatewayId,
        /// Why.
        why: Misfit,
    },
    /// One of the seven checks of the criteria was answered with no.
    CheckAnsweredNo {
        /// Which.
        check: Check,
    },
    /// No criterion serves a priority of a plan.
    PriorityWithoutCriterion {
        /// Which.
        priority: PriorityId,
    },
    /// The statements about weights contradict each other, so no weights fit them.
    StatementsContradict {
        /// The statements; without any one of them the rest would agree.
        statements: Vec<Statement>,
    },
    /// Something is said of the weight of a criterion that applies to no option, so what is said of weights is
    /// not used.
    StatementNotUsed {
        /// What is said.
        statement: Statement,
    },
    /// The weights that count are not such as something says that they are, so the totals are not by it.
    WeightsBreakStatement {
        /// What is said.
        statement: Statement,
    },
    /// A weight is not in its own range.
    WeightOutsideRange {
        /// Of which criterion.
        criterion: CriterionId,
    },
    /// A score is not in its own range.
    ScoreOutsideRange {
        /// Whose.
        option: OptionId,
        /// On which criterion.
        criterion: CriterionId,
    },
    /// Points of a scale in words have values below 0 or above 100.
    LevelsOutsideScale {
        /// Of which criterion.
        criterion: CriterionId,
        /// What the points are called.
        labels: Vec<String>,
    },
}

impl Issue {
    /// A short stable name for programs: `missing-scores` and so on.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoQuestion => "no-question",
            Self::NoOptions => "no-options",
            Self::OneOption => "one-option",
            Self::NoCriteria => "no-criteria",
            Self::NoBaseline => "no-baseline",
            Self::MissingWeight { .. } => "missing-weight",
            Self::AllWeightsZero { .. } => "all-weights-zero",
            Self::MissingScores { .. } => "missing-scores",
            Self::Unusable { .. } => "score-not-on-scale",
            Self::NotApplicableToAny { .. } => "not-applicable-to-any",
            Self::NotApplicableToSome { .. } => "not-applicable-to-some",
            Self::SameForAll { .. } => "same-for-all",
            Self::OutsideScale { .. } => "outside-scale",
            Self::BreakpointOutside { .. } => "bend-outside-scale",
            Self::SwingStale { .. } => "swing-weights-stale",
            Self::SwingEndsNotRecorded { .. } => "swing-ends-not-recorded",
            Self::SwingWithoutHundred { .. } => "swing-without-100",
            Self::WeightsFromBefore { .. } => "weights-from-before",
            Self::JudgementsIncomplete { .. } => "judgements-incomplete",
            Self::WeightsNotFromJudgements { .. } => "weights-not-from-judgements",
            Self::JudgementsInconsistent { .. } => "judgements-inconsistent",
            Self::RangesUnseen { .. } => "ranges-unseen",
            Self::FlatWeights { .. } => "flat-weights",
            Self::Lopsided { .. } => "lopsided-branches",
            Self::NearDuplicate { .. } => "near-duplicates",
            Self::CostScored { .. } => "cost-scored",
            Self::MarksOnValues { .. } => "marks-on-values",
            Self::FractionOfValues { .. } => "fraction-of-values",
            Self::NarrowScale { .. } => "narrow-scale",
            Self::ScoresWithoutReason { .. } => "scores-without-reason",
            Self::FailsGateway { .. } => "fails-gateway",
            Self::GatewayNotJudged { .. } => "gateway-not-judged",
            Self::GatewayMisfit { .. } => "gateway-level-does-not-fit",
            Self::CheckAnsweredNo { .. } => "check-answered-no",
            Self::PriorityWithoutCriterion { .. } => "priority-without-criterion",
            Self::StatementsContradict { .. } => "statements-contradict",
            Self::StatementNotUsed { .. } => "statement-not-used",
            Self::WeightsBreakStatement { .. } => "weights-break-statement",
            Self::WeightOutsideRange { .. } => "weight-outside-range",
            Self::ScoreOutsideRange { .. } => "score-outside-range",
            Self::LevelsOutsideScale { .. } => "levels-outside-scale",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self {
            Self::NoOptions
            | Self::NoCriteria
            | Self::MissingWeight { .. }
            | Self::JudgementsIncomplete { .. }
            | Self::AllWeightsZero { .. } => Severity::Blocks,
            Self::OneOption
            | Self::MissingScores { .. }
            | Self::Unusable { .. }
            | Self::NotApplicableToSome { .. }
            | Self::NotApplicableToAny { .. }
            | Self::SwingStale { .. }
            | Self::SwingEndsNotRecorded { .. }
            | Self::WeightsFromBefore { .. }
            | Self::WeightsNotFromJudgements { .. }
            | Self::JudgementsInconsistent { .. }
            | Self::BreakpointOutside { .. }
            | Self::MarksOnValues { .. }
            | Self::FailsGateway { .. }
            | Self::GatewayNotJudged { .. }
            | Self::GatewayMisfit { .. }
            | Self::StatementsContradict { .. }
            | Self::StatementNotUsed { .. }
            | Self::WeightOutsideRange { .. }
            | Self::ScoreOutsideRange { .. }
            | Self::LevelsOutsideScale { .. } => Severity::Attention,
            Self::NoQuestion
            | Self::NoBaseline
            | Self::SameForAll { .. }
            | Self::OutsideScale { .. }
            | Self::RangesUnseen { .. }
            | Self::SwingWithoutHundred { .. }
            | Self::FlatWeights { .. }
            | Self::Lopsided { .. }
            | Self::NearDuplicate { .. }
            | Self::CostScored { .. }
            | Self::FractionOfValues { .. }
            | Self::NarrowScale { .. }
            | Self::ScoresWithoutReason { .. }
            | Self::CheckAnsweredNo { .. }
            | Self::WeightsBreakStatement { .. }
            | Self::PriorityWithoutCriterion { .. } => Severity::Note,
        }
    }
}
