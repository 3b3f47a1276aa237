use super::{Alternative, Criterion, CriterionId, Frame, OptionId, Robustness, Voice};

/// An appraisal as one voice has it: its sections, with that voice in the place of all that people judge.
///
/// Analyses take this, and from here no other voice can be reached, so that what follows from one
/// never has the weights or scores of another in it. Of the agreed voice it is made from the appraisal alone
/// (`(&appraisal).into()`), of any other by [`Appraisal::said_by`](super::Appraisal::said_by).
///
/// ```
/// use weighbridge_model::{Appraisal, AppraisalId, Criterion, CriterionId, Perspective, RawWeight};
/// let pace = CriterionId::new("pace").unwrap();
/// let mut office = Appraisal::new(AppraisalId::new("office").unwrap(), "Office");
/// office.criteria_mut().push(Criterion::new(pace.clone(), "Pace"));
/// office.agreed_mut().weights.set_raw(&pace, RawWeight::new(60.0));
/// let mut mine = office.agreed().clone();
/// mine.weights.set_raw(&pace, RawWeight::new(10.0));
/// let raw = |seen: Perspective<'_>| seen.voice.weights.raw(&seen.criteria[0].id);
/// assert_eq!(raw((&office).into()), RawWeight::new(60.0));
/// assert_eq!(raw(office.said_by(&mine)), RawWeight::new(10.0));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Perspective<'a> {
    /// What the appraisal is about.
    pub frame: &'a Frame,
    /// The options, in the order shown, the ruled out included.
    pub options: &'a [Alternative],
    /// The criteria at the top of the tree, in the order shown.
    pub criteria: &'a [Criterion],
    /// Whose weights and scores count.
    pub voice: &'a Voice,
    /// What is taken to be known when weights and scores are not certain.
    pub robustness: &'a Robustness,
}

impl<'a> Perspective<'a> {
    /// The option with an id.
    pub fn option(&self, id: &OptionId) -> Option<&'a Alternative> {
        self.options.iter().find(|o| o.id == *id)
    }

    /// The options that are appraised, in order: all but the ruled out.
    pub fn appraised(&self) -> impl Iterator<Item = &'a Alternative> + use<'a> {
        self.options.iter().filter(|o| o.is_appraised())
    }

    /// Every criterion, branches before their children, with its depth (0 at the top).
    pub fn criteria_in_order(&self) -> Vec<(&'a Criterion, usize)> {
        Criterion::in_order(self.criteria)
    }

    /// The criteria that options are scored on, in order.
    pub fn leaves(&self) -> Vec<&'a Criterion> {
        Criterion::leaves(self.criteria)
    }

    /// The criterion with an id.
    pub fn criterion(&self, id: &CriterionId) -> Option<&'a Criterion> {
        Criterion::find(self.criteria, id)
    }

    /// The criteria of a branch; of the top for `None`. None at all when there is no such branch.
    pub fn branch(&self, branch: Option<&CriterionId>) -> &'a [Criterion] {
        Criterion::branch(self.criteria, branch)
    }

    /// The branch a criterion stands in; `None` at the top or when there is no such criterion.
    pub fn parent(&self, id: &CriterionId) -> Option<&'a Criterion> {
        Criterion::parent(self.criteria, id)
    }

    /// Whether any score of an appraised option has a stated range.
    pub fn has_score_ranges(&self) -> bool {
        let leaves = self.leaves();
        let ranged = |o: &Alternative, c: &Criterion| {
            let score = self.voice.scores.get(&o.id, &c.id);
            score.is_some_and(|s| s.range.is_some())
        };
        self.appraised()
            .any(|o| leaves.iter().any(|c| ranged(o, c)))
    }
}
