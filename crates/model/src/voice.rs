use super::{CriterionId, OptionId, Scores, Weights};

/// What somebody says of the criteria and the options of an appraisal: how much the first matter, and how the
/// second do on them.
///
/// The voice that counts, the agreed one, is one of several: what a scenario would change is a voice that
/// says little, and so are weights that one person tries. A copy shares all that is said with the original until one
/// of them changes.
///
/// ```
/// use weighbridge_model::{CriterionId, RawWeight, Voice};
/// let [pace, cost] = ["pace", "cost"].map(|id| CriterionId::new(id).unwrap());
/// let mut agreed = Voice::default();
/// agreed.weights.set_raw(&pace, RawWeight::new(60.0));
/// agreed.weights.set_raw(&cost, RawWeight::new(40.0));
/// let mut mine = Voice::default();
/// mine.weights.set_raw(&pace, RawWeight::new(10.0));
/// let both = agreed.with(&mine);
/// assert_eq!(both.weights.raw(&pace), RawWeight::new(10.0), "what I say takes the place of what was agreed");
/// assert_eq!(both.weights.raw(&cost), RawWeight::new(40.0), "where I say nothing, what was agreed stands");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    /// How much the criteria matter.
    pub weights: Weights,
    /// How the options do on the criteria.
    pub scores: Scores,
}

impl Voice {
    /// This voice with what another says in the place of what it says itself; what the other says nothing of
    /// stays. See [`Weights::with`] and [`Scores::with`].
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        Self {
            weights: self.weights.with(&other.weights),
            scores: self.scores.with(&other.scores),
        }
    }

    /// Whether it says nothing at all.
    pub fn is_silent(&self) -> bool {
        self.weights.is_empty() && self.scores.is_empty()
    }

    /// Removes an option's scores.
    pub fn forget_option(&mut self, id: &OptionId) {
        self.scores.remove_option(id);
    }

    /// Forgets what was said of a criterion and how the weights of its children came about. How those of
    /// the criteria beside it came about may still name it.
    pub fn forget_criterion(&mut self, id: &CriterionId) {
        self.weights.remove(id);
        self.scores.remove_criterion(id);
    }
}
