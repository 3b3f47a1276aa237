//! Changes to scenarios.

use super::check::{Checked, check_length, check_name, criterion, leaf, option};
use super::{Refusal, Target};
use serde::{Deserialize, Serialize};
use weighbridge_model::{
    Absence, Appraisal, CriterionId, Entry, MAX_SCENARIOS, OptionId, RawWeight, ScaleKind,
    Scenario, ScenarioId, Score,
};

/// A change to the scenarios.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ScenariosEdit {
    /// Add a scenario at the end.
    Add {
        /// Its id, not yet in use.
        id: ScenarioId,
        /// Its name.
        name: String,
    },
    /// Change a scenario.
    Change(ScenarioId, ScenarioEdit),
    /// Remove a scenario.
    Remove(ScenarioId),
}

/// A change to a scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ScenarioEdit {
    /// The name; not empty.
    Name(String),
    /// What happens in it.
    Note(String),
    /// The raw weight of a criterion or a group in it; `None` leaves it as it stands.
    Weight(CriterionId, Option<RawWeight>),
    /// The score of an option on a criterion in it; `None` leaves it as it stands, with its reason.
    Score(OptionId, CriterionId, Option<Entry>),
    /// Why that score differs; only where it does.
    Reason(OptionId, CriterionId, String),
}

fn find<'a>(on: &'a Appraisal, id: &ScenarioId) -> Option<&'a Scenario> {
    on.judgements.scenarios.iter().find(|s| s.id == *id)
}

impl ScenariosEdit {
    pub(super) fn check(&self, on: &Appraisal) -> Checked {
        match self {
            Self::Add { id, name } => {
                check_name(name)?;
                if on.judgements.scenarios.len() >= MAX_SCENARIOS {
                    return Err(Refusal::TooManyScenarios);
                }
                if find(on, id).is_some() {
                    return Err(Refusal::IdInUse(id.to_string()));
                }
                Ok(())
            }
            Self::Change(id, edit) => edit.check(on, find(on, id).ok_or(Refusal::NoEntry)?),
            Self::Remove(id) => find(on, id).map(|_| ()).ok_or(Refusal::NoEntry),
        }
    }

    pub(super) fn perform(&self, to: &mut Appraisal) {
        match self {
            Self::Add { id, name } => {
                let added = Scenario::new(id.clone(), name.trim());
                to.judgements_mut().scenarios.push(added);
            }
            Self::Change(id, edit) => {
                let scale = edit.scale(to);
                let scenarios = &mut to.judgements_mut().scenarios;
                if let Some(scenario) = scenarios.iter_mut().find(|s| s.id == *id) {
                    edit.perform(scenario, &scale);
                }
            }
            Self::Remove(id) => to.judgements_mut().scenarios.retain(|s| s.id != *id),
        }
    }

    pub(super) fn target(&self) -> Option<Target> {
        match self {
            Self::Change(id, ScenarioEdit::Weight(of, _)) => {
                Some(Target::ScenarioWeight(id.clone(), of.clone()))
            }
            Self::Change(id, ScenarioEdit::Score(of, on, _)) => {
                Some(Target::ScenarioScore(id.clone(), of.clone(), on.clone()))
            }
            Self::Change(
                _,
                ScenarioEdit::Name(_) | ScenarioEdit::Note(_) | ScenarioEdit::Reason(..),
            )
            | Self::Add { .. }
            | Self::Remove(_) => None,
        }
    }
}

impl ScenarioEdit {
    fn check(&self, on: &Appraisal, scenario: &Scenario) -> Checked {
        let scored = |of: &OptionId, by: &CriterionId| {
            option(on, of)?;
            leaf(on, by).map(|_| ())
        };
        match self {
            Self::Name(text) => check_name(text),
            Self::Note(text) => check_length(text),
            Self::Weight(id, _) => criterion(on, id).map(|_| ()),
            Self::Score(of, by, _) => scored(of, by),
            Self::Reason(of, by, text) => {
                check_length(text)?;
                scenario.voice.scores.get(of, by).ok_or(Refusal::NoEntry)?;
                scored(of, by)
            }
        }
    }

    /// The scale of the score that it changes.
    fn scale(&self, on: &Appraisal) -> ScaleKind {
        let of = match self {
            Self::Score(_, by, _) | Self::Reason(_, by, _) => on.criterion(by),
            Self::Name(_) | Self::Note(_) | Self::Weight(..) => None,
        };
        of.map_or(ScaleKind::Direct, |c| c.scale.kind.clone())
    }

    fn perform(&self, scenario: &mut Scenario, scale: &ScaleKind) {
        let blank = || Score::bare(Entry::Absent(Absence::Missing));
        let voice = &mut scenario.voice;
        match self {
            Self::Name(text) => text.trim().clone_into(&mut scenario.name),
            Self::Note(text) => scenario.note.clone_from(text),
            Self::Weight(id, weight) => voice.weights.set_raw(id, *weight),
            Self::Score(of, by, None) => voice.scores.set(of, by, blank()),
            Self::Score(of, by, Some(entry)) => {
                let old = voice.scores.get(of, by).cloned();
                let score = Score {
                    entry: entry.clone().settled(scale),
                    ..old.unwrap_or_else(blank)
                };
                voice.scores.set(of, by, score);
            }
            Self::Reason(of, by, text) => {
                if let Some(mut score) = voice.scores.get(of, by).cloned() {
                    score.reason.clone_from(text);
                    voice.scores.set(of, by, score);
                }
            }
        }
    }
}
