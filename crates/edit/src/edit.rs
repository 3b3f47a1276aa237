use super::check::Checked;
use super::{
    CriteriaEdit, FiguresEdit, FrameEdit, FrameworkEdit, GatewaysEdit, OptionsEdit,
    OverarchingEdit, PrioritiesEdit, Refusal, RobustnessEdit, ScenariosEdit, ScoresEdit,
    SourcesEdit, Target, WeightsEdit, framework, overarching, priorities,
};
use serde::{Deserialize, Serialize};
use std::mem::discriminant;
use weighbridge_model::{Appraisal, CriterionId};

/// A change to an appraisal, to one part of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Edit {
    /// To what it is about.
    Frame(FrameEdit),
    /// To the documents it rests on.
    Sources(SourcesEdit),
    /// To the figures it relies on.
    Figures(FiguresEdit),
    /// To the options framework.
    Framework(FrameworkEdit),
    /// To what every option has to pass.
    Gateways(GatewaysEdit),
    /// To the priorities of plans.
    Priorities(PrioritiesEdit),
    /// To what is considered beside the criteria.
    Overarching(OverarchingEdit),
    /// To the options.
    Options(OptionsEdit),
    /// To the criteria.
    Criteria(CriteriaEdit),
    /// To the weights.
    Weights(WeightsEdit),
    /// To scores: how options do on criteria.
    Scores(ScoresEdit),
    /// To the scenarios.
    Scenarios(ScenariosEdit),
    /// To what is taken to be known of weights and scores.
    Robustness(RobustnessEdit),
    /// Several of these at once.
    Batch(Batch),
}

impl Edit {
    /// The edit that does what was pasted into scores or weights.
    pub fn pasted(edits: Vec<Self>) -> Self {
        let subject = BatchSubject::Paste;
        Self::Batch(Batch { subject, edits })
    }

    /// Whether it is a paste into scores or weights.
    pub fn is_paste(&self) -> bool {
        matches!(self, Self::Batch(batch) if batch.subject == BatchSubject::Paste)
    }

    /// Whether the edit may be done. Nothing is copied to find out, except for a batch, which is tried.
    ///
    /// # Errors
    /// Why not.
    pub fn is_allowed(&self, on: &Appraisal) -> Result<(), Refusal> {
        match self {
            Self::Frame(edit) => edit.check(),
            Self::Sources(edit) => edit.check(&on.frame),
            Self::Figures(edit) => edit.check(&on.frame),
            Self::Framework(edit) => framework::check(edit, &on.frame),
            Self::Gateways(edit) => edit.check(on),
            Self::Priorities(edit) => priorities::check(edit, &on.frame),
            Self::Overarching(edit) => overarching::check(edit, &on.frame),
            Self::Options(edit) => edit.check(on),
            Self::Criteria(edit) => edit.check(on),
            Self::Weights(edit) => edit.check(on),
            Self::Scores(edit) => edit.check(on),
            Self::Scenarios(edit) => edit.check(on),
            Self::Robustness(edit) => edit.check(on),
            Self::Batch(batch) => batch.check(on),
        }
    }

    /// Does the edit. Only the sections that it touches are copied, where somebody else holds them too.
    ///
    /// # Errors
    /// Why it may not be done; the appraisal is then as it was.
    pub fn apply(&self, to: &mut Appraisal) -> Result<(), Refusal> {
        self.is_allowed(to)?;
        match self {
            Self::Frame(edit) => edit.perform(to.frame_mut()),
            Self::Sources(edit) => edit.perform(to.frame_mut()),
            Self::Figures(edit) => edit.perform(to.frame_mut()),
            Self::Framework(edit) => framework::perform(edit, to.frame_mut()),
            Self::Gateways(edit) => edit.perform(to),
            Self::Priorities(edit) => priorities::perform(edit, to),
            Self::Overarching(edit) => overarching::perform(edit, to.frame_mut()),
            Self::Options(edit) => edit.perform(to),
            Self::Criteria(edit) => edit.perform(to),
            Self::Weights(edit) => edit.perform(to),
            Self::Scores(edit) => edit.perform(to),
            Self::Scenarios(edit) => edit.perform(to),
            Self::Robustness(edit) => edit.perform(&mut to.judgements_mut().robustness),
            Self::Batch(batch) => batch.perform(to),
        }
        Ok(())
    }

