//! Other scales for scores that are there already, without changing what the scores mean.

use super::check::{Checked, leaf};
use super::{Refusal, cells};
use serde::{Deserialize, Serialize};
use weighbridge_model::{
    Appraisal, CriterionId, Entry, Finite, OptionId, ScaleKind, ScenarioId, Score,
};

/// A criterion with another scale, and its scores as they read on that.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rescaled {
    /// Which criterion.
    pub criterion: CriterionId,
    /// Its scale from now on.
    pub scale: ScaleKind,
    /// What the scores become; those that are not named stay as they are.
    pub scores: Vec<RescaledScore>,
}

/// A score as it reads on another scale. Its reason, source and confidence stay.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RescaledScore {
    /// In which scenario; `None` for the score as things stand.
    pub scenario: Option<ScenarioId>,
    /// Whose.
    pub option: OptionId,
    /// What is scored.
    pub entry: Entry,
    /// The least and the greatest it could be.
    pub range: Option<[Finite; 2]>,
}

pub(super) fn check(on: &Appraisal, all: &[Rescaled]) -> Checked {
    for rescaled in all {
        rescaled.scale.check()?;
        leaf(on, &rescaled.criterion)?;
        for score in &rescaled.scores {
            check_score(on, &rescaled.criterion, score)?;
        }
    }
    Ok(())
}

fn check_score(on: &Appraisal, criterion: &CriterionId, new: &RescaledScore) -> Checked {
    let Some(id) = &new.scenario else {
        return cells::check(on, &new.option, criterion);
    };
    let scenario = on.judgements.scenarios.iter().find(|s| s.id == *id);
    let score = scenario.and_then(|s| s.voice.scores.get(&new.option, criterion));
    score.map(|_| ()).ok_or(Refusal::NoEntry)
}

pub(super) fn perform(to: &mut Appraisal, all: &[Rescaled]) {
    for rescaled in all {
        let id = &rescaled.criterion;
        if let Some(criterion) = to.criterion_mut(id) {
            criterion.scale.kind = rescaled.scale.clone();
        }
        for score in &rescaled.scores {
            put(to, id, score);
        }
        cells::settle(to, id);
    }
}

fn put(to: &mut Appraisal, criterion: &CriterionId, new: &RescaledScore) {
    let change = |score: &mut Score| {
        score.entry = new.entry.clone();
        score.range = new.range;
    };
    let Some(id) = &new.scenario else {
        cells::change(to, &new.option, criterion, change);
        return;
    };
    let scenarios = &mut to.judgements_mut().scenarios;
    if let Some(scenario) = scenarios.iter_mut().find(|s| s.id == *id)
        && let Some(mut score) = scenario.voice.scores.get(&new.option, criterion).cloned()
    {
        change(&mut score);
        scenario.voice.scores.set(&new.option, criterion, score);
    }
}
