use super::{Criterion, CriterionId, RawWeight, Weighting, WeightingMethod};
use litemap::LiteMap;
use std::rc::Rc;

/// The weight of one criterion within its branch, with its range and its reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// The weight as given; `None` while nobody has given one.
    pub raw: Option<RawWeight>,
    /// Why that weight.
    pub reason: String,
    /// The least and the greatest weight somebody could defend, when a range was given.
    pub range: Option<[RawWeight; 2]>,
}

impl Weight {
    /// Whether it is blank, which is the same as no entry at all.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}

/// What one voice says of the weights: for each criterion its weight, and for each branch how the weights in
/// it came about.
///
/// What is blank is not kept, so two are equal when they have the same entries. Both tables are shared between
/// copies until one of them changes.
///
/// ```
/// use weighbridge_model::{CriterionId, RawWeight, Weights};
/// let pace = CriterionId::new("pace").unwrap();
/// let mut weights = Weights::default();
/// weights.set_raw(&pace, RawWeight::new(30.0));
/// weights.change(&pace, |weight| weight.reason = "It decides when savings start".to_owned());
/// assert_eq!(weights.raw(&pace), RawWeight::new(30.0));
/// weights.change(&pace, |weight| weight.reason.clear());
/// weights.set_raw(&pace, None);
/// assert_eq!(weights, Weights::default(), "blank is the same as never said");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weights {
    given: Rc<LiteMap<CriterionId, Weight>>,
    /// By branch; that of the top stands under `None`.
    weightings: Rc<LiteMap<Option<CriterionId>, Weighting>>,
}

/// Points given directly, without any other judgements: what holds of a branch without an entry.
const NOTHING_SAID: &Weighting = &Weighting::blank();

impl Weights {
    /// The entry of a criterion's weight, if there is one.
    pub fn get(&self, id: &CriterionId) -> Option<&Weight> {
        self.given.get(id)
    }

    /// The weight of a criterion within its branch as given; `None` while nobody has given one.
    pub fn raw(&self, id: &CriterionId) -> Option<RawWeight> {
        self.get(id)?.raw
    }

    /// Why a criterion has its weight; empty while no reason is given.
    pub fn reason(&self, id: &CriterionId) -> &str {
        self.get(id).map_or("", |weight| &weight.reason)
    }

    /// The least and the greatest weight of a criterion that somebody could defend, when a range was given.
    pub fn range(&self, id: &CriterionId) -> Option<[RawWeight; 2]> {
        self.get(id)?.range
    }

    /// All entries of single weights, by criterion id.
    pub fn iter(&self) -> impl Iterator<Item = (&CriterionId, &Weight)> {
        self.given.iter()
    }

    /// How the weights in a branch came about; in the top for `None`.
    pub fn weighting(&self, branch: Option<&CriterionId>) -> &Weighting {
        self.weightings
            .get(&branch.cloned())
            .unwrap_or(NOTHING_SAID)
    }

    /// How the weights came about in every branch that has an entry, the top first.
    pub fn weightings(&self) -> impl Iterator<Item = (Option<&CriterionId>, &Weighting)> {
        let all = self.weightings.iter();
        all.map(|(branch, weighting)| (branch.as_ref(), weighting))
    }

    /// Whether it is blank.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty() && self.weightings.is_empty()
    }

    /// Sets the entry of a criterion's weight; a blank one removes it.
    pub fn set(&mut self, id: &CriterionId, weight: Weight) {
        let given = Rc::make_mut(&mut self.given);
        if weight.is_blank() {
            given.remove(id);
        } else {
            given.insert(id.clone(), weight);
        }
    }

    /// Changes the entry of a criterion's weight.
    pub fn change(&mut self, id: &CriterionId, change: impl FnOnce(&mut Weight)) {
        let mut weight = self.get(id).cloned().unwrap_or_default();
        change(&mut weight);
        self.set(id, weight);
    }

    /// Gives a criterion a weight, or takes it back; its reason and its range stay.
    pub fn set_raw(&mut self, id: &CriterionId, raw: Option<RawWeight>) {
        self.change(id, |weight| weight.raw = raw);
    }

    /// Changes how the weights in a branch came about; in the top for `None`.
    pub fn change_weighting(
        &mut self,
        branch: Option<&CriterionId>,
        change: impl FnOnce(&mut Weighting),
    ) {
        let weightings = Rc::make_mut(&mut self.weightings);
        let mut weighting = weightings.remove(&branch.cloned()).unwrap_or_default();
        change(&mut weighting);
        if !weighting.is_blank() {
            weightings.insert(branch.cloned(), weighting);
        }
    }

    /// Makes the points of a branch that were set aside for another method the weights again.
    pub fn take_up_points(&mut self, branch: Option<&CriterionId>, among: &[Criterion]) {
        let aside = self.weighting(branch).direct.clone();
        for criterion in among {
            self.set_raw(&criterion.id, aside.get(&criterion.id).copied());
        }
        self.given_directly(branch);
    }

    /// Notes that the weights in a branch are points from now on, whatever the method was: none are set aside.
    pub fn given_directly(&mut self, branch: Option<&CriterionId>) {
        let said = self.weighting(branch);
        if said.method != WeightingMethod::Direct || !said.direct.is_empty() {
            self.change_weighting(branch, |weighting| {
                weighting.method = WeightingMethod::Direct;
                weighting.direct.clear();
            });
        }
    }

    /// These with what others say in the place of what they say themselves: each weight, reason and range,
    /// and all that is said of how the weights in a branch came about.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        let mut both = self.clone();
        for (id, theirs) in other.iter() {
            both.change(id, |weight| {
                weight.raw = theirs.raw.or(weight.raw);
                weight.range = theirs.range.or(weight.range);
                if !theirs.reason.is_empty() {
                    weight.reason.clone_from(&theirs.reason);
                }
            });
        }
        for (branch, theirs) in other.weightings() {
            both.change_weighting(branch, |weighting| weighting.clone_from(theirs));
        }
        both
    }

    /// Forgets the weight of a criterion, and how the weights of its children came about.
    pub fn remove(&mut self, id: &CriterionId) {
        if self.given.contains_key(id) {
            Rc::make_mut(&mut self.given).remove(id);
        }
        let branch = Some(id.clone());
        if self.weightings.contains_key(&branch) {
            Rc::make_mut(&mut self.weightings).remove(&branch);
        }
    }
}

/// Raw weights without a reason or a range.
impl FromIterator<(CriterionId, RawWeight)> for Weights {
    fn from_iter<I: IntoIterator<Item = (CriterionId, RawWeight)>>(raws: I) -> Self {
        let mut weights = Self::default();
        for (id, raw) in raws {
            weights.set_raw(&id, Some(raw));
        }
        weights
    }
}