    /// The one number that the edit changes, if it is about one: steps of a moving slider are one
    /// change as long as they have the same target.
    pub fn target(&self) -> Option<Target> {
        match self {
            Self::Frame(edit) => edit.target(),
            Self::Weights(edit) => edit.target(),
            Self::Scores(edit) => edit.target(),
            Self::Scenarios(edit) => edit.target(),
            Self::Sources(_)
            | Self::Figures(_)
            | Self::Framework(_)
            | Self::Gateways(_)
            | Self::Priorities(_)
            | Self::Overarching(_)
            | Self::Options(_)
            | Self::Criteria(_)
            | Self::Robustness(_)
            | Self::Batch(_) => None,
        }
    }

    /// Whether two edits are about the same: the same number, or answers by the same method about the same branch.
    #[must_use]
    pub fn is_about_the_same(&self, other: &Self) -> bool {
        if let (
            Self::Weights(WeightsEdit::Derive { branch, by, .. }),
            Self::Weights(WeightsEdit::Derive {
                branch: of,
                by: with,
                ..
            }),
        ) = (self, other)
        {
            return (branch, by) == (of, with);
        }
        let target = self.target();
        target.is_some() && target == other.target()
    }

    /// Whether one edit can do what this one and a later one did: both move the same number, and say it in the same way.
    /// A share moves other weights too, so points that follow it do not stand for both.
    pub(super) fn joins(&self, later: &Self) -> bool {
        let alike = match (self, later) {
            (Self::Weights(first), Self::Weights(second)) => {
                discriminant(first) == discriminant(second)
            }
            _ => true,
        };
        let target = self.target();
        alike && target.is_some() && target == later.target()
    }

    /// The one edit that does what this one and a later one that [joins](Self::joins) it did.
    #[must_use]
    pub(super) fn joined(&self, later: &Self) -> Self {
        let both = match (self, later) {
            (Self::Weights(first), Self::Weights(second)) => first.joined(second),
            _ => None,
        };
        both.map_or_else(|| later.clone(), Self::Weights)
    }
}

/// Edits that are done together and taken back together, such as the criteria of a pasted table. Each is still a change
/// of one item, and may rest on those before it.
///
/// ```
/// use std::rc::Rc;
/// use weighbridge_edit::{Batch, BatchSubject, Edit, Gesture, History, OptionsEdit};
/// use weighbridge_model::{Appraisal, AppraisalId, OptionId};
/// let office = Appraisal::new(AppraisalId::new("office").unwrap(), "Office");
/// let add = |name: &str| Edit::Options(OptionsEdit::Add { id: OptionId::new(name).unwrap(), name: name.to_owned() });
/// let batch = Batch { subject: BatchSubject::Options, edits: vec![add("stay"), add("move")] };
/// let mut history = History::new(Rc::new(office));
/// history.apply(Edit::Batch(batch), Gesture::Done).unwrap();
/// assert_eq!((history.present().options.len(), history.changes().count()), (2, 1));
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Batch {
    /// What it is about as a whole.
    pub subject: BatchSubject,
    /// The edits, in the order in which they are done.
    pub edits: Vec<Edit>,
}

/// What a batch is about as a whole, which gives it its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BatchSubject {
    /// Options from a list.
    Options,
    /// Criteria from a list or a table, with their weights, scales and groups.
    Criteria,
    /// Gateways from a list.
    Gateways,
    /// Priorities of a plan from a list.
    Priorities,
    /// Over-arching criteria from a list.
    Overarching,
    /// Scenarios from a list.
    Scenarios,
    /// Scores, reasons or weights that were pasted, with the options and criteria that they needed.
    Paste,
    /// A score that was typed as a range: the range, and the score in it.
    Range,
    /// One scenario, with the weights that differ in it.
    Scenario,
    /// The scale of this criterion, copied to others.
    Scale(CriterionId),
}

impl Batch {
    /// What the batch makes of an appraisal; that one is left as it is.
    ///
    /// # Errors
    /// The first refusal of an edit, and which edit that was, from 0.
    pub fn tried_on(&self, on: &Appraisal) -> Result<Appraisal, (usize, Refusal)> {
        // The sections are shared, so this copies only what the edits touch.
        let mut then = on.clone();
        for (at, edit) in self.edits.iter().enumerate() {
            edit.apply(&mut then).map_err(|why| (at, why))?;
        }
        Ok(then)
    }

    fn check(&self, on: &Appraisal) -> Checked {
        self.tried_on(on).map(|_| ()).map_err(|(_, why)| why)
    }

    fn perform(&self, to: &mut Appraisal) {
        if let Ok(then) = self.tried_on(to) {
            *to = then;
        }
    }
}
