use super::{CriterionId, Extra, Finite, RawWeight};
use litemap::LiteMap;
use serde::{Deserialize, Serialize};

/// How the weights of one branch came about: the method in use, and the judgements made with each method.
///
/// The weights that count are those of [`Weights`](super::Weights); what is kept here is where they
/// come from, so that methods can be compared and taken up again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weighting {
    /// The method that gave the weights.
    pub method: WeightingMethod,
    /// Points given directly, while another method is in use.
    pub direct: LiteMap<CriterionId, RawWeight>,
    /// Swings: how much the step from worst to best matters, the largest 100.
    pub swing: LiteMap<CriterionId, RawWeight>,
    /// The ends of the scales as they were when the swings were given, of every leaf below.
    pub swing_confirmed_for: LiteMap<CriterionId, ReferencePoints>,
    /// Places by importance, 1 the most important; equal places are ties.
    pub rank: LiteMap<CriterionId, u16>,
    /// How places turn into weights.
    pub rank_formula: RankFormula,
    /// Comparisons of two criteria, each pair at most once.
    pub pairwise: Vec<Comparison>,
    /// The most important criterion.
    pub best: Option<CriterionId>,
    /// The least important criterion.
    pub worst: Option<CriterionId>,
    /// How much more important the best is than each other, 1 to 9.
    pub best_to: LiteMap<CriterionId, Finite>,
    /// How much more important each other is than the worst, 1 to 9.
    pub to_worst: LiteMap<CriterionId, Finite>,
    /// Differences between the swings, in words; the reference is the worst on everything.
    pub macbeth: MacbethJudgements,
    /// Fields from a file that this version does not know.
    pub extra: Extra,
}

impl Weighting {
    /// Points given directly, without any other judgements.
    pub const fn blank() -> Self {
        Self {
            method: WeightingMethod::Direct,
            direct: LiteMap::new(),
            swing: LiteMap::new(),
            swing_confirmed_for: LiteMap::new(),
            rank: LiteMap::new(),
            rank_formula: RankFormula::Centroid,
            pairwise: Vec::new(),
            best: None,
            worst: None,
            best_to: LiteMap::new(),
            to_worst: LiteMap::new(),
            macbeth: MacbethJudgements::none(),
            extra: Extra(Vec::new()),
        }
    }

    /// Whether there are no judgements but points given directly.
    pub fn is_blank(&self) -> bool {
        *self == Self::blank()
    }

    /// Whether points are kept while another method is in use.
    pub fn points_aside(&self) -> bool {
        self.method != WeightingMethod::Direct && !self.direct.is_empty()
    }

    /// The criteria of the branch that are named in words other than MACBETH's, some more than once.
    pub fn criteria(&self) -> impl Iterator<Item = &CriterionId> {
        let points = self.direct.iter().chain(self.swing.iter());
        let times = self.best_to.iter().chain(self.to_worst.iter());
        let pairs = self.pairwise.iter().flat_map(|c| [&c.more, &c.less]);
        points
            .map(|(id, _)| id)
            .chain(times.map(|(id, _)| id))
            .chain(self.rank.keys())
            .chain(pairs)
            .chain(&self.best)
            .chain(&self.worst)
    }

    /// Removes every judgement of a criterion that is no longer in the branch.
    pub fn forget(&mut self, id: &CriterionId) {
        self.direct.remove(id);
        self.swing.remove(id);
        self.swing_confirmed_for.remove(id);
        self.rank.remove(id);
        self.pairwise.retain(|c| c.more != *id && c.less != *id);
        for end in [&mut self.best, &mut self.worst] {
            if end.as_ref() == Some(id) {
                *end = None;
            }
        }
        self.best_to.remove(id);
        self.to_worst.remove(id);
        self.macbeth.forget(id.as_str());
    }
}

/// The ways to give weights.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum WeightingMethod {
    /// Points, in any number.
    #[default]
    Direct,
    /// Swing weighting.
    Swing,
    /// Rank order.
    Rank,
    /// Pairwise comparison, as in the analytic hierarchy process.
    Pairwise,
    /// The Best-Worst Method.
    BestWorst,
    /// MACBETH: differences in words.
    Macbeth,
}

impl WeightingMethod {
    /// Every method, in the order shown.
    pub const ALL: [Self; 6] = [
        Self::Direct,
        Self::Swing,
        Self::Rank,
        Self::Pairwise,
        Self::BestWorst,
        Self::Macbeth,
    ];
}

/// How places turn into weights.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RankFormula {
    /// Rank order centroid.
    #[default]
    Centroid,
    /// Rank sum.
    Sum,
    /// Rank reciprocal.
    Reciprocal,
}

impl RankFormula {
    /// Every formula, in the order shown.
    pub const ALL: [Self; 3] = [Self::Centroid, Self::Sum, Self::Reciprocal];
}

/// The two ends of a scale, in its own terms.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferencePoints {
    /// The worst end.
    pub worst: ReferencePoint,
    /// The best end.
    pub best: ReferencePoint,
}

/// One end of a scale.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReferencePoint {
    /// Nothing says what it is.
    #[default]
    Unsaid,
    /// What 0 or 100 means on a direct scale. In early files, what any end was, as it was shown.
    Words(String),
    /// A label of a scale of points.
    Label {
        /// The label itself.
        label: String,
        /// What it means; may be empty.
        words: String,
    },
    /// An amount of a measure.
    Amount {
        /// How much.
        at: Finite,
        /// The unit; may be empty.
        unit: String,
    },
}

impl ReferencePoint {
    /// The end that has words; unsaid when they are empty.
    pub fn said(words: &str) -> Self {
        if words.is_empty() {
            Self::Unsaid
        } else {
            Self::Words(words.to_owned())
        }
    }
}

/// "The first is so many times as important as the second."
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The first.
    pub more: CriterionId,
    /// The second.
    pub less: CriterionId,
    /// How many times; above 0, and below 1 when the second is the more important.
    pub times: Finite,
}

/// Elements in order of attractiveness with differences between them in words (MACBETH).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MacbethJudgements {
    /// Ids, the most attractive first.
    pub order: Vec<String>,
    /// The differences judged so far, each pair at most once.
    pub differences: Vec<Difference>,
    /// Fields from a file that this version does not know.
    pub extra: Extra,
}

impl MacbethJudgements {
    /// Nothing judged.
    pub const fn none() -> Self {
        Self {
            order: Vec::new(),
            differences: Vec::new(),
            extra: Extra(Vec::new()),
        }
    }

    /// Whether it is blank.
    pub fn is_blank(&self) -> bool {
        *self == Self::none()
    }

    /// Whether an element is placed, or a difference to it judged.
    pub fn names(&self, id: &str) -> bool {
        self.order.iter().any(|o| o == id)
            || self
                .differences
                .iter()
                .any(|d| d.more == id || d.less == id)
    }

    /// Forgets an element and every difference to it.
    pub fn forget(&mut self, id: &str) {
        self.order.retain(|o| o != id);
        self.differences.retain(|d| d.more != id && d.less != id);
    }
}

/// The difference in attractiveness between two elements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The id of the more attractive.
    pub more: String,
    /// The id of the less attractive; empty for the reference, the worst on everything.
    pub less: String,
    /// The category, 0 (no difference) to 6 (extreme); the lower one when in doubt between several.
    pub low: u8,
    /// The same category, or the upper one.
    pub high: u8,
}
