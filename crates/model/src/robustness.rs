use super::{Criterion, CriterionId, Extra, Finite};
use serde::{Deserialize, Serialize};

/// What is taken to be known when weights and scores are not certain, and how it is sampled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Robustness {
    /// The statements about weights that hold whoever gives them.
    pub statements: Vec<Statement>,
    /// How scores with a stated range are distributed over it.
    pub shape: Shape,
    /// Sampling stops once every share is known this closely, at 95%: in percentage points, from
    /// [`Robustness::FINEST`] to [`Robustness::COARSEST`].
    pub precision: Finite,
    /// What random numbers begin with: the same seed gives the same shares, to the last bit.
    pub seed: u32,
    /// Fields from a file that this version does not know.
    pub extra: Extra,
}

impl Default for Robustness {
    fn default() -> Self {
        Self {
            statements: Vec::new(),
            shape: Shape::default(),
            precision: Finite::new(Self::PRECISION).unwrap_or(Finite::ZERO),
            seed: 1,
            extra: Extra::default(),
        }
    }
}

impl Robustness {
    /// How closely shares are known unless an appraisal says otherwise, in percentage points.
    pub const PRECISION: f64 = 0.5;
    /// The smallest precision that can be asked for: some four million samples.
    pub const FINEST: f64 = 0.05;
    /// The largest precision that can be asked for.
    pub const COARSEST: f64 = 5.0;

    /// Whether a precision can be asked for.
    pub fn can_be_asked(precision: f64) -> bool {
        (Self::FINEST..=Self::COARSEST).contains(&precision)
    }
}

/// A statement about the weights of one branch. Shares are of the branch, 0 to 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Statement {
    /// The first counts at least as much as the second.
    AtLeastAsImportant(CriterionId, CriterionId),
    /// The two count the same.
    Equal(CriterionId, CriterionId),
    /// The criterion has at least this share.
    AtLeast(CriterionId, Finite),
    /// The criterion has at most this share.
    AtMost(CriterionId, Finite),
}

impl Statement {
    /// The criterion it is about, and the one that it is compared with.
    pub fn criteria(&self) -> (&CriterionId, Option<&CriterionId>) {
        match self {
            Self::AtLeastAsImportant(one, other) | Self::Equal(one, other) => (one, Some(other)),
            Self::AtLeast(one, _) | Self::AtMost(one, _) => (one, None),
        }
    }

    /// The share, where it is about one.
    pub fn share(&self) -> Option<Finite> {
        match self {
            Self::AtLeastAsImportant(..) | Self::Equal(..) => None,
            Self::AtLeast(_, share) | Self::AtMost(_, share) => Some(*share),
        }
    }

    /// Whether it speaks of criteria of one branch of a tree, of two if of several, and of a share from 0 to 1.
    pub fn fits(&self, tree: &[Criterion]) -> bool {
        let (one, other) = self.criteria();
        let branch = |id| Criterion::parent(tree, id).map(|p| &p.id);
        let there = |id| Criterion::find(tree, id).is_some();
        let beside = |other| one != other && there(other) && branch(other) == branch(one);
        there(one)
            && other.is_none_or(beside)
            && self.share().is_none_or(|x| (0.0..=1.0).contains(&x.get()))
    }
}

/// How a score is distributed over its range. An amount is distributed as an amount, and has whatever value its
/// value function gives it, with the ends of the scale that come of all the amounts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// Likelier the nearer to the score as given, in straight lines.
    #[default]
    Triangular,
    /// The three-point estimate of PERT: as triangular, but smooth and closer to the likeliest.
    Pert,
    /// Normal around the score as given, the range holding 95% of it, truncated to the scale as
    /// it is (or to the range, where that goes beyond).
    Normal,
    /// All equally likely.
    Uniform,
    /// Not at all: scores count as given, whatever their ranges.
    AsGiven,
}

impl Shape {
    /// Every shape, in the order shown.
    pub const ALL: [Self; 5] = [
        Self::Triangular,
        Self::Pert,
        Self::Normal,
        Self::Uniform,
        Self::AsGiven,
    ];
}
