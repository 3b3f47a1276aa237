//! Changes to scenarios.

use super::apply::{Done, check_length, check_name, replace_text, set_name};
use super::{Edit, Refusal};
use weighbridge_model::{
    Absence, Appraisal, CriterionId, Entry, MAX_SCENARIOS, OptionId, RawWeight, Scenario,
    ScenarioId, Score, Scores,
};

/// A change to a scenario.
#[derive(Clone, Debug, PartialEq)]
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

impl Edit {
    /// Adds a scenario, with an id made from its name.
    pub fn add_scenario(to: &Appraisal, name: &str) -> Self {
        let taken = |id: &str| to.judgements.scenarios.iter().any(|s| s.id.as_str() == id);
        Self::AddScenario {
            id: ScenarioId::from_name(name, "scenario", taken),
            name: name.trim().to_owned(),
        }
    }
}

pub(super) fn add(to: &mut Appraisal, id: &ScenarioId, name: &str) -> Done {
    check_name(name)?;
    if to.judgements.scenarios.len() >= MAX_SCENARIOS {
        return Err(Refusal::TooManyScenarios);
    }
    if to.judgements.scenarios.iter().any(|s| s.id == *id) {
        return Err(Refusal::IdInUse(id.to_string()));
    }
    to.judgements_mut()
        .scenarios
        .push(Scenario::new(id.clone(), name.trim()));
    Ok(())
}

pub(super) fn remove(from: &mut Appraisal, id: &ScenarioId) -> Done {
    let at = from.judgements.scenarios.iter().position(|s| s.id == *id);
    from.judgements_mut()
        .scenarios
        .remove(at.ok_or(Refusal::NoEntry)?);
    Ok(())
}

pub(super) fn change(to: &mut Appraisal, id: &ScenarioId, edit: &ScenarioEdit) -> Done {
    let at = to.judgements.scenarios.iter().position(|s| s.id == *id);
    let at = at.ok_or(Refusal::NoEntry)?;
    let mut changed = to.judgements.scenarios[at].clone();
    match edit {
        ScenarioEdit::Name(text) => set_name(&mut changed.name, text)?,
        ScenarioEdit::Note(text) => replace_text(&mut changed.note, text)?,
        ScenarioEdit::Weight(id, weight) => {
            if to.criterion(id).is_none() {
                return Err(Refusal::NoCriterion(id.clone()));
            }
            match weight {
                Some(weight) => changed.weights.insert(id.clone(), *weight),
                None => changed.weights.remove(id),
            };
        }
        ScenarioEdit::Score(option, criterion, entry) => {
            let blank = Entry::Absent(Absence::Missing);
            let old = changed.scores.get(option, criterion).cloned();
            let score = match entry {
                None => Score::bare(blank),
                Some(entry) => Score {
                    entry: entry.clone(),
                    ..old.unwrap_or_else(|| Score::bare(blank))
                },
            };
            put(to, &mut changed.scores, option, criterion, score)?;
        }
        ScenarioEdit::Reason(option, criterion, text) => {
            check_length(text)?;
            let mut score = changed
                .scores
                .get(option, criterion)
                .cloned()
                .ok_or(Refusal::NoEntry)?;
            score.reason.clone_from(text);
            put(to, &mut changed.scores, option, criterion, score)?;
        }
    }
    to.judgements_mut().scenarios[at] = changed;
    Ok(())
}

/// Puts a score in its place, on its scale.
fn put(
    on: &Appraisal,
    to: &mut Scores,
    option: &OptionId,
    criterion: &CriterionId,
    mut score: Score,
) -> Done {
    if on.option(option).is_none() {
        return Err(Refusal::NoOption(option.clone()));
    }
    let Some(leaf) = on.criterion(criterion) else {
        return Err(Refusal::NoCriterion(criterion.clone()));
    };
    if !leaf.is_leaf() {
        return Err(Refusal::NotALeaf(leaf.name.clone()));
    }
    score.entry = score.entry.settled(&leaf.scale.kind);
    to.set(option, criterion, score);
    Ok(())
}

/// Forgets, in every scenario, what is no longer there, and makes its scores fit their scales.
pub(super) fn settle(to: &mut Appraisal) {
    let mut scenarios = to.judgements.scenarios.clone();
    for scenario in &mut scenarios {
        scenario.weights.retain(|id, _| to.criterion(id).is_some());
        let mut scores = Scores::default();
        for (option, criterion, score) in scenario.scores.iter() {
            // What no longer has a place is left out.
            let _ = put(to, &mut scores, option, criterion, score.clone());
        }
        scenario.scores = scores;
    }
    if scenarios != to.judgements.scenarios {
        to.judgements_mut().scenarios = scenarios;
    }
}
