//! One score of one option on one criterion.

use super::check::{Checked, leaf, option};
use weighbridge_model::{Absence, Appraisal, CriterionId, Entry, OptionId, Score};

/// Refuses a score of an option that is not there, or on what is no leaf.
pub(super) fn check(on: &Appraisal, of: &OptionId, by: &CriterionId) -> Checked {
    option(on, of)?;
    leaf(on, by).map(|_| ())
}

/// Changes a score, and makes its entry fit the scale.
pub(super) fn change(
    on: &mut Appraisal,
    option: &OptionId,
    criterion: &CriterionId,
    change: impl FnOnce(&mut Score),
) {
    let Some(scale) = on.criterion(criterion).map(|c| c.scale.kind.clone()) else {
        return;
    };
    let old = on.judgements.scores.get(option, criterion).cloned();
    let mut score = old.unwrap_or_else(|| Score::bare(Entry::Absent(Absence::Missing)));
    change(&mut score);
    score.entry = score.entry.settled(&scale);
    on.judgements_mut().scores.set(option, criterion, score);
}

/// Makes what is scored on a criterion fit its scale, as far as it can.
pub(super) fn settle(on: &mut Appraisal, criterion: &CriterionId) {
    let Some(scale) = on.criterion(criterion).map(|c| c.scale.kind.clone()) else {
        return;
    };
    let all = on.judgements.scores.iter();
    let scored: Vec<(OptionId, Score)> = all
        .filter(|(_, c, _)| *c == criterion)
        .map(|(o, _, score)| (o.clone(), score.clone()))
        .collect();
    for (option, mut score) in scored {
        score.entry = score.entry.settled(&scale);
        on.judgements_mut().scores.set(&option, criterion, score);
    }
}
